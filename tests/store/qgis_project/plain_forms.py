"""QGIS's own forms as somebody without the plugin meets them: run as a script of its own, with nothing but QGIS.

plain_forms.py FILE JSON loads one layer at a time into an empty project, with the style that lies in the file. JSON is
{table: {"rows": N, "write": {column: words}}}: the forms of the first N rows are opened, the words chosen in those
fields (or written into them), OK, and all is saved. Prints a JSON object.
"""

from __future__ import annotations

import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsAttributeDialog, QgsGui
from qgis.PyQt.QtCore import QDate, QDateTime, QLocale
from qgis.PyQt.QtWidgets import QComboBox, QDateTimeEdit, QLineEdit, QPlainTextEdit

FIELDS = (QComboBox, QLineEdit, QPlainTextEdit, QDateTimeEdit)


def main(path: str, wanted: dict) -> None:
    QLocale.setDefault(QLocale("sv_SE"))
    app = QgsApplication([], True)
    app.initQgis()
    QgsGui.editorWidgetRegistry().initEditors()
    answer = {table: _edit(path, table, what["rows"], what["write"]) for table, what in wanted.items()}
    answer["imported"] = [name for name in sys.modules if name.startswith("strukturbild")]
    print("JSON" + json.dumps(answer))


def _edit(path, table, most, words):
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    shown = []
    for feature in sorted(layer.getFeatures(), key=lambda feature: feature.id())[:most]:
        dialog = QgsAttributeDialog(layer, feature, False)
        there = {one.objectName(): one for kind in FIELDS for one in dialog.findChildren(kind) if one.objectName()}
        shown.append({name: one.currentText() for name, one in there.items() if isinstance(one, QComboBox)})
        for column, said in words.items():
            _put(there[column], said)
        dialog.accept()
    answer = {"saved": layer.commitChanges(), "errors": layer.commitErrors(), "shown": shown}
    QgsProject.instance().clear()
    return answer


def _put(field, said):
    if isinstance(field, QComboBox):
        assert field.findText(said) >= 0, (field.objectName(), said)
        field.setCurrentIndex(field.findText(said))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(said)
    elif isinstance(field, QDateTimeEdit):
        field.setDateTime(QDateTime(QDate.fromString(said, "yyyy-MM-dd")))
    else:
        field.setText(said)


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
