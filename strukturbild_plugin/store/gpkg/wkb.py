"""Geometry blobs of GeoPackage and plain WKB, without qgis: what is read is always ISO WKB, little endian, 2D, multi.

GeoPackage geometry blob: OGC 12-128r15, 2.1.3. Damaged blobs raise ValueError; callers say which row it was.
"""

from __future__ import annotations

import math
import struct
import sys
from array import array
from typing import Iterator, Optional

from ..schema.tables import SRID

Bounds = tuple[float, float, float, float]
"""min x, min y, max x, max y."""

MAX_COORDINATE_M = 1e9
"""Nothing that is drawn has coordinates beyond this, in metres: GDAL and QGIS lose count of them. Ours."""

_POINT, _LINE, _AREA = 1, 2, 3
_MULTI = {_POINT: 4, _LINE: 5, _AREA: 6}
_SINGLE = {4: _POINT, 5: _LINE, 6: _AREA}
_ENVELOPES = (0, 32, 48, 48, 64)
_EMPTY = 0x10


class _Cursor:
    """A place in a WKB blob."""

    def __init__(self, blob: bytes, at: int = 0) -> None:
        self.blob, self.at = blob, at

    def header(self) -> tuple[str, int, int]:
        """Byte order mark, base type and numbers per vertex of the geometry that starts here."""
        order = "<" if self.blob[self.at] == 1 else ">"
        (code,) = struct.unpack_from(order + "I", self.blob, self.at + 1)
        self.at += 5
        extra = 0
        if code & 0x20000000:
            self.at += 4
        extra += bool(code & 0x80000000) + bool(code & 0x40000000)
        code &= 0x0FFFFFFF
        extra += (0, 1, 1, 2)[code // 1000] if code < 4000 else 0
        return order, code % 1000, 2 + extra

    def count(self, order: str) -> int:
        (number,) = struct.unpack_from(order + "I", self.blob, self.at)
        self.at += 4
        return number

    def vertices(self, order: str, number: int, width: int) -> bytes:
        """The next vertices as little endian x, y pairs."""
        size = number * width * 8
        raw = self.blob[self.at : self.at + size]
        if len(raw) != size:
            raise ValueError("truncated geometry")
        self.at += size
        if order == "<" and width == 2:
            return raw
        numbers = array("d", raw)
        if (order == "<") != (sys.byteorder == "little"):
            numbers.byteswap()
        flat = array("d", bytes(number * 16))
        flat[0::2], flat[1::2] = numbers[0::width], numbers[1::width]
        if sys.byteorder != "little":
            flat.byteswap()
        return flat.tobytes()


def normalised(blob: bytes) -> Optional[bytes]:
    """Any point, line or polygon WKB (single or multi, Z, M, EWKB, either byte order) as 2D multi; None when empty."""
    try:
        found = list(_parts(_Cursor(blob)))
    except (struct.error, IndexError, OverflowError, MemoryError) as error:
        raise ValueError("damaged geometry") from error
    parts = [(kind, body) for kind, body in found if body is not None]
    if not parts:
        return None
    kinds = {kind for kind, _ in parts}
    if len(kinds) != 1:
        raise ValueError("mixed geometry")
    kind = kinds.pop()
    head = struct.pack("<BI", 1, kind)
    return struct.pack("<BII", 1, _MULTI[kind], len(parts)) + b"".join(head + body for _, body in parts)


def _parts(cursor: _Cursor, depth: int = 0) -> Iterator[tuple[int, Optional[bytes]]]:
    """The single parts from here: base type and body (None when the part is empty)."""
    order, kind, width = cursor.header()
    if kind == _POINT:
        body = cursor.vertices(order, 1, width)
        yield kind, None if math.isnan(struct.unpack_from("<d", body)[0]) else body
    elif kind == _LINE:
        number = cursor.count(order)
        body = struct.pack("<I", number) + cursor.vertices(order, number, width)
        yield kind, body if number else None
    elif kind == _AREA:
        yield kind, _rings(cursor, order, width)
    elif kind in _SINGLE and depth == 0:
        for _ in range(cursor.count(order)):
            for part in _parts(cursor, 1):
                if part[0] != _SINGLE[kind]:
                    raise ValueError("mixed geometry")
                yield part
    else:
        raise ValueError(f"geometry type {kind}")


def _rings(cursor: _Cursor, order: str, width: int) -> Optional[bytes]:
    rings = []
    for _ in range(cursor.count(order)):
        number = cursor.count(order)
        body = cursor.vertices(order, number, width)
        if number:
            rings.append(struct.pack("<I", number) + body)
    return struct.pack("<I", len(rings)) + b"".join(rings) if rings else None


def kind_of(wkb: bytes) -> int:
    """The base type of a normalised WKB: 4 points, 5 lines, 6 areas."""
    return int(struct.unpack_from("<I", wkb, 1)[0])


def bounds(wkb: bytes) -> Optional[Bounds]:
    """The extent of any WKB; None when it is empty or has no finite coordinate. ValueError when it is damaged."""
    plain = normalised(wkb)
    if plain is None:
        return None
    xs, ys = array("d"), array("d")
    for vertices in vertex_runs(plain):
        numbers = array("d", vertices)
        if sys.byteorder != "little":
            numbers.byteswap()
        xs.extend(numbers[0::2])
        ys.extend(numbers[1::2])
    if not xs or not all(map(math.isfinite, (min(xs), max(xs), min(ys), max(ys)))):
        return None
    return min(xs), min(ys), max(xs), max(ys)


def vertices(wkb: bytes) -> list[tuple[float, float]]:
    """Every vertex of any WKB, in its order; none when it is empty. ValueError when it is damaged."""
    found: list[tuple[float, float]] = []
    for run in vertex_runs(normalised(wkb) or struct.pack("<BII", 1, _MULTI[_POINT], 0)):
        numbers = array("d", run)
        if sys.byteorder != "little":
            numbers.byteswap()
        found.extend(zip(numbers[0::2], numbers[1::2]))
    return found


def vertex_runs(plain: bytes) -> Iterator[bytes]:
    """The vertices of each point, line and ring of a normalised WKB, as little endian x, y pairs."""
    kind, parts = struct.unpack_from("<II", plain, 1)
    at = 9
    for _ in range(parts):
        at += 5
        runs = 1
        if kind == _MULTI[_AREA]:
            (runs,) = struct.unpack_from("<I", plain, at)
            at += 4
        for _ in range(runs):
            number = 1
            if kind != _MULTI[_POINT]:
                (number,) = struct.unpack_from("<I", plain, at)
                at += 4
            yield plain[at : at + number * 16]
            at += number * 16


def from_blob(blob: Optional[bytes]) -> Optional[bytes]:
    """The normalised WKB in a GeoPackage geometry blob; None when it is missing or empty."""
    if blob is None:
        return None
    flags, start = _blob_header(blob)
    return None if flags & _EMPTY else normalised(blob[start:])


def to_blob(wkb: Optional[bytes]) -> Optional[bytes]:
    """A GeoPackage geometry blob in EPSG:3006, with envelope, of any WKB; None when it is empty."""
    plain = None if wkb is None else normalised(wkb)
    if plain is None:
        return None
    extent = bounds(plain)
    if extent is None:
        return struct.pack("<2sBBi", b"GP", 0, 0x01, SRID) + plain
    west, south, east, north = extent
    return struct.pack("<2sBBi4d", b"GP", 0, 0x03, SRID, west, east, south, north) + plain


def blob_bounds(blob: Optional[bytes]) -> Optional[Bounds]:
    """The extent of a GeoPackage geometry blob, from its envelope when it has one."""
    if blob is None:
        return None
    flags, start = _blob_header(blob)
    if flags & _EMPTY:
        return None
    if (flags >> 1) & 7:
        west, east, south, north = struct.unpack_from("<4d" if flags & 1 else ">4d", blob, 8)
        return None if math.isnan(west) else (west, south, east, north)
    return bounds(blob[start:])


def _blob_header(blob: bytes) -> tuple[int, int]:
    if len(blob) < 8 or blob[:2] != b"GP":
        raise ValueError("no GeoPackage geometry")
    flags = blob[3]
    envelope = (flags >> 1) & 7
    if envelope >= len(_ENVELOPES) or len(blob) < 8 + _ENVELOPES[envelope]:
        raise ValueError("no GeoPackage geometry")
    return flags, 8 + _ENVELOPES[envelope]
