"""In a real, Swedish window: a group comments and votes with mouse and keys, and all see who has said and drawn what.

The pictures stay in out/screenshots/workshop_notes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.comments import add_comment
from strukturbild_plugin.drawing.edits.objects import NewObject, add_object
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.edits.votes import put_vote
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.workshop.merge import merge_copies
from strukturbild_plugin.workshop.start import COMMENTS_ONLY, Group, WorkshopPlan, start_workshop
from tests.drawing.helpers import desk_with_votes
from tests.gui.helpers import DRIVING, run_in_qgis, shots
from tests.screen import Screen


@pytest.fixture(scope="module")
def files(work: Path, example: Path, qgis_app: QgsApplication) -> tuple[Path, Path]:
    """A copy where one may comment and nothing else, and a file merged of three other groups' copies."""
    groups = tuple(Group(f"Bord {number}") for number in range(1, 5))
    plan = WorkshopPlan("Målbild", (*groups, Group("Hagfors", far_andra=COMMENTS_ONLY)))
    started = start_workshop(example, work, plan, "anna").files
    for number, path in enumerate(started[:4]):
        session, bild_id = desk_with_votes(path, f"Bord {number + 1}"), read_snapshot(path).pictures[0].bild_id
        for step in range(3):
            place = (430_000.0 + number * 14_000, 6_560_000.0 + step * 21_000)
            made = add_object(
                session, NewObject("nod", bild_id=bild_id), points_geometry([place]), f"Ny {number}{step}"
            )
            add_comment(session, f"Bord {number + 1} tycker om det här", place, made, bild_id)
            put_vote(session, (440_000.0, 6_590_000.0), "", bild_id, "verkstad")
        session.save()
        session.close()
    return started[4], merge_copies(example, started[:4], work / "hopslagen.gpkg", who="anna").path


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, files: tuple[Path, Path], folder: Path) -> dict[str, Any]:
    """The whole way."""
    place = {"SHOTS": str(shots("workshop_notes")), "COPY": str(files[0]), "EXAMPLE": str(files[1])}
    script = DRIVING / "workshops" / "drive_notes.py"
    return run_in_qgis(qgis_screen, folder, script, WORK=str(files[0].parent), **place)


def test_nothing_is_logged_and_the_tools_come_first(told: dict[str, Any]) -> None:
    assert told["log"] == [] and told["first"] and told["fits"]


def test_what_is_written_in_the_card_is_the_groups(told: dict[str, Any]) -> None:
    said = ["Har saknas en hallplats", "Och en cykelvag hit", "For stor?"]
    assert told["comments"] == [[text, "Hagfors"] for text in said] and "1 svar" in told["answered"]


def test_dots_are_counted(told: dict[str, Any]) -> None:
    assert told["left"] == "1 av 5 prickar kvar" and len(told["votes"]) >= 1


def test_the_merged_file_shows_all_groups(told: dict[str, Any]) -> None:
    assert told["groups"] == ["Bord 1", "Bord 2", "Bord 3", "Bord 4"]
