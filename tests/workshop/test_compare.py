"""What is new in one file since another of the same strukturbild."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.geometry.line_following import link_after
from strukturbild_plugin.store.gpkg import wkb
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.compare import ADDED, CHANGED, REMOVED, compare_files
from tests.store.helpers import line, point, thing
from tests.workshop.helpers import change, content, delete, named

Started = tuple[Path, tuple[Path, ...]]


def test_a_file_is_as_itself(started: Started) -> None:
    main, (one, *_) = started
    assert compare_files(main, main).is_same() and compare_files(main, one).is_same()


def test_added_removed_and_changed_are_told_apart(started: Started) -> None:
    main, (one, *_) = started
    change(one, "Karlstad", namn="Solstaden", niva="regional")
    delete(one, "Kilen")
    with writing(one, "bord") as db:
        db.add_objects([thing("nod", "nod", "Kil", point((420000.0, 6590000.0)))])
    found = compare_files(main, one)
    told = {(each.kind, each.name, tuple(column.column for column in each.columns)) for each in found.objects}
    assert told == {(CHANGED, "Solstaden", ("namn", "niva")), (REMOVED, "Kilen", ()), (ADDED, "Kil", ())}
    assert [found.count(kind) for kind in (ADDED, REMOVED, CHANGED)] == [1, 1, 1]


def test_lines_that_follow_a_moved_node_are_not_counted(started: Started) -> None:
    main, (one, *_) = started
    (x, y), *_ = wkb.vertices(named(one, "Örebro").wkb or b"")
    ends = wkb.vertices(named(one, "Pendling").wkb or b"")
    change(one, "Örebro", wkb=point((x + 3000, y)))

    change(one, "Pendling", wkb=line(*link_after(list(ends), [False, True], [(x, y)], [(x + 3000, y)])))
    found = compare_files(main, one)
    assert {each.name: each.follows for each in found.objects} == {"Örebro": False, "Pendling": True}
    assert found.count(CHANGED) == 1


def test_links_and_pictures_are_told(started: Started) -> None:
    main, (one, *_) = started
    goal = content(one).goals[0]
    with writing(one, "bord") as db:
        db.add_links([GoalLink(named(one, "Karlstad").objekt_id, goal.mal_id, 1, "")])
    with writing(one, "bord") as db:
        db.connection.execute("UPDATE bild SET horisont = 2050 WHERE bildtyp = 'malbild'")
    found = compare_files(main, one)
    assert [each.kind for each in found.links] == [ADDED] and not found.objects
    assert [(each.table, each.columns[0].before, each.columns[0].after) for each in found.others] == [
        ("bild", 2040, 2050)
    ]


def test_a_file_in_another_coordinate_system_is_not_compared(started: Started) -> None:
    main, (one, *_) = started
    with contextlib.closing(connect(one)) as db:
        db.execute("UPDATE gpkg_geometry_columns SET srs_id = 4326 WHERE table_name = 'nod'")
    for older, newer in ((main, one), (one, main)):
        with pytest.raises(StoreError, match="EPSG:4326"):
            compare_files(older, newer)
