"""What a command did to rows of a layer: each row before and after. Main thread only."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Iterable, Sequence

from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from ...compat import OWN_COLUMNS
from ...errors import without_lone_surrogates
from ...store.autosave.copy_format import AUDIT_COLUMNS
from ...store.schema.tables import FID
from .row_codec import cell, in_kind, plain_shape, same_cell

GEOMETRY_PLACE = -1
"""Stands for the geometry among the columns' places."""


@dataclass(frozen=True)
class Row:
    """The columns of a row as the file has them, in their order, and its shape."""

    values: tuple[Any, ...]
    geometry: QgsGeometry

    def value(self, place: int) -> Any:
        """The column at `place`, or the geometry."""
        if place >= len(self.values):
            return NULL  # a column that has come since
        return self.geometry if place == GEOMETRY_PLACE else self.values[place]

    def with_values(self, other: Row, places: Iterable[int]) -> Row:
        """This row with the columns at `places` as in `other`."""
        wanted = set(places)
        values = tuple(other.value(at) if at in wanted else value for at, value in enumerate(self.values))
        return Row(values, other.geometry if GEOMETRY_PLACE in wanted else self.geometry)


@dataclass
class RowDiff:
    """One row before and after; None where it is not there."""

    serial: int
    before: Row | None
    after: Row | None

    def columns(self) -> list[int]:
        """The places that are different; none for a row added or taken away."""
        if self.before is None or self.after is None:
            return []
        pairs = zip_longest(self.before.values, self.after.values, fillvalue=NULL)  # a column may have come
        places = [at for at, (one, other) in enumerate(pairs) if not _same(one, other)]
        return places if _same_shape(self.before.geometry, self.after.geometry) else [*places, GEOMETRY_PLACE]


@dataclass(frozen=True)
class RowEdit:
    """One row before and after, and the feature id it has; None where it is not there."""

    fid: int
    before: Row | None
    after: Row | None


def diff(serial: int, before: Row | None, after: Row | None) -> RowDiff | None:
    """What is different, or None for nothing."""
    found = RowDiff(serial, before, after)
    if before is None or after is None:
        return None if before is after else found
    return found if found.columns() else None


def read_rows(layer: QgsVectorLayer, fids: Sequence[int], in_file: bool = False) -> dict[int, Row]:
    """The rows with these feature ids that are there, edits included; or as the file has them (`in_file`)."""
    if not fids:
        return {}
    source: Any = layer.dataProvider() if in_file else layer
    # columns of the file, and those that will be, come before what others have joined to the layer
    number = sum(layer.fields().fieldOrigin(at) in OWN_COLUMNS for at in range(layer.fields().count()))
    request = QgsFeatureRequest().setFilterFids(list(fids))
    found = {}
    for one in source.getFeatures(request):
        values = one.attributes()[:number]
        found[one.id()] = Row((*values, *[NULL] * (number - len(values))), one.geometry())
    return found


def feature_of(layer: QgsVectorLayer, row: Row) -> QgsFeature:
    """A new feature with what the row says; its place in the file is found when it is written."""
    feature = QgsFeature(layer.fields())
    keys = layer.dataProvider().pkAttributeIndexes()
    for at, value in enumerate(row.values):
        if at not in keys:
            feature.setAttribute(at, without_lone_surrogates(value) if isinstance(value, str) else value)
    feature.setGeometry(row.geometry)
    return feature


def expected_rows(diffs: Sequence[RowDiff], done: Sequence[Sequence[RowDiff]]) -> dict[int, dict[int, Any] | None]:
    """How the rows in `diffs` stand after the commands `done`, by serial and place, as far as `diffs` is about them.

    None: the row is not there. Places that no command has written are as `diffs` found them.
    """
    wanted: dict[int, set[int]] = {}
    first: dict[int, RowDiff] = {}
    for each in diffs:
        first.setdefault(each.serial, each)
        whole = each.before if each.before is not None else each.after
        everything = range(GEOMETRY_PLACE, len(whole.values) if whole is not None else 0)
        places = each.columns() or (everything if each.before is None or each.after is None else ())
        wanted.setdefault(each.serial, set()).update(places)
    state: dict[int, dict[int, Any] | None] = {}
    for serial, change in first.items():
        before = change.before
        state[serial] = None if before is None else {at: before.value(at) for at in wanted[serial]}
    for command in done:
        for each in command:
            if each.serial not in wanted:
                continue
            now = state[each.serial]
            if each.after is None:
                state[each.serial] = None
            elif now is None or each.before is None:
                state[each.serial] = {at: each.after.value(at) for at in wanted[each.serial]}
            else:
                now.update((at, each.after.value(at)) for at in each.columns() if at in wanted[each.serial])
    return state


def row_is(layer: QgsVectorLayer, row: Row | None, expected: dict[int, Any] | None) -> bool:
    """Whether the row says what is expected, beside who wrote it and when."""
    if row is None or expected is None:
        return row is None and expected is None
    fields = layer.fields()
    for place, value in expected.items():
        if place == GEOMETRY_PLACE:
            if not _same_shape(row.geometry, value):
                return False
            continue
        name = fields.at(place).name()
        if name == FID or name in AUDIT_COLUMNS or _same(row.values[place], value):
            continue
        kinds = (cell(in_kind(fields.at(place), one)) for one in (row.values[place], value))
        if not same_cell(*kinds):
            return False
    return True


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def _same_shape(one: QgsGeometry, other: QgsGeometry) -> bool:
    if one.isNull() or other.isNull():
        return bool(one.isNull() and other.isNull())
    return bool(one.asWkb() == other.asWkb()) or same_cell(plain_shape(one), plain_shape(other))
