"""A file that goes away and comes back while a layer of it is being read doesn't end QGIS."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.gui.helpers import ROOT

READ_WHILE_IT_COMES_BACK = """
import os, sys
from qgis.core import QgsApplication, QgsVectorLayer, QgsVectorLayerFeatureSource

app = QgsApplication([], False)
app.initQgis()
from strukturbild_plugin.gui.session.held_connections import hold_connections

path = sys.argv[1]
layer = QgsVectorLayer(path + "|layername=nod", "nod", "ogr")
held = hold_connections([layer]) if sys.argv[2] == "held" else ()
for _number in range(3):
    os.rename(path, path + ".undan")
    drawing = QgsVectorLayerFeatureSource(layer)  # counts itself into a pool called by the layer
    os.rename(path + ".undan", path)
    rows = drawing.getFeatures()  # reads through the one called by the file
    first = next(rows)
    other = QgsVectorLayerFeatureSource(layer)
    del other  # the last one out
    assert len([first, *rows]) == layer.featureCount() > 1
    del drawing  # counts itself out of a pool it never was in
print("lever", flush=True)
"""


def read(file: Path, way: str) -> subprocess.CompletedProcess[str]:
    place = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", READ_WHILE_IT_COMES_BACK, str(file), way]
    return subprocess.run(command, env=place, capture_output=True, text=True, timeout=120, check=False)


def test_reading_goes_on_when_the_file_comes_back(example_file: Path) -> None:
    done = read(example_file, "held")
    assert (done.returncode, done.stdout.strip()) == (0, "lever"), done.stderr[-2000:]
