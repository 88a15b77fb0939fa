"""The coordinate systems that data about Sweden and its neighbours come in: their names, and the way to EPSG:3006."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Sequence

from ...compat import GDAL_FAILED, osr, raising_gdal
from ...errors import ImportRefused, without_lone_surrogates
from ...i18n import tr
from ..schema.tables import SRID

Point = tuple[float, float]

MAX_DISTANCE_M = 400_000.0
"""Metres around Sweden in which an object may lie: Oslo, Köpenhamn, Helsingfors and Trondheim are within it."""

# Sweden with its waters, coarse to 30 km: easting and northing, EPSG:3006, km.
_SWEDEN = (
    (260, 6500), (310, 6330), (350, 6120), (420, 6120), (560, 6180), (620, 6260), (740, 6310), (760, 6440),
    (740, 6600), (680, 6720), (640, 6820), (660, 6930), (740, 7010), (830, 7130), (860, 7270), (930, 7290),
    (910, 7440), (850, 7560), (730, 7690), (620, 7620), (500, 7400), (470, 7250), (420, 7170), (330, 6980),
    (360, 6850), (320, 6650), (265, 6560),
)  # fmt: skip

NATIONAL, LOCAL, RARE = 1, 2, 3
"""How likely it is to meet a system in Swedish data: all of Sweden's, a part's or a neighbour's, hardly ever."""


@dataclass(frozen=True)
class KnownSystem:
    """A system that data come in, and the eastings (its own units) it is used for."""

    epsg: int
    name: str
    rank: int = LOCAL
    west: float = -math.inf
    east: float = math.inf

    @property
    def title(self) -> str:
        """Its name with its EPSG code."""
        return _title(self.name, self.epsg)


_ZONES = ("12 00", "13 30", "15 00", "16 30", "18 00", "14 15", "15 45", "17 15", "18 45", "20 15", "21 45", "23 15")
_ZONE_WEST, _ZONE_EAST = 40_000.0, 262_000.0
"""Eastings that a local zone of SWEREF 99 is used for: SWEREF 99 TM begins where they end."""
_IN_DEGREES = (4326, 4619, 4258)

SYSTEMS: tuple[KnownSystem, ...] = (
    KnownSystem(3006, "SWEREF 99 TM", NATIONAL, 200_000, 1_000_000),
    KnownSystem(4326, "WGS 84", NATIONAL, -180, 180),
    KnownSystem(3021, "RT 90 2,5 gon V", NATIONAL, 1_150_000, 1_950_000),
    KnownSystem(3857, "Web Mercator", NATIONAL),
    *(KnownSystem(3007 + at, f"SWEREF 99 {zone}", LOCAL, _ZONE_WEST, _ZONE_EAST) for at, zone in enumerate(_ZONES)),
    KnownSystem(25832, "UTM zon 32 (ETRS89)", LOCAL, 100_000, 900_000),
    KnownSystem(25834, "UTM zon 34 (ETRS89)", LOCAL, 100_000, 900_000),
    KnownSystem(25835, "UTM zon 35 (ETRS89)", LOCAL, 50_000, 900_000),
    KnownSystem(3019, "RT 90 7,5 gon V", RARE, 1_400_000, 1_600_000),
    KnownSystem(3020, "RT 90 5 gon V", RARE, 1_400_000, 1_600_000),
    KnownSystem(3022, "RT 90 0 gon", RARE, 1_400_000, 1_600_000),
    KnownSystem(3023, "RT 90 2,5 gon O", RARE, 1_400_000, 1_600_000),
    KnownSystem(3024, "RT 90 5 gon O", RARE, 1_400_000, 1_600_000),
)
"""Systems that coordinates without a (right) label may be in, the likeliest first; of those that are the same, one."""

_NAMELESS = ("undefined", "unnamed", "unknown", "okänt", "unspecified")
"""How names begin that programs write when there is none."""
_OTHER_NAMES = {
    4619: "SWEREF 99",
    4258: "ETRS89",
    25833: "UTM zon 33 (ETRS89)",
    3067: "ETRS-TM35FIN",
    **{32600 + zone: f"UTM zon {zone} (WGS 84)" for zone in range(31, 37)},
}


@raising_gdal()
def system_of(code: int | str) -> Any:
    """The CRS (osr) of an EPSG number or any text GDAL knows, x before y. ImportRefused when it is unknown."""
    system, text = osr.SpatialReference(), str(code).strip()
    text = f"EPSG:{text}" if text.isdigit() else text
    try:
        # Only names and codes: SetFromUserInput alone would also open files and web addresses.
        known = text.upper().startswith("EPSG:") and text[5:].isdigit() and system.ImportFromEPSG(int(text[5:])) == 0
    except GDAL_FAILED:
        known = False
    if not known:
        raise ImportRefused(
            tr("Koordinatsystemet ”{kod}” är okänt. Skriv EPSG-koden, till exempel 3006.").format(kod=code)
        )
    return x_first(system)


def x_first(system: Any) -> Any:
    """The same CRS, with east before north whatever its definition says (as files store it)."""
    copy = system.Clone()
    copy.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return copy


@raising_gdal()
def to_sweref(system: Any, file: str = "") -> Any:
    """The transformation from `system`, of that file, to EPSG:3006."""
    try:
        transformation = osr.CoordinateTransformation(x_first(system), system_of(SRID))
    except GDAL_FAILED as error:
        raise ImportRefused(
            tr(
                "Koordinatsystemet i {fil} går inte att räkna om till SWEREF 99 TM ({fel}). Ange koordinatsystemets "
                "EPSG-kod och försök igen."
            ).format(fil=file, fel=str(error).rstrip("."))
        ) from error
    return transformation


def near_sweden(x: float, y: float) -> bool:
    """Whether a point (EPSG:3006, metres) lies within MAX_DISTANCE_M of Sweden."""
    return math.isfinite(x) and math.isfinite(y) and _distance(x / 1000, y / 1000) <= MAX_DISTANCE_M / 1000


def in_sweden(x: float, y: float) -> bool:
    """Whether a point (EPSG:3006, metres) lies in Sweden or its waters, good to some 30 km."""
    return _inside(x / 1000, y / 1000)


def system_title(system: Any) -> str:
    """What a planner calls a CRS (osr), with its EPSG code where it has one; '' when it has no name of any use."""
    code = system.GetAuthorityCode(None) if (system.GetAuthorityName(None) or "") == "EPSG" else None
    name = " ".join((without_lone_surrogates(system.GetName() or "")).replace("_", " ").split())
    known = {each.epsg: each.name for each in SYSTEMS} | _OTHER_NAMES
    if code and int(code) in known:
        return _title(known[int(code)], int(code))
    plain = _plain(name)
    by_name = next((epsg for epsg, title in known.items() if plain and plain == _plain(title)), None)
    if by_name:
        return _title(known[by_name], by_name)
    if not plain or plain.startswith(_NAMELESS):
        return ""
    return f"{name} (EPSG:{code})" if code else name


@raising_gdal()
def moved(points: Sequence[Point], transformation: Any, swapped: bool = False) -> list[Point]:
    """The points in EPSG:3006, read the other way round when `swapped`; (inf, inf) for those that cannot be moved."""
    found = []
    for one, other in points:
        x, y = (other, one) if swapped else (one, other)
        try:
            place = transformation.TransformPoint(x, y)[:2] if math.isfinite(x) and math.isfinite(y) else None
        except GDAL_FAILED:
            place = None
        found.append(place or (math.inf, math.inf))
    return found


def _title(name: str, epsg: int) -> str:
    """A name and its EPSG code, and what the numbers are when they are no metres."""
    words = tr("{namn}, longitud och latitud i grader") if epsg in _IN_DEGREES else "{namn}"
    return f"{words.format(namn=name)} (EPSG:{epsg})"


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _inside(x: float, y: float) -> bool:
    """Whether a point (km) lies in the coarse Sweden (even-odd rule)."""
    if not (math.isfinite(x) and math.isfinite(y)):
        return False
    inside = False
    for (x1, y1), (x2, y2) in zip(_SWEDEN, _SWEDEN[1:] + _SWEDEN[:1]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def _distance(x: float, y: float) -> float:
    """Kilometres from a point to the coarse Sweden; 0 inside."""
    if _inside(x, y):
        return 0.0
    return min(_to_edge(x, y, *one, *other) for one, other in zip(_SWEDEN, _SWEDEN[1:] + _SWEDEN[:1]))


def _to_edge(x: float, y: float, x1: float, y1: float, x2: float, y2: float) -> float:
    dx, dy = x2 - x1, y2 - y1
    share = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
    return math.hypot(x - x1 - share * dx, y - y1 - share * dy)
