"""The delivery GeoPackage: a copy of the strukturbild for those who do not have the plugin.

Persons are taken out, codes also stand as words in plain columns, and the file says in metadata and in a table of its
own what it is. Plain columns and not views: every reader of GeoPackage shows and joins them, while a view needs an
integer key and registrations that readers treat differently. The content, and so the fingerprint, is unchanged.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Sequence
from xml.sax.saxutils import quoteattr

from ...catalogue.table_rows import COLUMNS as CATALOGUE_TABLES
from ...errors import ExportError
from ...i18n import tr
from ...store.gpkg.connection import connect, insert_rows, make_table, tables_in, touch
from ...store.gpkg.error_messages import explaining
from ...store.gpkg.file_copy import discard
from ...store.gpkg.foreign_parts import listed, short_name
from ...store.gpkg.records import Edition, Snapshot
from ...store.gpkg.snapshot import read_snapshot
from ...store.qgis_project.embedded_project import write_project
from ...store.qgis_project.layer_styles import write_styles
from ...store.schema.ddl import quoted
from ...store.schema.tables import PROCESS_TABLES, ColumnSpec, TableSpec, all_tables
from ...store.writing.rebuild import OtherContent, copy_tables, finish_tables, new_file, other_content
from ...store.writing.transaction import Reader
from ..fingerprint.fingerprint import fingerprint
from .iso19139 import STANDARD, MetadataFacts, iso_metadata
from .readable_columns import ALIASES, ReadableTexts, column_names

PERSON_COLUMNS = ("skapad_av", "andrad_av", "grupp", "vem", "owner")
"""Columns that may name a person, in whichever table. The group is one too: it is often called after its leader."""

PERSON_TABLES = tuple(spec.name for spec in PROCESS_TABLES)
"""Tables of how it came about, not of the content; emptied."""

ABOUT = TableSpec("om_leveransen", (ColumnSpec("uppgift"), ColumnSpec("varde")), title="Om leveransen")

_METADATA_TABLES = (
    "CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, "
    "md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, "
    "mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, "
    "column_name TEXT, row_id_value INTEGER, "
    "timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), "
    "md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
    "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
    "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))",
)
_METADATA_EXTENSION = ("gpkg_metadata", "http://www.geopackage.org/spec120/#extension_metadata", "read-write")


def make_delivery(
    copy: Path, target: Path, snapshot: Snapshot, edition: Edition, about: MetadataFacts
) -> tuple[str, ...]:
    """Make the delivery of `edition` at `target` from a copy of the strukturbild, the one `snapshot` was read from.

    It is built anew, with nothing but the tables and columns of a strukturbild and those of a delivery; gives the names
    of the tables and columns ('table.column') that stay behind. Raises ExportError when the finished file does not hold
    the content of the edition.
    """
    fresh = copy.with_name(f"{copy.stem}-leverans{copy.suffix}")
    try:
        with explaining(copy), contextlib.closing(connect(copy, writes=False)) as source, new_file(fresh) as target_db:
            others = other_content(source, tables_in(source), snapshot.catalogue)
            copy_tables(source, target_db, snapshot.catalogue, _without_persons)
            _write_readable(target_db, snapshot)
            finish_tables(target_db, snapshot.catalogue)
            _write_edition(target_db, edition)
            _describe(target_db, snapshot, about)
            styles = _write_styles(target_db, fresh, snapshot)
            touch(target_db, [*(spec.name for spec in all_tables(snapshot.catalogue)), ABOUT.name], edition.tid)
        write_project(fresh, target.name, styles)
        with explaining(target), contextlib.closing(connect(fresh)) as connection:
            # QGIS has never had the new file open: Windows lets it be moved.
            connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        discard(fresh)
    if fingerprint(read_snapshot(target)) != edition.fingeravtryck:
        raise ExportError(tr("Leveransen fick inte samma innehåll som strukturbilden. Exportera igen."))
    return _left_out(others, snapshot)


def left_out_text(left: Sequence[str]) -> str:
    """The sentence about what stays behind."""
    return tr("Följer inte med i leveransen, eftersom det inte hör till strukturbilden: {namn}.").format(
        namn=listed([short_name(name) for name in left])
    )


def _without_persons(spec: TableSpec) -> tuple[str, ...] | None:
    """The columns of a table that go along; None for the tables of how it came about, which stay empty."""
    if spec.name in PERSON_TABLES:
        return None
    if spec.name in CATALOGUE_TABLES:
        return spec.column_names()  # a catalogue's own `grupp` is a form group
    return tuple(name for name in spec.column_names() if name not in PERSON_COLUMNS)


def _left_out(others: OtherContent, snapshot: Snapshot) -> tuple[str, ...]:
    """What somebody has put in the file himself; an earlier delivery's own table and columns are made anew."""
    readable = set(column_names(snapshot).values())
    layers = {layer.kod for layer in snapshot.catalogue.lager}
    columns = (name for name in others.columns if not _is_readable(name, layers, readable))
    return (*(name for name in others.tables if name != ABOUT.name), *columns)


def _is_readable(name: str, layers: set[str], readable: set[str]) -> bool:
    table, _, column = name.partition(".")
    return table in layers and column in readable


def _write_readable(connection: sqlite3.Connection, snapshot: Snapshot) -> None:
    readable, names = ReadableTexts(snapshot), column_names(snapshot)
    for layer in snapshot.catalogue.lager:
        for column in names.values():
            connection.execute(f"ALTER TABLE {quoted(layer.kod)} ADD COLUMN {quoted(column)} TEXT")
        places = ", ".join(f"{quoted(column)} = ?" for column in names.values())
        connection.executemany(
            f"UPDATE {quoted(layer.kod)} SET {places} WHERE objekt_id = ?",
            [
                (*(value or None for value in readable.columns(record).values()), record.objekt_id)
                for record in snapshot.objects
                if record.lager == layer.kod
            ],
        )


def _write_edition(connection: sqlite3.Connection, edition: Edition) -> None:
    known = connection.execute("SELECT 1 FROM utgava WHERE nummer = ?", (edition.nummer,)).fetchone()
    if not known:
        insert_rows(connection, "utgava", [dict(vars(edition))])


def _describe(connection: sqlite3.Connection, snapshot: Snapshot, about: MetadataFacts) -> None:
    """Metadata as the standard keeps it, and a table that anybody can open."""
    for statement in _METADATA_TABLES:
        connection.execute(statement)
    added = connection.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) "
        "VALUES ('dataset', ?, 'text/xml', ?)",
        (STANDARD, iso_metadata(snapshot, about)),
    )
    connection.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, timestamp, md_file_id) VALUES ('geopackage', ?, ?)",
        (about.made_at, added.lastrowid),
    )
    for table in ("gpkg_metadata", "gpkg_metadata_reference"):
        connection.execute(
            "INSERT INTO gpkg_extensions (table_name, extension_name, definition, scope) VALUES (?, ?, ?, ?)",
            (table, *_METADATA_EXTENSION),
        )
    make_table(connection, ABOUT)
    insert_rows(connection, ABOUT.name, [{"uppgift": name, "varde": value} for name, value in _facts(snapshot, about)])


def _facts(snapshot: Snapshot, about: MetadataFacts) -> list[tuple[str, str]]:
    head, stamp = snapshot.head, about.stamp
    facts = [
        ("Titel", head.titel),
        ("Organisation", head.organisation),
        ("Område", ", ".join(area.namn for area in snapshot.areas)),
        ("Utgåva", str(stamp.nummer)),
        ("Datum", stamp.datum),
        ("Status", stamp.status_namn),
        ("Fingeravtryck", stamp.fingeravtryck),
        ("Läs så här", about.principle),
        ("Beskrivning", head.beskrivning),
        ("Koordinatsystem", "SWEREF 99 TM (EPSG:3006)"),
        ("Licens", about.licence),
        ("Spridningstillstånd", about.permission),
        ("Diarienummer", about.reference),
        ("Underlag", "\n".join(about.sources)),
        ("Gjord med", about.tool),
    ]
    return [(name, value) for name, value in facts if value]


def _write_styles(connection: sqlite3.Connection, path: Path, snapshot: Snapshot) -> dict[str, str]:
    """The styles from the catalogue, with names for the readable columns; gives them by table."""
    write_styles(Reader(connection, path), lenient=True)
    names, language = column_names(snapshot), snapshot.head.sprak
    aliases = "".join(
        f'<alias field={quoteattr(column)} index="-1" name={quoteattr(ALIASES[name].in_language(language))}/>'
        for name, column in names.items()
    )
    for layer in snapshot.catalogue.lager:
        connection.execute(
            "UPDATE layer_styles SET styleQML = replace(styleQML, '</aliases>', ?) WHERE f_table_name = ?",
            (aliases + "</aliases>", layer.kod),
        )
    connection.execute("UPDATE layer_styles SET owner = NULL")
    return dict(connection.execute("SELECT f_table_name, styleQML FROM layer_styles"))
