"""Populated places in Sweden, Norway and Finland and around them, from the base data (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Collection

from ... import paths
from ..gpkg.wkb import bounds, from_blob
from .regions import alphabetical, area_names, base_data, folded, state_of


@dataclass(frozen=True)
class PopulatedPlace:
    """A town or village of the base data. `land`: ISO code; `befolkning`: inhabitants; x, y: metres, EPSG:3006."""

    namn: str
    land: str
    befolkning: int
    x: float
    y: float
    lan_kod: str = ""
    """The code of the region of a Swedish, Norwegian or Finnish place (`region_codes`)."""


def all_places() -> tuple[PopulatedPlace, ...]:
    """Every populated place, the largest first. Raises StoreError when the base data is missing or damaged."""
    return _read(*state_of(paths.BASE_DATA))


def find_place(name: str, near: tuple[float, float] | None = None, lan: Collection[str] = ()) -> PopulatedPlace | None:
    """The populated place called `name`, or None.

    Of several, those in one of `lan` (codes of regions) first; of them the one nearest to `near` (x, y in metres,
    EPSG:3006), else the largest. Case never matters; accents only when two places differ by nothing else (Hörby,
    Horby). Raises StoreError when the base data is missing or damaged.
    """
    wanted = name.strip().casefold()
    found = [place for place in all_places() if place.namn.casefold() == wanted]
    if not found:
        found = [place for place in all_places() if folded(place.namn) == folded(name)]
    if not found:
        return None
    found = [place for place in found if place.lan_kod in lan] or found
    if near is None:
        return max(found, key=lambda place: place.befolkning)
    return min(found, key=lambda place: math.dist((place.x, place.y), near))


def places_by_label(lan: Collection[str] = ()) -> dict[str, PopulatedPlace]:
    """The places by what they are called in a list: those in the regions with the codes `lan` first, then by name.

    A place abroad says its region or country ('Vasa, Österbotten (Finland)'), unless it lies in one of `lan`; of two
    with one name, the one in `lan` or the larger has it. Raises StoreError as `all_places`.
    """
    names, found = area_names(), dict[str, PopulatedPlace]()
    for place in sorted(all_places(), key=lambda one: one.lan_kod not in lan):
        own = place.land == "SE" or place.lan_kod in lan
        where = "" if own else names.get(place.lan_kod) or names.get(place.land, place.land)
        found.setdefault(", ".join(filter(None, (place.namn, where))), place)
    return dict(sorted(found.items(), key=lambda one: (one[1].lan_kod not in lan, alphabetical(one[0]))))


@lru_cache(maxsize=2)
def _read(_path: str, _changed: int) -> tuple[PopulatedPlace, ...]:
    statement = "SELECT namn, land, befolkning, lan_kod, geom FROM orter ORDER BY befolkning DESC, namn, fid"
    with base_data() as database:
        rows = database.execute(statement).fetchall()
    return tuple(PopulatedPlace(name, land, size, *_centre(blob), lan) for name, land, size, lan, blob in rows)


def _centre(blob: bytes) -> tuple[float, float]:
    extent = bounds(from_blob(blob) or b"")
    return extent[:2] if extent else (0.0, 0.0)
