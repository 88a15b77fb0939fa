"""How goals bear on each other: sums that were worked out by hand, and pairs nobody has judged kept apart from 0."""

from __future__ import annotations

import random
from typing import cast

from strukturbild_plugin.analysis.coverage_texts import Names
from strukturbild_plugin.analysis.goal_influence import InfluenceTable, pairs_to_judge
from strukturbild_plugin.analysis.influence_texts import standing_text
from strukturbild_plugin.goals.model import Goal, GoalInfluence, GoalLink


def goals(letters: str) -> list[Goal]:
    return [Goal(one, "s", one, "Mål", f"Mål {one}", number) for number, one in enumerate(letters, 1)]


def table(letters: str, **values: int) -> InfluenceTable:
    return InfluenceTable(goals(letters), [GoalInfluence(pair[0], pair[1], value) for pair, value in values.items()])


def names() -> Names:
    """Nothing that is said of these goals has a name in it."""
    return cast(Names, None)


def test_sums_of_three_goals_are_those_worked_out_by_hand():
    """analyses.md 7.3: row sums A 5, B -1, C -3; columns A -1, B -1, C 3; worst C on B."""
    found = table("ABC", AB=2, BA=-1, AC=3, CB=-3)
    standings = [found.standing(one) for one in "ABC"]
    assert [one.on_others for one in standings] == [5, -1, -3]
    assert [one.from_others for one in standings] == [-1, -1, 3]
    assert [(one.fran_mal_id, one.till_mal_id) for one in found.conflicts()] == [("C", "B"), ("B", "A")]
    assert standings[0].worst is None and standings[2].worst is not None and standings[2].worst.till_mal_id == "B"


def test_two_steps_in_six_goals_are_those_worked_out_by_hand():
    found = table("ABCDEF", AB=2, BC=3, BD=-1, BA=1, CE=1, DF=-2, FA=3)
    # A: 2 to B, and half of 2 times what B does to others than A, 3 - 1
    assert found.standing("A").on_others_in_two_steps == 2 + 0.5 * 2 * (3 - 1)
    # B: 3 - 1 + 1, and half of 3 (C on E), -1 times -2 (D on F), 1 times 0 (A on others than B)
    assert found.standing("B").on_others_in_two_steps == 3 + 0.5 * (3 * 1 + -1 * -2 + 1 * 0)
    # F: 3 to A, and half of 3 times A on B
    assert found.standing("F").on_others_in_two_steps == 3 + 0.5 * 3 * 2
    assert found.standing("E").on_others_in_two_steps == 0


def test_what_nobody_has_judged_is_not_nought():
    found = table("ABC", AB=0)
    assert found.value("A", "B") == 0 and found.value("B", "A") is None
    assert found.standing("A").judged == 1 and found.standing("C").judged == 0
    said = {one: standing_text(found.standing(one), names()) for one in "ABC"}
    assert said == {
        "A": "Påverkar andra 0, i två steg 0. Påverkan från andra är inte bedömd.",
        "B": "Påverkan på andra är inte bedömd. Påverkas 0.",
        "C": "Inte bedömt",
    }


def test_a_goal_and_itself_and_goals_that_are_not_there_are_left_out():
    found = table("AB", AA=3, AX=3, AB=1)
    assert found.standing("A").on_others == 1 and found.value("A", "A") is None


def test_sums_are_the_same_in_any_order_of_rows():
    pairs = [GoalInfluence(a, b, (ord(a) * 7 + ord(b)) % 7 - 3) for a in "ABCDEF" for b in "ABCDEF" if a != b]
    wanted = [InfluenceTable(goals("ABCDEF"), pairs).standing(one) for one in "ABCDEF"]
    for seed in range(5):
        random.Random(seed).shuffle(pairs)
        assert [InfluenceTable(goals("ABCDEF"), pairs).standing(one) for one in "ABCDEF"] == wanted


def test_only_goals_that_share_an_object_are_asked_about_and_at_most_forty_ways():
    many = [Goal(f"g{n}", "s", str(n), "Mål", f"Mål {n}", n) for n in range(34)]
    links = [GoalLink(f"o{n % 9}", goal.mal_id, 1) for n, goal in enumerate(many)]
    links += [GoalLink("o99", "g0", 1), GoalLink("o99", "g9", 2), GoalLink("o98", "g1", 1)]
    asked = pairs_to_judge(many, links)
    assert len(asked) == 40 and asked[:2] == (("g0", "g9"), ("g9", "g0"))
    assert all(int(one[1:]) % 9 == int(other[1:]) % 9 for one, other in asked)
    assert pairs_to_judge(many, [GoalLink("o1", "g1", 1), GoalLink("o2", "g2", 1)]) == ()
    assert pairs_to_judge(many, [GoalLink("o1", "g1", 0), GoalLink("o1", "g2", 1)]) == ()
