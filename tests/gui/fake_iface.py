"""As much of QGIS's interface as the dock asks for, without a window on the screen."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayer
from qgis.gui import QgsMapCanvas, QgsMapToolPan, QgsMessageBar
from qgis.PyQt.QtWidgets import QAction, QMainWindow


class FakeIface:
    """A main window, a canvas and a message bar."""

    def __init__(self, window: QMainWindow) -> None:
        self._window, self._canvas, self._bar = window, QgsMapCanvas(window), QgsMessageBar(window)
        self._active: QgsMapLayer | None = None
        self._pan: Any = None

    def mainWindow(self) -> QMainWindow:
        return self._window

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def messageBar(self) -> QgsMessageBar:
        return self._bar

    def setActiveLayer(self, layer: QgsMapLayer) -> None:
        self._active = layer
        self._canvas.setCurrentLayer(layer)

    def activeLayer(self) -> Any:
        return self._active

    def actionPan(self) -> QAction:
        if self._pan is None:
            tool = QgsMapToolPan(self._canvas)
            self._pan = QAction(self._window), tool
            self._pan[0].triggered.connect(lambda _=False: self._canvas.setMapTool(tool))
        return self._pan[0]

    def _action(self, name: str) -> QAction:
        self._actions = getattr(self, "_actions", {})
        return self._actions.setdefault(name, QAction(name, self._window))

    def actionSaveProject(self) -> QAction:
        return self._action("spara")

    def actionExit(self) -> QAction:
        return self._action("avsluta")

    def actionNewProject(self) -> QAction:
        return self._action("nytt")

    def actionOpenProject(self) -> QAction:
        return self._action("öppna")

    def cadDockWidget(self) -> Any:
        from qgis.gui import QgsAdvancedDigitizingDockWidget

        self._cad = getattr(self, "_cad", None) or QgsAdvancedDigitizingDockWidget(self._canvas, self._window)
        return self._cad

    def createNewMapCanvas(self, name: str) -> QgsMapCanvas:
        self.canvases = getattr(self, "canvases", {})
        self.canvases[name] = QgsMapCanvas(self._window)
        return self.canvases[name]

    def closeMapCanvas(self, name: str) -> None:
        self.canvases.pop(name).deleteLater()

    def registerLocatorFilter(self, found: Any) -> None:
        self.locator = found

    def deregisterLocatorFilter(self, _filter: Any) -> None:
        self.locator = None
