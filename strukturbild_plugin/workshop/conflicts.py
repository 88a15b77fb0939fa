"""Conflicts as rows of a strukturbild: they outlive closing, and each has one identity in every merge."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..store.gpkg.connection import dict_rows, tables_in
from ..store.gpkg.reader import reading
from ..store.schema.process_tables import CONFLICTS, LOG
from .merged_tables import LAYER, OBJECT, Cell, Key, Row
from .row_merge import Conflict, canonical

OPEN, POSTPONED, DECIDED, OUTDATED = "oppen", "uppskjuten", "avgjord", "inaktuell"
"""What `konflikt.status` says; OUTDATED: a newer version of a copy no longer disagrees."""
_SPACE = uuid.UUID("6f2c2f0e-3d0b-5d53-9f0e-8f4b6d3a71c5")


@dataclass(frozen=True)
class Side:
    """Who stands behind one of two values."""

    kopia_id: str
    grupp_id: str
    vem: str
    tid: str = ""


def deterministic_id(*parts: str) -> str:
    """An identity that is the same for the same parts, in every run."""
    return str(uuid.uuid5(_SPACE, "\x1f".join(parts)))


def conflict_id(base_id: str, conflict: Conflict) -> str:
    """What a conflict is known by: where it is and the two values, whoever they come from."""
    values = sorted((canonical(conflict.one), canonical(conflict.other)))
    return deterministic_id(base_id, *conflict.key, conflict.column, conflict.kind, *values)


def conflict_row(
    base_id: str, conflict: Conflict, one: Side, other: Side, merge_id: str, moment: str, row: Row | None = None
) -> dict[str, Cell]:
    """The row of `konflikt` for a conflict that nobody has decided. `row`: what it is about, as it became."""
    return {
        "konflikt_id": conflict_id(base_id, conflict),
        "handelse_id": merge_id,
        "tabell": _table(conflict),
        "rad_id": conflict.key.rad_id,
        "objekt_id": _object(conflict, row),
        "kolumn": conflict.column or None,
        "slag": conflict.kind,
        "bas_varde": canonical(conflict.base),
        "ena_varde": canonical(conflict.one),
        "ena_kopia_id": one.kopia_id or None,
        "ena_grupp_id": one.grupp_id or None,
        "ena_vem": one.vem or None,
        "ena_tid": one.tid or None,
        "andra_varde": canonical(conflict.other),
        "andra_kopia_id": other.kopia_id or None,
        "andra_grupp_id": other.grupp_id or None,
        "andra_vem": other.vem or None,
        "andra_tid": other.tid or None,
        "status": OPEN,
        "skapad": moment,
    }


def open_conflicts(connection: sqlite3.Connection) -> list[Mapping[str, Cell]]:
    """The rows of `konflikt` that wait for a decision, in a fixed order."""
    if CONFLICTS.name not in tables_in(connection):
        return []
    rows = [row for row in dict_rows(connection, CONFLICTS.name) if row["status"] in (OPEN, POSTPONED)]
    return sorted(rows, key=lambda row: (str(row["objekt_id"] or ""), str(row["tabell"]), str(row["konflikt_id"])))


def decided_cells(connection: sqlite3.Connection) -> frozenset[tuple[Key, str]]:
    """The rows and columns that somebody has decided about in a file; '' for all of a row."""
    if CONFLICTS.name not in tables_in(connection):
        return frozenset()
    rows = [row for row in dict_rows(connection, CONFLICTS.name) if row["status"] == DECIDED]
    return frozenset((row_key(row), str(row["kolumn"] or "")) for row in rows)


def row_key(row: Mapping[str, object]) -> Key:
    """What the row that a conflict is about is known by."""
    about_object = row["rad_id"] == row["objekt_id"] or row["tabell"] == OBJECT
    return Key(OBJECT if about_object else str(row["tabell"]), str(row["rad_id"]))


GOALS, WITH_GOALS = "mal", ("mal_paverkan", "mal_motsvarighet")
"""The goals, and the tables whose rows go with a goal that is deleted."""


def review_tables(path: Path) -> tuple[str, ...]:
    """The tables without objects that decisions in the open conflicts of a file may write in; none without any.

    Raises StoreError.
    """
    with reading(path) as db:
        there, rows = tables_in(db.connection), open_conflicts(db.connection)
    if not rows:
        return ()
    named = {str(row["tabell"]) for row in rows if row["rad_id"] != row["objekt_id"]}
    if GOALS in named:
        named.update(WITH_GOALS)
    return (CONFLICTS.name, LOG.name, *sorted(named & there))


def _table(conflict: Conflict) -> str:
    """The table that the row lies in."""
    for row in (conflict.base, conflict.one, conflict.other):
        if isinstance(row, Mapping) and LAYER in row:
            return str(row[LAYER])
    return conflict.layer or conflict.key.kind


def _object(conflict: Conflict, row: Row | None) -> str | None:
    """The object it is about."""
    if conflict.key.kind == OBJECT:
        return conflict.key.rad_id
    rows: Sequence[object] = (conflict.one, conflict.other, conflict.base, row)
    named = [row.get("objekt_id") for row in rows if isinstance(row, Mapping)]
    return next((str(value) for value in named if value), None)
