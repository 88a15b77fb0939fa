"""The strip in the dock that says which layers have been taken out of the project, and puts them back."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ..guarded import guarded
from ..session.missing_layers import MissingLayers


@guarded
class MissingStrip(QFrame):
    """A sentence and a button; not there when nothing is missing."""

    def __init__(self, missing: MissingLayers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_saknas_remsa")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._missing = missing
        column = QVBoxLayout(self)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.clicked.connect(guarded(lambda _=False: missing.restore()))
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        missing.changed.connect(guarded(self.show_missing))
        self.hide()

    def show_missing(self) -> None:
        """What is missing now."""
        said = self._missing.sentence()
        self.sentence.setText(said)
        one = len({listed.title for listed in self._missing.now()}) == 1
        self.button.setText(tr("Lägg tillbaka lagret") if one else tr("Lägg tillbaka lagren"))
        self.setVisible(bool(said))
