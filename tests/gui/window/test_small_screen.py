"""Pictures, symbols, settings and every page in one real QGIS window at 150 % on a small screen,
and back to the same place when QGIS is started again."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.store.styling.refresh import is_stale
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.driving.screen import open_screen
from tests.gui.helpers import ROOT, shots
from tests.gui.window.restart_helpers import Desktop
from tests.store.helpers import TODAY, point, thing

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_small_screen.py"
RESTART = ROOT / "tests" / "gui" / "driving" / "drive_restart.py"
SMALL = "1366x768x24"

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


def test_pictures_symbols_settings_and_every_page_on_a_small_enlarged_screen_and_after_a_restart(
    example_file: Path, tmp_path: Path
) -> None:
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name, open_screen(tmp_path, SMALL) as screen:
        copy = Path(shutil.copy(two_pictures(example_file), Path(name) / "Nobelbanestråket.gpkg"))
        place = {"SHOTS": str(shots("vy")), "WORK": name, "EXAMPLE": str(copy), "QT_SCALE_FACTOR": "1.5"}
        desktop = Desktop(screen, tmp_path, **place)
        told = desktop.run(DRIVE)
        with sqlite3.connect(copy) as db:
            assert db.execute("SELECT symboluppsattning FROM strukturbild").fetchone() == ("workshop",)
            # what a crash leaves between the saving of the choice and the writing of the styles
            db.execute("UPDATE layer_styles SET owner = 'tryck' WHERE useAsDefault = 1")
        with_project = desktop.run(RESTART, Path(name) / "projekt.qgz", WAY="project")
        without = desktop.run(RESTART, WAY="empty")
        assert not is_stale(copy)
    assert [told["log"], with_project["log"], without["log"]] == [[], [], []]
    assert abs(told["scale_again"] - 1) < 0.05, "som innan bilden lades bredvid"
    assert told["pictures"][1:] == ["Nuläge", "Alla bilder"] and sorted(told["pictures"]) == sorted(told["themes"])
    side, main, apart = told["beside"]
    assert side > 120 and main > 120 and apart < 1
    assert "Om strukturbilden" in told["unsaved"] and told["taken_back"] is False
    assert told["saved"] == "Allt är sparat."
    assert told["settings_open"] is True and told["settings_sideways"] == 0
    assert told["cut"] == {}, "inget får vara avskuret eller rulla i sidled"
    assert told["written"] is True
    assert told["where"] == ["Nobelbanestråket.gpkg", "Nuläge", "workshop", "strak", "Allt är sparat."]
    assert with_project["again"] == told["where"] == without["again"]
    assert without["first"] == "Fortsätt med Nobelbanestråket"
