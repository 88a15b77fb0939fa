"""A workshop without a window: the groups' files are made, and merged again, with the same words as the window."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from strukturbild_plugin.store.importing.spreadsheet import rows_from_spreadsheet
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.freezing import freeze, workshops_in
from strukturbild_plugin.workshop.group_copy import group_copy
from tests.processing.helpers import run
from tests.store.helpers import karlstad, new_file
from tests.workshop.helpers import change, content
from tests.workshop.synthesis.helpers import workshop_file


@pytest.fixture
def main(tmp_path: Path) -> Path:
    path = new_file(tmp_path)
    with writing(path, "anna") as db:
        db.add_objects(karlstad())
    return path


def test_groups_and_municipalities_get_files_which_are_merged_with_the_questions_counted(
    provider, base_data: Path, main: Path, tmp_path: Path
) -> None:
    made = run(
        provider,
        "workshop_copies",
        FIL=str(main),
        MAPP=str(tmp_path),
        NAMN="Målbild",
        GRUPPER="Bord 1, Bord 2",
        KOMMUNER=True,
        FAR_ANDRA="nytt",
        NIVA=4,
        SENAST="15 januari",
    )
    files = {name: Path(path) for name, path in json.loads(made["FILER"]).items()}
    assert made["ANTAL"] == len(files) == 2 + 16 + 12, "kommunerna i Värmland och Örebro"
    assert Path(made["HANDLEDARBLAD"]).parent == Path(made["MEJL"]).parent == tmp_path
    mails = Path(made["MEJL"]).read_text(encoding="utf-8-sig")
    assert mails.count("senast 15 januari") == 28 and "Målbild - Arvika.gpkg" in mails
    told = group_copy(files["Arvika"])
    assert (told.grupp, told.far_andra, told.workshop) == ("Arvika", "nytt", "Målbild")

    change(files["Bord 1"], "Karlstad", namn="Solstaden")
    change(files["Bord 2"], "Karlstad", namn="Residensstaden", niva="regional")
    (tmp_path / "trasig.gpkg").write_text("ingen databas")
    with writing(main, "anna") as db:
        freeze(db, workshops_in(db.connection)[-1].workshop_id)
    feedback = QgsProcessingFeedback(False)
    copies = [str(files["Bord 1"]), str(files["Bord 2"]), str(tmp_path / "trasig.gpkg")]
    merged = run(provider, "merge", feedback, FIL=str(main), KOPIOR=copies, RESULTAT=str(tmp_path / "hopslagen.gpkg"))
    assert (merged["ANDRADE"], merged["FRAGOR"], merged["VANTAR"]) == (1, 1, 1)
    assert [one["blev"] for one in json.loads(merged["KOPIORNA"])] == ["sammanslagen", "sammanslagen", "utelamnad"]
    assert feedback.textLog().count("efter att workshopen frystes") == 2 and "trasig.gpkg" in feedback.textLog()
    assert {one.niva for one in content(Path(merged["RESULTAT"])).objects if one.namn == "Karlstad"} == {"regional"}


def test_what_goes_wrong_is_a_sentence_and_leaves_no_file(provider, main: Path, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    with pytest.raises(QgsProcessingException, match="inga grupper"):
        run(provider, "workshop_copies", FIL=str(main), MAPP=str(tmp_path), NAMN="Målbild")
    with pytest.raises(QgsProcessingException, match="Inga kopior"):
        run(provider, "merge", FIL=str(main), RESULTAT=str(tmp_path / "ny.gpkg"))
    assert set(tmp_path.iterdir()) == before


def test_what_groups_drew_alike_is_listed_and_drawn(provider, base_data: Path, tmp_path: Path) -> None:
    files = {name: tmp_path / f"ny/enighet.{ending}" for name, ending in (("HTML", "html"), ("BLAD", "pdf"))}
    for ending in ("csv", "xlsx"):
        files["TABELL"] = tmp_path / f"ny/enighet.{ending}"
        told = run(provider, "synthesis", FIL=str(workshop_file(tmp_path)), **{n: str(f) for n, f in files.items()})
        assert (told["GRUPPER"], told["OBJEKT"], told["FLERA"]) == (6, 6, 4)
    cells = "Grön kil", "Frykenkilen", "Målbild", "3", "6", "Bord 1, Bord 2, Bord 3"
    assert ";".join(cells) in (tmp_path / "ny/enighet.csv").read_text(encoding="utf-8-sig")
    sheet = rows_from_spreadsheet(tmp_path / "ny/enighet.xlsx")
    assert len(sheet) == 7 and tuple(next(row for row in sheet if "Frykenkilen" in row)[:6]) == cells
    assert "<td>Frykenkilen</td><td>Målbild</td><td>3</td>" in files["HTML"].read_text()
    said = " ".join(subprocess.check_output(["pdftotext", "-layout", files["BLAD"], "-"], text=True).split())
    for words in ("4 av 6 grupper", "Stråk Kil–Sunne", "Grön kil Frykenkilen · Bord 3 som variant", "Kil 4/6"):
        assert words in said
    assert "Bord 5: Stråk Karlskoga–Hällefors" in said and "Underlag från workshop" in said
    few = run(provider, "synthesis", FIL=str(workshop_file(tmp_path)), MINST=4, TABELL=str(tmp_path / "fa.csv"))
    assert few["OBJEKT"] == 6 and len((tmp_path / "fa.csv").read_text(encoding="utf-8-sig").splitlines()) == 4
    with pytest.raises(QgsProcessingException, match="bilden Nuläge"):
        run(provider, "synthesis", FIL=str(workshop_file(tmp_path)), BILD="Nuläge", BLAD=str(files["BLAD"]))
