"""A planner's own goal list, saved from Excel in whatever way, becomes a tree or a list of what to put right."""

from __future__ import annotations

import pytest

from strukturbild_plugin.errors import GoalError
from strukturbild_plugin.goals.table import MAX_ROWS, tree_from_rows
from tests.goals.helpers import a_set


def test_headers_in_other_words_and_english_are_understood():
    rows = [
        ["Färg", "Code", "Title", "Parent code", "Nivå-namn"],
        ["röd", "A", "Top", "", "Vision"],
        ["", "B", "Low", "A"],
    ]
    tree = tree_from_rows(rows, a_set())
    assert tree.by_code("B").over_id == tree.by_code("A").mal_id
    assert tree.by_code("A").niva_namn == "Vision"


def test_of_two_columns_that_could_mean_the_same_the_plainest_counts():
    tree = tree_from_rows([["nr", "kod", "namn", "mål"], ["17", "1", "Svensson", "Ett"]], a_set())
    assert (tree.goals[0].kod, tree.goals[0].titel) == ("1", "Ett")
    with pytest.raises(GoalError, match="mer än en gång"):
        tree_from_rows([["kod", "mål", "Mål"], ["1", "Ett", "Två"]], a_set())


def test_a_given_parent_goes_before_the_one_the_code_implies_and_may_be_a_title():
    rows = [["kod", "mål", "överordnad"], ["1", "Ett", ""], ["2", "Två", ""], ["1.1", "Flyttat", "Två"]]
    tree = tree_from_rows(rows, a_set())
    assert tree.by_code("1.1").over_id == tree.by_code("2").mal_id
    assert [goal.kod for goal in tree.goals] == ["1", "2", "1.1"]


def test_codes_with_a_missing_step_hang_under_the_nearest_that_is_there():
    tree = tree_from_rows([["kod", "mål"], ["1.", "Ett"], ["1.2.3", "Djupt"], ["3.1", "Ensamt"]], a_set())
    assert tree.by_code("1.2.3").over_id == tree.by_code("1").mal_id
    assert tree.by_code("3.1").over_id == ""


def test_every_bad_row_is_told_with_the_number_the_spreadsheet_shows():
    rows = [
        [], ["kod", "mål", "överordnad", "målår"], ["1", "Ett"], [], ["1", "Igen", "", ""], ["", "Utan kod", "", ""],
        ["3", "", "", ""], ["4", "Fyra", "99", ""], ["5", "Fem", "", "snart"],
    ]  # fmt: skip
    with pytest.raises(GoalError) as caught:
        tree_from_rows(rows, a_set())
    told = str(caught.value)
    assert "rad 5" in told and "rad 3" in told
    assert "rad 6: kod saknas" in told
    assert "rad 7: målets titel saknas" in told
    assert "rad 9: målåret ”snart”" in told


def test_an_unknown_parent_and_a_circle_are_told():
    with pytest.raises(GoalError, match="rad 2: överordnat mål 99 finns inte"):
        tree_from_rows([["kod", "mål", "över"], ["1", "Ett", "99"]], a_set())
    with pytest.raises(GoalError, match="överordnat sig självt"):
        tree_from_rows([["kod", "mål", "över"], ["a", "A", "b"], ["b", "B", "a"]], a_set())


def test_a_table_without_the_needed_headers_says_which_and_what_it_has():
    with pytest.raises(GoalError) as caught:
        tree_from_rows([["Färg", "Storlek"], ["röd", "3"]], a_set())
    assert "kod" in str(caught.value) and "mål" in str(caught.value) and "Färg, Storlek" in str(caught.value)


@pytest.mark.parametrize("rows", [[], [[""]], [["kod", "mål"]]])
def test_an_empty_table_is_refused_with_a_sentence(rows):
    with pytest.raises(GoalError):
        tree_from_rows(rows, a_set())


def test_titles_above_the_headings_are_passed_over():
    rows = [
        ["Mål för Region Prov 2030"],
        ["Antagna av fullmäktige"],
        [],
        ["Kod", "Mål", "Källa"],
        ["06", "Ett", "s. 4"],
    ]
    (goal,) = tree_from_rows(rows, a_set()).goals
    assert (goal.kod, goal.kalla) == ("06", "s. 4")


def test_06_and_6_are_two_goals():
    tree = tree_from_rows([["kod", "mål"], ["06", "Ett"], ["6", "Två"]], a_set())
    assert [goal.kod for goal in tree.goals] == ["06", "6"] and len({goal.mal_id for goal in tree.goals}) == 2


def test_the_longest_chain_and_the_longest_circle_are_told_at_once():
    number = MAX_ROWS - 1
    chain = [
        ["kod", "mål", "över"],
        *([f"m{place}", "Mål", f"m{place - 1}" if place else ""] for place in range(number)),
    ]
    assert len(tree_from_rows(chain, a_set()).goals) == number
    chain[1][2] = f"m{number - 1}"
    with pytest.raises(GoalError, match="överordnat sig självt"):
        tree_from_rows(chain, a_set())


def test_identities_hang_on_the_code_and_not_on_order_or_title():
    first = tree_from_rows([["kod", "mål"], ["1", "Ett"], ["2", "Två"]], a_set())
    later = tree_from_rows([["kod", "mål"], ["2", "Två, omskrivet"], ["9", "Nytt"], ["1", "Ett"]], a_set())
    assert first.by_code("2").mal_id == later.by_code("2").mal_id
