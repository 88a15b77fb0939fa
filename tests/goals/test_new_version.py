"""What a new version of a strategy is proposed to have made of the goals of the old one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.goals.goal_library import read_goal_library
from strukturbild_plugin.goals.model import Goal
from strukturbild_plugin.goals.new_version import goal_likeness, match_goals
from strukturbild_plugin.goals.tree import MAX_TITLE

TITLES = st.lists(
    st.text(st.sampled_from("abåäö 1–"), min_size=1, max_size=12).map(str.strip).filter(bool),
    max_size=8,
    unique_by=lambda title: " ".join(title.split()),
)


def goals(samling: str, titles: list[str]) -> list[Goal]:
    return [Goal(f"{samling}/{n}", samling, str(n), "Mål", title, n) for n, title in enumerate(titles)]


def proposed(old: str, new: str) -> dict[str, str]:
    library = read_goal_library()
    found = match_goals(library.trees[old].goals, library.trees[new].goals)
    return {match.old.kod: match.new.kod if match.new else "" for match in found}


def test_skane_s_old_goals_are_proposed_the_new_ones_that_say_the_same():
    assert proposed("rus_skane", "rus_skane_2020") == {"1": "1", "2": "2", "3": "", "4": "5", "5": "6"}


def test_the_same_words_elsewhere_in_the_order_are_found_again():
    assert proposed("rus_kronoberg", "rus_kronoberg_2019") == {"1": "P1", "2": "P2", "3": "P3", "4": "P4"}


def test_what_the_new_version_says_itself_goes_before_likeness():
    old = goals("a", ["Levande landsbygd", "Grön tillväxt"])
    new = goals("b", ["Levande landsbygd", "Något annat"])
    new[1] = Goal("b/1", "b", "1", "Mål", "Något annat", 1, ersatter="a/0")
    assert [match.new.mal_id if match.new else "" for match in match_goals(old, new)] == ["b/1", ""]


@given(TITLES, TITLES)
def test_no_new_goal_is_proposed_twice_and_the_same_title_is_always_found(old: list[str], new: list[str]):
    found = match_goals(goals("a", old), goals("b", new))
    assert [match.old.titel for match in found] == old
    taken = [match.new.mal_id for match in found if match.new]
    assert len(taken) == len(set(taken))
    for match in found:
        assert 0 <= match.likeness <= 1
        if match.old.titel in new:
            assert match.new is not None and match.likeness == 1


def test_only_as_much_of_a_title_as_it_can_have_is_compared_and_common_words_hide_no_title():
    (one,), (other,) = goals("old", ["abc " * 200 + "x"]), goals("new", ["abc " * 200 + "y"])
    cut = [Goal(each.mal_id, each.samling, each.kod, "Mål", each.titel[:MAX_TITLE], 0) for each in (one, other)]
    assert goal_likeness(one, other) == min(goal_likeness(*cut), 0.99)
    alike = [f"Fler bostäder i regionen {number:03}" for number in range(200)]
    matches = match_goals(goals("old", alike[150:]), goals("new", alike))
    assert all(one.new is not None and one.new.titel == one.old.titel for one in matches)
