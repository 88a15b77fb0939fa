"""In a real QGIS window: a workshop from its start to the merged file.

The pictures stay in out/screenshots/workshop.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import ROOT, run_in_qgis, shots
from tests.screen import Screen


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, work: Path, folder: Path) -> dict[str, Any]:
    """Four groups, two that draw, one merge."""
    place = {"SHOTS": str(shots("workshop")), "WORK": str(work), "EXAMPLE": str(example)}
    return run_in_qgis(
        qgis_screen, folder, ROOT / "tests" / "gui" / "driving" / "workshops" / "drive_workshop.py", **place
    )


def test_nothing_is_logged_and_the_window_fits(told: dict[str, Any]) -> None:
    assert told["log"] == [] and told["fits"]


def test_each_group_has_a_file_and_draws_in_its_name(told: dict[str, Any]) -> None:
    assert told["files"] == [f"Karlstad - Bord {number}.gpkg" for number in range(1, 5)]
    assert [(name, written) for name, _what, written in told["groups"]] == [("Bord 1", "Bord 1"), ("Bord 2", "Bord 2")]
    assert all("i workshopen Karlstad" in what for _name, what, _written in told["groups"])


def test_what_both_drew_is_in_the_file_that_is_opened(told: dict[str, Any]) -> None:
    assert told["whose"] == ["Bord 1", "Bord 2"]
    assert told["summary"] == "2 objekt ändrades, inga frågor väntar."
    assert all(line.split("\n")[1].startswith("Med: 1 ändring.") for line in told["report"])
    assert told["drawn"] == ["Nyby", "Nyhamn"] and told["result"] == "Nobelbanestråket hopslagen.gpkg"
