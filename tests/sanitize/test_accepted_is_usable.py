"""What is accepted when a template is installed can be used by whoever makes a strukturbild and an edition of it."""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.errors import CatalogueError, ExportError
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.sanitize import qml, qpt
from strukturbild_plugin.sanitize.expressions import forbidden_name
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.records import Attachment, ObjectRecord
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.styling.custom_styles import add_profile
from strukturbild_plugin.store.templates.template_library import inspect_package, install
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.custom_layouts.helpers import saved_layout
from tests.export.sheets.helpers import png_logo
from tests.sanitize.samples import SVG
from tests.store.helpers import karlstad
from tests.store.templates.helpers import LAYOUT, STYLE, sound_parts, zipped

TEXT = SVG.replace("</svg>", '<text x="1" y="5">Region Exempel</text></svg>').encode()
_WIDE = b"".join(b"\0" + b"\0" * 6_500 for _row in range(2))


def _png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _with_picture(svg: bytes) -> bytes:
    """The sound style with an SVG in it."""
    picture = b"base64:" + base64.b64encode(svg)
    return STYLE.replace(b'"SimpleMarker"', b'"SvgMarker"').replace(b'value="circle"', b'value="' + picture + b'"')


def _drawn(path: Path) -> list[ObjectRecord]:
    """Something to draw, in the first picture of the file."""
    picture = read_snapshot(path).pictures[0].bild_id
    return [replace(each, bild_id=picture) for each in karlstad()]


UNUSABLE = {
    "logotyp med text": ("logotyper/a.svg", TEXT, "texten som kurvor"),
    "logotyp med bild": ("logotyper/a.svg", TEXT.replace(b"text", b"image"), "inklistrad bild"),
    "logotyp utan storlek": ("logotyper/a.svg", b"<svg><path d='M0 0h9'/></svg>", "saknar mått"),
    "logotyp utan former": ("logotyper/a.svg", b"<svg viewBox='0 0 9 9'/>", "inga former"),
    "logotyp som ritas i all oändlighet": (
        "logotyper/a.svg",
        b"<svg viewBox='0 0 9 9'><path id='a0' d='M0 0h9'/>"
        + b"".join(b"<g id='a%d'>%s</g>" % (n + 1, b"<use href='#a%d'/>" % n * 9) for n in range(9))
        + b"</svg>",
        "om och om igen",
    ),
    "bred png": ("logotyper/a.png", _png(6_500, 2, _WIDE), "högst 6000"),
    "trasig png": ("logotyper/a.png", png_logo("#123456")[:90], "ingen PNG"),
    "layout utan karta": ("layouter/Blad.qpt", LAYOUT.replace(b'type="65639"', b'type="65643" '), "karta"),
    "layout utan källor": ("layouter/Blad.qpt", LAYOUT.replace(b'id="kallor"', b'id="k"'), "kallor"),
    "layout utan sida": ("layouter/Blad.qpt", LAYOUT.replace(b'type="65638"', b'type="65643"'), "minst en"),
    "stil med text i bilden": ("stilar/tryck/nod.qml", _with_picture(TEXT), "texten som kurvor"),
    "stil som blir en bild": ("stilar/tryck/nod.qml", STYLE.replace(b"SimpleMarker", b"RasterMarker"), "RasterMarker"),
    "utf-16 med förkortning": (
        "stilar/tryck/nod.qml",
        (
            '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]>'
            + STYLE.decode().split("'SYSTEM'>")[1]
        ).encode("utf-16"),
        "ENTITY",
    ),
}


@pytest.mark.parametrize("what", UNUSABLE)
def test_what_no_edition_can_be_made_with_is_refused_with_what_to_do(qgis_app, tmp_path: Path, what: str) -> None:
    name, content, expected = UNUSABLE[what]
    with pytest.raises(CatalogueError) as told:
        inspect_package(zipped({**sound_parts(), name: content}, tmp_path / "a.strukturmall"), tmp_path / "mallar")
    assert expected in str(told.value) and name in str(told.value)


def test_an_installed_template_gives_an_edition_with_its_logo_layout_and_style(
    base_data: Path, qgis_app: QgsApplication, tmp_path: Path
) -> None:
    inkscape = SVG.replace("<defs>", '<metadata>x</metadata><i:view xmlns:i="urn:i" i:a="1"/><title>R</title><defs>')
    parts = {
        **sound_parts(),
        "logotyper/a.svg": inkscape.encode(),
        "layouter/Blad.qpt": saved_layout(tmp_path),
        "stilar/tryck/nod.qml": _with_picture(SVG.encode()),
    }
    installed = install(inspect_package(zipped(parts, tmp_path / "a.strukturmall"), tmp_path / "mallar"))
    made = create(tmp_path / "ny.gpkg", NewStrukturbild("Ny", ["17"], "", template_file=installed.path))
    with writing(made) as db:
        db.add_objects(_drawn(made))
    assert {one.slag for one in read_snapshot(made).attachments} >= {"logotyp", "layout", "stil"}
    own = export(made, ExportRequest(tmp_path / "ut", formats=("karta",)))
    assert any(file.name.endswith("-egen.pdf") for file in own.files.values())
    plain = export(made, ExportRequest(tmp_path / "ut2", formats=("karta",), layout="-"))
    assert any(file.suffix == ".pdf" for file in plain.files.values())


def test_text_in_a_logo_is_refused_when_it_comes_in_and_an_older_file_with_it_is_exported_with_a_notice(
    bild: Path, qgis_app, tmp_path: Path
) -> None:
    (tmp_path / "profil.yaml").write_text("namn: R\nlogotyper: [r.svg]\n", encoding="utf-8")
    (tmp_path / "r.svg").write_bytes(TEXT)
    before = read_snapshot(bild)
    with pytest.raises(ExportError, match=r"r\.svg.*texten som kurvor"):
        add_profile(bild, tmp_path / "profil.yaml")
    assert read_snapshot(bild) == before
    with writing(bild) as db:  # a file made elsewhere
        db.add_objects(_drawn(bild))
        db.set_attachment(Attachment("logotyp", "r.svg", TEXT))
        db.set_attachment(Attachment("logotyp", "s.svg", SVG.encode()))
    made = export(bild, ExportRequest(tmp_path / "ut", formats=("karta",)))
    assert any(file.suffix == ".pdf" for file in made.files.values())
    assert "Logotypen r.svg ritas utan text. Gör om allt i den till kurvor" in made.message
    assert "s.svg" not in made.message


def test_typefaces_that_would_be_fetched_and_what_a_layout_reckons_out_are_removed(qgis_app) -> None:
    strange = STYLE.replace(
        b"<blendMode>",
        b'<labeling type="simple"><settings><text-style fontFamily="Pacifico Prov"/></settings></labeling><blendMode>',
    )
    assert b"Pacifico" not in qml.clean(strange).content and b'fontFamily="Lato"' in qml.clean(strange, "Lato").content
    tricky = LAYOUT.replace(b"Se https", b"Se [[% 1 %]% env('HOME') %] https")
    clean = qpt.clean(tricky)
    assert b'labelText="Se  https' in clean.content and len(clean.removed) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *(("namn", ""), ("upper(\"namn\") || ' (x)'", ""), ("with_variable('a', 1, @a + @map_scale)", "")),
        *(("env('A')", "env"), ("kommande_funktion(1)", "kommande_funktion"), ("@hemlig", "@hemlig")),
        *(
            ("overlay_nearest('a', $id)", "overlay_nearest"),
            ("aggregate('a','sum',1)", "aggregate"),
            ("var('a')", "var"),
        ),
    ],
)
def test_functions_and_variables_are_kept_by_name(qgis_app, text: str, found: str) -> None:
    assert forbidden_name(text, is_expression=True) == found
