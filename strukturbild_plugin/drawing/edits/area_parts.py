"""Reshaping what is drawn by hand: adding to, cutting and redrawing an area; and freehand lines."""

from __future__ import annotations

from typing import Iterable

from qgis.core import QgsGeometry

from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.curves import main_vertices, smooth_line
from ..session.edit_buffer import write_geometry
from ..session.edit_session import EditSession
from . import qgis_geometry as parts
from .objects import as_multi, display_name
from .qgis_geometry import Where, xy

ADD, CUT, REDRAW = "lagg_till", "skar_bort", "rita_om"
_HAND_SHAKE_MM = 1.2
"""How far in mm on the map a hand that draws a line shakes."""


def freehand_line(points: Iterable[Where], scale: float) -> QgsGeometry:
    """A smooth line along freehand `points` (EPSG:3006), at map scale 1:`scale`. StoreError when it is too short."""
    stroke = [xy(point) for point in points]
    millimetre = max(float(scale), 1.0) / 1000
    try:
        main = [stroke[place] for place in main_vertices(stroke, _HAND_SHAKE_MM * millimetre)]
        return parts.lines_geometry([smooth_line(main, spacing=2 * millimetre)])
    except (ValueError, IndexError):
        raise StoreError(tr("Dra längre: det du ritade är för kort för att bli en linje.")) from None


def reshape_area(edit_session: EditSession, objekt_id: str, piece: QgsGeometry, how: str) -> None:
    """Add `piece` to an area (ADD), cut it off (CUT), or replace the area by it (REDRAW).

    Raises StoreError when nothing would be left.
    """
    known = edit_session.known(objekt_id)
    sentence = {ADD: tr("Lägg till en bit av {thing}"), CUT: tr("Ta bort en bit av {thing}")}.get(
        how, tr("Rita om {thing}")
    )
    old = edit_session.feature(objekt_id).geometry()
    new = {ADD: old.combine, CUT: old.difference}.get(how, QgsGeometry)(piece)
    if parts.kind_of(new) != "yta" or new.area() <= 0:
        raise StoreError(tr("Då blir inget kvar av ytan. Ta bort den i stället."))
    if how == CUT and new.area() >= old.area() - 1.0:
        raise StoreError(tr("Det du ritade runt ligger utanför ytan."))
    with edit_session.command(sentence.format(thing=display_name(edit_session, known))):
        write_geometry(edit_session, known, as_multi(new))
