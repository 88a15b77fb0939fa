"""Lines that follow nodes: where a line has only followed a node it was not drawn anew, and follows where it ends up.

A node moved by one and a line tied to it reshaped by another is no conflict: the reshaped line follows.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..store.geometry.curves import Point
from ..store.geometry.line_following import corridor_after, link_after
from ..store.gpkg import wkb
from ..store.gpkg.row_mapping import text_to_codes
from ..store.schema.tables import GEOMETRY
from .merged_tables import OBJECT, Cell, Key, Row

Moves = Mapping[str, "tuple[Sequence[Point], Sequence[Point]]"]
"""By node: its points before and after, as many."""
Lookup = Callable[[Key], "Row | None"]

_LINES, _LINE = 5, 2
_SAME_M = 0.05
"""Rounding in metres that makes no other line. Ours."""


def tied_nodes(row: Row) -> tuple[str, ...]:
    """The nodes a line is tied to."""
    ends = (str(row.get(column)) for column in ("fran_id", "till_id") if row.get(column))
    return (*text_to_codes(row.get("noder")), *ends)


def node_moves(nodes: Iterable[str], before: Lookup, after: Lookup) -> Moves:
    """How those of `nodes` have moved that are there both times with as many points."""
    moves = {}
    for node in nodes:
        old, new = before(Key(OBJECT, node)), after(Key(OBJECT, node))
        if old is None or new is None or old.get(GEOMETRY) == new.get(GEOMETRY):
            continue
        places = _points(old.get(GEOMETRY)), _points(new.get(GEOMETRY))
        if places[0] and len(places[0]) == len(places[1]):
            moves[node] = places
    return moves


def followed(row: Row, geometry: Cell, moves: Moves) -> Cell:
    """The line `geometry` of `row` after its nodes have moved."""
    if not moves or not isinstance(geometry, bytes) or wkb.kind_of(geometry) not in (_LINE, _LINES):
        return geometry
    lines = _lines(geometry)
    chain = text_to_codes(row.get("noder"))
    ends = (row.get("fran_id"), row.get("till_id"))
    for node, (old, new) in moves.items():
        if node in chain:
            lines = [corridor_after(line, old, new) for line in lines]
        elif node in ends:
            lines = [link_after(line, [end == node for end in ends], old, new) for line in lines]
    return _wkb(lines)


def is_followed(row: Row, before: Cell, after: Cell, moves: Moves) -> bool:
    """Whether the line has become `after` from `before` by following its nodes alone."""
    if not moves or not isinstance(after, bytes):
        return False
    expected = followed(row, before, moves)
    if not isinstance(expected, bytes):
        return False
    ones, others = _lines(expected), _lines(after)
    return [len(line) for line in ones] == [len(line) for line in others] and all(
        math.dist(one, other) <= _SAME_M for line, like in zip(ones, others) for one, other in zip(line, like)
    )


def _points(geometry: Cell) -> list[Point]:
    return wkb.vertices(geometry) if isinstance(geometry, bytes) else []


def _lines(geometry: bytes) -> list[list[Point]]:
    runs = [struct.unpack(f"<{len(run) // 8}d", run) for run in wkb.vertex_runs(geometry)]
    return [list(zip(run[0::2], run[1::2])) for run in runs if len(run) > 2]


def _wkb(lines: Sequence[Sequence[Point]]) -> bytes:
    parts = [
        struct.pack("<BII", 1, _LINE, len(line)) + b"".join(struct.pack("<2d", *xy) for xy in line) for line in lines
    ]
    return struct.pack("<BII", 1, _LINES, len(lines)) + b"".join(parts)
