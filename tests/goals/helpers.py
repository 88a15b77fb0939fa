"""Small goal sets for the tests of the goals room."""

from __future__ import annotations

from strukturbild_plugin.goals.model import Goal, GoalSet
from strukturbild_plugin.goals.tree import goal_id


def a_set(kod: str = "rus_prov", **changes) -> GoalSet:
    """A goal set with nothing particular about it."""
    values = {
        "kod": kod,
        "namn": "RUS Prov",
        "organisation": "Region Prov",
        "lan": ("17",),
        "antagen": "2021",
        "horisont": 2040,
        "url": "",
        "fullstandig": True,
    }
    return GoalSet(**{**values, **changes})


def a_goal(kod: str, over: str = "", samling: str = "rus_prov") -> Goal:
    """A goal with this code, under the goal with code `over`."""
    above = goal_id(samling, over) if over else ""
    return Goal(goal_id(samling, kod), samling, kod, "Mål", f"Mål {kod}", 1, above)
