"""Rules about references: every id that is named must be there."""

from __future__ import annotations

from collections import Counter
from typing import Iterator

from ..i18n import tr
from .finding import ERROR, TIP, WARNING, Remark
from .ground import LINK_LAYER, NODE_LAYER, Ground
from .known import listed


def picture_missing(ground: Ground) -> Iterator[Remark]:
    """An object in a picture that is not there is on no map."""
    for objekt in ground.snapshot.objects:
        if objekt.bild_id not in ground.pictures:
            yield ground.remark(
                ERROR,
                objekt,
                tr("{objekt} hör till en bild som inte finns och kommer inte med på någon karta."),
                tr("Välj vilken bild objektet hör till."),
            )


def identity_twice(ground: Ground) -> Iterator[Remark]:
    """Two objects with the same objekt_id cannot be told apart."""
    counts = Counter(objekt.objekt_id for objekt in ground.snapshot.objects)
    for objekt_id, number in counts.items():
        if number > 1 or not objekt_id:
            yield ground.remark(
                ERROR,
                ground.objects[objekt_id],
                tr("{objekt} delar id med ett annat objekt (eller saknar id), så mål och samband kan hamna fel."),
                tr("Ta bort det ena objektet och rita det på nytt."),
            )


def link_reference(ground: Ground) -> Iterator[Remark]:
    """`fran_id` and `till_id` of a samband: both named, both nodes of the same picture."""
    for objekt in ground.snapshot.objects:
        if objekt.lager != LINK_LAYER:
            continue
        for column in ("fran_id", "till_id"):
            wanted = str(objekt.attribut.get(column) or "")
            node = ground.objects.get(wanted)
            which = tr("börjar") if column == "fran_id" else tr("slutar")
            if not wanted:
                yield ground.remark(
                    TIP,
                    objekt,
                    tr("{objekt} säger inte vid vilken nod det {which}."),
                    tr("Välj noden i formuläret, så följer sambandet med i tabeller och analyser."),
                    which=which,
                )
            elif node is None or node.lager != NODE_LAYER or node.bild_id != objekt.bild_id:
                yield ground.remark(
                    ERROR,
                    objekt,
                    tr("{objekt} {which} vid en nod som inte finns i bilden."),
                    tr("Välj en nod som finns, eller ta bort sambandet."),
                    which=which,
                )


def chain_reference(ground: Ground) -> Iterator[Remark]:
    """`noder` of a stråk: the chain names nodes of the same picture."""
    for objekt in ground.snapshot.objects:
        for wanted in listed(str(objekt.attribut.get("noder") or "")):
            node = ground.objects.get(wanted)
            if node is None or node.lager != NODE_LAYER or node.bild_id != objekt.bild_id:
                yield ground.remark(
                    ERROR,
                    objekt,
                    tr("{objekt} räknar upp en nod som inte finns i bilden."),
                    tr("Välj stråkets noder på nytt i formuläret."),
                )
                break


def origin_missing(ground: Ground) -> Iterator[Remark]:
    """`ursprung_id`: the same thing in another picture."""
    shared = Counter(objekt.ursprung_id for objekt in ground.snapshot.objects if objekt.ursprung_id)
    for objekt in ground.snapshot.objects:
        origin = objekt.ursprung_id
        if origin and origin not in ground.objects and shared[origin] < 2:
            yield ground.remark(
                WARNING,
                objekt,
                tr("{objekt} pekar på ett ursprung som inte finns i strukturbilden."),
                tr("Koppla objektet till sin motsvarighet i den andra bilden, eller töm fältet."),
            )


def goal_reference(ground: Ground) -> Iterator[Remark]:
    """Links from objects that are gone, to goals that are gone, or with an impossible contribution."""
    goals = {goal.mal_id for goal in ground.snapshot.goals}
    for link in ground.snapshot.links:
        objekt = ground.objects.get(link.objekt_id)
        if objekt is None:
            yield Remark(
                ERROR,
                tr("En målkoppling hör till ett objekt som inte finns ({kod}).").format(kod=link.objekt_id[:8]),
                tr("Ta bort kopplingen."),
            )
        elif link.mal_id not in goals:
            yield ground.remark(
                ERROR,
                objekt,
                tr("{objekt} är kopplad till ett mål som inte finns."),
                tr("Ta bort kopplingen, eller hämta in målen på nytt."),
            )
