"""What an import says before it is done: what is taken, what is left and why, and the way on, which works."""

from __future__ import annotations

import cProfile
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.errors import ImportRefused
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.importing.objects import (
    ImportPlan,
    ImportRequest,
    carry_out,
    import_objects,
    plan_import,
)
from strukturbild_plugin.store.importing.plan import CHANGED, LEFT, NEW, SAME
from tests.store.importing.helpers import (
    KARLSTAD,
    OREBRO,
    centre_of,
    content_of,
    objects_in,
    point,
    square,
    write_layer,
    write_table,
)

STOCKHOLM = (674_000.0, 6_580_000.0)
KML = """<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Noder</name>
<Folder><name>Kärnor</name><Placemark><name>Karlstad</name><Point><coordinates>13.5036,59.3793</coordinates></Point>
</Placemark></Folder><Folder><name>Orter</name><Placemark><name>Kil</name><Point><coordinates>13.3151,59.5036
</coordinates></Point></Placemark><Placemark><name>Grums</name><Point><coordinates>13.1085,59.3508</coordinates></Point>
</Placemark></Folder></Document></kml>"""


@pytest.fixture(scope="module")
def empty(_empty_made_once: Path) -> Snapshot:
    return read_snapshot(_empty_made_once)


def mapping(plan: ImportPlan) -> dict[str, str]:
    return {guess.target: guess.column for guess in plan.mapping}


def chosen(plan: ImportPlan, field: str) -> ImportRequest:
    """The request with the plan's choice in that field made."""
    return next(choice for choice in plan.choices if choice.field == field).applied(plan.request)


# --- what is taken


def test_what_lies_in_the_area_is_taken_and_the_rest_counted_with_the_way_on(empty: Snapshot, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "orter.gpkg", [point(KARLSTAD), point(STOCKHOLM), point((700000, 6600000))])
    plan = plan_import(empty, ImportRequest(source))
    assert plan.counts() == {NEW: 1, CHANGED: 0, SAME: 0, LEFT: 2}
    assert plan.reasons() == {"ligger utanför strukturbildens område": 2}
    assert any("Utanför Värmlands län och Örebro län ligger 2 objekt" in note for note in plan.notes)
    assert plan_import(empty, chosen(plan, "whole_file")).counts()[NEW] == 3


def test_what_touches_the_area_is_taken(empty: Snapshot, tmp_path: Path) -> None:
    line = f"LINESTRING({KARLSTAD[0]} {KARLSTAD[1]},{STOCKHOLM[0]} {STOCKHOLM[1]})"
    source = write_layer(tmp_path / "vagar.gpkg", [line])
    assert plan_import(empty, ImportRequest(source, klass="strak")).counts()[NEW] == 1


def test_areas_that_only_share_a_border_are_outside(empty: Snapshot, shared_data: Path) -> None:
    plan = plan_import(empty, ImportRequest(shared_data / "kommuner.gpkg", klass="gron_kil"))
    assert plan.counts()[NEW] == 16 + 12, "the municipalities of Värmland and Örebro"


def test_an_area_across_the_border_is_taken(empty: Snapshot, tmp_path: Path) -> None:
    shapes = [square((KARLSTAD[0] - 300_000, KARLSTAD[1] - 300_000), 700_000), square((KARLSTAD[0], 6_530_000), 60_000)]
    source = write_layer(tmp_path / "a.gpkg", shapes)
    assert plan_import(empty, ImportRequest(source, klass="gron_kil")).counts()[NEW] == 2


def test_real_localities_by_default_are_those_of_the_two_lan(empty: Snapshot, shared_data: Path) -> None:
    plan = plan_import(empty, ImportRequest(shared_data / "tatorter.csv"))
    codes = {row["tatort_kod"][:2] for row in _rows(shared_data / "tatorter.csv") if row["tatort"] in _names(plan)}
    assert {"17", "18"} <= codes
    assert 127 <= plan.counts()[NEW] <= 140 and plan.counts()[LEFT] + plan.counts()[NEW] == 2017
    assert plan.id_column == "tatort_kod" and mapping(plan)["namn"] == "tatort"


def _names(plan: ImportPlan) -> set[str]:
    return {row.name for row in plan.of(NEW)}


def _rows(path: Path) -> list[dict[str, str]]:
    import csv

    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_what_the_class_is_not_drawn_as_is_counted_and_can_be_taken_as_another(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "ytor.gpkg", [square(KARLSTAD), square(OREBRO), point(KARLSTAD)])
    plan = plan_import(bild, ImportRequest(source, klass="nod"))
    assert plan.counts()[NEW] == 1
    (note,) = (note for note in plan.notes if note.startswith("Ytor: 2 objekt hämtas inte"))
    name = re.search(r"Välj klassen (.+?) eller", note)
    assert name
    assert import_objects(bild, ImportRequest(source, klass=name[1])).imported == 2
    assert plan_import(bild, chosen(plan, "klass")).counts()[SAME] == 2


def test_folders_that_are_alike_are_all_taken_and_said(empty: Snapshot, tmp_path: Path) -> None:
    source = tmp_path / "tva_mappar.kml"
    source.write_text(KML, encoding="utf-8")
    plan = plan_import(empty, ImportRequest(source))
    assert plan.counts()[NEW] == 3 and plan.layers == (("Kärnor", 1), ("Orter", 2))
    assert "Flera lager hämtas: ”Kärnor” (1 objekt) och ”Orter” (2 objekt)." in plan.notes
    one = next(choice for choice in plan.choices if "Orter" in choice.text)
    assert plan_import(empty, one.applied(plan.request)).counts()[NEW] == 2


def test_layers_that_differ_are_named_and_can_be_taken(empty: Snapshot, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "flera.gpkg", [square(KARLSTAD)], values=[{"namn": "Yta"}], name="ytor")
    from osgeo import gdal, ogr

    source_two = write_layer(tmp_path / "b.gpkg", [point(OREBRO)], values=[{"ort": "Örebro"}], kind=ogr.wkbPoint)
    gdal.VectorTranslate(str(source), str(source_two), accessMode="append", layerName="orter")
    plan = plan_import(empty, ImportRequest(source, klass="gron_kil"))
    assert plan.layers == (("ytor", 1),)
    assert any("Där finns också ”orter” (1 objekt); ange lagret" in note for note in plan.notes)
    again = plan_import(empty, replace(chosen(plan, "layer_name"), klass="nod"))
    assert again.layers == (("orter", 1),) and again.counts()[NEW] == 1


def test_long_texts_are_kept_whole_and_counted(bild: Path, tmp_path: Path) -> None:
    name = "Ett namn som är mycket längre än någon karta har plats för, men som är hela namnet"
    source = write_layer(tmp_path / "o.gpkg", [point(KARLSTAD)], values=[{"namn": name, "beskrivning": "x" * 1500}])
    report = import_objects(bild, ImportRequest(source))
    assert objects_in(bild)[0].namn == name and len(str(objects_in(bild)[0].attribut["beskrivning"])) == 1500
    assert sum("1 texter i" in note and "togs med hela" in note for note in report.notes) == 2


def test_swedish_x_that_is_north_is_turned_and_said(empty: Snapshot, tmp_path: Path) -> None:
    rows = [
        {"Namn": "Karlstad", "X": 6584000, "Y": 414000},
        {"Namn": "Örebro", "X": 6570000, "Y": 512000},
        {"Namn": "Kristinehamn", "X": 6576000, "Y": 448000},
    ]
    source = write_table(tmp_path / "xnorr_yoster.csv", rows)
    for crs in ("", "3006"):
        plan = plan_import(empty, ImportRequest(source, crs=crs))
        assert plan.counts()[NEW] == 3 and any("i omvänd ordning" in note for note in plan.notes)
        assert centre_of(plan.edits().new[0]) == (414000, 6584000)


# --- which column is what


def test_columns_are_found_by_what_they_are_called_and_what_stands_in_them(empty: Snapshot, tmp_path: Path) -> None:
    rows = [
        {
            "Kod": "A1",
            "Ortens benämning": "Karlstad",
            "Storlek": "Storregional",
            "Läge nu": "befintlig",
            "Folkmängd": 61492,
        },
        {"Kod": "A2", "Ortens benämning": "Kil", "Storlek": "lokal", "Läge nu": "Föreslagen", "Folkmängd": 8000},
        {"Kod": "A3", "Ortens benämning": "Grums", "Storlek": "Lokal", "Läge nu": "", "Folkmängd": 5000},
    ]
    places = [{"E": 404000 + 5000 * number, "N": 6597000} for number in range(3)]
    plan = plan_import(
        empty, ImportRequest(write_table(tmp_path / "o.csv", [{**a, **b} for a, b in zip(rows, places)]))
    )
    assert mapping(plan) == {
        "namn": "Ortens benämning",
        "niva": "Storlek",
        "status": "Läge nu",
        "befolkning": "Folkmängd",
    }
    whys = {guess.target: guess.why for guess in plan.mapping}
    assert whys["niva"] == "värdena, till exempel ”Storregional”" and plan.id_column == "Kod"
    assert plan.edits().new[0].attribut["befolkning"] in (61492, 8000, 5000)


@pytest.mark.parametrize(
    ("columns", "taken"),
    [
        (("Folkmängd 2023",), "Folkmängd 2023"), (("Folkmängd(31 december 2017)",), "Folkmängd(31 december 2017)"),
        (("Folkmängd 2015", "Folkmängd 2023", "Folkmängd 2019"), "Folkmängd 2023"),
        (("Folkmängd 2023", "Befolkning"), "Befolkning"), (("Folkmängd 2023-12-31",), "Folkmängd 2023-12-31"),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_name_without_the_year_and_the_latest_is_taken(
    empty: Snapshot, tmp_path: Path, columns: tuple[str, ...], taken: str
) -> None:
    row = {"Namn": "Kil", "E": 404000, "N": 6597000, **dict.fromkeys(columns, 800)}
    assert mapping(plan_import(empty, ImportRequest(write_table(tmp_path / "o.csv", [row]))))["befolkning"] == taken


def test_a_refusal_says_nothing_of_a_system_that_was_not_chosen(empty: Snapshot, tmp_path: Path) -> None:
    rows = [{"Namn": "A", "E": 15.0, "N": 2.0}, {"Namn": "B", "E": 900000.0, "N": 900000.0}]
    plan = plan_import(empty, ImportRequest(write_table(tmp_path / "o.csv", rows)))
    assert plan.refusal and plan.crs == ""


def test_the_best_of_several_columns_is_taken_and_the_others_said(empty: Snapshot, tmp_path: Path) -> None:
    rows = [
        {"a": "Backstugan", "b": "Karlstad", "E": 414000, "N": 6584000},
        {"a": "Ekbacken", "b": "Kil", "E": 404000, "N": 6597000},
    ]
    plan = plan_import(empty, ImportRequest(write_table(tmp_path / "o.csv", rows)))
    (guess,) = plan.mapping
    assert (guess.target, guess.column) == ("namn", "b") and "även ”a” kunde passa" in guess.why


@pytest.mark.parametrize("column", ["geom", "uuid", "länk", "kod"])
def test_shapes_addresses_and_codes_are_no_names(empty: Snapshot, tmp_path: Path, column: str) -> None:
    cells = {
        "geom": ["POINT(414000 6584000)", "POINT(404000 6597000)"],
        "uuid": ["9a551c6f-2f0f-5c8e-9a55-3d0f6f1b7e21", "5a1c6f0e-2f0f-5c8e-9a55-3d0f6f1b7e22"],
        "länk": ["https://exempel.se/a", "https://exempel.se/b"],
        "kod": ["0114TB103", "0114TB107"],
    }[column]
    rows = [{column: cell, "E": 414000 + 9000 * at, "N": 6584000} for at, cell in enumerate(cells)]
    plan = plan_import(empty, ImportRequest(write_table(tmp_path / "o.csv", rows)))
    assert "namn" not in mapping(plan)
    assert any("Ange vilken kolumn som är namn" in note for note in plan.notes)


# --- refusals, each followed


def _refused(bild: Path, request: ImportRequest) -> str:
    before = content_of(bild)
    with pytest.raises(ImportRefused) as refused:
        import_objects(bild, request)
    assert content_of(bild) == before
    return str(refused.value)


@pytest.mark.parametrize(
    ("wrong", "field", "found"),
    [
        ({"klass": "ort"}, "klass", r"finns: ([^,]+),"),
        ({"bild_id": "Dåtid"}, "bild_id", r"Bilder som finns: ([^,.]+)"),
        ({"layer_name": "lagr"}, "layer_name", r"Lager som finns: ([^,.]+)"),
        ({"default_level": "jätte"}, "default_level", r"Välj bland: ([^,]+),"),
        ({"default_status": "typ"}, "default_status", r"Välj bland: ([^,]+),"),
        ({"id_field": "idd"}, "id_field", r"Välj bland: ([^,.]+)"),
        ({"update": "kanske"}, "update", r"Välj bland: ([^,.]+)"),
        ({"crs": "SWEREF"}, "crs", r"till exempel (\d+)"),
    ],
)
def test_what_a_refusal_says_can_be_done(
    bild: Path, tmp_path: Path, wrong: dict[str, Any], field: str, found: str
) -> None:
    source = write_layer(tmp_path / "o.gpkg", [point(KARLSTAD)], values=[{"namn": "K", "id": "1"}])
    words = _refused(bild, ImportRequest(source, **wrong))
    advice = re.search(found, words)
    assert advice, words
    request = replace(ImportRequest(source, **wrong), **{field: advice[1]})
    klass = plan_import(bild, request).klass
    assert klass and (klass != "nod" or import_objects(bild, request).imported == 1)


def test_a_target_that_is_not_there_gets_those_that_are(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "o.gpkg", [point(KARLSTAD)], values=[{"ort": "K"}])
    words = _refused(bild, ImportRequest(source, fields={"namnet": "ort"}))
    target = re.search(r"Välj bland: (\w+)", words)
    assert target and import_objects(bild, ImportRequest(source, fields={target[1]: "ort"})).imported == 1


def test_an_empty_layer_sends_to_another(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "o.gpkg", [], values=[])
    assert "är tomt. Välj ett annat lager eller en annan fil" in _refused(bild, ImportRequest(source))


def test_a_plan_that_no_longer_holds_is_not_carried_out_and_a_new_one_is(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "o.gpkg", [point(KARLSTAD)], values=[{"namn": "K"}])
    plan = plan_import(bild, ImportRequest(source))
    import_objects(bild, ImportRequest(source))
    before = content_of(bild)
    with pytest.raises(ImportRefused, match=r"har ändrats sedan importen planerades.*Försök igen"):
        carry_out(plan, bild)
    assert content_of(bild) == before
    assert carry_out(plan_import(bild, ImportRequest(source)), bild).imported == 0


# --- growth


def test_planning_grows_with_rows_and_with_what_is_there(empty: Snapshot, tmp_path: Path) -> None:
    def table(count: int) -> Path:
        rows = [
            {"namn": f"Ort {at % 40}", "id": at, "E": 404000 + 150 * (at % 71), "N": 6597000 + 150 * (at // 71)}
            for at in range(count)
        ]
        return write_table(tmp_path / f"{count}.csv", rows)

    fields = {"namn": "namn"}
    there = plan_import(empty, ImportRequest(table(5000), fields=fields)).edits().new

    def work(count: int) -> int:
        profile, filled = cProfile.Profile(), replace(empty, objects=there[:count])
        plan = profile.runcall(plan_import, filled, ImportRequest(table(count), fields=fields))
        assert plan.counts()[SAME] == count
        return sum(entry.callcount for entry in profile.getstats())

    small, middle, large = work(50), work(500), work(5000)
    assert (large - middle) / (middle - small) < 11, "ten times the rows are ten times the work"


def test_goals_that_next_years_file_adds_are_tied_when_it_is_updated(bild: Path, tmp_path: Path) -> None:
    goals = [goal for goal in read_snapshot(bild).goals if goal.samling == "agenda2030"]
    row = {"namn": "Kil", "mal": f"agenda2030:{goals[0].kod}", "E": 404000, "N": 6597000}
    source = write_table(tmp_path / "o.csv", [row])
    request = ImportRequest(source, goal_field="mal")
    assert import_objects(bild, request).links == 1
    assert plan_import(bild, request).counts()[SAME] == 1
    write_table(source, [{**row, "mal": f"agenda2030:{goals[0].kod}(2), agenda2030:{goals[1].kod}"}])
    plan = plan_import(bild, request)
    assert [each.difference() for each in plan.of(CHANGED)] == [f"mål: {goals[0].kod}, {goals[1].kod}"]
    report = import_objects(bild, chosen(plan, "update"))
    assert (report.updated, report.links) == (1, 2)
    links = {link.mal_id: link.bidrag for link in read_snapshot(bild).links}
    assert links == {goals[0].mal_id: 2, goals[1].mal_id: 1}
    assert plan_import(bild, request).counts()[SAME] == 1


def test_nodes_that_move_from_their_lines_are_spoken_of(empty: Snapshot, tmp_path: Path) -> None:
    source = write_table(tmp_path / "o.csv", [{"namn": "Kil", "id": "1", "E": 404000, "N": 6597000}])
    there = plan_import(empty, ImportRequest(source)).edits().new
    line = replace(there[0], objekt_id="s", lager="samband", klass="samband", attribut={"fran_id": there[0].objekt_id})
    write_table(source, [{"namn": "Kil", "id": "1", "E": 405000, "N": 6597000}])
    plan = plan_import(replace(empty, objects=(*there, line)), ImportRequest(source))
    assert any("1 noder som flyttas har stråk eller samband till sig" in note for note in plan.notes)
    plan = plan_import(replace(empty, objects=there), ImportRequest(source))
    assert not any("som flyttas" in note for note in plan.notes)
