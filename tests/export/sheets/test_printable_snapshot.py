"""An unusual sign in a name or a title never stops an edition; only that sign comes out in another way."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import QgsProject

from strukturbild_plugin.cartography.typography.glyph_fallback import fallback_glyphs, missing_glyphs, substitute_glyphs
from strukturbild_plugin.cartography.typography.typeset import TextStyle, wrap, wrap_evenly
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.export.pdf.output_check import problems
from strukturbild_plugin.export.pdf.reader import comparable_text, read_facts
from strukturbild_plugin.goals.model import Goal, GoalSet
from strukturbild_plugin.printable_snapshot import LINES, printable, printable_records
from strukturbild_plugin.store.gpkg.odd_cells import MAX_LINE, TOO_LONG, most_characters, why_odd
from strukturbild_plugin.store.gpkg.records import Area, Head, ObjectRecord, Picture
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.embedded_project import project_address
from strukturbild_plugin.store.schema.tables import ColumnSpec
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.pdf.helpers import SAID, WANTED, sheet
from tests.store.snapshot_helpers import objekt, small_snapshot

NAMES = {
    "Karlstad": ("Karl\u200bstad\u2060", "Karlstad"),
    "Örebro": ("O\u0308re\u00adbro\ufeff", "Örebro"),
    "Karlskoga": ("\u202eKarlskoga\u2011Bofors \x96 by", "Karlskoga-Bofors – by"),
    "Arvika": ("Arvika\u2028[%1+1%]\x01\x1b", "Arvika [%1+1%]"),
    "Torsby": ("Torsby ✓ ⇄", "Torsby ✓ ↔"),
    "Sunne": ("Giron/Árjepluovve đŋŧ", "Giron/Árjepluovve đŋŧ"),
    "Hagfors": ("\U0001d407agfors CO₂ 😀 東京", "Hagfors CO₂"),
    "Filipstad": ("אב Filipstad", "Filipstad"),
    "Kil": ("\u200b\u2060\u00a0", ""),
    "Säffle": ("Ab " * 170, ""),
    "Lindesberg": ("x" * 500, ""),
}
"""By the example's name: another one, and what of it is sure to be read out of the map."""
MIXED = "Sydost\u200btriangeln \u2011 ✓ ⇄ 😀\u2028\u202e\x01\x1b[%2%] đŋŧ"


def spoil(file: Path, title: str, names: dict[str, tuple[str, str]]) -> None:
    with writing(file) as db:
        db.update_objects([replace(one, namn=names[one.namn][0]) for one in db.objects() if one.namn in names])
        run = db.connection.execute
        run("UPDATE strukturbild SET titel = ?, organisation = ?, beskrivning = ?", (title, title, f"{title}\n☐ a"))
        run("UPDATE bild SET namn = ?, scenario = ?, beslutsorgan = ?", (title, title, title))
        run("UPDATE mal SET titel = ? WHERE ordning < 4", (title,))
        run("UPDATE malsamling SET namn = ?, organisation = ?", (title, title))
        run("UPDATE strak SET namn = ?, mot_start = ?", (title, title))
        run("UPDATE klass SET namn_sv = namn_sv || ? WHERE kod = 'gransbygd'", (title,))
        run("UPDATE avgransning SET namn = ? WHERE kod = '17'", (title,))


def test_every_unusual_sign_everywhere_gives_an_edition(example_file: Path, qgis_app, tmp_path: Path):
    spoil(example_file, MIXED, NAMES)
    stored = read_snapshot(example_file)
    result = export(
        example_file, ExportRequest(tmp_path / "ut", formats=("karta", "geopdf", "svg", "bild", "leverans", "webb"))
    )
    assert verify(result.folder).status == "same"
    assert result.edition.fingeravtryck == fingerprint(stored) == fingerprint(read_snapshot(result.files["leverans"]))
    assert {one.namn for one in read_snapshot(example_file).objects} == {one.namn for one in stored.objects}
    bild_id = stored.pictures[0].bild_id
    pdf = result.files[f"karta:{bild_id}"]
    said = comparable_text(read_facts(pdf).text)
    for _stored, printed in NAMES.values():
        assert comparable_text(printed) in said, printed
    assert "Sydosttriangeln-" in said and "[%2%]" in said
    info = subprocess.run(["pdfinfo", "-meta", pdf], capture_output=True, check=True).stdout.strip()
    assert ElementTree.fromstring(info[info.index(b"<x:xmpmeta") :].partition(b"<?xpacket end")[0]) is not None
    assert "x" * 60 + "…" in result.message and "x" * 61 not in result.message
    project = QgsProject()
    assert project.read(project_address(result.files["leverans"])) and project.title().startswith("Sydost")
    assert project.mapLayers() and all(layer.isValid() for layer in project.mapLayers().values())
    project.clear()


@pytest.mark.parametrize("title", ["\u200b \u2060", "x" * 500, "Ord " * 125])
def test_texts_of_nothing_and_of_five_hundred_signs_give_an_edition(
    example_file: Path, qgis_app, tmp_path: Path, title: str
):
    spoil(example_file, title, {})
    result = export(example_file, ExportRequest(tmp_path / "ut", formats=("karta",)))
    assert verify(result.folder).status == "same"


def test_what_is_cut_as_a_line_is_named_by_the_check_at_the_same_length():
    head, catalogue = small_snapshot().head, small_snapshot().catalogue
    assert len(printable_records(replace(head, licens="x" * (MAX_LINE + 1)), "Lato", catalogue).licens) == MAX_LINE
    for kind in (Head, Picture, ObjectRecord, Area, GoalSet, Goal):
        for field in LINES[kind]:
            found = [why_odd(ColumnSpec(field), "x" * length) for length in (MAX_LINE, MAX_LINE + 1)]
            assert field == "beslutsdatum" or found == ["", TOO_LONG], (kind, field)
    for code, attribute in catalogue.attribut.items():
        kept = printable_records(objekt("a", "nod", None, attribut={code: "x" * 2_000}), "Lato", catalogue)
        assert (len(kept.attribut[code]) < 2_000) == (most_characters(code, catalogue) == MAX_LINE), attribute


def test_only_the_sign_that_the_typeface_lacks_is_set_in_another_one(qgis_app):
    assert substitute_glyphs("Karlstad ✓", "Lato") == "Karlstad ✓" and fallback_glyphs("Karlstad ✓", "Lato") == {"✓"}
    assert substitute_glyphs("a ⇄ b ☐ \U0001d400 Ａ", "Lato") == "a ↔ b □ A A", "det närmaste som finns"
    assert substitute_glyphs("\ue000 東", "Lato").startswith("□"), "en ruta för det som inget typsnitt har"
    assert missing_glyphs("Åre – Árjepluovve CO₂ ½ đŋŧ Ж Ω q\u0331", "Lato") == ()


def test_another_typeface_may_show_only_what_it_lends(qgis_app, tmp_path: Path):
    lent = replace(WANTED, node_names=("Åmål ✓", "Säffle"), borrowed_signs=frozenset("✓"))
    fine = sheet(tmp_path / "en.pdf", (*SAID, "Åmål ✓"))
    assert {font.name[:4] for font in read_facts(fine).fonts} > {"Lato"}, "provet lånar ett tecken"
    assert problems(fine, lent) == ()
    assert "andra typsnitt" in " ".join(problems(fine, replace(lent, borrowed_signs=frozenset())))
    assert "andra typsnitt" in " ".join(problems(fine, replace(lent, borrowed_signs=frozenset("⇄"))))
    other = sheet(tmp_path / "allt.pdf", (*SAID, "Åmål ✓"), family="DejaVu Sans")
    assert "andra typsnitt" in " ".join(problems(other, lent))
    missing = sheet(tmp_path / "utan.pdf", (*SAID, "✓"))
    other_name = replace(lent, node_names=("Skara ✓",))
    assert "Skara" in " ".join(problems(missing, other_name)), "resten av namnet ska stå där"


def test_what_needs_no_change_is_the_same_thing(qgis_app):
    snapshot = small_snapshot()
    printed = printable(snapshot)
    assert printed.objects is snapshot.objects and printed.head is snapshot.head and printable(printed) is printed


def test_a_word_wider_than_its_column_is_broken_and_only_such_a_word(qgis_app):
    style = TextStyle("Lato", 12.0, "#000000")
    lines = wrap("x" * 200 + " och slut", style, 50.0)
    assert "".join(lines).replace(" ", "") == "x" * 200 + "ochslut" and max(map(style.width, lines)) <= 50.0
    text = "Strukturbildsarbetet ab"
    assert wrap_evenly(text, style, style.width("Strukturbildsarbetet") + 1) == ["Strukturbildsarbetet", "ab"]
