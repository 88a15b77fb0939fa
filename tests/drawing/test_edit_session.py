"""One undo step per thing done, across layers, whoever presses undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link, move_node
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.drawing.session.row_changes import RowEdit
from strukturbild_plugin.errors import StoreError
from tests.drawing.helpers import NODE, SAMBAND, STRAK, TOWNS, desk_on, everything, in_file, line_of, off, towns
from tests.store.helpers import new_file

pytestmark = pytest.mark.usefixtures("qgis_app")
NEW = (420000.0, 6600000.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(tmp_path)


@pytest.fixture
def edit_session(path: Path, qgis_app: QgsApplication) -> Iterator[EditSession]:
    made = desk_on(path)
    yield made
    made.close()


def test_draw_move_undo_all_redo_save_and_reopen(edit_session: EditSession, path: Path) -> None:
    states = [everything(edit_session)]
    ids = towns(edit_session)
    strak = draw_corridor(edit_session, STRAK, ids)
    draw_link(edit_session, SAMBAND, ids[0], ids[1])
    before = line_of(edit_session, strak)
    states.append(everything(edit_session))
    move_node(edit_session, ids[1], NEW)
    states.append(everything(edit_session))
    moved = line_of(edit_session, strak)
    assert off(before, TOWNS["Örebro"]) < 0.01 < 1000 < off(moved, TOWNS["Örebro"])
    assert off(moved, NEW) < 0.01 and moved[0] == before[0] and moved[-1] == before[-1]

    assert edit_session.undo_text() == "Flytta Örebro" == edit_session.undo()
    assert everything(edit_session) == states[1]
    for _ in range(5):
        assert edit_session.undo()
    assert not edit_session.can_undo() and everything(edit_session) == states[0]
    while edit_session.redo():
        pass
    assert everything(edit_session) == states[2]

    edit_session.save()
    assert not edit_session.unsaved() and edit_session.undo_text() == "Flytta Örebro"
    edit_session.close()
    kept = in_file(path)
    assert set(kept) == {*TOWNS, "Karlstad–Västerås", "Karlstad–Örebro"}
    assert kept["Karlstad–Västerås"].attribut["noder"] == "{" + ",".join(ids) + "}"
    again = desk_on(path)
    assert off(line_of(again, strak), NEW) < 0.01
    move_node(again, ids[1], TOWNS["Örebro"])
    assert off(line_of(again, strak), TOWNS["Örebro"]) < 0.01
    again.close()


def test_an_exception_leaves_nothing_of_the_command(edit_session: EditSession) -> None:
    ids = towns(edit_session)
    before, steps = (
        everything(edit_session),
        {code: layer.undoStack().count() for code, layer in edit_session.layers.items()},
    )
    with pytest.raises(ZeroDivisionError), edit_session.command("Mycket"):
        draw_corridor(edit_session, STRAK, ids)
        move_node(edit_session, ids[0], NEW)
        raw = edit_session.layers["nod"]
        raw.changeAttributeValue(edit_session.known(ids[1]).fid, raw.fields().indexOf("namn"), "Rått")
        raise ZeroDivisionError
    assert everything(edit_session) == before
    assert {code: layer.undoStack().count() for code, layer in edit_session.layers.items()} == steps
    with pytest.raises(StoreError), edit_session.command("Ett fel inuti som någon gömmer"):
        set_values(edit_session, ids[0], {"namn": "Ny"})
        with pytest.raises(StoreError):
            set_values(edit_session, ids[0], {"finns_inte": "Ny"})
    assert everything(edit_session) == before and edit_session.undo_text() == "Rita Västerås"


def test_a_command_that_changes_nothing_is_no_step(edit_session: EditSession) -> None:
    first = towns(edit_session)[0]
    said = []
    edit_session.changed.append(lambda: said.append(1))
    assert set_values(edit_session, first, {"namn": "Karlstad"}) is False
    assert edit_session.undo_text() == "Rita Västerås" and not said
    assert set_values(edit_session, first, {"namn": "Carlstad", "roll": ("nodstad", "hamn")}) is True
    assert edit_session.feature(first)["roll"] == "{nodstad,hamn}" and edit_session.feature(first)["andrad_av"] == "Åsa"
    assert said == [1]


def test_plain_undo_on_one_layer_takes_the_others_along(edit_session: EditSession) -> None:
    ids = towns(edit_session)
    strak = draw_corridor(edit_session, STRAK, ids)
    states = [everything(edit_session)]
    move_node(edit_session, ids[1], NEW)
    states.append(everything(edit_session))
    set_values(edit_session, strak, {"namn": "Nobelbanestråket"})
    states.append(everything(edit_session))
    # the stråk was renamed after the move: undoing the move on the node layer must undo the renaming too
    edit_session.layers["nod"].undoStack().undo()
    assert everything(edit_session) == states[0] and edit_session.undo_text() == "Rita Karlstad–Västerås"
    edit_session.layers["strak"].undoStack().redo()
    assert everything(edit_session) == states[1] and edit_session.undo_text() == "Flytta Örebro"
    assert edit_session.redo() and everything(edit_session) == states[2]


def test_what_other_tools_do_is_a_step_in_the_same_order(edit_session: EditSession) -> None:
    ids = towns(edit_session)
    move_node(edit_session, ids[1], NEW)
    edit_session.undo()
    before = everything(edit_session)
    layer = edit_session.layers["nod"]
    layer.beginEditCommand("Attribut ändrade")
    layer.changeAttributeValue(edit_session.known(ids[0]).fid, layer.fields().indexOf("namn"), "Ändrad i tabellen")
    layer.endEditCommand()
    assert edit_session.undo_text() == "Attribut ändrade" and not edit_session.can_redo()
    assert not any(each.undoStack().canRedo() for each in edit_session.layers.values())
    edit_session.undo()
    assert everything(edit_session) == before
    edit_session.redo()
    assert edit_session.known(ids[0]).namn == "Ändrad i tabellen"


def test_saving_one_layer_alone_forgets_nothing(edit_session: EditSession) -> None:
    ids = towns(edit_session)
    draw_link(edit_session, SAMBAND, ids[0], ids[1])
    edit_session.layers["nod"].commitChanges(False)
    assert edit_session.undo_text() == "Rita Karlstad–Örebro"
    move_node(edit_session, ids[0], NEW)
    undone = [edit_session.undo() for _ in range(5)]
    assert undone == ["Flytta Karlstad", "Rita Karlstad–Örebro", "Rita Västerås", "Rita Örebro", "Rita Karlstad"]
    assert not edit_session.can_undo() and not everything(edit_session)


def test_what_cannot_be_saved_is_said_and_kept(edit_session: EditSession, path: Path) -> None:
    import sqlite3

    towns(edit_session)
    with sqlite3.connect(path) as database:
        database.execute("CREATE TRIGGER nej BEFORE INSERT ON nod BEGIN SELECT RAISE(ABORT, 'full disk'); END")
    with pytest.raises(StoreError, match="Noder"):
        edit_session.save()
    assert edit_session.unsaved() and edit_session.layers["nod"].isEditable()
    with sqlite3.connect(path) as database:
        database.execute("DROP TRIGGER nej")
    edit_session.save()
    assert set(in_file(path)) == set(TOWNS)


def test_deleting_says_what_it_loosens_and_undo_ties_it_again(edit_session: EditSession, path: Path) -> None:
    ids = towns(edit_session)
    strak = draw_corridor(edit_session, STRAK, ids)
    samband = draw_link(edit_session, SAMBAND, ids[0], ids[1])
    edit_session.save()
    before = everything(edit_session)
    loosened = delete_object(edit_session, ids[0])
    assert loosened.corridors == (strak,) and loosened.links == (samband,)
    assert edit_session.known(strak).noder == tuple(ids[1:]) and edit_session.known(samband).singles == {
        "till_id": ids[1]
    }
    edit_session.undo()
    assert everything(edit_session) == before
    edit_session.redo()
    edit_session.save()
    assert "Karlstad" not in in_file(path)


def test_new_objects_are_whole_rows(edit_session: EditSession) -> None:
    thing = edit_session.feature(add_object(edit_session, NODE, points_geometry([NEW]), "Kil"))
    assert (thing["klass"], thing["niva"], thing["osakerhet"]) == ("nod", "regional", "principiell")
    assert not thing["status"], "without a status: drawn solid"
    assert (thing["skapad_av"], thing["andrad_av"], thing["grupp"], thing["version"]) == ("Åsa", "Åsa", "Bord 2", 1)
    with pytest.raises(StoreError, match="ritas"):
        add_object(edit_session, STRAK, points_geometry([NEW]))


def test_a_command_that_may_not_be_leaves_nothing_in_any_layer(edit_session: EditSession) -> None:
    ids = towns(edit_session)
    draw_link(edit_session, SAMBAND, ids[0], ids[1])
    before, last = everything(edit_session), edit_session.undo_text()

    def refuse(code: str, rows: list[RowEdit]) -> None:
        if code == "nod" and any(row.before is not None for row in rows):
            raise StoreError("Noder ändras inte.")

    edit_session.after_edit.append(refuse)
    with pytest.raises(StoreError, match="Noder ändras inte"):
        move_node(edit_session, ids[0], NEW)  # the samband follows it
    assert everything(edit_session) == before and edit_session.undo_text() == last and not edit_session.can_redo()
    add_object(edit_session, NODE, points_geometry([NEW]), "Kil")
    edit_session.undo()
    assert everything(edit_session) == before
