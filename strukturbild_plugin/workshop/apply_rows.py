"""Merged rows written to a strukturbild: the catalogue first, what is different, then what is gone, last what is new.

What stays is written before anything goes: it lets go of what is deleted, and else the file's own triggers take it with
that (a goal that was moved out of a deleted set), or refuse (an object that was moved out of a deleted picture).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..catalogue.table_rows import COLUMNS, from_rows, to_rows
from ..store.gpkg import wkb
from ..store.gpkg.connection import columns_in, insert_rows, make_table, tables_in
from ..store.schema.ddl import added_column, insert, quoted
from ..store.schema.tables import FID, GEOMETRY, object_tables
from ..store.writing.writer import Writer
from .merged_tables import LAYER, OBJECT, Cell, Key, MergedTable, MergedTables, Row, merged_tables
from .row_merge import next_version

_LAST = ("mal", "malsamling", "bild")
"""Deleted in this order after all else: their triggers refuse, or clean up, what still names them."""
_WITH_OBJECTS = ("objekt_mal", "rost", "etikettplats", "insats", "enighet")
"""What the triggers on a layer remove with an object that is deleted there."""


@dataclass(frozen=True)
class MergedWrite:
    """A row as it is in the file (None: not there) and as it is to be (None: gone)."""

    key: Key
    before: Row | None
    after: Row | None


def write_rows(db: Writer, writes: Sequence[MergedWrite]) -> int:
    """Write the rows; gives how many. Raises StoreError, CatalogueError and sqlite3.Error."""
    _write_catalogue(db, [one for one in writes if one.key.kind in COLUMNS])
    tables = merged_tables(db.catalogue())
    rows = [one for one in writes if one.key.kind not in COLUMNS]
    columns = {
        table.name: [name for name in columns_in(db.connection, table.name) if name != FID] for table in tables.tables
    }
    for one in rows:
        if one.before is not None and one.after is not None and not _leaves(one):
            table = tables.of_row(one.key, one.after)
            _update(db, table, columns[table.name], one.key, one.before, one.after)
    for one in sorted((one for one in rows if _leaves(one)), key=_delete_order):
        (_delete if one.after is None else _leave)(db, tables.of_row(one.key, one.before or {}), one.key)
    for one in rows:
        if one.after is not None and (one.before is None or _leaves(one)):
            table = tables.of_row(one.key, one.after)
            _insert(db, table, columns[table.name], one.after)
    db.touch_tables({_table_name(tables, one) for one in rows})
    return len(writes)


def _leaves(one: MergedWrite) -> bool:
    """Whether the row is to go from the table where it lies: deleted, or an object in another layer now."""
    if one.before is None:
        return False
    return one.after is None or (one.key.kind == OBJECT and one.before[LAYER] != one.after[LAYER])


def _delete_order(one: MergedWrite) -> tuple[int, Key]:
    kind = one.key.kind
    return (_LAST.index(kind) + 2 if kind in _LAST else int(kind != OBJECT), one.key)


def _table_name(tables: MergedTables, one: MergedWrite) -> str:
    return tables.of_row(one.key, one.after or one.before or {}).name


def _write_catalogue(db: Writer, writes: Iterable[MergedWrite]) -> None:
    listed = list(writes)
    if not listed:
        return
    found: dict[str, dict[str, Row]] = {}
    tables = merged_tables(db.catalogue())
    for name, rows in to_rows(db.catalogue()).items():
        table = tables.by_name[name]
        found[name] = {table.key_of(_as_stored(table, row)).rad_id: row for row in rows}
    for one in listed:
        if one.after is None:
            found[one.key.kind].pop(one.key.rad_id, None)
        else:
            found[one.key.kind][one.key.rad_id] = one.after
    ordered = {name: sorted(rows.values(), key=_catalogue_order) for name, rows in found.items()}
    wider = from_rows(ordered)
    db.set_catalogue(wider)
    there = tables_in(db.connection)
    for spec in object_tables(wider):
        if spec.name not in there:
            make_table(db.connection, spec)
            continue
        columns = set(columns_in(db.connection, spec.name))
        for column in spec.columns:
            if column.name not in columns:
                db.connection.execute(added_column(spec.name, column))


def _as_stored(table: MergedTable, row: Row) -> Row:
    return {name: row.get(name) for name in table.columns}


def _catalogue_order(row: Row) -> tuple[str, float, str]:
    place = row.get("ordning")
    group = str(row.get("lista") or row.get("klass") or "")
    return (group, float(place) if isinstance(place, (int, float)) else 0.0, str(row.get("kod")))


def _delete(db: Writer, table: MergedTable, key: Key) -> None:
    where = " AND ".join(f"{quoted(name)} = ?" for name in table.key)
    db.connection.execute(f"DELETE FROM {quoted(table.name)} WHERE {where}", table.key_values(key))


def _leave(db: Writer, table: MergedTable, key: Key) -> None:
    """Take an object out of a layer for another one: what the layer's trigger removes with it stays."""
    where, connection = "WHERE objekt_id = ?", db.connection
    kept = {}
    for name in _WITH_OBJECTS:
        cursor = connection.execute(f"SELECT * FROM {name} {where}", (key.rad_id,))
        names = [column[0] for column in cursor.description]
        kept[name] = [dict(zip(names, row)) for row in cursor]
    comments = connection.execute(f"SELECT fid FROM kommentar {where}", (key.rad_id,)).fetchall()
    _delete(db, table, key)
    for name, rows in kept.items():
        insert_rows(connection, name, rows)
    connection.executemany("UPDATE kommentar SET objekt_id = ? WHERE fid = ?", [(key.rad_id, *fid) for fid in comments])


def _insert(db: Writer, table: MergedTable, columns: Sequence[str], row: Row) -> None:
    names = [name for name in columns if name in row]
    db.connection.execute(insert(table.name, names), [_stored(name, row[name]) for name in names])


def _update(db: Writer, table: MergedTable, columns: Sequence[str], key: Key, before: Row, after: Row) -> None:
    names = [name for name in columns if name in after and before.get(name) != after.get(name)]
    if not names:
        return
    values = [_stored(name, after[name]) for name in names]
    if table.kind == OBJECT and "version" not in names:  # else the table's trigger says that it was changed just now
        names, values = [*names, "version"], [*values, next_version(before)]
    places = ", ".join(f"{quoted(name)} = ?" for name in names)
    where = " AND ".join(f"{quoted(name)} = ?" for name in table.key)
    db.connection.execute(f"UPDATE {quoted(table.name)} SET {places} WHERE {where}", (*values, *table.key_values(key)))


def _stored(name: str, value: Cell) -> Cell:
    return wkb.to_blob(value) if name == GEOMETRY and isinstance(value, bytes) else value
