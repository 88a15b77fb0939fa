"""Tables as planners make them: levels in columns, indented rows, codes with commas, sums, weights."""

from __future__ import annotations

import pytest

from strukturbild_plugin.goals.table import guessed_columns, header_place
from strukturbild_plugin.goals.table_plan import SortedRows, sorted_rows
from strukturbild_plugin.goals.tree import build_tree
from tests.goals.helpers import a_set


def of(rows: list[list[str]]) -> SortedRows:
    start = header_place(rows)
    assert start is not None
    found = sorted_rows(rows, start, guessed_columns(rows[start]))
    assert build_tree(a_set(), found.taken)[1] == (), "det som tas är ett träd"
    return found


def tree(found: SortedRows) -> list[tuple[str, str, str]]:
    return [(row.kod, row.titel, row.over) for row in found.taken]


STAIR = [
    ("1", "Ett hållbart Dalarna", ""),
    ("1.1", "Bygga för alla", "1"),
    ("1.1.1", "Fler bostäder", "1.1"),
    ("1.1.2", "Nära service", "1.1"),
    ("2", "Klimat", ""),
    ("2.1", "Fossilfritt", "2"),
    ("2.1.1", "El på vägarna", "2.1"),
]


@pytest.mark.parametrize("kind", ["trappa", "sammanslaget", "upprepat"])
def test_a_column_for_each_level_is_a_tree_however_it_is_filled(kind: str) -> None:
    head = ["Målområde", "Mål", "Delmål", "Indikator"]
    rows = {
        "trappa": [
            ["Ett hållbart Dalarna"], ["", "Bygga för alla"], ["", "", "Fler bostäder", "Antal"],
            ["", "", "Nära service", "Km"], ["Klimat"], ["", "Fossilfritt"], ["", "", "El på vägarna", "GWh"],
        ],
        "sammanslaget": [
            ["Ett hållbart Dalarna", "Bygga för alla", "Fler bostäder", "Antal"], ["", "", "Nära service", "Km"],
            ["Klimat", "Fossilfritt", "El på vägarna", "GWh"],
        ],
        "upprepat": [
            ["Ett hållbart Dalarna", "Bygga för alla", "Fler bostäder", "Antal"],
            ["Ett hållbart Dalarna", "Bygga för alla", "Nära service", "Km"],
            ["Klimat", "Fossilfritt", "El på vägarna", "GWh"],
        ],
    }[kind]  # fmt: skip
    found = of([head, *rows])
    assert tree(found) == STAIR and not found.left
    assert [row.indikator for row in found.taken if row.kod.count(".") == 2] == ["Antal", "Km", "GWh"]
    assert [row.niva for row in found.taken[:3]] == ["Målområde", "Mål", "Delmål"]
    assert "Kolumnerna Målområde, Mål och Delmål läses som nivåer" in found.notes[0]


def test_each_level_may_have_its_own_column_of_codes() -> None:
    found = of([
        ["Nr", "Mål", "Nr", "Delmål"], ["1", "Orter", "1.1", "Bostäder"], ["", "", "1.2", "Service"],
        ["2", "Klimat", "2.1", "El"],
    ])  # fmt: skip
    assert tree(found) == [
        ("1", "Orter", ""), ("1.1", "Bostäder", "1"), ("1.2", "Service", "1"), ("2", "Klimat", ""), ("2.1", "El", "2"),
    ]  # fmt: skip


def test_a_goal_said_twice_under_the_same_is_left_and_said() -> None:
    found = of([["Område", "Mål", "Delmål"], ["A", "B", "C"], ["A", "B", "D"], ["A", "B", "c"]])
    assert [row.titel for row in found.taken] == ["A", "B", "C", "D"]
    assert [(str(row.place), why) for row, why in found.left] == [("rad 4", "målet finns redan (rad 2).")]


def test_the_same_title_under_two_goals_is_two_goals() -> None:
    found = of([["Område", "Mål", "Delmål"], ["A", "B", "C"], ["D", "B", "C"]])
    assert [row.kod for row in found.taken] == ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1"] and not found.left


def test_an_area_that_stands_after_its_goals_is_above_them() -> None:
    found = of(
        [["Nr", "Delmål", "Område"], ["1.1", "Bostäder", "Orter"], ["1.2", "Service", ""], ["2.1", "El", "Klimat"]]
    )
    assert tree(found)[:3] == [("1", "Orter", ""), ("1.1", "Bostäder", "1"), ("1.2", "Service", "1")]


def test_two_columns_filled_side_by_side_are_a_goal_and_the_one_above_as_before() -> None:
    found = of([["Kod", "Mål", "Delmål"], ["1.1", "Orter", "Bostäder"], ["1.2", "Orter", "Service"]])
    assert tree(found) == [("1", "Orter", ""), ("1.1", "Bostäder", "1"), ("1.2", "Service", "1")]


def test_indented_titles_lie_under_the_less_indented() -> None:
    found = of([["Mål"], ["Orter"], ["   Bostäder"], ["      Små bostäder"], ["   Service"], ["Klimat"], ["\tEl"]])
    assert tree(found) == [
        ("1", "Orter", ""), ("1.1", "Bostäder", "1"), ("1.1.1", "Små bostäder", "1.1"), ("1.2", "Service", "1"),
        ("2", "Klimat", ""), ("2.1", "El", "2"),
    ]  # fmt: skip
    assert any("Indragna rader" in note for note in found.notes)


def test_all_titles_indented_alike_mean_nothing() -> None:
    assert [row.over for row in of([["Mål"], ["  Orter"], ["  Klimat"]]).taken] == ["", ""]


def test_numbers_of_levels_nest() -> None:
    found = of([["Nivå", "Mål"], ["1", "Orter"], ["2", "Bostäder"], ["2", "Service"], ["1", "Klimat"]])
    assert tree(found) == [("1", "Orter", ""), ("1.1", "Bostäder", "1"), ("1.2", "Service", "1"), ("2", "Klimat", "")]
    assert all(row.niva == "" for row in found.taken)


def test_codes_with_decimal_commas_nest() -> None:
    found = of([["Nr", "Mål"], ["1", "Orter"], ["1,1", "Bostäder"], ["1,10", "Service"], ["2", "Klimat"]])
    assert [(row.kod, row.over) for row in found.taken] == [("1", ""), ("1.1", "1"), ("1.10", "1"), ("2", "")]


@pytest.mark.parametrize("word", ["Summa", "Totalt", "SUMMA:", "Total"])
def test_a_sum_is_no_goal(word: str) -> None:
    found = of([["Nr", "Mål", "Vikt"], ["1", "Orter", "60 %"], ["2", "Klimat", "40 %"], ["", word, "100 %"]])
    assert [row.vikt for row in found.taken] == [60.0, 40.0]
    assert [why for _row, why in found.left] == ["raden är en summa, inget mål."]
    stair = of([["Område", "Mål", "Delmål"], ["A", "B", "C"], [word, "", "3"]])
    assert [row.titel for row in stair.taken] == ["A", "B", "C"] and len(stair.left) == 1


def test_a_goal_that_begins_with_such_a_word_is_one() -> None:
    assert len(of([["Nr", "Mål"], ["1", "Totalförsvar i hela länet"], ["2", "Summan av alla delar"]]).taken) == 2


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (["Mål nr", "Måltitel"], {"kod": 0, "titel": 1}),
        (["Målnummer", "Målformulering", "Tillhör mål"], {"kod": 0, "titel": 1, "over": 2}),
        (["Beteckning", "Regionala mål", "Fokusområde"], {"kod": 0, "titel": 1, "over": 2}),
        (["Nr", "Mål 2030", "Prioriterat", "Viktning"], {"kod": 0, "titel": 1, "prioriterat": 2, "vikt": 3}),
        (["No", "Objective", "Weight"], {"kod": 0, "titel": 1, "vikt": 2}),
        (["Delmål nr", "Delmål", "Strategiskt område"], {"kod": 0, "titel": 1, "over": 2}),
    ],
)
def test_headings_of_many_kinds_are_understood(head: list[str], wanted: dict[str, int]) -> None:
    assert guessed_columns(head) == wanted


def test_priority_and_weight_are_read_and_what_is_neither_is_said() -> None:
    found = of([
        ["Nr", "Mål", "Prioriterat", "Vikt"], ["1", "A", "x", "2"], ["2", "B", "Nej", "1,5"], ["3", "C", "", ""],
        ["4", "D", "kanske", "stor"],
    ])  # fmt: skip
    assert [row.prioriterat for row in found.taken] == [True, False, None, None]
    assert [row.vikt for row in found.taken] == [2.0, 1.5, None, None]
    assert any("Rad 5: vikten ”stor” är inget tal." in note for note in found.notes)
    assert any("Rad 5: ”kanske” säger inte om målet är prioriterat" in note for note in found.notes)
