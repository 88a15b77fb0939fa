"""Objects at a point or inside a box: by geometry, not by what the symbols happen to cover."""

from __future__ import annotations

from typing import Collection, Iterable

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle

from ...catalogue.model import AREA, LINE, POINT
from ..session.edit_buffer import text
from ..session.edit_session import EditSession
from .qgis_geometry import Where, kind_of, xy

_KIND_ORDER = {POINT: 0, LINE: 1, AREA: 2}


def objects_at(
    edit_session: EditSession, point: Where, reach: float, bild_id: str = "", codes: Collection[str] | None = None
) -> list[str]:
    """The objects within `reach` metres of `point` (EPSG:3006): of the picture first; points, lines, then the smallest
    area.

    `codes`: look in these layers alone (those that are shown).
    """
    spot = QgsPointXY(*xy(point))
    box = QgsRectangle(spot.x() - reach, spot.y() - reach, spot.x() + reach, spot.y() + reach)
    here, found = QgsGeometry.fromPointXY(spot), []
    for objekt_id, picture, geometry in _in_box(edit_session, box, codes):
        kind, away = kind_of(geometry), geometry.distance(here)
        if away <= (reach if kind != AREA else 0.0):
            size = geometry.area() if kind == AREA else away
            found.append((bool(bild_id) and picture != bild_id, _KIND_ORDER[kind], size, objekt_id))
    return [objekt_id for *_, objekt_id in sorted(found)]


def objects_within(
    edit_session: EditSession, area: QgsGeometry, bild_id: str = "", codes: Collection[str] | None = None
) -> list[str]:
    """The objects of the picture that lie wholly within `area` (EPSG:3006): a box, turned perhaps, or a lasso."""
    engine = QgsGeometry.createGeometryEngine(area.constGet())
    engine.prepareGeometry()
    within = []
    for objekt_id, picture, geometry in _in_box(edit_session, area.boundingBox(), codes):
        # a hull is sound even where the drawn shape crosses itself, and lies in what bulges when the shape does
        hull = geometry.convexHull()
        if (not bild_id or picture == bild_id) and (
            engine.contains(hull.constGet()) or engine.contains(geometry.constGet())
        ):
            within.append(objekt_id)
    return sorted(within)


def _in_box(
    edit_session: EditSession, box: QgsRectangle, codes: Collection[str] | None
) -> Iterable[tuple[str, str, QgsGeometry]]:
    for layer in edit_session.catalogue.lager:
        held = edit_session.layers.get(layer.kod)
        if held is None or (codes is not None and layer.kod not in codes):
            continue
        request = QgsFeatureRequest().setFilterRect(box)
        request.setSubsetOfAttributes(["objekt_id", "bild_id"], held.fields())
        for feature in held.getFeatures(request):
            if feature.hasGeometry() and text(feature, "objekt_id"):
                yield text(feature, "objekt_id"), text(feature, "bild_id"), feature.geometry()
