"""What goals do not reach and places do not say: none missed and none invented, against counting by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsGeometry

from strukturbild_plugin.analysis.coverage_texts import Names, coverage_tables, matrix_table
from strukturbild_plugin.analysis.goal_coverage import (
    BY_CLASS,
    BY_MUNICIPALITY,
    NOT_SILENT,
    WITHOUT_GOAL,
    WITHOUT_OBJECT,
    WITHOUT_TEXT,
    CoverageChoice,
    countryside_coverage,
    coverage_of,
    matrix_of,
    municipality_coverage,
    region_meetings,
)
from strukturbild_plugin.analysis.municipalities import AreaFinder, MunicipalityFinder
from strukturbild_plugin.goals.model import Goal, GoalLink, GoalSet
from strukturbild_plugin.store.geometry.overlap import lies_in
from strukturbild_plugin.store.gpkg.records import ObjectRecord, Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

TREE = [
    Goal("1", "s", "1", "Område", "Ett", 1),
    Goal("1.1", "s", "1.1", "Mål", "Ett ett", 2, over_id="1", vikt=2.5),
    Goal("1.2", "s", "1.2", "Mål", "=Ett två", 3, over_id="1"),
    Goal("2", "t", "2", "Område", "Två", 4),
]


def record(objekt_id: str, wkt: str = "", klass: str = "nod", picture: str = "b", said: str = "") -> ObjectRecord:
    wkb = bytes(QgsGeometry.fromWkt(wkt).asWkb()) if wkt else None
    attributes = {"beskrivning": said} if said else {}
    return ObjectRecord(objekt_id, klass, klass, picture, objekt_id, "", "", (), "", "", wkb, attribut=attributes)


@pytest.fixture(scope="module")
def snapshot(_example_made_once: Path) -> Snapshot:
    return read_snapshot(_example_made_once)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["kil", "sunne", "dal", "borta"]), st.sampled_from(["1", "1.1", "1.2", "2", "x"])),
        st.integers(-2, 2),
    ),
    st.sampled_from(["", "s", "t"]),
    st.booleans(),
)
def test_goals_without_place_and_objects_without_goal_are_those_that_no_link_reaches(
    snapshot: Snapshot, links: dict[tuple[str, str], int], samling: str, only_silent: bool
) -> None:
    drawn = (record("kil"), record("sunne"), record("dal", picture="annan"))
    listed = tuple(GoalLink(one, goal, value) for (one, goal), value in links.items())
    made = replace(snapshot, objects=drawn, goals=tuple(TREE), links=listed)
    found = coverage_of(made, CoverageChoice(samling, "b", "", only_silent))
    here = {"kil", "sunne"}
    wanted = {"1.1": "s", "1.2": "s", "2": "t"}
    looked_at = [goal for goal, kod in wanted.items() if samling in ("", kod)]
    silent = [goal for goal in looked_at if not any(one in here and other == goal for one, other in links)]
    assert [one.mal_id for one in found.goals_without_place] == silent
    assert [one.mal_id for one in found.goals] == (silent if only_silent else looked_at)
    of_set = {goal for goal, kod in {"1": "s", **wanted}.items() if samling in ("", kod)}
    bare = {one for one in here if not any(other == one and goal in of_set for other, goal in links)}
    assert {one.objekt_id for one in found.objects_without_goal} == bare


def test_a_line_and_an_area_lie_in_what_holds_enough_of_them_and_a_point_where_it_is() -> None:
    square = QgsGeometry.fromWkt("Polygon((0 0, 1000 0, 1000 1000, 0 1000, 0 0))")
    assert lies_in(QgsGeometry.fromWkt("Point(1000 500)"), square)
    assert not lies_in(QgsGeometry.fromWkt("Point(1001 500)"), square)
    assert lies_in(QgsGeometry.fromWkt("LineString(900 500, 9000 500)"), square)
    assert not lies_in(QgsGeometry.fromWkt("LineString(995 500, 99999 500)"), square)
    assert lies_in(QgsGeometry.fromWkt("Polygon((-90000 -90000, 90000 -90000, 90000 90000, -90000 90000))"), square)
    assert not lies_in(QgsGeometry.fromWkt("Polygon((999 0, 9999 0, 9999 1000, 999 1000, 999 0))"), square)
    finder = AreaFinder({"17": square, "18": QgsGeometry.fromWkt("Polygon((1000 0, 2000 0, 2000 900, 1000 0))")})
    assert finder.of(bytes(QgsGeometry.fromWkt("MultiPoint((5 5), (1900 700))").asWkb())) == ("17", "18")
    assert finder.of(b"") == ()


def test_every_municipality_is_told_by_what_it_lacks_first(snapshot: Snapshot) -> None:
    finder = MunicipalityFinder(["17"])
    assert len(finder.names) == 16 and finder.names["1780"] == "Karlstad"
    spots = {kod: shape.pointOnSurface().asWkt() for kod, shape in finder.shapes.items()}
    drawn = (record("a", spots["1780"]), record("b", spots["1766"]), record("c", spots["1784"], said="Står här"))
    links = (GoalLink("b", "2", 1), GoalLink("c", "2", 1))
    made = replace(snapshot, objects=drawn, goals=tuple(TREE), links=links)
    coverage = coverage_of(made, CoverageChoice())
    found = {one.kod: one for one in municipality_coverage(coverage, finder)}
    assert found["1780"].lacks == WITHOUT_GOAL and found["1780"].object_ids == ("a",)
    assert found["1766"].lacks == WITHOUT_TEXT and found["1784"].lacks == NOT_SILENT
    assert sum(one.lacks == WITHOUT_OBJECT for one in found.values()) == 13
    matrix = matrix_of(coverage, made, BY_MUNICIPALITY, finder)
    assert {(goal, kod) for goal, kod in matrix.cells} == {("2", "1766"), ("2", "1784")}


def test_a_countryside_is_told_by_what_lies_in_it_and_what_it_says_itself(snapshot: Snapshot) -> None:
    square = "Polygon((0 0, 1000 0, 1000 1000, 0 1000, 0 0))"
    drawn = (record("bygd", square, "landsbygd"), record("kil", "Point(9 9)"), record("gräns", square, "gransbygd"))
    made = replace(snapshot, objects=drawn[:1], goals=tuple(TREE), links=())
    (alone,) = countryside_coverage(coverage_of(made, CoverageChoice()))
    assert (alone.namn, alone.objects, alone.lacks) == ("bygd", 0, WITHOUT_OBJECT)
    made = replace(made, objects=drawn, links=(GoalLink("kil", "2", -1),))
    found = {one.kod: one for one in countryside_coverage(coverage_of(made, CoverageChoice()))}
    assert found["bygd"].object_ids == ("kil", "gräns") and found["bygd"].lacks == WITHOUT_TEXT
    written = replace(drawn[0], attribut={"utmaning": "Långt till vården"})
    made = replace(made, objects=(written, *drawn[1:]))
    found = {one.kod: one for one in countryside_coverage(coverage_of(made, CoverageChoice()))}
    assert found["bygd"].lacks == NOT_SILENT


def test_goals_of_two_regions_meet_in_an_object_but_not_a_region_with_the_nation() -> None:
    def goal_set(kod: str, *lan: str) -> GoalSet:
        return GoalSet(kod, kod, "", lan, "", None, "", True)

    sets = [goal_set("varmland", "17"), goal_set("orebro", "18"), goal_set("sverige"), goal_set("orebro_2", "18")]
    goals = [Goal(one.kod, one.kod, "1", "Mål", one.kod, 1) for one in sets]
    links = [GoalLink("a", "orebro", 1), GoalLink("a", "varmland", 2), GoalLink("b", "varmland", 1)]
    links += [GoalLink("b", "sverige", 1), GoalLink("c", "orebro", 1), GoalLink("c", "orebro_2", 1)]
    (found,) = region_meetings(sets, goals, links, [record("a"), record("b"), record("c")])
    assert found.objekt_id == "a" and dict(found.goals) == {"varmland": ("varmland",), "orebro": ("orebro",)}


def test_the_tables_say_what_the_matrix_counts(snapshot: Snapshot) -> None:
    drawn = (record("kil", "Point(1 1)"), record("=HYPERLINK(1)", "Point(2 2)"))
    links = (GoalLink("kil", "1.1", 2), GoalLink("=HYPERLINK(1)", "1.1", -1), GoalLink("kil", "1.2", 0))
    made = replace(snapshot, objects=drawn, goals=tuple(TREE), links=links)
    coverage = coverage_of(made, CoverageChoice())
    table = matrix_table(matrix_of(coverage, made, BY_CLASS), BY_CLASS, Names(made, "sv"), {})
    assert table.heads[3:] == ("Vikt", "Stödjer", "Motverkar", "Neutral", "Nod")
    assert [row[1:] for row in table.rows] == [
        ("1.1", "Ett ett", 2.5, 1, 1, 0, 2.5),
        ("1.2", "=Ett två", 1, 0, 0, 1, 0),
        ("2", "Två", 1, 0, 0, 0, ""),
    ]
    codes = [one.code for one in coverage_tables(made, coverage, MunicipalityFinder(["17"]), "sv")]
    partly = coverage_tables(made, coverage, MunicipalityFinder(["17", "NO-34"]), "sv")
    assert [one.title for one in partly if one.code in ("kommun", "kommuner")] == [
        "Mål och svenska kommuner", "Svenska kommuner"
    ]  # fmt: skip
    assert codes == ["klass", "objekt", "kommun", "utan_plats", "utan_mal", "kommuner", "landsbygder", "regioner"]
