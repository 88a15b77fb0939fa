"""The tables of a strukturbild, derived from its catalogue in this one place.

The specifications are plain values: `ddl.py` turns them into a GeoPackage, a twin can turn them into another database.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...catalogue.model import AREA, DATE, DECIMAL, INTEGER, LINE, POINT, YES_NO, Attribute, Catalogue
from ...catalogue.table_rows import COLUMNS
from ...errors import StoreError
from ...i18n import tr

SCHEMA_VERSION = 2
"""Raised whenever a table or column changes; upgrade.py holds the step from each earlier version."""

TEXT_COLUMN, INTEGER_COLUMN, DECIMAL_COLUMN, DATE_COLUMN, MOMENT_COLUMN, YES_NO_COLUMN, BINARY_COLUMN = (
    "text",
    "heltal",
    "decimal",
    "datum",
    "tidpunkt",
    "ja_nej",
    "binart",
)

SRID = 3006
"""EPSG code of SWEREF 99 TM, the coordinate system of every strukturbild."""

GEOMETRY = "geom"
FID = "fid"

_TYPES = {INTEGER: INTEGER_COLUMN, DECIMAL: DECIMAL_COLUMN, DATE: DATE_COLUMN, YES_NO: YES_NO_COLUMN}
_NAME = re.compile(r"^[a-z][a-z0-9_]{0,59}$")


@dataclass(frozen=True)
class ColumnSpec:
    """One column. `least`/`most` bound a number; `default` is a plain value."""

    name: str
    kind: str = TEXT_COLUMN
    required: bool = False
    unique: bool = False
    default: str | int | None = None
    least: int | None = None
    most: int | None = None
    filled: bool = False
    """A text that may not be empty."""


@dataclass(frozen=True)
class TableSpec:
    """One table, with `fid` first and `geom` next when `geometry` (punkt, linje, yta) is set."""

    name: str
    columns: tuple[ColumnSpec, ...]
    title: str = ""
    geometry: str = ""
    objects: bool = False
    """True for the tables that hold drawn objects: they get audit and clean-up triggers."""
    unique: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()

    def column_names(self) -> tuple[str, ...]:
        """The columns without `fid` and `geom`."""
        return tuple(column.name for column in self.columns)


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

AUDIT = (
    ColumnSpec("skapad_av"),
    ColumnSpec("skapad", MOMENT_COLUMN),
    ColumnSpec("andrad_av"),
    ColumnSpec("andrad", MOMENT_COLUMN),
    ColumnSpec("grupp"),
    ColumnSpec("version", INTEGER_COLUMN, required=True, default=1, least=1),
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


def _required(*names: str) -> tuple[ColumnSpec, ...]:
    return tuple(ColumnSpec(name, required=True) for name in names)


def _texts(*names: str) -> tuple[ColumnSpec, ...]:
    return tuple(ColumnSpec(name) for name in names)


def _identity(name: str) -> ColumnSpec:
    return ColumnSpec(name, required=True, unique=True, filled=True)


HEAD = TableSpec(
    "strukturbild",
    (
        _identity("strukturbild_id"),
        *_required("titel"),
        *_texts("lan", "organisation", "beskrivning", "mall", "mall_version", "symboluppsattning", "sprak"),
        ColumnSpec("skapad", MOMENT_COLUMN),
        ColumnSpec("exempel", YES_NO_COLUMN, default=0),
        *_texts("katalog_version"),
        ColumnSpec("schema_version", INTEGER_COLUMN, required=True, least=1),
        ColumnSpec("samverkansniva", INTEGER_COLUMN, least=1, most=8),
    ),
    title="Strukturbild",
)

PICTURE = TableSpec(
    "bild",
    (
        _identity("bild_id"),
        *_required("namn", "bildtyp", "skala"),
        ColumnSpec("horisont", INTEGER_COLUMN, least=1900, most=2200),
        *_texts("scenario"),
        ColumnSpec("status", required=True, default="utkast"),
        ColumnSpec("beslutsdatum", DATE_COLUMN),
        *_texts("beslutsorgan"),
        ColumnSpec("ordning", INTEGER_COLUMN, required=True, default=1),
    ),
    title="Bilder",
)

AREAS = TableSpec("avgransning", (_identity("kod"), *_required("namn")), title="Avgränsning", geometry=AREA)

GOAL_SETS = TableSpec(
    "malsamling",
    (
        _identity("kod"),
        *_required("namn"),
        *_texts("organisation", "lan", "antagen"),
        ColumnSpec("horisont", INTEGER_COLUMN),
        *_texts("url"),
        ColumnSpec("fullstandig", YES_NO_COLUMN, default=1),
        *_texts("anmarkning", "overordnat", "kallor"),
    ),
    title="Målsamlingar",
)

GOALS = TableSpec(
    "mal",
    (
        _identity("mal_id"),
        *_required("samling"),
        *_texts("kod", "niva_namn"),
        *_required("titel"),
        ColumnSpec("ordning", INTEGER_COLUMN, required=True, default=1),
        *_texts("over_id", "beskrivning", "indikator"),
        ColumnSpec("malar", INTEGER_COLUMN),
    ),
    title="Mål",
    indexes=(("samling", "ordning"), ("over_id",)),
)

LINKS = TableSpec(
    "objekt_mal",
    (
        *_required("objekt_id", "mal_id"),
        ColumnSpec("bidrag", INTEGER_COLUMN, required=True, default=1, least=-2, most=2),
        *_texts("motivering", "skapad_av"),
        ColumnSpec("skapad", MOMENT_COLUMN),
        *_texts("andrad_av"),
        ColumnSpec("andrad", MOMENT_COLUMN),
    ),
    title="Objektens mål",
    unique=(("objekt_id", "mal_id"),),
    indexes=(("mal_id",),),
)

COMMENTS = TableSpec(
    "kommentar",
    (
        _identity("kommentar_id"),
        *_texts("bild_id", "objekt_id"),
        *_required("text"),
        *_texts("typ", "status"),
        *AUDIT,
    ),
    title="Kommentarer",
    geometry=POINT,
    indexes=(("objekt_id",),),
)

VOTES = TableSpec(
    "rost",
    (
        _identity("rost_id"),
        *_texts("objekt_id", "kommentar_id", "vem", "grupp"),
        ColumnSpec("varde", INTEGER_COLUMN, required=True, default=1, least=-10, most=10),
        ColumnSpec("tid", MOMENT_COLUMN),
    ),
    title="Röster",
    indexes=(("objekt_id",), ("kommentar_id",)),
)

LOG = TableSpec(
    "logg",
    (
        _identity("logg_id"),
        ColumnSpec("tid", MOMENT_COLUMN, required=True),
        *_texts("vem"),
        *_required("vad"),
        *_texts("objekt_id", "aktor", "detalj"),
        ColumnSpec("niva", INTEGER_COLUMN, least=1, most=8),
    ),
    title="Logg",
    indexes=(("objekt_id",),),
)

EDITIONS = TableSpec(
    "utgava",
    (
        ColumnSpec("nummer", INTEGER_COLUMN, required=True, unique=True, least=1),
        ColumnSpec("tid", MOMENT_COLUMN, required=True),
        *_required("status", "fingeravtryck"),
        ColumnSpec("antal_objekt", INTEGER_COLUMN, required=True, least=0),
        ColumnSpec("antal_lankar", INTEGER_COLUMN, required=True, least=0),
    ),
    title="Utgåvor",
)

ATTACHMENTS = TableSpec(
    "bilaga",
    (*_required("slag", "namn"), ColumnSpec("innehall", BINARY_COLUMN, required=True)),
    title="Bilagor",
    unique=(("slag", "namn"),),
)

LABEL_PLACES = TableSpec(
    "etikettplats",
    (
        *_required("bild_id", "objekt_id", "papper"),
        ColumnSpec("x", DECIMAL_COLUMN, required=True),
        ColumnSpec("y", DECIMAL_COLUMN, required=True),
    ),
    title="Flyttade namn",
    unique=(("bild_id", "objekt_id", "papper"),),
    indexes=(("objekt_id",),),
)

CARRIED_TABLES = (ATTACHMENTS, LABEL_PLACES)
"""Tables for the program alone: no layer in a map, so no style either."""

SHOWN_TABLES = (HEAD, PICTURE, AREAS, GOAL_SETS, GOALS, LINKS, COMMENTS, VOTES, LOG, EDITIONS)

OWN_TABLES = (*SHOWN_TABLES, *CARRIED_TABLES)

GEOMETRY_NAMES = {POINT: "MULTIPOINT", LINE: "MULTILINESTRING", AREA: "MULTIPOLYGON"}


_CATALOGUE_KINDS = {
    "ordning": INTEGER_COLUMN,
    "gemensam": INTEGER_COLUMN,
    "egen": INTEGER_COLUMN,
    "storlek": DECIMAL_COLUMN,
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
