"""QGIS is killed in the middle of the work; started again it offers all that was not saved, and lays it back."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.store.autosave.copy_format import AutosaveCopy, RowChange, as_bytes, from_bytes
from tests.gui.driving.screen import open_screen
from tests.gui.helpers import ROOT, shots
from tests.gui.window.crash_helpers import Fragile

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_recovery.py"

pytestmark = pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")


def another(copy: AutosaveCopy) -> bytes:
    """A copy with one town that the file does not have."""
    town = next(one for one in copy.rader if one.cell("namn") == "Nyby")
    new = RowChange("nod", None, {**(town.now or {}), "objekt_id": str(uuid.uuid4()), "namn": "Nyss"})
    return as_bytes(replace(copy, rader=(new,)))


def test_what_was_not_saved_when_qgis_was_killed_is_offered_and_comes_back(example_file: Path, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name, open_screen(tmp_path) as screen:
        file = Path(shutil.copy(example_file, Path(name) / "Nobelbanestråket.gpkg"))
        planner = Fragile(screen, tmp_path, SHOTS=str(shots("osparat")), WORK=name, FILE=str(file))
        worked = planner.crash(DRIVE, WAY="work")
        assert worked["strip_before"] is False and "Osparade" in worked["unsaved"]
        assert len(planner.copies()) == 1
        kept = planner.copies()[0]
        again = from_bytes(kept.read_bytes())
        told = planner.run(DRIVE, WAY="back")
        assert planner.copies() == [] and told["copies"] == 0
        kept.write_bytes(another(again))
        thrown = planner.run(DRIVE, WAY="thrown")
        assert thrown["copies"] == 1 and planner.copies() == [], "det som slängs och det som kastas finns inte kvar"
    assert "inte hann sparas" in told["asked"] and "objekt" in told["asked"]
    assert any("Nyby" in line for line in told["listed"]) and any("Arvika" in line for line in told["listed"])
    assert told["back"] and told["undone"] and told["redone"] and told["saved"]
    assert told["step"].startswith("Återställ")
    assert "inte hann sparas" in thrown["start"]
    assert told["strip_after"] is False and [worked["log"], told["log"], thrown["log"]] == [[], [], []]
