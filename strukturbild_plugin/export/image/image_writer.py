"""Writes a page of a sheet as a PNG of exact pixel size, and checks it afterwards."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLayout, QgsLayoutExporter
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage

from ...errors import ExportError
from ...i18n import tr
from ..stamp import EditionStamp
from .png_stamp import read_png_stamp

SLIDE_PAPER, SLIDE_SIZE_PX = "bild16x9", (1920, 1080)
DEFAULT_WIDTH_PX = 2400
WIDTHS_PX = (1200, 1600, 2400, 3840)
"""Widths offered: a column of text, a page, a large screen, a screen of 4K. Any from 400 to 12000 is taken."""
_MIN_WIDTH_PX, _MAX_WIDTH_PX, _MAX_HEIGHT_PX = 400, 12000, 16000
_SAMPLE_PX, _MIN_COLOURS = 96, 8
"""A map scaled to 96 pixels has hundreds of colours; an empty sheet has one or two."""


def picture_size(layout: QgsLayout, page: int, width: int) -> tuple[int, int]:
    """Width and height in pixels of a page drawn `width` wide. ExportError when that is no usable width."""
    rect = layout.pageCollection().page(page).rect()
    height = round(width * rect.height() / rect.width())
    if not _MIN_WIDTH_PX <= width <= _MAX_WIDTH_PX or height > _MAX_HEIGHT_PX:
        raise ExportError(
            tr("Bilden kan inte göras {bredd} pixlar bred. Välj en bredd från {minst} till {mest}.").format(
                bredd=width, minst=_MIN_WIDTH_PX, mest=_MAX_WIDTH_PX
            )
        )
    return width, height


def write_picture(layout: QgsLayout, page: int, path: Path, size: tuple[int, int]) -> None:
    """Draw a page (from 0) as a PNG of `size` pixels. ExportError when it cannot be written."""
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.pages = [page]
    settings.imageSize = QSize(*size)
    settings.dpi = size[0] / layout.pageCollection().page(page).rect().width() * 25.4
    settings.exportMetadata = False
    settings.generateWorldFile = False
    exporter = QgsLayoutExporter(layout)
    done = exporter.exportToImage(str(path), settings)
    written = path if page == 0 else path.with_name(f"{path.stem}_{page + 1}{path.suffix}")
    if done != QgsLayoutExporter.ExportResult.Success or not written.is_file():
        raise ExportError(tr("Bilden kunde inte skrivas till {path}. Finns det plats på disken?").format(path=path))
    if written != path:
        written.replace(path)


def picture_problems(path: Path, stamp: EditionStamp, size: tuple[int, int] | None = None) -> tuple[str, ...]:
    """Everything that is wrong with a finished picture, as sentences."""
    image = QImage(str(path))
    if image.isNull():
        return (tr("Bilden {namn} går inte att läsa.").format(namn=path.name),)
    found = []
    if size and (image.width(), image.height()) != size:
        found.append(
            tr("Bilden {namn} är {b} × {h} pixlar i stället för {wb} × {wh}.").format(
                namn=path.name, b=image.width(), h=image.height(), wb=size[0], wh=size[1]
            )
        )
    if _is_blank(image):
        found.append(tr("Bilden {namn} blev tom.").format(namn=path.name))
    found_stamp = read_png_stamp(path)
    if found_stamp is None or (found_stamp.nummer, found_stamp.fingeravtryck) != (stamp.nummer, stamp.fingeravtryck):
        found.append(tr("Bilden {namn} saknar utgåvans stämpel.").format(namn=path.name))
    return tuple(found)


def _is_blank(image: QImage) -> bool:
    small = image.scaled(
        _SAMPLE_PX, _SAMPLE_PX, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    colours = {small.pixel(x, y) for x in range(_SAMPLE_PX) for y in range(_SAMPLE_PX)}
    return len(colours) < _MIN_COLOURS
