"""Our merge beside geodiff's rebase: the same where geodiff is right, and nothing of what it gets wrong.

What geodiff says is written down (`python -m tools.bench.geodiff_results`), so that nobody needs it to run this.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.store.gpkg.connection import connect
from tests.workshop.geodiff.cases import (
    ADDED_COLUMN,
    CLASHES,
    COMPOSITE_KEYS,
    LOST_EDIT,
    NUMBERED_LINKS,
    RIGHT,
    SAME_PAIR,
    TEXT_KEYS,
    Case,
    told,
)
from tests.workshop.helpers import conflicts, content, merged, named

Started = tuple[Path, tuple[Path, ...]]
RESULTS: dict[str, Any] = json.loads(Path(__file__).with_name("geodiff_results.json").read_text(encoding="utf-8"))


def merge_of(case: Case, started: Started) -> Path:
    """The file in which the two of `case` have been merged."""
    main, (one, two, *_) = started
    case.one(one)
    case.two(two)
    return merged(main, (one, two)).path


@pytest.mark.parametrize("case", RIGHT, ids=[case.name for case in RIGHT])
def test_the_same_as_geodiff_where_geodiff_is_right(case: Case, started: Started) -> None:
    assert RESULTS[case.name]["fel"] == ""
    path = merge_of(case, started)
    assert told(path) == RESULTS[case.name]["finns"] and conflicts(path) == []


def test_two_values_of_a_column_are_a_conflict_for_both(started: Started) -> None:
    (row,) = conflicts(merge_of(CLASHES, started))
    assert (row["kolumn"], RESULTS[CLASHES.name]["konflikter"]) == ("namn", 1)


def test_what_another_deleted_is_lost_by_geodiff_without_a_word_and_asked_about_here(started: Started) -> None:
    theirs = RESULTS[LOST_EDIT.name]
    assert theirs["konflikter"] == 0 and not any("Klarälven" in row for row in theirs["finns"])
    path = merge_of(LOST_EDIT, started)
    (row,) = conflicts(path)
    assert (named(path, "Klarälven").objekt_id, row["slag"]) == (row["objekt_id"], "borttagen")


def test_links_of_new_objects_stay_with_their_objects(started: Started) -> None:
    assert RESULTS[NUMBERED_LINKS.name]["finns"] == [["Arvika"], ["Arvika"]], "Sunnes länk hamnar på Arvika"
    path = merge_of(next(case for case in RIGHT if case.name == "båda ritar"), started)
    assert sorted(row[1] for row in told(path) if row[0] == "objekt_mal") == ["Arvika", "Sunne"]


def test_a_key_in_words_is_not_made_a_number(started: Started) -> None:
    assert any(str(kod).isdecimal() for kod, _namn in RESULTS[TEXT_KEYS.name]["finns"])
    main, (one, two, *_) = started
    for path, namn in ((one, "Kaj"), (two, "Hamnkaj")):
        write(path, "INSERT INTO malsamling (kod, namn) VALUES ('kaj', ?)", namn)
    path = merged(main, (one, two)).path
    assert query(path, "SELECT namn FROM malsamling WHERE kod = 'kaj'") == [("Kaj",)]
    assert [(row["kolumn"], row["andra_varde"]) for row in conflicts(path)] == [("namn", '"Hamnkaj"')]


def test_the_same_link_by_two_is_one_link(started: Started) -> None:
    assert RESULTS[SAME_PAIR.name]["fel"]
    path = merge_of(SAME_PAIR, started)
    assert len([row for row in told(path) if row[0] == "objekt_mal"]) == 1 and conflicts(path) == []


def test_rows_with_keys_of_several_columns_come_along(started: Started) -> None:
    assert "composite primary keys not implemented" in RESULTS[COMPOSITE_KEYS.name]["fel"]
    main, (one, two, *_) = started
    wanted = []
    for path, namn in ((one, "Karlstad"), (two, "Örebro")):
        about, picture = named(path, namn).objekt_id, content(path).pictures[0].bild_id
        write(path, "INSERT INTO etikettplats VALUES (NULL, ?, ?, 'A3', 1, 2)", picture, about)
        wanted.append((about,))
    path = merged(main, (one, two)).path
    assert query(path, "SELECT objekt_id FROM etikettplats") == sorted(wanted)


def test_a_new_column_comes_along(started: Started) -> None:
    assert "schemas are not the same" in RESULTS[ADDED_COLUMN.name]["fel"]
    path = merge_of(ADDED_COLUMN, started)
    assert query(path, "SELECT namn FROM nod WHERE hamnkaj = 'Norra kajen'") == [("Solstaden",)]


def write(path: Path, statement: str, *values: object) -> None:
    """One statement in a file."""
    with contextlib.closing(connect(path)) as file:
        file.execute(statement, values)


def query(path: Path, statement: str) -> list[tuple[object, ...]]:
    """The rows of a query, in order."""
    with contextlib.closing(sqlite3.connect(path)) as file:
        return sorted(file.execute(statement).fetchall())
