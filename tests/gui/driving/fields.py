"""Inside a real QGIS: fields filled in as by hand, and whether anything sticks out of the dock."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QPlainTextEdit


def sideways(dock):
    """What scrolls or sticks out sideways in the dock."""
    found = []
    for area in dock.findChildren(QAbstractScrollArea):
        if area.isVisible() and not isinstance(area, QPlainTextEdit) and area.horizontalScrollBar().maximum() > 0:
            found.append(f"{type(area).__name__} {area.objectName()}")
        inner = getattr(area, "widget", lambda: None)()
        if area.isVisible() and inner is not None and inner.width() > area.viewport().width() + 1:
            found.append(f"{type(inner).__name__} {inner.width()} > {area.viewport().width()}")
    return found


def tab_out(field, text):
    """Write in a field and leave it by the keyboard."""
    field.setFocus()
    field.selectAll()
    field.insertPlainText(text) if isinstance(field, QPlainTextEdit) else field.insert(text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    field.clearFocus()


def pick(field, code):
    """Choose from a list as the mouse would."""
    field.setCurrentIndex(field.findData(code))
    field.activated.emit(field.currentIndex())
