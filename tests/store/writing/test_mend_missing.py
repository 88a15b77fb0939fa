"""What another program has taken out of a file is named by every reader and can be put back; the rest is as it was."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.errors import IncompleteFile, StoreError
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.earlier_states.restore_state import copy_last_state
from strukturbild_plugin.store.earlier_states.retention import OPENED
from strukturbild_plugin.store.earlier_states.state_folder import StateFolder
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.schema.tables import CATALOGUE_TABLES, OWN_TABLES, object_tables
from strukturbild_plugin.store.writing.layer_writer import TableEdits, write_edits
from strukturbild_plugin.store.writing.mend_missing import mend_missing
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.repair import repair

SPECS = (*OWN_TABLES, *CATALOGUE_TABLES, *object_tables(load_catalogue()))
KEYS = {(spec.name, each) for spec in SPECS for key in spec.unique for each in key}
KEYS |= {(spec.name, column.name) for spec in SPECS for column in spec.columns if column.unique}
CATALOGUE = {spec.name for spec in CATALOGUE_TABLES}
LOOSE = [
    f"{spec.name}.{column.name}"
    for spec in SPECS
    for column in spec.columns
    if (spec.name, column.name) not in KEYS and spec.name not in CATALOGUE
]


def schema(path: Path) -> set[tuple[str, str]]:
    """What the file is made of, by kind and name; what SQLite keeps for itself apart."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
        columns = [(f"{name}", row[1]) for _kind, name in rows for row in db.execute(f'PRAGMA table_info("{name}")')]
    return {*rows, *columns}


def take_out(path: Path, *parts: str) -> None:
    """Drop tables and columns, as another program does: what SQLite would not leave hanging goes first."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for part in parts:
            table, _, column = part.partition(".")
            if not column:
                db.execute(f'DROP TABLE "{table}"')
                continue
            made = "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql LIKE ?"
            for kind, name in db.execute(made, (f"%{column}%",)).fetchall():
                db.execute(f'DROP {kind} "{name}"')
            db.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')


def test_what_is_gone_is_named_by_every_reader_and_writer(example_file: Path) -> None:
    take_out(example_file, "nod.bild_id")
    named = "kolumnen ”bild_id” i tabellen ”nod”"
    row = TableEdits("nod", added=[{"objekt_id": "a", "bild_id": "b", "klass": "nod"}])
    for use in (check_file, read_snapshot, lambda path: write_edits(path, [row])):
        with pytest.raises(IncompleteFile, match=named) as told:
            use(example_file)
        assert "laga" in str(told.value) and told.value.missing == ("nod.bild_id",)
    take_out(example_file, "kommentar")
    with pytest.raises(IncompleteFile, match="tabellen ”kommentar”"):
        check_file(example_file)


@given(part=st.sampled_from(LOOSE))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_column_that_tells_no_rows_apart_can_be_put_back(example_file: Path, tmp_path: Path, part: str) -> None:
    mine = Path(shutil.copy(example_file, tmp_path / "min.gpkg"))
    whole = schema(mine)
    take_out(mine, part)
    broken = schema(mine)
    with pytest.raises(IncompleteFile):
        check_file(mine)
    mended = mend_missing(mine)
    assert schema(mine) == whole and len(mended.sentences) == 1
    assert schema(mended.backup) == broken
    mended.backup.unlink()
    check_file(mine)


def test_the_rest_is_as_it_was_and_a_table_comes_back_empty(example_file: Path) -> None:
    before, whole = read_snapshot(example_file), schema(example_file)
    take_out(example_file, "nod.osakerhet", "kommentar", "insats")
    mended = mend_missing(example_file)
    after = read_snapshot(example_file)
    assert schema(example_file) == whole and len(mended.sentences) == 3
    assert {one.objekt_id: one.namn for one in after.objects} == {one.objekt_id: one.namn for one in before.objects}
    assert after.links == before.links and mended.backup.name == f"{example_file.stem}.fore-lagning.gpkg"


def test_indexes_and_triggers_are_put_back_when_the_file_is_opened(example_file: Path) -> None:
    whole, mark = schema(example_file), fingerprint(read_snapshot(example_file))
    with closing(sqlite3.connect(example_file, isolation_level=None)) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute("UPDATE nod SET geom = NULL WHERE fid = (SELECT min(fid) FROM nod)")  # the index does not follow
        db.execute("DROP INDEX idx_nod_bild_id_klass")
    check_file(example_file)
    repair(example_file)
    assert schema(example_file) == whole
    with closing(sqlite3.connect(example_file)) as db:
        there = db.execute("SELECT count(*) FROM nod WHERE geom NOTNULL").fetchone()
        assert db.execute("SELECT count(*) FROM rtree_nod_geom").fetchone() == there
    assert fingerprint(read_snapshot(example_file)) != mark


def test_without_what_tells_rows_apart_the_last_whole_state_is_the_way_on(example_file: Path, tmp_path: Path) -> None:
    mark = fingerprint(read_snapshot(example_file))
    StateFolder(tmp_path / "lägen", check_file(example_file).strukturbild_id, example_file).keep(OPENED)
    take_out(example_file, "struktur")
    broken = example_file.read_bytes()
    with pytest.raises(IncompleteFile, match="tabellen ”struktur”"):
        mend_missing(example_file)
    assert example_file.read_bytes() == broken and not list(tmp_path.glob("*fore-lagning*"))
    copy = copy_last_state(tmp_path / "lägen", example_file, tmp_path / "läget.gpkg")
    assert fingerprint(read_snapshot(copy)) == mark
    with pytest.raises(StoreError, match="inget tidigare läge"):
        copy_last_state(tmp_path / "inga", example_file, tmp_path / "annat.gpkg")
