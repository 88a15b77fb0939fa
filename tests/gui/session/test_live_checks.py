"""The check list follows the pen in a real, Swedish QGIS window, mends at one click, and saving never hangs."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.driving.screen import Screen
from tests.gui.helpers import ROOT, run_in_qgis, shots

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_checks.py"


@pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")
def test_findings_come_while_drawing_and_go_at_one_click(free_display: Screen, base_data: Path, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name:
        wish = NewStrukturbild("Strukturbild för provet", ("17", "18"), "malbild", "Region Exempel")
        path = create(Path(name) / "prov.gpkg", wish)
        told = run_in_qgis(free_display, tmp_path, DRIVE, SHOTS=str(shots("checks")), WORK=name, FILE=str(path))
        findings = check(read_snapshot(path))
    assert told["log"] == []
    assert told["offer"] == "Dra änden 1800 m till ”Örebro”" == told["undo_text"]
    assert told["safe_before"] == "Rätta alla säkra (5)" and told["safe_undo"] == "Rätta alla säkra"
    assert "T02" in told["left"], "det som ska väljas är kvar"
    assert len(told["levels"]) > 1 and told["levels"][0].startswith("Sätt nivån ”")
    assert told["question"].startswith("Ska Nod ”Karlstad stad” tas bort") and told["kept"] is True
    assert told["hidden"] == [1, 0] and told["hidden_words"] == "1 dolda"
    assert told["opens"]
    assert told["saves"] == 20
    assert {one.regel for one in findings} >= {"T03", "M02"} and "N02" not in {one.regel for one in findings}
