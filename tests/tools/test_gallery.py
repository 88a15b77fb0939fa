"""The gallery: what is planned is made, or told of; its strukturbilder of real places say what they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.PyQt.QtGui import QColor, QImage

from strukturbild_plugin.cartography.typography.typeset import TextStyle, wrap, wrap_evenly
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.export.sheets.object_lists import in_legend_order, swedish_sort_key
from strukturbild_plugin.export.sheets.sheet_kinds import KINDS
from strukturbild_plugin.paths import TEMPLATE_FILES
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tools.gallery import contact, plan, run
from tools.gallery.seen import seen_by
from tools.real_data.make import make_real


def test_every_template_set_and_kind_is_in_the_gallery() -> None:
    singles = {single for each in plan.planned(real=True) for _caption, single in each.sheets}
    codes = {file.stem for file in TEMPLATE_FILES.glob("*.yaml")}
    assert {(s.template, s.symbol_set, s.paper) for s in singles if s.kind == "karta"} >= {
        (mall, symbols, paper) for mall in codes for symbols in plan.SETS for paper in ("A4", "A3")
    }
    assert {single.kind for single in singles} == set(KINDS)
    files = [single.file for single in singles]
    assert len(set(files)) == len(files)


def test_without_real_data_there_is_the_worked_example_alone() -> None:
    contacts = plan.planned(real=False)
    assert contacts
    assert {single.recipe for each in contacts for _caption, single in each.sheets} == {plan.DEMO}


@pytest.mark.parametrize(("name", "nodes", "kinds"), [("mitt", 60, {"gron_kil"}), ("norr", 36, {"gransbygd"})])
def test_real_pictures_are_full_and_say_what_they_are(
    name: str, nodes: int, kinds: set[str], tmp_path: Path, shared_data: Path, base_data: Path
) -> None:
    snapshot = read_snapshot(make_real(name, "malbild", tmp_path / "bild.gpkg"))
    assert snapshot.head.exempel and "Ingen regions plan" in snapshot.head.beskrivning
    used = [thing.klass for thing in snapshot.objects]
    assert used.count("nod") >= nodes and used.count("strak") >= 7
    assert (
        kinds | {"samband", "gron_vardekarna", "bla_struktur"}
        <= set(used)
        <= {klass.kod for klass in load_catalogue().klasser}
    )
    if name == "norr":
        strengths = {thing.attribut.get("styrka") for thing in snapshot.objects if thing.attribut.get("matt_kalla")}
        assert {"stark", "svag"} <= strengths
        assert {"Tornio", "Narvik"} <= {thing.namn for thing in snapshot.objects}


def test_a_contact_sheet_holds_its_pictures_and_other_eyes_see_other_colours(tmp_path: Path) -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    image.save(str(tmp_path / "a.png"))
    seen_by(tmp_path / "a.png", tmp_path / "b.png", "gra")
    grey = QImage(str(tmp_path / "b.png")).pixelColor(9, 9)
    assert grey.red() == grey.green() == grey.blue() == 127  # luminance 0.2126 in sRGB
    pictures = [("rött", tmp_path / "a.png"), ("grått", tmp_path / "b.png")]
    sheet = plan.Contact("prov", "Prov", 2, ())
    contact.contact_sheet(sheet, pictures, tmp_path / "prov.png")
    made = QImage(str(tmp_path / "prov.png"))
    colours = {made.pixelColor(x, made.height() // 2).name() for x in range(0, made.width(), 20)}
    assert {"#ff0000", "#7f7f7f"} <= colours
    page = contact.write_index(tmp_path, [(sheet, pictures)], "")
    assert "a.png" in page.read_text("utf-8") and "Ingen bild är någon regions plan" in page.read_text("utf-8")


def test_a_sheet_that_cannot_be_made_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Refusing:
        def print(self, single: plan.Single) -> Path:
            raise run.ExportError("går inte")

    assert run.printed(Refusing(), plan.Single("malbild", plan.DEMO)) is None
    assert "går inte" in capsys.readouterr().out


def test_objects_are_listed_as_the_legend_has_them(example_file: Path) -> None:
    snapshot = read_snapshot(example_file)
    levels = [each.niva for each in in_legend_order(snapshot, reversed(snapshot.objects)) if each.klass == "nod"]
    order = ["storregional", "regional", "delregional", "lokal"]
    assert levels == sorted(levels, key=order.index) and set(levels) == set(order)
    assert [swedish_sort_key(name) for name in ("Arboga", "Åmål", "Ängelholm", "Örebro")] == sorted(
        swedish_sort_key(name) for name in ("Örebro", "Ängelholm", "Åmål", "Arboga")
    )


def test_titles_and_lists_break_where_a_typesetter_would(base_data: Path) -> None:
    style = TextStyle("Lato", 20, "#000000")
    title = "Norr över gränserna – prov på verkliga orter"
    lines = wrap_evenly(title, style, style.width("Norr över gränserna –") + 1)
    assert lines[0].endswith("–") and len(lines) == len(wrap(title, style, style.width("Norr över gränserna –") + 1))
    assert wrap("mål i hela landet · 2 objekt", style, style.width("mål i hela landet · 2") + 1) == [
        "mål i hela landet ·",
        "2 objekt",
    ]
