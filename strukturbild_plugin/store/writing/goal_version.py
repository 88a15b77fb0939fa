"""A set of goals in a strukturbild changed for its new version: links that somebody has chosen to move are moved.

The old set stays as long as anything hangs on one of its goals. No link gets another goal than the one chosen for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Mapping, Sequence

from ...errors import StoreError
from ...goals.model import question_key
from ...goals.tree import GoalTree
from ...i18n import tr
from ..schema.ddl import insert, quoted
from ..schema.tables import FID, QUESTIONS
from .writer import Writer

_HANGING = (
    ("objekt_mal", "mal_id"),
    ("mal_paverkan", "fran_mal_id"),
    ("mal_paverkan", "till_mal_id"),
    ("mal_motsvarighet", "mal_id"),
    ("mal_motsvarighet", "motsvarar_mal_id"),
    ("fraga", "mal_id"),
    ("fraga", "andra_mal_id"),
)
"""What points at a goal: table and column. Each is moved with the goal."""
_NO_MOVES: Mapping[str, str] = {}


@dataclass(frozen=True)
class GoalVersionChange:
    """What was done, with what it takes to take it back."""

    moved: int
    """Rows that point at a new goal now."""
    left: int
    """Links that still point at a goal of the old version, to be looked over."""
    old_removed: bool
    _moves: tuple[tuple[str, str, int, str, str], ...]
    """Table, column, row number, old goal, new goal."""
    _old_set: tuple[dict[str, Any], ...]
    _old_goals: tuple[dict[str, Any], ...]
    _new_code: str
    _new_set: tuple[dict[str, Any], ...]
    _new_goals: tuple[dict[str, Any], ...]
    """The set that is new, and its goals, as they stood in the file before: none, most often."""


def change_goal_version(db: Writer, old_code: str, tree: GoalTree, moves: Mapping[str, str]) -> GoalVersionChange:
    """Add `tree`, the new version of the set `old_code`, and move what hangs on the goals in `moves` (old to new id).

    A link that its object already has to the new goal is left where it is. The old set goes when nothing hangs on it.
    Raises StoreError when one of `moves` is no goal of its set.
    """
    old = {row["mal_id"]: row for row in _rows(db, "mal", "samling", old_code)}
    fresh = {goal.mal_id for goal in tree.goals}
    if tree.goal_set.kod == old_code or not set(moves) <= set(old) or not set(moves.values()) <= fresh:
        raise StoreError(tr("Målen har ändrats sedan valen gjordes. Öppna ”Byt till ny version” igen."))
    code = tree.goal_set.kod
    new_set, new_goals = _rows(db, "malsamling", "kod", code), _rows(db, "mal", "samling", code)
    db.add_goal_tree(replace(tree, goal_set=replace(tree.goal_set, ersatter=old_code)))
    moved = _move(db, moves)
    hanging = any(_hangs(db, goal) for goal in old)
    old_set = tuple(_rows(db, "malsamling", "kod", old_code))
    if not hanging:
        db.remove_goal_set(old_code)
    left = sum(len(_rows(db, "objekt_mal", "mal_id", goal)) for goal in old) if hanging else 0
    said = tr("{old} → {new}: {moved} flyttade, {left} kvar att se över")
    if not left:
        said = tr("{old} → {new}: {moved} flyttade, inget kvar att se över")
    db.log("malversion", said.format(old=old_code, new=code, moved=len(moved), left=left))
    return GoalVersionChange(
        len(moved), left, not hanging, moved, old_set, tuple(old.values()), code, tuple(new_set), tuple(new_goals)
    )


def undo_goal_version(db: Writer, change: GoalVersionChange) -> None:
    """Take a change of version back: the old set as it was, and every row that still points where it was moved."""
    if change.old_removed:
        _write_back(db, "malsamling", "kod", change._old_set)
        _write_back(db, "mal", "mal_id", change._old_goals)
    for table, column, fid, old, new in change._moves:
        _point(db, table, column, fid, new, old)
    there = {row["mal_id"] for row in change._new_goals}
    added = [row["mal_id"] for row in _rows(db, "mal", "samling", change._new_code) if row["mal_id"] not in there]
    if change._new_set:
        _write_back(db, "malsamling", "kod", change._new_set)
        _write_back(db, "mal", "mal_id", change._new_goals)
        bare = [(goal,) for goal in added if not _hangs(db, goal)]
        db.connection.executemany("DELETE FROM mal WHERE mal_id = ?", bare)
    elif not any(_hangs(db, goal) for goal in added):
        db.remove_goal_set(change._new_code)
    db.touch_tables({table for table, _column in _HANGING} | {"mal", "malsamling"})
    db.log("malversion_angrad", change._new_code)


def _write_back(db: Writer, table: str, key: str, listed: Sequence[Mapping[str, Any]]) -> None:
    """Rows as they were, whether they are there now or not; what hangs on them stays."""
    for row in listed:
        changes = ", ".join(f"{quoted(name)} = excluded.{quoted(name)}" for name in row if name not in (key, FID))
        statement = f"{insert(table, row)} ON CONFLICT ({quoted(key)}) DO UPDATE SET {changes}"
        db.connection.execute(statement, tuple(row.values()))


def _move(db: Writer, moves: Mapping[str, str]) -> tuple[tuple[str, str, int, str, str], ...]:
    moved = []
    for table, column in _HANGING:
        for old, new in moves.items():
            for row in _rows(db, table, column, old):
                others = [row[name] for each, name in _HANGING if each == table and name != column]
                if new not in others and _point(db, table, column, row[FID], old, new):
                    moved.append((table, column, int(row[FID]), old, new))
    db.touch_tables({table for table, _column in _HANGING} | {"mal", "malsamling"})
    return tuple(moved)


def _point(db: Writer, table: str, column: str, fid: int, old: str, new: str) -> bool:
    """Let a row that points at `old` point at `new`; not when there is such a row already.

    Two answers to what becomes one question would hide each other: the later one stays where it was given.
    """
    name = quoted(column)
    before = _key_of_question(db, fid) if table == QUESTIONS.name else ""
    if before and _would_hide(db, fid, before, _key_of_question(db, fid, {old: new})):
        return False
    statement = f"UPDATE OR IGNORE {quoted(table)} SET {name} = ? WHERE {quoted(FID)} = ? AND {name} = ?"
    pointed = db.connection.execute(statement, (new, fid, old)).rowcount > 0
    if pointed and table == QUESTIONS.name:
        renewed = f"UPDATE {quoted(table)} SET nyckel = ? WHERE {quoted(FID)} = ? AND nyckel = ?"
        db.connection.execute(renewed, (_key_of_question(db, fid), fid, before))
    return pointed


def _key_of_question(db: Writer, fid: int, moves: Mapping[str, str] = _NO_MOVES) -> str:
    """What an answer is found by, of the goals that its row has now, or would have after `moves`."""
    columns = "slag, objekt_id, andra_objekt_id, mal_id, andra_mal_id"
    row = db.connection.execute(f"SELECT {columns} FROM {quoted(QUESTIONS.name)} WHERE {quoted(FID)} = ?", (fid,))
    kind, *named = (str(value or "") for value in row.fetchone())
    return question_key(kind, named[:2], (moves.get(each, each) for each in named[2:]))


def _would_hide(db: Writer, fid: int, before: str, after: str) -> bool:
    """Whether a row that is found by the key `before` would be found by one that another row has already."""
    name = quoted(QUESTIONS.name)
    statement = f"SELECT 1 FROM {name} WHERE nyckel = ? AND {quoted(FID)} <> ? AND ? = "
    own = f"(SELECT nyckel FROM {name} WHERE {quoted(FID)} = ?)"
    return db.connection.execute(statement + own, (after, fid, before, fid)).fetchone() is not None


def _hangs(db: Writer, goal: str) -> bool:
    return any(_rows(db, table, column, goal) for table, column in _HANGING)


def _rows(db: Writer, table: str, column: str, value: str) -> list[dict[str, Any]]:
    found = db.connection.execute(f"SELECT * FROM {quoted(table)} WHERE {quoted(column)} = ?", (value,))
    names = [one[0] for one in found.description]
    return [dict(zip(names, row)) for row in found]
