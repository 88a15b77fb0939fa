"""The check list follows the pen in a real, Swedish QGIS window, mends at one click, and saving never hangs."""

from __future__ import annotations

import shutil
import tempfile
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.gui.session import live_checks
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import opened_dock, wait
from tests.gui.driving.screen import Screen
from tests.gui.helpers import ROOT, run_in_qgis, shots

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_live_checks.py"


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


@pytest.fixture
def dock(qgis_app: QgsApplication, example_file: Path, tmp_path: Path):
    """The dock with the worked example open."""
    yield from opened_dock(example_file, tmp_path)


@pytest.mark.parametrize("step", (live_checks.SLICE_S / 3, 1.0))
def test_however_slow_the_machine_the_answer_comes(dock, monkeypatch: pytest.MonkeyPatch, step: float) -> None:
    """A clock on which every look costs `step` seconds, so that every slice is too long, also when nothing is left."""
    live = dock.session.live
    wait(lambda: not live._timer.isActive())
    ticks, told = count(), []
    monkeypatch.setattr(live_checks, "time", SimpleNamespace(perf_counter=lambda: next(ticks) * step))
    live.was_read.connect(told.append)
    live.count_in("en annan bild")
    for _ in range(20):
        if told:
            break
        live._slice()
    assert told
