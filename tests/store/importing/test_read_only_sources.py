"""What lies where nobody may write is read all the same, also when another program left it in WAL mode."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.store.gpkg.connection import prepared
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects
from tests.processing.helpers import run
from tests.store.importing.helpers import KARLSTAD, objects_in, point, write_layer
from tests.store.read_only_helpers import read_only


def in_wal_mode(path: Path, statement: str, unfinished: bool) -> Path:
    """The file as another program leaves it: in WAL mode, and with its last change in the log when it died."""
    with closing(prepared(sqlite3.connect(path))) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA wal_autocheckpoint = 0")
        database.execute(statement)
        database.commit()
        log = path.with_name(path.name + "-wal")
        left = log.read_bytes() if unfinished else b""
        before = path.read_bytes()
    if unfinished:
        path.write_bytes(before)
        log.write_bytes(left)
    assert path.read_bytes()[18:20] == b"\x02\x02"
    return path


@pytest.mark.parametrize("unfinished", [False, True])
def test_a_source_is_imported(bild: Path, tmp_path: Path, unfinished: bool) -> None:
    folder = tmp_path / "utdelat"
    folder.mkdir()
    source = write_layer(folder / "orter.gpkg", [point(KARLSTAD)], values=[{"namn": "K"}])
    in_wal_mode(source, "UPDATE lager SET namn = 'Karlstad'", unfinished)
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    with read_only(*folder.iterdir(), folder):
        import_objects(bild, ImportRequest(source))
    assert [thing.namn for thing in objects_in(bild)] == ["Karlstad"]
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


@pytest.mark.parametrize("unfinished", [False, True])
def test_a_strukturbild_is_checked_and_copied(provider: Any, bild: Path, tmp_path: Path, unfinished: bool) -> None:
    folder = tmp_path / "utdelat"
    folder.mkdir()
    file = Path(shutil.copy(bild, folder / "bild.gpkg"))
    in_wal_mode(file, "UPDATE strukturbild SET titel = 'I loggen'", unfinished)
    with read_only(*folder.iterdir(), folder):
        assert read_snapshot(file).head.titel == "I loggen"
        told = run(provider, "check", FIL=str(file))
        copy = run(provider, "copy", FIL=str(file), KOPIA=str(tmp_path / "kopia.gpkg"))
    assert told and copy
    assert read_snapshot(tmp_path / "kopia.gpkg").head.titel.startswith("I loggen")
