"""Make the files of an edition in a workplace, each checked when it is done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Callable, Sequence

from ..cartography.fonts import load_fonts
from ..cartography.page import page_of
from ..cartography.tokens import load_symbol_set
from ..errors import ExportError
from ..feedback import Feedback, Part, stop_if_cancelled
from ..i18n import tr
from ..store.records import Edition, Picture, Snapshot
from .delivery import make_delivery
from .manifest import DELIVERY, MAP, PAGE, PREVIEW
from .metadata import About
from .naming import slug
from .outcome import Expected, problems
from .pdf_identity import PdfIdentity, set_identity
from .png_stamp import stamp_png
from .sheet import MapFacts, Sheet, make_sheet
from .sheet_kinds import kind_named
from .web import write_page
from .wish import ExportWish

Drawing = Callable[[Callable[[], Any]], Any]
"""Calls what it is given, on the main thread, and gives back its answer or raises its error."""


@dataclass(frozen=True)
class Making:
    """What the files are made from."""

    snapshot: Snapshot
    edition: Edition
    about: About
    state: Path
    """The copy of the strukturbild that `snapshot` was read from; the delivery is made of it."""
    folder: Path
    name: str
    """First part of every file's name."""
    formats: tuple[str, ...]
    wish: ExportWish
    drawing: Drawing
    """Runs a piece of map drawing on the main thread."""


@dataclass(frozen=True)
class Made:
    """What was made."""

    files: dict[str, Path]
    """By kind: 'karta:<bild_id>', 'bild:<bild_id>', 'leverans', 'webb'."""
    utan_plats: tuple[str, ...]
    """Names of nodes that found no room on their map."""


def make_files(making: Making, pictures: Sequence[Picture], feedback: Feedback) -> Made:
    """Every wanted file."""
    files: dict[str, Path] = {}
    unplaced: list[str] = []
    names = _picture_names(pictures)
    share = 70.0 / max(1, len(pictures))
    for number, picture in enumerate(pictures):
        stop_if_cancelled(feedback)
        part = Part(feedback, number * share, (number + 1) * share)
        name = names[picture.bild_id]
        files.update(making.drawing(partial(_draw, making, picture, name, unplaced, part)))
        files.update(_draw_further(making, picture, name, part))
    stop_if_cancelled(feedback)
    if DELIVERY in making.formats:
        files[DELIVERY] = making.folder / f"{making.name}-leverans.gpkg"
        make_delivery(making.state, files[DELIVERY], making.snapshot, making.edition, making.about)
    feedback.setProgress(90)
    stop_if_cancelled(feedback)
    if PAGE in making.formats:
        page = making.folder / f"{making.name}-webb.html"
        previews = {key.partition(":")[2]: file for key, file in files.items() if key.startswith(f"{PREVIEW}:")}
        links = {key: file.name for key, file in files.items() if key == DELIVERY or key.startswith(f"{MAP}:")}
        write_page(page, making.snapshot, making.about, previews, links)
        files[PAGE] = page
    wanted = {key: file for key, file in files.items() if kind_of(key) in making.formats}
    feedback.setProgress(100)
    return Made(wanted, tuple(dict.fromkeys(unplaced)))


def _draw(making: Making, picture: Picture, name: str, unplaced: list[str], feedback: Feedback) -> dict[str, Path]:
    """Map and preview of one picture, from one composed sheet; names without room are added to `unplaced`."""
    if not {MAP, PREVIEW, PAGE} & set(making.formats):
        return {}
    files: dict[str, Path] = {}
    paper, kind = page_of(making.wish.paper).paper, kind_named(making.wish.kind).kod
    sheet = make_sheet(making.snapshot, picture.bild_id, making.about.stamp, paper, kind)
    feedback.setProgress(20)
    if MAP in making.formats:
        pdf = making.folder / _file_name(making, kind, name, paper, "pdf")
        facts = _write_map(making, picture, sheet, pdf)
        files[f"{MAP}:{picture.bild_id}"] = pdf
        unplaced.extend(node for node in facts.node_names if node not in set(facts.drawn_labels))
    feedback.setProgress(70)
    if {PREVIEW, PAGE} & set(making.formats):
        png = making.folder / _file_name(making, kind, name, paper, "png")
        sheet.write_png(png)
        stamp_png(png, making.about.stamp)
        files[f"{PREVIEW}:{picture.bild_id}"] = png
    feedback.setProgress(100)
    return files


def _draw_further(making: Making, picture: Picture, name: str, feedback: Feedback) -> dict[str, Path]:
    """The map of a picture on each further paper, in each kind."""
    wish = making.wish
    papers = dict.fromkeys(page_of(paper).paper for paper in (wish.paper, *wish.papers))
    kinds = dict.fromkeys(kind_named(kind).kod for kind in (wish.kind, *wish.kinds))
    files: dict[str, Path] = {}
    wanted = [(kind, paper) for kind in kinds for paper in papers] if MAP in making.formats else []
    for kind, paper in wanted[1:]:
        stop_if_cancelled(feedback)
        pdf = making.folder / _file_name(making, kind, name, paper, "pdf")
        making.drawing(partial(_draw_one, making, picture, paper, kind, pdf))
        files[f"{MAP}@{kind}-{paper}:{picture.bild_id}"] = pdf
    return files


def _draw_one(making: Making, picture: Picture, paper: str, kind: str, pdf: Path) -> None:
    """One further map; the sheet is made and gone on the thread that draws."""
    _write_map(making, picture, make_sheet(making.snapshot, picture.bild_id, making.about.stamp, paper, kind), pdf)


def _write_map(making: Making, picture: Picture, sheet: Sheet, pdf: Path) -> MapFacts:
    """Write the map, give it its identity and look at what came out."""
    facts = sheet.write_pdf(pdf)
    set_identity(pdf, _identity(making, picture))
    _refuse_bad(pdf, expected(facts, making))
    return facts


def _file_name(making: Making, kind: str, name: str, paper: str, ending: str) -> str:
    return f"{making.name}-{kind}-{name}-{paper.lower()}.{ending}"


def kind_of(key: str) -> str:
    """What a file is, from its key: 'karta@karta-A4:<bild_id>' is a 'karta'."""
    return key.partition(":")[0].partition("@")[0]


def expected(facts: MapFacts, making: Making) -> Expected:
    """What the PDF must show: the node names that found room, legend, title and stamp, in the set's typeface."""
    symbols = load_symbol_set(making.snapshot.head.symboluppsattning)
    placed = set(facts.drawn_labels)
    return Expected(
        titel=facts.title,
        stamp=making.about.stamp,
        bredd_mm=facts.width_mm,
        hojd_mm=facts.height_mm,
        namn=tuple(name for name in facts.node_names if name in placed),
        legend=facts.legend,
        sidor=facts.pages,
        typsnitt=symbols.typsnitt or load_fonts(),
    )


def _refuse_bad(pdf: Path, wanted: Expected) -> None:
    found = problems(pdf, wanted)
    if found:
        raise ExportError(tr("Kartan blev inte rätt och har inte exporterats. {fel}").format(fel=" ".join(found)))


def _identity(making: Making, picture: Picture) -> PdfIdentity:
    head, stamp = making.snapshot.head, making.about.stamp
    areas = ", ".join(area.namn for area in making.snapshot.areas)
    return PdfIdentity(
        titel=f"{head.titel}: {picture.namn}",
        organisation=making.wish.author or head.organisation,
        amne=f"{areas}. {stamp.status_namn}. {making.about.princip}",
        nyckelord=("strukturbild", *(area.namn for area in making.snapshot.areas), stamp.status_namn, stamp.kort),
        sprak=head.sprak,
        tid=making.edition.tid,
        verktyg=making.about.verktyg,
        stamp=stamp,
    )


def _picture_names(pictures: Sequence[Picture]) -> dict[str, str]:
    """A file name part for each picture, no two the same."""
    names: dict[str, str] = {}
    for picture in pictures:
        name = base = slug(picture.namn, "bild")
        number = 2
        while name in names.values():
            name, number = f"{base}-{number}", number + 1
        names[picture.bild_id] = name
    return names
