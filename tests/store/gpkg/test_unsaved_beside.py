"""Pages that lie beside a file (-wal, -journal): reading leaves them, and no new file takes another's for its own."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.file_copy import copy_database
from strukturbild_plugin.store.gpkg.reader import reading
from tests.store.helpers import new_file

TITLE = "UPDATE strukturbild SET titel = 'Senast sparad'"


def left_by_a_crash(path: Path, folder: Path, journal: str) -> Path:
    """A copy of the file at `path` as it lies on the disk while something is written in it."""
    folder.mkdir()
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}").fetchall()
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute(TITLE)
        if journal == "WAL":
            connection.execute("COMMIT")
        else:  # more than the cache holds: it is in the file, and what was there in the journal
            connection.execute("CREATE TABLE x AS SELECT hex(randomblob(90000)) FROM strukturbild")
        for each in path.parent.glob(path.name + "*"):
            shutil.copy(each, folder / each.name)
    return folder / path.name


def pages(path: Path) -> dict[str, bytes]:
    """All that is stored, in the file and beside it, but for the index that SQLite keeps of the latter."""
    return {each.name: each.read_bytes() for each in path.parent.iterdir() if not each.name.endswith("-shm")}


@pytest.mark.parametrize(("journal", "title"), [("WAL", "Senast sparad"), ("DELETE", "Målbild för provet")])
def test_what_is_read_is_not_written(tmp_path: Path, journal: str, title: str) -> None:
    path = left_by_a_crash(new_file(tmp_path), tmp_path / "kvar", journal)
    before = pages(path)
    assert len(before) == 2
    with reading(path) as db:
        assert db.head().titel == title
    copy_database(path, tmp_path / "kopia.gpkg")
    assert pages(path) == before


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_new_file_is_not_made_beside_what_is_left_of_another(tmp_path: Path, journal: str) -> None:
    source = new_file(tmp_path)
    (tmp_path / "original").mkdir()
    kept = Path(shutil.copy(source, tmp_path / "original"))
    path = left_by_a_crash(source, tmp_path / "kvar", journal)
    path.unlink()
    before = pages(path)
    with pytest.raises(StoreError, match="är kvar av en annan fil"):
        copy_database(kept, path)
    assert pages(path) == before
