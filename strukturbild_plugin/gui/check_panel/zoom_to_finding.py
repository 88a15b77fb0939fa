"""From a finding to its object on the map."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsRectangle, QgsVectorLayer
from qgis.gui import QgisInterface

from ..map_coordinates import zoom_to
from ..session.open_document import OpenDocument
from ..session.picture_themes import PictureThemes

POINT_VIEW_M = 6000.0
"""Half the width shown around a point, in metres."""


def find_object(opened: OpenDocument, objekt_id: str, table: str = "") -> tuple[QgsVectorLayer, QgsFeature] | None:
    """The layer and the feature of an object, in edit buffers too; None when it is gone."""
    wanted = QgsExpression.createFieldEqualityExpression("objekt_id", objekt_id)
    for layer in opened.layers():
        if (table and table_mismatch(layer, table)) or layer.fields().indexOf("objekt_id") < 0 or not layer.isSpatial():
            continue
        feature = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(wanted)), None)
        if feature is not None:
            return layer, feature
    return None


def table_mismatch(layer: QgsVectorLayer, table: str) -> bool:
    """Whether `layer` shows another table."""
    from ..session.open_document import table_of

    return table_of(layer) != table


def show_object(
    iface: QgisInterface, pictures: PictureThemes, opened: OpenDocument, layer: QgsVectorLayer, feature: QgsFeature
) -> None:
    """Select it in the picture it is in, go there and let it flash."""
    if feature.fields().indexOf("bild_id") >= 0:
        pictures.show_picture_of(str(feature["bild_id"] or ""))
    for other in opened.layers():
        if other.isSpatial():
            other.removeSelection()
    layer.selectByIds([feature.id()])
    iface.setActiveLayer(layer)
    canvas = iface.mapCanvas()
    if feature.hasGeometry() and not feature.geometry().isEmpty():
        box = QgsRectangle(feature.geometry().boundingBox())
        if max(box.width(), box.height()) < POINT_VIEW_M:
            box = box.buffered(POINT_VIEW_M)
        else:
            box.scale(1.3)
        zoom_to(canvas, box)
        canvas.flashFeatureIds(layer, [feature.id()])


def open_form(iface: QgisInterface, layer: QgsVectorLayer, feature: QgsFeature) -> None:
    """Open its form."""
    iface.openFeatureForm(layer, feature)
