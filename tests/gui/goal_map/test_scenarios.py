"""Pictures compared in the dock: with one picture it is said what is needed; with two they stand side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from strukturbild_plugin.drawing.edits.goal_links import goal_links_of, link_objects
from strukturbild_plugin.drawing.edits.objects import copy_all, delete_object
from strukturbild_plugin.gui.goal_map.goal_map_page import SCENARIOS
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import wait, written


def scenarios(dock: Any) -> Any:
    dock.tabs.goal_map_page.show_view(SCENARIOS)
    wait(lambda: not dock.tabs.goal_map.waits and not dock.tabs.scenarios.waits, 20)
    return dock.tabs.goal_map_page.scenarios


def rows(view: Any) -> dict[str, list[str]]:
    items = [view.tree.topLevelItem(place) for place in range(view.tree.topLevelItemCount())]
    return {item.text(0): [item.text(1), item.text(2)] for item in items}


def test_with_one_picture_it_is_said_what_is_needed(dock: Any) -> None:
    view = scenarios(dock)
    assert "Välj minst två bilder" in view.said.text() and not view.beside.isEnabled()
    assert dock.tabs.goal_map.table() is None


def test_two_pictures_are_compared_as_they_are_drawn_now(dock: Any) -> None:
    first = dock.session.snapshot.pictures[0]
    _set_pictures(dock, first, replace(first, bild_id="andra", namn="Scenario B", ordning=2))
    session = dock.tools.edit_session
    ids = [one.objekt_id for one in session.objects.all() if one.bild_id == first.bild_id]
    made = copy_all(session, ids, "andra")
    view = scenarios(dock)
    wait(lambda: rows(view).get("Antal objekt") == ["47", "47"], 30)
    delete_object(session, made[0])
    goal = goal_links_of(session, made[1])[0].mal_id
    link_objects(session, goal, [made[1]], -2, "")
    wait(lambda: rows(view)["Antal objekt"] == ["47", "46"] and not dock.tabs.scenarios.waits, 30)
    view.differing.setChecked(True)
    assert rows(view) and all(one == ["", ""] or one[0] != one[1] for one in rows(view).values())
    view.differing.setChecked(False)
    table = dock.tabs.goal_map.table()
    assert table.heads[2:] == (first.namn, "Scenario B") and table.rows[0][2:] == (47, 46)
    view.beside.click()
    assert dock.pictures.shown.bild_id == first.bild_id and dock.pictures.beside is not None
    dock.pictures.beside.close()
    while session.can_undo():
        dock.tools.undo()
    wait(lambda: not dock.session.opened.unsaved() or dock.session.save())
    assert {one.bild_id for one in written(dock).objects} == {first.bild_id}
    with writing(dock.session.opened.path) as db:
        db.remove_picture("andra")
    dock.session.read()
    wait(lambda: len(dock.session.snapshot.pictures) == 1 and not dock.session.runner.busy, 20)


def _set_pictures(dock: Any, *pictures: Any) -> None:
    with writing(dock.session.opened.path) as db:
        db.set_pictures(pictures)
    dock.session.read()
    wait(lambda: len(dock.session.snapshot.pictures) == len(pictures) and not dock.session.runner.busy, 20)
