"""verify says same, different or tampered, and which file, from the files alone: after real tampering."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pypdf
import pytest
from qgis.core import QgsProject, QgsVectorLayer

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.edition.manifest import NAME, checksum, file_digest
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.gui.status_texts import verdict_sentence
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.qgis_project.embedded_project import project_address
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.helpers import the


@pytest.fixture(scope="session")
def second(made_once, tmp_path_factory) -> Path:
    """The folder of the next edition, after a change."""
    folder = tmp_path_factory.mktemp("andra")
    source = Path(shutil.copy(made_once[0], folder / "strukturbild.gpkg"))
    with writing(source) as db:
        db.connection.execute("UPDATE nod SET beskrivning = 'Ändrad' WHERE namn = 'Karlstad'")
    made = export(source, ExportRequest(folder / "ut"))
    assert made.edition.nummer == 2
    return made.folder


def run_sql(path: Path, sql: str) -> None:
    connection = connect(path)
    assert connection.execute(sql).rowcount > 0
    connection.close()


def rewrite(folder: Path, change) -> None:
    """Change the manifest by hand."""
    manifest = json.loads((folder / NAME).read_text(encoding="utf-8"))
    change(manifest)
    (folder / NAME).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def blamed(folder: Path, status: str) -> set[str]:
    """The files that are said to be of `status`, which is also the answer for the folder."""
    verdict = verify(folder)
    assert verdict.status == status, [str(detail) for detail in verdict.details]
    assert all(detail.sentence.endswith(".") for detail in verdict.details)
    return {Path(detail.file).suffix for detail in verdict.details if detail.status == status}


def test_an_edition_as_it_was_made_is_the_same(edition: Path, made_once):
    verdict = verify(edition)
    assert verdict.status == "same" and verdict.fingerprint == made_once[1].edition.fingeravtryck
    assert len(verdict.details) == 5 and str(verdict.details[0]).startswith("manifest.json: ")


def test_verifying_does_not_touch_the_files(edition: Path):
    before = {file.name: file_digest(file) for file in edition.iterdir()}
    verify(edition)
    assert {file.name: file_digest(file) for file in edition.iterdir()} == before


def test_a_folder_may_be_renamed_and_moved(edition: Path, tmp_path: Path):
    (tmp_path / "Åt kommunen").mkdir()
    assert verify(edition.rename(tmp_path / "Åt kommunen" / "utgåva ett")).status == "same"


def test_opening_the_geopackage_in_qgis_changes_its_bytes_but_not_the_answer(edition: Path):
    path = the(edition, "*.gpkg")
    before = file_digest(path)
    layer = QgsVectorLayer(f"{path}|layername=nod", "nod", "ogr")
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    column = layer.fields().indexOf("namn")
    layer.changeAttributeValue(feature.id(), column, "Något")
    assert layer.commitChanges() and layer.startEditing()
    layer.changeAttributeValue(feature.id(), column, feature["namn"])
    assert layer.commitChanges()
    project = QgsProject()
    assert project.read(project_address(path)) and project.write(project_address(path))
    del layer
    project.clear()
    assert file_digest(path) != before
    assert verify(edition).status == "same"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE nod SET namn = 'Ny ort' WHERE namn = 'Karlstad'",
        "UPDATE strak SET stallningstagande = 'Något annat'",
        "UPDATE objekt_mal SET bidrag = -2",
        "DELETE FROM objekt_mal WHERE fid = (SELECT min(fid) FROM objekt_mal)",
        "UPDATE bild SET status = 'antagen'",
        "UPDATE strukturbild SET titel = 'En annan'",
        "UPDATE nod SET geom = (SELECT geom FROM nod WHERE namn = 'Karlstad')",
        "UPDATE nod SET mal = 'Alla mål' WHERE namn = 'Karlstad'",
        "UPDATE om_leveransen SET varde = '7' WHERE uppgift = 'Utgåva'",
        "UPDATE utgava SET status = 'antagen'",
        "UPDATE utgava SET fingeravtryck = 'abc'",
        "UPDATE utgava SET tid = '2020-01-01T00:00:00.000Z'",
    ],
)
def test_an_edited_geopackage_is_tampered_with(edition: Path, sql: str):
    run_sql(the(edition, "*.gpkg"), sql)
    assert blamed(edition, "tampered") == {".gpkg"}


@pytest.mark.parametrize("ending", [".pdf", ".gpkg", ".html", ".png"])
def test_a_file_of_another_edition_is_different(edition: Path, second: Path, ending: str):
    shutil.copy(the(second, f"*{ending}"), the(edition, f"*{ending}"))
    assert blamed(edition, "different") == {ending}


def test_the_manifest_of_another_edition_is_different(edition: Path, second: Path):
    names = {path.suffix: path.name for path in edition.iterdir()}
    manifest = json.loads((second / NAME).read_text(encoding="utf-8"))
    for entry in manifest["filer"]:
        entry["namn"] = names[Path(entry["namn"]).suffix]
    manifest["kontrollsumma"] = checksum({key: value for key, value in manifest.items() if key != "kontrollsumma"})
    (edition / NAME).write_text(json.dumps(manifest), encoding="utf-8")
    assert ".json" in blamed(edition, "different")


def test_an_edited_map_is_tampered_with_even_when_the_manifest_is_made_to_fit(edition: Path):
    pdf = the(edition, "*.pdf")
    writer = pypdf.PdfWriter(clone_from=pdf)
    drawing = pypdf.generic.DecodedStreamObject()
    drawing.set_data(writer.pages[0].get_contents().get_data() + b"\n1 1 1 rg 0 0 300 300 re f\n")
    writer.pages[0][pypdf.generic.NameObject("/Contents")] = writer._add_object(drawing)
    writer.write(pdf)
    assert blamed(edition, "tampered") == {".pdf"}

    def fit(manifest):
        next(entry for entry in manifest["filer"] if entry["slag"] == "karta")["sha256"] = file_digest(pdf)

    rewrite(edition, fit)
    assert blamed(edition, "tampered") == {".pdf", ".json"}


def test_a_map_whose_metadata_are_made_to_fit_is_tampered_with(edition: Path, second: Path):
    """The map of edition 2 with edition 1's fingerprint written into its properties: the page says otherwise."""
    ours = the(edition, "*.pdf")
    wanted = pypdf.PdfReader(ours).metadata
    writer = pypdf.PdfWriter(clone_from=the(second, "*.pdf"))
    writer.add_metadata(
        {key: wanted[key] for key in wanted if key.startswith("/Strukturbild") and "Innehall" not in key}
    )
    writer.write(ours)
    assert blamed(edition, "tampered") == {".pdf"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("Karlstad", "Karlskrona"), ("stödjer starkt", "motverkar"), ("Utkast", "Antagen")],
)
def test_an_edited_page_is_tampered_with(edition: Path, old: str, new: str):
    page = the(edition, "*.html")
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")
    assert blamed(edition, "tampered") == {".html"}


def test_an_edited_preview_is_tampered_with(edition: Path):
    png = the(edition, "*.png")
    data = bytearray(png.read_bytes())
    data[len(data) // 2] ^= 1
    png.write_bytes(data)
    assert blamed(edition, "tampered") == {".png"}


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest["utgava"].update(status="antagen"),
        lambda manifest: manifest["antal"].update(objekt=1),
        lambda manifest: manifest.update(licens="fritt fram"),
        lambda manifest: manifest.pop("kontrollsumma"),
    ],
)
def test_an_edited_manifest_is_tampered_with(edition: Path, change):
    rewrite(edition, change)
    assert ".json" in blamed(edition, "tampered")


def test_laying_the_manifest_out_anew_is_no_change(edition: Path):
    rewrite(edition, lambda manifest: None)
    assert verify(edition).status == "same"


@pytest.mark.parametrize("ending", [".pdf", ".gpkg", ".html", ".png", ".json"])
def test_a_missing_file_is_told(edition: Path, ending: str):
    the(edition, f"*{ending}").unlink()
    assert blamed(edition, "different") == {ending}
    assert any("saknas" in detail.sentence for detail in verify(edition).details)


def test_without_a_manifest_the_files_are_compared_with_each_other(edition: Path, second: Path):
    (edition / NAME).unlink()
    shutil.copy(the(second, "*.pdf"), edition / "karta.pdf")
    verdict = verify(edition)
    assert verdict.status == "different" and verdict.fingerprint == ""
    assert any("olika utgåvor" in detail.sentence for detail in verdict.details)


@pytest.mark.parametrize("data", [b"", b"skr\xe4p", b"%PDF-1.4 trasig", b"<html>", b"SQLite format 3\0" + b"\0" * 100])
def test_rubbish_in_place_of_a_file_gets_a_sentence(edition: Path, data: bytes):
    for file in edition.iterdir():
        file.write_bytes(data)
        assert verify_or_refuse(edition) == "tampered"


def verify_or_refuse(folder: Path) -> str:
    """The status; that nothing of an edition is left is also an answer."""
    try:
        return verify(folder).status
    except ExportError as error:
        assert "ingen utgåva" in str(error)
        return "tampered"


def test_a_manifest_cannot_point_outside_its_folder(edition: Path):
    for name in ("../hemligt.txt", "/etc/passwd", "..\\x", "C:x", ""):
        rewrite(edition, lambda manifest, name=name: manifest["filer"][0].update(namn=name))
        assert blamed(edition, "tampered") == {".json"}


def test_where_there_is_no_edition_a_sentence_says_so(tmp_path: Path):
    with pytest.raises(ExportError, match="finns inte"):
        verify(tmp_path / "borta")
    with pytest.raises(ExportError, match="ingen utgåva"):
        verify(tmp_path)


def test_a_strukturbild_beside_the_edition_is_left_out(edition: Path, made_once):
    shutil.copy(made_once[0], edition / "arbetsfil.gpkg")
    assert verify(edition).status == "same"
    assert sqlite3.connect(edition / "arbetsfil.gpkg").execute("SELECT count(*) FROM nod").fetchone()[0] > 5


def test_what_the_manifest_does_not_list_is_named_and_not_vouched_for(edition: Path, second: Path):
    (edition / "läs mig.txt").write_text("Den här utgåvan är beslutad")
    shutil.copy(the(second, "*.pdf"), edition / "ny karta.pdf")
    shutil.copytree(second, edition / "nästa")
    (edition / "bilder").mkdir()
    (edition / f"{the(edition, '*leverans.gpkg').name}-wal").write_bytes(b"")
    verdict = verify(edition)
    assert verdict.status == "same" and verdict.outside == ("bilder/", "läs mig.txt", "ny karta.pdf", "nästa/")
    assert sum(detail.status == "same" for detail in verdict.details) == 5
    said = verdict_sentence(verdict)
    assert "som innehållsförteckningen räknar upp" in said and "läs mig.txt" in said and "nästa/" in said


def test_a_folder_of_several_editions_is_answered_for_each(edition: Path, second: Path):
    chosen = edition.parent
    shutil.copytree(second, chosen / "utgava-2")
    (chosen / "fil.gpkg").write_bytes(b"arbetsfilen")
    verdict = verify(chosen)
    assert verdict.status == "same" and [name for name, _part in verdict.parts] == ["utgava-1", "utgava-2"]
    assert "fil.gpkg" in verdict.outside and verdict.fingerprint == ""
    the(chosen / "utgava-2", "*.html").unlink()
    assert {detail.file.partition("/")[0] for detail in verify(chosen).details if detail.status == "different"} == {
        "utgava-2"
    }
    said = verdict_sentence(verify(chosen))
    assert said.startswith("I mappen finns 2 utgåvor.") and "”utgava-1”: Filerna hör ihop" in said
    assert "”utgava-2”: Filerna hör inte ihop" in said and "fil.gpkg" in said


def test_a_manifest_that_programs_read_differently_is_tampered_with(edition: Path):
    text = (edition / NAME).read_text(encoding="utf-8")
    (edition / NAME).write_text(text.replace('"licens"', '"licens": "fritt fram", "licens"', 1), encoding="utf-8")
    assert ".json" in blamed(edition, "tampered")


def test_a_manifest_of_nothing_or_of_the_same_file_twice_is_tampered_with(edition: Path):
    def sealed(manifest, files):
        manifest["filer"] = files
        manifest["kontrollsumma"] = checksum({key: one for key, one in manifest.items() if key != "kontrollsumma"})

    files = json.loads((edition / NAME).read_text(encoding="utf-8"))["filer"]
    for wrong in ([], [*files, files[0]]):
        rewrite(edition, lambda manifest, wrong=wrong: sealed(manifest, wrong))
        assert blamed(edition, "tampered") == {".json"}
    rewrite(edition, lambda manifest: sealed(manifest, files))
    text = (edition / NAME).read_text(encoding="utf-8")
    (edition / NAME).write_text("\ufeff" + text, encoding="utf-8")
    assert verify(edition).status == "same", "ett märke för byteordning är ingen ändring"
