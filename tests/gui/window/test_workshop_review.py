"""In a real, Swedish window: copies are merged and seven conflicts decided with the mouse, as the printed page says.

The pictures stay in out/screenshots/workshop_review.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from tests.export.workshop_papers.helpers import printed_buttons
from tests.gui.helpers import DRIVING, run_in_qgis, shots
from tests.gui.workshop_review.helpers import started_with_papers
from tests.screen import Screen
from tests.workshop.helpers import conflicts

MAX_CLICKS = 21


@pytest.fixture(scope="module")
def printed(work: Path, qgis_app: QgsApplication) -> list[str]:
    """What the facilitator's sheet prints as buttons for what is done afterwards."""
    return printed_buttons(started_with_papers(work)[2], "Efteråt: slå ihop")


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, printed: list[str], work: Path, folder: Path) -> dict[str, Any]:
    """The whole way."""
    place = {"SHOTS": str(shots("workshop_review")), "PRINTED": json.dumps(printed), "WORK": str(work)}
    return run_in_qgis(qgis_screen, folder, DRIVING / "workshops" / "drive_workshop_review.py", **place)


def test_nothing_is_logged(told: dict[str, Any]) -> None:
    assert told["log"] == [] and told["bar"] == []


def test_seven_conflicts_take_at_most_21_clicks_and_no_dialog(told: dict[str, Any]) -> None:
    assert told["clicks"] <= MAX_CLICKS and told["modal"] == 0
    assert [place for place, _sentence in told["seen"]] == [f"{number} av 7" for number in range(1, 8)]


def test_pointing_at_a_choice_draws_it(told: dict[str, Any]) -> None:
    assert len(told["pointed"]) == 7 and set(told["pointed"]) <= {"ena", "andra", "bada"}


def test_every_word_that_is_printed_is_in_the_window(told: dict[str, Any], printed: list[str]) -> None:
    assert told["left"] == [] and len(printed) == 10
    assert [entry for entry, _possible in told["shown"]] == [printed[2], printed[-1]]
    assert all(possible for _entry, possible in told["shown"])


def test_what_was_postponed_is_asked_last(told: dict[str, Any]) -> None:
    assert told["postponed"]


def test_the_last_is_taken_back_by_undo_and_that_is_in_the_file(told: dict[str, Any], work: Path) -> None:
    assert told["done"].startswith("Alla 7 frågor är avgjorda") and told["again"] == "7 av 7"
    assert sorted(row["status"] for row in conflicts(work / "strukturbild hopslagen.gpkg")) == ["avgjord"] * 6 + [
        "uppskjuten"
    ]
