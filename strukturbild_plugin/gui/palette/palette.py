"""The palette: tiles with the real symbols; a click arms the pen, and a short form says more about what was drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QKeyEvent, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...catalogue.model import AREA, LINE, POINT, Catalogue, ObjectClass, Text
from ...catalogue.sources import class_source
from ...export.workshop_papers import button_texts
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ...workshop.group_copy import GroupCopy
from .. import settings
from ..guarded import guarded
from ..map_tools.draw_mode import DrawMode
from ..map_tools.tool_controller import ToolController
from ..session.live_checks import LiveState
from ..settings import language
from ..widgets.labels import icon, quiet
from ..widgets.word_button import WordButton
from .new_object_form import NewObjectForm
from .palette_tile import SWATCH, PaletteTile


@guarded
class Palette(QWidget):
    """What can be drawn in the step, or anywhere when something is searched for."""

    comment_wanted = pyqtSignal()
    vote_wanted = pyqtSignal()

    def __init__(self, tools: ToolController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_palett")
        self.tools = tools
        self.tiles: dict[tuple[str, str], PaletteTile] = {}
        self._snapshot: Snapshot | None = None
        self._classes: tuple[str, ...] = ()
        self._shown: Any = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._tool_row())
        self.rights = quiet("", self)
        self.rights.hide()
        self._may_draw = True
        column.addWidget(self.rights)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Sök bland allt som kan ritas"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(guarded(lambda _text: self._lay()))
        find = QHBoxLayout()
        find.setSpacing(2)
        find.addWidget(self.search, 1)
        find.addStretch(0)
        find.addWidget(self.undo)
        find.addWidget(self.redo)
        column.addLayout(find)
        self._room = QVBoxLayout()
        self._room.setSpacing(2)
        column.addLayout(self._room)
        self.none = quiet(tr("Inget med det namnet kan ritas."), self)
        self.none.hide()
        column.addWidget(self.none)
        self.calm = QPushButton(tr("Schematisera ytor…"), self)
        text = tr(
            "Gör en förenklad yta av många detaljerade i ett annat lager, till exempel naturreservat eller tätorter"
        )
        self.calm.setToolTip(text)
        self.calm.clicked.connect(guarded(lambda _=False: self.schematise()))
        column.addWidget(self.calm)
        self.form = NewObjectForm(tools, self)
        self._room.addWidget(self.form)
        tools.draw_mode_changed.connect(guarded(self._mark))
        for signal in (tools.changed, tools.tool_changed):  # the latter also when a strukturbild is left or opened
            signal.connect(guarded(self._show_undo))
        tools.number_pressed.connect(guarded(self.press_number))
        self._show_undo()

    def show_live(self, live: LiveState) -> None:
        """New counts."""
        self._snapshot = live.snapshot
        self._lay()
        self._show_undo()

    def show_copy(self, copy: GroupCopy | None) -> None:
        """What a group may not do in its copy; None for a strukturbild that is nobody's."""
        self.rights.setText(copy.sentence() if copy is not None else "")
        self.rights.setVisible(bool(self.rights.text()))
        self._may_draw = copy is None or copy.may_draw()
        self.search.setVisible(self._may_draw)
        self._lay()

    def show_counts(self) -> None:
        """Another picture is drawn in."""
        self._lay()

    def show_step(self, classes: tuple[str, ...]) -> None:
        """The classes of a step; none: the palette hides."""
        self._classes = classes
        self.search.clear()
        self.setVisible(bool(classes))
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the pen down, here too."""
        if event.key() == Qt.Key.Key_Escape:
            self.tools.return_to_select_tool()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the tools have icons too where there is room, and a row more where there is none for the words."""
        super().resizeEvent(event)
        gap, hand = self._marks_row.spacing(), self.hand.sizeHint().width()
        bare = sum(button.bare_width() for button in self._worded) + gap * len(self._worded)
        pictures = sum(button.picture_width() for button in self._worded)
        directions = QBoxLayout.Direction
        beside = hand + bare <= self.width()
        self._tools_row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        left = self.width() - bare - (hand if beside else 0)
        for button in self._worded:
            button.set_pictured(left >= pictures)

    def press_number(self, number: int) -> None:
        """Arm the tile with this number, if it is to be seen."""
        tile = next((tile for tile in self.tiles.values() if tile.number == number), None)
        if tile is not None and tile.isVisible():
            tile.click()

    def schematise(self) -> None:
        """Make a calm area of areas in any layer; the class is the draw mode's, else the step's first."""
        from ..map_tools.schematise_dialog import SchematiseDialog

        draw_mode = self.tools.draw_mode
        areas = [kod for kod, kind in self.tiles if kind == AREA]
        wanted = draw_mode.klass.kod if draw_mode is not None and draw_mode.geometri == AREA else (areas or [""])[0]
        level = draw_mode.niva if draw_mode is not None else ""
        if self.tools.edit_session is not None:
            self.tools.unset_tool()
            self.tools.selection.clear()
            self.dialog = SchematiseDialog(self.tools, wanted, level)
            self.dialog.show()

    def _tool_row(self) -> QBoxLayout:
        row = self._tools_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(2)
        marks = self._marks_row = QHBoxLayout()
        marks.setSpacing(2)
        self._worded: list[WordButton] = []
        self.hand = QPushButton(button_texts.select(), self)
        self.hand.setCheckable(True)
        text = tr("Klicka på något för att se och ändra det. Dra en nod, så följer det som är kopplat till den med.")
        self.hand.setToolTip(text)
        self.hand.clicked.connect(guarded(lambda _=False: self._take_hand()))
        self.undo = self._small("mActionUndo", button_texts.undo())
        self.redo = self._small("mActionRedo", tr("Gör om"))
        self.undo.clicked.connect(guarded(lambda _=False: self.tools.undo()))
        self.redo.clicked.connect(guarded(lambda _=False: self.tools.redo()))
        row.addWidget(self.hand, 1)
        for picture, text, wanted in (
            ("kommentera", button_texts.comment(), self.comment_wanted),
            ("rosta", button_texts.vote(), self.vote_wanted),
        ):
            button = WordButton(icon(picture), text, self)
            button.setObjectName(f"strukturbild_palett_{picture}")
            button.clicked.connect(guarded(lambda _=False, wanted=wanted: wanted.emit()))
            marks.addWidget(button)
            self._worded.append(button)
        row.addLayout(marks)
        return row

    def _take_hand(self) -> None:
        """It rests on the map after Esc: whoever presses the button then is to have it, not to lose it."""
        self.tools.use_select_tool()
        self._show_undo()  # Qt has turned the button, whatever is held now

    def _small(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(QgsApplication.getThemeIcon(f"/{name}.svg"))
        button.setAccessibleName(text)
        return button

    def _show_undo(self) -> None:
        edit_session = self.tools.edit_session
        self.undo.setEnabled(edit_session is not None and edit_session.can_undo())
        self.redo.setEnabled(edit_session is not None and edit_session.can_redo())
        back, again = (edit_session.undo_text(), edit_session.redo_text()) if edit_session is not None else ("", "")
        for button, said in ((self.undo, back), (self.redo, again)):
            button.setToolTip(": ".join(part for part in (button.accessibleName(), said) if part))
        self.hand.setChecked(self.tools.in_select_mode())

    def _wanted(self, catalogue: Catalogue) -> list[tuple[ObjectClass, str]]:
        if not self._may_draw:
            return []
        text = self.search.text().strip().casefold()
        named = [catalogue.object_class(kod) for kod in self._classes]
        classes = catalogue.in_legend_order() if text else [klass for klass in named if klass is not None]
        pairs = [(klass, kind) for klass in classes for kind in (POINT, LINE, AREA) if kind in klass.lager]
        return [pair for pair in pairs if not text or text in title_of(*pair).casefold()]

    def _lay(self) -> None:
        if self._snapshot is None:
            return
        from ...cartography.symbol_sets.symbol_set_library import style_attachments

        wanted = self._wanted(self._snapshot.catalogue)
        key = (self._snapshot.head.symboluppsattning, style_attachments(self._snapshot.attachments), wanted)
        if key != self._shown:
            self._shown = key
            for tile in self.tiles.values():
                self._room.removeWidget(tile)
                tile.deleteLater()
            self.tiles = {(klass.kod, kind): self._tile(self._snapshot, klass, kind) for klass, kind in wanted}
            for number, tile in enumerate(self.tiles.values(), 1):
                tile.number = number if number <= 9 else 0
            self.calm.setVisible(any(kind == AREA for _, kind in self.tiles))
        self.none.setVisible(not wanted and bool(self.search.text()))
        here = [one for one in self._snapshot.objects if one.bild_id == self.tools.picture]
        count = Counter((one.klass, one.lager) for one in here)
        for klass, kind in wanted:
            number = count[klass.kod, klass.lager[kind]]
            name, way = _said(klass.namn), way_of(klass, kind)
            self.tiles[klass.kod, kind].say(name, way + (f"  ({number})" if number else ""))
        self._mark(self.tools.draw_mode)

    def _tile(self, snapshot: Snapshot, klass: ObjectClass, kind: str) -> PaletteTile:
        tile = PaletteTile(f"ruta_{klass.kod}_{kind}", self._swatch(snapshot, klass, kind), self)
        said = (title_of(klass, kind), *map(_said, (klass.hjalp, klass.ritanvisning, class_source(klass))))
        tile.setToolTip("\n".join(filter(None, said)))
        draw_mode = DrawMode(klass, kind, klass.lager[kind])
        tile.clicked.connect(
            guarded(lambda on: self._set_draw_mode(tile, draw_mode) if on else self.tools.return_to_select_tool())
        )
        self._room.addWidget(tile)
        return tile

    def _set_draw_mode(self, tile: PaletteTile, draw_mode: DrawMode) -> None:
        """Clicked on, not chosen by a number on the map: a place can be written at once."""
        clicked = tile.hasFocus()
        way = settings.drawing_way(draw_mode.geometri)
        draw_mode = replace(draw_mode, way=way) if way in draw_mode.ways() else draw_mode
        self.tools.set_draw_mode(draw_mode)  # gives the map the keyboard
        self._mark(self.tools.draw_mode)  # Qt has pressed the tile, whether there is a pen now or not
        if clicked and self.form.place.isVisible():
            self.form.place.setFocus()

    def _swatch(self, snapshot: Snapshot, klass: ObjectClass, kind: str) -> QIcon:
        from ...cartography.layout.legend import draw_swatch, swatch_of
        from ...cartography.symbol_sets.symbol_set_library import load_symbol_set

        symbols = load_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
        ratio = self.devicePixelRatioF()
        symbol = swatch_of(snapshot.catalogue, symbols, klass.kod, "", klass.lager[kind])
        width, height = round(SWATCH.width() * ratio), round(SWATCH.height() * ratio)
        picture = QPixmap.fromImage(draw_swatch(symbol, width, height, 96 * ratio))
        picture.setDevicePixelRatio(ratio)
        return QIcon(picture)

    def _mark(self, draw_mode: DrawMode | None) -> None:
        on = (draw_mode.klass.kod, draw_mode.geometri) if draw_mode is not None else None
        for key, tile in self.tiles.items():
            tile.setChecked(key == on)
        if on in self.tiles and self._room.indexOf(self.form) != self._room.indexOf(self.tiles[on]) + 1:
            self._room.removeWidget(self.form)
            self._room.insertWidget(self._room.indexOf(self.tiles[on]) + 1, self.form)


def title_of(klass: ObjectClass, kind: str) -> str:
    """'Barriär (linje)' when a class can be drawn in several ways."""
    return _said(klass.namn) + way_of(klass, kind)


def way_of(klass: ObjectClass, kind: str) -> str:
    """' (linje)' when a class can be drawn in several ways, else ''."""
    names = {POINT: tr("punkt"), LINE: tr("linje"), AREA: tr("yta")}
    return f" ({names[kind]})" if len(klass.lager) > 1 else ""


def _said(text: Text) -> str:
    return str(text.in_language(language()))
