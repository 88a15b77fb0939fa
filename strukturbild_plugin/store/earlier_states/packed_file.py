"""A kept state on disk: a strukturbild file packed with gzip, a fifth of its size, which tells when it is damaged."""

from __future__ import annotations

import gzip
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

from ...errors import StoreError
from ...i18n import tr
from ..gpkg.error_messages import explaining
from ..gpkg.file_copy import built_beside

MAGIC = b"\x1f\x8b"
MAX_UNPACKED_BYTES = 500_000_000
"""A larger strukturbild is not packed, and no more is unpacked, whatever a packed file says of itself."""
_CHUNK, _FAST = 1 << 20, 1


def pack(file: Path, target: Path) -> None:
    """Pack `file` as `target`, which is there whole or not at all. Raises StoreError."""
    with explaining(target), built_beside(target) as beside:
        _write_packed(file, beside)


def unpack(state: Path, target: Path) -> None:
    """Unpack `state` as the new file `target`. Raises StoreError for one that is gone, damaged or no packed file."""
    try:
        with target.open("xb") as made:
            _read_through(state, made.write)
    except FileNotFoundError as error:
        raise StoreError(tr("Läget finns inte längre. Välj ett annat.")) from error
    except (EOFError, zlib.error, gzip.BadGzipFile, _TooLarge) as error:
        raise StoreError(tr("Läget är skadat och går inte att läsa. Välj ett annat.")) from error
    except OSError as error:
        with explaining(target):
            raise error


def is_whole(state: Path) -> bool:
    """Whether a packed file can be unpacked."""
    try:
        _read_through(state, len)
    except (OSError, EOFError, zlib.error, _TooLarge):
        return False
    return True


class _TooLarge(Exception):
    """More comes out than a state can hold."""


def _write_packed(file: Path, made: Path) -> None:
    with file.open("rb") as source, gzip.open(made, "wb", compresslevel=_FAST) as packed:
        shutil.copyfileobj(source, packed, _CHUNK)


def _read_through(state: Path, take: Callable[[bytes], object]) -> None:
    size = 0
    with gzip.open(state, "rb") as packed:
        while True:
            chunk = packed.read(_CHUNK)
            size += len(chunk)
            if size > MAX_UNPACKED_BYTES:
                raise _TooLarge
            if not chunk:
                return
            take(chunk)
