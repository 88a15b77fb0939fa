"""All layers in one transaction, as OGR would have written them."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from qgis import core
from qgis.core import NULL, QgsApplication, QgsFeature, QgsField, QgsGeometry
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from strukturbild_plugin.compat import text_field
from strukturbild_plugin.drawing.edits.network import draw_corridor, move_node
from strukturbild_plugin.drawing.session.atomic_save import save_together
from strukturbild_plugin.drawing.session.edit_session import TABLES, EditSession
from strukturbild_plugin.drawing.session.layer_history import LayerHistory
from strukturbild_plugin.drawing.session.ogr_values import edits_of
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.drawing.helpers import STRAK, desk_on, in_file, towns
from tests.drawing.kill_saves import trials
from tests.store.helpers import FILE_NAME, new_file

pytestmark = pytest.mark.usefixtures("qgis_app")
WRITTEN_BY_THE_FILE = ("last_change", "andrad", "skapad", "version")
"""Times; and OGR writes a row's values and its shape one after the other, so that its version goes up by two."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_file(tmp_path_factory.mktemp("gjord"))


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, as SQLite stores it."""
    with contextlib.closing(connect(path)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for table in tables:
            cursor = database.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            kept = [at for at, name in enumerate(names) if name not in WRITTEN_BY_THE_FILE]
            found[table] = [tuple((names[at], type(row[at]).__name__, row[at]) for at in kept) for row in cursor]
    return {table: rows for table, rows in found.items() if not table.endswith(("_node", "_parent", "_rowid"))}


def value_for(field: QgsField, rng: random.Random) -> object:
    """A value that the field can hold, odd ones too."""
    kind = field.typeName().lower()
    if rng.random() < 0.15:
        return NULL
    if kind in ("date", "datetime"):
        day = QDate(rng.randint(1900, 2100), rng.randint(1, 12), rng.randint(1, 28))
        time = QTime(rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59), rng.choice([0, 1, 120, 999]))
        return day if kind == "date" else QDateTime(day, time, rng.choice([Qt.TimeSpec.UTC, Qt.TimeSpec.LocalTime]))
    if kind == "boolean":
        return rng.choice([True, False])
    if kind in ("integer", "integer64"):
        return rng.choice([0, 1, 7, "3", 2**31 - 1])
    if kind == "real":
        return rng.choice([0.0, 1.5, -0.25, 3, 1e12, "2.5"])
    return rng.choice(["", 'å’s "ord"', "{a,b}", "rad ett\nrad två", "1", 12])


SHAPES = {
    0: ["MultiPoint ((414000.123 6584000.5))", "Point (500000 6500000)"],
    1: ["MultiLineString ((400000 6500000, 410000.25 6510000))", "LineString (1 2, 3 4)"],
    2: ["MultiPolygon (((0 0, 10 0, 10 10, 0 0)))", "Polygon ((0 0, 100 0, 100 100, 0 0),(10 1, 20 1, 20 5, 10 1))"],
}
LEFT_ALONE = ("fid", "version", "skapad", "andrad")


def scribble(edit_session: EditSession, seed: int) -> None:
    """The same edits for the same seed: rows added, changed and taken away in every layer of objects."""
    rng = random.Random(seed)
    edit_session.start()
    for code, layer in sorted(edit_session.layers.items()):
        if layer.fields().indexOf("klass") < 0:
            continue
        layer.beginEditCommand("klottra")
        fids = sorted(feature.id() for feature in layer.getFeatures())
        for number in range(3):
            feature = QgsFeature(layer.fields())
            for field in layer.fields():
                if field.name() not in LEFT_ALONE:
                    feature[field.name()] = value_for(field, rng)
            feature["objekt_id"], feature["bild_id"], feature["klass"] = f"{code}-{seed}-{number}", "b", "k"
            feature["version"] = 1
            feature.setGeometry(QgsGeometry.fromWkt(rng.choice(SHAPES[layer.geometryType()])))
            assert layer.addFeature(feature)
        for fid in fids[:2]:
            for field in rng.sample(list(layer.fields()), 4):
                if field.name() not in (*LEFT_ALONE, "objekt_id", "bild_id", "klass"):
                    layer.changeAttributeValue(fid, layer.fields().indexOf(field.name()), value_for(field, rng))
            layer.changeGeometry(fid, QgsGeometry.fromWkt(SHAPES[layer.geometryType()][0]))
        layer.deleteFeatures(fids[2:3])
        layer.endEditCommand()


def native(edit_session: EditSession) -> None:
    for layer in edit_session.layers.values():
        assert not layer.isModified() or layer.commitChanges(False), layer.commitErrors()


def without_numbers(rows: list[tuple[object, ...]]) -> list[list[object]]:
    """The order in which rows of one save are numbered may differ."""
    return sorted(([cell for cell in row if cell[0] not in ("fid", "id")] for row in rows), key=repr)


def test_the_file_is_as_qgis_itself_would_have_written_it(made: Path, tmp_path: Path) -> None:
    files = []
    for name, save in (("qgis", native), ("vi", lambda one: save_together(one.layers.values(), TABLES) or 1 / 0)):
        path = Path(shutil.copy(made, tmp_path / f"{name}.gpkg"))
        edit_session = desk_on(path)
        for seed in range(2):
            scribble(edit_session, seed)
            save(edit_session)
            assert not edit_session.unsaved()
            assert not any(layer.editBuffer().isModified() for layer in edit_session.layers.values())
        counts = {code: layer.featureCount() for code, layer in edit_session.layers.items()}
        edit_session.close()
        files.append((dump(path), counts))
    (theirs, their_counts), (ours, our_counts) = files
    assert ours.keys() == theirs.keys() and our_counts == their_counts
    for table, rows in theirs.items():
        if table == "gpkg_contents":  # OGR rounds extents outwards
            rows, ours[table] = ([row[:4] for row in each] for each in (rows, ours[table]))
        different = [
            (one, other)
            for mine, row in zip(without_numbers(ours[table]), without_numbers(rows))
            for one, other in zip(mine, row)
            if one != other
        ]
        assert len(rows) == len(ours[table]) and not different, table


def test_one_layer_refused_is_none_written_and_all_kept(made: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(made, tmp_path / FILE_NAME))
    edit_session = desk_on(path)
    ids = towns(edit_session)
    strak = draw_corridor(edit_session, STRAK, ids)
    layer = edit_session.layer("strak")
    layer.beginEditCommand("Töm")
    layer.changeAttributeValue(edit_session.known(strak).fid, layer.fields().indexOf("klass"), NULL)
    layer.endEditCommand()
    with pytest.raises(StoreError, match=layer.name()):
        edit_session.save()
    assert not in_file(path) and edit_session.unsaved() and edit_session.known(strak)
    assert edit_session.undo() == "Töm"
    edit_session.save()
    assert len(in_file(path)) == 4
    edit_session.close()


def test_rows_are_in_the_file_once_when_the_layers_cannot_take_them_over(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(made, tmp_path / FILE_NAME))
    session = desk_on(path)
    ids = towns(session)
    draw_corridor(session, STRAK, ids)
    take_over, calls = LayerHistory.take_over, []

    def fail_once(history: LayerHistory, *arguments: object) -> None:
        calls.append(history)
        if len(calls) == 1:
            take_over(history, *arguments)
            raise RuntimeError("ett fel hos oss")
        take_over(history, *arguments)

    monkeypatch.setattr(LayerHistory, "take_over", fail_once)
    session.save()
    assert len(calls) == 2 and not session.unsaved()
    before = sorted(one.objekt_id for one in read_snapshot(path).objects)
    assert len(before) == len(set(before)) == len(ids) + 1
    assert all(layer.isEditable() for layer in session.layers.values())
    move_node(session, ids[0], (430000.0, 6600000.0))
    session.save()
    assert sorted(one.objekt_id for one in read_snapshot(path).objects) == before and not session.unsaved()
    session.close()


def test_another_that_writes_is_not_waited_for(made: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(made, tmp_path / FILE_NAME))
    edit_session = desk_on(path)
    towns(edit_session)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asked: list[str] = []
    edit_session.layer("nod").beforeCommitChanges.connect(lambda *_: asked.append("QGIS"))
    with pytest.raises(StoreError, match="annat program"):
        edit_session.save()
    assert edit_session.unsaved() and not asked, "QGIS itself would have waited"
    other.execute("ROLLBACK")
    other.close()
    edit_session.save()
    assert len(in_file(path)) == 3
    edit_session.close()


def test_a_new_column_is_saved_by_qgis_itself(made: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(made, tmp_path / FILE_NAME))
    edit_session = desk_on(path)
    ids = towns(edit_session)
    layer = edit_session.layer("nod")
    layer.addAttribute(text_field("egen"))
    assert not save_together(edit_session.layers.values(), TABLES) and not in_file(path)
    edit_session.save()
    assert len(in_file(path)) == 3 and layer.dataProvider().fields().indexOf("egen") >= 0
    move_node(edit_session, ids[0], (1.0, 2.0))
    assert edit_session.undo() == "Flytta Karlstad"
    edit_session.close()


def test_an_empty_column_that_others_have_removed_since_keeps_nothing_from_being_saved(
    made: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(made, tmp_path / FILE_NAME))
    with contextlib.closing(connect(path)) as database:
        database.execute("ALTER TABLE nod ADD COLUMN egen TEXT")
    session = desk_on(path)
    session.start()
    with contextlib.closing(connect(path)) as database:
        database.execute("ALTER TABLE nod DROP COLUMN egen")
    towns(session)
    session.save()
    assert len(in_file(path)) == 3 and not session.unsaved()
    session.close()


def test_a_value_that_only_qgis_can_write_is_left_to_qgis(made: Path, tmp_path: Path) -> None:
    session = desk_on(Path(shutil.copy(made, tmp_path / FILE_NAME)))
    ids = towns(session)
    session.save()
    layer = session.layers["nod"]
    session.start()
    assert edits_of(layer) is not None
    layer.changeAttributeValue(session.known(ids[0]).fid, layer.fields().indexOf("beskrivning"), ["en", "lista"])
    assert edits_of(layer) is None
    session.close()


def test_what_nobody_has_set_gets_the_files_own_default(made: Path, tmp_path: Path) -> None:
    """QGIS 3.28 and later say so with a value of its own kind, when a row is drawn with QGIS's own tool."""
    unset = getattr(core, "QgsUnsetAttributeValue", None)
    path = Path(shutil.copy(made, tmp_path / FILE_NAME))
    session = desk_on(path)
    layer = session.layers["nod"]
    session.start()
    feature = QgsFeature(layer.fields())
    named = {"namn": "Kil", "klass": "nod", "objekt_id": "11111111-1111-4111-8111-111111111111"}
    named["bild_id"] = read_snapshot(path).pictures[0].bild_id
    for at, field in enumerate(layer.fields()):
        nothing = unset("x") if unset is not None and field.name() != "fid" else NULL
        feature.setAttribute(at, named.get(field.name(), nothing))
    feature.setAttribute("version", 1 if unset is None else unset("1"))
    feature.setGeometry(QgsGeometry.fromWkt("MultiPoint ((420000 6600000))"))
    assert layer.addFeature(feature)
    session.save()
    (kept,) = read_snapshot(path).objects
    assert not session.unsaved() and kept.namn == "Kil" and not kept.niva
    session.close()


def test_the_rows_of_an_edit_buffer_are_copied_out_of_qgis_once_however_many_they_are(
    made: Path, tmp_path: Path
) -> None:
    session = desk_on(Path(shutil.copy(made, tmp_path / FILE_NAME)))
    towns(session)
    calls: list[str] = []
    sys.setprofile(lambda _frame, event, what: calls.append(what.__name__) if event == "c_call" else None)
    try:
        found = edits_of(session.layers["nod"])
    finally:
        sys.setprofile(None)
    assert found is not None and len(found[0].added) == len(found[1]) == 3
    assert calls.count("addedFeatures") == 1
    session.close()


def test_the_selection_stays_on_the_same_rows(made: Path, tmp_path: Path, qgis_app: QgsApplication) -> None:
    edit_session = desk_on(Path(shutil.copy(made, tmp_path / FILE_NAME)))
    ids = towns(edit_session)
    layer = edit_session.layer("nod")
    layer.selectByIds([edit_session.known(one).fid for one in ids[1:]])
    edit_session.save()
    assert sorted(one["namn"] for one in layer.selectedFeatures()) == ["Västerås", "Örebro"]
    assert layer.selectedFeatureCount() == 2 and min(layer.selectedFeatureIds()) > 0
    edit_session.close()


def test_killed_in_the_middle_every_gesture_is_whole_and_none_told_saved_is_lost(made: Path) -> None:
    assert [one for one in trials(5, made, seed=1) if one] == []
