"""Rules about geometry: empty, invalid, outside the area."""

from __future__ import annotations

from typing import Iterator

from qgis.core import QgsGeometry

from ...compat import AREA_GEOMETRY, LINE_GEOMETRY
from ...i18n import tr
from ...store.gpkg.proposed_edits import MakeValid, Remove
from ...store.gpkg.records import ObjectRecord
from ..engine.check_context import BAND_LAYER, BORDER_LAYER, LINK_LAYER, CheckContext, CheckedObject
from ..engine.finding import ERROR, TIP, WARNING, Fix, Remark

AREA_TOLERANCE_M = 3000.0
"""How far outside the area something may lie, in metres. Ours: the shipped boundaries are generalised and the coast is
coarse (real places lie up to a few kilometres outside their county), and a strukturbild is drawn with a broad brush."""

STORREGIONAL = "storregional"
"""Scale of pictures that show the neighbours too (domain 12.8: cross-border is the rule there)."""


def geometry_empty(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """An object without a place."""
    if thing.geometry is None:
        yield ground.remark(
            ERROR,
            thing.record,
            tr("{objekt} är inte ritad: geometrin är tom och objektet syns inte på kartan."),
            tr("Rita objektet på kartan, eller ta bort raden."),
            _removed(ground, thing),
        )


def geometry_invalid(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """Lines without length, areas that cross themselves, coordinates that are no numbers."""
    geometry, way = thing.geometry, None
    if geometry is None:
        return
    if not geometry.boundingBox().isFinite():
        why = tr("koordinaterna är inte tal")
    elif geometry.type() == LINE_GEOMETRY and geometry.length() == 0:
        why = tr("linjen har ingen längd")
    elif geometry.type() == AREA_GEOMETRY and not _some_ground(geometry):
        why = tr("ytan har ingen utbredning")
    elif geometry.type() == AREA_GEOMETRY and not geometry.isGeosValid():
        why = tr("gränsen korsar sig själv")
        way = Fix(tr("Laga gränsen där den korsar sig själv"), (MakeValid(thing.record.objekt_id),))
    else:
        return
    yield ground.remark(
        ERROR,
        thing.record,
        tr("{objekt} har en ogiltig geometri: {why}."),
        tr("Rita om gränsen på det stället, eller låt QGIS verktyg ”Laga geometrier” göra det."),
        way or _removed(ground, thing),
        why=why,
    )


def outside_area(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """Wholly outside, or sticking out where nothing says that it should."""
    geometry, fence = thing.geometry, _fence(ground)
    if geometry is None or fence is None or not geometry.boundingBox().isFinite():
        return
    if fence.contains(geometry.constGet()):
        return
    objekt = thing.record
    if is_outside(ground, thing):
        neighbour = ground.kind_of_picture(objekt)[1] == STORREGIONAL
        yield ground.remark(
            TIP if neighbour else WARNING,
            objekt,
            tr("{objekt} ligger helt utanför strukturbildens område."),
            tr("Flytta objektet, eller lägg till länet om grannens objekt ska vara med."),
        )
    elif not _may_cross(objekt):
        yield ground.remark(
            TIP,
            objekt,
            tr("{objekt} sticker ut mer än {km} km utanför området."),
            _how_to_cross(objekt),
            km=str(round(AREA_TOLERANCE_M / 1000)),
        )


def is_outside(ground: CheckContext, thing: CheckedObject) -> bool:
    """Whether it lies wholly outside the area with its tolerance; never so when there is no area or no place."""
    geometry, fence = thing.geometry, _fence(ground)
    if geometry is None or fence is None or not geometry.boundingBox().isFinite():
        return False
    return not fence.intersects(geometry.constGet())


class AreaBounds:
    """The area with its tolerance, prepared for many questions."""

    def __init__(self, area: QgsGeometry) -> None:
        self._widened = area.buffer(AREA_TOLERANCE_M, 6)  # the engine does not own what it looks at
        engine = QgsGeometry.createGeometryEngine(self._widened.constGet())
        engine.prepareGeometry()
        self.contains, self.intersects = engine.contains, engine.intersects
        self._engine = engine


def _fence(ground: CheckContext) -> AreaBounds | None:
    """None when there is no area."""
    return ground.cached("fence", lambda: AreaBounds(ground.area) if ground.area is not None else None)


def _some_ground(geometry: QgsGeometry) -> bool:
    """Whether an area covers anything; one that crosses itself may add up to nothing."""
    return geometry.area() > 0 or geometry.makeValid().area() > 0


def _removed(ground: CheckContext, thing: CheckedObject) -> Fix:
    called = ground.display_name(thing.record)
    return Fix(
        tr("Ta bort {objekt}").format(objekt=called),
        (Remove(thing.record.objekt_id),),
        safe=False,
        question=tr("Ska {objekt} tas bort, med det som är skrivet om den och dess målkopplingar?").format(
            objekt=called
        ),
    )


def _may_cross(objekt: ObjectRecord) -> bool:
    """Gränsbygd is about the border; a stråk may go on towards a place; a samband may end at a neighbour's."""
    if objekt.lager == BORDER_LAYER:
        return True
    if objekt.lager == BAND_LAYER:
        return bool(objekt.attribut.get("mot_start") or objekt.attribut.get("mot_slut"))
    return objekt.lager == LINK_LAYER and bool(objekt.attribut.get("fran_id") and objekt.attribut.get("till_id"))


def _how_to_cross(objekt: ObjectRecord) -> str:
    if objekt.lager == BAND_LAYER:
        return tr("Skriv vart stråket fortsätter (”Mot” i början eller slutet), eller korta det.")
    return tr("Klipp objektet vid gränsen, eller låt det vara om det är meningen.")
