"""What is drawn is saved at the end of each gesture, without disturbing anybody, and undone through it."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import QgsApplication, QgsDefaultValue, QgsProject, QgsSettings, QgsVectorLayerUtils
from qgis.gui import QgsAttributeForm
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.objects import add_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import EditSession, layers_by_code
from strukturbild_plugin.gui.saving.save_controller import REST_MS, SOON_MS, SaveController
from strukturbild_plugin.gui.session.open_document import OpenDocument, put_in_project, take_out_of_project
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.drawing.helpers import NODE, in_file
from tests.store.helpers import FILE_NAME, new_file

KIL = (420000.0, 6600000.0)
HALF_KIL = {"Kil \ufffd", "Kil ?"}
"""What Qt 5 of different ages makes of half a character."""


class Opened(QObject):
    """As much of a session as saving asks for, over real layers."""

    opened_changed = pyqtSignal()
    layers_changed = pyqtSignal()
    content_changed = pyqtSignal()
    saved = pyqtSignal()

    def __init__(self, opened: OpenDocument) -> None:
        super().__init__()
        self.opened: OpenDocument | None = opened
        self.warned: list[str] = []
        self.messages = SimpleNamespace(warn=self.warned.append)
        self.runner = SimpleNamespace(busy=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_file(tmp_path_factory.mktemp("gjord"))


@pytest.fixture
def session(qgis_app: QgsApplication, made: Path, tmp_path: Path) -> Iterator[Opened]:
    QgsSettings().remove("strukturbild")
    QgsProject.instance().clear()
    path = Path(shutil.copy(made, tmp_path / FILE_NAME))
    opened = put_in_project(path, read_snapshot(path).head, "sv")
    yield Opened(opened)
    opened.discard()
    take_out_of_project(QgsProject.instance())
    QgsProject.instance().clear()
    QgsSettings().remove("strukturbild")


@pytest.fixture
def edit_session(session: Opened) -> Iterator[EditSession]:
    catalogue = read_snapshot(session.opened.path).catalogue
    made = EditSession(layers_by_code(session.opened.layers(), catalogue), catalogue, author="Åsa")
    yield made
    made.close()


@pytest.fixture
def held() -> list[Qt.MouseButton]:
    return [Qt.MouseButton.NoButton]


@pytest.fixture
def saving(session: Opened, held: list[Qt.MouseButton]) -> Iterator[SaveController]:
    made = SaveController(session, buttons=lambda: held[0], outside=lambda _path: "")
    session.opened_changed.emit()
    yield made
    made.close()


def alone(path: Path) -> set[str]:
    """The names that a copy of the file alone has."""
    copied = Path(shutil.copy(path, path.with_name("kopia.gpkg")))
    return set(in_file(copied))


def test_each_gesture_is_in_the_file_and_in_a_copy_of_it_undone_ones_too(
    session: Opened, edit_session: EditSession, saving: SaveController
) -> None:
    times: list[str] = []
    session.saved.connect(lambda: times.append(saving.state().text))
    assert saving.state().text == "Allt är sparat."
    objekt_id = add_object(edit_session, NODE, points_geometry([KIL]), "Kil")
    QApplication.processEvents()
    assert alone(session.opened.path) == {"Kil"} and not edit_session.unsaved()
    assert edit_session.known(objekt_id).fid > 0
    assert len(times) == 1 and re.fullmatch(r"Sparat \d\d\.\d\d", times[0])
    set_values(edit_session, objekt_id, {"namn": "Karlstad"})
    QApplication.processEvents()
    assert alone(session.opened.path) == {"Karlstad"}
    for expected in ({"Kil"}, set()):
        edit_session.undo()
        QApplication.processEvents()
        assert alone(session.opened.path) == expected
    edit_session.redo()
    QApplication.processEvents()
    assert alone(session.opened.path) == {"Kil"}


def test_nothing_is_saved_while_a_button_is_held_or_a_command_is_open(
    session: Opened, edit_session: EditSession, saving: SaveController, held: list[Qt.MouseButton]
) -> None:
    held[0] = Qt.MouseButton.LeftButton
    add_object(edit_session, NODE, points_geometry([KIL]), "Kil")
    QApplication.processEvents()
    assert edit_session.unsaved() and not saving.save_now()
    held[0] = Qt.MouseButton.NoButton
    layer = edit_session.layer("nod")
    layer.beginEditCommand("pågår")
    assert not saving.save_now() and edit_session.unsaved()
    layer.destroyEditCommand()
    assert saving.save_now() and not edit_session.unsaved()


def test_it_never_waits_for_another_program_and_tries_again(
    session: Opened, edit_session: EditSession, saving: SaveController
) -> None:
    other = sqlite3.connect(session.opened.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    add_object(edit_session, NODE, points_geometry([KIL]), "Kil")
    QApplication.processEvents()
    errors: list[str] = []
    edit_session.layer("nod").raiseError.connect(errors.append)
    assert not saving.save_now() and edit_session.unsaved() and not session.warned
    assert not errors, "QGIS itself, which waits, was not asked"
    assert not saving.save_now() and not saving.save_now()
    state = saving.state()
    assert "används av ett annat program" in state.text and state.button == "Försök igen" and "Noder" in state.more
    other.execute("ROLLBACK")
    other.close()
    assert saving.save_now() and set(in_file(session.opened.path)) == {"Kil"}
    assert saving.state().saved


@pytest.mark.parametrize("trouble", ["låst", "vägrat"])
def test_what_was_undone_before_it_could_be_saved_stands_in_no_later_gestures_way(
    session: Opened, edit_session: EditSession, saving: SaveController, trouble: str
) -> None:
    other = sqlite3.connect(session.opened.path, isolation_level=None)
    if trouble == "låst":
        other.execute("BEGIN IMMEDIATE")
    else:
        other.execute("CREATE TRIGGER nej BEFORE INSERT ON nod BEGIN SELECT RAISE(ABORT, 'fullt'); END")
    add_object(edit_session, NODE, points_geometry([KIL]), "Kil")
    QApplication.processEvents()
    assert not saving.save_now() and not saving.state().saved
    edit_session.undo()
    QApplication.processEvents()
    assert saving.state().saved and not saving.state().more
    other.execute("ROLLBACK" if trouble == "låst" else "DROP TRIGGER nej")
    other.close()
    add_object(edit_session, NODE, points_geometry([KIL]), "Forshaga")
    QApplication.processEvents()
    assert set(in_file(session.opened.path)) == {"Forshaga"} and saving.state().text.startswith("Sparat ")


def test_one_that_begins_to_write_just_before_the_save_is_waited_for_without_a_word(
    session: Opened, edit_session: EditSession, saving: SaveController
) -> None:
    other = sqlite3.connect(session.opened.path, isolation_level=None)
    session.opened.guard.before_save = lambda: other.execute("BEGIN IMMEDIATE") and None
    add_object(edit_session, NODE, points_geometry([KIL]), "Kil")
    QApplication.processEvents()
    session.opened.guard.before_save = None
    assert not session.warned and saving.state().text == "Sparar…"
    other.execute("ROLLBACK")
    other.close()
    assert saving.save_now() and set(in_file(session.opened.path)) == {"Kil"}


def test_a_reader_that_goes_on_makes_nothing_be_told_saved_again(
    session: Opened, edit_session: EditSession, saving: SaveController
) -> None:
    times: list[str] = []
    session.saved.connect(lambda: times.append("sparat"))
    edit_session.start()
    with sqlite3.connect(session.opened.path, isolation_level=None) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM nod").fetchone()
        add_object(edit_session, NODE, points_geometry([KIL]), "Kil")
        QApplication.processEvents()
        for _try in range(3):
            assert saving.save_now()
        assert times == ["sparat"] and alone(session.opened.path) == set()
        reader.execute("ROLLBACK")
    assert saving.save_now() and alone(session.opened.path) == {"Kil"}


def test_half_a_character_does_not_keep_the_rest_from_being_saved(
    session: Opened, edit_session: EditSession, saving: SaveController
) -> None:
    """A text field with a limit cuts a picture sign in two."""
    add_object(edit_session, NODE, points_geometry([KIL]), "Kil \ud83d")
    QApplication.processEvents()
    assert set(in_file(session.opened.path)) == {"Kil \ufffd"} and saving.state().saved


def test_half_a_character_from_qgis_own_form_is_saved_undone_and_comes_back(
    session: Opened, edit_session: EditSession, saving: SaveController
) -> None:
    """QGIS keeps the half itself; newer QGIS does not take it back from Python."""
    layer = edit_session.layer("nod")
    name = layer.fields().indexOf("namn")
    layer.startEditing()
    layer.setDefaultValueDefinition(name, QgsDefaultValue("'Kil ' || char(55357)"))
    feature = QgsVectorLayerUtils.createFeature(layer, points_geometry([KIL]))
    layer.beginEditCommand("Lägg till objekt")
    assert layer.addFeature(feature)
    layer.endEditCommand()
    QApplication.processEvents()
    assert saving.save_now() and set(in_file(session.opened.path)) & HALF_KIL
    edit_session.undo()
    assert saving.save_now() and in_file(session.opened.path) == {}
    edit_session.redo()
    assert saving.save_now() and set(in_file(session.opened.path)) & HALF_KIL


def test_a_fault_of_ours_is_not_told_saved_and_it_is_tried_again(
    session: Opened, edit_session: EditSession, saving: SaveController
) -> None:
    def fail() -> None:
        raise RuntimeError("ett fel hos oss")

    session.opened.guard.before_save = fail
    add_object(edit_session, NODE, points_geometry([KIL]), "Kil")
    with pytest.raises(RuntimeError):
        saving.save_now()
    state = saving.state()
    assert state.text == "Inte sparat." and "oväntat" in state.more and state.button == "Försök igen"
    session.opened.guard.before_save = None
    assert saving._timer.isActive() and saving.save_now() and saving.state().saved


def test_on_a_share_or_in_a_synchronised_folder_it_waits_for_rest(session: Opened, edit_session: EditSession) -> None:
    near = SaveController(session, outside=lambda _path: "")
    session.opened_changed.emit()
    assert near.wait_ms() == SOON_MS
    near.close()
    made = SaveController(session, outside=lambda _path: "Mappen synkroniseras.")
    session.opened_changed.emit()
    assert made.wait_ms() == REST_MS
    add_object(edit_session, NODE, points_geometry([KIL]), "Kil")
    QApplication.processEvents()
    assert edit_session.unsaved() and made.state().button == "Spara nu" and "Mappen synk" in made.state().more
    assert made.save_now() and made.state().saved
    made.close()


def test_a_refusal_is_told_once_and_kept(session: Opened, edit_session: EditSession, saving: SaveController) -> None:
    with sqlite3.connect(session.opened.path) as database:
        database.execute("CREATE TRIGGER nej BEFORE INSERT ON nod BEGIN SELECT RAISE(ABORT, 'fullt'); END")
    add_object(edit_session, NODE, points_geometry([KIL]), "Kil")
    QApplication.processEvents()
    assert not saving.save_now() and len(session.warned) == 1 and edit_session.unsaved()
    assert saving.state().text == "Inte sparat." and "fullt" in saving.state().more


def test_a_selection_an_open_form_and_snapping_are_undisturbed(
    session: Opened, edit_session: EditSession, saving: SaveController
) -> None:
    ids = [add_object(edit_session, NODE, points_geometry([(KIL[0] + 1000 * n, KIL[1])]), f"N{n}") for n in range(3)]
    layer = edit_session.layer("nod")
    layer.selectByIds([edit_session.known(one).fid for one in ids[:2]])  # new rows, whose numbers become others
    assert saving.save_now()
    chosen = sorted(feature["namn"] for feature in layer.selectedFeatures())
    assert chosen == ["N0", "N1"]
    feature = edit_session.feature(ids[0])
    form = QgsAttributeForm(layer, feature)
    form.changeAttribute("namn", "Skrivet i formuläret")
    set_values(edit_session, ids[1], {"namn": "Annat"})
    QApplication.processEvents()
    assert not edit_session.unsaved() and form.save()
    QApplication.processEvents()
    assert set(in_file(session.opened.path)) == {"Skrivet i formuläret", "Annat", "N2"}
    assert sorted(one["namn"] for one in layer.selectedFeatures()) == ["Annat", "Skrivet i formuläret"]
    edit_session.undo()
    assert edit_session.known(ids[0]).namn == "N0"


def test_a_file_that_was_left_does_not_say_that_it_is_open(session: Opened, saving: SaveController) -> None:
    path = session.opened.path
    reader = sqlite3.connect(path)
    reader.execute("PRAGMA journal_mode = WAL")
    reader.execute("SELECT count(*) FROM nod").fetchone()
    session.opened.discard()
    take_out_of_project(QgsProject.instance())
    session.opened, was = None, session.opened
    session.opened_changed.emit()
    saving.make_left_plain()
    assert path.read_bytes()[18:20] == b"\x02\x02", "någon har den öppen"
    reader.close()
    QgsProject.instance().clear()
    session.runner.busy = True
    saving.make_left_plain()
    assert path.read_bytes()[18:20] == b"\x02\x02", "en uppgift kan hålla på att ersätta den"
    session.runner.busy = False
    saving.make_left_plain()
    session.opened = was
    assert path.read_bytes()[18:20] == b"\x01\x01"
