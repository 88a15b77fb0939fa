"""What a region judges that its goals answer to, national areas and global goals: written with who and when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..gpkg.reader import Reader
from ..schema.ddl import insert, quoted
from ..schema.tables import FID, GOAL_COUNTERPARTS
from .writer import Writer

_TABLE = GOAL_COUNTERPARTS.name

Judgements = Mapping[tuple[str, str], tuple[str, str]]
"""A goal and the one it answers to -> who has judged so, and when (UTC, ISO 8601)."""


@dataclass(frozen=True)
class CounterpartChange:
    """What was done, with the rows of the goal as they stood before."""

    mal_id: str
    _before: tuple[dict[str, Any], ...]


def change_counterparts(
    db: Writer, mal_id: str, reasons: Mapping[str, str], within: Collection[str], what: str
) -> CounterpartChange:
    """Let the goal answer to the goals in `reasons` (identity -> why), and to no other of `within`; log it as `what`.

    A judgement that says the same as before keeps who made it and when.
    """
    before = _rows(db, mal_id)
    there = {row["motsvarar_mal_id"]: row for row in before}
    for each in within:
        row = there.get(each)
        if each not in reasons and row is not None:
            db.connection.execute(f"DELETE FROM {_TABLE} WHERE {quoted(FID)} = ?", (row[FID],))
    for each, reason in reasons.items():
        row = there.get(each)
        said = {"motivering": reason or None, "vem": db.who or None, "tid": db.moment}
        if row is None:
            full = {"mal_id": mal_id, "motsvarar_mal_id": each, **said}
            db.connection.execute(insert(_TABLE, full), tuple(full.values()))
        elif (row["motivering"] or "") != reason:
            places = ", ".join(f"{quoted(name)} = ?" for name in said)
            statement = f"UPDATE {_TABLE} SET {places} WHERE {quoted(FID)} = ?"
            db.connection.execute(statement, (*said.values(), row[FID]))
    db.touch_tables({_TABLE})
    db.log("mal_motsvarighet", what)
    return CounterpartChange(mal_id, before)


def undo_counterparts(db: Writer, change: CounterpartChange) -> None:
    """Put the judgements of the goal back as they were, with who made them and when."""
    db.connection.execute(f"DELETE FROM {_TABLE} WHERE mal_id = ?", (change.mal_id,))
    for row in change._before:
        db.connection.execute(insert(_TABLE, row), tuple(row.values()))
    db.touch_tables({_TABLE})
    db.log("mal_motsvarighet_angrad", change.mal_id)


def judgements(db: Reader) -> Judgements:
    """Who has judged what a goal answers to, and when."""
    return {
        (str(row["mal_id"]), str(row["motsvarar_mal_id"])): (str(row["vem"] or ""), str(row["tid"] or ""))
        for row in db.table(_TABLE)
    }


def _rows(db: Writer, mal_id: str) -> tuple[dict[str, Any], ...]:
    return tuple(row for row in db.table(_TABLE) if row["mal_id"] == mal_id)
