"""The overview map: Sweden, with the area of the sheet marked."""

from __future__ import annotations

import re
from typing import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..basemap.base_data import base_layer
from ..symbol_set import BaseColours
from ..typography.page import PageBox
from ..typography.text_style import TextColours
from ..typography.typeset import place, show

LOCATOR_ID = "orienteringskarta"
_COUNTY_CODE = re.compile(r"\d{2}\Z")
_SEAM = 0.1


def locator_layers(
    counties: Sequence[str], extent: QgsRectangle, text_colours: TextColours, colours: BaseColours
) -> tuple[list[QgsMapLayer], QgsRectangle]:
    """The layers of the overview map of Sweden, top first, and Sweden's extent (EPSG:3006).

    `counties`: two-digit codes of the län that are filled; with none, the frame of `extent` (EPSG:3006) is drawn.
    """
    country = base_layer("lanyta", "Sverige")
    country.setRenderer(_filled(colours.grannlansgrans, text_colours.paper))
    chosen = [kod for kod in counties if _COUNTY_CODE.match(kod)]
    if chosen:
        # Codes are two digits, so they can be written into the condition.
        codes = ", ".join(f"'{kod}'" for kod in chosen)
        marked = base_layer("lanyta", "Området", f"lan_kod IN ({codes})")
        marked.setRenderer(_filled(text_colours.accent, text_colours.accent))
    else:
        marked = _frame(extent, text_colours)
    return [marked, country], country.extent()


def draw_locator(
    layout: QgsPrintLayout, box: PageBox, layers: Sequence[QgsMapLayer], extent: QgsRectangle, crs: str
) -> None:
    """Draw the map of Sweden in `box`."""
    item = QgsLayoutItemMap(layout)
    place(layout, item, box.x, box.y, box.width, box.height, LOCATOR_ID)
    item.setCrs(QgsCoordinateReferenceSystem(crs))
    item.setKeepLayerSet(True)
    item.setLayers(list(layers))
    show(item, box, extent)
    item.setBackgroundEnabled(False)
    item.setFrameEnabled(False)


def _filled(colour: str, seam: str) -> QgsSingleSymbolRenderer:
    return QgsSingleSymbolRenderer(
        QgsFillSymbol.createSimple({"color": colour, "outline_color": seam, "outline_width": str(_SEAM)})
    )


def _frame(extent: QgsRectangle, text_colours: TextColours) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:3006", "Området", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(extent))
    layer.dataProvider().addFeatures([feature])
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": text_colours.accent, "outline_width": "0.5"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer
