"""The page of the dock where what a merge left to choose between is decided, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...export.workshop_papers import button_texts
from ...i18n import tr
from ...workshop.decisions import EDITED
from ..guarded import guarded
from ..widgets.labels import heading, quiet, scrolled
from ..widgets.watched_page import WatchedPage
from .choice_button import ChoiceButton


@dataclass(frozen=True)
class ShownChoice:
    """One button. `said`: what it says in pieces, each with whether it is marked."""

    choice: str
    name: str
    said: Sequence[tuple[str, bool]] = ()
    colour: str = ""


@dataclass(frozen=True)
class ShownConflict:
    """What the page says. `number` of `count`, from 1; `alike`: the offer to decide others with it, '' for none."""

    number: int
    count: int
    decided: int
    sentence: str
    sides: str
    choices: Sequence[ShownChoice]
    alike: str = ""
    text: str | None = None
    """What one begins with when one writes it oneself; None when there is nothing to write."""
    one_line: bool = False
    """Whether that is written on one line, where Enter decides."""
    postponed: bool = False


@guarded
class _OwnText(QPlainTextEdit):
    """Where one writes an answer of one's own; on one line Enter is the answer."""

    entered = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.one_line = False

    def set_one_line(self, on: bool) -> None:
        """Whether it is a name or the like, that has no lines."""
        self.one_line = on
        self.setMaximumHeight(self.fontMetrics().height() * (2 if on else 5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Enter."""
        if self.one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


@guarded
class ReviewPage(WatchedPage):
    """A heading, a sentence, a button for each choice, and the way to the next."""

    chosen = pyqtSignal(str)
    pointed = pyqtSignal(str)
    """A choice to draw as if it held; '' for none."""
    postponed = pyqtSignal()
    moved = pyqtSignal(int)
    """To the next (1) or the one before (-1)."""
    edit_wanted = pyqtSignal()
    """The object is to be changed by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_fragor")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(6)
        self._head()
        self.sentence = heading("", inside)
        self.sides = quiet("", inside)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.sides)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(4)
        self._column.addLayout(self._choices)
        self.buttons: dict[str, ChoiceButton] = {}
        self._own_text(inside)
        self.alike = QCheckBox(inside)
        self.alike_text = quiet("", inside)
        row = QHBoxLayout()
        row.addWidget(self.alike, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.alike_text, 1)
        self._column.addLayout(row)
        self.reason = QLineEdit(inside)
        self.reason.setPlaceholderText(tr("Skäl (valfritt)"))
        self.reason.setMaxLength(1000)
        self._column.addWidget(self.reason)
        self.done = quiet("", inside)
        self._column.addWidget(self.done)
        self._column.addStretch(1)
        outer.addWidget(scrolled(inside), 1)
        outer.addLayout(self._below(self))

    def _head(self) -> None:
        self.place = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        self.before, self.after = QToolButton(self), QToolButton(self)
        for button, arrow, text, step in (
            (self.before, Qt.ArrowType.LeftArrow, tr("Föregående fråga"), -1),
            (self.after, Qt.ArrowType.RightArrow, tr("Nästa fråga"), 1),
        ):
            button.setArrowType(arrow)
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(guarded(lambda _=False, by=step: self.moved.emit(by)))
        row = QHBoxLayout()
        for widget, stretch in ((self.before, 0), (self.place, 0), (self.after, 0), (self.bar, 1)):
            row.addWidget(widget, stretch)
        self._column.addLayout(row)

    def _own_text(self, parent: QWidget) -> None:
        self.own = QWidget(parent)
        column = QVBoxLayout(self.own)
        column.setContentsMargins(0, 0, 0, 0)
        self.own_text = _OwnText(self.own)
        self.own_text.setTabChangesFocus(True)
        self.own_text.entered.connect(guarded(lambda: self.chosen.emit(EDITED)))
        self.own_save = QPushButton(tr("Det här gäller"), self.own)
        self.own_save.clicked.connect(guarded(lambda _=False: self.chosen.emit(EDITED)))
        column.addWidget(self.own_text)
        column.addWidget(self.own_save, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.own)

    def _below(self, parent: QWidget) -> QHBoxLayout:
        """Always in view, however many answers there are."""
        self.later = QPushButton(button_texts.postpone(), parent)
        self.later.clicked.connect(guarded(lambda _=False: self.postponed.emit()))
        self.edit = QPushButton(tr("Ändra för hand"), parent)
        self.edit.setToolTip(
            tr("Ändra objektet på kartan eller i fliken Objekt, och välj sedan ”Behåll som det är nu”.")
        )
        self.edit.clicked.connect(guarded(lambda _=False: self.edit_wanted.emit()))
        row = QHBoxLayout()
        row.setContentsMargins(9, 0, 9, 4)
        row.addWidget(self.later)
        row.addWidget(self.edit)
        row.addStretch(1)
        return row

    def written(self) -> str:
        """What was written by hand."""
        text = self.own_text.toPlainText().strip()
        return " ".join(text.split()) if self.own_text.one_line else text

    def show_conflict(self, shown: ShownConflict | None, done: str = "") -> None:
        """This one; None: all are decided, and `done` says so."""
        for button in self.buttons.values():
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for widget in (self.place, self.before, self.after, self.sides, self.reason, self.later, self.edit):
            widget.setVisible(shown is not None)
        self.alike.setVisible(shown is not None and bool(shown.alike))
        self.alike_text.setVisible(shown is not None and bool(shown.alike))
        self.alike.setChecked(False)
        self.own.hide()
        self.done.setText(done)
        self.done.setVisible(bool(done))
        self.reason.clear()
        self.sentence.setVisible(shown is not None)
        if shown is None:
            self.bar.setRange(0, 1)
            self.bar.setValue(1)
            return
        self.place.setText(tr("{n} av {antal}").format(n=shown.number, antal=shown.count))
        self.bar.setRange(0, shown.count)
        self.bar.setValue(shown.decided)
        self.bar.setAccessibleName(tr("{n} av {antal} avgjorda").format(n=shown.decided, antal=shown.count))
        self.sentence.setText(shown.sentence)
        self.sides.setText(shown.sides)
        self.later.setEnabled(not shown.postponed)
        if shown.postponed:
            self.done.setText(tr("Frågan är uppskjuten. Den är kvar i filen tills den är avgjord."))
            self.done.show()
        self.alike_text.setText(shown.alike)
        self.alike.setAccessibleName(shown.alike)
        self.own_text.setPlainText(shown.text or "")
        self.own_text.set_one_line(shown.one_line)
        for one in shown.choices:
            self._add(one)

    def _add(self, one: ShownChoice) -> None:
        button = ChoiceButton(one.choice, one.name, one.said, one.colour, self)
        button.pointed.connect(guarded(self.pointed))
        button.clicked.connect(guarded(lambda _=False: self._press(one.choice)))
        self._choices.addWidget(button)
        self.buttons[one.choice] = button

    def _press(self, choice: str) -> None:
        if choice == EDITED:
            self.own.show()
            self.own_text.setFocus()
            self.own_text.selectAll()
        else:
            self.chosen.emit(choice)
