"""In a real QGIS window: other län, another table that draws, save as, back to what was
saved; then every form of the dock, no wider than a narrow dock; earlier states of a file.
The pictures stay in out/screenshots/forms.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.helpers import DRIVING, run_in_qgis, shots
from tests.screen import Screen

FORMS, STATES = "Formulär.gpkg", "Lägen.gpkg"


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, work: Path, folder: Path) -> dict[str, Any]:
    """All ways in one QGIS, each with a file of its own."""
    forms, states = (shutil.copy(example, work / name) for name in (FORMS, STATES))
    place = {"SHOTS": str(shots("forms")), "WORK": str(work), "EXAMPLE": str(example), "FORMS": str(forms)}
    place["STATES"] = str(states)
    return run_in_qgis(qgis_screen, folder, DRIVING / "drive_forms_and_area_change.py", **place)


@pytest.fixture(scope="module")
def changed(told: dict[str, Any]) -> dict[str, Any]:
    """What was told of the changes of what was decided at the start."""
    return dict(told["area_change"])


@pytest.fixture(scope="module")
def filled(told: dict[str, Any]) -> dict[str, Any]:
    """What was told of the forms."""
    return dict(told["forms"])


@pytest.fixture(scope="module")
def states(told: dict[str, Any]) -> dict[str, Any]:
    """What was told of earlier states."""
    return dict(told["earlier_states"])


@pytest.fixture(scope="module")
def kept(changed: dict[str, Any], example: Path) -> Snapshot:
    """The file whose län were changed."""
    return read_snapshot(example)


@pytest.fixture(scope="module")
def revision(changed: dict[str, Any], work: Path) -> Snapshot:
    """What it was saved as."""
    return read_snapshot(work / "nästa revidering.gpkg")


@pytest.fixture(scope="module")
def forms(filled: dict[str, Any], work: Path) -> Snapshot:
    """The file whose forms were filled in."""
    return read_snapshot(work / FORMS)


@pytest.mark.parametrize("way", ["area_change", "forms", "earlier_states"])
def test_nothing_is_logged(told: dict[str, Any], way: str) -> None:
    assert told[way]["log"] == []


@pytest.mark.parametrize("way", ["area_change", "forms"])
def test_nothing_sticks_out_sideways(told: dict[str, Any], way: str) -> None:
    assert {name: found for name, found in told[way]["sideways"].items() if found} == {}


def test_other_lan_are_in_the_file_and_in_the_copy(kept: Snapshot, revision: Snapshot) -> None:
    assert kept.head.lan == revision.head.lan == ("18", "19") and revision.objects == kept.objects


def test_a_revision_knows_what_it_comes_from(changed: dict[str, Any], kept: Snapshot, revision: Snapshot) -> None:
    assert revision.origin is not None and revision.origin.strukturbild_id == kept.head.strukturbild_id
    assert changed["origin"].startswith("Revidering av ”")


def test_each_table_signs_what_it_has_drawn(kept: Snapshot) -> None:
    assert sorted(one.grupp for one in kept.objects if one.grupp) == ["Bord 1", "Bord 2"]


def test_another_table_takes_over_on_the_card(changed: dict[str, Any]) -> None:
    assert changed["menu"] == ["Bord 1", "Bord 2", "Ingen grupp", "Annat namn eller ny grupp…"]
    assert changed["card"] == ["Ritar: Nod · Nuläge 2026", "Åsa · Bord 2"]


def test_what_a_group_has_drawn_can_be_chosen_and_changed(changed: dict[str, Any]) -> None:
    assert changed["chosen"][-2:] == ["grupp", "ta_bort"]


def test_what_other_lan_mean_is_said_before_and_shown_after(changed: dict[str, Any]) -> None:
    assert changed["where"] == "Örebro län, Västmanlands län" and "hamnar utanför" in changed["follows"]


def test_the_steps_speak_of_the_picture_that_is_shown(changed: dict[str, Any]) -> None:
    assert changed["steps"][1] == "4. Noder längs stråket\nNuläge 2026 · Inget ritat än"


def test_the_dock_is_narrow(filled: dict[str, Any]) -> None:
    assert filled["width"] <= 340


def test_the_purpose_is_kept(forms: Snapshot) -> None:
    assert forms.head.samverkansniva == 7 and forms.head.beskrivning.startswith("Bilden visar hur stråket")


def test_anchoring_of_the_whole_and_of_an_object_is_kept(filled: dict[str, Any], forms: Snapshot) -> None:
    assert [(one.aktor, one.niva) for one in forms.anchorings] == [("Region Värmland", 8), ("Karlstads kommun", 6)]
    assert filled["tabs"][2] == "Förankring (1)"


def test_a_picture_is_added_and_removed(filled: dict[str, Any]) -> None:
    assert filled["pictures"] == ["Målbild för stråket"]


def test_a_goal_set_is_added(filled: dict[str, Any]) -> None:
    assert "agenda2030" in filled["goal_sets"]


def test_an_object_is_changed_as_an_undo_step_of_its_name(filled: dict[str, Any]) -> None:
    assert filled["undo_text"] == "Ändra Karlstad"
    assert filled["undone"].startswith("Exempel: Karlstad och Örebro")


def test_a_goal_is_linked_with_its_strength_and_why(filled: dict[str, Any]) -> None:
    assert filled["tie"].endswith("Stödjer starkt – Fler når utbildning och arbete utan bil.")


def test_an_earlier_state_says_when_it_was_and_what_is_different(states: dict[str, Any]) -> None:
    assert states["when"][-1].endswith("När filen öppnades · 47 objekt") and states["fits"]
    assert states["summary"] == "Sedan dess: 2 ändrade, 1 borttaget."


def test_a_look_at_an_earlier_state_follows_the_map(states: dict[str, Any]) -> None:
    assert states["same"]


def test_an_object_comes_back_as_one_undo_step(states: dict[str, Any]) -> None:
    assert states["back"] and states["undone"] and states["step"].startswith("Ta tillbaka från läget")


def test_a_whole_state_comes_back_after_a_question(states: dict[str, Any], work: Path) -> None:
    assert states["whole"] and "sparas först" in states["asked"]
    assert "Arvika" in {one.namn for one in read_snapshot(work / STATES).objects}
