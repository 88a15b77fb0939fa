"""The short form beside the pen: level of the next, a place to find, and name and text of what was just drawn."""

from __future__ import annotations

from dataclasses import replace

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...catalogue.kinds import kind_codes, kind_name
from ...catalogue.model import AREA
from ...i18n import tr
from ...store.gpkg.odd_cells import MAX_LINE, MAX_TEXT
from .. import settings
from ..guarded import guarded
from ..map_tools.draw_mode import BROAD, FREEHAND, POINTED, DrawMode
from ..map_tools.tool_controller import ToolController
from ..settings import language
from ..widgets.labels import quiet
from ..widgets.length_counter import LengthCounter
from .place_search import PlaceSearch

KM = 1000.0
_USUAL = {
    "storregional": ("storregional",),
    "regional": ("regional", "inomregional"),
    "nargeografi": ("lokal", "delregional", "inomregional", "regional"),
}
"""Levels to begin with, by the scale of the picture; of a class that has none of them its first."""


@guarded
class NewObjectForm(QFrame):
    """Everything in it can be skipped."""

    place_put = pyqtSignal(float, float)

    def __init__(self, tools: ToolController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self.last = ""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        self.trouble = quiet("", self)
        self._make_way()
        self.level = QComboBox(self)
        self.level.setToolTip(tr("Nivå på det du ritar härnäst"))
        self.kinds: tuple[tuple[str, str], ...] = ()
        """Level and subtype of each line of the list."""
        self.level.activated.connect(guarded(lambda _place: self.tools.set_level(*self._kind())))
        self.search = PlaceSearch(tools, self)
        self.search.place_put.connect(guarded(self.place_put))
        self.search.said.connect(guarded(self._say))
        self.place = self.search.line
        self.after = quiet("", self)
        self.name, self.text, self.towards = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        for line, most in ((self.name, MAX_LINE), (self.text, MAX_TEXT), (self.towards, MAX_LINE)):
            LengthCounter(line, most)
        self.name.setPlaceholderText(tr("Namn"))
        self.text.setPlaceholderText(tr("Beskrivning i en mening"))
        self.name.editingFinished.connect(guarded(lambda: self._write("namn", self.name)))
        self.text.editingFinished.connect(guarded(lambda: self._write("beskrivning", self.text)))
        self.towards.editingFinished.connect(guarded(self._write_towards))
        self._towards_column = ""
        for one in (self.trouble, self.search, self.level, self.way, self.width_box, self.trace):
            column.addWidget(one)
        for one in (self.after, self.name, self.text, self.towards):
            column.addWidget(one)
        self.hide()
        tools.draw_mode_changed.connect(guarded(self._show_armed))
        tools.drew.connect(guarded(self._show_drawn))
        tools.changed.connect(guarded(self._forget_gone))
        self.name.returnPressed.connect(guarded(self._canvas().setFocus))
        self._canvas().installEventFilter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self._reveal_name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: what is typed over the map just after something was drawn is its name."""
        held = self.last and self.tools.draw_mode is not None
        if event.type() == QEvent.Type.KeyPress and held and _is_typed(event):
            self._begin_name(event.text())
            return True
        return super().eventFilter(watched, event)

    def _canvas(self) -> QgsMapCanvas:
        return self.tools.iface.mapCanvas()

    def _begin_name(self, text: str) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()
        self.name.insert(text)
        self.name.setModified(True)
        self._soon.start()

    def _reveal_name(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self.name)

    def _make_way(self) -> None:
        self.way = QComboBox(self)
        self.way.setToolTip(tr("Hur du ritar"))
        self.way.activated.connect(guarded(lambda _place: self._rearm()))
        self.width_box = QDoubleSpinBox(self)
        self.width_box.setRange(0.1, 100)
        self.width_box.setDecimals(1)
        self.width_box.setSuffix(" km")
        self.width_box.setPrefix(tr("Bredd") + " ")
        self.width_box.setValue(self.tools.width / KM)
        self.width_box.valueChanged.connect(guarded(self._set_width))
        self.trace = QCheckBox(tr("Följ gränser och linjer"), self)
        self.trace.setToolTip(tr("Mellan två klick på en gräns eller en linje följer det du ritar den"))
        self.trace.toggled.connect(guarded(self._set_tracing))

    def _show_armed(self, draw_mode: DrawMode | None) -> None:
        self.setVisible(draw_mode is not None)
        if draw_mode is None:
            return
        self._show_last("")
        self._say("")
        self._show_levels(draw_mode)
        self.search.setVisible(draw_mode.lager == "nod")
        if draw_mode.lager == "nod":
            self.search.begin()
        self._show_ways(draw_mode)
        self.setVisible(any(not one.isHidden() for one in (self.search, self.level, self.way)))

    def _show_levels(self, draw_mode: DrawMode) -> None:
        self.level.clear()
        self.kinds = tuple(map(kind_codes, draw_mode.klass.kinds()))
        for kind in draw_mode.klass.kinds():
            name = kind_name(kind, language())
            self.level.addItem(name if kind[1] else tr("Nivå: {level}").format(level=name))
        self.level.setVisible(self.level.count() > 1)
        wanted = (draw_mode.niva or self._usual_level(draw_mode), draw_mode.undertyp)
        self.level.setCurrentIndex(self.kinds.index(wanted) if wanted in self.kinds else 0)
        if self.kinds and not draw_mode.niva:
            self.tools.set_level(*self._kind())

    def _kind(self) -> tuple[str, str]:
        """Level and subtype of the next."""
        place = self.level.currentIndex()
        return self.kinds[place] if 0 <= place < len(self.kinds) else ("", "")

    def _usual_level(self, draw_mode: DrawMode) -> str:
        """The level that goes with the scale of the picture that is drawn in."""
        scale = next((one.skala for one in self.tools.pictures if one.bild_id == self.tools.picture), "")
        known = [level.kod for level in draw_mode.klass.levels_for("")]
        return next((kod for kod in _USUAL.get(scale, _USUAL["regional"]) if kod in known), "")

    def _show_ways(self, draw_mode: DrawMode) -> None:
        pointed = tr("Klicka hörn") if draw_mode.geometri == AREA else tr("Klicka dig fram")
        names = {POINTED: pointed, FREEHAND: tr("Frihand"), BROAD: tr("Bred linje")}
        self.way.clear()
        for way in draw_mode.ways():
            self.way.addItem(names[way], way)
        self.way.setVisible(bool(draw_mode.ways()))
        self.way.setCurrentIndex(self.way.findData(draw_mode.way))
        self.width_box.setVisible(draw_mode.sweeps() and draw_mode.way == BROAD)
        tracing = self.tools.snapping.tracing()
        self.trace.setVisible(draw_mode.snaps() and tracing is not None and settings.is_on(settings.SNAPPING))
        self.trace.setChecked(tracing is not None and tracing.isChecked())

    def _rearm(self) -> None:
        draw_mode = self.tools.draw_mode
        if draw_mode is not None:
            level, subtype = self._kind()
            settings.remember_drawing_way(draw_mode.geometri, self.way.currentData())
            self.tools.set_draw_mode(replace(draw_mode, niva=level, undertyp=subtype, way=self.way.currentData()))

    def _set_width(self, kilometres: float) -> None:
        self.tools.width = kilometres * KM

    def _set_tracing(self, on: bool) -> None:
        tracing = self.tools.snapping.tracing()
        if tracing is not None and self.tools.draw_mode is not None and tracing.isChecked() != on:
            tracing.setChecked(on)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _show_drawn(self, objekt_id: str) -> None:
        edit_session = self.tools.edit_session
        known = edit_session.objects.get(objekt_id) if edit_session is not None else None
        self._show_last(objekt_id if known is not None and self.tools.draw_mode is not None else "")
        if known is not None:
            if known.namn and known.lager == "nod":
                self.after.setText(tr("Nyss ritat, med ortens namn. Skriv ett annat om det är fel, eller rita nästa."))
            self.name.setText(known.namn)
            self.text.clear()

    def _show_last(self, objekt_id: str) -> None:
        self.last = objekt_id
        self.after.setText(tr("Nyss ritat. Fyll i om du vill, eller rita nästa."))
        for one in (self.after, self.name, self.text):
            one.setVisible(bool(objekt_id))
        if objekt_id:
            self.show()
        self._offer_towards(objekt_id)

    def _offer_towards(self, objekt_id: str) -> None:
        """A stråk with an end in no node perhaps goes on beyond the map."""
        from ...drawing.edits.open_ends import ends_of_line

        edit_session, self._towards_column = self.tools.edit_session, ""
        known = edit_session.objects.get(objekt_id) if edit_session is not None and objekt_id else None
        if edit_session is not None and known is not None and known.lager == "strak":
            ends = ends_of_line(edit_session, objekt_id)
            loose = next((end for end in reversed(ends) if not end.node_id and not end.towards), None)
            self._towards_column = loose.column if loose is not None else ""
        self.towards.clear()
        text = tr("Börjar utanför kartan, från …") if self._towards_column == "mot_start" else tr("Fortsätter mot …")
        self.towards.setPlaceholderText(text)
        self.towards.setVisible(bool(self._towards_column))

    def _forget_gone(self) -> None:
        edit_session = self.tools.edit_session
        if self.last and (edit_session is None or edit_session.objects.get(self.last) is None):
            self._show_last("")

    def _write(self, column: str, line: QLineEdit) -> None:
        if self.last and (line.isModified() or line.text()):
            line.setModified(False)
            self.tools.change(self.last, {column: line.text().strip()})

    def _write_towards(self) -> None:
        from ...drawing.edits.open_ends import END, START, ends_of_line, set_towards

        edit_session, column = self.tools.edit_session, self._towards_column
        if edit_session is None or not (self.last and column and self.towards.isModified()):
            return
        self.towards.setModified(False)
        said = {end.column: end.towards for end in ends_of_line(edit_session, self.last)}
        said[column] = self.towards.text()
        if self.tools.do(lambda: set_towards(edit_session, self.last, said[START], said[END])):
            self.name.setText(edit_session.known(self.last).namn)


def _is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes a sign: no order, and not the space bar, which moves the map."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())
