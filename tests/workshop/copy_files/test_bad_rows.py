"""A single bad row or cell in one copy: it is told with the file's name, and all the rest is merged."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from strukturbild_plugin.errors import StrukturbildError
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.workshop.copies import LEFT_OUT, MERGED
from strukturbild_plugin.workshop.group_copy import look_at_copy
from tests.workshop.helpers import change, content, merged, rows

Started = tuple[Path, tuple[Path, ...]]


def write(path: Path, *statements: str) -> None:
    connection = connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def names(path: Path) -> set[str]:
    return {one.namn for one in content(path).objects}


def test_an_attachment_that_may_not_be_is_left_out_alone(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Kilen", namn="Gröna kilen")
    write(one, "INSERT INTO bilaga (slag, namn, innehall) VALUES ('bild', 'Bord 1.png', x'89504e47')")
    write(one, "INSERT INTO bilaga (slag, namn, innehall) VALUES ('logotyp', 'logga.svg', x'3c7376672f3e')")
    change(two, "Älven", namn="Klarälven")
    report = merged(main, (one, two))
    assert [each.state for each in report.copies] == [MERGED, MERGED]
    assert "Bord 1.png" in report.copies[0].sentences[0] and "Resten av filen är med." in report.copies[0].sentences[0]
    assert {"Gröna kilen", "Klarälven"} <= names(report.path)
    assert [row[:2] for row in rows(report.path, ["bilaga"])["bilaga"]] == [("logotyp", "logga.svg")]


def test_a_shape_that_cannot_be_read_counts_as_unchanged(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Kilen", namn="Gröna kilen")
    connection = sqlite3.connect(one)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{trigger}"')
    connection.execute("UPDATE nod SET geom = x'47500001be0b0000010400000003' WHERE namn = 'Karlstad'")
    connection.commit()
    connection.close()
    report = merged(main, (one, two))
    assert report.copies[0].state == MERGED and "”Karlstad”" in report.copies[0].sentences[0]
    assert {"Gröna kilen", "Karlstad"} <= names(report.path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE klass SET lager_punkt = NULL, lager_linje = NULL, lager_yta = NULL",  # no catalogue
        "UPDATE mal SET malar = 'snart', ordning = -5",
        "INSERT INTO insats (insats_id, objekt_id, vad, fran_ar) SELECT 'i', objekt_id, 'x', 99999 FROM nod LIMIT 1",
        "INSERT INTO bilaga (slag, namn, innehall) VALUES ('profil', 'profil.yaml', x'ff00fe')",
        "UPDATE strukturbild SET schema_version = 3, samverkansniva = 77",
        "UPDATE workshopgrupp SET ordning = 'först'",
    ],
)
def test_a_copy_that_cannot_be_in_a_strukturbild_is_left_out_and_the_rest_goes_on(
    started: Started, statement: str
) -> None:
    main, (one, two, *_) = started
    write(one, statement)
    change(two, "Älven", namn="Klarälven")
    report = merged(main, (one, two))
    assert report.copies[1].state == MERGED and "Klarälven" in names(report.path)
    assert report.copies[0].state == MERGED or report.copies[0].sentences
    assert look_at_copy(one, content(main).head.strukturbild_id).path == one, "och fönstret läser den utan fel"


def test_one_row_that_breaks_a_rule_of_the_tables_leaves_its_copy_out(started: Started) -> None:
    main, (one, two, *_) = started
    write(one, "UPDATE bild SET horisont = 99999")
    change(two, "Älven", namn="Klarälven")
    report = merged(main, (one, two))
    assert [each.state for each in report.copies] == [LEFT_OUT, MERGED]
    assert "skicka filen igen" in report.copies[0].sentences[0] and "Klarälven" in names(report.path)


def test_a_result_that_cannot_be_made_for_the_main_files_sake_is_refused(started: Started) -> None:
    main, (one, *_) = started
    write(main, "UPDATE klass SET lager_punkt = NULL, lager_linje = NULL, lager_yta = NULL")
    with pytest.raises(StrukturbildError):
        merged(main, [one])
