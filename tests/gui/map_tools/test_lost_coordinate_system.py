"""A map whose coordinate system QGIS has lost: what is drawn lands where one points all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.gui.helpers import ROOT

LOST = """
import json, threading
from qgis.core import (
    QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext, QgsPointXY,
    QgsRectangle
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, QThread

app = QgsApplication([], True)
app.initQgis()
CRS = QgsCoordinateReferenceSystem

class Using(QThread):
    def __init__(self):
        super().__init__()
        self.has, self.go = threading.Event(), threading.Event()

    def run(self):
        made = QgsCoordinateTransform(CRS("EPSG:3006"), CRS("EPSG:3857"), QgsCoordinateTransformContext())
        made.transform(QgsPointXY(600000, 6300000))
        self.has.set()
        self.go.wait()

first, second = Using(), Using()
for thread in (first, second):
    thread.start()
    thread.has.wait()
first.go.set()
first.wait()

canvas = QgsMapCanvas()
canvas.resize(400, 400)
web = CRS("EPSG:3857")
canvas.setDestinationCrs(web)
canvas.setExtent(QgsRectangle.fromCenterAndSize(QgsPointXY(1280000, 8050000), 40000, 40000))  # south of Strömstad
plain = QgsCoordinateTransform(canvas.mapSettings().destinationCrs(), CRS("EPSG:3021"), QgsCoordinateTransformContext())

from strukturbild_plugin.gui.map_coordinates import pixel_of, place_at

middle = canvas.getCoordinateTransform().transform(canvas.center())
place = place_at(canvas, QPoint(round(middle.x()), round(middle.y())))
spot = pixel_of(canvas, place)
print(json.dumps({
    "lost": [len(web.toWkt()), plain.isValid()],
    "place": [round(place.x(), -3), round(place.y(), -3)],
    "back": [abs(spot.x() - middle.x()) < 1, abs(spot.y() - middle.y()) < 1],
    "map": bool(canvas.mapSettings().destinationCrs().toWkt()),
}))
second.go.set()
second.wait()
"""


def test_one_draws_where_one_points_when_the_maps_system_was_lost() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOST],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout, done.stderr[-2000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["lost"] == [0, False], "det här är felet"
    assert found["place"] == [295000.0, 6478000.0]
    assert found["back"] == [True, True] and found["map"] is True
