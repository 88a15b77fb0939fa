"""A page as QGIS prints it, and what it should hold."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
)
from qgis.PyQt.QtGui import QFont

from strukturbild_plugin import compat
from strukturbild_plugin.cartography.typography.fonts import load_fonts
from strukturbild_plugin.export.sheet_facts import SheetFacts
from strukturbild_plugin.export.stamp import EditionStamp

STAMP = EditionStamp(3, "2026-11-20", "remiss", "Remiss", "a1b2c3d4e5f6" + "07" * 26)
SAID = ("Strukturbild för Värmland", f"Fingeravtryck {STAMP.short}", "Åmål", "Säffle", "Regionalt stråk")
WANTED = SheetFacts(SAID[0], STAMP, 420, 297, ("Åmål", "Säffle"), ("Regionalt stråk",), "Lato")


def sheet(path: Path, said=SAID, size=(420, 297), picture: Path | None = None, family="") -> Path:
    """A page as QGIS prints it."""
    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(*size))
    font = QFont(family or load_fonts(), 12)
    compat.space_letters(font, 100.1)
    for place, text in enumerate(said):
        label = QgsLayoutItemLabel(layout)
        label.setText(text)
        label.setFont(font)
        layout.addLayoutItem(label)
        label.attemptMove(QgsLayoutPoint(10, 10 + 12 * place))
        label.attemptResize(QgsLayoutSize(150, 10))
    if picture:
        item = QgsLayoutItemPicture(layout)
        item.setPicturePath(str(picture))
        layout.addLayoutItem(item)
        item.attemptResize(QgsLayoutSize(50, 50))
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = compat.TEXT_AS_TEXT
    settings.forceVectorOutput = True
    QgsLayoutExporter(layout).exportToPdf(str(path), settings)
    return path
