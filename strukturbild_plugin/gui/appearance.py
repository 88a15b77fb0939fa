"""The symbol set of the open strukturbild, switched in the window as one undo step.

The choice is a value in the strukturbild's own row, written through the open layer: Ctrl+Z takes it back, it is unsaved
until it is saved, and what the map shows always follows the value, whoever changed it. The styles inside the file are
written anew once the value is in the file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import NULL, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ..drawing.desk import HEAD
from ..errors import StrukturbildError
from ..feedback import Feedback
from ..i18n import tr
from ..store.records import Snapshot
from . import settings
from .opened import Opened, is_drawn, restyle_base_map

COLUMN = "symboluppsattning"


class Appearance(QObject):
    """Keeps the window in the symbol set that the strukturbild says."""

    changed = pyqtSignal()
    """The window shows another set."""

    def __init__(self, bench: Any, studio: Any, pictures: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench, self._studio, self._pictures = bench, studio, pictures
        self._opened: Opened | None = None
        self._snapshot: Snapshot | None = None
        self.shown = ""
        self._in_file = ""
        studio.changed.connect(self.follow)
        bench.content_changed.connect(self.follow)

    def close(self) -> None:
        """The strukturbild is left."""
        self._opened = self._snapshot = None
        self.shown = self._in_file = ""

    def take(self, opened: Opened, snapshot: Snapshot) -> None:
        """The file as it was last read. What is open may already be ahead of it."""
        first = opened is not self._opened
        self._opened, self._snapshot = opened, snapshot
        if first:
            self.shown = self._in_file = snapshot.head.symboluppsattning
        self.follow()
        self._pass_on()

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Code and name of the sets there are."""
        from ..cartography.tokens import symbol_sets

        language = settings.language()
        carried = self._snapshot.bilagor if self._snapshot is not None else ()
        return tuple((kod, name.in_language(language)) for kod, name in symbol_sets(carried))

    def choose(self, kod: str) -> bool:
        """Let the strukturbild use this set: one undo step. False when it could not be (and the bar says why)."""
        desk = self._studio.desk
        if desk is None or kod == self.shown:
            return False
        name = dict(self.choices()).get(kod, kod)
        words = tr("Symboluppsättning: {name}").format(name=name)
        if not self._studio.attempt(lambda: self._write(desk, kod, words)):
            return False
        self._bench.messages.well(tr("Kartan visas nu med {name}.").format(name=name), tr("Ångra"), self._take_back)
        return True

    def follow(self) -> None:
        """Show the set that the open layer says, and note when it has come into the file."""
        layer = self._head_layer()
        kod = _value_of(layer)
        if layer is None or not kod:
            return
        if kod != self.shown:
            self._restyle(kod)
        if kod != self._in_file and not layer.isModified():
            self._in_file = kod
            self._write_styles(layer)

    def _write(self, desk: Any, kod: str, words: str) -> None:
        with desk.command(words):
            layer = desk.editing(HEAD)
            feature = next(layer.getFeatures())
            layer.changeAttributeValue(feature.id(), layer.fields().indexOf(COLUMN), kod)

    def _take_back(self) -> None:
        """From the message: only what it speaks of, not what has been drawn since."""
        desk = self._studio.desk
        if desk is not None and desk.undo_text().startswith(tr("Symboluppsättning: {name}").format(name="")):
            self._studio.undo()
        elif desk is not None and self._in_file != self.shown:
            self.choose(self._in_file)

    def _restyle(self, kod: str) -> None:
        from ..store.restyle import restyle_layers

        opened, snapshot = self._opened, self._snapshot
        if opened is None or snapshot is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            drawn = [layer for layer in opened.layers() if is_drawn(layer)]
            restyle_layers(drawn, snapshot.catalogue, kod, settings.language(), snapshot.bilagor)
            self._pictures.restyled()
            restyle_base_map(QgsProject.instance(), replace(snapshot.head, symboluppsattning=kod), snapshot.bilagor)
        except StrukturbildError as error:
            self._bench.messages.warn(str(error))
        finally:
            QApplication.restoreOverrideCursor()
        self.shown = kod
        self._pass_on()

    def _pass_on(self) -> None:
        """Palette, legend and check read the head of the snapshot."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        if snapshot.head.symboluppsattning != self.shown:
            snapshot = self._snapshot = replace(snapshot, head=replace(snapshot.head, symboluppsattning=self.shown))
            self._bench.put_snapshot(snapshot)
        self.changed.emit()

    def _head_layer(self) -> QgsVectorLayer | None:
        return self._opened.layer(HEAD) if self._opened is not None else None

    def _write_styles(self, layer: QgsVectorLayer) -> None:
        """What plain QGIS shows, in the file: beside the window, through a connection of its own."""
        opened = self._opened
        if opened is None:
            return
        path: Path = opened.path

        def work(_feedback: Feedback) -> None:
            from ..store.refresh import refresh_styles

            refresh_styles(path)

        self._bench.runner.start(tr("Sparar symbolerna i {file}").format(file=path.name), work, lambda _none: None)


def _value_of(layer: QgsVectorLayer | None) -> str:
    feature = next(layer.getFeatures(), None) if layer is not None else None
    value = feature[COLUMN] if feature is not None else None
    return "" if value is None or value == NULL else str(value)
