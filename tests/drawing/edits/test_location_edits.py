"""What is drawn or moved says where it lies in the same step, and gives it back when the step is undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsGeometry, QgsPointXY

from strukturbild_plugin.drawing.edits.location_edits import LocationEdits
from strukturbild_plugin.drawing.edits.network import draw_link, move_node
from strukturbild_plugin.drawing.edits.objects import add_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import EditSession
from tests.drawing.helpers import NODE, SAMBAND, TOWNS, desk_on, in_file, towns
from tests.store.helpers import new_file

OSLO = (263000.0, 6648000.0)


@pytest.fixture
def path(tmp_path: Path, base_data: Path) -> Path:
    return new_file(tmp_path)


@pytest.fixture
def edit_session(path: Path, qgis_app: QgsApplication) -> Iterator[EditSession]:
    session = desk_on(path)
    LocationEdits(session)
    yield session
    session.close()


def said(edit_session: EditSession, objekt_id: str) -> tuple[str, str, str]:
    feature = edit_session.feature(objekt_id)
    found = [feature[column] or "" for column in ("kommunkoder", "omradeskoder", "granskorsning")]
    return found[0], found[1], found[2]


def test_drawn_moved_and_undone_in_one_step(edit_session: EditSession, path: Path) -> None:
    karlstad, orebro, _ = towns(edit_session)
    link = draw_link(edit_session, SAMBAND, karlstad, orebro)
    assert said(edit_session, karlstad) == ("1780", "17", "")
    assert said(edit_session, link) == ("1780, 1880", "17, 18", "lan")
    move_node(edit_session, karlstad, OSLO)
    assert said(edit_session, karlstad) == ("", "NO", "")
    edit_session.undo()
    assert said(edit_session, karlstad) == ("1780", "17", "")
    assert said(edit_session, link) == ("1780, 1880", "17, 18", "lan")
    edit_session.undo()  # the link
    edit_session.redo()
    assert said(edit_session, link) == ("1780, 1880", "17, 18", "lan")
    edit_session.save()
    assert in_file(path)["Karlstad"].attribut["kommunkoder"] == "1780"


def test_what_is_written_by_hand_stays_and_what_is_emptied_is_filled_in_again(edit_session: EditSession) -> None:
    node = add_object(edit_session, NODE, points_geometry([TOWNS["Karlstad"]]), "Karlstad")
    set_values(edit_session, node, {"kommunkoder": "1780, 1761"})
    move_node(edit_session, node, TOWNS["Örebro"])
    assert said(edit_session, node) == ("1780, 1761", "18", "")
    set_values(edit_session, node, {"namn": "Örebro"})
    assert said(edit_session, node)[0] == "1780, 1761"
    set_values(edit_session, node, {"kommunkoder": ""})
    assert said(edit_session, node) == ("1880", "18", "")


def test_qgis_s_own_tool_fills_in_too_and_takes_it_back(edit_session: EditSession) -> None:
    node = add_object(edit_session, NODE, points_geometry([TOWNS["Karlstad"]]), "Karlstad")
    known = edit_session.known(node)
    layer = edit_session.layer(known.lager)
    layer.beginEditCommand("Flytta nod")
    layer.changeGeometry(known.fid, QgsGeometry.fromMultiPointXY([QgsPointXY(*TOWNS["Örebro"])]))
    layer.endEditCommand()
    assert said(edit_session, node) == ("1880", "18", "")
    edit_session.undo()
    assert said(edit_session, node) == ("1780", "17", "")


def test_a_group_s_copy_fills_in_nothing(path: Path, qgis_app: QgsApplication) -> None:
    session = desk_on(path)
    LocationEdits(session, in_copy=True)
    node = add_object(session, NODE, points_geometry([TOWNS["Karlstad"]]), "Karlstad")
    assert said(session, node) == ("", "", "")
    session.close()
