"""Rules about geometry: empty, invalid, outside the area."""

from __future__ import annotations

from typing import Callable, Iterator, Mapping

from qgis.core import QgsGeometry

from ...compat import AREA_GEOMETRY, LINE_GEOMETRY
from ...i18n import tr
from ...store.geometry.misread_coordinates import SWAPPED, likely_reading
from ...store.gpkg.drawable import NOT_NUMBERS, OTHER_KIND, TOO_FAR, undrawable
from ...store.gpkg.proposed_edits import MakeValid, ReadAnew, Remove
from ...store.gpkg.records import ObjectRecord
from ...store.gpkg.wkb import MAX_COORDINATE_M
from ..engine.check_context import BORDER_LAYER, CORRIDOR_LAYER, LINK_LAYER, CheckContext, CheckedObject
from ..engine.finding import ERROR, TIP, WARNING, Fix, Remark

AREA_TOLERANCE_M = 3000.0
"""How far outside the area something may lie, in metres. Ours: the shipped boundaries are generalised and the coast is
coarse (real places lie up to a few kilometres outside their county), and a strukturbild is drawn with a broad brush."""

FAR_AWAY_M = 300_000.0
"""Nothing that belongs to the picture lies so far outside the area, in metres, a neighbour's neither: the coordinates
have been read as something they are not."""

STORREGIONAL = "storregional"
"""Scale of pictures that show the neighbours too (domain 12.8: cross-border is the rule there)."""


_UNDRAWABLE: Mapping[str, Callable[[], str]] = {
    OTHER_KIND: lambda: tr("den är av ett annat slag än lagret, och ritas inte"),
    NOT_NUMBERS: lambda: tr("koordinaterna är inte tal, och den ritas inte"),
    TOO_FAR: lambda: tr("koordinaterna är för stora, och den ritas inte"),
}


def geometry_empty(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """An object without a place."""
    if checked.geometry is None:
        yield context.remark(
            ERROR,
            checked.record,
            tr("{objekt} är inte ritad: geometrin är tom eller går inte att läsa, och objektet syns inte på kartan."),
            tr("Rita objektet på kartan, eller ta bort raden."),
            _removed(context, checked),
        )


def geometry_invalid(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Lines without length, areas that cross themselves, coordinates that are no numbers."""
    geometry, fix = checked.geometry, None
    if geometry is None:
        return
    layer = context.catalogue.layer(checked.record.lager)
    fault = undrawable(checked.record.wkb, layer.geometri) if layer is not None else ""
    if fault in _UNDRAWABLE:
        why = _UNDRAWABLE[fault]()
    elif geometry.type() == LINE_GEOMETRY and geometry.length() == 0:
        why = tr("linjen har ingen längd")
    elif geometry.type() == AREA_GEOMETRY and not _covers_something(geometry):
        why = tr("ytan har ingen utbredning")
    elif geometry.type() == AREA_GEOMETRY and not geometry.isGeosValid():
        why = tr("gränsen korsar sig själv")
        fix = Fix(tr("Laga gränsen där den korsar sig själv"), (MakeValid(checked.record.objekt_id),))
    else:
        return
    yield context.remark(
        ERROR,
        checked.record,
        tr("{objekt} har en ogiltig geometri: {why}."),
        tr("Rita om gränsen på det stället, eller låt QGIS verktyg ”Laga geometrier” göra det."),
        fix or _removed(context, checked),
        why=why,
    )


def outside_area(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Wholly outside, or sticking out where nothing says that it should."""
    geometry, bounds = checked.geometry, _area_bounds(context)
    if geometry is None or bounds is None or not _measurable(geometry):
        return
    if bounds.contains(geometry.constGet()):
        return
    record = checked.record
    if is_outside(context, checked) and _distance(context, geometry) > FAR_AWAY_M:
        yield _far_away(context, checked, geometry)
    elif is_outside(context, checked):
        neighbour = context.kind_of_picture(record)[1] == STORREGIONAL
        yield context.remark(
            TIP if neighbour else WARNING,
            record,
            tr("{objekt} ligger helt utanför strukturbildens område."),
            tr("Flytta objektet, eller lägg till länet om grannens objekt ska vara med."),
        )
    elif not _may_cross(record):
        yield context.remark(
            TIP,
            record,
            tr("{objekt} når mer än {km} km utanför området."),
            _how_to_cross(record),
            km=str(round(AREA_TOLERANCE_M / 1000)),
        )


def _distance(context: CheckContext, geometry: QgsGeometry) -> float:
    """From the area, in metres."""
    return context.area.distance(geometry) if context.area is not None else 0.0


def _far_away(context: CheckContext, checked: CheckedObject, geometry: QgsGeometry) -> Remark:
    bounds = _area_bounds(context)
    reading = likely_reading(geometry, lambda found: bounds is not None and bool(bounds.intersects(found.constGet())))
    system, _, swapped = ("", "", SWAPPED) if reading == SWAPPED else reading.partition(" ")
    if not reading:
        why = tr("troligen är det importerat eller inklistrat med fel koordinatsystem")
    elif not system:
        why = tr("nord och öst har bytt plats")
    else:
        why = tr("koordinaterna är i {system}, inte i EPSG:3006").format(system=system)
        why = tr("{why}, och nord och öst har bytt plats").format(why=why) if swapped else why
    edits = (ReadAnew(checked.record.objekt_id, reading),)
    move = Fix(tr("Räkna om koordinaterna, så att objektet hamnar i området"), edits, safe=False)
    return context.remark(
        ERROR,
        checked.record,
        tr("{objekt} ligger {km} km utanför strukturbildens område: {why}."),
        tr("Räkna om koordinaterna, eller ta bort objektet och importera det med rätt koordinatsystem."),
        move if reading else _removed(context, checked),
        km=str(round(_distance(context, geometry) / 1000)),
        why=why,
    )


def is_outside(context: CheckContext, checked: CheckedObject) -> bool:
    """Whether it lies wholly outside the area with its tolerance; never so when there is no area or no place."""
    geometry, bounds = checked.geometry, _area_bounds(context)
    if geometry is None or bounds is None or not _measurable(geometry):
        return False
    return not bounds.intersects(geometry.constGet())


class AreaBounds:
    """The area with its tolerance, prepared for many questions."""

    def __init__(self, area: QgsGeometry) -> None:
        self._widened = area.buffer(AREA_TOLERANCE_M, 6)  # the engine does not own what it looks at
        engine = QgsGeometry.createGeometryEngine(self._widened.constGet())
        engine.prepareGeometry()
        self.contains, self.intersects = engine.contains, engine.intersects
        self._engine = engine


def _area_bounds(context: CheckContext) -> AreaBounds | None:
    """None when there is no area."""
    return context.cached("fence", lambda: AreaBounds(context.area) if context.area is not None else None)


def _measurable(geometry: QgsGeometry) -> bool:
    """Whether it lies somewhere that distances can be measured to."""
    box = geometry.boundingBox()
    sides = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
    return bool(box.isFinite()) and max(map(abs, sides)) < MAX_COORDINATE_M


def _covers_something(geometry: QgsGeometry) -> bool:
    """Whether an area covers anything; one that crosses itself may add up to nothing."""
    return geometry.area() > 0 or geometry.makeValid().area() > 0


def _removed(context: CheckContext, checked: CheckedObject) -> Fix:
    called = context.display_name(checked.record)
    return Fix(
        tr("Ta bort {objekt}").format(objekt=called),
        (Remove(checked.record.objekt_id),),
        safe=False,
        question=tr("Ska {objekt} tas bort, med det som är skrivet om den och dess målkopplingar?").format(
            objekt=called
        ),
    )


def _may_cross(record: ObjectRecord) -> bool:
    """Gränsbygd is about the border; a stråk may go on towards a place; a samband may end at a neighbour's."""
    if record.lager == BORDER_LAYER:
        return True
    if record.lager == CORRIDOR_LAYER:
        return bool(record.attribut.get("mot_start") or record.attribut.get("mot_slut"))
    return record.lager == LINK_LAYER and bool(record.attribut.get("fran_id") and record.attribut.get("till_id"))


def _how_to_cross(record: ObjectRecord) -> str:
    if record.lager == CORRIDOR_LAYER:
        return tr("Skriv vart stråket fortsätter (”Mot” i början eller slutet), eller korta det.")
    return tr("Klipp objektet vid gränsen, eller lämna det om det är avsikten.")
