"""The mirror holds what the layers hold, edits included, whatever is done to them and by whom."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, edit

from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link, move_node
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import GOAL_LINKS, EditSession
from strukturbild_plugin.drawing.session.layer_mirror import LayerMirror
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.drawing.helpers import NODE, SAMBAND, STRAK, desk_on, towns
from tests.store.helpers import karlstad, new_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = new_file(tmp_path)
    with writing(made, "prov") as db:
        db.add_objects(karlstad())
    return made


def mirror_of(edit_session: EditSession) -> LayerMirror:
    return LayerMirror(edit_session.layers, edit_session.catalogue)


def caught_up(mirror: LayerMirror) -> LayerMirror:
    while not mirror.read_some():
        pass
    mirror.news()
    return mirror


def same(mirror: LayerMirror, edit_session: EditSession) -> bool:
    """Whether the mirror holds what one that reads everything now would hold."""
    fresh, mirror = caught_up(mirror_of(edit_session)), caught_up(mirror)
    try:
        return (mirror.objects, mirror.links, mirror.head) == (fresh.objects, fresh.links, fresh.head)
    finally:
        fresh.close()


def in_file(mirror: LayerMirror, snapshot: Snapshot) -> bool:
    """Whether the mirror holds what the file holds."""
    objects = sorted(mirror.objects.values(), key=lambda one: one.objekt_id)
    links = sorted(mirror.links.values(), key=lambda one: (one.objekt_id, one.mal_id))
    return objects == sorted(snapshot.objects, key=lambda one: one.objekt_id) and links == list(snapshot.links)


class Hand:
    """Does one thing or another to the layers, by the edit session and by QGIS's own tools."""

    def __init__(self, edit_session: EditSession, goals: list[str]) -> None:
        self.edit_session, self.goals, self.dice, self.nodes = (
            edit_session,
            goals,
            random.Random(7),
            towns(edit_session),
        )

    def act(self) -> str:
        ways = [self.add, self.strak, self.samband, self.move, self.rename, self.delete, self.link, self.by_hand]
        ways += [self.jump, self.edit_session.undo, self.edit_session.undo, self.edit_session.redo]
        way = self.dice.choice(ways)
        way()
        return str(way)

    def some(self, number: int) -> list[str]:
        there = [one for one in self.nodes if self.edit_session.objects.get(one) is not None]
        return self.dice.sample(there, number) if len(there) >= number else []

    def add(self) -> None:
        spot = (450_000, 6_560_000 + self.dice.random())
        self.nodes.append(add_object(self.edit_session, NODE, points_geometry([spot]), "Ny"))

    def strak(self) -> None:
        if nodes := self.some(2):
            draw_corridor(self.edit_session, STRAK, nodes)

    def samband(self) -> None:
        if nodes := self.some(2):
            draw_link(self.edit_session, SAMBAND, *nodes)

    def move(self) -> None:
        for node in self.some(1):
            move_node(self.edit_session, node, (self.dice.randrange(350_000, 500_000), 6_570_000))

    def rename(self) -> None:
        for node in self.some(1):
            set_values(self.edit_session, node, {"namn": f"N{self.dice.random()}", "roll": ("nodstad", "hamn")})

    def delete(self) -> None:
        for node in self.some(1):
            delete_object(self.edit_session, node)

    def link(self) -> None:
        layer = self.edit_session.layer(GOAL_LINKS)
        feature = QgsFeature(layer.fields())
        for node in self.some(1):
            feature.setAttribute("objekt_id", node)
            feature.setAttribute("mal_id", self.dice.choice(self.goals))
            feature.setAttribute("bidrag", 1)
            layer.addFeature(feature)

    def by_hand(self) -> None:
        layer = self.edit_session.layer("nod")
        fid = self.dice.choice(sorted(layer.allFeatureIds()))
        spot = QgsPointXY(400_000 + self.dice.randrange(100_000), 6_560_000)
        layer.changeGeometry(fid, QgsGeometry.fromMultiPointXY([spot]))

    def jump(self) -> None:
        stack = self.edit_session.layer("nod").undoStack()
        stack.setIndex(self.dice.randrange(stack.count() + 1))

    def save(self) -> None:
        links = self.edit_session.layer(GOAL_LINKS)
        for fid in list(links.allFeatureIds()):
            if fid < 0:  # the file refuses links that are there twice
                links.deleteFeature(fid)
        self.edit_session.save()


def test_it_follows_every_edit_undo_redo_save_and_rollback(path: Path, qgis_app: QgsApplication) -> None:
    edit_session = desk_on(path)
    mirror = mirror_of(edit_session)
    assert in_file(caught_up(mirror), read_snapshot(path))
    edit_session.start()
    hand = Hand(edit_session, [goal.mal_id for goal in read_snapshot(path).goals])
    for number in range(120):
        did = hand.act()
        if hand.dice.random() < 0.5:
            assert same(mirror, edit_session), (number, did)
        if number % 50 == 30:
            hand.save()
            assert same(mirror, edit_session) and in_file(mirror, read_snapshot(path))
    for layer in edit_session.layers.values():
        layer.rollBack()
    assert same(mirror, edit_session) and in_file(mirror, read_snapshot(path))
    mirror.close()
    edit_session.close()


def test_what_the_file_takes_away_itself_is_seen(path: Path, qgis_app: QgsApplication) -> None:
    """A node deleted in plain QGIS takes its goal links with it when it is saved, by the file's own trigger."""
    edit_session = desk_on(path)
    goal = read_snapshot(path).goals[0].mal_id
    town = next(known for known in edit_session.objects.all() if known.namn == "Örebro")
    with edit(edit_session.layer(GOAL_LINKS)):
        feature = QgsFeature(edit_session.layer(GOAL_LINKS).fields())
        feature.setAttribute("objekt_id", town.objekt_id)
        feature.setAttribute("mal_id", goal)
        feature.setAttribute("bidrag", 1)
        edit_session.layer(GOAL_LINKS).addFeature(feature)
    heard = []
    mirror = LayerMirror(edit_session.layers, edit_session.catalogue, lambda: heard.append(1))
    assert len(caught_up(mirror).links) == 1
    with edit(edit_session.layer("nod")):
        edit_session.layer("nod").deleteFeature(town.fid)
    assert heard and caught_up(mirror).links == {}
    mirror.close()
    edit_session.close()
