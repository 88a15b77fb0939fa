"""QGIS's own Delete of a node says what hangs loose, which ours asks about before."""

from __future__ import annotations

import pytest

from strukturbild_plugin.drawing.edits.objects import add_object, delete_object
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import EditSession
from tests.drawing.helpers import NODE, places_of
from tests.drawing.qgis_tool_helpers import NEW, by_qgis, the


@pytest.fixture
def lost(edit_session: EditSession) -> list[str]:
    told: list[str] = []
    edit_session.losses.append(told.append)
    return told


def delete_by_qgis(session: EditSession, *names: str) -> None:
    fids = [session.known(the(session, name)).fid for name in names]
    with by_qgis(session, "nod") as layer:
        layer.deleteFeatures(fids)


SAID = [
    (["Karlstad"], "Noden Karlstad togs bort. 1 stråk och 1 samband slutar nu fritt."),
    (["Örebro"], "Noden Örebro togs bort. 1 samband slutar nu fritt. 1 stråk ligger kvar utan nod där."),
    (["Västerås", "Karlstad"], "2 noder togs bort. 1 stråk och 1 samband slutar nu fritt."),
]


def test_what_hangs_loose_is_said_once_and_nothing_when_nothing_does(
    edit_session: EditSession, lost: list[str], said: list[str]
) -> None:
    for names, sentence in SAID:
        delete_by_qgis(edit_session, *names)
        assert lost == [sentence] and said == []
        edit_session.undo()
        edit_session.redo()
        edit_session.undo()
        assert lost == [sentence], "ångrat och gjort om är inget nytt"
        lost.clear()
    add_object(edit_session, NODE, points_geometry([NEW]), "Ensam")
    delete_by_qgis(edit_session, "Ensam")
    assert lost == []


def test_nothing_is_said_when_another_node_takes_its_place_or_we_have_asked(
    edit_session: EditSession, lost: list[str]
) -> None:
    ids = [the(edit_session, name) for name in ("Karlstad", "Örebro")]
    with by_qgis(edit_session, "nod") as layer:  # as QGIS merges
        layer.deleteFeatures([edit_session.known(ids[1]).fid])
        spots = [spot for one in ids if edit_session.objects.get(one) for spot in places_of(edit_session, one)]
        layer.changeGeometry(edit_session.known(ids[0]).fid, points_geometry([*spots, (511000.0, 6571000.0)]))
    assert lost == []
    delete_object(edit_session, ids[0])
    assert lost == []
