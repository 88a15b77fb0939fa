"""What is new since the edition before stands on the web page, and nothing of it where there is none."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

from qgis.core import QgsApplication

from strukturbild_plugin.export.edition.edition import export
from strukturbild_plugin.export.export_request import ExportRequest
from strukturbild_plugin.export.formats import PAGE
from strukturbild_plugin.export.web.page_news import news_since
from strukturbild_plugin.export.web.web_page import read_page_stamp
from strukturbild_plugin.store.earlier_states.edition_before import edition_before
from strukturbild_plugin.store.earlier_states.retention import EDITION
from strukturbild_plugin.store.earlier_states.state_folder import StateFolder
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.helpers import the
from tests.store.helpers import karlstad, new_file, point, thing
from tests.workshop.helpers import change, delete


def drawn(folder: Path) -> Path:
    main = new_file(folder)
    with writing(main, "anna") as db:
        db.add_objects(karlstad())
    return main


def work(main: Path) -> None:
    change(main, "Karlstad", namn="Sol<b>staden", niva="regional")
    delete(main, "Kilen")
    with writing(main, "anna") as db:
        db.add_objects([thing("nod", "nod", "Kil", point((420000.0, 6590000.0)))])


def test_the_rows_are_in_the_language_of_the_strukturbild(tmp_path: Path) -> None:
    main, older = drawn(tmp_path), tmp_path / "aldre.gpkg"
    shutil.copy(main, older)
    work(main)
    part = news_since(3, older, main, read_snapshot(main))
    assert (part.heading, part.caption) == (
        "Nytt sedan utgåva 3",
        "Objekt sedan utgåva 3: 1 nya, 1 ändrade, 1 borttagna",
    )
    told = [(row.what, row.name, row.details, bool(row.anchor)) for row in part.rows]
    assert told == [
        ("Ny", "Kil", "", True),
        ("Ändrad", "Sol<b>staden", "Namn: Karlstad → Sol<b>staden; Nivå: Storregional → Regional", True),
        ("Borttagen", "Kilen", "", False),
    ]
    snapshot = read_snapshot(main)
    english = news_since(3, older, main, replace(snapshot, head=replace(snapshot.head, sprak="en")))
    assert english.heading == "New since edition 3" and [row.what for row in english.rows] == [
        "New",
        "Changed",
        "Removed",
    ]
    assert english.rows[0].class_name == "Node"


def test_an_edition_says_it_where_the_one_before_was_kept(qgis_app: QgsApplication, tmp_path: Path) -> None:
    main = drawn(tmp_path)
    folder = StateFolder(tmp_path / "lagen", "33333333-3333-4333-8333-333333333333", main)
    request = ExportRequest(tmp_path / "ut", formats=(PAGE,), earlier=partial(edition_before, folder))
    first = export(main, request)
    assert "nytt-h" not in the(first.folder, "*.html").read_text(encoding="utf-8")
    folder.keep(EDITION, first.edition.nummer)
    again = export(main, request)
    assert not again.is_new and "nytt-h" not in the(again.folder, "*.html").read_text(encoding="utf-8")
    work(main)
    second = export(main, request)
    page = the(second.folder, "*.html")
    html = page.read_text(encoding="utf-8")
    assert "Nytt sedan utgåva 1" in html and "Sol&lt;b&gt;staden" in html and "<b>staden" not in html
    stamp = read_page_stamp(page)
    assert stamp is not None and stamp.is_untouched

    kept = folder.states()[0].path
    kept.write_bytes(kept.read_bytes()[:-2000])
    broken = export(main, request)
    assert "nytt-h" not in the(broken.folder, "*.html").read_text(encoding="utf-8")
    assert "står inte på webbsidan" in broken.message
