"""Rules about how objects meet: stråk and samband end at nodes, and no node is drawn twice."""

from __future__ import annotations

from typing import Iterator, Mapping, Sequence

from qgis.core import QgsPointXY

from ...i18n import tr
from ...store.gpkg.proposed_edits import PullEnd
from ...store.gpkg.records import ObjectRecord
from ..engine.check_context import CORRIDOR_LAYER, LINK_LAYER, NODE_LAYER, CheckContext, CheckedObject, folded
from ..engine.finding import ERROR, WARNING, Fix, Remark
from ..engine.geometry import Part, lines_of
from ..engine.place_groups import SAME_PLACE_M, Square, square_of, squares_near
from .catalogue_rules import listed

CORRIDOR_END_TOLERANCE_M = 2500.0
"""How near a node the end of a stråk must come, in metres. Ours: about the radius of a regional node's circle on an A3
of two counties (4 mm at 1:600 000), so that an end the map shows as meeting the node counts as meeting it."""

LINK_END_TOLERANCE_M = 500.0
"""The same for samband, which are thin and snap to nodes. Ours."""

MAX_PULL_M = 5000.0
"""An end nearer than this to the node it names is drawn to it at one click, in metres. Ours: so far a line hangs on a
node when it is drawn; beyond that it may be the name of the node that is wrong."""

MAX_JOINT_GAP_M = 1.0
"""Parts of a line whose ends are nearer than this go on into each other."""


def corridor_end_loose(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """The end of a stråk without a node, unless `mot_start` or `mot_slut` says where it goes on."""
    if checked.record.lager != CORRIDOR_LAYER or checked.geometry is None:
        return
    record = checked.record
    for point, which in _loose_ends(lines_of(checked.geometry)):
        near = context.nearest_node(record.bild_id, point)
        if (which and record.attribut.get(f"mot_{which}")) or (near and near[1] <= CORRIDOR_END_TOLERANCE_M):
            continue
        yield context.remark(
            WARNING, record, _end_sentence(which), _end_advice(near), _to_its_node(context, record, point, which)
        )


def link_end_loose(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """The end of a samband that does not reach the node it names, or any node when it names none."""
    record = checked.record
    lines = lines_of(checked.geometry) if record.lager == LINK_LAYER and checked.geometry is not None else []
    if not lines:
        return
    first, last = lines[0][0], lines[-1][-1]
    named = (str(record.attribut.get("fran_id") or ""), str(record.attribut.get("till_id") or ""))
    both_directions = [(ends, _missed(context, record.bild_id, ends, named)) for ends in ((first, last), (last, first))]
    ends, missed = min(both_directions, key=lambda fix: len(fix[1]))
    for place in missed:
        node = context.by_id(named[place]) if named[place] else None
        at_last = (ends[place] is last) if first is not last else bool(place)
        yield context.remark(
            WARNING,
            record,
            tr("{objekt} når inte fram till ”{nod}”.") if node else tr("{objekt} har en ände som inte når någon nod."),
            tr("Dra änden till noden med fästning påslagen."),
            _pulled(context, record, ends[place], at_last, named[place]),
            nod=node.namn if node else "",
        )


def same_name(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Nodes of one class with the same name in the same picture; said once of them all, of the second by id."""
    record = checked.record
    if record.lager != NODE_LAYER or not record.namn.strip():
        return
    same = context.same_named(record)
    if len(same) > 1 and same[1].key == checked.key:
        twice = len(same) == 2
        yield context.remark(
            ERROR,
            record,
            tr("{objekt} finns två gånger i samma bild.") if twice else tr("{objekt} finns {n} gånger i samma bild."),
            tr("Ta bort den ena, eller ge dem namn som skiljer dem åt.")
            if twice
            else tr("Behåll en av dem, eller ge dem namn som skiljer dem åt."),
            n=str(len(same)),
        )


def same_place(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Nodes of one class in the same place in the same picture; said once of them all, of the second by id.

    Those of the same name are said already. Of a place that several share, only the first is held against what lies
    around it.
    """
    record = checked.record
    if record.lager != NODE_LAYER:
        return
    found: list[tuple[CheckedObject, int]] = []
    for point, square, around in context.squares_around(checked):
        here = context.in_square(checked, square)
        if here[1:2] == (checked,):
            found.append((here[0], len(here)))
        elif here[0] is checked:
            firsts = (context.in_square(checked, beside)[:1] for beside in around)
            found += [(other, 2) for near in firsts for other in near if _drawn_before(other, checked, point)]
    if found:
        first, number = min(found, key=lambda pair: pair[0].record.objekt_id)
        yield context.remark(
            WARNING,
            record,
            tr("{objekt} ligger på samma plats som ”{annan}”.")
            if number == 2
            else tr("{objekt} ligger på samma plats som ”{annan}” och {n} till."),
            tr("Ta bort den ena, eller slå ihop dem till en nod med flera roller."),
            annan=first.record.namn,
            n=str(number - 2),
        )


def _drawn_before(other: CheckedObject, checked: CheckedObject, point: QgsPointXY) -> bool:
    """Whether a node of a square beside lies in the same place as this one's point, and is the first of the two."""
    name = folded(checked.record.namn)
    return (
        other.record.objekt_id < checked.record.objekt_id
        and (not name or folded(other.record.namn) != name)
        and any(point.distance(place) <= SAME_PLACE_M for place in other.points())
    )


def _missed(context: CheckContext, bild_id: str, ends: Sequence[QgsPointXY], named: Sequence[str]) -> list[int]:
    """Which of the two ends (0, 1) are farther from their node than the tolerance."""
    missed = []
    for place, (point, objekt_id) in enumerate(zip(ends, named)):
        if objekt_id:
            distance = _metres_to(context.node_in_picture(objekt_id, bild_id), point)
            if distance is None:
                continue  # a broken reference; references.py says so
        else:
            near = context.nearest_node(bild_id, point)
            distance = near[1] if near else float("inf")
        if distance > LINK_END_TOLERANCE_M:
            missed.append(place)
    return missed


def _metres_to(node: CheckedObject | None, point: QgsPointXY) -> float | None:
    return min((point.distance(place) for place in node.points()), default=None) if node is not None else None


def _to_its_node(context: CheckContext, record: ObjectRecord, point: QgsPointXY, which: str) -> Fix | None:
    """A stråk names the nodes along it: the end belongs at the first or the last of them, whichever is nearer."""
    chain = listed(str(record.attribut.get("noder") or "")) if which else []
    if not chain:
        return None
    there = [node_id for node_id in (chain[0], chain[-1]) if context.has_node(node_id, record.bild_id)]
    nearest = min(
        there,
        key=lambda node_id: _metres_to(context.node_in_picture(node_id, record.bild_id), point) or 0.0,
        default="",
    )
    return _pulled(context, record, point, which == "slut", nearest)


def _pulled(context: CheckContext, record: ObjectRecord, point: QgsPointXY, last: bool, node_id: str) -> Fix | None:
    node = context.node_in_picture(node_id, record.bild_id) if node_id else None
    metres = _metres_to(node, point)
    if node is None or metres is None or metres > MAX_PULL_M:
        return None
    text = tr("Dra änden {metres} m till ”{nod}”").format(
        metres=round(metres), nod=node.record.namn.strip() or context.display_name(node.record)
    )
    return Fix(text, (PullEnd(record.objekt_id, last, node_id),))


def _loose_ends(lines: list[Part]) -> Iterator[tuple[QgsPointXY, str]]:
    """Ends that no other part goes on from: the first ('start'), the last ('slut'), and others ('')."""
    ends = [(line[0], line[-1]) for line in lines]
    squares: dict[Square, list[tuple[int, QgsPointXY]]] = {}
    for number, pair in enumerate(ends):
        for point in pair:
            squares.setdefault(square_of(point, MAX_JOINT_GAP_M), []).append((number, point))
    for number, pair in enumerate(ends):
        if len(ends) == 1 and pair[0].distance(pair[1]) < MAX_JOINT_GAP_M:
            continue  # a ring has no end
        for side, point in enumerate(pair):
            if _goes_on(point, number, squares):
                continue
            first, last = number == 0 and side == 0, number == len(ends) - 1 and side == 1
            yield point, "start" if first else "slut" if last else ""


def _goes_on(point: QgsPointXY, number: int, squares: Mapping[Square, list[tuple[int, QgsPointXY]]]) -> bool:
    """Whether another part than `number` ends where this point is; `squares` hold the ends of all parts."""
    here = square_of(point, MAX_JOINT_GAP_M)
    for square in (here, *squares_near(here)):
        for other, end in squares.get(square, ()):
            if other != number and point.distance(end) < MAX_JOINT_GAP_M:
                return True
    return False


def _end_sentence(which: str) -> str:
    if which == "start":
        return tr("{objekt} börjar utan att ansluta till någon nod.")
    if which == "slut":
        return tr("{objekt} slutar utan att ansluta till någon nod.")
    return tr("{objekt} har en ände som inte ansluter till någon nod.")


def _end_advice(near: tuple[ObjectRecord, float] | None) -> str:
    if near is None:
        return tr("Rita en nod vid änden, eller skriv vart stråket fortsätter (”Mot”).")
    node, metres = near
    return tr(
        "Dra änden till en nod (närmast är ”{nod}”, {km} km bort), eller skriv vart stråket fortsätter (”Mot”)."
    ).format(nod=node.namn, km=f"{metres / 1000:.1f}".replace(".", ","))
