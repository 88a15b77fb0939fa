"""The sheet of the synthesis: what groups have drawn, wider and darker the more of them, with a key and a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ...cartography.labels.agreement_layers import CountedShape, agreement_layers, count_symbol
from ...cartography.layout.compose import SheetPage
from ...cartography.layout.legend import LegendEntry
from ...cartography.layout.sheet_texts import SheetTexts, TextLine, TextSection
from ...cartography.typography.page import page_of
from ...catalogue.model import AREA, LINE, POINT, Text
from ...document_texts import joined
from ...errors import ExportError
from ...feedback import Feedback, Silent, stop_if_cancelled
from ...i18n import tr
from ...store.gpkg.file_copy import built_beside
from ...store.gpkg.records import ObjectRecord, Snapshot
from ...workshop.synthesis.agreement import ALTERNATIVE
from ...workshop.synthesis.synthesis import Synthesis, Thing
from ...workshop.synthesis.synthesis_texts import thing_name
from .. import sheet_kind_texts as kind_texts
from ..sheet_options import PLAIN
from ..stamp import EditionStamp
from .make_sheet import Sheet, composed, sheet_facts
from .object_lists import name_list
from .sheet_context import SheetContent, SheetContext, extent_of, make_context, map_over_base, picture_of
from .sheet_kinds import NO_GOALS, SheetKind
from .sheet_texts import sheet_texts

_KIND = SheetKind(
    "enighet", kind_texts.AGREEMENT_KIND, goals=NO_GOALS, overline=kind_texts.AGREEMENT_OVERLINE, goal_space=1.0
)
_HEADINGS: Mapping[str, Text] = {
    LINE: kind_texts.LINE_WIDTH,
    AREA: kind_texts.AREA_SHADE,
    POINT: kind_texts.NODE_SIZE,
}
_MAX_KEY_ROWS = 6
"""Rows of the key for each kind of geometry: of more counts the lowest, the highest and some between."""


def write_agreement_sheet(
    path: Path,
    snapshot: Snapshot,
    synthesis: Synthesis,
    bild_id: str,
    paper: str = "A3",
    feedback: Feedback | None = None,
) -> None:
    """Write the sheet of a picture as PDF, in one step. Main thread. Raises ExportError and StoreError."""
    feedback = feedback or Silent()
    sheet = agreement_sheet(snapshot, synthesis, bild_id, paper, feedback)
    stop_if_cancelled(feedback)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = tr("Filen {path} kunde inte skrivas: {reason}. Välj en annan plats.")
        raise ExportError(sentence.format(path=path, reason=error.strerror)) from error
    with built_beside(path) as temporary:
        sheet.write_pdf(temporary, feedback)


def drawn_picture(snapshot: Snapshot, synthesis: Synthesis, wanted: str = "") -> str:
    """bild_id of the picture to make the sheet of: the one called `wanted` (name or id), else that with most things.

    Raises ExportError when no group has drawn in it.
    """
    counts: dict[str, int] = {}
    for thing in synthesis.things:
        counts[thing.agreement.bild_id] = counts.get(thing.agreement.bild_id, 0) + 1
    known = [one for one in snapshot.pictures if wanted in ("", one.bild_id, one.namn) and one.bild_id in counts]
    if not known:
        raise ExportError(tr("Ingen grupp har ritat i bilden {bild}. Välj en annan bild.").format(bild=wanted).strip())
    return max(known, key=lambda one: (counts[one.bild_id], -one.ordning)).bild_id


def agreement_sheet(
    snapshot: Snapshot, synthesis: Synthesis, bild_id: str, paper: str = "A3", feedback: Feedback | None = None
) -> Sheet:
    """Compose the sheet of a picture. `paper`: a code of `PAPERS`. Main thread. Raises ExportError."""
    picture = picture_of(snapshot, bild_id)
    stamp = EditionStamp(0, datetime.now().astimezone().date().isoformat(), picture.status, picture.status, "")
    page = replace(page_of(paper), side_share=_KIND.side_share)
    context = make_context(snapshot, picture, stamp, page, _KIND, PLAIN, feedback or Silent())
    printed = _printed(snapshot, context.snapshot, synthesis)
    records = {one.objekt_id: one for one in context.snapshot.objects}
    things = [one for one in printed.things if one.agreement.bild_id == bild_id and records[one.shown].wkb]
    shapes = [_shape(context, one, records[one.shown], len(printed.groups)) for one in things]
    drawn = {member.objekt_id for one in things for member in one.agreement.members} | {one.shown for one in things}
    places = [
        CountedShape(POINT, one.wkb, 0, one.namn)
        for one in context.objects()
        if one.lager == "nod" and one.wkb and one.objekt_id not in drawn
    ]
    layers = agreement_layers(
        [*shapes, *places],
        len(printed.groups),
        context.colours,
        context.symbols,
        context.page.factor,
        context.snapshot.head.sprak,
    )
    page_texts = _texts(context, printed, things, shapes)
    found = [entry.text for section in page_texts.legend for entry in section.entries]
    sheet_page = SheetPage(page_texts, (map_over_base(context, layers, extent_of(context.snapshot, bild_id)),))
    contents = [SheetContent(sheet_page, (), tuple(dict.fromkeys(found)))]
    layout = composed(context, contents)
    return Sheet(layout, sheet_facts(context, contents, layout))


def _shape(context: SheetContext, thing: Thing, record: ObjectRecord, of: int) -> CountedShape:
    layer = context.snapshot.catalogue.layer(record.lager)
    label = " ".join(part for part in (thing.namn, f"{len(thing.groups)}/{of}") if part)
    return CountedShape(layer.geometri if layer is not None else LINE, record.wkb or b"", len(thing.groups), label)


def _texts(
    context: SheetContext, synthesis: Synthesis, things: Sequence[Thing], shapes: Sequence[CountedShape]
) -> SheetTexts:
    language = context.snapshot.head.sprak
    return replace(
        sheet_texts(context, context.picture, ()),
        legend=_key(context, shapes, len(synthesis.groups)),
        legend_note=kind_texts.ALIKE_NOTE.in_language(language),
        listing_title=kind_texts.DRAWN_BY.in_language(language),
        listing=_listing(context, synthesis, things),
        listing_next=kind_texts.DRAWN_BY_NEXT.in_language(language),
        stamp=(
            kind_texts.WORKING_PAPER.in_language(language).format(date=context.stamp.datum),
            joined([one.namn for one in synthesis.groups], language),
        ),
        least_shrink=0.76,
    )


def _key(context: SheetContext, shapes: Sequence[CountedShape], of: int) -> tuple[TextSection, ...]:
    language, factor = context.snapshot.head.sprak, context.page.factor
    sections = []
    for kind, heading in _HEADINGS.items():
        rows = tuple(
            LegendEntry(
                "", f"enighet-{kind}-{count}", _of_groups(count, of, language),
                count_symbol(kind, count, of, context.colours, factor),
            )
            for count in _some(sorted({one.count for one in shapes if one.kind == kind}, reverse=True))
        )  # fmt: skip
        if rows:
            sections.append(TextSection(heading.in_language(language), entries=rows))
    return tuple(sections)


def _some(counts: list[int]) -> list[int]:
    if len(counts) <= _MAX_KEY_ROWS:
        return counts
    step = (len(counts) - 1) / (_MAX_KEY_ROWS - 1)
    return [counts[round(step * place)] for place in range(_MAX_KEY_ROWS)]


def _of_groups(count: int, of: int, language: str) -> str:
    return kind_texts.OF_GROUPS.in_language(language).format(count=count, all=of)


def _listing(context: SheetContext, synthesis: Synthesis, things: Sequence[Thing]) -> tuple[TextSection, ...]:
    """By how many have drawn it, most first; what one group alone has drawn by group."""
    language, of = context.snapshot.head.sprak, len(synthesis.groups)
    sections = []
    for count in sorted({len(one.groups) for one in things if len(one.groups) > 1}, reverse=True):
        lines = tuple(TextLine(_line(context, one)) for one in things if len(one.groups) == count)
        sections.append(TextSection(_of_groups(count, of, language), lines=lines))
    alone: dict[str, list[str]] = {}
    for one in things:
        if len(one.groups) == 1:
            alone.setdefault(one.groups[0], []).append(thing_name(context.snapshot, one, language))
    ordered = [one.namn for one in synthesis.groups if one.namn in alone]
    lines = tuple(TextLine(f"{grupp}: {name_list(alone[grupp], language)}") for grupp in ordered)
    if lines:
        sections.append(TextSection(kind_texts.DRAWN_BY_ONE.in_language(language), lines=lines))
    return tuple(sections)


def _line(context: SheetContext, thing: Thing) -> str:
    language = context.snapshot.head.sprak
    said = [thing_name(context.snapshot, thing, language)]
    variants = sorted({one.grupp for one in thing.agreement.members if one.kind == ALTERNATIVE})
    if variants:
        groups = joined(variants, language)
        said.append(kind_texts.VARIANTS.in_language(language).format(groups=groups))
    if thing.joint:
        said.append(kind_texts.JOINT.in_language(language))
    return " · ".join(said)


def _printed(stored: Snapshot, shown: Snapshot, synthesis: Synthesis) -> Synthesis:
    """The synthesis with names in signs that can be printed."""
    names: dict[str, str] = {}
    for old, new in zip(stored.objects, shown.objects):
        names[old.namn], names[old.grupp] = new.namn, new.grupp

    def named(thing: Thing) -> Thing:
        members = tuple(replace(one, grupp=names.get(one.grupp, one.grupp)) for one in thing.agreement.members)
        agreement = replace(thing.agreement, members=members)
        return replace(thing, namn=names.get(thing.namn, thing.namn), agreement=agreement)

    groups = tuple(replace(one, namn=names.get(one.namn, one.namn)) for one in synthesis.groups)
    return Synthesis(groups, tuple(map(named, synthesis.things)))
