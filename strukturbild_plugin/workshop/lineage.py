"""How two files of one copy relate: one is a later state of the other, or each has what the other never had.

Somebody mails a group's file to two people and both go on in it: then neither is a later state, and taking one for the
other would lose what is only in that. A file tells in three ways what it has been through: an object's version counts
its changes, a fid that has been given out is never given out again, and what a file has of the other's changes it has
from it or from what both began with. The clock decides only when nothing else does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..catalogue.table_rows import COLUMNS
from ..store.gpkg.connection import tables_in
from ..store.schema.ddl import quoted
from ..store.schema.tables import FID
from .conflicts import deterministic_id
from .merge_rows import BaseRows
from .merged_tables import LAYER, MADE_FID, OBJECT, Key, MergedTables, Row
from .participants import CopyIdentity, Participant
from .row_merge import plain

Changes = Mapping[Key, "Row | None"]
SAME, NEWER, OLDER, PARTED = "samma", "nyare", "aldre", "skild"
"""How a file relates to what is known of its copy: PARTED, each has what the other lacks."""
_OF_ONE_ROW = frozenset((OBJECT, "kommentar", "rost", "insats", "bild"))
"""Kinds whose identity is made for one row alone: what has gone does not come back under it by being made again."""
COUNTED = ("version",)
"""Columns that count a row's changes: one where only these differ has been changed, and changed back."""
_SEQUENCE = "sqlite_sequence"
FidOf = Callable[[Key], "int | None"]
"""The fid that a row of the base has in a file; None when it does not say."""


@dataclass(frozen=True)
class Relation:
    """SAME, NEWER, OLDER or PARTED. `undone`: something of the older one is as it was in the base in the later."""

    how: str
    undone: bool = False


def relation(known: Participant, found: Participant, base: BaseRows, fid_of: FidOf) -> Relation:
    """Whether `found` is what is known of its copy, a later or an earlier state of it, or has gone its own way.

    `fid_of`: of the file that `found` is read from.
    """

    def put_back(key: Key) -> bool:
        """Whether `found` may have put a row back that `known` has deleted: then it has a fid given out since."""
        fid, table = fid_of(key), _table(key, base.row(key) or {})
        return fid is None or fid > known.row_numbers.get(table, 0)

    if known.digest == found.digest:
        return Relation(SAME)
    ahead = _news(found, known, base, lambda _key: False)
    behind = _news(known, found, base, put_back)
    if ahead.is_told and behind.is_told:
        return Relation(PARTED)
    if ahead.is_told or behind.is_told:
        is_newer = ahead.is_told
    else:
        is_newer = found.last_change >= known.last_change
    return Relation(NEWER, behind.maybe) if is_newer else Relation(OLDER, ahead.maybe)


@dataclass
class _News:
    """What one state has that the other never had. `surely`; `maybe`: or the other has undone it; `shared`: they have
    something in common that the base has not.
    """

    surely: bool = False
    maybe: bool = False
    shared: bool = False

    @property
    def is_told(self) -> bool:
        return self.surely or (self.maybe and not self.shared)


def _news(one: Participant, other: Participant, base: BaseRows, put_back: Callable[[Key], bool]) -> _News:
    found, had = _News(), _had(other, one)
    for key, row in one.changes.items():
        if key not in other.changes:
            before = base.row(key)
            if row is None:
                if key.kind in _OF_ONE_ROW:
                    found.surely |= not put_back(key)
                else:
                    found.maybe = True
            elif before is None:
                found.surely |= not had(key, row)
            elif "version" in row and _version(row) > _version(before):
                found.surely = True
            else:
                found.maybe |= plain(row) != plain(before)
            continue
        there = other.changes[key]
        if row is None or there is None:
            found.shared |= row is there
            if row is None and there is not None and key.kind in _OF_ONE_ROW:
                found.surely |= not put_back(key)
        elif plain(row) == plain(there):
            found.shared = True
        elif "version" in row:
            found.surely |= _version(row) > _version(there) or _same_count(key, row, there, base)
    return found


def _same_count(key: Key, row: Row, there: Row, base: BaseRows) -> bool:
    """Whether two different states of an object have been changed as many times: neither comes of the other."""
    if key.kind != OBJECT or row.get(LAYER) != there.get(LAYER) or _version(row) != _version(there):
        return False
    before = base.row(key)
    return before is None or _version(row) > _version(before)  # else a program has written that does not count


def _version(row: Row) -> float:
    value = row.get("version")
    return value if isinstance(value, (int, float)) else 0


def _had(state: Participant, other: Participant) -> Callable[[Key, Row], bool]:
    """Whether `state` has had a row that `other` has added, and has deleted it."""
    taken, numbered_anew = set[tuple[str, int]](), set[str]()
    for key, row in state.changes.items():
        fid = row.get(MADE_FID) if row is not None else None
        if row is not None and isinstance(fid, int):
            table = _table(key, row)
            taken.add((table, fid))
            there = other.changes.get(key)
            if there is not None and there.get(MADE_FID) != fid and _table(key, there) == table:
                numbered_anew.add(table)

    def had(key: Key, row: Row) -> bool:
        fid, table = row.get(MADE_FID), _table(key, row)
        if not isinstance(fid, int):
            return False
        if table in numbered_anew and table not in COLUMNS:
            return True
        return state.row_numbers.get(table, 0) >= fid and (table, fid) not in taken

    return had


def _table(key: Key, row: Row) -> str:
    return str(row.get(LAYER)) if key.kind == OBJECT else key.kind


def row_numbers(connection: sqlite3.Connection, tables: MergedTables) -> dict[str, int]:
    """The last fid that has been given out in each table of a file."""
    if _SEQUENCE not in tables_in(connection):
        return {}
    found = connection.execute(f"SELECT name, seq FROM {_SEQUENCE}").fetchall()
    return {name: seq for name, seq in found if name in tables.by_name and isinstance(seq, int)}


def with_fids(
    connection: sqlite3.Connection, tables: MergedTables, changes: Changes, base: BaseRows
) -> dict[Key, Row | None]:
    """The changes with the fid of every row that was added since the base: what tells a deleted one from a new."""
    found = dict(changes)
    for key, row in changes.items():
        if row is not None and base.row(key) is None and isinstance(fid := _fid(connection, tables, key, row), int):
            found[key] = {**row, MADE_FID: fid}
    return found


def fid_in(connection: sqlite3.Connection, tables: MergedTables, key: Key, base: BaseRows) -> int | None:
    """The fid that a row of the base has in a file; None when the row is in another table, or its table has no fids."""
    before = base.row(key)
    found = None if before is None else _fid(connection, tables, key, before)
    return found if isinstance(found, int) else None


def _fid(connection: sqlite3.Connection, tables: MergedTables, key: Key, row: Row) -> object:
    table = tables.of_row(key, row)
    where = " AND ".join(f"{quoted(name)} IS ?" for name in table.key)
    values = [row.get(name) for name in table.key]
    found = connection.execute(f"SELECT {quoted(FID)} FROM {quoted(table.name)} WHERE {where}", values).fetchone()
    return found[0] if found else None


def rivals(known: Iterable[Participant], identity: CopyIdentity) -> list[Participant]:
    """What is known of a copy: the file that has its name, first, and those that have gone their own way from it."""

    def is_rival(one: Participant) -> bool:
        other = one.identity
        if other.kopia_id == identity.kopia_id:
            return True
        if (other.bas_id, other.workshop_id, other.grupp_id) != (
            identity.bas_id,
            identity.workshop_id,
            identity.grupp_id,
        ):
            return False
        return bool(identity.grupp_id) or other.namn.startswith(f"{identity.namn} (")

    found = [one for one in known if is_rival(one)]
    return sorted(found, key=lambda one: (one.identity.kopia_id != identity.kopia_id, one.identity.kopia_id))


def parted(one: Participant) -> Participant:
    """`one` as a copy of its own: two files go under one identity and each has what the other lacks."""
    identity = one.identity
    made = deterministic_id(identity.kopia_id, one.digest)
    name = f"{identity.namn} ({Path(one.file_name).stem})" if one.file_name else identity.namn
    return one.known_as(
        CopyIdentity(made, identity.bas_id, identity.workshop_id, identity.grupp_id, name.strip(), identity.ordning)
    )
