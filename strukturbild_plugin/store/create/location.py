"""Where an object lies: the municipalities, counties and countries that it touches, and the highest border it crosses.

By overlap with the outlines of the base data. Municipalities are Swedish: what lies in Norway or Finland has none, and
is said by country. Shares and distances are ours: outlines are generalised, and a sliver along a border is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from qgis.core import QgsGeometry

from ... import paths
from ...catalogue.added_attributes import CODES, is_added
from ...catalogue.model import Catalogue
from ...compat import AREA_GEOMETRY, LINE_GEOMETRY, POINT_GEOMETRY
from ...errors import StoreError
from ..geometry.overlap import LEAST_SHARE, AreaIndex, is_enough, shared_with, size_of
from ..gpkg.records import Value
from ..gpkg.wkb import from_blob
from .regions import base_data, state_of

MUNICIPALITIES, AREAS, CROSSED = "kommunkoder", "omradeskoder", "granskorsning"
LOCATION_COLUMNS = (MUNICIPALITIES, AREAS, CROSSED)
LINK_LAYER = "samband"
"""The layer whose lines are where they begin and end, whatever they pass over: they are about use, not a route."""
LEAST_ABROAD_M = 1_000.0
"""So much of a line has to lie in another country: their outlines are coarser."""
NEAREST_M = 8_000.0
"""A point in no municipality is in the nearest one as near as this: municipalities reach out into the sea, and the
outlines leave out islands (Styrsö lies 7 km off them) and Kalmar."""
UNSURE_M = 500.0
"""The outlines are off by some hundred metres: a town so near a border may be on the other side of it."""
_WHOLE = 0.98
_MOST_KEPT = 20_000
_BETWEEN_CODES = re.compile(r"[,;\s]+")


@dataclass(frozen=True)
class Location:
    """Codes in order: four digits for a municipality, two letters for a country."""

    kommuner: tuple[str, ...] = ()
    lander: tuple[str, ...] = ()
    """Countries other than Sweden."""
    nara: tuple[str, ...] = ()
    """Municipalities that a point lies so near that the outlines cannot tell: concerned, but no border is crossed."""
    regioner: tuple[str, ...] = ()
    """Norwegian fylken and Finnish landskap ('NO-18')."""

    @property
    def lan(self) -> tuple[str, ...]:
        """The Swedish counties, two digits each."""
        return tuple(dict.fromkeys(kod[:2] for kod in self.kommuner))

    @property
    def concerned(self) -> tuple[str, ...]:
        """The municipalities that it lies in, or too near to tell, in order."""
        return tuple(sorted({*self.kommuner, *self.nara}))

    def values(self) -> dict[str, str | None]:
        """What stands in the columns, None for nothing."""
        crossed = None
        if len(self.lander) + bool(self.kommuner) > 1:
            crossed = "rike"
        elif len(self.lan) > 1 or len(self.regioner) > 1:
            crossed = "lan"
        elif len(self.kommuner) > 1:
            crossed = "kommun"
        return {
            MUNICIPALITIES: ", ".join(self.concerned) or None,
            AREAS: ", ".join((*self.lan, *self.lander)) or None,
            CROSSED: crossed,
        }


NOWHERE = Location()


def location_columns(catalogue: Catalogue) -> tuple[str, ...]:
    """Those of the columns that a catalogue has, and that mean this there: not somebody's own of the same code."""
    there = [kod for kod in LOCATION_COLUMNS if kod in catalogue.gemensamma]
    return tuple(kod for kod in there if kod not in CODES or is_added(catalogue, kod))


def new_values(
    columns: tuple[str, ...], stored: Mapping[str, Value], now: Location, before: Location | None = None
) -> dict[str, str | None]:
    """What of `columns` to write for an object that lies at `now`, and was at `before` (None: it is new).

    What somebody has written by hand, and so is another than where the object was, stays; what is empty is filled in.
    """
    was = before.values() if before is not None else {}
    found: dict[str, str | None] = {}
    for kod, value in now.values().items():
        there = codes_in(stored.get(kod))
        follows = not there or (before is not None and there == codes_in(was[kod]))
        if kod in columns and follows and there != codes_in(value):
            found[kod] = value
    return found


def codes_in(value: Value) -> frozenset[str]:
    """The codes of a cell, in whatever order and however separated."""
    return frozenset(filter(None, _BETWEEN_CODES.split(str(value or "").strip())))


class LocationFinder:
    """Finds where shapes (ISO WKB, EPSG:3006) lie. What is asked again is answered at once."""

    def __init__(
        self,
        kommuner: Mapping[str, QgsGeometry],
        lander: Mapping[str, QgsGeometry],
        regioner: Mapping[str, QgsGeometry] | None = None,
    ) -> None:
        self._kommuner, self._lander, self._regioner = dict(kommuner), dict(lander), dict(regioner or {})
        self._near_kommuner, self._near_lander = AreaIndex(self._kommuner), AreaIndex(self._lander)
        self._near_regioner = AreaIndex(self._regioner)
        self._known: dict[tuple[bytes, bool], Location] = {}

    def of(self, wkb: bytes | None, by_ends: bool = False) -> Location:
        """Where a shape lies. `by_ends`: a link is where it begins and ends, whatever it passes over."""
        if not wkb:
            return NOWHERE
        key = (bytes(wkb), by_ends)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            shape = QgsGeometry()
            shape.fromWkb(key[0])
            found = self._known[key] = self._find(_ends(shape) if by_ends else shape)
        return found

    def _find(self, shape: QgsGeometry) -> Location:
        if shape.isNull() or shape.isEmpty():
            return NOWHERE
        if shape.type() == POINT_GEOMETRY:
            parts = [self._of_point(QgsGeometry(part.clone())) for part in shape.constParts()]
            return Location(*(_together(parts, name) for name in ("kommuner", "lander", "nara", "regioner")))
        if shape.type() not in (LINE_GEOMETRY, AREA_GEOMETRY):
            return NOWHERE
        whole, inside, touched, found = size_of(shape), 0.0, [], []
        for kod in self._near_kommuner.near(shape):
            area = self._kommuner[kod]
            shared = shared_with(shape, area)
            if shared > 0:
                inside += shared
                touched.append(area)
            if is_enough(shape, area, shared):
                found.append(kod)
        outside = not (whole and inside >= _WHOLE * whole)
        abroad, regions = self._abroad(shape, touched, whole) if outside else ((), ())
        return Location(tuple(sorted(found)), abroad, regioner=regions)

    def _abroad(
        self, shape: QgsGeometry, sweden: list[QgsGeometry], whole: float
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The countries that what of a line or an area lies in no municipality is in, and their regions."""
        rest = shape.difference(QgsGeometry.unaryUnion(sweden)) if sweden else shape
        if rest.isNull() or rest.isEmpty():
            return (), ()
        is_line = shape.type() == LINE_GEOMETRY
        least = max(LEAST_SHARE * whole, LEAST_ABROAD_M) if is_line and sweden else LEAST_SHARE * whole
        found: list[list[str]] = []
        for near, shapes in ((self._near_lander, self._lander), (self._near_regioner, self._regioner)):
            shared = {kod: rest.intersection(shapes[kod]) for kod in near.near(rest)}
            sizes = {kod: one.length() if is_line else one.area() for kod, one in shared.items()}
            found.append(sorted(kod for kod, size in sizes.items() if size >= least > 0))
        return tuple(found[0]), tuple(found[1])

    def _of_point(self, point: QgsGeometry) -> Location:
        near = {kod: point.distance(self._kommuner[kod]) for kod in self._near_kommuner.near(point, NEAREST_M)}
        inside = next((kod for kod, metres in near.items() if metres == 0), "")
        if inside:
            beside = (kod for kod, metres in near.items() if kod != inside and metres <= UNSURE_M)
            return Location((inside,), nara=tuple(sorted(beside)))
        for kod in self._near_lander.near(point):
            if point.intersects(self._lander[kod]):
                unsure = tuple(sorted(each for each, metres in near.items() if metres <= UNSURE_M))
                return Location((), (kod,), unsure, self._region_of(point))
        metres, kod = min(((metres, kod) for kod, metres in near.items()), default=(NEAREST_M + 1, ""))
        return Location((kod,)) if metres <= NEAREST_M else NOWHERE

    def _region_of(self, point: QgsGeometry) -> tuple[str, ...]:
        found = (kod for kod in self._near_regioner.near(point) if point.intersects(self._regioner[kod]))
        return tuple(found)[:1]


def _together(parts: list[Location], name: str) -> tuple[str, ...]:
    return tuple(sorted({kod for one in parts for kod in getattr(one, name)}))


def _ends(shape: QgsGeometry) -> QgsGeometry:
    """The first and the last point of a line."""
    points = list(shape.vertices())
    if len(points) < 2:
        return shape
    both = [QgsGeometry(points[place].clone()) for place in (0, -1)]
    return QgsGeometry.collectGeometry(both)


def location_finder() -> LocationFinder:
    """The finder of the base data; one that finds nothing when they are missing."""
    try:
        return _finder(*state_of(paths.BASE_DATA))
    except StoreError:
        return LocationFinder({}, {})


@lru_cache(maxsize=1)
def _finder(_path: str, _changed: int) -> LocationFinder:
    with base_data() as database:
        kommuner = database.execute("SELECT kommun_kod, geom FROM kommuner ORDER BY kommun_kod").fetchall()
        lander = database.execute("SELECT iso, geom FROM grannlander ORDER BY iso").fetchall()
        regioner = database.execute("SELECT kod, geom FROM grannregioner WHERE kod <> '' ORDER BY kod").fetchall()
    return LocationFinder(_shapes(kommuner), _shapes(lander), _shapes(regioner))


def _shapes(rows: list[tuple[object, bytes]]) -> dict[str, QgsGeometry]:
    found = {}
    for kod, blob in rows:
        shape = QgsGeometry()
        shape.fromWkb(from_blob(blob) or b"")
        found[str(kod)] = shape
    return found
