"""Where the names of points stand, so that the greater keep theirs: pure geometry in millimetres on paper, y upwards.

QGIS weighs all names of a map at once, in an order that differs from one start to the next and with letters measured in
dots; here the greatest are placed first, each where it takes the least from the others, always in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Iterable, Iterator, Mapping, NamedTuple, Sequence

LEFT, CENTRE, RIGHT = "Left", "Center", "Right"
HALF, BASE, CAP = "Half", "Base", "Cap"
"""QGIS's words for which point of a text stands at its place: its beginning, and the middle of its capitals."""

_RINGS_MM = (0.0, 1.5, 3.0, 4.4)
"""Millimetres that a name may stand further out when there is no room close by."""
_MIN_PLACES, _MAX_LESSER_RINGS = 6, 2
"""Rings are looked at until there are so many places; the names of the least weight stand in the first rings alone, for
further out nobody sees what they belong to."""
_RING_COST, _CROSSING_COST, _OVERLAP_COST = 1.6, 0.7, 0.9
"""What each ring costs, lying across a line, and lying where another name wants to; right of a point costs nothing."""
_TAKEN_PLACE_COST = 1.0
"""What it costs to take the best places of a name that is not placed yet."""
_SCARCITY_FACTOR = 3.0
"""How many times more that costs where there are few."""
_MAX_RESERVED_PLACES = 5
"""How many of a name's places are looked after while others are placed."""
_MIN_GAP_MM = 0.35
"""Millimetres between the boxes of two names."""


class LabelBox(NamedTuple):
    """A rectangle: left, lower, right, upper."""

    left: float
    lower: float
    right: float
    upper: float

    def grown(self, length: float) -> LabelBox:
        """The rectangle with `length` more on every side."""
        return LabelBox(self.left - length, self.lower - length, self.right + length, self.upper + length)

    def meets(self, other: LabelBox) -> bool:
        """Whether the two share some area."""
        beside = self.left >= other.right or other.left >= self.right
        return not (beside or self.lower >= other.upper or other.lower >= self.upper)

    def meets_circle(self, x: float, y: float, radius: float) -> bool:
        """Whether it shares some area with a circle."""
        across = x - min(max(x, self.left), self.right)
        up = y - min(max(y, self.lower), self.upper)
        return across * across + up * up < radius * radius

    def within(self, other: LabelBox) -> bool:
        """Whether no part of it lies outside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.lower >= other.lower
            and self.upper <= other.upper
        )

    def crossed(self, x1: float, y1: float, x2: float, y2: float) -> bool:
        """Whether a straight line passes through it (Liang and Barsky, 1984)."""
        entering, leaving = 0.0, 1.0
        for delta, distance in (
            (x1 - x2, x1 - self.left),
            (x2 - x1, self.right - x1),
            (y1 - y2, y1 - self.lower),
            (y2 - y1, self.upper - y1),
        ):
            if delta == 0:
                if distance < 0:
                    return False
            elif delta < 0:
                entering = max(entering, distance / delta)
            else:
                leaving = min(leaving, distance / delta)
        return entering < leaving


@dataclass(frozen=True)
class PointLabel:
    """A name to be placed at a point."""

    key: str
    x: float
    y: float
    reach: float
    """From the point to where a text beside it begins."""
    width: float
    cap: float
    """Height of its capitals."""
    over: float
    """How far it rises over them: Å, Ö."""
    under: float
    """How far it goes below its line: g, p."""
    weight: float
    """The greater names have the greater number."""


@dataclass(frozen=True)
class LabelPosition:
    """Where a name stands: millimetres right of and above its point, and which point of the text stands there."""

    dx: float
    dy: float
    across: str
    up: str


@dataclass(frozen=True)
class LabelObstacles:
    """What is on the map besides names to be placed."""

    frame: LabelBox
    circles: Sequence[tuple[float, float, float]] = ()
    """Symbols of points: x, y, radius."""
    boxes: Sequence[LabelBox] = ()
    """What else is not to be written on."""
    lines: Sequence[tuple[float, float, float, float]] = ()
    """Straight pieces of lines, better left free."""
    ends: Sequence[tuple[float, float, float]] = ()
    """Where other names want to stand, as circles: better left free too."""


class _Choice(NamedTuple):
    cost: float
    box: LabelBox
    position: LabelPosition


def place_names(names: Iterable[PointLabel], around: LabelObstacles) -> Mapping[str, LabelPosition | None]:
    """A spot for each name, by key; None where there is no room that a greater name does not need."""
    ordered = sorted(names, key=lambda name: (-name.weight, name.key))
    least = min((name.weight for name in ordered), default=0.0)
    choices = {
        name.key: _choices(name, around, _MAX_LESSER_RINGS if name.weight == least else len(_RINGS_MM))
        for name in ordered
    }
    placed: dict[str, _Choice] = {}
    near = _near(ordered, choices)
    for _weight, group in groupby(ordered, key=lambda name: name.weight):
        _place_group([name.key for name in group], choices, near, placed)
    return {name.key: placed[name.key].position if name.key in placed else None for name in ordered}


def _place_group(
    keys: Sequence[str],
    choices: Mapping[str, Sequence[_Choice]],
    near: Mapping[str, Sequence[str]],
    placed: dict[str, _Choice],
) -> None:
    """Place names of one weight: always the one that has the fewest places left."""
    free = {key: [each for each in choices[key] if _is_free(each, near[key], placed)] for key in keys}
    without = []
    while free:
        key = min(free, key=lambda each: (len(free[each]), each))
        mine = free.pop(key)
        if not mine:
            without.append(key)
            continue
        waiting = [(other, choices[other][:_MAX_RESERVED_PLACES]) for other in near[key] if other not in placed]
        taken = min(mine, key=lambda each: (each.cost + _cost_to_others(each, waiting), each.cost))
        placed[key] = taken
        for other in near[key]:
            if other in free:
                free[other] = [each for each in free[other] if not each.box.meets(taken.box)]
    for key in without:
        placed.update(_placed_with(key, choices, near, placed) or {})


def _placed_with(
    key: str,
    choices: Mapping[str, Sequence[_Choice]],
    near: Mapping[str, Sequence[str]],
    placed: Mapping[str, _Choice],
    pushes: int = 2,
    kept: frozenset[str] = frozenset(),
) -> dict[str, _Choice] | None:
    """Places for all that are placed and `key`, which found no room: those in its way can perhaps stand elsewhere.

    `pushes`: how many may move aside for each other in a row; `kept`: names that stay. None when it cannot be done.
    """
    for wanted in choices[key]:
        there = [other for other in near[key] if other in placed and placed[other].box.meets(wanted.box)]
        if not kept.isdisjoint(there):
            continue
        tried = {other: each for other, each in placed.items() if other not in there}
        tried[key] = wanted
        for other in there:
            moved = _moved_aside(other, choices, near, tried, pushes, kept | {key})
            if moved is None:
                break
            tried = moved
        else:
            return tried
    return None


def _moved_aside(
    key: str,
    choices: Mapping[str, Sequence[_Choice]],
    near: Mapping[str, Sequence[str]],
    placed: dict[str, _Choice],
    pushes: int,
    kept: frozenset[str],
) -> dict[str, _Choice] | None:
    found = next((each for each in choices[key] if _is_free(each, near[key], placed)), None)
    if found is not None:
        return {**placed, key: found}
    return _placed_with(key, choices, near, placed, pushes - 1, kept) if pushes > 1 else None


def _is_free(choice: _Choice, near: Sequence[str], placed: Mapping[str, _Choice]) -> bool:
    return not any(other in placed and choice.box.meets(placed[other].box) for other in near)


def _cost_to_others(choice: _Choice, waiting: Sequence[tuple[str, Sequence[_Choice]]]) -> float:
    """What a choice costs the names that are not placed yet."""
    cost = 0.0
    for _key, best in waiting:
        lost = sum(choice.box.meets(each.box) for each in best)
        if lost:
            cost += (
                _TAKEN_PLACE_COST * lost / len(best) * (1.0 if len(best) == _MAX_RESERVED_PLACES else _SCARCITY_FACTOR)
            )
    return cost


def _near(names: Sequence[PointLabel], choices: Mapping[str, Sequence[_Choice]]) -> dict[str, list[str]]:
    """For each name those whose places may meet its own."""
    whole = {name.key: _bounding_box([each.box for each in choices[name.key]]) for name in names}
    found: dict[str, list[str]] = {name.key: [] for name in names}
    ordered = sorted((box.left, key, box) for key, box in whole.items() if box is not None)
    for place, (_left, key, box) in enumerate(ordered):
        for left, other, there in ordered[place + 1 :]:
            if left > box.right:
                break
            if box.meets(there):
                found[key].append(other)
                found[other].append(key)
    return found


def _bounding_box(boxes: Sequence[LabelBox]) -> LabelBox | None:
    if not boxes:
        return None
    lefts, lowers, rights, uppers = zip(*boxes)
    return LabelBox(min(lefts), min(lowers), max(rights), max(uppers))


def _choices(name: PointLabel, around: LabelObstacles, rings: int) -> list[_Choice]:
    """Places where the name covers nothing, the cheapest first: further out only when there are few close by."""
    size = name.reach + name.width + name.cap + _RINGS_MM[-1]
    near = LabelBox(name.x - size, name.y - size, name.x + size, name.y + size)
    circles = [each for each in around.circles if near.meets_circle(*each)]
    boxes = [each for each in around.boxes if each.meets(near)]
    lines = [each for each in around.lines if _is_near(each, near)]
    ends = [each for each in around.ends if near.meets_circle(*each)]
    found: list[_Choice] = []
    for ring in range(rings):
        for cost, position in _candidate_positions(name, _RINGS_MM[ring]):
            box = _box(name, position)
            if not box.within(around.frame) or any(box.meets_circle(*each) for each in circles):
                continue
            if any(box.meets(each) for each in boxes):
                continue
            cost += ring * _RING_COST
            cost += _CROSSING_COST if any(_is_near(each, box) and box.crossed(*each) for each in lines) else 0.0
            cost += _OVERLAP_COST if any(box.meets_circle(*each) for each in ends) else 0.0
            found.append(_Choice(cost, box, position))
        if ring and len(found) >= _MIN_PLACES:
            break
    return sorted(found, key=lambda each: each.cost)


def _is_near(line: tuple[float, float, float, float], box: LabelBox) -> bool:
    x1, y1, x2, y2 = line
    return not (
        (x1 < box.left and x2 < box.left)
        or (x1 > box.right and x2 > box.right)
        or (y1 < box.lower and y2 < box.lower)
        or (y1 > box.upper and y2 > box.upper)
    )


def _candidate_positions(name: PointLabel, out: float) -> Iterator[tuple[float, LabelPosition]]:
    """The places `out` mm further from a point than close by, with what they cost: right, above, below, left."""
    r = name.reach + out
    slant, high = 0.78 * r, 0.62 * r
    shift = name.width * 0.28
    for cost, dx, dy, across, up in (
        (0.0, r, 0.0, LEFT, HALF),
        (0.35, slant, high, LEFT, BASE),
        (0.45, slant, -high, LEFT, CAP),
        (0.3, 0.95 * r, 0.36 * r, LEFT, HALF),
        (0.4, 0.95 * r, -0.36 * r, LEFT, HALF),
        (0.6, -r, 0.0, RIGHT, HALF),
        (0.8, -slant, high, RIGHT, BASE),
        (0.9, -slant, -high, RIGHT, CAP),
        (0.85, -0.95 * r, 0.36 * r, RIGHT, HALF),
        (0.95, -0.95 * r, -0.36 * r, RIGHT, HALF),
        (0.7, 0.0, r, CENTRE, BASE),
        (0.9, 0.0, -r, CENTRE, CAP),
        (0.95, shift, r, CENTRE, BASE),
        (1.05, -shift, r, CENTRE, BASE),
        (1.1, shift, -r, CENTRE, CAP),
        (1.2, -shift, -r, CENTRE, CAP),
    ):
        yield cost, LabelPosition(round(dx, 3), round(dy, 3), across, up)


def _box(name: PointLabel, position: LabelPosition) -> LabelBox:
    """The box of the name at a spot, with air around it."""
    x, y = name.x + position.dx, name.y + position.dy
    left = x - {LEFT: 0.0, CENTRE: name.width / 2, RIGHT: name.width}[position.across]
    line = y - {BASE: 0.0, HALF: name.cap / 2, CAP: name.cap}[position.up]
    half = _MIN_GAP_MM / 2
    return LabelBox(
        left - half, line - name.under - half, left + name.width + half, line + name.cap + name.over + half
    )  # fmt: skip
