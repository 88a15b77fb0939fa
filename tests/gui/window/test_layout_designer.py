"""A sheet in QGIS's own layout designer, in a real, Swedish window; pictures stay in out/screenshots/layout."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from strukturbild_plugin.export.custom_layouts.qpt_sanitizer import clean_layout
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.driving.screen import Screen
from tests.gui.helpers import ROOT, run_in_qgis, shots

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_layout_designer.py"

pytestmark = pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")


def test_a_sheet_is_opened_in_the_designer_and_kept(free_display: Screen, example_file: Path, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name:
        path = Path(shutil.copy(example_file, Path(name) / "nobel.gpkg"))
        told = run_in_qgis(free_display, tmp_path, DRIVE, SHOTS=str(shots("layout")), WORK=name, FILE=str(path))
        carried = read_snapshot(path).bilagor
    assert told["log"] == []
    assert told["plan"].startswith("I mappen läggs: Karta, PDF · Förhandsbild")
    assert told["layers"] > 10, "kartan i layouthanteraren visar det som trycks"
    assert told["asked"] == "Layoutens namn" and told["kept"] == ["Länets A3.qpt"]
    assert told["layouts"] == 0, "projektet är som förut när layouthanteraren stängs"
    (layout,) = [one for one in carried if one.slag == "layout"]
    assert clean_layout(layout.innehall, layout.namn).anmarkningar == ()
