"""The check of a finished map sheet: what QGIS calls a success can still be an empty page (techniques: NaN extent)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..i18n import tr
from .pdf_content import PdfFacts, read_facts, squeezed
from .stamp import Stamp

SIZE_TOLERANCE_MM = 1.0
"""QGIS rounds a page to whole points (0.35 mm)."""
_MOST_NAMED = 5


@dataclass(frozen=True)
class Expected:
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


def problems(pdf: Path, expected: Expected) -> tuple[str, ...]:
    """Everything that is wrong with the finished PDF, as sentences; empty when it is as it should be."""
    facts = read_facts(pdf)
    return (*_page(facts, expected), *_texts(facts, expected), *_means(facts, expected))


def _page(facts: PdfFacts, expected: Expected) -> list[str]:
    found = []
    if facts.sidor != expected.sidor:
        found.append(tr("Kartan har {n} sidor i stället för {m}.").format(n=facts.sidor, m=expected.sidor))
    wrong = (abs(facts.bredd_mm - expected.bredd_mm), abs(facts.hojd_mm - expected.hojd_mm))
    if max(wrong) > SIZE_TOLERANCE_MM:
        found.append(
            tr("Kartans sida är {b} × {h} mm i stället för {wb} × {wh} mm.").format(
                b=round(facts.bredd_mm),
                h=round(facts.hojd_mm),
                wb=round(expected.bredd_mm),
                wh=round(expected.hojd_mm),
            )
        )
    return found


def _texts(facts: PdfFacts, expected: Expected) -> list[str]:
    if not facts.text.strip():
        return [tr("Kartan blev tom: sidan har ingen text alls.")]
    found = []
    if not facts.shows(expected.titel):
        found.append(tr("Titeln ”{titel}” står inte på kartan.").format(titel=expected.titel))
    if not facts.shows(expected.stamp.kort):
        found.append(tr("Fingeravtrycket {kort} står inte på kartan.").format(kort=expected.stamp.kort))
    unstamped = [number for number, text in enumerate(facts.sidtexter, 1) if squeezed(expected.stamp.kort) not in text]
    if unstamped and facts.sidor > 1:
        found.append(tr("Sidan {n} saknar utgåvans fingeravtryck.").format(n=unstamped[0]))
    found.extend(_missing(facts, expected.namn, tr("Kartan saknar namn som skulle stå där: {namn}.")))
    found.extend(_missing(facts, expected.legend, tr("Teckenförklaringen saknar rader: {namn}.")))
    return found


def _missing(facts: PdfFacts, wanted: tuple[str, ...], sentence: str) -> list[str]:
    missing = [name for name in dict.fromkeys(wanted) if not facts.shows(name)]
    if not missing:
        return []
    more = " …" if len(missing) > _MOST_NAMED else ""
    return [sentence.format(namn=", ".join(missing[:_MOST_NAMED]) + more)]


def _means(facts: PdfFacts, expected: Expected) -> list[str]:
    """Vector, with live text in the typeface that was meant."""
    found = []
    if facts.bilder:
        found.append(
            tr("Kartan innehåller {n} rasterbilder i stället för bara linjer och text.").format(n=facts.bilder)
        )
    loose = [font.namn for font in facts.typsnitt if not font.inbaddad]
    if loose:
        found.append(tr("Typsnitt som inte följer med i filen: {namn}.").format(namn=", ".join(loose)))
    if not facts.typsnitt:
        found.append(tr("Texten på kartan är ritad som linjer och går inte att söka i."))
    other = [font.namn for font in facts.typsnitt if not _same_family(font.namn, expected.typsnitt)]
    if expected.typsnitt and other:
        found.append(tr("Kartan har fått andra typsnitt än det som var tänkt: {namn}.").format(namn=", ".join(other)))
    return found


def _same_family(name: str, family: str) -> bool:
    squeeze = str.maketrans("", "", " -_")
    return name.translate(squeeze).lower().startswith(family.translate(squeeze).lower())
