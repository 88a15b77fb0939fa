"""The main job in a real QGIS window on a virtual screen, by mouse and keys; the pictures stay in out/screenshots."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import DARK, DRIVING, run_in_qgis, shots
from tests.screen import Screen

DRIVE = DRIVING / "drive_main_job.py"
TITLE = "Strukturbild för Värmland och Örebro"


def checked_shots(told: dict[str, Any], pictures: Path) -> dict[str, Any]:
    """Every picture that was taken shows something."""
    for name in told["shots"]:
        assert (pictures / f"{name}.png").stat().st_size > 20_000, name
    return told


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, work: Path, folder: Path) -> dict[str, Any]:
    """From the dock's first page to an edition, and around it, in one QGIS."""
    pictures = shots("sv")
    place = {"WAY": "main", "SHOTS": str(pictures), "WORK": str(work), "EXAMPLE": str(example)}
    return checked_shots(run_in_qgis(qgis_screen, folder, DRIVE, **place), pictures)


@pytest.fixture(scope="module")
def edition(told: dict[str, Any], work: Path) -> Path:
    """The only folder that came of it."""
    (folder,) = (work / "utgava").iterdir()
    return folder


def test_nothing_is_logged(told: dict[str, Any]) -> None:
    assert told["log"] == []


def test_nothing_is_created_before_a_lan_is_chosen(told: dict[str, Any]) -> None:
    assert told["create_before"] is False


def test_title_and_goals_are_suggested_for_the_lan(told: dict[str, Any]) -> None:
    assert told["title"] == TITLE
    assert {"rus_varmland", "rus_orebro", "nationell_strategi", "agenda2030"} <= set(told["goal_sets"])


def test_what_was_filled_in_is_in_the_new_file(told: dict[str, Any]) -> None:
    with sqlite3.connect(told["path"]) as db:
        row = db.execute("select titel, organisation from strukturbild").fetchone()
    assert row == (TITLE, "Region Exempel")


def test_the_layer_tree_has_the_strukturbild_first_and_the_base_map_last(told: dict[str, Any]) -> None:
    groups = list(told["groups"])
    assert groups[0] == TITLE and groups[-1] == "Baskarta"


def test_the_map_is_in_sweref99_tm(told: dict[str, Any]) -> None:
    assert told["crs"] == "EPSG:3006"


def test_nodes_are_drawn_by_name_and_by_click(told: dict[str, Any]) -> None:
    assert told["nodes"] == ["Karlstad", "Kristinehamn", "Örebro"]


def test_a_strak_hangs_on_its_nodes_and_is_named_by_them(told: dict[str, Any]) -> None:
    assert told["strak"] == ["Karlstad–Örebro", 3]


def test_a_strak_follows_the_node_that_is_moved(told: dict[str, Any]) -> None:
    assert told["followed"] is True


def test_everything_is_undone_and_done_again(told: dict[str, Any]) -> None:
    assert told["undone"][1] == {} and told["undone"][0] >= 7
    assert told["redone"] is True


def test_a_goal_is_linked_with_its_reason(told: dict[str, Any]) -> None:
    assert "Kortare restid" in told["tie"]


def test_what_was_drawn_and_the_step_are_there_when_opened_again(told: dict[str, Any]) -> None:
    assert told["again"] is True and told["step_again"] == "gron_bla"


def test_one_strukturbild_is_open_at_a_time(told: dict[str, Any]) -> None:
    assert "Nobelbanestråket – ett exempel" in told["example_groups"]
    assert TITLE not in told["example_groups"], "en strukturbild åt gången"


def test_the_layer_tree_has_the_legend(told: dict[str, Any]) -> None:
    assert any("Storregional nod" in row for row in told["legend"])


def test_a_click_on_a_finding_selects_its_object(told: dict[str, Any]) -> None:
    assert told["selected"] == 1


def test_the_export_meets_no_trouble_and_shows_how_far_it_is(told: dict[str, Any]) -> None:
    assert told["trouble"] == ""
    assert len(told["progress"]) >= 4 and told["progress"] == sorted(told["progress"])


def test_the_edition_is_verified_and_listed(told: dict[str, Any]) -> None:
    assert told["verdict"].startswith("Filerna hör ihop")
    assert told["editions"] == 1


def test_the_edition_has_a_folder_with_every_kind_of_file(edition: Path) -> None:
    assert edition.name == "Nobelbanestråket – ett exempel utgåva 1"
    manifest = json.loads((edition / "manifest.json").read_text(encoding="utf-8"))
    kinds = {file.suffix for file in edition.iterdir()}
    assert {".pdf", ".png", ".gpkg", ".html", ".json"} <= kinds and manifest


def test_the_example_comes_by_its_button(told: dict[str, Any]) -> None:
    assert told["example_title"].startswith("Nobelbanestråket")


def test_a_cancelled_export_says_so_and_leaves_nothing(told: dict[str, Any]) -> None:
    assert told["cancelled"].startswith("Avbrutet") and told["left"] == []


def test_a_saved_project_brings_the_strukturbild_back(told: dict[str, Any]) -> None:
    assert told["written"] is True and told["same_file"] is True and told["objects"] > 20


def test_the_reloaded_plugin_leaves_nothing_twice(told: dict[str, Any]) -> None:
    assert told["reloaded"] == {"toolbars": 1, "menus": 1, "providers": 1}


@pytest.fixture(scope="module", params=["engelska", "mörkt, 150 procent"])
def otherwise(
    request: pytest.FixtureRequest, qgis_screen: Screen, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """A new strukturbild in another language; and in a dark theme on an enlarged screen."""
    english = request.param == "engelska"
    if english:
        from tools.release.translations import compile_english

        if compile_english() is None:
            pytest.skip("lrelease finns inte här")
    pictures = shots("en" if english else "sv_night_1.5")
    place = {"WAY": "new", "SHOTS": str(pictures), **({} if english else {"QT_SCALE_FACTOR": "1.5"})}
    look = ("en", "default") if english else ("sv", DARK)
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as work:
        folder = tmp_path_factory.mktemp("qgis")
        told = checked_shots(run_in_qgis(qgis_screen, folder, DRIVE, *look, WORK=work, **place), pictures)
    return {**told, "english": english}


def test_nothing_is_logged_otherwise(otherwise: dict[str, Any]) -> None:
    assert otherwise["log"] == []


def test_the_title_is_in_the_users_language(otherwise: dict[str, Any]) -> None:
    assert otherwise["title"] == ("Strukturbild for Värmland and Örebro" if otherwise["english"] else TITLE)


def test_the_base_map_is_named_in_the_users_language(otherwise: dict[str, Any]) -> None:
    assert list(otherwise["groups"])[-1] == ("Base map" if otherwise["english"] else "Baskarta")
