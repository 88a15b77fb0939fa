"""Neighbouring countries and their regions, from Natural Earth as QGIS ships it, with today's and Swedish names."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsGeometry, QgsPointXY

from tools.base_data import names
from tools.base_data.shapes import areas, clipped, united, valid
from tools.base_data.sources import Feature, read_world

WEST_OF_OSLO = (
    *((254_000, 6_690_000), (254_000, 6_672_700), (255_100, 6_668_200), (248_700, 6_661_900), (255_100, 6_656_900)),
    *((255_500, 6_651_000), (257_600, 6_649_800), (258_100, 6_647_600), (258_100, 6_600_000)),
)
"""Metres, EPSG:3006: Oslo's border towards Bærum, along Lysakerelva and out into the fjord, by hand."""
_FAR_WEST = ((200_000, 6_600_000), (200_000, 6_690_000))


class NeighbourArea(NamedTuple):
    """A country or a region of one."""

    iso: str
    namn: str
    geometry: QgsGeometry


def make_countries() -> tuple[NeighbourArea, ...]:
    """The countries in the box, by ISO code; Sweden too."""
    found: dict[str, list[QgsGeometry]] = {}
    for row in read_world("countries"):
        iso = str(row.values["iso_a2"])
        if iso in names.COUNTRIES:
            found.setdefault(iso, []).append(clipped(valid(row.geometry)))
    shapes = ((iso, united(shape)) for iso, shape in sorted(found.items()))
    return tuple(NeighbourArea(iso, names.COUNTRIES[iso], shape) for iso, shape in shapes if not shape.isEmpty())


def make_regions() -> tuple[NeighbourArea, ...]:
    """Norway's fylker (2024), Finland's landskap, Åland and Denmark's regions, by country and name."""
    found: dict[tuple[str, str], list[QgsGeometry]] = {}
    for row in read_world("states_provinces"):
        key = _region(row)
        if key is not None:
            found.setdefault(key, []).append(clipped(valid(row.geometry)))
    shapes = _with_asker_in_akershus({key: united(shape) for key, shape in sorted(found.items())})
    return tuple(NeighbourArea(iso, name, shape) for (iso, name), shape in shapes.items() if not shape.isEmpty())


def _with_asker_in_akershus(shapes: dict[tuple[str, str], QgsGeometry]) -> dict[tuple[str, str], QgsGeometry]:
    """Natural Earth has Asker and Bærum in Oslo: what lies west of Oslo goes to Akershus."""
    oslo, akershus = shapes["NO", "Oslo"], shapes["NO", "Akershus"]
    west = QgsGeometry.fromPolygonXY([[QgsPointXY(*spot) for spot in (*WEST_OF_OSLO, *_FAR_WEST, WEST_OF_OSLO[0])]])
    moved = {
        ("NO", "Oslo"): areas(oslo.difference(west)),
        ("NO", "Akershus"): united([akershus, areas(oslo.intersection(west))]),
    }
    return {**shapes, **moved}


def _region(row: Feature) -> tuple[str, str] | None:
    iso, name = str(row.values["iso_a2"]), str(row.values["name"])
    if iso == "NO" and name not in ("Svalbard", "Bouvet Island", "Jan Mayen"):
        return iso, names.FYLKE.get(name, name)
    if iso == "FI":
        return iso, names.LANDSKAP.get(name, name)
    if iso == "AX":
        return iso, "Åland"
    if iso == "DK":
        return iso, names.DANISH_REGION.get(name, name)
    return None
