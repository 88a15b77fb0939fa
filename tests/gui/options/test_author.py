"""Who draws is seen and changed where one draws, and what a group has drawn can be counted, found and chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMenu

from strukturbild_plugin.gui import settings
from strukturbild_plugin.gui.options.author import natural
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import wait

OTHER: dict[str, Any] = {"bild_id": "22222222-2222-4222-8222-222222222222", "namn": "Nuläge", "ordning": 2}


@pytest.fixture
def dock(dock: Any) -> Any:
    """The dock in a window with room for the card."""
    dock.window().resize(500, 900)
    dock.window().show()
    return dock


def draw(dock: Any, name: str, east: float) -> str:
    dock.tools.add(QgsGeometry.fromPointXY(QgsPointXY(east, 6590000)), name)
    return next(one.objekt_id for one in dock.tools.edit_session.objects.all() if one.namn == name)


def test_another_table_takes_over_with_two_clicks_and_the_pen_that_is_held_follows(dock: Any) -> None:
    dock.steps.go("noder")
    dock.drawing.tiles["nod", "punkt"].click()
    overlay = dock.tools.overlay
    overlay.show_state()
    assert overlay.who.isVisibleTo(overlay) and overlay.who.text() == "Vem ritar?"
    assert "grupp" not in {act.kod for act in dock.tools.actions.all()}
    first = draw(dock, "Utan", 430000)
    dock.tools.who.choose(" Åsa ", "Bord 10")
    second = draw(dock, "Tionde", 440000)
    dock.tools.who.choose("Åsa", "Bord 2")
    assert overlay.who.text() == "Åsa · Bord 2" and dock.tools.draw_mode is not None, "pennan hålls kvar"
    menu = QMenu()
    dock.tools.who.fill(menu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Bord 2", "Bord 10", "Ingen grupp", "Annat namn eller ny grupp…"]
    menu.actions()[1].trigger()
    third = draw(dock, "Tionde igen", 445000)
    edit_session = dock.tools.edit_session
    groups = [edit_session.feature(each)["grupp"] or None for each in (first, second, third)]
    assert groups == [None, "Bord 10", "Bord 10"] and edit_session.feature(third)["skapad_av"] == "Åsa"
    dock.tools.use_select_tool()
    overlay.show_state()
    assert not overlay.who.isVisibleTo(overlay)
    dock.tools.selection.set((first, second))
    act = next(act for act in dock.tools.actions.all() if act.kod == "grupp")
    next(call for words, call, _possible in act.choices if words == "Bord 2")()
    assert {edit_session.feature(each)["grupp"] for each in (first, second)} == {"Bord 2"}
    assert edit_session.undo_text() == "Ritat av Bord 2"
    dock.tools.undo()
    assert edit_session.feature(second)["grupp"] == "Bord 10" and not edit_session.feature(first)["grupp"]
    settings.remember_group("Bord 3")
    dock.options_changed()
    assert edit_session.group == "Bord 3" and "Bord 3" in overlay.who.text()


def lines(page: Any) -> dict[str, str]:
    rows = (page.tree.topLevelItem(row) for row in range(page.tree.topLevelItemCount()))
    return {row.text(0): row.text(1) for row in rows}


def test_the_content_counts_the_picture_and_the_group_and_leads_to_each_object(dock: Any) -> None:
    page, edit_session = dock.overview, dock.tools.edit_session
    dock.tabs.setCurrentWidget(page)
    nodes = [one for one in edit_session.objects.all() if one.lager == "nod"]
    wait(lambda: lines(page).get("Noder") == str(len(nodes)))
    assert page.group.isHidden() and page.choose.isHidden(), "utan grupper finns inget att sila efter"
    dock.tools.who.set_group_of([nodes[0].objekt_id, nodes[1].objekt_id], "Bord 2")
    dock.tools.who.set_group_of([nodes[2].objekt_id], "Bord 1")
    wait(lambda: not page.group.isHidden())
    entries = [page.group.itemText(row) for row in range(page.group.count())]
    assert entries == ["Alla som ritat", "Bord 1", "Bord 2", "Utan grupp"]
    page.group.setCurrentIndex(2)
    page.group.activated.emit(2)
    assert lines(page)["Noder"] == "2" and lines(page)["Stråk"] == "0" and page.about.text().startswith("2 objekt")
    (top,) = page.tree.findItems("Noder", Qt.MatchFlag.MatchExactly)
    top.setExpanded(True)
    names = [top.child(row).text(0) for row in range(top.childCount())]
    assert names == sorted((nodes[0].namn, nodes[1].namn), key=natural)
    assert "Bord 2" in top.child(0).toolTip(0)
    page.tree.itemClicked.emit(top.child(0), 0)
    layer = dock.session.opened.layer("nod")
    assert {feature["namn"] for feature in layer.selectedFeatures()} == {names[0]}
    page.choose.click()
    assert set(dock.tools.selection.ids) == {nodes[0].objekt_id, nodes[1].objekt_id}
    dock.tools.selection.clear()
    page.tree.itemActivated.emit(top.child(1), 0)
    assert dock.object_page.title.text() == names[1]
    assert dock.session.save()
    with writing(dock.session.opened.path) as db:
        db.set_pictures([replace(db.pictures()[0], **OTHER)])
    dock.session.read()
    dock.tabs.setCurrentWidget(page)
    wait(lambda: len(dock.pictures.views) == 3)
    dock.pictures.show(OTHER["bild_id"])
    wait(lambda: lines(page)["Noder"] == "0" and page.about.text().startswith("Nuläge: 0 objekt"))
