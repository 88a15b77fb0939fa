"""Map text: the typeface in its few sizes, with a paper-coloured halo. Live text in a PDF; the halo stays vector."""

from __future__ import annotations

from qgis.core import QgsPalLayerSettings, QgsTextBufferSettings, QgsTextFormat
from qgis.PyQt.QtGui import QColor, QFont

from ... import compat
from ..symbol_set import LabelStyle, SymbolSet
from ..symbol_sets.contrast import HALO_OPACITY
from ..symbols.symbol_layers import data_defined
from ..typography.fonts import load_fonts

_LOOSE = 0.02


def text_format(
    symbols: SymbolSet, style: LabelStyle, colour: str, halo: float | None = None, spacing: float = 0.0
) -> QgsTextFormat:
    """Text in the set's typeface; `halo` in mm, else the set's own, 0 for none; letters `spacing` points apart."""
    font = QFont(_family(symbols))
    font.setBold(style.fet)
    font.setItalic(style.kursiv)
    # Lato joins "tt" and "ti" to one sign, which a PDF's reader then cannot find as two letters. Any spacing at all
    # keeps them apart. Only absolute spacing will do: QGIS 3.22 draws text with spacing in per cent as nothing.
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _LOOSE + spacing)
    text = QgsTextFormat()
    text.setFont(font)
    # QGIS keeps the face by name and lets it win over bold and italic; the shipped typeface has just these four.
    text.setNamedStyle({(False, False): "Regular", (True, False): "Bold", (False, True): "Italic"}.get(
        (style.fet, style.kursiv), "Bold Italic"))  # fmt: skip
    text.setSize(style.storlek)
    text.setSizeUnit(compat.POINTS)
    text.setColor(QColor(colour))
    width = symbols.text.halo if halo is None else halo
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(width > 0)
    buffer.setSize(width)
    buffer.setSizeUnit(compat.MILLIMETERS)
    buffer.setColor(QColor(symbols.paper.halo))
    buffer.setOpacity(HALO_OPACITY)
    text.setBuffer(buffer)
    return text


def label_settings(
    symbols: SymbolSet, style: LabelStyle, colour: str, halo: float | None = None, spacing: float = 0.0
) -> QgsPalLayerSettings:
    """Label settings with the text set; where they go is for the caller."""
    settings = QgsPalLayerSettings()
    settings.setFormat(text_format(symbols, style, colour, halo, spacing))
    settings.scaleVisibility = False
    settings.obstacleSettings().setIsObstacle(False)
    return settings


def set_expression(settings: QgsPalLayerSettings, name: str, expression: str) -> None:
    """Let `expression` decide the property `name` of a label."""
    properties = settings.dataDefinedProperties()
    properties.setProperty(getattr(QgsPalLayerSettings.Property, name), data_defined(expression))
    settings.setDataDefinedProperties(properties)


def _family(symbols: SymbolSet) -> str:
    shipped = load_fonts()
    return symbols.typsnitt or shipped
