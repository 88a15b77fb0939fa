"""A small catalogue, a small strukturbild and ways to draw them, for the tests of the cartography."""

from __future__ import annotations

import itertools
import uuid
from pathlib import Path
from typing import Iterable, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsLabelPosition,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

from strukturbild_plugin import compat
from strukturbild_plugin.catalogue.model import (
    Attribute,
    AttributeGroup,
    Catalogue,
    Choice,
    Layer,
    Level,
    ObjectClass,
    Structure,
    Text,
)
from strukturbild_plugin.store.gpkg.records import Area, Head, ObjectRecord, Picture, Snapshot
from tests.helpers import pixel_bytes

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
EXTENT = QgsRectangle(300_000, 6_500_000, 700_000, 6_800_000)
STATUSES = ("befintlig", "utvecklas", "foreslagen", "reservat")


def _text(sv: str) -> Text:
    return Text(sv, sv)


def _levels(names: Sequence[str], sizes: Sequence[float]) -> tuple[Level, ...]:
    codes = ("storregional", "regional", "delregional", "lokal")
    return tuple(
        Level(codes[place], _text(name), place + 1, size) for place, (name, size) in enumerate(zip(names, sizes))
    )


_EN = ("Storregional", "Regional", "Delregional", "Lokal")
_ETT = ("Storregionalt", "Regionalt", "Delregionalt", "Lokalt")


def klass(
    kod: str,
    namn: str,
    struktur: str,
    lager: dict[str, str],
    ordning: int = 1,
    nivaer: tuple[Level, ...] = (),
    egen: bool = False,
) -> ObjectClass:
    """An object class of the small catalogue."""
    return ObjectClass(kod, _text(namn), _text(namn), struktur, lager, ordning, nivaer, egen=egen)


def small_catalogue(*own: ObjectClass) -> Catalogue:
    """The classes of the product's domain, small: enough to draw each form."""
    attributes = ("namn", "status", "osakerhet", "mot_start", "mot_slut", "riktning")
    line = {"linje": "samband"}
    area = {"yta": "omrade"}
    green = {"yta": "gron_bla_yta"}
    both = {"yta": "gron_bla_yta", "linje": "gron_bla_lank"}
    return Catalogue(
        version="1",
        strukturer=tuple(Structure(kod, _text(kod), kod) for kod in "BKGA"),
        lager=(
            Layer("nod", "punkt", _text("Noder")),
            Layer("strak", "linje", _text("Stråk"), ("mot_start", "mot_slut")),
            Layer("samband", "linje", _text("Samband"), ("riktning",)),
            Layer("gron_bla_yta", "yta", _text("Grön yta")),
            Layer("gron_bla_lank", "linje", _text("Grön länk")),
            Layer("gransbygd", "yta", _text("Gränsbygd")),
            Layer("omrade", "yta", _text("Område")),
            Layer("barriar", "linje", _text("Barriär")),
        ),
        grupper=(AttributeGroup("allmant", _text("Allmänt")),),
        attribut={kod: Attribute(kod, _text(kod), "text", "allmant", _text("")) for kod in attributes},
        gemensamma=("namn", "status", "osakerhet"),
        listor={
            "status": tuple(
                Choice(kod, _text(namn))
                for kod, namn in zip(STATUSES, ("Befintlig", "Utvecklas", "Föreslagen", "Reservat"))
            )
        },
        klasser=(
            klass("nod", "Nod", "B", {"punkt": "nod"}, 1, _levels(_EN, (7.0, 5.0, 3.6, 2.6))),
            klass("landsbygdsnod", "Landsbygdsnod", "B", {"punkt": "nod"}, 2),
            klass("bebyggelselage", "Bebyggelseläge", "B", area, 3, _levels(("Strategiskt", "Primärt"), (0, 0))),
            klass("omland", "Omland", "B", area, 4),
            klass("strak", "Stråk", "K", {"linje": "strak"}, 1, _levels(_ETT[:3], (6.0, 4.0, 2.6))),
            klass("samband", "Funktionellt samband", "K", line, 2, _levels(_ETT[:2], (1.1, 0.7))),
            klass("tvarforbindelse", "Tvärförbindelse", "K", line, 3),
            klass("bytespunkt", "Bytespunkt", "K", {"punkt": "nod"}, 4, _levels(_EN[:3], (4.4, 3.6, 2.8))),
            klass("barriar", "Barriär", "K", {"linje": "barriar", "yta": "omrade"}, 5),
            klass("gron_vardekarna", "Grön värdekärna", "G", green, 1),
            klass("gron_kil", "Grön kil", "G", green, 2),
            klass("vardetrakt", "Värdetrakt", "G", green, 3),
            klass("gron_samband", "Grönt samband", "G", both, 4),
            klass("bla_struktur", "Blå struktur", "G", both, 5),
            klass("gransbygd", "Gränsbygd", "A", {"yta": "gransbygd"}, 1),
            klass("landsbygd", "Landsbygd", "A", area, 2),
            klass("verksamhet", "Område för näringsliv", "A", {"yta": "omrade", "punkt": "nod"}, 3),
            klass("delregion", "Delregion", "A", area, 4),
            *own,
        ),
    )


def objekt(
    lager: str, klass_kod: str, wkt: str, namn: str = "", niva: str = "", status: str = "befintlig", **attribut: str
) -> ObjectRecord:
    """One object from WKT in EPSG:3006."""
    geometry = QgsGeometry.fromWkt(wkt)
    geometry.convertToMultiType()
    osakerhet = attribut.pop("osakerhet", "")
    return ObjectRecord(
        str(uuid.uuid5(uuid.NAMESPACE_OID, f"{lager}{klass_kod}{wkt}{namn}{status}")),
        lager, klass_kod, "b1", namn, niva, "", (), status, osakerhet, bytes(geometry.asWkb()), attribut=attribut,
    )  # fmt: skip


def snapshot(objects: Iterable[ObjectRecord], catalogue: Catalogue | None = None) -> Snapshot:
    """A snapshot with one picture, 'b1'."""
    head = Head("s1", "Prov", ("17", "18"), "", "", "malbild", "1", "tryck", "sv", "2026-01-01T00:00:00Z")
    picture = Picture("b1", "Målbild", "malbild", "regional", 2040, "", "utkast", "", "", 1)
    area = Area("17", "Värmland", bytes(QgsGeometry.fromRect(EXTENT).asWkb()))
    return Snapshot(head, catalogue or small_catalogue(), (picture,), tuple(objects), (area,), (), (), (), ())


def _job(layers: Sequence[QgsMapLayer], extent: QgsRectangle, width: int, dpi: int) -> QgsMapRendererSequentialJob:
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    settings.setExtent(extent)
    settings.setOutputDpi(dpi)
    settings.setOutputSize(QSize(width, round(width * extent.height() / extent.width())))
    settings.setBackgroundColor(QColor("#ffffff"))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job


def draw(layers: Sequence[QgsMapLayer], extent: QgsRectangle = EXTENT, width: int = 900, dpi: int = 96) -> QImage:
    """The layers (top first) as a picture on white."""
    return _job(layers, extent, width, dpi).renderedImage()


def placed_labels(
    layers: Sequence[QgsMapLayer], extent: QgsRectangle = EXTENT, width: int = 900, dpi: int = 96
) -> list[QgsLabelPosition]:
    """The labels that found a place."""
    results = _job(layers, extent, width, dpi).takeLabelingResults()
    return [label for label in results.allLabels() if not label.isUnplaced]


def print_pdf(
    layers: Sequence[QgsMapLayer], path: Path, extent: QgsRectangle = EXTENT, png: Path | None = None
) -> Path:
    """The layers on an A3 sheet, as a PDF with live text."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(420, 297, MM))
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(10, 10, MM))
    item.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    item.setKeepLayerSet(True)
    item.setLayers(list(layers))
    item.attemptResize(QgsLayoutSize(400, 277, MM))
    item.setExtent(extent)
    item.attemptResize(QgsLayoutSize(400, 277, MM))
    item.zoomToExtent(extent)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.forceVectorOutput = True
    settings.textRenderFormat = compat.TEXT_AS_TEXT
    exporter = QgsLayoutExporter(layout)
    result = exporter.exportToPdf(str(path), settings)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise RuntimeError(exporter.errorMessage())
    if png is not None:
        image = QgsLayoutExporter.ImageExportSettings()
        image.dpi = 120
        QgsLayoutExporter(layout).exportToImage(str(png), image)
    return path


def layer_of(layers: Sequence[QgsVectorLayer], kod: str) -> QgsVectorLayer:
    """The layer of a table among those of a picture."""
    return next(layer for layer in layers if layer.customProperty("strukturbild/lager") == kod)


def differing(one: QImage, other: QImage, enough: int | None = None) -> int:
    """How many pixels differ clearly; counted no further than to `enough`."""
    a, b = (memoryview(pixel_bytes(image, QImage.Format.Format_RGB32)).cast("I") for image in (one, other))
    unlike = ((x, y) for x, y in zip(a, b) if x != y)
    clearly = (1 for x, y in unlike if sum(abs((x >> bits & 255) - (y >> bits & 255)) for bits in (0, 8, 16)) > 24)
    return sum(itertools.islice(clearly, enough))
