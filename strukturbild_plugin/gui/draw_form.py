"""The short form beside the pen: level of the next, a place to find, and name and text of what was just drawn."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QCompleter, QDoubleSpinBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from ..catalogue.model import AREA
from ..i18n import tr
from .look import heading, quiet
from .pen import BROAD, FREEHAND, POINTED, Armed, hint
from .settings import language
from .studio import Studio

KM = 1000.0


class DrawForm(QFrame):
    """Everything in it can be skipped."""

    place_put = pyqtSignal(float, float)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.last = ""
        self._places: dict[str, Any] = {}
        self.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        self.title, self.hint = heading("", self), quiet("", self)
        self.way = QComboBox(self)
        for words, way in ((tr("Klicka hörn"), POINTED), (tr("Frihand"), FREEHAND), (tr("Bred linje"), BROAD)):
            self.way.addItem(words, way)
        self.way.activated.connect(lambda _place: self._rearm())
        self.width_box = QDoubleSpinBox(self)
        self.width_box.setRange(0.1, 100)
        self.width_box.setDecimals(1)
        self.width_box.setSuffix(" km")
        self.width_box.setPrefix(tr("Bredd") + " ")
        self.width_box.setValue(studio.width / KM)
        self.width_box.valueChanged.connect(self._set_width)
        self.level = QComboBox(self)
        self.level.setToolTip(tr("Nivå på det du ritar härnäst"))
        self.level.activated.connect(lambda _place: self.studio.set_level(self.level.currentData()))
        self.place = QLineEdit(self)
        self.place.setPlaceholderText(tr("Skriv en ort och tryck Enter"))
        self.place.returnPressed.connect(self._put_written)
        self.after = quiet("", self)
        self.name, self.text = QLineEdit(self), QLineEdit(self)
        self.name.setPlaceholderText(tr("Namn"))
        self.text.setPlaceholderText(tr("Beskrivning i en mening"))
        self.name.editingFinished.connect(lambda: self._write("namn", self.name))
        self.text.editingFinished.connect(lambda: self._write("beskrivning", self.text))
        for one in (self.title, self.hint, self.place, self.level, self.way, self.width_box):
            column.addWidget(one)
        for one in (self.after, self.name, self.text):
            column.addWidget(one)
        self.hide()
        studio.armed_changed.connect(self._show_armed)
        studio.drew.connect(self._show_drawn)
        studio.changed.connect(self._forget_gone)

    def _show_armed(self, armed: Armed | None) -> None:
        self.setVisible(armed is not None)
        if armed is None:
            return
        self._show_last("")
        self.title.setText(tr("Ritar: {klass}").format(klass=armed.klass.namn.in_language(language())))
        self.hint.setText(hint(armed))
        self.level.clear()
        for level in armed.klass.nivaer:
            self.level.addItem(tr("Nivå: {level}").format(level=level.namn.in_language(language())), level.kod)
        self.level.setVisible(self.level.count() > 1)
        start = next((one.kod for one in armed.klass.nivaer if one.kod.startswith("regional")), "")
        self.level.setCurrentIndex(max(self.level.findData(armed.niva or start), 0))
        if self.level.count() and not armed.niva:
            self.studio.set_level(self.level.currentData())
        self.place.setVisible(armed.lager == "nod")
        if armed.lager == "nod":
            self._know_places()
        self.way.setVisible(armed.geometri == AREA)
        self.way.setCurrentIndex(self.way.findData(armed.way))
        self.width_box.setVisible(armed.geometri == AREA and armed.way == BROAD)

    def _rearm(self) -> None:
        armed = self.studio.armed
        if armed is not None:
            way, level = self.way.currentData(), self.level.currentData() or ""
            self.studio.arm(Armed(armed.klass, armed.geometri, armed.lager, level, way))

    def _set_width(self, kilometres: float) -> None:
        self.studio.width = kilometres * KM

    def _know_places(self) -> None:
        if self._places:
            return
        from ..store.places import all_places

        for place in all_places():
            self._places.setdefault(place.namn, place)
        completer = QCompleter(sorted(self._places), self.place)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        completer.activated[str].connect(self._put_place)  # noqa: QGS405 - QComboBox lost it, QCompleter keeps it
        self.place.setCompleter(completer)

    def _put_written(self) -> None:
        popup = self.place.completer().popup() if self.place.completer() is not None else None
        if popup is None or not (popup.isVisible() and popup.currentIndex().isValid()):  # else it says itself
            self._put_place(self.place.text())

    def _put_place(self, written: str) -> None:
        """A node on the place, with its name."""
        from ..store.places import find_place

        written, studio = written.strip(), self.studio
        if not written or studio.armed is None or studio.desk is None:
            return
        own = [one for one in studio.desk.objects.all() if one.lager == "nod" and one.bild_id == studio.picture]
        same = next((one for one in own if one.namn.casefold() == written.casefold() and one.places), None)
        if same is not None:
            self.hint.setText(tr("{name} finns redan i bilden.").format(name=same.namn))
            self.place_put.emit(*same.places[0])
            return
        place = find_place(written)
        if place is None:
            words = tr("Orten {name} finns inte i baskartan. Klicka på kartan i stället.")
            self.hint.setText(words.format(name=written))
            return
        self.hint.setText(hint(studio.armed))
        studio.add(QgsGeometry.fromPointXY(QgsPointXY(place.x, place.y)), place.namn)
        self.place_put.emit(place.x, place.y)
        self.place.completer().popup().hide()
        QTimer.singleShot(0, self.place.clear)  # the list of suggestions writes its choice afterwards
        self.place.setFocus()

    def _show_drawn(self, objekt_id: str) -> None:
        desk = self.studio.desk
        known = desk.objects.get(objekt_id) if desk is not None else None
        self._show_last(objekt_id if known is not None else "")
        if known is not None:
            self.name.setText(known.namn)
            self.text.clear()

    def _show_last(self, objekt_id: str) -> None:
        self.last = objekt_id
        self.after.setText(tr("Nyss ritat. Fyll i om du vill, eller rita nästa."))
        for one in (self.after, self.name, self.text):
            one.setVisible(bool(objekt_id))

    def _forget_gone(self) -> None:
        desk = self.studio.desk
        if self.last and (desk is None or desk.objects.get(self.last) is None):
            self._show_last("")

    def _write(self, column: str, line: QLineEdit) -> None:
        if self.last and (line.isModified() or line.text()):
            line.setModified(False)
            self.studio.change(self.last, {column: line.text().strip()})
