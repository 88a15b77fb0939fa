"""In a real QGIS window: QGIS's own tools on a strukturbild that saves itself give a right state at once, and Ctrl+Z
takes each of them back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis

from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen

DRIVE = DRIVING / "qgis_tools" / "drive_qgis_tools.py"
RIGHT = {"changed": True, "twice": 0, "loose": [], "loose_links": 0, "in_file": True, "back": True}
"""What every tool leaves: something done, each identity once, no reference to what is gone, all saved; and undone."""
TOOLS = (
    "paste_nodes", "paste_corridor", "paste_others", "delete_node", "vertex_node", "vertex_line", "split_line",
    "split_area", "split_parts", "reshape", "merge", "move", "copy_move", "simplify", "add_part", "add_ring",
    "fill_ring", "add_node_part", "add_feature", "cell", "calculator", "translate", "buffer", "densify",
    "subdivide", "merge_attributes", "trim", "delete_ring", "reverse_corridor", "offset_copy",
)  # fmt: skip


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, folder: Path) -> dict[str, Any]:
    """QGIS started, and one tool of its own after the other used in the example."""
    place = {"SHOTS": str(shots("qgis_tools")), "WORK": str(folder), "FILE": str(example)}
    return Desktop(qgis_screen, folder, **place).run(DRIVE)


def test_no_error_is_logged_and_nobody_is_asked(told: dict[str, Any]) -> None:
    assert [words for words in told["log"] if "Traceback" in words] == []
    assert told.get("questions", []) == []


@pytest.mark.parametrize("name", TOOLS)
def test_the_tool_leaves_a_right_state_saved_and_is_undone_by_one_press(told: dict[str, Any], name: str) -> None:
    trial = told["trials"][name]
    assert "error" not in trial and {what: trial[what] for what in RIGHT} == RIGHT, trial


@pytest.mark.parametrize("name", ["multi_edit", "rotate"])
def test_what_one_qgis_does_and_another_does_not_leaves_a_right_state_too(told: dict[str, Any], name: str) -> None:
    """QGIS 3.22 refuses to edit many in its form; 3.44 turns nothing by these clicks."""
    trial, older = told["trials"][name], Qgis.QGIS_VERSION_INT < 33000
    assert {what: trial[what] for what in RIGHT} == {**RIGHT, "changed": older == (name == "rotate")}


@pytest.mark.parametrize(("name", "new"), [("paste_nodes", 2), ("paste_corridor", 1), ("paste_others", 1)])
def test_what_is_pasted_is_new_objects_with_class_and_picture(told: dict[str, Any], name: str, new: int) -> None:
    rows = told["trials"][name]["new"]
    assert len(rows) == new and all(klass in ("nod", "strak") and picture for _name, klass, picture, _nodes in rows)
    assert len(told["trials"][name]["said"]) == (name != "paste_others")


def test_the_parts_of_a_split_line_keep_their_own_nodes(told: dict[str, Any]) -> None:
    assert [nodes for *_rest, nodes in told["trials"]["split_line"]["new"]] == [1]


def test_a_corner_that_newer_qgis_rounds_leaves_a_right_state_too(told: dict[str, Any]) -> None:
    trial = told["trials"]["chamfer"]
    assert {what: trial[what] for what in RIGHT} == {**RIGHT, "changed": trial["changed"]}


def test_what_qgis_deletes_is_told_with_what_hangs_loose(told: dict[str, Any]) -> None:
    assert told["trials"]["delete_node"]["said"] == ["Noden Väst togs bort. 1 stråk och 1 samband slutar nu fritt."]


def test_what_is_merged_is_one_object_and_not_none(told: dict[str, Any]) -> None:
    assert told["trials"]["merge"]["gone"] in (["Väst"], ["Öst"])
    assert told["trials"]["merge_attributes"]["gone"] == []


def test_a_line_turned_round_goes_on_from_its_other_end(told: dict[str, Any]) -> None:
    assert told["trials"]["reverse_corridor"]["towards"] == ["Oslo", ""]


def test_an_identity_that_was_calculated_is_put_back_and_told(told: dict[str, Any]) -> None:
    trial = told["trials"]["calculator_identity"]
    assert trial["twice"] == 0 and trial["in_file"] and trial["back"] and "Objekt-id" in trial["said"][0]


def test_a_column_of_ones_own_is_saved_and_a_needed_one_stays(told: dict[str, Any]) -> None:
    assert told["trials"]["new_column"]["in_file"] and "error" not in told["trials"]["new_column"]
    assert told["trials"]["old_column"]["changed"] is False and len(told["trials"]["old_column"]["said"]) == 1
