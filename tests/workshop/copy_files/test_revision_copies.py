"""A group that made a new strukturbild of its copy ("Spara som…"): what it draws there is merged when asked for."""

from __future__ import annotations

import sqlite3
import uuid
from pathlib import Path

from strukturbild_plugin.gui.dock.file_menu import actions
from strukturbild_plugin.store.create.copy import REVISION, copy_strukturbild
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.copies import KNOWN, LEFT_OUT, MERGED
from strukturbild_plugin.workshop.copy_files.copy_texts import get_objects, take_revisions
from tests.store.helpers import new_file
from tests.workshop.helpers import change, conflicts, content, merged, named, rows

Started = tuple[Path, tuple[Path, ...]]
LEFT_BEHIND = ("rost", "logg", "workshop", "workshopgrupp", "arbetskopia")


def revision_of(path: Path, title: str = "Var fina karta") -> Path:
    return copy_strukturbild(path, path.with_name(f"{title}.gpkg"), REVISION, title, "bordet")


def voted(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("INSERT INTO rost (rost_id, objekt_id, vem, varde) VALUES ('r1', ?, 'Eva', 1)", ("x",))


def test_a_copy_that_became_a_new_strukturbild_is_merged_when_that_is_asked_for(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    own = revision_of(one)
    change(own, "Kilen", namn="Gröna kilen")
    change(two, "Älven", namn="Klarälven")
    told = merged(main, (own, two))
    assert [each.state for each in told.copies] == [LEFT_OUT, MERGED]
    assert take_revisions() in told.copies[0].sentences[0] and "Var fina karta" in told.copies[0].sentences[0]
    report = merged(main, (own, two), revisions=True)
    assert [(each.state, each.who) for each in report.copies] == [(MERGED, "Bord 1"), (MERGED, "Bord 2")]
    result = content(report.path)
    assert {"Solstaden", "Gröna kilen", "Klarälven"} <= {each.namn for each in result.objects}
    before = content(main)
    assert result.head == before.head and result.pictures == before.pictures and conflicts(report.path) == []
    # nobody conflicts with himself: the group's own file from before is an earlier state of the same copy
    again = merged(report.path, [one])
    assert [each.state for each in again.copies] == [KNOWN] and again.changed == 0


def test_what_a_new_strukturbild_left_behind_is_not_taken_out_of_the_main_file(started: Started) -> None:
    main, (one, *_) = started
    voted(one)
    first = merged(main, [one]).path
    own = revision_of(one)
    report = merged(first, [own], revisions=True)
    assert rows(report.path, LEFT_BEHIND[2:4]) == rows(first, LEFT_BEHIND[2:4])
    assert set(rows(first, ["rost"])["rost"]) == set(rows(report.path, ["rost"])["rost"]) != set()


def test_a_new_strukturbild_that_does_not_say_whose_copy_it_was_is_merged_too(started: Started) -> None:
    main, (one, *_) = started
    own = revision_of(one)
    with sqlite3.connect(own) as db:  # as files were before
        db.execute("UPDATE logg SET handelse_id = NULL")
    change(own, "Kilen", namn="Gröna kilen")
    report = merged(main, [own], revisions=True)
    assert [(each.state, each.who) for each in report.copies] == [(MERGED, "Var fina karta")]
    assert named(report.path, "Gröna kilen")


def test_a_new_strukturbild_of_a_file_without_a_workshop_needs_what_it_was_made_of(tmp_path: Path) -> None:
    main = new_file(tmp_path)
    own = revision_of(main)
    with writing(own, "eva") as db:
        db.log("workshop", "något")
    refused = merged(main, [own], revisions=True)
    assert "Kopiorna gjordes av" in refused.copies[0].sentences[0]
    assert [each.state for each in merged(main, [own], base=main, revisions=True).copies] == [MERGED]


def test_another_strukturbild_is_refused_with_a_way_on_that_is_in_the_menu(started: Started, tmp_path: Path) -> None:
    (tmp_path / "annan").mkdir()
    other = new_file(tmp_path / "annan")
    with sqlite3.connect(other) as db:
        db.execute("UPDATE strukturbild SET strukturbild_id = ?", (str(uuid.uuid4()),))
    report = merged(started[0], [other])
    assert report.copies[0].state == LEFT_OUT and get_objects() in report.copies[0].sentences[0]
    assert get_objects() in {text for _code, text, _call in actions()}
