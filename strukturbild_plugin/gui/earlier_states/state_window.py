"""A window to look at an earlier state in: a map that moves along with QGIS's own, where nothing can be changed."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialogButtonBox, QHBoxLayout, QVBoxLayout

from ...errors import StrukturbildError
from ...i18n import tr
from ..guarded import guarded
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet
from . import state_texts
from .state_map import StateMap, picture_to_show
from .states_controller import StateContent, StatesController

_SHARE = 0.65
"""Of QGIS's window."""


@guarded
class StateWindow(FittingDialog):
    """Stands beside the map and stops nothing. `bild_id`: the picture to begin with, '' for the first."""

    def __init__(self, states: StatesController, content: StateContent, bild_id: str) -> None:
        iface = states.session.iface
        super().__init__(iface.mainWindow())
        self.setObjectName("strukturbild_lage")
        self.setWindowTitle(tr("Läget {when}").format(when=state_texts.when(content.state)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._content, self._main = content, iface.mapCanvas()
        self.map = StateMap(self)
        self.pictures = QComboBox(self)
        for picture in content.snapshot.pictures:
            self.pictures.addItem(picture.namn, picture.bild_id)
        self.pictures.setCurrentIndex(self.pictures.findData(picture_to_show(content.snapshot, bild_id)))
        self.pictures.setVisible(self.pictures.count() > 1)
        self.pictures.currentIndexChanged.connect(guarded(lambda _index: self._show(whole=False)))
        words = tr("Så såg strukturbilden ut {when}. Fönstret visar bara, och följer kartan.")
        head = QHBoxLayout()
        self.about = quiet(words.format(when=state_texts.when(content.state)), self)
        head.addWidget(self.about, 1)
        head.addWidget(self.pictures)
        box = QDialogButtonBox(self)
        self.close_button = box.addButton(tr("Stäng"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(guarded(self.close))
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.map, 1)
        column.addWidget(box)
        self.resize(iface.mainWindow().size() * _SHARE)
        self._show(whole=True)
        self._main.extentsChanged.connect(guarded(self._follow))
        states.left.connect(guarded(self.close))
        self._follow()

    def showEvent(self, event: Any) -> None:
        """Qt's: only now the map has its size."""
        super().showEvent(event)
        self._follow()

    def _show(self, whole: bool) -> None:
        try:
            self.map.show_state(self._content.snapshot, str(self.pictures.currentData() or ""), whole)
        except StrukturbildError as error:
            self.map.clear()
            self.about.setText(str(error))

    def _follow(self) -> None:
        if not self._main.extent().isEmpty():
            self.map.follow(self._main)
