"""Rules about references: every id that is named must be there."""

from __future__ import annotations

from collections import Counter
from typing import Iterator

from qgis.core import QgsPointXY

from ...goals.model import GoalLink
from ...i18n import tr
from ...store.gpkg.proposed_edits import NewIdentities, RemoveLinks, SetValues
from ...store.gpkg.row_mapping import codes_to_text
from ..engine.check_context import LINK_LAYER, CheckContext, CheckedObject
from ..engine.finding import ERROR, TIP, WARNING, Fix, Remark
from ..engine.geometry import lines_of
from .catalogue_rules import listed
from .topology_rules import LINK_END_TOLERANCE_M

MAX_PICTURES = 6
"""Pictures to choose among at once; more are chosen in the form."""


def picture_missing(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """An object in a picture that is not there is on no map."""
    objekt = thing.record
    if objekt.bild_id not in ground.pictures:
        pictures = list(ground.pictures.values())
        ways = [
            Fix(
                tr("Lägg objektet i bilden ”{bild}”").format(bild=picture.namn),
                (SetValues(objekt.objekt_id, (("bild_id", picture.bild_id),)),),
                safe=len(pictures) == 1,
            )
            for picture in pictures[:MAX_PICTURES]
        ]
        yield ground.remark(
            ERROR,
            objekt,
            tr("{objekt} hör till en bild som inte finns och kommer inte med på någon karta."),
            tr("Välj vilken bild objektet hör till."),
            *ways,
        )


def identity_twice(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """Two objects with the same objekt_id cannot be told apart; said once of them all."""
    objekt = thing.record
    sharing = ground.sharing_id(objekt.objekt_id)
    if sharing[0].key == thing.key and (len(sharing) > 1 or not objekt.objekt_id):
        way = None
        if objekt.objekt_id:
            said = tr("Ge kopian ett eget id; mål och samband stannar hos den som ritades först")
            way = Fix(said, (NewIdentities(objekt.objekt_id),))
        yield ground.remark(
            ERROR,
            objekt,
            tr("{objekt} delar id med ett annat objekt (eller saknar id), så mål och samband kan hamna fel."),
            tr("Ta bort det ena objektet och rita det på nytt."),
            way,
        )


def link_reference(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """`fran_id` and `till_id` of a samband: both named, both nodes of the same picture."""
    objekt = thing.record
    if objekt.lager != LINK_LAYER:
        return
    for column in ("fran_id", "till_id"):
        wanted = str(objekt.attribut.get(column) or "")
        which = tr("börjar") if column == "fran_id" else tr("slutar")
        if not wanted:
            yield ground.remark(
                TIP,
                objekt,
                tr("{objekt} säger inte vid vilken nod det {which}."),
                tr("Välj noden i formuläret, så följer sambandet med i tabeller och analyser."),
                _tied(ground, thing, column),
                which=which,
            )
        elif ground.node_in_picture(wanted, objekt.bild_id) is None:
            emptied = SetValues(objekt.objekt_id, ((column, None),))
            yield ground.remark(
                ERROR,
                objekt,
                tr("{objekt} {which} vid en nod som inte finns i bilden."),
                tr("Välj en nod som finns, eller ta bort sambandet."),
                _tied(ground, thing, column)
                or Fix(tr("Ta bort hänvisningen till noden som saknas; linjen står kvar"), (emptied,)),
                which=which,
            )


def chain_reference(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """`noder` of a stråk: the chain names nodes of the same picture."""
    objekt = thing.record
    chain = listed(str(objekt.attribut.get("noder") or ""))
    kept = [node_id for node_id in chain if ground.node_in_picture(node_id, objekt.bild_id) is not None]
    if kept != chain:
        edit = SetValues(objekt.objekt_id, (("noder", codes_to_text(kept)),))
        yield ground.remark(
            ERROR,
            objekt,
            tr("{objekt} räknar upp en nod som inte finns i bilden."),
            tr("Välj stråkets noder på nytt i formuläret."),
            Fix(tr("Stryk noden som inte finns ur stråkets noder; linjen står kvar"), (edit,)),
        )


def origin_missing(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """`ursprung_id`: the same thing in another picture. It may be in a neighbour's file: not emptied with the rest."""
    objekt = thing.record
    origin = objekt.ursprung_id
    if origin and not ground.sharing_id(origin) and ground.sharing_origin(origin) < 2:
        yield ground.remark(
            WARNING,
            objekt,
            tr("{objekt} pekar på ett ursprung som inte finns i strukturbilden."),
            tr("Koppla objektet till sin motsvarighet i den andra bilden, eller töm fältet."),
            Fix(tr("Glöm ursprunget"), (SetValues(objekt.objekt_id, (("ursprung_id", None),)),), safe=False),
        )


def goal_reference(ground: CheckContext, link: GoalLink) -> Iterator[Remark]:
    """Links from objects that are gone, or to goals that are gone."""
    objekt = ground.by_id(link.objekt_id)
    gone = Fix(tr("Ta bort målkopplingen"), (RemoveLinks(link.objekt_id, link.mal_id),))
    if objekt is None:
        yield Remark(
            ERROR,
            tr("En målkoppling hör till ett objekt som inte finns ({kod}).").format(kod=link.objekt_id[:8]),
            tr("Ta bort kopplingen."),
            atgarder=(gone,),
        )
    elif link.mal_id not in ground.goal_ids:
        yield ground.remark(
            ERROR,
            objekt,
            tr("{objekt} är kopplad till ett mål som inte finns."),
            tr("Ta bort kopplingen, eller hämta in målen på nytt."),
            gone,
        )


def goal_twice(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """An object tied twice to one goal: such an edit cannot be saved."""
    objekt = thing.record
    links = ground.goals_of(objekt.objekt_id)
    if len(links) < 2 or ground.sharing_id(objekt.objekt_id)[0].key != thing.key:
        return
    for mal_id, number in Counter(link.mal_id for link in links).items():
        if number > 1:
            said = {(link.bidrag, link.motivering) for link in links if link.mal_id == mal_id}
            way = Fix(
                tr("Behåll en av kopplingarna, de säger samma sak"), (RemoveLinks(objekt.objekt_id, mal_id, True),)
            )
            yield ground.remark(
                ERROR,
                objekt,
                tr("{objekt} är kopplad två gånger till samma mål."),
                tr("Ta bort den ena kopplingen; annars går ändringarna inte att spara."),
                way if len(said) == 1 else None,
            )


def _tied(ground: CheckContext, thing: CheckedObject, column: str) -> Fix | None:
    """A samband whose end lies at one node, and one only, is tied to it; never both ends to the same."""
    objekt = thing.record
    lines = lines_of(thing.geometry) if thing.geometry is not None else []
    if not lines:
        return None
    point: QgsPointXY = lines[0][0] if column == "fran_id" else lines[-1][-1]
    near = ground.nodes_within(objekt.bild_id, point, LINK_END_TOLERANCE_M)
    other = objekt.attribut.get("till_id" if column == "fran_id" else "fran_id")
    if len(near) != 1 or near[0].record.objekt_id == other:
        return None
    node = near[0].record
    said = tr("Knyt änden till ”{nod}”, där den ligger").format(nod=node.namn.strip() or ground.display_name(node))
    return Fix(said, (SetValues(objekt.objekt_id, ((column, node.objekt_id),)),))
