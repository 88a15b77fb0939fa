"""The way from the step into linking on the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..widgets.labels import quiet


@guarded
class GoalLinkStart(QWidget):
    """A button on the step that is measured on links."""

    wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.begin = QPushButton(tr("Koppla på kartan…"), self)
        self.begin.setObjectName("strukturbild_koppla_pa_kartan")
        self.begin.clicked.connect(guarded(lambda _=False: self.wanted.emit()))
        column.addWidget(self.begin)
        column.addWidget(
            quiet(tr("Ett mål i taget: peka ut allt som stödjer eller motverkar det, och skriv en gång."), self)
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Without goals there is nothing to link to."""
        self.begin.setEnabled(bool(snapshot.goals))

    def keep(self) -> None:
        """Nothing is written here."""
