"""The head of the dock: which strukturbild is open, its status, and whether it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ..guarded import guarded
from ..widgets.labels import ElidedLabel, heading, quiet

MOST_NAMED = 2
"""So many layers are named; of more, only the number."""


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
        self.saved_at = ""
        """When everything was saved by itself, 14.32; '' for not yet."""
        self.title = heading("", self, 1.25)
        self.about = quiet("", self)
        self.example = quiet(tr("Exempel. Inte en beslutad plan."), self)
        self.file = ElidedLabel(self)
        self.short = ElidedLabel(self)
        self.short.setFont(heading("", None).font())
        column.addWidget(self.title)
        column.addWidget(self.short)
        column.addWidget(self.about)
        column.addWidget(self.example)
        column.addWidget(self.file)
        row = QHBoxLayout()
        self.saved = QLabel(self)
        self.saved.setWordWrap(True)
        self.save = QPushButton(tr("Spara"), self)
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

    def show_saved(self, unsaved: Sequence[str], all_there: bool = True) -> None:
        """`unsaved`: the names of the layers that hold edits that are not in the file. `all_there`: no edits left."""
        if not unsaved and not all_there:
            self.saved.setText("")
        elif not unsaved and self.saved_at:
            self.saved.setText(tr("Sparat {time}").format(time=self.saved_at))
        elif not unsaved:
            self.saved.setText(tr("Allt är sparat."))
        elif len(unsaved) <= MOST_NAMED:
            self.saved.setText(tr("Osparade ändringar: {layers}.").format(layers=", ".join(unsaved)))
        else:
            self.saved.setText(tr("Osparade ändringar i {n} lager.").format(n=len(unsaved)))
        self.saved.setToolTip("\n".join(unsaved))
        font = self.saved.font()
        font.setBold(bool(unsaved))
        self.saved.setFont(font)
        self.save.setVisible(bool(unsaved))
