"""The forms of the dock in a real QGIS window, no wider than a narrow dock; the pictures stay in out/screenshots."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.driving.screen import Screen
from tests.gui.helpers import ROOT, run_in_qgis, shots

pytestmark = pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")


def test_purpose_pictures_goals_and_an_object_are_filled_in_without_scrolling_sideways(
    free_display: Screen, example_file: Path, tmp_path: Path
) -> None:
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as work:
        copy = Path(shutil.copy(example_file, Path(work) / "Nobelbanestråket.gpkg"))
        script = ROOT / "tests" / "gui" / "driving" / "drive_forms.py"
        place = {"SHOTS": str(shots("forms")), "WORK": work, "EXAMPLE": str(copy)}
        told = run_in_qgis(free_display, tmp_path, script, "sv", **place)
        kept = read_snapshot(copy)
    assert told["log"] == [] and told["width"] <= 340
    assert {name: found for name, found in told["sideways"].items() if found} == {}
    assert kept.head.samverkansniva == 7 and kept.head.beskrivning.startswith("Bilden visar hur stråket")
    assert [(one.aktor, one.niva) for one in kept.forankring] == [("Region Värmland", 8), ("Karlstads kommun", 6)]
    assert told["pictures"] == ["Målbild för stråket"] and "agenda2030" in told["goal_sets"]
    assert told["undo_text"] == "Ändra Karlstad" and told["tabs"][2] == "Förankring (1)"
    assert told["tie"].endswith("Stödjer starkt – Fler når utbildning och arbete utan bil.")
    assert told["undone"].startswith("Exempel: Karlstad och Örebro")
