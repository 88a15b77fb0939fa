"""Goal by goal: objects chosen on the map with mouse and keys, written once with one reason, undone as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.goal_links import link_objects, objects_linked_to
from strukturbild_plugin.gui.goal_linking.goal_link_page import BY_OBJECT, GoalLinkPage
from strukturbild_plugin.gui.object_panel.goal_tree import CODE, GoalTreeView
from tests.gui.dock_helpers import texts, wait
from tests.gui.tool_helpers import click, drag


def towns(dock: Any, *names: str) -> list[tuple[float, float]]:
    here = [one for one in dock.tools.edit_session.objects.all() if one.bild_id == dock.tools.picture]
    return [next(one.places[0] for one in here if one.namn == name and one.places) for name in names]


def lasso(dock: Any, *names: str) -> None:
    """A ring some way round towns."""
    spots = towns(dock, *names)
    west, east = min(x for x, _ in spots) - 9_000, max(x for x, _ in spots) + 9_000
    south, north = min(y for _, y in spots) - 9_000, max(y for _, y in spots) + 9_000
    ring = [(west, south), (west, north), (east, north), (east, south)]
    drag(dock.session.iface.mapCanvas(), *ring, ring[0])


def picked(dock: Any) -> list[str]:
    return sorted(dock.tools.edit_session.known(each).namn for each in dock.tabs.goal_linking.by_goal.picked)


def key(dock: Any, *keys: Any) -> None:
    for each in keys:
        QTest.keyClick(dock.session.iface.mapCanvas(), each)
    QApplication.processEvents()


def test_a_round_is_one_step_with_one_reason_and_goes_to_the_next_goal(dock: Any) -> None:
    page, control = dock.tabs.goal_link_page, dock.tabs.goal_linking
    session, canvas = dock.tools.edit_session, dock.session.iface.mapCanvas()
    seen, goal = page.goals.seen_goals(), control.goal
    name = f"{goal.kod} {goal.titel}"
    assert dock.tabs.currentWidget() is page and dock.tools.current_tool.title == f"Koppla till {name}"
    before = objects_linked_to(session, goal.mal_id)
    click(canvas, *towns(dock, "Karlstad", "Örebro", "Kristinehamn"))
    click(canvas, *towns(dock, "Örebro"))
    assert picked(dock) == ["Karlstad", "Kristinehamn"] and control.overlay.chosen == 2
    key(dock, Qt.Key.Key_Plus)
    QTest.keyClicks(canvas, "K")
    QTest.keyClicks(page.reason, "ortare restid")
    QTest.keyClick(page.reason, Qt.Key.Key_Return)
    now = objects_linked_to(session, goal.mal_id)
    new = {session.known(each).namn: (row.bidrag, row.motivering) for each, row in now.items() if each not in before}
    assert new == {"Karlstad": (2, "Kortare restid"), "Kristinehamn": (2, "Kortare restid")}
    assert control.goal.mal_id == seen[seen.index(goal.mal_id) + 1] and not control.by_goal.picked
    assert (page.reason.text(), page.contribution) == ("", 1)
    assert session.undo_text() == f"Koppla 2 objekt till {name}"
    dock.tools.undo()
    assert objects_linked_to(session, goal.mal_id) == before


def test_a_lasso_takes_what_lies_within_and_lets_go_of_it_again_but_not_with_shift(dock: Any) -> None:
    canvas, control = dock.session.iface.mapCanvas(), dock.tabs.goal_linking
    click(canvas, *towns(dock, "Arvika"))
    lasso(dock, "Karlskoga", "Kristinehamn")
    assert {"Arvika", "Karlskoga", "Kristinehamn"} <= set(picked(dock)) and "Karlstad" not in picked(dock)
    control.surround(control.by_goal.picked[1:], True)
    assert "Karlskoga" in picked(dock)
    lasso(dock, "Karlskoga", "Kristinehamn")
    assert picked(dock) == ["Arvika"]
    key(dock, Qt.Key.Key_Escape)
    assert picked(dock) == [] and dock.tools.current_tool is not None and not dock.tools.select_tool_active()
    key(dock, Qt.Key.Key_Escape)
    assert dock.tools.select_tool_active() and not control.overlay.linked


def test_what_is_linked_is_lit_by_contribution_changed_and_taken_away(dock: Any) -> None:
    page, control, session = dock.tabs.goal_link_page, dock.tabs.goal_linking, dock.tools.edit_session
    goal, canvas = control.goal, dock.session.iface.mapCanvas()
    click(canvas, *towns(dock, "Karlstad"))
    karlstad = control.by_goal.picked[0]
    link_objects(session, goal.mal_id, [karlstad], -2, "Tränger ut", "")
    control.let_go()
    linked = objects_linked_to(session, goal.mal_id)
    here = [row.bidrag for each, row in linked.items() if session.known(each).bild_id == dock.tools.picture]
    assert control.overlay.linked == {number: here.count(number) for number in set(here)}
    click(canvas, *towns(dock, "Karlstad"))
    assert (page.contribution, page.reason.text()) == (-2, "Tränger ut")
    click(canvas, *towns(dock, "Örebro"))
    assert (page.contribution, page.reason.text()) == (1, ""), "det var den förstas, inte bådas"
    click(canvas, *towns(dock, "Örebro"))
    assert (page.contribution, page.reason.text()) == (-2, "Tränger ut")
    key(dock, Qt.Key.Key_Plus, Qt.Key.Key_Return)
    assert objects_linked_to(session, goal.mal_id)[karlstad].bidrag == -1
    page.goals.choose(goal.mal_id)
    click(canvas, *towns(dock, "Karlstad"))
    key(dock, Qt.Key.Key_Delete)
    assert karlstad not in objects_linked_to(session, goal.mal_id)


def test_a_reason_that_is_emptied_goes_and_one_that_is_not_given_stays(dock: Any) -> None:
    page, control, session = dock.tabs.goal_link_page, dock.tabs.goal_linking, dock.tools.edit_session
    goal, canvas = control.goal, dock.session.iface.mapCanvas()
    click(canvas, *towns(dock, "Karlstad", "Örebro"))
    ids = control.by_goal.picked
    link_objects(session, goal.mal_id, ids, 1, "Förhastat", "")
    control.let_go()
    click(canvas, *towns(dock, "Karlstad", "Örebro"))
    assert page.reason.text() == ""
    key(dock, Qt.Key.Key_Plus, Qt.Key.Key_Return)
    assert {row.motivering for each, row in objects_linked_to(session, goal.mal_id).items() if each in ids} == {
        "Förhastat"
    }
    page.goals.choose(goal.mal_id)
    click(canvas, *towns(dock, "Karlstad"))
    assert page.reason.text() == "Förhastat"
    page.reason.clear()
    key(dock, Qt.Key.Key_Return)
    now = objects_linked_to(session, goal.mal_id)
    assert [now[each].motivering for each in ids] == ["", "Förhastat"] and now[ids[0]].bidrag == 2
    dock.tools.undo()
    assert objects_linked_to(session, goal.mal_id)[ids[0]].motivering == "Förhastat"


def test_a_number_chooses_a_goal_and_a_reason_without_objects_is_kept(dock: Any) -> None:
    page, control = dock.tabs.goal_link_page, dock.tabs.goal_linking
    key(dock, Qt.Key.Key_3)
    assert control.goal.mal_id == page.goals.seen_goals()[2] and dock.tools.draw_mode is None
    page.reason.insert("Det här skrevs")
    control.finish()
    assert page.reason.text() == "Det här skrevs" and "Välj först på kartan" in texts(dock)[-1]
    assert all("Region " in item.text(0) or "Reger" in item.text(0) for item in page.goals.goal_items())


def test_the_light_and_the_tool_go_with_the_page(dock: Any) -> None:
    control = dock.tabs.goal_linking
    assert control.overlay.linked
    dock.tabs.setCurrentWidget(dock.tabs.steps)
    assert not control.overlay.linked and dock.tools.select_tool_active()


def test_what_has_just_been_linked_is_said_until_something_else_is_chosen(dock: Any) -> None:
    page, control = dock.tabs.goal_link_page, dock.tabs.goal_linking
    canvas, name = dock.session.iface.mapCanvas(), f"{control.goal.kod} {control.goal.titel}"
    click(canvas, *towns(dock, "Karlstad", "Örebro"))
    key(dock, Qt.Key.Key_Return)
    assert page.chosen.text() == f"2 objekt kopplade till {name if len(name) <= 24 else name[:23].rstrip() + '…'}"
    click(canvas, *towns(dock, "Karlstad"))
    assert page.chosen.text().startswith("Valda: 1.")
    click(canvas, *towns(dock, "Karlstad"))
    assert "kopplade till" not in page.chosen.text()
    click(canvas, *towns(dock, "Karlstad"))
    key(dock, Qt.Key.Key_Return)
    assert page.chosen.text().startswith("1 objekt kopplat till ")


def test_the_chosen_goal_is_seen_however_low_the_page_is(dock: Any) -> None:
    view = GoalTreeView()
    view.show_snapshot(dock.session.snapshot)
    view.resize(320, 900)
    view.show()
    QApplication.processEvents()
    view.choose(str(view.goal_items()[-1].data(0, CODE)))
    wait(lambda: not view._soon.isActive())
    view.resize(220, 220)
    QApplication.processEvents()
    wait(lambda: not view._soon.isActive())
    assert view.tree.viewport().rect().contains(view.tree.visualItemRect(view.tree.currentItem()).center())
    view.deleteLater()


def test_the_region_s_goals_stand_before_those_for_all(dock: Any) -> None:
    view, snapshot = GoalTreeView(), dock.session.snapshot
    view.show_snapshot(replace(snapshot, goal_sets=tuple(reversed(snapshot.goal_sets))))
    tree = view.tree
    tops = [tree.topLevelItem(place).text(0).partition("\n")[0] for place in range(tree.topLevelItemCount())]
    own = {one.namn for one in dock.session.snapshot.goal_sets if one.lan}
    assert own and [top in own for top in tops] == sorted((top in own for top in tops), reverse=True)


def test_on_a_low_page_the_list_has_the_room(dock: Any) -> None:
    page = GoalLinkPage()
    page.show()
    for height in (1000, 300):
        page.resize(340, height)
        page.show_head("1 Ett mål", "Region Gotland · Mål")
        assert (page.about.isVisible(), page.keys.isVisible()) == (height == 1000, height == 1000)
    page.show_mode(BY_OBJECT)
    page.show_head("Visby", "Nod · utan mål")
    assert page.about.isVisible()
    page.deleteLater()
