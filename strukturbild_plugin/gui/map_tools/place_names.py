"""The name of the place that a node is put on: from the base map, for one who has not written any."""

from __future__ import annotations

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas

from ...errors import StoreError
from .base_tool import ToolHost

_REACH_PX = 14
"""Pixels from a place's dot within which a click means it."""
_MIN_REACH_M, _MAX_REACH_M = 700.0, 8_000.0
"""Metres: a dot is easy to miss from near, and from far away any click would lie by something."""
_INCH_M = 0.0254


def name_of_place(canvas: QgsMapCanvas, tools: ToolHost, geometry: QgsGeometry) -> str:
    """What a node at `geometry` (EPSG:3006) can be called; '' far from all places, and when a node is called so."""
    from ...store.create.places import place_at

    session = tools.edit_session
    if session is None or tools.draw_mode is None or tools.draw_mode.lager != "nod" or geometry.isEmpty():
        return ""
    reach = _REACH_PX / canvas.mapSettings().outputDpi() * _INCH_M * canvas.scale()
    spot = geometry.vertexAt(0)
    try:
        place = place_at(spot.x(), spot.y(), min(max(reach, _MIN_REACH_M), _MAX_REACH_M))
    except StoreError:
        return ""  # no base data, no names
    own = (one for one in session.objects.all() if one.lager == "nod" and one.bild_id == tools.picture)
    if place is None or any(one.namn.casefold() == place.namn.casefold() for one in own):
        return ""
    return place.namn
