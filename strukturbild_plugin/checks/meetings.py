"""Rules about how objects meet: stråk and samband end at nodes, and no node is drawn twice."""

from __future__ import annotations

import unicodedata
from typing import Iterator

from qgis.core import QgsPointXY

from ..i18n import tr
from ..store.records import Objekt
from .finding import ERROR, WARNING, Remark
from .ground import BAND_LAYER, LINK_LAYER, NODE_LAYER, Ground, Nodes, Part, lines_of

BAND_END_TOLERANCE_M = 2500.0
"""How near a node the end of a stråk must come, in metres. Ours: about the radius of a regional node's circle on an A3
of two counties (4 mm at 1:600 000), so that an end the map shows as meeting the node counts as meeting it."""

LINK_END_TOLERANCE_M = 500.0
"""The same for samband, which are thin and snap to nodes. Ours."""

SAME_PLACE_M = 100.0
"""Two nodes of a class nearer than this are one place drawn twice. Ours."""

JOINED_M = 1.0
"""Parts of a line whose ends are nearer than this go on into each other."""


def band_end_loose(ground: Ground) -> Iterator[Remark]:
    """The end of a stråk without a node, unless `mot_start` or `mot_slut` says where it goes on."""
    for objekt, geometry in ground.drawn(BAND_LAYER):
        lines = lines_of(geometry)
        for point, which in _loose_ends(lines):
            onward = objekt.attribut.get(f"mot_{which}") if which else None
            near = ground.nodes_of(objekt.bild_id).nearest(point)
            if onward or (near and near[1] <= BAND_END_TOLERANCE_M):
                continue
            yield ground.remark(
                WARNING,
                objekt,
                _end_sentence(which),
                _end_advice(near),
            )


def link_end_loose(ground: Ground) -> Iterator[Remark]:
    """The end of a samband that does not reach the node it names, or any node when it names none."""
    for objekt, geometry in ground.drawn(LINK_LAYER):
        lines = lines_of(geometry)
        if not lines:
            continue
        nodes = ground.nodes_of(objekt.bild_id)
        start, end = lines[0][0], lines[-1][-1]
        named = (str(objekt.attribut.get("fran_id") or ""), str(objekt.attribut.get("till_id") or ""))
        either_way = [_missed(nodes, ends, named) for ends in ((start, end), (end, start))]
        for place in min(either_way, key=len):
            node = ground.objects.get(named[place])
            yield ground.remark(
                WARNING,
                objekt,
                tr("{objekt} når inte fram till ”{nod}”.")
                if node
                else tr("{objekt} har en ände som inte når någon nod."),
                tr("Dra änden till noden med fästning påslagen."),
                nod=node.namn if node else "",
            )


def _missed(nodes: Nodes, ends: tuple[QgsPointXY, QgsPointXY], named: tuple[str, str]) -> list[int]:
    """Which of the two ends (0, 1) are farther from their node than the tolerance."""
    missed = []
    for place, (point, objekt_id) in enumerate(zip(ends, named)):
        if objekt_id:
            distance = nodes.distance_to(objekt_id, point)
            if distance is None:
                continue  # a broken reference; references.py says so
        else:
            near = nodes.nearest(point)
            distance = near[1] if near else float("inf")
        if distance > LINK_END_TOLERANCE_M:
            missed.append(place)
    return missed


def same_name(ground: Ground) -> Iterator[Remark]:
    """Two nodes of one class with the same name in the same picture."""
    seen: dict[tuple[str, str, str], Objekt] = {}
    for objekt in sorted(_nodes(ground), key=lambda node: node.objekt_id):
        if not objekt.namn.strip():
            continue
        key = (objekt.bild_id, objekt.klass, _folded(objekt.namn))
        if key in seen:
            yield ground.remark(
                ERROR,
                objekt,
                tr("{objekt} finns två gånger i samma bild."),
                tr("Ta bort den ena, eller ge dem namn som skiljer dem åt."),
            )
        seen.setdefault(key, objekt)


def same_place(ground: Ground) -> Iterator[Remark]:
    """Two nodes of one class in the same place in the same picture; those of the same name are said already."""
    for nodes in ground.nodes.values():
        told = set()
        for objekt, point in nodes.points:
            for other in nodes.within(point, SAME_PLACE_M):
                pair = (objekt.objekt_id, other.objekt_id)
                if pair[0] >= pair[1] or pair in told or objekt.klass != other.klass:
                    continue
                told.add(pair)
                if _folded(objekt.namn) == _folded(other.namn) and objekt.namn.strip():
                    continue
                yield ground.remark(
                    WARNING,
                    other,
                    tr("{objekt} ligger på samma plats som ”{annan}”."),
                    tr("Ta bort den ena, eller slå ihop dem till en nod med flera roller."),
                    annan=objekt.namn,
                )


def _nodes(ground: Ground) -> list[Objekt]:
    return [objekt for objekt in ground.snapshot.objects if objekt.lager == NODE_LAYER]


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _loose_ends(lines: list[Part]) -> Iterator[tuple[QgsPointXY, str]]:
    """Ends that no other part goes on from: the first ('start'), the last ('slut'), and others ('')."""
    ends = [(line[0], line[-1]) for line in lines]
    for number, pair in enumerate(ends):
        if len(ends) == 1 and pair[0].distance(pair[1]) < JOINED_M:
            continue  # a ring has no end
        for side, point in enumerate(pair):
            others = (one for other, both in enumerate(ends) if other != number for one in both)
            if any(point.distance(one) < JOINED_M for one in others):
                continue
            first, last = number == 0 and side == 0, number == len(ends) - 1 and side == 1
            yield point, "start" if first else "slut" if last else ""


def _end_sentence(which: str) -> str:
    if which == "start":
        return tr("{objekt} börjar utan att möta någon nod.")
    if which == "slut":
        return tr("{objekt} slutar utan att möta någon nod.")
    return tr("{objekt} har en lös ände som inte möter någon nod.")


def _end_advice(near: tuple[Objekt, float] | None) -> str:
    if near is None:
        return tr("Rita en nod vid änden, eller skriv vart stråket fortsätter (”Mot”).")
    node, metres = near
    return tr(
        "Dra änden till en nod (närmast är ”{nod}”, {km} km bort), eller skriv vart stråket fortsätter (”Mot”)."
    ).format(nod=node.namn, km=f"{metres / 1000:.1f}".replace(".", ","))
