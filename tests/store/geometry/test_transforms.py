"""Transforms where QGIS has lost what it knew of a coordinate system, since the thread that met it first has ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

LOST = """
import json, os, sys, threading, time
from qgis.core import (
    QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext, QgsPointXY
)
from qgis.PyQt.QtCore import QThread

app = QgsApplication([], False)
app.initQgis()
met_first = sys.argv[1] == "plugin"
if met_first:
    from strukturbild_plugin.compat import meet_coordinate_systems
    meet_coordinate_systems()
CRS, PLACE = QgsCoordinateReferenceSystem, QgsPointXY(600000, 6300000)

def plain(target):
    made = QgsCoordinateTransform(CRS("EPSG:3006"), CRS(target), QgsCoordinateTransformContext())
    return rounded(made.transform(PLACE))

def rounded(place):
    return [round(place.x()), round(place.y())]

class Using(QThread):
    def __init__(self):
        super().__init__()
        self.has, self.go = threading.Event(), threading.Event()

    def run(self):
        self.number = threading.get_native_id()
        plain("EPSG:3857")
        self.has.set()
        self.go.wait()

first, second = Using(), Using()
for thread in (first, second):
    thread.start()
    thread.has.wait()
first.go.set()
first.wait()
while os.path.exists(f"/proc/self/task/{first.number}"):  # Qt says it has ended before what it knew has gone
    time.sleep(0.01)
lost = plain("EPSG:3021") == rounded(PLACE)

from strukturbild_plugin.store.geometry.transforms import TransformFailed, is_broken, transform_between

ground, web = CRS("EPSG:3006"), CRS("EPSG:3857")
found = {
    "lost": lost,
    "broken": [is_broken(ground), is_broken(web)],
    "there": rounded(transform_between(ground, CRS("EPSG:3021")).transform(PLACE)),
    "web": rounded(transform_between(ground, web).transform(PLACE)),
    "stays": plain("EPSG:3021"),
    "same": rounded(transform_between(ground, CRS("EPSG:3006")).transform(PLACE)),
}
own = CRS.fromProj("+proj=longlat +a=1737400 +b=1737400 +no_defs")  # the moon
try:
    found["moon"] = rounded(transform_between(ground, own).transform(PLACE))
except TransformFailed as error:
    found["moon"] = str(error)
second.go.set()
second.wait()
print(json.dumps(found))
"""


def found_by(way: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", LOST, way],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_system_whose_thread_has_ended_is_asked_for_anew_and_works_from_then_on() -> None:
    found = found_by("plain")
    assert found["lost"] is True and True in found["broken"], "det här är felet"  # type: ignore[operator]
    assert found["there"] == found["stays"] == [1550890, 6301000] and found["web"] == [1852235, 7726073]
    assert found["same"] == [600000, 6300000]


def test_what_the_main_thread_met_first_is_never_lost() -> None:
    found = found_by("plugin")
    assert found["lost"] is False and found["broken"] == [False, False]


def test_what_cannot_be_transformed_is_said_and_not_let_through() -> None:
    assert found_by("plain")["moon"] != [600000, 6300000]
