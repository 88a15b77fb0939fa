"""Watches an open layer: connected to its signals once, and tells everybody who follows the layer. Main thread only.

A layer has one watcher, its child in Qt, that lives as long as the layer does. It holds nobody alive: Qt holds the
methods that are connected to it weakly.
"""

from __future__ import annotations

from typing import Any, Callable, Iterable, Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ...store.qgis_project.layers import table_of

Slot = Optional[Callable[..., None]]


class LayerWatcher(QObject):
    """What happens to one layer. Every signal says the layer's table first: that is its code in a strukturbild."""

    row_changed = pyqtSignal(str, "qint64")
    """The row with this feature id was added or removed, or a value in it is another; also by undo and redo."""
    geometry_changed = pyqtSignal(str, "qint64")
    """The row with this feature id has another geometry."""
    row_renumbered = pyqtSignal(str, "qint64", "qint64")
    """A new row was written to the file: its feature id until now, and the one it has there."""
    edits_about_to_be_written = pyqtSignal(str)
    """What follows, until the edits have ended, is a save; when it fails, nothing more is said of it."""
    edits_ended = pyqtSignal(str)
    """All edits were saved (new rows have other ids, and the file's own triggers may have done more) or discarded."""
    edits_written = pyqtSignal(str)
    """All edits were saved by our own write: what rows were told of say the same in the file."""
    reloaded = pyqtSignal(str)
    """Any row may be another: read anew from the file, or other source, subset or columns."""
    edits_about_to_be_discarded = pyqtSignal(str)
    """What follows looks as if all was undone."""
    undo_index_changed = pyqtSignal(str, int)
    """The layer's undo stack stands in this place."""
    command_started = pyqtSignal(str)
    """An edit command begins."""
    command_ended = pyqtSignal(str)
    """An edit command has been ended: now the layer can be edited again."""
    about_to_be_removed = pyqtSignal(str)
    """The layer is being deleted: let go of it now."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__(layer)
        self._table = table_of(layer)[1]
        self._writing, self._written_as = False, 0
        self._gone = False
        self.keeping_rows = False
        """What is now read anew is what everybody has been told of row by row."""
        for row in (layer.featureAdded, layer.featureDeleted, layer.attributeValueChanged):
            row.connect(self._row_changed)
        layer.featureDeleted.connect(self._left)
        layer.featureAdded.connect(self._came)
        layer.beforeCommitChanges.connect(self._about_to_write)
        layer.geometryChanged.connect(self._geometry_changed)
        layer.editCommandStarted.connect(self._command_started)
        layer.editCommandEnded.connect(self._command_ended)
        for end in (layer.afterCommitChanges, layer.afterRollBack):
            end.connect(self._edits_ended)
        for whole in (layer.dataSourceChanged, layer.subsetStringChanged, layer.updatedFields, layer.dataChanged):
            whole.connect(self._reloaded)
        layer.beforeRollBack.connect(self._about_to_discard)
        layer.undoStack().indexChanged.connect(self._undo_index_changed)
        layer.willBeDeleted.connect(self._about_to_be_removed)

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> LayerWatcher:
        """The watcher of `layer`, made the first time it is asked for."""
        there = layer.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return there if there is not None else cls(layer)

    def _row_changed(self, fid: int, *_values: object) -> None:
        self.row_changed.emit(self._table, fid)

    def _geometry_changed(self, fid: int, *_geometry: object) -> None:
        self.geometry_changed.emit(self._table, fid)

    def _command_started(self, _text: str) -> None:
        self.command_started.emit(self._table)

    def _command_ended(self) -> None:
        self.command_ended.emit(self._table)

    def _about_to_write(self, *_stop: bool) -> None:
        self._writing, self._written_as = True, 0
        self.edits_about_to_be_written.emit(self._table)

    def _left(self, fid: int) -> None:
        """While QGIS writes, a row that leaves comes back at once with the number it has in the file."""
        self._written_as = fid if self._writing and fid < 0 else 0

    def _came(self, fid: int) -> None:
        if self._written_as and fid >= 0:
            self.row_renumbered.emit(self._table, self._written_as, fid)
        self._written_as = 0

    def _edits_ended(self) -> None:
        self._writing = False
        self.edits_ended.emit(self._table)

    def _reloaded(self) -> None:
        if not self.keeping_rows:
            self.reloaded.emit(self._table)

    def _about_to_discard(self) -> None:
        self.edits_about_to_be_discarded.emit(self._table)

    def _undo_index_changed(self, place: int) -> None:
        if self._gone:  # the stack is emptied while the layer is taken apart
            return
        if self.parent().undoStack().count() > 0:
            self._writing = False  # the save failed
        self.undo_index_changed.emit(self._table, place)

    def _about_to_be_removed(self) -> None:
        self._gone = True
        self.about_to_be_removed.emit(self._table)


class LayerSubscription:
    """What one follower hears of some layers, until it is closed."""

    def __init__(
        self,
        layers: Iterable[QgsVectorLayer],
        *,
        row_changed: Slot = None,
        geometry_changed: Slot = None,
        row_renumbered: Slot = None,
        edits_about_to_be_written: Slot = None,
        edits_ended: Slot = None,
        edits_written: Slot = None,
        reloaded: Slot = None,
        edits_about_to_be_discarded: Slot = None,
        undo_index_changed: Slot = None,
        command_started: Slot = None,
        command_ended: Slot = None,
        about_to_be_removed: Slot = None,
    ) -> None:
        """Connect each slot that is given to the signal of `LayerWatcher` with its name. Bound methods only."""
        self._connections: list[tuple[LayerWatcher, Any, Any]] = []
        """Not the slots: who follows would be held by itself, and its layers with it."""
        for layer in layers:
            watcher = LayerWatcher.of(layer)
            for signal, slot in (
                (watcher.row_changed, row_changed),
                (watcher.geometry_changed, geometry_changed),
                (watcher.row_renumbered, row_renumbered),
                (watcher.edits_about_to_be_written, edits_about_to_be_written),
                (watcher.edits_ended, edits_ended),
                (watcher.edits_written, edits_written),
                (watcher.reloaded, reloaded),
                (watcher.edits_about_to_be_discarded, edits_about_to_be_discarded),
                (watcher.undo_index_changed, undo_index_changed),
                (watcher.command_started, command_started),
                (watcher.command_ended, command_ended),
                (watcher.about_to_be_removed, about_to_be_removed),
            ):
                if slot is not None:
                    self._connections.append((watcher, signal, signal.connect(slot)))

    def close(self) -> None:
        """Hear no more, also of layers that are gone."""
        for watcher, signal, connection in self._connections:
            if not sip.isdeleted(watcher):  # else QGIS goes down, too
                signal.disconnect(connection)
        self._connections = []
