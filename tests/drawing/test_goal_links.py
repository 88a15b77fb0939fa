"""Goals linked to several objects at once, taken away, undone and done again; copied along with an object."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strukturbild_plugin.drawing.edits.goal_links import (
    add_goal_link,
    change,
    goal_links_of,
    link_goals,
    link_objects,
    objects_linked_to,
    unlink_objects,
)
from strukturbild_plugin.drawing.edits.objects import copy_to_picture
from strukturbild_plugin.drawing.session.edit_session import GOAL_LINKS, EditSession
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.drawing.helpers import desk_on, held
from tests.drawing.qgis_tool_helpers import the
from tests.store.helpers import FILE_NAME, TODAY

pytestmark = pytest.mark.usefixtures("qgis_app")

NAMES, WHY = ("Karlstad", "Örebro", "Västerås"), "Kortare restid"
ROUND = st.tuples(
    st.sampled_from(("koppla", "mål", "ta bort")),
    st.lists(st.integers(0, 2), min_size=1, max_size=3, unique=True),
    st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True),
    st.integers(-2, 2),
    st.sampled_from(("", WHY, "å" * 400)),
)


def linked(session: EditSession, objekt_id: str) -> dict[str, tuple[int, str]]:
    return {row.mal_id: (row.bidrag, row.motivering) for row in goal_links_of(session, objekt_id)}


def test_a_round_adds_changes_and_keeps_a_reason_that_is_not_given_anew(edit_session: EditSession, path: Path) -> None:
    first, _, third = (goal.mal_id for goal in read_snapshot(path).goals[:3])
    ids = [the(edit_session, name) for name in NAMES]
    link_objects(edit_session, third, ids[:2], 2, WHY, "3 Målet")
    assert edit_session.undo_text() == "Koppla 2 objekt till 3 Målet"
    link_objects(edit_session, third, ids, -1, "", "3 Målet")
    assert [linked(edit_session, each)[third] for each in ids] == [(-1, WHY), (-1, WHY), (-1, "")]
    assert set(objects_linked_to(edit_session, third)) == set(ids)
    assert unlink_objects(edit_session, first, ids[:1]) == 1 and first not in linked(edit_session, ids[0])
    edit_session.save()
    rows = [link for link in read_snapshot(path).links if link.mal_id == third]
    assert {(link.bidrag, link.motivering) for link in rows} == {(-1, WHY), (-1, "")} and len(rows) == 3


def test_what_may_not_be_linked_leaves_nothing_of_the_round(edit_session: EditSession, path: Path) -> None:
    goal, before = read_snapshot(path).goals[3].mal_id, held(edit_session)
    ids = [the(edit_session, name) for name in NAMES]

    def refuse(code: str, _rows: object) -> None:
        raise StoreError("Får inte.") if code == GOAL_LINKS else RuntimeError(code)

    edit_session.after_edit.append(refuse)
    with pytest.raises(StoreError, match="Får inte"):
        link_objects(edit_session, goal, ids, 1, WHY)
    edit_session.after_edit.clear()
    with pytest.raises(StoreError, match="finns inte längre"):
        link_objects(edit_session, goal, [*ids, "borta"], 1, WHY)
    assert held(edit_session) == before and not edit_session.can_undo()


def test_undoing_any_rounds_is_the_start_and_doing_them_again_the_end(made: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(made, tmp_path / FILE_NAME))
    goals = [goal.mal_id for goal in read_snapshot(path).goals]
    with contextlib.closing(desk_on(path)) as session:
        ids, before = [the(session, name) for name in NAMES], held(session)

        @settings(max_examples=8, deadline=None)
        @given(rounds=st.lists(ROUND, min_size=1, max_size=5))
        def whole_way(rounds: list[tuple[str, list[int], list[int], int, str]]) -> None:
            for what, objects, of_goals, contribution, reason in rounds:
                chosen = [ids[each] for each in objects]
                if what == "koppla":
                    link_objects(session, goals[of_goals[0]], chosen, contribution, reason)
                elif what == "mål":
                    link_goals(session, chosen[0], [goals[each] for each in of_goals], contribution, reason)
                else:
                    unlink_objects(session, goals[of_goals[0]], chosen)
            after = held(session)
            steps = undo_all(session)
            assert held(session) == before
            for _ in range(steps):  # a round that changed nothing leaves what another example has undone
                session.redo()
            assert held(session) == after
            undo_all(session)

        whole_way()


def undo_all(session: EditSession) -> int:
    """How many steps there were."""
    steps = 0
    while session.can_undo():
        session.undo()
        steps += 1
    return steps


def test_a_copy_in_another_picture_has_the_goals_too_in_one_step(edit_session: EditSession) -> None:
    node, before = the(edit_session, "Örebro"), held(edit_session)
    copy = copy_to_picture(edit_session, node, TODAY)
    assert linked(edit_session, copy) == linked(edit_session, node) and len(linked(edit_session, copy)) == 2
    edit_session.undo()
    assert held(edit_session) == before
    assert linked(edit_session, copy_to_picture(edit_session, node, TODAY, with_goals=False)) == {}


def test_what_is_linked_twice_is_one_link_that_can_be_saved(edit_session: EditSession, path: Path) -> None:
    one, other = (goal.mal_id for goal in read_snapshot(path).goals[3:5])
    town = the(edit_session, NAMES[0])
    before = len(read_snapshot(path).links)
    link_objects(edit_session, one, [town, town], 1, WHY)
    add_goal_link(edit_session, town, one, 2)
    link_goals(edit_session, town, [other, other, one], -2, "")
    edit_session.save()
    assert linked(edit_session, town)[one] == (-2, WHY) and linked(edit_session, town)[other] == (-2, "")
    assert len(read_snapshot(path).links) == before + 2


@pytest.mark.parametrize("contribution", (-3, 3, 99))
def test_a_contribution_outside_the_scale_is_refused_at_once(
    edit_session: EditSession, path: Path, contribution: int
) -> None:
    goal, town, before = read_snapshot(path).goals[3].mal_id, the(edit_session, NAMES[0]), held(edit_session)
    there = goal_links_of(edit_session, town)[0]
    for refused in (
        lambda: link_objects(edit_session, goal, [town], contribution, ""),
        lambda: link_goals(edit_session, town, [goal], contribution, ""),
        lambda: add_goal_link(edit_session, town, goal, contribution),
        lambda: change(edit_session, there, contribution, ""),
    ):
        with pytest.raises(StoreError):
            refused()
    assert held(edit_session) == before and not edit_session.can_undo()


def test_a_contribution_that_is_changed_says_who_changed_it(edit_session: EditSession) -> None:
    town = the(edit_session, NAMES[0])
    there = goal_links_of(edit_session, town)[0]
    edit_session.author = "Örjan"
    change(edit_session, there, -2, WHY)
    row = edit_session.layers[GOAL_LINKS].getFeature(there.fid)
    assert (row["bidrag"], row["motivering"], row["andrad_av"]) == (-2, WHY, "Örjan")
