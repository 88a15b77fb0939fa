"""Coverage tells which goals nobody carries, which objects carry nothing, and where they pull apart."""

from __future__ import annotations

from strukturbild_plugin.goals.coverage import conflicts, coverage, goals_without_objects, objects_without_goals
from strukturbild_plugin.goals.model import GoalLink
from tests.goals.helpers import a_goal

TOP, LOW, BARE = a_goal("1"), a_goal("1.1", "1"), a_goal("2")
GOALS = (TOP, LOW, BARE)
LINKS = (
    GoalLink("stad", LOW.mal_id, 2, "Bär målet"),
    GoalLink("vag", LOW.mal_id, -1, "Stör"),
    GoalLink("borttagen", BARE.mal_id, 2),
)
OBJECTS = ("stad", "vag", "kil")


def test_contributions_are_summed_for_the_goal_and_for_all_below_it():
    top, low, bare = coverage(GOALS, LINKS, OBJECTS)
    assert (low.total, low.object_ids, low.opposing_ids) == (1, ("stad", "vag"), ("vag",))
    assert (top.total, top.total_below, top.object_ids, top.object_ids_below) == (0, 1, (), ("stad", "vag"))
    assert low.is_conflicting and not top.is_conflicting
    assert bare.has_no_objects and not top.has_no_objects


def test_goals_and_objects_left_alone_are_found_and_links_from_deleted_objects_do_not_count():
    assert goals_without_objects(GOALS, LINKS, OBJECTS) == (BARE,)
    assert objects_without_goals(GOALS, LINKS, OBJECTS) == ("kil",)


def test_conflicts_come_worst_first():
    worse = GoalLink("stad", BARE.mal_id, -2)
    assert conflicts(GOALS, (*LINKS, worse)) == (worse, LINKS[1])


def test_a_broken_circle_of_goals_ends():
    circle = (a_goal("a", "b"), a_goal("b", "a"))
    assert [found.total_below for found in coverage(circle, [GoalLink("x", circle[0].mal_id, 1)], ["x"])] == [1, 1]
