"""A check of coordinates against the coordinate system their file claims, and the one they likely lie in.

The test is where the objects come to lie: a strukturbild is about Sweden and what it borders on. It catches degrees
labelled as metres, metres labelled as degrees, swapped axes, and RT 90 labelled SWEREF 99 (some 950 km apart).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Sequence

from ...compat import GDAL_FAILED, osr, raising_gdal
from ...errors import ImportRefused
from ...i18n import tr
from ..schema.tables import SRID

Point = tuple[float, float]

MAX_DISTANCE_M = 400_000.0
"""Metres around Sweden in which an object may lie: Oslo, Köpenhamn, Helsingfors and Trondheim are within it."""
MAX_SAMPLED_POINTS = 400

# Sweden with its waters, coarse to 30 km: easting and northing, EPSG:3006, km.
_SWEDEN = (
    (260, 6500), (310, 6330), (350, 6120), (420, 6120), (560, 6180), (620, 6260), (740, 6310), (760, 6440),
    (740, 6600), (680, 6720), (640, 6820), (660, 6930), (740, 7010), (830, 7130), (860, 7270), (930, 7290),
    (910, 7440), (850, 7560), (730, 7690), (620, 7620), (500, 7400), (470, 7250), (420, 7170), (330, 6980),
    (360, 6850), (320, 6650), (265, 6560),
)  # fmt: skip

SYSTEMS: tuple[tuple[int, str], ...] = (
    (3006, "SWEREF 99 TM"),
    (4326, "WGS 84 (longitud och latitud i grader)"),
    (3021, "RT 90 2,5 gon V"),
    (3857, "Web Mercator"),
    (25832, "UTM zon 32 (ETRS89)"),
    (3011, "SWEREF 99 18 00 eller en annan lokal zon"),
    (3008, "SWEREF 99 13 30 eller en annan lokal zon"),
    (3007, "SWEREF 99 12 00 eller en annan lokal zon"),
    (3009, "SWEREF 99 15 00 eller en annan lokal zon"),
    (3010, "SWEREF 99 16 30 eller en annan lokal zon"),
    (3012, "SWEREF 99 14 15 eller en annan lokal zon"),
    (3013, "SWEREF 99 15 45 eller en annan lokal zon"),
    (3014, "SWEREF 99 17 15 eller en annan lokal zon"),
    (3015, "SWEREF 99 18 45 eller en annan lokal zon"),
    (3016, "SWEREF 99 20 15 eller en annan lokal zon"),
    (3017, "SWEREF 99 21 45 eller en annan lokal zon"),
    (3018, "SWEREF 99 23 15 eller en annan lokal zon"),
)
"""Systems Swedish data come in, the likeliest first."""


@dataclass(frozen=True)
class CrsGuess:
    """The system that coordinates likely lie in."""

    epsg: int
    name: str
    swapped: bool

    def sentence(self) -> str:
        """The sentence that names the system to the planner."""
        if self.swapped:
            return tr("Koordinaterna ser ut att vara {namn} (EPSG:{epsg}) med axlarna i omvänd ordning.").format(
                namn=self.name, epsg=self.epsg
            )
        return tr("Koordinaterna ser ut att vara {namn} (EPSG:{epsg}).").format(namn=self.name, epsg=self.epsg)


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
    """Whether a point (EPSG:3006, metres) lies within REACH of Sweden."""
    return math.isfinite(x) and math.isfinite(y) and _distance(x / 1000, y / 1000) <= MAX_DISTANCE_M / 1000


def in_sweden(x: float, y: float) -> bool:
    """Whether a point (EPSG:3006, metres) lies in Sweden or its waters, good to some 30 km."""
    return _inside(x / 1000, y / 1000)


@raising_gdal()
def check_place(points: Sequence[Point], system: Any, file: str) -> None:
    """Refuse the whole source when most of its `points` (as written in the file) end up far from Sweden.

    `system` is the declared CRS, or None. Raises ImportRefused, which names the likely one.
    """
    sample = points[:: max(1, len(points) // MAX_SAMPLED_POINTS)]
    if not sample:
        return
    guess = likely_system(sample)
    if system is None:
        raise ImportRefused(
            _joined(
                tr("{fil} säger inte vilket koordinatsystem den har, så inget importerades.").format(fil=file),
                guess,
                tr("Ange koordinatsystemet och försök igen."),
            )
        )
    near = sum(near_sweden(*point) for point in _moved(sample, to_sweref(system, file)))
    if near * 2 < len(sample):
        name = system.GetName() or tr("okänt")
        raise ImportRefused(
            _joined(
                tr("Koordinaterna i {fil} kan inte ligga i {system}, som filen uppger: objekten hamnar långt från "
                   "Sverige. Inget importerades.").format(fil=file, system=name),
                guess,
                tr("Rätta filens koordinatsystem och försök igen."),
            )
        )  # fmt: skip


def likely_system(points: Sequence[Point]) -> CrsGuess | None:
    """The system in which most of the points lie in Sweden, or None."""
    best, best_share = None, 0.0
    for swapped in (False, True):
        turned = [(y, x) for x, y in points] if swapped else list(points)
        for epsg, name in SYSTEMS:
            moved = _moved(turned, to_sweref(system_of(epsg)))
            share = sum(_inside(x / 1000, y / 1000) for x, y in moved) / len(points)
            if share > best_share + 0.02:
                best, best_share = CrsGuess(epsg, name, swapped), share
    return best if best_share > 0.5 else None


def _joined(first: str, guess: CrsGuess | None, last: str) -> str:
    return " ".join([first, *([guess.sentence()] if guess else []), last])


def _moved(points: Sequence[Point], transformation: Any) -> list[Point]:
    """The points in EPSG:3006; those that cannot be moved become (inf, inf)."""
    moved = []
    for x, y in points:
        try:
            found = transformation.TransformPoint(x, y)[:2] if math.isfinite(x) and math.isfinite(y) else None
        except GDAL_FAILED:
            found = None
        moved.append(found or (math.inf, math.inf))
    return moved


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
