"""Rules about geometry: empty, invalid, outside the area."""

from __future__ import annotations

from typing import Iterator

from qgis.core import QgsGeometry

from ..compat import AREA_GEOMETRY, LINE_GEOMETRY
from ..i18n import tr
from ..store.records import Objekt
from .finding import ERROR, TIP, WARNING, Remark
from .ground import BAND_LAYER, BORDER_LAYER, LINK_LAYER, Ground

AREA_TOLERANCE_M = 3000.0
"""How far outside the area something may lie, in metres. Ours: the shipped boundaries are generalised and the coast is
coarse (real places lie up to a few kilometres outside their county), and a strukturbild is drawn with a broad brush."""

STORREGIONAL = "storregional"
"""Scale of pictures that show the neighbours too (domain 12.8: cross-border is the rule there)."""


def geometry_empty(ground: Ground) -> Iterator[Remark]:
    """An object without a place."""
    for place, objekt in enumerate(ground.snapshot.objects):
        if place not in ground.shapes:
            yield ground.remark(
                ERROR,
                objekt,
                tr("{objekt} är inte ritad: geometrin är tom och objektet syns inte på kartan."),
                tr("Rita objektet på kartan, eller ta bort raden."),
            )


def geometry_invalid(ground: Ground) -> Iterator[Remark]:
    """Lines without length, areas that cross themselves, coordinates that are no numbers."""
    for objekt, geometry in ground.drawn():
        if not geometry.boundingBox().isFinite():
            why = tr("koordinaterna är inte tal")
        elif geometry.type() == LINE_GEOMETRY and geometry.length() == 0:
            why = tr("linjen har ingen längd")
        elif geometry.type() == AREA_GEOMETRY and geometry.area() == 0:
            why = tr("ytan har ingen utbredning")
        elif geometry.type() == AREA_GEOMETRY and not geometry.isGeosValid():
            why = tr("gränsen korsar sig själv")
        else:
            continue
        yield ground.remark(
            ERROR,
            objekt,
            tr("{objekt} har en ogiltig geometri: {why}."),
            tr("Rita om gränsen på det stället, eller låt QGIS verktyg ”Laga geometrier” göra det."),
            why=why,
        )


def outside_area(ground: Ground) -> Iterator[Remark]:
    """Wholly outside, or sticking out where nothing says that it should."""
    if ground.area is None:
        return
    widened = ground.area.buffer(AREA_TOLERANCE_M, 6)
    engine = QgsGeometry.createGeometryEngine(widened.constGet())
    engine.prepareGeometry()
    kilometres = round(AREA_TOLERANCE_M / 1000)
    for objekt, geometry in ground.drawn():
        if not geometry.boundingBox().isFinite() or engine.contains(geometry.constGet()):
            continue
        if not engine.intersects(geometry.constGet()):
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
                km=str(kilometres),
            )


def _may_cross(objekt: Objekt) -> bool:
    """Gränsbygd is about the border; a stråk may go on towards a place; a samband may end at a neighbour's."""
    if objekt.lager == BORDER_LAYER:
        return True
    if objekt.lager == BAND_LAYER:
        return bool(objekt.attribut.get("mot_start") or objekt.attribut.get("mot_slut"))
    return objekt.lager == LINK_LAYER and bool(objekt.attribut.get("fran_id") and objekt.attribut.get("till_id"))


def _how_to_cross(objekt: Objekt) -> str:
    if objekt.lager == BAND_LAYER:
        return tr("Skriv vart stråket fortsätter (”Mot” i början eller slutet), eller korta det.")
    return tr("Klipp objektet vid gränsen, eller låt det vara om det är meningen.")
