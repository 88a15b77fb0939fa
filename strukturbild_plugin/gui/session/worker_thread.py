"""Small work beside the window, one thing after another: files that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class WorkerThread:
    """One thread, made when it is first needed, that does one thing after another."""

    def __init__(self) -> None:
        self._pool: Any = None
        self._last: Any = None

    def do(self, work: Callable[[], Any]) -> None:
        """Do this after all that was asked for before."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="strukturbild")
        self._last = self._pool.submit(work)

    def wait(self) -> None:
        """Until all is done."""
        if self._last is not None:
            self._last.exception()

    def close(self) -> None:
        """Do what was asked for, and no more."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._pool = self._last = None
