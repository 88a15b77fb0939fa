"""In a real, Swedish window: names moved on the sheet, and a sheet in QGIS's own layout designer.

The pictures stay in out/screenshots/export_panel.
"""

from __future__ import annotations

import math
import shutil
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.export.custom_layouts.clean_layout import clean_layout
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.helpers import DRIVING, run_in_qgis, shots
from tests.screen import Screen

DESIGNED = "layout.gpkg"


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, work: Path, folder: Path) -> dict[str, Any]:
    """Both ways in one QGIS, each with a file of its own."""
    designed = shutil.copy(example, work / DESIGNED)
    place = {"SHOTS": str(shots("export_panel")), "WORK": str(work), "FILE": str(example), "DESIGNED": str(designed)}
    return run_in_qgis(qgis_screen, folder, DRIVING / "drive_export_panel.py", **place)


@pytest.fixture(scope="module")
def moved(told: dict[str, Any]) -> dict[str, Any]:
    """What was told of the names."""
    return dict(told["label_positions"])


@pytest.fixture(scope="module")
def designer(told: dict[str, Any]) -> dict[str, Any]:
    """What was told of the layout designer."""
    return dict(told["layout_designer"])


@pytest.fixture(scope="module")
def kept(moved: dict[str, Any], example: Path) -> Snapshot:
    """The file whose names were moved."""
    return read_snapshot(example)


@pytest.mark.parametrize("way", ["label_positions", "layout_designer"])
def test_nothing_is_logged(told: dict[str, Any], way: str) -> None:
    assert told[way]["log"] == []


def test_a_name_comes_where_it_is_dragged(moved: dict[str, Any]) -> None:
    before, after = moved["before"], moved["after"]
    assert abs(after[0] - before[0] + 90) < 3 and abs(after[1] - before[1] + 60) < 3, "dit det drogs"


def test_a_name_is_nudged_by_an_arrow_key(moved: dict[str, Any]) -> None:
    after, nudged = moved["after"], moved["nudged"]
    assert abs(nudged[0] - after[0] - 10) < 1 and abs(nudged[1] - after[1]) < 1, "piltangent med skift"


def test_how_many_names_are_moved_is_said(moved: dict[str, Any]) -> None:
    assert moved["said"] == "2 namn är flyttade."


def test_closing_without_saving_asks(moved: dict[str, Any]) -> None:
    assert moved["asked"].startswith("Namnens nya platser är inte sparade.")


def test_only_the_name_that_stays_moved_is_in_the_file(moved: dict[str, Any], kept: Snapshot) -> None:
    (place,) = kept.label_places
    assert moved["kept"] == [[place.objekt_id, "A3"]]
    assert next(one.namn for one in kept.objects if one.objekt_id == place.objekt_id) == "Filipstad"


def test_the_name_stands_there_when_the_window_is_opened_again(moved: dict[str, Any]) -> None:
    assert math.dist(moved["again"], moved["nudged"]) < 1, "samma plats när fönstret öppnas igen"


def test_all_names_are_locked_at_one_click(moved: dict[str, Any]) -> None:
    assert moved["locked"] > 25


def test_the_export_dialog_says_what_is_put_in_the_folder(designer: dict[str, Any]) -> None:
    assert designer["plan"].startswith("I mappen läggs: Karta, PDF · Förhandsbild")


def test_the_designer_shows_the_map_that_is_printed(designer: dict[str, Any]) -> None:
    assert designer["layers"] > 10, "kartan i layouthanteraren visar det som trycks"


def test_a_changed_sheet_is_kept_under_a_name_of_its_own(designer: dict[str, Any]) -> None:
    assert designer["asked"] == "Layoutens namn" and designer["kept"] == ["Länets A3.qpt"]


def test_nothing_is_left_in_the_project_when_the_designer_is_closed(designer: dict[str, Any]) -> None:
    assert designer["layouts"] == 0, "projektet är som förut när layouthanteraren stängs"


def test_the_kept_layout_has_nothing_that_is_refused(designer: dict[str, Any], work: Path) -> None:
    (layout,) = [one for one in read_snapshot(work / DESIGNED).attachments if one.slag == "layout"]
    assert clean_layout(layout.innehall, layout.namn).removed_texts == ()
