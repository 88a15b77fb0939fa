"""One undo step per thing done, across layers, whoever presses undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.network import draw_samband, draw_strak, move_node
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.errors import StoreError
from tests.drawing.helpers import NODE, SAMBAND, STRAK, TOWNS, desk_on, everything, in_file, line_of, off, towns
from tests.store.helpers import new_file

pytestmark = pytest.mark.usefixtures("qgis_app")
NEW = (420000.0, 6600000.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(tmp_path)


@pytest.fixture
def desk(path: Path, qgis_app: QgsApplication) -> Iterator[EditSession]:
    made = desk_on(path)
    yield made
    made.close()


def test_draw_move_undo_all_redo_save_and_reopen(desk: EditSession, path: Path) -> None:
    states = [everything(desk)]
    ids = towns(desk)
    strak = draw_strak(desk, STRAK, ids)
    draw_samband(desk, SAMBAND, ids[0], ids[1])
    before = line_of(desk, strak)
    states.append(everything(desk))
    move_node(desk, ids[1], NEW)
    states.append(everything(desk))
    moved = line_of(desk, strak)
    assert off(before, TOWNS["Örebro"]) < 0.01 < 1000 < off(moved, TOWNS["Örebro"])
    assert off(moved, NEW) < 0.01 and moved[0] == before[0] and moved[-1] == before[-1]

    assert desk.undo_text() == "Flytta Örebro" == desk.undo()
    assert everything(desk) == states[1]
    for _ in range(5):
        assert desk.undo()
    assert not desk.can_undo() and everything(desk) == states[0]
    while desk.redo():
        pass
    assert everything(desk) == states[2]

    desk.save()
    assert not desk.unsaved() and not desk.can_undo()
    desk.close()
    kept = in_file(path)
    assert set(kept) == {*TOWNS, "Karlstad–Västerås", "Karlstad–Örebro"}
    assert kept["Karlstad–Västerås"].attribut["noder"] == "{" + ",".join(ids) + "}"
    again = desk_on(path)
    assert off(line_of(again, strak), NEW) < 0.01
    move_node(again, ids[1], TOWNS["Örebro"])
    assert off(line_of(again, strak), TOWNS["Örebro"]) < 0.01
    again.close()


def test_an_exception_leaves_nothing_of_the_command(desk: EditSession) -> None:
    ids = towns(desk)
    before, steps = everything(desk), {code: layer.undoStack().count() for code, layer in desk.layers.items()}
    with pytest.raises(ZeroDivisionError), desk.command("Mycket"):
        draw_strak(desk, STRAK, ids)
        move_node(desk, ids[0], NEW)
        raw = desk.layers["nod"]
        raw.changeAttributeValue(desk.known(ids[1]).fid, raw.fields().indexOf("namn"), "Rått")
        raise ZeroDivisionError
    assert everything(desk) == before
    assert {code: layer.undoStack().count() for code, layer in desk.layers.items()} == steps
    with pytest.raises(StoreError), desk.command("Ett fel inuti som någon gömmer"):
        set_values(desk, ids[0], {"namn": "Ny"})
        with pytest.raises(StoreError):
            set_values(desk, ids[0], {"finns_inte": "Ny"})
    assert everything(desk) == before and desk.undo_text() == "Rita Västerås"


def test_a_command_that_changes_nothing_is_no_step(desk: EditSession) -> None:
    first = towns(desk)[0]
    said = []
    desk.changed.append(lambda: said.append(1))
    assert set_values(desk, first, {"namn": "Karlstad"}) is False
    assert desk.undo_text() == "Rita Västerås" and not said
    assert set_values(desk, first, {"namn": "Carlstad", "roll": ("nodstad", "hamn")}) is True
    assert desk.feature(first)["roll"] == "{nodstad,hamn}" and desk.feature(first)["andrad_av"] == "Åsa"
    assert said == [1]


def test_plain_undo_on_one_layer_takes_the_others_along(desk: EditSession) -> None:
    ids = towns(desk)
    strak = draw_strak(desk, STRAK, ids)
    states = [everything(desk)]
    move_node(desk, ids[1], NEW)
    states.append(everything(desk))
    set_values(desk, strak, {"namn": "Nobelbanestråket"})
    states.append(everything(desk))
    # the stråk was renamed after the move: undoing the move on the node layer must undo the renaming too
    desk.layers["nod"].undoStack().undo()
    assert everything(desk) == states[0] and desk.undo_text() == "Rita Karlstad–Västerås"
    desk.layers["strak"].undoStack().redo()
    assert everything(desk) == states[1] and desk.undo_text() == "Flytta Örebro"
    assert desk.redo() and everything(desk) == states[2]


def test_what_other_tools_do_is_a_step_in_the_same_order(desk: EditSession) -> None:
    ids = towns(desk)
    move_node(desk, ids[1], NEW)
    desk.undo()
    before = everything(desk)
    layer = desk.layers["nod"]
    layer.beginEditCommand("Attribut ändrade")
    layer.changeAttributeValue(desk.known(ids[0]).fid, layer.fields().indexOf("namn"), "Ändrad i tabellen")
    layer.endEditCommand()
    assert desk.undo_text() == "Attribut ändrade" and not desk.can_redo()
    assert not any(each.undoStack().canRedo() for each in desk.layers.values())
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert desk.known(ids[0]).namn == "Ändrad i tabellen"


def test_saving_one_layer_alone_forgets_only_what_hung_on_it(desk: EditSession) -> None:
    ids = towns(desk)
    draw_samband(desk, SAMBAND, ids[0], ids[1])
    desk.layers["nod"].commitChanges(False)
    assert desk.undo_text() == "Rita Karlstad–Örebro"
    move_node(desk, ids[0], NEW)
    assert desk.undo() == "Flytta Karlstad" and desk.undo() == "Rita Karlstad–Örebro" and not desk.can_undo()


def test_what_cannot_be_saved_is_said_and_kept(desk: EditSession, path: Path) -> None:
    import sqlite3

    towns(desk)
    with sqlite3.connect(path) as database:
        database.execute("CREATE TRIGGER nej BEFORE INSERT ON nod BEGIN SELECT RAISE(ABORT, 'full disk'); END")
    with pytest.raises(StoreError, match="Noder"):
        desk.save()
    assert desk.unsaved() and desk.layers["nod"].isEditable()
    with sqlite3.connect(path) as database:
        database.execute("DROP TRIGGER nej")
    desk.save()
    assert set(in_file(path)) == set(TOWNS)


def test_deleting_says_what_it_loosens_and_undo_ties_it_again(desk: EditSession, path: Path) -> None:
    ids = towns(desk)
    strak = draw_strak(desk, STRAK, ids)
    samband = draw_samband(desk, SAMBAND, ids[0], ids[1])
    desk.save()
    before = everything(desk)
    loosened = delete_object(desk, ids[0])
    assert loosened.strak == (strak,) and loosened.samband == (samband,)
    assert desk.known(strak).noder == tuple(ids[1:]) and desk.known(samband).singles == {"till_id": ids[1]}
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    desk.save()
    assert "Karlstad" not in in_file(path)


def test_new_objects_are_whole_rows(desk: EditSession) -> None:
    thing = desk.feature(add_object(desk, NODE, points_geometry([NEW]), "Kil"))
    assert (thing["klass"], thing["niva"], thing["status"], thing["osakerhet"]) == (
        "nod", "regional", "foreslagen", "principiell",
    )  # fmt: skip
    assert (thing["skapad_av"], thing["andrad_av"], thing["grupp"], thing["version"]) == ("Åsa", "Åsa", "Bord 2", 1)
    with pytest.raises(StoreError, match="ritas"):
        add_object(desk, STRAK, points_geometry([NEW]))
