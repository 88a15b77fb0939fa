"""File locks that the operating system releases when the program dies, however it dies."""

from __future__ import annotations

import errno
import sys
from typing import Any

_LOCKED_ERRORS = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


def take_lock(handle: int) -> bool | None:
    """Lock an open file until it is closed. False when somebody else holds it, None where there are no locks."""
    locks: Any
    try:
        if sys.platform == "win32":
            import msvcrt as locks

            locks.locking(handle, locks.LK_NBLCK, 1)
        else:
            import fcntl as locks

            locks.flock(handle, locks.LOCK_EX | locks.LOCK_NB)
    except OSError as error:
        return False if error.errno in _LOCKED_ERRORS else None
    return True
