"""Snapping while something is drawn: on for what is drawn and for borders; what the user had comes back afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsSnappingConfig, QgsTolerance, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtXml import QDomDocument

from ...compat import SNAP_TO_LINES_AND_CORNERS
from .. import settings
from ..guarded import guarded

REACH_PX = 14
_LINES = ("lan", "kommuner", "lanyta", "langranser", "riksgranser", "sjoar")
"""Tables of the base map whose borders one draws along."""


class Snapping:
    """The project's snapping, lent to the pen."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._users: QDomDocument | None = None
        """As a project keeps it: a config would hold on to layers that may be gone when it comes back."""
        self._traced = False

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
