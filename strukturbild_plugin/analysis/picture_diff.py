"""What differs between two pictures of one strukturbild: what is new, changed and gone.

Two objects are the same thing when one was copied from the other (`ursprung_id`), or else when each is the only one of
its name in its layer. A changed thing has another class, level, subtype, status, name or set of roles, or it lies
elsewhere. The choice of what counts is ours; the sheet says so.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Sequence

from qgis.core import QgsGeometry

from ..store.gpkg.records import ObjectRecord

NEW, CHANGED, GONE = "ny", "andrad", "borta"
_FIELDS = ("klass", "niva", "undertyp", "status", "namn", "roller")
_MOVED_M = 500.0
"""Metres that a shape may differ and still lie where it lay: less is not seen on a picture of principle."""


@dataclass(frozen=True)
class ObjectDiff:
    """One object that differs. `before` is None when it is new, `after` when it is gone."""

    kind: str
    before: ObjectRecord | None
    after: ObjectRecord | None
    moved: bool = False


def compare(before: Sequence[ObjectRecord], after: Sequence[ObjectRecord]) -> tuple[ObjectDiff, ...]:
    """Every difference: the new and the changed in the order of `after`, then the gone in the order of `before`."""
    pairs = _pairs(before, after)
    found = []
    for later in after:
        earlier = pairs.get(later.objekt_id)
        if earlier is None:
            found.append(ObjectDiff(NEW, None, later))
        else:
            moved = _lies_elsewhere(earlier, later)
            if moved or any(getattr(earlier, field) != getattr(later, field) for field in _FIELDS):
                found.append(ObjectDiff(CHANGED, earlier, later, moved))
    known = {earlier.objekt_id for earlier in pairs.values()}
    return (*found, *(ObjectDiff(GONE, earlier, None) for earlier in before if earlier.objekt_id not in known))


def _pairs(before: Sequence[ObjectRecord], after: Sequence[ObjectRecord]) -> dict[str, ObjectRecord]:
    """The id of each later object -> the same object before. Nothing is paired twice."""
    by_origin = {record.ursprung_id or record.objekt_id: record for record in reversed(before)}
    pairs: dict[str, ObjectRecord] = {}
    used: set[str] = set()
    for later in after:
        earlier = by_origin.get(later.ursprung_id or later.objekt_id)
        if earlier is not None and earlier.objekt_id not in used:
            pairs[later.objekt_id] = earlier
            used.add(earlier.objekt_id)
    left_before = [record for record in before if record.objekt_id not in used]
    left_after = [record for record in after if record.objekt_id not in pairs]
    names_before, names_after = Counter(map(_name, left_before)), Counter(map(_name, left_after))
    by_name = {_name(record): record for record in left_before}
    for later in left_after:
        name = _name(later)
        if later.namn and names_before[name] == names_after[name] == 1:
            pairs[later.objekt_id] = by_name[name]
    return pairs


def _name(record: ObjectRecord) -> tuple[str, str]:
    return record.lager, record.namn


def _lies_elsewhere(earlier: ObjectRecord, later: ObjectRecord) -> bool:
    if earlier.wkb == later.wkb or earlier.wkb is None or later.wkb is None:
        return earlier.wkb != later.wkb
    one, other = QgsGeometry(), QgsGeometry()
    one.fromWkb(earlier.wkb)
    other.fromWkb(later.wkb)
    return float(one.hausdorffDistance(other)) > _MOVED_M
