"""Pictures, symbols, settings and every page in one real QGIS window at 150 %, and back to the same place."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.store.geopackage import writing
from tests.gui_helpers import ROOT, run_in_qgis
from tests.screen import Screen
from tests.store_helpers import TODAY, point, thing

DRIVE = ROOT / "tests" / "gui_drive_view.py"
SHOTS = ROOT / "out" / "screenshots" / "vy"

pytestmark = pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")


def two_pictures(example: Path) -> Path:
    """The worked example with a picture of today beside its own."""
    with writing(example) as db:
        first = db.pictures()[0]
        today = replace(first, bild_id=TODAY, namn="Nuläge", bildtyp="nulage", horisont=None, ordning=2)
        db.set_pictures([first, today])
        town = thing("nod", "nod", "Karlstad", point((414000.0, 6584000.0)), bild_id=TODAY, niva="storregional")
        db.add_objects([town])
    return example


def test_pictures_symbols_settings_and_every_page_on_an_enlarged_screen(
    free_display: Screen, example_file: Path, tmp_path: Path
) -> None:
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name:
        copy = Path(shutil.copy(two_pictures(example_file), Path(name) / "Nobelbanestråket.gpkg"))
        told = run_in_qgis(
            free_display, tmp_path, DRIVE, SHOTS=str(SHOTS), WORK=name, EXAMPLE=str(copy), QT_SCALE_FACTOR="1.5"
        )
        with sqlite3.connect(copy) as db:
            assert db.execute("SELECT symboluppsattning FROM strukturbild").fetchone() == ("workshop",)
    assert told["log"] == []
    assert told["pictures"][1:] == ["Nuläge", "Alla bilder"] and sorted(told["pictures"]) == sorted(told["themes"])
    side, main, apart = told["beside"]
    assert side > 150 and main > 150 and apart < 1
    assert "Om strukturbilden" in told["unsaved"] and told["taken_back"] is False
    assert told["saved"] == "Allt är sparat."
    assert told["settings_open"] is True and told["settings_sideways"] == 0
    assert told["cut"] == {}, "inget får vara avskuret eller rulla i sidled"
    assert told["written"] is True
    assert told["again"] == ["Nuläge", "workshop", "strak", "Allt är sparat."]
