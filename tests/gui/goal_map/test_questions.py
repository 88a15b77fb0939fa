"""Where goals meet: listed and marked, answered as one undo step, found again after saving and by the same key."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.analysis.goal_meetings import CONFLICT, SYNERGY, meetings
from strukturbild_plugin.drawing.edits.goal_links import link_objects, objects_linked_to, unlink_objects
from strukturbild_plugin.drawing.edits.goal_questions import ACCEPTED, HANDLED, OPEN, questions_in
from strukturbild_plugin.gui.goal_map.goal_map_page import GAPS, QUESTIONS
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import wait


def questions(dock: Any) -> Any:
    page, control = dock.tabs.goal_map_page, dock.tabs.goal_questions
    page.questions.kinds.setCurrentIndex(0)
    page.questions.states.setCurrentIndex(0)
    page.show_view(QUESTIONS)
    wait(lambda: bool(control.found) and not control.waits and not dock.tabs.goal_map.waits, 20)
    return control


def lines(dock: Any) -> list[str]:
    tree = dock.tabs.goal_map_page.questions.tree
    return [tree.topLevelItem(place).text(0) for place in range(tree.topLevelItemCount())]


def choose(dock: Any, key: str) -> Any:
    view = dock.tabs.goal_map_page.questions
    view.choose(key)
    QApplication.processEvents()
    return view


def test_every_meeting_is_a_line_and_a_mark_with_the_same_number(dock: Any) -> None:
    control, snapshot = questions(dock), dock.tabs.goal_map.snapshot
    wanted = meetings(
        dock.tabs.goal_map.coverage.objects, snapshot.goals, snapshot.links, (), dock.tabs.goal_map.coverage.distances
    )
    assert [one.meeting for one in control.found] == list(wanted)
    assert len(lines(dock)) == len(wanted) and lines(dock)[0].startswith("1. Målkonflikt · Öppen\n")
    assert {mark.key for mark in control.marks()} == {one.key for one in wanted}
    assert dock.tabs.goal_map_page.summary.text() == f"{len(wanted)} frågor, {len(wanted)} öppna."
    dock.tabs.goal_map_page.on_map.setChecked(False)
    assert not control.marks()
    dock.tabs.goal_map_page.on_map.setChecked(True)
    dock.tabs.goal_map_page.show_view(GAPS)
    wait(lambda: not dock.tabs.goal_map.waits)
    assert not control.marks()


def test_an_answer_is_one_undo_step_and_stays_with_the_meeting(dock: Any) -> None:
    control, session = questions(dock), dock.tools.edit_session
    key = control.found[0].key
    view = choose(dock, key)
    ids = [one for one in (control.found[0].question.objekt_id, control.found[0].question.andra_objekt_id) if one]
    assert list(dock.tools.selection.ids) == ids and view.form.isEnabled()
    view.text.setPlainText("<b>Samråd</b> med kommunen")
    view.owner.setFocus()
    QTest.keyClicks(view.owner, "Kommunen")
    QTest.keyClick(view.owner, Qt.Key.Key_Return)
    QApplication.processEvents()
    view.keep()
    assert questions_in(session)[key].ansvarig == "Kommunen"
    view.status.setCurrentIndex(view.status.findData(HANDLED))
    view.status.activated.emit(view.status.currentIndex())
    wait(lambda: questions_in(session)[key].status == HANDLED, 5)
    said = questions_in(session)[key]
    assert (said.text, said.slag, said.nyckel) == ("<b>Samråd</b> med kommunen", CONFLICT, key)
    wait(lambda: "Hanterad" in lines(dock)[0], 5)
    before = session.undo_text()
    assert before.startswith("Svara på frågan Målkonflikt")
    dock.tools.undo()
    wait(lambda: "Öppen" in lines(dock)[0], 5)
    assert questions_in(session)[key].status == OPEN
    while session.can_undo():
        dock.tools.undo()
    assert not questions_in(session)
    wait(lambda: view.text.value() == "", 5)


def test_what_is_written_is_saved_and_read_again_and_the_kinds_are_sorted_out(dock: Any) -> None:
    control, session = questions(dock), dock.tools.edit_session
    synergy = next(one for one in control.found if one.question.slag == SYNERGY)
    view = choose(dock, synergy.key)
    dock.tabs.goal_questions._write(synergy.key, ACCEPTED, "", "Bra")
    assert dock.session.save()
    wait(lambda: not dock.session.runner.busy)
    (row,) = read_snapshot(dock.session.opened.path).questions
    assert (row.nyckel, row.status, row.text) == (synergy.key, ACCEPTED, "Bra")
    wait(lambda: dock.session.snapshot.questions == (row,), 20)
    view.kinds.setCurrentIndex(view.kinds.findData(SYNERGY))
    view.states.setCurrentIndex(view.states.findData(ACCEPTED))
    assert len(lines(dock)) == 1 and control.marks()[0].key == synergy.key
    view.states.setCurrentIndex(view.states.findData(HANDLED))
    assert not lines(dock) and len(control.found) > 40
    control._write(synergy.key, OPEN, "", "")
    assert not questions_in(session)
    assert dock.session.save()
    wait(lambda: not dock.session.runner.busy)


def test_an_answer_whose_meeting_is_gone_from_the_map_is_kept_and_said(dock: Any) -> None:
    control, session = questions(dock), dock.tools.edit_session
    clash = next(one for one in control.found if one.question.slag == CONFLICT and one.question.mal_id)
    control._write(clash.key, ACCEPTED, "Kommunen", "Vägt mot varandra")
    goal = clash.question.mal_id
    links = objects_linked_to(session, goal)
    unlink_objects(session, goal, links)
    wait(lambda: any(one.key == clash.key and one.meeting is None for one in control.found), 20)
    table = control.table()
    assert [row[-1] for row in table.rows if row[5] == "Vägt mot varandra"] == ["Finns inte längre på kartan"]
    first = next(iter(links))
    link_objects(session, goal, [first], links[first].bidrag, "")
    dock.tools.undo()
    dock.tools.undo()
    wait(lambda: any(one.key == clash.key and one.meeting is not None for one in control.found), 20)
    assert questions_in(session)[clash.key].ansvarig == "Kommunen"


def test_the_list_has_the_room_until_a_question_is_chosen(dock: Any) -> None:
    control, view = questions(dock), dock.tabs.goal_map_page.questions
    view.tree.setCurrentItem(None)
    QApplication.processEvents()
    assert not view.form.isVisible() and "inget bevis" in view._proof.text() and view._proof.isVisible()
    choose(dock, control.found[0].key)
    assert view.form.isVisible() and not view._proof.isVisible() and "inget bevis" in view.tree.toolTip()
