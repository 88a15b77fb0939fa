"""Logos that a stranger has made: rid of everything but shapes, or refused by name and with advice."""

from __future__ import annotations

import re

import pytest

from strukturbild_plugin.cartography.layout.logos import read_logo
from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.sanitize import svg as svg_judge
from tests.export.sheets.helpers import png_logo

HARMFUL = {
    "skript": '<script>alert(1)</script>',
    "händelse": '<rect onload="alert(1)" width="9" height="9"/>',
    "länk": '<a href="http://example.org"><rect width="9" height="9"/></a>',
    "inbäddat": '<foreignObject><iframe src="http://example.org"/></foreignObject>',
    "stil utifrån": '<style>@import url(http://example.org/x.css);</style>',
    "fyllning utifrån": '<rect fill="url(http://example.org/x#y)" width="9" height="9"/>',
    "gömd stil": '<rect style="fill:u\\72l(http://example.org/x)" width="9" height="9"/>',
    "använd utifrån": '<use href="http://example.org/x.svg#y"/>',
    "animation": '<rect width="9" height="9"><set attributeName="href" to="javascript:alert(1)"/></rect>',
    "filter": '<filter id="f"><feImage href="file:///etc/passwd"/></filter>',
}


@pytest.mark.parametrize("what", HARMFUL)
def test_a_logo_is_rid_of_everything_but_shapes(what: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{HARMFUL[what]}<path d="M0 0L9 9"/></svg>'
    clean = svg_judge.clean(svg.encode()).content.decode()
    assert "M0 0L9 9" in clean
    assert not re.search(r"script|onload|example\.org|iframe|import|file:|feImage|http://(?!www\.w3\.org)", clean)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
REFUSED = {
    "text": SVG + b"<text>A</text></svg>",
    "bild": SVG + b'<image href="data:image/png;base64,AA"/></svg>',
    "entiteter": b'<!DOCTYPE svg [<!ENTITY a "aa">]>' + SVG + b"&a;</svg>",
    "djup": SVG + b"<g>" * 90_000 + b"</g>" * 90_000 + b"</svg>",
    "utan storlek": b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L9 9"/></svg>',
    "inte SVG": b"\x00\x01\x02",
    "annan kodning": '<?xml version="1.0" encoding="utf-16"?><svg/>'.encode("utf-16"),
    "för stor": b"<svg>" + b" " * 1_100_000,
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_logo_that_cannot_be_used_is_refused_by_name_and_with_advice(qgis_app, what: str) -> None:
    with pytest.raises(ExportError, match=r"region-x\.svg.*(Spara|spara)"):
        read_logo("region-x.svg", REFUSED[what])


def test_a_picture_that_is_no_png_or_too_large_is_refused(qgis_app) -> None:
    for content in (b"GIF89a", png_logo("#fff")[:60], b""):
        with pytest.raises(ExportError, match="PNG"):
            read_logo("x.png", content)
    with pytest.raises(ExportError, match="SVG- eller PNG"):
        read_logo("x.jpg", b"")
