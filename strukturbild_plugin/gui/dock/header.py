"""The head of the dock: which strukturbild is open, its status, and whether it is saved."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...workshop.group_copy import GroupCopy
from ..guarded import guarded
from ..saving.save_controller import SaveState
from ..widgets.colour_swatch import colour_swatch
from ..widgets.labels import ElidedLabel, heading, quiet
from ..workshop.group_view import copy_of


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
        self.group, self.copied = heading("", self), ElidedLabel(self)
        self.group.setWordWrap(False)
        self.swatch = QLabel(self)
        self._group_row = QWidget(self)
        group_row = QHBoxLayout(self._group_row)
        group_row.setContentsMargins(0, 0, 0, 0)
        group_row.addWidget(self.swatch)
        group_row.addWidget(self.group)
        group_row.addWidget(self.copied, 1)
        self._group_row.hide()
        column.addWidget(self.title)
        column.addWidget(self.short)
        column.addWidget(self._group_row)
        column.addWidget(self.about)
        column.addWidget(self.example)
        column.addWidget(self.file)
        row = QHBoxLayout()
        self.saved = QLabel(self)
        self.saved.setWordWrap(True)
        self.save = QPushButton(self)
        self.save.hide()
        self.save.clicked.connect(guarded(lambda _=False: self.save_wanted.emit()))
        row.addWidget(self.saved, 1)
        row.addWidget(self.save)
        column.addLayout(row)

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
            return
        self.swatch.setPixmap(colour_swatch(QColor(copy.farg), self.fontMetrics().ascent()))
        self.group.setText(copy.grupp)
        self.copied.set_whole(*copy_of(copy, titel))

    def make_compact(self, compact: bool) -> None:
        """On a low screen only the title and what is unsaved; the rest in the tool tip of the title."""
        if compact != self._compact:
            self._compact = compact
            self._show_lines()

    def _show_lines(self) -> None:
        for line in (self.about, self.file, self.title):
            line.setVisible(not self._compact)
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
