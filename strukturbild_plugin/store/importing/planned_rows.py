"""What becomes of each row that is known for an object: new, changed, the same as before, or left."""

from __future__ import annotations

from dataclasses import replace
from typing import Mapping, Sequence

from ...i18n import tr
from ..gpkg.records import ObjectRecord
from ..gpkg.row_mapping import text_to_codes
from .identity import shape_distance
from .matching import Draft, Match, Matches
from .plan import CHANGED, LEFT, NEW, SAME, FieldChange, FieldValue, PlannedRow
from .request import YES
from .values import NAMED, ROLES

_FIELDS = {target: target for target in NAMED} | {ROLES: "roller"}
"""Target -> field of ObjectRecord."""


def planned_rows(
    matches: Matches, titles: Mapping[str, str], update: str, goals: Mapping[str, Sequence[str]]
) -> list[PlannedRow]:
    """The rows of a source with what becomes of them. `titles`: target -> name shown; `update`: ASK, YES or NO.

    `goals`: the codes of goals that an object (by id) gets a tie to.
    """
    rows = [_row(match, titles, update, goals.get(match.objekt_id, ())) for match in matches.found]
    return rows + [
        _left(draft, tr("är samma objekt som rad {rad}").format(rad=label)) for draft, label in matches.doubles
    ]


def _row(match: Match, titles: Mapping[str, str], update: str, goals: Sequence[str]) -> PlannedRow:
    draft, before = match.draft, match.before
    if before is None:
        if draft.outside:
            return left_outside(draft)
        record = replace(draft.record, objekt_id=match.objekt_id)
        return PlannedRow(draft.label, record.namn, NEW, record=record)
    if before.klass != draft.record.klass:
        return PlannedRow(
            draft.label,
            draft.record.namn,
            SAME,
            tr("finns redan, nu som en annan klass ({klass})").format(klass=before.klass),
            before,
            before,
        )
    return _compared(draft, before, titles, update, goals)


def _compared(
    draft: Draft, before: ObjectRecord, titles: Mapping[str, str], update: str, goals: Sequence[str]
) -> PlannedRow:
    same_layer = before.lager == draft.record.lager
    changes = [
        FieldChange(target, titles.get(target, target), _value(before, target), value)
        for target, value in draft.given.items()
        if not _same(_value(before, target), value) and (same_layer or target in NAMED)
    ]
    moved = shape_distance(before.wkb, draft.record.wkb or b"") if same_layer else 0.0
    if not changes and not moved and not goals:
        reason = tr("finns redan i bilden sedan en tidigare import")
        return PlannedRow(draft.label, before.namn, SAME, reason, before, before)
    row = PlannedRow(
        draft.label,
        draft.record.namn or before.namn,
        CHANGED,
        "",
        _updated(before, draft, changes, bool(moved)) if changes or moved else before,
        before,
        tuple(changes),
        moved,
        tuple(goals),
    )
    words = tr("uppdateras: {skillnad}") if update == YES else tr("finns redan i bilden, men källan anger {skillnad}")
    return replace(row, reason=words.format(skillnad=row.difference()))


def _updated(before: ObjectRecord, draft: Draft, changes: Sequence[FieldChange], moved: bool) -> ObjectRecord:
    """The object as the row says; what the row says nothing of stays."""
    fields = {_FIELDS[change.target]: change.after for change in changes if change.target in _FIELDS}
    source = {code: draft.record.attribut.get(code) for code in ("kalla", "kalla_datum")}
    attributes = {change.target: change.after for change in changes if change.target not in _FIELDS}
    kept = {**before.attribut, **source, **attributes}
    if moved:
        fields["wkb"] = draft.record.wkb  # type: ignore[assignment]
    filled = {code: value for code, value in kept.items() if value is not None and value != ""}
    return replace(before, attribut=filled, **fields)  # type: ignore[arg-type]


def _value(record: ObjectRecord, target: str) -> FieldValue:
    if target in _FIELDS:
        found: FieldValue = getattr(record, _FIELDS[target])
        return found
    return record.attribut.get(target)


def _same(before: FieldValue, after: FieldValue) -> bool:
    if isinstance(before, tuple) and isinstance(after, tuple):
        return set(before) == set(after)
    if isinstance(before, str) and isinstance(after, str) and after.startswith("{"):  # QGIS writes lists in any order
        return set(text_to_codes(before)) == set(text_to_codes(after))
    return before == after


def left_outside(draft: Draft) -> PlannedRow:
    """A row outside the strukturbild's area."""
    return _left(draft, tr("ligger utanför strukturbildens område"))


def _left(draft: Draft, reason: str) -> PlannedRow:
    return PlannedRow(draft.label, draft.record.namn, LEFT, reason)
