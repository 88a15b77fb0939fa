"""The copy that QGIS writes a project from: every layer as in the file, with no rows and nothing else."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from qgis.core import QgsApplication, QgsVectorLayer

from strukturbild_plugin.store.qgis_project.rowless_copy import copy_without_rows
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import karlstad, new_file

TABLES = ("nod", "strak", "omrade", "mal", "finns_inte")


def layer(path: Path, table: str) -> QgsVectorLayer:
    return QgsVectorLayer(f"{path}|layername={table}", table, "ogr", QgsVectorLayer.LayerOptions(False))


def test_the_layers_are_those_of_the_file_without_its_rows(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path, target = new_file(tmp_path), tmp_path / "utan rader.gpkg"
    with writing(path) as db:
        db.add_objects(karlstad())
    before = path.read_bytes()
    copy_without_rows(path, target, TABLES)
    assert path.read_bytes() == before
    for table in TABLES[:-1]:
        ours, theirs = layer(target, table), layer(path, table)
        assert ours.isValid() and theirs.isValid(), table
        assert [(one.name(), one.typeName()) for one in ours.fields()] == [
            (one.name(), one.typeName()) for one in theirs.fields()
        ]
        assert (ours.wkbType(), ours.crs().authid()) == (theirs.wkbType(), theirs.crs().authid())
        assert ours.featureCount() == 0
    assert layer(path, "nod").featureCount() > 0


def test_there_is_nothing_else_in_it(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path, target = new_file(tmp_path), tmp_path / "utan rader.gpkg"
    copy_without_rows(path, target, TABLES)
    with contextlib.closing(sqlite3.connect(target)) as db:
        listed = {name for (name,) in db.execute("SELECT table_name FROM gpkg_contents")}
        kinds = {kind for (kind,) in db.execute("SELECT type FROM sqlite_master")}
    assert listed == {*TABLES[:-1], "layer_styles"} and kinds <= {"table", "index"}, "inga utlösare och inga rumsindex"
