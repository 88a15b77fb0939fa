"""What the monkey leaves out, QGIS dies of without the plugin, and of nothing else in the proof; `make monkey` asks it.

Not in the suite: each proof starts QGIS twice and says nothing of the plugin.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.gui.driving.qgis_deaths import DEATHS, Death
from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen


def do(screen: Screen, folder: Path, example: Path, acts: list[object]) -> None:
    """These acts of the monkey's in a QGIS without the plugin. AssertionError when it ends."""
    folder.mkdir()
    place = {"SEED": "0", "ACTS": "0", "CONTROL": "1", "WORK": str(folder), "PLAN": json.dumps(acts)}
    place["FILE"] = str(shutil.copy(example, folder / "Exempel.gpkg"))
    Desktop(screen, folder, SHOTS=str(shots("apan")), **place).run(DRIVING / "drive_monkey.py")


@pytest.mark.parametrize("death", DEATHS, ids=lambda one: one.tool)
def test_qgis_dies_of_it_without_the_plugin(
    qgis_screen: Screen, _example_made_once: Path, tmp_path: Path, death: Death
) -> None:
    with pytest.raises(AssertionError, match="QGIS tog slut"):
        do(qgis_screen, tmp_path / "med", _example_made_once, list(death.proof))
    number = len(death.proof) - 1
    log = (tmp_path / "med" / "acts0c.log").read_text(encoding="utf-8").splitlines()
    assert log[-1].startswith(f"{number} "), "QGIS dog av något annat"
    rest = [act for act in death.proof if act != ("their tool", (death.tool,))]
    assert 0 < len(rest) < len(death.proof)
    do(qgis_screen, tmp_path / "utan", _example_made_once, rest)
