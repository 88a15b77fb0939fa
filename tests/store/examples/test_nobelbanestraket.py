"""The worked example is whole, lies where it should, is tied to both strategies, and never looks like a decision."""

from __future__ import annotations

from collections import Counter

import pytest
from qgis.core import QgsGeometry

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.goals.coverage import coverage
from strukturbild_plugin.store.create.places import find_place
from strukturbild_plugin.store.examples.example import create_example, examples
from strukturbild_plugin.store.gpkg.row_mapping import text_to_codes
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

CODE = "nobelbanestraket"


@pytest.fixture
def snapshot(example_file):
    return read_snapshot(example_file)


def shape(wkb) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def named(snapshot, name, layer=None):
    return next(each for each in snapshot.objects if each.namn == name and layer in (None, each.lager))


def end_points(thing):
    line = shape(thing.wkb).asMultiPolyline()[0]
    return QgsGeometry.fromPointXY(line[0]), QgsGeometry.fromPointXY(line[-1])


def test_it_is_listed_with_a_title_that_says_example():
    assert dict(examples())[CODE] == "Nobelbanestråket – ett exempel"


def test_it_is_one_target_picture_for_2040_of_both_counties(snapshot):
    assert snapshot.head.lan == ("17", "18") and snapshot.head.exempel
    (picture,) = snapshot.pictures
    assert (picture.bildtyp, picture.horisont, picture.status) == ("malbild", 2040, "utkast")


def test_it_has_everything_a_strukturbild_has(snapshot):
    layers = Counter(each.lager for each in snapshot.objects)
    classes = Counter(each.klass for each in snapshot.objects)
    assert classes["nod"] == 20 and classes["bytespunkt"] == 3 and classes["landsbygdsnod"] == 3
    assert 4 <= layers["strak"] <= 6 and layers["samband"] >= 3
    assert layers["gron_bla_yta"] >= 4 and layers["gron_bla_lank"] >= 1
    assert layers["gransbygd"] == 1 and classes["landsbygd"] == 1
    assert len({each.status for each in snapshot.objects if each.lager == "strak"}) >= 3
    levels = Counter(each.niva for each in snapshot.objects if each.klass == "nod")
    assert levels["storregional"] == 2 and set(levels) == {"storregional", "regional", "delregional", "lokal"}


def test_the_main_corridor_runs_from_oslo_to_stockholm_and_on_beyond_the_counties(snapshot):
    main = named(snapshot, "Nobelbanestråket")
    assert (main.attribut["mot_start"], main.attribut["mot_slut"]) == ("Oslo", "Stockholm")
    chain = [
        next(each for each in snapshot.objects if each.objekt_id == code)
        for code in text_to_codes(main.attribut["noder"])
    ]
    assert [node.namn for node in chain] == [
        "Charlottenberg", "Arvika", "Kil", "Karlstad", "Kristinehamn", "Karlskoga", "Örebro",
    ]  # fmt: skip
    line = shape(main.wkb)
    assert all(line.distance(shape(node.wkb)) < 1 for node in chain)
    area = QgsGeometry.unaryUnion([shape(each.wkb) for each in snapshot.areas])
    assert all(area.distance(end) > 30_000 for end in end_points(main))


def test_every_object_says_that_it_is_an_example_and_has_its_texts(snapshot):
    assert "exempel" in snapshot.head.titel and "ingen beslutad plan" in snapshot.head.beskrivning
    assert "exempel" in snapshot.head.organisation.lower()
    for each in snapshot.objects:
        assert each.attribut["kalla"].startswith("Exempel") and "Inte en beslutad plan" in each.attribut["kalla"]
        assert each.attribut["stallningstagande"].startswith("Exempel: "), each.namn
        assert each.attribut["beskrivning"].endswith("."), each.namn
        assert each.osakerhet == "principiell"


def test_nothing_in_it_promises_anything(snapshot):
    promises = (" ska ", " kommer att ", "beslutat", "garanter")
    texts = [text for each in snapshot.objects for text in each.attribut.values() if isinstance(text, str)]
    texts += [link.motivering for link in snapshot.links]
    assert [text for text in texts if any(word in f" {text.lower()} " for word in promises)] == []


def test_both_strategies_and_the_national_one_are_carried_by_objects_with_reasons(snapshot):
    assert [each.kod for each in snapshot.goal_sets] == ["rus_varmland", "rus_orebro", "nationell_strategi"]
    told = coverage(snapshot.goals, snapshot.links, [each.objekt_id for each in snapshot.objects])
    assert all(each.object_ids for each in told)
    assert {each.objekt_id for each in snapshot.objects} == {link.objekt_id for link in snapshot.links}
    assert all(len(link.motivering) > 20 for link in snapshot.links)
    contributions = {link.bidrag for link in snapshot.links}
    assert contributions == {-2, -1, 1, 2}


def test_every_object_lies_in_or_near_its_counties(snapshot):
    area = QgsGeometry.unaryUnion([shape(each.wkb) for each in snapshot.areas])
    for each in snapshot.objects:
        geometry = shape(each.wkb)
        assert geometry.isGeosValid(), each.namn
        assert geometry.intersects(area), each.namn
        if each.lager not in ("strak", "gransbygd"):
            assert area.buffer(15_000, 8).contains(geometry), each.namn


def test_places_lie_where_the_towns_are(snapshot):
    for each in snapshot.objects:
        place = find_place(each.namn, near=tuple(shape(each.wkb).centroid().asPoint())) if each.lager == "nod" else None
        if place is not None:
            assert shape(each.wkb).centroid().asPoint().distance(place.x, place.y) < 1000, each.namn
    both = shape(named(snapshot, "Kumla–Hallsberg").wkb).asMultiPoint()
    assert len(both) == 2 and 4000 < both[0].distance(both[1]) < 10_000


def test_its_own_checks_find_nothing_wrong(snapshot):
    assert [each.mening for each in check(snapshot) if each.allvar != "tips"] == []


def test_links_go_from_node_to_node(snapshot):
    by_id = {each.objekt_id: each for each in snapshot.objects}
    for each in snapshot.objects:
        if each.lager == "samband":
            ends = zip(end_points(each), ("fran_id", "till_id"))
            assert all(end.distance(shape(by_id[each.attribut[key]].wkb)) < 1 for end, key in ends), each.namn


def test_without_base_places_it_still_draws_from_its_own_coordinates(monkeypatch, base_data, tmp_path):
    from strukturbild_plugin.store.examples import example_geometry as example_shapes

    monkeypatch.setattr(example_shapes, "find_place", lambda name, near=None: None)
    made = read_snapshot(create_example(CODE, tmp_path / "utan.gpkg"))
    place = find_place("Karlstad")
    assert shape(named(made, "Karlstad").wkb).centroid().asPoint().distance(place.x, place.y) < 3000


def test_a_file_that_is_there_is_left_alone_and_an_unknown_example_is_told(base_data, tmp_path):
    there = tmp_path / "min.gpkg"
    there.write_bytes(b"min fil")
    with pytest.raises(StoreError):
        create_example(CODE, there)
    with pytest.raises(StoreError, match=CODE):
        create_example("atlantis", tmp_path / "ny.gpkg")
    assert there.read_bytes() == b"min fil"
    assert [each.name for each in tmp_path.iterdir()] == ["min.gpkg"]


def test_every_fault_of_an_example_file_is_told_and_nothing_is_left(base_data, tmp_path):
    folder = tmp_path / "exempel"
    folder.mkdir()
    (folder / "fel.yaml").write_text(
        "kod: fel\ntitel: Fel\nbeskrivning: x\norganisation: x\nlan: ['17']\nmall: malbild\nsymboluppsattning: tryck\n"
        "malsamlingar: [rus_varmland]\nbild: {bildtyp: malbild, skala: regional}\nobjekt:\n"
        "  - {namn: A, klass: drake, platser: [{reserv: [13.5, 59.4]}]}\n"
        "  - {namn: B, klass: nod, farg: rod, platser: [{reserv: [13.5, 59.4]}], mal: [[rus_varmland, '99', 1, x]]}\n",
        encoding="utf-8",
    )
    with pytest.raises(StoreError) as caught:
        create_example("fel", tmp_path / "fel.gpkg", folder=folder)
    for expected in (
        "fel.yaml, objekt 1 (rad 11): 'klass' är 'drake'. Tillåtna värden: ",
        "fel.yaml, objekt 2 (rad 12): 'farg' betyder ingenting här. Tillåtna värden: ",
        "fel.yaml, objekt 2, mål 1 (rad 12): 'mal' är '99'. Tillåtna värden: 1, 2, 3, 4.",
    ):
        assert expected in str(caught.value), (expected, str(caught.value))
    (folder / "fel.yaml").write_text(
        "kod: fel\nobjekt:\n- {namn: A, platser: 3}\n- namn: B\n  klass: samband\n  fran: A\n  till: C\n",
        encoding="utf-8",
    )
    with pytest.raises(StoreError) as caught:
        create_example("fel", tmp_path / "fel.gpkg", folder=folder)
    for expected in (
        "fel.yaml (rad 1): 'titel' saknas.",
        "fel.yaml (rad 1): 'lan' saknas. Skriv till exempel lan: [\"17\"]",
        "fel.yaml, objekt 1 (rad 3): 'klass' saknas.",
        "fel.yaml, objekt 1 (rad 3): 'platser' är '3' men ska vara en lista, där varje del börjar med ett bindestreck.",
        "fel.yaml, objekt 2 (rad 7): 'till' nämner 'C'. Tillåtna värden: A.",
    ):
        assert expected in str(caught.value), (expected, str(caught.value))
    assert not (tmp_path / "fel.gpkg").exists()
