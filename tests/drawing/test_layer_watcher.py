"""Whatever is done to the layers and by whom, all who follow them hold what reading the layers anew gives."""

from __future__ import annotations

import contextlib
import gc
import random
import shutil
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsDataProvider, QgsFeature, QgsGeometry, QgsPointXY

from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link, move_node
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import GOAL_LINKS
from strukturbild_plugin.drawing.session.layer_mirror import LayerMirror
from strukturbild_plugin.drawing.session.layer_watcher import LayerSubscription, LayerWatcher
from strukturbild_plugin.drawing.session.object_index import ObjectIndex
from strukturbild_plugin.drawing.session.unsaved_changes import UnsavedChanges
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.drawing.helpers import NODE, SAMBAND, STRAK, desk_on
from tests.store.helpers import FILE_NAME, karlstad, new_file

STEPS = 45


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = new_file(tmp_path_factory.mktemp("gjord"))
    with writing(path, "prov") as db:
        db.add_objects(karlstad())
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / FILE_NAME))


class Followers:
    """All that follow the layers of an edit session: these, or new ones that have read everything just now."""

    def __init__(self, edit_session) -> None:
        self.index = ObjectIndex(edit_session.layers)
        self.mirror, self.unsaved = (
            LayerMirror(edit_session.layers, edit_session.catalogue),
            UnsavedChanges(edit_session.layers),
        )

    def held(self) -> dict[str, object]:
        """Everything they know, in plain values."""
        for one in (self.mirror, self.unsaved):
            while not one.read_some():
                pass
        known = {one.objekt_id: one for one in self.index.all()}
        nodes = [(each, spot) for each, one in known.items() for spot in one.places]
        return {
            "objekt": dict(self.mirror.objects),
            "kopplingar": dict(self.mirror.links),
            "huvud": dict(self.mirror.head),
            "osparat": dict(self.unsaved.rows),
            "ändrat": self.unsaved.modified(),
            "register": known,
            "knutna": {each: self.index.tied_to(each) for each in known},
            "platser": {each: self.index.nodes_near(*spot, 60_000) for each, spot in nodes},
        }

    def close(self) -> None:
        for one in (self.index, self.mirror, self.unsaved):
            one.close()


class Hands:
    """Several people and programs at the same layers. Every step may be taken at any time."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path, self.dice, self.edit_session = path, random.Random(seed), desk_on(path)
        self.edit_session.start()
        self.goals = [goal.mal_id for goal in read_snapshot(path).goals]
        self.followers = Followers(self.edit_session)

    def steps(self) -> list[Callable[[], object]]:
        often = [self.add, self.strak, self.samband, self.move, self.rename, self.delete, self.link, self.by_hand]
        often += [self.edit_session.undo, self.edit_session.undo, self.edit_session.redo]
        return [*often, *often, self.jump, self.save, self.discard, self.others, self.subset, self.source, self.columns]

    def check(self) -> None:
        now = Followers(self.edit_session)
        there, wanted = self.followers.held(), now.held()
        now.close()
        for what, value in wanted.items():
            assert there[what] == value, what

    def close(self) -> None:
        for layer in self.edit_session.layers.values():
            layer.rollBack()
        self.followers.close()
        self.edit_session.close()

    def some(self, number: int, table: str = "nod") -> list[str]:
        there = sorted(one.objekt_id for one in self.edit_session.objects.all() if one.lager == table)
        return self.dice.sample(there, number) if len(there) >= number else []

    def spot(self) -> tuple[float, float]:
        return 400_000.0 + self.dice.randrange(150_000), 6_560_000.0 + self.dice.randrange(9_000)

    def add(self) -> None:
        spots = [self.spot() for _ in range(self.dice.choice([1, 1, 2]))]
        add_object(self.edit_session, NODE, points_geometry(spots), f"Ort {self.dice.random():.3f}")

    def strak(self) -> None:
        if nodes := self.some(3):
            draw_corridor(self.edit_session, STRAK, nodes)

    def samband(self) -> None:
        if nodes := self.some(2):
            draw_link(self.edit_session, SAMBAND, *nodes)

    def move(self) -> None:
        for node in self.some(1):
            move_node(self.edit_session, node, self.spot())

    def rename(self) -> None:
        for one in self.some(1, self.dice.choice(["nod", "strak", "gron_bla_yta"])):
            name = self.dice.choice(["Kil", f"Namn {self.dice.random():.3f}"])
            set_values(self.edit_session, one, {"namn": name, "beskrivning": self.dice.choice(["", "Text"])})

    def delete(self) -> None:
        for one in self.some(1, self.dice.choice(["nod", "strak", "samband"])):
            delete_object(self.edit_session, one, goals=self.dice.random() < 0.5)

    def link(self) -> None:
        layer = self.edit_session.layer(GOAL_LINKS)
        layer.startEditing()
        there = {(row["objekt_id"], row["mal_id"]) for row in layer.getFeatures()}
        for node in self.some(1):
            values = {"objekt_id": node, "mal_id": self.dice.choice(self.goals), "bidrag": 1}
            if (node, values["mal_id"]) not in there:
                feature = QgsFeature(layer.fields())
                for name, value in values.items():
                    feature.setAttribute(name, value)
                assert layer.addFeature(feature)

    def by_hand(self) -> None:
        """With QGIS's own tools: a node is drawn elsewhere, its table is written in, or it is deleted."""
        layer = self.edit_session.layer("nod")
        layer.startEditing()
        for fid in self.dice.sample(sorted(layer.allFeatureIds()), min(1, layer.featureCount())):
            way = self.dice.randrange(3)
            if way == 0:
                layer.changeGeometry(fid, QgsGeometry.fromMultiPointXY([QgsPointXY(*self.spot())]))
            elif way == 1:
                layer.changeAttributeValue(fid, layer.fields().indexOf("namn"), "För hand")
            else:
                layer.deleteFeature(fid)

    def jump(self) -> None:
        stack = self.edit_session.layer("nod").undoStack()
        stack.setIndex(self.dice.randrange(stack.count() + 1))

    def save(self) -> None:
        """Links that the file has got, or that an undone deletion brought back, are there once only."""
        layer, seen = self.edit_session.layer(GOAL_LINKS), set()
        for row in sorted(layer.getFeatures(), key=lambda row: -row.id()):
            if (row["objekt_id"], row["mal_id"]) in seen and row.id() < 0:
                layer.deleteFeature(row.id())
            seen.add((row["objekt_id"], row["mal_id"]))
        if self.dice.random() < 0.7:
            self.edit_session.save()
        else:
            for code in sorted(self.edit_session.layers, key=lambda code: (code != GOAL_LINKS, code)):
                layer = self.edit_session.layers[code]
                assert not layer.isEditable() or layer.commitChanges(True), layer.commitErrors()

    def discard(self) -> None:
        layers = list(self.edit_session.layers.values())
        for layer in layers if self.dice.random() < 0.3 else self.dice.sample(layers, 1):
            layer.rollBack(self.dice.random() < 0.5)

    def others(self) -> None:
        """Another program writes what nobody is editing here, and QGIS reads the layers again."""
        edited = {row.identity()[-1] for row in self.followers.held()["osparat"].values()}  # type: ignore[attr-defined]
        free = [one for one in read_snapshot(self.path).objects if one.objekt_id not in edited]
        with writing(self.path, "annan") as db:
            for one in self.dice.sample(free, min(2, len(free))):
                if one.lager == "nod" and self.dice.random() < 0.4:
                    db.delete([one.objekt_id])
                else:
                    db.update_objects([replace(one, namn=f"Deras {self.dice.random():.3f}")])
            db.add_objects([one for one in karlstad() if one.lager == "nod"][:1])
        for layer in self.edit_session.layers.values():
            layer.reload()

    def subset(self) -> None:
        layer = self.edit_session.layer("nod")
        layer.setSubsetString(self.dice.choice(["", "namn > 'N'"]))  # QGIS refuses while the layer is edited

    def source(self) -> None:
        layer = self.edit_session.layer("strak")
        if not layer.isEditable():
            layer.setDataSource(layer.source(), layer.name(), layer.providerType(), QgsDataProvider.ProviderOptions())

    def columns(self) -> None:
        self.edit_session.layer("nod").updateFields()


@pytest.mark.parametrize("seed", range(3))
def test_all_who_follow_hold_what_the_layers_hold(path: Path, qgis_app: QgsApplication, seed: int) -> None:
    hands, done = Hands(path, seed), []
    hands.check()
    for _ in range(STEPS):
        step = hands.dice.choice(hands.steps())
        done.append(step.__name__)
        with contextlib.suppress(StoreError):  # two nodes in one place: refused, and nothing may be left of it
            step()
        try:
            hands.check()
        except AssertionError as error:
            raise AssertionError(f"{error}\nefter {done}") from None
    hands.close()


def test_a_layer_is_connected_to_once_however_many_follow_it(path: Path, qgis_app: QgsApplication) -> None:
    edit_session = desk_on(path)
    layer = edit_session.layer("nod")
    signals = (layer.featureAdded, layer.attributeValueChanged, layer.afterCommitChanges, layer.dataChanged)
    before = [layer.receivers(signal) for signal in signals]
    followers = [Followers(edit_session) for _ in range(3)]
    assert [layer.receivers(signal) for signal in signals] == before
    assert LayerWatcher.of(layer) is LayerWatcher.of(layer)
    watcher = LayerWatcher.of(layer)
    assert watcher.receivers(watcher.row_changed) == 2 + 3 * 3, "registret, historiken, speglarna och de osparade"
    for one in followers:
        one.close()
    assert watcher.receivers(watcher.row_changed) == 2
    edit_session.close()
    left = watcher.receivers(watcher.row_changed), watcher.receivers(watcher.undo_index_changed)
    assert left == (1, 1), "lagrets historik lever så länge som lagret"


class Ear:
    """Hears one layer."""

    def __init__(self, layer) -> None:
        self.heard: list[object] = []
        self.subscription = LayerSubscription([layer], row_changed=self.row, about_to_be_removed=self.removed)

    def row(self, table: str, fid: int) -> None:
        self.heard.append((table, fid))

    def removed(self, table: str) -> None:
        self.heard.append(table)


def test_nobody_is_held_by_what_it_hears_and_a_layer_that_goes_says_so(path: Path, qgis_app: QgsApplication) -> None:
    edit_session = desk_on(path)
    layer = edit_session.layer("nod").clone()
    edit_session.close()
    ear, dropped = Ear(layer), Ear(layer)
    gone = weakref.ref(dropped)
    gc.disable()
    del dropped
    gc.enable()
    assert gone() is None
    layer.startEditing()
    fid = min(layer.allFeatureIds())
    layer.deleteFeature(fid)
    assert ear.heard == [("nod", fid)]
    layer.rollBack()
    ear.heard.clear()
    del layer
    assert ear.heard == ["nod"]
    ear.subscription.close()


def test_what_is_unsaved_of_a_row_that_cannot_be_read_is_no_deletion(path: Path, monkeypatch) -> None:
    """A file that was renamed cannot be read by its name: newer QGIS then gives no row, and says nothing."""
    session = desk_on(path)
    unsaved = UnsavedChanges(session.layers)
    node = next(one for one in session.objects.all() if one.lager == "nod")
    set_values(session, node.objekt_id, {"namn": "Karlstad C"})
    move_node(session, node.objekt_id, (420000.0, 6600000.0))
    while not unsaved.read_some():
        pass
    (right,) = (row for row in unsaved.rows.values() if row.tabell == "nod")
    nothing: Callable[..., object] = lambda *_request: iter(())
    monkeypatch.setattr(session.layers["nod"], "getFeatures", nothing)
    unsaved._touch("nod", node.fid)
    while not unsaved.read_some():
        pass
    assert [row for row in unsaved.rows.values() if row.tabell == "nod"] == [right] and right.now is not None
    monkeypatch.undo()
    unsaved.close()
    session.close()
