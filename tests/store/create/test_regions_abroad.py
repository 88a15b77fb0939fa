"""Norwegian and Finnish regions as area of a strukturbild, beside Swedish län or alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.goals.goal_editing import new_set
from strukturbild_plugin.goals.goal_sets import goal_set_from
from strukturbild_plugin.goals.model import Goal
from strukturbild_plugin.region_codes import country_of, has_foreign, is_swedish
from strukturbild_plugin.store.create import area_change
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.create.places import places_by_label
from strukturbild_plugin.store.create.regions import all_regions, find_regions, short_name
from strukturbild_plugin.store.create.suggestions import suggested_title
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.templates.package_goals import goal_set_text
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.yaml_reader.problems import Problems


def test_a_code_says_its_country_and_nothing_else_is_a_code() -> None:
    assert [country_of(code) for code in ("17", "NO-18", "FI-12")] == ["SE", "NO", "FI"]
    for other in ("", "1", "170", "NO34", "NO", "no-18", "DK-81", "NO-18'", "17\n", "١٧"):
        assert country_of(other) == "" and not is_swedish(other), other
    assert has_foreign(["17", "NO-18"]) and not has_foreign(["17", "18"])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_areas_are_found_in_the_order_they_are_written(data: st.DataObject) -> None:
    regions = all_regions()
    chosen = data.draw(st.lists(st.sampled_from(regions), min_size=1, max_size=8, unique_by=lambda one: one.kod))
    ways = [data.draw(st.sampled_from((one.kod, one.namn, short_name(one.namn), one.kod.lower()))) for one in chosen]
    between = data.draw(st.sampled_from((",", ", ", ";", "\n")))
    assert find_regions(between.join(ways)) == tuple(chosen)  # type: ignore[arg-type]
    title = suggested_title(chosen)
    assert "(" not in title and all(short_name(one.namn) in title for one in chosen)


def test_a_region_abroad_is_added_and_taken_back_with_title_and_outline(base_data: Path, tmp_path: Path) -> None:
    path = create(tmp_path / "v.gpkg", NewStrukturbild("Strukturbild för Värmland", ["17"], "malbild"))
    was = read_snapshot(path)
    with writing(path) as db:
        back = area_change.change_area(db, ["Värmland", "Innlandet"])
    now = read_snapshot(path)
    assert now.head.lan == ("17", "NO-34") and now.head.titel == "Strukturbild för Värmland och Innlandet"
    assert [area.namn for area in now.areas] == ["Värmlands län", "Innlandet (Norge)"] and now.areas[1].wkb
    assert now.goal_sets == was.goal_sets, "biblioteket har inga mål för Innlandet"
    with writing(path) as db:
        area_change.change_area(db, ["NO-34"])
    assert read_snapshot(path).head.lan == ("NO-34",)
    with writing(path) as db:
        area_change.change_area(db, ["17", "NO-34"])
        area_change.undo_area_change(db, back)
    assert replace(read_snapshot(path).head, titel="") == replace(was.head, titel="")
    with pytest.raises(StoreError, match="NO-99"), writing(path) as db:
        area_change.change_area(db, ["17", "NO-99"])


def test_goals_of_ones_own_for_a_region_abroad_travel_in_a_template() -> None:
    made = new_set("Regional plan", "Nordland fylkeskommune", ("24", "NO-18"), ())
    goal = Goal("m1", made.goal_set.kod, "1", "Mål", "Flera bor i byarna", 1)
    problems = Problems()
    again = goal_set_from(goal_set_text(replace(made, goals=(goal,))), made.goal_set.kod, problems, verified=False)
    assert again is not None and again.goal_set.lan == ("24", "NO-18"), problems.sentences()


def test_places_are_listed_with_their_own_area_first_and_land_said(base_data: Path) -> None:
    listed = places_by_label(("FI-12",))
    first = list(listed)[:12]
    assert all(listed[name].lan_kod == "FI-12" for name in first)
    assert "Vasa" in listed and listed["Vasa"].land == "FI"
    assert listed["Bodø, Nordland (Norge)"].lan_kod == "NO-18" and listed["Köpenhamn, Danmark"].land == "DK"
    assert listed["Karlstad, Värmlands län"].lan_kod == "17"
    swedish = places_by_label(("25",))
    assert swedish["Övertorneå"].land == "SE" and swedish["Övertorneå, Lappland (Finland)"].land == "FI"
