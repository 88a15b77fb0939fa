"""A goal set of a strukturbild changed as a whole: added, edited or taken away, with what it takes to undo it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...errors import StoreError
from ...goals.tree import GoalTree
from ...i18n import tr
from ..gpkg import row_mapping
from ..schema.ddl import insert, quoted
from ..schema.tables import FID
from .writer import Writer

_GONE_WITH_GOAL = (
    ("objekt_mal", ("mal_id",)),
    ("mal_paverkan", ("fran_mal_id", "till_mal_id")),
    ("mal_motsvarighet", ("mal_id", "motsvarar_mal_id")),
)
"""What the file's own trigger takes away with a goal: table, and the columns that point at it."""
_MAX_PARAMETERS = 500

Rows = tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class GoalSetChange:
    """What was done to the set `kod`, with the rows as they stood before."""

    kod: str
    unlinked: int
    """Links between objects and goals that went with goals that were taken away."""
    _set: Rows
    _goals: Rows
    _gone: tuple[tuple[str, Rows], ...]
    """Table, and its rows that went with goals."""


def change_goal_set(db: Writer, before: GoalTree | None, after: GoalTree | None, what: str) -> GoalSetChange:
    """Make the set `before` (None: none yet) into `after` (None: take it away), and log it in the words `what`.

    What hangs on goals that go goes with them. Raises StoreError when the file's set is not `before` any more: somebody
    else has changed it, and nothing is written over.
    """
    tree = after if after is not None else before
    if tree is None:
        raise ValueError("neither before nor after")
    code = tree.goal_set.kod
    old_set, old_goals = _rows(db, "malsamling", "kod", [code]), _rows(db, "mal", "samling", [code])
    _refuse_changed(before, old_set, old_goals)
    kept = {goal.mal_id for goal in after.goals} if after is not None else set()
    going = [row["mal_id"] for row in old_goals if row["mal_id"] not in kept]
    gone = tuple((table, _pointing(db, table, columns, going)) for table, columns in _GONE_WITH_GOAL)
    db.connection.executemany("DELETE FROM mal WHERE mal_id = ?", [(each,) for each in going])
    if after is None:
        db.connection.execute("DELETE FROM malsamling WHERE kod = ?", (code,))
    else:
        _write(db, "malsamling", "kod", [row_mapping.goal_set_row(after.goal_set, _sources(after, before, old_set))])
        _write(db, "mal", "mal_id", [row_mapping.goal_row(goal) for goal in after.goals])
    _touch(db)
    db.log("mal_andrade", f"{tree.goal_set.namn}: {what}")
    return GoalSetChange(code, len(gone[0][1]), old_set, old_goals, gone)


def undo_goal_set(db: Writer, change: GoalSetChange) -> None:
    """Put the set back as it was, with what had gone with its goals."""
    there = {row["mal_id"] for row in change._goals}
    now = _rows(db, "mal", "samling", [change.kod])
    added = [(row["mal_id"],) for row in now if row["mal_id"] not in there]
    db.connection.executemany("DELETE FROM mal WHERE mal_id = ?", added)
    if not change._set:
        db.connection.execute("DELETE FROM malsamling WHERE kod = ?", (change.kod,))
    _write(db, "malsamling", "kod", change._set)
    _write(db, "mal", "mal_id", change._goals)
    for table, listed in change._gone:
        for row in listed:
            statement = insert(table, row).replace("INSERT INTO", "INSERT OR IGNORE INTO", 1)
            db.connection.execute(statement, tuple(row.values()))
    _touch(db)
    db.log("mal_andrade_angrat", change.kod)


def _refuse_changed(before: GoalTree | None, old_set: Rows, old_goals: Rows) -> None:
    there = tuple(row_mapping.goal_set(row) for row in old_set)
    goals = {goal.mal_id: goal for goal in map(row_mapping.goal, old_goals)}
    wanted = (before.goal_set,) if before is not None else ()
    known = {goal.mal_id: goal for goal in before.goals} if before is not None else {}
    if there != wanted or goals != known:
        raise StoreError(tr("Målen har ändrats av någon annan sedan de visades. Inget har skrivits. Försök igen."))


def _sources(after: GoalTree, before: GoalTree | None, old_set: Rows) -> Sequence[str]:
    """The addresses to store: those that stand in the file are kept when the first has not been changed."""
    stored = str(old_set[0].get("kallor") or "").split("\n") if old_set else []
    if before is not None and before.goal_set.url == after.goal_set.url and stored:
        return stored
    return after.kallor or [after.goal_set.url]


def _write(db: Writer, table: str, key: str, listed: Sequence[Mapping[str, Any]]) -> None:
    for row in listed:
        changes = ", ".join(f"{quoted(name)} = excluded.{quoted(name)}" for name in row if name not in (key, FID))
        statement = f"{insert(table, row)} ON CONFLICT ({quoted(key)}) DO UPDATE SET {changes}"
        db.connection.execute(statement, tuple(row.values()))


def _touch(db: Writer) -> None:
    db.touch_tables({"mal", "malsamling", *(table for table, _columns in _GONE_WITH_GOAL)})


def _pointing(db: Writer, table: str, columns: Sequence[str], goals: Sequence[str]) -> Rows:
    found = {row[FID]: row for column in columns for row in _rows(db, table, column, goals)}
    return tuple(found.values())


def _rows(db: Writer, table: str, column: str, values: Sequence[str]) -> Rows:
    listed: list[dict[str, Any]] = []
    for start in range(0, len(values), _MAX_PARAMETERS):
        part = values[start : start + _MAX_PARAMETERS]
        places = ",".join("?" * len(part))
        statement = f"SELECT * FROM {quoted(table)} WHERE {quoted(column)} IN ({places})"
        found = db.connection.execute(statement, part)
        names = [one[0] for one in found.description]
        listed += [dict(zip(names, row)) for row in found]
    return tuple(listed)
