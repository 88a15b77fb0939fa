"""Make the files of an edition in a workplace, each checked when it is done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Callable, Sequence

from ...feedback import Feedback, StepFeedback, stop_if_cancelled
from ...store.gpkg.records import Edition, Picture, Snapshot
from ..custom_layouts.choose_layout import chosen_layouts
from ..delivery.delivery_gpkg import make_delivery, said_of
from ..delivery.iso19139 import MetadataFacts
from ..export_request import ExportRequest
from ..formats import DELIVERY, MAP, PAGE, PREVIEW
from ..sheets.stock import LayerCache
from ..web.web_page import write_page
from .sheet_files import SheetFiles, SheetTask, make_sheet_files
from .sheet_jobs import SheetJob, jobs

Drawing = Callable[[Callable[[], Any]], Any]
"""Calls what it is given, on the main thread, and gives back its answer or raises its error."""


@dataclass(frozen=True)
class ExportContext:
    """What the files are made from."""

    snapshot: Snapshot
    edition: Edition
    about: MetadataFacts
    state: Path
    """The copy of the strukturbild that `snapshot` was read from; the delivery is made of it."""
    folder: Path
    name: str
    """First part of every file's name."""
    formats: tuple[str, ...]
    wish: ExportRequest
    drawing: Drawing
    """Runs a piece of map drawing on the main thread."""


@dataclass(frozen=True)
class ExportedFiles:
    """What was made."""

    files: dict[str, Path]
    """By kind: 'karta:<bild_id>', 'bild:<bild_id>', 'leverans', 'webb'; others 'svg@arbetsblad-A4:<bild_id>'."""
    utan_plats: tuple[str, ...]
    """Names of nodes that found no room on their map."""
    anmarkningar: tuple[str, ...] = ()
    """What there is to say about the user's own layout, and about what stayed out of the delivery, as sentences."""


def make_files(making: ExportContext, pictures: Sequence[Picture], feedback: Feedback) -> ExportedFiles:
    """Every wanted file."""
    files: dict[str, Path] = {}
    unplaced: list[str] = []
    said: list[str] = []
    layouts = chosen_layouts(making.wish.layout, making.snapshot.bilagor)
    wanted = jobs(making.snapshot, pictures, making.wish, making.formats, layouts)
    share = 70.0 / max(1, len(wanted))
    stock = LayerCache()
    try:
        for number, job in enumerate(wanted):
            stop_if_cancelled(feedback)
            part = StepFeedback(feedback, number * share, (number + 1) * share)
            done = making.drawing(partial(_draw, making, job, stock, part))
            files.update(done.files)
            unplaced.extend(done.utan_plats)
            said.extend(done.anmarkningar)
    finally:
        making.drawing(stock.empty)  # a layer must go on the thread that it was made on
    stop_if_cancelled(feedback)
    if DELIVERY in making.formats:
        files[DELIVERY] = making.folder / f"{making.name}-leverans.gpkg"
        left = make_delivery(making.state, files[DELIVERY], making.snapshot, making.edition, making.about)
        said.extend([said_of(left)] if left else [])
    feedback.setProgress(90)
    stop_if_cancelled(feedback)
    if PAGE in making.formats:
        page = making.folder / f"{making.name}-webb.html"
        previews = {key.partition(":")[2]: file for key, file in files.items() if key.startswith(f"{PREVIEW}:")}
        links = {key: file.name for key, file in files.items() if key == DELIVERY or key.startswith(f"{MAP}:")}
        write_page(page, making.snapshot, making.about, previews, links)
        files[PAGE] = page
    kept = {key: file for key, file in files.items() if kind_of(key) in making.formats}
    feedback.setProgress(100)
    return ExportedFiles(kept, tuple(dict.fromkeys(unplaced)), tuple(dict.fromkeys(said)))


def kind_of(key: str) -> str:
    """What a file is, from its key: 'karta@karta-A4:<bild_id>' is a 'karta'."""
    return key.partition(":")[0].partition("@")[0]


def _draw(making: ExportContext, job: SheetJob, stock: LayerCache, feedback: Feedback) -> SheetFiles:
    """The files of one sheet; the sheet is made and gone on the thread that draws."""
    start = making.folder / making.name
    task = SheetTask(making.snapshot, making.edition, making.about, making.wish, job, start, stock)
    return make_sheet_files(task, feedback)
