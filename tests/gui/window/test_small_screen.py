"""Pictures, symbols, settings and every page in one real QGIS window at 150 % on a small screen,
and back to the same place when QGIS is started again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.store.styling.renew_styles import is_stale
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen, open_screen
from tests.store.helpers import TODAY, point, thing

DRIVE, RESTART = DRIVING / "drive_small_screen.py", DRIVING / "drive_restart.py"
SMALL = "1366x768x24"


@pytest.fixture(scope="module")
def small_screen(qgis_screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A laptop's."""
    with open_screen(tmp_path_factory.mktemp("skarm"), SMALL) as screen:
        yield screen


@pytest.fixture(scope="module")
def two_pictures(example: Path) -> Path:
    """The worked example with a picture of today beside its own."""
    with writing(example) as db:
        first = db.pictures()[0]
        today = replace(first, bild_id=TODAY, namn="Nuläge", bildtyp="nulage", horisont=None, ordning=2)
        db.set_pictures([first, today])
        town = thing("nod", "nod", "Karlstad", point((414000.0, 6584000.0)), bild_id=TODAY, niva="storregional")
        db.add_objects([town])
    return example


@pytest.fixture(scope="module")
def desktop(small_screen: Screen, two_pictures: Path, work: Path, folder: Path) -> Desktop:
    """One planner's QGIS, started three times."""
    place = {"SHOTS": str(shots("vy")), "WORK": str(work), "EXAMPLE": str(two_pictures), "QT_SCALE_FACTOR": "1.5"}
    return Desktop(small_screen, folder, **place)


@pytest.fixture(scope="module")
def told(desktop: Desktop) -> dict[str, Any]:
    """The first time: all of it, then the project is saved and QGIS left."""
    return desktop.run(DRIVE)


@pytest.fixture(scope="module")
def chosen_set(told: dict[str, Any], two_pictures: Path) -> str:
    """What the file says; then it is left as by a crash between the saving of the choice and the writing of styles."""
    with sqlite3.connect(two_pictures) as db:
        (chosen,) = db.execute("SELECT symboluppsattning FROM strukturbild").fetchone()
        db.execute("UPDATE layer_styles SET owner = 'tryck' WHERE useAsDefault = 1")
    return str(chosen)


@pytest.fixture(scope="module")
def with_project(chosen_set: str, desktop: Desktop, work: Path) -> dict[str, Any]:
    """The second time: with the project."""
    return desktop.run(RESTART, work / "projekt.qgz", WAY="project")


@pytest.fixture(scope="module")
def without_project(with_project: dict[str, Any], desktop: Desktop) -> dict[str, Any]:
    """The third time: without one."""
    return desktop.run(RESTART, WAY="empty")


def test_nothing_is_logged(told: dict[str, Any]) -> None:
    assert told["log"] == []


def test_the_scale_comes_back_when_the_map_beside_is_closed(told: dict[str, Any]) -> None:
    assert abs(told["scale_again"] - 1) < 0.05, "som innan bilden lades bredvid"


def test_every_picture_can_be_chosen_and_is_a_map_theme(told: dict[str, Any]) -> None:
    assert told["pictures"][1:] == ["Nuläge", "Alla bilder"] and sorted(told["pictures"]) == sorted(told["themes"])


def test_two_pictures_side_by_side_have_room_and_show_the_same_place(told: dict[str, Any]) -> None:
    side, main, apart = told["beside"]
    assert side > 120 and main > 120 and apart < 1


def test_another_symbol_set_is_saved(told: dict[str, Any], chosen_set: str) -> None:
    assert told["saved"].startswith("Sparat ")
    assert chosen_set == "workshop"


def test_the_settings_open_and_fit(told: dict[str, Any]) -> None:
    assert told["settings_open"] is True and told["settings_sideways"] == 0


def test_no_page_is_cut_off_or_scrolls_sideways(told: dict[str, Any]) -> None:
    assert told["cut"] == {}, "inget får vara avskuret eller rulla i sidled"


def test_the_project_is_saved_where_one_is(told: dict[str, Any]) -> None:
    assert told["written"] is True
    assert told["where"] == ["Nobelbanestråket.gpkg", "Nuläge", "workshop", "strak"]


def test_the_project_brings_one_back_to_the_same_place(told: dict[str, Any], with_project: dict[str, Any]) -> None:
    assert with_project["log"] == [] and with_project["again"] == told["where"]


def test_one_click_brings_one_back_without_a_project(told: dict[str, Any], without_project: dict[str, Any]) -> None:
    assert without_project["log"] == [] and without_project["again"] == told["where"]
    assert without_project["first"] == "Fortsätt med Nobelbanestråket"


def test_styles_that_a_crash_left_behind_are_made_anew(without_project: dict[str, Any], two_pictures: Path) -> None:
    assert not is_stale(two_pictures)
