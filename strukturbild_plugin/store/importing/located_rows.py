"""Where imported objects lie: their municipalities, counties and countries, where the source says nothing of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...catalogue.model import Catalogue
from ...i18n import tr
from ..create.location import LINK_LAYER, MUNICIPALITIES, location_columns, location_finder, new_values
from ..gpkg.records import ObjectRecord
from .plan import CHANGED, NEW, PlannedRow


def with_location(row: PlannedRow, catalogue: Catalogue) -> PlannedRow:
    """A planned row whose object knows where it lies, when it is new or moves."""
    if row.record is None or row.outcome not in (NEW, CHANGED) or (row.outcome == CHANGED and not row.moved_m):
        return row
    return replace(row, record=located(row.record, catalogue, row.before))


def located(record: ObjectRecord, catalogue: Catalogue, before: ObjectRecord | None = None) -> ObjectRecord:
    """An object with the columns of where it lies filled in; what somebody has written there by hand stays.

    `before`: the object before it moved.
    """
    columns = location_columns(catalogue)
    if not columns or record.wkb is None:
        return record
    finder, by_ends = location_finder(), record.lager == LINK_LAYER
    was = finder.of(before.wkb, by_ends) if before is not None else None
    values = new_values(columns, record.attribut, finder.of(record.wkb, by_ends), was)
    kept = {**record.attribut, **values}
    return replace(record, attribut={kod: value for kod, value in kept.items() if value is not None})


def notes_on_location(before: Sequence[PlannedRow], rows: Sequence[PlannedRow]) -> list[str]:
    """What to tell of objects outside Sweden: municipalities are Swedish."""
    new = [row.record for was, row in zip(before, rows) if row.outcome == NEW and row is not was and row.record]
    abroad = sum(1 for record in new if record.attribut.get("omradeskoder") and not record.attribut.get(MUNICIPALITIES))
    if not abroad:
        return []
    sentence = tr("{antal} objekt ligger utanför Sverige. De får landets kod och inga kommuner.")
    return [sentence.format(antal=abroad)]
