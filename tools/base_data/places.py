"""Populated places: Sweden, Norway and Finland, 150 km around Sweden, and large cities that a stråk may point to."""

from __future__ import annotations

import math
from typing import Mapping, NamedTuple, Sequence

from qgis.core import QgsGeometry, QgsPointXY

from tools.base_data import names
from tools.base_data.shapes import BOX, simplified, valid
from tools.base_data.sources import point_to_sweref, read_cities

MAX_DISTANCE_M = 150_000
"""Metres from Sweden within which all places are kept."""
MIN_FAR_CITY = 100_000
"""Inhabitants from which a city is kept anywhere in the box, in the countries a stråk from Sweden may lead to."""
FAR_CITY_COUNTRIES = ("SE", "NO", "DK", "FI", "EE", "LV", "LT", "PL", "DE")
WHOLE_COUNTRIES = ("NO", "FI", "AX")
"""All of their places are kept: a strukturbild can be about any of their regions."""
MIN_CITY = 20_000
"""Only cities of this size swallow their districts."""
DISTRICT_RADIUS_M = 12.0
"""A city's districts lie within REACH * sqrt(inhabitants) metres: Stockholm 15 km, Göteborg 9, Örebro 5, Karlstad 3.
GeoNames' feature codes (PPLX) are not in the package; this was held against SCB's tätorter, see `is_district`."""
FINNISH_DISTRICT_RADIUS_M = 20.0
"""Finland has more districts in the package than the others, and farther out: Helsingfors 16 km, Åbo 9."""
MAX_SAME_PLACE_M = 10_000
"""Metres within which a second entry of the same name is the same place."""
_CELL_M, _FAR_M = 20_000, 1_000_000
"""Metres: the cells in which a nearest place is looked for, and what counts as infinitely far."""


class BaseMapPlace(NamedTuple):
    """A populated place, EPSG:3006 in metres."""

    namn: str
    land: str
    lan_kod: str
    befolkning: int
    x: int
    y: int

    @property
    def geometry(self) -> QgsGeometry:
        """The centre point."""
        return QgsGeometry.fromPointXY(QgsPointXY(self.x, self.y))


def make_places(sweden: QgsGeometry, municipalities: Sequence[str]) -> tuple[BaseMapPlace, ...]:
    """All places for the base map, the largest first; districts of a city and double entries left out."""
    near = valid(simplified(sweden, 1000)).buffer(MAX_DISTANCE_M, 8)
    engine = QgsGeometry.createGeometryEngine(near.constGet())
    engine.prepareGeometry()
    kept: list[BaseMapPlace] = []
    seats = {name.casefold() for name in municipalities}
    for place in sorted(_all(), key=lambda place: (-place.befolkning, place.namn, place.x, place.y)):
        point = place.geometry
        small = place.befolkning < MIN_FAR_CITY or place.land not in FAR_CITY_COUNTRIES
        wanted = place.land in WHOLE_COUNTRIES or place.namn in names.FAR_CITIES or not small
        if (wanted or engine.contains(point.constGet())) and not is_district(place, kept, seats):
            kept.append(place)
    return tuple(kept)


def distances_to_larger(places: Sequence[BaseMapPlace]) -> list[int]:
    """Metres from each place to the nearest larger one, at most _FAR_M; the largest comes first in `places`.

    A map that shows those that lie far from larger ones has its towns spread evenly, at any scale.
    """
    grid: dict[tuple[int, int], list[BaseMapPlace]] = {}
    found = []
    for place in places:
        found.append(min(round(_nearest(place, grid)), _FAR_M))
        grid.setdefault(_cell(place), []).append(place)
    return found


def _nearest(place: BaseMapPlace, grid: Mapping[tuple[int, int], Sequence[BaseMapPlace]]) -> float:
    """Metres to the nearest in the grid, looked for in wider and wider rings of its cells."""
    column, row = _cell(place)
    nearest = math.inf
    for ring in range(_FAR_M // _CELL_M + 1):
        if nearest <= (ring - 1) * _CELL_M:
            break
        around = range(-ring, ring + 1)
        cells = [(x, y) for x in around for y in around if max(abs(x), abs(y)) == ring]
        near = (one for x, y in cells for one in grid.get((column + x, row + y), ()))
        nearest = min([nearest, *(math.hypot(one.x - place.x, one.y - place.y) for one in near)])
    return min(nearest, float(_FAR_M))


def _cell(place: BaseMapPlace) -> tuple[int, int]:
    return place.x // _CELL_M, place.y // _CELL_M


def is_district(place: BaseMapPlace, larger: Sequence[BaseMapPlace], municipalities: set[str]) -> bool:
    """Whether `place` is part of one of the `larger` ones, or the same again.

    A place that bears the name of a kommun (Solna, Mölndal, Partille), or is listed in `names.TOWNS_OF_THEIR_OWN`,
    always counts as one of its own. A town and its twin across a river (Övertorneå) are two.
    """
    radius = FINNISH_DISTRICT_RADIUS_M if place.land == "FI" else DISTRICT_RADIUS_M
    own = place.land == "SE" and place.namn.casefold() in municipalities
    own = own or (place.land, place.namn) in names.TOWNS_OF_THEIR_OWN
    for city in larger:
        distance = math.hypot(city.x - place.x, city.y - place.y)
        if distance < MAX_SAME_PLACE_M and (city.namn, city.land) == (place.namn, place.land):
            return True
        if city.befolkning >= MIN_CITY and not own and distance < radius * math.sqrt(city.befolkning):
            return True
    return False


def _all() -> list[BaseMapPlace]:
    found = []
    for city in read_cities():
        land, name = str(city["countrycode"]), str(city["name"])
        lon, lat = float(city["longitude"]), float(city["latitude"])  # type: ignore[arg-type]
        if land not in names.COUNTRIES or (land, name) in names.NOT_PLACES or not (-20 < lon < 60 and 49 < lat < 78):
            continue
        x, y = point_to_sweref(lon, lat)
        if BOX.contains(QgsPointXY(x, y)):
            lan = _region(land, str(city["admin1code"]))
            title = names.PLACES.get((land, name), name)
            found.append(BaseMapPlace(title, land, lan, int(city["population"]), x, y))  # type: ignore[arg-type, call-overload]
    return found


def _region(land: str, admin1: str) -> str:
    """The code of the län, fylke or landskap; '' in other countries."""
    if land == "AX":
        return names.ALAND
    return names.REGION_OF_ADMIN1.get((land, admin1), "")
