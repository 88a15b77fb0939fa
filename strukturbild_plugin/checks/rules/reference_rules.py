"""Rules about references: every id that is named must be there."""

from __future__ import annotations

from itertools import islice
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


def picture_missing(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """An object in a picture that is not there is on no map."""
    record = checked.record
    if record.bild_id not in context.pictures:
        fixes = [
            Fix(
                tr("Lägg objektet i bilden ”{bild}”").format(bild=picture.namn),
                (SetValues(record.objekt_id, (("bild_id", picture.bild_id),)),),
                safe=len(context.pictures) == 1,
            )
            for picture in islice(context.pictures.values(), MAX_PICTURES)
        ]
        yield context.remark(
            ERROR,
            record,
            tr("{objekt} hör till en bild som inte finns och kommer inte med på någon karta."),
            tr("Välj vilken bild objektet hör till."),
            *fixes,
        )


def identity_twice(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Two objects with the same objekt_id cannot be told apart; said once of them all."""
    record = checked.record
    sharing = context.sharing_id(record.objekt_id)
    if sharing[0].key == checked.key and (len(sharing) > 1 or not record.objekt_id):
        fix = None
        if record.objekt_id:
            text = tr("Ge kopian ett eget id; mål och samband hör kvar till det som ritades först")
            fix = Fix(text, (NewIdentities(record.objekt_id),))
        yield context.remark(
            ERROR,
            record,
            tr("{objekt} delar id med ett annat objekt (eller saknar id), så mål och samband kan hamna fel."),
            tr("Ta bort det ena objektet och rita det på nytt."),
            fix,
        )


def link_reference(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """`fran_id` and `till_id` of a samband: both named, both nodes of the same picture."""
    record = checked.record
    if record.lager != LINK_LAYER:
        return
    for column in ("fran_id", "till_id"):
        wanted = str(record.attribut.get(column) or "")
        which = tr("börjar") if column == "fran_id" else tr("slutar")
        if not wanted:
            yield context.remark(
                TIP,
                record,
                tr("{objekt} saknar uppgift om vid vilken nod det {which}."),
                tr("Välj noden i formuläret, så följer sambandet med i tabeller och analyser."),
                _linked_to_node(context, checked, column),
                which=which,
            )
        elif not context.has_node(wanted, record.bild_id):
            emptied = SetValues(record.objekt_id, ((column, None),))
            yield context.remark(
                ERROR,
                record,
                tr("{objekt} {which} vid en nod som inte finns i bilden."),
                tr("Välj en nod som finns, eller ta bort sambandet."),
                _linked_to_node(context, checked, column)
                or Fix(tr("Ta bort hänvisningen till noden som saknas; linjen står kvar"), (emptied,)),
                which=which,
            )


def chain_reference(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """`noder` of a stråk: the chain names nodes of the same picture."""
    record = checked.record
    chain = listed(str(record.attribut.get("noder") or ""))
    kept = [node_id for node_id in chain if context.has_node(node_id, record.bild_id)]
    if kept != chain:
        edit = SetValues(record.objekt_id, (("noder", codes_to_text(kept)),))
        yield context.remark(
            ERROR,
            record,
            tr("{objekt} räknar upp en nod som inte finns i bilden."),
            tr("Välj stråkets noder på nytt i formuläret."),
            Fix(tr("Ta bort noden som inte finns ur stråkets noder; linjen ligger kvar"), (edit,)),
        )


def origin_missing(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """`ursprung_id`: the same thing in another picture. It may be in a neighbour's file: not emptied with the rest."""
    record = checked.record
    origin = record.ursprung_id
    if origin and not context.sharing_id(origin) and context.sharing_origin(origin) < 2:
        yield context.remark(
            WARNING,
            record,
            tr("{objekt} hänvisar till ett ursprung som inte finns i strukturbilden."),
            tr("Koppla objektet till sin motsvarighet i den andra bilden, eller töm fältet."),
            Fix(
                tr("Ta bort hänvisningen till ursprunget"),
                (SetValues(record.objekt_id, (("ursprung_id", None),)),),
                safe=False,
            ),
        )


def goal_reference(context: CheckContext, link: GoalLink) -> Iterator[Remark]:
    """Links from objects that are gone, or to goals that are gone."""
    record = context.by_id(link.objekt_id)
    gone = Fix(tr("Ta bort målkopplingen"), (RemoveLinks(link.objekt_id, link.mal_id),))
    if record is None:
        yield Remark(
            ERROR,
            tr("En målkoppling hör till ett objekt som inte finns ({kod}).").format(kod=link.objekt_id[:8]),
            tr("Ta bort kopplingen."),
            atgarder=(gone,),
        )
    elif link.mal_id not in context.goal_ids:
        yield context.remark(
            ERROR,
            record,
            tr("{objekt} är kopplad till ett mål som inte finns."),
            tr("Ta bort kopplingen, eller hämta in målen på nytt."),
            gone,
        )


def goal_twice(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """An object tied twice to one goal: such an edit cannot be saved."""
    record = checked.record
    if context.sharing_id(record.objekt_id)[0].key != checked.key:
        return
    by_goal: dict[str, list[GoalLink]] = {}
    for link in context.goals_of(record.objekt_id):
        by_goal.setdefault(link.mal_id, []).append(link)
    for mal_id, links in by_goal.items():
        if len(links) > 1:
            contents = {(link.bidrag, link.motivering) for link in links}
            fix = Fix(tr("Behåll en av kopplingarna, de är likadana"), (RemoveLinks(record.objekt_id, mal_id, True),))
            yield context.remark(
                ERROR,
                record,
                tr("{objekt} är kopplad två gånger till samma mål."),
                tr("Ta bort den ena kopplingen; annars går ändringarna inte att spara."),
                fix if len(contents) == 1 else None,
            )


def _linked_to_node(context: CheckContext, checked: CheckedObject, column: str) -> Fix | None:
    """A samband whose end lies at one node, and one only, is tied to it; never both ends to the same."""
    record = checked.record
    lines = lines_of(checked.geometry) if checked.geometry is not None else []
    if not lines:
        return None
    point: QgsPointXY = lines[0][0] if column == "fran_id" else lines[-1][-1]
    node = context.only_node_within(record.bild_id, point, LINK_END_TOLERANCE_M)
    other = record.attribut.get("till_id" if column == "fran_id" else "fran_id")
    if node is None or node.objekt_id == other:
        return None
    text = tr("Knyt änden till ”{nod}”, där den ligger").format(nod=node.namn.strip() or context.display_name(node))
    return Fix(text, (SetValues(record.objekt_id, ((column, node.objekt_id),)),))
