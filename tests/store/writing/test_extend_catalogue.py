"""Classes and pictures that are added to a strukturbild later are as good as the first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import Attribute, Choice, Level, ObjectClass, Text
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.extend_catalogue import extended_catalogue
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.transaction import reading, writing
from tests.store.helpers import (
    TARGET,
    karlstad,
    look_without_the_plugin,
    new_file,
    point,
    thing,
    validator_says,
)


@pytest.fixture
def path(qgis_app, tmp_path):
    return new_file(tmp_path)


def test_an_own_class_added_inside_a_strukturbild_is_an_equal_citizen(path, tmp_path):
    with writing(path, "Anna") as db:
        db.add_objects(karlstad())
    halls = ObjectClass(
        kod="serverhall",
        namn=Text("Serverhall", "Data centre"),
        plural=Text("Serverhallar", "Data centres"),
        struktur="A",
        lager={"punkt": "nod"},
        ordning=90,
        nivaer=(Level("stor", Text("Stor", "Large"), 1, 4.0), Level("liten", Text("Liten", "Small"), 2, 2.5)),
        undertyper=(Choice("sluten", Text("Sluten", "Closed")),),
        attribut=("effekt", "kylning"),
    )
    attributes = {
        "effekt": Attribute("effekt", Text("Effekt", "Power"), "decimal", "egenskaper", Text("", ""), enhet="MW"),
        "kylning": Attribute("kylning", Text("Kylning", "Cooling"), "val", "egenskaper", Text("", ""), lista="kylning"),
    }
    lists = {"kylning": (Choice("vatten", Text("Vatten", "Water")), Choice("luft", Text("Luft", "Air")))}
    with writing(path, "Anna") as db:
        db.add_classes([halls], lists, attributes)
        place = point((480000.0, 6620000.0))
        more = {"niva": "stor", "undertyp": "sluten", "attribut": {"effekt": 40.5, "kylning": "luft"}}
        db.add_objects([thing("nod", "serverhall", "Hallen", place, **more)])
    snapshot = read_snapshot(path)
    found = next(each for each in snapshot.objects if each.namn == "Hallen")
    assert found.attribut == {"effekt": 40.5, "kylning": "luft"} and snapshot.catalogue.object_class("serverhall").egen
    assert len(snapshot.objects) == len(karlstad()) + 1
    assert validator_says(path) == "" and check_file(path)
    seen = look_without_the_plugin(path, tmp_path / "bild.png")
    nodes = next(each for each in seen["layers"] if each["table"] == "nod" and TARGET in each["subset"])
    assert "serverhall" in nodes["widgets"]["klass"]["values"]
    assert nodes["aliases"]["effekt"] == "Effekt (MW)" and "luft" in nodes["widgets"]["kylning"]["values"]
    assert "effekt" in nodes["tabs"]["Egenskaper"] and "Hallen" in seen["labels"]
    with pytest.raises(StoreError, match="används redan"), writing(path) as db:
        db.add_classes([replace(halls, kod="nod")])


def test_a_picture_added_later_is_in_forms_and_project(path, tmp_path):
    later = "44444444-4444-4444-8444-444444444444"
    with writing(path) as db:
        db.set_pictures([replace(db.pictures()[0], bild_id=later, namn="Målbild 2060", ordning=3)])
    seen = look_without_the_plugin(path, tmp_path / "bild.png")
    assert seen["groups"][:3] == ["Målbild", "Nuläge", "Målbild 2060"]
    nodes = [layer for layer in seen["layers"] if layer["table"] == "nod" and not layer["private"]]
    assert len(nodes) == 3 and all(later in layer["widgets"]["bild_id"]["values"] for layer in nodes)
    assert [later in layer["defaults"]["bild_id"] for layer in nodes].count(True) == 1
    with reading(path) as db:
        styles = db.connection.execute("SELECT max(id) FROM layer_styles").fetchone()
    with writing(path) as db:
        db.set_pictures([replace(picture, status="remiss") for picture in db.pictures()])
        assert db.connection.execute("SELECT max(id) FROM layer_styles").fetchone() == styles


def test_own_classes_are_added_to_a_strukturbild_that_has_ours() -> None:
    shipped = load_catalogue()
    lists = {"oenighet": (Choice("ja", Text("Ja", "Yes")),)}
    klass = ObjectClass("hall", Text("Hall", "Hall"), Text("Hallar", "Halls"), "A", {"punkt": "nod"}, 9, egen=True)
    klass = replace(klass, nivaer=(Level("liten", Text("Liten", "Small"), 1, 3.0),), attribut=("tvist",))
    theirs = Attribute("tvist", Text("Tvist", "Dispute"), "val", "grund", Text("", ""), "oenighet")
    wider = extended_catalogue(shipped, [klass], lists, {"tvist": theirs}, ())
    assert [one.kod for one in wider.listor[wider.attribut["tvist"].lista]] == ["ja"]
    assert [one.kod for one in wider.listor[wider.attribut["oenighet"].lista]] == ["ingen", "delvis", "oense"]
    number = replace(theirs, kod="prioritet", typ="heltal", lista="")
    with pytest.raises(StoreError, match=r"prioritet.*annat slag"):
        extended_catalogue(shipped, [replace(klass, attribut=("prioritet",))], {}, {"prioritet": number}, ())
