"""A row that is moved from what is deleted in the same write stays: what the file's triggers take is no longer its."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from strukturbild_plugin.catalogue.table_rows import COLUMNS
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.row_mapping import codes_to_text
from strukturbild_plugin.store.writing.layer_writer import TableEdits, write_edits
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.copies import MERGED
from strukturbild_plugin.workshop.merged_tables import LAYER, OBJECT, REFERENCES, Key, Reference, Row
from tests.store.helpers import TODAY, new_file
from tests.workshop.hands import Copy, tables
from tests.workshop.hands_on_tables import TableHand
from tests.workshop.helpers import conflicts, merged
from tests.workshop.random_workshops import begun
from tests.workshop.rows_in_files import rows_in, write

Started = tuple[Path, tuple[Path, ...]]


def moving() -> Iterator[tuple[str, Reference]]:
    """Every column that names a row of another table and can come to name another one."""
    for kind, columns in REFERENCES.items():
        there = [one for one in tables().tables if one.kind == kind]
        for ref in columns:
            if ref.kind not in COLUMNS and any({ref.column} & {*one.columns} - {*one.key} for one in there):
                yield kind, ref


@contextlib.contextmanager
def file_with(number: int) -> Iterator[tuple[Path, Copy]]:
    """A file with some of everything, and its rows."""
    with tempfile.TemporaryDirectory(prefix="workshop-prov-") as folder:
        path = new_file(Path(folder))
        write(path, rows_in(path), begun(Random(number), 12), "anna")
        yield path, rows_in(path)


def test_what_is_moved_from_what_is_deleted_stays_whatever_column_says_it() -> None:
    with file_with(3) as (path, before):
        hand = TableHand(Copy(dict(before.rows)), Random(1), "prov", in_project=False)
        moved: dict[Key, Key] = {}
        for kind, ref in moving():
            old, new, key = added(hand, ref.kind), added(hand, ref.kind), added(hand, kind, ref)
            hand.copy.rows[key] = {**hand.copy.rows[key], ref.column: named(ref, old)}
            moved[old] = new
        write(path, before, hand.copy, "anna")
        there = rows_in(path)
        wanted = Copy(dict(there.rows))
        for key, row in there.rows.items():
            wanted.rows[key] = {**row, **moved_cells(key, row, moved)}
        for old in moved:
            del wanted.rows[old]
        write(path, there, wanted, "anna")
        found = rows_in(path)
        assert len(moved) > 12
        assert all_told(found) == all_told(wanted)


def moved_cells(key: Key, row: Row, moved: Mapping[Key, Key]) -> dict[str, str]:
    """What the columns of a row say that name what is moved from."""
    cells = {}
    for ref in REFERENCES.get(key.kind, ()):
        found = [moved[one] for one in moved if one.kind == ref.kind and row.get(ref.column) == named(ref, one)]
        cells.update((ref.column, named(ref, one)) for one in found)
    return cells


def named(ref: Reference, key: Key) -> str:
    return codes_to_text((key.rad_id,)) or "" if ref.several else key.rad_id


def all_told(copy: Copy) -> dict[Key, Row]:
    """Every row but for who and when, and those of the catalogue, which is written in its own way."""
    found: dict[Key, Row] = {}
    for key, row in copy.rows.items():
        table = tables().of_row(key, row)
        if key.kind not in COLUMNS:
            kept = {LAYER, *table.columns} - table.silent
            found[key] = {name: value for name, value in row.items() if name in kept and value is not None}
    return found


def added(hand: TableHand, kind: str, ref: Reference | None = None) -> Key:
    """A new row of a kind: of a table of objects that has the column of `ref`."""
    known = {*hand.copy.rows}
    makers = {
        OBJECT: hand.add_node,
        "bild": hand.add_picture,
        "mal": lambda: hand._add("mal", mal_id=hand._identity(), samling="rus", titel="Mål", ordning=1),
        "malsamling": lambda: hand._add("malsamling", kod=hand._identity(), namn="Samling"),
        "kommentar": hand.comment,
        "rost": hand.vote,
        "insats": hand.plan_measure,
        "fraga": hand.ask,
        "workshop": lambda: hand._add("workshop", workshop_id=hand._identity(), titel="Workshop"),
        "workshopgrupp": lambda: hand._add(
            "workshopgrupp", grupp_id=hand._identity(), workshop_id="w", namn="Bord", ordning=1
        ),
    }
    if kind == OBJECT and ref is not None and ref.kind == OBJECT:
        layer = next(one.name for one in tables().tables if one.kind == OBJECT and ref.column in one.columns)
        hand._new_object(layer, "strak", None)
    else:
        makers[kind]()
    (key,) = {*hand.copy.rows} - known
    return key


@settings(max_examples=6, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
@given(st.integers(0, 2**32))
def test_whatever_is_moved_and_deleted_at_once_the_file_holds_what_it_was_to_hold(number: int) -> None:
    with file_with(number) as (path, before):
        chance = Random(number)
        hand = TableHand(after := Copy(dict(before.rows)), chance, "prov")
        moves = [hand.add_goal_set, hand.move_goal, hand.empty_goal_set, hand.move_vote, hand.move_measure]
        moves += [hand.add_picture, hand.move_to_picture, hand.empty_picture, hand.delete_object, hand.delete_goal]
        for _ in range(chance.randint(4, 40)):
            chance.choice([*moves, chance.choice(hand.acts)])()
        write(path, before, after, "anna")
        assert all_told(rows_in(path)) == all_told(after)


def test_a_goal_moved_to_another_set_survives_that_its_old_set_is_deleted(started: Started) -> None:
    main, (one, two, *_) = started
    with writing(one, "anna") as db:
        moved_goals(db.connection)
    with writing(two, "anna") as db:
        db.connection.execute("UPDATE mal SET beskrivning = 'Ny' WHERE samling = 'rus_orebro'")
    report = merged(main, (one, two))
    before, after = goals_in(main), goals_in(report.path)
    assert {goal for goal, *_ in after} == {goal for goal, *_ in before}
    assert {said for _goal, samling, said in after if samling == "ny"} == {"Ny"}
    assert conflicts(report.path) == [] and "rus_orebro" not in {samling for _goal, samling, _said in after}


def test_a_picture_whose_objects_are_moved_to_another_can_be_deleted_in_a_copy(started: Started) -> None:
    main, (one, two, *_) = started
    with writing(one, "anna") as db:
        for table in (each.name for each in tables().tables if each.kind == OBJECT):
            db.connection.execute(f"UPDATE {table} SET bild_id = ? WHERE bild_id <> ?", (TODAY, TODAY))
        db.connection.execute("DELETE FROM bild WHERE bild_id <> ?", (TODAY,))
    report = merged(main, (one, two))
    assert report.conflicts == 0 and [each.state for each in report.copies] == [MERGED, MERGED]
    with contextlib.closing(connect(report.path, writes=False)) as database:
        assert database.execute("SELECT bild_id FROM bild").fetchall() == [(TODAY,)]


def test_a_save_of_open_layers_keeps_what_was_moved_from_what_is_deleted(started: Started) -> None:
    """As the layers' buffers hold it: the set deleted before the goals that were moved out of it are written."""
    main, _files = started
    with contextlib.closing(connect(main)) as database:
        ((gone,),) = database.execute("SELECT fid FROM malsamling WHERE kod = 'rus_orebro'").fetchall()
        goals = [fid for (fid,) in database.execute("SELECT fid FROM mal WHERE samling = 'rus_orebro'")]
    moved = {fid: {"samling": "rus_varmland"} for fid in goals}
    write_edits(main, [TableEdits("malsamling", deleted=[gone]), TableEdits("mal", changed=moved)])
    with contextlib.closing(connect(main, writes=False)) as database:
        there = database.execute("SELECT fid FROM mal WHERE samling = 'rus_varmland'").fetchall()
    assert {*goals} <= {fid for (fid,) in there}


def moved_goals(connection: sqlite3.Connection) -> None:
    """The goals of a set go to another, and the set is deleted."""
    connection.execute("INSERT INTO malsamling (kod, namn) VALUES ('ny', 'Ny samling')")
    connection.execute("UPDATE mal SET samling = 'ny' WHERE samling = 'rus_orebro'")
    connection.execute("DELETE FROM malsamling WHERE kod = 'rus_orebro'")


def goals_in(path: Path) -> list[tuple[str, str, str]]:
    with contextlib.closing(connect(path, writes=False)) as database:
        return database.execute("SELECT mal_id, samling, beskrivning FROM mal").fetchall()
