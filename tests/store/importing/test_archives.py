"""Zip files: all that lies in them is offered, and nothing in them leads out or grows without end."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from strukturbild_plugin.errors import ImportRefused
from strukturbild_plugin.store.importing.reading import archives
from strukturbild_plugin.store.importing.source import layers_in, open_source
from tests.store.importing.encoding_helpers import PLACES, shapefile
from tests.store.importing.format_helpers import LINE_WKT, ORT, zipped
from tests.store.importing.helpers import write_layer


def test_a_zip_file_gives_all_its_layers_and_names_what_it_leaves(tmp_path: Path) -> None:
    shapefile(tmp_path / "å.shp", "CP1252")
    write_layer(tmp_path / "b.gpkg", [LINE_WKT], values=[ORT], name="stråk")
    zipped(tmp_path / "inre.zip", tmp_path / "b.gpkg")
    source = zipped(tmp_path / "alla.zip", tmp_path / "å.shp", tmp_path / "b.gpkg", tmp_path / "inre.zip")
    assert {(layer.kind, layer.count) for layer in layers_in(source)} == {("punkt", 2), ("linje", 1)}
    with open_source(source) as opened:
        names = {row.values["Tätort"] for row in opened.layer("å").rows()}
        assert names == set(PLACES)
        assert any("Packade filer i alla.zip lästes inte: inre.zip" in note for note in opened.notes)


@pytest.mark.parametrize("name", ["../../ute.geojson", "/tmp/ute.geojson", "C:\\ute.geojson", "..\\..\\ute.geojson"])
def test_a_name_that_leads_out_of_the_folder_does_not(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "elak.zip", "w") as archive:
        archive.writestr(name, '{"type":"FeatureCollection","features":[]}')
    (tmp_path / "ut").mkdir()
    (file,), _ = archives.unpacked(tmp_path / "elak.zip", tmp_path / "ut")
    assert (tmp_path / "ut") in file.resolve().parents
    assert not (tmp_path / "ute.geojson").exists() and not (tmp_path.parent / "ute.geojson").exists()


def test_a_zip_bomb_is_refused_by_what_it_says_and_by_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_BYTES", 50_000)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.geojson", b" " * 100_000)
    with pytest.raises(ImportRefused, match="för stor när den packas upp"):
        layers_in(bomb)
    size = (100_000).to_bytes(4, "little")
    bomb.write_bytes(bomb.read_bytes().replace(size, (10).to_bytes(4, "little")))
    with pytest.raises(ImportRefused, match="packa"):
        layers_in(bomb)
    shutil.copy(bomb, tmp_path / "bomb.xlsx")
    with pytest.raises(ImportRefused):
        layers_in(tmp_path / "bomb.xlsx")


def test_a_zip_file_without_objects_says_what_it_has(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("karta.pdf", b"%PDF")
    with pytest.raises(ImportRefused, match=r"ingen fil med objekt, bara karta\.pdf"):
        layers_in(tmp_path / "z.zip")
