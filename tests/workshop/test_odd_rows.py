"""Cells and rows of copies that are odd, and what they must not do to the merge or to the next."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest

from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.workshop.copies import MERGED
from strukturbild_plugin.workshop.merge import merge_copies
from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
from strukturbild_plugin.workshop.text_merge import merge_texts
from tests.workshop.helpers import change, conflicts, content, merged, named

Started = tuple[Path, tuple[Path, ...]]


def run(path: Path, statement: str, *values: object) -> None:
    with contextlib.closing(connect(path)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(statement, values)


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with contextlib.closing(connect(path, writes=False)) as db:
        return [tuple(row) for row in db.execute(query)]


def test_a_groups_place_that_is_no_number_stops_no_later_merge(started: Started) -> None:
    main, (one, two, *_) = started
    run(one, "UPDATE workshopgrupp SET ordning = 'första'")
    change(one, "Örebro", namn="Ö")
    change(two, "Karlstad", namn="Solstaden")
    first = merged(main, [one])
    assert [each.state for each in first.copies] == [MERGED]
    found = merged(first.path, [two]).path
    assert named(found, "Solstaden") and named(found, "Ö")


@pytest.mark.parametrize("version", [2**63 - 1, float("inf"), "två", -5])
def test_a_version_that_is_no_count_leaves_nobody_out(started: Started, version: object) -> None:
    main, (one, two, *_) = started
    run(one, "UPDATE nod SET version = ?, namn = 'Solstaden' WHERE namn = 'Karlstad'", version)
    change(two, "Karlstad", niva="regional")
    report = merged(main, [one, two])
    assert [each.state for each in report.copies] == [MERGED, MERGED]
    assert named(report.path, "Solstaden").niva == "regional"
    assert merged(report.path, [two, one]).changed == 0


def test_a_copy_that_goes_under_the_name_of_its_base_takes_nothing_away(started: Started) -> None:
    main, (one, *_) = started
    run(one, "UPDATE arbetskopia SET kopia_id = bas_id")
    report = merged(main, [one])
    assert rows(report.path, "SELECT count(*) FROM basrad WHERE tabell = 'hela_basen'") == [(1,)]


def test_questions_that_two_groups_decide_differently_are_one_question(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    change(two, "Karlstad", namn="Residensstaden")
    first = merged(main, [one, two]).path
    folder = first.parent / "nästa"
    folder.mkdir()
    files = start_workshop(first, folder, WorkshopPlan("Nästa", (Group("A"), Group("B"))), "anna").files
    for path, namn, hour in zip(files, ("Solstaden", "Residensstaden"), (10, 11)):
        change(path, "Karlstad", namn=namn)
        decided = "UPDATE konflikt SET status = 'avgjord', beslut = ?, beslut_av = ?, beslut_tid = ?"
        run(path, decided, json.dumps(namn), path.stem, f"2026-11-30T{hour}:00:00.000Z")
    prints = set()
    for number, order in enumerate((files, files[::-1])):
        report = merge_copies(first, order, folder / f"ihop {number}.gpkg")
        waiting = [row for row in conflicts(report.path) if row["status"] == "oppen"]
        assert [(row["tabell"], row["kolumn"]) for row in waiting] == [("nod", "namn")] and report.conflicts == 1
        prints.add(tuple(row["beslut"] for row in conflicts(report.path)))
    assert len(prints) == 1


def test_a_picture_that_another_starts_from_stays(started: Started) -> None:
    main, (one, two, *_) = started
    drawn = {each.bild_id for each in content(main).objects}
    empty = next(each.bild_id for each in content(main).pictures if each.bild_id not in drawn)
    run(one, "DELETE FROM bild WHERE bild_id = ?", empty)
    new = "INSERT INTO bild (bild_id, namn, bildtyp, skala, status, ordning, utgar_fran) VALUES (?, ?, ?, ?, ?, 9, ?)"
    run(two, new, "ny", "Alternativ", "alternativ", "regional", "arbete", empty)
    report = merged(main, [one, two])
    assert {"ny", empty} <= {each.bild_id for each in content(report.path).pictures} and report.conflicts == 1


@pytest.mark.parametrize(
    ("base", "one", "other"),
    [
        ("x y " * 2000, "y x " * 2000, "x x y " * 1300),
        ("a b c d " * 1000, "d c b a " * 1000, "b a d c " * 1000),
    ],
)
def test_texts_of_few_words_again_and_again_clash_as_wholes(base: str, one: str, other: str) -> None:
    """Comparing them word by word takes minutes."""
    assert merge_texts(base, [one, other]) is None


def test_a_word_put_in_at_each_end_of_a_long_text_is_in() -> None:
    words = " ".join(f"ord{number} och" for number in range(1900))
    assert merge_texts(words, [f"Först {words}", f"{words} sist"]) == f"Först {words} sist"
