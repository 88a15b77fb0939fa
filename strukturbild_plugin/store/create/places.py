"""Populated places in Sweden, Norway and Finland and around them, from the base data (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Collection, Iterable

from ... import paths
from ..gpkg.wkb import bounds, from_blob
from .regions import alphabetical, area_names, base_data, folded, state_of

_MIN_REACH_M, _REACH_M = 1_000.0, 8.0
"""A place reaches so many metres from its middle, and more by the square root of its inhabitants: Karlstad 3 km."""
_CELL_M = 12_000.0
"""Metres: no place reaches farther."""
_NAMED_M = 25_000.0
"""Metres from a place within which a node of its name is that place."""


_SIMILAR, _OWN_FIRST = 0.7, 0.15
"""How much of two names must be alike (SequenceMatcher's ratio), and how much nearer the own region's count."""


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
    fid: int = 0
    """The row in the base data's table of places."""


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

    A place says its region or country ('Sala, Västmanlands län', 'Vasa, Österbotten (Finland)'), unless `lan` is that
    region alone; of two with one name, the one in `lan` or the larger has it. Raises StoreError as `all_places`.
    """
    names, found = area_names(), dict[str, PopulatedPlace]()
    for place in sorted(all_places(), key=lambda one: one.lan_kod not in lan):
        alone = place.lan_kod in lan and len(lan) == 1
        where = "" if alone else names.get(place.lan_kod) or names.get(place.land, place.land)
        found.setdefault(", ".join(filter(None, (place.namn, where))), place)
    return dict(sorted(found.items(), key=lambda one: (one[1].lan_kod not in lan, alphabetical(one[0]))))


def similar_places(written: str, lan: Collection[str] = (), most: int = 3) -> tuple[PopulatedPlace, ...]:
    """The places whose names are nearest to what was written, at most `most`; those in `lan` count as nearer.

    Raises StoreError as `all_places`.
    """
    wanted = folded(written)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best: dict[str, tuple[float, PopulatedPlace]] = {}
    for place in all_places():
        name = folded(place.namn)
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() < _SIMILAR or matcher.quick_ratio() < _SIMILAR:
            continue
        likeness = matcher.ratio()
        own = place.lan_kod in lan
        if likeness >= _SIMILAR or (own and name.startswith(wanted)):
            rank = likeness + _OWN_FIRST * own
            if rank > best.get(place.namn, (0.0, place))[0]:
                best[place.namn] = (rank, place)
    ranked = sorted(best.values(), key=lambda one: (-one[0], -one[1].befolkning))
    return tuple(place for _rank, place in ranked[:most])


def place_at(x: float, y: float, within: float) -> PopulatedPlace | None:
    """The largest populated place at most `within` metres from x, y (EPSG:3006), or None. Raises as `all_places`."""
    return next((place for place in all_places() if math.dist((place.x, place.y), (x, y)) <= within), None)


def drawn_places(
    nodes: Iterable[tuple[str, tuple[float, float]]], lan: Collection[str] = ()
) -> tuple[PopulatedPlace, ...]:
    """The places in `lan` that are drawn as one of the nodes (name; x, y in metres, EPSG:3006).

    A node is a place that it lies in or that it is named for. Raises StoreError as `all_places`.
    """
    named, near = dict[str, list[tuple[float, float]]](), dict[tuple[int, int], list[tuple[float, float]]]()
    for name, spot in nodes:
        named.setdefault(folded(name), []).append(spot)
        near.setdefault(_cell(*spot), []).append(spot)
    found = []
    for place in all_places():
        if place.lan_kod not in lan:
            continue
        column, row = _cell(place.x, place.y)
        around = [spot for x in (-1, 0, 1) for y in (-1, 0, 1) for spot in near.get((column + x, row + y), ())]
        reach = min(_MIN_REACH_M + _REACH_M * math.sqrt(place.befolkning), _CELL_M)
        inside = any(math.dist((place.x, place.y), spot) < reach for spot in around)
        called = (spot for spot in named.get(folded(place.namn), ()))
        if inside or any(math.dist((place.x, place.y), spot) < _NAMED_M for spot in called):
            found.append(place)
    return tuple(found)


def _cell(x: float, y: float) -> tuple[int, int]:
    return int(x // _CELL_M), int(y // _CELL_M)


@lru_cache(maxsize=2)
def _read(_path: str, _changed: int) -> tuple[PopulatedPlace, ...]:
    statement = "SELECT namn, land, befolkning, lan_kod, fid, geom FROM orter ORDER BY befolkning DESC, namn, fid"
    with base_data() as database:
        rows = database.execute(statement).fetchall()
    return tuple(
        PopulatedPlace(name, land, size, *_centre(blob), lan, fid) for name, land, size, lan, fid, blob in rows
    )


def _centre(blob: bytes) -> tuple[float, float]:
    extent = bounds(from_blob(blob) or b"")
    return extent[:2] if extent else (0.0, 0.0)
