"""Copies that have been through other programs: reprojected, rounded, with rules of their tables gone, pasted in."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from strukturbild_plugin.store.gpkg import wkb
from strukturbild_plugin.store.gpkg.connection import columns_in, connect
from strukturbild_plugin.store.schema.ddl import quoted
from strukturbild_plugin.workshop.copies import LEFT_OUT, MERGED
from tests.store.helpers import point, square
from tests.workshop.helpers import change, conflicts, content, merged, named

Started = tuple[Path, tuple[Path, ...]]


def run(path: Path, statement: str, *values: object) -> None:
    with contextlib.closing(connect(path)) as db:
        db.execute(statement, values)


def pasted(path: Path, source: str, into: str, namn: str, shape: bytes | None = None) -> None:
    """What is pasted in QGIS: the row with its identity, in the same layer or another."""
    with contextlib.closing(connect(path)) as db:
        there = [name for name in columns_in(db, source) if name in columns_in(db, into)]
        columns = ", ".join(quoted(name) for name in there if name not in ("fid", "namn", "geom"))
        db.execute(
            f"INSERT INTO {into} (namn, geom, {columns}) SELECT ?, coalesce(?, geom), {columns} FROM {source} LIMIT 1",
            (namn, wkb.to_blob(shape)),
        )


def without_unique(path: Path, table: str) -> None:
    """As a program leaves it that makes the table anew without its rules."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema = ON")
        old, new = '"objekt_id" TEXT NOT NULL UNIQUE', '"objekt_id" TEXT NOT NULL'
        db.execute("UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ?", (old, new, table))
        db.execute("DELETE FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NULL", (table,))
        db.commit()
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("VACUUM")


def names(path: Path) -> list[str]:
    return sorted(one.namn for one in content(path).objects)


def test_a_layer_in_another_coordinate_system_moves_nothing(started: Started) -> None:
    main, (one, two, *_) = started
    run(one, "UPDATE gpkg_geometry_columns SET srs_id = 4326 WHERE table_name = 'nod'")
    run(one, "UPDATE nod SET geom = ?", wkb.to_blob(point((13.5, 59.4))))
    change(two, "Örebro", namn="Ö")
    report = merged(main, [one, two])
    assert [each.state for each in report.copies] == [LEFT_OUT, MERGED]
    assert "nod" in report.copies[0].sentences[0] and "EPSG:4326" in report.copies[0].sentences[0]
    assert named(report.path, "Karlstad").wkb == named(main, "Karlstad").wkb and "Ö" in names(report.path)


def test_coordinates_that_were_rounded_are_not_drawn_anew(started: Started) -> None:
    main, (one, two, *_) = started
    for namn in ("Karlstad", "Kilen"):
        (x, y), *_more = wkb.vertices(named(one, namn).wkb or b"")
        shape = point((x + 0.004, y - 0.003)) if namn == "Karlstad" else square(440000.004, 6600000 - 0.003, 20000)
        change(one, namn, wkb=shape)
    change(two, "Karlstad", wkb=point((417_000.0, 6_586_000.0)))
    change(two, "Kilen", wkb=square(441000, 6600000, 21000))
    report = merged(main, [one, two])
    assert conflicts(report.path) == []
    assert named(report.path, "Karlstad").wkb == named(two, "Karlstad").wkb
    assert named(report.path, "Kilen").wkb == named(two, "Kilen").wkb


def test_a_shape_that_is_text_counts_as_unchanged(started: Started) -> None:
    main, (one, *_) = started
    with contextlib.closing(connect(one)) as db:
        for number in range(1, 5):
            db.execute(f"DROP TRIGGER rtree_nod_geom_update{number}")
        db.execute("UPDATE nod SET geom = 'POINT(1 2)' WHERE namn = 'Karlstad'")
    report = merged(main, [one])
    assert named(report.path, "Karlstad").wkb == named(main, "Karlstad").wkb
    assert "Karlstad" in report.copies[0].sentences[0]


def test_an_object_pasted_into_another_layer_takes_nothing_away(started: Started) -> None:
    main, (one, two, *_) = started
    for path in (one, two):
        pasted(path, "gron_bla_yta", "omrade", f"Klistrad {path.stem[-1]}")
    report = merged(main, [one, two])
    assert {"Kilen", "Klistrad 1", "Klistrad 2"} <= {*names(report.path)} and conflicts(report.path) == []
    assert named(report.path, "Kilen").lager == "gron_bla_yta" and "samma identitet" in report.copies[0].sentences[0]
    assert merged(report.path, [two, one]).changed == 0


def test_an_object_pasted_into_its_own_layer_is_one_of_its_own(started: Started) -> None:
    main, (one, *_) = started
    without_unique(one, "nod")
    pasted(one, "nod", "nod", "Klistrad", point((430_000.0, 6_590_000.0)))
    run(one, "DELETE FROM nod WHERE namn = 'Örebro'")
    report = merged(main, [one])
    assert {"Karlstad", "Klistrad"} <= {*names(report.path)} and "Örebro" not in names(report.path)
    assert named(report.path, "Karlstad").wkb == named(main, "Karlstad").wkb
    assert "Klistrad" in report.copies[0].sentences[0]
