"""What the monkey may do in a real QGIS: each act is drawn by a seeded chance before it is done, so that it can be
written down first. Those of `Own` need our plugin; `THEIRS` are anybody's,
and the control run without the plugin does only them.
"""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication
from qgis.utils import iface

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEYS = {
    "Esc": (Qt.Key.Key_Escape, NONE),
    "Enter": (Qt.Key.Key_Return, NONE),
    "Backspace": (Qt.Key.Key_Backspace, NONE),
    "Delete": (Qt.Key.Key_Delete, NONE),
    "Ctrl+Z": (Qt.Key.Key_Z, CONTROL),
    "Ctrl+Shift+Z": (Qt.Key.Key_Z, CONTROL | SHIFT),
    "Ctrl+R": (Qt.Key.Key_R, CONTROL),
    "Ctrl+C": (Qt.Key.Key_C, CONTROL),
    "Ctrl+V": (Qt.Key.Key_V, CONTROL),
    "1": (Qt.Key.Key_1, NONE),
    "2": (Qt.Key.Key_2, NONE),
}
NOT_TOOLS = ("mActionAddAnnotationLayer",)
HOME = (455_000.0, 6_585_000.0)
"""EPSG:3006; the middle of what the monkey looks at."""


def their_tools():
    """Names of QGIS's actions that take a map tool, by name."""
    group = iface.actionPan().actionGroup()
    found = {one.objectName() for one in (group.actions() if group is not None else ()) if one.objectName()}
    return sorted(found - set(NOT_TOOLS))


def layers():
    """The project's vector layers, in an order that is the same every time."""
    found = [one for one in QgsProject.instance().mapLayers().values() if isinstance(one, QgsVectorLayer)]
    return sorted(found, key=lambda one: (one.name(), one.source()))


def act_on(name):
    iface.mainWindow().findChild(QAction, name).trigger()


def spot(share):
    """A pixel of the map, given as shares of its size."""
    paper = iface.mapCanvas().viewport()
    return QPoint(round(share[0] * paper.width()), round(share[1] * paper.height()))


def click(share, button=LEFT, modifiers=NONE):
    QTest.mouseClick(iface.mapCanvas().viewport(), button, modifiers, spot(share))


def double_click(share):
    QTest.mouseDClick(iface.mapCanvas().viewport(), LEFT, NONE, spot(share))


def drag(*shares):
    paper, path = iface.mapCanvas().viewport(), [spot(one) for one in shares]
    QTest.mousePress(paper, LEFT, NONE, path[0])
    for before, after in zip(path, path[1:]):
        for step in range(1, 6):
            here = before + (after - before) * step / 5
            move = QMouseEvent(QEvent.Type.MouseMove, QPointF(here), Qt.MouseButton.NoButton, LEFT, NONE)
            QApplication.sendEvent(paper, move)
    QTest.mouseRelease(paper, LEFT, NONE, path[-1])


def key(name):
    iface.mapCanvas().setFocus()
    QTest.keyClick(iface.mapCanvas(), *KEYS[name])


def their_tool(name):
    act_on(name)


def choose_layer(number):
    found = layers()
    iface.setActiveLayer(found[number % len(found)])


def toggle_editing():
    act_on("mActionToggleEditing")


def edit_mode(number):
    """Edit mode on in any layer that can; off asks QGIS's own question, which is left."""
    found = layers()
    layer = found[number % len(found)]
    if not layer.isEditable():
        layer.startEditing()


def look_at(east, north, width):
    rect = QgsRectangle(HOME[0] + east, HOME[1] + north, HOME[0] + east + width, HOME[1] + north + width)
    canvas = iface.mapCanvas()
    if canvas.mapSettings().destinationCrs().authid() == "EPSG:3006":
        canvas.setExtent(rect)
    canvas.refresh()


def map_system(code):
    iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem(code))
    iface.mapCanvas().refresh()


def turn_map(degrees):
    iface.mapCanvas().setRotation(degrees)


def show_layer(number):
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    nodes = sorted(nodes, key=lambda one: (one.name(), one.layerId()))
    nodes[number % len(nodes)].setItemVisibilityChecked(number % 2 == 0)


def pair(chance):
    return round(chance.random(), 3), round(chance.random(), 3)


THEIRS = {
    "click": (8, click, lambda c: (pair(c),)),
    "right click": (2, lambda share: click(share, RIGHT), lambda c: (pair(c),)),
    "shift click": (1, lambda share: click(share, LEFT, SHIFT), lambda c: (pair(c),)),
    "double click": (2, double_click, lambda c: (pair(c),)),
    "drag": (4, drag, lambda c: (pair(c), pair(c), pair(c))),
    "key": (8, key, lambda c: (c.choice(sorted(KEYS)),)),
    "their tool": (10, their_tool, lambda c: (c.choice(their_tools()),)),
    "choose layer": (8, choose_layer, lambda c: (c.randrange(40),)),
    "toggle editing": (3, toggle_editing, lambda _c: ()),
    "edit mode": (2, edit_mode, lambda c: (c.randrange(40),)),
    "select all": (1, lambda: act_on("mActionSelectAll"), lambda _c: ()),
    "their delete": (1, lambda: act_on("mActionDeleteSelected"), lambda _c: ()),
    "their undo": (1, lambda: act_on("mActionUndo"), lambda _c: ()),
    "their redo": (1, lambda: act_on("mActionRedo"), lambda _c: ()),
    "look at": (2, look_at, lambda c: (c.randrange(-20_000, 20_000), c.randrange(20_000), c.choice([9_000, 60_000]))),
    "map system": (1, map_system, lambda c: (c.choice(["EPSG:3006", "EPSG:3857", "EPSG:3006"]),)),
    "turn map": (1, turn_map, lambda c: (c.choice([0, 0, 30]),)),
    "show layer": (1, show_layer, lambda c: (c.randrange(80),)),
}  # fmt: skip
"""Name: how often, what is done, and with what."""

TAKES_AWAY = ("key", "their delete", "their undo", "their redo", "our undo", "our redo", "object action")
ON_MAP = ("click", "drag", "right click", "double click", "shift click")


class Own:
    """The acts that need our plugin. `place`: place.Place."""

    def __init__(self, place, plugin):
        self._place, self._plugin = place, plugin

    def acts(self):
        place, dock = self._place, self._place.dock
        return {
            "tile": (14, self.tile, lambda c: (c.randrange(12),)),
            "way": (3, self.way, lambda c: (c.choice(["peka", "frihand", "bred"]),)),
            "select tool": (5, place.palette.hand.click, lambda _c: ()),
            "our undo": (3, place.tools.undo, lambda _c: ()),
            "our redo": (3, place.tools.redo, lambda _c: ()),
            "choose object": (4, self.choose, lambda c: (c.randrange(200),)),
            "object action": (6, self.act, lambda c: (c.randrange(200), c.randrange(30))),
            "picture": (3, self.picture, lambda c: (c.randrange(6),)),
            "theme": (2, self.theme, lambda c: (c.randrange(6),)),
            "symbol set": (1, self.symbols, lambda c: (c.randrange(6),)),
            "step": (4, self.step, lambda c: (c.randrange(12),)),
            "tab": (2, lambda n: dock.tabs.setCurrentIndex(n % dock.tabs.count()), lambda c: (c.randrange(4),)),
            "hide panel": (1, lambda: self._plugin.show_dock(False), lambda _c: ()),
            "show panel": (2, lambda: self._plugin.show_dock(True), lambda _c: ()),
            "save": (2, dock.session.save, lambda _c: ()),
            "close and open": (1, self.close, lambda _c: ()),
            "write name": (2, self.write, lambda c: (c.choice(["Åby", "", "x" * 300]),)),
        }

    def tile(self, number):
        tiles = list(self._place.palette.tiles.values())
        if tiles:
            tiles[number % len(tiles)].click()

    def way(self, way):
        form = self._place.palette.form
        if form.way.findData(way) >= 0:
            self._place.way(way)

    def _object(self, number):
        session = self._place.tools.edit_session
        found = sorted(one.objekt_id for one in session.objects.all()) if session is not None else []
        return found[number % len(found)] if found else ""

    def choose(self, number):
        found = self._object(number)
        if found:
            self._place.tools.choose([found])

    def act(self, number, which):
        self.choose(number)
        acts = [one for one in self._place.tools.actions.all() if one.do is not None and not one.why_not]
        if acts and self._place.tools.edit_session is not None:
            acts[which % len(acts)].do()

    def picture(self, number):
        views = self._place.dock.pictures.views
        if views:
            self._place.dock.pictures.show(views[number % len(views)].bild_id)

    def theme(self, number):
        project = QgsProject.instance()
        themes, model = project.mapThemeCollection(), iface.layerTreeView().layerTreeModel()
        names = sorted(themes.mapThemes())
        if names:
            themes.applyTheme(names[number % len(names)], project.layerTreeRoot(), model)

    def symbols(self, number):
        choices = self._place.dock.styles.choices()
        self._place.dock.styles.choose(choices[number % len(choices)][0])

    def step(self, number):
        from tests.gui.driving.driver import tree_lines

        lines = tree_lines(self._place.dock.steps.tree)
        if lines:
            self._place.dock.steps.tree.itemClicked.emit(lines[number % len(lines)], 0)

    def close(self):
        self._place.dock.session.save()
        self._place.dock.session.close()

    def write(self, text):
        name = self._place.palette.form.name
        if name.isVisible():
            name.setText(text)
            name.editingFinished.emit()
