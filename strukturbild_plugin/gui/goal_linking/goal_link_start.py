"""The ways from the step into linking on the map, and to what the links say."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..widgets.labels import quiet


@guarded
class GoalLinkStart(QWidget):
    """Buttons on the step that is measured on links."""

    wanted = pyqtSignal()
    map_wanted = pyqtSignal()
    """How far the goals reach on the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.begin = QPushButton(tr("Koppla på kartan…"), self)
        self.begin.setObjectName("strukturbild_koppla_pa_kartan")
        self.begin.clicked.connect(guarded(lambda _=False: self.wanted.emit()))
        column.addWidget(self.begin)
        column.addWidget(quiet(tr("Ett mål i taget: välj allt som stödjer eller motverkar det."), self))
        self.reach = QPushButton(tr("Mål i kartan…"), self)
        self.reach.setObjectName("strukturbild_mal_i_kartan_oppna")
        self.reach.clicked.connect(guarded(lambda _=False: self.map_wanted.emit()))
        column.addWidget(self.reach)
        column.addWidget(quiet(tr("Vilka mål som har stöd på kartan, och var objekt, mål eller text saknas."), self))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Without goals there is nothing to link to."""
        for button in (self.begin, self.reach):
            button.setEnabled(bool(snapshot.goals))

    def keep(self) -> None:
        """Nothing is written here."""
