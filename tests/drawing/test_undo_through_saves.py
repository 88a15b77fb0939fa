"""Undo and redo go back through saves: our gestures and QGIS's own, by us and by QGIS's own undo."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import QgsApplication, QgsFeature, QgsPointXY, QgsVectorLayerUtils

from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link, move_node
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.drawing.session.undo_history import MAX_STEPS
from strukturbild_plugin.store.gpkg.connection import connect
from tests.drawing.helpers import NODE, SAMBAND, STRAK, TOWNS, desk_on, held, towns
from tests.store.helpers import FILE_NAME, new_file

pytestmark = pytest.mark.usefixtures("qgis_app")
NEW = (420000.0, 6600000.0)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_file(tmp_path_factory.mktemp("gjord"))


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / FILE_NAME))


@pytest.fixture
def edit_session(path: Path, qgis_app: QgsApplication) -> Iterator[EditSession]:
    made = desk_on(path)
    yield made
    made.close()


def test_a_step_in_several_layers_is_undone_and_redone_through_saves(edit_session: EditSession) -> None:
    states, texts = [held(edit_session)], []
    ids = towns(edit_session)
    edit_session.save()
    strak = draw_corridor(edit_session, STRAK, ids)
    draw_link(edit_session, SAMBAND, ids[0], ids[1])
    edit_session.save()
    for act in (
        lambda: move_node(edit_session, ids[1], NEW),
        lambda: set_values(edit_session, strak, {"namn": "Nobelbanestråket"}),
        lambda: delete_object(edit_session, ids[0]),
    ):
        states.append(held(edit_session))
        act()
        texts.append(edit_session.undo_text())
        edit_session.save()
    states.append(held(edit_session))
    for state, text in zip(states[-2:0:-1], reversed(texts)):
        assert edit_session.undo() == text and edit_session.unsaved()
        assert held(edit_session) == state
        edit_session.save()
        assert held(edit_session, in_the_file=True) == state
    while edit_session.undo():
        pass
    assert held(edit_session) == states[0] and not edit_session.can_undo()
    edit_session.save()
    assert not edit_session.unsaved()
    while edit_session.redo():
        pass
    assert held(edit_session) == states[-1] and not edit_session.can_redo()
    edit_session.save()
    assert held(edit_session, in_the_file=True) == states[-1]


def test_qgis_own_undo_of_one_layer_takes_the_others_along_through_a_save(edit_session: EditSession) -> None:
    ids = towns(edit_session)
    draw_corridor(edit_session, STRAK, ids)
    before = held(edit_session)
    move_node(edit_session, ids[1], NEW)
    after = held(edit_session)
    edit_session.save()
    stack = edit_session.layers["nod"].undoStack()
    assert stack.command(stack.index() - 1).text() == "Flytta Örebro" and stack.isClean()
    stack.undo()
    assert held(edit_session) == before and edit_session.redo_text() == "Flytta Örebro"
    stack.redo()
    assert held(edit_session) == after and not edit_session.unsaved()
    stack.setIndex(0)  # as in QGIS's undo panel
    assert {row[0] for row in held(edit_session)} == {"strak", "strukturbild"}
    assert edit_session.undo_text() == "Rita Karlstad–Västerås"


def _paste(edit_session: EditSession, layer) -> None:
    """QGIS's paste copies objekt_id."""
    rows = []
    for feature in layer.getFeatures():
        rows.append(QgsVectorLayerUtils.createFeature(layer, feature.geometry(), dict(enumerate(feature.attributes()))))
        rows[-1].setAttribute("fid", None)
        rows[-1].setAttribute("objekt_id", f"{feature['objekt_id']}-{feature.id()}")
    layer.addFeatures(rows)


def _calculate(edit_session: EditSession, layer) -> None:
    at = layer.fields().indexOf("beskrivning")
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), at, f"nr {feature['namn']}")


def _cell(edit_session: EditSession, layer) -> None:
    first = next(layer.getFeatures())
    layer.changeAttributeValue(first.id(), layer.fields().indexOf("namn"), "I tabellen")


def _vertex(edit_session: EditSession, layer) -> None:
    first = next(layer.getFeatures())
    layer.moveVertex(NEW[0] + first.id(), NEW[1], first.id(), 0)


def _delete(edit_session: EditSession, layer) -> None:
    layer.selectAll()
    layer.deleteSelectedFeatures()


def _split(edit_session: EditSession, layer) -> None:
    lines = edit_session.layers["strak"]
    lines.beginEditCommand("Dela")
    lines.splitFeatures([QgsPointXY(500000, 6000000), QgsPointXY(500000, 7000000)])
    lines.endEditCommand()


@pytest.mark.parametrize("act", [_paste, _calculate, _cell, _vertex, _delete, _split])
def test_what_qgis_does_itself_is_undone_and_redone_through_a_save(edit_session: EditSession, act) -> None:
    draw_corridor(edit_session, STRAK, towns(edit_session))
    edit_session.save()
    layer = edit_session.layers["nod"]
    edit_session.start()
    before = held(edit_session)
    layer.beginEditCommand("QGIS")
    act(edit_session, layer)
    layer.endEditCommand()
    after = held(edit_session)
    assert after != before
    edit_session.save()
    for _ in range(2):
        edit_session.undo()
        if act is _split:
            edit_session.undo()
        assert held(edit_session) == before
        edit_session.save()
        assert held(edit_session, in_the_file=True) == before
        edit_session.redo()
        edit_session.redo()
        assert held(edit_session) == after
    edit_session.save()
    assert held(edit_session, in_the_file=True) == after


def test_what_somebody_else_has_changed_is_not_undone_but_told(edit_session: EditSession, path: Path) -> None:
    said: list[str] = []
    edit_session.refused.append(said.append)
    ids = towns(edit_session)
    draw_corridor(edit_session, STRAK, ids)
    edit_session.save()
    move_node(edit_session, ids[1], NEW)
    set_values(edit_session, ids[0], {"namn": "Carlstad"})
    edit_session.save()
    with contextlib.closing(connect(path)) as database:
        database.execute("UPDATE nod SET namn = 'Deras' WHERE objekt_id = ?", (ids[0],))
        database.execute("UPDATE strak SET namn = 'Deras'")
    before = held(edit_session)
    assert edit_session.undo() == "" and said[0].startswith("”Ändra") and held(edit_session) == before
    # what stands in other rows, or in other columns of the same, is undone
    assert edit_session.undo() == "Flytta Örebro" and len(said) == 1
    assert {row[0]: "Deras" in row for row in held(edit_session)}["strak"]
    # nothing of a step is undone when one of its rows is another, whichever layer is asked
    with contextlib.closing(connect(path)) as database:
        database.execute("DELETE FROM strak")
    before = held(edit_session)
    edit_session.layers["nod"].undoStack().redo()
    assert held(edit_session) == before
    edit_session.layers["nod"].undoStack().setIndex(0)
    assert [text.split("”")[1] for text in said[1:]] == ["Flytta Örebro", "Rita Karlstad"]
    assert ["Deras" in row for row in held(edit_session) if row[0] == "nod"] == [True]


def test_thrown_away_edits_leave_what_was_saved_in_all_layers(edit_session: EditSession, path: Path) -> None:
    ids = towns(edit_session)
    draw_corridor(edit_session, STRAK, ids)
    move_node(edit_session, ids[1], NEW)
    edit_session.save()
    saved = held(edit_session)
    move_node(edit_session, ids[1], TOWNS["Örebro"])
    edit_session.layers["nod"].rollBack()
    assert held(edit_session) == saved
    move_node(edit_session, ids[1], TOWNS["Örebro"])
    assert edit_session.undo() == "Flytta Örebro" and held(edit_session) == saved


def test_leaving_edit_mode_keeps_the_steps_and_undo_enters_it_again(edit_session: EditSession) -> None:
    ids = towns(edit_session)
    before = held(edit_session)
    move_node(edit_session, ids[1], NEW)
    after = held(edit_session)
    for layer in edit_session.layers.values():
        layer.commitChanges(True)
    assert not edit_session.layers["nod"].isEditable()
    assert edit_session.undo() == "Flytta Örebro" and held(edit_session) == before
    assert edit_session.redo() == "Flytta Örebro" and held(edit_session) == after


def test_qgis_pencil_put_down_or_edits_thrown_away_keep_the_steps_before_the_save(edit_session: EditSession) -> None:
    ids = towns(edit_session)
    before = held(edit_session)
    move_node(edit_session, ids[1], NEW)
    edit_session.save()
    after = held(edit_session)
    for unsaved in (False, True):
        if unsaved:
            edit_session.start()
            move_node(edit_session, ids[0], (NEW[0] + 9000, NEW[1]))
        edit_session.layers["nod"].rollBack()  # as QGIS's pencil does when nothing is unsaved
        assert not edit_session.layers["nod"].isEditable() and held(edit_session) == after
        assert edit_session.undo() == "Flytta Örebro" and held(edit_session) == before
        edit_session.save()
        assert edit_session.redo() == "Flytta Örebro" and held(edit_session) == after
        edit_session.save()


def test_only_so_many_steps_are_kept(edit_session: EditSession) -> None:
    ids = towns(edit_session)
    strak = draw_corridor(edit_session, STRAK, ids)
    for number in range(MAX_STEPS):
        set_values(edit_session, (strak, ids[0])[number % 2], {"namn": f"Namn {number}"})
    edit_session.save()
    undone = 0
    while edit_session.undo():
        undone += 1
    names = {edit_session.known(strak).namn, edit_session.known(ids[0]).namn}
    assert undone == MAX_STEPS and names == {"Karlstad–Västerås", "Karlstad"}


class _Hands:
    """Gestures drawn from hypothesis, by us and by QGIS, through saves of all layers or one."""

    def __init__(self, edit_session: EditSession, data: st.DataObject) -> None:
        self.edit_session, self.data, self.number = edit_session, data, 0

    def pick(self, code: str) -> str:
        ids = sorted(known.objekt_id for known in self.edit_session.objects.all() if known.lager == code)
        return self.data.draw(st.sampled_from(ids)) if ids else ""

    def place(self) -> tuple[float, float]:
        east, north = self.data.draw(st.integers(300, 800)), self.data.draw(st.integers(6400, 7000))
        return (east * 1000.0, north * 1000.0)

    def act(self) -> None:
        edit_session, node, self.number = self.edit_session, self.pick("nod"), self.number + 1
        kind = self.data.draw(
            st.sampled_from(["add", "move", "name", "strak", "delete", "calc", "cell", "raw", "paste", "undo", "redo"])
        )
        layer = edit_session.layers["nod"]
        if kind == "add" or not node:
            add_object(edit_session, NODE, points_geometry([self.place()]), f"N{self.number}")
        elif kind == "move":
            move_node(edit_session, node, self.place())
        elif kind == "name":
            set_values(edit_session, node, {"namn": f"Namn {self.number}"})
        elif kind == "strak":
            add_object(edit_session, NODE, points_geometry([self.place()]), f"S{self.number}")
            nodes = [known.objekt_id for known in edit_session.objects.all() if known.lager == "nod"]
            draw_corridor(edit_session, STRAK, sorted(nodes)[:3])
        elif kind == "delete":
            delete_object(edit_session, node)
        elif kind == "undo":
            edit_session.undo()
        elif kind == "redo":
            edit_session.redo()
        else:
            edit_session.start()
            layer.beginEditCommand(kind)
            if kind == "calc":
                for feature in layer.getFeatures():
                    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("beskrivning"), f"nr {self.number}")
            elif kind == "cell":
                layer.changeAttributeValue(edit_session.known(node).fid, layer.fields().indexOf("namn"), "I tabellen")
            elif kind == "raw":
                layer.changeGeometry(edit_session.known(node).fid, points_geometry([self.place()]))
            else:
                like = edit_session.feature(node)
                copy = QgsFeature(like)
                copy["fid"], copy["objekt_id"] = None, f"kopia-{self.number}"
                layer.addFeature(copy)
            layer.endEditCommand()


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_gestures_through_any_saves_all_undone_is_the_start_and_all_redone_the_end(
    made: Path, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        edit_session = desk_on(Path(shutil.copy(made, Path(folder) / FILE_NAME)))
        said: list[str] = []
        edit_session.refused.append(said.append)
        try:
            start, hands = held(edit_session), _Hands(edit_session, data)
            for _ in range(30):
                hands.act()
                if data.draw(st.booleans()):
                    edit_session.save()
            while edit_session.redo():
                pass
            end = held(edit_session)
            for back, goal in ((edit_session.undo, start), (edit_session.redo, end)):
                while back():
                    if data.draw(st.integers(0, 5)) == 0:
                        edit_session.save()
                assert held(edit_session) == goal and not said
            edit_session.save()
            assert held(edit_session, in_the_file=True) == end
        finally:
            edit_session.close()
