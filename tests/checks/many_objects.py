"""Strukturbilder of any size for the rules: as they are drawn, and as badly as they can be for a rule that compares."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable

from strukturbild_plugin.goals.model import Goal, GoalLink
from strukturbild_plugin.store.gpkg.records import ObjectRecord, Picture, Snapshot
from tests.store.snapshot_helpers import multiline, multipoint, multipolygon, objekt, small_snapshot, square

WEST, SOUTH = 340_000, 6_545_000
PLACE = (415_000.0, 6_584_000.0)


def holding(*objects: ObjectRecord, links: tuple[GoalLink, ...] = ()) -> Snapshot:
    """A strukturbild of these alone."""
    return replace(small_snapshot(), objects=objects, links=links)


def spread(number: int) -> tuple[float, float]:
    """A place of its own within the same area, however many there are."""
    return WEST + number * 7_919 % 200_000, SOUTH + number * 104_729 % 90_000


def node(
    number: int, place: tuple[float, float] | None = None, name: str | None = None, **more: object
) -> ObjectRecord:
    at = place or spread(number)
    return objekt(f"n{number:06}", "nod", multipoint(at), namn=f"Ort {number}" if name is None else name, **more)


def link(number: int, start: tuple[float, float], end: tuple[float, float], **attributes: str) -> ObjectRecord:
    return objekt(f"s{number:06}", "samband", multiline([start, end]), attribut=attributes)


def as_drawn(size: int) -> Snapshot:
    """Nodes, corridors, links and areas side by side, each with a goal; now and then one that something is said of."""
    nodes = [node(number, niva="regional" if number % 5 else "") for number in range(0, size, 2)]
    places = [spread(number) for number in range(0, size, 2)]
    lines = [
        link(number, places[number], places[number - 1], fran_id=nodes[number].objekt_id)
        for number in range(len(nodes) // 2)
    ]
    areas = [
        objekt(f"y{number:06}", "gron_bla_yta", multipolygon([square(*spread(number), 2_500)]), klass="gron_kil")
        for number in range(size // 8)
    ]
    corridors = [objekt(f"k{n:06}", "strak", multiline([places[n], places[n - 3]])) for n in range(size // 8)]
    objects = (*nodes, *lines, *areas, *corridors)
    return holding(*objects, links=tuple(GoalLink(one.objekt_id, "m2", 1) for one in objects[::2]))


def one_place(size: int) -> Snapshot:
    lines = (link(number, PLACE, PLACE[::-1]) for number in range(size))
    corridors = (objekt(f"k{n:06}", "strak", multiline([PLACE, (n, n)])) for n in range(size))
    return holding(*(node(number, PLACE) for number in range(size)), *lines, *corridors)


def nearly_one_place(size: int) -> Snapshot:
    """Hundreds within a few metres, of different names and of none."""
    near = [(PLACE[0] + number * 90 / size, PLACE[1] + number % 7) for number in range(size)]
    lines = (link(number, near[number], near[0]) for number in range(size))
    return holding(*(node(n, near[n], "" if n % 3 else f"Ort {n}") for n in range(size)), *lines)


def one_name(size: int) -> Snapshot:
    return holding(*(node(number, PLACE if number % 2 else None, "Berga") for number in range(size)))


def one_identity(size: int) -> Snapshot:
    same = (replace(node(number), objekt_id="samma", ursprung_id="borta") for number in range(size))
    return holding(*same, links=tuple(GoalLink("samma", f"borta{number}", 1) for number in range(size)))


def one_origin(size: int) -> Snapshot:
    return holding(*(replace(node(number), ursprung_id="borta") for number in range(size)))


def one_chain(size: int) -> Snapshot:
    """One corridor along all nodes, in as many parts, none of which meet."""
    nodes = [node(number) for number in range(size)]
    parts = [[(WEST + number * 2.0, SOUTH), (WEST + number * 2.0, SOUTH + 900)] for number in range(size)]
    chain = {"noder": "{" + ",".join([*(one.objekt_id for one in nodes), "borta"]) + "}"}
    return holding(*nodes, objekt("k", "strak", multiline(*parts), attribut=chain))


def one_joint(size: int) -> Snapshot:
    """One corridor whose parts all begin in one place."""
    parts = [[PLACE, (WEST + number, SOUTH)] for number in range(size)]
    return holding(objekt("k", "strak", multiline(*parts)))


def one_goal(size: int) -> Snapshot:
    nodes = [node(number) for number in range(size)]
    return holding(*nodes, links=tuple(GoalLink(one.objekt_id, "m2", 1) for one in (*nodes, *nodes)))


def one_object(size: int) -> Snapshot:
    """One object linked twice to each of many goals, that lie below one another in a chain."""
    goals = [Goal(f"g{n}", "rus-17", str(n), "Delmål", f"Mål {n}", n, over_id=f"g{n - 1}") for n in range(size)]
    links = tuple(GoalLink("n000000", goal.mal_id, 1, f"{turn}") for goal in goals for turn in range(2))
    return replace(holding(node(0), links=links), goals=tuple(goals))


def many_pictures(size: int) -> Snapshot:
    """As many pictures as objects, which are in none of them."""
    pictures = tuple(
        Picture(f"b{n}", "Bild", "malbild", "regional", None, "", "utkast", "", "", n) for n in range(size)
    )
    objects = (replace(node(number), bild_id="borta") for number in range(size))
    return replace(holding(*objects), pictures=pictures)


def everything_wrong(size: int) -> Snapshot:
    """Every object with codes, numbers, signs and a place that cannot be right."""
    wrong = {"befolkning": "ca 26000", "service": "{skola,bad}", "beskrivning": "Där\u200bför ✓", "kalla": "x" * 20_000}
    far = [(number * 10.0, number * 10.0) for number in range(size)]
    return holding(
        *(
            replace(node(n, far[n], f" Ort\u200b {n}", niva="global", status="kanske", attribut=wrong), klass=klass)
            for n in range(size)
            for klass in [("nod", "okänd", "gron_kil")[n % 3]]
        )
    )


KINDS: dict[str, Callable[[int], Snapshot]] = {
    made.__name__: made
    for made in (
        *(as_drawn, one_place, nearly_one_place, one_name, one_identity, one_origin, one_chain, one_joint, one_goal),
        *(one_object, many_pictures, everything_wrong),
    )
}
