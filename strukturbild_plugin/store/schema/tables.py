"""The tables of a strukturbild, derived from its catalogue in this one place (those of goals and process beside it).

The specifications are plain values: `ddl.py` turns them into a GeoPackage, a twin can turn them into another database.
"""

from __future__ import annotations

import re

from ...catalogue.model import AREA, DATE, DECIMAL, INTEGER, LINE, POINT, YES_NO, Attribute, Catalogue
from ...catalogue.table_rows import COLUMNS
from ...errors import StoreError
from ...i18n import tr
from .goal_tables import GOAL_COUNTERPARTS, GOAL_INFLUENCES, GOAL_SETS, GOALS, LINKS
from .process_tables import COMMENTS, LOG, PROCESS_TABLES, VOTES, WORKSHOP_TABLES
from .specs import (
    AUDIT,
    BINARY_COLUMN,
    DATE_COLUMN,
    DECIMAL_COLUMN,
    INTEGER_COLUMN,
    MOMENT_COLUMN,
    TEXT_COLUMN,
    YES_NO_COLUMN,
    ColumnSpec,
    TableSpec,
    identity,
    ladder_level,
    required,
    texts,
)

__all__ = [
    "AREAS",
    "ATTACHMENTS",
    "AUDIT",
    "BINARY_COLUMN",
    "CARRIED_TABLES",
    "CATALOGUE_TABLES",
    "COMMENTS",
    "DATE_COLUMN",
    "DECIMAL_COLUMN",
    "EDITIONS",
    "FID",
    "FIXED",
    "GEOMETRY",
    "GEOMETRY_NAMES",
    "GOALS",
    "GOAL_COUNTERPARTS",
    "GOAL_INFLUENCES",
    "GOAL_SETS",
    "HEAD",
    "INTEGER_COLUMN",
    "LABEL_PLACES",
    "LINKS",
    "LOG",
    "MEASURES",
    "MOMENT_COLUMN",
    "NAMED",
    "OWN_TABLES",
    "PICTURE",
    "PROCESS_TABLES",
    "QUESTIONS",
    "SCHEMA_VERSION",
    "SHOWN_TABLES",
    "SRID",
    "TEXT_COLUMN",
    "VOTES",
    "WORKSHOP_TABLES",
    "YES_NO_COLUMN",
    "ColumnSpec",
    "TableSpec",
]

SCHEMA_VERSION = 3
"""Raised whenever a table or column changes; upgrade.py holds the step from each earlier version."""

SRID = 3006
"""EPSG code of SWEREF 99 TM, the coordinate system of every strukturbild."""

GEOMETRY = "geom"
FID = "fid"

_TYPES = {INTEGER: INTEGER_COLUMN, DECIMAL: DECIMAL_COLUMN, DATE: DATE_COLUMN, YES_NO: YES_NO_COLUMN}
_NAME = re.compile(r"^[a-z][a-z0-9_]{0,59}$")


NAMED = ("namn", "niva", "undertyp", "roll", "status", "osakerhet")
"""Columns that are named fields of `records.Objekt`."""

_LEADING = (
    ColumnSpec("objekt_id", required=True, unique=True, filled=True),
    ColumnSpec("bild_id", required=True),
    ColumnSpec("ursprung_id"),
    ColumnSpec("klass", required=True),
    ColumnSpec("namn"),
    ColumnSpec("niva"),
    ColumnSpec("undertyp"),
    ColumnSpec("roll"),
    ColumnSpec("status"),
    ColumnSpec("osakerhet"),
)

FIXED = frozenset(column.name for column in (*_LEADING, *AUDIT)) | {FID, GEOMETRY}


def extra_attributes(catalogue: Catalogue, layer: str) -> tuple[Attribute, ...]:
    """The catalogue's attributes that are columns of `layer` beyond the store's own fixed columns."""
    return tuple(attribute for attribute in catalogue.columns(layer) if attribute.kod not in FIXED)


def column_for(attribute: Attribute) -> ColumnSpec:
    """The column an attribute is kept in. Lists with several answers are text like '{a,b}', as QGIS writes them."""
    if not _NAME.match(attribute.kod):
        raise StoreError(
            tr(
                "Attributet ”{kod}” kan inte bli en kolumn. Använd små bokstäver a-z, siffror och understreck, "
                "och börja med en bokstav."
            ).format(kod=attribute.kod)
        )
    return ColumnSpec(attribute.kod, _TYPES.get(attribute.typ, TEXT_COLUMN))


def object_table(catalogue: Catalogue, layer: str) -> TableSpec:
    """The table of one layer of the catalogue."""
    found = catalogue.layer(layer)
    if found is None or not _NAME.match(layer):
        raise StoreError(tr("Lagret ”{lager}” finns inte i katalogen.").format(lager=layer))
    attributes = tuple(column_for(attribute) for attribute in extra_attributes(catalogue, layer))
    return TableSpec(
        layer,
        (*_LEADING, *attributes, *AUDIT),
        title=found.namn.sv,
        geometry=found.geometri,
        objects=True,
        indexes=(("bild_id", "klass"), ("ursprung_id",)),
    )


def object_tables(catalogue: Catalogue) -> tuple[TableSpec, ...]:
    """The tables objects lie in."""
    return tuple(object_table(catalogue, layer.kod) for layer in catalogue.lager)


HEAD = TableSpec(
    "strukturbild",
    (
        identity("strukturbild_id"),
        *required("titel"),
        *texts("lan", "organisation", "beskrivning", "mall", "mall_version", "symboluppsattning", "sprak"),
        ColumnSpec("skapad", MOMENT_COLUMN),
        ColumnSpec("exempel", YES_NO_COLUMN, default=0),
        *texts("katalog_version"),
        ColumnSpec("schema_version", INTEGER_COLUMN, required=True, least=1),
        ladder_level("samverkansniva"),
        *texts("licens", "spridningstillstand"),
        ColumnSpec("spridningstillstand_datum", DATE_COLUMN),
        *texts("diarienummer", "op_standard", "op_version"),
    ),
    title="Strukturbild",
)

PICTURE = TableSpec(
    "bild",
    (
        identity("bild_id"),
        *required("namn", "bildtyp", "skala"),
        ColumnSpec("horisont", INTEGER_COLUMN, least=1900, most=2200),
        *texts("scenario"),
        ColumnSpec("status", required=True, default="utkast"),
        ColumnSpec("beslutsdatum", DATE_COLUMN),
        *texts("beslutsorgan"),
        ColumnSpec("ordning", INTEGER_COLUMN, required=True, default=1),
        *texts("utgar_fran"),
        ColumnSpec("remissomgang", INTEGER_COLUMN, least=1),
        ColumnSpec("ses_over", DATE_COLUMN),
    ),
    title="Bilder",
)

AREAS = TableSpec("avgransning", (identity("kod"), *required("namn")), title="Avgränsning", geometry=AREA)

EDITIONS = TableSpec(
    "utgava",
    (
        ColumnSpec("nummer", INTEGER_COLUMN, required=True, unique=True, least=1),
        ColumnSpec("tid", MOMENT_COLUMN, required=True),
        *required("status", "fingeravtryck"),
        ColumnSpec("antal_objekt", INTEGER_COLUMN, required=True, least=0),
        ColumnSpec("antal_lankar", INTEGER_COLUMN, required=True, least=0),
    ),
    title="Utgåvor",
)

ATTACHMENTS = TableSpec(
    "bilaga",
    (*required("slag", "namn"), ColumnSpec("innehall", BINARY_COLUMN, required=True)),
    title="Bilagor",
    unique=(("slag", "namn"),),
)

LABEL_PLACES = TableSpec(
    "etikettplats",
    (
        *required("bild_id", "objekt_id", "papper"),
        ColumnSpec("x", DECIMAL_COLUMN, required=True),
        ColumnSpec("y", DECIMAL_COLUMN, required=True),
    ),
    title="Flyttade namn",
    unique=(("bild_id", "objekt_id", "papper"),),
    indexes=(("objekt_id",),),
)

MEASURES = TableSpec(
    "insats",
    (
        identity("insats_id"),
        *required("objekt_id", "vad"),
        *texts("aktor"),
        ColumnSpec("fran_ar", INTEGER_COLUMN, least=1900, most=2200),
        ColumnSpec("till_ar", INTEGER_COLUMN, least=1900, most=2200),
        *texts("status", "plan_ref", "detalj"),
        ColumnSpec("ordning", INTEGER_COLUMN, required=True, default=1),
        *AUDIT,
    ),
    title="Insatser",
    indexes=(("objekt_id",),),
)
"""Who does what when, for an object."""

QUESTIONS = TableSpec(
    "fraga",
    (
        identity("fraga_id"),
        *required("nyckel", "slag"),
        *texts("objekt_id", "andra_objekt_id", "mal_id", "andra_mal_id"),
        *required("status"),
        *texts("ansvarig", "text"),
        *AUDIT,
    ),
    title="Frågor att hantera",
    indexes=(("objekt_id",), ("nyckel",)),
)
"""Conflicts and synergies of goals where objects meet, and what is done about them. `nyckel`: what it is found by."""

CARRIED_TABLES = (
    *(ATTACHMENTS, LABEL_PLACES, MEASURES, QUESTIONS, GOAL_INFLUENCES, GOAL_COUNTERPARTS),
    *WORKSHOP_TABLES,
)
"""Tables for the program alone: no layer in a map, so no style either. An older version may not have them."""

SHOWN_TABLES = (HEAD, PICTURE, AREAS, GOAL_SETS, GOALS, LINKS, COMMENTS, VOTES, LOG, EDITIONS)

OWN_TABLES = (*SHOWN_TABLES, *CARRIED_TABLES)

GEOMETRY_NAMES = {POINT: "MULTIPOINT", LINE: "MULTILINESTRING", AREA: "MULTIPOLYGON"}


_CATALOGUE_KINDS = {
    "ordning": INTEGER_COLUMN,
    "gemensam": INTEGER_COLUMN,
    "egen": INTEGER_COLUMN,
    "storlek": DECIMAL_COLUMN,
    "motesavstand": DECIMAL_COLUMN,
}

CATALOGUE_TABLES = tuple(
    TableSpec(name, tuple(ColumnSpec(column, _CATALOGUE_KINDS.get(column, TEXT_COLUMN)) for column in columns), name)
    for name, columns in COLUMNS.items()
)
"""The tables a strukturbild carries its own catalogue in."""


def columns_of(catalogue: Catalogue, table: str) -> tuple[str, ...]:
    """The columns that a table of a strukturbild must have, without `fid` and `geom`; none for one that is not its."""
    if catalogue.layer(table) is not None:
        return object_table(catalogue, table).column_names()
    return next((spec.column_names() for spec in OWN_TABLES if spec.name == table), ())


def all_tables(catalogue: Catalogue) -> tuple[TableSpec, ...]:
    """Every table of a strukturbild made with `catalogue`."""
    return (*object_tables(catalogue), *OWN_TABLES, *CATALOGUE_TABLES)
