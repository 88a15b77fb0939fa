"""Any workshop of six groups, merged in any order: the same, nothing lost, nothing left hanging, nothing done twice.

`WORKSHOPS=1000 make workshops` tries as many; the suite tries some.
"""

from __future__ import annotations

import os
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from strukturbild_plugin.store.schema.tables import GEOMETRY
from strukturbild_plugin.workshop.conflicts import conflict_id
from strukturbild_plugin.workshop.line_ties import is_followed, node_moves, tied_nodes
from strukturbild_plugin.workshop.merged_tables import REFERENCES, Key, Row, references
from strukturbild_plugin.workshop.participants import Participant
from strukturbild_plugin.workshop.row_merge import canonical, changed_columns, from_canonical
from tests.workshop.random_workshops import MergedFile, Workshop, merged_in, orders, random_workshop, tables

EXAMPLES, ORDERS, MOST_OBJECTS = int(os.environ.get("WORKSHOPS", "20")), 10, 200


@seed(20261130)
@settings(max_examples=EXAMPLES, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_any_workshop_in_any_order(number: int) -> None:
    chance = Random(number)
    workshop = random_workshop(chance, MOST_OBJECTS)
    files = [merged_in(workshop, batches) for batches in orders(chance, workshop.participants, ORDERS)]
    first = files[0]
    for other in files[1:]:
        assert _rows(other) == _rows(first)
        assert _conflicts(other) == _conflicts(first)
    _nothing_lost(workshop, first)
    _nothing_hanging(first)
    assert first.merge(workshop.participants).writes == []


def _rows(file: MergedFile) -> dict[Key, Row]:
    return file.content.rows


def _conflicts(file: MergedFile) -> set[str]:
    return {conflict_id("bas", one) for one in file.outcomes[-1].copies.conflicts()}


def _nothing_lost(workshop: Workshop, file: MergedFile) -> None:
    """Every value that anybody put in is in the result or in a conflict."""
    said: dict[tuple[Key, str], list[str]] = {}
    for one in file.outcomes[-1].copies.conflicts():
        said.setdefault((one.key, one.column), []).extend((canonical(one.one), canonical(one.other)))
    for participant in workshop.participants:
        for key, row in participant.changes.items():
            there = file.content.rows.get(key)
            if row is None:
                assert there is None or _kept_in_spite(key, said, workshop), key
                continue
            before = workshop.base.rows.get(key)
            table = tables().of_row(key, row)
            for column in sorted(changed_columns(table, before or {}, row)):
                value = row.get(column)
                assert (
                    (there is not None and there.get(column) == value)
                    or canonical(value) in said.get((key, column), ())
                    or _in_whole_row(key, column, value, said)
                    or (there is not None and column in {*table.lists, *table.texts})
                    or _went_along(key, column, before, said)
                    or (column == GEOMETRY and _followed(workshop, participant, key, there))
                ), (number_of(participant), key, column, value, there and there.get(column))


def number_of(participant: Participant) -> int:
    return participant.identity.ordning


def _went_along(key: Key, column: str, before: Row | None, said: dict[tuple[Key, str], list[str]]) -> bool:
    """It was taken out since what it names was deleted, and that stays after all."""
    return before is not None and any(
        ref.column == column and any((target, "") in said for target in references(key, {column: before.get(column)}))
        for ref in REFERENCES.get(key.kind, ())
    )


def _followed(workshop: Workshop, participant: Participant, key: Key, there: Row | None) -> bool:
    """A line that follows nodes: it did so in the copy, or was taken and has followed on."""
    before, row = workshop.base.rows.get(key), participant.changes[key]
    assert row is not None
    tied = tied_nodes(row)
    if before is not None:
        after = {**workshop.base.rows, **participant.changes}
        moves = node_moves((*tied, *tied_nodes(before)), workshop.base.rows.get, after.get)
        if is_followed(before, before.get(GEOMETRY), row.get(GEOMETRY), moves):
            return True
    return there is not None and bool(tied or tied_nodes(there))


def _kept_in_spite(key: Key, said: dict[tuple[Key, str], list[str]], workshop: Workshop) -> bool:
    """A deleted row stays where there is a conflict, for it or for what it went along with."""
    return (key, "") in said or any((target, "") in said for target in references(key, workshop.base.rows[key]))


def _in_whole_row(key: Key, column: str, value: object, said: dict[tuple[Key, str], list[str]]) -> bool:
    """A conflict about the whole row says it."""
    rows = [from_canonical(text) for text in said.get((key, ""), ())]
    return any(isinstance(row, dict) and row.get(column) == value for row in rows)


def _nothing_hanging(file: MergedFile) -> None:
    for key, row in file.content.rows.items():
        for target in references(key, row):
            assert target in file.content.rows, (key, target)
