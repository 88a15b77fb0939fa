"""Rings as OGC's simple features have them: closed, outer rings counter-clockwise and inner ones clockwise.

Drawing tools and older data turn them either way. The area is the same, and so is the fingerprint.
"""

from __future__ import annotations

import struct
from array import array

from ...store.gpkg import wkb

_AREA = 6


def with_right_rings(blob: object) -> object:
    """A geometry blob of a GeoPackage as it is read, in two dimensions, with its rings turned and closed.

    What is empty or cannot be read passes as it is.
    """
    if not isinstance(blob, bytes):
        return blob
    try:
        shape = wkb.from_blob(blob)
        if shape is None:
            return blob
        return wkb.to_blob(_turned(shape) if wkb.kind_of(shape) == _AREA else shape)
    except (ValueError, struct.error, IndexError):
        return blob


def _turned(shape: bytes) -> bytes:
    """A multipolygon (ISO WKB, little endian, 2D) with every ring right."""
    (parts,) = struct.unpack_from("<I", shape, 5)
    written, at = [shape[:9]], 9
    for _part in range(parts):
        (rings,) = struct.unpack_from("<I", shape, at + 5)
        written.append(shape[at : at + 9])
        at += 9
        for number in range(rings):
            (count,) = struct.unpack_from("<I", shape, at)
            at += 4
            ring = _right(shape[at : at + 16 * count], outer=number == 0)
            written += [struct.pack("<I", len(ring) // 16), ring]
            at += 16 * count
    return b"".join(written)


def _right(ring: bytes, outer: bool) -> bytes:
    if ring[:16] != ring[-16:]:
        ring += ring[:16]
    flat = array("d", ring)
    xs, ys = flat[0::2], flat[1::2]
    # From the first vertex: coordinates in millions would drown a small ring.
    x0, y0 = xs[0], ys[0]
    doubled = sum((xs[i] - x0) * (ys[i + 1] - y0) - (xs[i + 1] - x0) * (ys[i] - y0) for i in range(len(xs) - 1))
    if doubled == 0 or (doubled > 0) == outer:
        return ring
    return b"".join(ring[at : at + 16] for at in range(len(ring) - 16, -1, -16))
