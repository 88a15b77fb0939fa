"""Which kinds of geometry a layer has: points, lines, areas."""

from __future__ import annotations

import contextlib
import itertools
from typing import Any, Iterable, Iterator

from ....catalogue.model import AREA, LINE, POINT
from ....compat import ogr
from ....errors import ImportRefused
from ....i18n import tr
from ..geometry import is_closed_line
from .raw_layer import RawLayer

_DIMENSION = {0: POINT, 1: LINE, 2: AREA}
_MAX_SAMPLED = 200


def kinds_of(layer: RawLayer) -> frozenset[str]:
    """The kinds that the layer declares, or has when it does not say; none for a table."""
    if layer.geometry == ogr.wkbNone:
        return frozenset()
    declared = _declared(ogr.GT_Flatten(layer.geometry))
    if declared:
        return frozenset((declared,))
    with contextlib.suppress(ImportRefused):  # said when its rows are read
        return frozenset(kind for row in layer.rows() if row.geometry is not None for kind in kinds_in(row.geometry))
    return frozenset()


def has_closed_lines(layer: RawLayer) -> bool:
    """Whether one of its first rows is a closed line, which can be read as an area."""
    with contextlib.suppress(ImportRefused):  # said when its rows are read
        first = itertools.islice(layer.rows(), _MAX_SAMPLED)
        return any(row.geometry is not None and is_closed_line(row.geometry) for row in first)
    return False


def _declared(flat: int) -> str:
    """The one kind that a geometry type stands for; '' when it may hold several."""
    for kind, types in (
        (POINT, (ogr.wkbPoint, ogr.wkbMultiPoint)),
        (LINE, (ogr.wkbCurve, ogr.wkbMultiCurve)),
        (AREA, (ogr.wkbSurface, ogr.wkbMultiSurface)),
    ):
        if any(ogr.GT_IsSubClassOf(flat, each) for each in types):
            return kind
    return ""


def kind_word(kinds: Iterable[str]) -> str:
    """The word for a layer with these kinds: punkt, linje, yta, blandat, or tabell when it has none."""
    words = {POINT: tr("punkt"), LINE: tr("linje"), AREA: tr("yta")}
    found = sorted(set(kinds))
    return tr("tabell") if not found else words[found[0]] if len(found) == 1 else tr("blandat")


def kinds_in(shape: Any) -> set[str]:
    """The kinds of geometry in a shape (ogr); several in a collection."""
    return set(_kinds(shape))


def _kinds(shape: Any) -> Iterator[str]:
    if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbGeometryCollection:
        for place in range(shape.GetGeometryCount()):
            yield from _kinds(shape.GetGeometryRef(place))
    else:
        yield _DIMENSION[shape.GetDimension()]
