"""Move names: the sheet as it is printed, where names are dragged into place; kept for picture and paper."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from ...cartography.typography.page import DEFAULT_PAPER, PAPERS, paper_name
from ...errors import StrukturbildError
from ...export.custom_layouts.choose_layout import DEFAULT_KIND, layout_kind
from ...export.custom_layouts.fill_layout import OWN_PAPER
from ...export.edition.export_preview import offered_pictures
from ...export.label_positions import DrawnSheet, LabelPositions
from ...i18n import tr
from ...store.gpkg.attachments import LAYOUT
from ...store.gpkg.records import LabelPlace, Snapshot
from .. import settings
from ..guarded import guarded
from ..messages import sentence_of
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet
from .label_position_view import LabelPositionView

Places = tuple[LabelPlace, ...]


@guarded
class LabelPositionDialog(FittingDialog):
    """One sheet at a time; each move can be undone until the window is closed."""

    def __init__(self, snapshot: Snapshot, keep: Callable[[str, str, Places], bool], parent: QWidget) -> None:
        """`keep(picture, paper, places)` writes the places to the file; False when that did not work."""
        super().__init__(parent)
        self.setWindowTitle(tr("Flytta namn"))
        self.setObjectName("strukturbild_namn_dialog")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self._snapshot, self._keep = snapshot, keep
        self._sheet: LabelPositions | None = None
        self._drawn: DrawnSheet | None = None
        self._steps: list[Places] = [()]
        self._at = self._saved_at = 0
        self._shown = (0, 0)
        self._build()
        for box in (self.pictures, self.papers):
            box.currentIndexChanged.connect(guarded(lambda _index: self._other_sheet()))

    def open_at(self, bild_id: str = "") -> None:
        """Show the sheet of a picture, or of the first that is drawn."""
        for box in (self.pictures, self.papers):
            box.blockSignals(True)
        self.pictures.setCurrentIndex(max(0, self.pictures.findData(bild_id)))
        usual = settings.chosen(settings.PAPER)
        first = OWN_PAPER if self.papers.findData(OWN_PAPER) >= 0 else usual if usual in PAPERS else DEFAULT_PAPER
        self.papers.setCurrentIndex(self.papers.findData(first))
        for box in (self.pictures, self.papers):
            box.blockSignals(False)
        self._take_sheet()

    def reject(self) -> None:
        """Close; asks when moves are not saved."""
        if self._may_leave():
            super().reject()

    def done(self, result: int) -> None:
        """Qt's: nothing is shown any more, so nothing that becomes unchosen matters."""
        self.view.chosen_changed.disconnect(guarded(self._show_state))
        super().done(result)

    # --- what is done

    def save(self) -> bool:
        """Keep the places in the strukturbild."""
        if self._sheet is None or not self._keep(self._sheet.bild_id, self._sheet.paper, self._places()):
            return False
        others = [
            place
            for place in self._snapshot.label_places
            if (place.bild_id, place.papper) != (self._sheet.bild_id, self._sheet.paper)
        ]
        self._snapshot = replace(self._snapshot, label_places=(*others, *self._places()))
        self._saved_at = self._at
        self._show_state()
        return True

    def go(self, steps: int) -> None:
        """Undo (-1) or do again (1)."""
        at = self._at + steps
        if 0 <= at < len(self._steps):
            self._at = at
            self._draw()

    def _move(self, objekt_id: str, dx: float, dy: float) -> None:
        name = next((each for each in self._drawn.names if each.objekt_id == objekt_id), None) if self._drawn else None
        if name is not None and self._sheet is not None:
            self._put(self._sheet.moved(name, dx, dy))

    def _put(self, place: LabelPlace) -> None:
        rest = tuple(each for each in self._places() if each.objekt_id != place.objekt_id)
        self._take_step((*rest, place), place.objekt_id)

    def _put_back(self) -> None:
        name = self.view.chosen()
        if name is not None:
            self._take_step(tuple(p for p in self._places() if p.objekt_id != name.objekt_id), name.objekt_id)

    def _lock(self) -> None:
        if self._sheet is not None and self._drawn is not None:
            self._take_step(self._sheet.as_they_stand(self._drawn, self._places()))

    def _set_out(self, item: QListWidgetItem) -> None:
        if self._sheet is not None:
            self._put(self._sheet.beside(item.data(Qt.ItemDataRole.UserRole)))

    def _take_step(self, places: Places, chosen: str = "") -> None:
        if places == self._places():
            return
        if self._saved_at > self._at:
            self._saved_at = -1  # what was saved can no longer be come to by doing again
        self._steps[self._at + 1 :] = [places]
        self._at += 1
        self._draw(chosen)

    def _places(self) -> Places:
        return self._steps[self._at]

    # --- the sheet

    def _other_sheet(self) -> None:
        if self._may_leave():
            self._take_sheet()
            return
        for box, index in zip((self.pictures, self.papers), self._shown):
            box.blockSignals(True)
            box.setCurrentIndex(index)
            box.blockSignals(False)

    def _take_sheet(self) -> None:
        from ...export.delivery.provenance import edition_metadata
        from ...export.edition.edition import next_edition

        self._shown = (self.pictures.currentIndex(), self.papers.currentIndex())
        self._sheet = self._drawn = None
        with _waiting():
            try:
                stamp = edition_metadata(self._snapshot, next_edition(self._snapshot)[0]).stamp
                picture, paper = self.pictures.currentData(), self.papers.currentData()
                self._sheet = LabelPositions(self._snapshot, picture, stamp, paper)
            except StrukturbildError as error:
                self.said.setText(sentence_of(error))
        self._steps, self._at, self._saved_at = [self._sheet.kept if self._sheet else ()], 0, 0
        self.view.setEnabled(self._sheet is not None)
        self._draw()

    def _draw(self, chosen: str = "") -> None:
        if self._sheet is not None:
            with _waiting():
                try:
                    self._drawn = self._sheet.draw(self._places())
                    self.view.show_drawn(self._drawn, chosen)
                except StrukturbildError as error:
                    self.said.setText(sentence_of(error))
        self.without.clear()
        for objekt_id, name in self._drawn.without if self._drawn else ():
            item = QListWidgetItem(name, self.without)
            item.setData(Qt.ItemDataRole.UserRole, objekt_id)
        self.beside.setVisible(self.without.count() > 0)
        self._show_state()

    def _show_state(self) -> None:
        moved, name = len(self._places()), self.view.chosen()
        self.undo.setEnabled(self._at > 0)
        self.redo.setEnabled(self._at + 1 < len(self._steps))
        self.back.setEnabled(name is not None and name.moved)
        self.all_back.setEnabled(moved > 0)
        self.lock.setEnabled(self._drawn is not None)
        self.keep_button.setEnabled(self._unsaved())
        if self._drawn is not None:
            self.said.setText(tr("{count} namn är flyttade.").format(count=moved) if moved else "")

    def _unsaved(self) -> bool:
        return self._sheet is not None and self._at != self._saved_at

    def _may_leave(self) -> bool:
        if not self._unsaved():
            return True
        box = QMessageBox(self)
        box.setWindowTitle(tr("Flytta namn"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("Namnens nya platser är inte sparade. Ska de sparas?"))
        save = box.addButton(tr("Spara"), QMessageBox.ButtonRole.AcceptRole)
        without = box.addButton(tr("Spara inte"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.exec()
        box.deleteLater()
        return self.save() if box.clickedButton() is save else box.clickedButton() is without

    # --- how it looks

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(self._head())
        self.view = LabelPositionView(self)
        self.view.name_moved.connect(guarded(self._move), Qt.ConnectionType.QueuedConnection)
        self.view.chosen_changed.connect(guarded(self._show_state))
        middle = QHBoxLayout()
        middle.addWidget(self.view, 1)
        middle.addWidget(self._names_without())
        column.addLayout(middle, 1)
        column.addLayout(self._buttons())
        line = self.fontMetrics().height()
        room = self.screen().availableGeometry() if hasattr(self, "screen") else self.geometry()
        self.resize(min(line * 74, room.width() * 9 // 10), min(line * 50, room.height() * 9 // 10))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, guarded(lambda: self.go(-1)))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self, guarded(lambda: self.go(1)))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self, guarded(self._put_back))

    def _head(self) -> QHBoxLayout:
        self.pictures, self.papers = QComboBox(self), QComboBox(self)
        for picture in offered_pictures(self._snapshot):
            self.pictures.addItem(picture.namn, picture.bild_id)
        if any(one.slag == LAYOUT and layout_kind(one.namn) == DEFAULT_KIND for one in self._snapshot.attachments):
            self.papers.addItem(tr("Egen layout"), OWN_PAPER)
        for code in PAPERS:
            self.papers.addItem(paper_name(code), code)
        sentence = tr(
            "Dra ett namn dit det ska stå, eller klicka på det och använd piltangenterna. Platserna gäller den här "
            "bilden på det här papperet."
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, box in ((tr("Bild"), self.pictures), (tr("Papper"), self.papers)):
            label = QLabel(text, self)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        row.addSpacing(12)
        row.addWidget(quiet(sentence, self), 1)
        return row

    def _names_without(self) -> QWidget:
        self.beside = QWidget(self)
        self.beside.setFixedWidth(self.fontMetrics().height() * 13)
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(quiet(tr("De här namnen fick inte plats. Dubbelklicka för att sätta ut ett."), self.beside))
        self.without = QListWidget(self.beside)
        self.without.itemActivated.connect(guarded(self._set_out))
        column.addWidget(self.without, 1)
        self.beside.hide()
        return self.beside

    def _buttons(self) -> QHBoxLayout:
        self.undo = self._button(tr("Ångra"), lambda: self.go(-1))
        self.redo = self._button(tr("Gör om"), lambda: self.go(1))
        self.back = self._button(tr("Lägg tillbaka"), self._put_back)
        self.back.setToolTip(tr("Låt kartan själv placera det valda namnet (Delete)."))
        self.all_back = self._button(tr("Lägg tillbaka alla"), lambda: self._take_step(()))
        self.lock = self._button(tr("Lås alla"), self._lock)
        self.lock.setToolTip(
            tr("Låt alla raka namn stå kvar där de står nu, också när annat ändras. Namn längs stråk låses inte.")
        )
        self.whole = self._button(tr("Hela bladet"), self.view.show_whole)
        self.whole.setToolTip(tr("Visa hela kartbladet igen. Rulla med mushjulet för att komma närmare."))
        self.keep_button = self._button(tr("Spara"), self.save)
        self.close_button = self._button(tr("Stäng"), self.reject)
        self.said = quiet("", self)
        row = QHBoxLayout()
        for button in (self.undo, self.redo, self.back, self.all_back, self.lock):
            row.addWidget(button)
        row.addWidget(self.said, 1)
        row.addWidget(self.whole)
        row.addWidget(self.keep_button)
        row.addWidget(self.close_button)
        return row

    def _button(self, text: str, call: Callable[[], Any]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(guarded(lambda _=False: call()))
        return button


@contextlib.contextmanager
def _waiting() -> Iterator[None]:
    """The pointer says that the sheet is being drawn."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()
