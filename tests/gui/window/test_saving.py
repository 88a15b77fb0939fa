"""In a real QGIS: what is drawn saves itself, Ctrl+S and the diskette mean this file, and leaving asks at most once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, work: Path, folder: Path) -> dict[str, Any]:
    planner = Desktop(qgis_screen, folder, SHOTS=str(shots("sparar")), WORK=str(work), FILE=str(example))
    return planner.run(DRIVING / "saving" / "drive_saving.py")


def test_what_is_drawn_is_in_a_copy_of_the_file_at_once_and_the_header_says_when(told: dict[str, Any]) -> None:
    assert told["first"] == "Allt är sparat." and told["drawn"] == ["Nyby"]


def test_undo_and_redo_are_saved_too(told: dict[str, Any]) -> None:
    assert told["undone"] and told["redone"]


def test_qgis_undo_and_redo_do_what_ours_do_and_are_left_to_a_layer_of_the_users_own(told: dict[str, Any]) -> None:
    assert told["qgis_undo"] == [True, False, True, True, [0, True]]


@pytest.mark.parametrize("way", ["key", "button", "menu", "letter"])
def test_saving_means_this_file_and_asks_for_no_project(told: dict[str, Any], way: str) -> None:
    said, nothing_asked, project, dirty = told["saves"][way]
    assert said == ["Sparat i Nobelbanestråket.gpkg."] and nothing_asked
    assert (project, dirty) == ("", False)


def test_with_a_layer_of_ones_own_qgis_saves_as_it_does(told: dict[str, Any]) -> None:
    assert told["qgis_asks"] is True


def test_a_look_made_by_hand_is_asked_about(told: dict[str, Any]) -> None:
    assert told["restyled_dirty"] is True and told["dirty"] is False


def test_a_file_that_is_in_use_is_said_and_tried_again(told: dict[str, Any]) -> None:
    text, button, words, named = told["locked"]
    assert text == "Inte sparat än: filen används av ett annat program."
    assert button and words == "Försök igen" and named and told["let_go"]


def test_leaving_asks_once_in_our_words_and_not_at_all_when_all_is_saved(told: dict[str, Any]) -> None:
    assert len(told["questions"]) == 2 and told["others"] == [False, False]
    assert all("kunde inte sparas" in text and "används" in why for text, why in told["questions"])
    assert told["dirty_at_end"] is False  # and QGIS has ended by itself: Desktop.run waits for that


def test_nothing_is_logged(told: dict[str, Any]) -> None:
    assert told["log"] == []
