"""An import in the open layers: one undo brings everything back, redo does it again, and the file gets the same."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.import_edits import apply_import
from strukturbild_plugin.drawing.edits.objects import delete_object
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.importing.objects import ImportRequest, carry_out, import_objects, plan_import
from strukturbild_plugin.store.writing.transaction import writing
from tests.drawing.helpers import desk_on, everything, line_of, places_of
from tests.store.helpers import karlstad, new_file
from tests.store.importing.helpers import write_table

CSV = "namn;id;niva;roll;mal;E;N\n"
FIRST = "Karlstad;1;Lokal;;;414000;6584000\nKil;2;Lokal;hamn;;404000;6597000\n"
SECOND = """Karlstad;1;Regional;nodstad, hamn;{mal};414000;6585000
Kil;2;Lokal;hamn;;404000;6597000
Grums;3;;;;391000;6580000
"""


@pytest.fixture
def request_and_file(qgis_app: QgsApplication, tmp_path: Path) -> tuple[ImportRequest, Path]:
    """A strukturbild with the file of the first year in it, and the request that takes the second's."""
    file = new_file(tmp_path)
    goal = read_snapshot(file).goals[0]
    table = tmp_path / "orter.csv"
    table.write_text(CSV + FIRST, encoding="utf-8")
    import_objects(file, ImportRequest(table, whole_file=True))
    table.write_text(CSV + SECOND.format(mal=f"{goal.samling}:{goal.kod}"), encoding="utf-8")
    return ImportRequest(table, goal_field="mal", whole_file=True, update="ja"), file


def test_it_is_one_undo_step_and_the_file_gets_what_carry_out_would_write(
    request_and_file: tuple[ImportRequest, Path], tmp_path: Path
) -> None:
    request, file = request_and_file
    other = Path(shutil.copy(file, tmp_path / "annan.gpkg"))
    edit_session = desk_on(file)
    before = everything(edit_session)
    plan = plan_import(read_snapshot(file), request)
    assert plan.counts() == {"ny": 1, "andrad": 1, "lika": 1, "utelamnad": 0}
    apply_import(edit_session, "Hämta orter.csv", plan.edits())
    after = everything(edit_session)
    assert len(after) == len(before) + 2 and edit_session.undo_text() == "Hämta orter.csv"
    edit_session.undo()
    assert everything(edit_session) == before and not edit_session.can_undo()
    edit_session.redo()
    assert everything(edit_session) == after
    edit_session.save()
    edit_session.close()
    carry_out(plan_import(other, request), other)
    one, two = read_snapshot(file), read_snapshot(other)
    assert len(one.objects) == 3 and _said(one) == _said(two)


def _said(snapshot: Snapshot) -> list[tuple[object, ...]]:
    """All that objects and links say, but for who drew them."""
    objects = sorted(snapshot.objects, key=lambda thing: thing.objekt_id)
    links = [(link.objekt_id, link.mal_id, link.bidrag) for link in snapshot.links]
    return [*((replace(thing, grupp=""),) for thing in objects), *links]


def test_lines_follow_a_node_that_the_source_has_moved(qgis_app: QgsApplication, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with writing(file) as db:
        db.add_objects(karlstad())
    link = next(thing for thing in read_snapshot(file).objects if thing.lager == "samband")
    town = str(link.attribut["fran_id"])
    row = {"objekt_id": town, "namn": "Karlstad", "E": 418000, "N": 6584000}
    request = ImportRequest(write_table(tmp_path / "orter.csv", [row]), update="ja", whole_file=True)
    edit_session = desk_on(file)
    apply_import(edit_session, "Hämta", plan_import(read_snapshot(file), request).edits())
    assert places_of(edit_session, town) == [(418000.0, 6584000.0)]
    assert line_of(edit_session, link.objekt_id)[0] == pytest.approx((418000.0, 6584000.0))
    edit_session.close()


def test_a_plan_that_no_longer_holds_changes_nothing(request_and_file: tuple[ImportRequest, Path]) -> None:
    request, file = request_and_file
    edit_session = desk_on(file)
    edits = plan_import(read_snapshot(file), request).edits()
    delete_object(edit_session, edits.changed[0].objekt_id)
    before = everything(edit_session)
    with pytest.raises(StoreError, match="har ändrats sedan importen planerades"):
        apply_import(edit_session, "Hämta", edits)
    assert everything(edit_session) == before
    edit_session.close()


def test_undoing_many_changes_asks_the_file_for_the_shapes_alone(qgis_app: QgsApplication, tmp_path: Path) -> None:
    """Asking takes QGIS the longer the more rows say something else than the file: what they say is undone first."""
    file, number = new_file(tmp_path), 40
    edit_session, rows = _changed_rows(file, tmp_path / "orter.csv", number)
    layer, undone, told = edit_session.layer("nod"), [], set()
    name = layer.fields().indexOf("namn")
    layer.attributeValueChanged.connect(lambda _fid, at, value: undone.append("värde") or at != name or told.add(value))
    layer.geometryChanged.connect(lambda *_: undone.append("form"))
    with writing(file) as db:
        db.connection.execute("UPDATE nod SET namn = 'Den som frågar filen får det här'")
    edit_session.undo()
    assert undone == ["värde"] * (len(undone) - number) + ["form"] * number and len(undone) >= 3 * number
    assert told == set(rows)
    edit_session.close()


def _changed_rows(file: Path, table: Path, number: int) -> tuple[EditSession, dict[str, str]]:
    """An edit session in which so many towns have got another name, level and place; and what they were."""
    places = [(414000 + 700 * n, 6584000) for n in range(number)]
    for name, level, shift in (("Ort", "Lokal", 0), ("Stad", "Regional", 30)):
        lines = (f"{name} {n};{n};{level};;;{x + shift};{y}\n" for n, (x, y) in enumerate(places))
        table.write_text(CSV + "".join(lines), encoding="utf-8")
        request = ImportRequest(table, whole_file=True, update="ja")
        if shift == 0:
            import_objects(file, request)
    edit_session = desk_on(file)
    rows = {row.attribute("namn"): row.geometry().asWkt() for row in edit_session.layer("nod").getFeatures()}
    apply_import(edit_session, "Hämta orter.csv", plan_import(read_snapshot(file), request).edits())
    return edit_session, rows
