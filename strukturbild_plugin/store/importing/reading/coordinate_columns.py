"""Which columns of a table are its coordinates, guessed from their names and values, and why.

Swedish surveyors call north X and east Y. Names alone cannot tell that; values can, since in every system used in
Sweden the northing is a larger number than the easting, and the degrees of latitude and longitude do not meet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Iterable, Iterator, Mapping, Sequence

from ....compat import GDAL_FAILED, ogr
from ....i18n import tr
from .numbers import coordinate

EAST, NORTH = "east", "north"
SWEREF_TM, WGS_84, RT_90 = 3006, 4326, 3021
_ZONES = {
    "1200": 3007, "1330": 3008, "1500": 3009, "1630": 3010, "1800": 3011, "1415": 3012, "1545": 3013, "1715": 3014,
    "1845": 3015, "2015": 3016, "2145": 3017, "2315": 3018,
}  # fmt: skip
_WKT_NAMES = {"wkt", "geom", "geometry", "geometri", "thegeom", "wktgeom", "shape", "geowkt"}
_EAST_NAMES = {"e", "east", "easting", "eastings", "ost", "öst", "ö", "o", "österut", "östlig", "ostlig", "öster"}
_NORTH_NAMES = {"n", "north", "northing", "northings", "nord", "norr", "norrut", "nordlig"}
_LON_NAMES = {"lon", "long", "lng", "longitude", "longitud"}
_LAT_NAMES = {"lat", "latitude", "latitud"}
_SYSTEM = re.compile(
    r"(?P<sweref>sweref[\W_]*(?:19)?(?:99)?[\W_]*(?P<zone>tm|(?:1[2-8]|2[0-3])[\W_]?(?:00|15|30|45)(?!\d))?)"
    r"|(?P<wgs>wgs[\W_]*84)|(?P<rt>rt[\W_]*90(?:[\W_]*2[\W_]*5[\W_]*gon[\W_]*(?:v(?:äst)?|w)?)?)|epsg\W*(?P<epsg>\d{4,5})"
    r"|(?<!\d)(?P<bare>3006|4326|3021|300[7-9]|301[0-8])(?!\d)"
)
_FILLERS = re.compile(
    r"koordinat(?:en|er|erna)?|koord|coordinates?|coord|position|pos(?![a-zåäö])|point|punkt|centroid|centrum|decimal(?:grader)?"
    r"|grader|degrees?|(?<![a-zåäö])(?:dd|dec|tm|m|meter)(?![a-zåäö])"
)
_WKT_VALUE = re.compile(
    r"\s*(?:SRID=\d+\s*;\s*)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(?:Z|M|ZM)?\s*\(", re.I
)
_SRID = re.compile(r"\s*SRID=(\d+)\s*;\s*", re.I)
_PARTS = (
    re.compile(r"\s*[;/|]\s*"),
    re.compile(r"(?<=[NSns])[\s,]+(?=\d)|(?<=[EWÖOVewöov])[\s,]+(?=\d)"),
    re.compile(r",\s+"),
    re.compile(r"\s+(?=[NSEWÖV]\s*\d)"),
    re.compile(r"\s+"),
    re.compile(r","),
)
_LONG_SECOND = re.compile(r"\d{5},\d{5,7}$")
_MAX_SAMPLED = 2000
_MAX_NAME = 60
_SURE, _HARDLY = 0.9, 0.1


@dataclass(frozen=True)
class CoordinateColumns:
    """Where a table keeps its geometry: a column of WKT, one with both coordinates, or one for each."""

    wkt: str = ""
    both: str = ""
    east: str = ""
    north: str = ""
    epsg: int = 0
    """The system that the names or an SRID declare; 0 when they do not."""
    why: str = ""
    """Why these are taken for the coordinates, as a sentence."""
    notes: tuple[str, ...] = ()
    """What was guessed beyond the names of the columns, as sentences."""
    north_first: bool = False
    """Of a column with both: whether the first number is the northing."""

    @property
    def degrees(self) -> bool:
        """Whether they are longitude and latitude."""
        return self.epsg == WGS_84

    def geometry(self, values: Mapping[str, Any]) -> Any:
        """The geometry (ogr) of a row with these values, or None."""
        if self.wkt:
            text = _SRID.sub("", str(values.get(self.wkt) or "").strip(), count=1)
            try:
                return ogr.CreateGeometryFromWkt(text) if text else None
            except GDAL_FAILED:
                return None
        if self.both:
            pair = two_coordinates(values.get(self.both))
            east, north = (pair[::-1] if self.north_first else pair) if pair else (None, None)
        else:
            east, north = coordinate(values.get(self.east)), coordinate(values.get(self.north))
        if east is None or north is None:
            return None
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(east, north)
        return point


def guessed_columns(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> CoordinateColumns | None:
    """The coordinate columns of a table with these rows; None when neither names nor values tell.

    Names come first: a column called WKT, then pairs as N and E, X and Y, lat and long; a pair whose values are no
    coordinates is passed over. Then values: a column of WKT, two columns (or one) of numbers that only fit Sweden.
    """
    sample = _sampled(rows)
    roles = [(column, *_role(column)) for column in columns]
    for column in columns:
        if _plain(column) in _WKT_NAMES and _share(sample, column, _WKT_VALUE.match) > 0.5:
            return _of_wkt(column, sample, tr("Kolumnen heter {kolumn}.").format(kolumn=column))
    named = [_of_pair(east, north, epsg, sample, by_name=True) for east, north, epsg in _named_pairs(roles)]
    readable = [each for each in named if each is not None]
    return readable[0] if readable else _by_values(columns, sample)


def named_columns(columns: Sequence[str]) -> CoordinateColumns | None:
    """The coordinate columns by their names alone; values may say otherwise."""
    for column in columns:
        if _plain(column) in _WKT_NAMES:
            return CoordinateColumns(wkt=column)
    pairs = _named_pairs([(column, *_role(column)) for column in columns])
    return CoordinateColumns(east=pairs[0][0], north=pairs[0][1], epsg=pairs[0][2]) if pairs else None


def names_coordinates(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are headings of which some name coordinates."""
    return all(len(cell) <= _MAX_NAME for cell in cells) and named_columns([cell for cell in cells if cell]) is not None


def written_system(texts: Iterable[str]) -> int:
    """The EPSG code of the one coordinate system that texts such as titles name; 0 for none or several."""
    found = {epsg for text in texts if (epsg := _role(text)[1])}
    return found.pop() if len(found) == 1 else 0


def pointed_out_columns(x_column: str, y_column: str, rows: Sequence[Mapping[str, Any]]) -> CoordinateColumns | None:
    """The coordinate columns that the user has pointed out; y '' when one holds both, or WKT. None when unreadable."""
    sample = _sampled(rows)
    why = tr("Kolumnerna är valda.")
    if not y_column:
        if _share(sample, x_column, _WKT_VALUE.match) > 0.5:
            return _of_wkt(x_column, sample, why)
        found = _of_both(x_column, sample, least=0.5)
    else:
        epsg = next(filter(None, (_role(x_column)[1], _role(y_column)[1])), 0)
        found = _of_pair(x_column, y_column, epsg, sample, by_name=True)
    return replace(found, why=why) if found else None


def two_coordinates(value: Any) -> tuple[float, float] | None:
    """Both coordinates of a cell such as '6580822, 674032' or '59,3293; 18,0686', in its order; None when it is not."""
    text = " ".join(str(value or "").split()).strip("()[]{}")
    if not text or len(text) > 120:
        return None
    if coordinate(text) is not None and not _LONG_SECOND.search(text):  # one number with a decimal comma
        return None
    text = re.sub(r"(?i)\b(?:lat|latitud|long?|longitud|lng|x|y)\b\.?\s*[:=]?\s*", "", text).strip()
    for between in _PARTS:
        parts = [part for part in between.split(text) if part]
        if len(parts) == 2:
            first, second = map(coordinate, parts)
            if first is not None and second is not None:
                return first, second
    return None


def _sampled(rows: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    return rows[:: max(1, len(rows) // _MAX_SAMPLED)]


def _plain(column: str) -> str:
    """The name of a column in lower-case letters alone."""
    return re.sub(r"[^a-zåäö]", "", unicodedata.normalize("NFC", column).casefold())


def _role(column: str) -> tuple[str, int, str]:
    """What the name says: 'east', 'north', 'x', 'y' or ''; the EPSG code it names or 0; and what system it writes."""
    text = unicodedata.normalize("NFC", column).casefold()
    epsg, written = 0, ""
    for found in _SYSTEM.finditer(text):
        written = written or found[0]
        zone = re.sub(r"\D", "", found["zone"] or "")
        number = int(found["epsg"] or found["bare"] or 0)
        epsg = epsg or number or (RT_90 if found["rt"] else WGS_84 if found["wgs"] else _ZONES.get(zone, 0))
        if (found["zone"] or "") == "tm":
            epsg = epsg or SWEREF_TM
    bare = _plain(_FILLERS.sub(" ", _SYSTEM.sub(" ", re.sub(r"\([^)]*m[^)]*\)", " ", text))))
    if bare in _LON_NAMES | _LAT_NAMES:
        return (EAST if bare in _LON_NAMES else NORTH), epsg or WGS_84, written
    if bare in _EAST_NAMES:
        return EAST, epsg, written
    if bare in _NORTH_NAMES:
        return NORTH, epsg, written
    return (bare if bare in ("x", "y") else ""), epsg, written


def _named_pairs(roles: Sequence[tuple[str, str, int, str]]) -> list[tuple[str, str, int]]:
    """Pairs of columns that belong together by their names, the best first."""
    pairs = []
    for first, second in ((EAST, NORTH), ("x", "y")):
        for east in (each for each in roles if each[1] == first):
            for north in (each for each in roles if each[1] == second):
                epsg = east[2] or north[2]
                if east[2] and north[2] and east[2] != north[2]:
                    continue
                metres_first = (epsg == WGS_84, first != EAST, east[3] != north[3])
                pairs.append((metres_first, (east[0], north[0], epsg)))
    return [pair for _, pair in sorted(pairs, key=lambda each: each[0])]


def _pairs_of(sample: Iterable[Mapping[str, Any]], east: str, north: str) -> Iterator[tuple[float, float]]:
    for row in sample:
        x, y = coordinate(row.get(east)), coordinate(row.get(north))
        if x is not None and y is not None:
            yield x, y


def _of_pair(
    east: str, north: str, epsg: int, sample: Sequence[Mapping[str, Any]], by_name: bool
) -> CoordinateColumns | None:
    """The pair as the values say: turned when they only fit Sweden so, with the system that they show."""
    pairs = list(_pairs_of(sample, east, north))
    if not pairs:
        return None
    turned = _fits(p[::-1] for p in pairs) >= _SURE * len(pairs) and _fits(pairs) <= _HARDLY * len(pairs)
    notes = []
    if turned:
        notes.append(
            tr(
                "Axlarna lästes i omvänd ordning, {norr} som norr och {ost} som öst: bara så hamnar punkterna i "
                "Sverige."
            ).format(norr=east, ost=north)
        )
        east, north, pairs = north, east, [p[::-1] for p in pairs]
    why = tr("Kolumnerna heter {ost} och {norr}.").format(ost=east, norr=north)
    if not by_name:
        why = tr("Värdena i {ost} och {norr} är koordinater i Sverige.").format(ost=east, norr=north)
    return CoordinateColumns(east=east, north=north, epsg=_system(epsg, pairs), why=why, notes=tuple(notes))


def _of_both(column: str, sample: Sequence[Mapping[str, Any]], least: float = _SURE) -> CoordinateColumns | None:
    """A column whose cells hold both coordinates; None when their order cannot be told."""
    cells = [row.get(column) for row in sample if str(row.get(column) or "").strip()]
    pairs = [pair for pair in map(two_coordinates, cells) if pair is not None]
    if not pairs or len(pairs) < least * len(cells):
        return None
    north_first = _fits(p[::-1] for p in pairs) >= _SURE * len(pairs)
    if not north_first and _fits(pairs) < _SURE * len(pairs):
        return None
    epsg = _system(_role(column)[1], [p[::-1] for p in pairs] if north_first else pairs)
    why = tr("Kolumnen {kolumn} har båda koordinaterna i varje cell.").format(kolumn=column)
    note = tr("Kolumnen {kolumn} lästes som {ordning}.").format(
        kolumn=column, ordning=tr("norr, öst") if north_first else tr("öst, norr")
    )
    return CoordinateColumns(both=column, epsg=epsg, why=why, notes=(note,), north_first=north_first)


def _of_wkt(column: str, sample: Sequence[Mapping[str, Any]], why: str) -> CoordinateColumns:
    found = {int(at[1]) for row in sample if (at := _SRID.match(str(row.get(column) or "")))}
    return CoordinateColumns(wkt=column, epsg=found.pop() if len(found) == 1 else 0, why=why)


def _by_values(columns: Sequence[str], sample: Sequence[Mapping[str, Any]]) -> CoordinateColumns | None:
    """Columns that no name tells of, when exactly one choice fits."""
    for column in columns:
        if _share(sample, column, _WKT_VALUE.match) >= _SURE:
            return _of_wkt(column, sample, tr("Cellerna i {kolumn} är WKT.").format(kolumn=column))
    for inside in (_inside_metres, _inside_degrees):
        east, north = ([column for column in columns if _all_in(sample, column, inside[place])] for place in (0, 1))
        if len(east) == len(north) == 1:
            found = _of_pair(east[0], north[0], 0, sample, by_name=False)
            return replace(found, notes=(found.why, *found.notes)) if found else None
    return next((both for column in columns if (both := _of_both(column, sample))), None)


_inside_metres = ((150_000.0, 950_000.0), (6_100_000.0, 7_700_000.0))
_inside_degrees = ((10.5, 24.5), (54.9, 69.2))


def _all_in(sample: Sequence[Mapping[str, Any]], column: str, inside: tuple[float, float]) -> bool:
    """Whether nearly all cells are coordinates in the range; degrees have decimals, years and counts have none."""
    cells = [cell for row in sample if str(cell := row.get(column) or "").strip()]
    found = [value for cell in cells if (value := coordinate(cell)) is not None and inside[0] <= value <= inside[1]]
    whole = inside[1] < 1000 and sum(value == round(value, 1) for value in found) * 2 > len(found)
    return bool(found) and not whole and len(found) >= _SURE * len(cells)


def _share(sample: Sequence[Mapping[str, Any]], column: str, fits: Any) -> float:
    """The share of filled cells that fit."""
    cells = [str(row.get(column)) for row in sample if str(row.get(column) or "").strip()]
    return sum(bool(fits(cell)) for cell in cells) / len(cells) if cells else 0.0


def _fits(pairs: Iterable[tuple[float, float]]) -> int:
    """How many are an easting and a northing of a system used in Sweden, or longitude and latitude near it."""
    return sum(
        (5_900_000 <= north <= 7_900_000 and -500_000 <= east <= 2_100_000)
        or (7_000_000 <= north <= 11_600_000 and 1_000_000 <= east <= 2_900_000)
        or (54 <= north <= 70.5 and 4 <= east <= 32)
        for east, north in pairs
    )


def _system(named: int, pairs: Sequence[tuple[float, float]]) -> int:
    """The system of the pairs (east, north) as named, unless that says degrees of metres or metres of degrees."""
    small = sum(abs(east) <= 180 and abs(north) <= 90 for east, north in pairs) * 2 > len(pairs)
    return named if (named == WGS_84) == small else 0
