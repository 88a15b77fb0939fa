"""The coordinate system of a source: believed, guessed when only one can be meant, else asked for."""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path
from typing import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import osr

from strukturbild_plugin.errors import ImportRefused
from strukturbild_plugin.store.create.places import PopulatedPlace, all_places
from strukturbild_plugin.store.create.regions import find_regions
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.importing.area import Outline, country_at, lies_in_sweden, outline_of
from strukturbild_plugin.store.importing.crs import SYSTEMS, system_of, system_title, to_sweref
from strukturbild_plugin.store.importing.crs_choice import CrsDecision, CrsEvidence, chosen_system
from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects, plan_import
from tests.store.importing.helpers import KARLSTAD, centre_of, content_of, objects_in, point, write_layer, write_table

LAN = ("03", "12", "14", "17", "18", "21", "24", "25")
EPSGS = [one.epsg for one in SYSTEMS if one.rank < 3]
WITHIN_M = 1_000.0


@cache
def towns(lan: str) -> tuple[PopulatedPlace, ...]:
    return tuple(place for place in all_places() if place.lan_kod == lan)


@cache
def area(lan: str) -> Outline:
    found = outline_of(find_regions([lan]))  # type: ignore[arg-type]
    assert found
    return found


@cache
def from_sweref(epsg: int) -> osr.CoordinateTransformation:
    return osr.CoordinateTransformation(system_of(3006), system_of(epsg))


def written(places: Sequence[PopulatedPlace], epsg: int, swapped: bool = False) -> list[tuple[float, float]]:
    """The places as a file in that system has them."""
    points = [from_sweref(epsg).TransformPoint(place.x, place.y)[:2] for place in places]
    return [(y, x) if swapped else (x, y) for x, y in points]


def off(decision: CrsDecision, points: Sequence[tuple[float, float]], places: Sequence[PopulatedPlace]) -> float:
    """How far, in metres, the places come from where they are."""
    way = to_sweref(decision.system)
    turned = [(y, x) if decision.swapped else (x, y) for x, y in points]
    return max(math.dist(way.TransformPoint(*one)[:2], (place.x, place.y)) for one, place in zip(turned, places))


@settings(max_examples=80, deadline=None)
@given(
    lan=st.sampled_from(LAN),
    here=st.sampled_from(LAN),
    true=st.sampled_from(EPSGS),
    label=st.sampled_from([None, None, *EPSGS]),
    swapped=st.booleans(),
    named=st.booleans(),
    start=st.integers(0, 30),
    count=st.integers(1, 12),
)
def test_coordinates_are_never_taken_a_kilometre_wrong_without_a_word(
    base_data: Path,
    lan: str,
    here: str,
    true: int,
    label: int | None,
    swapped: bool,
    named: bool,
    start: int,
    count: int,
) -> None:
    """Without a label, or with names to go by, whatever lands in the strukturbild's area is right or spoken of."""
    places = (towns(lan) * 2)[start : start + count]
    points = written(places, true, swapped)
    names = [(at, [(place.x, place.y)]) for at, place in zip(points, places)] if named else []
    declared = system_of(label) if label else None
    decision = chosen_system("f.csv", declared, "", CrsEvidence(points, area(here), names))
    if decision.refusal:
        for option in decision.options:
            assert f"{option.epsg} för" in decision.refusal
            followed = chosen_system("f.csv", declared, str(option.epsg), CrsEvidence(points, area(here), names))
            assert not followed.refusal, (option, followed.refusal)
        return
    if off(decision, points, places) <= WITHIN_M or decision.notes:
        return
    assert label, "a guess is always said"
    way = to_sweref(decision.system)
    inside = [area(here).holds(*way.TransformPoint(*one)[:2]) for one in points]
    few = len(names) < 3
    assert few or sum(inside) == 0, "names of places contradict the label"


@pytest.mark.parametrize(
    ("epsg", "lan"),
    [*((epsg, lan) for epsg in (3006, 4326, 3021, 3857) for lan in ("12", "17", "25")), (25832, "17"), (25832, "12")],
)
def test_what_swedish_data_come_in_is_guessed_and_said(base_data: Path, epsg: int, lan: str) -> None:
    places = towns(lan)[:8]
    points = written(places, epsg)
    decision = chosen_system("f.csv", None, "", CrsEvidence(points, area(lan)))
    if decision.refusal:
        assert epsg == 25832 and any(option.epsg == epsg for option in decision.options)
    else:
        assert off(decision, points, places) < 2 and "anger inget koordinatsystem" in decision.notes[0]


@pytest.mark.parametrize("zone", range(3007, 3019))
def test_sweref_99_tm_labelled_as_a_local_zone_is_found_out(base_data: Path, zone: int) -> None:
    for lan in LAN:
        points = written(towns(lan)[:8], 3006)
        decision = chosen_system("f.shp", system_of(zone), "", CrsEvidence(points, area(lan)))
        assert decision.refusal and decision.options[0].epsg == 3006, (zone, lan)
        assert not chosen_system("f.shp", system_of(zone), "3006", CrsEvidence(points, area(lan))).refusal


@pytest.mark.parametrize(("lan", "zone"), [("14", 3007), ("17", 3008), ("03", 3011), ("25", 3018), ("12", 3008)])
def test_a_local_zone_that_is_right_is_believed_to_the_edges_of_its_lan(base_data: Path, lan: str, zone: int) -> None:
    for place in towns(lan):
        points = written([place], zone)
        decision = chosen_system("f.shp", system_of(zone), "", CrsEvidence(points, area(lan)))
        assert not decision.refusal, (place.namn, decision.refusal)


def test_zones_taken_for_each_other_are_found_by_the_names_of_places(base_data: Path) -> None:
    places = towns("17")[:6]
    points = written(places, 3008)
    names = [(at, [(place.x, place.y)]) for at, place in zip(points, places)]
    decision = chosen_system("f.shp", system_of(3007), "", CrsEvidence(points, area("17"), names))
    assert [option.epsg for option in decision.options] == [3008]
    kept = chosen_system("f.shp", system_of(3007), "3007", CrsEvidence(points, area("17"), names))
    assert not kept.refusal, "what the user gives goes before the names"


@pytest.mark.parametrize(("land", "epsg"), [("NO", 25832), ("NO", 25833), ("FI", 3067), ("DK", 25832)])
def test_the_neighbours_own_systems_are_believed(base_data: Path, land: str, epsg: int) -> None:
    places = [place for place in all_places() if place.land == land][:8]
    points = written(places, epsg)
    decision = chosen_system("f.gpkg", system_of(epsg), "", CrsEvidence(points, area("14")))
    assert not decision.refusal and off(decision, points, places) < 2


def test_a_right_wgs_84_file_of_europe_gives_what_lies_here(bild: Path, tmp_path: Path) -> None:
    europe = [(lon, lat) for lon in range(-9, 30, 2) for lat in range(36, 58, 2)]
    places = [point(at) for at in (*europe, (13.5036, 59.3793))]
    values = [{"namn": f"Ort {number}"} for number in range(len(europe))] + [{"namn": "Karlstad"}]
    source = write_layer(tmp_path / "europa.gpkg", places, 4326, values)
    report = import_objects(bild, ImportRequest(source))
    assert report.imported == 1 and centre_of(objects_in(bild)[0]) == pytest.approx(KARLSTAD, abs=60)
    assert len(report.left_out) == len(europe)


def test_a_system_is_called_what_a_planner_calls_it() -> None:
    esri = 'PROJCS["SWEREF99_18_00",GEOGCS["GCS_SWEREF99",DATUM["D_SWEREF99",SPHEROID["GRS_1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",150000],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",18],PARAMETER["Scale_Factor",1],PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]'  # noqa: E501  as ESRI writes it, on one line
    system = osr.SpatialReference()
    system.ImportFromWkt(esri)
    assert system_title(system) == "SWEREF 99 18 00 (EPSG:3011)"
    system.ImportFromWkt('GEOGCS["Undefined geographic SRS",DATUM["unknown",SPHEROID["GRS80",6378137,298.25]]]')
    assert system_title(system) == ""
    assert system_title(system_of(3006)) == "SWEREF 99 TM (EPSG:3006)"
    assert system_title(system_of(3067)) == "ETRS-TM35FIN (EPSG:3067)"


def test_metres_in_a_system_without_a_name_are_refused_in_plain_words(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "a.geojson", [point(KARLSTAD)], None, [{"namn": "K"}], "GeoJSON")
    before = content_of(bild)
    with pytest.raises(ImportRefused) as refused:
        import_objects(bild, ImportRequest(source))
    assert "Undefined" not in str(refused.value) and content_of(bild) == before
    code = re.search(r"Ange koordinatsystemet (\d+)", str(refused.value))
    assert code and import_objects(bild, ImportRequest(source, crs=code[1])).imported == 1


def test_a_file_of_another_lan_is_believed_and_the_other_reading_is_a_choice(bild: Path, tmp_path: Path) -> None:
    """Stockholm in SWEREF 99 TM lies in Värmland when it is read as UTM 32: that is offered, not done."""
    rows = [
        {"namn": f"T{number}", "E": round(place.x), "N": round(place.y)} for number, place in enumerate(towns("01")[:6])
    ]
    plan = plan_import(bild, ImportRequest(write_table(tmp_path / "o.csv", rows), crs="3006"))
    assert not plan.refusal and plan.counts()["utelamnad"] == 6
    source = write_layer(tmp_path / "o.gpkg", [point((place.x, place.y)) for place in towns("01")[:6]])
    plan = plan_import(bild, ImportRequest(source))
    assert not plan.refusal and plan.counts()["ny"] == 0


def test_the_choices_of_a_plan_can_be_made(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "fel.gpkg", [point(KARLSTAD)], 3011, [{"namn": "Karlstad"}])
    plan = plan_import(read_snapshot(bild), ImportRequest(source))
    assert plan.refusal and not plan.rows
    (choice,) = plan.choices
    assert choice.text == "Läs som SWEREF 99 TM (EPSG:3006)"
    again = plan_import(read_snapshot(bild), choice.applied(plan.request))
    assert not again.refusal and again.counts()["ny"] == 1


def test_the_coast_and_lakes_lie_in_sweden_and_oslo_does_not(base_data: Path) -> None:
    for place in ((372_000, 6_548_000), (390_000, 6_540_000), KARLSTAD):
        assert lies_in_sweden(*place) and country_at(*place) == "SE"
    assert country_at(262_000, 6_650_000) == "NO" and not lies_in_sweden(262_000, 6_650_000)
    assert country_at(348_000, 6_173_000) == "DK"


def test_what_a_tables_columns_show_is_not_said_to_be_what_the_file_says(bild: Path, tmp_path: Path) -> None:
    source = write_table(tmp_path / "o.csv", [{"namn": "Kil", "lon": 13.3, "lat": 59.5}])
    assert plan_import(bild, ImportRequest(source)).crs.endswith("som kolumnernas namn och värden visar")
    points = zip(towns("17"), written(towns("17")[:6], 3008))
    rows = [{"namn": place.namn, "N SWEREF 99 12 00": at[1], "E SWEREF 99 12 00": at[0]} for place, at in points]
    plan = plan_import(bild, ImportRequest(write_table(tmp_path / "p.csv", rows)))
    assert "kan inte ligga i SWEREF 99 12 00 (EPSG:3007): objekten hamnar fel" in plan.refusal
    assert "Ange koordinatsystemet 3008" in plan.refusal
