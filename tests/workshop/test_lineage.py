"""Files of one copy: a later state takes the earlier's place, and two that went their own ways are both in."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.copies import KNOWN, MERGED
from strukturbild_plugin.workshop.merge import MergeReport
from tests.store.helpers import point, thing
from tests.workshop.helpers import change, conflicts, content, delete, merged

Started = tuple[Path, tuple[Path, ...]]
Act = Callable[[Path], object]


def draw(path: Path, name: str) -> None:
    with writing(path, path.stem) as db:
        db.add_objects([thing("nod", "nod", name, point((420_000.0, 6_590_000.0)))])


def run(path: Path, statement: str, *values: object) -> None:
    with contextlib.closing(connect(path)) as db:
        db.execute(statement, values)


def found(path: Path, query: str) -> int:
    with contextlib.closing(connect(path, writes=False)) as db:
        return len(db.execute(query).fetchall())


def names(path: Path) -> set[str]:
    return {one.namn for one in content(path).objects}


def comment(path: Path, text: str) -> None:
    run(path, "INSERT INTO kommentar (kommentar_id, text, version) VALUES (?, ?, 1)", f"{text} {path.name}", text)


def vote(path: Path) -> None:
    run(path, "INSERT INTO rost (rost_id, vem, varde) VALUES (?, 'anna', 1)", f"röst {path.name}")


def retitle(path: Path) -> None:
    run(path, "UPDATE mal SET titel = 'Ny titel' WHERE mal_id = (SELECT min(mal_id) FROM mal)")


WORK: dict[str, tuple[Act, Callable[[Path], bool]]] = {
    "comments": (lambda path: comment(path, "Bra"), lambda path: found(path, "SELECT 1 FROM kommentar") == 1),
    "votes": (vote, lambda path: found(path, "SELECT 1 FROM rost WHERE vem = 'anna'") >= 1),
    "deletes": (lambda path: delete(path, "Kilen"), lambda path: "Kilen" not in names(path)),
    "a goal's title": (retitle, lambda path: found(path, "SELECT 1 FROM mal WHERE titel = 'Ny titel'") == 1),
    "a name": (lambda path: change(path, "Örebro", namn="Ö"), lambda path: "Ö" in names(path)),
}


def told(report: MergeReport) -> str:
    return " ".join(sentence for one in report.copies for sentence in one.sentences)


@pytest.mark.parametrize("what", list(WORK))
@pytest.mark.parametrize("first", ["drawn", "other"])
def test_a_copy_mailed_to_two_who_both_worked_in_it_loses_nothing(started: Started, what: str, first: str) -> None:
    """One draws; the other only comments, only votes, only deletes. Whoever was last, both are in."""
    main, (one, *_) = started
    other = Path(shutil.copy(one, one.with_name("till bo.gpkg")))
    act, is_there = WORK[what]
    for step in ("drawn", "other") if first == "drawn" else ("other", "drawn"):
        draw(one, "Kil") if step == "drawn" else act(other)
    at_once = merged(main, [one, other])
    assert "Kil" in names(at_once.path) and is_there(at_once.path)
    assert [each.state for each in at_once.copies] == [MERGED, MERGED] and "samma kopia" in told(at_once)
    by_steps = merged(merged(main, [other]).path, [one])
    assert "Kil" in names(by_steps.path) and is_there(by_steps.path)
    assert merged(by_steps.path, [one, other]).changed == 0


def test_two_who_each_changed_the_same_once_in_one_copy_are_asked(started: Started) -> None:
    main, (one, *_) = started
    other = Path(shutil.copy(one, one.with_name("till bo.gpkg")))
    change(one, "Karlstad", namn="Solstaden")
    change(other, "Karlstad", namn="Residensstaden")
    draw(other, "Kil")
    report = merged(main, [one, other])
    assert [row["kolumn"] for row in conflicts(report.path)] == ["namn"] and "Kil" in names(report.path)


def test_what_a_group_changes_back_is_changed_back(started: Started) -> None:
    main, (one, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    first = merged(main, [one]).path
    change(one, "Solstaden", namn="Karlstad")
    again = merged(first, [one])
    assert "Karlstad" in names(again.path) and again.copies[0].state == MERGED and conflicts(again.path) == []


def test_an_earlier_state_with_what_was_deleted_later_brings_nothing_back(started: Started) -> None:
    main, (one, *_) = started
    draw(one, "Kil")
    early = Path(shutil.copy(one, one.with_name("tidig.gpkg")))
    delete(one, "Kil")
    change(one, "Örebro", namn="Ö")
    late = merged(merged(main, [one]).path, [early])
    assert [each.state for each in late.copies] == [KNOWN] and late.changed == 0
    at_once = merged(main, [early, one])
    assert "Kil" not in names(at_once.path) and conflicts(at_once.path) == []
    assert [each.state for each in at_once.copies] == [KNOWN, MERGED] and one.name in told(at_once)


def test_a_clock_that_was_years_ahead_holds_back_nothing_that_is_new(started: Started) -> None:
    main, (one, *_) = started
    comment(one, "ett")
    run(one, "UPDATE gpkg_contents SET last_change = '2031-01-01T00:00:00.000Z'")
    first = merged(main, [one]).path
    comment(one, "ett till")
    run(one, "UPDATE gpkg_contents SET last_change = '2026-12-01T00:00:00.000Z'")
    assert found(merged(first, [one]).path, "SELECT 1 FROM kommentar") == 2


def test_two_files_of_one_copy_that_go_on_never_meet_their_own_earlier_state(started: Started) -> None:
    main, (one, *_) = started
    other = Path(shutil.copy(one, one.with_name("till bo.gpkg")))
    change(one, "Karlstad", namn="A1")
    draw(other, "b1")
    change(other, "Örebro", namn="B1")
    first = merged(main, [one, other]).path
    change(one, "A1", namn="A2")
    change(other, "B1", namn="B2")
    report = merged(first, [other, one])
    assert names(report.path) >= {"A2", "B2", "b1"} and conflicts(report.path) == []


def test_a_program_that_numbers_rows_anew_brings_nothing_back(started: Started) -> None:
    main, (one, *_) = started
    for name in ("X", "Y", "Z"):
        draw(one, name)
    first = merged(main, [one]).path
    delete(one, "X")
    change(one, "Z", namn="Z2")
    run(one, "UPDATE nod SET fid = fid + 1000")
    run(one, "UPDATE nod SET fid = (SELECT count(*) FROM nod n WHERE n.fid < nod.fid) + 1")
    report = merged(first, [one])
    assert names(report.path) >= {"Y", "Z2"} and not names(report.path) & {"X", "Z"} and conflicts(report.path) == []


def test_plain_copies_of_one_name_in_folders_of_their_own_are_all_in(started: Started) -> None:
    main, _ = started
    files = []
    for number in range(3):
        (main.parent / str(number)).mkdir()
        files.append(Path(shutil.copy(main, main.parent / str(number) / "karta.gpkg")))
    draw(files[0], "Kil")
    comment(files[1], "Bra")
    delete(files[2], "Kilen")
    report = merged(main, files, base=main)
    assert "Kil" in names(report.path) and "Kilen" not in names(report.path)
    assert found(report.path, "SELECT 1 FROM kommentar") == 1 and {each.state for each in report.copies} == {MERGED}


def test_a_group_that_merged_another_groups_file_into_its_own_is_told(started: Started) -> None:
    main, (one, two, *_) = started
    draw(one, "Kil")
    draw(two, "Arvika")
    own = merged(one, [two]).path
    report = merged(main, [own, two])
    assert names(report.path) >= {"Kil", "Arvika"} and conflicts(report.path) == []
    assert "Bord 2" in report.copies[0].sentences[0] and report.copies[1].sentences == ()
