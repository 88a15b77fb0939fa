"""What is chosen on the map: one object or several, with light round them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...catalogue.model import AREA, LINE, POINT
from ...drawing.edits.qgis_geometry import kind_of
from ...drawing.session.edit_session import EditSession
from ...drawing.session.object_index import IndexedObject
from ..guarded import guarded
from ..map_coordinates import GroundBand
from .base_tool import AREA_BAND, LINE_BAND, POINT_BAND

LIGHT = QColor(255, 176, 0, 190)
_GLOW = QColor(255, 176, 0, 60)


class SelectionHost(Protocol):
    """Whose objects can be chosen."""

    @property
    def edit_session(self) -> EditSession | None: ...


@guarded
class ObjectSelection(QObject):
    """The objects that are chosen, in the order they were."""

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, tools: SelectionHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._tools = canvas, tools
        self.ids: tuple[str, ...] = ()
        self._bands: dict[str, GroundBand] = {}

    def known(self) -> list[IndexedObject]:
        """What the edit session knows of them."""
        edit_session = self._tools.edit_session
        found = [edit_session.objects.get(objekt_id) for objekt_id in self.ids] if edit_session is not None else []
        return [one for one in found if one is not None]

    def set(self, ids: Iterable[str]) -> None:
        """These, and no others."""
        wanted = tuple(dict.fromkeys(each for each in ids if each))
        if wanted != self.ids:
            self.ids = wanted
            self._light()
            self.changed.emit()

    def toggle(self, objekt_id: str) -> None:
        """This one too, or not any longer."""
        kept = [each for each in self.ids if each != objekt_id]
        self.set(kept if objekt_id in self.ids else [*self.ids, objekt_id])

    def clear(self) -> None:
        """Nothing."""
        self.set(())

    def refresh(self) -> None:
        """Something was drawn, moved or undone: forget what is gone, and light the rest where it is now."""
        if not self.ids:
            return
        here = tuple(one.objekt_id for one in self.known())
        gone, self.ids = here != self.ids, here
        self._light()
        if gone:
            self.changed.emit()

    def close(self) -> None:
        """The plugin is switched off."""
        for band in self._bands.values():
            band.remove()
        self._bands = {}

    def _light(self) -> None:
        lit: dict[str, list[QgsGeometry]] = {kind: [] for kind in self._bands}
        edit_session = self._tools.edit_session
        for one in self.known():
            geometry = edit_session.feature(one.objekt_id).geometry() if edit_session is not None else QgsGeometry()
            kind = kind_of(geometry)
            if kind:
                lit.setdefault(kind, []).append(geometry)
        for kind, geometries in lit.items():
            band = self._bands.get(kind)
            if band is None:
                band = self._bands[kind] = self._make(kind)
            band.set_shape(QgsGeometry.collectGeometry(geometries))

    def _make(self, kind: str) -> GroundBand:
        band = GroundBand(self._canvas, {POINT: POINT_BAND, LINE: LINE_BAND, AREA: AREA_BAND}[kind])
        band.setStrokeColor(LIGHT)
        band.setFillColor(_GLOW)
        band.setWidth({POINT: 4, LINE: 6, AREA: 3}[kind])
        if kind == POINT:
            band.setIcon(GroundBand.IconType.ICON_CIRCLE)
            band.setIconSize(26)
        return band
