"""In a real, Swedish window: what six groups have drawn alike, on the map and made joint.

The pictures stay in out/screenshots/workshop_synthesis.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import DRIVING, run_in_qgis, shots
from tests.screen import Screen
from tests.workshop.synthesis.helpers import found_in, workshop_file


@pytest.fixture(scope="module")
def file(work: Path) -> Path:
    """A strukturbild that six groups have drawn in."""
    return workshop_file(work)


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, file: Path, folder: Path) -> dict[str, Any]:
    """The whole way."""
    place = {"SHOTS": str(shots("workshop_synthesis")), "EXAMPLE": str(file), "WORK": str(file.parent)}
    return run_in_qgis(qgis_screen, folder, DRIVING / "workshops" / "drive_workshop_synthesis.py", **place)


def test_nothing_is_logged_and_no_dialog_opens(told: dict[str, Any]) -> None:
    assert told["log"] == [] and told["bar"] == [] and told["modal"] == 0


def test_a_row_chosen_shows_every_groups_own(told: dict[str, Any]) -> None:
    assert told["list"] == [*["4 av 6 grupper"] * 3, "3 av 6 grupper", "bara Bord 6", "bara Bord 5"]
    assert told["pointed"] == [["Bord 1", "Bord 2", "Bord 3", "Bord 4"], ["Bord 1", "Bord 2", "Bord 3"]]
    assert told["chosen"] == "Gör gemensamt"


def test_undo_takes_back_all_that_was_made_joint_in_the_file_too(told: dict[str, Any], file: Path) -> None:
    assert told["bar"] == [] and not any(one.joint for one in found_in(file).things)
