"""Snapping while something is drawn: on for what is drawn and for borders; what the user had comes back afterwards.

QGIS keeps an index of each layer that has been snapped to, also when snapping is off again, and tends it at every
value that changes: it starts the layer's renderer anew, each time with one scope of variables more than the time before
(QgsPointLocator::onFeatureAdded). With our symbols a value took 0.1 s and longer each time; QGIS's merging of the
attributes of two areas held the window for 12 s. So the index goes when it is not used, and before QGIS's tools edit.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsSnappingConfig, QgsTolerance, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtXml import QDomDocument

from ...compat import SNAP_TO_LINES_AND_CORNERS
from ...drawing.session.layer_watcher import LayerSubscription
from .. import settings
from ..guarded import guarded

REACH_PX = 14
EDITS_PER_INDEX = 50
"""So many edits are made with a pen before QGIS indexes anew."""
_LINES = ("lan", "kommuner", "lanyta", "langranser", "riksgranser", "sjoar")
"""Tables of the base map whose borders one draws along."""


class Snapping:
    """The project's snapping, lent to the pen."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._users: QDomDocument | None = None
        """As a project keeps it: a config would hold on to layers that may be gone when it comes back."""
        self._traced = False
        self._layers: tuple[QgsVectorLayer, ...] = ()
        self._subscription, self._edits = LayerSubscription(()), 0

    def follow(self, layers: Iterable[QgsVectorLayer]) -> None:
        """These are the layers that are edited from now on."""
        self._subscription.close()
        self._layers = tuple(layer for layer in layers if layer.isSpatial())
        edited = self._edited
        self._subscription = LayerSubscription(self._layers, command_started=edited, undo_index_changed=edited)

    def enable(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Snap to these layers and to the borders of the base map, unless the settings page says not to."""
        if not settings.is_on(settings.SNAPPING):
            return
        project = QgsProject.instance()
        if self._users is None:
            self._users = _kept(project.snappingConfig())
            tracing = self.tracing()
            self._traced = tracing is not None and tracing.isChecked()
            project.writeProject.connect(guarded(self._keep_users))
        made = QgsSnappingConfig(project)
        made.setEnabled(True)
        made.setMode(QgsSnappingConfig.SnappingMode.AdvancedConfiguration)
        for layer in (*layers, *self._borders()):
            if layer.isSpatial():
                made.setIndividualLayerSettings(layer, _on())
        self._set(made)

    def restore(self) -> None:
        """Give the user back what was there."""
        if self._users is None:
            return
        users, self._users = self._users, None
        QgsProject.instance().writeProject.disconnect(guarded(self._keep_users))
        tracing = self.tracing()
        if tracing is not None and tracing.isChecked() != self._traced:
            tracing.setChecked(self._traced)
        self._set(_read(users))
        self._forget_index()

    def tracing(self) -> Any:
        """QGIS's own switch for following lines, or None where there is none."""
        from qgis.gui import QgsMapCanvasTracer

        tracer = QgsMapCanvasTracer.tracerForCanvas(self._iface.mapCanvas())
        return tracer.actionEnableTracing() if tracer is not None else None

    def _set(self, config: QgsSnappingConfig) -> None:
        project = QgsProject.instance()
        was_changed = project.isDirty()
        project.setSnappingConfig(config)
        self._iface.mapCanvas().snappingUtils().setConfig(config)
        if not was_changed:
            project.setDirty(False)

    def _edited(self, *_: object) -> None:
        self._edits += 1
        if self._users is None or self._edits % EDITS_PER_INDEX == 0:
            self._forget_index()

    def _forget_index(self) -> None:
        """QGIS indexes the layers anew when the pointer next looks for something to snap to."""
        utils = self._iface.mapCanvas().snappingUtils()
        for layer in self._layers:
            if not sip.isdeleted(layer):
                utils.locatorForLayer(layer).setRenderContext(None)

    def _borders(self) -> list[QgsVectorLayer]:
        from ..session.open_document import table_of

        shown: list[QgsMapLayer] = self._iface.mapCanvas().layers()
        return [layer for layer in shown if isinstance(layer, QgsVectorLayer) and table_of(layer) in _LINES]

    def _keep_users(self, document: QDomDocument) -> None:
        """The project is being saved in the middle of drawing: what the user had is what is saved."""
        root = document.documentElement()
        ours = root.firstChildElement("snapping-settings")
        if self._users is not None and not ours.isNull():
            root.removeChild(ours)
            _read(self._users).writeProject(document)


def _kept(config: QgsSnappingConfig) -> QDomDocument:
    document = QDomDocument()
    document.appendChild(document.createElement("qgis"))
    config.writeProject(document)
    return document


def _read(document: QDomDocument) -> QgsSnappingConfig:
    config = QgsSnappingConfig(QgsProject.instance())
    config.readProject(document)
    return config


def _on() -> QgsSnappingConfig.IndividualLayerSettings:
    pixels = QgsTolerance.UnitType.Pixels
    return QgsSnappingConfig.IndividualLayerSettings(True, SNAP_TO_LINES_AND_CORNERS, REACH_PX, pixels)
