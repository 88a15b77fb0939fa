"""In a group's copy goals are linked as far as the group may change what is there."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.goal_links import objects_linked_to
from tests.gui.dock_helpers import texts, wait
from tests.gui.workshop.helpers import DockOn, Started, draw, named


def test_a_group_that_comments_gets_a_sentence_and_no_tool(started: Started, dock_on: DockOn) -> None:
    with dock_on(started[1][3]) as dock:
        control = dock.tabs.goal_linking
        wait(lambda: control.ready)
        control.ask_for_page()
        QApplication.processEvents()
        assert "kommentera och rösta" in texts(dock)[-1] and dock.tools.current_tool is None


def test_a_group_that_adds_links_its_own_and_a_refused_round_stays_chosen(started: Started, dock_on: DockOn) -> None:
    with dock_on(started[1][2]) as dock:
        control, session = dock.tabs.goal_linking, dock.tools.edit_session
        wait(lambda: control.ready)
        dock.parent().show()
        control.ask_for_page()
        QApplication.processEvents()
        goal = control.goal
        draw(dock, "Vårt förslag")
        own = named(dock, "Vårt förslag")
        control.point_at([own], False)
        control.finish()
        row = objects_linked_to(session, goal.mal_id)[own]
        assert row.bidrag == 1 and control.goal != goal
        session.after_edit.insert(0, _refuse)
        control.point_at([own], False)
        control.finish()
        assert control.by_goal.picked == (own,) and "Det här får ni inte." in texts(dock)[-1]
        session.after_edit.remove(_refuse)


def _refuse(*_: object) -> None:
    from strukturbild_plugin.errors import StoreError

    raise StoreError("Det här får ni inte.")
