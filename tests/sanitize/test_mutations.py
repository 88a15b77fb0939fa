"""Whatever is done to a file: it is refused with a sentence, or what is left is harmless, lasting and readable."""

from __future__ import annotations

import base64
import re
from random import Random

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from strukturbild_plugin.cartography.typography.fonts import load_fonts
from strukturbild_plugin.sanitize import qml, qpt, svg, xml
from strukturbild_plugin.sanitize.content import ContentError
from strukturbild_plugin.sanitize.expressions import FUNCTIONS
from tests.sanitize.samples import MARK, SOUND, mutated

CLEAN = {"svg": svg.clean, "qml": qml.clean, "qpt": qpt.clean}
WORDS = {"label", "legendString", "description", "title", "text", "labelText", "id"}
"""Attributes that only people read: in them an address is words."""
CHANCES = st.randoms(use_true_random=False)
many = settings(max_examples=200, deadline=None)


@pytest.fixture(autouse=True)
def _typeface(qgis_app: QgsApplication) -> None:
    load_fonts()


def kept(kind: str, content: bytes) -> bytes | None:
    """What is left of a file; None for one that was refused, and then with sentences."""
    try:
        found = CLEAN[kind](content)
    except ContentError as error:
        assert error.faults and all(re.fullmatch(r"[A-ZÅÄÖ].*\.", each.sentence, re.DOTALL) for each in error.faults)
        return None
    again = CLEAN[kind](found.content)
    assert again.content == found.content and not again.removed
    assert not [each.attrib for each in xml.elements(xml.read(found.content).root) if not _is_harmless(each)]
    return found.content


def _changed(kind: str, chance: Random) -> bytes:
    content = mutated(kind, chance)
    note(repr(content))
    return content


def _is_harmless(element: xml.Element) -> bool:
    said = [value for name, value in element.attrib.items() if name not in WORDS or "[%" in value]
    return not any(MARK in text and not _only_words(text) for text in (*said, element.text or ""))


def _only_words(text: str) -> bool:
    """A quoted text in an expression whose every function may be there, or a plain word."""
    return re.fullmatch(rf"[\w ]*{MARK}[\w ]*", text) is not None or _allowed(text)


def _allowed(text: str) -> bool:
    read = QgsExpression(text)
    called = {name.lower() for name in read.referencedFunctions()} - {"var"}
    return not read.hasParserError() and MARK not in {*read.referencedVariables(), *called} and called <= FUNCTIONS


@pytest.mark.parametrize("kind", SOUND)
def test_a_sound_file_loses_nothing_that_is_seen(kind: str) -> None:
    clean = CLEAN[kind](SOUND[kind].encode())
    assert not [each for each in clean.removed if each.kind == "borttaget" or each.what]
    assert kept(kind, SOUND[kind].encode("utf-8-sig")) == clean.content
    utf16 = f'<?xml version="1.0" encoding="utf-16"?>{re.sub(r"^<.xml.*?>", "", SOUND[kind])}'.encode("utf-16")
    assert kept(kind, utf16) == clean.content


@given(CHANCES)
@many
def test_a_changed_svg_is_refused_or_only_shapes_that_qgis_draws(chance: Random) -> None:
    _try_svg(kept("svg", _changed("svg", chance)))


def _try_svg(content: bytes | None) -> None:
    if content is not None:
        picture = f"base64:{base64.b64encode(content).decode()}"
        cache = QgsApplication.svgCache()
        assert cache.svgAsPicture(picture, 20, QColor("red"), QColor("blue"), 1, 1).boundingRect() is not None
        drawn = re.sub(rb"http://www\.w3\.org/(?:2000/svg|1999/xlink)", b"", content)
        assert not re.search(rb"script|<image|<text|://|\bon\w+=", drawn)


@given(CHANCES)
@many
def test_a_changed_style_is_refused_or_read_by_qgis_with_nothing_that_reaches_out(chance: Random) -> None:
    _try_qml(kept("qml", _changed("qml", chance)))


def _try_qml(content: bytes | None) -> None:
    if content is None:
        return
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=namn:string&field=niva:int", "prov", "memory")
    document = QDomDocument()
    assert document.setContent(content)[0]
    kinds = QgsMapLayer.StyleCategory
    assert layer.importNamedStyle(document, kinds.Symbology | kinds.Labeling | kinds.Rendering)[0]
    back = QDomDocument()
    layer.exportNamedStyle(back)
    written = back.toString()
    assert "127.0.0.1" not in re.sub(r'(?:label|description|legendString|title)="[^"]*"', "", written)
    assert not layer.editFormConfig().initCode() and not layer.mapTipTemplate() and not layer.actions().actions()
    assert not re.search('(?:fontFamily|family name)="Skriptfont', written)


@given(CHANCES)
@many
def test_a_changed_layout_is_refused_or_read_by_qgis_with_nothing_that_reaches_out(chance: Random) -> None:
    _try_qpt(kept("qpt", _changed("qpt", chance)))


def _try_qpt(content: bytes | None) -> None:
    if content is None:
        return
    layout = QgsPrintLayout(QgsProject.instance())
    document = QDomDocument()
    assert document.setContent(content)[0]
    _items, fine = layout.loadFromTemplate(document, QgsReadWriteContext())
    assert fine and layout.pageCollection().pageCount() and not layout.multiFrames()
    texts = [item.currentText() for item in layout.items() if hasattr(item, "currentText")]
    assert not any(MARK in text and "[%" in text for text in texts)
    pictures = [item.picturePath() for item in layout.items() if hasattr(item, "picturePath")]
    assert all(not path or path.startswith("base64:") for path in pictures)


@pytest.mark.parametrize("kind", SOUND)
def test_the_changes_reach_both_answers(kind: str) -> None:
    refused: list[bool] = []

    @given(CHANCES)
    @settings(max_examples=80, deadline=None, derandomize=True, database=None)
    def answer(chance: Random) -> None:
        refused.append(kept(kind, mutated(kind, chance)) is None)

    answer()
    assert 15 <= sum(refused) * 80 / len(refused) <= 70
