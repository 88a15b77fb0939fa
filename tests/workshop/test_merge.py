"""Copies of a strukturbild merged: what only one changed is taken, what two changed differently is a conflict."""

from __future__ import annotations

import contextlib
import itertools
import json
from pathlib import Path

from strukturbild_plugin.store.gpkg import wkb
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import point, thing
from tests.workshop.helpers import change, conflicts, content, delete, merged, named, print_of

Started = tuple[Path, tuple[Path, ...]]


def test_changes_in_different_columns_both_come_along(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", niva="regional")
    change(two, "Karlstad", namn="Karlstads kommun")
    report = merged(main, (one, two))
    found = named(report.path, "Karlstads kommun")
    assert (found.niva, report.conflicts, conflicts(report.path)) == ("regional", 0, [])


def test_two_names_are_a_conflict_and_the_old_one_stays(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    change(two, "Karlstad", namn="Residensstaden")
    report = merged(main, (one, two))
    (row,) = conflicts(report.path)
    assert named(report.path, "Karlstad").objekt_id == row["objekt_id"] == row["rad_id"]
    assert (row["kolumn"], row["status"], row["tabell"]) == ("namn", "oppen", "nod")
    assert [json.loads(row[side]) for side in ("bas_varde", "ena_varde", "andra_varde")] == [
        *("Karlstad", "Solstaden", "Residensstaden")
    ]
    assert (row["ena_vem"], row["andra_vem"]) == ("Bord 1", "Bord 2")


def test_the_same_change_by_two_is_no_conflict(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    change(two, "Karlstad", namn="Solstaden")
    report = merged(main, (one, two))
    assert (named(report.path, "Solstaden").niva, report.conflicts) == ("storregional", 0)


def test_what_all_have_drawn_is_there(started: Started) -> None:
    main, files = started
    for number, path in enumerate(files):
        with writing(path, path.stem) as db:
            db.add_objects(
                [thing("nod", "nod", f"Ny {number}", point((420000.0 + number * 900, 6590000.0)))], path.stem
            )
    report = merged(main, files)
    assert {one.namn for one in content(report.path).objects} >= {f"Ny {number}" for number in range(4)}


def test_deleted_by_one_and_changed_by_another_stays_and_is_a_conflict(started: Started) -> None:
    main, (one, two, *_) = started
    delete(one, "Kilen")
    change(two, "Kilen", namn="Gröna kilen")
    report = merged(main, (one, two))
    (row,) = conflicts(report.path)
    assert (row["slag"], row["kolumn"], row["ena_vem"], row["andra_vem"]) == ("borttagen", None, "Bord 1", "Bord 2")
    assert named(report.path, "Gröna kilen")


def test_deleted_by_one_and_touched_by_nobody_is_gone(started: Started) -> None:
    main, (one, two, *_) = started
    delete(one, "Kilen")
    report = merged(main, (one, two))
    assert "Kilen" not in {each.namn for each in content(report.path).objects} and report.conflicts == 0


def test_a_line_follows_a_node_that_another_group_moved(started: Started) -> None:
    main, (one, two, *_) = started
    node = named(one, "Örebro")
    (x, y), *_ = wkb.vertices(node.wkb or b"")
    change(one, "Örebro", wkb=point((x + 4000, y + 1000)))
    change(two, "Pendling", namn="Arbetspendling")
    report = merged(main, (one, two))
    ends = wkb.vertices(named(report.path, "Arbetspendling").wkb or b"")
    assert ends[-1] == (x + 4000, y + 1000) and report.conflicts == 0


def test_any_order_and_all_at_once_or_one_by_one_give_the_same(started: Started) -> None:
    main, files = started
    one, two, three, _four = files
    change(one, "Karlstad", namn="Solstaden")
    change(two, "Karlstad", namn="Residensstaden", niva="regional")
    delete(three, "Örebro")
    delete(three, "Pendling")
    change(two, "Pendling", namn="Arbetspendling")
    prints, kept = set(), set()
    for order in itertools.permutations(files[:3]):
        at_once = merged(main, order)
        step = main
        for path in order:
            step = merged(step, [path]).path
        prints |= {print_of(at_once.path), print_of(step)}
        kept |= {tuple(row["konflikt_id"] for row in conflicts(path)) for path in (at_once.path, step)}
    assert len(prints) == 1 and len(kept) == 1


def test_a_second_merge_changes_nothing(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    change(two, "Karlstad", namn="Residensstaden")
    first = merged(main, (one, two))
    again = merged(first.path, (two, one))
    assert (again.changed, again.conflicts, print_of(again.path)) == (0, 0, print_of(first.path))
    assert {each.state for each in again.copies} == {"redan"}


def decide_all(path: Path) -> None:
    """Every question is said to be decided as the file stands: that is what choosing what stands there writes."""
    with writing(path, "anna") as db:
        db.connection.execute("UPDATE konflikt SET status = 'avgjord', val = 'ena'")


def test_what_is_decided_stands_when_a_late_copy_disagrees(started: Started) -> None:
    """Bord 1 deletes, bord 2 renames; it was decided to keep it with its new name. Bord 3 is late with a third name."""
    main, (one, two, late, _four) = started
    delete(one, "Pendling")
    change(two, "Pendling", namn="Arbetspendling")
    change(late, "Pendling", namn="Resor", styrka="stark")
    first = merged(main, (one, two)).path
    assert named(first, "Arbetspendling"), "det ändrade är kvar tills någon har bestämt"
    decide_all(first)
    second = merged(first, [late])
    found = named(second.path, "Arbetspendling")
    assert found.attribut["styrka"] == "stark", "det som den sena ensam har ändrat är med"
    new = [row for row in conflicts(second.path) if row["status"] == "oppen"]
    said = {json.loads(row[side]) for row in new for side in ("ena_varde", "andra_varde") if row["kolumn"] == "namn"}
    assert said == {"Arbetspendling", "Resor"}, "det den sena säger annorlunda är en fråga"
    third = merged(second.path, [late])
    assert (third.changed, third.conflicts) == (0, 0) and named(third.path, "Arbetspendling")


def test_a_decided_name_stands_and_an_undecided_one_is_the_old_until_it_is(started: Started) -> None:
    main, (one, two, late, _four) = started
    change(one, "Karlstad", namn="Solstaden")
    change(two, "Karlstad", namn="Residensstaden")
    first = merged(main, (one, two)).path
    change(first, "Karlstad", namn="Solstaden")
    decide_all(first)
    change(late, "Karlstad", namn="Karlsta")
    assert named(merged(first, [late]).path, "Solstaden")


def log_of(path: Path, namn: str) -> str:
    object_id = named(path, namn).objekt_id
    with contextlib.closing(connect(path, writes=False)) as db:
        rows = db.execute("SELECT detalj FROM logg WHERE objekt_id = ? AND vad = 'sammanslagning'", (object_id,))
        return "; ".join(str(row[0]) for row in rows)


def test_the_log_says_in_words_what_became_of_each_object(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", niva="regional")
    change(two, "Karlstad", wkb=point((417_000.0, 6_586_000.0)))
    path = merged(main, (one, two)).path
    assert log_of(path, "Karlstad") == "Bord 1: Nivå; Bord 2: läge eller form"


def test_the_log_does_not_say_that_a_node_follows_its_nodes(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    first = merged(main, [one]).path
    change(two, "Karlstad", namn="Residensstaden")
    second = merged(first, [two]).path
    assert log_of(second, "Karlstad").endswith("väntar på svar: Namn"), (
        "det gamla namnet står där tills frågan är avgjord"
    )


def test_who_took_back_its_own_object_is_named(started: Started) -> None:
    main, (one, *_) = started
    with writing(one, one.stem) as db:
        db.add_objects([thing("nod", "nod", "Kil", point((420_000.0, 6_590_000.0)))], one.stem)
    first = merged(main, [one]).path
    change(first, "Kil", namn="Kils tätort")
    delete(one, "Kil")
    (row,) = conflicts(merged(first, [one]).path)
    assert {row["ena_vem"], row["andra_vem"]} == {"Bord 1", "huvudfilen"}


def test_a_name_moved_to_two_places_is_one_question(started: Started) -> None:
    main, (one, two, *_) = started
    node, picture = named(main, "Karlstad").objekt_id, content(main).pictures[0].bild_id
    for path, east in ((one, 1.0), (two, 2.0)):
        with contextlib.closing(connect(path)) as db, db:
            into = "INSERT INTO etikettplats (bild_id, objekt_id, papper, x, y) VALUES (?, ?, 'A3', ?, ?)"
            db.execute(into, (picture, node, east, east * 10))
    (row,) = conflicts(merged(main, (one, two)).path)
    assert (row["objekt_id"], row["kolumn"]) == (node, None)
    assert [json.loads(row[side]) for side in ("ena_varde", "andra_varde")] == [
        {"x": 1.0, "y": 10.0},
        {"x": 2.0, "y": 20.0},
    ]


def test_three_names_are_one_question_in_the_report_too(started: Started) -> None:
    main, files = started
    for number, path in enumerate(files):
        change(path, "Karlstad", namn=f"Stad {number}")
    report = merged(main, files)
    assert (report.conflicts, report.waiting, len(conflicts(report.path))) == (1, 1, 3)
