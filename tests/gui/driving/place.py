"""What the script of the drawing tools looks at and does in the dock and on the map, in short words."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QTabletEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

from tests.gui.driving.driver import map_click, on_canvas, opened, prepare, settled

CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Place:
    """The dock of the strukturbild in $FILE, and short words for what is looked at in it."""

    def __init__(self, drive):
        self.drive, self.dock = drive, prepare().dock()
        self.tools, self.palette = self.dock.tools, self.dock.drawing
        self.canvas = iface.mapCanvas()

    def open(self, path):
        """This file, as far as it can be drawn in."""
        self.dock.open(str(path))
        yield opened(self.dock, path)
        yield settled(0.7)

    def objects(self, layer):
        return [one for one in self.tools.edit_session.objects.all() if one.lager == layer]

    def named(self, name):
        return next(one for one in self.tools.edit_session.objects.all() if one.namn == name)

    def spot(self, name):
        return self.named(name).places[0]

    def feature(self, known):
        return self.tools.edit_session.feature(known.objekt_id)

    def value(self, known, column):
        return str(self.feature(known)[column] or "")

    def corners(self, known):
        return corners_of(self.feature(known))

    def middle(self, known):
        line = self.feature(known).geometry()
        point = line.interpolate(line.length() / 2).asPoint()
        return point.x(), point.y()

    def key(self, key, modifiers=PLAIN):
        self.canvas.setFocus()
        QTest.keyClick(self.canvas, key, modifiers)

    def tile(self, step, kod, kind):
        self.dock.tabs.setCurrentIndex(0)
        self.dock.steps.go(step)
        yield settled()
        self.drive.click(lambda: self.palette.tiles.get((kod, kind)))
        yield lambda: self.tools.draw_mode is not None and self.tools.draw_mode.klass.kod == kod

    def way(self, way):
        form = self.palette.form
        form.way.setCurrentIndex(form.way.findData(way))
        form.way.activated.emit(form.way.currentIndex())

    def act(self, kod):
        yield self.tools.select_tool_active
        yield settled()
        self.drive.click(lambda: self.tools.overlay.buttons.get(kod))

    def hand(self):
        for _ in range(5):
            if self.tools.draw_mode is not None or self.tools.selection.ids:
                self.key(Qt.Key.Key_Escape)
        if self.tools.draw_mode is not None or self.tools.selection.ids:
            raise AssertionError("Esc släpper inte det som är valt")
        self.tools.use_select_tool()

    def choose(self, x, y):
        self.hand()
        map_click(x, y)


def corners_of(feature):
    """Where its vertices are, to the decimetre. The geometry must outlive the walk along its vertices."""
    geometry = feature.geometry()
    return [(round(vertex.x(), 1), round(vertex.y(), 1)) for vertex in geometry.vertices()]


def pen_drag(place, *spots):
    """What a drawing pen sends: press, moves, release."""
    paper = place.canvas.viewport()
    path = [on_canvas(*spot) for spot in spots]
    steps = [a + (b - a) * n / 12 for a, b in zip(path, path[1:]) for n in range(1, 13)]
    kinds = [(QEvent.Type.TabletPress, path[0]), *((QEvent.Type.TabletMove, one) for one in steps)]
    for kind, spot in [*kinds, (QEvent.Type.TabletRelease, path[-1])]:
        here, button = QPointF(spot), Qt.MouseButton.LeftButton
        event = QTabletEvent(
            kind, here, QPointF(paper.mapToGlobal(QPoint(spot))), 2, 1, 0.5, 0, 0, 0, 0, 0, PLAIN, 7, button, button
        )
        QApplication.sendEvent(paper, event)


TENDED = ("fid", "version", "andrad", "skapad")
"""Columns that the file itself writes, at each save."""


def everything(place):
    """All that is drawn, with shapes and columns."""
    return {
        feature["objekt_id"]: (
            [str(feature[name]) for name in feature.fields().names() if name not in TENDED],
            feature.geometry().asWkt(2),
        )
        for code, layer in place.tools.edit_session.layers.items()
        if code not in ("strukturbild", "objekt_mal", "kommentar", "rost", "fraga", "mal_paverkan")
        for feature in layer.getFeatures()
    }
