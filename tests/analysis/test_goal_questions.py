"""Questions to deal with: each meeting once, with what is written of it, and a mark that lies on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsGeometry

from strukturbild_plugin.analysis.coverage_texts import Names
from strukturbild_plugin.analysis.goal_meetings import CONFLICT, CROSSING, SYNERGY, Meeting
from strukturbild_plugin.analysis.goal_questions import meeting_place, questions_of, questions_table
from strukturbild_plugin.store.gpkg.records import Question
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

MEETINGS = st.lists(
    st.builds(
        Meeting,
        st.sampled_from([CONFLICT, SYNERGY, CROSSING]),
        st.sampled_from("abc"),
        st.sampled_from(["", "d", "e"]),
        st.sampled_from(["", "g1", "g2"]),
        st.sampled_from(["", "g1", "g2"]),
        st.integers(-6, 6),
    ),
    unique_by=lambda one: one.key,
    max_size=8,
)


@given(MEETINGS, st.integers(0, 8))
def test_each_meeting_is_there_once_and_what_is_written_of_others_is_kept(found: list[Meeting], number: int) -> None:
    written = {one.key: Question("f", one.key, one.kind, "hanterad", text="Sagt") for one in found[:number]}
    written["borta"] = Question("g", "borta", CONFLICT, "oppen", ansvarig="Någon")
    listed = questions_of(found, written)
    assert [one.meeting for one in listed] == [*found, None]
    assert [one.key for one in listed] == [*(one.key for one in found), "borta"]
    assert sum(one.question.text == "Sagt" for one in listed) == len(found[:number])
    for one in listed[: len(found)]:
        new = one.question.fraga_id == ""
        assert new == (one.key not in written) and (not new or one.question.objekt_id)


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ("Point(5 5)", "", (5, 5)),
        ("LineString(0 0, 10 0)", "", (5, 0)),
        ("LineString(0 0, 10 0)", "LineString(2 -5, 2 5)", (2, 0)),
        ("Point(0 0)", "Point(10 0)", (5, 0)),
        ("LineString(0 0, 10 0)", "Polygon((4 -1, 6 -1, 6 1, 4 1, 4 -1))", (5, 0)),
    ],
)
def test_the_mark_lies_where_the_two_meet(first: str, second: str, place: tuple[float, float]) -> None:
    shapes = [QgsGeometry.fromWkt(each) if each else None for each in (first, second)]
    assert meeting_place(*shapes) == pytest.approx(place)
    assert meeting_place(QgsGeometry(), None) is None


def test_the_table_has_every_question_with_its_answer(_example_made_once: Path) -> None:
    snapshot = read_snapshot(_example_made_once)
    first = snapshot.objects[0].objekt_id
    goal = snapshot.goals[0].mal_id
    met = Meeting(CONFLICT, first, "", goal, goal, -2)
    asked = questions_of(
        [met], {met.key: Question("f", met.key, CONFLICT, "accepterad", first, "", goal, "", "Vi", "=1")}
    )
    row = questions_table(asked, Names(snapshot, "sv")).rows[0]
    assert row[:1] + row[3:6] == ("Målkonflikt", "Accepterad", "Vi", "=1") and snapshot.objects[0].namn in row[1]
