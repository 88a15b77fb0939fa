"""All rows that any participant has changed, merged against the base they began with. Plain values: no file, no QGIS.

The result is a function of the base and the set of changes alone, whatever order they come in:

1. A line that has only followed its nodes is not changed (line_ties).
2. Each row is merged column by column (row_merge).
3. What somebody deleted and another has changed, or names in a row of his, stays and is a conflict; and with it what
   went along with it when it was deleted.
4. Lines follow their nodes to where these have ended up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ..store.gpkg.row_mapping import codes_to_text, text_to_codes
from ..store.schema.tables import GEOMETRY
from .line_ties import Lookup, followed, is_followed, node_moves, tied_nodes
from .merged_tables import MADE_FID, OBJECT, REFERENCES, Cell, Key, MergedTables, Row, chosen_values, references
from .row_merge import DELETED, IN_USE, Conflict, MergedRow, Version, merge_row, next_version, with_audit

Changes = Mapping[Key, "Row | None"]
"""What one participant has changed or added since the base, and deleted (None)."""


class BaseRows(Protocol):
    """What all began with."""

    def row(self, key: Key) -> Row | None:
        """The row that is known by `key`; None when there is none."""
        raise NotImplementedError

    def tied_lines(self, nodes: frozenset[str]) -> Sequence[Key]:
        """The lines that are tied to any of `nodes`."""
        raise NotImplementedError


@dataclass(frozen=True)
class MergedRows:
    """What becomes of every row that anybody touched, and of lines that follow."""

    rows: Mapping[Key, MergedRow]

    def conflicts(self) -> list[Conflict]:
        """All that could not be decided, in a fixed order."""
        return [one for key in sorted(self.rows) for one in self.rows[key].conflicts]


def merge_rows(
    tables: MergedTables,
    base: BaseRows,
    changes: Sequence[Changes],
    strict: bool = False,
    prefer: int = -1,
    merged_already: int = -1,
) -> MergedRows:
    """`base` with the changes of every participant; `strict` and `prefer` as in `merge_row`.

    `merged_already`: the participant that is itself a merge, whose lines lie as they are to lie at its nodes.
    """
    real = [_without_following(tables, base, one) for one in changes]
    stays: dict[Key, tuple[int, ...]] = {}
    while True:
        held = [_without_cascade(base, one, frozenset(stays)) for one in real]
        merged = _merge_each(tables, base, held, strict, prefer)
        named = _named(base, merged, stays)
        found = {key: who for key, who in named.items() if key not in stays and merged[key].row is None}
        found.update(
            (key, ())
            for key, row in merged.items()
            if key not in stays and any(one.kind == DELETED for one in row.conflicts)
        )
        if not found:
            break
        stays.update(found)
    merged.update(_in_use(base, real, stays, merged))
    return MergedRows(_with_followers(base, changes, real, merged, prefer, merged_already))


def _merge_each(
    tables: MergedTables, base: BaseRows, changes: Sequence[Changes], strict: bool, prefer: int
) -> dict[Key, MergedRow]:
    versions: dict[Key, list[Version]] = {}
    for who, rows in enumerate(changes):
        for key, row in rows.items():
            versions.setdefault(key, []).append((who, row))
    merged = {}
    for key, found in versions.items():
        before = base.row(key)
        like = before or next((row for _, row in found if row is not None), None)
        if like is not None:
            merged[key] = merge_row(tables.of_row(key, like), key, before, found, strict, prefer)
    return merged


def _named(
    base: BaseRows, merged: Mapping[Key, MergedRow], stays: Mapping[Key, tuple[int, ...]]
) -> dict[Key, tuple[int, ...]]:
    """The touched rows that rows which stay name, and who stands behind these."""
    found: dict[Key, set[int]] = {}
    for key, one in merged.items():
        row = one.row or (base.row(key) if key in stays else None)
        for target in (*references(key, row), *chosen_values(key, row)) if row is not None else ():
            if target in merged:
                who = {each for listed in one.taken.values() for each in listed} if one.row else stays[key]
                found.setdefault(target, set()).update(who)
    return {target: tuple(sorted(who)) for target, who in found.items()}


def _without_cascade(base: BaseRows, changes: Changes, stays: frozenset[Key]) -> Changes:
    """The changes without what went along with the deletion of a row that stays after all."""
    gone = {key for key in stays if key in changes and changes[key] is None}
    if not gone:
        return changes
    kept: dict[Key, Row | None] = {}
    for key, row in changes.items():
        before = base.row(key)
        if row is None:
            if before is not None and key not in gone and _went_with(key, before, changes, gone):
                continue
        elif before is not None:
            row = _with_references(key, before, row, gone)
        kept[key] = row
    return kept


def _went_with(key: Key, before: Row, changes: Changes, gone: set[Key]) -> bool:
    """Whether a deleted row named what stays after all, and nothing that is deleted still."""
    deleted = {target for target in references(key, before) if target in changes and changes[target] is None}
    return bool(deleted) and deleted <= gone


def _with_references(key: Key, before: Row, row: Row, gone: set[Key]) -> Row:
    """A row with those names put back that were taken out of it since what they name was deleted."""
    back = dict(row)
    for ref in REFERENCES.get(key.kind, ()):
        if ref.several:
            codes = text_to_codes(before.get(ref.column))
            left = codes_to_text(code for code in codes if Key(ref.kind, code) not in gone)
            if row.get(ref.column) == left:
                back[ref.column] = before.get(ref.column)
        elif row.get(ref.column) is None and Key(ref.kind, str(before.get(ref.column))) in gone:
            back[ref.column] = before.get(ref.column)
    return back


def _in_use(
    base: BaseRows, changes: Sequence[Changes], stays: Mapping[Key, tuple[int, ...]], merged: Mapping[Key, MergedRow]
) -> dict[Key, MergedRow]:
    """What was deleted and is named by rows that stay: it stays, as it was, and is a conflict."""
    found = {}
    for key, who in stays.items():
        before = base.row(key)
        if before is None or merged[key].row is not None:
            continue
        versions = [(number, rows[key]) for number, rows in enumerate(changes) if key in rows]
        deleted = tuple(number for number, row in versions if row is None)
        conflict = Conflict(key, "", IN_USE, before, None, before, deleted, who)
        found[key] = MergedRow(with_audit(before, before, versions), (conflict,))
    return found


def _without_following(tables: MergedTables, base: BaseRows, changes: Changes) -> Changes:
    """The changes with lines that only followed their nodes where they were."""
    after = _lookup(base, changes)
    real = {key: _without_fid(row) for key, row in changes.items()}
    for key, row in real.items():
        before = base.row(key) if key.kind == OBJECT and row is not None else None
        if before is None or row is None or before.get(GEOMETRY) == row.get(GEOMETRY):
            continue
        moves = node_moves(dict.fromkeys((*tied_nodes(before), *tied_nodes(row))), base.row, after)
        if is_followed(before, before.get(GEOMETRY), row.get(GEOMETRY), moves):
            real[key] = {**row, GEOMETRY: before.get(GEOMETRY)}
    return real


def _without_fid(row: Row | None) -> Row | None:
    return row if row is None or MADE_FID not in row else {name: row[name] for name in row if name != MADE_FID}


def _lookup(base: BaseRows, changes: Changes) -> Lookup:
    return lambda key: changes[key] if key in changes else base.row(key)


def _with_followers(
    base: BaseRows,
    changes: Sequence[Changes],
    real: Sequence[Changes],
    merged: Mapping[Key, MergedRow],
    prefer: int,
    merged_already: int,
) -> dict[Key, MergedRow]:
    """The merged rows with every line at its nodes. `real`: the changes without lines that only followed."""

    def final(key: Key) -> Row | None:
        return merged[key].row if key in merged else base.row(key)

    moved = frozenset(
        key.rad_id for key, one in merged.items() if key.kind == OBJECT and _is_moved(base.row(key), one.row)
    )
    result = dict(merged)
    lines = {key for key, one in merged.items() if key.kind == OBJECT and one.row and tied_nodes(one.row)}
    for key in sorted({*lines, *(base.tied_lines(moved) if moved else ())}):
        row = final(key)
        if row is None:
            continue
        geometry = _as_it_followed(base, changes, real, key, row, final, merged_already)
        if geometry is None:
            drawn = _drawn_among(base, real, merged.get(key), key, prefer)
            geometry = followed(row, row.get(GEOMETRY), node_moves(dict.fromkeys(tied_nodes(row)), drawn, final))
        if geometry == row.get(GEOMETRY):
            continue
        known = merged.get(key) or MergedRow(_changed_with_nodes(row, final))
        result[key] = replace(known, row={**(known.row or row), GEOMETRY: geometry})
    return result


def _as_it_followed(
    base: BaseRows,
    changes: Sequence[Changes],
    real: Sequence[Changes],
    key: Key,
    row: Row,
    final: Lookup,
    merged_already: int,
) -> Cell:
    """The line as it followed its nodes in a copy where they are all where they end up; None when in none."""
    for number, (theirs, without) in enumerate(zip(changes, real)):
        there = _lookup(base, theirs)
        line, plain = there(key), _lookup(base, without)(key)
        if line is None or plain is None or plain.get(GEOMETRY) != row.get(GEOMETRY):
            continue
        if line.get(GEOMETRY) == plain.get(GEOMETRY) and number != merged_already:
            continue
        if all(_place(there(Key(OBJECT, node))) == _place(final(Key(OBJECT, node))) for node in tied_nodes(row)):
            return line.get(GEOMETRY)
    return None


def _place(row: Row | None) -> Cell:
    return None if row is None else row.get(GEOMETRY)


def _is_moved(before: Row | None, after: Row | None) -> bool:
    return before is not None and after is not None and before.get(GEOMETRY) != after.get(GEOMETRY)


def _drawn_among(base: BaseRows, changes: Sequence[Changes], merged: MergedRow | None, key: Key, prefer: int) -> Lookup:
    """Where the nodes were when the line that was taken was drawn: as its participant has them, or in the base."""
    if merged is None:
        return base.row
    who = merged.taken.get(GEOMETRY) or merged.taken.get("")
    if not who and any(one.column == GEOMETRY and prefer in (*one.ones, *one.others) for one in merged.conflicts):
        who = (prefer,)
    return _lookup(base, changes[who[0]]) if who else base.row


def _changed_with_nodes(row: Row, final: Lookup) -> Row:
    """A line that nobody has touched, as changed when the node was that it follows."""
    nodes = [each for node in tied_nodes(row) if (each := final(Key(OBJECT, node))) is not None]
    andrad, who = max((str(each.get("andrad") or ""), str(each.get("andrad_av") or "")) for each in (row, *nodes))
    return {**row, "andrad": andrad or None, "andrad_av": who or None, "version": next_version(row)}
