"""Rules about single signs in texts: those that nobody sees, and those that the map's typeface does not have."""

from __future__ import annotations

from typing import Iterator

from ...cartography.symbol_sets.symbol_set_library import usable_symbol_set
from ...cartography.typography.fonts import FAMILY
from ...cartography.typography.glyph_fallback import missing_glyphs
from ...i18n import tr
from ...printable_text import cleaned, odd_signs, one_line, sign_name
from ...store.gpkg.proposed_edits import SetValues
from ...store.gpkg.records import ObjectRecord
from ..engine.check_context import CheckContext, CheckedObject
from ..engine.finding import TIP, Fix, Remark

_NAME = "namn"


def sign_unseen(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """They come with what is pasted or imported, and nobody sees why a name is not found."""
    for code, text in _texts_of(checked.record):
        signs = odd_signs(text)
        if signs:
            named = code == _NAME and one_line(text)
            tidy = named or cleaned(text)
            does = tr("Skriv namnet ”{namn}”").format(namn=tidy) if named else tr("Skriv om texten utan dem")
            yield context.remark(
                TIP,
                checked.record,
                tr("{objekt} har osynliga eller förväxlade tecken i ”{falt}”: {tecken}."),
                tr("Skriv om texten utan dem, så hittas och sorteras den som den ska."),
                Fix(does, (SetValues(checked.record.objekt_id, ((code, tidy or None),)),)),
                falt=_field(context, code),
                tecken=_unseen(signs),
            )


def sign_lacking(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """One such sign is set in another typeface, or as a box; the rest of the text is as it should be."""
    for code, text in _texts_of(checked.record):
        signs = "".join(missing_glyphs(text, _family(context)))
        if signs:
            yield context.remark(
                TIP,
                checked.record,
                tr("{objekt} har tecken i ”{falt}” som kartans typsnitt {typsnitt} saknar: {tecken}."),
                _other_typeface(),
                falt=_field(context, code),
                typsnitt=_family(context),
                tecken=_lacking(signs),
            )


def sign_elsewhere(context: CheckContext) -> Iterator[Remark]:
    """The same in what is not drawn: title, pictures, goals."""
    for place, text in _other_texts(context):
        unseen, lacked = odd_signs(text), "".join(missing_glyphs(text, _family(context)))
        if unseen:
            yield Remark(
                TIP,
                tr("Osynliga eller förväxlade tecken i {falt}: {tecken}.").format(falt=place, tecken=_unseen(unseen)),
                tr("Skriv om texten utan dem, så hittas och sorteras den som den ska."),
            )
        if lacked:
            sentence = tr("Tecken i {falt} som kartans typsnitt {typsnitt} saknar: {tecken}.")
            yield Remark(
                TIP,
                sentence.format(falt=place, typsnitt=_family(context), tecken=_lacking(lacked)),
                _other_typeface(),
            )


def _texts_of(record: ObjectRecord) -> Iterator[tuple[str, str]]:
    yield _NAME, record.namn
    for code, value in record.attribut.items():
        if isinstance(value, str):
            yield code, value


def _other_texts(context: CheckContext) -> Iterator[tuple[str, str]]:
    head = context.head
    yield tr("strukturbildens titel"), head.titel
    yield tr("strukturbildens organisation"), head.organisation
    yield tr("strukturbildens beskrivning"), head.beskrivning
    yield tr("strukturbildens licens"), head.licens
    yield tr("strukturbildens spridningstillstånd"), head.spridningstillstand
    yield tr("strukturbildens diarienummer"), head.diarienummer
    for picture in context.pictures.values():
        place = tr("bilden ”{namn}”").format(namn=one_line(picture.namn))
        yield from ((place, text) for text in (picture.namn, picture.scenario, picture.beslutsorgan))
    for goal_set in context.goal_sets.values():
        place = tr("målsamlingen ”{namn}”").format(namn=one_line(goal_set.namn))
        yield from ((place, text) for text in (goal_set.namn, goal_set.organisation))
    for goal in context.goals:
        place = tr("målet ”{namn}”").format(namn=one_line(f"{goal.kod} {goal.titel}"))
        yield from ((place, text) for text in (goal.titel, goal.beskrivning, goal.niva_namn))


def _family(context: CheckContext) -> str:
    def look_up() -> str:
        return usable_symbol_set(context.head.symboluppsattning, context.attachments)[0].typsnitt or FAMILY

    return context.cached("typsnitt", look_up)


def _field(context: CheckContext, code: str) -> str:
    known = context.catalogue.attribut.get(code)
    return known.namn.in_language(context.head.sprak) if known else code


def _unseen(signs: tuple[str, ...]) -> str:
    return "; ".join(map(sign_name, signs))


def _lacking(signs: str) -> str:
    return ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs)


def _other_typeface() -> str:
    return tr("På kartan sätts de i ett annat typsnitt eller som en ruta. Byt ut dem om det stör.")
