"""Places that cannot be written to, for root as well."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
from pathlib import Path
from typing import Callable, Iterator

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QRunnable, QThreadPool

_CAPABILITIES = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1 << 1, 1 << 2


@contextlib.contextmanager
def read_only(*paths: Path) -> Iterator[None]:
    """Files and folders that nobody may write to in the block, this process included."""
    modes = {path: path.stat().st_mode & 0o777 for path in paths}
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with _without_override():
            yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@contextlib.contextmanager
def _without_override() -> Iterator[None]:
    """Root may write anywhere; on Linux a thread can lay that right down for a while, and each does it for itself."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        yield
        return
    _in_every_thread(lambda: _override(False))
    try:
        yield
    finally:
        _in_every_thread(lambda: _override(True))


def _override(wanted: bool) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, sets) == 0
    rights = _DAC_OVERRIDE | _DAC_READ_SEARCH
    sets[0] = sets[0] | (sets[1] & rights) if wanted else sets[0] & ~rights
    assert libc.capset(header, sets) == 0


def _in_every_thread(work: Callable[[], None]) -> None:
    """Do `work` here and in each thread that QGIS gives its tasks; none can do it twice before all have begun."""
    work()
    own = QgsApplication.taskManager().findChild(QThreadPool) if QgsApplication.instance() is not None else None
    for pool in filter(None, (QThreadPool.globalInstance(), own)):
        together = threading.Barrier(pool.maxThreadCount())
        jobs = [_Job(work, together) for _ in range(pool.maxThreadCount())]
        for job in jobs:
            pool.start(job)
        for job in jobs:
            assert job.done.wait(60) and job.error is None, job.error


class _Job(QRunnable):
    def __init__(self, work: Callable[[], None], together: threading.Barrier) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work, self._together = work, together
        self.done, self.error = threading.Event(), None

    def run(self) -> None:
        try:
            self._together.wait(60)
            self._work()
        except Exception as error:  # noqa: BLE001 - told by the one who waits
            self.error = error
        self.done.set()
