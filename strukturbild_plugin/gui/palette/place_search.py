"""Nodes by the names of places: one at a time, or several places as one joint node."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...drawing.edits.joint_nodes import BETWEEN, joint_of_places
from ...i18n import tr
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import quiet


@guarded
class PlaceSearch(QWidget):
    """A line to write a place in, from the base map; a tick makes the next ones one node together."""

    place_put = pyqtSignal(float, float)
    said = pyqtSignal(str)
    """What to say of the last place; '' when all is well."""

    def __init__(self, tools: ToolController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._places: dict[str, Any] = {}
        self._places_of: tuple[str, ...] | None = None
        self.gathered: list[Any] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Skriv en ort och tryck Enter"))
        self.line.returnPressed.connect(guarded(self._put_written))
        self.joint = QCheckBox(tr("Flera orter blir en gemensam nod"), self)
        self.joint.setToolTip(tr("Skriv orterna en i taget, som Kristianstad och Hässleholm. Tryck sedan på knappen."))
        self.joint.toggled.connect(guarded(lambda _on: self._gather([])))
        self.names = quiet("", self)
        self.make = QPushButton(tr("Gör noden"), self)
        self.make.clicked.connect(guarded(lambda _=False: self._make()))
        self.similar = QWidget(self)
        self._similar_row = FlowLayout(self.similar)
        for one in (self.line, self.similar, self.joint, self.names, self.make):
            column.addWidget(one)
        self._offer_similar(())
        self._gather([])

    def begin(self) -> None:
        """The draw mode is of a node class."""
        self.joint.setChecked(False)
        self._offer_similar(())
        self._know_places()

    def _know_places(self) -> None:
        lan = tuple(self.tools.lan)
        if self._places_of == lan:
            return
        from ...store.create.places import places_by_label

        self._places_of, self._places = lan, places_by_label(lan)
        completer = QCompleter(list(self._places), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        completer.activated[str].connect(guarded(self._put_place))  # noqa: QGS405 - QComboBox lost it, QCompleter keeps it
        self.line.setCompleter(completer)

    def _put_written(self) -> None:
        popup = self.line.completer().popup() if self.line.completer() is not None else None
        if popup is None or not (popup.isVisible() and popup.currentIndex().isValid()):  # else it says itself
            self._put_place(self.line.text())

    def _put_place(self, written: str) -> None:
        """A node on the place, with its name; or one place more of a joint node."""
        from ...store.create.places import find_place

        written, tools = written.strip(), self.tools
        if not written and len(self.gathered) > 1:
            self._make()
        if not written or tools.draw_mode is None or tools.edit_session is None:
            return
        self.line.completer().popup().hide()
        listed = self._places.get(written)
        same = self._drawn(listed.namn if listed is not None else written)
        if same is not None and not self.joint.isChecked() and same.klass == tools.draw_mode.klass.kod:
            self.said.emit(tr("{name} finns redan i bilden.").format(name=same.namn))
            self.place_put.emit(*same.places[0])
            return
        place = (same if self.joint.isChecked() else None) or listed or find_place(written, lan=tools.lan)
        if place is None:
            self._tell_unknown(written)
            return
        self.said.emit("")
        self._offer_similar(())
        spot = place.places[0] if place is same and same is not None else (place.x, place.y)
        if self.joint.isChecked():
            self._gather([*self.gathered, place] if place not in self.gathered else self.gathered)
        elif not tools.add(QgsGeometry.fromPointXY(QgsPointXY(*spot)), place.namn):
            return  # what was written stays, to be tried again
        self.place_put.emit(*spot)
        QTimer.singleShot(0, guarded(self.line.clear))  # the list of suggestions writes its choice afterwards
        self.line.setFocus()

    def _tell_unknown(self, written: str) -> None:
        """Not in the base map: perhaps it is spelled in another way."""
        from ...store.create.places import similar_places

        labels = {place: label for label, place in self._places.items()}
        similar = [labels[place] for place in similar_places(written, self.tools.lan) if place in labels]
        text = tr("Orten {name} finns inte i baskartan. Klicka på kartan i stället.")
        if similar:
            text = tr("Orten {name} finns inte i baskartan. Menade du någon av de här? Annars klickar du på kartan.")
        self.said.emit(text.format(name=written))
        self._offer_similar(similar)
        self.line.selectAll()  # the next place is written over it

    def _offer_similar(self, labels: Sequence[str]) -> None:
        while self._similar_row.count():
            item = self._similar_row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for label in labels:
            button = QPushButton(label, self.similar)
            button.clicked.connect(guarded(lambda _=False, label=label: self._put_place(label)))
            self._similar_row.addWidget(button)
        self.similar.setVisible(bool(labels))

    def _drawn(self, name: str) -> Any:
        edit_session, wanted = self.tools.edit_session, name.casefold()
        nodes = edit_session.objects.all() if edit_session is not None else ()
        own = (one for one in nodes if one.lager == "nod" and one.bild_id == self.tools.picture)
        return next((one for one in own if one.namn.casefold() == wanted and one.places), None)

    def _gather(self, places: list[Any]) -> None:
        self.gathered = places
        self.names.setText(BETWEEN.join(place.namn for place in places))
        self.names.setVisible(bool(places))
        self.make.setVisible(self.joint.isChecked())
        self.make.setEnabled(len(places) > 1)

    def _make(self) -> None:
        edit_session, tools = self.tools.edit_session, self.tools
        if edit_session is None or tools.draw_mode is None:
            return
        known = [place.objekt_id for place in self.gathered if hasattr(place, "objekt_id")]
        new = [(place.namn, (place.x, place.y)) for place in self.gathered if not hasattr(place, "objekt_id")]
        prefill = tools.prefill()
        if tools.draw(lambda: joint_of_places(edit_session, prefill, new, known)):
            self.joint.setChecked(False)
            self.line.setFocus()
