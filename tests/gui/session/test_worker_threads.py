"""Coordinate systems that a task met first work in every thread as long as QGIS runs.

QGIS forgets how to use such a system when the task's thread ends after half a minute without work, and then draws and
writes what it was given, without an error. Here the half minute is over in no time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.gui.helpers import ROOT

LATER = """
import json, sys, time
from qgis.core import (
    QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsTask
)
from qgis.PyQt.QtCore import QCoreApplication, QThread, QThreadPool

app = QgsApplication([], False)
app.initQgis()
IDLE_MS = 200
own = QgsApplication.taskManager().findChild(QThreadPool)
pools = [pool for pool in (QThreadPool.globalInstance(), own) if pool is not None]
for pool in pools:
    pool.setExpiryTimeout(IDLE_MS)
from strukturbild_plugin import classFactory
plugin = classFactory(None)
plugin.initProcessing()

def to_degrees():
    here, degrees = (QgsCoordinateReferenceSystem(name) for name in ("EPSG:3006", "EPSG:4326"))
    place = QgsCoordinateTransform(here, degrees, QgsProject.instance()).transform(QgsPointXY(600000, 6300000))
    return round(place.x(), 2), round(place.y(), 2)

found = []
def in_task(_task):
    found.append(to_degrees())
    while len(found) < wanted:
        time.sleep(0.01)

def wait(condition):
    while not condition():
        QCoreApplication.processEvents()
        time.sleep(0.01)

wanted = 2
task = QgsTask.fromFunction("first", in_task)
QgsApplication.taskManager().addTask(task)
wait(lambda: found)
found.append(to_degrees())  # the window uses it while the task goes on
wait(lambda: all(pool.activeThreadCount() == 0 for pool in pools))
time.sleep(5 * IDLE_MS / 1000)

class Fresh(QThread):
    def run(self):
        found.append(to_degrees())

thread = Fresh()
thread.start()
wait(thread.isFinished)
print(json.dumps(found), flush=True)
app.exitQgis()
"""


def test_a_coordinate_system_that_a_task_met_first_works_in_later_threads_too() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LATER],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [[16.64, 56.83]] * 3
