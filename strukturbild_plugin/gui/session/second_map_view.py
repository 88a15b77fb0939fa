"""A second map view that shows another picture, side by side with the map and moving along with it."""

from __future__ import annotations

import contextlib
from typing import Any

from qgis.core import QgsExpressionContextScope, QgsRectangle
from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget

from ...i18n import tr
from ...store.qgis_project.picture_themes import VIEW, PictureTheme
from ..guarded import guarded
from ..map_coordinates import same_middle, same_system, same_view

LEAST, NARROW_PANEL = 260, 90
"""Points across: a view is at least so wide, if need be at the cost of the panel beside it."""
SETTLED_MS = 250
"""So long after a panel has come or gone the map has its size."""


@guarded
class SecondMapView(QObject):
    """At most one such view; QGIS's own, so it can be moved, floated and closed as any panel."""

    def __init__(self, iface: QgisInterface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self.canvas: Any = None
        self.view: PictureTheme | None = None
        self._name = ""
        self._moving = False
        self._beside: tuple[QDockWidget, int] | None = None
        """The panel that the view was put beside, and its width before."""
        self._alone: QgsRectangle | None = None
        """What the map showed before the view came."""

    def open(self, view: PictureTheme) -> None:
        """Show this picture beside the map."""
        if self.canvas is not None and view == self.view:
            return
        self.close()
        self._name, self.view = tr("Bredvid: {picture}").format(picture=view.name), view
        canvas = self._iface.createNewMapCanvas(self._name)
        if canvas is None:  # a view of the user's own has that name
            self._name = f"{self._name} (2)"
            canvas = self._iface.createNewMapCanvas(self._name)
        if canvas is None:
            self.view = None
            return
        self.canvas = canvas
        self._hold_still()
        self._alone = self._iface.mapCanvas().extent()
        scope = QgsExpressionContextScope(VIEW)
        scope.setVariable(VIEW, view.bild_id)
        canvas.setExpressionContextScope(scope)
        self._place(canvas)
        main = self._iface.mapCanvas()
        canvas.destroyed.connect(guarded(self._gone))
        main.extentsChanged.connect(guarded(self._follow_main))
        for changed in (main.destinationCrsChanged, main.rotationChanged):
            changed.connect(guarded(self._follow_system))
        canvas.extentsChanged.connect(guarded(self._follow_side))
        self._follow_system()
        canvas.refreshAllLayers()

    def close(self) -> None:
        """Take the view away."""
        canvas, self.canvas, self.view = self.canvas, None, None
        if canvas is not None:
            self._hold_still()
            self._let_go()
            if not sip.isdeleted(canvas):
                canvas.extentsChanged.disconnect(guarded(self._follow_side))
                canvas.destroyed.disconnect(guarded(self._gone))
                self._iface.closeMapCanvas(self._name)
            self._give_back()

    def _hold_still(self) -> None:
        """QGIS zooms out each time the map becomes narrower or wider: show what was shown, in the room there is.

        When the view goes and nobody has moved the map meanwhile, it is again as it was before the view came.
        """
        main = self._iface.mapCanvas()
        extent, alone = main.extent(), self._alone
        if alone is not None and same_middle(main, alone):
            extent = alone
        self._alone = None

        def show() -> None:
            if not sip.isdeleted(main):
                main.setExtent(extent)
                main.refresh()

        QTimer.singleShot(SETTLED_MS, guarded(show))

    def _place(self, canvas: Any) -> None:
        """Half of the window, not a little panel somewhere."""
        window, panel = self._iface.mainWindow(), _panel_of(canvas)
        if panel is None:
            return
        left, room = Qt.DockWidgetArea.LeftDockWidgetArea, self._iface.mapCanvas().width()
        panel.setFloating(False)
        window.addDockWidget(left, panel)
        others = [one for one in window.findChildren(QDockWidget) if one is not panel and one.isVisible()]
        there = next((one for one in others if not one.isFloating() and window.dockWidgetArea(one) == left), None)
        if there is None:
            window.resizeDocks([panel], [room // 2], Qt.Orientation.Horizontal)
            return
        self._beside = (there, there.width())
        least = window.centralWidget().minimumSizeHint().width()
        half = max(room // 2, LEAST)
        if max(there.minimumSizeHint().width(), NARROW_PANEL) + half + least > there.width() + room:
            # no room for three in a row: the view lies over the panel, whose tab stays within reach
            window.tabifyDockWidget(there, panel)
            panel.show()
            panel.raise_()
            window.resizeDocks([panel], [half], Qt.Orientation.Horizontal)
            return
        window.splitDockWidget(there, panel, Qt.Orientation.Horizontal)
        kept = min(there.width(), max(NARROW_PANEL, there.width() + room - least - half))
        window.resizeDocks([there, panel], [kept, half], Qt.Orientation.Horizontal)

    def _give_back(self) -> None:
        """The panel that stood beside does not take the room."""
        beside, self._beside = self._beside, None
        if beside is not None and not sip.isdeleted(beside[0]):
            panel, width = beside
            window = self._iface.mainWindow()
            QTimer.singleShot(0, guarded(lambda: window.resizeDocks([panel], [width], Qt.Orientation.Horizontal)))

    def _follow_main(self) -> None:
        self._same_place(self._iface.mapCanvas(), self.canvas)

    def _follow_system(self, *_: object) -> None:
        """The map has another CRS, or is turned."""
        self._moving = True
        try:
            same_system(self._iface.mapCanvas(), self.canvas)
        finally:
            self._moving = False
        self._follow_main()

    def _follow_side(self) -> None:
        self._same_place(self.canvas, self._iface.mapCanvas())

    def _same_place(self, first: Any, second: Any) -> None:
        """The same middle at the same scale, whatever the shape of the two views."""
        if self._moving or first is None or second is None or first.extent().isEmpty():
            return
        self._moving = True
        try:
            same_view(first, second)
        finally:
            self._moving = False

    def _gone(self) -> None:
        """The user closed it."""
        self.canvas = self.view = None
        self._hold_still()
        self._let_go()
        self._give_back()

    def _let_go(self) -> None:
        main = self._iface.mapCanvas()
        with contextlib.suppress(TypeError, RuntimeError):
            main.extentsChanged.disconnect(guarded(self._follow_main))
            for changed in (main.destinationCrsChanged, main.rotationChanged):
                changed.disconnect(guarded(self._follow_system))


def _panel_of(widget: Any) -> QDockWidget | None:
    found = widget.parent()
    while found is not None and not isinstance(found, QDockWidget):
        found = found.parent()
    return found
