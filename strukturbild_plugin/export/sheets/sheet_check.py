"""The check of a composed sheet before it is printed: maps that show something, texts that have room, on the page."""

from __future__ import annotations

from typing import Iterator

from qgis.core import (
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QFont, QFontMetricsF

from ...cartography.layout.logos import LOGO_ID
from ...cartography.typography.typeset import POINT_MM
from ...i18n import tr

_TOLERANCE_MM = 0.6
"""What a box may lack: QGIS reckons the height of a line a little differently from version to version."""
_MAX_SHOWN = 40
_MEASURE_PX = 200


def sheet_problems(layout: QgsLayout) -> tuple[str, ...]:
    """Everything that would come out wrong, as sentences that say which item and what to do."""
    found: list[str] = []
    maps = 0
    for item in layout.items():
        if not isinstance(item, QgsLayoutItem) or isinstance(item, QgsLayoutItemPage) or not item.isVisible():
            continue
        if isinstance(item, QgsLayoutItemMap):
            maps += 1
            found.extend(_map_problems(item))
        elif isinstance(item, QgsLayoutItemLabel):
            found.extend(_label_problems(item))
        elif isinstance(item, QgsLayoutItemLegend):
            found.extend(_legend_problems(item))
    if not maps:
        found.append(tr("Kartbladet har ingen karta. Lägg till en karta i layouten."))
    return tuple(found)


def raster_pictures(layout: QgsLayout, own: bool = False) -> int:
    """How many pictures of dots there may be: the logos, and in a layout of the user's own every picture it carries."""
    pictures = (item for item in layout.items() if isinstance(item, QgsLayoutItemPicture) and item.isVisible())
    return sum(
        1
        for item in pictures
        if (own or item.id().startswith(LOGO_ID))
        and item.picturePath()
        and item.mode() != QgsLayoutItemPicture.Format.FormatSVG
    )


def _map_problems(item: QgsLayoutItemMap) -> Iterator[str]:
    extent = item.extent()
    if not extent.isFinite() or extent.isEmpty():
        yield tr("Kartan ”{namn}” har inget område att visa.").format(namn=item.id())
    elif not any(layer.isValid() for layer in item.layers()):
        yield tr("Kartan ”{namn}” är tom: den har inga lager.").format(namn=item.id())
    if not _on_page(item, QRectF(0, 0, item.rect().width(), item.rect().height()), reach=True):
        yield tr("Kartan ”{namn}” ligger utanför sidan.").format(namn=item.id())


def _label_problems(item: QgsLayoutItemLabel) -> Iterator[str]:
    text = item.currentText().strip()
    if not text:
        return
    shown = text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN].rstrip() + "…"
    has = item.rect()
    lines, widest = _broken(item, text, has.width() - 2 * item.marginX() + _TOLERANCE_MM)
    paragraphs = text.count("\n") + 1
    height = item.sizeForText().height() * lines / paragraphs
    if height > has.height() + _TOLERANCE_MM or widest > has.width() + _TOLERANCE_MM:
        yield tr("Texten ”{text}” får inte plats i sin ruta ”{ruta}”. Gör rutan större eller texten kortare.").format(
            text=shown, ruta=item.id() or item.displayName()
        )
    if not _on_page(item, _text_box(item)):
        yield tr("Texten ”{text}” hamnade utanför sidan. Flytta rutan ”{ruta}”.").format(
            text=shown, ruta=item.id() or item.displayName()
        )


def _broken(item: QgsLayoutItemLabel, text: str, width: float) -> tuple[int, float]:
    """How many lines the text takes when the label breaks them at `width` mm, and the width of its widest word."""
    font = QFont(item.font())
    points = font.pointSizeF()
    font.setPixelSize(_MEASURE_PX)
    metrics = QFontMetricsF(font)
    share = points * POINT_MM / _MEASURE_PX
    lines, widest = 0, 0.0
    for paragraph in text.splitlines():
        lines += 1
        used = 0.0
        for word in paragraph.split():
            wide = metrics.horizontalAdvance(word) * share
            blank = metrics.horizontalAdvance(" ") * share if used else 0.0
            widest = max(widest, wide)
            if used and used + blank + wide > width:
                lines, used = lines + 1, wide
            else:
                used += blank + wide
    return lines, widest


def _text_box(item: QgsLayoutItemLabel) -> QRectF:
    """Where the text itself stands within its box, which may well be wider than the page."""
    needs, has = item.sizeForText(), item.rect()
    width, height = min(needs.width(), has.width()), min(needs.height(), has.height())
    spare = {Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}.get(item.hAlign(), 0.0)
    fall = {Qt.AlignmentFlag.AlignVCenter: 0.5, Qt.AlignmentFlag.AlignBottom: 1.0}.get(item.vAlign(), 0.0)
    return QRectF((has.width() - width) * spare, (has.height() - height) * fall, width, height)


def _legend_problems(item: QgsLayoutItemLegend) -> Iterator[str]:
    item.adjustBoxSize()
    if not _on_page(item, QRectF(0, 0, item.rect().width(), item.rect().height())):
        yield tr("Teckenförklaringen ”{ruta}” får inte plats på sidan. Ge den fler spalter eller flytta den.").format(
            ruta=item.id() or item.displayName()
        )


def _on_page(item: QgsLayoutItem, box: QRectF, reach: bool = False) -> bool:
    """Whether the item's box lies on a page; with `reach`, whether it touches one."""
    here = item.mapRectToScene(box)
    pages = item.layout().pageCollection()
    for number in range(pages.pageCount()):
        sheet = pages.page(number)
        page = sheet.mapRectToScene(sheet.rect()).adjusted(-_TOLERANCE_MM, -_TOLERANCE_MM, _TOLERANCE_MM, _TOLERANCE_MM)
        if page.intersects(here) if reach else page.contains(here):
            return True
    return False
