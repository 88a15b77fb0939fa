"""Make the files of an edition in a work folder, each checked when it is done."""

from __future__ import annotations

from functools import partial
from typing import Sequence

from ...errors import StoreError
from ...feedback import Feedback, StepFeedback, stop_if_cancelled
from ...i18n import tr
from ...store.gpkg.records import Picture
from ..custom_layouts.choose_layout import chosen_layouts
from ..delivery.delivery_gpkg import left_out_text, make_delivery
from ..formats import DELIVERY, MAP, PAGE, PREVIEW
from ..sheets.layer_cache import LayerCache
from ..web.page_news import NewsPart, news_since
from ..web.web_page import write_page
from .export_context import ExportContext
from .exported_files import ExportedFiles, kind_of
from .sheet_files import SheetTask, make_sheet_files
from .sheet_jobs import jobs


def make_files(context: ExportContext, pictures: Sequence[Picture], feedback: Feedback) -> ExportedFiles:
    """Every wanted file."""
    exported = _make_sheets(context, pictures, feedback)
    stop_if_cancelled(feedback)
    if DELIVERY in context.formats:
        exported += _make_delivery(context)
    feedback.setProgress(90)
    stop_if_cancelled(feedback)
    if PAGE in context.formats:
        exported += _make_page(context, exported)
    feedback.setProgress(100)
    return exported.only(lambda key: kind_of(key) in context.formats)


def _make_sheets(context: ExportContext, pictures: Sequence[Picture], feedback: Feedback) -> ExportedFiles:
    """The files of every sheet; each sheet is made and gone on the thread that draws."""
    layouts = chosen_layouts(context.request.layout, context.snapshot.attachments)
    wanted = jobs(context.snapshot, pictures, context.request, context.formats, layouts)
    share = 70.0 / max(1, len(wanted))
    layer_cache, exported = LayerCache(), ExportedFiles()
    try:
        for number, job in enumerate(wanted):
            stop_if_cancelled(feedback)
            part = StepFeedback(feedback, number * share, (number + 1) * share)
            exported += context.run_on_main(partial(make_sheet_files, SheetTask(context, job, layer_cache), part))
    finally:
        context.run_on_main(layer_cache.empty)  # a layer must go on the thread that it was made on
    return exported


def _make_delivery(context: ExportContext) -> ExportedFiles:
    path = context.folder / f"{context.name}-leverans.gpkg"
    standard = context.request.standard
    left = make_delivery(context.state, path, context.snapshot, context.edition, context.about, standard)
    return ExportedFiles({DELIVERY: path}, remarks=(left_out_text(left),) if left else ())


def _make_page(context: ExportContext, exported: ExportedFiles) -> ExportedFiles:
    path, files = context.folder / f"{context.name}-webb.html", exported.files
    previews = {key.partition(":")[2]: file for key, file in files.items() if key.startswith(f"{PREVIEW}:")}
    links = {key: file.name for key, file in files.items() if key == DELIVERY or key.startswith(f"{MAP}:")}
    news, remarks = _news(context)
    write_page(path, context.snapshot, context.about, previews, links, news)
    return ExportedFiles({PAGE: path}, remarks=remarks)


def _news(context: ExportContext) -> tuple[NewsPart | None, tuple[str, ...]]:
    """What is new since the edition before, or why that is not said; an edition is made all the same."""
    earlier = context.request.earlier
    if earlier is None:
        return None, ()
    try:
        with earlier(context.edition.nummer) as found:
            if found is None:
                return None, ()
            return news_since(*found, context.state, context.snapshot), ()
    except StoreError as error:
        return None, (tr("Vad som är nytt står inte på webbsidan: {fel}").format(fel=error),)
