"""The head of the dock: which strukturbild is open, its status, and whether it is saved."""

from __future__ import annotations

import textwrap
from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...workshop.group_copy import GroupCopy
from ..guarded import guarded
from ..saving.save_controller import SaveState
from ..widgets.colour_swatch import colour_swatch
from ..widgets.labels import ElidedLabel, heading, quiet
from ..workshop.group_view import copy_of

_LONGEST = 160
"""Characters of a name: what is longer ends with a sign for it, and is whole in the tool tip."""


@guarded
class _GroupRow(QWidget):
    """A group's colour and name, and beside it, or below where there is no room, what the file is a copy of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.swatch, self.group, self.copied = QLabel(self), heading("", self), quiet("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.swatch, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.setSpacing(2)
        self._words.addWidget(self.group)
        self._words.addWidget(self.copied, 1)
        row.addLayout(self._words, 1)
        self._compact = self._limited = False

    def say(self, grupp: str, copied: str, told: str, limited: bool = False) -> None:
        """Show these; `told` in the tool tip. `limited`: `copied` says what little the group may do."""
        self._limited = limited
        self.group.setText(_in_short(grupp))
        self.copied.setText(_in_short(copied))
        self.copied.setVisible(limited or not self._compact)
        self.setToolTip(told)
        self.copied.setToolTip(told)
        self._place()

    def make_compact(self, compact: bool) -> None:
        """On a low screen the workshop's name is in the tool tip alone; what the group may do is always to be seen."""
        self._compact = compact
        self.copied.setVisible(self._limited or not compact)
        self._place()

    def needed(self) -> int:
        """How many pixels it takes in one line."""
        gap = 2 * self.fontMetrics().averageCharWidth()
        shown = [label for label in (self.group, self.copied) if not label.isHidden()]
        words = sum(label.fontMetrics().horizontalAdvance(label.text()) + gap for label in shown)
        return words + self.swatch.sizeHint().width() + self.layout().spacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: another width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap = 2 * self.fontMetrics().averageCharWidth()
        beside = self.needed() <= self.width()
        self.group.setWordWrap(not beside)
        directions = QBoxLayout.Direction
        self._words.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._words.setSpacing(gap if beside else 2)


def _in_short(text: str) -> str:
    return textwrap.shorten(text, _LONGEST, placeholder=" …")


@guarded
class Header(QWidget):
    """Title, regions, status, saved or not."""

    save_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._compact, self._example = False, False
        self.title = heading("", self, 1.25)
        self.about = quiet("", self)
        self.example = quiet(tr("Exempel. Inte en beslutad plan."), self)
        self.file = ElidedLabel(self)
        self.short = ElidedLabel(self)
        self.short.setFont(heading("", None).font())
        self._group_row = _GroupRow(self)
        self.swatch, self.group, self.copied = self._group_row.swatch, self._group_row.group, self._group_row.copied
        self._group_row.hide()
        column.addWidget(self.title)
        column.addWidget(self.short)
        column.addWidget(self.about)
        column.addWidget(self.example)
        column.addWidget(self.file)
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._foot.setSpacing(3)
        self._foot.addWidget(self._group_row, 1)
        row = QHBoxLayout()
        self.saved = QLabel(self)
        self.saved.setWordWrap(True)
        self.save = QPushButton(self)
        self.save.hide()
        self.save.clicked.connect(guarded(lambda _=False: self.save_wanted.emit()))
        row.addWidget(self.saved, 1)
        row.addWidget(self.save)
        self._foot.addLayout(row, 1)
        column.addLayout(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: another width."""
        super().resizeEvent(event)
        self._place()

    def show_strukturbild(self, title: str, about: str, file: Path, example: bool) -> None:
        """Say which one is open."""
        self.title.setText(title)
        self.about.setText(about)
        self.file.set_whole(file.name, str(file))
        self._example = example
        self._show_lines()

    def show_copy(self, copy: GroupCopy | None, titel: str) -> None:
        """Whose copy it is: the group's name and colour, and what it is a copy of."""
        self._group_row.setVisible(copy is not None)
        if copy is None:
            self._place()
            return
        self.swatch.setPixmap(colour_swatch(QColor(copy.farg), self.fontMetrics().ascent()))
        self._group_row.say(copy.grupp, *copy_of(copy, titel), bool(copy.sentence()))
        self._place()

    def make_compact(self, compact: bool) -> None:
        """On a low screen only the title, the group and what is unsaved; the rest in the tool tip of the title."""
        if compact != self._compact:
            self._compact = compact
            self._show_lines()

    def _show_lines(self) -> None:
        for line in (self.about, self.file, self.title):
            line.setVisible(not self._compact)
        self._group_row.make_compact(self._compact)
        self._place()
        self.short.setVisible(self._compact)
        self.short.set_whole(self.title.text())
        self.example.setVisible(self._example and not self._compact)
        example = self.example.text() if self._example else ""
        lines = (self.title.text(), self.about.text(), example, self.file.toolTip())
        self.short.setToolTip("\n".join(line for line in lines if line))

    def show_saved(self, state: SaveState) -> None:
        """Whether all is saved; a button only when it is not."""
        self.saved.setText(state.text)
        self.saved.setToolTip(state.more)
        font = self.saved.font()
        font.setBold(not state.saved)
        self.saved.setFont(font)
        self.save.setText(state.button)
        self.save.setVisible(not state.saved)
        self._place()

    def _place(self) -> None:
        """Whose copy it is and whether it is saved stand in one line where a low screen is wide enough."""
        said = self.saved.fontMetrics().horizontalAdvance(self.saved.text()) + 2 * self._foot.spacing()
        button = self.save.sizeHint().width() if not self.save.isHidden() else 0
        room = self.width() - self._group_row.needed() - said - button
        beside = self._compact and not self._group_row.isHidden() and room >= 0
        directions = QBoxLayout.Direction
        self._foot.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._foot.setStretch(1, 0 if beside else 1)
