"""Which tables of a delivery a receiver sees: the others stay in the file, but no reader of GeoPackage lists them.

A delivery is itself a strukturbild, so the program's own tables go along. They are only taken out of `gpkg_contents`,
which is where readers look; empty layers are, too. `show_tables` registers them again when somebody opens the delivery
with the plugin to work with it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from ...catalogue.model import Catalogue
from ...errors import StoreError
from ...i18n import tr
from ...store.gpkg.connection import connect, now, tables_in, touch
from ...store.gpkg.error_messages import explaining
from ...store.gpkg.reader import reading
from ...store.schema.ddl import quoted, registrations
from ...store.schema.tables import CATALOGUE_TABLES, all_tables

RECEIVED = ("bild", "avgransning", "malsamling", "mal", "objekt_mal", "insats")
"""Tables beside the objects' that a receiver reads; other tables are the program's own."""
ABOUT_NAME = "om_leveransen"
"""The table that every delivery has, and nothing else."""
_OF_THE_PROGRAM = tuple(spec.name for spec in CATALOGUE_TABLES)
_ALWAYS = ("nod",)
"""Forms look nodes up, so their layer is there even when it is empty."""


def internal_tables(catalogue: Catalogue) -> tuple[str, ...]:
    """The tables that are the program's own."""
    seen = {*(layer.kod for layer in catalogue.lager), *RECEIVED}
    return tuple(spec.name for spec in all_tables(catalogue) if spec.name not in seen)


def empty_tables(connection: sqlite3.Connection, catalogue: Catalogue) -> tuple[str, ...]:
    """The layers and tables a receiver would read, were there anything in them."""
    candidates = [name for name in (*(layer.kod for layer in catalogue.lager), *RECEIVED) if name not in _ALWAYS]
    return tuple(name for name in candidates if _count(connection, name) == 0)


def hide_tables(connection: sqlite3.Connection, names: tuple[str, ...]) -> None:
    """Take tables out of what readers list."""
    among = f"IN ({', '.join('?' * len(names))})"
    for table in ("gpkg_extensions", "gpkg_geometry_columns", "gpkg_ogr_contents", "gpkg_contents"):
        connection.execute(f"DELETE FROM {table} WHERE table_name {among}", names)
    connection.execute(f"DELETE FROM layer_styles WHERE f_table_name {among}", names)


def is_delivery(path: Path) -> bool:
    """Whether the file at `path` is a delivery, or was one. Raises StoreError when it cannot be read."""
    with reading(path) as db:
        return ABOUT_NAME in tables_in(db.connection)


def show_tables(path: Path) -> bool:
    """Register the hidden tables of the file at `path` again; gives whether there were any.

    A strukturbild that is no delivery has none and is only read. Raises StoreError when the file cannot be written to.
    """
    with reading(path) as db:
        listed = {name for (name,) in db.connection.execute("SELECT table_name FROM gpkg_contents")}
        if listed >= set(_OF_THE_PROGRAM):
            return False
        specs = [spec for spec in all_tables(db.catalogue()) if spec.name in tables_in(db.connection)]
    hidden = [spec for spec in specs if spec.name not in listed]
    try:
        with explaining(path), contextlib.closing(connect(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for spec in hidden:
                for statement, values in registrations(spec):
                    connection.execute(statement, values)
                counted = (_count(connection, spec.name), spec.name)
                connection.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", counted)
            touch(connection, [spec.name for spec in hidden], now())
            connection.execute("COMMIT")
    except StoreError as error:
        raise StoreError(
            tr(
                "{path} är en leverans och måste gå att ändra för att öppnas för redigering. Kopiera den till en mapp "
                "där du får spara, och öppna kopian. {fel}"
            ).format(path=path, fel=error)
        ) from error
    return True


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0])
