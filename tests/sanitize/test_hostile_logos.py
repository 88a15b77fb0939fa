"""Logos that a stranger has made: rid of everything but shapes, or refused by name and with advice."""

from __future__ import annotations

import re
import struct
import zlib

import pytest

from strukturbild_plugin.cartography.layout.logos import carried_logos, logo_notices, read_logo
from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.sanitize import svg as svg_judge
from strukturbild_plugin.sanitize.content import ContentError
from strukturbild_plugin.store.gpkg.records import Attachment
from tests.export.sheets.helpers import png_logo

HARMFUL = {
    "skript": "<script>alert(1)</script>",
    "händelse": '<rect onload="alert(1)" width="9" height="9"/>',
    "länk": '<a href="http://example.org"><rect width="9" height="9"/></a>',
    "inbäddat": '<foreignObject><iframe src="http://example.org"/></foreignObject>',
    "stil utifrån": "<style>@import url(http://example.org/x.css);</style>",
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


HONEST = {
    "figma": '<path d="M0 0h9" fill="url(#paint_1:2)"/><use href="#Logo/Primary"/><path id="Logo/Primary" d="M1 1"/>',
    "teckenkod": '<style>@charset "utf-8"; .a{fill:#a00}</style><path class="a" d="M0 0h9"/>',
    "illustrator": '<switch><foreignObject requiredExtensions="x"/><g><path d="M0 0h9"/></g></switch>',
    "eget namn": r'<path data-name="C:\logotyper\a" d="M0 0h9"/>',
    "typsnitt som inte används": '<defs><font id="f"><font-face/><glyph d="M0 0"/></font></defs><path d="M0 0h9"/>',
    "paket": '<?xpacket begin="" id="x"?><path d="M0 0h9"/>',
}


@pytest.mark.parametrize("what", HONEST)
def test_what_drawing_programs_leave_for_themselves_is_no_harm(qgis_app, what: str) -> None:
    logo = read_logo("a.svg", SVG + _closed(HONEST[what]))
    assert not logo.removed and not logo.notice() and b"M0 0h9" in logo.content
    for part in ("#paint_1:2", "#Logo/Primary", "fill:#a00"):
        assert (part in HONEST[what]) == (part.encode() in logo.content)


def _closed(inside: str) -> bytes:
    return f"{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        *(("rgb(227 6 19 / 50%)", "rgb(227,6,19)"), ("rgba(227, 6, 19, .5)", "rgb(227,6,19)")),
        *(("#e3061380", "#e30613"), ("rgb(227, 6, 19)", "rgb(227, 6, 19)")),
    ],
)
def test_a_colour_that_is_seen_through_is_written_as_qt_reads_it(written: str, kept: str) -> None:
    for attribute in (f'fill="{written}"', f'style="fill:{written}"'):
        clean = svg_judge.clean(SVG + _closed(f'<path d="M0 0h9" {attribute}/>')).content.decode()
        assert kept in clean and (re.search(r'fill-opacity[:="]+0\.50?', clean) is None) == (written == kept)


def test_a_logo_tells_what_of_it_is_not_drawn(qgis_app) -> None:
    logo = read_logo("a.svg", SVG + _closed('<mask id="m"/><path d="M0 0h9" onclick="x()"/>'))
    assert ["mask" in each.sentence or "onclick" in each.sentence for each in logo.removed] == [True, True]
    assert logo.notice().startswith("Logotypen a.svg ritas utan mask, programkod eller rörelse. Gör om ")


def test_a_logo_that_is_carried_already_is_drawn_without_its_text_and_one_that_cannot_be_drawn_is_left_out(
    qgis_app,
) -> None:
    inside = '<path d="M0 0h9"/><text>Region X</text><g><flowRoot/><text>Y</text></g>'
    picture = '<path d="M0 0h9"/><image href="data:image/png;base64,AA"/>'
    contents = {
        "a.svg": SVG + _closed(inside),
        "b.svg": SVG + _closed(picture),
        "c.svg": SVG + _closed("<text>C</text>"),
        "d.png": b"trasig",
        "e.png": png_logo("#123456"),
    }
    carried = [Attachment("logotyp", name, content) for name, content in contents.items()]
    logos = carried_logos(carried)
    assert [logo.namn for logo in logos] == ["a.svg", "b.svg", "e.png"]
    assert all(b"M0 0h9" in logo.content for logo in logos[:2])
    assert not any(word in logo.content for logo in logos[:2] for word in (b"text", b"Region", b"image", b"flow"))
    text, image, no_shapes, broken = logo_notices(carried)
    assert text.startswith("Logotypen a.svg ritas utan text. Gör om allt i den till kurvor (konturer)")
    assert image.startswith("Logotypen b.svg ritas utan en inklistrad bild. ")
    assert "c.svg kan inte användas" in no_shapes and "d.png kan inte användas" in broken
    assert all(each.endswith("Kartbladen görs utan den.") for each in (no_shapes, broken))


def test_outlines_are_counted_as_often_as_they_are_drawn_and_names_are_their_own() -> None:
    long = '<path id="a" d="M0 0' + "h9v9" * 100_000 + '"/>'
    for inside in (
        long + '<use href="#a"/>' * 2_000,
        '<path id="a" d="M0 0"/><g id="b"><use href="#a"/></g><g id="a"><path d="M0 0h9"/></g>',
    ):
        with pytest.raises(ContentError, match="Spara"):
            svg_judge.clean(SVG + _closed(inside))
    assert svg_judge.clean(SVG + _closed(long + '<use href="#a"/>')).content
    assert svg_judge.clean(SVG + _closed('<path id="c" d="M0 0h9"/><path id="c" d="M1 1h9"/>')).content


def test_a_png_is_only_its_picture_and_nothing_else_in_it_is_unpacked(qgis_app) -> None:
    content = png_logo("#123456")
    plain = read_logo("a.png", content).content
    packed = zlib.compress(b"A" * 10_000_000, 9)
    extra = b"".join(
        _chunk(kind, data)
        for kind, data in (
            (b"zTXt", b"Comment\0\0" + packed),
            (b"iCCP", b"x\0\0" + packed),
            (b"eXIf", b"MM\0*"),
            (b"tEXt", b"hemligt"),
        )
    )
    spoilt = content[:33] + extra + content[33:] + b"efter slutet"
    kept = read_logo("a.png", spoilt).content
    assert kept == plain and read_logo("a.png", kept).content == kept
    for cut in (33, 40, len(content) - 4):
        with pytest.raises(ExportError, match="PNG"):
            read_logo("a.png", content[:cut])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
