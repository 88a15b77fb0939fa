"""Whatever several groups say of one thing, one answer decides all of it, and what is chosen is what stands there."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.workshop.conflicts import DECIDED, Side, conflict_row
from strukturbild_plugin.workshop.decisions import (
    BOTH,
    CHANGE,
    DELETE,
    EDITED,
    KEEP,
    PROPOSE,
    Answer,
    OpenConflict,
    conflict_of,
)
from strukturbild_plugin.workshop.merged_tables import LAYER, OBJECT, Cell, Key, Row
from strukturbild_plugin.workshop.questions.question import decide_question, question_choices, questions
from strukturbild_plugin.workshop.row_merge import merge_row
from tests.workshop.random_workshops import tables

KEY = Key(OBJECT, "o")
BASE: Row = {"objekt_id": "o", "namn": "Karlstad", "niva": None, LAYER: "nod"}
NAMES = st.lists(st.sampled_from(["A", "B", "C", "D", None]), min_size=2, max_size=6)
ROWS = st.lists(
    st.one_of(st.none(), st.fixed_dictionaries({"namn": st.sampled_from("ABC"), "niva": st.sampled_from(["x", None])})),
    min_size=2,
    max_size=6,
)


def asked(rows: list[Row | None], strict: bool) -> tuple[list[OpenConflict], Row | None]:
    """The conflicts of a merge as they are read back from the file, and the row as it stands."""
    merged = merge_row(tables().by_name["nod"], KEY, BASE, list(enumerate(rows)), strict)
    sides = [Side(f"k{number}", f"g{number}", f"Bord {number}") for number in range(len(rows))]
    found = [conflict_row("b", one, sides[one.ones[0]], sides[one.others[0]], "m", "t") for one in merged.conflicts]
    return [conflict_of(row) for row in found], merged.row


def check(conflicts: list[OpenConflict], current: Row | None) -> None:
    for question in questions(conflicts):
        assert len({repr(one.value) for one in question.sides}) == len(question.sides)
        for choice in question_choices(question, current):
            made = decide_question(question, Answer(choice, "Åsa", moment="t", value="Eget"), current, "Mening")
            assert {one: cells["status"] for one, cells in made.conflicts.items()} == {
                one.konflikt_id: DECIDED for one in question.conflicts
            }
            assert len(made.log) == 1, "ett svar är en rad i loggen"
            row: dict[str, Cell] | None = dict(current or {})
            for edit in made.edits:
                if edit.action == CHANGE and row is not None:
                    row.update(edit.cells)
                elif edit.action == DELETE:
                    row = None
            proposals = [edit for edit in made.edits if edit.action == PROPOSE]
            assert len(proposals) == (len(question.sides) - 1 if choice == BOTH else 0)
            side = question.side(choice)
            if choice == KEEP:
                assert row == dict(current or {})
            elif choice == EDITED and row is not None:
                assert row[question.first.column] == "Eget"
            elif side is not None and isinstance(side.value, Mapping) and row is not None:
                assert all(row.get(name) == side.value[name] for name in ("namn", "niva") if name in side.value)
            elif side is not None and question.first.column and row is not None:
                assert row[question.first.column] == side.value


def test_groups_are_named_in_the_order_one_counts_them() -> None:
    rows: list[Row | None] = [{**BASE, "namn": name} for name in "ABCDEFGHIJKL"]
    for conflicts in (asked(rows, False)[0], asked(rows, False)[0][::-1]):
        (question,) = questions(conflicts)
        assert [one.side.vem for one in question.sides] == [f"Bord {number}" for number in range(12)]


@given(NAMES, st.booleans())
def test_names_of_any_number_of_groups(names: list[str | None], strict: bool) -> None:
    check(*asked([{**BASE, "namn": name} for name in names], strict))


@given(ROWS, st.booleans())
def test_rows_of_any_number_of_groups(rows: list[dict[str, str | None] | None], strict: bool) -> None:
    check(*asked([None if row is None else {**BASE, **row} for row in rows], strict))
