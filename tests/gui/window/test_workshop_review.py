"""In a real, Swedish window: seven conflicts after a merge, decided with the mouse beside the map.

The pictures stay in out/screenshots/workshop_review.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import DRIVING, run_in_qgis, shots
from tests.gui.workshop_review.helpers import merged_file
from tests.screen import Screen
from tests.workshop.helpers import conflicts

MAX_CLICKS = 21


@pytest.fixture(scope="module")
def file(work: Path) -> Path:
    """A merged strukturbild with seven conflicts."""
    return merged_file(work)[0]


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, file: Path, folder: Path) -> dict[str, Any]:
    """The whole way."""
    place = {"SHOTS": str(shots("workshop_review")), "EXAMPLE": str(file), "WORK": str(file.parent)}
    return run_in_qgis(qgis_screen, folder, DRIVING / "workshops" / "drive_workshop_review.py", **place)


def test_nothing_is_logged(told: dict[str, Any]) -> None:
    assert told["log"] == [] and told["bar"] == []


def test_seven_conflicts_take_at_most_21_clicks_and_no_dialog(told: dict[str, Any]) -> None:
    assert told["clicks"] <= MAX_CLICKS and told["modal"] == 0
    assert [place for place, _sentence in told["seen"]] == [f"{number} av 7" for number in range(1, 8)]


def test_pointing_at_a_choice_draws_it(told: dict[str, Any]) -> None:
    assert len(told["pointed"]) == 7 and set(told["pointed"]) <= {"ena", "andra", "bada"}


def test_the_last_is_taken_back_by_undo_and_that_is_in_the_file(told: dict[str, Any], file: Path) -> None:
    assert told["done"].startswith("Alla 7 frågor är avgjorda") and told["again"] == "7 av 7"
    assert sorted(row["status"] for row in conflicts(file)) == ["avgjord"] * 6 + ["oppen"]
