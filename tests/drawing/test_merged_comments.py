"""QGIS's own merge and delete of comments: none is lost, and no answer is left where nobody sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import NULL

from strukturbild_plugin.drawing.edits.comments import add_comment, answer_comment, answers_to, comments_in
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import COMMENTS, EditSession
from tests.drawing.helpers import held
from tests.drawing.qgis_tool_helpers import by_qgis, whole_way

pytestmark = pytest.mark.usefixtures("qgis_app")
PLACES = [(430000.0, 6590000.25), (440000.0, 6600000.0)]


def two_with_an_answer_each(session: EditSession) -> list[int]:
    """The numbers of two saved comments."""
    for number, place in enumerate(PLACES):
        made = add_comment(session, f"Kommentar {number}", place)
        answer_comment(session, next(one for one in comments_in(session) if one.kommentar_id == made), f"Svar {number}")
    session.save()
    return [one.fid for one in comments_in(session) if not one.answers]


@pytest.mark.parametrize("nowhere", [True, False], ids=["till rad 0", "till den första"])
def test_merged_comments_are_one_with_the_answers_of_all(edit_session: EditSession, path: Path, nowhere: bool) -> None:
    fids = two_with_an_answer_each(edit_session)
    before = held(edit_session)
    with by_qgis(edit_session, COMMENTS, "Ihopslagna objekt") as layer:
        kept = layer.getFeature(fids[0])
        layer.deleteFeatures(fids if nowhere else fids[1:])
        row = 0 if nowhere else fids[0]
        layer.changeGeometry(row, points_geometry(PLACES))
        for at, value in enumerate(kept.attributes()):
            own = kept.fields().at(at).name() in ("fid", "kommentar_id")
            layer.changeAttributeValue(row, at, NULL if own else value)
    found = comments_in(edit_session)
    (merged,) = [one for one in found if not one.answers]
    assert merged.text == "Kommentar 0"
    assert {one.text for one in answers_to(found, merged.kommentar_id)} == {"Svar 0", "Svar 1"}
    whole_way(edit_session, path, before)


def test_the_answer_to_a_comment_that_qgis_deletes_stands_by_itself(edit_session: EditSession, path: Path) -> None:
    fids = two_with_an_answer_each(edit_session)
    before = held(edit_session)
    with by_qgis(edit_session, COMMENTS) as layer:
        layer.deleteFeature(fids[0])
    assert {one.text for one in comments_in(edit_session) if not one.answers} == {"Kommentar 1", "Svar 0"}
    whole_way(edit_session, path, before)
