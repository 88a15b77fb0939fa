"""One row that several have changed, merged column by column against what they began with. Pure Python.

What only one has changed is taken; where two have changed the same column in different ways nothing is chosen: the
base's value stays and the conflict says both. The order of the versions plays no part but for who is named first.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..store.gpkg.row_mapping import codes_to_text, text_to_codes
from .merged_tables import AUDIT_COLUMNS, LAYER, MADE_FID, Cell, Key, MergedTable, Row
from .text_merge import merge_texts

VALUES, DELETED, IN_USE, OTHER_KIND, SAME_OBJECT = "olika", "borttagen", "anvand", "annat_slag", "samma_objekt"
"""Kinds of conflict: a column with different values; deleted here and changed there; deleted here and named there;
made another kind of object here and changed there; (strict) the same object changed by two, in whatever columns."""

Version = tuple[int, "Row | None"]
"""Which participant, and its row; None when it was deleted."""


@dataclass(frozen=True)
class Conflict:
    """Two versions that cannot both be. `column` '' is the whole row; of it a None is a deleted one."""

    key: Key
    column: str
    kind: str
    base: Cell | Row
    one: Cell | Row
    other: Cell | Row
    ones: tuple[int, ...]
    others: tuple[int, ...]
    """Which participants stand behind each."""
    layer: str = ""
    """The table the object lies in; '' for what is no object."""


@dataclass(frozen=True)
class MergedRow:
    """What became of a row (None: deleted), and what could not be decided."""

    row: Row | None
    conflicts: tuple[Conflict, ...] = ()
    taken: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Whose value was taken, by column that is not as in the base; '' for the whole row."""


def canonical(value: Cell | Row) -> str:
    """A value or row as text that is the same for the same value: what is stored of conflicts, and sorted by."""
    return _ENCODER.encode(value)


def from_canonical(text: str) -> Cell | Row:
    """What `canonical` gave the text of. Raises ValueError."""
    found: Cell | Row = json.loads(text, object_hook=_decoded)
    return found


def cell_of(value: Cell | Row) -> Cell:
    """What a conflict about a column says; nothing for a row."""
    return None if isinstance(value, Mapping) else value


def changed_columns(table: MergedTable, base: Row, row: Row) -> set[str]:
    """The columns where two rows say different things, beside who and when."""
    return {name for name in (*table.columns, LAYER) if name not in table.silent and base.get(name) != row.get(name)}


def merge_row(
    table: MergedTable, key: Key, base: Row | None, versions: Sequence[Version], strict: bool = False, prefer: int = -1
) -> MergedRow:
    """`base` with the changes of all `versions`.

    Only those who have changed, added or deleted the row are given. `prefer`: the participant whose value stays where
    there is a conflict, instead of the base's. `strict`: two who have changed one row in different ways is a question,
    whatever columns they are.
    """
    if base is None:
        return _merge_new(table, key, [(who, row) for who, row in versions if row is not None], prefer)
    deleted = tuple(who for who, row in versions if row is None)
    changed = [
        (who, row, columns)
        for who, row in versions
        if row is not None and (columns := changed_columns(table, base, row))
    ]
    if not changed:
        if deleted:
            return MergedRow(None, taken={"": deleted})
        return MergedRow(with_audit(base, base, versions))
    different = len(changed) > 1 and len({canonical(plain(row)) for _, row, _ in changed}) > 1
    if len(changed) == 1:
        merged = _of_one(base, *changed[0])
    elif different and any(LAYER in columns for _, _, columns in changed):
        merged = _of_other_kind(key, base, changed, prefer)
    else:
        merged = _merge_columns(table, key, base, changed, strict, prefer)
    conflicts = list(merged.conflicts)
    if deleted:
        others = tuple(who for who, _, _ in changed)
        conflicts.append(Conflict(key, "", DELETED, base, None, plain(merged.row or base), deleted, others))
    layer = str(base.get(LAYER) or "")
    named = tuple(replace(one, layer=layer) for one in conflicts)
    return MergedRow(with_audit(base, merged.row or base, versions), named, merged.taken)


def _of_one(base: Row, who: int, row: Row, columns: set[str]) -> MergedRow:
    """Only one has changed it."""
    theirs = {name: row.get(name) for name in sorted(columns)}
    return MergedRow({**base, **theirs}, taken=dict.fromkeys(theirs, (who,)))


def _merge_columns(
    table: MergedTable,
    key: Key,
    base: Row,
    changed: Sequence[tuple[int, Row, set[str]]],
    strict: bool,
    prefer: int,
) -> MergedRow:
    row, conflicts, taken = dict(base), list[Conflict](), dict[str, tuple[int, ...]]()
    places = [(who, _part(theirs, table.place)) for who, theirs, columns in changed if columns & {*table.place}]
    apart = len({canonical(place) for _, place in places}) > 1
    if apart:
        conflicts += _row_conflicts(key, SAME_OBJECT, base, places)
        row.update(next((place for who, place in places if who == prefer), {}))
    for column in sorted(set().union(*(columns for _, _, columns in changed))):
        holders: dict[str, list[int]] = {}
        values: dict[str, Cell] = {}
        for who, theirs, columns in changed:
            if column in columns:
                text = canonical(theirs.get(column))
                holders.setdefault(text, []).append(who)
                values[text] = theirs.get(column)
        everybody = tuple(sorted(who for each in holders.values() for who in each))
        if column in table.stamps or (apart and column in table.place):
            continue
        found = _one_value(table, column, base.get(column), list(values.values()))
        if found is not None:
            row[column], taken[column] = found[0], everybody
            continue
        conflicts += _value_conflicts(key, column, base.get(column), holders, values)
        for text, holding in holders.items():
            if prefer in holding:
                row[column] = values[text]
    if table.stamps:
        row.update(_part(_last_written(table, [theirs for _, theirs, _ in changed]), table.stamps))
    if strict and len({canonical(plain(theirs)) for _, theirs, _ in changed}) > 1 and not conflicts:
        conflicts += _row_conflicts(key, SAME_OBJECT, base, [(who, theirs) for who, theirs, _ in changed])
    return MergedRow(row, tuple(conflicts), taken)


def _part(row: Row, columns: Sequence[str]) -> Row:
    return {name: row.get(name) for name in columns}


def _last_written(table: MergedTable, rows: Sequence[Row]) -> Row:
    """The row that was written last, as its own columns say."""
    return max(rows, key=lambda row: [str(row.get(name) or "") for name in table.stamps])


def _one_value(table: MergedTable, column: str, base: Cell, values: Sequence[Cell]) -> tuple[Cell] | None:
    """What different values of a column become together; None when they clash."""
    if len(values) == 1:
        return (values[0],)
    if column in table.lists:
        return (_merged_codes(table, base, values),)
    if column in table.texts and isinstance(base, str) and all(isinstance(value, str) for value in values):
        merged = merge_texts(base, [str(value) for value in values])
        return None if merged is None else (merged,)
    return None


def _merged_codes(table: MergedTable, base: Cell, values: Sequence[Cell]) -> Cell:
    """Codes that anybody has added are there, and those that anybody has taken away are not."""
    before = text_to_codes(base)
    lists = [text_to_codes(value) for value in values]
    gone = {code for code in before for codes in lists if code not in codes}
    added = sorted({code for codes in lists for code in codes if code not in before})
    codes = [*(code for code in before if code not in gone), *added]
    return codes_to_text(codes) if table.spec.objects else ",".join(codes)


def _value_conflicts(
    key: Key, column: str, base: Cell, holders: Mapping[str, Sequence[int]], values: Mapping[str, Cell]
) -> list[Conflict]:
    """One conflict for each value beyond that of the first participant."""
    first, *rest = sorted(holders, key=lambda text: min(holders[text]))
    return [
        Conflict(
            key, column, VALUES, base, values[first], values[text], tuple(sorted(holders[first])), tuple(holders[text])
        )
        for text in rest
    ]


def _row_conflicts(key: Key, kind: str, base: Row | None, rows: Sequence[tuple[int, Row]]) -> list[Conflict]:
    holders: dict[str, list[int]] = {}
    found: dict[str, Row] = {}
    for who, row in rows:
        text = canonical(plain(row))
        holders.setdefault(text, []).append(who)
        found[text] = plain(row)
    first, *rest = sorted(holders, key=lambda text: min(holders[text]))
    return [
        Conflict(key, "", kind, base, found[first], found[text], tuple(holders[first]), tuple(holders[text]))
        for text in rest
    ]


def _of_other_kind(key: Key, base: Row, changed: Sequence[tuple[int, Row, set[str]]], prefer: int) -> MergedRow:
    """Somebody made it another kind of object, and others changed it as it was: whole rows stand against each other."""
    rows = [(who, row) for who, row, _ in changed]
    kept = next((row for who, row in rows if who == prefer), base)
    return MergedRow(kept, tuple(_row_conflicts(key, OTHER_KIND, base, rows)))


def _merge_new(table: MergedTable, key: Key, rows: Sequence[tuple[int, Row]], prefer: int) -> MergedRow:
    """Added by one, or by several under one identity (the same link, say): the first stays where they differ."""
    if not rows:
        return MergedRow(None)
    ordered = sorted(rows, key=lambda one: (one[0] != prefer, one[0]))
    first = ordered[0][1]
    conflicts = []
    for who, row in ordered[1:]:
        if str(row.get(LAYER)) != str(first.get(LAYER)):
            conflicts += _row_conflicts(key, OTHER_KIND, None, [ordered[0], (who, row)])
            continue
        different = changed_columns(table, first, row) - {*table.stamps}
        if different & {*table.place}:
            places = [(ordered[0][0], _part(first, table.place)), (who, _part(row, table.place))]
            conflicts += _row_conflicts(key, SAME_OBJECT, None, places)
        for column in sorted(different - {*table.place}):
            ones, others = (ordered[0][0],), (who,)
            conflicts.append(Conflict(key, column, VALUES, None, first.get(column), row.get(column), ones, others))
    return MergedRow(with_audit(None, first, rows), tuple(conflicts), {"": tuple(who for who, _ in sorted(rows)[:1])})


def with_audit(base: Row | None, row: Row, versions: Sequence[Version]) -> Row:
    """`row` as changed last by whom who changed last; its version counts all changes."""
    rows = [theirs for _, theirs in versions if theirs is not None]
    if "version" not in row or not rows:
        return row
    moments = [(str(each.get("andrad") or ""), str(each.get("andrad_av") or "")) for each in (row, *rows)]
    andrad, who = max(moments)
    began = _version(base) if base is not None else 0
    steps = [max(_version(theirs) - began, 0) for theirs in rows]
    count = began + sum(steps) if base is not None else max(steps)
    return {**row, "andrad": andrad or None, "andrad_av": who or None, "version": min(max(count, 1), _MOST_CHANGES)}


_MOST_CHANGES = 1_000_000_000
"""More changes than anybody makes: a greater version is not counted further."""


def _version(row: Row) -> int:
    value = row.get("version")
    return int(min(max(value, 0), _MOST_CHANGES)) if isinstance(value, (int, float)) else 1


def next_version(row: Row) -> int:
    """The version of a row that is changed once more; 1 when it counts none."""
    return min(_version(row) + 1, _MOST_CHANGES) if isinstance(row.get("version"), (int, float)) else 1


def plain(row: Row) -> Row:
    """A row without who and when."""
    return {name: value for name, value in row.items() if name not in AUDIT_COLUMNS and name != MADE_FID}


def _encoded(value: object) -> object:
    if isinstance(value, bytes):
        return {"b64": base64.b64encode(value).decode("ascii")}
    raise TypeError(type(value).__name__)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=_encoded)


def _decoded(found: dict[str, object]) -> object:
    if set(found) == {"b64"} and isinstance(found["b64"], str):
        return base64.b64decode(found["b64"])
    return found
