"""Packages made by somebody who means harm: each is refused with a sentence, and nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import pytest

from strukturbild_plugin.catalogue.package_file import MAX_FILES
from strukturbild_plugin.errors import CatalogueError
from strukturbild_plugin.store.templates.template_library import inspect_package, read_library
from tests.store.templates.helpers import LAYOUT, LOGO, STYLE, locked, lying, sound_parts, with_link, with_name, zipped

Make = Callable[[Path], Path]


def plus(name: str, content: bytes = b"x: y\n") -> Make:
    """A sound package with one part more."""
    return lambda path: zipped({**sound_parts(), name: content}, path)


def changed(name: str, old: str, new: str) -> Make:
    """A sound package with a text in one part replaced."""

    def make(path: Path) -> Path:
        found = sound_parts()
        text = found[name].decode()
        if old not in text:
            raise ValueError(f"{old!r} finns inte i {name}")
        return zipped({**found, name: text.replace(old, new, 1).encode()}, path)

    return make


def only(content: bytes) -> Make:
    """A file of just these bytes."""

    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


def within(sound: bytes, mark: bytes, harm: bytes) -> bytes:
    """A sound file with something put in before `mark`."""
    return sound.replace(mark, harm + mark, 1)


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ALIASES = b"kod: a\nnamn: &a [x, x, x]\nmal: [*a, *a, *a]\n"
SVG, QML, QPT, PNG = "logotyper/a.svg", "stilar/tryck/nod.qml", "layouter/Blad.qpt", "logotyper/a.png"
FRAME = b'<LayoutMultiFrame type="65648" url="http://x.example"/>'

HOSTILE: dict[str, tuple[Make, str]] = {
    "uppåt": (plus("../../utanfor.yaml"), "utanför mallens mapp"),
    "uppåt inne i": (plus("mal/../../utanfor.yaml"), "utanför mallens mapp"),
    "från roten": (plus("/etc/passwd"), "utanför mallens mapp"),
    "enhet": (plus("C:/Windows/a.yaml"), "utanför mallens mapp"),
    "bakstreck": (lambda path: with_name(path, b"layouter/abc.qpt", b"layouter\\abc.qpt"), "utanför mallens mapp"),
    "nolltecken": (lambda path: with_name(path, b"layouter/a-c.qpt", b"layouter/a\0c.qpt"), "tecken som inte syns"),
    "punkt sist": (plus("layouter/a.qpt."), "punkt eller mellanslag"),
    "länk": (with_link, "är en länk"),
    "samma namn": (
        lambda path: zipped({**sound_parts(), "layouter/A.qpt": LAYOUT, "layouter/a.qpt": LAYOUT}, path),
        "samma namn",
    ),
    "program": (plus("kor.py", b"print(1)"), "får inte finnas i en mall"),
    "program i mapp": (plus("layouter/kor.py", b"print(1)"), "får inte finnas i en mall"),
    "bomb": (plus("mal/bomb.yaml", b"\0" * 7_000_000), "misstänkt hög komprimering"),
    "för stor del": (plus("mal/stor.yaml", b"\0" * 9_000_000), "för stor"),
    "ljuger om storlek": (lying, "skadad"),
    "för många": (
        lambda path: zipped({**sound_parts(), **{f"mal/a{n}.yaml": b"" for n in range(MAX_FILES)}}, path),
        f"högst {MAX_FILES}",
    ),
    "låst": (locked, "låst med lösenord"),
    "ingen zip": (only(b"inte en zip"), "skadad eller är ingen mall"),
    "avklippt": (
        lambda path: only(zipped(sound_parts(), path).read_bytes()[:-400])(path),
        "skadad eller är ingen mall",
    ),
    "tom": (lambda path: zipped({}, path), "Delen saknas"),
    "yaml som kör": (
        changed("mall.yaml", "kod: exempel_malbild", "kod: !!python/object/apply:os.system ['x']"),
        "Taggar som",
    ),
    "yaml som växer": (plus("mal/a.yaml", ALIASES), "Hänvisningar med & och"),
    "profil som växer": (plus("profil/profil.yaml", ALIASES), "Hänvisningar med & och"),
    "trasiga symboler": (plus("symboler/egen.yaml", b"kod: egen\n"), "symboler/egen.yaml"),
    "stil med python": (
        plus(QML, within(STYLE, b"</qgis>", b"<editforminitcode>import os</editforminitcode>")),
        "editforminitcode",
    ),
    "stil med åtgärd": (plus(QML, within(STYLE, b"</qgis>", b"<attributeactions/>")), "attributeactions"),
    "stil som hämtar": (plus(QML, STYLE.replace(b'"circle"', b'"http://x.example/a.svg"')), "utanför mallen"),
    "stil på någons dator": (plus(QML, STYLE.replace(b'"circle"', b'"C:/bilder/a.svg"')), "utanför mallen"),
    "stil som räknar ut": (
        plus(QML, within(STYLE, b"</Option>", b'<Option type="Map" name="name"><Option value="x"/></Option>')),
        "räknar ut vilken bild",
    ),
    "stil med förkortning": (plus(QML, LAUGHS + b"<qgis/>"), "ENTITY"),
    "kartblad med webbsida": (plus(QPT, within(LAYOUT, b"</Layout>", FRAME)), "webbsida"),
    "kartblad med html": (plus(QPT, LAYOUT.replace(b'htmlState="0"', b'htmlState="1"')), "HTML"),
    "kartblad med lager": (plus(QPT, within(LAYOUT, b"</Layout>", b'<Layer source="a.gpkg"/>')), "lager ur ett annat"),
    "kartblad som är något annat": (plus(QPT, b"<html/>"), "inte av det slag"),
    "kartblad som inte går att läsa": (plus(QPT, b"<Layout>"), "som XML"),
    "logotyp med skript": (plus(SVG, within(LOGO, b"</svg>", b"<script>x()</script>")), "programkod"),
    "logotyp med händelse": (plus(SVG, LOGO.replace(b"<path", b'<path onload="x()"')), "programkod"),
    "logotyp som hämtar": (plus(SVG, within(LOGO, b"</svg>", b'<image href="//x.example/a"/>')), "hämtar något"),
    "logotyp med stilmall": (plus(SVG, within(LOGO, b"</svg>", b"<style>@import url(x)</style>")), "hämtar något"),
    "logotyp som växer": (plus(SVG, LAUGHS + LOGO), "ENTITY"),
    "falsk png": (plus(PNG, b"GIF89a"), "ingen PNG"),
    "väldig png": (
        plus(PNG, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (60_000).to_bytes(4, "big") * 2 + b"\0" * 9),
        "60000 × 60000",
    ),
    "främmande lager": (
        changed("katalog.yaml", "  nod:\n    geometri: punkt", "  sqlite_master:\n    geometri: punkt"),
        "Tillåtna värden",
    ),
    "fler statusar": (
        changed("katalog.yaml", "  status:\n", "  status:\n    hemlig:\n      sv: Hemlig\n"),
        "inte ha andra värden än programmets",
    ),
    "annan typ": (changed("katalog.yaml", "  typ: text", "  typ: heltal"), "måste ha den"),
    "nyare format": (changed("mall.yaml", "format: 1", "format: 99"), "nyare version av programmet"),
    "utan avsändare": (changed("mall.yaml", "Region Exempel", "'§'"), "vilken organisation"),
    "programmets kod": (changed("mall.yaml", "kod: exempel_malbild", "kod: malbild"), "programmets egna mallar"),
    "konstig version": (changed("mall.yaml", "version: '1.0'", "version: senaste"), "tal med punkt"),
    "okänd klass": (changed("mall.yaml", "klasser:\n- nod\n", "klasser:\n- nood\n"), "Menade du 'nod'"),
    "okänt mål": (changed("mall.yaml", "- nationell_strategi", "- hemlig"), "målbiblioteket"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_package_is_refused_with_a_sentence_and_writes_nothing(name: str, tmp_path: Path) -> None:
    make, expected = HOSTILE[name]
    inside = tmp_path / "in"
    inside.mkdir()
    package = make(inside / "elak.strukturmall")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    with pytest.raises(CatalogueError) as told:
        inspect_package(package, tmp_path / "mallar")

    assert expected in str(told.value), str(told.value)
    assert "Traceback" not in str(told.value) and told.value.problems
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "mallar").exists()


def test_all_that_is_wrong_is_told_at_once_with_file_and_line(tmp_path: Path) -> None:
    parts = sound_parts()
    template = parts["mall.yaml"].replace(b"kod: exempel_malbild", b"kod: Exempel")
    parts["mall.yaml"] = template.replace(b"skala: reg", b"skala: rej")
    parts["stilar/tryck/nod.qml"] = STYLE.replace(b"</qgis>", b"<mapTip/></qgis>")
    parts["logotyper/a.svg"] = b"<svg onload='x'/>"
    with pytest.raises(CatalogueError) as told:
        inspect_package(zipped(parts, tmp_path / "a.strukturmall"), tmp_path)
    text = str(told.value)
    places = ("a.strukturmall", "logotyper/a.svg (rad 1)", "nod.qml (rad 18)", "mall.yaml, bild 1 (rad ")
    for expected in (*places, "'kod' är 'Exempel'", "rejional", "mapTip"):
        assert expected in text, expected


def test_a_broken_catalogue_hides_no_fault_of_the_other_parts(tmp_path: Path) -> None:
    parts = sound_parts()
    parts["katalog.yaml"] = parts["katalog.yaml"].replace(b"geometri: punkt", b"geometri: prick")
    parts["logotyper/a.svg"] = b"<svg onload='x'/>"
    with pytest.raises(CatalogueError) as told:
        inspect_package(zipped(parts, tmp_path / "a.strukturmall"), tmp_path)
    assert "prick" in str(told.value) and "katalog.yaml" in str(told.value) and "onload" in str(told.value)


def test_a_hostile_file_in_the_folder_hides_no_other_template(tmp_path: Path) -> None:
    zipped(sound_parts(), tmp_path / "bra.strukturmall")
    plus("../ut.yaml")(tmp_path / "elak.strukturmall")
    found = read_library(tmp_path)
    assert [one.template.kod for one in found.templates] == ["exempel_malbild"]
    assert len(found.problems) == 1 and "elak.strukturmall" in found.problems[0]
