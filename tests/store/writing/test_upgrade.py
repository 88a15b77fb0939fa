"""Files of earlier versions of the tables become what a new file is, with all that was in them, also somebody's own."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject

from strukturbild_plugin.catalogue.added_attributes import CODES, is_added
from strukturbild_plugin.errors import ForeignParts, StoreError
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.goals.model import GoalCounterpart, GoalInfluence
from strukturbild_plugin.store.create.clean_copy import make_clean_copy
from strukturbild_plugin.store.create.copy import copy_strukturbild
from strukturbild_plugin.store.create.create import NewFileContent, write_file
from strukturbild_plugin.store.gpkg.connection import connect, prepared
from strukturbild_plugin.store.gpkg.records import Measure, Question, Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.embedded_project import project_address
from strukturbild_plugin.store.qgis_project.layers import open_layer
from strukturbild_plugin.store.schema.later_columns import LATER_COLUMNS
from strukturbild_plugin.store.schema.tables import WORKSHOP_TABLES
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.store.writing.upgrade import copy_upgraded, upgrade
from tests.store.helpers import validator_says
from tests.store.older_files_helpers import FINGERPRINTS, as_before, older_file

_ATTRIBUTE = (
    "INSERT INTO attribut (kod, namn_sv, namn_en, typ, grupp, lista, enhet, hjalp_sv, hjalp_en, kalla, gemensam, "
    "ordning) "
)
OWN_ATTRIBUTE = (
    "INSERT INTO attributgrupp (kod, namn_sv, namn_en, ordning) VALUES ('mer', 'Eget', 'Own', 90)",
    "INSERT INTO varde (lista, kod, namn_sv, namn_en, ordning) VALUES ('tillganglighet', 'god', 'God', 'Good', 1)",
    _ATTRIBUTE + "VALUES ('prioritet', 'Vår prioritet', 'Ours', 'heltal', 'mer', '', '', '', '', 'egen', 0, 90)",
    _ATTRIBUTE + "VALUES ('tillgang', 'Tillgång', 'Access', 'val', 'mer', 'tillganglighet', '', '', '', 'egen', 0, 91)",
    "INSERT INTO klass (kod, namn_sv, namn_en, plural_sv, plural_en, struktur, lager_punkt, ordning, attribut, egen)"
    " VALUES ('hall', 'Serverhall', 'Hall', 'Serverhallar', 'Halls', 'A', 'nod', 99, 'prioritet,tillgang', 1)",
    "INSERT INTO niva VALUES (900, 'hall', 'liten', 'Liten', 'Small', 1, 3.0)",
    'ALTER TABLE nod ADD COLUMN "prioritet" INTEGER',
    'ALTER TABLE nod ADD COLUMN "tillgang" TEXT',
    "UPDATE nod SET prioritet = 7, tillgang = 'god' WHERE namn = 'Karlstad'",
)
"""An own class of the region's, whose attributes, list and form group are called as ours."""
OWN_COLUMNS = (
    'ALTER TABLE nod ADD COLUMN "Utmaning" TEXT(60)',
    'ALTER TABLE gransbygd ADD COLUMN "utmaning" TEXT',
    'ALTER TABLE strak ADD COLUMN "plan_ref" TEXT',
    'ALTER TABLE strukturbild ADD COLUMN "licens" INTEGER',
    'ALTER TABLE bild ADD COLUMN "Ses_over" TEXT',
    'CREATE INDEX eget_index ON strak ("plan_ref", "namn")',
    "UPDATE nod SET Utmaning = 'lång väg'",
    "UPDATE gransbygd SET utmaning = 'många'",
    "UPDATE strak SET plan_ref = 'vår'",
    "UPDATE strukturbild SET licens = 5",
    "UPDATE bild SET Ses_over = 'snart'",
)
"""Columns that somebody has added to our tables in QGIS."""


@pytest.fixture(params=FINGERPRINTS)
def version(request: pytest.FixtureRequest, qgis_app: QgsApplication) -> int:
    """Each earlier version."""
    found: int = request.param
    return found


def change(path: Path, *statements: str) -> Path:
    with contextlib.closing(prepared(sqlite3.connect(path))) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def upgraded(file: Path) -> Path:
    """The tables of a file upgraded in a copy, without what takes most of the time: styles and project."""
    copy_upgraded(file, file.with_name("uppgraderad.gpkg"))
    return file.with_name("uppgraderad.gpkg")


def rows(path: Path, sql: str) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def like(snapshot: Snapshot, path: Path) -> Path:
    """A new file with the catalogue of another."""
    content = NewFileContent(snapshot.head, snapshot.catalogue, snapshot.pictures, snapshot.areas)
    return write_file(path, content)


def schema(path: Path) -> dict[object, object]:
    """Everything that makes the file what it is, object by object."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
        found: dict[object, object] = {row[:2]: row[2:] for row in made}
        for kind, name, _table, _sql in made:
            if kind == "table":
                found["columns", name] = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
        for table in ("gpkg_contents", "gpkg_geometry_columns", "gpkg_extensions", "layer_styles"):
            columns = {"gpkg_contents": "table_name, data_type, identifier, description, srs_id"}
            columns["layer_styles"] = "f_table_name, f_geometry_column, useAsDefault, description"
            listed = connection.execute(f"SELECT {columns.get(table, '*')} FROM {table}").fetchall()
            found["rows", table] = sorted(map(str, listed))
        counts = dict(connection.execute("SELECT table_name, feature_count FROM gpkg_ogr_contents"))
        for table, count in counts.items():
            assert connection.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (count,), table
        found["counted"] = set(counts)
    return found


_BY_LOT = re.compile(r"<elevation.*?</elevation>", re.DOTALL)
"""From 3.26 QGIS gives a layer colours by lot for profiles of heights."""
_ID_BY_CHANCE = re.compile(r'(?<=key="){[0-9a-f-]{36}}| id=(?:"|&quot;){[0-9a-f-]{36}}(?:"|&quot;)')
"""What QGIS gives each rule of a style, and from 3.24 each symbol layer."""


def forms(path: Path) -> dict[str, str]:
    styles = dict(rows(path, "SELECT f_table_name, styleQML FROM layer_styles"))
    styles = {table: _ID_BY_CHANCE.sub("", _BY_LOT.sub("", style)) for table, style in styles.items()}
    pictures = [bild_id for (bild_id,) in rows(path, "SELECT bild_id FROM bild")]
    for place, bild_id in enumerate(pictures):
        styles = {table: style.replace(bild_id, f"bild {place}") for table, style in styles.items()}
    return {table: canonicalize(style) for table, style in styles.items()}  # attributes come in any order


def test_an_upgraded_file_is_made_of_the_same_as_a_new_one_object_by_object(version: int, tmp_path: Path) -> None:
    file = older_file(tmp_path / "gammal.gpkg", version)
    upgrade(file)
    fresh = like(read_snapshot(file), tmp_path / "ny.gpkg")  # an older file keeps the catalogue of its day
    assert schema(file) == schema(fresh)
    assert forms(file) == forms(fresh)
    assert validator_says(file) == ""
    project = QgsProject()
    assert project.read(project_address(file)) and len(project.mapLayers()) > 10
    project.clear()


def test_the_columns_that_came_later_are_those_the_upgrade_makes(tmp_path: Path) -> None:
    before = older_file(tmp_path / "gammal.gpkg", 2)
    after = upgraded(before)
    for table, columns in LATER_COLUMNS.items():
        had, has = ([row[1] for row in rows(file, f"PRAGMA table_info({table})")] for file in (before, after))
        assert tuple(name for name in has if name not in had) == columns, table


def test_nothing_of_it_is_lost_and_its_editions_are_still_of_it(version: int, tmp_path: Path) -> None:
    file = older_file(tmp_path / "gammal.gpkg", version)
    backup, file = file, upgraded(file)
    was, now = read_snapshot(backup), read_snapshot(file)
    assert as_before(now) == was
    assert fingerprint(now) == fingerprint(was) == FINGERPRINTS[version] == now.editions[0].fingeravtryck
    assert {kod for kod in now.catalogue.attribut if is_added(now.catalogue, kod)} == CODES
    kept = "SELECT fid, skapad_av, skapad, andrad, grupp, version FROM nod ORDER BY fid"
    assert rows(file, kept) == rows(backup, kept)
    assert rows(file, "SELECT * FROM sqlite_sequence WHERE name = 'nod'") == rows(
        backup, "SELECT * FROM sqlite_sequence WHERE name = 'nod'"
    )
    for table in ("kommentar", "rost", "logg"):
        had = [column for _n, column, *_rest in rows(backup, f"PRAGMA table_info({table})")]
        listed = ", ".join(had)
        assert rows(file, f"SELECT {listed} FROM {table}") == rows(backup, f"SELECT {listed} FROM {table}")
    with contextlib.closing(connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM rtree_nod_geom").fetchone() == (
            sum(one.lager == "nod" for one in now.objects),
        )


def test_yes_and_no_are_whole_numbers_that_a_list_in_qgis_can_show(version: int, tmp_path: Path) -> None:
    file = older_file(tmp_path / "gammal.gpkg", version)
    text = "true" if version == 2 else ""
    if text:
        change(file, "UPDATE nod SET ar_bytespunkt = 'true', stod_i_op = 'FALSE' WHERE namn = 'Örebro'")
    upgrade(file)
    assert not rows(file, "SELECT sql FROM sqlite_master WHERE sql LIKE '%BOOLEAN%' AND name != 'layer_styles'")
    layer = open_layer(file, "nod", "nod")
    place = layer.fields().indexOf("hogskola")
    if place >= 0:
        setup = layer.editorWidgetSetup(place)
        formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
        shown = {
            formatter.representValue(layer, place, setup.config(), None, feature[place])
            for feature in layer.getFeatures()
        }
        assert shown == {"Ja", ""}, "3.22 visade (true)"
    if text:
        found = rows(file, "SELECT hogskola, fullskaligt_utbud, ar_bytespunkt FROM nod WHERE namn = 'Karlstad'")
        assert found == [(1, 0, None)]
        assert rows(file, "SELECT ar_bytespunkt, stod_i_op FROM nod WHERE namn = 'Örebro'") == [(1, 0)]


def test_an_own_attribute_with_the_name_of_one_of_ours_stays_the_regions(qgis_app, tmp_path: Path) -> None:
    file = change(older_file(tmp_path / "gammal.gpkg", 2), *OWN_ATTRIBUTE)
    mark = fingerprint(read_snapshot(file))
    backup, file = file, upgraded(file)
    snapshot = read_snapshot(file)
    assert fingerprint(snapshot) == mark and as_before(snapshot) == read_snapshot(backup)
    catalogue = snapshot.catalogue
    theirs = catalogue.attribut["prioritet"]
    assert (theirs.namn.sv, theirs.typ) == ("Vår prioritet", "heltal") and not is_added(catalogue, "prioritet")
    town = next(one for one in snapshot.objects if one.namn == "Karlstad")
    assert (town.attribut["prioritet"], town.attribut["tillgang"]) == (7, "god")
    assert [choice.kod for choice in catalogue.listor["tillganglighet"]] == ["god"]
    assert catalogue.attribut["tillganglighet"].lista == "tillganglighet_2"
    assert "prioritet" not in [row[1] for row in rows(file, "PRAGMA table_info(strak)")]
    assert check_file(file).titel and validator_says(file) == ""
    with writing(file) as db:  # also what ours has beside it
        db.update_objects([replace(town, attribut={**town.attribut, "prioritet_skal": "Flest bor här"})])
    assert fingerprint(read_snapshot(file)) != mark


def test_own_columns_and_tables_with_our_names_get_another_and_it_is_said(qgis_app, tmp_path: Path) -> None:
    file = change(older_file(tmp_path / "gammal.gpkg", 2), *OWN_COLUMNS, 'CREATE TABLE "Fraga" ("a" TEXT)')
    options = gdal.VectorTranslateOptions(layerName="insats", accessMode="update", SQLStatement="SELECT geom FROM nod")
    data = gdal.OpenEx(str(older_file(tmp_path / "kalla.gpkg", 2)), gdal.OF_VECTOR)
    gdal.VectorTranslate(str(file), data, options=options)
    del data
    mark, told = fingerprint(read_snapshot(file)), []
    upgrade(file, told=told)
    assert fingerprint(read_snapshot(file)) == mark and validator_says(file) == ""
    assert rows(file, "SELECT DISTINCT Utmaning FROM nod") == [("lång väg",)]
    assert rows(file, "SELECT utmaning, utmaning_egen FROM gransbygd") == [(None, "många")]
    assert rows(file, "SELECT plan_ref, plan_ref_egen FROM strak") == [(None, "vår")]
    assert rows(file, "SELECT licens, licens_egen FROM strukturbild") == [(None, 5)]
    assert set(rows(file, "SELECT ses_over, Ses_over_egen FROM bild")) == {(None, "snart")}
    assert len(rows(file, "SELECT geom FROM insats_egen")) == 2 and rows(file, "SELECT * FROM insats") == []
    assert rows(file, "SELECT count(*) FROM rtree_insats_egen_geom") == [(2,)]
    assert rows(file, "SELECT * FROM Fraga_egen") == []
    said = "\n".join(told)
    for name in ("utmaning_egen", "plan_ref_egen", "licens_egen", "Ses_over_egen", "insats_egen", "Fraga_egen"):
        assert name in said
    assert len(told) == 6 and mark == FINGERPRINTS[2]
    assert rows(file, "SELECT detalj FROM logg WHERE vad = 'uppgraderad_3'") == [(said,)]


def test_a_table_whose_rows_break_its_rules_gets_its_new_columns_all_the_same(qgis_app, tmp_path: Path) -> None:
    """Other programs make a table anew without its rules; then two rows can have the same identity."""
    file = older_file(tmp_path / "gammal.gpkg", 2)
    change(
        file,
        "CREATE TABLE kopia AS SELECT * FROM barriar",
        "DROP TABLE rtree_barriar_geom",
        "DROP TABLE barriar",
        'CREATE TABLE "barriar" ("fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" MULTILINESTRING, '
        + ", ".join(f'"{name}" {kind}' for _n, name, kind, *_rest in rows(file, "PRAGMA table_info(barriar)")[2:])
        + ")",
        "INSERT INTO barriar SELECT * FROM kopia",
        "UPDATE kopia SET fid = 77",
        "INSERT INTO barriar SELECT * FROM kopia",
        "DROP TABLE kopia",
        "UPDATE gpkg_ogr_contents SET feature_count = 2 WHERE table_name = 'barriar'",
    )
    file = upgraded(file)
    assert check_file(file).titel and rows(file, "SELECT count(*), max(prioritet) FROM barriar") == [(2, None)]
    made = [name for (name,) in rows(file, "SELECT name FROM sqlite_master WHERE tbl_name = 'barriar'")]
    assert "barriar_borttagen" in made


def test_an_upgrade_that_stumbles_in_the_middle_leaves_the_file_as_it_was(
    qgis_app, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from strukturbild_plugin.store.writing import upgrade_to_version_3

    file = older_file(tmp_path / "gammal.gpkg", 2)
    before = file.read_bytes()

    def full(*_arguments: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(upgrade_to_version_3, "_make_triggers", full)
    with pytest.raises(StoreError):
        upgrade(file)
    assert file.read_bytes() == before and list(tmp_path.iterdir()) == [file]


def test_a_cleaned_copy_of_an_older_file_is_a_whole_one_of_this_version(version: int, tmp_path: Path) -> None:
    file = older_file(tmp_path / "gammal.gpkg", version)
    change(file, "CREATE TRIGGER elak AFTER INSERT ON nod BEGIN DELETE FROM strak; END")
    change(file, 'ALTER TABLE strak ADD COLUMN "plan_ref" TEXT', "UPDATE strak SET plan_ref = 'vår'")
    with pytest.raises(ForeignParts):
        check_file(file)
    made = make_clean_copy(file, tmp_path / "ren.gpkg")
    snapshot = read_snapshot(made.path)
    assert check_file(made.path).titel and fingerprint(snapshot) == FINGERPRINTS[version]
    assert {kod for kod in snapshot.catalogue.attribut if is_added(snapshot.catalogue, kod)} == CODES
    assert schema(made.path) == schema(like(snapshot, tmp_path / "ny.gpkg"))


def filled(path: Path) -> Path:
    """A file of this version with something in every new place."""
    with writing(path, "Karin") as db:
        head = replace(db.head(), licens="CC0 1.0", spridningstillstand="LM 2026/1", diarienummer="RUN 2026/17")
        db.set_head(replace(head, spridningstillstand_datum="2026-11-20", op_standard="op_modell", op_version="2.1"))
        first = db.pictures()[0]
        db.set_pictures([replace(first, remissomgang=2, ses_over="2027-05-01", utgar_fran=db.pictures()[1].bild_id)])
        known, goals = list(db.objects()), db.goals()
        said = {"prioritet": "prio_1", "tillganglighet": "{narhet,digitalt}", "ses_over": "2028-01-01"}
        db.update_objects([replace(known[0], attribut={**known[0].attribut, **said})])
        db.put(
            [
                Measure("i1", known[0].objekt_id, "Nytt resecentrum", "Region Värmland", 2027, 2030),
                Question("f1", "a|b", "malkonflikt", "oppen", objekt_id=known[0].objekt_id, text="Hur?"),
                GoalInfluence(goals[0].mal_id, goals[1].mal_id, -3, "Därför"),
                GoalInfluence(goals[1].mal_id, goals[0].mal_id, 0),
                GoalCounterpart(goals[0].mal_id, goals[1].mal_id, "bidrar"),
            ]
        )
        for spec in WORKSHOP_TABLES:
            row = {column.name: "x" for column in spec.columns if column.required and column.default is None}
            db.connection.execute(
                f"INSERT INTO {spec.name} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
            )
    return path


def test_what_is_written_in_the_new_places_is_read_back_and_is_content(qgis_app, tmp_path: Path) -> None:
    file = upgraded(older_file(tmp_path / "gammal.gpkg", 2))
    mark = fingerprint(read_snapshot(file))
    snapshot = read_snapshot(filled(file))
    assert fingerprint(snapshot) != mark
    assert (snapshot.head.licens, snapshot.head.spridningstillstand_datum) == ("CC0 1.0", "2026-11-20")
    assert (snapshot.pictures[0].remissomgang, snapshot.pictures[0].ses_over) == (2, "2027-05-01")
    assert [one.varde for one in snapshot.influences if one.motivering] == [-3] and len(snapshot.influences) == 2
    assert snapshot.measures[0].till_ar == 2030 and snapshot.questions[0].text == "Hur?"
    for part in ("measures", "questions", "influences", "counterparts"):
        assert fingerprint(replace(snapshot, **{part: ()})) != fingerprint(snapshot), part
    again = copy_strukturbild(file, tmp_path / "kopia.gpkg", "samma")
    assert read_snapshot(again) == snapshot
    revision = read_snapshot(copy_strukturbild(file, tmp_path / "nästa.gpkg"))
    assert revision.measures == snapshot.measures and revision.head.licens == "CC0 1.0"
    for spec in WORKSHOP_TABLES:
        assert rows(tmp_path / "nästa.gpkg", f"SELECT * FROM {spec.name}") == []
        assert len(rows(again, f"SELECT * FROM {spec.name}")) == 1


def test_measures_go_with_their_object_and_influences_with_their_goal(qgis_app, tmp_path: Path) -> None:
    file = upgraded(older_file(tmp_path / "gammal.gpkg", 2))
    snapshot = read_snapshot(filled(file))
    change(file, "UPDATE enighet SET objekt_id = (SELECT objekt_id FROM insats)")
    with writing(file) as db:
        db.delete([snapshot.measures[0].objekt_id])
        db.connection.execute("DELETE FROM mal WHERE mal_id = ?", (snapshot.influences[0].fran_mal_id,))
    after = read_snapshot(file)
    assert after.measures == () and after.influences == () and after.counterparts == ()
    assert rows(file, "SELECT * FROM enighet") == []
    assert len(after.questions) == 1, "vad som beslutats om frågan står kvar"


_ALLOWED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=12, deadline=None, suppress_health_check=_ALLOWED)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["nod", "strak", "gransbygd", "bild", "mal", "strukturbild", "malsamling", "kommentar"]),
            st.sampled_from([*sorted(CODES), "licens", "Vikt", "x", "eget", "NAMN2", "serie", "svar_pa", "order"]),
            st.sampled_from(["TEXT", "INTEGER", "TEXT(40)", "REAL", "MEDIUMINT", ""]),
        ),
        max_size=6,
        unique_by=lambda one: (one[0], one[1].lower()),
    ),
    st.sampled_from([None, 1, -2.5, "text", "true"]),
)
def test_whatever_somebody_has_added_to_the_tables_is_kept(
    qgis_app, tmp_path_factory: pytest.TempPathFactory, own: list[tuple[str, str, str]], value: object
) -> None:
    folder = tmp_path_factory.mktemp("eget")
    file = older_file(folder / "gammal.gpkg", 2)
    with contextlib.closing(prepared(sqlite3.connect(file))) as connection:
        for table, column, kind in own:
            connection.execute(f'ALTER TABLE {table} ADD COLUMN "{column}" {kind}')
            connection.execute(f'UPDATE {table} SET "{column}" = ?', (value,))
        connection.commit()
        before = {
            (table, column): connection.execute(f'SELECT "{column}" FROM {table}').fetchall()
            for table, column, _kind in own
        }
    copy_upgraded(file, folder / "ny.gpkg")
    assert fingerprint(read_snapshot(folder / "ny.gpkg")) == FINGERPRINTS[2]
    for (table, column), values in before.items():
        there = [row[1] for row in rows(folder / "ny.gpkg", f"PRAGMA table_info({table})")]
        called = f"{column}_egen" if f"{column}_egen" in there else column
        assert rows(folder / "ny.gpkg", f'SELECT "{called}" FROM {table}') == values
