"""The overview map: Sweden, with the area of the sheet marked, and its neighbours when the area is partly theirs."""

from __future__ import annotations

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

from ...region_codes import COUNTRIES, REGION_CODE, SWEDEN, country_of
from ..basemap.base_data import base_layer
from ..symbol_set import BaseColours
from ..typography.page import PageBox
from ..typography.text_style import TextColours
from ..typography.typeset import place, show

LOCATOR_ID = "orienteringskarta"
_SEAM = 0.1


def locator_layers(
    counties: Sequence[str], extent: QgsRectangle, text_colours: TextColours, colours: BaseColours
) -> tuple[list[QgsMapLayer], QgsRectangle]:
    """The layers of the overview map, top first, and its extent (EPSG:3006): the countries that the areas lie in, or
    Sweden.

    `counties`: codes of the areas that are filled (`region_codes`); with none, the frame of `extent` (EPSG:3006) is
    drawn.
    """
    chosen = [kod for kod in counties if REGION_CODE.fullmatch(kod)]
    marked, shown = [], []
    for land in [one for one in COUNTRIES if any(country_of(kod) == one for kod in chosen)] or COUNTRIES[:1]:
        here = [kod for kod in chosen if country_of(kod) == land]
        table, column = ("lanyta", "lan_kod") if land == SWEDEN else ("grannregioner", "kod")
        shown.append(base_layer(table, land, "" if land == SWEDEN else f"kod LIKE '{land}-%'"))
        shown[-1].setRenderer(_filled(colours.grannlansgrans, text_colours.paper))
        if here:
            # Codes have the form of codes, so they can be written into the condition.
            codes = ", ".join(f"'{kod}'" for kod in here)
            marked.append(base_layer(table, "Området", f"{column} IN ({codes})"))
            marked[-1].setRenderer(_filled(text_colours.accent, text_colours.accent))
    whole = shown[0].extent()
    for layer in shown[1:]:
        whole.combineExtentWith(layer.extent())
    return [*(marked or [_frame(extent, text_colours)]), *shown], whole


def draw_locator(
    layout: QgsPrintLayout, box: PageBox, layers: Sequence[QgsMapLayer], extent: QgsRectangle, crs: str
) -> None:
    """Draw the overview map in `box`."""
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
