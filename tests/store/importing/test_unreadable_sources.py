"""What cannot be read says so and how to save it, and nothing that a file points at is followed."""

from __future__ import annotations

import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strukturbild_plugin.errors import ImportRefused
from strukturbild_plugin.store.importing.reading.formats import CHILD_FORMATS, readable_endings
from strukturbild_plugin.store.importing.source import layers_in, open_source
from tests.store.importing.encoding_helpers import gpx_text, kml_text, shapefile
from tests.store.importing.format_helpers import gml, kmz, read

# --- what a file points at


def test_nothing_that_a_file_points_at_is_fetched(tmp_path: Path) -> None:
    asked = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_GET

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        here = f"127.0.0.1:{server.server_port}"
        with zipfile.ZipFile(kmz(tmp_path / "k.kmz")) as archive:
            kml = archive.read("doc.kml").decode()
        for name, text in (("w.gml", gml(tmp_path / "w.gml").read_text(encoding="utf-8")), ("k.kml", kml)):
            (tmp_path / name).write_text(text.replace("127.0.0.1:9", here), encoding="utf-8")
            assert here in (tmp_path / name).read_text(encoding="utf-8")
            assert len(read(tmp_path / name)[0]) == 1
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


@pytest.mark.parametrize("name", ["laugh.kml", "laugh.gpx", "laugh.gml", "x.kml", "x.gpx", "x.gml"])
def test_entities_neither_grow_nor_read_files(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "hemlig.txt"
    secret.write_text("HEMLIGT", encoding="utf-8")
    grow = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    entities = f'<!ENTITY a0 "hej">{grow}' if name.startswith("laugh") else f'<!ENTITY a9 SYSTEM "{secret.as_uri()}">'
    writers = {".kml": kml_text, ".gpx": gpx_text}
    text = writers[Path(name).suffix]() if Path(name).suffix in writers else gml(tmp_path / "a.gml").read_text("utf-8")
    head, _, body = text.replace("Åmål", "&a9;").partition("?>")
    (tmp_path / name).write_text(f"{head}?><!DOCTYPE x [{entities}]>{body}", encoding="utf-8")
    try:
        texts = str(read(tmp_path / name))
    except ImportRefused as refused:
        texts = str(refused)
    assert "HEMLIGT" not in texts and len(texts) < 100_000


# --- what cannot be read


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.mdb", "filgeodatabas"), ("a.dwg", "Spara den som DXF"), ("a.pdf", "bild av kartan"),
        ("a.xls", "filformatet xlsx"),
        ("a.qgz", "Exportera > Spara objekt som"), ("a.tif", "Raster till vektor"), ("a.lyrx", "pekar på data"),
        ("a.pbf", "Spara objekt som"), ("a.docx", "Kopiera tabellen till Excel"), ("a.sld", "stil utan objekt"),
        ("a.prj", r"Kopiera hit även a\.shp"), ("a.mid", r"Kopiera hit även a\.mif"), ("a.rar", "Packa upp"),
        ("a.konstig", "Spara den som GeoPackage, shapefil"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_it_is_and_how_to_save_it(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_bytes(b"\x00\x01\x02")
    with pytest.raises(ImportRefused, match=words):
        layers_in(tmp_path / name)


def test_the_part_of_a_shapefile_that_was_chosen_opens_the_whole(tmp_path: Path) -> None:
    shapefile(tmp_path / "orter.shp", "UTF-8")
    for ending in (".prj", ".shx", ".shp"):
        assert [layer.count for layer in layers_in((tmp_path / "orter").with_suffix(ending))] == [2]


JUNK = [b"PK\x03\x04", b"SQLite format 3\0", b"<?xml?>", b"fgb\x03", b"{", b"II*\0", b'"a', b"PAR1", b"\xff\xfe;\0"]


def _layers_or_a_sentence(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    try:
        with open_source(file) as opened:
            for layer in opened.layers():
                list(opened.layer(layer.name).rows())
    except ImportRefused as refused:
        assert str(refused).endswith(".")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([each for each in readable_endings() if each not in CHILD_FORMATS] + [".vrt", ".bin"]),
    st.one_of(st.binary(max_size=200), st.sampled_from(JUNK)),
)
def test_any_bytes_under_any_ending_give_layers_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, ending: str, data: bytes
) -> None:
    _layers_or_a_sentence(tmp_path_factory.mktemp("skräp") / f"a{ending}", data)


@pytest.mark.parametrize("ending", sorted({form.drivers: each for each, form in CHILD_FORMATS.items()}.values()))
def test_junk_for_a_process_of_its_own_gives_a_sentence(tmp_path: Path, ending: str) -> None:
    _layers_or_a_sentence(tmp_path / f"a{ending}", JUNK[len(ending) % len(JUNK)] + bytes(range(256)))
