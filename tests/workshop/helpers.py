"""What groups do in their files, and what a merged file holds."""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.records import ObjectRecord, Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.schema.tables import OWN_TABLES
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.merge import MergeReport, merge_copies
from strukturbild_plugin.workshop.merged_tables import NOT_MERGED

_numbers = itertools.count(1)


def named(path: Path, namn: str) -> ObjectRecord:
    """The object called `namn`."""
    return next(one for one in read_snapshot(path).objects if one.namn == namn)


def change(path: Path, called: str, **changes: Any) -> None:
    """Another value in fields of the object `called`."""
    record = named(path, called)
    own = {name: value for name, value in changes.items() if name in record.__dataclass_fields__}
    attributes = {**record.attribut, **{name: value for name, value in changes.items() if name not in own}}
    with writing(path, path.stem) as db:
        db.update_objects([replace(record, **own, attribut=attributes)])


def delete(path: Path, namn: str) -> None:
    """Delete the object called `namn`."""
    with writing(path, path.stem) as db:
        db.delete([named(path, namn).objekt_id])


def merged(main: Path, copies: Iterable[Path], **more: Any) -> MergeReport:
    """The copies merged into a new file beside `main`."""
    return merge_copies(main, list(copies), main.with_name(f"hopslagen {next(_numbers)}.gpkg"), who="anna", **more)


def conflicts(path: Path) -> list[dict[str, Any]]:
    """The rows of `konflikt`."""
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM konflikt ORDER BY konflikt_id")]


def content(path: Path) -> Snapshot:
    """Everything in it."""
    return read_snapshot(path)


def print_of(path: Path) -> str:
    """Its fingerprint."""
    return fingerprint(read_snapshot(path))


def rows(path: Path, tables: Iterable[str]) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of some tables but for their fid, in order."""
    found = {}
    connection = connect(path, writes=False)
    for table in tables:
        names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if row[1] != "fid"]
        listed = connection.execute(f'SELECT {", ".join(names)} FROM "{table}"').fetchall()
        found[table] = sorted(listed, key=repr)
    connection.close()
    return found


def filled(path: Path) -> None:
    """Put a row in every table without objects that has none."""
    with contextlib.closing(connect(path)) as db, db:
        goals = [row[0] for row in db.execute("SELECT mal_id FROM mal ORDER BY mal_id")]
        (node,) = db.execute("SELECT objekt_id FROM nod ORDER BY namn").fetchone()
        (picture,) = db.execute("SELECT bild_id FROM bild ORDER BY bild_id").fetchone()
        known = {
            "objekt_id": node,
            "andra_objekt_id": node,
            "bild_id": picture,
            "papper": "A3",
            "status": "oppen",
            **dict.fromkeys(("mal_id", "fran_mal_id"), goals[0]),
            **dict.fromkeys(("till_mal_id", "motsvarar_mal_id", "andra_mal_id"), goals[1]),
            "slag": "logotyp",
            "namn": "logga.svg",
            "innehall": b"<svg/>",
            "varde": 1,
            "bidrag": 1,
        }
        for spec in OWN_TABLES:
            if spec.name in NOT_MERGED or db.execute(f"SELECT count(*) FROM {spec.name}").fetchone()[0]:
                continue
            names = [one.name for one in spec.columns if one.required or one.name in known]
            values = [known.get(one, 1 if one in ("ordning", "x", "y") else f"{spec.name}-{one}") for one in names]
            marks = ", ".join("?" * len(names))
            db.execute(f"INSERT INTO {spec.name} ({', '.join(names)}) VALUES ({marks})", values)


Act = Callable[[Path], None]
