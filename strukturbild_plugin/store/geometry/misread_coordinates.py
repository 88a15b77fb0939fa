"""Coordinates that were read as EPSG:3006 and are something else: the ways it happens, and the geometry put right."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsGeometry

from .transforms import transform_between

GROUND = "EPSG:3006"
SWAPPED = "axlar"
SYSTEMS = ("EPSG:3857", "EPSG:4326", "EPSG:3021", *(f"EPSG:{code}" for code in range(3007, 3019)))
"""Web maps, degrees, RT 90 and the local zones of SWEREF 99: what Swedish data comes in."""


def readings() -> tuple[str, ...]:
    """Every way to read them, the likeliest first: swapped axes, another system, and both at once."""
    return (SWAPPED, *(name for system in SYSTEMS for name in (system, f"{system} {SWAPPED}")))


def read_anew(geometry: QgsGeometry, reading: str) -> QgsGeometry | None:
    """The geometry in EPSG:3006 when its numbers are read so; None when that gives no place."""
    system, _, swapped = ("", "", SWAPPED) if reading == SWAPPED else reading.partition(" ")
    found = QgsGeometry(geometry)
    if swapped:
        found.get().swapXy()
    if system:
        here, there = (QgsCoordinateReferenceSystem(code) for code in (system, GROUND))
        try:
            found.transform(transform_between(here, there))
        except QgsCsException:
            return None
    return found if found.boundingBox().isFinite() else None


def likely_reading(geometry: QgsGeometry, fits: Callable[[QgsGeometry], bool]) -> str:
    """The first reading whose geometry `fits`; '' when none does."""
    for reading in readings():
        found = read_anew(geometry, reading)
        if found is not None and fits(found):
            return reading
    return ""
