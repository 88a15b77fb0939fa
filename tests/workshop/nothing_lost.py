"""What has to hold of any merge: what somebody put in is in the result or in a conflict, and no row hangs loose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from strukturbild_plugin.store.gpkg.row_mapping import text_to_codes
from strukturbild_plugin.store.schema.tables import GEOMETRY
from strukturbild_plugin.workshop.line_ties import is_followed, node_moves, tied_nodes
from strukturbild_plugin.workshop.merged_tables import REFERENCES, Cell, Key, MergedTable, Row, references
from strukturbild_plugin.workshop.row_merge import canonical, changed_columns, from_canonical
from tests.workshop.hands import Copy, tables

Changes = Mapping[Key, "Row | None"]
Said = Mapping["tuple[Key, str]", Sequence[str]]
"""By row and column ('' for all of a row): the values that conflicts name, as `canonical` writes them."""


def check_nothing_lost(base: Copy, changes: Sequence[Changes], result: Copy, said: Said) -> None:
    """Every value that anybody put in is in the result or in a conflict."""
    for who, theirs in enumerate(changes):
        for key, row in theirs.items():
            there = result.rows.get(key)
            if row is None:
                assert there is None or _kept_in_spite(key, said, base), (who, key)
                continue
            before = base.rows.get(key)
            table = tables().of_row(key, row)
            for column in sorted(changed_columns(table, before or {}, row)):
                value = row.get(column)
                assert (
                    (there is not None and there.get(column) == value)
                    or canonical(value) in said.get((key, column), ())
                    or _in_whole_row(key, column, value, said)
                    or (there is not None and _is_woven_in(table, column, before or {}, row, there))
                    or _went_along(key, column, before, said)
                    or (column == GEOMETRY and _followed(base, theirs, key, there))
                ), (who, key, column, value, there and there.get(column))


def check_nothing_hangs(result: Copy, changes: Sequence[Changes]) -> None:
    """No row names what is not there. A file may have had one that did: then it stays as it was."""
    had = {(key, target) for each in changes for key, row in each.items() for target in _loose(key, row, each)}
    for key, row in result.rows.items():
        for target in references(key, row):
            assert target in result.rows or (key, target) in had, (key, target)


def _loose(key: Key, row: Row | None, changes: Changes) -> Sequence[Key]:
    return [one for one in references(key, row) if one in changes and changes[one] is None] if row is not None else []


def _is_woven_in(table: MergedTable, column: str, before: Row, row: Row, there: Row) -> bool:
    """What was added to a list or a text is there, among what others added."""
    if column in table.lists:
        added = {*text_to_codes(row.get(column))} - {*text_to_codes(before.get(column))}
        return added <= {*text_to_codes(there.get(column))}
    return column in table.texts and _words(row, column) - _words(before, column) <= _words(there, column)


def _words(row: Row, column: str) -> set[str]:
    return {*str(row.get(column) or "").split()}


def _went_along(key: Key, column: str, before: Row | None, said: Said) -> bool:
    """It was taken out since what it names was deleted, and that stays after all."""
    return before is not None and any(
        ref.column == column and any((target, "") in said for target in references(key, {column: before.get(column)}))
        for ref in REFERENCES.get(key.kind, ())
    )


def _followed(base: Copy, changes: Changes, key: Key, there: Row | None) -> bool:
    """A line that follows nodes: it did so in the copy, or was taken and has followed on."""
    before, row = base.rows.get(key), changes[key]
    assert row is not None
    tied = tied_nodes(row)
    if before is not None:
        after = {**base.rows, **changes}
        moves = node_moves((*tied, *tied_nodes(before)), base.rows.get, after.get)
        if is_followed(before, before.get(GEOMETRY), row.get(GEOMETRY), moves):
            return True
    return there is not None and bool(tied or tied_nodes(there))


def _kept_in_spite(key: Key, said: Said, base: Copy) -> bool:
    """A deleted row stays where there is a conflict, for it or for what it went along with."""
    return (key, "") in said or any((target, "") in said for target in references(key, base.rows[key]))


def _in_whole_row(key: Key, column: str, value: Cell, said: Said) -> bool:
    """A conflict about the whole row says it."""
    rows = [from_canonical(text) for text in said.get((key, ""), ())]
    return any(isinstance(row, dict) and row.get(column) == value for row in rows)
