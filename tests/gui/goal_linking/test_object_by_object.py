"""Object by object: goals are chosen with keys, written with one reason, and the map goes calmly to the next."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.goal_links import goal_links_of, unlink_objects
from strukturbild_plugin.gui.goal_linking.goal_link_page import BY_GOAL, BY_OBJECT
from strukturbild_plugin.gui.goal_linking.object_order import go_to, without_goals
from tests.gui.dock_helpers import wait


def bare(dock: Any, number: int) -> list[str]:
    """So many objects lose their goals, in one step."""
    session, goals = dock.tools.edit_session, dock.session.snapshot.goals
    ids = [one.objekt_id for one in session.objects.all() if one.bild_id == dock.tools.picture][:number]
    with session.command("prov"):
        for goal in goals:
            unlink_objects(session, goal.mal_id, ids)
    return [each for each in without_goals(session, dock.tools.picture) if each in ids]


def test_numbers_choose_goals_enter_writes_and_shows_the_next_without(dock: Any) -> None:
    page, control, session = dock.tabs.goal_link_page, dock.tabs.goal_linking, dock.tools.edit_session
    canvas = dock.session.iface.mapCanvas()
    waiting = without_goals(session, dock.tools.picture)
    first, second, *_ = bare(dock, 3)
    control.by_object.objekt_id = first
    page.modes[BY_OBJECT].click()
    assert control.overlay.chosen == 1 and "utan mål" in page.about.text()
    canvas.setFocus()
    for each in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_Plus):
        QTest.keyClick(canvas, each)
    assert page.chosen.text().startswith("Valda mål: 2.") and page.write.text() == "Koppla 2 mål: Stödjer starkt"
    QTest.keyClicks(canvas, "B")
    QTest.keyClicks(page.reason, "ra")
    QTest.keyClick(page.reason, Qt.Key.Key_Return)
    seen = page.goals.seen_goals()
    written = {row.mal_id: (row.bidrag, row.motivering) for row in goal_links_of(session, first)}
    assert written == {seen[0]: (2, "Bra"), seen[3]: (2, "Bra")}
    assert control.by_object.objekt_id in {second, *waiting} and page.reason.text() == ""
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert len(goal_links_of(session, second)) == 0, "Enter utan mål skriver inget"
    dock.tools.undo()
    assert goal_links_of(session, first) == ()
    page.modes[BY_GOAL].click()


def test_the_linked_row_says_how_and_a_click_takes_another_object(dock: Any) -> None:
    page, control, session = dock.tabs.goal_link_page, dock.tabs.goal_linking, dock.tools.edit_session
    linked = next(link.objekt_id for link in dock.session.snapshot.links if link.motivering)
    page.modes[BY_OBJECT].click()
    control.point_at([linked], False)
    QApplication.processEvents()
    rows = [item.text(0) for item in page.goals.goal_items() if "Kopplat: " in item.text(0)]
    assert len(rows) == len(goal_links_of(session, linked)) and all(" – " in row for row in rows)
    page.modes[BY_GOAL].click()


def test_suggestions_are_off_and_marked_when_on_and_write_nothing(dock: Any) -> None:
    page, control, session = dock.tabs.goal_link_page, dock.tabs.goal_linking, dock.tools.edit_session
    (first,) = bare(dock, 1)
    control.by_object.objekt_id = first
    page.modes[BY_OBJECT].click()

    def marked() -> list[str]:
        return [item.text(0) for item in page.goals.goal_items() if item.text(0).endswith("· Förslag")]

    assert not page.suggests.isChecked() and marked() == []
    page.suggests.click()
    assert marked() and not control.by_object.ticked and not goal_links_of(session, first)
    control.finish()
    assert not goal_links_of(session, first)
    page.suggests.click()
    page.modes[BY_GOAL].click()


def test_the_map_stays_when_it_shows_the_object_and_else_moves_at_the_same_scale(dock: Any) -> None:
    canvas = dock.session.iface.mapCanvas()
    canvas.setExtent(QgsRectangle(400_000, 6_560_000, 480_000, 6_620_000))
    before, wide = canvas.extent(), canvas.mapUnitsPerPixel()
    go_to(canvas, QgsRectangle(430_000, 6_580_000, 431_000, 6_581_000))
    assert canvas.extent() == before
    go_to(canvas, QgsRectangle(600_000, 6_580_000, 601_000, 6_581_000))
    assert canvas.extent().contains(QgsRectangle(600_000, 6_580_000, 601_000, 6_581_000))
    assert abs(canvas.mapUnitsPerPixel() / wide - 1) < 1e-6
    go_to(canvas, QgsRectangle(300_000, 6_400_000, 600_000, 6_700_000))
    assert canvas.extent().contains(QgsRectangle(300_000, 6_400_000, 600_000, 6_700_000))
    dock.session.zoom_to_area()


def test_when_the_tool_is_laid_down_the_page_says_how_to_go_on(dock: Any) -> None:
    page = dock.tabs.goal_link_page
    page.modes[BY_OBJECT].click()
    assert "för att fortsätta" not in page.chosen.text()
    dock.tools.return_to_select_tool()
    wait(lambda: page.chosen.text().endswith("Klicka på ett mål för att fortsätta."))
    page.modes[BY_GOAL].click()


def test_no_goal_looks_chosen_that_is_not(dock: Any) -> None:
    page, control = dock.tabs.goal_link_page, dock.tabs.goal_linking
    control.by_object.objekt_id = bare(dock, 1)[0]
    page.modes[BY_OBJECT].click()
    assert page.goals.tree.selectedItems() == []
    QTest.keyClick(dock.session.iface.mapCanvas(), Qt.Key.Key_2)
    assert page.goals.tree.selectedItems() == [] and len(control.by_object.ticked) == 1
    control.let_go()
    page.modes[BY_GOAL].click()
    assert [page.current_goal()] == [item.data(0, Qt.ItemDataRole.UserRole) for item in page.goals.tree.selectedItems()]


def test_suggestions_are_counted_and_the_first_is_shown(dock: Any) -> None:
    page, control, session = dock.tabs.goal_link_page, dock.tabs.goal_linking, dock.tools.edit_session
    page.modes[BY_OBJECT].click()
    said = set()
    for record in session.objects.all():
        control.point_at([record.objekt_id], False)
        page.suggests.setChecked(True)
        number = len(control.by_object.suggested)
        said.add(page.chosen.text().replace(str(number), "N"))
        if number:
            assert page.current_goal() == control.by_object.suggested[0]
        page.suggests.setChecked(False)
    assert said <= {"Förslag: N mål.", "Inget mål liknar objektets klass och namn."} and "Förslag: N mål." in said
    page.modes[BY_GOAL].click()
