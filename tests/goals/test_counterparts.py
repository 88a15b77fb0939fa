"""What the goals of a region answer to is told in the order of the goals, and never of what is not there."""

from __future__ import annotations

from strukturbild_plugin.goals.counterparts import answered_goals
from strukturbild_plugin.goals.model import GoalCounterpart
from tests.goals.helpers import a_goal


def test_answers_come_in_the_order_of_the_goals_and_without_what_is_gone():
    goals = [a_goal("1"), a_goal("2"), a_goal("3")]
    one, two, three = (goal.mal_id for goal in goals)
    pairs = [(one, three, "Sist"), (one, two, ""), (one, "borta", "x"), ("borta", one, "x")]
    found = answered_goals(goals, [GoalCounterpart(first, second, "", why) for first, second, why in pairs])
    assert found == {one: ((goals[1], ""), (goals[2], "Sist"))}
