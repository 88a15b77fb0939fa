"""Which row comes from which, when QGIS's own tool has split, merged or replaced objects: seen by their shapes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Sequence

from qgis.core import QgsGeometry, QgsSpatialIndex

from ..session.edit_buffer import plain
from ..session.row_changes import Row, RowEdit

_SLACK_M = 0.5
"""So far, in metres, a part may reach outside of the whole it was cut from: what is stored is rounded."""


@dataclass(eq=False)
class RowFate:
    """One row of an edit by its columns; `before` or `after` is None where it was not there."""

    fid: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    shape_before: QgsGeometry
    shape_after: QgsGeometry
    heirs: list[RowFate] = field(default_factory=list)
    """Of a row that is gone, or has become smaller: the rows that hold parts of it, or all of it, now."""

    @property
    def added(self) -> bool:
        """Whether the row is new."""
        return self.before is None

    @property
    def gone(self) -> bool:
        """Whether the row was taken away."""
        return self.after is None

    @property
    def reshaped(self) -> bool:
        """Whether the row was there before and has another shape."""
        return not self.added and not self.gone and self.shape_before.asWkb() != self.shape_after.asWkb()

    @property
    def split(self) -> bool:
        """Whether the row was cut in pieces, not merged into another."""
        return not self.gone or len(self.heirs) > 1

    def differs(self, column: str) -> bool:
        """Whether the column says another thing than before."""
        return plain((self.before or {}).get(column)) != plain((self.after or {}).get(column))


def fates(rows: Sequence[RowEdit], columns: Sequence[str]) -> list[RowFate]:
    """The rows of one edit, with the heirs of those that were split, merged or replaced."""
    found = [
        RowFate(each.fid, _named(each.before, columns), _named(each.after, columns), *_shapes(each)) for each in rows
    ]
    heirs = [each for each in found if not each.shape_after.isNull() and (each.added or each.reshaped)]
    index = QgsSpatialIndex()
    for place, each in enumerate(heirs):
        index.addFeature(place, each.shape_after.boundingBox())
    for each in found if heirs else ():
        if not each.shape_before.isNull() and (each.gone or each.reshaped):
            near = sorted(index.intersects(each.shape_before.boundingBox().buffered(_SLACK_M)))
            each.heirs = [heirs[place] for place in near if _inherits(heirs[place], each)]
    return found


def _inherits(other: RowFate, each: RowFate) -> bool:
    if each.gone:
        return _holds(each.shape_before, other)
    return other.added and _is_part(other.shape_after, each.shape_before)


def _holds(whole: QgsGeometry, other: RowFate) -> bool:
    """Whether the other row holds all of this shape now (merged), or is a part of it (split)."""
    if _is_part(whole, other.shape_after):
        return not _is_part(whole, other.shape_before)  # it was not there already
    return other.added and _is_part(other.shape_after, whole)


def _is_part(part: QgsGeometry, whole: QgsGeometry) -> bool:
    if part.isNull() or whole.isNull() or part.isEmpty() or whole.isEmpty():
        return False
    if not whole.boundingBox().buffered(_SLACK_M).contains(part.boundingBox()):
        return False
    return bool(whole.buffer(_SLACK_M, 2).contains(part))


def _named(row: Row | None, columns: Sequence[str]) -> dict[str, Any] | None:
    return None if row is None else dict(zip(columns, row.values))


def _shapes(each: RowEdit) -> tuple[QgsGeometry, QgsGeometry]:
    return (
        each.before.geometry if each.before is not None else QgsGeometry(),
        each.after.geometry if each.after is not None else QgsGeometry(),
    )
