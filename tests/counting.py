"""How much work something is, counted and not timed: the same on every machine, however busy it is.

What must not grow faster than what it is given is counted for several sizes. Seconds are for `make bench`.
"""

from __future__ import annotations

import contextlib
import gc
import sqlite3
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
from qgis.core import QgsFeature, QgsVectorLayer


def python_steps(work: Callable[[], object]) -> int:
    """How many steps Python takes in `work`: every line it runs, once each time round a loop, and every call it makes,
    of QGIS's functions and others in C too. What earlier work has left to be cleared away plays no part.
    """
    taken = 0

    def line(_frame: FrameType, event: str, _what: object) -> Callable[..., Any]:
        nonlocal taken
        taken += event == "line"
        return line

    def call(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal taken
        taken += event in ("call", "c_call")

    before, collecting = (sys.gettrace(), sys.getprofile()), gc.isenabled()
    gc.disable()  # it would end what others have begun, in the middle of the count
    sys.settrace(line)
    sys.setprofile(call)
    try:
        work()
    finally:
        sys.setprofile(before[1])
        sys.settrace(before[0])
        if collecting:
            gc.enable()
    return taken


def growth(count: Callable[[int], int], size: int) -> float:
    """How the work grows with what it is given, from `size` to twice and four times that: 1 when in proportion, 2 when
    with the square, 0 when not at all. What is the same for every size plays no part.
    """
    one, two, four = count(size), count(2 * size), count(4 * size)
    return (four - two) / max(two - one, 1) / 2


class SqliteWork:
    """What SQLite did: every statement it ran, once for each row of an `executemany`, and the steps of its machine."""

    EACH = 100
    """Steps are counted in hundreds."""

    def __init__(self) -> None:
        self.statements: list[str] = []
        self.steps = 0

    def statement(self, text: str) -> None:
        """A statement begins; those that SQLite runs by itself for a spatial index are not ours."""
        if not text.startswith("--"):
            self.statements.append(text)

    def step(self) -> int:
        """A hundred steps more; goes on."""
        self.steps += self.EACH
        return 0


@contextlib.contextmanager
def sqlite_work(monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteWork]:
    """Count what all connections opened meanwhile do."""
    work, connect = SqliteWork(), sqlite3.connect

    def counted(*arguments: Any, **more: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **more)
        connection.set_trace_callback(work.statement)
        connection.set_progress_handler(work.step, SqliteWork.EACH)
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", counted)
        yield work


@contextlib.contextmanager
def rows_read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Every row that Python asks a layer for meanwhile."""
    rows: list[object] = []
    given = QgsVectorLayer.getFeatures

    def counted(layer: QgsVectorLayer, *asked: Any, **more: Any) -> Iterator[QgsFeature]:
        for row in given(layer, *asked, **more):
            rows.append(row.id())
            yield row

    with monkeypatch.context() as patch:
        patch.setattr(QgsVectorLayer, "getFeatures", counted)
        yield rows
