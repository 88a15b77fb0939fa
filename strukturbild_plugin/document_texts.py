"""What every sheet and output says of a strukturbild whatever is drawn: its title, kind of picture, terms, edition.

In the language of the strukturbild (`Head.sprak`) and not of the program, so it does not go through `tr`. The check
reckons with these texts what finds room on a sheet, and the sheet is made of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Sequence

from .cartography.layout.logos import Logo
from .cartography.layout.sheet_texts import SheetTexts
from .catalogue.model import Catalogue, Text
from .goals.model import Goal, GoalSet
from .printable_text import one_line
from .store.gpkg.records import Head, Picture

OUT_FOR_COMMENTS = "remiss"
"""The status of a picture that is out for comments."""
OVERLINE = Text("Strukturbild", "Structural picture")
EXAMPLE = Text("Exempel. Inte en beslutad plan.", "Example. Not an adopted plan.")
LEGEND_NEXT = Text("Teckenförklaringen står på nästa sida.", "The legend is on the next page.")
GOALS_NEXT = Text("Målen står på nästa sida.", "The goals are on the next page.")
DECIDED = Text("Beslutad {date}", "Decided {date}")
DECIDED_BY = Text("Beslutad {date} av {body}", "Decided {date} by {body}")
ROUND = Text("Remissomgång {number}", "Round of comments {number}")
REVIEW = Text("Ses över senast {date}", "To be reviewed by {date}")
SCALE_WORD = Text("skala", "scale")
AND = Text("och", "and")
NORTH = Text("N", "N")
COUNTRIES_OF_AREAS = (Text(" (Norge)", " (Norway)"), Text(" (Finland)", " (Finland)"))
"""How the name of an area abroad ends, as it is stored in Swedish."""
EDITION = Text("Utgåva", "Edition")
FINGERPRINT = Text("Fingeravtryck", "Fingerprint")
PRINCIPLE = Text(
    "Principiell bild: lägen, bredder och gränser är inte exakta. Bilden är vägledande och inte en plan enligt "
    "plan- och bygglagen.",
    "A picture of principle: positions, widths and boundaries are not exact. It gives guidance and is not a plan under "
    "the Planning and Building Act.",
)
SOURCES = Text("Underlag", "Sources")
LICENCE = Text("Licens", "Licence")
PERMISSION = Text("Spridningstillstånd", "Permission to publish")
REFERENCE = Text("Diarienummer", "Reference number")
PROJECTION = Text("Koordinatsystem SWEREF 99 TM (EPSG:3006).", "Coordinate system SWEREF 99 TM (EPSG:3006).")
PAGE_NOTE = Text("Sida {page} av {pages}", "Page {page} of {pages}")
INDICATOR = Text("Mäts med: {indicator}", "Measured by: {indicator}")
TARGET_YEAR = Text("Målår {year}", "Target year {year}")

PAGE_TITLE_PT, MIN_PAGE_SHRINK = 19.0, 0.82
"""Of the pages of an atlas: points of a title, and how small type may be before the listing goes on to the next."""


def area_text(name: str, language: str) -> str:
    """The name of an area with its country in the language: 'Nordland (Norge)' is 'Nordland (Norway)' in English."""
    for country in COUNTRIES_OF_AREAS:
        if name.endswith(country.sv):
            return name[: -len(country.sv)] + country.in_language(language)
    return name


def document_texts(
    head: Head,
    catalogue: Catalogue,
    picture: Picture,
    regions: Sequence[str],
    stamp: tuple[str, ...],
    sources: Sequence[str],
    logos: tuple[Logo, ...],
) -> SheetTexts:
    """The texts of the sheet of `picture`, but for its legend and what is listed beside the map.

    `regions`: names; `stamp`: the lines from `stamp_lines`; `sources`: what the base map's licences want said.
    """
    language = head.sprak
    return SheetTexts(
        overline=OVERLINE.in_language(language),
        title=head.titel,
        subtitle=subtitle(catalogue, picture, language),
        regions=joined(regions, language),
        notice=EXAMPLE.in_language(language) if head.exempel else "",
        introduction=head.beskrivning,
        legend_title="",
        legend=(),
        listing_title="",
        listing=(),
        principle=PRINCIPLE.in_language(language),
        stamp=stamp,
        sources=f"{SOURCES.in_language(language)}: {'; '.join(sources)}. "
        f"{' '.join((PROJECTION.in_language(language), *terms(head)))}",
        north=NORTH.in_language(language),
        legend_next=LEGEND_NEXT.in_language(language),
        listing_next=GOALS_NEXT.in_language(language),
        decision=decision(picture, language),
        logos=logos,
    )


def atlas_page_texts(texts: SheetTexts, head: Head, group: str, title: str) -> SheetTexts:
    """The texts of a sheet as those of a page of an atlas: its own title, and not what stands on the cover."""
    return replace(
        numbered(texts, head),
        overline=group,
        title=title,
        running=title,
        title_points=PAGE_TITLE_PT,
        subtitle="",
        regions="",
        decision="",
        introduction="",
        listing=(),
        least_shrink=MIN_PAGE_SHRINK,
    )


def numbered(texts: SheetTexts, head: Head) -> SheetTexts:
    """The texts with 'Nobelbanestråket · Sida 3 av 14' on each page."""
    return replace(texts, page_note=f"{head.titel} · {PAGE_NOTE.in_language(head.sprak)}")


def goal_texts(texts: SheetTexts, goal: Goal, goal_set: GoalSet, language: str) -> SheetTexts:
    """The texts of a page of an atlas as those of the page of a goal: what kind of goal it is ('Prioritering 2', when
    the set has a word for it), its description, what it is measured by and its year.
    """
    kind = goal.niva_namn[:1].upper() + goal.niva_namn[1:]
    parts = [goal.beskrivning if goal.beskrivning != goal.titel else ""]
    if goal.indikator:
        parts.append(INDICATOR.in_language(language).format(indicator=goal.indikator))
    year = goal.malar or goal_set.horisont
    if year:
        parts.append(TARGET_YEAR.in_language(language).format(year=year))
    about = "\n".join(part for part in parts if part)
    return replace(texts, subtitle=f"{kind} {goal.kod}".strip() if kind else "", introduction=about)


def stamp_lines(status: str, number: int, day: str, fingerprint: str, language: str) -> tuple[str, str]:
    """The two lines that stand on every output of the edition. `fingerprint`: short, as printed."""
    return (
        f"{status} · {EDITION.in_language(language)} {number} · {day}",
        f"{FINGERPRINT.in_language(language)} {fingerprint}",
    )


def decision(picture: Picture, language: str) -> str:
    """'Beslutad 2026-03-01 av Regionfullmäktige · Ses över senast 2030-03-01'; '' when nothing is said of it.

    The round of comments is said as long as the picture is out for them.
    """
    said = []
    if picture.beslutsdatum:
        sentence = DECIDED_BY if picture.beslutsorgan else DECIDED
        said.append(sentence.in_language(language).format(date=picture.beslutsdatum, body=picture.beslutsorgan))
    if picture.remissomgang and picture.status == OUT_FOR_COMMENTS:
        said.append(ROUND.in_language(language).format(number=picture.remissomgang))
    if picture.ses_over:
        said.append(REVIEW.in_language(language).format(date=picture.ses_over))
    return " · ".join(said)


def subtitle(catalogue: Catalogue, picture: Picture, language: str) -> str:
    """'Målbild 2040, regional skala': what kind of picture this is."""
    kind = list_name(catalogue, "bildtyp", picture.bildtyp, language)
    horizon = f" {picture.horisont}" if picture.horisont else ""
    scale = list_name(catalogue, "skala", picture.skala, language).lower()
    scenario = f", {picture.scenario}" if picture.scenario else ""
    tail = f", {scale} {SCALE_WORD.in_language(language)}" if scale else ""
    return f"{kind}{horizon}{tail}{scenario}"


def list_name(catalogue: Catalogue, value_list: str, kod: str, language: str) -> str:
    """The name of a value in one of the strukturbild's own value lists; the code itself when it is not there."""
    for choice in catalogue.listor.get(value_list, ()):
        if choice.kod == kod:
            return choice.namn.in_language(language)
    return kod


def permission(head: Head) -> str:
    """The permission to publish with its day, as it is to be read: 'LM2026/012345, 2026-11-20'; '' for none."""
    parts = (one_line(head.spridningstillstand), head.spridningstillstand_datum)
    return ", ".join(filter(None, parts))


def terms(head: Head) -> tuple[str, ...]:
    """What is said of licence, permission to publish and reference, a sentence each: 'Licens: CC BY 4.0.'"""
    said = ((LICENCE, one_line(head.licens)), (PERMISSION, permission(head)), (REFERENCE, one_line(head.diarienummer)))
    return tuple(f"{word.in_language(head.sprak)}: {value}." for word, value in said if value)


def joined(names: Sequence[str], language: str) -> str:
    """'A', 'A och B', 'A, B och C'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {AND.in_language(language)} {names[-1]}"
