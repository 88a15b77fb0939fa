"""The map sheet of one picture: composed from a snapshot, printed as PDF or picture.

Printing uses QGIS's layout engine and so belongs in the main thread.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import QgsGeometry, QgsLayoutExporter, QgsLayoutItemMap, QgsPrintLayout, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QThread

from .. import compat
from ..cartography.basemap import attribution, base_layers
from ..cartography.fonts import load_fonts
from ..cartography.ink import sheet_ink, sized
from ..cartography.legend import legend_entries
from ..cartography.page import page_of
from ..cartography.sheet import SheetMap, SheetWords, compose
from ..cartography.tokens import load_symbol_set
from ..errors import ExportError
from ..feedback import Feedback, Silent, stop_if_cancelled
from ..i18n import tr
from ..store.records import Picture, Snapshot
from .map_layers import picture_layers
from .sheet_kinds import ONE_MAP, kind_named
from .sheet_options import PLAIN, SheetOptions, checked
from .sheet_words import every_class, sheet_words, used_classes
from .stamp import Stamp

PREVIEW_DPI = 110
_AIR = 0.035
"""Share of the area's size left free around it on the map."""


@dataclass(frozen=True)
class MapFacts:
    """What a finished sheet must show: the output check reads the file against this."""

    paper: str
    width_mm: float
    height_mm: float
    scale: float
    title: str
    node_names: tuple[str, ...]
    """Names of the nodes of the picture, largest first in the order of the snapshot."""
    drawn_labels: tuple[str, ...]
    """Every label the map has placed."""
    legend: tuple[str, ...]
    """The legend's row texts, in order."""
    stamp: Stamp
    words: SheetWords
    pages: int = 1
    trim_mm: float = 0.0
    """From the edge of the PDF's page to the trimmed edge, on all sides: the TrimBox lies that far in."""
    bleed_mm: float = 0.0
    """How far colour runs out beyond the trimmed edge: the BleedBox lies `trim_mm - bleed_mm` in."""


class Sheet:
    """A composed map sheet, ready to be written."""

    def __init__(self, layout: QgsPrintLayout, facts: MapFacts) -> None:
        self.layout = layout
        self._facts = facts

    def write_pdf(self, path: Path) -> MapFacts:
        """Write a vector PDF with live text; ExportError when QGIS fails or the map came out empty."""
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.forceVectorOutput = True
        settings.rasterizeWholeImage = False
        settings.textRenderFormat = compat.TEXT_AS_TEXT
        settings.exportMetadata = False
        settings.simplifyGeometries = True
        exporter = QgsLayoutExporter(self.layout)
        self._done(exporter.exportToPdf(str(path), settings), path, exporter)
        return self._with_labels(exporter)

    def write_png(self, path: Path, dpi: int = PREVIEW_DPI) -> None:
        """Write the first page of the sheet as a picture."""
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = dpi
        settings.pages = [0]
        settings.exportMetadata = False
        settings.generateWorldFile = False
        exporter = QgsLayoutExporter(self.layout)
        self._done(exporter.exportToImage(str(path), settings), path, exporter)

    def _done(self, result: QgsLayoutExporter.ExportResult, path: Path, exporter: QgsLayoutExporter) -> None:
        if result != QgsLayoutExporter.ExportResult.Success or not path.is_file() or path.stat().st_size == 0:
            detail = exporter.errorMessage() or exporter.errorFile()
            raise ExportError(
                tr("Kartan kunde inte skrivas till {path}. Finns det plats på disken? {detail}")
                .format(path=path, detail=detail)
                .strip()
            )

    def _with_labels(self, exporter: QgsLayoutExporter) -> MapFacts:
        labels = tuple(
            position.labelText
            for result in exporter.labelingResults().values()
            for position in result.allLabels()
            if not position.isUnplaced
        )
        if self._facts.node_names and not set(labels) & set(self._facts.node_names):
            raise ExportError(tr("Kartan blev tom: inget av nodernas namn kom med. Ingenting har exporterats."))
        facts = dict(self._facts.__dict__)
        return MapFacts(**{**facts, "drawn_labels": labels})


def make_sheet(
    snapshot: Snapshot,
    bild_id: str,
    stamp: Stamp,
    paper: str = "A3",
    kind: str = "karta",
    options: SheetOptions = PLAIN,
    feedback: Feedback | None = None,
) -> Sheet:
    """Compose the sheet of picture `bild_id`.

    `paper`: a code of `PAPERS`, or 'breddxhöjd' in millimetres. `kind`: a code of `KINDS`. RuntimeError off the main
    thread: a layout is a graphics scene, and Qt lets those live nowhere else.
    """
    application = QCoreApplication.instance()
    if application is not None and QThread.currentThread() != application.thread():
        raise RuntimeError("a sheet is composed on the main thread")
    recipe, options = kind_named(kind), checked(options)
    if recipe.form != ONE_MAP:
        raise ExportError(tr("Kartbladet {kod} går inte att göra än.").format(kod=kind))
    page = replace(page_of(paper), side_share=recipe.side_share)
    picture = _picture(snapshot, bild_id)
    objects = [objekt for objekt in snapshot.objects if objekt.bild_id == bild_id and recipe.drawn]
    symbols = sized(load_symbol_set(snapshot.head.symboluppsattning), page.factor)
    family = load_fonts()
    used = used_classes(objects) if recipe.drawn else every_class(snapshot.catalogue)
    legend = legend_entries(snapshot.catalogue, used, symbols, language=snapshot.head.sprak)
    words = sheet_words(snapshot, picture, legend, stamp, attribution(snapshot.head.sprak), recipe)
    drawn = picture_layers(snapshot, bild_id, symbols) if recipe.drawn else []
    layers = [*drawn, *base_layers(symbols, snapshot.head.lan)]
    layout = compose(
        page, words, SheetMap(layers, _extent(snapshot, bild_id)), sheet_ink(symbols, family), snapshot.head.titel
    )
    # The layout only points at its layers; they live as long as it does.
    layout.strukturbild_layers = layers
    map_item = next(item for item in layout.items() if isinstance(item, QgsLayoutItemMap))
    facts = MapFacts(
        paper=page.paper,
        width_mm=page.width,
        height_mm=page.height,
        scale=map_item.scale(),
        title=snapshot.head.titel,
        node_names=tuple(objekt.namn for objekt in objects if objekt.lager == "nod" and objekt.namn and objekt.wkb),
        drawn_labels=(),
        legend=tuple(entry.rubrik for entry in legend),
        stamp=stamp,
        words=words,
        pages=layout.pageCollection().pageCount(),
    )
    return Sheet(layout, facts)


def print_map(
    snapshot: Snapshot,
    bild_id: str,
    stamp: Stamp,
    pdf: Path,
    feedback: Feedback | None = None,
    paper: str = "A3",
    kind: str = "karta",
) -> MapFacts:
    """Write the map sheet of a picture as PDF."""
    feedback = feedback or Silent()
    stop_if_cancelled(feedback)
    sheet = make_sheet(snapshot, bild_id, stamp, paper, kind)
    feedback.setProgress(40)
    stop_if_cancelled(feedback)
    facts = sheet.write_pdf(pdf)
    feedback.setProgress(100)
    return facts


def _picture(snapshot: Snapshot, bild_id: str) -> Picture:
    for picture in snapshot.pictures:
        if picture.bild_id == bild_id:
            return picture
    raise ExportError(tr("Bilden finns inte längre i strukturbilden. Öppna filen på nytt och välj bild igen."))


def _extent(snapshot: Snapshot, bild_id: str) -> QgsRectangle:
    """The regions with air around; objects when there are no regions."""
    extent = QgsRectangle()
    extent.setMinimal()
    shapes = [area.wkb for area in snapshot.areas] or [
        objekt.wkb for objekt in snapshot.objects if objekt.bild_id == bild_id and objekt.wkb
    ]
    for wkb in shapes:
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        extent.combineExtentWith(geometry.boundingBox())
    air = max(extent.width(), extent.height()) * _AIR
    return extent.buffered(air)
