"""What layers looked like before the look of the strukturbild was changed, styles made by hand among it.

A symbol set or an own style is worked out anew when it is put on; a style somebody has made by hand in QGIS is nowhere
but on its layer. So what is taken off is kept for each place in the undo stack, and undo puts back that very thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsAbstractVectorLayerLabeling, QgsFeatureRenderer, QgsVectorLayer
from qgis.PyQt.QtGui import QPainter


@dataclass(frozen=True)
class LayerStyleState:
    """Symbols and names of one layer."""

    renderer: QgsFeatureRenderer
    labeling: Optional[QgsAbstractVectorLayerLabeling]
    labelled: bool
    opacity: float
    blend: QPainter.CompositionMode
    feature_blend: QPainter.CompositionMode

    def apply(self, layer: QgsVectorLayer) -> None:
        """Let the layer look so again."""
        layer.setRenderer(self.renderer.clone())
        layer.setLabeling(self.labeling.clone() if self.labeling is not None else None)
        layer.setLabelsEnabled(self.labelled)
        layer.setOpacity(self.opacity)
        layer.setBlendMode(self.blend)
        layer.setFeatureBlendMode(self.feature_blend)
        layer.triggerRepaint()


LayerStyles = Mapping[str, LayerStyleState]
"""Layer id -> what it wears."""


def styles_of(layers: Iterable[QgsVectorLayer]) -> LayerStyles:
    """What the layers wear now (6 ms a layer)."""
    return {layer.id(): _worn(layer) for layer in layers if layer.renderer() is not None}


def restore_styles(styles: LayerStyles, layers: Iterable[QgsVectorLayer]) -> None:
    """Let the layers wear that again; one that was not there then keeps what it has."""
    for layer in layers:
        if layer.id() in styles:
            styles[layer.id()].apply(layer)


class StyleHistory:
    """The looks by place in the undo stack of the layer that the changes are steps of."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """The stack was emptied, or another strukturbild is opened."""
        self._styles: dict[int, LayerStyles] = {}
        self._at = 0
        self._again: LayerStyles | None = None
        self.last: LayerStyles = {}
        """What was taken off last."""

    def set_place(self, place: int) -> None:
        """The stack stands here, and the look was not changed."""
        if place != self._at:
            self._at, self._again = place, None

    def change(self, place: int, layers: Iterable[QgsVectorLayer], anew: bool) -> LayerStyles | None:
        """The look is about to be changed, and the stack stands here now; gives what was worn here before, if it was.

        `anew`: a new step was done, so what could be done again is gone. A change while the stack stands still belongs
        to the one before it: the words of a profile come after its colours.
        """
        if place == self._at:
            return self._again
        self._styles[self._at] = self.last = styles_of(layers)
        if anew:
            self._styles = {at: styles for at, styles in self._styles.items() if at <= self._at}
        self._at = place
        self._again = None if anew else self._styles.get(place)
        return self._again


def _worn(layer: QgsVectorLayer) -> LayerStyleState:
    labeling = layer.labeling()
    return LayerStyleState(
        layer.renderer().clone(),
        labeling.clone() if labeling is not None else None,
        layer.labelsEnabled(),
        layer.opacity(),
        layer.blendMode(),
        layer.featureBlendMode(),
    )
