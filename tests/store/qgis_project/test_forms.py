"""QGIS's own form, without the plugin: one field is changed, OK, and nothing else in the row is different."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsAttributeEditorContainer,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import ATTRIBUTE_TYPES, Attribute, Choice, Level, ObjectClass, Text
from strukturbild_plugin.export.delivery.delivery_gpkg import make_delivery
from strukturbild_plugin.export.delivery.provenance import edition_metadata
from strukturbild_plugin.export.edition.edition import next_edition
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.gpkg.connection import columns_in, prepared
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.embedded_project import project_address
from strukturbild_plugin.store.qgis_project.form_upgrade import renew_forms
from strukturbild_plugin.store.qgis_project.form_xml import FORMS_MARK
from strukturbild_plugin.store.qgis_project.forms import set_object_form, several
from strukturbild_plugin.store.qgis_project.layer_styles import empty_layer
from strukturbild_plugin.store.qgis_project.layers import open_layers
from strukturbild_plugin.store.qgis_project.project_blob import unpacked
from strukturbild_plugin.store.schema.tables import (
    BINARY_COLUMN,
    CATALOGUE_TABLES,
    DATE_COLUMN,
    DECIMAL_COLUMN,
    INTEGER_COLUMN,
    MOMENT_COLUMN,
    OWN_TABLES,
    YES_NO_COLUMN,
    ColumnSpec,
    TableSpec,
    object_table,
    object_tables,
)
from strukturbild_plugin.store.styling.change_symbol_set import make_forms_safe
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.repair import repair
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import ROOT, TARGET, TODAY, karlstad, new_file, of_its_own

WORDS = (None, "", "-", "a\nb", "åäö '\"{,}\\ <b>fet</b> &amp;", " luft ", "x\ty", "2024", "{okänd,hamn}", "regional")
CODES = (None, "", "{}", "{hamn}", "{hamn,nodstad}", "{nodstad,hamn}", "hamn,nodstad", '{"hamn","nodstad"}', "{ö,hamn}")
VALUES: dict[str, tuple[object, ...]] = {
    INTEGER_COLUMN: (None, 0, 1, -7, 26000, 2040, 3_000_000_000, 2**53 + 1, 2**63 - 1, -(2**63)),
    DECIMAL_COLUMN: (None, 0.0, -3.25, 0.1 + 0.2, 1 / 3, 1e-10, 1e20, 123456789.123456789, 2.5e-300),
    DATE_COLUMN: (None, "1969-12-31", "1899-01-01", "2024-02-29", "0999-01-01"),
    MOMENT_COLUMN: (None, "1969-12-31T23:59:59.999Z", "2024-02-29T12:00:00.123Z"),
    YES_NO_COLUMN: (None, 0, 1),
    BINARY_COLUMN: (b"\x00\xff", b"hej"),
}
SEVERAL = ("roll", "utbud", "service", "trafikslag", "hot", "sammanfallande_varden", "eget_flerval")
KEPT_BY_QGIS = {"andrad_av", "andrad", "version"}
NODE_ENDS = ("fran_id", "till_id")


def own_class() -> tuple[ObjectClass, dict[str, Any], dict[str, Attribute]]:
    """A region's own class with an attribute of every kind."""
    listed = ("val", "flerval")
    attributes = {
        f"eget_{kind}": Attribute(
            f"eget_{kind}", Text(kind, kind), kind, "egenskaper", Text("", ""), "egen" if kind in listed else ""
        )
        for kind in ATTRIBUTE_TYPES
    }
    lists = {"egen": (Choice("hamn", Text("Hamn", "Port")), Choice("nodstad", Text('Nodstad "A", {B}', "City")))}
    levels = (Level("regional", Text("Stor", "Large"), 1, 4.0), Level("liten", Text("Liten", "Small"), 2, 2.5))
    names, more = (Text("Serverhall", "Data centre"), Text("Serverhallar", "Data centres")), tuple(attributes)
    return ObjectClass("serverhall", *names, "A", {"punkt": "nod"}, 90, levels, (), more), lists, attributes


def value(column: ColumnSpec, number: int) -> object:
    """The `number`:th thing to stand in a column; such as the column takes, if it is choosy."""
    if column.unique or (column.name.endswith("_id") and column.required):
        return number + 1 if column.kind == INTEGER_COLUMN else str(uuid.uuid4())
    if column.least is not None:
        return column.least + number % 3 if column.required or number % 4 else None
    found = VALUES.get(column.kind, CODES if column.name in SEVERAL else WORDS)
    kept = [one for one in found if one is not None and one != ""] if column.required else found
    return kept[number % len(kept)]


def everything_in(path: Path) -> dict[str, dict[str, Any]]:
    """Fill every table with everything that may stand in a row; gives what to write in the form of each."""
    klass, lists, attributes = own_class()
    with writing(path) as db:
        db.add_classes([klass], lists, attributes)
        db.add_objects(karlstad())
    wanted = {}
    with contextlib.closing(prepared(sqlite3.connect(path))) as connection:
        for place, spec in enumerate((*object_tables(read_snapshot(path).catalogue), *OWN_TABLES, *CATALOGUE_TABLES)):
            rows = 10 if spec.name in ("nod", "samband") else 2
            if spec not in CATALOGUE_TABLES and spec.name != "strukturbild":
                fill(connection, spec, rows, place)
            wanted[spec.name] = {"rows": rows if spec not in CATALOGUE_TABLES else 1, "write": {written(spec): "Nytt"}}
        connection.commit()
    return wanted


def fill(connection: sqlite3.Connection, spec: TableSpec, rows: int, first: int) -> None:
    shape = connection.execute(f"SELECT geom FROM {spec.name}").fetchone() if spec.geometry else None
    for number in range(first, first + rows):
        row = {column.name: value(column, number) for column in spec.columns}
        row.update({name: str(uuid.uuid4()) for names in spec.unique for name in names})
        row.update({"bild_id": (TARGET, TODAY, "borta")[number % 3]} if spec.objects else {})
        row.update({"geom": shape[0]} if shape else {})
        row.update({name: None for name in NODE_ENDS if row.get(name) == ""})  # QGIS knows no node called ''
        names, places = ", ".join(row), ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {spec.name} ({names}) VALUES ({places})", tuple(row.values()))


def written(spec: TableSpec) -> str:
    """A column of text to write something else in."""
    texts = [one for one in spec.columns if one.kind == "text" and not one.unique]
    free = [one.name for one in texts if not one.required and not one.name.endswith(("_id", "_av"))]
    return "kalla" if spec.objects else [*(one.name for one in texts), *free][-1]


def cells(path: Path, table: str) -> dict[int, dict[str, tuple[str, object]]]:
    """Every cell of a table, with the type that SQLite keeps it as."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        names = columns_in(connection, table)
        listed = ", ".join(f'"{name}"' for name in names)
        found = connection.execute(f"SELECT {listed} FROM {table} ORDER BY fid").fetchall()
    return {row[0]: {name: (type(cell).__name__, cell) for name, cell in zip(names, row)} for row in found}


def in_plain_qgis(path: Path, wanted: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What tests/store/qgis_project/plain_forms.py says, in a process that cannot import the plugin."""
    command = [
        sys.executable,
        "-I",
        str(ROOT / "tests" / "store" / "qgis_project" / "plain_forms.py"),
        str(path),
        json.dumps(wanted),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False, **of_its_own())  # type: ignore[call-overload]
    found = [text for text in done.stdout.splitlines() if text.startswith("JSON")]
    assert found, done.stderr
    said: dict[str, Any] = json.loads(found[0][4:])
    assert said.pop("imported") == []
    unsaved = {table: one["errors"] for table, one in said.items() if not one["saved"]}
    assert not unsaved, unsaved
    return said


def unasked(path: Path, before: Path, wanted: dict[str, dict[str, Any]]) -> list[tuple[object, ...]]:
    """Every cell that is different although nobody wrote in it."""
    found: list[tuple[object, ...]] = []
    for table, what in wanted.items():
        old, new = cells(before, table), cells(path, table)
        assert old.keys() == new.keys()
        asked = KEPT_BY_QGIS | set(what["write"])
        assert any(old[fid][name] != new[fid][name] for fid in old for name in what["write"]), table
        found += [
            (table, fid, name, cell, new[fid][name])
            for fid, row in old.items()
            for name, cell in row.items()
            if name not in asked and cell != new[fid][name]
        ]
    return found


def test_a_lone_layer_of_a_renamed_file_gives_back_every_cell_of_every_table(tmp_path: Path, qgis_app: Any) -> None:
    path = new_file(tmp_path)
    wanted = everything_in(path)
    before = Path(shutil.copy(path, tmp_path / "före.gpkg"))
    renamed = path.rename(tmp_path / "omdöpt (1).gpkg")
    in_plain_qgis(renamed, wanted)
    assert unasked(renamed, before, wanted) == []


def test_a_lone_layer_of_a_moved_delivery_gives_back_all_and_shows_names(tmp_path: Path, qgis_app: Any) -> None:
    source = new_file(tmp_path)
    with writing(source) as db:
        db.add_objects(karlstad())
    snapshot = read_snapshot(source)
    number, _new = next_edition(snapshot)
    make_delivery(source, tmp_path / "leverans.gpkg", snapshot, number, edition_metadata(snapshot, number, "CC0", ""))
    moved = (tmp_path / "leverans.gpkg").rename(tmp_path / "från regionen.gpkg")
    before = Path(shutil.copy(moved, tmp_path / "före.gpkg"))
    wanted = {table: {"rows": 2, "write": {"kalla": "Ändrad"}} for table in ("nod", "samband", "gron_bla_yta")}
    said = in_plain_qgis(moved, wanted)
    assert unasked(moved, before, wanted) == []
    karlstad_form = said["nod"]["shown"][0]
    assert (karlstad_form["roll"], karlstad_form["niva"]) == ("Nodstad, Hamn", "Storregional (Nod, Bytespunkt)")


def test_what_is_chosen_in_a_lone_layer_is_stored_as_its_code_in_both_languages(tmp_path: Path, qgis_app: Any) -> None:
    path = new_file(tmp_path)
    with writing(path) as db:
        db.add_objects(karlstad())

    def chosen(**words: str) -> dict[str, object]:
        in_plain_qgis(path, {"nod": {"rows": 1, "write": words}})
        return {name: cell for name, (_kind, cell) in next(iter(cells(path, "nod").values())).items() if name in words}

    lists = {"niva": "Lokal (Nod, Bytespunkt)", "roll": "Regional kärna, Hamn", "status": "Reservat", "utbud": ""}
    others = {"hogskola": "Ja", "stod_i_op": "Nej", "befolkning": "26000", "kalla_datum": "1969-12-31"}
    codes = {"niva": "lokal", "roll": "{regional_karna,hamn}", "status": "reservat", "utbud": None}
    plain = {"hogskola": 1, "stod_i_op": 0, "befolkning": 26000, "kalla_datum": "1969-12-31"}
    assert chosen(**lists, **others) == {**codes, **plain}
    with writing(path) as db:
        db.set_head(replace(db.head(), sprak="en"))
    english = {"niva": "", "roll": "Port", "hogskola": "No", "stod_i_op": "", "befolkning": ""}
    stored = {"niva": None, "roll": "{hamn}", "hogskola": 0, "stod_i_op": None, "befolkning": None}
    assert chosen(**english) == stored


def test_lists_offer_every_answer_alone_and_only_short_ones_together(qgis_app: Any) -> None:
    catalogue = load_catalogue()
    for name in ("roll", "utbud", "trafikslag", "service"):
        codes = [choice.kod for choice in catalogue.listor[name]]
        entries = [next(iter(one.items())) for one in several(catalogue.listor[name], "sv").config()["map"]]
        assert {f"{{{kod}}}" for kod in codes} <= {code for _words, code in entries} and len(entries) <= 81
        assert max(len(words) for words, code in entries if "," in code) <= 30, "formuläret blir inte bredare än så"
    nodes = object_widget("nod", "niva", catalogue)
    assert [next(iter(one)) for one in nodes][1:3] == ["Storregional (Nod, Bytespunkt)", "Regional"]


def object_widget(table: str, column: str, catalogue: Any) -> list[dict[str, str]]:
    layer = empty_layer(object_table(catalogue, table))
    set_object_form(layer, table, catalogue, ())
    entries: list[dict[str, str]] = layer.editorWidgetSetup(layer.fields().indexOf(column)).config()["map"]
    return entries


# ------------------------------------------------------------------------------------------ files from before


def with_old_forms(path: Path) -> None:
    """Give the file the forms of version 2, in its project and in a user's own styles, as QGIS itself writes them."""
    project = QgsProject()
    assert project.read(project_address(path))
    for layer in project.mapLayers().values():
        make_old(layer)
    assert project.write()
    project.clear()
    for table in OWN_STYLES:
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
        make_old(layer)
        if layer.isSpatial():
            layer.setRenderer(QgsSingleSymbolRenderer.defaultRenderer(layer.geometryType()))
        layer.saveStyleToDatabase("min egen", "", True, "")
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE layer_styles SET styleQML = replace(styleQML, ?, '')", (FORMS_MARK,))
        connection.commit()


def make_old(layer: QgsVectorLayer) -> None:
    for index, field in enumerate(layer.fields()):
        old = OLD_WIDGETS.get(field.typeName()) or OLD_LISTS.get(field.name())
        if old:
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup(*old))


OWN_STYLES = ("nod", "mal")
OLD_WIDGETS = {"Integer64": ("Range", {"AllowNull": True, "Step": 1}), "Boolean": ("CheckBox", {})}
OLD_LISTS = {
    name: ("ValueRelation", {"AllowMulti": name == "roll", "AllowNull": True, "Key": "kod", "Value": "namn_sv"})
    for name in ("roll", "niva")
}


def stored_forms(path: Path) -> tuple[dict[int, str], str]:
    """The styles by number, and the project."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        styles = dict(connection.execute("SELECT id, styleQML FROM layer_styles"))
        return styles, unpacked(connection.execute("SELECT content FROM qgis_projects").fetchone()[0]) or ""


def without_widgets(text: str) -> str:
    return re.sub("<editWidget.*?</editWidget>|<editWidget[^>]*/>|<!--.*?-->", "", text, flags=re.DOTALL)


def spoiling(text: str) -> list[str]:
    """Widgets that can spoil a row. The two ends of a samband are looked up, and come back unharmed."""
    return [kind for kind in re.findall('<editWidget type="(\\w*)"', text) if kind in ("CheckBox", "Range")]


@pytest.fixture(scope="module")
def _old_file_made_once(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = new_file(tmp_path_factory.mktemp("äldre"))
    with writing(path) as db:
        db.add_objects(karlstad())
    with_old_forms(path)
    return path


@pytest.fixture
def old_file(_old_file_made_once: Path, tmp_path: Path) -> Path:
    """A file with forms of version 2, the test's own."""
    return Path(shutil.copy(_old_file_made_once, tmp_path))


def test_an_older_file_gets_its_forms_renewed_once_and_nothing_else(old_file: Path, tmp_path: Path) -> None:
    content, (styles, project) = fingerprint(read_snapshot(old_file)), stored_forms(old_file)
    assert len([style for style in styles.values() if spoiling(style)]) == len(OWN_STYLES) and spoiling(project)
    repair(old_file)
    renewed, new_project = stored_forms(old_file)
    assert not spoiling("".join(renewed.values())) and not spoiling(new_project)
    assert {number: without_widgets(style) for number, style in renewed.items()} == {
        number: without_widgets(style) for number, style in styles.items()
    }
    assert without_widgets(new_project) == without_widgets(project)
    assert fingerprint(read_snapshot(old_file)) == content
    whole = old_file.read_bytes()
    check_file(old_file)
    repair(old_file)
    assert old_file.read_bytes() == whole, "en gång räcker"
    before = Path(shutil.copy(old_file, tmp_path / "före.gpkg"))
    wanted = {"nod": {"rows": 2, "write": {"kalla": "Ändrad"}}}
    in_plain_qgis(old_file, wanted)
    assert unasked(old_file, before, wanted) == []


def test_an_older_file_that_somebody_writes_in_is_left_alone_and_safe_in_the_window(old_file: Path) -> None:
    before = stored_forms(old_file)
    with contextlib.closing(sqlite3.connect(old_file, isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        head = check_file(old_file)
        repair(old_file)
        somebody.execute("ROLLBACK")
    assert stored_forms(old_file) == before
    snapshot = read_snapshot(old_file)
    layers = [QgsVectorLayer(f"{old_file}|layername={table}", table, "ogr") for table in OWN_STYLES]
    symbols = layers[0].renderer().dump()
    assert make_forms_safe(layers, snapshot.catalogue, snapshot.pictures, head.sprak) == 2
    kinds = {layer.editorWidgetSetup(index).type() for layer in layers for index in layer.attributeList()}
    assert kinds <= {"Hidden", "TextEdit", "ValueMap", "DateTime"} and layers[0].renderer().dump() == symbols
    assert make_forms_safe(layers, snapshot.catalogue, snapshot.pictures, head.sprak) == 0


def test_an_older_file_shows_the_row_number_to_qgis_merge_also_in_styles_of_its_own(old_file: Path) -> None:
    """A hidden one makes QGIS keep none of what it merges (qgis/QGIS #51977)."""
    tables = ("nod", "kommentar", "avgransning")
    for table in tables:
        layer = QgsVectorLayer(f"{old_file}|layername={table}", table, "ogr")
        layer.setEditorWidgetSetup(layer.fields().indexOf("fid"), QgsEditorWidgetSetup("Hidden", {}))
        config = layer.editFormConfig()
        config.setLayout(QgsEditFormConfig.EditorLayout.GeneratedLayout)
        layer.setEditFormConfig(config)
        layer.saveStyleToDatabase("min egen 2", "", True, "")
    with contextlib.closing(sqlite3.connect(old_file)) as connection:
        connection.execute("UPDATE layer_styles SET styleQML = replace(styleQML, 'formulär 4', 'formulär 3')")
        connection.commit()

    def numbers() -> dict[str, tuple[str, set[str]]]:
        """The widget of the row number in plain QGIS, and what a form without tabs has."""
        opened = {table: QgsVectorLayer(f"{old_file}|layername={table}", table, "ogr") for table in tables}
        return {table: (kind_of_number(layer), shown_in_tabs(layer)) for table, layer in opened.items()}

    assert {kind for kind, _shown in numbers().values()} == {"Hidden"}
    snapshot = read_snapshot(old_file)
    layers = [QgsVectorLayer(f"{old_file}|layername={table}", table, "ogr") for table in tables]
    make_forms_safe(layers, snapshot.catalogue, snapshot.pictures)
    for layer in layers:
        assert kind_of_number(layer) == "TextEdit" and "fid" not in shown_in_tabs(layer) != set()
    for group, layer in open_layers(old_file):
        if group and layer.isSpatial():
            assert kind_of_number(layer) == "TextEdit" and "fid" not in shown_in_tabs(layer) != set(), layer.name()
    renew_forms(old_file)
    assert {kind for kind, _shown in numbers().values()} == {"TextEdit"}


def kind_of_number(layer: QgsVectorLayer) -> str:
    return str(layer.editorWidgetSetup(layer.fields().indexOf("fid")).type())


def shown_in_tabs(layer: QgsVectorLayer) -> set[str]:
    tabs = [one for one in layer.editFormConfig().tabs() if isinstance(one, QgsAttributeEditorContainer)]
    return {one.name() for tab in tabs for one in tab.children()}
