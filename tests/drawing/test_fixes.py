"""What a check offers at one click is done, in one undo step, and then the check has nothing more to say of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.drawing.edits.fixes import apply_fix, apply_fixes
from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link
from strukturbild_plugin.drawing.edits.objects import NewObject, add_object
from strukturbild_plugin.drawing.session.edit_session import GOAL_LINKS
from strukturbild_plugin.drawing.session.layer_mirror import LayerMirror
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.drawing.helpers import SAMBAND, STRAK, TARGET, desk_on, everything, line_of, off, towns
from tests.store.helpers import new_file

AREA = NewObject("gron_kil", bild_id=TARGET)
BOW_TIE = "MultiPolygon (((440000 6580000, 449000 6589000, 449000 6580000, 440000 6589000, 440000 6580000)))"
RULES = {"T02", "T04", "T05", "K03", "K04", "G01", "G02", "G03", "N01", "N02"}
RULES |= {"R01", "R02", "R03", "R04", "R05", "R06", "R07"}


class Scene:
    """Three towns with a stråk and a samband, in which things are spoiled as a hand in plain QGIS could."""

    def __init__(self, path: Path) -> None:
        self.base, self.edit_session = read_snapshot(path), desk_on(path)
        self.mirror = LayerMirror(self.edit_session.layers, self.edit_session.catalogue)
        self.edit_session.start()
        self.karlstad, self.orebro, self.vasteras = towns(self.edit_session)
        self.strak = draw_corridor(self.edit_session, STRAK, [self.karlstad, self.orebro])
        self.samband = draw_link(self.edit_session, SAMBAND, self.karlstad, self.orebro)
        self.area = add_object(
            self.edit_session, AREA, QgsGeometry.fromWkt(BOW_TIE.replace("449000 6589000, ", "")), "Kil"
        )

    def findings(self):
        while not self.mirror.read_some():
            pass
        objects, links = tuple(self.mirror.objects.values()), tuple(self.mirror.links.values())
        return check(Snapshot(**{**vars(self.base), "objects": objects, "links": links}))

    def of(self, regel: str):
        return [one for one in self.findings() if one.regel == regel]

    def raw(self, objekt_id: str, **columns: object) -> None:
        """Write columns as an attribute table would."""
        known = self.edit_session.known(objekt_id)
        layer = self.edit_session.layer(known.lager)
        for name, value in columns.items():
            layer.changeAttributeValue(known.fid, layer.fields().indexOf(name), value)

    def reshape(self, objekt_id: str, geometry: QgsGeometry) -> None:
        known = self.edit_session.known(objekt_id)
        self.edit_session.layer(known.lager).changeGeometry(known.fid, geometry)

    def twice(self, objekt_id: str) -> None:
        """Copy and paste, id and all."""
        feature = self.edit_session.feature(objekt_id)
        layer = self.edit_session.layer(self.edit_session.known(objekt_id).lager)
        copy = QgsFeature(layer.fields())
        copy.setAttributes(feature.attributes())
        copy.setAttribute("fid", None)
        copy.setAttribute("namn", "Kopian")
        copy.setGeometry(QgsGeometry.fromMultiPointXY([QgsPointXY(450_000, 6_600_000)]))
        layer.addFeature(copy)

    def tie(self, objekt_id: str, mal_id: str) -> None:
        layer = self.edit_session.layer(GOAL_LINKS)
        feature = QgsFeature(layer.fields())
        for name, value in (("objekt_id", objekt_id), ("mal_id", mal_id), ("bidrag", 1)):
            feature.setAttribute(name, value)
        layer.addFeature(feature)


def shifted(scene: Scene, objekt_id: str, metres: float) -> None:
    """The last vertex is `metres` off."""
    line = [QgsPointXY(x, y) for x, y in line_of(scene.edit_session, objekt_id)]
    line[-1] = QgsPointXY(line[-1].x() + metres, line[-1].y())
    scene.reshape(objekt_id, QgsGeometry.fromMultiPolylineXY([line]))


def misread(scene: Scene, objekt_id: str, system: str) -> QgsGeometry:
    """Its numbers in another system ('': north first), taken for EPSG:3006."""
    geometry = scene.edit_session.feature(objekt_id).geometry()
    if not system:
        geometry.get().swapXy()
        return geometry
    here, there = QgsCoordinateReferenceSystem("EPSG:3006"), QgsCoordinateReferenceSystem(system)
    geometry.transform(QgsCoordinateTransform(here, there, QgsProject.instance()))
    return geometry


SPOIL = {
    "spaces": ("T04", lambda s: s.raw(s.orebro, namn=" Örebro  stad ")),
    "unseen signs": ("T05", lambda s: s.raw(s.orebro, namn="Öre\u200bbro\u2060")),
    "level by name": ("K03", lambda s: s.raw(s.orebro, niva="Regional")),
    "status by name": ("K04", lambda s: s.raw(s.orebro, status="Föreslagen")),
    "not drawn": ("G01", lambda s: s.reshape(s.vasteras, QgsGeometry())),
    "crosses itself": ("G02", lambda s: s.reshape(s.area, QgsGeometry.fromWkt(BOW_TIE))),
    "nord and öst swapped": ("G03", lambda s: s.reshape(s.orebro, misread(s, s.orebro, ""))),
    "in the web's map system": ("G03", lambda s: s.reshape(s.orebro, misread(s, s.orebro, "EPSG:3857"))),
    "in degrees": ("G03", lambda s: s.reshape(s.orebro, misread(s, s.orebro, "EPSG:4326"))),
    "stråk 3 km off": ("N01", lambda s: shifted(s, s.strak, 3_000)),
    "samband 900 m off": ("N02", lambda s: shifted(s, s.samband, 900)),
    "same id": ("R02", lambda s: s.twice(s.orebro)),
    "end not said": ("R03", lambda s: s.raw(s.samband, till_id=None)),
    "end at a node that is gone": ("R03", lambda s: s.raw(s.samband, till_id="borta")),
    "chain": ("R04", lambda s: s.raw(s.strak, noder=f"{{{s.karlstad},borta,{s.orebro}}}")),
    "origin": ("R05", lambda s: s.raw(s.area, ursprung_id="borta")),
    "link to nothing": ("R06", lambda s: s.tie(s.area, "borta")),
    "linked twice": ("R07", lambda s: [s.tie(s.area, s.base.goals[0].mal_id) for _ in range(3)]),
    "picture": ("R01", lambda s: s.raw(s.area, bild_id="borta")),
    "no level": ("T02", lambda s: s.raw(s.orebro, niva=None)),
}


@pytest.fixture
def scene(tmp_path: Path, qgis_app: QgsApplication):
    made = Scene(new_file(tmp_path))
    yield made
    made.mirror.close()
    made.edit_session.close()


def test_each_remedy_mends_what_it_says_in_one_step_that_can_be_undone(scene: Scene) -> None:
    edit_session = scene.edit_session
    for name, (regel, spoil) in SPOIL.items():
        whole, clean = everything(edit_session), scene.of(regel)
        spoil(scene)
        spoiled = everything(edit_session)
        finding = next(one for one in scene.of(regel) if one not in clean)
        assert finding.atgarder, name
        for fix in finding.atgarder:
            assert fix.mening[0].isupper() and "{" not in fix.mening and not fix.mening.endswith(".")
            apply_fix(edit_session, fix.mening, fix.edits)
            assert scene.of(regel) == clean, (name, fix.mening)
            assert edit_session.undo() == fix.mening
            assert everything(edit_session) == spoiled, name
        while everything(edit_session) != whole:
            assert edit_session.can_undo(), name
            edit_session.undo()
    assert {regel for regel, _spoil in SPOIL.values()} == RULES


def test_a_mended_end_meets_its_node_and_the_rest_of_the_line_stays(scene: Scene) -> None:
    before = line_of(scene.edit_session, scene.strak)
    shifted(scene, scene.strak, 3_000)
    (finding,) = scene.of("N01")
    assert "3000 m" in finding.atgarder[0].mening and "Örebro" in finding.atgarder[0].mening
    apply_fix(scene.edit_session, "Rätta", finding.atgarder[0].edits)
    assert max(off(line_of(scene.edit_session, scene.strak), vertex) for vertex in before) < 1_500
    assert off(line_of(scene.edit_session, scene.strak), before[-1]) < 1.0


def test_the_copy_gets_an_id_of_its_own_and_ties_stay_with_the_first(scene: Scene) -> None:
    scene.twice(scene.orebro)
    apply_fix(scene.edit_session, "Rätta", scene.of("R02")[0].atgarder[0].edits)
    names = {known.namn: known.objekt_id for known in scene.edit_session.objects.all()}
    assert names["Örebro"] == scene.orebro != names["Kopian"]


def test_all_that_is_safe_is_done_as_one_step_and_nothing_else(scene: Scene) -> None:
    unsafe = {"not drawn", "picture", "no level", "origin"}
    for _regel, spoil in SPOIL.values():
        spoil(scene)
    shifted(scene, scene.samband, 700)
    spoiled = everything(scene.edit_session)

    def safe():
        return [one.safe_fix().edits for one in scene.findings() if one.safe_fix() is not None]

    assert apply_fixes(scene.edit_session, "Rätta alla säkra", safe) >= 7
    assert safe() == []
    assert {one.regel for one in scene.findings()} >= {SPOIL[name][0] for name in unsafe}
    assert scene.edit_session.undo() == "Rätta alla säkra" and everything(scene.edit_session) == spoiled


def test_more_than_one_way_is_never_chosen_for_the_planner(scene: Scene) -> None:
    scene.raw(scene.orebro, niva=None)
    (finding,) = scene.of("T02")
    assert len(finding.atgarder) > 1 and finding.safe_fix() is None
    scene.reshape(scene.vasteras, QgsGeometry())
    (finding,) = scene.of("G01")
    assert finding.atgarder[0].question and finding.safe_fix() is None
