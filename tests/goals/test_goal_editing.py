"""A goal set of one's own is changed step by step: identities stay, codes are one each, and no goal is above itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.errors import GoalError
from strukturbild_plugin.goals import goal_editing as edit
from strukturbild_plugin.goals.goal_library import read_goal_library
from strukturbild_plugin.goals.new_version import match_goals
from strukturbild_plugin.goals.tree import MAX_CODE, MAX_DEPTH, GoalTree
from tests.goals.helpers import a_goal, a_set


def a_tree() -> GoalTree:
    goals = tuple(a_goal(code, over) for code, over in (("1", ""), ("1.1", "1"), ("1.2", "1"), ("2", ""), ("3", "")))
    return edit.in_reading_order(GoalTree(a_set(), goals))


def codes(tree: GoalTree) -> list[str]:
    return [goal.kod for goal in tree.goals]


def ident(tree: GoalTree, code: str) -> str:
    found = tree.by_code(code)
    assert found is not None
    return found.mal_id


def test_a_new_goal_gets_the_next_code_and_the_level_of_its_neighbours():
    tree, first = edit.with_new_goal(a_tree())
    assert codes(tree) == ["1", "1.1", "1.2", "2", "3", "4"]
    tree, below = edit.with_new_goal(tree, first)
    assert tree.goals[-1].kod == "4.1" and tree.goals[-1].niva_namn == "Mål", "som de andra på sin nivå"
    tree, _after = edit.with_new_goal(tree, after=ident(tree, "1"))
    assert codes(tree) == ["1", "1.1", "1.2", "5", "2", "3", "4", "4.1"]
    assert [goal.ordning for goal in tree.goals] == list(range(1, 9)) and len({one.mal_id for one in tree.goals}) == 8
    assert below == tree.goals[-1].mal_id


def test_a_goal_that_takes_over_a_freed_code_is_not_taken_for_the_one_that_had_it():
    tree = edit.with_values(a_tree(), ident(a_tree(), "3"), {"kod": "9"})
    tree = edit.with_values(tree, ident(tree, "9"), {"kod": "B"})
    tree, new = edit.with_new_goal(tree)
    tree = edit.with_values(tree, new, {"kod": "3"})
    assert ident(tree, "B") == ident(a_tree(), "3") != new


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"titel": " \n "}, "behöver en titel"),
        ({"titel": "x" * 50_000}, "50000 tecken"),
        ({"kod": ""}, "behöver en kod"),
        ({"kod": " 2 "}, "har redan målet ”Mål 2”"),
        ({"kod": "9" * 61}, "högst 60"),
        ({"vikt": float("inf")}, "från 0 till 1000000"),
        ({"vikt": float("nan")}, "från 0 till 1000000"),
    ],
)
def test_what_cannot_be_is_said(values, said):
    with pytest.raises(GoalError, match=said):
        edit.with_values(a_tree(), ident(a_tree(), "1"), values)


def test_html_long_texts_and_zeroes_stand_as_they_were_written():
    tree = edit.with_values(
        a_tree(), ident(a_tree(), "3"), {"kod": "03", "titel": "<b>Fet</b> &amp;", "beskrivning": "å" * 50_000}
    )
    found = tree.by_code("03")
    assert found is not None and found.titel == "<b>Fet</b> &amp;" and len(found.beskrivning) == 50_000


def test_moving_takes_what_lies_below_along_and_never_makes_a_circle():
    tree = edit.moved(a_tree(), ident(a_tree(), "2"), edit.UP)
    assert codes(tree) == ["2", "1", "1.1", "1.2", "3"]
    tree = edit.moved(tree, ident(tree, "1"), edit.IN)
    assert tree.by_code("1").over_id == ident(tree, "2") and codes(tree) == ["2", "1", "1.1", "1.2", "3"]
    tree = edit.moved(tree, ident(tree, "1.1"), edit.OUT)
    assert codes(tree) == ["2", "1", "1.2", "1.1", "3"] and tree.by_code("1.1").over_id == ident(tree, "2")
    assert edit.moved(tree, ident(tree, "3"), edit.DOWN) == tree
    with pytest.raises(GoalError, match="under sig självt"):
        edit.placed(tree, ident(tree, "2"), ident(tree, "1.2"), "")


def test_a_goal_that_goes_leaves_its_own_goals_a_step_up():
    tree = edit.without_goal(a_tree(), ident(a_tree(), "1"))
    assert codes(tree) == ["1.1", "1.2", "2", "3"] and {goal.over_id for goal in tree.goals} == {""}


def test_there_is_an_end_to_the_levels():
    tree, over = a_tree(), ident(a_tree(), "3")
    for _ in range(MAX_DEPTH - 1):
        tree, over = edit.with_new_goal(tree, over)
    with pytest.raises(GoalError, match="högst 12 nivåer"):
        edit.with_new_goal(tree, over)
    with pytest.raises(GoalError, match="högst 12 nivåer"):
        edit.moved(tree, ident(tree, "3"), edit.IN)


def test_an_own_version_of_a_library_set_is_another_set_whose_goals_are_proposed_for_the_old():
    old = read_goal_library().trees["rus_skane_2020"]
    own = edit.own_version(old, "Det öppna Skåne 2035", {"rus_skane_2020"})
    assert (own.goal_set.kod, own.goal_set.ersatter, own.goal_set.biblioteksversion) == (
        *("det_oppna_skane_2035", "rus_skane_2020"),
        "",
    )
    assert not {goal.mal_id for goal in own.goals} & {goal.mal_id for goal in old.goals}
    matched = match_goals(old.goals, own.goals)
    assert [(one.old.kod, one.new.kod if one.new else "", one.likeness) for one in matched] == [
        (goal.kod, goal.kod, 1.0) for goal in old.goals
    ]


def test_codes_of_sets_do_not_collide_and_a_name_is_needed():
    assert edit.new_set("Våra mål", "Region Prov", ("17",), {"vara_mal", "vara_mal_2"}).goal_set.kod == "vara_mal_3"
    with pytest.raises(GoalError, match="behöver ett namn"):
        edit.new_set("  ", "", (), ())


def test_dates_and_addresses_of_a_set_are_looked_at():
    assert edit.with_set_values(a_tree(), {"url": "https://example.se/rus"}).kallor == ("https://example.se/rus",)
    for values in ({"antagen": "i fjol"}, {"url": "javascript:alert(1)"}, {"ersatter": "rus_prov"}, {"namn": ""}):
        with pytest.raises(GoalError):
            edit.with_set_values(a_tree(), values)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["ny", "bort", edit.UP, edit.DOWN, edit.IN, edit.OUT, "under"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=25,
)


@given(STEPS)
def test_whatever_is_done_it_stays_a_tree_in_reading_order(steps):
    tree = a_tree()
    for what, one, other in steps:
        if not tree.goals:
            break
        goal, second = (tree.goals[place % len(tree.goals)].mal_id for place in (one, other))
        try:
            if what == "ny":
                tree, _new = edit.with_new_goal(tree, goal)
            elif what == "bort":
                tree = edit.without_goal(tree, goal)
            elif what == "under":
                tree = edit.placed(tree, goal, second, "")
            else:
                tree = edit.moved(tree, goal, what)
        except GoalError:
            continue
        seen: set[str] = set()
        for number, each in enumerate(tree.goals, 1):
            assert each.ordning == number and (not each.over_id or each.over_id in seen)
            seen.add(each.mal_id)
        assert len(seen) == len(tree.goals) == len({each.kod for each in tree.goals})
    assert edit.in_reading_order(tree) == tree


@pytest.mark.parametrize("code", ["9" * MAX_CODE, "1" * 5_000, "A" * (MAX_CODE - 1) + "9"])
def test_after_a_code_that_has_no_next_comes_a_plain_number(code):
    tree, found = edit.with_new_goal(GoalTree(a_set(), (a_goal(code, ""),)))
    assert [one.kod for one in tree.goals if one.mal_id == found] == ["1"]
