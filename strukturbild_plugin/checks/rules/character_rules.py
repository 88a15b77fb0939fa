"""Rules about single signs in texts: those that nobody sees, and those that the map's typeface does not have."""

from __future__ import annotations

from typing import Iterator

from ...cartography.symbol_sets.symbol_set_library import typeface
from ...cartography.typography.fonts import FAMILY
from ...cartography.typography.glyph_fallback import lacking
from ...errors import CatalogueError
from ...i18n import tr
from ...printable_text import cleaned, odd_signs, one_line, sign_name
from ...store.gpkg.proposed_edits import SetValues
from ...store.gpkg.records import ObjectRecord
from ..engine.check_context import CheckContext, CheckedObject
from ..engine.finding import TIP, Fix, Remark

_NAME = "namn"


def sign_unseen(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """They come with what is pasted or imported, and nobody sees why a name is not found."""
    for kod, text in _texts_of(thing.record):
        signs = odd_signs(text)
        if signs:
            named = kod == _NAME and one_line(text)
            tidy = named or cleaned(text)
            does = tr("Skriv namnet ”{namn}”").format(namn=tidy) if named else tr("Skriv om texten utan dem")
            yield ground.remark(
                TIP,
                thing.record,
                tr("{objekt} har osynliga eller förväxlade tecken i ”{falt}”: {tecken}."),
                tr("Skriv om texten utan dem, så hittas och sorteras den som den ska."),
                Fix(does, (SetValues(thing.record.objekt_id, ((kod, tidy or None),)),)),
                falt=_field(ground, kod),
                tecken=_unseen(signs),
            )


def sign_lacking(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """One such sign is set in another typeface, or as a box; the rest of the text is as it should be."""
    for kod, text in _texts_of(thing.record):
        signs = "".join(lacking(text, _family(ground)))
        if signs:
            yield ground.remark(
                TIP,
                thing.record,
                tr("{objekt} har tecken i ”{falt}” som kartans typsnitt {typsnitt} saknar: {tecken}."),
                _other_typeface(),
                falt=_field(ground, kod),
                typsnitt=_family(ground),
                tecken=_lacking(signs),
            )


def sign_elsewhere(ground: CheckContext) -> Iterator[Remark]:
    """The same in what is not drawn: title, pictures, goals."""
    for place, text in _other_texts(ground):
        unseen, lacked = odd_signs(text), "".join(lacking(text, _family(ground)))
        if unseen:
            yield Remark(
                TIP,
                tr("Osynliga eller förväxlade tecken i {falt}: {tecken}.").format(falt=place, tecken=_unseen(unseen)),
                tr("Skriv om texten utan dem, så hittas och sorteras den som den ska."),
            )
        if lacked:
            said = tr("Tecken i {falt} som kartans typsnitt {typsnitt} saknar: {tecken}.")
            yield Remark(
                TIP,
                said.format(falt=place, typsnitt=_family(ground), tecken=_lacking(lacked)),
                _other_typeface(),
            )


def _texts_of(objekt: ObjectRecord) -> Iterator[tuple[str, str]]:
    yield _NAME, objekt.namn
    for kod, value in objekt.attribut.items():
        if isinstance(value, str):
            yield kod, value


def _other_texts(ground: CheckContext) -> Iterator[tuple[str, str]]:
    head = ground.head
    yield tr("strukturbildens titel"), head.titel
    yield tr("strukturbildens organisation"), head.organisation
    yield tr("strukturbildens beskrivning"), head.beskrivning
    for picture in ground.pictures.values():
        place = tr("bilden ”{namn}”").format(namn=one_line(picture.namn))
        yield from ((place, text) for text in (picture.namn, picture.scenario, picture.beslutsorgan))
    for goal_set in ground.goal_sets.values():
        place = tr("målsamlingen ”{namn}”").format(namn=one_line(goal_set.namn))
        yield from ((place, text) for text in (goal_set.namn, goal_set.organisation))
    for goal in ground.goals:
        place = tr("målet ”{namn}”").format(namn=one_line(f"{goal.kod} {goal.titel}"))
        yield from ((place, text) for text in (goal.titel, goal.beskrivning, goal.niva_namn))


def _family(ground: CheckContext) -> str:
    def look_up() -> str:
        try:
            return typeface(ground.head.symboluppsattning, ground.attachments)
        except CatalogueError:
            return FAMILY

    return ground.cached("typsnitt", look_up)


def _field(ground: CheckContext, kod: str) -> str:
    known = ground.catalogue.attribut.get(kod)
    return known.namn.in_language(ground.head.sprak) if known else kod


def _unseen(signs: tuple[str, ...]) -> str:
    return "; ".join(map(sign_name, signs))


def _lacking(signs: str) -> str:
    return ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs)


def _other_typeface() -> str:
    return tr("På kartan sätts de i ett annat typsnitt eller som en ruta. Byt ut dem om det stör.")
