"""A file that goes away and comes back while a layer of it is being read doesn't end QGIS."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.helpers import ROOT

READ = """
import os, sys
from pathlib import Path
from qgis.core import QgsApplication, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.gui import QgsMapCanvas

app = QgsApplication([], True)
app.initQgis()
from strukturbild_plugin.gui.session.held_connections import HeldConnections

path = sys.argv[1]
layers = [QgsVectorLayer(f"{path}|layername={table}", table, "ogr") for table in ("nod", "strak")]
canvas = QgsMapCanvas()
held = HeldConnections(canvas, lambda: layers, canvas)
if sys.argv[3] == "held":
    held.follow(Path(path))

def away():
    os.rename(path, path + ".undan")

def back():
    os.rename(path + ".undan", path)

def drawings():
    made = [QgsVectorLayerFeatureSource(layer) for layer in layers]
    canvas.renderStarting.emit()  # as when QGIS has made them and draws
    return made

def came_back():
    away()
    begun = drawings()  # count themselves into pools called by the layers
    back()
    rows = [one.getFeatures() for one in begun]  # read through the one called by the file
    first = [next(one) for one in rows]
    more = drawings()
    del more  # the last ones out
    assert [len([one, *others]) for one, others in zip(first, rows)] == [one.featureCount() for one in layers]
    del begun  # count themselves out of pools they never were in

def went_away():
    begun = drawings()
    away()
    others = drawings()
    rows = [one.getFeatures() for one in others]  # wait for a file that is not there
    del begun  # count themselves out of pools they never were in
    del rows, others
    back()

for _number in range(3):
    {"came_back": came_back, "went_away": went_away}[sys.argv[2]]()
assert [sum(1 for _ in one.getFeatures()) for one in layers] == [one.featureCount() for one in layers]
print("lever", flush=True)
os._exit(0)
"""


def read(file: Path, what: str, way: str) -> subprocess.CompletedProcess[str]:
    place = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", READ, str(file), what, way]
    return subprocess.run(command, env=place, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("what", ["came_back", "went_away"])
def test_reading_goes_on_when_the_file_goes_and_comes(example_file: Path, what: str) -> None:
    done = read(example_file, what, "held")
    assert (done.returncode, done.stdout.strip()) == (0, "lever"), done.stderr[-2000:]
