"""Copies as they come: renamed, sent again, damaged, open. What is of no use is named, and the rest goes on."""

from __future__ import annotations

import shutil
import sqlite3
import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.copies import KNOWN, LEFT_OUT, MERGED
from strukturbild_plugin.workshop.merge import MergeReport, merge_copies
from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
from tests.store.helpers import new_file, point, thing
from tests.workshop.helpers import change, conflicts, content, delete, merged, named, print_of

Started = tuple[Path, tuple[Path, ...]]


def states(report: MergeReport) -> list[str]:
    return [one.state for one in report.copies]


def said(report: MergeReport, number: int = 0) -> str:
    return " ".join(report.copies[number].sentences)


def draw(path: Path, name: str) -> None:
    with writing(path, path.stem) as db:
        db.add_objects([thing("nod", "nod", name, point((420_000.0, 6_590_000.0)))])


def names(path: Path) -> set[str]:
    return {one.namn for one in content(path).objects}


def test_files_that_cannot_be_used_are_named_and_the_rest_is_merged(started: Started, tmp_path: Path) -> None:
    main, (one, two, three, _four) = started
    draw(one, "Kil")
    two.write_bytes(two.read_bytes()[:50_000])
    with sqlite3.connect(three) as connection:
        connection.execute("UPDATE strukturbild SET schema_version = 99")
    (tmp_path / "annan").mkdir()
    other = new_file(tmp_path / "annan")
    with sqlite3.connect(other) as connection:
        connection.execute("UPDATE strukturbild SET strukturbild_id = ?, titel = 'En helt annan'", (str(uuid.uuid4()),))
    text = tmp_path / "anteckningar.gpkg"
    text.write_text("inget")
    report = merged(main, (two, three, other, text, tmp_path / "saknas.gpkg", main, one))
    assert states(report) == [LEFT_OUT] * 6 + [MERGED] and "Kil" in names(report.path)
    assert all(said(report, number) for number in range(6))
    assert "En helt annan" in said(report, 2) and "finns inte" in said(report, 4) and "huvudfilen" in said(report, 5)


def test_a_renamed_copy_is_known_again(started: Started) -> None:
    main, (one, *_) = started
    draw(one, "Kil")
    first = merged(main, [one])
    renamed = Path(shutil.move(one, one.with_name("slutgiltig version 2 FINAL.gpkg")))
    again = merged(first.path, [renamed])
    assert states(again) == [KNOWN] and again.changed == 0


def test_a_later_state_takes_the_place_of_the_earlier_and_never_conflicts_with_it(started: Started) -> None:
    main, (one, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    draw(one, "Kil")
    first = merged(main, [one])
    change(one, "Solstaden", namn="Karlstad stad")
    delete(one, "Kil")
    again = merged(first.path, [one])
    assert states(again) == [MERGED] and conflicts(again.path) == []
    assert "Karlstad stad" in names(again.path) and "Kil" not in names(again.path)


def test_an_earlier_state_that_comes_late_changes_nothing(started: Started) -> None:
    main, (one, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    early = Path(shutil.copy(one, one.with_name("tidig.gpkg")))
    change(one, "Solstaden", namn="Karlstad stad")
    first = merged(main, [one])
    again = merged(first.path, [early])
    assert states(again) == [KNOWN] and "senare läge" in said(again) and print_of(again.path) == print_of(first.path)
    together = merged(main, [early, one])
    assert print_of(together.path) == print_of(first.path)


def test_two_files_of_one_copy_that_went_their_own_ways_are_both_in(started: Started) -> None:
    main, (one, *_) = started
    synced = Path(shutil.copy(one, one.with_name(f"{one.stem} (1).gpkg")))
    draw(one, "Kil")
    draw(synced, "Arvika")
    change(synced, "Karlstad", namn="Solstaden")
    for order in ((one, synced), (synced, one)):
        report = merged(main, order)
        assert names(report.path) >= {"Kil", "Arvika", "Solstaden"} and states(report) == [MERGED, MERGED]
        assert "samma kopia" in said(report, 0) + said(report, 1)
        again = merged(report.path, order)
        assert again.changed == 0


def test_a_copy_that_is_open_is_read_as_it_is_saved(started: Started) -> None:
    main, (one, *_) = started
    draw(one, "Kil")
    connection = connect(one)
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("UPDATE nod SET namn = 'Säffle' WHERE namn = 'Kil'")
        report = merged(main, [one])
        assert "öppen" in said(report) and "Säffle" in names(report.path)
    finally:
        connection.close()


def test_a_copy_taken_while_it_was_open_says_that_something_may_be_missing(started: Started) -> None:
    main, (one, *_) = started
    connection = connect(one)
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    alone = Path(shutil.copyfile(one, one.with_name("utan.gpkg")))
    connection.close()
    report = merged(main, [alone])
    assert states(report) == [MERGED] and "medan den var öppen" in said(report)


def test_plain_copies_need_the_file_they_were_made_of(started: Started, tmp_path: Path) -> None:
    _main, _files = started
    folder = tmp_path / "vanliga"
    folder.mkdir()
    origin = new_file(folder)
    draw(origin, "Kil")
    copy, working = (Path(shutil.copy(origin, folder / name)) for name in ("kommun.gpkg", "vår.gpkg"))
    change(copy, "Kil", namn="Kils tätort")
    change(working, "Kil", niva="regional")
    refused = merged(working, [copy])
    assert states(refused) == [LEFT_OUT] and "Kopiorna gjordes av" in said(refused)
    report = merged(working, [copy], base=origin)
    assert states(report) == [MERGED] and named(report.path, "Kils tätort").niva == "regional"
    assert merged(report.path, [copy], base=origin).changed == 0


def test_what_the_main_file_says_stays_and_is_asked_about(started: Started) -> None:
    main, (one, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    change(main, "Karlstad", namn="Karlstads stad")
    report = merged(main, [one])
    (row,) = conflicts(report.path)
    assert "Karlstads stad" in names(report.path)
    assert {row["ena_vem"], row["andra_vem"]} == {"Bord 1", "huvudfilen"}


def test_own_classes_of_groups_come_along(started: Started) -> None:
    main, (one, two, *_) = started
    for path, code in ((one, "egen_a"), (two, "egen_b")):
        with writing(path, path.stem) as db:
            klass = next(klass for klass in db.catalogue().klasser if klass.kod == "nod")
            db.add_classes([replace(klass, kod=code)])
            db.add_objects([thing("nod", code, code, point((430_000.0, 6_590_000.0)))])
    report = merged(main, (one, two))
    snapshot = content(report.path)
    assert {"egen_a", "egen_b"} <= {klass.kod for klass in snapshot.catalogue.klasser} & {
        one.klass for one in snapshot.objects
    }


def test_the_inputs_and_a_result_that_is_refused_are_untouched(started: Started) -> None:
    main, (one, two, *_) = started
    draw(one, "Kil")
    before = {path: path.read_bytes() for path in (main, one, two)}
    report = merged(main, (one, two))
    for target in (main, one, report.path):
        kept = target.read_bytes()
        with pytest.raises(StoreError):
            merge_copies(main, [one, two], target)
        assert target.read_bytes() == kept
    assert {path: path.read_bytes() for path in before} == before


def test_a_workshop_that_cannot_start_leaves_nothing(tmp_path: Path) -> None:
    main = new_file(tmp_path)
    before = main.read_bytes()
    (tmp_path / "W - B.gpkg").write_text("någon annans")
    plans = (
        (WorkshopPlan("W", (Group("A"), Group("B"))), tmp_path),
        (WorkshopPlan("", (Group("A"),)), tmp_path),
        (WorkshopPlan("W", ()), tmp_path),
        (WorkshopPlan("W", (Group("A"), Group(" a "))), tmp_path),
        (WorkshopPlan("W", (Group("A"),)), tmp_path / "saknas"),
    )
    for plan, folder in plans:
        with pytest.raises(StoreError):
            start_workshop(main, folder, plan)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([main.name, "W - B.gpkg"])
    assert main.read_bytes() == before


def test_a_question_that_a_group_has_added_to_an_own_class_comes_along(tmp_path: Path) -> None:
    main = new_file(tmp_path)
    with writing(main, "anna") as db:
        klass = replace(next(one for one in db.catalogue().klasser if one.kod == "nod"), kod="egen")
        db.add_classes([klass])
        db.add_objects([thing("nod", "egen", "Torsby", point((390_000.0, 6_660_000.0)))])
    (one,) = start_workshop(main, tmp_path, WorkshopPlan("W", (Group("A"),))).files
    with writing(one, "a") as db:
        asked = replace(next(iter(db.catalogue().attribut.values())), kod="egen_fraga", typ="text", lista="")
        wider = replace(klass, attribut=(*klass.attribut, "egen_fraga"))
        db.add_classes([wider], attributes={"egen_fraga": asked})
    change(one, "Torsby", egen_fraga="Svar")
    report = merged(main, [one])
    assert named(report.path, "Torsby").attribut["egen_fraga"] == "Svar"
