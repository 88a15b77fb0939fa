"""One sheet in all its formats: made, given the edition's identity, and looked at before it counts as done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, Mapping

from ...cartography.symbol_sets.symbol_set_library import usable_symbol_set
from ...cartography.typography.fonts import family_or_shipped
from ...cartography.typography.page import page_of
from ...errors import ExportError
from ...feedback import Feedback, Silent, StepFeedback, stop_if_cancelled
from ...i18n import tr
from ...printable_snapshot import borrowed_signs, printable
from ...printable_text import one_line
from ...store.gpkg.records import Snapshot
from ..custom_layouts.clean_layout import CleanLayout
from ..custom_layouts.fill_layout import LayoutWithoutRoom, make_own_sheet
from ..file_identity import FileIdentity
from ..formats import GEOPDF, MAP, PICTURE, PREVIEW, SLIDE, SVG
from ..image.image_writer import SLIDE_SIZE_PX, picture_problems, picture_size, write_picture
from ..image.png_stamp import stamp_png
from ..pdf.geopdf import write_layered_pdf
from ..pdf.metadata import set_identity
from ..pdf.output_check import problems_in
from ..sheet_facts import SheetFacts
from ..sheet_options import SheetOptions
from ..sheets.layer_cache import LayerCache
from ..sheets.make_sheet import make_sheet
from ..sheets.sheet_check import raster_pictures, sheet_problems
from ..sheets.sheet_kinds import ATLAS, kind_named
from ..sheets.sheet_writer import Sheet
from ..stamp import EditionStamp
from ..svg.svg_stamp import svg_problems
from ..svg.svg_writer import write_svg
from .export_context import ExportContext
from .exported_files import ExportedFiles
from .sheet_jobs import SheetJob

_MIN_LAYERED_NAME_SHARE = 0.9
"""Share of the names of the map that must stand in its layered forms too: QGIS chooses between equally good places
for a name by chance, and now and then a small one loses its place."""


@dataclass(frozen=True)
class SheetTask:
    """A sheet to make for an edition."""

    context: ExportContext
    job: SheetJob
    layer_cache: LayerCache
    """The layers that the sheets of the edition share."""

    @property
    def snapshot(self) -> Snapshot:
        """What is drawn."""
        return self.context.snapshot

    @property
    def stamp(self) -> EditionStamp:
        """The edition's, on every file."""
        return self.context.about.stamp

    def file(self, kod: str, page: int = 0, more: str = "") -> Path:
        """Where a file goes."""
        return self.context.folder / f"{self.context.name}-{self.job.file_name(kod, page, more)}"


def make_sheet_files(task: SheetTask, feedback: Feedback) -> ExportedFiles:
    """Every format of the sheet. ExportError when one of them is not as it should be."""
    task, sheet, remarks = _made(task, StepFeedback(feedback, 0, 30))
    job = task.job
    files: dict[str, Path] = {}
    unplaced: tuple[str, ...] = ()
    if {MAP, GEOPDF, SVG} & set(job.formats):
        # The map itself is always drawn: it tells which names found room, and the other forms are held against it.
        pdf = task.file(MAP)
        facts = write_map(task, sheet, pdf, StepFeedback(feedback, 30, 60))
        files[job.key(MAP)] = pdf
        unplaced = facts.unplaced_names if job.first else ()
        if GEOPDF in job.formats:
            stop_if_cancelled(feedback)
            files.update(_geopdf(task, sheet, facts))
        if SVG in job.formats:
            stop_if_cancelled(feedback)
            trimmed = _trimmed(task, sheet)
            files.update(_svg(task, trimmed, replace(trimmed.facts, drawn_labels=facts.drawn_labels)))
    feedback.setProgress(70)
    for kod in (PREVIEW, PICTURE, SLIDE):
        if kod in job.formats:
            stop_if_cancelled(feedback)
            files.update(_PICTURES[kod](task, _trimmed(task, sheet)))
    feedback.setProgress(100)
    return ExportedFiles(files, unplaced, remarks)


def _made(task: SheetTask, feedback: Feedback) -> tuple[SheetTask, Sheet, tuple[str, ...]]:
    """The sheet of a task, and what to say of it; where it has no room in the user's own layout, the program's."""
    job = task.job
    remarks: tuple[str, ...] = ()
    if job.layout is not None:
        try:
            own = make_own_sheet(task.snapshot, job.picture.bild_id, task.stamp, job.layout, feedback, job.kind)
            problems = sheet_problems(own.sheet.layout)
            if problems:
                raise LayoutWithoutRoom(" ".join(problems))
            return task, own.sheet, own.remarks
        except LayoutWithoutRoom as error:
            remarks = (_without_layout(job, job.layout, error),)
            paper = page_of(task.context.request.paper).paper
            task = replace(task, job=replace(job, layout=None, paper=paper))
    sheet = _compose(task, task.context.request.options, feedback)
    return task, sheet, (*remarks, *(_shortened_text(task) if sheet.facts.shortened else ()))


def _without_layout(job: SheetJob, layout: CleanLayout, error: LayoutWithoutRoom) -> str:
    sentence = tr("Kartan ”{bild}” gjordes med programmets egen layout: den får inte plats i layouten {namn}. {fel}")
    return sentence.format(bild=one_line(job.picture.namn), namn=layout.name, fel=error)


def _shortened_text(task: SheetTask) -> tuple[str, ...]:
    many_pages = kind_named(task.job.kind).form == ATLAS
    atlas = tr(
        "En beskrivning fick inte plats på sin sida i atlasen ”{bild}” och är kortad där. Hela texten står i "
        "leveransen, och granskningen visar vilken det är. Korta den eller välj ett större papper, så står "
        "allt där."
    )
    sentence = tr(
        "Beskrivningen fick inte plats på kartan ”{bild}” och är kortad där. Hela texten står på webbsidan "
        "och i leveransen. Korta den eller välj ett större papper, så står allt på kartan."
    )
    return ((atlas if many_pages else sentence).format(bild=one_line(task.job.picture.namn)),)


def _compose(task: SheetTask, options: SheetOptions, feedback: Feedback) -> Sheet:
    job = task.job
    sheet = make_sheet(
        task.snapshot, job.picture.bild_id, task.stamp, job.paper, job.kind, options, feedback, task.layer_cache
    )
    raise_problems(sheet_problems(sheet.layout))
    return sheet


def _trimmed(task: SheetTask, sheet: Sheet) -> Sheet:
    """The sheet as large as its paper: bleed and crop marks are for the printer alone."""
    if not sheet.facts.trim_mm:
        return sheet
    return _compose(task, replace(task.context.request.options, bleed_mm=0.0, crop_marks=False), Silent())


def write_map(task: SheetTask, sheet: Sheet, pdf: Path, feedback: Feedback | None = None) -> SheetFacts:
    """Write the map, give it its identity and look at what came out."""
    facts = sheet.write_pdf(pdf, feedback, will_get_identity=True)
    finished = set_identity(pdf, _identity(task), facts.trim_mm, facts.bleed_mm)
    raise_problems(problems_in(finished, _expected_facts(task, sheet, facts)))
    return facts


def _expected_facts(task: SheetTask, sheet: Sheet, facts: SheetFacts, share: float = 1.0) -> SheetFacts:
    """The facts with what else a file is checked against: typefaces, and how many images of dots there may be."""
    snapshot = task.snapshot
    symbols = usable_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)[0]
    return replace(
        facts,
        # In a layout of their own users choose the typefaces; that they are embedded is still looked at.
        typeface="" if task.job.layout else family_or_shipped(symbols.typsnitt),
        name_share=share,
        # A picture with transparency is two images in a PDF: its colours and its mask.
        images=2 * raster_pictures(sheet.layout, own=task.job.layout is not None),
        borrowed_signs=borrowed_signs(printable(snapshot)),
    )


def raise_problems(found: tuple[str, ...]) -> None:
    """ExportError with all that is wrong; nothing when nothing is."""
    if found:
        raise ExportError(tr("Kartan blev inte rätt och har inte exporterats. {fel}").format(fel=" ".join(found)))


def _geopdf(task: SheetTask, sheet: Sheet, facts: SheetFacts) -> dict[str, Path]:
    path = task.file(GEOPDF, more="lager")
    layers = write_layered_pdf(sheet.layout, path, task.snapshot.head.sprak)
    finished = set_identity(path, _identity(task), facts.trim_mm, facts.bleed_mm)
    raise_problems(problems_in(finished, _expected_facts(task, sheet, facts, _MIN_LAYERED_NAME_SHARE)))
    raise_problems(() if len(layers) > 1 else (tr("Kartan fick inga lager att tända och släcka."),))
    return {task.job.key(GEOPDF): path}


def _svg(task: SheetTask, sheet: Sheet, facts: SheetFacts) -> dict[str, Path]:
    files: dict[str, Path] = {}
    whole = _expected_facts(task, sheet, facts, _MIN_LAYERED_NAME_SHARE)
    for page in range(facts.pages):
        path = task.file(SVG, page)
        write_svg(sheet.layout, page, path, _identity(task))
        raise_problems(svg_problems(path, whole if facts.pages == 1 else whole.of_one_page()))
        files[task.job.key(SVG, page)] = path
    return files


def _picture(task: SheetTask, sheet: Sheet) -> dict[str, Path]:
    width = task.context.request.picture_width
    files: dict[str, Path] = {}
    for page in range(sheet.layout.pageCollection().pageCount()):
        path = task.file(PICTURE, page, f"{width}px")
        _stamped_picture(task, sheet, page, path, picture_size(sheet.layout, page, width))
        files[task.job.key(PICTURE, page)] = path
    return files


def _slide(task: SheetTask, sheet: Sheet) -> dict[str, Path]:
    """A slide of each page: the legend of a rich map takes one of its own."""
    files: dict[str, Path] = {}
    for page in range(sheet.layout.pageCollection().pageCount()):
        path = task.file(SLIDE, page)
        _stamped_picture(task, sheet, page, path, SLIDE_SIZE_PX)
        files[task.job.key(SLIDE, page)] = path
    return files


def _preview(task: SheetTask, sheet: Sheet) -> dict[str, Path]:
    path = task.file(PREVIEW)
    sheet.write_png(path)
    stamp_png(path, task.stamp)
    raise_problems(picture_problems(path, task.stamp))
    return {task.job.key(PREVIEW): path}


_PICTURES: Mapping[str, Callable[[SheetTask, Sheet], dict[str, Path]]] = {
    PICTURE: _picture,
    PREVIEW: _preview,
    SLIDE: _slide,
}


def _stamped_picture(task: SheetTask, sheet: Sheet, page: int, path: Path, size: tuple[int, int]) -> None:
    write_picture(sheet.layout, page, path, size)
    stamp_png(path, task.stamp)
    raise_problems(picture_problems(path, task.stamp, size))


def _identity(task: SheetTask) -> FileIdentity:
    context, head, stamp = task.context, task.snapshot.head, task.stamp
    areas = tuple(one_line(area.namn) for area in task.snapshot.areas)
    return FileIdentity(
        title=f"{one_line(head.titel)}: {one_line(task.job.picture.namn)}",
        organisation=one_line(context.request.author or head.organisation),
        description=f"{', '.join(areas)}. {stamp.status_namn}. {context.about.principle}",
        keywords=("strukturbild", *areas, stamp.status_namn, stamp.short),
        language=head.sprak,
        made_at=context.edition.tid,
        tool=context.about.tool,
        stamp=stamp,
        licence=context.about.licence,
        permission=context.about.permission,
        reference=context.about.reference,
    )
