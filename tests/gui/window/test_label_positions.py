"""Names moved in a real, Swedish window; pictures stay in out/screenshots/namn."""

from __future__ import annotations

import math
import shutil
import tempfile
from pathlib import Path

import pytest

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.driving.screen import Screen
from tests.gui.helpers import ROOT, run_in_qgis, shots

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_label_positions.py"

pytestmark = pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")


def test_names_are_dragged_put_back_and_kept(free_display: Screen, example_file: Path, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name:
        path = Path(shutil.copy(example_file, Path(name) / "nobel.gpkg"))
        told = run_in_qgis(free_display, tmp_path, DRIVE, SHOTS=str(shots("namn")), WORK=name, FILE=str(path))
        kept = read_snapshot(path)
    assert told["log"] == []
    before, after, nudged = told["before"], told["after"], told["nudged"]
    assert abs(after[0] - before[0] + 90) < 3 and abs(after[1] - before[1] + 60) < 3, "dit det drogs"
    assert abs(nudged[0] - after[0] - 10) < 1 and abs(nudged[1] - after[1]) < 1, "piltangent med skift"
    assert told["said"] == "2 namn är flyttade."
    assert told["asked"].startswith("Namnens nya platser är inte sparade.")
    (place,) = kept.etikettplatser
    assert told["kept"] == [[place.objekt_id, "A3"]]
    assert next(one.namn for one in kept.objects if one.objekt_id == place.objekt_id) == "Filipstad"
    assert math.dist(told["again"], nudged) < 1, "samma plats när fönstret öppnas igen"
    assert told["locked"] > 25
