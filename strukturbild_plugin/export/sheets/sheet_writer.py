"""A composed sheet, and the files written from it: PDF all in vector with live text, and pictures."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterator

from qgis.core import QgsLayoutExporter, QgsPrintLayout
from qgis.PyQt.QtCore import QRect
from qgis.PyQt.QtGui import QImage

from ... import compat
from ...bundled import pypdf
from ...errors import ExportError
from ...feedback import Feedback, Silent, stop_if_cancelled
from ...i18n import tr
from ..sheet_facts import SheetFacts
from .stroke_opacity import opacity_in_colours, restore_opacity

PREVIEW_DPI = 110
_MAX_PAGES_AT_ONCE = 4
"""Pages that are written in one go; more are written one by one, so that one can see how far it has come and stop."""
_MM_PER_INCH = 25.4
_FINDS_ROOM = 60
"""A map with no name at all is no map; a longer one, alone, may well find no room, and is listed."""


class Sheet:
    """A composed sheet, ready to be written."""

    def __init__(self, layout: QgsPrintLayout, facts: SheetFacts) -> None:
        self.layout = layout
        self.facts = facts
        """What is known before it is written: all but the labels."""

    def write_pdf(self, path: Path, feedback: Feedback | None = None, will_get_identity: bool = False) -> SheetFacts:
        """Write a vector PDF with live text; ExportError when QGIS fails or the map came out empty.

        `will_get_identity`: the caller hands it to `set_identity`, which then also restores its opacities.
        Cancelled when the user stops between two pages; then there is no file.
        """
        feedback = feedback or Silent()
        if self.facts.pages <= _MAX_PAGES_AT_ONCE:
            labels = self._write(path)
        else:
            labels = self._write_page_by_page(path, feedback)
        if not will_get_identity:
            try:
                restore_opacity(path)
            except (OSError, pypdf().errors.PyPdfError) as error:
                raise _not_written(path, str(error)) from error
        feedback.setProgress(100)
        if not labels and any(len(name) <= _FINDS_ROOM for name in self.facts.node_names):
            path.unlink(missing_ok=True)
            raise ExportError(tr("Kartan blev tom: inget av nodernas namn kom med. Ingenting har exporterats."))
        return replace(self.facts, drawn_labels=labels)

    def write_png(self, path: Path, dpi: int = PREVIEW_DPI) -> None:
        """Write the first page of the sheet as a picture, as it looks when it is trimmed."""
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = dpi
        settings.pages = [0]
        settings.exportMetadata = False
        settings.generateWorldFile = False
        exporter = QgsLayoutExporter(self.layout)
        self._done(exporter.exportToImage(str(path), settings), path, exporter)
        if self.facts.trim_mm:
            _trim(path, round(self.facts.trim_mm / _MM_PER_INCH * dpi))

    def _write(self, path: Path) -> tuple[str, ...]:
        """Write what is not left out; give the labels that were placed."""
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.forceVectorOutput = True
        settings.rasterizeWholeImage = False
        settings.textRenderFormat = compat.TEXT_AS_TEXT
        settings.exportMetadata = False
        settings.simplifyGeometries = True
        # The only pictures are logos, and those are not to be spoiled by JPEG.
        settings.flags = settings.flags | compat.LAYOUT_LOSSLESS
        exporter = QgsLayoutExporter(self.layout)
        with opacity_in_colours(self.layout):
            self._done(exporter.exportToPdf(str(path), settings), path, exporter)
        # A map on a page that was left out has no result.
        return tuple(
            position.labelText
            for result in exporter.labelingResults().values()
            for position in (result.allLabels() if result is not None else ())
            if not position.isUnplaced
        )

    def _write_page_by_page(self, path: Path, feedback: Feedback) -> tuple[str, ...]:
        writer: Any = pypdf().PdfWriter()
        labels: list[str] = []
        single = path.with_name(f"{path.stem}.sida.pdf")
        try:
            for number in range(self.facts.pages):
                stop_if_cancelled(feedback)
                with self._only(number):
                    labels += self._write(single)
                writer.append(str(single), import_outline=False)
                feedback.setProgress(100 * (number + 1) / self.facts.pages)
            with open(path, "wb") as file:
                writer.write(file)
        finally:
            writer.close()
            single.unlink(missing_ok=True)
        return tuple(dict.fromkeys(labels))

    @contextlib.contextmanager
    def _only(self, number: int) -> Iterator[None]:
        """All pages but one are left out of what is written."""
        collection = self.layout.pageCollection()
        pages = [collection.page(place) for place in range(collection.pageCount())]
        try:
            for place, page in enumerate(pages):
                page.setExcludeFromExports(place != number)
            yield
        finally:
            for page in pages:
                page.setExcludeFromExports(False)

    def _done(self, result: QgsLayoutExporter.ExportResult, path: Path, exporter: QgsLayoutExporter) -> None:
        if result != QgsLayoutExporter.ExportResult.Success or not path.is_file() or path.stat().st_size == 0:
            raise _not_written(path, exporter.errorMessage() or exporter.errorFile())


def _not_written(path: Path, detail: str) -> ExportError:
    sentence = tr("Kartan kunde inte skrivas till {path}. Finns det plats på disken? {detail}")
    return ExportError(sentence.format(path=path, detail=detail).strip())


def _trim(path: Path, pixels: int) -> None:
    """Cut away what lies outside the trimmed edge."""
    image = QImage(str(path))
    inner = QRect(pixels, pixels, image.width() - 2 * pixels, image.height() - 2 * pixels)
    if not image.copy(inner).save(str(path)):
        raise ExportError(tr("Bilden kunde inte skrivas till {path}. Finns det plats på disken?").format(path=path))
