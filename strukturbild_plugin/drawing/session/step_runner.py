"""Runs a step on a layer's edit buffer, backwards or forwards, by QGIS's own edit commands. Main thread only."""

from __future__ import annotations

import itertools
from typing import Any, Sequence

from qgis.core import (
    QgsVectorLayer,
    QgsVectorLayerUndoCommandAddFeature,
    QgsVectorLayerUndoCommandChangeAttribute,
    QgsVectorLayerUndoCommandChangeGeometry,
    QgsVectorLayerUndoCommandDeleteFeature,
)

from .row_changes import GEOMETRY_PLACE, Row, RowDiff, feature_of

_SERIALS = itertools.count(1)


class StepRunner:
    """The rows of one layer by serial, and the edit commands of the last run of each step."""

    def __init__(self) -> None:
        self._serials: dict[int, int] = {}
        self._fids: dict[int, int] = {}
        self._ran: dict[Any, tuple[bool, list[Any]]] = {}
        """Step -> the direction its commands were made for, and those."""
        self._applied: list[Any] = []
        """The steps whose commands are in the edit buffer now, in the order they came there."""

    def serial(self, fid: int) -> int:
        """What the row with this feature id is known by, whatever its id becomes."""
        if fid not in self._serials:
            self._point(next(_SERIALS), fid)
        return self._serials[fid]

    def fid(self, serial: int) -> int | None:
        """The feature id that the row has, or had last."""
        return self._fids.get(serial)

    def renumber(self, old: int, new: int) -> None:
        """The row was written to the file, and has another feature id."""
        serial = self._serials.pop(old, None)
        if serial is not None:
            self._point(serial, new)

    def forget(self) -> None:
        """Commands that were run belong to an edit buffer that has been emptied."""
        self._ran, self._applied = {}, []

    def take_back(self) -> None:
        """Take all that was run since the last save out of the edit buffer, the last first."""
        for step in reversed(self._applied):
            for command in reversed(self._ran[step][1]):
                command.undo()
        self.forget()

    def run(self, layer: QgsVectorLayer, step: object, rows: Sequence[RowDiff], backwards: bool) -> None:
        """Undo the changes (`backwards`) or do them again.

        A step that has run since the last save goes back by the same commands, so that what was done on top of it
        still fits.
        """
        if step in self._ran:
            made_for, ran = self._ran[step]
            for command in ran if made_for == backwards else reversed(ran):
                command.redo() if made_for == backwards else command.undo()
            if made_for == backwards:
                self._applied.append(step)
            else:
                self._applied.remove(step)
            return
        commands: list[Any] = []
        self._ran[step] = (backwards, commands)
        self._applied.append(step)
        for each in reversed(rows) if backwards else rows:
            before, after = (each.after, each.before) if backwards else (each.before, each.after)
            self._change(layer, each, before, after, commands)

    def _change(
        self, layer: QgsVectorLayer, each: RowDiff, before: Row | None, after: Row | None, commands: list[Any]
    ) -> None:
        buffer = layer.editBuffer()
        if after is None:
            self._do(QgsVectorLayerUndoCommandDeleteFeature(buffer, self._fids[each.serial]), commands)
        elif before is None:
            feature = feature_of(layer, after)
            command = QgsVectorLayerUndoCommandAddFeature(buffer, feature)
            self._point(each.serial, feature.id())
            self._do(command, commands)
        else:
            fid = self._fids[each.serial]
            for at in each.columns():
                if at == GEOMETRY_PLACE:
                    command = QgsVectorLayerUndoCommandChangeGeometry(buffer, fid, after.geometry)
                else:
                    values = (after.value(at), before.value(at))
                    command = QgsVectorLayerUndoCommandChangeAttribute(buffer, fid, at, *values)
                self._do(command, commands)

    def _do(self, command: Any, commands: list[Any]) -> None:
        command.redo()
        commands.append(command)

    def _point(self, serial: int, fid: int) -> None:
        self._serials[fid] = serial
        self._fids[serial] = fid
