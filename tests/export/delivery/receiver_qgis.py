"""What a receiver without the plugin meets in a delivery: run as a script of its own, with nothing but QGIS.

receiver_qgis.py FILE prints a JSON object: the project inside the file, and each layer dragged in alone.
"""

from __future__ import annotations

import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProject,
    QgsVectorLayer,
)


def main(path):
    app = QgsApplication([], False)
    app.initQgis()
    data = ogr.Open(path)
    names = [data.GetLayer(place).GetName() for place in range(data.GetLayerCount())]
    data = None
    alone = {name: described(QgsVectorLayer(f"{path}|layername={name}", name, "ogr")) for name in names}
    project = QgsProject.instance()
    answer = {"opened": project.read(f"geopackage:{path}?projectName=Strukturbild"), "alone": alone}
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.projectScope(project))
    label = project.readEntry("TitleLabel", "/Label")[0]
    answer["said"] = QgsExpression.replaceExpressionText(label, context)
    answer["shown"] = project.readBoolEntry("TitleLabel", "/Enabled")[0]
    nodes = project.layerTreeRoot().findLayers()
    answer["order"] = [node.name() for node in nodes]
    answer["project"] = {layer.name(): described(layer) for layer in project.mapLayers().values()}
    answer["imported"] = [name for name in sys.modules if name.startswith("strukturbild")]
    print("JSON" + json.dumps(answer))
    project.clear()


def described(layer):
    fields = layer.fields()
    widgets = {field.name(): layer.editorWidgetSetup(place) for place, field in enumerate(fields)}
    columns = layer.attributeTableConfig().columns()
    return {
        "valid": layer.isValid(),
        "rows": layer.featureCount(),
        "spatial": layer.isSpatial(),
        "renderer": layer.renderer().type() if layer.renderer() else "",
        "labels": layer.labelsEnabled(),
        "aliases": {field.name(): field.alias() for field in fields},
        "lists": {
            name: list_of(setup.config()["map"]) for name, setup in widgets.items() if setup.type() == "ValueMap"
        },
        "shown": [column.name for column in columns if not column.hidden and column.name],
        "hidden": [column.name for column in columns if column.hidden and column.name],
    }


def list_of(entries):
    return [word for entry in entries for word in entry] if isinstance(entries, list) else list(entries)


main(sys.argv[1])
