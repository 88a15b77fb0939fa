"""One sheet in all its formats: made, given the edition's identity, and looked at before it counts as done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, Mapping

from ...cartography.symbol_sets.symbol_set_library import load_symbol_set
from ...cartography.typography.fonts import load_fonts
from ...errors import ExportError
from ...feedback import Feedback, Silent, StepFeedback, stop_if_cancelled
from ...i18n import tr
from ...printable_text import one_line
from ...store.gpkg.records import Edition, Snapshot
from ..custom_layouts.fill_layout import make_own_sheet
from ..delivery.iso19139 import MetadataFacts
from ..export_request import ExportRequest
from ..formats import GEOPDF, MAP, PICTURE, PREVIEW, SLIDE, SVG
from ..image.image_writer import SLIDE_SIZE, picture_problems, picture_size, write_picture
from ..image.png_stamp import stamp_png
from ..pdf.geopdf import write_layered_pdf
from ..pdf.metadata import PdfIdentity, set_identity
from ..pdf.output_check import ExpectedContent, problems
from ..sheet_options import SheetOptions
from ..sheets.make_sheet import make_sheet
from ..sheets.printable_snapshot import borrowed_signs, printable
from ..sheets.sheet_check import raster_pictures, sheet_problems
from ..sheets.sheet_writer import MapFacts, Sheet
from ..sheets.stock import LayerCache
from ..svg.svg_stamp import SvgIdentity, svg_problems
from ..svg.svg_writer import write_svg
from .sheet_jobs import SheetJob

_LAYERED_SHARE = 0.9
"""Share of the names of the map that must stand in its layered forms too: QGIS chooses between equally good places
for a name by chance, and now and then a small one loses its place."""


@dataclass(frozen=True)
class SheetTask:
    """A sheet to make, and what it is made from."""

    snapshot: Snapshot
    edition: Edition
    about: MetadataFacts
    wish: ExportRequest
    job: SheetJob
    start: Path
    """Folder and first part of every file's name."""
    stock: LayerCache
    """The layers that the sheets of the edition share."""

    def file(self, kod: str, page: int = 0, more: str = "") -> Path:
        """Where a file goes."""
        return self.start.with_name(f"{self.start.name}-{self.job.file_name(kod, page, more)}")


@dataclass(frozen=True)
class SheetFiles:
    """What was made of a sheet."""

    files: dict[str, Path]
    """By the keys of `SheetJob.key`."""
    utan_plats: tuple[str, ...]
    """Names of nodes that found no room on the main sheet."""
    anmarkningar: tuple[str, ...] = ()
    """What there is to say about the user's own layout."""


def make_sheet_files(task: SheetTask, feedback: Feedback) -> SheetFiles:
    """Every format of the sheet. ExportError when one of them is not as it should be."""
    job = task.job
    options = task.wish.options
    said: tuple[str, ...] = ()
    if job.layout is not None:
        stamp, part = task.about.stamp, StepFeedback(feedback, 0, 30)
        own = make_own_sheet(task.snapshot, job.picture.bild_id, stamp, job.layout, part, job.kind)
        sheet, said = own.sheet, own.anmarkningar
        refuse(sheet_problems(sheet.layout))
    else:
        sheet = _compose(task, options, StepFeedback(feedback, 0, 30))
    files: dict[str, Path] = {}
    unplaced: tuple[str, ...] = ()
    if {MAP, GEOPDF, SVG} & set(job.formats):
        # The map itself is always drawn: it tells which names found room, and the other forms are held against it.
        pdf = task.file(MAP)
        facts = write_map(task, sheet, pdf, StepFeedback(feedback, 30, 60))
        files[job.key(MAP)] = pdf
        unplaced = tuple(name for name in facts.node_names if name not in set(facts.drawn_labels))
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
    return SheetFiles(files, unplaced if job.first else (), said)


def _compose(task: SheetTask, options: SheetOptions, feedback: Feedback) -> Sheet:
    job = task.job
    sheet = make_sheet(
        task.snapshot, job.picture.bild_id, task.about.stamp, job.paper, job.kind, options, feedback, task.stock
    )
    refuse(sheet_problems(sheet.layout))
    return sheet


def _trimmed(task: SheetTask, sheet: Sheet) -> Sheet:
    """The sheet as large as its paper: bleed and crop marks are for the printer alone."""
    if not sheet.facts.trim_mm:
        return sheet
    return _compose(task, replace(task.wish.options, utfall_mm=0.0, skarmarken=False), Silent())


def write_map(task: SheetTask, sheet: Sheet, pdf: Path, feedback: Feedback | None = None) -> MapFacts:
    """Write the map, give it its identity and look at what came out."""
    facts = sheet.write_pdf(pdf, feedback)
    set_identity(pdf, _identity(task, facts))
    refuse(problems(pdf, _expected(task, sheet, facts)))
    return facts


def _expected(task: SheetTask, sheet: Sheet, facts: MapFacts, share: float = 1.0) -> ExpectedContent:
    """What the file must show: the node names that found room, legend, title and stamp, in the set's typeface."""
    snapshot = task.snapshot
    symbols = load_symbol_set(snapshot.head.symboluppsattning, snapshot.bilagor)
    placed = set(facts.drawn_labels)
    return ExpectedContent(
        titel=facts.title,
        stamp=facts.stamp,
        bredd_mm=facts.width_mm,
        hojd_mm=facts.height_mm,
        namn=tuple(name for name in facts.node_names if name in placed),
        legend=facts.legend,
        sidor=facts.pages,
        # In a layout of their own users choose the typefaces; that they are embedded is still looked at.
        typsnitt="" if task.job.layout else symbols.typsnitt or load_fonts(),
        andel_namn=share,
        # A picture with transparency is two images in a PDF: its colours and its mask.
        bilder=2 * raster_pictures(sheet.layout, own=task.job.layout is not None),
        lanade=borrowed_signs(printable(snapshot)),
    )


def refuse(found: tuple[str, ...]) -> None:
    """ExportError with all that is wrong; nothing when nothing is."""
    if found:
        raise ExportError(tr("Kartan blev inte rätt och har inte exporterats. {fel}").format(fel=" ".join(found)))


def _geopdf(task: SheetTask, sheet: Sheet, facts: MapFacts) -> dict[str, Path]:
    path = task.file(GEOPDF, more="lager")
    layers = write_layered_pdf(sheet.layout, path, task.snapshot.head.sprak)
    set_identity(path, _identity(task, facts))
    refuse(problems(path, _expected(task, sheet, facts, _LAYERED_SHARE)))
    refuse(() if len(layers) > 1 else (tr("Kartan fick inga lager att tända och släcka."),))
    return {task.job.key(GEOPDF): path}


def _svg(task: SheetTask, sheet: Sheet, facts: MapFacts) -> dict[str, Path]:
    made: dict[str, Path] = {}
    wanted = _expected(task, sheet, facts, _LAYERED_SHARE)
    for page in range(facts.pages):
        path = task.file(SVG, page)
        write_svg(sheet.layout, page, path, _svg_identity(task, facts))
        whole = wanted if facts.pages == 1 else wanted.only_stamp()
        refuse(svg_problems(path, whole))
        made[task.job.key(SVG, page)] = path
    return made


def _picture(task: SheetTask, sheet: Sheet) -> dict[str, Path]:
    width = task.wish.picture_width
    made: dict[str, Path] = {}
    for page in range(sheet.layout.pageCollection().pageCount()):
        path = task.file(PICTURE, page, f"{width}px")
        _stamped_picture(task, sheet, page, path, picture_size(sheet.layout, page, width))
        made[task.job.key(PICTURE, page)] = path
    return made


def _slide(task: SheetTask, sheet: Sheet) -> dict[str, Path]:
    """A slide of each page: the legend of a rich map takes one of its own."""
    made: dict[str, Path] = {}
    for page in range(sheet.layout.pageCollection().pageCount()):
        path = task.file(SLIDE, page)
        _stamped_picture(task, sheet, page, path, SLIDE_SIZE)
        made[task.job.key(SLIDE, page)] = path
    return made


def _preview(task: SheetTask, sheet: Sheet) -> dict[str, Path]:
    path = task.file(PREVIEW)
    sheet.write_png(path)
    stamp_png(path, task.about.stamp)
    refuse(picture_problems(path, task.about.stamp))
    return {task.job.key(PREVIEW): path}


_PICTURES: Mapping[str, Callable[[SheetTask, Sheet], dict[str, Path]]] = {
    PICTURE: _picture,
    PREVIEW: _preview,
    SLIDE: _slide,
}


def _stamped_picture(task: SheetTask, sheet: Sheet, page: int, path: Path, size: tuple[int, int]) -> None:
    write_picture(sheet.layout, page, path, size)
    stamp_png(path, task.about.stamp)
    refuse(picture_problems(path, task.about.stamp, size))


def _identity(task: SheetTask, facts: MapFacts) -> PdfIdentity:
    head, stamp = task.snapshot.head, task.about.stamp
    areas = tuple(one_line(area.namn) for area in task.snapshot.areas)
    return PdfIdentity(
        titel=f"{one_line(head.titel)}: {one_line(task.job.picture.namn)}",
        organisation=one_line(task.wish.author or head.organisation),
        amne=f"{', '.join(areas)}. {stamp.status_namn}. {task.about.princip}",
        nyckelord=("strukturbild", *areas, stamp.status_namn, stamp.kort),
        sprak=head.sprak,
        tid=task.edition.tid,
        verktyg=task.about.verktyg,
        stamp=stamp,
        trim_mm=facts.trim_mm,
        bleed_mm=facts.bleed_mm,
    )


def _svg_identity(task: SheetTask, facts: MapFacts) -> SvgIdentity:
    same = _identity(task, facts)
    return SvgIdentity(
        same.titel, same.amne, same.organisation, same.sprak, same.tid, same.verktyg, task.about.licens, same.stamp
    )
