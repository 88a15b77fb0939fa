"""The coordinate system of a file that is compared: another program may have moved its layers into another one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ...errors import StoreError
from ...store.schema.tables import SRID
from ..merged_tables import MergedTables
from .copy_texts import moved_layer, other_system

_UNDEFINED = (-1, 0)
_LAYERS = (
    "SELECT g.table_name, g.srs_id, s.organization, s.organization_coordsys_id FROM gpkg_geometry_columns g "
    "LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id ORDER BY g.table_name"
)


def refuse_other_system(connection: sqlite3.Connection, tables: MergedTables, compared: Path | None = None) -> None:
    """Raise StoreError when a layer of the file has coordinates in another system than all strukturbilder.

    `compared`: the file, when it is no group's copy.
    """
    for name, srs, organisation, number in connection.execute(_LAYERS).fetchall():
        if name in tables.by_name and srs not in (SRID, *_UNDEFINED) and number != SRID:
            system = f"{organisation}:{number}" if organisation else str(srs)
            raise StoreError(
                other_system(str(name), system) if compared is None else moved_layer(compared, str(name), system)
            )
