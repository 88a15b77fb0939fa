"""The check of a finished map sheet: what QGIS calls a success can still be an empty page (techniques: NaN extent)."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

from ...i18n import tr
from ..sheet_facts import SheetFacts
from .reader import PdfFacts, comparable_text, facts_of, open_pdf
from .text_positions import shown_by_font, texts_outside

SIZE_TOLERANCE_MM = 0.2
"""QGIS rounds a page to whole points: half a point is 0.18 mm."""
_MAX_NAMED = 5
_JOINED_CATEGORIES = ("Lo", "Mn", "Mc", "Me")
"""Signs of scripts that are written from the right or join their signs, and marks on letters: a PDF can give them back
in another order or form."""
_MAX_LETTER_FORMS = 4
"""An Arabic letter has so many forms."""


def problems(pdf: Path, expected: SheetFacts) -> tuple[str, ...]:
    """Everything that is wrong with the finished PDF, as sentences; empty when it is as it should be."""
    return problems_in(open_pdf(pdf), expected)


def problems_in(reader: Any, expected: SheetFacts) -> tuple[str, ...]:
    """The same of a PDF that `open_pdf` has opened."""
    facts = facts_of(reader)
    return (
        *_page(facts, expected),
        *_texts(facts, expected),
        *_outside(reader),
        *_rendering_problems(reader, facts, expected),
    )


def text_problems(text: str, expected: SheetFacts) -> tuple[str, ...]:
    """What is missing in the live text of a sheet, given without blanks (`comparable_text`)."""
    found = []
    if expected.title and not contains_text(expected.title, text, expected.borrowed_signs):
        found.append(tr("Titeln ”{titel}” står inte på kartan.").format(titel=expected.title))
    if comparable_text(expected.stamp.short) not in text:
        found.append(tr("Fingeravtrycket {kort} står inte på kartan.").format(kort=expected.stamp.short))
    names = tuple(dict.fromkeys(expected.placed_names))
    lost = [name for name in names if not contains_text(name, text, expected.borrowed_signs)]
    if len(lost) > (1.0 - expected.name_share) * len(names):
        found.append(_listed(lost, tr("Kartan saknar namn som skulle stå där: {namn}.")))
    rows = [row for row in dict.fromkeys(expected.legend) if not contains_text(row, text, expected.borrowed_signs)]
    if rows:
        found.append(_listed(rows, tr("Teckenförklaringen saknar rader: {namn}.")))
    return tuple(found)


def contains_text(wanted: str, text: str, borrowed: frozenset[str] = frozenset()) -> bool:
    """Whether `wanted` stands in a `comparable_text` text; what that cannot be sure to give back is not looked for.

    `borrowed`: signs that are set in another typeface, whose letters a PDF does not always know.
    """
    parts = "".join(
        "\n" if sign in borrowed or unicodedata.category(sign) in _JOINED_CATEGORIES else sign
        for sign in unicodedata.normalize("NFC", wanted)
    )
    return all(comparable_text(part) in text for part in parts.split("\n"))


def same_family(name: str, family: str) -> bool:
    """Whether a font belongs to a family, however the name is written: 'Lato-BoldItalic' is a 'Lato'."""
    squeeze = str.maketrans("", "", " -_")
    return name.translate(squeeze).lower().startswith(family.translate(squeeze).lower())


def _lends_only_borrowed(reader: Any, fonts: list[str], borrowed: frozenset[str]) -> bool:
    """Whether other typefaces show nothing but the signs that were to be set in them."""
    known = {unicodedata.normalize("NFKC", sign) for sign in borrowed} | {chr(ord(sign) & 0xFFFF) for sign in borrowed}
    shown = shown_by_font(reader)
    return bool(borrowed) and all(
        name in shown
        and len(shown[name]) <= _MAX_LETTER_FORMS * len(borrowed)
        and all(
            not comparable_text(sign) or unicodedata.normalize("NFKC", sign) in known for sign in shown[name].values()
        )
        for name in fonts
    )


def _page(facts: PdfFacts, expected: SheetFacts) -> list[str]:
    found = []
    if facts.page_count != expected.pages:
        found.append(tr("Kartan har {n} sidor i stället för {m}.").format(n=facts.page_count, m=expected.pages))
    for number, (width, height) in enumerate(facts.page_sizes, 1):
        wrong = (abs(width - expected.width_mm), abs(height - expected.height_mm))
        if max(wrong) > SIZE_TOLERANCE_MM:
            found.append(
                tr("Sidan {n} är {b} × {h} mm i stället för {wb} × {wh} mm.").format(
                    n=number, b=round(width), h=round(height), wb=round(expected.width_mm), wh=round(expected.height_mm)
                )
            )
            break
    return found


def _texts(facts: PdfFacts, expected: SheetFacts) -> list[str]:
    if not facts.text.strip():
        return [tr("Kartan blev tom: sidan har ingen text alls.")]
    found = list(text_problems(comparable_text(facts.text), expected))
    short = comparable_text(expected.stamp.short)
    unstamped = [number for number, text in enumerate(facts.page_texts, 1) if short not in text]
    if unstamped and facts.page_count > 1:
        found.append(tr("Sidan {n} saknar utgåvans fingeravtryck.").format(n=unstamped[0]))
    return found


def _outside(reader: Any) -> list[str]:
    outside = texts_outside(reader)
    if not outside:
        return []
    return [_listed(list(outside), tr("Text hamnade utanför sidan: {namn}. Flytta den eller välj ett större papper."))]


def _listed(names: list[str], sentence: str) -> str:
    more = " …" if len(names) > _MAX_NAMED else ""
    return sentence.format(namn=", ".join(names[:_MAX_NAMED]) + more)


def _rendering_problems(reader: Any, facts: PdfFacts, expected: SheetFacts) -> list[str]:
    """Vector, with live text in the typeface that was meant."""
    found = []
    if facts.image_count > expected.images:
        found.append(
            tr("Kartan innehåller {n} rasterbilder i stället för bara linjer och text.").format(
                n=facts.image_count - expected.images
            )
        )
    loose = [font.name for font in facts.fonts if not font.is_embedded]
    if loose:
        found.append(tr("Typsnitt som inte följer med i filen: {namn}.").format(namn=", ".join(loose)))
    if not facts.fonts:
        found.append(tr("Texten på kartan är ritad som linjer och går inte att söka i."))
    other = [font.name for font in facts.fonts if not same_family(font.name, expected.typeface)]
    if expected.typeface and other and not _lends_only_borrowed(reader, other, expected.borrowed_signs):
        found.append(tr("Kartan har fått andra typsnitt än det som var tänkt: {namn}.").format(namn=", ".join(other)))
    return found
