"""The delivery GeoPackage: a copy of the strukturbild for those who do not have the plugin.

Persons are taken out, codes also stand as words in plain columns, and the file says in metadata and in a table of its
own what it is. Plain columns and not views: every reader of GeoPackage shows and joins them, while a view needs an
integer key and registrations that readers treat differently. The content, and so the fingerprint, is unchanged.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from ..catalogue.rows import COLUMNS as CATALOGUE_TABLES
from ..errors import ExportError
from ..i18n import tr
from ..store.database import columns_in, connect, insert_rows, make_table, tables_in, touch
from ..store.ddl import quoted
from ..store.failures import explaining
from ..store.form_renewal import renew_forms
from ..store.project import write_project
from ..store.records import Edition, Snapshot
from ..store.schema import ColumnSpec, TableSpec
from ..store.snapshot import read_snapshot
from ..store.stored_project import forget_who_saved
from .fingerprint import fingerprint
from .metadata import STANDARD, About, iso_metadata
from .readable import ALIASES, Words, column_names

PERSON_COLUMNS = ("skapad_av", "andrad_av", "grupp", "vem", "owner")
"""Columns that may name a person, in whichever table. The group is one too: it is often called after its leader."""

PERSON_TABLES = ("logg", "kommentar", "rost")
"""Tables of the making, not of the content; emptied."""

ABOUT = TableSpec("om_leveransen", (ColumnSpec("uppgift"), ColumnSpec("varde")), title="Om leveransen")

_METADATA_TABLES = (
    "CREATE TABLE IF NOT EXISTS gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, "
    "md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, "
    "mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, "
    "column_name TEXT, row_id_value INTEGER, "
    "timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), "
    "md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
    "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
    "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))",
)
_METADATA_EXTENSION = ("gpkg_metadata", "http://www.geopackage.org/spec120/#extension_metadata", "read-write")


def make_delivery(copy: Path, target: Path, snapshot: Snapshot, edition: Edition, about: About) -> None:
    """Make the delivery of `edition` at `target` from a copy of the strukturbild, the one `snapshot` was read from.

    The copy is used up. Raises ExportError when the finished file does not hold the content of the edition.
    """
    with explaining(copy), contextlib.closing(connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN IMMEDIATE")
        with _without_triggers(connection, [layer.kod for layer in snapshot.catalogue.lager]):
            _forget_persons(connection)
            _write_readable(connection, snapshot)
        _write_edition(connection, edition)
        _describe(connection, snapshot, about)
        _name_columns(connection, snapshot)
        layers = [layer.kod for layer in snapshot.catalogue.lager]
        touch(connection, [*layers, *PERSON_TABLES, "utgava", ABOUT.name], edition.tid)
        connection.execute("COMMIT")
    renew_forms(copy)
    write_project(copy, target.name)
    with explaining(target), contextlib.closing(connect(copy)) as connection:
        forget_who_saved(connection)
        # Nothing that was deleted stays in the new file, and QGIS has never had it open: Windows lets it be moved.
        connection.execute("VACUUM INTO ?", (str(target),))
    if fingerprint(read_snapshot(target)) != edition.fingeravtryck:
        raise ExportError(tr("Leveransen fick inte samma innehåll som strukturbilden. Exportera igen."))


@contextlib.contextmanager
def _without_triggers(connection: sqlite3.Connection, tables: Iterable[str]) -> Iterator[None]:
    """Let rows be written without the triggers that count versions and set times; they are back afterwards."""
    kept = []
    for table in tables:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND name NOT LIKE 'rtree%'",
            (table,),
        )
        kept.extend(rows.fetchall())
    for name, _sql in kept:
        connection.execute(f"DROP TRIGGER {quoted(name)}")
    yield
    for _name, sql in kept:
        connection.execute(sql)


def _forget_persons(connection: sqlite3.Connection) -> None:
    tables = tables_in(connection)
    for table in PERSON_TABLES:
        if table in tables:
            connection.execute(f"DELETE FROM {quoted(table)}")
    for table in tables:
        if table in CATALOGUE_TABLES or table.startswith(("rtree_", "sqlite_")):
            continue  # a catalogue's own `grupp` is a form group
        for column in set(columns_in(connection, table)) & set(PERSON_COLUMNS):
            connection.execute(f"UPDATE {quoted(table)} SET {quoted(column)} = NULL WHERE {quoted(column)} NOT NULL")
    # Projects the user has saved in the file carry a login name and addresses of other data; ours is written anew.
    connection.execute("DELETE FROM qgis_projects")


def _write_readable(connection: sqlite3.Connection, snapshot: Snapshot) -> None:
    words, names = Words(snapshot), column_names(snapshot)
    for layer in snapshot.catalogue.lager:
        there = columns_in(connection, layer.kod)
        for column in names.values():
            if column not in there:
                connection.execute(f"ALTER TABLE {quoted(layer.kod)} ADD COLUMN {quoted(column)} TEXT")
        places = ", ".join(f"{quoted(column)} = ?" for column in names.values())
        connection.executemany(
            f"UPDATE {quoted(layer.kod)} SET {places} WHERE objekt_id = ?",
            [
                (*(value or None for value in words.columns(objekt).values()), objekt.objekt_id)
                for objekt in snapshot.objects
                if objekt.lager == layer.kod
            ],
        )


def _write_edition(connection: sqlite3.Connection, edition: Edition) -> None:
    known = connection.execute("SELECT 1 FROM utgava WHERE nummer = ?", (edition.nummer,)).fetchone()
    if not known:
        insert_rows(connection, "utgava", [dict(vars(edition))])


def _describe(connection: sqlite3.Connection, snapshot: Snapshot, about: About) -> None:
    """Metadata as the standard keeps it, and a table that anybody can open."""
    for statement in _METADATA_TABLES:
        connection.execute(statement)
    old = "SELECT id FROM gpkg_metadata WHERE md_standard_uri = ?"
    connection.execute(f"DELETE FROM gpkg_metadata_reference WHERE md_file_id IN ({old})", (STANDARD,))
    connection.execute("DELETE FROM gpkg_metadata WHERE md_standard_uri = ?", (STANDARD,))
    added = connection.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) "
        "VALUES ('dataset', ?, 'text/xml', ?)",
        (STANDARD, iso_metadata(snapshot, about)),
    )
    connection.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, timestamp, md_file_id) VALUES ('geopackage', ?, ?)",
        (about.tid, added.lastrowid),
    )
    for table in ("gpkg_metadata", "gpkg_metadata_reference"):
        connection.execute("DELETE FROM gpkg_extensions WHERE table_name = ?", (table,))
        connection.execute(
            "INSERT INTO gpkg_extensions (table_name, extension_name, definition, scope) VALUES (?, ?, ?, ?)",
            (table, *_METADATA_EXTENSION),
        )
    if ABOUT.name in tables_in(connection):
        connection.execute(f"DELETE FROM {quoted(ABOUT.name)}")
    else:
        make_table(connection, ABOUT)
    insert_rows(
        connection, ABOUT.name, [{"uppgift": name, "varde": value} for name, value in _facts(snapshot, about)]
    )


def _facts(snapshot: Snapshot, about: About) -> list[tuple[str, str]]:
    head, stamp = snapshot.head, about.stamp
    facts = [
        ("Titel", head.titel),
        ("Organisation", head.organisation),
        ("Område", ", ".join(area.namn for area in snapshot.areas)),
        ("Utgåva", str(stamp.nummer)),
        ("Datum", stamp.datum),
        ("Status", stamp.status_namn),
        ("Fingeravtryck", stamp.fingeravtryck),
        ("Läs så här", about.princip),
        ("Beskrivning", head.beskrivning),
        ("Koordinatsystem", "SWEREF 99 TM (EPSG:3006)"),
        ("Licens", about.licens),
        ("Spridningstillstånd", about.tillstand),
        ("Underlag", "\n".join(about.kallor)),
        ("Gjord med", about.verktyg),
    ]
    return [(name, value) for name, value in facts if value]


def _name_columns(connection: sqlite3.Connection, snapshot: Snapshot) -> None:
    """Give the readable columns their names in the styles that QGIS reads with the layers."""
    names, language = column_names(snapshot), snapshot.head.sprak
    aliases = "".join(
        f'<alias field={quoteattr(column)} index="-1" name={quoteattr(ALIASES[name].in_language(language))}/>'
        for name, column in names.items()
    )
    layers = {layer.kod for layer in snapshot.catalogue.lager}
    for number, table, style in connection.execute("SELECT id, f_table_name, styleQML FROM layer_styles").fetchall():
        if table in layers and style and "</aliases>" in style and f'"{names["klass_namn"]}"' not in style:
            style = style.replace("</aliases>", aliases + "</aliases>", 1)
            connection.execute("UPDATE layer_styles SET styleQML = ? WHERE id = ?", (style, number))
