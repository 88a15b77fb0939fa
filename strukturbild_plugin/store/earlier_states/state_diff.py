"""What is different in a strukturbild since an earlier state of it, object by object, and how to write the state back.

Both are files, read row by row: no layer is open, and nothing is written here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...errors import StoreError
from ..autosave.copy_format import AUDIT_COLUMNS, Cell, Cells, RowChange
from ..gpkg import wkb
from ..gpkg.connection import columns_in, tables_in
from ..gpkg.error_messages import damaged
from ..gpkg.reader import ANCHORING, Reader, reading
from ..gpkg.row_mapping import text_to_codes
from ..schema.ddl import quoted
from ..schema.tables import (
    AREAS,
    ATTACHMENTS,
    COMMENTS,
    FID,
    GEOMETRY,
    GOAL_COUNTERPARTS,
    GOAL_INFLUENCES,
    GOAL_SETS,
    GOALS,
    HEAD,
    LABEL_PLACES,
    LINKS,
    LOG,
    MEASURES,
    PICTURE,
    QUESTIONS,
)

GONE, CHANGED, NEW = "borta", "andrat", "nytt"
"""What has become of an object since the state: it is there no more, is different, or was not there then."""
COMPARED_WHOLE = (
    *(HEAD, PICTURE, AREAS, GOAL_SETS, GOALS, GOAL_INFLUENCES, GOAL_COUNTERPARTS),
    *(COMMENTS, LOG, ATTACHMENTS, LABEL_PLACES, MEASURES, QUESTIONS),
)
"""Tables of which only is told whether they are different; of the log the anchoring."""
_NAMES_NODES = ("fran_id", "till_id", "nod_id", "noder")
_SILENT = AUDIT_COLUMNS | {FID, "schema_version", "katalog_version"}

_Row = tuple[str, Cells]
"""Table and cells."""
_Links = dict[str, dict[str, Cells]]
"""objekt_id -> mal_id -> row."""


@dataclass(frozen=True)
class ObjectDiff:
    """An object that is not as in the state. `changes`: what writes it as it was then; empty for a new one.

    `row`: the object as it was then; of a new one as it is now.
    """

    objekt_id: str
    kind: str
    tabell: str
    row: Cells
    changes: tuple[RowChange, ...] = ()

    def nodes(self) -> frozenset[str]:
        """The nodes that the row names."""
        return frozenset(code for name in _NAMES_NODES for code in text_to_codes(self.row.get(name)))


@dataclass(frozen=True)
class StateDiff:
    """All that is different since a state."""

    objects: tuple[ObjectDiff, ...] = ()
    tables: tuple[str, ...] = ()
    """Names of those COMPARED_WHOLE that are different."""

    def of_kind(self, kind: str) -> tuple[ObjectDiff, ...]:
        """The objects that have become GONE, CHANGED or NEW."""
        return tuple(one for one in self.objects if one.kind == kind)

    def needed_for(self, chosen: Iterable[str]) -> frozenset[str]:
        """The chosen objects, and the nodes they name that are gone: a line is not brought back without its ends."""
        gone = {one.objekt_id: one for one in self.of_kind(GONE)}
        known = {one.objekt_id: one for one in self.objects}
        found: set[str] = set()
        waiting = [objekt_id for objekt_id in chosen if objekt_id in known]
        while waiting:
            objekt_id = waiting.pop()
            if objekt_id not in found:
                found.add(objekt_id)
                waiting.extend(known[objekt_id].nodes().intersection(gone))
        return frozenset(found)

    def changes_of(self, chosen: Iterable[str]) -> tuple[RowChange, ...]:
        """What writes these objects, their goals included, as they were in the state."""
        wanted = frozenset(chosen)
        return tuple(change for one in self.objects if one.objekt_id in wanted for change in one.changes)


@dataclass
class _Content:
    objects: dict[str, _Row] = field(default_factory=dict)
    links: _Links = field(default_factory=dict)
    whole: dict[str, frozenset[tuple[Cell, ...]]] = field(default_factory=dict)


def state_diff(state: Path, file: Path) -> StateDiff:
    """What is saved in `file` that is not as in `state`, a copy of this version of the tables. Raises StoreError."""
    then, now = _content(state), _content(file)
    found = []
    for objekt_id in sorted({*then.objects, *now.objects}):
        was, there = then.objects.get(objekt_id), now.objects.get(objekt_id)
        links = _link_changes(then.links.get(objekt_id, {}), now.links.get(objekt_id, {}))
        if was is None:
            if there is not None:
                found.append(ObjectDiff(objekt_id, NEW, *there))
            continue
        changes = (*_row_changes(was, there), *links)
        if changes:
            found.append(ObjectDiff(objekt_id, GONE if there is None else CHANGED, *was, changes))
    names = {*then.whole, *now.whole}
    tables = tuple(spec.name for spec in COMPARED_WHOLE if spec.name in names and _differs(spec.name, then, now))
    return StateDiff(tuple(found), tables)


def _differs(table: str, then: _Content, now: _Content) -> bool:
    return then.whole.get(table, frozenset()) != now.whole.get(table, frozenset())


def _row_changes(was: _Row, there: _Row | None) -> list[RowChange]:
    table, cells = was
    if there is None:
        return [RowChange(table, None, cells)]
    if there[0] != table:  # it lies in another layer now
        return [RowChange(there[0], there[1], None), RowChange(table, None, cells)]
    columns = _different(cells, there[1])
    return [RowChange(table, there[1], {name: cells[name] for name in columns})] if columns else []


def _link_changes(was: Mapping[str, Cells], there: Mapping[str, Cells]) -> list[RowChange]:
    changes = []
    for mal_id in sorted({*was, *there}):
        then, now = was.get(mal_id), there.get(mal_id)
        if then is None:
            changes.append(RowChange(LINKS.name, now, None))
        elif now is None:
            changes.append(RowChange(LINKS.name, None, then))
        else:
            columns = _different(then, now)
            if columns:
                changes.append(RowChange(LINKS.name, now, {name: then[name] for name in columns}))
    return changes


def _different(one: Cells, other: Cells) -> list[str]:
    """The columns that both have and that say different things, beside who and when."""
    return [name for name in one if name in other and name not in _SILENT and one[name] != other[name]]


def _content(path: Path) -> _Content:
    content = _Content()
    try:
        with reading(path) as db:
            _read(db, content)
    except (LookupError, TypeError, ValueError) as error:
        raise StoreError(damaged(path)) from error
    return content


def _read(db: Reader, content: _Content) -> None:
    there = tables_in(db.connection)
    for layer in db.catalogue().lager:
        if layer.kod in there:
            for cells in _rows(db.connection, layer.kod):
                content.objects[str(cells["objekt_id"])] = (layer.kod, cells)
    for cells in _rows(db.connection, LINKS.name):
        content.links.setdefault(str(cells["objekt_id"]), {})[str(cells["mal_id"])] = cells
    for spec in COMPARED_WHOLE:
        if spec.name in there:
            rows = _rows(db.connection, spec.name)
            kept = [cells for cells in rows if spec is not LOG or cells.get("vad") == ANCHORING]
            content.whole[spec.name] = frozenset(
                tuple(cells.get(name) for name in spec.column_names() if name not in _SILENT)
                + ((cells.get(GEOMETRY),) if spec.geometry else ())
                for cells in kept
            )


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Cell]]:
    columns = [name for name in columns_in(connection, table) if name != FID]
    names = ", ".join(map(quoted, columns))
    found = connection.execute(f"SELECT {names} FROM {quoted(table)} ORDER BY rowid")
    return [{name: _cell(name, value) for name, value in zip(columns, row)} for row in found]


def _cell(name: str, value: Cell) -> Cell:
    """As an autosave copy holds it: nothing and '' both as None, shapes as plain WKB."""
    if value == "":
        return None
    return wkb.from_blob(value) if name == GEOMETRY and isinstance(value, bytes) else value
