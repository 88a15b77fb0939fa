"""The delivery GeoPackage: a copy of the strukturbild for those who do not have the plugin.

Persons are taken out, codes also stand as words in plain columns, and the file says in metadata and in a table of its
own what it is. Plain columns and not views: every reader of GeoPackage shows and joins them, while a view needs an
integer key and registrations that readers treat differently. The content, and so the fingerprint, is unchanged.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any, Iterable, Mapping, Sequence

from ...catalogue.plan_standard import PlanStandard
from ...catalogue.table_rows import COLUMNS as CATALOGUE_TABLES
from ...errors import ExportError
from ...i18n import tr
from ...store.gpkg.connection import (
    columns_in,
    connect,
    insert_rows,
    make_standard_tables,
    make_table,
    tables_in,
    touch,
)
from ...store.gpkg.error_messages import explaining
from ...store.gpkg.file_copy import discard
from ...store.gpkg.foreign_parts import listed, short_name
from ...store.gpkg.records import Edition, Snapshot
from ...store.gpkg.snapshot import read_snapshot
from ...store.qgis_project.embedded_project import project_text, store_project
from ...store.schema.ddl import insert, quoted
from ...store.schema.tables import FID, GEOMETRY, HEAD, PROCESS_TABLES, TableSpec, all_tables
from ...store.writing.rebuild import OtherContent, finish_tables, new_file, other_content
from ..fingerprint.fingerprint import fingerprint
from .about_table import ABOUT, Fact, edition_facts, layer_facts, standard_facts
from .column_descriptions import write_descriptions
from .delivery_project import RENAMING, delivery_project
from .delivery_styles import fonts_in, write_delivery_styles
from .internal_tables import empty_tables, hide_tables, internal_tables
from .iso19139 import STANDARD, MetadataFacts, iso_metadata
from .ring_direction import with_right_rings
from .table_words import TableWords, plan_column_names, table_words
from .text_checksum import CHECKSUM, text_checksum

PERSON_COLUMNS = ("skapad_av", "andrad_av", "grupp", "vem", "owner")
"""Columns that may name a person, in whichever table. The group is one too: it is often called after its leader."""

PERSON_TABLES = tuple(spec.name for spec in PROCESS_TABLES)
"""Tables of how it came about, not of the content; emptied."""

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
    copy: Path,
    target: Path,
    snapshot: Snapshot,
    edition: Edition,
    about: MetadataFacts,
    standard: PlanStandard | None = None,
) -> tuple[str, ...]:
    """Make the delivery of `edition` at `target` from a copy of the strukturbild, the one `snapshot` was read from.

    It is built anew, with nothing but the tables and columns of a strukturbild and those of a delivery; gives the names
    of the tables and columns ('table.column') that stay behind. `standard`: whose categories the objects get. Raises
    ExportError when the finished file does not hold the content of the edition.
    """
    fresh = copy.with_name(f"{copy.stem}-leverans{copy.suffix}")
    words, catalogue = table_words(snapshot, standard), snapshot.catalogue
    try:
        with explaining(copy), contextlib.closing(connect(copy, writes=False)) as source, new_file(fresh) as target_db:
            others = other_content(source, tables_in(source), catalogue)
            make_standard_tables(target_db)
            make_table(target_db, ABOUT)  # listed first
            _copy_tables(source, target_db, snapshot, words)
            finish_tables(target_db, catalogue)
            _write_edition(target_db, edition)
            empty = empty_tables(target_db, catalogue)
            hidden = (*internal_tables(catalogue), *empty)
            _describe(target_db, snapshot, about, target.name)
            styles = write_delivery_styles(target_db, fresh, snapshot, words, ABOUT.name)
            fonts = fonts_in(style for table, style in styles.items() if table not in hidden)
            title, *stated = edition_facts(snapshot, about)
            content = layer_facts(target_db, snapshot, words, empty, fonts, target.name)
            facts = [title, *content, *stated, *standard_facts(snapshot, standard)]
            _write_about(target_db, facts, snapshot.head.sprak)
            tables = [
                name for name in (ABOUT.name, *(spec.name for spec in all_tables(catalogue))) if name not in hidden
            ]
            write_descriptions(target_db, snapshot, words, styles, tables)
            checksum = Fact(CHECKSUM, text_checksum(target_db))
            _write_about(target_db, [checksum], snapshot.head.sprak)
            touch(target_db, [*(spec.name for spec in all_tables(catalogue)), ABOUT.name], edition.tid)
        # The layer of the table about the strukturbild becomes that of the table about the delivery.
        text = project_text(fresh, target.name, styles, set(hidden) - {HEAD.name})
        project = delivery_project(text, target.name, ABOUT.name, styles[ABOUT.name], snapshot.head.sprak)
        with explaining(target), contextlib.closing(connect(fresh)) as connection:
            connection.execute("BEGIN")
            store_project(connection, project)
            hide_tables(connection, hidden)
            connection.execute("COMMIT")
            # QGIS has never had the new file open: Windows lets it be moved.
            connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        discard(fresh)
    if fingerprint(read_snapshot(target)) != edition.fingeravtryck:
        raise ExportError(tr("Leveransen fick inte samma innehåll som strukturbilden. Exportera igen."))
    return _left_out(others, snapshot, words)


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


def _left_out(others: OtherContent, snapshot: Snapshot, words: Mapping[str, TableWords]) -> tuple[str, ...]:
    """What somebody has put in the file himself; an earlier delivery's own table and columns are made anew."""
    made = {f"{table}.{name}" for table, one in words.items() for name in one.names()}
    for layer in (layer.kod for layer in snapshot.catalogue.lager):
        made.update(f"{layer}.{name}" for name in plan_column_names(snapshot, layer))
    return (
        *(name for name in others.tables if name != ABOUT.name),
        *(name for name in others.columns if name not in made),
    )


def _copy_tables(
    source: sqlite3.Connection, target: sqlite3.Connection, snapshot: Snapshot, words: Mapping[str, TableWords]
) -> None:
    """Make the tables of a strukturbild, the words in their columns, and fill them; without persons."""
    for spec in all_tables(snapshot.catalogue):
        beside = words.get(spec.name)
        make_table(target, beside.table(spec) if beside else spec, audited=False)
        kept = _without_persons(spec)
        wanted = {FID, *([GEOMETRY] if spec.geometry else []), *(kept or ())}
        names = [name for name in columns_in(source, spec.name) if name in wanted]
        if kept is None or not names:
            continue
        found = source.execute(f"SELECT {', '.join(map(quoted, names))} FROM {quoted(spec.name)} ORDER BY rowid")
        every = (*names, *(beside.names() if beside else ()))
        target.executemany(insert(spec.name, every), _rows(found, names, beside))


def _rows(
    found: Iterable[tuple[Any, ...]], names: Sequence[str], words: TableWords | None
) -> Iterable[tuple[Any, ...]]:
    """Rows with right rings, and their words after them."""
    shape = names.index(GEOMETRY) if GEOMETRY in names else None
    keys = [names.index(key) for key in words.keys] if words else []
    for row in found:
        if shape is not None:
            row = (*row[:shape], with_right_rings(row[shape]), *row[shape + 1 :])
        yield (*row, *words.of(tuple(row[at] for at in keys))) if words else row


def _write_edition(connection: sqlite3.Connection, edition: Edition) -> None:
    known = connection.execute("SELECT 1 FROM utgava WHERE nummer = ?", (edition.nummer,)).fetchone()
    if not known:
        insert_rows(connection, "utgava", [dict(vars(edition))])


def _renamed_text(snapshot: Snapshot, final_name: str) -> str:
    return RENAMING.in_language(snapshot.head.sprak).format(namn=final_name)


def _describe(connection: sqlite3.Connection, snapshot: Snapshot, about: MetadataFacts, final_name: str) -> None:
    """Metadata as the standard keeps it."""
    for statement in _METADATA_TABLES:
        connection.execute(statement)
    added = connection.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) "
        "VALUES ('dataset', ?, 'text/xml', ?)",
        (STANDARD, iso_metadata(snapshot, about, _renamed_text(snapshot, final_name))),
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


def _write_about(connection: sqlite3.Connection, facts: Iterable[Fact], language: str) -> None:
    """The table that anybody can open."""
    rows = [{"uppgift": fact.name.in_language(language), "varde": fact.value} for fact in facts if fact.value]
    insert_rows(connection, ABOUT.name, rows)
