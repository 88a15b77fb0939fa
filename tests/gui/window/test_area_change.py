"""In a real QGIS window: other län, another table that draws, save as, back to what was saved."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.driving.screen import Screen
from tests.gui.helpers import ROOT, run_in_qgis, shots

pytestmark = pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")


def test_what_was_decided_at_the_start_is_changed_and_another_table_takes_over(
    free_display: Screen, example_file: Path, tmp_path: Path
) -> None:
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as work:
        copy = Path(shutil.copy(example_file, Path(work) / "Nobelbanestråket.gpkg"))
        script = ROOT / "tests" / "gui" / "driving" / "drive_area_change.py"
        language = os.environ.get("SHOT_LANGUAGE", "sv")
        place = {"SHOTS": str(shots(f"afterwards-{language}")), "WORK": work, "EXAMPLE": str(copy)}
        told = run_in_qgis(free_display, tmp_path, script, language, **place)
        kept, revision = read_snapshot(copy), read_snapshot(Path(work) / "nästa revidering.gpkg")
    assert told["log"] == [] and {name: found for name, found in told["sideways"].items() if found} == {}
    assert kept.head.lan == revision.head.lan == ("18", "19") and revision.objects == kept.objects
    assert revision.ursprung is not None and revision.ursprung.strukturbild_id == kept.head.strukturbild_id
    assert sorted(one.grupp for one in kept.objects if one.grupp) == ["Bord 1", "Bord 2"]
    assert told["chosen"][-2:] == ["grupp", "ta_bort"] and told["name"]
    if language == "sv":
        assert told["where"] == "Örebro län, Västmanlands län" and "hamnar utanför" in told["follows"]
        assert told["steps"][1] == "4. Noder längs stråket\nNuläge 2026 · Inget ritat än"
        assert told["menu"] == ["Bord 1", "Bord 2", "Ingen grupp", "Annat namn eller ny grupp…"]
        assert told["card"] == ["Ritar: Nod · Nuläge 2026", "Åsa · Bord 2"]
        assert told["origin"].startswith("Revidering av ”") and told["saved"] == "Allt är sparat."
