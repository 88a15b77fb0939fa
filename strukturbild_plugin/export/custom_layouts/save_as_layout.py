"""Saves a drawn sheet, perhaps changed by hand, as a layout that can be filled again.

A legend is drawn as many small items; in a layout to keep, one box stands where they stood. The same for the goals, the
scale bar, the north arrow and the logos. Everything else is kept as it is.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Callable, Sequence

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QFont

from ...cartography.layout.sheet_texts import NOTE_LINE
from ...cartography.typography.fonts import load_fonts
from ...cartography.typography.typeset import place
from ...errors import ExportError
from ...i18n import tr
from .clean_layout import clean_layout
from .fill_layout import ARROW, GOALS, LEGEND, LOGO, MAP, NOTES, SCALE_BAR, load_layout

_SCALE_PT, _TICK_MM = 8.0, 1.8
_SCALE_BAR_MM = 60.0
_BLANK = {"color": "0,0,0,0", "style": "no", "outline_style": "no"}

_MARKERS = re.compile(
    r'<LayoutItem (?=[^>]*type="65653")(?=[^>]*id="teckenforklaring )[^>]*>.*?</LayoutItem>', re.DOTALL
)
_CONTINUED = re.compile("(overrad|titel|underrad|utgava|sida|linje|tabell|lista|teckenforklaring)( .*)?")
"""What stands on a page that goes on from the first."""
_HEADINGS = {"teckenforklaring": "teckenforklaring_rubrik", "lista": "mal_rubrik"}
"""Labels that are the heading of what is drawn under them."""


def layout_file(layout: QgsPrintLayout, name: str) -> bytes:
    """The layout as a QPT file that can be filled again, clean of everything that does not belong in one.

    The layout given is not changed. Raises ExportError when QGIS cannot save it or it has no map.
    """
    clean = clean_layout(_saved(layout, name), name)
    # Markers of a layout that was loaded come without their own type in 3.22, so they are taken out before.
    copy = load_layout(replace(clean, xml=_MARKERS.sub("", clean.xml)))
    _drop_continued_pages(copy)
    items = [item for item in copy.items() if isinstance(item, QgsLayoutItem)]
    items = [item for item in items if not isinstance(item, QgsLayoutItemPage)]
    if not any(isinstance(item, QgsLayoutItemMap) and item.id() == MAP for item in items):
        raise ExportError(tr("Layouten har ingen karta med namnet ”karta”, så den går inte att använda igen."))
    for item in items:
        if isinstance(item, QgsLayoutItemLabel) and item.id() in _HEADINGS:
            item.setId(_HEADINGS[item.id()])
    for wanted, belongs, make in _FAMILIES:
        family = [item for item in items if belongs(item.id()) and item.id() not in _HEADINGS.values()]
        own = [item for item in items if item.id() == wanted and item not in family]
        if family and own:  # drawn in a box of the user's own, which stays
            for item in family:
                copy.removeLayoutItem(item)
        elif family and not (len(family) == 1 and family[0].id() == wanted):
            _replace(copy, family, wanted, make)
    for name_of_text in ("utgava", "ingress"):
        _join(copy, [one for one in items if one.id() == name_of_text and isinstance(one, QgsLayoutItemLabel)])
    for item in items:
        if isinstance(item, QgsLayoutItemScaleBar) and item.layout() is not None:
            # Of a map without a place on earth it is as long as a country; it is reckoned again when the map is filled.
            item.setUnitsPerSegment(item.unitsPerSegment() * _SCALE_BAR_MM / max(item.rect().width(), _SCALE_BAR_MM))
            item.setLinkedMap(None)
            item.resizeToMinimumWidth()
    return _saved(copy, name)


def _drop_continued_pages(layout: QgsPrintLayout) -> None:
    """A page that only goes on from the first, with nothing of the user's own, is made anew when it is needed."""
    collection = layout.pageCollection()
    items = [one for one in layout.items() if isinstance(one, QgsLayoutItem) and not isinstance(one, QgsLayoutItemPage)]
    for number in range(collection.pageCount() - 1, 0, -1):
        here = [item for item in items if item.page() == number]
        if all(_CONTINUED.fullmatch(item.id()) for item in here):
            for item in here:
                layout.removeLayoutItem(item)
            collection.deletePage(number)


def _saved(layout: QgsPrintLayout, name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "layout.qpt"
        if not layout.saveAsTemplate(str(file), QgsReadWriteContext()):
            raise ExportError(tr("Layouten {namn} gick inte att spara.").format(namn=name))
        return file.read_bytes()


def _replace(
    layout: QgsPrintLayout,
    family: Sequence[QgsLayoutItem],
    name: str,
    make: Callable[[QgsPrintLayout], QgsLayoutItem],
) -> None:
    box = _around(family)
    lowest = min(item.zValue() for item in family)
    for item in family:
        layout.removeLayoutItem(item)
    box_item = make(layout)
    place(layout, box_item, box.x(), box.y(), box.width(), box.height(), name)
    box_item.setZValue(lowest)


def _join(layout: QgsPrintLayout, labels: Sequence[QgsLayoutItemLabel]) -> None:
    """One label where there were several lines, each a label: the top one, as large as all."""
    if len(labels) < 2:
        return
    box = _around(labels)
    first, *others = sorted(labels, key=lambda item: (item.scenePos().y(), item.scenePos().x()))
    for item in others:
        layout.removeLayoutItem(item)
    first.attemptMove(QgsLayoutPoint(box.x(), box.y()))
    first.attemptResize(QgsLayoutSize(box.width(), box.height()))


def _around(items: Sequence[QgsLayoutItem]) -> QRectF:
    box = QRectF()
    for item in items:
        box = box.united(item.mapRectToScene(item.rect()))
    return box


def _scale_bar(layout: QgsPrintLayout) -> QgsLayoutItem:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Line Ticks Up")
    text = bar.textFormat()
    text.setFont(QFont(load_fonts()))
    text.setSize(_SCALE_PT)
    bar.setTextFormat(text)
    bar.setHeight(_TICK_MM)
    bar.setLabelBarSpace(0.8)
    bar.setBoxContentSpace(0.0)
    return bar


def _blank_box(layout: QgsPrintLayout) -> QgsLayoutItem:
    """A box that does not show: whoever wants to see its edge gives it one."""
    shape = QgsLayoutItemShape(layout)
    shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    shape.setSymbol(QgsFillSymbol.createSimple(_BLANK))
    return shape


_FAMILIES: tuple[tuple[str, Callable[[str], bool], Callable[[QgsPrintLayout], QgsLayoutItem]], ...] = (
    (LEGEND, lambda name: name.startswith("teckenforklaring "), _blank_box),
    (GOALS, lambda name: name.startswith("lista "), _blank_box),
    (NOTES, lambda name: name in (NOTES, NOTE_LINE), _blank_box),
    (SCALE_BAR, lambda name: name == SCALE_BAR, _scale_bar),
    (ARROW, lambda name: name in (ARROW, "norr"), QgsLayoutItemPicture),
    (LOGO, lambda name: name.startswith(f"{LOGO} "), _blank_box),
)
"""What a family becomes, which ids belong to it, and the item that takes its place."""
