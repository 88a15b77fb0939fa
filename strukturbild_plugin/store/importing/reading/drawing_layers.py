"""A CAD drawing as layers of points, lines and areas: the format has one list of everything, and no areas but hatches.

In a drawing the outline of an area is a closed line, so closed lines are areas here. The drawing's own layers, its
texts and its line types stay as columns.
"""

from __future__ import annotations

from typing import Any, Iterator, Sequence

from ....catalogue.model import AREA, LINE, POINT
from ....compat import ogr
from ....i18n import tr
from .geometry_kinds import kinds_in
from .raw_layer import RawLayer, RawRow

_MIN_CORNERS = 4
"""Points of a closed line, of which the last is the first again."""


def by_kind(layer: RawLayer) -> list[RawLayer]:
    """The layers of points, lines and areas that the drawing has; what has no place is left out."""
    rows: dict[str, list[RawRow]] = {POINT: [], LINE: [], AREA: []}
    closed = 0
    for row in layer.rows():
        if row.geometry is None or row.geometry.IsEmpty():
            continue
        shape = _as_area(row.geometry)
        closed += shape is not row.geometry
        kinds = kinds_in(shape)
        kind = next(each for each in (AREA, LINE, POINT) if each in kinds)
        rows[kind].append(RawRow(row.number, row.values, shape))
    note = tr("Ritningens slutna linjer läses som ytor ({antal} stycken).").format(antal=closed) if closed else ""
    names = {POINT: tr("Punkter"), LINE: tr("Linjer"), AREA: tr("Ytor")}
    return [_KindLayer(names[kind], kind, found, layer, note) for kind, found in rows.items() if found]


class _KindLayer:
    """What of a drawing is of one kind."""

    def __init__(self, name: str, kind: str, rows: Sequence[RawRow], drawing: RawLayer, note: str) -> None:
        self.name, self._rows, self.columns, self.system = name.encode(), rows, drawing.columns, drawing.system
        self.count = len(rows)
        self.geometry: int = {POINT: ogr.wkbPoint, LINE: ogr.wkbLineString, AREA: ogr.wkbPolygon}[kind]
        self.notes = (*drawing.notes, *((note,) if note and kind == AREA else ()))

    def rows(self) -> Iterator[RawRow]:
        """Every row of that kind, in order."""
        yield from self._rows

    def texts(self) -> Iterator[bytes]:
        """Every text in its rows."""
        for row in self._rows:
            yield from (value.encode("utf-8", "surrogateescape") for value in row.values if isinstance(value, str))


def _as_area(shape: Any) -> Any:
    """A closed line as the area inside it; anything else as it is."""
    if ogr.GT_Flatten(shape.GetGeometryType()) != ogr.wkbLineString:
        return shape
    if shape.GetPointCount() < _MIN_CORNERS or not shape.IsRing():
        return shape
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for place in range(shape.GetPointCount()):
        ring.AddPoint_2D(*shape.GetPoint_2D(place))
    area = ogr.Geometry(ogr.wkbPolygon)
    area.AddGeometry(ring)
    return area
