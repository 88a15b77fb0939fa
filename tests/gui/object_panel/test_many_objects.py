"""Several objects chosen: what they have in common is shown, what differs is said, and one change is one undo step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.catalogue.model import ROLE_LIST
from strukturbild_plugin.drawing.edits.many_objects import change_many, rows_of, values_in
from strukturbild_plugin.drawing.edits.objects import set_values
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.gui.object_panel.mixed_fields import MIXED
from strukturbild_plugin.store.gpkg.row_mapping import text_to_codes
from tests.gui.dock_helpers import opened_dock, wait

pytestmark = pytest.mark.usefixtures("undone")


@pytest.fixture(scope="module")
def dock(qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: Any) -> Iterator[Any]:
    yield from opened_dock(_example_made_once, tmp_path_factory.mktemp("flera"))


@pytest.fixture
def undone(dock: Any) -> Iterator[None]:
    """Everything a test does is undone after it."""
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy)
    dock.tabs.setCurrentWidget(dock.object_page)
    yield
    dock.tools.selection.clear()
    while dock.tools.edit_session.can_undo():
        dock.tools.edit_session.undo()


def of(dock: Any, *layers: str) -> list[str]:
    return [one.objekt_id for one in dock.tools.edit_session.objects.all() if one.lager in layers]


def column(dock: Any, ids: list[str], name: str) -> list[Any]:
    rows = rows_of(dock.tools.edit_session, ids)
    return [rows[one][name] or "" for one in ids]


def choose(field: Any, code: Any) -> None:
    """As the user does: the list opened, the line chosen."""
    field.setCurrentIndex(field.findData(code))
    field.activated.emit(field.currentIndex())


def test_one_change_is_made_in_all_chosen_and_undone_at_once(dock: Any) -> None:
    page, nodes = dock.object_page, of(dock, "nod")[:7]
    before = column(dock, nodes, "niva")
    dock.tools.selection.set(nodes)
    assert page.title.text() == "7 valda" and page.many.isVisibleTo(page) and not page.tabs.isVisibleTo(page)
    level, status = page.many.fields["niva"], page.many.fields["status"]
    assert level.value() == (MIXED if len(set(before)) > 1 else before[0])
    choose(status, "foreslagen")
    assert column(dock, nodes, "status") == ["foreslagen"] * 7
    assert status.value() == "foreslagen"
    dock.tools.undo()
    assert "foreslagen" not in column(dock, nodes, "status") and page.title.text() == "7 valda"


def test_values_that_differ_are_said_and_left_until_another_is_chosen(dock: Any) -> None:
    page, nodes = dock.object_page, of(dock, "nod")[:3]
    session = dock.tools.edit_session
    for objekt_id, status in zip(nodes, ("befintlig", "utvecklas", "")):
        set_values(session, objekt_id, {"status": status})
    dock.tools.selection.set(nodes)
    field = page.many.fields["status"]
    assert field.currentText() == "Olika värden" and field.value() == MIXED
    steps = session.last_step()
    choose(field, MIXED)
    assert session.last_step() is steps and column(dock, nodes, "status") == ["befintlig", "utvecklas", ""]
    choose(field, None)
    assert column(dock, nodes, "status") == ["", "", ""] and field.findData(MIXED) < 0


def test_texts_that_differ_are_a_hint_and_nothing_is_emptied_by_passing_through(dock: Any) -> None:
    page, nodes = dock.object_page, of(dock, "nod")[:3]
    session = dock.tools.edit_session
    for number, objekt_id in enumerate(nodes):
        set_values(session, objekt_id, {"beskrivning": f"Text {number}"})
    dock.tools.selection.set(nodes)
    field = page.many.fields["beskrivning"]
    assert field.placeholderText() == "Olika värden" and field.value() == ""
    steps = session.last_step()
    field.keep()
    dock.tools.selection.set(nodes[:2])
    assert session.last_step() is steps and column(dock, nodes, "beskrivning") == ["Text 0", "Text 1", "Text 2"]
    field = page.many.fields["beskrivning"]
    QTest.keyClicks(field, "Gemensam")
    field.keep()
    assert column(dock, nodes, "beskrivning") == ["Gemensam", "Gemensam", "Text 2"]


def test_roles_are_added_to_all_and_others_kept(dock: Any) -> None:
    page, nodes = dock.object_page, of(dock, "nod")[:3]
    session = dock.tools.edit_session
    dock.tools.selection.set(nodes)
    first, second, third = list(page.many.fields[ROLE_LIST].ticks)[:3]
    for objekt_id, roles in zip(nodes, ((first,), (first, second), ())):
        set_values(session, objekt_id, {ROLE_LIST: roles})
    dock.object_page._reread()
    field = page.many.fields[ROLE_LIST]
    states = Qt.CheckState
    assert field.ticks[first].checkState() == states.PartiallyChecked
    assert field.ticks[third].checkState() == states.Unchecked
    field.ticks[third].click()
    held = [set(text_to_codes(one)) for one in column(dock, nodes, ROLE_LIST)]
    assert held == [{first, third}, {first, second, third}, {third}]
    field.ticks[first].click()
    held = [set(text_to_codes(one)) for one in column(dock, nodes, ROLE_LIST)]
    assert held == [{first, third}, {first, second, third}, {first, third}], "halvt ikryssad blir ikryssad"
    field.ticks[first].click()
    held = [set(text_to_codes(one)) for one in column(dock, nodes, ROLE_LIST)]
    assert held == [{third}, {second, third}, {third}]


def test_different_kinds_share_what_both_have(dock: Any) -> None:
    page = dock.object_page
    chosen = of(dock, "nod")[:2] + of(dock, "strak")[:2]
    dock.tools.selection.set(chosen)
    assert page.title.text() == "4 valda" and "2" in page.about.text()
    assert "klass" not in page.many.fields and "namn" not in page.many.fields and "status" in page.many.fields
    choose(page.many.fields["status"], "reservat")
    assert column(dock, chosen, "status") == ["reservat"] * 4


def test_one_left_is_shown_alone_and_none_as_nothing(dock: Any) -> None:
    page, nodes = dock.object_page, of(dock, "nod")[:2]
    dock.tools.selection.set(nodes)
    dock.tools.selection.toggle(nodes[0])
    assert page.objekt_id == nodes[1] and page.tabs.isVisibleTo(page) and not page.many.isVisibleTo(page)
    dock.tools.selection.set(nodes)
    dock.tools.selection.clear()
    assert page.title.text() == "Inget valt" and page.ids == ()


def test_nothing_is_changed_when_one_refuses(dock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    session, nodes = dock.tools.edit_session, of(dock, "nod")[:3]
    before = column(dock, nodes, "status")
    with pytest.raises(StoreError):
        change_many(
            session, nodes, lambda row: {"status": "utvecklas"} if row["objekt_id"] != nodes[2] else {"finns_inte": 1}
        )
    assert column(dock, nodes, "status") == before


def test_all_objects_of_the_picture_can_be_changed_at_once(dock: Any) -> None:
    everything = [one.objekt_id for one in dock.tools.edit_session.objects.all()]
    dock.tools.selection.set(everything)
    assert dock.object_page.title.text() == f"{len(everything)} valda"
    choose(dock.object_page.many.fields["status"], "utvecklas")
    rows = rows_of(dock.tools.edit_session, everything)
    assert values_in(rows, "status") == ["utvecklas"]
    dock.tools.undo()
    assert values_in(rows_of(dock.tools.edit_session, everything), "status") != ["utvecklas"]


def test_goals_are_linked_to_all_that_are_chosen(dock: Any) -> None:
    nodes = of(dock, "nod")[:3]
    dock.tools.selection.set(nodes)
    dock.object_page.many._goals.click()
    QApplication.processEvents()
    assert dock.tabs.currentWidget() is dock.tabs.goal_link_page
    assert dock.tabs.goal_linking.by_goal.picked == tuple(nodes)
    dock.tools.use_select_tool()
