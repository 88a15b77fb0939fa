"""Neighbouring countries and their regions, from Natural Earth as QGIS ships it, with today's and Swedish names."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsGeometry

from tools.base_data import names
from tools.base_data.shapes import clipped, united, valid
from tools.base_data.sources import Feature, read_world


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
    shapes = ((key, united(shape)) for key, shape in sorted(found.items()))
    return tuple(NeighbourArea(iso, name, shape) for (iso, name), shape in shapes if not shape.isEmpty())


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
