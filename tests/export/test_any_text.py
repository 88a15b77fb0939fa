"""Any text in any field gives a sheet and a web page, which hold it as it can be seen; no sign stops the rest."""

from __future__ import annotations

import html
import random
from dataclasses import replace

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.cartography.typography.glyph_fallback import substitute_glyphs
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.pdf.output_check import contains_text
from strukturbild_plugin.export.pdf.reader import comparable_text, read_facts
from strukturbild_plugin.printable_text import cleaned, one_line
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import karlstad, new_file

BLOCKS = (
    *((0x20, 0x2FF), (0x300, 0x36F), (0x370, 0x5FF), (0x600, 0x8FF), (0x900, 0xFFF), (0x1000, 0x1FFF)),
    *((0x2000, 0x2BFF), (0x2E80, 0xA4CF), (0xA4D0, 0xD7FF), (0xE000, 0xF8FF), (0xF900, 0xFFFF), (0x10000, 0x1FFFF)),
    *((0x20000, 0x3134F), (0xE0000, 0xE01EF), (0xF0000, 0x10FFFF)),
)
TEXTS = {
    "strukturbild": ("titel", "organisation", "beskrivning"),
    "bild": ("namn", "scenario", "beslutsorgan"),
    "mal": ("kod", "titel", "beskrivning", "niva_namn", "indikator"),
    "malsamling": ("namn", "organisation", "anmarkning"),
    "avgransning": ("namn",),
    "strak": ("mot_start", "mot_slut"),
}


def word(dice: random.Random) -> str:
    """Some signs of one script, or of several."""
    mixed, block = dice.random() < 0.4, dice.choice(BLOCKS)
    return "".join(chr(dice.randint(*(dice.choice(BLOCKS) if mixed else block))) for _ in range(dice.randint(2, 9)))


@pytest.mark.parametrize("seed", [2])
def test_signs_of_all_of_unicode_give_a_sheet_and_a_page(tmp_path, qgis_app: QgsApplication, seed: int):
    path, dice = new_file(tmp_path), random.Random(seed)
    with writing(path) as db:
        about = {"beskrivning": f"{word(dice)}\n{word(dice)}"}
        db.add_objects([replace(one, namn=word(dice), attribut={**one.attribut, **about}) for one in karlstad()])
        for table, columns in TEXTS.items():
            for (fid,) in db.connection.execute(f"SELECT fid FROM {table}").fetchall():
                for column in columns:
                    place = (word(dice), fid)
                    db.connection.execute(f"UPDATE {table} SET {column} = ? WHERE fid = ?", place)
    snapshot = read_snapshot(path)
    result = export(path, ExportRequest(tmp_path / "ut", formats=("karta", "webb")))
    shown = html.unescape(result.files["webb"].read_text(encoding="utf-8"))
    for one in snapshot.objects:
        assert one_line(one.namn) in shown and cleaned(about["beskrivning"]).split("\n")[0].strip() in shown
    pdf = comparable_text(read_facts(next(file for key, file in result.files.items() if key.startswith("karta:"))).text)
    title = substitute_glyphs(one_line(snapshot.head.titel), "Lato")
    assert contains_text(title, pdf, frozenset(sign for sign in title if ord(sign) > 0x24F))
