"""What the tests of deliveries share."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from strukturbild_plugin.catalogue.plan_standard import PlanStandard
from strukturbild_plugin.export.delivery.delivery_gpkg import make_delivery
from strukturbild_plugin.export.delivery.provenance import edition_metadata
from strukturbild_plugin.export.edition.edition import next_edition
from strukturbild_plugin.store.gpkg.file_copy import copy_database
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot


def rows(path: Path, sql: str, *values: object) -> list[tuple]:
    """The rows of a query, with plain SQLite."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def deliver(source: Path, standard: PlanStandard | None = None) -> Path:
    """The delivery of a strukturbild, beside it."""
    copy = copy_database(source, source.with_name("lage.gpkg"))
    snapshot = read_snapshot(copy)
    edition, _new = next_edition(snapshot)
    target = source.with_name(f"leverans av {source.stem} {standard.kod if standard else ''}.gpkg")
    make_delivery(copy, target, snapshot, edition, edition_metadata(snapshot, edition), standard)
    copy.unlink()
    return target
