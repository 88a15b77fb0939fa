"""A file from a stranger: nothing in it runs, and there is always a way on that keeps what was drawn."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.gpkg.foreign_parts import foreign_parts
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.repair import repair
from strukturbild_plugin.store.writing.transaction import reading, writing
from tests.store.helpers import karlstad, new_file, validator_says
from tests.store.hostile_helpers import ENDLESS, FOREIGN, hostile, with_sql, within_limits
from tests.store.older_files_helpers import FINGERPRINTS, older_file


@pytest.fixture
def path(qgis_app, tmp_path: Path) -> Path:
    """A strukturbild with something drawn."""
    made = new_file(tmp_path)
    with writing(made, "Maria") as db:
        db.add_objects(karlstad())
    return made


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_not_a_strukturbilds_own_and_could_run_keeps_the_file_from_being_used(
    path: Path, tmp_path: Path, kind: str
):
    file = hostile(path, tmp_path, kind)
    before = file.read_bytes()
    with pytest.raises(StoreError, match=r"(?s)”(ond|nod|qgis_projects_|rost).*rensad kopia"):
        check_file(file)
    assert file.read_bytes() == before and sorted(each.suffix for each in tmp_path.iterdir()) == [".gpkg", ".gpkg"]


def test_every_way_in_looks_first(path: Path, tmp_path: Path):
    body = f"BEGIN SELECT ({ENDLESS} SELECT count(*) FROM c); END"
    endless = f"CREATE TRIGGER ond_{{n}} BEFORE {{event}} ON {{table}} {body}"
    tables = ("layer_styles", "qgis_projects", "strukturbild", "logg", "utgava", "mal", "nod")
    events = [(table, event) for table in tables for event in ("INSERT", "UPDATE", "DELETE")]
    file = with_sql(path, *(endless.format(n=n, event=e, table=t) for n, (t, e) in enumerate(events)))
    old = with_sql(older_file(tmp_path / "v1.gpkg", 1), endless.format(n=0, event="UPDATE", table="strukturbild"))
    said = within_limits(
        """
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.delivery.inspect_delivery import inspect_delivery
from strukturbild_plugin.store.create.copy import copy_strukturbild
from strukturbild_plugin.store.gpkg.file_copy import copy_database
from strukturbild_plugin.store.importing.goals import import_goals
from strukturbild_plugin.store.importing.objects import import_objects
from strukturbild_plugin.store.importing.request import ImportRequest
from strukturbild_plugin.store.qgis_project.layers import open_layers
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.qgis_project.embedded_project import repair_project, write_project
from strukturbild_plugin.store.styling.renew_styles import refresh_styles
from strukturbild_plugin.store.styling.change_symbol_set import restyle
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.upgrade import copy_upgraded, read_saved, upgrade
file, old, folder = map(Path, sys.argv[1:])
(folder / "mal.csv").write_text("kod;titel\\n1;Mål\\n", encoding="utf-8")
(folder / "punkt.csv").write_text("namn;x;y\\nA;414000;6584000\\n", encoding="utf-8")
ways = {
    "open": lambda: check_file(file), "older": lambda: check_file(old), "upgrade": lambda: upgrade(old),
    "private": lambda: read_saved(old), "upgraded": lambda: copy_upgraded(old, folder / "b.gpkg"),
    "read": lambda: read_snapshot(file), "layers": lambda: open_layers(file), "repair": lambda: repair_project(file),
    "restyle": lambda: restyle(file, "skiss"), "refresh": lambda: refresh_styles(file),
    "project": lambda: write_project(file),
    "goals": lambda: import_goals(file, folder / "mal.csv"),
    "objects": lambda: import_objects(file, ImportRequest(source=folder / "punkt.csv")),
    "copy": lambda: copy_strukturbild(file, folder / "k.gpkg"),
    "backup": lambda: copy_database(file, folder / "b.gpkg"),
    "export": lambda: export(file, ExportRequest(folder=folder / "ut", formats=("leverans",))),
    "verify": lambda: inspect_delivery(file),
}
for name, way in ways.items():
    try:
        way()
    except StrukturbildError as error:
        if "rensad kopia" in str(error):
            continue
    print(name)
""",
        file,
        old,
        tmp_path,
    )
    assert said.split() == []
    assert not list(tmp_path.glob("*version1*")) and not (tmp_path / "b.gpkg").exists()


def test_what_gdal_and_qgis_make_of_their_own_accord_is_let_in(path: Path):
    gdal.UseExceptions()
    try:
        _work_on_it_in_other_programs(path)
    finally:
        gdal.DontUseExceptions()
    assert check_file(path).titel == "Målbild för provet"
    assert len(read_snapshot(path).objects) == len(karlstad())


def _work_on_it_in_other_programs(path: Path) -> None:
    """A layer, a table, a picture and columns of the user's own; an index; a repack."""
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(3006)
    data = gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_VECTOR)
    roads = data.CreateLayer("egna vägar", srs, ogr.wkbLineString)
    name = ogr.FieldDefn("namn", ogr.OFTString)
    name.SetUnique(1)
    name.SetNullable(0)
    roads.CreateField(name)
    when = ogr.FieldDefn("när", ogr.OFTDateTime)
    when.SetDefault("CURRENT_TIMESTAMP")
    data.CreateLayer("en tabell", None, ogr.wkbNone).CreateField(when)
    data.SetMetadataItem("a", "b")
    data.AddFieldDomain(ogr.CreateCodedFieldDomain("val", "", ogr.OFTString, ogr.OFSTNone, {"a": "b"}))
    nodes = data.GetLayerByName("nod")
    for field in ("eget", "till en stund"):
        nodes.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    nodes.DeleteField(nodes.GetLayerDefn().GetFieldIndex("till en stund"))
    wider = ogr.FieldDefn("namn", ogr.OFTString)
    wider.SetWidth(60)
    lines = data.GetLayerByName("strak")
    lines.AlterFieldDefn(lines.GetLayerDefn().GetFieldIndex("namn"), wider, ogr.ALTER_WIDTH_PRECISION_FLAG)
    for statement in (
        "SELECT DisableSpatialIndex('gransbygd', 'geom')",
        "SELECT CreateSpatialIndex('gransbygd', 'geom')",
        'ALTER TABLE "en tabell" RENAME TO "en annan tabell"',
        "CREATE INDEX eget_index ON nod (namn)",
        "VACUUM",
    ):
        data.ExecuteSQL(statement)
    del roads, nodes, lines, data
    picture = gdal.GetDriverByName("MEM").Create("", 64, 64, 1, gdal.GDT_Float32)
    picture.SetProjection(srs.ExportToWkt())
    picture.SetGeoTransform([400000, 10, 0, 6500000, 0, -10])
    gdal.GetDriverByName("GPKG").CreateCopy(str(path), picture, options=["APPEND_SUBDATASET=YES", "RASTER_TABLE=bild1"])


def test_the_cleaned_copy_has_all_of_the_strukturbild_and_nothing_of_the_stranger(path: Path, tmp_path: Path):
    from strukturbild_plugin.store.create.clean_copy import clean_name, make_clean_copy

    file = hostile(path, tmp_path, "raderar", "vy", "regel")
    with_sql(
        file,
        "CREATE TABLE deltagare (fid INTEGER PRIMARY KEY, namn TEXT); INSERT INTO deltagare VALUES (1, 'Zelda')",
        "ALTER TABLE strak ADD COLUMN eget TEXT",
        "INSERT INTO qgis_projects VALUES ('Min karta', '{}', 'x')",
    )
    before = file.read_bytes()
    assert clean_name(file).name == "ond (rensad).gpkg"
    clean_name(file).touch()
    made = make_clean_copy(file, clean_name(file))
    assert made.path.name == "ond (rensad 2).gpkg" and file.read_bytes() == before
    assert check_file(made.path).titel == "Målbild för provet" and validator_says(made.path) == ""
    was, now = read_snapshot(path), read_snapshot(made.path)
    assert (now.objects, now.links, now.goals, now.pictures) == (was.objects, was.links, was.goals, was.pictures)
    assert fingerprint(now) == fingerprint(was)
    assert [part for part in ("ond", "deltagare", "eget", "Min karta") if part not in " ".join(made.left_out)] == []
    with closing(sqlite3.connect(made.path)) as connection:
        assert not connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'ond%'").fetchall()
    assert b"Zelda" not in made.path.read_bytes()
    kept = "SELECT objekt_id, fid, version, skapad, skapad_av, andrad FROM nod ORDER BY objekt_id"
    with reading(path) as one, reading(made.path) as other:
        assert one.connection.execute(kept).fetchall() == other.connection.execute(kept).fetchall()


def test_an_older_file_can_be_cleaned_as_well(qgis_app, tmp_path: Path):
    from strukturbild_plugin.store.create.clean_copy import make_clean_copy

    file = with_sql(older_file(tmp_path / "v1.gpkg", 1), FOREIGN["raderar"])
    made = make_clean_copy(file, tmp_path / "ren.gpkg")
    check_file(made.path)
    assert fingerprint(read_snapshot(made.path)) == FINGERPRINTS[1]


def test_a_file_whose_tables_are_views_cannot_be_cleaned_and_says_what_to_do(path: Path, tmp_path: Path):
    from strukturbild_plugin.store.create.clean_copy import make_clean_copy

    file = hostile(path, tmp_path, "vy i tabells ställe")
    with pytest.raises(StoreError, match=r"rost.*säkerhetskopia"):
        make_clean_copy(file, tmp_path / "ren.gpkg")
    assert not (tmp_path / "ren.gpkg").exists() and not list(tmp_path.glob(".*"))


def test_a_schema_that_lies_about_itself_is_not_believed(path: Path):
    with_sql(
        path,
        "CREATE TRIGGER ond AFTER UPDATE ON qgis_projects BEGIN DELETE FROM nod; END",
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET type = 'index' WHERE name = 'ond'",
    )
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"skadad|rensad kopia"):
        check_file(path)
    assert path.read_bytes() == before


TILE_GUARD = (
    'CREATE TRIGGER "{name}" BEFORE INSERT ON "{table}" FOR EACH ROW BEGIN '
    "SELECT RAISE(ABORT, 'betala') WHERE (NEW.{column} < 100000) ; END"
)
QUOTES_MIXED = (
    """CREATE TRIGGER "x' BEFORE INSERT ON " AFTER UPDATE ON nod BEGIN DELETE FROM strukturbild; END; --' """
    "FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'x') WHERE (NEW.zoom_level < 0); END"
)


@pytest.mark.parametrize(
    ("name", "table", "sql"),
    [
        ("x' BEFORE INSERT ON ", "nod", QUOTES_MIXED),
        ("nod_zoom_insert", "nod", TILE_GUARD.format(name="nod_zoom_insert", table="nod", column="version")),
        ("bild_zoom_insert", "bild", TILE_GUARD.format(name="bild_zoom_insert", table="bild", column="zoom_level")),
    ],
)
def test_a_trigger_like_those_of_picture_tiles_is_held_against_the_whole_text(name: str, table: str, sql: str):
    assert [part.name for part in foreign_parts((("trigger", name, table, sql),))] == [name]


@pytest.mark.parametrize(
    "column",
    [
        '"andrad_av" TEXT \ufeffUNIQUE \ufeffON \ufeffCONFLICT \ufeffREPLACE',
        '"nod_id" TEXT \ufeffREFERENCES nod ("objekt_id") \ufeffON \ufeffDELETE \ufeffCASCADE',
        '"n" TEXT \ufeffAS (7)',
        '"n" TEXT\ufeffUNIQUE',
        '"n" a b c d e UNIQUE',
    ],
)
def test_a_sign_that_sqlite_passes_over_hides_no_rule(column: str):
    sql = f'CREATE TABLE "nod" ("fid" INTEGER PRIMARY KEY, {column})'
    assert [part.name for part in foreign_parts((("table", "nod", "nod", sql),))] == ["nod"]


def test_pictures_that_gdal_puts_beside_are_let_in_whatever_they_are_called(path: Path):
    picture = gdal.GetDriverByName("MEM").Create("", 32, 32, 3)
    picture.SetGeoTransform([500_000, 10, 0, 6_500_000, 0, -10])
    system = osr.SpatialReference()
    system.ImportFromEPSG(3857)
    picture.SetProjection(system.ExportToWkt())
    options = ["APPEND_SUBDATASET=YES", "RASTER_TABLE=min bild's"]
    assert gdal.GetDriverByName("GPKG").CreateCopy(str(path), picture, 0, options) is not None
    assert check_file(path).titel


def test_a_statement_that_goes_on_for_ever_is_ended(path: Path):
    from strukturbild_plugin.store.gpkg.guarded_connection import limit_time

    with pytest.raises(StoreError, match="orimligt lång tid"), reading(path) as db:
        limit_time(db.connection, most=3)
        db.connection.execute(f"{ENDLESS} SELECT count(*) FROM c").fetchone()


def test_columns_that_are_not_there_are_a_sentence(path: Path):
    with_sql(path, "ALTER TABLE mal RENAME COLUMN titel TO rubrik")
    for read in (check_file, read_snapshot):
        with pytest.raises(StoreError, match="kolumnen ”titel” i tabellen ”mal”"):
            read(path)


def test_a_project_with_programs_in_it_is_not_made_to_work_again(path: Path, tmp_path: Path):
    from strukturbild_plugin.store.qgis_project.project_blob import packed, unpacked

    def content(file: Path) -> str:
        return unpacked(read_rows(file, "SELECT content FROM qgis_projects")[0][0]) or ""

    plain = Path(shutil.copy(path, tmp_path / "omdöpt.gpkg"))
    repair(plain)
    assert "./omdöpt.gpkg|layername=nod" in content(plain)
    harmful = content(path).replace("</qgis>", '<Macros><pythonCode type="QString">1</pythonCode></Macros></qgis>')
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE qgis_projects SET content = ?", (packed(harmful),))
        connection.commit()
    renamed = path.rename(tmp_path / "omdöpt igen.gpkg")
    repair(renamed)
    assert content(renamed) == harmful


def read_rows(path: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()
