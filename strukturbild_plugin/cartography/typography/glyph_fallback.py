"""Signs that a typeface has no glyph for, and what replaces them, so that one never spoils the rest of a text.

A sign close to it that the typeface has comes first, then the same sign in another typeface of this machine, as Qt
chooses it; a box stands for what neither has, and for pictures in colour, which a print cannot keep as lines.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from qgis.PyQt.QtGui import QFont, QRawFont, QTextLayout

from ...printable_text import cleaned
from .fonts import load_fonts

BOX = "□"
_SIMILAR_SIGNS = {"\u2010": "-", "⇄": "↔", "⇆": "↔", "⇔": "↔", "⟷": "↔", "☐": "□", "▢": "□", "⮕": "→", "➔": "→"}
_UNCOMMON_SIGNS = re.compile("[^\n -~åäöÅÄÖéÉüÜ§°·–—’”…\u00a0]")
"""Signs that not every typeface that Swedish can be set in is sure to have."""
_FONT_PX = 20
_COLOUR_TABLES = ("CBDT", "COLR", "sbix", "SVG ")
_OUTLINE_TABLES = ("glyf", "CFF ", "CFF2")


def substitute_glyphs(text: str, family: str) -> str:
    """`text` without control signs, and with similar signs for those that the typeface `family` has no glyph for."""
    text = cleaned(text)
    others = {ord(sign): _substitute(sign, family) for sign in _signs_to_check(text)}
    return text.translate(others) if others else text


def missing_glyphs(text: str, family: str) -> tuple[str, ...]:
    """The signs of `text` that the typeface `family` has no glyph for, each once."""
    return tuple(sign for sign in _signs_to_check(cleaned(text)) if not _has(family, sign))


def fallback_glyphs(text: str, family: str) -> frozenset[str]:
    """The signs of a text from `substitute_glyphs` that the typeface still lacks: Qt draws them in another one."""
    return frozenset(sign for sign in _signs_to_check(text) if not _has(family, sign))


def _signs_to_check(text: str) -> dict[str, None]:
    return {} if text.isascii() else dict.fromkeys(_UNCOMMON_SIGNS.findall(text))


@lru_cache(maxsize=5_000)
def _substitute(sign: str, family: str) -> str:
    candidates = (
        sign,
        _SIMILAR_SIGNS.get(sign, ""),
        unicodedata.normalize("NFKC", sign),
        unicodedata.normalize("NFD", sign),
    )
    for candidate in candidates:
        if candidate and all(_has(family, each) for each in candidate):
            return candidate
    if unicodedata.category(sign) != "Co" and _has_fallback_font(sign, family):
        return sign
    return BOX if _has(family, BOX) else "?"


@lru_cache(maxsize=5_000)
def _has(family: str, sign: str) -> bool:
    """Whether all the cuts of a typeface have the sign."""
    return sign == "\n" or all(
        QRawFont.fromFont(_font(family, bold, italic)).supportsCharacter(ord(sign))
        for bold in (False, True)
        for italic in (False, True)
    )


def _has_fallback_font(sign: str, family: str) -> bool:
    """Whether Qt finds another typeface that has the sign as an outline."""
    layout = QTextLayout(sign, _font(family))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return bool(runs) and all(
        all(run.glyphIndexes())
        and not any(run.rawFont().fontTable(table) for table in _COLOUR_TABLES)
        and any(run.rawFont().fontTable(table) for table in _OUTLINE_TABLES)
        for run in runs
    )


def _font(family: str, bold: bool = False, italic: bool = False) -> QFont:
    load_fonts()
    font = QFont(family)
    font.setPixelSize(_FONT_PX)
    font.setBold(bold)
    font.setItalic(italic)
    return font
