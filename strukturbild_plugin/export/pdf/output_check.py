"""The check of a finished map sheet: what QGIS calls a success can still be an empty page (techniques: NaN extent)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from ...i18n import tr
from ..stamp import Stamp
from .reader import PdfFacts, read_facts, squeezed
from .text_positions import shown_by_font, texts_outside

SIZE_TOLERANCE_MM = 0.2
"""QGIS rounds a page to whole points: half a point is 0.18 mm."""
_MOST_NAMED = 5
_JOINED = ("Lo", "Mn", "Mc", "Me")
"""Signs of scripts that are written from the right or join their signs, and marks on letters: a PDF can give them back
in another order or form."""
_FORMS = 4
"""An Arabic letter has so many forms."""


@dataclass(frozen=True)
class ExpectedContent:
    """What the sheet must show."""

    titel: str
    stamp: Stamp
    bredd_mm: float
    hojd_mm: float
    namn: tuple[str, ...] = ()
    """Names that must stand on the map: the labels that were placed, nodes first."""
    legend: tuple[str, ...] = ()
    typsnitt: str = ""
    """Start of the family name every font must have; '' leaves the fonts to themselves."""
    sidor: int = 1
    andel_namn: float = 1.0
    """Share of `namn` that must be found."""
    bilder: int = 0
    """How many raster images there may be: the logos."""
    lanade: frozenset[str] = frozenset()
    """Signs that `typsnitt` does not have, and that come out in another typeface."""

    def only_stamp(self) -> ExpectedContent:
        """What each page of several must show."""
        return replace(self, titel="", namn=(), legend=(), sidor=1)


def problems(pdf: Path, expected: ExpectedContent) -> tuple[str, ...]:
    """Everything that is wrong with the finished PDF, as sentences; empty when it is as it should be."""
    facts = read_facts(pdf)
    return (*_page(facts, expected), *_texts(facts, expected), *_outside(pdf), *_means(pdf, facts, expected))


def text_problems(text: str, expected: ExpectedContent) -> tuple[str, ...]:
    """What is missing in the live text of a sheet, given without blanks (`squeezed`)."""
    found = []
    if expected.titel and not stands(expected.titel, text, expected.lanade):
        found.append(tr("Titeln ”{titel}” står inte på kartan.").format(titel=expected.titel))
    if squeezed(expected.stamp.kort) not in text:
        found.append(tr("Fingeravtrycket {kort} står inte på kartan.").format(kort=expected.stamp.kort))
    names = tuple(dict.fromkeys(expected.namn))
    lost = [name for name in names if not stands(name, text, expected.lanade)]
    if len(lost) > (1.0 - expected.andel_namn) * len(names):
        found.append(_listed(lost, tr("Kartan saknar namn som skulle stå där: {namn}.")))
    rows = [row for row in dict.fromkeys(expected.legend) if not stands(row, text, expected.lanade)]
    if rows:
        found.append(_listed(rows, tr("Teckenförklaringen saknar rader: {namn}.")))
    return tuple(found)


def stands(words: str, text: str, lanade: frozenset[str] = frozenset()) -> bool:
    """Whether `words` stand in a `squeezed` text; of what it cannot be sure to give back, only the rest is looked for.

    `lanade`: signs that are set in another typeface, whose letters a PDF does not always know.
    """
    parts = "".join(
        "\n" if sign in lanade or unicodedata.category(sign) in _JOINED else sign
        for sign in unicodedata.normalize("NFC", words)
    )
    return all(squeezed(part) in text for part in parts.split("\n"))


def same_family(name: str, family: str) -> bool:
    """Whether a font belongs to a family, however the name is written: 'Lato-BoldItalic' is a 'Lato'."""
    squeeze = str.maketrans("", "", " -_")
    return name.translate(squeeze).lower().startswith(family.translate(squeeze).lower())


def _only_lends(pdf: Path, fonts: list[str], lanade: frozenset[str]) -> bool:
    """Whether other typefaces show nothing but the signs that were to be set in them."""
    known = {unicodedata.normalize("NFKC", sign) for sign in lanade} | {chr(ord(sign) & 0xFFFF) for sign in lanade}
    shown = shown_by_font(pdf)
    return bool(lanade) and all(
        name in shown
        and len(shown[name]) <= _FORMS * len(lanade)
        and all(not squeezed(sign) or unicodedata.normalize("NFKC", sign) in known for sign in shown[name].values())
        for name in fonts
    )


def _page(facts: PdfFacts, expected: ExpectedContent) -> list[str]:
    found = []
    if facts.sidor != expected.sidor:
        found.append(tr("Kartan har {n} sidor i stället för {m}.").format(n=facts.sidor, m=expected.sidor))
    for number, (width, height) in enumerate(facts.sidmatt, 1):
        wrong = (abs(width - expected.bredd_mm), abs(height - expected.hojd_mm))
        if max(wrong) > SIZE_TOLERANCE_MM:
            found.append(
                tr("Sidan {n} är {b} × {h} mm i stället för {wb} × {wh} mm.").format(
                    n=number, b=round(width), h=round(height), wb=round(expected.bredd_mm), wh=round(expected.hojd_mm)
                )
            )
            break
    return found


def _texts(facts: PdfFacts, expected: ExpectedContent) -> list[str]:
    if not facts.text.strip():
        return [tr("Kartan blev tom: sidan har ingen text alls.")]
    found = list(text_problems(squeezed(facts.text), expected))
    unstamped = [number for number, text in enumerate(facts.sidtexter, 1) if squeezed(expected.stamp.kort) not in text]
    if unstamped and facts.sidor > 1:
        found.append(tr("Sidan {n} saknar utgåvans fingeravtryck.").format(n=unstamped[0]))
    return found


def _outside(pdf: Path) -> list[str]:
    outside = texts_outside(pdf)
    if not outside:
        return []
    return [_listed(list(outside), tr("Text hamnade utanför sidan: {namn}. Flytta den eller välj ett större papper."))]


def _listed(names: list[str], sentence: str) -> str:
    more = " …" if len(names) > _MOST_NAMED else ""
    return sentence.format(namn=", ".join(names[:_MOST_NAMED]) + more)


def _means(pdf: Path, facts: PdfFacts, expected: ExpectedContent) -> list[str]:
    """Vector, with live text in the typeface that was meant."""
    found = []
    if facts.bilder > expected.bilder:
        found.append(
            tr("Kartan innehåller {n} rasterbilder i stället för bara linjer och text.").format(
                n=facts.bilder - expected.bilder
            )
        )
    loose = [font.namn for font in facts.typsnitt if not font.inbaddad]
    if loose:
        found.append(tr("Typsnitt som inte följer med i filen: {namn}.").format(namn=", ".join(loose)))
    if not facts.typsnitt:
        found.append(tr("Texten på kartan är ritad som linjer och går inte att söka i."))
    other = [font.namn for font in facts.typsnitt if not same_family(font.namn, expected.typsnitt)]
    if expected.typsnitt and other and not _only_lends(pdf, other, expected.lanade):
        found.append(tr("Kartan har fått andra typsnitt än det som var tänkt: {namn}.").format(namn=", ".join(other)))
    return found
