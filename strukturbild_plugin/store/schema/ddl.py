"""Table specifications as GeoPackage 1.2 (OGC 12-128r15): tables, constraints, indexes, spatial indexes and triggers.

Statements only; nothing here opens a file. The texts of the spatial index triggers are those of the standard's annex
F.3, so that every GeoPackage reader knows them.
"""

from __future__ import annotations

from typing import Iterable, Sequence

from .tables import (
    BINARY_COLUMN,
    DATE_COLUMN,
    DECIMAL_COLUMN,
    FID,
    GEOMETRY,
    GEOMETRY_NAMES,
    INTEGER_COLUMN,
    MOMENT_COLUMN,
    SRID,
    TEXT_COLUMN,
    YES_NO_COLUMN,
    ColumnSpec,
    TableSpec,
)

APPLICATION_ID = 0x47504B47
"""'GPKG'."""
GPKG_VERSION = 10200

NOW = "strftime('%Y-%m-%dT%H:%M:%fZ','now')"

_SQL_TYPES = {
    TEXT_COLUMN: "TEXT",
    INTEGER_COLUMN: "INTEGER",
    DECIMAL_COLUMN: "REAL",
    DATE_COLUMN: "DATE",
    MOMENT_COLUMN: "DATETIME",
    # Not BOOLEAN: a drop-down of QGIS cannot hold true, and shows it as "(true)".
    YES_NO_COLUMN: "INTEGER",
    BINARY_COLUMN: "BLOB",
}

_SWEREF = (
    'PROJCS["SWEREF99 TM",GEOGCS["SWEREF99",DATUM["SWEREF99",SPHEROID["GRS 1980",6378137,298.257222101,'
    'AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6619"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4619"]],'
    'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",15],'
    'PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],'
    'UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Northing",NORTH],AXIS["Easting",EAST],AUTHORITY["EPSG","3006"]]'
)
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)

REFERENCE_SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    ("WGS 84 geodetic", 4326, "EPSG", 4326, _WGS84, "longitude/latitude coordinates in decimal degrees"),
    ("SWEREF99 TM", SRID, "EPSG", SRID, _SWEREF, "SWEREF 99 TM, metres"),
)

STANDARD_TABLES = (
    (
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, "
        "organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, "
        "description TEXT)"
    ),
    (
        "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, "
        f"identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT ({NOW}), "
        "min_x DOUBLE, min_y DOUBLE, "
        "max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, "
        "CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))"
    ),
    "CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL)",
    (
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, "
        "geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, "
        "CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), "
        "CONSTRAINT uk_gc_table_name UNIQUE (table_name), "
        "CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), "
        "CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))"
    ),
    (
        "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, "
        "definition TEXT NOT NULL, scope TEXT NOT NULL, "
        "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))"
    ),
    (
        'CREATE TABLE "layer_styles" ("id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "f_table_catalog" TEXT(256), '
        '"f_table_schema" TEXT(256), "f_table_name" TEXT(256), "f_geometry_column" TEXT(256), "styleName" TEXT(30), '
        '"styleQML" TEXT, "styleSLD" TEXT, "useAsDefault" BOOLEAN, '
        '"description" TEXT, "owner" TEXT(30), "ui" TEXT(30), '
        f'"update_time" DATETIME DEFAULT ({NOW}))'
    ),
    "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)",
)
"""The standard's own tables, the tables QGIS keeps styles and projects in."""


def quoted(name: str) -> str:
    """`name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def table(spec: TableSpec) -> str:
    """The CREATE TABLE statement."""
    parts = [f"{quoted(FID)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    if spec.geometry:
        parts.append(f"{quoted(GEOMETRY)} {GEOMETRY_NAMES[spec.geometry]}")
    parts.extend(column(each) for each in spec.columns)
    parts.extend(f"UNIQUE ({', '.join(map(quoted, columns))})" for columns in spec.unique)
    return f"CREATE TABLE {quoted(spec.name)} ({', '.join(parts)})"


def column(spec: ColumnSpec) -> str:
    """The definition of one column. Constraints are named, so that a failure names what was broken."""
    parts = [quoted(spec.name), _SQL_TYPES[spec.kind]]
    if spec.required:
        parts.append("NOT NULL")
    if spec.default is not None:
        parts.append(f"DEFAULT {spec.default if isinstance(spec.default, int) else literal(spec.default)}")
    if spec.unique:
        parts.append("UNIQUE")
    checks = []
    if spec.least is not None:
        checks.append(f"{quoted(spec.name)} >= {spec.least}")
    if spec.most is not None:
        checks.append(f"{quoted(spec.name)} <= {spec.most}")
    if spec.filled:
        checks.append(f"length({quoted(spec.name)}) > 0")
    if checks:
        parts.append(f"CONSTRAINT {quoted('otillåtet värde i ' + spec.name)} CHECK ({' AND '.join(checks)})")
    return " ".join(parts)


def added_column(table_name: str, spec: ColumnSpec) -> str:
    """The statement that gives an existing table one more column."""
    return f"ALTER TABLE {quoted(table_name)} ADD COLUMN {column(spec)}"


def indexes(spec: TableSpec) -> list[str]:
    """Ordinary indexes of a table."""
    return [
        f"CREATE INDEX {quoted('_'.join(('idx', spec.name, *columns)))} ON {quoted(spec.name)} "
        f"({', '.join(map(quoted, columns))})"
        for columns in spec.indexes
    ]


def registrations(spec: TableSpec) -> list[tuple[str, tuple]]:
    """What the standard's tables (and OGR's row count) must say about a table."""
    kind = "features" if spec.geometry else "attributes"
    contents = "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?,?,?,?,?)"
    rows: list[tuple[str, tuple]] = [
        (contents, (spec.name, kind, spec.name, spec.title, SRID if spec.geometry else 0)),
        ("INSERT INTO gpkg_ogr_contents VALUES (?, 0)", (spec.name,)),
    ]
    if spec.geometry:
        geometry_row = (spec.name, GEOMETRY, GEOMETRY_NAMES[spec.geometry], SRID, 0, 0)
        definition = "http://www.geopackage.org/spec120/#extension_rtree"
        rows.append(("INSERT INTO gpkg_geometry_columns VALUES (?,?,?,?,?,?)", geometry_row))
        extension = (spec.name, GEOMETRY, "gpkg_rtree_index", definition, "write-only")
        rows.append(("INSERT INTO gpkg_extensions VALUES (?,?,?,?,?)", extension))
    return rows


def rtree_name(table_name: str) -> str:
    """The spatial index of a table."""
    return f"rtree_{table_name}_{GEOMETRY}"


def spatial_index(spec: TableSpec) -> list[str]:
    """The rtree of a table and the standard's triggers that keep it right."""
    index = quoted(rtree_name(spec.name))
    return [
        f"CREATE VIRTUAL TABLE {index} USING rtree(id, minx, maxx, miny, maxy)",
        *spatial_triggers(spec.name, GEOMETRY, FID),
    ]


def spatial_triggers(table_name: str, geometry: str, key: str) -> list[str]:
    """The triggers that keep the rtree of a table right, whatever its columns are called."""
    t, g, f, index = quoted(table_name), quoted(geometry), quoted(key), f"rtree_{table_name}_{geometry}"
    bounds = f"NEW.{f},ST_MinX(NEW.{g}), ST_MaxX(NEW.{g}),ST_MinY(NEW.{g}), ST_MaxY(NEW.{g})"
    insert_row = f"INSERT OR REPLACE INTO {quoted(index)} VALUES ({bounds});"
    drop_old = f"DELETE FROM {quoted(index)} WHERE id = OLD.{f};"
    drop_both = f"DELETE FROM {quoted(index)} WHERE id IN (OLD.{f}, NEW.{f});"
    full, empty = f"(NEW.{g} NOTNULL AND NOT ST_IsEmpty(NEW.{g}))", f"(NEW.{g} ISNULL OR ST_IsEmpty(NEW.{g}))"
    same, moved = f"OLD.{f} = NEW.{f}", f"OLD.{f} != NEW.{f}"

    def trigger(name: str, event: str, when: str, body: str) -> str:
        return f"CREATE TRIGGER {quoted(f'{index}_{name}')} AFTER {event} ON {t} WHEN {when} BEGIN {body} END"

    return [
        trigger("insert", "INSERT", f"(new.{g} NOT NULL AND NOT ST_IsEmpty(NEW.{g}))", insert_row),
        trigger("update1", f"UPDATE OF {g}", f"{same} AND {full}", insert_row),
        trigger("update2", f"UPDATE OF {g}", f"{same} AND {empty}", drop_old),
        trigger("update3", "UPDATE", f"{moved} AND {full}", f"{drop_old} {insert_row}"),
        trigger("update4", "UPDATE", f"{moved} AND {empty}", drop_both),
        trigger("delete", "DELETE", f"old.{g} NOT NULL", drop_old),
    ]


def row_count_triggers(spec: TableSpec) -> list[str]:
    """OGR's row count, kept by the triggers OGR itself would make."""
    t, name = quoted(spec.name), literal(spec.name)
    return [
        f"CREATE TRIGGER {quoted(f'trigger_{event}_feature_count_{spec.name}')} AFTER {event.upper()} ON {t} BEGIN "
        f"UPDATE gpkg_ogr_contents SET feature_count = feature_count {step} 1 "
        f"WHERE lower(table_name) = lower({name}); END"
        for event, step in (("insert", "+"), ("delete", "-"))
    ]


def object_triggers(spec: TableSpec) -> list[str]:
    """Times and version kept whoever writes, and nothing left pointing at a deleted object.

    Version and time are only set when the writer did not set them itself, so a merge may write what it decided.
    """
    t, f = quoted(spec.name), quoted(FID)
    created = f"skapad = {NOW}, andrad = coalesce(NEW.andrad, {NOW})"
    changed = f"version = OLD.version + 1, andrad = CASE WHEN NEW.andrad IS OLD.andrad THEN {NOW} ELSE NEW.andrad END"
    same = "NEW.version IS OLD.version AND OLD.skapad IS NOT NULL"

    def trigger(name: str, event: str, body: str) -> str:
        return f"CREATE TRIGGER {quoted(f'{spec.name}_{name}')} AFTER {event} BEGIN {body} END"

    return [
        trigger("skapad", f"INSERT ON {t} WHEN NEW.skapad IS NULL", f"UPDATE {t} SET {created} WHERE {f} = NEW.{f};"),
        trigger("andrad", f"UPDATE ON {t} WHEN {same}", f"UPDATE {t} SET {changed} WHERE {f} = NEW.{f};"),
        _removal(spec, _CLEAN_UP, "etikettplats", "insats", "enighet"),
    ]


_CLEAN_UP = (
    "DELETE FROM objekt_mal WHERE objekt_id = OLD.objekt_id; DELETE FROM rost WHERE objekt_id = OLD.objekt_id; "
    "UPDATE kommentar SET objekt_id = NULL WHERE objekt_id = OLD.objekt_id;"
)


def _removal(spec: TableSpec, clean_up: str, *tables: str) -> str:
    more = "".join(f" DELETE FROM {table} WHERE objekt_id = OLD.objekt_id;" for table in tables)
    name = quoted(f"{spec.name}_borttagen")
    return f"CREATE TRIGGER {name} AFTER DELETE ON {quoted(spec.name)} BEGIN {clean_up}{more} END"


def older_removals(spec: TableSpec) -> list[str]:
    """The last of `object_triggers` as it was in version 1, and in version 2: an older file still has it."""
    return [_removal(spec, _CLEAN_UP), _removal(spec, _CLEAN_UP, "etikettplats")]


_UNLINK = (
    "DELETE FROM objekt_mal WHERE mal_id = OLD.mal_id; UPDATE mal SET over_id = OLD.over_id WHERE over_id = OLD.mal_id;"
)
_UNLINK_GOALS = (
    "DELETE FROM mal_paverkan WHERE fran_mal_id = OLD.mal_id OR till_mal_id = OLD.mal_id; "
    "DELETE FROM mal_motsvarighet WHERE mal_id = OLD.mal_id OR motsvarar_mal_id = OLD.mal_id;"
)
OLDER_UNLINKING = f"CREATE TRIGGER mal_borttaget AFTER DELETE ON mal BEGIN {_UNLINK} END"
"""The trigger on goals as it was in versions 1 and 2."""


def keeping_triggers(objects: Sequence[TableSpec]) -> list[str]:
    """A picture that holds objects cannot be deleted; a deleted picture, goal or goal set leaves nothing loose."""
    held = " OR ".join(f"EXISTS (SELECT 1 FROM {quoted(spec.name)} WHERE bild_id = OLD.bild_id)" for spec in objects)
    refusal = literal("Bilden har objekt och kan inte tas bort. Flytta eller ta bort objekten först.")
    empty = "DELETE FROM mal WHERE samling = OLD.kod;"
    moved = "DELETE FROM etikettplats WHERE bild_id = OLD.bild_id;"
    return [
        f"CREATE TRIGGER bild_borttagen_namn AFTER DELETE ON bild BEGIN {moved} END",
        f"CREATE TRIGGER bild_borttagen BEFORE DELETE ON bild WHEN {held} BEGIN SELECT RAISE(ABORT, {refusal}); END",
        f"CREATE TRIGGER mal_borttaget AFTER DELETE ON mal BEGIN {_UNLINK} {_UNLINK_GOALS} END",
        f"CREATE TRIGGER malsamling_borttagen AFTER DELETE ON malsamling BEGIN {empty} END",
    ]


def everything_for(spec: TableSpec, audited: bool = True) -> list[str]:
    """All statements for one table but its registrations; `audited`: with the triggers that tend rows of objects."""
    statements = [table(spec), *indexes(spec)]
    if spec.geometry:
        statements.extend(spatial_index(spec))
    if spec.objects and audited:
        statements.extend(object_triggers(spec))
    return [*statements, *row_count_triggers(spec)]


def insert(table_name: str, columns: Iterable[str]) -> str:
    """An INSERT with one place per column."""
    names = tuple(columns)
    return f"INSERT INTO {quoted(table_name)} ({', '.join(map(quoted, names))}) VALUES ({', '.join('?' * len(names))})"
