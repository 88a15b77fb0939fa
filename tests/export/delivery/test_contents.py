"""What a delivery holds: words for every code, short styles that draw the same, right rings, right metadata."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.core import Qgis, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import CHOICE, CHOICES
from strukturbild_plugin.catalogue.plan_standard_files import load_plan_standards
from strukturbild_plugin.export.delivery.compact_style import compact_style
from strukturbild_plugin.export.delivery.delivery_styles import SLD_DRAWS
from strukturbild_plugin.export.delivery.inspect_delivery import inspect_delivery
from strukturbild_plugin.export.delivery.iso19139 import STANDARD
from strukturbild_plugin.export.delivery.plan_words import PLAN_COLUMNS, plan_words
from strukturbild_plugin.export.delivery.ring_direction import with_right_rings
from strukturbild_plugin.export.delivery.table_words import NODE_REFERENCES, table_words
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.gpkg import wkb
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.layer_styles import empty_layer, style_rows
from strukturbild_plugin.store.schema.tables import all_tables
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.delivery.helpers import deliver, rows
from tests.export.helpers import the
from tests.store.helpers import karlstad, point, validator_says


def test_every_code_has_words_beside_it(source: Path):
    catalogue = read_snapshot(source).catalogue
    for layer in catalogue.lager:
        words = table_words(read_snapshot(source))[layer.kod]
        listed = {one.kod for one in catalogue.columns(layer.kod) if one.typ in (CHOICE, CHOICES)}
        references = {one.kod for one in catalogue.columns(layer.kod) if one.kod in NODE_REFERENCES}
        assert listed | references | {"klass", "niva", "status", "bild_id"} <= words.codes(), layer.kod


def test_words_say_what_the_codes_mean(source: Path):
    made = deliver(source)
    station = rows(
        made,
        "SELECT klass_namn, undertyp_namn, osakerhet_namn, trafikslag_namn, service_namn FROM nod WHERE namn = 'Kil'",
    )
    assert station == [("Bytespunkt", "Station", "Principiellt läge", "Tåg, Buss", "Skola")]
    assert rows(made, "SELECT roll_namn, roll FROM nod WHERE namn = 'Karlstad'") == [
        ("Nodstad, Hamn", "{nodstad,hamn}")
    ]
    assert rows(made, "SELECT fran_namn, till_namn, sambandstyp_namn, styrka_namn FROM samband") == [
        ("Karlstad", "Örebro", "Gods", "Starkt")
    ]
    assert rows(made, "SELECT noder_namn FROM strak") == [("Karlstad – Örebro – borta",)]
    ((name, goal, contribution),) = rows(made, "SELECT objekt_namn, mal_namn, bidrag_namn FROM objekt_mal")
    assert (name, contribution) == ("Karlstad", "stödjer starkt") and goal
    assert rows(made, "SELECT bildtyp_namn, skala_namn, status_namn FROM bild WHERE namn = 'Målbild'") == [
        ("Målbild", "Regional", "Utkast")
    ]
    assert all(word for (word,) in rows(made, "SELECT samling_namn FROM mal"))


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ("0980", "Gotland"), ("980", "Gotland"), ("2580, 2584", "Luleå, Kiruna"), ("2580;2584", "Luleå, Kiruna"),
        ("1080 0880", "Karlskrona, Kalmar"), ("9999, hela länet", "9999, hela länet"), ("", ""),
    ],
)  # fmt: skip
def test_codes_of_municipalities_have_names_beside_them(source: Path, codes: str, words: str):
    snapshot = read_snapshot(source)
    first = next(one for one in snapshot.objects if one.lager == "nod")
    changed = replace(first, attribut={**first.attribut, "kommunkoder": codes})
    table = table_words(replace(snapshot, objects=(changed,)))["nod"]
    told = dict(zip(table.names(), table.rows[(first.objekt_id,)]))
    assert told["kommunkoder_namn"] == words and "kommunkoder" in table.codes()


def test_an_english_strukturbild_has_english_words(source: Path):
    with writing(source) as db:
        db.connection.execute("UPDATE strukturbild SET sprak = 'en'")
    made = deliver(source)
    assert rows(made, "SELECT status_namn, trafikslag_namn FROM nod WHERE namn = 'Kil'") == [("Existing", "Train, Bus")]
    told = dict(rows(made, "SELECT uppgift, varde FROM om_leveransen"))
    assert told["Edition"] == "1" and "finds its layers by the file's name" in told["If the file is renamed"]
    found = inspect_delivery(made)
    assert found is not None and found.fault == ""


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ("UPDATE nod SET roll_namn = 'Kungsstad' WHERE namn = 'Karlstad'", "nod.roll_namn"),
        ("UPDATE objekt_mal SET mal_namn = 'Ett annat mål'", "objekt_mal.mal_namn"),
        ("UPDATE bild SET skala_namn = 'Världen'", "bild.skala_namn"),
    ],
)
def test_changed_words_are_found_out(source: Path, change: str, place: str):
    made = deliver(source)
    with writing(made) as db:
        db.connection.execute(change)
    found = inspect_delivery(made)
    assert found is not None and place in found.fault


def test_styles_are_read_the_same_in_less_than_half_the_letters(source: Path):
    snapshot = read_snapshot(source)
    catalogue = load_catalogue()
    specs = {spec.name: spec for spec in all_tables(catalogue)}
    before = after = 0
    for row in style_rows(catalogue, "tryck", snapshot.pictures, "sv"):
        table, style = str(row[2]), str(row[5])
        short = compact_style(style)
        before, after = before + len(style), after + len(short)
        # What QGIS has read is what it writes again, whole.
        assert _written(_layer(specs[table], style)) == _written(_layer(specs[table], short)), table
    # newer QGIS writes more that it does not fill in by itself
    assert after < (0.5 if Qgis.QGIS_VERSION_INT < 33000 else 0.58) * before


def _layer(spec, style: str) -> QgsVectorLayer:
    layer, document = empty_layer(spec), QDomDocument()
    document.setContent(style)
    assert layer.importNamedStyle(document)[0]
    return layer


def _written(layer: QgsVectorLayer) -> object:
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return _plain(ElementTree.fromstring(document.toString(-1)))


_BY_CHANCE = re.compile(r"\{[0-9a-fA-F-]{36}\}")
"""Also in a symbol that is written as text in a property: a callout's line, which is made anew when it isn't drawn."""


def _plain(element: ElementTree.Element) -> tuple:
    """An element without the keys that QGIS makes up anew each time."""
    said = sorted((name, _BY_CHANCE.sub("", value)) for name, value in element.attrib.items() if value[:1] != "{")
    parts = [_plain(part) for part in element if part.tag != "elevation"]  # by lot, and of no height
    return element.tag, said, (element.text or "").strip(), parts


def test_styles_and_project_are_at_most_half_of_what_they_were(edition: Path, made_once: tuple):
    whole, short = made_once[0], the(edition, "*.gpkg")
    size = "SELECT (SELECT sum(length(styleQML) + length(coalesce(styleSLD, ''))) FROM layer_styles) + "
    size += "(SELECT sum(length(content)) FROM qgis_projects)"
    assert rows(short, size)[0][0] < 0.5 * rows(whole, size)[0][0]
    with_sld = rows(short, "SELECT f_table_name FROM layer_styles WHERE styleSLD IS NOT NULL")
    assert with_sld == [(name,) for name in SLD_DRAWS]


def test_sld_goes_along_only_where_it_says_the_same_symbol(edition: Path, tmp_path: Path):
    delivery = the(edition, "*.gpkg")
    for name, sld in rows(delivery, "SELECT f_table_name, styleSLD FROM layer_styles WHERE styleSLD IS NOT NULL"):
        layer = QgsVectorLayer(f"{delivery}|layername={name}", name, "ogr")
        ours = layer.renderer().symbol().symbolLayer(0).properties()
        file = tmp_path / f"{name}.sld"
        file.write_text(sld, encoding="utf-8")
        assert layer.loadSldStyle(str(file))[1]
        theirs = layer.renderer().symbol().symbolLayer(0).properties()
        # A polygon without a fill comes back as its outline.
        said = (theirs["line_color"], theirs["line_style"])
        assert said == (ours["outline_color"], ours["outline_style"]), name


ring_points = st.lists(st.integers(0, 2600), min_size=3, max_size=9, unique=True).map(
    lambda places: [tuple(map(float, divmod(place, 51))) for place in places]
)


def polygon(*rings: list[tuple[float, float]]) -> bytes:
    body = b"".join(
        struct.pack("<I", len(ring)) + b"".join(struct.pack("<2d", x + 500000, y + 6500000) for x, y in ring)
        for ring in rings
    )
    return struct.pack("<BII", 1, 3, len(rings)) + body


@settings(max_examples=60, deadline=None)
@given(ring_points, st.booleans())
def test_rings_are_closed_and_turned_as_ogc_has_them(points: list[tuple[float, float]], closed: bool):
    ring = [*points, points[0]] if closed else points
    shape = wkb.from_blob(with_right_rings(wkb.to_blob(polygon(ring, ring[::-1]))))
    geometry = QgsGeometry()
    geometry.fromWkb(shape)
    outer, inner = geometry.asMultiPolygon()[0]
    for found, wanted in ((outer, 1), (inner, -1)):
        assert found[0] == found[-1] and {(p.x(), p.y()) for p in found} == {
            (x + 500000, y + 6500000) for x, y in points
        }
        x0, y0 = found[0].x(), found[0].y()
        doubled = sum((a.x() - x0) * (b.y() - y0) - (b.x() - x0) * (a.y() - y0) for a, b in zip(found, found[1:]))
        assert doubled * wanted >= 0


def test_damaged_and_other_geometries_pass_as_they_are():
    for blob in (None, b"GP", b"", wkb.to_blob(point((1.0, 2.0))), b"GP\x00\x01" + bytes(4) + b"\x01\x06"):
        assert with_right_rings(blob) == blob


def test_heights_and_single_shapes_of_other_programs_are_as_the_table_says(source: Path):
    with_height = struct.pack("<2sBBi", b"GP", 0, 0x01, 3006) + struct.pack("<BI3d", 1, 1001, 400000.0, 6590000.0, 7.0)
    with writing(source) as db:
        db.connection.execute("UPDATE nod SET geom = ? WHERE namn = 'Kil'", (with_height,))
    before = fingerprint(read_snapshot(source))
    made = deliver(source)
    assert validator_says(made) == "" and fingerprint(read_snapshot(made)) == before


def test_every_area_of_the_example_has_right_rings(edition: Path):
    delivery = the(edition, "*.gpkg")
    for table in ("avgransning", "gron_bla_yta", "gransbygd", "omrade"):
        for (blob,) in rows(delivery, f"SELECT geom FROM {table}"):
            assert with_right_rings(blob) == blob, table


ORDER = {
    "MD_Metadata": (
        "fileIdentifier language characterSet hierarchyLevel contact dateStamp metadataStandardName "
        "metadataStandardVersion referenceSystemInfo identificationInfo dataQualityInfo"
    ),
    "MD_DataIdentification": (
        "citation abstract status pointOfContact resourceMaintenance resourceConstraints spatialRepresentationType "
        "language topicCategory extent supplementalInformation"
    ),
    "MD_LegalConstraints": "accessConstraints useConstraints otherConstraints",
    "DQ_DataQuality": "scope report lineage",
    "CI_ResponsibleParty": "organisationName role",
}
"""The order of gmd.xsd (2006-05-04), of the parts that we write. The whole was held against that schema once."""


def test_metadata_are_built_as_the_schema_wants(edition: Path):
    tree = ElementTree.fromstring(rows(the(edition, "*.gpkg"), "SELECT metadata FROM gpkg_metadata")[0][0])
    for element in tree.iter():
        name = element.tag.removeprefix(f"{{{STANDARD}}}")
        if name in ORDER:
            wanted, found = ORDER[name].split(), [part.tag.removeprefix(f"{{{STANDARD}}}") for part in element]
            assert found == sorted(found, key=wanted.index), name
        # Each property holds one value: two limits are two properties.
        assert len(element) <= 1 or element.tag.rpartition("}")[2][0].isupper(), element.tag
    assert tree.find(".//{*}DQ_Scope") is not None
    statement = tree.find(".//{*}statement/{*}CharacterString").text
    assert "Region Värmland; Regional utvecklingsstrategi" in statement and statement.endswith(".")


def test_objects_get_the_categories_of_the_standard_that_is_chosen(source: Path):
    with writing(source) as db:
        district = next(one for one in db.objects() if one.klass == "gransbygd")
        db.update_objects([replace(district, namn="Bygden")])
    standards = load_plan_standards()
    said = "SELECT op_kategori, op_standard, op_version, op_struktur, op_objekt, op_niva, op_kalla FROM "
    made = deliver(source, standards.named("op_modell_1_0"))
    assert rows(made, f"{said} nod WHERE namn = 'Karlstad'") == [
        (
            "Utvecklingsstrategi: bebyggelse, nod",
            "ÖP-modell",
            "1.0",
            "bebyggelse",
            "nod",
            "storregional",
            "vårt förslag",
        )
    ]
    assert rows(made, f"{said} gransbygd") == [(None, "ÖP-modell", "1.0", None, None, None, None)]
    told = dict(rows(made, "SELECT uppgift, varde FROM om_leveransen"))["Kategorier i op_kategori"]
    assert "är vårt förslag" in told and told.endswith("Objekt utan motsvarighet: 1.")
    made = deliver(source, standards.named("foreskrift_op_utkast_2023"))
    assert rows(made, f"{said} gransbygd")[0][0] == "Annan utvecklingsinriktning"
    found = inspect_delivery(made)
    assert found is not None and found.fault == ""
    with writing(made) as db:
        db.connection.execute("UPDATE gransbygd SET op_kategori = 'Bebyggelse'")
    changed = inspect_delivery(made)
    assert changed is not None and "gransbygd.op_kategori" in changed.fault
    # A delivery of a delivery is made anew: another standard, or none.
    again = deliver(made)
    assert "op_kategori" not in {row[1] for row in rows(again, "PRAGMA table_info(nod)")}


def test_an_objects_own_category_goes_before_the_standards():
    catalogue, standard = load_catalogue(), load_plan_standards().named("op_modell_2_x")
    assert standard is not None
    town = karlstad()[0]
    usual = dict(zip(PLAN_COLUMNS, plan_words(standard, catalogue, town)))
    assert (usual["op_kategori"], usual["op_kalla"]) == ("Utvecklingsinriktning för bebyggelse", "standardens ord")
    own = replace(town, attribut={"op_egen_kategori": "Tätort"})
    said = dict(zip(PLAN_COLUMNS, plan_words(standard, catalogue, own)))
    assert (said["op_kategori"], said["op_kalla"], said["op_struktur"]) == ("Tätort", "egen kategori", "bebyggelse")
