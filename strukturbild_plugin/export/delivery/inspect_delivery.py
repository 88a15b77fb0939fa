"""Checks a delivery GeoPackage against its recorded edition, on a copy: opening a GeoPackage changes it."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

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
from .delivery_gpkg import ABOUT
from .provenance import least_advanced
from .readable_columns import ReadableTexts, column_names


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
    day = swedish_date(edition.tid) if edition.tid else ""
    return DeliveryFacts(EditionStamp(edition.nummer, day, edition.status, "", edition.fingeravtryck), fault)


def _differing_column(connection: sqlite3.Connection, snapshot: Snapshot) -> str:
    """The first readable column, as 'table.column', that does not say what its object says; '' when all do."""
    readable, names = ReadableTexts(snapshot), column_names(snapshot)
    by_id = {record.objekt_id: record for record in snapshot.objects}
    for layer in snapshot.catalogue.lager:
        if not set(names.values()) <= set(columns_in(connection, layer.kod)):
            continue  # the strukturbild itself, not a delivery
        selected = ", ".join(quoted(column) for column in names.values())
        for objekt_id, *found in connection.execute(f"SELECT objekt_id, {selected} FROM {quoted(layer.kod)}"):
            with contextlib.suppress(KeyError):
                wanted = readable.columns(by_id[objekt_id])
                for (name, column), value in zip(names.items(), found):
                    if (value or "") != wanted[name]:
                        return f"{layer.kod}.{column}"
    return ""


def _differing_about_table(db: Reader, snapshot: Snapshot) -> str:
    """The table about the delivery, when it names another edition than the one recorded; '' when it agrees."""
    if ABOUT.name not in tables_in(db.connection) or not snapshot.editions:
        return ""
    edition = max(snapshot.editions, key=lambda one: one.nummer)
    wanted = {"Utgåva": str(edition.nummer), "Fingeravtryck": edition.fingeravtryck, "Titel": snapshot.head.titel}
    stated = {str(row["uppgift"]): row["varde"] for row in db.table(ABOUT.name)}
    return ABOUT.name if any(stated.get(name) != value for name, value in wanted.items()) else ""
