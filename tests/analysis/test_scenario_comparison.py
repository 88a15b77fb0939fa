"""Pictures with one start compared: what each has of its own, how it carries the goals, and where goals meet in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strukturbild_plugin.analysis.coverage_texts import Names
from strukturbild_plugin.analysis.goal_coverage import CoverageChoice, coverage_of
from strukturbild_plugin.analysis.goal_meetings import meetings
from strukturbild_plugin.analysis.picture_diff import GONE, NEW
from strukturbild_plugin.analysis.scenario_comparison import (
    compare_scenarios,
    comparison_table,
    suggested_pictures,
)
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.gpkg.records import ObjectRecord, Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot


def copied(record: ObjectRecord, bild_id: str) -> ObjectRecord:
    name = f"{record.objekt_id}-{bild_id}"
    return replace(record, objekt_id=name, bild_id=bild_id, ursprung_id=record.objekt_id)


@pytest.fixture(scope="module")
def three(_example_made_once: Path) -> Snapshot:
    """The example as a start, and two pictures that begin with it."""
    snapshot = read_snapshot(_example_made_once)
    start = snapshot.pictures[0]
    ones = [replace(start, bild_id=each, namn=f"Scenario {each}", ordning=2, utgar_fran=start.bild_id) for each in "AB"]
    objects = [*snapshot.objects, *(copied(one, "A") for one in snapshot.objects[:-1])]
    objects += [copied(one, "B") for one in snapshot.objects]
    objects.append(replace(snapshot.objects[0], objekt_id="ny", bild_id="B", namn="Ny ort", ursprung_id=""))
    links = [replace(link, objekt_id=f"{link.objekt_id}-{each}") for each in "AB" for link in snapshot.links]
    return replace(snapshot, pictures=(start, *ones), objects=tuple(objects), links=(*snapshot.links, *links))


def test_each_picture_is_held_against_the_start_they_have_in_common(three: Snapshot) -> None:
    assert suggested_pictures(three) == ("A", "B")
    found = compare_scenarios(three, ("A", "B"), ())
    one, other = found.parts
    assert found.start is not None and found.start.bild_id == three.pictures[0].bild_id
    assert [change.kind for change in one.changes] == [GONE]
    assert [(change.kind, change.after.namn) for change in other.changes] == [(NEW, "Ny ort")]
    table = comparison_table(found, Names(three, "sv"))
    assert table.heads == ("Del", "Vad", "Scenario A", "Scenario B")
    counts = {row[1]: row[2:] for row in table.rows}
    assert counts["Antal objekt"] == (46, 48)
    assert counts[f"Nya mot {found.start.namn}"] == (0, 1) and counts[f"Borttagna mot {found.start.namn}"] == (1, 0)
    alone = compare_scenarios(three, ("A", three.pictures[0].bild_id), ())
    assert alone.start is None and [part.changes for part in alone.parts] == [None, None]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 93), st.integers(0, 10), st.integers(-2, 2)), max_size=25))
def test_goals_and_questions_of_a_picture_are_as_when_it_is_looked_at_alone(
    three: Snapshot, drawn: list[tuple[int, int, int]]
) -> None:
    here = [one for one in three.objects if one.bild_id in "AB"]
    linked = {(here[number].objekt_id, three.goals[goal].mal_id): value for number, goal, value in drawn}
    made = replace(three, links=tuple(GoalLink(*pair, value) for pair, value in linked.items()))
    found = compare_scenarios(made, ("A", "B"), ())
    for part in found.parts:
        alone = coverage_of(made, CoverageChoice(bild_id=part.picture.bild_id))
        assert part.meetings == meetings(alone.objects, alone.goals, alone.links, (), alone.distances)
        for goal, cell in zip(found.goals, part.goals):
            values = [one.bidrag for one in alone.links if one.mal_id == goal.mal_id]
            counted = (cell.supporting, cell.opposing, cell.neutral) if cell is not None else (0, 0, 0)
            assert counted == (sum(x > 0 for x in values), sum(x < 0 for x in values), sum(x == 0 for x in values))


def test_a_picture_that_is_gone_is_left_out_and_one_named_twice_is_compared_once(three: Snapshot) -> None:
    found = compare_scenarios(three, ("A", "borta", "A", "B"), ())
    assert [part.picture.bild_id for part in found.parts] == ["A", "B"]
    assert comparison_table(compare_scenarios(three, ("borta",), ()), Names(three, "sv")).heads == ("Del", "Vad")
