"""The shipped typeface is there the next day: in a new process, whoever reads the strukturbild, panel or not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject

from strukturbild_plugin.gui.session.open_document import put_in_project
from strukturbild_plugin.store.writing.open_check import check_file
from tests.gui.helpers import ROOT

NEW_PROCESS = """
import json, sys
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

app = QgsApplication([], False)
app.initQgis()
from strukturbild_plugin import classFactory
plugin = classFactory(None)
plugin.initProcessing()
heard = []
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: heard.append(text))
project = QgsProject.instance()
project.loadingLayerMessageReceived.connect(lambda name, messages: heard.extend(m.message() for m in messages))

def families(layers):
    found = set()
    for layer in layers:
        labelling = layer.labeling() if isinstance(layer, QgsVectorLayer) and layer.labelsEnabled() else None
        for key in labelling.subProviders() if labelling is not None else ():
            found.add(labelling.settings(key).format().font().family())
    return sorted(found)

plain = [QgsVectorLayer(f"{sys.argv[1]}|layername={table}", table) for table in ("nod", "strak", "gron_bla_yta")]
told = {"layers": families(plain)}
project.read(sys.argv[2])
told["project"] = families(project.mapLayers().values())
told["count"] = len(project.mapLayers())
told["heard"] = [text for text in heard if "Lato" in text]
print(json.dumps(told))
plain.clear()
project.clear()
"""


@pytest.fixture
def saved_project(qgis_app: QgsApplication, example_file: Path, tmp_path: Path) -> Path:
    """A project with the strukturbild in it, saved as QGIS saves it."""
    project, target = QgsProject.instance(), tmp_path / "projekt.qgz"
    project.clear()
    put_in_project(example_file, check_file(example_file), "sv")
    assert project.write(str(target))
    project.clear()
    return target


def test_names_are_set_in_the_shipped_typeface_in_a_new_process(
    saved_project: Path, example_file: Path, tmp_path: Path
) -> None:
    """As for `qgis_process`; test_gui_unbroken_window.py has a project on the command line of the desktop."""
    script = tmp_path / "ny.py"
    script.write_text(NEW_PROCESS, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(example_file), str(saved_project)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["layers"] == ["Lato"]
    assert told["project"] == ["Lato"] and told["count"] > 10
    assert told["heard"] == [], "ingen varning om typsnitt"
