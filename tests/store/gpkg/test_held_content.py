"""What this program holds of an open file that is no longer where it was."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.held_content import save_held, sides_of_ours
from strukturbild_plugin.store.gpkg.held_file import identity_of
from strukturbild_plugin.store.gpkg.row_versions import stamp
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import karlstad, new_file


@pytest.mark.skipif(os.name == "nt", reason="the system has to say which files a program has open")
@pytest.mark.parametrize("link", ["mappen", "filen"])
def test_what_lies_beside_a_file_that_was_opened_through_a_link_is_seen_and_goes_along(
    tmp_path: Path, link: str
) -> None:
    (tmp_path / "riktig").mkdir()
    real = new_file(tmp_path / "riktig")
    with writing(real) as db:
        db.add_objects(karlstad())
    path = tmp_path / "länk" / real.name if link == "mappen" else tmp_path / "länk.gpkg"
    os.symlink(*((real.parent, path.parent) if link == "mappen" else (real, path)))
    with contextlib.closing(connect(path)) as held:
        held.execute("PRAGMA journal_mode = WAL").fetchone()
        before, identity = stamp(path), identity_of(path)
        held.execute("UPDATE nod SET namn = 'Bredvid' WHERE namn = 'Karlstad'")
        assert stamp(path) != before
        assert {side.name for side in sides_of_ours(path)} == {f"{real.name}-wal", f"{real.name}-shm"}
        real.unlink()
        saved = save_held(identity, path, tmp_path / "räddad.gpkg")
    assert "Bredvid" in {one.namn for one in read_snapshot(saved).objects}


@pytest.mark.skipif(os.name == "nt", reason="the system has to say which files a program has open")
def test_what_was_written_over_the_open_file_is_not_saved_as_what_it_was(tmp_path: Path) -> None:
    path, other = new_file(tmp_path), tmp_path / "annan.gpkg"
    with contextlib.closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE t (a)")
    with path.open("rb+") as held:
        held.truncate()
        held.write(other.read_bytes())
        held.flush()
        with pytest.raises(StoreError, match="säkerhetskopia"):
            save_held(identity_of(path), path, tmp_path / "räddad.gpkg")
    assert not (tmp_path / "räddad.gpkg").exists()
