"""What somebody without the plugin sees: run as a script of its own, with nothing but QGIS.

plain_qgis.py FILE PICTURE.png writes the picture and prints a JSON object.
"""

from __future__ import annotations

import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def main(path: str, picture: str) -> None:
    app = QgsApplication([], False)
    app.initQgis()
    project = QgsProject.instance()
    opened = project.read(f"geopackage:{path}?projectName=Strukturbild")
    answer = {
        "opened": opened,
        "title": project.title(),
        "groups": [group.name() for group in project.layerTreeRoot().findGroups()],
        "hidden_groups": [g.name() for g in project.layerTreeRoot().findGroups() if not g.itemVisibilityChecked()],
        "layers": [_described(layer) for layer in project.mapLayers().values()],
        "labels": _draw(project, picture),
        "drawn": _draw_a_node(project),
        "imported": [name for name in sys.modules if name.startswith("strukturbild")],
    }
    print("JSON" + json.dumps(answer))
    project.clear()


def _described(layer):
    form = layer.editFormConfig()
    fields = layer.fields()
    return {
        "name": layer.name(),
        "valid": layer.isValid(),
        "table": layer.source().split("|layername=")[-1].split("|")[0],
        "subset": layer.subsetString(),
        "private": bool(layer.flags() & layer.Private),
        "renderer": layer.renderer().type() if layer.renderer() else "",
        "labels": layer.labelsEnabled(),
        "rows": layer.featureCount(),
        "tabs": {
            tab.name(): [child.name() for child in tab.children()] for tab in form.tabs() if hasattr(tab, "children")
        },
        "aliases": {field.name(): layer.attributeAlias(index) for index, field in enumerate(fields)},
        "widgets": {field.name(): _widget(layer, index) for index, field in enumerate(fields)},
        "defaults": {field.name(): layer.defaultValueDefinition(i).expression() for i, field in enumerate(fields)},
    }


def _widget(layer, index):
    setup = layer.editorWidgetSetup(index)
    config = setup.config()
    values = [next(iter(entry.values())) for entry in config.get("map", [])] if setup.type() == "ValueMap" else []
    return {
        "type": setup.type(),
        "values": values,
        "table": config.get("LayerName", ""),
        "where": config.get("FilterExpression", ""),
    }


def _draw(project, picture):
    root = project.layerTreeRoot()
    layers = [layer for layer in root.layerOrder() if root.findLayer(layer.id()).isVisible() and layer.isSpatial()]
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(project.crs())
    settings.setExtent(project.viewSettings().defaultViewExtent())
    settings.setOutputSize(QSize(1100, 700))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(picture)
    results = job.takeLabelingResults()
    return sorted(label.labelText for label in results.allLabels()) if results else []


def _draw_a_node(project):
    """Draw a node as the user would: a new feature with the layer's default values, saved."""
    layer = next(
        each for each in project.mapLayers().values() if each.name() == "Noder" and "'111" in each.subsetString()
    )
    layer.startEditing()
    feature = QgsVectorLayerUtils.createFeature(
        layer, QgsGeometry.fromPointXY(QgsPointXY(430000, 6580000)), {}, layer.createExpressionContext()
    )
    feature.geometry().convertToMultiType()
    geometry = feature.geometry()
    geometry.convertToMultiType()
    feature.setGeometry(geometry)
    layer.addFeature(feature)
    saved = layer.commitChanges()
    rows = [dict(zip(row.fields().names(), map(str, row.attributes()))) for row in layer.getFeatures('"namn" IS NULL')]
    return {"saved": saved, "errors": layer.commitErrors(), "rows": rows}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
