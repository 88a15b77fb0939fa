"""The way between two towns along real roads or railways, schematised to a few points."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict

from strukturbild_plugin.store.geometry.curves import main_vertices
from tools.real_data.sources import Point, edges, length, to_degrees, to_metres

MAX_TOWN_DISTANCE_M = 20_000.0
"""A town farther than this from the network is not on it."""
MAX_DETOUR = 1.7
"""A way longer than so many times the distance as the crow flies is no way: the network has a gap."""


class Network:
    """Roads (`vagar`) or railways (`jarnvag`) as a graph."""

    def __init__(self, layer: str) -> None:
        self._ways: dict[Point, list[tuple[Point, float]]] = defaultdict(list)
        for start, end, far in edges(layer):
            self._ways[start].append((end, far))
            self._ways[end].append((start, far))

    def between(self, start: Point, end: Point, tolerance: float, free: float) -> list[Point]:
        """Points in degrees between two towns (degrees), none nearer than `free` metres to either; [] without a way."""
        here, there = to_metres(*start), to_metres(*end)
        first, last = self._nearest(here), self._nearest(there)
        if first is None or last is None:
            return []
        way = self._shortest(first, last)
        if len(way) < 3 or length(way) > MAX_DETOUR * math.dist(here, there):
            return []
        kept = [way[place] for place in main_vertices(way, tolerance)]
        return [to_degrees(*each) for each in kept if min(math.dist(each, here), math.dist(each, there)) > free]

    def _nearest(self, point: Point) -> Point | None:
        found = min(self._ways, key=lambda each: math.dist(each, point))
        return found if math.dist(found, point) <= MAX_TOWN_DISTANCE_M else None

    def _shortest(self, start: Point, end: Point) -> list[Point]:
        reached: dict[Point, float] = {start: 0.0}
        before: dict[Point, Point] = {}
        queue = [(0.0, start)]
        while queue:
            gone, here = heapq.heappop(queue)
            if here == end:
                break
            for there, far in self._ways[here]:
                if gone + far < reached.get(there, math.inf):
                    reached[there], before[there] = gone + far, here
                    heapq.heappush(queue, (gone + far, there))
        line = [end]
        while line[-1] in before:
            line.append(before[line[-1]])
        return line[::-1] if line[-1] == start else []
