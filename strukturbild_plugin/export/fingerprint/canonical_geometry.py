"""A geometry as whole centimetres, written the same way whoever saved it. Pure Python; rules: fingerprint.py."""

from __future__ import annotations

import math
import struct
from typing import Any

_POINT, _LINE, _AREA = 1, 2, 3
_MULTI = {4: _POINT, 5: _LINE, 6: _AREA}
_NAMES = {_POINT: "punkt", _LINE: "linje", _AREA: "yta"}
_EWKB_Z, _EWKB_M, _EWKB_SRID = 0x80000000, 0x40000000, 0x20000000


def canonical_shape(wkb: bytes | None) -> list[Any] | None:
    """`[kind, parts]` with coordinates in whole centimetres, None when there is nothing to see.

    What cannot be read as points, lines or areas (curves, damaged bytes) is kept as `["wkb", hex]`:
    it differs when the bytes do.
    """
    if not wkb:
        return None
    try:
        kind, parts = _Reader(bytes(wkb)).geometry()
    except (struct.error, ValueError, OverflowError, RecursionError):
        return ["wkb", bytes(wkb).hex()]
    if not parts:
        return None
    return [_NAMES[kind], sorted(parts) if kind == _AREA else parts]


class _Reader:
    """Reads ISO WKB and EWKB, both byte orders; Z and M are read past."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at, self._order = data, 0, "<"

    def geometry(self) -> tuple[int, list]:
        """Base kind (1, 2, 3) and the parts that hold anything."""
        kind, size = self._header()
        if kind in _NAMES:
            part = self._part(kind, size)
            return kind, [part] if part else []
        if kind not in _MULTI:
            raise ValueError(kind)
        parts = []
        for _number in range(self._count()):
            inner, inner_size = self._header()
            if inner != _MULTI[kind]:
                raise ValueError(inner)
            parts.append(self._part(inner, inner_size))
        return _MULTI[kind], [part for part in parts if part]

    def _header(self) -> tuple[int, int]:
        """Geometry kind 1-17 and the number of ordinates of a point."""
        self._order = "<" if self._take("B")[0] == 1 else ">"
        code = self._take("I")[0]
        extended, code = code & 0xE0000000, code & 0x1FFFFFFF
        if extended & _EWKB_SRID:
            self._take("I")
        flags, kind = divmod(code, 1000)
        has_z = bool(extended & _EWKB_Z) or flags in (1, 3)
        has_m = bool(extended & _EWKB_M) or flags in (2, 3)
        return kind, 2 + has_z + has_m

    def _part(self, kind: int, size: int) -> list:
        if kind == _POINT:
            return self._points(1, size)
        if kind == _LINE:
            return self._points(self._count(), size)
        rings = [_ring(self._points(self._count(), size)) for _number in range(self._count())]
        rings = [ring for ring in rings if ring]
        return [rings[0], *sorted(rings[1:])] if rings else []

    def _points(self, number: int, size: int) -> list[list[int]]:
        """Points in centimetres; an empty point (NaN) is no point."""
        values = self._take(f"{number * size}d")
        pairs = zip(values[0::size], values[1::size])
        return [[_centimetres(x), _centimetres(y)] for x, y in pairs if math.isfinite(x) and math.isfinite(y)]

    def _count(self) -> int:
        number: int = self._take("I")[0]
        if number > len(self._data):
            raise ValueError(number)
        return number

    def _take(self, form: str) -> tuple:
        form = self._order + form
        values = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return values


def _centimetres(metres: float) -> int:
    return math.floor(metres * 100 + 0.5)


def _ring(points: list[list[int]]) -> list[list[int]]:
    """The ring without its closing point, turned and rotated to the one that sorts first of all ways to write it."""
    if len(points) > 1 and points[0] == points[-1]:
        points = points[:-1]
    if not points:
        return []
    return min(_rotated(points), _rotated(points[::-1]))


def _rotated(points: list[list[int]]) -> list[list[int]]:
    first = min(points)
    starts = [place for place, point in enumerate(points) if point == first]
    return min(points[start:] + points[:start] for start in starts)
