"""What imported rows are known by: the same thing is the same next year, and two things are never one."""

from __future__ import annotations

import random
import shutil
import tempfile
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.gpkg.wkb import bounds
from strukturbild_plugin.store.importing.objects import ImportPlan, ImportRequest, import_objects, plan_import
from strukturbild_plugin.store.importing.plan import CHANGED, LEFT, NEW, SAME
from strukturbild_plugin.store.importing.request import NAME_AND_PLACE
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.importing.helpers import KARLSTAD, centre_of, objects_in, point, square, write_layer, write_table

KIL = {"Namn": "Kil", "Id": "7", "E": 404000, "N": 6597000}
TOWN = {"Namn": "Karlstad", "Id": "1", "E": 414000, "N": 6584000}


def names_and_ids(path: Path) -> dict[str, str]:
    return {thing.objekt_id: thing.namn for thing in objects_in(path)}


def outcomes(plan: ImportPlan) -> dict[str, int]:
    return {outcome: count for outcome, count in plan.counts().items() if count}


@pytest.fixture(scope="module")
def empty(_empty_made_once: Path) -> Snapshot:
    return read_snapshot(_empty_made_once)


def after(snapshot: Snapshot, plan: ImportPlan) -> Snapshot:
    """The snapshot as it is when the plan has been carried out."""
    written = {row.record.objekt_id: row.record for row in plan.rows if row.outcome in (NEW, CHANGED) and row.record}
    if plan.request.update != "ja":
        written = {record.objekt_id: record for record in plan.edits().new}
    there = {record.objekt_id: record for record in snapshot.objects}
    return replace(snapshot, objects=tuple({**there, **written}.values()))


def test_next_years_file_is_known_by_its_ids_and_shows_what_is_different(bild: Path, tmp_path: Path) -> None:
    import_objects(bild, ImportRequest(write_table(tmp_path / "orter_2024.csv", [TOWN, KIL])))
    before = names_and_ids(bild)
    rows = [TOWN, {**KIL, "Namn": "Kils tätort", "E": 404300}, {"Namn": "Grums", "Id": "9", "E": 391000, "N": 6580000}]
    source = write_table(tmp_path / "orter_2025.csv", rows)
    plan = plan_import(bild, ImportRequest(source))
    assert outcomes(plan) == {NEW: 1, CHANGED: 1, SAME: 1}
    (kil,) = plan.of(CHANGED)
    assert kil.difference() == "Namn: Kil → Kils tätort; läget: 300 m"
    assert plan.id_column == "Id"
    report = import_objects(bild, ImportRequest(source))
    assert (report.imported, report.updated) == (1, 0)
    assert {**before, **names_and_ids(bild)} == {**names_and_ids(bild)} and "Kil" in names_and_ids(bild).values()
    (choice,) = (choice for choice in plan_import(bild, ImportRequest(source)).choices if choice.field == "update")
    report = import_objects(bild, choice.applied(ImportRequest(source)))
    assert (report.imported, report.updated) == (0, 1)
    changed = next(thing for thing in objects_in(bild) if thing.namn == "Kils tätort")
    assert before[changed.objekt_id] == "Kil" and centre_of(changed) == (404300, 6597000)
    assert changed.attribut["kalla"] == "orter_2025.csv"
    assert outcomes(plan_import(bild, ImportRequest(source))) == {SAME: 3}


def test_rows_that_are_gone_are_told_and_their_objects_stay(bild: Path, tmp_path: Path) -> None:
    import_objects(bild, ImportRequest(write_table(tmp_path / "orter_2024.csv", [TOWN, KIL])))
    report = import_objects(bild, ImportRequest(write_table(tmp_path / "orter_2025.csv", [TOWN])))
    assert report.gone == ("Kil",)
    assert any("finns inte längre i filen och ligger kvar: Kil" in note for note in report.notes)
    assert sorted(names_and_ids(bild).values()) == ["Karlstad", "Kil"]


def test_rows_without_an_id_are_known_by_name_and_place(bild: Path, tmp_path: Path) -> None:
    rows = [{**TOWN, "Id": ""}, {"Namn": "Örebro", "Id": "", "E": 512000, "N": 6570000}, KIL]
    source = write_table(tmp_path / "tomt_id.csv", rows)
    assert import_objects(bild, ImportRequest(source, id_field="Id")).imported == 3
    assert outcomes(plan_import(bild, ImportRequest(source, id_field="Id"))) == {SAME: 3}
    assert outcomes(plan_import(bild, ImportRequest(source))) == {SAME: 3}


def test_name_and_place_can_be_chosen_over_a_column_that_would_be_guessed(bild: Path, tmp_path: Path) -> None:
    first = write_table(tmp_path / "a.csv", [TOWN, KIL])
    plan = plan_import(bild, ImportRequest(first, id_field=NAME_AND_PLACE))
    assert (plan.id_column, plan.id_why) == ("", "namn och plats")
    import_objects(bild, ImportRequest(first, id_field=NAME_AND_PLACE))
    other = write_table(tmp_path / "b.csv", [{**TOWN, "Id": "7"}, {**KIL, "Id": "1"}])  # counted anew
    assert outcomes(plan_import(bild, ImportRequest(other, id_field=NAME_AND_PLACE))) == {SAME: 2}


@pytest.mark.parametrize("column", ["NVRID", "Platssignatur", "stop_id"])
def test_ids_that_authorities_keep_are_known_again(bild: Path, tmp_path: Path, column: str) -> None:
    rows = [{"Namn": "Kil", column: "2000123", "E": 404000, "N": 6597000}]
    import_objects(bild, ImportRequest(write_table(tmp_path / "a.csv", rows)))
    moved = write_table(tmp_path / "b.csv", [{**rows[0], "Namn": "Kil östra", "E": 404900}])
    plan = plan_import(bild, ImportRequest(moved))
    assert plan.id_column == column and outcomes(plan) == {CHANGED: 1}


def test_two_files_that_count_their_rows_alike_are_two_sets_of_objects(bild: Path, tmp_path: Path) -> None:
    import_objects(bild, ImportRequest(write_table(tmp_path / "orter.csv", [TOWN, KIL])))
    other = [{"Namn": "Hagfors", "Id": "1", "E": 420000, "N": 6650000}]
    source = write_table(tmp_path / "hallplatser.csv", other)
    report = import_objects(bild, ImportRequest(source))
    assert report.imported == 1
    assert any("1 finns redan på ”Karlstad”, som är något annat" in note for note in report.notes)
    assert outcomes(plan_import(bild, ImportRequest(source))) == {SAME: 1}


def test_polygons_of_one_box_and_as_many_corners_are_two(bild: Path, tmp_path: Path) -> None:
    x, y = KARLSTAD
    shapes = [
        f"POLYGON(({x} {y},{x + 900} {y},{x + 900} {y + 900},{x} {y + 300},{x} {y}))",
        f"POLYGON(({x} {y},{x + 900} {y},{x + 900} {y + 900},{x} {y + 600},{x} {y}))",
    ]
    source = write_layer(tmp_path / "ytor.gpkg", shapes, values=[{"namn": "Park"}, {"namn": "Park"}])
    request = ImportRequest(source, klass="gron_vardekarna")
    assert import_objects(bild, request).imported == 2
    assert outcomes(plan_import(bild, request)) == {SAME: 2}


def test_a_ring_that_begins_elsewhere_is_the_same_area(empty: Snapshot, tmp_path: Path) -> None:
    x, y = KARLSTAD
    corners, there = [(x, y), (x + 900, y), (x + 700, y + 900), (x, y + 300)], empty
    for turn in range(4):
        ring = corners[turn:] + corners[:turn]
        text = ",".join(f"{a} {b}" for a, b in [*ring, ring[0]])
        source = write_layer(tmp_path / f"{turn}.gpkg", [f"POLYGON(({text}))"], values=[{"namn": "Park"}])
        there = after(there, plan_import(there, ImportRequest(source, klass="gron_vardekarna")))
    assert len(there.objects) == 1


def test_repeated_ids_and_places_are_told_apart_and_said(bild: Path, tmp_path: Path) -> None:
    rows = [KIL, {**KIL, "Namn": "Grums", "E": 391000}, {**TOWN, "Bef": 1}, {**TOWN, "Bef": 2}, TOWN, TOWN]
    source = write_table(tmp_path / "orter.csv", rows)
    fields = {"namn": "Namn", "befolkning": "Bef"}
    report = import_objects(bild, ImportRequest(source, id_field="Id", fields=fields))
    assert report.imported == 5
    assert any("Identiteten 7 finns på flera rader" in note for note in report.notes)
    assert any("samma namn och plats som en annan rad, men andra uppgifter" in note for note in report.notes)
    assert [reason for _, reason in report.left_out] == ["är samma objekt som rad 6 (Karlstad)"]
    assert outcomes(plan_import(bild, ImportRequest(source, id_field="Id", fields=fields))) == {SAME: 5, LEFT: 1}


# --- codes


def test_municipality_codes_that_lost_their_zeros_are_the_same_codes(bild: Path, tmp_path: Path) -> None:
    places = {
        "1715": (404000, 6597000),
        "1780": (414000, 6584000),
        "0604": (415000, 6585000),
        "0114": (416000, 6586000),
    }
    right = [{"Namn": f"K{code}", "kommunkod": code, "E": x, "N": y} for code, (x, y) in places.items()]
    lost = [{"Namn": f"k {code}", "Kod": f"{int(code)}.0", "E": x + 9000, "N": y} for code, (x, y) in places.items()]
    import_objects(bild, ImportRequest(write_table(tmp_path / "a.csv", right), id_field="kommunkod"))
    plan = plan_import(bild, ImportRequest(write_table(tmp_path / "b.csv", lost), id_field="Kod"))
    assert outcomes(plan) == {CHANGED: 4}
    assert any("har tappat inledande nollor; 604 lästes som 0604" in note for note in plan.notes)


def test_6_and_06_are_two_when_both_are_there_and_it_is_said(bild: Path, tmp_path: Path) -> None:
    rows = [{**KIL, "lanskod": "6"}, {**TOWN, "lanskod": "06"}]
    report = import_objects(bild, ImportRequest(write_table(tmp_path / "lan.csv", rows), id_field="lanskod"))
    assert report.imported == 2
    assert any("har både 6 och 06; de räknas som olika" in note for note in report.notes)


def test_a_norwegian_1860_is_not_laxa(bild: Path, tmp_path: Path) -> None:
    laxa = {"Namn": "Laxå", "kommunkod": "1860", "E": 479000, "N": 6538000}
    norwegian = {"Namn": "Vestvågøy", "kommunkod": "1860", "E": 290000, "N": 6660000}
    import_objects(bild, ImportRequest(write_table(tmp_path / "se.csv", [laxa]), id_field="kommunkod"))
    request = ImportRequest(write_table(tmp_path / "no.csv", [norwegian]), id_field="kommunkod", whole_file=True)
    assert import_objects(bild, replace(request, crs="3006")).imported == 1
    assert sorted(names_and_ids(bild).values()) == ["Laxå", "Vestvågøy"]


def test_a_unique_identifier_is_known_whatever_its_brackets_and_case(bild: Path, tmp_path: Path) -> None:
    one = str(uuid.uuid4())
    for place, text in enumerate((one, f"{{{one.upper()}}}")):
        row = {"Namn": f"Ort {place}", "GlobalID": text, "E": 404000 + 9000 * place, "N": 6597000}
        import_objects(bild, ImportRequest(write_table(tmp_path / f"{place}.csv", [row]), update="ja"))
    assert list(names_and_ids(bild).values()) == ["Ort 1"]


def test_our_own_objekt_id_leads_back_to_the_object_drawn_by_hand(bild: Path, tmp_path: Path) -> None:
    import_objects(bild, ImportRequest(write_table(tmp_path / "a.csv", [KIL])))
    (drawn,) = objects_in(bild)
    row = {"objekt_id": drawn.objekt_id, "namn": "Kils stad", "E": 404000, "N": 6597000}
    report = import_objects(bild, ImportRequest(write_table(tmp_path / "leverans.csv", [row]), update="ja"))
    assert report.updated == 1 and names_and_ids(bild) == {drawn.objekt_id: "Kils stad"}


def test_a_town_drawn_by_hand_is_the_one_in_the_file_and_is_only_changed_when_asked(bild: Path, tmp_path: Path) -> None:
    import_objects(bild, ImportRequest(write_table(tmp_path / "a.csv", [KIL, TOWN])))
    with writing(bild, "Åsa") as db:
        db.connection.execute("UPDATE nod SET kalla = NULL")  # as the pen leaves them
    before = names_and_ids(bild)
    rows = [{**KIL, "Id": "T7", "N": 6598200}, {**TOWN, "Id": "T1", "N": 6590000}]
    plan = plan_import(bild, ImportRequest(write_table(tmp_path / "tatorter.csv", rows), id_field="Id"))
    assert outcomes(plan) == {NEW: 1, CHANGED: 1}, "sex kilometer bort är en annan ort"
    assert plan.of(CHANGED)[0].difference() == "läget: 1\u00a0200 m"
    import_objects(bild, plan.request)
    assert len(names_and_ids(bild)) == 3 and centre_of(objects_in(bild)[0])[1] in (6597000, 6584000, 6590000)
    assert set(before) < set(names_and_ids(bild))
    moved = import_objects(bild, replace(plan.request, update="ja"))
    assert (moved.imported, moved.updated) == (0, 1)


def test_a_number_the_program_counts_with_is_the_last_way_and_said(bild: Path, tmp_path: Path) -> None:
    named = [{"OBJECTID": 1, "Namn": "Kil", "E": 404000, "N": 6597000}]
    assert plan_import(bild, ImportRequest(write_table(tmp_path / "a.csv", named))).id_column == ""
    nameless = [{"OBJECTID": 1, "E": 404000, "N": 6597000}]
    plan = plan_import(bild, ImportRequest(write_table(tmp_path / "b.csv", nameless)))
    assert plan.id_column == "OBJECTID"
    assert any("som programmet räknar själv" in note for note in plan.notes)


# --- files from before


@pytest.mark.parametrize("by_id", [True, False])
def test_objects_that_earlier_versions_imported_are_known(bild: Path, tmp_path: Path, by_id: bool) -> None:
    source = write_table(tmp_path / "orter_2024.csv", [KIL, TOWN])
    import_objects(bild, ImportRequest(source))
    namespace = uuid.UUID("5a1c6f0e-2f0f-5c8e-9a55-3d0f6f1b7e21")
    old = []
    for thing in objects_in(bild):
        assert thing.wkb is not None
        mark = f"{thing.namn}|{[round(edge) for edge in bounds(thing.wkb) or ()]}|{len(thing.wkb)}"
        if by_id:
            mark = f"orter_2024.csv|{'7' if thing.namn == 'Kil' else '1'}"
        as_before = str(uuid.uuid5(namespace, f"{thing.bild_id}|nod|{mark}"))
        old.append(replace(thing, objekt_id=as_before, namn=f"{thing.namn} by" if by_id else thing.namn))
    with writing(bild) as db:
        db.delete([thing.objekt_id for thing in objects_in(bild)])
        db.add_objects(old)
    again = write_table(tmp_path / "orter_2025.csv", [KIL, TOWN])
    assert outcomes(plan_import(bild, ImportRequest(again))) == ({CHANGED: 2} if by_id else {SAME: 2})


# --- whatever the rows

_NAME = st.sampled_from(["Kil", "Grums", "Åmål", "", "Park"])
_ROW = st.fixed_dictionaries(
    {
        "Namn": _NAME,
        "Id": st.sampled_from(["", "1", "2", "3", "03"]),
        "niva": st.sampled_from(["", "lokal", "Regional", "annat"]),
        "E": st.sampled_from([404000, 404010, 404200, 430000]),
        "N": st.sampled_from([6597000, 6597010, 6610000]),
    }
)


def content(snapshot: Snapshot) -> set[tuple[object, ...]]:
    return {(thing.objekt_id, thing.namn, thing.niva, thing.wkb) for thing in snapshot.objects}


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(_ROW, min_size=1, max_size=9), seed=st.integers(0, 99), id_field=st.sampled_from(["", "Id"]))
def test_any_order_gives_the_same_objects_and_twice_changes_nothing(
    empty: Snapshot, rows: list[dict[str, Any]], seed: int, id_field: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        request = ImportRequest(write_table(folder / "orter.csv", rows), id_field=id_field)
        one = after(empty, plan_import(empty, request))
        write_table(folder / "orter.csv", random.Random(seed).sample(rows, len(rows)))
        assert content(after(empty, plan_import(empty, request))) == content(one)
        for update in ("fraga", "ja"):
            plan = plan_import(one, replace(request, update=update))
            assert not plan.edits() and not plan.gone, plan.rows


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(_ROW, max_size=6),
    second=st.lists(_ROW, min_size=1, max_size=6),
    update=st.sampled_from(["fraga", "ja"]),
)
def test_what_is_carried_out_is_what_the_plan_said(
    bild: Path, first: list[dict[str, Any]], second: list[dict[str, Any]], update: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = Path(shutil.copy(bild, folder / "fil.gpkg"))
        if first:
            import_objects(file, ImportRequest(write_table(folder / "orter.csv", first)))
        before = {thing.objekt_id: thing for thing in read_snapshot(file).objects}
        request = ImportRequest(write_table(folder / "nya.csv", second), update=update)
        plan = plan_import(read_snapshot(file), request)
        wanted = dict(before)
        for row in plan.rows:
            if row.record and (row.outcome == NEW or (row.outcome == CHANGED and update == "ja")):
                wanted[row.record.objekt_id] = row.record
        report = import_objects(file, request)
        assert {thing.objekt_id: thing for thing in read_snapshot(file).objects} == wanted
        assert (report.imported, report.updated) == (len(plan.of(NEW)), len(plan.edits().changed))


def test_areas_that_differ_are_updated_to_the_new_shape(bild: Path, tmp_path: Path) -> None:
    for size in (5000, 6000):
        source = write_layer(tmp_path / f"{size}.gpkg", [square(KARLSTAD, size)], values=[{"namn": "Kil", "id": "K1"}])
        import_objects(bild, ImportRequest(source, klass="gron_kil", update="ja"))
    (thing,) = objects_in(bild)
    assert centre_of(thing) == (KARLSTAD[0] + 3000, KARLSTAD[1] + 3000)


def test_a_point_read_from_other_decimals_is_the_same_town(bild: Path, tmp_path: Path) -> None:
    import_objects(bild, ImportRequest(write_layer(tmp_path / "a.gpkg", [point(KARLSTAD)], values=[{"namn": "K"}])))
    near = write_layer(tmp_path / "b.gpkg", [point((KARLSTAD[0] + 3, KARLSTAD[1] - 4))], values=[{"namn": "K"}])
    plan = plan_import(bild, ImportRequest(near))
    assert [row.difference() for row in plan.of(CHANGED)] == ["läget: 5 m"]


def test_a_number_is_the_same_id_as_text_and_with_decimals(bild: Path, tmp_path: Path) -> None:
    for place, text in enumerate(("7", "7.0", "7,00")):
        row = {**KIL, "Id": text, "Namn": f"Kil {place}"}
        import_objects(bild, ImportRequest(write_table(tmp_path / f"{place}.csv", [row]), id_field="Id", update="ja"))
    assert list(names_and_ids(bild).values()) == ["Kil 2"]


def test_nothing_is_gone_when_another_file_or_only_some_layers_are_read(empty: Snapshot, tmp_path: Path) -> None:
    folders = "".join(
        f"<Folder><name>{name}</name><Placemark><name>{name} ort</name>"
        f"<Point><coordinates>{lon},59.5</coordinates></Point></Placemark></Folder>"
        for name, lon in (("A", 13.3), ("B", 13.6))
    )
    source = tmp_path / "orter.kml"
    head = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    source.write_text(f"{head}{folders}</Document></kml>", encoding="utf-8")
    there = after(empty, plan_import(empty, ImportRequest(source)))
    assert len(there.objects) == 2
    assert plan_import(there, ImportRequest(source, "A")).gone == ()
    (tmp_path / "ny").mkdir()
    other = write_table(tmp_path / "ny" / "orter.kml.csv", [TOWN])
    assert plan_import(there, ImportRequest(other)).gone == ()


def test_a_list_that_qgis_wrote_in_another_order_is_the_same(empty: Snapshot, tmp_path: Path) -> None:
    codes = [choice.kod for choice in empty.catalogue.listor["trafikslag"][:3]]
    row = {"namn": "Kil", "roll": "hamn, nodstad", "trafikslag": ", ".join(codes), "E": 404000, "N": 6597000}
    source = write_table(tmp_path / "a.csv", [row])
    request = ImportRequest(source, klass="bytespunkt")
    there = after(empty, plan_import(empty, request))
    (thing,) = there.objects
    assert thing.attribut["trafikslag"] == "{" + ",".join(codes) + "}"
    listed = {**thing.attribut, "trafikslag": "{" + ",".join(f'"{code}"' for code in reversed(codes)) + "}"}
    turned = replace(thing, roller=tuple(reversed(thing.roller)), attribut=listed)
    assert outcomes(plan_import(replace(there, objects=(turned,)), request)) == {SAME: 1}
