"""In a real QGIS window: what a planner does beside the straight way costs at most a sentence, never QGIS."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject

from strukturbild_plugin.gui.session.open_document import put_in_project
from strukturbild_plugin.store.writing.open_check import check_file
from tests.gui.driving.screen import Screen
from tests.gui.helpers import ROOT, shots
from tests.gui.window.restart_helpers import Desktop

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_qgis_stays_alive.py"

pytestmark = pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")


def test_tools_layers_maps_and_files_are_mixed_and_qgis_lives(
    qgis_app: QgsApplication, free_display: Screen, example_file: Path, tmp_path: Path
) -> None:
    project = QgsProject.instance()
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as work:
        file = Path(shutil.copy(example_file, Path(work) / "Nobelbanestråket.gpkg"))
        other = Path(shutil.copy(example_file, Path(work) / "En annan.gpkg"))
        project.clear()
        put_in_project(file, check_file(file), "sv")
        assert project.write(str(Path(work) / "projekt.qgz"))
        project.clear()
        place = {"SHOTS": str(shots("unbroken")), "WORK": work, "OTHER": str(other)}
        told = Desktop(free_display, tmp_path, **place).run(DRIVE, Path(work) / "projekt.qgz")
    assert [words for words in told["log"] if "Traceback" in words] == []
    assert told["typeface"] == [["Lato"], []], "projektet läses efter att typsnittet är på plats"
    check_tools(told)
    assert told["web_map"] == [[435, 475], True]
    check_layers(told)
    assert told["left"] == [True, [True, False], "qgis._gui", [True, True]]


def check_tools(told: dict) -> None:
    vertex, back, drew, off, again, elsewhere, rested, kept, clicked = told["dead_pen"]
    assert vertex is False and back == [True, True], "QGIS la tillbaka Välj och flytta, och knappen säger det"
    assert drew == [True, True, True] and off == [False, True] and again is True
    assert elsewhere == [True, True], "pennan ritar sitt, vilket lager som än är valt i trädet"
    assert rested is True and kept is True and clicked == [True, True], "den som trycker igen vill ha den"
    assert told["mixed"] == []


def check_layers(told: dict) -> None:
    sentence, button = told["strip"]
    assert sentence.startswith("Lagret Noder är borttaget ur projektet.") and button == "Lägg tillbaka lagret"
    assert told["refused"] == [False, True]
    assert told["back"] == [True, True, True]
    assert told["file_renamed"] == []
