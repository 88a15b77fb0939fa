"""Licence, permission to publish and reference stand in the strukturbild, and on every file of its editions."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

from strukturbild_plugin.bundled import pypdf
from strukturbild_plugin.document_texts import terms
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.edition.manifest import NAME
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.store.create.copy import copy_strukturbild
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.helpers import tool
from tests.processing.helpers import run
from tests.store.helpers import karlstad, new_file
from tests.store.older_files_helpers import older_file

SAID = ("CC BY 4.0", "LM2026/012345, 2026-11-20", "RUN 2026/17")
"""What the edition of the tests says of licence, permission and reference."""


def of(folder: Path, ending: str) -> Path:
    return next(folder.glob(f"*{ending}"))


def test_each_file_of_an_edition_says_them(made_once) -> None:
    source, result = made_once
    assert verify(result.folder).status == "same"
    pdf = of(result.folder, "-a3.pdf")
    text = " ".join(tool("pdftotext", "-layout", pdf, "-").split())
    page = of(result.folder, ".html").read_text(encoding="utf-8")
    with closing(sqlite3.connect(of(result.folder, "-leverans.gpkg"))) as connection:
        about = dict(connection.execute("SELECT uppgift, varde FROM om_leveransen"))
        (iso,) = connection.execute("SELECT metadata FROM gpkg_metadata").fetchone()
        stored = connection.execute("SELECT licens, spridningstillstand, diarienummer FROM strukturbild").fetchone()
    manifest = json.loads((result.folder / NAME).read_text(encoding="utf-8"))
    info = pypdf().PdfReader(pdf)
    xmp = info.root_object["/Metadata"].get_data().decode("utf-8")
    for said, word, name, key in zip(
        SAID,
        ("Licens", "Spridningstillstånd", "Diarienummer"),
        ("licens", "spridningstillstand", "diarienummer"),
        ("/StrukturbildLicens", "/StrukturbildSpridningstillstand", "/StrukturbildDiarienummer"),
    ):
        assert f"{word}: {said}" in text.replace(" ", " "), text[-600:]
        assert f"{word}: {said}" in page
        assert about[word] == said and said in iso and manifest[name] == said
        assert info.metadata[key] == said and said in xmp
    assert stored == ("CC BY 4.0", "LM2026/012345", "RUN 2026/17")
    assert read_snapshot(source).head.licens == "CC BY 4.0"


def test_nothing_is_said_that_nobody_has_said(qgis_app, tmp_path: Path) -> None:
    source = new_file(tmp_path)
    with writing(source) as db:
        db.add_objects(karlstad())
    head = read_snapshot(source).head
    assert terms(head) == ()
    assert terms(replace(head, spridningstillstand_datum="2026-11-20")) == ("Spridningstillstånd: 2026-11-20.",)
    result = export(source, ExportRequest(tmp_path / "ut", formats=("leverans", "webb")))
    page = of(result.folder, ".html").read_text(encoding="utf-8")
    assert not any(word in page for word in ("Licens", "Spridningstillstånd", "Diarienummer"))
    with closing(sqlite3.connect(of(result.folder, "-leverans.gpkg"))) as connection:
        about = dict(connection.execute("SELECT uppgift, varde FROM om_leveransen"))
    assert not {"Licens", "Spridningstillstånd", "Diarienummer"} & set(about)


def test_processing_stores_them_when_it_makes_a_file_and_when_it_makes_an_edition(provider, tmp_path: Path) -> None:
    made = run(
        provider,
        "create",
        LAN="Värmland",
        MALSAMLINGAR="inga",
        LICENS="CC0 1.0",
        DIARIENUMMER=" RUN 2026/17 ",
        FIL=str(tmp_path / "ny.gpkg"),
    )
    source = Path(made["FIL"])
    head = read_snapshot(source).head
    assert (head.licens, head.diarienummer, head.spridningstillstand) == ("CC0 1.0", "RUN 2026/17", "")
    with writing(source) as db:
        picture = db.pictures()[0].bild_id
        db.add_objects([replace(one, bild_id=picture) for one in karlstad()])
    wanted = {"FIL": str(source), "MAPP": str(tmp_path / "ut"), "FORMAT": "leverans"}
    with pytest.raises(QgsProcessingException, match="Skriv det som 2026-11-20"):
        run(provider, "export", TILLSTANDSDATUM="i höstas", **wanted)
    told = {"SPRIDNINGSTILLSTAND": "LM2026/1", "TILLSTANDSDATUM": "20261120"}
    first = run(provider, "export", **told, **wanted)
    head = read_snapshot(source).head
    assert (head.licens, head.spridningstillstand, head.spridningstillstand_datum) == (
        "CC0 1.0",
        "LM2026/1",
        "2026-11-20",
    )
    assert verify(Path(first["MAPP"])).status == "same"
    again = run(provider, "export", **told, **wanted)
    assert again["UTGAVA"] == first["UTGAVA"] == 1, "det stod redan så"
    older = older_file(tmp_path / "gammal.gpkg", 2)
    before = older.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"uppgraderas.*Kopiera strukturbild"):
        run(provider, "export", FIL=str(older), MAPP=str(tmp_path / "ut"), LICENS="CC0 1.0")
    assert older.read_bytes() == before


def test_a_revision_has_the_licence_but_is_another_case(made_once, tmp_path: Path) -> None:
    revision = read_snapshot(copy_strukturbild(made_once[0], tmp_path / "nästa.gpkg")).head
    same = read_snapshot(copy_strukturbild(made_once[0], tmp_path / "kopia.gpkg", "samma")).head
    assert (revision.licens, revision.spridningstillstand, revision.diarienummer) == ("CC BY 4.0", "", "")
    assert (same.licens, same.spridningstillstand, same.diarienummer) == ("CC BY 4.0", "LM2026/012345", "RUN 2026/17")
