"""Which object comes next when objects are linked to goals one by one, and the calm way there on the map."""

from __future__ import annotations

from qgis.core import QgsRectangle
from qgis.gui import QgsMapCanvas

from ...drawing.edits.goal_links import linked_objects
from ...drawing.session.edit_session import EditSession
from ..map_coordinates import centre_on, is_shown, zoom_to

_ROOM_AROUND = 1.2


def objects_in_order(edit_session: EditSession, bild_id: str) -> list[str]:
    """The objects of a picture as the legend has their classes, those of a class by name."""
    order = {klass.kod: place for place, klass in enumerate(edit_session.catalogue.in_legend_order())}
    here = [one for one in edit_session.objects.all() if one.bild_id == bild_id]
    here.sort(key=lambda one: (order.get(one.klass, len(order)), one.namn.casefold(), one.objekt_id))
    return [one.objekt_id for one in here]


def without_goals(edit_session: EditSession, bild_id: str) -> list[str]:
    """Those of them that are linked to no goal."""
    linked = linked_objects(edit_session)
    return [each for each in objects_in_order(edit_session, bild_id) if each not in linked]


def next_without_goals(edit_session: EditSession, bild_id: str, now: str, by: int = 1) -> str:
    """The next after `now` (1) or the one before it (-1), round the list; '' when no other is without goals."""
    order, waiting = objects_in_order(edit_session, bild_id), set(without_goals(edit_session, bild_id))
    place = order.index(now) if now in order else -1 if by > 0 else 0
    for step in range(1, len(order) + 1):
        each = order[(place + by * step) % len(order)]
        if each in waiting and each != now:
            return each
    return ""


def go_to(canvas: QgsMapCanvas, box: QgsRectangle) -> None:
    """Show a box (EPSG:3006): the map stays where it is if it does already, else moves, and zooms only if it must."""
    if is_shown(canvas, box):
        return
    centre_on(canvas, box.center())
    if not is_shown(canvas, box):
        wide = QgsRectangle(box)
        wide.scale(_ROOM_AROUND)
        zoom_to(canvas, wide)
