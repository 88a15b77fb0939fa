"""In a real QGIS window: what a planner does beside the straight way costs at most a sentence, never QGIS."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProject

from strukturbild_plugin.gui.session.open_document import put_in_project
from strukturbild_plugin.store.writing.open_check import check_file
from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen

DRIVE = DRIVING / "drive_qgis_stays_alive.py"


@pytest.fixture(scope="module")
def told(qgis_app: QgsApplication, qgis_screen: Screen, example: Path, work: Path, folder: Path) -> dict[str, Any]:
    """QGIS started with a saved project: tools, layers, maps and files are mixed, and QGIS is left."""
    other = Path(shutil.copy(example, work / "En annan.gpkg"))
    project = QgsProject.instance()
    project.clear()
    put_in_project(example, check_file(example), "sv")
    assert project.write(str(work / "projekt.qgz"))
    project.clear()
    place = {"SHOTS": str(shots("stays_alive")), "WORK": str(work), "OTHER": str(other)}
    return Desktop(qgis_screen, folder, **place).run(DRIVE, work / "projekt.qgz")


@pytest.fixture(scope="module")
def pen(told: dict[str, Any]) -> dict[str, Any]:
    """What was told of our pen among QGIS's own tools, by name."""
    names = ("vertex", "back", "drew", "off", "again", "elsewhere", "rested", "kept", "clicked")
    assert len(told["dead_pen"]) == len(names)
    return dict(zip(names, told["dead_pen"]))


def test_no_error_is_logged(told: dict[str, Any]) -> None:
    assert [words for words in told["log"] if "Traceback" in words] == []


def test_the_typeface_is_there_when_the_project_is_read(told: dict[str, Any]) -> None:
    assert told["typeface"] == [["Lato"], []], "projektet läses efter att typsnittet är på plats"


def test_the_button_says_whose_tool_is_held(pen: dict[str, Any]) -> None:
    assert pen["vertex"] is False
    assert pen["back"] == [True, True], "QGIS la tillbaka Välj och flytta, och knappen säger det"


def test_a_pressed_tile_draws_off_and_on(pen: dict[str, Any]) -> None:
    assert pen["drew"] == [True, True, True] and pen["off"] == [False, True] and pen["again"] is True


def test_the_pen_draws_its_own_whatever_layer_is_chosen(pen: dict[str, Any]) -> None:
    assert pen["elsewhere"] == [True, True], "pennan ritar sitt, vilket lager som än är valt i trädet"


def test_esc_goes_to_selecting_and_stays_there(pen: dict[str, Any]) -> None:
    assert pen["rested"] is True and pen["kept"] is True
    assert pen["clicked"] == [True, True], "den som trycker igen vill ha den"


def test_after_anything_in_any_order_what_is_pressed_is_what_is_held(told: dict[str, Any]) -> None:
    assert told["mixed"] == []


def test_one_draws_where_one_points_on_a_map_from_the_web(told: dict[str, Any]) -> None:
    assert told["web_map"] == [[435, 475], True]


def test_a_layer_taken_out_is_named_with_a_button(told: dict[str, Any]) -> None:
    sentence, button = told["strip"]
    assert sentence.startswith("Lagret Noder är borttaget ur projektet.") and button == "Lägg tillbaka lagret"


def test_the_pen_of_a_layer_taken_out_says_why_it_does_not_draw(told: dict[str, Any]) -> None:
    assert told["refused"] == [False, True]


def test_the_layer_put_back_has_its_objects_and_is_drawn_in(told: dict[str, Any]) -> None:
    assert told["back"] == [True, True, True]


def test_a_file_renamed_underneath_gives_no_error(told: dict[str, Any]) -> None:
    assert told["file_renamed"] == []


def test_a_file_with_a_new_name_is_opened_under_it_and_one_draws_on(told: dict[str, Any]) -> None:
    sentence, button, drew, refused, mended, kept, pressed, draws, saved, locked = told["named_anew"]
    assert sentence.endswith("heter nu Målbild i oktober.gpkg. Öppna den för att rita vidare; det osparade följer med.")
    assert button == "Öppna den under sitt nya namn" and drew and refused == 1, "inget ritas till dess"
    assert mended and kept == 1 and pressed and draws and saved
    assert locked == "Spara en kopia att rita i"


def test_qgis_gets_its_own_tool_back_when_ours_goes_away(told: dict[str, Any]) -> None:
    assert told["left"] == [True, [True, False], "qgis._gui", [True, True]]
