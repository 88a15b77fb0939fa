"""What is in a file that copies have been merged into stays there when more of them come."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.reader import reading
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.merged_tables import LAYER, OBJECT, Key
from tests.workshop.hands import Copy
from tests.workshop.helpers import change, conflicts, content, delete, merged, named, rows
from tests.workshop.rows_in_files import rows_in, write

Started = tuple[Path, tuple[Path, ...]]
_ABOUT_OBJECTS = ("objekt_mal", "rost", "insats", "etikettplats", "enighet", "kommentar")

_SAID = (
    "INSERT INTO objekt_mal (objekt_id, mal_id, bidrag) VALUES (:a, :goal, 2)",
    "INSERT INTO rost (rost_id, objekt_id, varde) VALUES ('r', :a, 1)",
    "INSERT INTO insats (insats_id, objekt_id, vad, ordning, version) VALUES ('i', :a, 'Bygg', 1, 1)",
    "INSERT INTO etikettplats (objekt_id, bild_id, papper, x, y) VALUES (:a, :picture, 'A3', 1, 2)",
    "INSERT INTO enighet (objekt_id, grupp_id, grupp_objekt_id) VALUES (:a, 'g', 'o')",
    "INSERT INTO kommentar (kommentar_id, objekt_id, text, version) VALUES ('k', :a, 'Bra', 1)",
)


def test_an_object_that_becomes_another_kind_keeps_what_is_said_of_it(started: Started) -> None:
    main, (one, two, *_) = started
    area = named(main, "Kilen")
    goal, picture = content(main).goals[0].mal_id, content(main).pictures[0].bild_id
    values = {"a": area.objekt_id, "goal": goal, "picture": picture}
    with contextlib.closing(connect(one)) as file:
        for statement in _SAID:
            file.execute(statement, values)
    before = rows_in(two)
    key = Key(OBJECT, area.objekt_id)
    write(two, before, Copy({**before.rows, key: {**before.rows[key], LAYER: "omrade"}}), "Bord 2")
    first = merged(main, [one]).path
    said = rows(first, _ABOUT_OBJECTS)
    assert all(len(said[table]) == 1 for table in _ABOUT_OBJECTS)
    both = merged(first, [two]).path
    assert named(both, "Kilen").lager == "omrade" and rows(both, _ABOUT_OBJECTS) == said


def test_who_changed_an_object_last_and_when_is_never_the_merge(started: Started) -> None:
    main, (one, two, *_) = started
    change(two, "Karlstad", namn="Solstaden")
    change(one, "Karlstad", namn="Värmlands huvudstad")
    first = merged(main, [one]).path
    delete(one, "Värmlands huvudstad")
    second = merged(first, [one, two]).path
    moments = {each for path in (main, one, two, first) for each in _last_changes(path)}
    assert conflicts(second) and _last_changes(second) <= moments


def test_symbols_chosen_in_the_main_file_stay_when_its_title_is_another_too(started: Started) -> None:
    main, (one, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    with writing(main, "anna") as db:
        db.set_head(replace(db.head(), titel="Ny titel", symboluppsattning="skiss"))
    with reading(merged(main, [one]).path) as db:
        assert (db.head().titel, db.head().symboluppsattning) == ("Ny titel", "skiss")


def _last_changes(path: Path) -> set[tuple[object, object]]:
    nodes = [row for key, row in rows_in(path).rows.items() if key.kind == OBJECT and row[LAYER] == "nod"]
    return {(row["andrad"], row["andrad_av"]) for row in nodes}
