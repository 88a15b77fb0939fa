"""Towns of the base map go out where they are drawn as nodes, and come back when those are gone."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsExpressionContextUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...cartography.basemap.town_layers import COVERED
from ...errors import StoreError
from ...store.create.places import drawn_places
from ...store.gpkg.wkb import vertices
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.live_checks import LiveState
from ..session.project_properties import BASE_PROPERTY
from ..session.session import Session


@guarded
class BaseMapTowns(QObject):
    """Tells the base map's layer which towns are drawn."""

    def __init__(self, session: Session, tools: ToolController, parent: QObject | None = None) -> None:
        """`tools` know which picture is drawn in."""
        super().__init__(parent)
        self._tools = tools
        session.live_read.connect(guarded(self._look))

    def _look(self, live: LiveState) -> None:
        own = (one for one in live.snapshot.objects if one.lager == "nod" and one.bild_id == self._tools.picture)
        nodes = [(one.namn, spot) for one in own if one.wkb for spot in vertices(one.wkb)]
        layers = list(_town_layers())
        if not layers:
            return
        try:
            drawn = drawn_places(nodes, live.snapshot.head.lan)
        except StoreError:
            return  # without base data there are no towns
        covered = "".join((";", *(f"{place.fid};" for place in drawn)))
        for layer in layers:
            if QgsExpressionContextUtils.layerScope(layer).variable(COVERED) != covered:
                QgsExpressionContextUtils.setLayerVariable(layer, COVERED, covered)
                layer.triggerRepaint()


def _town_layers() -> Iterable[QgsVectorLayer]:
    """Layers of the base map that leave out what is drawn."""
    for group in QgsProject.instance().layerTreeRoot().findGroups():
        if group.customProperty(BASE_PROPERTY):
            for node in group.findLayers():
                layer = node.layer()
                if isinstance(layer, QgsVectorLayer) and _leaves_out(layer):
                    yield layer


def _leaves_out(layer: QgsVectorLayer) -> bool:
    root = getattr(layer.renderer(), "rootRule", lambda: None)()
    return root is not None and any(COVERED in rule.filterExpression() for rule in root.children())
