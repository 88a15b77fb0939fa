"""A table with faults gives what can be taken, and says of every other row why it is left."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.goals.table import guessed_columns, header_place
from strukturbild_plugin.goals.table_plan import SortedRows, column_names, sorted_rows
from strukturbild_plugin.goals.tree import MAX_DEPTH, build_tree
from tests.goals.helpers import a_set


def of(rows: list[list[str]]) -> SortedRows:
    start = header_place(rows)
    assert start is not None
    return sorted_rows(rows, start, guessed_columns(rows[start]))


def told(found: SortedRows) -> dict[str, str]:
    return {str(row.place): why for row, why in found.left}


def test_each_row_that_is_left_says_why_and_the_rest_is_a_tree():
    found = of([
        ["kod", "mål", "över", "målår"], ["1", "Ett", "", "2030"], ["1", "Igen"], ["", "Utan kod"], ["3", ""],
        ["4", "Fyra", "99"], ["4.1", "Under fyra"], ["4.1.1", "Längre ned"], ["a", "A", "b"], ["b", "B", "a"],
        ["c", "C", "b"], ["5", "Fem", "", "snart"], ["3.1", "Under tre", "3"], ["6", "x" * 501],
    ])  # fmt: skip
    assert [row.kod for row in found.taken] == ["1", "5"]
    why = told(found)
    assert why["rad 3"] == "koden 1 finns redan (rad 2). Varje mål behöver en egen kod."
    assert why["rad 4"] == "kod saknas." and why["rad 5"] == "målets titel saknas."
    assert why["rad 6"] == "överordnat mål 99 finns inte bland målen."
    assert why["rad 7"] == "målet ovanför, 4, hämtas inte." and why["rad 8"] == "målet ovanför, 4.1, hämtas inte."
    assert why["rad 9"] == "målet a är överordnat sig självt." and why["rad 11"] == "målet ovanför, b, hämtas inte."
    assert why["rad 13"] == "målet ovanför, 3, hämtas inte." and why["rad 14"].startswith("titeln är längre än 500")
    assert found.notes == ("Rad 12: målåret ”snart” är inget årtal. Det lämnas tomt.",)


def test_without_codes_the_goals_are_numbered_under_the_parents_that_titles_name():
    found = of([["Mål", "Överordnat mål"], ["Under", "Över"], ["Över", ""], ["Annat", ""], ["Under två", "Över"]])
    assert [(row.kod, row.over) for row in found.taken] == [("1.1", "1"), ("1", ""), ("2", ""), ("1.2", "1")]
    assert found.notes == ("Tabellen har ingen kolumn med koder. Målen numreras i sin ordning.",)


def test_a_column_of_areas_makes_the_goals_above_also_from_merged_cells():
    rows = [
        ["Målområde", "Mål", "Målår"],
        ["Livskraftiga orter", "Fler bostäder"],
        ["", "Nära service"],
        ["Klimat", "El"],
    ]
    found = of(rows)
    assert [(row.kod, row.titel, row.over) for row in found.taken] == [
        ("1", "Livskraftiga orter", ""), ("1.1", "Fler bostäder", "1"), ("1.2", "Nära service", "1"),
        ("2", "Klimat", ""), ("2.1", "El", "2"),
    ]  # fmt: skip
    assert not found.left and found.notes[0] == "Mål ovanför som saknar egen rad skapas: Livskraftiga orter och Klimat."
    assert found.notes[1].startswith("Tomma celler")


def test_subgoals_beside_their_goals_keep_their_codes_and_get_goals_above():
    rows = [["Nr", "Mål", "Delmål"], ["1.1", "Orter", "Bostäder"], ["1.2", "Orter", "Service"], ["7", "Klimat", "El"]]
    found = of(rows)
    assert [(row.kod, row.titel, row.over) for row in found.taken] == [
        ("1", "Orter", ""), ("1.1", "Bostäder", "1"), ("1.2", "Service", "1"), ("2", "Klimat", ""), ("7", "El", "2"),
    ]  # fmt: skip
    half = of([["Nr", "Mål", "Överordnat"], ["1", "Ett", ""], ["2", "Två", "Nytt"], ["3", "Tre", ""]])
    assert [(row.kod, row.over) for row in half.taken] == [("1", ""), ("4", ""), ("2", "4"), ("3", "")]


def test_goals_that_name_each_other_as_parents_end_too():
    found = of([["Mål", "Över"], ["A", "B"], ["B", "A"], ["C", ""]])
    assert [row.titel for row in found.taken] == ["C"] and len(found.left) == 2


def test_there_is_an_end_to_the_levels():
    codes = [".".join(["1"] * depth) for depth in range(1, MAX_DEPTH + 3)]
    found = of([["kod", "mål"], *([code, "Mål"] for code in codes)])
    assert len(found.taken) == MAX_DEPTH
    assert [why for _row, why in found.left] == [
        "målet ligger djupare än 12 nivåer.",
        f"målet ovanför, {codes[-2]}, hämtas inte.",
    ]


def test_columns_have_names_of_their_own():
    assert column_names(["Mål", "Mål", "", " A\n b "]) == ("Mål", "Mål (2)", "Kolumn 3", "A b")


CELLS = st.sampled_from(["", "1", "2", "1.1", "1.1.1", "06", "6", "a", "b", "<b>", "2030", "=1+1"])


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=12))
def test_whatever_stands_in_it_what_is_taken_is_a_tree_and_no_row_is_lost(rows):
    table = [["kod", "mål", "över", "målår"], *map(list, rows)]
    found = of(table)
    filled = sum(any(cell for cell in row) for row in rows)
    rows_of_their_own = [row for row in found.taken if not str(row.place).startswith("ovanför")]
    assert len(rows_of_their_own) + len(found.left) == filled
    tree, faults = build_tree(a_set(), found.taken)
    assert not faults and len(tree.goals) == len(found.taken)


def test_a_parent_that_is_made_and_cannot_stand_is_no_row_of_the_table():
    found = of([["kod", "mål", "över"], ["1", "", ""], ["1.1.1", "Ett", "Boende"]])
    assert not found.taken and [str(row.place) for row, _why in found.left] == ["rad 2", "rad 3"]
    assert not any("Boende" in note for note in found.notes)
