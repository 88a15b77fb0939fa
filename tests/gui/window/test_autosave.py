"""QGIS is killed in the middle of the work; started again it offers all that was not saved, and lays it back."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.store.autosave.copy_format import AutosaveCopy, RowChange, as_bytes, from_bytes
from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen

DRIVE = DRIVING / "saving" / "drive_recovery.py"


def another(copy: AutosaveCopy) -> bytes:
    """A copy with one town that the file does not have."""
    town = next(one for one in copy.rader if one.cell("namn") == "Nyby")
    new = RowChange("nod", None, {**(town.now or {}), "objekt_id": str(uuid.uuid4()), "namn": "Nyss"})
    return as_bytes(replace(copy, rader=(new,)))


@pytest.fixture(scope="module")
def planner(qgis_screen: Screen, example: Path, work: Path, folder: Path) -> Desktop:
    """One planner's QGIS, started three times."""
    return Desktop(qgis_screen, folder, SHOTS=str(shots("osparat")), WORK=str(work), FILE=str(example))


@pytest.fixture(scope="module")
def worked(planner: Desktop) -> dict[str, Any]:
    """The first time: drawn and changed, nothing saved, killed. With the copies that lie there after."""
    return {**planner.crash(DRIVE, WAY="work"), "kept": [(one, one.read_bytes()) for one in planner.copies()]}


@pytest.fixture(scope="module")
def back(worked: dict[str, Any], planner: Desktop) -> dict[str, Any]:
    """The second time: looked at, laid back, undone, done again, saved."""
    told = planner.run(DRIVE, WAY="back")
    return {**told, "kept": planner.copies()}


@pytest.fixture(scope="module")
def thrown(back: dict[str, Any], worked: dict[str, Any], planner: Desktop) -> dict[str, Any]:
    """The third time: there is another copy, which is thrown away, and so is what is changed after."""
    ((path, content),) = worked["kept"]
    path.write_bytes(another(from_bytes(content)))
    told = planner.run(DRIVE, WAY="thrown")
    return {**told, "kept": planner.copies()}


def test_there_is_one_copy_of_what_was_not_saved(worked: dict[str, Any]) -> None:
    assert len(worked["kept"]) == 1


def test_nothing_is_offered_before_and_the_header_says_why_it_is_not_saved(worked: dict[str, Any]) -> None:
    assert worked["strip_before"] is False and "ett annat program" in worked["unsaved"]


def test_what_was_not_saved_is_offered(back: dict[str, Any]) -> None:
    assert "inte hann sparas" in back["asked"] and "objekt" in back["asked"]


def test_what_was_not_saved_can_be_looked_at(back: dict[str, Any]) -> None:
    assert any("Nyby" in line for line in back["listed"]) and any("Arvika" in line for line in back["listed"])


def test_it_comes_back_as_an_undo_step_and_can_be_saved(back: dict[str, Any]) -> None:
    assert back["back"] and back["undone"] and back["redone"] and back["saved"]
    assert back["step"].startswith("Återställ")


def test_what_was_saved_is_not_offered_again(back: dict[str, Any]) -> None:
    assert back["strip_after"] is False
    assert back["kept"] == [] and back["copies"] == 0


def test_the_start_page_says_that_something_was_not_saved(thrown: dict[str, Any]) -> None:
    assert "inte hann sparas" in thrown["start"]


def test_what_is_thrown_away_is_gone(thrown: dict[str, Any]) -> None:
    assert thrown["copies"] == 1 and thrown["kept"] == [], "det som slängs och det som kastas finns inte kvar"


def test_nothing_is_logged(worked: dict[str, Any], back: dict[str, Any], thrown: dict[str, Any]) -> None:
    assert [worked["log"], back["log"], thrown["log"]] == [[], [], []]
