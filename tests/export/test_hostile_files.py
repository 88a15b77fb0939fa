"""What goes out is what is listed: nothing that somebody has put in the file beside it, and no style as it stood."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.project_blob import unpacked
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import karlstad, new_file, validator_says
from tests.store.hostile_helpers import RUNNING, WEB_SYMBOL, listening, saved_style, style, with_sql

PERSON = "Zelda Provperson"


@pytest.fixture
def path(qgis_app, tmp_path: Path) -> Path:
    """A strukturbild in which a workshop has left its list of participants."""
    made = new_file(tmp_path)
    with writing(made, PERSON) as db:
        db.add_objects(karlstad())
    return with_sql(
        made,
        "CREATE TABLE deltagare (fid INTEGER PRIMARY KEY, namn TEXT, epost TEXT)",
        f"INSERT INTO deltagare VALUES (1, '{PERSON}', 'zelda@example.org')",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('deltagare', 'attributes', 'deltagare')",
        "ALTER TABLE nod ADD COLUMN ring_till TEXT",
        f"UPDATE nod SET ring_till = '{PERSON}'",
        f"CREATE TABLE borttagen (namn TEXT); INSERT INTO borttagen VALUES ('{PERSON}'); DROP TABLE borttagen",
    )


def test_a_delivery_has_the_tables_and_columns_of_a_strukturbild_and_says_what_stayed(path: Path, tmp_path: Path):
    made = export(path, ExportRequest(tmp_path / "ut", formats=("leverans",)))
    assert "deltagare, nod.ring_till" in made.message
    delivery = made.files["leverans"]
    assert b"Provperson" not in delivery.read_bytes() and b"zelda@" not in delivery.read_bytes()
    assert fingerprint(read_snapshot(delivery)) == fingerprint(read_snapshot(path)) and validator_says(delivery) == ""
    with closing(sqlite3.connect(delivery)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        columns = {row[1] for row in connection.execute("PRAGMA table_info(nod)")}
    assert not {"deltagare", "borttagen"} & names and "ring_till" not in columns and "klass_namn" in columns
    assert sorted(each.name for each in delivery.parent.iterdir()) == sorted(["manifest.json", delivery.name])
    assert b"Provperson" in path.read_bytes(), "strukturbilden har kvar sitt"
    again = export(delivery, ExportRequest(tmp_path / "ut 2", formats=("leverans",)))
    assert "Följer inte med" not in again.message


def test_styles_and_project_in_a_delivery_are_made_anew_and_nothing_is_fetched(path: Path, tmp_path: Path):
    with listening() as (url, asked):
        qml = style(WEB_SYMBOL.format(url=url, more="") + RUNNING.format(url=url, mark="x"))
        saved_style(path, "nod", qml, "tryck")
        made = export(path, ExportRequest(tmp_path / "ut", formats=("karta", "leverans"), paper="A4"))
        assert asked == []
    with closing(sqlite3.connect(made.files["leverans"])) as connection:
        styles = connection.execute("SELECT f_table_name, styleQML FROM layer_styles").fetchall()
        ((content,),) = connection.execute("SELECT content FROM qgis_projects").fetchall()
    project = unpacked(content) or ""
    assert len(styles) == len({table for table, _style in styles})
    assert "RuleRenderer" in dict(styles)["nod"] and "RuleRenderer" in project
    for text in (*dict(styles).values(), project):
        assert "127.0.0.1" not in text and "actionsetting" not in text and "<editforminit>ond" not in text
