"""An edition is one state: the same stamp on every file, recorded once, all of it or nothing."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from qgis.core import QgsVectorLayer

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.errors import Cancelled, ExportError, StoreError
from strukturbild_plugin.export.delivery.provenance import least_advanced
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.edition.manifest import NAME
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.export.file_names import slug, swedish_date
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.helpers import the
from tests.helpers import tool
from tests.store.helpers import new_file

DATA_ONLY = ("leverans", "webb")


class Stopped:
    """A user who cancels when the bar has come to `at`."""

    def __init__(self, at: float) -> None:
        self.at, self.progress = at, 0.0

    def setProgress(self, progress: float) -> None:
        self.progress = progress

    def isCanceled(self) -> bool:
        return self.progress >= self.at


def renamed(path: Path, name: str) -> None:
    """One object of the strukturbild gets another name."""
    with writing(path) as db:
        first = next(iter(db.objects()))
        db.update_objects([replace(first, namn=name)])


def contents(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
        for file in sorted(folder.rglob("*"))
    }


def test_every_file_carries_the_same_number_date_status_and_fingerprint(made_once):
    source, result = made_once
    snapshot = read_snapshot(source)
    (edition,) = snapshot.editions
    assert edition == result.edition and edition.nummer == 1 and edition.status == "utkast"
    assert edition.fingeravtryck == fingerprint(snapshot)
    assert edition.antal_objekt == len(snapshot.objects) and edition.antal_lankar == len(snapshot.links)
    date, short = swedish_date(edition.tid), edition.fingeravtryck[:12]

    pdf = the(result.folder, "*-a3.pdf")
    info = pypdf.PdfReader(pdf).metadata
    assert (info["/StrukturbildUtgava"], info["/StrukturbildDatum"]) == ("1", date)
    assert (info["/StrukturbildStatus"], info["/StrukturbildFingeravtryck"]) == ("utkast", edition.fingeravtryck)
    text = tool("pdftotext", pdf, "-")
    assert f"Utkast · Utgåva 1 · {date}" in text and short in text.replace(" ", "")

    page = the(result.folder, "*.html").read_text(encoding="utf-8")
    assert f'name="strukturbild-fingeravtryck" content="{edition.fingeravtryck}"' in page
    assert short in re.sub(r"\s", "", page) and date in page

    delivery = read_snapshot(the(result.folder, "*.gpkg"))
    assert delivery.editions == snapshot.editions and fingerprint(delivery) == edition.fingeravtryck

    manifest = json.loads((result.folder / NAME).read_text(encoding="utf-8"))
    assert manifest["utgava"]["nummer"] == 1 and manifest["utgava"]["datum"] == date
    assert manifest["utgava"]["fingeravtryck"] == edition.fingeravtryck
    assert manifest["antal"]["objekt"] == len(snapshot.objects)
    assert {entry["namn"] for entry in manifest["filer"]} == {p.name for p in result.folder.iterdir()} - {NAME}
    assert sum(manifest["antal"]["anmarkningar"].values()) == len(check(snapshot)) == len(result.findings)


def test_the_files_have_names_every_system_takes(made_once):
    names = sorted(path.name for path in made_once[1].folder.iterdir())
    assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in names)
    endings = [name.rsplit("-", 1)[-1] for name in names if "-utgava-1-" in name]
    assert endings == ["a3.pdf", "a3.png", "leverans.gpkg", "webb.html"]
    assert slug("Åre & Östersund: Målbild/2040 (Æ ø)") == "are-ostersund-malbild-2040-ae-o"
    assert slug("日本") == "strukturbild" and len(slug("x" * 500)) <= 60


def test_the_map_has_the_right_author_title_and_language(made_once):
    source, result = made_once
    head = read_snapshot(source).head
    reader = pypdf.PdfReader(the(result.folder, "*.pdf"))
    assert reader.metadata.title.startswith(head.titel) and reader.metadata.author == head.organisation
    assert reader.root_object["/Lang"] == "sv-SE"


def test_an_unchanged_strukturbild_gives_the_same_edition_again(made_once, tmp_path: Path):
    """Same number, date, fingerprint and words; where QGIS puts a label may differ from one drawing to the next."""
    source, result = made_once
    again = export(source, ExportRequest(tmp_path / "igen"))
    assert (again.is_new, again.edition) == (False, result.edition) and "oförändrad" in again.message
    assert len(read_snapshot(source).editions) == 1
    old, new = (sorted(path.name for path in folder.iterdir()) for folder in (result.folder, again.folder))
    assert old == new
    old_page, new_page = (the(folder, "*.html").read_text(encoding="utf-8") for folder in (result.folder, again.folder))
    assert _without_pictures(old_page) == _without_pictures(new_page)
    old_list, new_list = (
        json.loads((folder / NAME).read_text(encoding="utf-8")) for folder in (result.folder, again.folder)
    )
    assert all(old_list[part] == new_list[part] for part in ("utgava", "antal", "strukturbild", "underlag"))
    assert [entry["namn"] for entry in old_list["filer"]] == [entry["namn"] for entry in new_list["filer"]]


def _without_pictures(page: str) -> str:
    return re.sub(r'data:image/png;base64,[^"]*|(?<=innehall" content=")[0-9a-f]{64}', "", page)


def test_a_change_gives_the_next_number_and_a_change_back_the_one_after(example_file: Path, qgis_app, tmp_path: Path):
    wish = ExportRequest(tmp_path / "ut", formats=("webb",), who="Karin")
    old_name = next(iter(read_snapshot(example_file).objects)).namn
    first = export(example_file, wish)
    renamed(example_file, "Nytt namn")
    second = export(example_file, wish)
    renamed(example_file, old_name)
    third = export(example_file, wish)
    assert [one.edition.nummer for one in (first, second, third)] == [1, 2, 3]
    assert first.edition.fingeravtryck == third.edition.fingeravtryck != second.edition.fingeravtryck
    assert second.is_new and "Utgåva 2" in second.message
    assert len(list((tmp_path / "ut").glob("*/*-webb.html"))) == 3, "tidigare utgåvor ligger kvar"
    with writing(example_file) as db:
        rows = db.connection.execute("SELECT vem, vad FROM logg WHERE vad = 'utgava'").fetchall()
    assert rows == [("Karin", "utgava")] * 3


def test_another_status_is_another_edition_and_the_least_advanced_picture_decides(example_file, qgis_app, tmp_path):
    wish = ExportRequest(tmp_path / "ut", formats=("webb",))
    export(example_file, wish)
    with writing(example_file) as db:
        db.set_pictures([replace(picture, status="remiss") for picture in db.pictures()])
    second = export(example_file, wish)
    assert (second.edition.nummer, second.edition.status) == (2, "remiss")
    snapshot = read_snapshot(example_file)
    draft = replace(snapshot.pictures[0], bild_id="ny", status="utkast")
    with_draft = replace(snapshot, pictures=(*snapshot.pictures, draft))
    assert least_advanced(with_draft) == "remiss", "en tom bild räknas inte"
    moved = replace(with_draft, objects=(replace(snapshot.objects[0], bild_id="ny"), *snapshot.objects[1:]))
    assert least_advanced(moved) == "utkast"


def test_nothing_drawn_is_refused_and_leaves_nothing(qgis_app, tmp_path: Path):
    with pytest.raises(ExportError, match="ingenting är ritat"):
        export(new_file(tmp_path), ExportRequest(tmp_path / "ut"))
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("at", [0, 10, 60, 95])
def test_cancelling_leaves_what_was_there(example_file: Path, qgis_app, tmp_path: Path, at: float):
    folder = tmp_path / "ut"
    folder.mkdir()
    (folder / NAME).write_text("mitt eget")
    before = contents(folder)
    with pytest.raises(Cancelled):
        export(example_file, ExportRequest(folder, formats=DATA_ONLY), Stopped(at))
    assert contents(folder) == before
    assert read_snapshot(example_file).editions == ()


def test_a_failure_at_the_very_end_brings_the_old_files_back(example_file, qgis_app, tmp_path, monkeypatch):
    wish = ExportRequest(tmp_path / "ut", formats=DATA_ONLY)
    export(example_file, wish)
    before = contents(tmp_path / "ut")
    renamed(example_file, "Nytt namn")

    def gdal_errors_explained(*_arguments):
        raise StoreError("Det gick inte.")

    monkeypatch.setattr("strukturbild_plugin.store.writing.writer.Writer.finish", gdal_errors_explained)
    with pytest.raises(StoreError):
        export(example_file, wish)
    assert contents(tmp_path / "ut") == before
    monkeypatch.undo()
    assert len(read_snapshot(example_file).editions) == 1
    assert export(example_file, wish).edition.nummer == 2


def test_an_empty_map_stops_the_edition(example_file: Path, qgis_app, tmp_path: Path, monkeypatch):
    """QGIS can report success for an empty map (a broken extent); the finished file is looked at."""
    from strukturbild_plugin.export.edition import sheet_files as making_sheets

    real = making_sheets.make_sheet

    def empty(*arguments, **more):
        sheet = real(*arguments, **more)
        monkeypatch.setattr(sheet, "write_pdf", lambda path, _feedback, **how: _without_map(sheet, path, **how))
        return sheet

    def _without_map(sheet, path, **how):
        from qgis.core import QgsLayoutItemMap

        facts = type(sheet).write_pdf(sheet, path, **how)
        for item in list(sheet.layout.items()):
            if isinstance(item, QgsLayoutItemMap):
                item.setLayers([])
        sheet.facts = replace(sheet.facts, node_names=())  # else the sheet itself refuses
        type(sheet).write_pdf(sheet, path, **how)
        return facts

    monkeypatch.setattr(making_sheets, "make_sheet", empty)
    with pytest.raises(ExportError, match="saknar namn"):
        export(example_file, ExportRequest(tmp_path / "ut", formats=("karta",)))
    assert not (tmp_path / "ut").exists() and read_snapshot(example_file).editions == ()


def test_it_works_while_somebody_edits_and_shows_only_what_is_saved(example_file: Path, qgis_app, tmp_path: Path):
    layer = QgsVectorLayer(f"{example_file}|layername=nod", "nod", "ogr")
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("namn"), "Osparad ort")
    result = export(example_file, ExportRequest(tmp_path / "ut", formats=DATA_ONLY))
    page = result.files["webb"].read_text(encoding="utf-8")
    assert "Osparad ort" not in page
    assert layer.commitChanges(), layer.commitErrors()
    second = export(example_file, ExportRequest(tmp_path / "ut", formats=DATA_ONLY))
    assert second.edition.nummer == 2 and "Osparad ort" in second.files["webb"].read_text(encoding="utf-8")


def test_what_is_saved_during_the_export_is_the_next_editions(example_file, qgis_app, tmp_path):
    class Busybody(Stopped):
        """Saves a change in the middle of the export."""

        done = False

        def setProgress(self, progress: float) -> None:
            if progress > 20 and not self.done:
                self.done = True
                renamed(example_file, "Mitt i exporten")

    before = fingerprint(read_snapshot(example_file))
    result = export(example_file, ExportRequest(tmp_path / "ut", formats=DATA_ONLY), Busybody(999))
    assert result.edition.fingeravtryck == before == fingerprint(read_snapshot(result.files["leverans"]))
    assert "Mitt i exporten" not in result.files["webb"].read_text(encoding="utf-8")
    assert export(example_file, ExportRequest(tmp_path / "ut2", formats=("webb",))).edition.nummer == 2


def test_two_who_export_at_once_do_not_get_the_same_number(example_file, qgis_app, tmp_path):
    class Colleague(Stopped):
        """Makes an edition of another state in the middle of ours."""

        done = False

        def setProgress(self, progress: float) -> None:
            if progress > 20 and not self.done:
                self.done = True
                renamed(example_file, "Kollegans")
                export(example_file, ExportRequest(tmp_path / "kollegans", formats=("webb",)))

    with pytest.raises(ExportError, match="samtidigt"):
        export(example_file, ExportRequest(tmp_path / "ut", formats=("webb",)), Colleague(999))
    assert not (tmp_path / "ut").exists()
    assert [edition.nummer for edition in read_snapshot(example_file).editions] == [1]


def test_one_picture_or_some_formats_can_be_chosen(example_file: Path, qgis_app, tmp_path: Path):
    picture = read_snapshot(example_file).pictures[0]
    result = export(example_file, ExportRequest(tmp_path / "ut", bild_id=picture.namn, formats=("bild",)))
    assert set(result.files) == {f"bild:{picture.bild_id}", "manifest"}
    assert {file.suffix for file in result.folder.iterdir()} == {".png", ".json"}
    for wish, word in (
        (ExportRequest(tmp_path / "ut", bild_id="Finns inte"), picture.namn),
        (ExportRequest(tmp_path / "ut", formats=("docx",)), "leverans"),
    ):
        with pytest.raises(ExportError, match=word):
            export(example_file, wish)


def test_a_folder_that_cannot_be_written_in_gets_a_sentence(example_file: Path, qgis_app, tmp_path: Path):
    (tmp_path / "fil").write_text("ingen mapp")
    with pytest.raises(ExportError, match="går inte att skriva i"):
        export(example_file, ExportRequest(tmp_path / "fil" / "ut", formats=("webb",)))


def test_the_date_is_the_one_in_sweden():
    assert swedish_date("2026-11-20T22:59:00.000Z") == "2026-11-20"
    assert swedish_date("2026-11-20T23:01:00.000Z") == "2026-11-21"
    assert swedish_date("2026-07-01T22:01:00Z") == "2026-07-02"
    assert swedish_date("2026-10-24T22:30:00Z") == "2026-10-25"
    assert swedish_date("2026-10-25T22:30:00Z") == "2026-10-25"


def test_the_source_is_left_free(made_once):
    connection = sqlite3.connect(made_once[0], timeout=0.1)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    connection.close()


def test_maps_of_several_papers_and_kinds_belong_to_one_edition(example_file: Path, qgis_app, tmp_path: Path):
    wish = ExportRequest(
        tmp_path / "ut", formats=("karta",), paper="A4-staende", papers=("a3", "A4-staende"), kinds=("arbetsblad",)
    )
    result = export(example_file, wish)
    maps = sorted(file.name.partition("-1-")[2] for file in result.files.values() if file.suffix == ".pdf")
    picture = "malbild-for-straket"
    assert maps == [
        f"{kind}-{picture}-{paper}.pdf" for kind in ("arbetsblad", "karta") for paper in ("a3", "a4-staende")
    ]
    listed = json.loads(result.files["manifest"].read_text(encoding="utf-8"))["filer"]
    assert len(listed) == 4 and {entry["slag"] for entry in listed} == {"karta"}
    assert len({entry["bild_id"] for entry in listed}) == 1
    assert verify(tmp_path / "ut").status == "same"
    with pytest.raises(ExportError, match="rollup"):
        export(example_file, ExportRequest(tmp_path / "ut2", papers=("A11",)))
    assert not (tmp_path / "ut2").exists()
