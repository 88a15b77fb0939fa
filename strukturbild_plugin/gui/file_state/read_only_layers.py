"""Layers of the open strukturbild that somebody has made read-only in QGIS: named, and unlocked again."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...drawing.session.edit_session import TABLES
from ...errors import StoreError
from ...i18n import joined, tr
from ..guarded import guarded
from ..session.open_document import is_drawn, table_of
from ..session.session import Session
from .file_watcher import LOCKED_PROPERTY

MOST_NAMED = 3
"""So many layers are named; of more, only the number."""


@guarded
class ReadOnlyLayers(QObject):
    """Listens to the layers that are drawn in."""

    changed = pyqtSignal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self.changed))
        session.opened_changed.connect(guarded(self._listen))
        session.layers_changed.connect(guarded(self._listen))

    def now(self) -> list[QgsVectorLayer]:
        """Those that the user has locked, not those that wait for their file."""
        layers = self._session.opened.layers() if self._session.opened is not None else ()
        return [one for one in layers if one.readOnly() and not one.customProperty(LOCKED_PROPERTY) and _is_edited(one)]

    def sentence(self) -> str:
        """Which layers, and what to do; '' when there are none."""
        names = [layer.name() for layer in self.now()]
        if not names:
            return ""
        if len(names) == 1:
            text = tr("Lagret {layers} är skrivskyddat i QGIS. Lås upp det för att rita.")
        elif len(names) <= MOST_NAMED:
            text = tr("Lagren {layers} är skrivskyddade i QGIS. Lås upp dem för att rita.")
        else:
            text = tr("{n} lager är skrivskyddade i QGIS. Lås upp dem för att rita.")
        return text.format(layers=joined(names), n=len(names))

    def button(self) -> str:
        """What unlocks them."""
        return tr("Lås upp lagret") if len(self.now()) == 1 else tr("Lås upp lagren")

    def act(self) -> None:
        """Unlock them."""
        for layer in self.now():
            layer.setReadOnly(False)
        QgsProject.instance().setDirty(True)

    def refuse_editing(self) -> None:
        """Raise StoreError with the sentence when a layer that is drawn in is locked."""
        if self.now():
            raise StoreError(self.sentence())

    def _listen(self) -> None:
        for layer in self._session.opened.layers() if self._session.opened is not None else ():
            if _is_edited(layer):
                layer.readOnlyChanged.connect(guarded(self._soon.start))
        self.changed.emit()


def _is_edited(layer: QgsVectorLayer) -> bool:
    return is_drawn(layer) or table_of(layer) in TABLES
