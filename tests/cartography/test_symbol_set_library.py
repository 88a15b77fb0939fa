"""A symbol set is one readable file: faults are all said at once, and text can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from qgis.PyQt.QtGui import QColor

from strukturbild_plugin import paths
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set, symbol_sets
from strukturbild_plugin.cartography.typography.fonts import load_fonts
from strukturbild_plugin.errors import CatalogueError

WCAG_AA = 4.5
"""Least contrast of text, WCAG 2.2 success criterion 1.4.3."""


def test_the_shipped_set_loads_and_is_listed_first() -> None:
    assert symbol_sets()[0][0] == "tryck"
    assert load_symbol_set("").kod == "tryck"


def test_an_unknown_set_names_those_there_are() -> None:
    with pytest.raises(CatalogueError, match=r"neon.*tryck"):
        load_symbol_set("neon")


def test_every_fault_in_a_file_is_said_at_once_with_its_place(tmp_path: Path) -> None:
    text = (paths.STYLES / "tryck.yaml").read_text(encoding="utf-8")
    text = text.replace('hav: "#dce8ec"', "hav: blå").replace("form: ring", "form: rund")
    text = text.replace("styrka: 0.62", "styrka: 7").replace("monster: [2.2, 1.2]", "monster: [2.2]")
    text = text.replace("faktor: 1.0 ", "faktor: stor ").replace("okand_farg: gra", "okand_farg: grå\nhittepå: 1")
    (tmp_path / "tryck.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_symbol_set("tryck", folder=tmp_path)
    said = "\n".join(caught.value.problems)
    lines = text.splitlines()
    for place, line, fault in (
        ("tryck.yaml, 'bas'", "  hav: blå", "'hav' är 'blå' men ska vara en färg som \"#6e1a3a\", inom citattecken."),
        ("tryck.yaml, recept 'nod'", "  nod: {form: rund", "'form' är 'rund'. Tillåtna värden: band, dubbellinje,"),
        ("tryck.yaml, 'status', 'utvecklas'", "  utvecklas:", "'styrka' är '7' men ska vara ett tal (med punkt, till "),
        ("tryck.yaml, 'status', 'foreslagen'", "  foreslagen:", "'monster' ska vara par av streck och mellanrum i mm"),
        ("tryck.yaml", "faktor: stor", "'faktor' är 'stor' men ska vara ett tal (med punkt, till exempel 2.5) mellan"),
        ("tryck.yaml", "okand_farg:", "'okand_farg' är 'grå'. Tillåtna värden: bla, gra, gron, orange, vinrod, "),
        ("tryck.yaml", "hittepå:", "'hittepå' betyder ingenting här. Tillåtna värden: "),
    ):
        number = next(number for number, written in enumerate(lines, 1) if written.startswith(line))
        assert f"{place} (rad {number}): {fault}" in said, (place, said)
    assert len(caught.value.problems) == 7


@pytest.mark.parametrize("content", ["", "- a\n- b\n", "kod: [", "kod: !!python/object/apply:os.getcwd []"])
def test_a_file_that_is_no_symbol_set_gets_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "min.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"min\.yaml"):
        load_symbol_set("min", folder=tmp_path)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "tryck.yaml"
    text = (paths.STYLES / "tryck.yaml").read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    before = load_symbol_set("tryck", folder=tmp_path)
    file.write_text(text.replace("faktor: 1.0 ", "faktor: 1.25 "), encoding="utf-8")
    assert load_symbol_set("tryck", folder=tmp_path) == replace(before, faktor=1.25)


def test_all_text_can_be_read_on_paper_and_on_the_map() -> None:
    for kod, _name in symbol_sets():
        symbols = load_symbol_set(kod)
        for name, hue in symbols.farger.items():
            assert contrast(hue.text, "#ffffff") >= WCAG_AA, name
            assert contrast(hue.text, hue.blek) >= WCAG_AA, name
        for colour in (symbols.paper.text, symbols.paper.quiet, symbols.paper.accent):
            assert contrast(colour, symbols.paper.background) >= WCAG_AA
        assert contrast(symbols.bas.text, symbols.bas.land) >= WCAG_AA
        assert contrast(symbols.bas.text, symbols.bas.grannland) >= WCAG_AA


def test_the_typeface_is_shipped_with_its_four_faces_and_licence() -> None:
    assert load_fonts() == "Lato"
    assert {file.name for file in paths.FONTS.glob("*.ttf")} == {
        f"Lato-{face}.ttf" for face in ("Regular", "Italic", "Bold", "BoldItalic")
    }
    assert "SIL OPEN FONT LICENSE" in (paths.FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_a_missing_typeface_is_heard(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="Lato"):
        load_fonts(tmp_path)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
