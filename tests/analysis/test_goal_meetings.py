"""Where goals clash or help each other on the map: none missed and none invented, against every pair tried by hand."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest
from qgis.core import QgsGeometry

from strukturbild_plugin.analysis.goal_meetings import (
    CONFLICT,
    CROSSING,
    MOST,
    SYNERGY,
    has_more,
    meetings,
    near_pairs,
)
from strukturbild_plugin.analysis.goal_questions import more_text
from strukturbild_plugin.analysis.meeting_distances import distances_text, meeting_distances
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.goals.model import Goal, GoalInfluence, GoalLink
from strukturbild_plugin.store.gpkg.records import ObjectRecord

DISTANCES = meeting_distances(load_catalogue())
GOALS = [Goal(one, "s", one, "Mål", one, number) for number, one in enumerate(("g1", "g2", "g3"))]


def record(objekt_id: str, wkt: str, lager: str = "nod", klass: str = "", picture: str = "b") -> ObjectRecord:
    wkb = bytes(QgsGeometry.fromWkt(wkt).asWkb())
    return ObjectRecord(objekt_id, lager, klass or lager, picture, objekt_id, "", "", (), "", "", wkb)


def test_two_that_meet_clash_over_a_goal_that_one_carries_and_one_opposes():
    drawn = [record("a", "Point(0 0)"), record("b", "Point(1500 0)"), record("c", "Point(90000 0)")]
    links = [GoalLink("a", "g1", 2), GoalLink("b", "g1", -1), GoalLink("c", "g1", -2)]
    (found,) = meetings(drawn, GOALS, links, [], DISTANCES)
    assert (found.kind, found.first_id, found.second_id, found.strength) == (CONFLICT, "a", "b", -2)
    assert found.key == "konflikt/a/b/g1"


def test_goals_that_work_against_each_other_clash_where_their_objects_cross():
    area = record("y", "Polygon((4000 -9, 5000 -9, 5000 9, 4000 -9))", "omrade")
    drawn = [record("s", "LineString(0 0, 10000 0)", "strak"), area]
    links = [GoalLink("s", "g1", 2), GoalLink("y", "g2", 1)]
    (found,) = meetings(drawn, GOALS, links, [GoalInfluence("g1", "g2", 3), GoalInfluence("g2", "g1", -2)], DISTANCES)
    assert (found.kind, found.strength) == (CONFLICT, -2)
    (found,) = meetings(drawn, GOALS, links, [GoalInfluence("g1", "g2", 3)], DISTANCES)
    assert (found.kind, found.strength) == (SYNERGY, 3)
    assert meetings(drawn, GOALS, links, [], DISTANCES) == ()


def test_one_object_that_furthers_one_goal_at_the_cost_of_another_is_a_question():
    links = [GoalLink("a", "g1", 2), GoalLink("a", "g2", -1), GoalLink("a", "g3", 1)]
    found = meetings([record("a", "Point(0 0)")], GOALS, links, [GoalInfluence("g3", "g1", 1)], DISTANCES)
    assert [(one.kind, one.first_goal, one.second_goal, one.second_id) for one in found] == [
        (CONFLICT, "g1", "g2", ""), (CONFLICT, "g2", "g3", ""), (SYNERGY, "g1", "g3", ""),
    ]  # fmt: skip


def test_a_stråk_across_a_green_link_is_a_question_without_any_goal():
    drawn = [
        record("s", "LineString(0 0, 10000 0)", "strak", "strak"),
        record("g", "LineString(5000 -500, 5000 500)", "gron_bla_lank", "gron_samband"),
        record("far", "LineString(50000 -500, 50000 500)", "gron_bla_lank", "gron_samband"),
    ]
    (found,) = meetings(drawn, [], [], [], DISTANCES)
    assert (found.kind, found.key) == (CROSSING, "korsning/g/s")


def test_pictures_are_different_worlds():
    drawn = [record("a", "Point(0 0)"), record("b", "Point(0 0)", picture="i dag")]
    assert meetings(drawn, GOALS, [GoalLink("a", "g1", 2), GoalLink("b", "g1", -2)], [], DISTANCES) == ()


def random_drawing(seed: int) -> list[ObjectRecord]:
    chance = random.Random(seed)
    drawn = []
    for number in range(60):
        x, y = chance.uniform(0, 40_000), chance.uniform(0, 40_000)
        size = chance.uniform(100, 9_000)
        kind = chance.choice(("nod", "strak", "omrade", "gron_bla_lank"))
        shapes = {
            "nod": f"MultiPoint(({x} {y}))",
            "omrade": f"Polygon(({x} {y}, {x + size} {y}, {x} {y + size}, {x} {y}))",
        }
        line = f"LineString({x} {y}, {x + size} {y + chance.uniform(-size, size)})"
        drawn.append(record(f"o{number:02}", shapes.get(kind, line), kind, picture=chance.choice("bi")))
    return drawn


@pytest.mark.parametrize("seed", range(6))
def test_no_meeting_is_missed_and_none_invented(seed: int):
    drawn = random_drawing(seed)
    shapes = {}
    for one in drawn:
        shapes[one.objekt_id] = QgsGeometry()
        shapes[one.objekt_id].fromWkb(one.wkb)
    wanted = {
        (one.objekt_id, other.objekt_id)
        for one, other in combinations(drawn, 2)
        if one.bild_id == other.bild_id
        and shapes[one.objekt_id].distance(shapes[other.objekt_id])
        <= max(DISTANCES.get(one.klass, 0), DISTANCES.get(other.klass, 0))
    }
    assert wanted and set(near_pairs(drawn, DISTANCES)) == wanted
    chance = random.Random(seed)
    links = [GoalLink(one.objekt_id, chance.choice(("g1", "g2", "g3")), chance.choice((-2, -1, 1, 2))) for one in drawn]
    influences = [GoalInfluence("g1", "g2", -2), GoalInfluence("g3", "g1", 1)]
    found = meetings(drawn, GOALS, links, influences, DISTANCES)
    chance.shuffle(drawn)
    chance.shuffle(links)
    again = meetings(drawn, GOALS, links, influences, DISTANCES)
    assert {(one.key, one.strength) for one in found} == {(one.key, one.strength) for one in again}


def test_how_near_is_near_follows_the_class_and_is_said_in_words():
    catalogue = load_catalogue()
    classes = tuple(replace(one, motesavstand=100.0) if one.kod == "nod" else one for one in catalogue.klasser)
    nearer = replace(catalogue, klasser=classes)
    drawn = [record("a", "Point(0 0)"), record("b", "Point(1500 0)")]
    links = [GoalLink("a", "g1", 2), GoalLink("b", "g1", -1)]
    assert len(meetings(drawn, GOALS, links, [], meeting_distances(catalogue))) == 1
    assert meetings(drawn, GOALS, links, [], meeting_distances(nearer)) == ()
    said = distances_text(nearer, {"nod", "strak", "barriar", "gron_kil"}, "sv")
    assert said.startswith("Som nära räknas 1 km från stråk, 0,5 km från barriär och 0,1 km från nod.")
    assert distances_text(nearer, {"gron_kil"}, "sv") == ""


def test_a_file_from_before_its_classes_had_a_distance_is_read_with_those_that_are_shipped():
    catalogue = load_catalogue()
    older = replace(catalogue, klasser=tuple(replace(one, motesavstand=0.0) for one in catalogue.klasser))
    assert meeting_distances(older) == meeting_distances(catalogue)


def test_a_spot_where_hundreds_meet_has_no_more_questions_than_can_be_read_and_says_so():
    drawn = [record(f"o{number}", f"Point({number} 0)") for number in range(300)]
    links = [GoalLink(one.objekt_id, "g1", 2 if number else -1) for number, one in enumerate(drawn)]
    links += [GoalLink(one.objekt_id, "g2", 1) for one in drawn]
    found = meetings(drawn, GOALS, links, [GoalInfluence("g1", "g2", 1)], DISTANCES)
    kinds = [one.kind for one in found]
    assert kinds.count(SYNERGY) == MOST and has_more(found) == (SYNERGY,)
    assert kinds.count(CONFLICT) == 300 and kinds[:300] == [CONFLICT] * 300, "av konflikterna saknas ingen"
    assert more_text(found).startswith("Synergi: de första 2000 av varje är med")
    assert more_text(found[:400]) == ""


def test_what_somebody_has_answered_is_found_however_many_there_are():
    drawn = [record(f"o{number}", f"Point({number} 0)") for number in range(100)]
    links = [GoalLink(one.objekt_id, "g1", 2) for one in drawn]
    key = "synergi/o98/o99/g1"
    assert key not in {one.key for one in meetings(drawn, GOALS, links, [], DISTANCES)}
    found = meetings(drawn, GOALS, links, [], DISTANCES, written=(key,))
    assert key in {one.key for one in found} and len(found) == MOST + 1
