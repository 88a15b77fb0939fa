"""The steps from each version of the tables to the next.

A step is written once, when SCHEMA_VERSION is raised, and never changed afterwards: what it makes is written out here
and not taken from schema.py, which moves on.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Callable

from ..gpkg.connection import make_table
from ..schema.ddl import quoted
from ..schema.tables import BINARY_COLUMN, DECIMAL_COLUMN, ColumnSpec, TableSpec
from .upgrade_to_version_3 import to_version_3


@dataclass(frozen=True)
class UpgradeStep:
    """How tables of `version` become those of the next one. `change` runs inside a transaction."""

    version: int
    change: Callable[[sqlite3.Connection], list[str] | None]
    """Gives what was done to somebody's own things in the file, in sentences."""


def _level(name: str) -> str:
    check = f'"{name}" >= 1 AND "{name}" <= 8'
    return f'"{name}" INTEGER CONSTRAINT "otillåtet värde i {name}" CHECK ({check})'


def _to_version_2(connection: sqlite3.Connection) -> None:
    """1 -> 2: level of cooperation, anchoring with a level, attachments and labels moved by hand."""
    connection.execute(f"ALTER TABLE strukturbild ADD COLUMN {_level('samverkansniva')}")
    connection.execute(f"ALTER TABLE logg ADD COLUMN {_level('niva')}")
    texts = (ColumnSpec("slag", required=True), ColumnSpec("namn", required=True))
    content = ColumnSpec("innehall", BINARY_COLUMN, required=True)
    make_table(connection, TableSpec("bilaga", (*texts, content), title="Bilagor", unique=(("slag", "namn"),)))
    identity = tuple(ColumnSpec(name, required=True) for name in ("bild_id", "objekt_id", "papper"))
    place = tuple(ColumnSpec(name, DECIMAL_COLUMN, required=True) for name in ("x", "y"))
    key, index = (("bild_id", "objekt_id", "papper"),), (("objekt_id",),)
    spec = TableSpec("etikettplats", (*identity, *place), title="Flyttade namn", unique=key, indexes=index)
    make_table(connection, spec)
    for (layer,) in connection.execute("SELECT kod FROM lager").fetchall():
        connection.execute(f"DROP TRIGGER IF EXISTS {quoted(layer + '_borttagen')}")
        connection.execute(
            f"CREATE TRIGGER {quoted(layer + '_borttagen')} AFTER DELETE ON {quoted(layer)} BEGIN "
            "DELETE FROM objekt_mal WHERE objekt_id = OLD.objekt_id; DELETE FROM rost WHERE objekt_id = OLD.objekt_id; "
            "UPDATE kommentar SET objekt_id = NULL WHERE objekt_id = OLD.objekt_id; "
            "DELETE FROM etikettplats WHERE objekt_id = OLD.objekt_id; END"
        )
    connection.execute(
        "CREATE TRIGGER bild_borttagen_namn AFTER DELETE ON bild BEGIN "
        "DELETE FROM etikettplats WHERE bild_id = OLD.bild_id; END"
    )


STEPS: tuple[UpgradeStep, ...] = (UpgradeStep(1, _to_version_2), UpgradeStep(2, to_version_3))
