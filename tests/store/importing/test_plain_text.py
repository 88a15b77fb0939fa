"""Texts of a file as plain text in one encoding: what is mended or taken out is said once, with number and example."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.encoding import encoding_of, lost_letters, text_of
from strukturbild_plugin.printable_text import odd_signs
from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects
from strukturbild_plugin.store.importing.reading.plain_text import cleaning_notes, column_name, plain_text
from strukturbild_plugin.store.importing.source import open_source
from tests.store.importing.encoding_helpers import kml_text
from tests.store.importing.helpers import KARLSTAD, objects_in, point, write_layer


@pytest.mark.parametrize(
    ("web", "plain"),
    [
        ("<p>Tät ort<br>vid <b>älven</b></p>", "Tät ort\nvid älven"),
        ("&aring;&auml;&ouml;&nbsp;&amp; mer", "åäö & mer"),
        ("&lt;b&gt;Kil&lt;/b&gt;", "Kil"),
        ("<html><style>p{color:red}</style><table><tr><td>Namn</td><td>Kil</td></tr></table>", "Namn Kil"),
        ("<script>alert(1)</script>Kil<!-- gömt -->", "Kil"),
        ('<a href="https://example.org">Planen</a>', "Planen"),
    ],
)
def test_a_web_page_becomes_its_text(web: str, plain: str) -> None:
    assert unicodedata.normalize("NFKC", plain_text(web)) == plain
    assert "HTML-kod togs bort ur 1 av lagrets texter" in cleaning_notes([web, "Kil"])[0]


@pytest.mark.parametrize("text", ["<5 min", "5<10", "A < B och B > A", "<Kil>", "a <b och c> d", "AT&T; R&D", "x & y"])
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert plain_text(text) == text
    assert cleaning_notes([text]) == ()


def test_control_codes_and_invisible_characters_go_and_are_named() -> None:
    assert plain_text("Karl\u200bstad\x07") == "Karlstad"
    assert column_name("\ufeff Na\u0301mn\u200b \n") == "Námn"
    (note,) = cleaning_notes(["Karl\u200bstad", "Kil", "Gr\x07ums"])
    assert "i 2 av lagrets texter, till exempel U+200B, blanksteg utan bredd i ”Karlstad”" in note


@given(st.text(st.sampled_from("<>/pbri=\"' &;#amn\n\u200b\x00Å")))
def test_plain_text_is_plain_whatever_it_was(text: str) -> None:
    found = plain_text(text)
    assert not odd_signs(found)
    assert plain_text(found) == found or "<" in found or "&" in found


def test_texts_are_cleaned_and_said_on_the_way_in(bild: Path, tmp_path: Path) -> None:
    values = [{"namn": "Karl\u200bstad", "Om": "<p>Stad</p>"}, {"namn": "A\u030ama\u030al", "Om": "<5 min"}]
    shapes = [point(KARLSTAD), point((KARLSTAD[0] + 900, KARLSTAD[1]))]
    source = write_layer(tmp_path / "orter.gpkg", shapes, values=values)
    report = import_objects(bild, ImportRequest(source, fields={"namn": "namn", "beskrivning": "om"}))
    assert {each.namn: each.attribut["beskrivning"] for each in objects_in(bild)} == {
        "Karlstad": "Stad",
        "Åmål": "<5 min",
    }
    assert sum("HTML-kod" in note for note in report.notes) == sum("Osynliga" in note for note in report.notes) == 1


def test_the_encoding_is_decided_once_for_all_layers_of_a_file(tmp_path: Path) -> None:
    """The second layer alone would have been taken for something else: its one letter says nothing."""
    twice = "FagerÃ¥s"
    source = write_layer(tmp_path / "orter.gpkg", [point(KARLSTAD)], values=[{"namn": twice}], name="ett")
    with open_source(source) as opened:
        assert [row.values["namn"] for row in opened.layer().rows()] == ["Fagerås"]
    from osgeo import ogr

    data = ogr.Open(str(source), 1)
    layer = data.CreateLayer("två")
    layer.CreateField(ogr.FieldDefn("namn", ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature["namn"] = "Åmål"
    layer.CreateFeature(feature)
    del feature, layer, data
    with open_source(source) as opened:
        first, second = opened.layer("ett"), opened.layer("två")
        assert [row.values["namn"] for layer in (first, second) for row in layer.rows()] == [twice, "Åmål"]
        assert first.notes == second.notes and "bör vara ”Fagerås”" in first.notes[0]


def test_what_is_said_of_the_letters_is_said_once(tmp_path: Path) -> None:
    source = tmp_path / "orter.csv"
    source.write_text('Namn;E;N\n"FagerÃ¥s, Ã…mÃ¥l";1;2\nÅ, Sk?ne;3;4\n', encoding="utf-8")
    kml = tmp_path / "orter.kml"
    kml.write_text('<?xml version="1.0"?>' + kml_text().partition("?>")[2], encoding="utf-8")
    for file, number in ((source, 2), (kml, 0)):
        with open_source(file) as opened:
            notes = opened.layer().notes
        assert len(notes) == number
    with open_source(source) as opened:
        assert ["felkodade" in note or "”Å, Sk?ne”" in note for note in opened.layer().notes] == [True, True]


# --- letters that other programs have spoilt

SWEDISH = st.text(st.sampled_from("åäöÅÄÖéabcdeKLM -"), min_size=1).filter(lambda text: not text.isascii())


@given(SWEDISH, st.sampled_from(["cp1252", "cp850", "cp437", "mac_roman"]), st.integers(1, 2))
def test_utf_8_taken_for_another_code_is_put_right_and_said(text: str, codec: str, times: int) -> None:
    spoilt = text
    for _ in range(times if codec == "cp1252" else 1):
        # Windows gives the five bytes that Windows-1252 has no letter for the same number.
        letters = (bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in spoilt.encode())
        spoilt = "".join(letters)
    found = encoding_of([spoilt.encode()])
    assert found.text(spoilt.encode()) == text
    assert "rättades i 1 av filens texter" in found.notes[0]


@given(st.lists(SWEDISH, min_size=1), st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"]))
def test_swedish_text_is_read_right_in_any_usual_encoding(texts: list[str], codec: str) -> None:
    whole = ";".join(["Tätort;Åar;Öar;Ängar"] * 3 + texts)
    found, encoding = text_of(whole.encode(codec))
    assert found == whole
    assert bool(encoding.notes) is (codec in ("cp1252", "latin-1"))


@pytest.mark.parametrize(("text", "lost"), [
    ("Sk?ne", True), ("?rebro", True), ("V?rmland", True), ("Sk\ufffdne", True),
    ("Hur då?", False), ("Vad? Jo.", False), ("https://example.org/a?b=c", False), ("?", False),
])  # fmt: skip
def test_letters_lost_before_are_counted_with_an_example(text: str, lost: bool) -> None:
    pieces = [b"Kil", text.encode(), "Åmål".encode()]
    notes = lost_letters(pieces, encoding_of(pieces))
    assert (
        any(f"gått förlorade i 1 av filens texter innan den kom hit, till exempel ”{text}”" in n for n in notes) is lost
    )
