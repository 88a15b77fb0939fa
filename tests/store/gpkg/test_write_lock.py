"""A save asks first whether it would have to wait, and leaves a file that can be copied."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from qgis.core import QgsApplication

from strukturbild_plugin.store.gpkg.write_lock import is_locked, make_whole
from tests.drawing.helpers import TOWNS, desk_on, in_file, towns
from tests.store.helpers import new_file


def test_another_that_writes_is_seen_and_a_reader_or_a_bad_file_is_none(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    assert not is_locked(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM nod").fetchone()
    assert not is_locked(path)
    other.execute("ROLLBACK")
    other.execute("BEGIN IMMEDIATE")
    assert is_locked(path)
    other.execute("ROLLBACK")
    other.close()
    (tmp_path / "text.gpkg").write_text("ingen databas")
    assert not is_locked(tmp_path / "text.gpkg") and not is_locked(tmp_path / "finns_inte.gpkg")
    assert not (tmp_path / "finns_inte.gpkg").exists() and not make_whole(tmp_path / "finns_inte.gpkg")


def test_a_copy_of_the_file_alone_has_what_was_saved(tmp_path: Path, qgis_app: QgsApplication) -> None:
    path = new_file(tmp_path)
    edit_session = desk_on(path)
    towns(edit_session)
    assert edit_session.layer("nod").commitChanges(False)
    lacking = Path(shutil.copy(path, tmp_path / "före.gpkg"))
    assert not in_file(lacking), "QGIS leaves it beside the file"
    assert make_whole(path)
    assert set(in_file(Path(shutil.copy(path, tmp_path / "efter.gpkg")))) == set(TOWNS)
    # somebody who reads: nobody waits, and the next time it works
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM nod").fetchone()
    edit_session.undo()
    edit_session.save()
    assert not make_whole(path)
    reader.execute("ROLLBACK")
    reader.close()
    assert make_whole(path)
    edit_session.close()
