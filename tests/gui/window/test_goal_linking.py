"""In a real, Swedish window: 23 objects are linked to goals with reasons in few clicks.

The pictures stay in out/screenshots/goal_linking.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import DRIVING, run_in_qgis, shots
from tests.screen import Screen

MAX_CLICKS = 40
"""Presses of a mouse button; the keys that reasons are written with are not counted."""


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, work: Path, folder: Path) -> dict[str, Any]:
    """The whole way, in the worked example before anybody linked anything in it."""
    with closing(sqlite3.connect(example)) as db:
        db.execute("DELETE FROM objekt_mal")
        db.commit()
    place = {"SHOTS": str(shots("goal_linking")), "EXAMPLE": str(example)}
    return run_in_qgis(qgis_screen, folder, DRIVING / "goals" / "drive_goal_linking.py", WORK=str(work), **place)


def test_23_objects_get_goals_with_reasons_in_few_clicks(told: dict[str, Any]) -> None:
    assert told["log"] == [] and told["before"] == 0
    assert told["linked"] >= 23 and told["reasons"] and told["goals"] >= 4
    assert told["clicks"] <= MAX_CLICKS, told["clicks"]


def test_the_page_fits(told: dict[str, Any]) -> None:
    assert told["fits"] and told["in_lasso"] >= 2
