"""What a main file becomes when copies of it are merged into it. Plain values: no file, no QGIS."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from .apply_rows import MergedWrite
from .merge_rows import BaseRows, Changes, MergedRows, merge_rows
from .merged_tables import AUDIT_COLUMNS, Key, MergedTables, Row
from .participants import Participant
from .row_merge import MergedRow


@dataclass(frozen=True)
class MergeOutcome:
    """What is to be written for one base, and how it came about."""

    writes: Sequence[MergedWrite]
    copies: MergedRows
    """All copies together."""
    with_main: MergedRows
    """And the main file with them."""
    before: MergedRows
    """The copies that were in it already."""
    participants: Sequence[Participant]
    """All copies, in the order that conflicts name them by."""
    earlier: Sequence[Participant] = ()
    """Those that were in it already, as they were then, in the order that `before` names them by."""


class _Overlay:
    """A base with rows of a merge on top of it."""

    def __init__(self, base: BaseRows, rows: Mapping[Key, MergedRow]) -> None:
        self._base, self._rows = base, rows

    def row(self, key: Key) -> Row | None:
        return self._rows[key].row if key in self._rows else self._base.row(key)

    def tied_lines(self, nodes: frozenset[str]) -> Sequence[Key]:
        return self._base.tied_lines(nodes)


def merge_outcome(
    tables: MergedTables,
    base: BaseRows,
    ours: Changes,
    known: Sequence[Participant],
    after: Sequence[Participant],
    strict: bool,
    decided: Collection[tuple[Key, str]] = (),
) -> MergeOutcome:
    """What the main file becomes: it and the copies merged, each against what the copies became the last time.

    `decided`: rows and columns ('' for all of a row) that somebody has decided about in the main file. What is decided
    stands when later copies disagree about it, also where it is what the copies had become.
    """
    before = merge_rows(tables, base, [one.changes for one in known], strict)
    merged = merge_rows(tables, base, [one.changes for one in after], strict)
    overlay = _Overlay(base, before.rows)
    touched = {*before.rows, *merged.rows, *ours}

    def here(key: Key) -> Row | None:
        return ours[key] if key in ours else base.row(key)

    def theirs(key: Key) -> Row | None:
        if key not in merged.rows:
            return base.row(key)
        row, stood = merged.rows[key].row, overlay.row(key)
        if row is None or stood is None:
            return row
        disagreed = {one.column for one in merged.rows[key].conflicts if one.column}
        held = [name for name in disagreed if (key, name) in decided or (key, "") in decided]
        return {**row, **{name: stood.get(name) for name in held}} if held else row

    copies = {key: theirs(key) for key in touched if theirs(key) != overlay.row(key)}
    main = {key: here(key) for key in touched if here(key) != overlay.row(key)}
    both = merge_rows(tables, overlay, [copies, main], prefer=1, merged_already=0)
    rows = ((key, here(key), _with_own(tables, key, here(key), both.rows[key].row)) for key in sorted(both.rows))
    writes = [MergedWrite(key, stands, row) for key, stands, row in rows if stands != row]
    return MergeOutcome(writes, merged, both, before, after, known)


def _with_own(tables: MergedTables, key: Key, here: Row | None, row: Row | None) -> Row | None:
    """A merged row with what is never merged (which symbols a file is seen with) as it stands in the main file."""
    if here is None or row is None:
        return row
    own = (tables.of_row(key, row).silent - AUDIT_COLUMNS) & here.keys()
    return {**row, **{name: here[name] for name in own}} if own else row
