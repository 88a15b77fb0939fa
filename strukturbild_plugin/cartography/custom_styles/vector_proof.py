"""Whether a symbol stays vector in a PDF: it is drawn into one, and the raster images in it are counted."""

from __future__ import annotations

from qgis.core import QgsRenderContext, QgsSymbol
from qgis.PyQt.QtCore import QBuffer, QIODevice, QSize
from qgis.PyQt.QtGui import QPainter, QPdfWriter

_DPI = 150
_PICTURE = b"/Subtype /Image"


def pictures_in(symbol: QgsSymbol) -> int:
    """How many pictures the symbol becomes in a PDF; 0 for one that is all vector."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    painter = QPainter(writer)
    try:
        context = QgsRenderContext.fromQPainter(painter)
        context.setScaleFactor(_DPI / 25.4)
        context.setForceVectorOutput(True)
        symbol.clone().drawPreviewIcon(painter, QSize(300, 300), context)
    finally:
        painter.end()
    return bytes(buffer.data()).count(_PICTURE)
