"""Checks a delivery GeoPackage against its recorded edition, on a copy: opening a GeoPackage changes it."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

from ...catalogue.plan_standard import PlanStandard
from ...catalogue.plan_standard_files import load_plan_standards
from ...i18n import tr
from ...store.gpkg.connection import columns_in, tables_in
from ...store.gpkg.file_copy import copy_database
from ...store.gpkg.records import Snapshot
from ...store.gpkg.snapshot import snapshot_of
from ...store.schema.ddl import quoted
from ...store.writing.transaction import Reader, reading
from ..file_names import swedish_date
from ..fingerprint.fingerprint import fingerprint
from ..stamp import EditionStamp
from .about_table import ABOUT, EDITION, FINGERPRINT, TITLE
from .provenance import least_advanced
from .table_words import TableWords, table_words
from .text_checksum import stated_checksum, text_checksum


@dataclass(frozen=True)
class DeliveryFacts:
    """What a delivery says and what it holds."""

    stamp: EditionStamp
    """Of the edition recorded in it."""
    fault: str
    """Why it is not as it was made; '' when it is."""


def inspect_delivery(path: Path) -> DeliveryFacts | None:
    """The facts of the delivery at `path`; None when no edition is recorded in it. StoreError when it is none."""
    with tempfile.TemporaryDirectory(prefix="strukturbild-") as folder:
        copy = copy_database(path, Path(folder) / "kopia.gpkg")
        with reading(copy) as db:
            snapshot = snapshot_of(db)
            unlike = _differing_column(db.connection, snapshot) or _differing_about_table(db, snapshot)
            changed = stated_checksum(db.connection) not in ("", text_checksum(db.connection))
    if not snapshot.editions:
        return None
    edition = max(snapshot.editions, key=lambda one: one.nummer)
    fault = ""
    if fingerprint(snapshot) != edition.fingeravtryck:
        fault = tr("Innehållet har ändrats sedan utgåvan gjordes: fingeravtrycket stämmer inte längre.")
    elif (len(snapshot.objects), len(snapshot.links), least_advanced(snapshot)) != (
        edition.antal_objekt,
        edition.antal_lankar,
        edition.status,
    ):
        fault = tr("Uppgifterna om utgåvan har ändrats sedan den gjordes.")
    elif unlike:
        fault = tr("Texten i {kolumn} har ändrats sedan utgåvan gjordes.").format(kolumn=unlike)
    elif changed:
        fault = tr("Tabellerna eller beskrivningarna i leveransen har ändrats sedan utgåvan gjordes.")
    day = swedish_date(edition.tid) if edition.tid else ""
    return DeliveryFacts(EditionStamp(edition.nummer, day, edition.status, "", edition.fingeravtryck), fault)


def _differing_column(connection: sqlite3.Connection, snapshot: Snapshot) -> str:
    """The first column of words, as 'table.column', that does not say what its row says; '' when all do.

    A delivery made before there was such a column has none, and the strukturbild itself none at all. Where the words
    are the program's or the base data's own, ours may be newer: a municipality may have a new name.
    """
    is_whole = stated_checksum(connection) == text_checksum(connection)
    for table, words in table_words(snapshot, _standard_in(connection)).items():
        names = _comparable(words, is_whole, columns_in(connection, table))
        if not names:
            continue
        selected = ", ".join(map(quoted, (*words.keys, *names)))
        for row in connection.execute(f"SELECT {selected} FROM {quoted(table)}"):
            key, found = row[: len(words.keys)], row[len(words.keys) :]
            if key not in words.rows:
                continue
            wanted = dict(zip(words.names(), words.rows[key]))
            for name, value in zip(names, found):
                if (value or "") != wanted[name]:
                    return f"{table}.{name}"
    return ""


def _comparable(words: TableWords, is_whole: bool, there: Sequence[str]) -> list[str]:
    """The columns whose words we can tell: of a delivery that `is_whole` by its checksum, those it has itself."""
    skipped = {one.name for one in words.columns if one.of_areas or (is_whole and one.of_the_program)}
    return [name for name in words.names() if name in there and name not in skipped]


def _standard_in(connection: sqlite3.Connection) -> PlanStandard | None:
    """The program's plan standard that the delivery's categories are after; None for a region's own, or none."""
    if not {"op_standard", "op_version"} <= set(columns_in(connection, "nod")):
        return None
    for one in load_plan_standards().standards:
        said = "SELECT 1 FROM nod WHERE op_standard = ? AND op_version = ? LIMIT 1"
        if connection.execute(said, (one.standard, one.version)).fetchone():
            return one
    return None


def _differing_about_table(db: Reader, snapshot: Snapshot) -> str:
    """The table about the delivery, when it names another edition than the one recorded; '' when it agrees."""
    if ABOUT.name not in tables_in(db.connection) or not snapshot.editions:
        return ""
    edition = max(snapshot.editions, key=lambda one: one.nummer)
    wanted = ((EDITION, str(edition.nummer)), (FINGERPRINT, edition.fingeravtryck), (TITLE, snapshot.head.titel))
    stated = {str(row["uppgift"]): row["varde"] for row in db.table(ABOUT.name)}
    agrees = all(stated.get(name.sv, stated.get(name.en)) == value for name, value in wanted)
    return "" if agrees else ABOUT.name
