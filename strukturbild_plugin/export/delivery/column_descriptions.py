"""Names, explanations and value lists of a delivery's columns, as GeoPackage's schema extension keeps them.

QGIS, ArcGIS and GDAL read them there, so that whoever opens the file without our styles meets words too. Annex F.9 of
OGC 12-128r15.
"""

from __future__ import annotations

import sqlite3
from typing import Iterator, Mapping, Sequence

from ...bilingual_text import NO_TEXT
from ...catalogue.model import CHOICE, STATUS_LIST, UNCERTAINTY_LIST, YES_NO, Choice, Level, Text
from ...catalogue.sources import attribute_source
from ...goals.contribution_words import CONTRIBUTION_WORDS, within_sentence
from ...store.gpkg.connection import columns_in
from ...store.gpkg.records import Snapshot
from ...store.schema.ddl import insert
from ...store.schema.tables import FID, GEOMETRY
from .column_titles import DESCRIPTIONS, OTHER_DESCRIPTIONS, TITLES
from .delivery_styles import aliases_in
from .table_words import TableWords

TABLES = (
    "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, "
    "description TEXT, mime_type TEXT, constraint_name TEXT, "
    "CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, "
    "value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, "
    "CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
)
EXTENSION = ("gpkg_schema", "http://www.geopackage.org/spec120/#extension_schema", "read-write")

_CODE = Text("{namn} (kod)", "{namn} (code)")
_SAYS = Text("I ord vad som står som kod i kolumnen {kod}.", "In words what the column {kod} has as a code.")
_YES_NO = {"1": Text("Ja", "Yes"), "0": Text("Nej", "No")}
_PICTURE_LISTS = {"bildtyp": "bildtyp", "skala": "skala", "status": "bildstatus"}

Values = Sequence[tuple[str, str]]
"""Codes with their words."""


def write_descriptions(
    connection: sqlite3.Connection,
    snapshot: Snapshot,
    words: Mapping[str, TableWords],
    styles: Mapping[str, str],
    tables: Sequence[str],
) -> None:
    """Describe the columns of `tables`. `styles`: table -> QML, whose names of columns are taken over."""
    for statement in TABLES:
        connection.execute(statement)
    registered = [(name, None, *EXTENSION) for name in ("gpkg_data_columns", "gpkg_data_column_constraints")]
    connection.executemany("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)", registered)
    lists = dict(_value_lists(snapshot, tables))
    rows = [row for table in tables for row in _rows(connection, snapshot, table, words.get(table), styles, lists)]
    columns = ("table_name", "column_name", "name", "title", "description", "constraint_name")
    connection.executemany(insert("gpkg_data_columns", columns), rows)
    used = {row[-1] for row in rows}
    connection.executemany(
        insert("gpkg_data_column_constraints", ("constraint_name", "constraint_type", "value", "description")),
        [
            (name, "enum", code, word)
            for (name, values) in dict(lists.values()).items()
            if name in used
            for code, word in values
        ],
    )


def _rows(
    connection: sqlite3.Connection,
    snapshot: Snapshot,
    table: str,
    words: TableWords | None,
    styles: Mapping[str, str],
    lists: Mapping[tuple[str, str], tuple[str, Values]],
) -> Iterator[tuple[str | None, ...]]:
    """One row for each column of a table."""
    language, named = snapshot.head.sprak, dict(TITLES.get(table, {}))
    named.update({column.name: column.title for column in words.columns} if words else {})
    # A table that is no layer in the map has no style.
    aliases = {name: title.in_language(language) for name, title in named.items()}
    aliases.update(aliases_in(styles.get(table, "")))
    beside = {column.name: column.code for column in words.columns} if words else {}
    codes = words.codes() if words else frozenset()
    seen: set[str] = set()
    for name in columns_in(connection, table):
        title = aliases.get(name, "")
        if name in (FID, GEOMETRY) or not title:
            continue
        if name in codes:
            title = _CODE.in_language(language).format(namn=title)
        if title in seen:
            title = f"{title} [{name}]"
        seen.add(title)
        help_text = _said_of(snapshot, table, name).in_language(language)
        if beside.get(name):
            says = _SAYS.in_language(language).format(kod=beside[name])
            help_text = f"{says} {help_text}".strip()
        constraint = lists.get((table, name), ("", ()))[0]
        yield table, name, title, title, help_text or None, constraint or None


def _said_of(snapshot: Snapshot, table: str, name: str) -> Text:
    """What is known of a column beside its title."""
    if snapshot.catalogue.layer(table) is None:
        return OTHER_DESCRIPTIONS.get((table, name), NO_TEXT)
    attribute = snapshot.catalogue.attribut.get(name)
    if attribute is None:
        return DESCRIPTIONS.get(name, NO_TEXT)
    said, source = attribute.hjalp, attribute_source(snapshot.catalogue, attribute)
    return Text(f"{said.sv} {source.sv}".strip(), f"{said.en} {source.en}".strip())


def _value_lists(snapshot: Snapshot, tables: Sequence[str]) -> Iterator[tuple[tuple[str, str], tuple[str, Values]]]:
    """Table and column -> name of the value list and its values, for every column that holds one code."""
    catalogue, language = snapshot.catalogue, snapshot.head.sprak

    def named(choices: Sequence[Choice | Level]) -> Values:
        return tuple({one.kod: one.namn.in_language(language) for one in choices}.items())

    shared = {name: (f"lista_{name}", named(choices)) for name, choices in catalogue.listor.items() if choices}
    yes_no = ("ja_nej", tuple((code, word.in_language(language)) for code, word in _YES_NO.items()))
    pictures = ("bilder", tuple((picture.bild_id, picture.namn) for picture in snapshot.pictures))
    for layer in (layer.kod for layer in catalogue.lager if layer.kod in tables):
        classes = catalogue.classes_in(layer)
        yield (layer, "bild_id"), pictures
        yield (layer, "klass"), (f"klass_{layer}", named([Choice(one.kod, one.namn) for one in classes]))
        for column, choices in (
            ("niva", [level for klass in classes for level in klass.nivaer]),
            ("undertyp", [choice for klass in classes for choice in klass.undertyper]),
        ):
            if choices:
                yield (layer, column), (f"{column}_{layer}", named(choices))
        fixed = (("status", STATUS_LIST), ("osakerhet", UNCERTAINTY_LIST))
        listed = [(one.kod, one.lista) for one in catalogue.columns(layer) if one.typ == CHOICE]
        yield from (((layer, column), shared[name]) for column, name in (*fixed, *listed) if name in shared)
        yield from (((layer, one.kod), yes_no) for one in catalogue.columns(layer) if one.typ == YES_NO)
    yield from ((("bild", column), shared[name]) for column, name in _PICTURE_LISTS.items() if name in shared)
    yield from ((place, yes_no) for place in (("malsamling", "fullstandig"), ("mal", "prioriterat")))
    contributions = tuple(
        (str(value), within_sentence(value).in_language(language)) for value in sorted(CONTRIBUTION_WORDS)
    )
    yield ("objekt_mal", "bidrag"), ("bidrag", contributions)
