"""Keeps what the file takes away with an object that is deleted, so that undo brings it back too. Main thread only.

Our own save tells what went (store/writing/layer_writer.py). When QGIS saves by itself it is read here before, and put
back after an undone deletion has been saved.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from qgis.core import QgsVectorLayer

from ...errors import StoreError
from ...store.gpkg.connection import connect
from ...store.qgis_project.layers import table_of
from ...store.writing.dependent_rows import DependentRows, dependent_rows, put_back


class DependentKeeper:
    """What has gone with objects of one layer since its strukturbild was opened."""

    def __init__(self) -> None:
        self.taken: dict[str, DependentRows] = {}
        """By objekt_id."""
        self._coming: list[str] = []

    def before_save(self, layer: QgsVectorLayer) -> None:
        """QGIS is about to write the layer's edits."""
        buffer, at = layer.editBuffer(), layer.fields().indexOf("objekt_id")
        self._coming = []
        if buffer is None or at < 0:
            return
        if buffer.deletedFeatureIds():
            path, table = table_of(layer)
            with contextlib.suppress(StoreError, sqlite3.Error), contextlib.closing(connect(Path(path), 0)) as file:
                self.taken.update(dependent_rows(file, table, buffer.deletedFeatureIds()))
        added = [feature.attribute(at) for feature in buffer.addedFeatures().values()]
        self._coming = [objekt_id for objekt_id in added if objekt_id in self.taken]

    def after_save(self, layer: QgsVectorLayer) -> None:
        """QGIS has written them; what cannot be put back now is tried at the next save."""
        if not self._coming:
            return
        path = Path(table_of(layer)[0])
        with contextlib.suppress(StoreError, sqlite3.Error), contextlib.closing(connect(path, 0)) as file:
            file.execute("BEGIN IMMEDIATE")
            put_back(file, self.taken, self._coming)
            file.execute("COMMIT")
            self._coming = []
