"""One mark for each comment: the layer's own symbols are not drawn on a map that shows speech bubbles.

The map says so in a variable, and the symbols ask for it. So nothing is hidden where the plugin is not: in a project
that is opened without it, on a print, in another program.
"""

from __future__ import annotations

from qgis.core import QgsRenderContext, QgsVectorLayer
from qgis.gui import QgsMapCanvas

from ..session.restyling import restyling

BUBBLES_SHOWN = "strukturbild_kommentarer_visas"
"""The variable: true on a map with speech bubbles."""
_UNLESS_SHOWN = f"@{BUBBLES_SHOWN} IS NULL"


def tell_map(canvas: QgsMapCanvas, shown: bool) -> None:
    """Let the map say that it shows speech bubbles, or no longer."""
    scope = canvas.expressionContextScope()
    if shown:
        scope.setVariable(BUBBLES_SHOWN, True)
    else:
        scope.removeVariable(BUBBLES_SHOWN)
    canvas.setExpressionContextScope(scope)


def let_bubbles_stand_for(layer: QgsVectorLayer) -> None:
    """From now on draw the symbols of `layer` only where there are no bubbles, but for those that have a condition."""
    from ... import compat
    from ...cartography.symbols.symbol_layers import only_when  # not at QGIS's start

    renderer = layer.renderer()
    if renderer is None:
        return
    with restyling():
        for symbol in renderer.symbols(QgsRenderContext()):
            for part in symbol.symbolLayers():
                if not part.dataDefinedProperties().isActive(compat.LAYER_ENABLED):
                    only_when(part, _UNLESS_SHOWN)
    layer.triggerRepaint()
