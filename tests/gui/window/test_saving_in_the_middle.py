"""In a real QGIS window: the strukturbild saves itself while something is half done, and nothing is lost by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen

DRIVE = DRIVING / "qgis_tools" / "drive_saving_in_the_middle.py"


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, folder: Path) -> dict[str, Any]:
    """QGIS started, and saves brought about while one thing after another is half done."""
    place = {"SHOTS": str(shots("saving_in_the_middle")), "WORK": str(folder), "FILE": str(example)}
    return Desktop(qgis_screen, folder, **place).run(DRIVE)


def test_no_error_is_logged_and_nobody_is_asked(told: dict[str, Any]) -> None:
    assert [words for words in told["log"] if "Traceback" in words] == []
    assert told.get("questions", []) == []


def test_a_line_that_is_being_drawn_is_finished(told: dict[str, Any]) -> None:
    line = told["capture"]
    assert line["saved"] and line["clicked"] == line["kept"] == 3
    assert [line["rows"], line["corners"], line["fid"]] == [1, 4, True]


@pytest.mark.parametrize("row", ["old", "new"])
def test_a_corner_that_is_held_is_moved(told: dict[str, Any], row: str) -> None:
    assert told["vertex"][f"{row}_saved"] and told["vertex"][f"{row}_moved"]


def test_an_open_form_keeps_its_text_and_ok_writes_it(told: dict[str, Any]) -> None:
    assert told["form"] == {"saved": True, "kept": "Halvt skrivet", "in_file": True}


def test_an_open_cell_keeps_its_text_and_enter_writes_it(told: dict[str, Any]) -> None:
    assert told["cell"] == {"saved": True, "kept": ["Halv cell"], "in_file": True}


def test_the_form_of_a_row_that_is_not_there_yet_adds_it(told: dict[str, Any]) -> None:
    assert told["new_row"] == {"saved": True, "open": True, "rows": 1}


def test_what_is_chosen_stays_chosen(told: dict[str, Any]) -> None:
    assert told["selection"] == {"saved": True, "kept": True}


def test_the_map_snaps_to_what_is_there_and_to_nothing_else(told: dict[str, Any]) -> None:
    assert told["snapping"] == {"fresh": True, "saved": True, "after": True, "moved": [False, True]}


def test_ctrl_z_goes_back_over_qgis_own_tools_through_the_saves_and_forward_again(told: dict[str, Any]) -> None:
    assert told["order"] == {"different": 4, "undone": [True] * 3, "redone": [True] * 3}
