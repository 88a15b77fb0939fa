"""The triggers that may be in a strukturbild: our own of every version, and those that GDAL makes for any table.

A trigger runs whenever rows are written, also by QGIS. One that is not word for word one of these is not let in.
"""

from __future__ import annotations

import re
from typing import Iterator

from . import ddl
from .tables import CATALOGUE_TABLES, OWN_TABLES, TableSpec

_SPATIAL = ("insert", "update1", "update2", "update3", "update4", "update5", "update6", "update7", "delete")
_COUNTING = {"trigger_insert_feature_count_": "+", "trigger_delete_feature_count_": "-"}
_PICTURE_GUARD = re.compile(
    r"CREATE TRIGGER bild_borttagen BEFORE DELETE ON bild WHEN "
    r"EXISTS \(SELECT 1 FROM \"\w+\" WHERE bild_id = OLD\.bild_id\)"
    r"(?: OR EXISTS \(SELECT 1 FROM \"\w+\" WHERE bild_id = OLD\.bild_id\))*"
    r" BEGIN SELECT RAISE\(ABORT, '[^']*'\); END"
)
"""Names every table that objects lie in."""
_NO_OBJECTS = "|".join(spec.name for spec in (*OWN_TABLES, *CATALOGUE_TABLES))
_IS_NO_OBJECT_TABLE = re.compile(
    rf"(?:{_NO_OBJECTS}|layer_styles|qgis_projects|(?:gpkg|rtree|sqlite)_.*)\Z", re.IGNORECASE
)
"""What happens when an object is deleted must not happen when a row of the program's own is."""
_MIN_VALUES = {"zoom_level": 0, "matrix_width": 1, "matrix_height": 1}
_POSITIVE_COLUMNS = ("pixel_x_size", "pixel_y_size")
_EVENTS = ("insert", "update")
_TILE_MATRIX = "gpkg_tile_matrix"


def is_standard(name: str, table: str, sql: str, key: str) -> bool:
    """Whether the trigger `name` on `table`, whose primary key is `key`, is one of those that may be there."""
    plain = sql.strip()
    if name == "bild_borttagen":
        return _PICTURE_GUARD.fullmatch(plain) is not None
    if table == _TILE_MATRIX:
        return any(plain == each for each in _tile_matrix_triggers())
    return any(plain == each for each in _forms(name, table, key))


def _forms(name: str, table: str, key: str) -> Iterator[str]:
    """What a trigger with this name on this table may say."""
    for start, step in _COUNTING.items():
        if name == start + table:
            yield (
                f"CREATE TRIGGER {ddl.quoted(name)} AFTER {start.split('_')[1].upper()} ON {ddl.quoted(table)} BEGIN "
                f"UPDATE gpkg_ogr_contents SET feature_count = feature_count {step} 1 "
                f"WHERE lower(table_name) = lower({ddl.literal(table)}); END"
            )
    ending = name.rpartition("_")[2]
    if name.startswith(f"rtree_{table}_") and ending in _SPATIAL:
        geometry = name[len(f"rtree_{table}_") : -len(ending) - 1]
        yield from spatial_triggers(table, geometry, key)
    yield from ddl.keeping_triggers(())
    yield ddl.OLDER_UNLINKING
    if not _IS_NO_OBJECT_TABLE.match(table):
        spec = TableSpec(table, (), objects=True)
        yield from ddl.object_triggers(spec)
        yield from ddl.older_removals(spec)
    if not _IS_NO_OBJECT_TABLE.match(table) and name.startswith(f"{table}_"):
        yield from _tile_triggers(table)


def _tile_matrix_triggers() -> Iterator[str]:
    """The standard's guards of the table that says how tiles lie: they refuse a row, and do nothing else."""
    wrong = [
        (column, f"cannot be less than {least}", f"(NEW.{column} < {least})") for column, least in _MIN_VALUES.items()
    ]
    wrong += [(column, "must be greater than 0", f"NOT (NEW.{column} > 0)") for column in _POSITIVE_COLUMNS]
    for column, said, when in wrong:
        for event in _EVENTS:
            of = "of" if column == "zoom_level" else "OF"  # as GDAL writes it
            refusal = _refusal(event, _TILE_MATRIX, f"{column} {said}", when)
            yield _guard(f"{_TILE_MATRIX}_{column}_{event}", _TILE_MATRIX, event, f"{of} {column}", f"{refusal}; ", "'")


def _tile_triggers(table: str) -> Iterator[str]:
    """The standard's guards of a table of picture tiles."""
    of_table = f"FROM {_TILE_MATRIX} WHERE lower(table_name) = lower({ddl.literal(table)})"
    for event in _EVENTS:
        known = f"NOT (NEW.zoom_level IN (SELECT zoom_level {of_table}))"
        refusal = _refusal(event, table, f"zoom_level not specified for table in {_TILE_MATRIX}", known)
        yield _guard(f"{table}_zoom_{event}", table, event, "OF zoom_level", f"{refusal} ; ", '"')
        for column, size in (("tile_column", "matrix_width"), ("tile_row", "matrix_height")):
            low = _refusal(event, table, f"{column} cannot be < 0", f"(NEW.{column} < 0)")
            said = f"{column} must by < {size} specified for table and zoom level in {_TILE_MATRIX}"
            inside = f"NOT (NEW.{column} < (SELECT {size} {of_table} AND zoom_level = NEW.zoom_level))"
            body = f"{low} ; {_refusal(event, table, said, inside)}; "
            yield _guard(f"{table}_{column}_{event}", table, event, f"OF {column}", body, '"')


def _refusal(event: str, table: str, said: str, when: str) -> str:
    words = ddl.literal(f"{event} on table '{table}' violates constraint: {said}")
    return f"SELECT RAISE(ABORT, {words}) WHERE {when}"


def _guard(name: str, table: str, event: str, of: str, body: str, quote: str) -> str:
    shown, on = (f"{quote}{each.replace(quote, quote * 2)}{quote}" for each in (name, table))
    when = "UPDATE " + of if event == "update" else "INSERT"
    return f"CREATE TRIGGER {shown} BEFORE {when} ON {on} FOR EACH ROW BEGIN {body}END"


def spatial_triggers(table: str, geometry: str, key: str) -> list[str]:
    """The triggers of a spatial index: of GeoPackage 1.2 as we make them, and what 1.4 says otherwise."""
    index = f"rtree_{table}_{geometry}"
    t, g, f, i = (ddl.quoted(each) for each in (table, geometry, key, index))
    same, moved = f"OLD.{f} = NEW.{f}", f"OLD.{f} != NEW.{f}"
    full = f"(NEW.{g} NOTNULL AND NOT ST_IsEmpty(NEW.{g}))"
    bounds = f"(NEW.{f},ST_MinX(NEW.{g}), ST_MaxX(NEW.{g}),ST_MinY(NEW.{g}), ST_MaxY(NEW.{g}))"
    sides = f"minx = ST_MinX(NEW.{g}), maxx = ST_MaxX(NEW.{g}),miny = ST_MinY(NEW.{g}), maxy = ST_MaxY(NEW.{g})"

    def changed(number: int, of_geometry: bool, when: str, body: str) -> str:
        event = f"UPDATE OF {g}" if of_geometry else "UPDATE"
        name = ddl.quoted(f"{index}_update{number}")
        return f"CREATE TRIGGER {name} AFTER {event} ON {t} WHEN {when} BEGIN {body}END"

    had, had_none = f"(OLD.{g} NOTNULL AND NOT ST_IsEmpty(OLD.{g}))", f"(OLD.{g} ISNULL OR ST_IsEmpty(OLD.{g}))"
    drop, put = f"DELETE FROM {i} WHERE id = OLD.{f}; ", f"INSERT OR REPLACE INTO {i} VALUES {bounds}; "
    return [
        *ddl.spatial_triggers(table, geometry, key),
        changed(5, False, f"{moved} AND {full}", drop + put),
        changed(6, True, f"{same} AND {full} AND {had}", f"UPDATE {i} SET {sides} WHERE id = NEW.{f};"),
        changed(7, True, f"{same} AND {full} AND {had_none}", f"INSERT INTO {i} VALUES {bounds}; "),
    ]
