"""Suggested goals: by words alone, few, always the same, and none where no word is alike."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.goals.goal_library import read_goal_library
from strukturbild_plugin.goals.goal_suggestions import MOST_SUGGESTED, suggested_goals
from strukturbild_plugin.goals.model import Goal

LIBRARY = read_goal_library().trees
NATION = LIBRARY["nationell_strategi"].goals


def titles(structure: str, *words: str) -> list[str]:
    by_id = {goal.mal_id: goal.titel for goal in NATION}
    return [by_id[each] for each in suggested_goals(structure, words, NATION)]


def test_the_words_of_class_and_name_choose() -> None:
    assert titles("K", "Stråk", "Stambanan")[0].startswith("Tillgänglighet")
    assert titles("B", "Nod", "Karlstad")[0].startswith("Likvärdiga möjligheter till boende")
    assert titles("", "Innovationsstråket")[0].startswith("Innovation")
    assert titles("", "Nod", "Å") == []


@given(st.sampled_from(("B", "K", "G", "A", "")), st.lists(st.text(max_size=40), max_size=4))
def test_they_are_few_known_and_each_once(structure: str, words: list[str]) -> None:
    goals: list[Goal] = [goal for tree in LIBRARY.values() for goal in tree.goals][:60]
    found = suggested_goals(structure, words, goals)
    assert len(found) == len(set(found)) <= MOST_SUGGESTED and set(found) <= {goal.mal_id for goal in goals}
    assert found == suggested_goals(structure, list(reversed(words)), goals)
