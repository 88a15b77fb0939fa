"""What differs between the open layers and the file: only the rows that were touched. Main thread only.

The layers' watchers say which rows, and those are read when somebody asks, in slices: a handful changed costs the same
in a small strukturbild as in a large one. How a row was in the file is read once, right after it was first touched.
"""

from __future__ import annotations

from typing import Callable, Mapping, Sequence

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ...store.autosave.copy_format import Cells, RowChange, identity_columns
from ...store.schema.tables import FID, GEOMETRY
from .layer_watcher import LayerSubscription
from .row_codec import cell, cells_of, in_kind, plain_shape

Key = tuple[str, int]
"""Layer and feature id."""

_BATCH = 20
"""Rows read at once: a few milliseconds."""


class UnsavedChanges:
    """The rows of `layers` (table -> layer) that are not in the file as they are now.

    `heard` is called when there is something to read, `settled` when a layer was saved or its edits thrown away,
    `throwing` when they are about to be (which then looks as if they were undone).
    """

    def __init__(
        self,
        layers: Mapping[str, QgsVectorLayer],
        heard: Callable[[], None] | None = None,
        settled: Callable[[], None] | None = None,
        throwing: Callable[[], None] | None = None,
    ) -> None:
        self.rows: dict[Key, RowChange] = {}
        self.changes = 0
        """Goes up whenever `rows` becomes different."""
        self._heard, self._settled, self._throwing = heard or _nothing, settled or _nothing, throwing or _nothing
        self._layers = {table: layer for table, layer in layers.items() if _has_identity(table, layer)}
        self._before: dict[Key, Cells] = {}
        self._touched: dict[str, dict[int, None]] = {table: {} for table in self._layers}
        self._subscription = LayerSubscription(
            self._layers.values(),
            row_changed=self._touch,
            geometry_changed=self._touch,
            edits_ended=self._reset,
            edits_written=self._reset,
            reloaded=self._file_changed,
            edits_about_to_be_discarded=self._about_to_throw,
            about_to_be_removed=self._let_go,
        )
        for table in self._layers:
            self._read_buffer(table)

    def close(self) -> None:
        """Listen no more."""
        self._subscription.close()
        for table in tuple(self._layers):
            self._let_go(table)
        self._heard = self._settled = self._throwing = _nothing

    def modified(self) -> bool:
        """Whether a layer holds edits at all."""
        return any(layer.isModified() for layer in self._layers.values())

    def with_cells(self, key: Key, cells: Cells) -> RowChange | None:
        """How the row would differ if `cells` were written, too; None when it would not, or is not there."""
        table, fid = key
        if table not in self._layers:
            return None
        if fid >= 0 and key not in self._before:
            self._read_file(table, self._columns(table), [fid])
        there, before = self.rows.get(key), self._before.get(key)
        if (there is None and before is None) or (there is not None and there.now is None):
            return None
        now = dict(there.now or {}) if there is not None else {}
        now.update((column, cell) for column, cell in cells.items() if before is None or before.get(column) != cell)
        return RowChange(table, before, now) if now else None

    def read_some(self) -> bool:
        """Read some of what was touched, a few milliseconds' worth; whether all is read."""
        touched = next((each for each in self._touched.items() if each[1]), None)
        if touched is not None:
            table, fids = touched
            self._read(table, [fids.popitem()[0] for _ in range(min(_BATCH, len(fids)))])
        return not any(self._touched.values())

    def _let_go(self, table: str) -> None:
        """The layer is being closed. What it held that is neither saved nor thrown away stays in `rows`."""
        self._layers.pop(table, None)
        self._touched.pop(table, None)

    def _about_to_throw(self, _table: str) -> None:
        self._throwing()

    def _touch(self, table: str, fid: int) -> None:
        if table in self._touched:
            if fid >= 0 and (table, fid) not in self._before and len(self._touched[table]) < _BATCH:
                # at once: somebody else may write to the same row before it would be read
                self._read_file(table, self._columns(table), [fid])
            self._touched[table][fid] = None
            self._heard()

    def _file_changed(self, table: str) -> None:
        """Somebody else has written to the file: rows without edits may be others there than when they were touched."""
        unread = self._touched.get(table, {})
        for key in [key for key in self._before if key[0] == table and key not in self.rows and key[1] not in unread]:
            del self._before[key]

    def _reset(self, table: str) -> None:
        """The layer was saved, and its rows have other ids; or it is as the file again."""
        if table not in self._layers:
            return
        for kept in (self.rows, self._before):
            for key in [key for key in kept if key[0] == table]:
                del kept[key]  # type: ignore[attr-defined]
        self.changes += 1
        self._touched[table].clear()
        self._read_buffer(table)
        self._settled()

    def _read_buffer(self, table: str) -> None:
        buffer = self._layers[table].editBuffer()
        if buffer is not None and buffer.isModified():
            touched = (buffer.addedFeatures(), buffer.changedAttributeValues(), buffer.changedGeometries())
            for fids in (*touched, buffer.deletedFeatureIds()):
                self._touched[table].update(dict.fromkeys(fids))

    def _read(self, table: str, fids: Sequence[int]) -> None:
        layer = self._layers[table]
        buffer = layer.editBuffer()
        if buffer is None:
            for fid in fids:
                self._set((table, fid), None)
            return
        columns = self._columns(table)
        self._read_file(table, columns, [fid for fid in fids if fid >= 0 and (table, fid) not in self._before])
        now: dict[int, Cells] = {
            feature.id(): cells_of(feature, columns)
            for feature in layer.getFeatures(QgsFeatureRequest().setFilterFids(list(fids)))
        }
        deleted = set(buffer.deletedFeatureIds())
        for fid in fids:
            before = self._before.get((table, fid))
            if fid not in now and fid not in deleted and before is not None:  # the file cannot be read just now
                now[fid] = _as_edited(layer, fid, before)
            self._set((table, fid), _change(table, before, now.get(fid)))

    def _columns(self, table: str) -> list[str]:
        return [field.name() for field in self._layers[table].dataProvider().fields() if field.name() != FID]

    def _read_file(self, table: str, columns: Sequence[str], fids: Sequence[int]) -> None:
        if fids:
            request = QgsFeatureRequest().setFilterFids(list(fids))
            for feature in self._layers[table].dataProvider().getFeatures(request):
                self._before[table, feature.id()] = cells_of(feature, columns)

    def _set(self, key: Key, change: RowChange | None) -> None:
        if self.rows.get(key) == change:
            return
        self.changes += 1
        if change is None:
            del self.rows[key]
        else:
            self.rows[key] = change


def _as_edited(layer: QgsVectorLayer, fid: int, before: Cells) -> Cells:
    """A row of the file as the layer's edits leave it, without reading it."""
    buffer, now = layer.editBuffer(), dict(before)
    for at, value in buffer.changedAttributeValues().get(fid, {}).items():
        field = layer.fields().at(at)
        if field.name() in now:
            now[field.name()] = cell(in_kind(field, value))
    if fid in buffer.changedGeometries():
        now[GEOMETRY] = plain_shape(buffer.changedGeometries()[fid])
    return now


def _change(table: str, before: Cells | None, now: Cells | None) -> RowChange | None:
    if before is None or now is None:
        return None if before is now else RowChange(table, before, now)
    different = {column: cell for column, cell in now.items() if before.get(column) != cell}
    return RowChange(table, before, different) if different else None


def _has_identity(table: str, layer: QgsVectorLayer) -> bool:
    return all(layer.fields().indexOf(column) >= 0 for column in identity_columns(table))


def _nothing() -> None:
    """Nobody listens."""
