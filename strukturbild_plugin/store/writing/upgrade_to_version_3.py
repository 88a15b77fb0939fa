"""2 -> 3: written once, and never changed afterwards. See upgrade_steps.py.

Licence, permission and reference of the strukturbild; the attributes of catalogue/added_attributes.py on the objects;
versions of goal sets, goals that bear on each other, measures and questions; workshops, copies, merges and conflicts;
and yes and no as whole numbers.
"""

from __future__ import annotations

import sqlite3
from typing import Iterable

from ...catalogue.added_attributes import CODES, with_added
from ...catalogue.model import Catalogue
from ...catalogue.table_rows import COLUMNS, from_rows, to_rows
from ..gpkg.connection import dict_rows, insert_rows, make_table
from ..schema.ddl import quoted
from ..schema.later_columns import LATER_COLUMNS
from ..schema.specs import (
    BINARY_COLUMN,
    DATE_COLUMN,
    DECIMAL_COLUMN,
    INTEGER_COLUMN,
    MOMENT_COLUMN,
    TEXT_COLUMN,
    YES_NO_COLUMN,
    ColumnSpec,
    TableSpec,
)
from .table_rebuild import add_columns, rebuild_table, set_table_aside


def new_columns(before: Catalogue, after: Catalogue) -> dict[str, set[str]]:
    """The columns that version 2 did not have, by table, in a file whose catalogue was `before` and becomes `after`."""
    found = {table: set(columns) for table, columns in LATER_COLUMNS.items()}
    found.update({spec.name: set(spec.column_names()) for spec in _NEW_TABLES})
    for layer in after.lager:
        was = {one.kod for one in before.columns(layer.kod)}
        found[layer.kod] = {one.kod for one in after.columns(layer.kod) if one.kod in CODES and one.kod not in was}
    return found


def to_version_3(connection: sqlite3.Connection) -> list[str]:
    """Change the tables; gives what was done to somebody's own columns and tables, in sentences."""
    told: list[str] = []
    for spec in _NEW_TABLES:
        told += set_table_aside(connection, spec.name)
    for table, columns in _NEW_COLUMNS.items():
        told += add_columns(connection, table, columns)
    before = from_rows({table: dict_rows(connection, table) for table in COLUMNS})
    after = with_added(before)
    _write_catalogue(connection, after)
    new, layers = new_columns(before, after), _object_tables(after)
    for spec in (_HEAD, _GOAL_SETS, *layers):
        told += rebuild_table(connection, spec, new[spec.name])
    for spec in _NEW_TABLES:
        make_table(connection, spec)
    _make_triggers(connection, [spec.name for spec in layers])
    return told


def _texts(*names: str) -> tuple[ColumnSpec, ...]:
    return tuple(ColumnSpec(name) for name in names)


def _needed(*names: str) -> tuple[ColumnSpec, ...]:
    return tuple(ColumnSpec(name, required=True) for name in names)


def _of(kind: str, *names: str) -> tuple[ColumnSpec, ...]:
    return tuple(ColumnSpec(name, kind) for name in names)


def _identity(name: str) -> ColumnSpec:
    return ColumnSpec(name, required=True, unique=True, filled=True)


def _whole(name: str, least: int | None = None, most: int | None = None) -> ColumnSpec:
    return ColumnSpec(name, INTEGER_COLUMN, least=least, most=most)


_ORDER = ColumnSpec("ordning", INTEGER_COLUMN, required=True, default=1)
_AUDIT = (
    ColumnSpec("skapad_av"),
    ColumnSpec("skapad", MOMENT_COLUMN),
    ColumnSpec("andrad_av"),
    ColumnSpec("andrad", MOMENT_COLUMN),
    ColumnSpec("grupp"),
    ColumnSpec("version", INTEGER_COLUMN, required=True, default=1, least=1),
)

# ---- Tables made anew: their yes and no become whole numbers

_NEW_IN_HEAD = (
    *_texts("licens", "spridningstillstand"),
    *_of(DATE_COLUMN, "spridningstillstand_datum"),
    *_texts("diarienummer", "op_standard", "op_version"),
)
_HEAD = TableSpec(
    "strukturbild",
    (
        _identity("strukturbild_id"),
        *_needed("titel"),
        *_texts("lan", "organisation", "beskrivning", "mall", "mall_version", "symboluppsattning", "sprak"),
        ColumnSpec("skapad", MOMENT_COLUMN),
        ColumnSpec("exempel", YES_NO_COLUMN, default=0),
        *_texts("katalog_version"),
        ColumnSpec("schema_version", INTEGER_COLUMN, required=True, least=1),
        _whole("samverkansniva", 1, 8),
        *_NEW_IN_HEAD,
    ),
)
_NEW_IN_GOAL_SETS = (
    *_texts("serie", "reviderad", "giltig_till", "ersatter"),
    *_of(DATE_COLUMN, "kontrollerad"),
    *_texts("omfattning", "nivakallor", "adresser", "biblioteksversion"),
)
_GOAL_SETS = TableSpec(
    "malsamling",
    (
        _identity("kod"),
        *_needed("namn"),
        *_texts("organisation", "lan", "antagen"),
        _whole("horisont"),
        *_texts("url"),
        ColumnSpec("fullstandig", YES_NO_COLUMN, default=1),
        *_texts("anmarkning", "overordnat", "kallor"),
        *_NEW_IN_GOAL_SETS,
    ),
)
_OBJECTS_START = (
    _identity("objekt_id"),
    *_needed("bild_id"),
    *_texts("ursprung_id"),
    *_needed("klass"),
    *_texts("namn", "niva", "undertyp", "roll", "status", "osakerhet"),
)
_KINDS = {"heltal": INTEGER_COLUMN, "decimal": DECIMAL_COLUMN, "datum": DATE_COLUMN, "ja_nej": YES_NO_COLUMN}

# ---- New columns of tables that stay

_NEW_COLUMNS = {
    "bild": (*_texts("utgar_fran"), _whole("remissomgang", 1), *_of(DATE_COLUMN, "ses_over")),
    "mal": (
        *_texts("kalla", "tillganglighet", "ersatter"),
        ColumnSpec("vikt", DECIMAL_COLUMN, least=0),
        *_of(YES_NO_COLUMN, "prioriterat"),
    ),
    "kommentar": (*_texts("svar_pa", "workshop_id", "aktor", "svar"), _whole("remissomgang", 1)),
    "rost": (*_texts("bild_id", "workshop_id"), *_of(DECIMAL_COLUMN, "x", "y")),
    "logg": _texts("grupp", "handelse_id"),
    "varde": _texts("kalla"),
    "klass": (*_texts("roller"), *_of(DECIMAL_COLUMN, "motesavstand")),
    "niva": _texts("kalla", "undertyper"),
}

# ---- New tables

_NEW_TABLES = (
    TableSpec(
        "insats",
        (
            _identity("insats_id"),
            *_needed("objekt_id", "vad"),
            *_texts("aktor"),
            _whole("fran_ar", 1900, 2200),
            _whole("till_ar", 1900, 2200),
            *_texts("status", "plan_ref", "detalj"),
            _ORDER,
            *_AUDIT,
        ),
        title="Insatser",
        indexes=(("objekt_id",),),
    ),
    TableSpec(
        "fraga",
        (
            _identity("fraga_id"),
            *_needed("nyckel", "slag"),
            *_texts("objekt_id", "andra_objekt_id", "mal_id", "andra_mal_id"),
            *_needed("status"),
            *_texts("ansvarig", "text"),
            *_AUDIT,
        ),
        title="Frågor att hantera",
        indexes=(("objekt_id",), ("nyckel",)),
    ),
    TableSpec(
        "mal_paverkan",
        (
            *_needed("fran_mal_id", "till_mal_id"),
            ColumnSpec("varde", INTEGER_COLUMN, required=True, least=-3, most=3),
            *_texts("motivering", "vem", "grupp"),
            *_of(MOMENT_COLUMN, "tid"),
        ),
        title="Mål som påverkar mål",
        unique=(("fran_mal_id", "till_mal_id"),),
        indexes=(("till_mal_id",),),
    ),
    TableSpec(
        "mal_motsvarighet",
        (
            *_needed("mal_id", "motsvarar_mal_id"),
            *_texts("slag", "motivering", "vem", "grupp"),
            *_of(MOMENT_COLUMN, "tid"),
        ),
        title="Mål som motsvarar nationella och globala mål",
        unique=(("mal_id", "motsvarar_mal_id"),),
        indexes=(("motsvarar_mal_id",),),
    ),
    TableSpec(
        "workshop",
        (
            _identity("workshop_id"),
            *_needed("titel"),
            *_texts("syfte"),
            _whole("samverkansniva", 1, 8),
            *_of(MOMENT_COLUMN, "tid"),
            *_texts("plats", "far_andra", "status", "bas_id", "bas_fingeravtryck"),
            *_of(MOMENT_COLUMN, "fryst"),
            *_texts("fryst_av", "skapad_av"),
            *_of(MOMENT_COLUMN, "skapad"),
        ),
        title="Workshoppar",
    ),
    TableSpec(
        "workshopgrupp",
        (
            _identity("grupp_id"),
            *_needed("workshop_id", "namn"),
            *_texts("farg", "kommunkod", "far_andra"),
            _ORDER,
        ),
        title="Grupper",
        indexes=(("workshop_id",),),
    ),
    TableSpec(
        "arbetskopia",
        (
            _identity("kopia_id"),
            *_texts("workshop_id", "grupp_id", "bas_id", "bas_fingeravtryck", "filnamn"),
            *_of(YES_NO_COLUMN, "denna"),
            *_of(MOMENT_COLUMN, "skapad", "lamnad", "sammanslagen"),
            *_texts("fingeravtryck", "status", "detalj"),
        ),
        title="Arbetskopior",
        indexes=(("workshop_id",),),
    ),
    TableSpec(
        "basrad",
        (*_needed("bas_id", "tabell", "rad_id"), *_texts("avtryck"), *_of(BINARY_COLUMN, "varden")),
        title="Raderna när kopian gjordes",
        unique=(("bas_id", "tabell", "rad_id"),),
    ),
    TableSpec(
        "konflikt",
        (
            _identity("konflikt_id"),
            *_texts("handelse_id"),
            *_needed("tabell", "rad_id"),
            *_texts("objekt_id", "kolumn", "slag", "bas_varde"),
            *_texts("ena_varde", "ena_kopia_id", "ena_grupp_id", "ena_vem"),
            *_of(MOMENT_COLUMN, "ena_tid"),
            *_texts("andra_varde", "andra_kopia_id", "andra_grupp_id", "andra_vem"),
            *_of(MOMENT_COLUMN, "andra_tid"),
            *_needed("status"),
            *_texts("val", "beslut", "skal", "beslut_av"),
            *_of(MOMENT_COLUMN, "beslut_tid", "skapad"),
        ),
        title="Konflikter efter sammanslagning",
        indexes=(("objekt_id",), ("status",)),
    ),
    TableSpec(
        "enighet",
        (
            *_needed("objekt_id", "grupp_id", "grupp_objekt_id"),
            *_texts("workshop_id", "kopia_id", "slag"),
            *_of(DECIMAL_COLUMN, "likhet"),
        ),
        title="Vilka grupper som ritat samma sak",
        unique=(("objekt_id", "grupp_id", "grupp_objekt_id"),),
        indexes=(("grupp_objekt_id",),),
    ),
)


def _write_catalogue(connection: sqlite3.Connection, catalogue: Catalogue) -> None:
    count = "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?"
    for table, listed in to_rows(catalogue).items():
        connection.execute(f"DELETE FROM {quoted(table)}")
        insert_rows(connection, table, listed)
        connection.execute(count, (len(listed), table))


def _object_tables(catalogue: Catalogue) -> list[TableSpec]:
    fixed = {column.name for column in (*_OBJECTS_START, *_AUDIT)}
    found = []
    for layer in catalogue.lager:
        attributes = [one for one in catalogue.columns(layer.kod) if one.kod not in fixed]
        columns = tuple(ColumnSpec(one.kod, _KINDS.get(one.typ, TEXT_COLUMN)) for one in attributes)
        everything, indexes = (*_OBJECTS_START, *columns, *_AUDIT), (("bild_id", "klass"), ("ursprung_id",))
        found.append(TableSpec(layer.kod, everything, "", layer.geometri, objects=True, indexes=indexes))
    return found


def _make_triggers(connection: sqlite3.Connection, layers: Iterable[str]) -> None:
    for statement in (*(each for layer in layers for each in _of_objects(layer)), _GOAL_GONE, _GOAL_SET_GONE):
        name = statement.split()[2]
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(statement)


_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ','now')"
_GOAL_GONE = (
    "CREATE TRIGGER mal_borttaget AFTER DELETE ON mal BEGIN DELETE FROM objekt_mal WHERE mal_id = OLD.mal_id; "
    "UPDATE mal SET over_id = OLD.over_id WHERE over_id = OLD.mal_id; "
    "DELETE FROM mal_paverkan WHERE fran_mal_id = OLD.mal_id OR till_mal_id = OLD.mal_id; "
    "DELETE FROM mal_motsvarighet WHERE mal_id = OLD.mal_id OR motsvarar_mal_id = OLD.mal_id; END"
)
_GOAL_SET_GONE = (
    "CREATE TRIGGER malsamling_borttagen AFTER DELETE ON malsamling BEGIN DELETE FROM mal WHERE samling = OLD.kod; END"
)


def _of_objects(layer: str) -> list[str]:
    t = quoted(layer)
    created = f"skapad = {_NOW}, andrad = coalesce(NEW.andrad, {_NOW})"
    changed = f"version = OLD.version + 1, andrad = CASE WHEN NEW.andrad IS OLD.andrad THEN {_NOW} ELSE NEW.andrad END"
    return [
        f"CREATE TRIGGER {quoted(layer + '_skapad')} AFTER INSERT ON {t} WHEN NEW.skapad IS NULL BEGIN "
        f'UPDATE {t} SET {created} WHERE "fid" = NEW."fid"; END',
        f"CREATE TRIGGER {quoted(layer + '_andrad')} AFTER UPDATE ON {t} WHEN NEW.version IS OLD.version "
        f'AND OLD.skapad IS NOT NULL BEGIN UPDATE {t} SET {changed} WHERE "fid" = NEW."fid"; END',
        f"CREATE TRIGGER {quoted(layer + '_borttagen')} AFTER DELETE ON {t} BEGIN "
        "DELETE FROM objekt_mal WHERE objekt_id = OLD.objekt_id; DELETE FROM rost WHERE objekt_id = OLD.objekt_id; "
        "UPDATE kommentar SET objekt_id = NULL WHERE objekt_id = OLD.objekt_id; "
        "DELETE FROM etikettplats WHERE objekt_id = OLD.objekt_id; DELETE FROM insats WHERE objekt_id = OLD.objekt_id; "
        "DELETE FROM enighet WHERE objekt_id = OLD.objekt_id; END",
    ]
