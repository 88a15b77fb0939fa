"""Goals against what is drawn: every link counts once, along no tree twice, and what carries nothing is said."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.analysis.goal_matrix import goal_matrix, leaf_goals
from strukturbild_plugin.goals.model import Goal, GoalLink

TREE = [
    Goal("1", "s", "1", "Område", "Ett", 1),
    Goal("1.1", "s", "1.1", "Mål", "Ett ett", 2, over_id="1", vikt=2.5),
    Goal("1.2", "s", "1.2", "Mål", "Ett två", 3, over_id="1"),
    Goal("2", "s", "2", "Område", "Två", 4),
]
OBJECTS = {"kil": ("nod",), "sunne": ("nod",), "strak": ("strak", "genom")}
LINKS = st.dictionaries(
    st.tuples(st.sampled_from([*OBJECTS, "borta"]), st.sampled_from(["1", "1.1", "1.2", "2", "x"])), st.integers(-2, 2)
)


def test_a_cell_says_who_supports_who_opposes_and_by_how_much():
    links = [GoalLink("kil", "1.1", 2), GoalLink("sunne", "1.1", -1), GoalLink("strak", "1.1", 0)]
    matrix = goal_matrix(TREE, links, ("nod", "strak", "genom", "gransbygd"), OBJECTS)
    cell = matrix.cells["1.1", "nod"]
    assert (cell.supporting, cell.opposing, cell.neutral, cell.total, cell.weighted) == (1, 1, 0, 1, 2.5)
    assert cell.object_ids == ("kil", "sunne") and matrix.cells["1.1", "strak"].neutral == 1
    assert [goal.mal_id for goal in matrix.goals_without_place()] == ["1.2", "2"]
    assert matrix.columns_without_goal() == ("gransbygd",)
    assert [cell.number if cell else 0 for cell in matrix.row("1.1")] == [2, 1, 1, 0]


def test_a_link_to_a_goal_above_others_is_told_beside_the_matrix():
    matrix = goal_matrix(TREE, [GoalLink("kil", "1", 2), GoalLink("kil", "2", 1)], ("nod",), OBJECTS)
    assert matrix.above == 1 and set(matrix.cells) == {("2", "nod")}


@given(LINKS)
def test_every_link_of_a_drawn_object_is_in_the_matrix_or_counted_beside_it(links: dict[tuple[str, str], int]):
    listed = [GoalLink(record, goal, value) for (record, goal), value in links.items()]
    matrix = goal_matrix(TREE, listed, ("nod", "strak", "genom"), OBJECTS)
    leaves = {goal.mal_id for goal in leaf_goals(TREE)}
    wanted: Counter[tuple[str, str]] = Counter()
    for (record, goal), value in links.items():
        if record in OBJECTS and goal in leaves:
            for column in OBJECTS[record]:
                wanted[goal, column] += value
    assert {key: cell.total for key, cell in matrix.cells.items()} == {
        key: wanted[key] for key in {(goal, column) for (record, goal) in links if record in OBJECTS and goal in leaves
                                     for column in OBJECTS[record]}
    }  # fmt: skip
    assert matrix.above == sum(record in OBJECTS and goal not in leaves for record, goal in links)
    for cell in matrix.cells.values():
        assert cell.supporting + cell.opposing + cell.neutral == cell.number


def test_a_goal_above_itself_straight_or_over_others_is_still_a_row():
    above = {"a": "a", "b": "c", "c": "b", "d": "b", "e": "d", "f": "borta"}
    goals = [Goal(one, "s", one, "Mål", one, 1, over) for one, over in above.items()]
    assert [goal.mal_id for goal in leaf_goals(goals)] == ["a", "c", "e", "f"]
