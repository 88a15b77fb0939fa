"""Goals against the map: a cell lights what is linked there, the map is coloured by the goal, and follows the pen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.analysis.coverage_texts import NO_PLACE, Names
from strukturbild_plugin.analysis.goal_coverage import BY_MUNICIPALITY, BY_OBJECT
from strukturbild_plugin.drawing.edits.goal_links import link_objects, objects_linked_to, unlink_objects
from strukturbild_plugin.gui.goal_map.gap_groups import gap_groups
from strukturbild_plugin.gui.goal_map.gap_list import GOAL, MUNICIPALITY, OBJECT
from strukturbild_plugin.gui.goal_map.goal_map_page import GAPS
from strukturbild_plugin.gui.goal_map.matrix_view import two_lines
from tests.gui.dock_helpers import wait


def turn_to(dock: Any, view: str) -> Any:
    dock.tabs.goal_map_page.show_view(view)
    wait(lambda: not dock.tabs.goal_map.waits)
    return dock.tabs.goal_map_page


def matrix(dock: Any) -> Any:
    return dock.tabs.goal_map_page.matrix.model_of_goals.matrix


def click_cell(page: Any, goal: str, column: str) -> None:
    view, shown = page.matrix, page.matrix.model_of_goals.matrix
    row = [one.mal_id for one in shown.goals].index(goal)
    index = page.matrix.model_of_goals.index(row, shown.columns.index(column))
    view.scrollTo(index)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.visualRect(index).center()
    )
    QApplication.processEvents()


def lines(page: Any, group: str) -> list[str]:
    tops = [page.gaps.topLevelItem(place) for place in range(page.gaps.topLevelItemCount())]
    top = next(one for one in tops if one.data(0, Qt.ItemDataRole.UserRole + 1) == group)
    return [top.child(place).text(0) for place in range(top.childCount())]


def goal_without_place(dock: Any) -> str:
    """One that nothing is linked to any longer."""
    control, session = dock.tabs.goal_map, dock.tools.edit_session
    goal = min((one.mal_id for one in control.coverage.goals), key=lambda one: len(objects_linked_to(session, one)))
    unlink_objects(session, goal, objects_linked_to(session, goal))
    wait(lambda: goal in {one.mal_id for one in control.coverage.goals_without_place}, 20)
    return goal


def test_a_click_in_a_cell_lights_its_objects_and_colours_the_map_by_the_goal(dock: Any) -> None:
    page, control = dock.tabs.goal_map_page, dock.tabs.goal_map
    assert dock.tabs.currentWidget() is page
    (goal, column), cell = max(matrix(dock).cells.items(), key=lambda each: each[1].number)
    click_cell(page, goal, column)
    assert sorted(dock.tools.selection.ids) == list(cell.object_ids)
    linked = [one for one in control.coverage.links if one.mal_id == goal]
    assert sum(control.overlay.linked.values()) == len(linked)
    page.on_map.setChecked(False)
    assert not control.overlay.linked
    page.on_map.setChecked(True)
    assert control.overlay.linked
    dock.tabs.setCurrentWidget(dock.steps)
    QApplication.processEvents()
    assert not control.overlay.linked and not control.silence.shown


def test_the_matrix_follows_the_pen_and_keeps_the_cell_that_is_chosen(dock: Any) -> None:
    page, session = dock.tabs.goal_map_page, dock.tools.edit_session
    silent = goal_without_place(dock)
    before = matrix(dock)
    (goal, column), _cell = next(iter(sorted(before.cells.items())))
    click_cell(page, goal, column)
    record = next(one for one in dock.tabs.goal_map.coverage.objects if one.klass == column)
    link_objects(session, silent, [record.objekt_id], -2, "Prov")
    wait(lambda: (silent, column) in matrix(dock).cells, 20)
    assert matrix(dock).cells[silent, column].opposing == 1
    assert page.matrix.current() == (goal, column)
    dock.tools.undo()
    wait(lambda: matrix(dock).cells == before.cells, 20)


def test_filters_leave_the_goals_and_objects_that_are_wanted(dock: Any) -> None:
    page, control = dock.tabs.goal_map_page, dock.tabs.goal_map
    goal_without_place(dock)
    all_goals = {one.mal_id for one in matrix(dock).goals}
    page.silent.setChecked(True)
    wait(lambda: not control.waits)
    assert {one.mal_id for one in matrix(dock).goals} == {one.mal_id for one in control.coverage.goals_without_place}
    assert matrix(dock).goals and not matrix(dock).cells
    page.silent.setChecked(False)
    page.sets.setCurrentIndex(1)
    wait(lambda: not control.waits)
    assert {one.samling for one in matrix(dock).goals} == {page.sets.currentData()}
    page.sets.setCurrentIndex(0)
    page.structures.setCurrentIndex(1)
    wait(lambda: not control.waits)
    structures = {one.kod: one.struktur for one in dock.tools.edit_session.catalogue.klasser}
    assert {structures[one] for one in matrix(dock).columns} == {page.structures.currentData()}
    assert {one.mal_id for one in matrix(dock).goals} == all_goals


def test_objects_and_municipalities_are_columns_too(dock: Any) -> None:
    page = turn_to(dock, BY_OBJECT)
    assert set(matrix(dock).columns) == {one.objekt_id for one in dock.tabs.goal_map.coverage.objects}
    page = turn_to(dock, BY_MUNICIPALITY)
    model = page.matrix.model_of_goals
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert "Karlstad" in heads and "Örebro" in heads and len(heads) == 28
    dock.tabs.goal_map.goal = ""
    dock.tabs.goal_map.refresh()
    assert sum(dock.tabs.goal_map.silence.shown.values()) == 28
    header = page.matrix.horizontalHeader()
    place = header.sectionViewportPosition(heads.index("Karlstad")) + header.sectionSize(heads.index("Karlstad")) // 2
    QTest.mouseClick(
        header.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(place, header.height() // 2),
    )
    QApplication.processEvents()
    names = {dock.tools.edit_session.known(one).namn for one in dock.tools.selection.ids}
    assert "Karlstad" in names and "Örebro" not in names


def test_the_white_spots_are_lists_that_lead_to_the_map_the_object_and_the_goal(dock: Any) -> None:
    control, session = dock.tabs.goal_map, dock.tools.edit_session
    page = turn_to(dock, GAPS)
    linked = next(one for one in control.coverage.links if objects_linked_to(session, one.mal_id))
    record = next(one for one in control.coverage.objects if one.objekt_id == linked.objekt_id)
    for link in [one for one in control.coverage.links if one.objekt_id == record.objekt_id]:
        unlink_objects(session, link.mal_id, [record.objekt_id])
    wait(lambda: any(record.namn in each for each in lines(page, "utan_mal")), 20)
    assert control.silence.shown
    page.gaps.chosen.emit(OBJECT, record.objekt_id)
    assert dock.tools.selection.ids == (record.objekt_id,)
    page.gaps.chosen.emit(MUNICIPALITY, "1780")
    page.gaps.opened.emit(OBJECT, record.objekt_id)
    assert dock.tabs.currentWidget() is dock.object_page and dock.object_page.objekt_id == record.objekt_id
    dock.tabs.goal_map.ask_for_page()
    QApplication.processEvents()
    goal = goal_without_place(dock)
    assert len(lines(page, "utan_plats")) == 1
    page.gaps.opened.emit(GOAL, goal)
    assert dock.tabs.currentWidget() is dock.tabs.goal_link_page and dock.tabs.goal_linking.goal.mal_id == goal
    dock.tabs.goal_linking.let_go()
    dock.tools.return_to_select_tool()


def test_what_is_shown_is_saved_as_a_table_without_formulas(dock: Any, tmp_path: Path) -> None:
    from strukturbild_plugin.store.importing.spreadsheet import rows_from_spreadsheet

    control = dock.tabs.goal_map
    control.tables.save(tmp_path / "mål.xlsx", control.table())
    control.tables.save(tmp_path / "mål.csv", control.table())
    wait(lambda: not dock.session.runner.busy)
    rows = rows_from_spreadsheet(tmp_path / "mål.xlsx")
    assert rows[0][:3] == ["Målsamling", "Kod", "Mål"] and len(rows) == 1 + len(matrix(dock).goals)
    text = (tmp_path / "mål.csv").read_text("utf-8-sig")
    assert text.startswith("Målsamling;Kod;Mål;Vikt;Stödjer") and text.count("\n") == len(rows)
    turn_to(dock, GAPS)
    assert control.table().code == "kommuner" and len(control.table().rows) == 28


def test_the_map_says_which_goal_it_is_coloured_by_and_lets_go_of_it_with_the_view(dock: Any) -> None:
    page, control = dock.tabs.goal_map_page, dock.tabs.goal_map
    goal, column = next(iter(matrix(dock).cells))
    click_cell(page, goal, column)
    title = next(one.titel for one in matrix(dock).goals if one.mal_id == goal)
    assert page.explained.isVisible() and title[:20] in page.explained.text()
    turn_to(dock, GAPS)
    assert not control.goal and not control.overlay.linked and not page.explained.isVisible()


def test_sets_are_chosen_by_name_and_a_goal_without_a_place_says_whose_it_is(dock: Any) -> None:
    names = {one.namn for one in dock.tabs.goal_map.snapshot.goal_sets}
    sets = dock.tabs.goal_map_page.sets
    assert {sets.itemText(place) for place in range(1, sets.count())} == names
    goal_without_place(dock)
    page = turn_to(dock, GAPS)
    snapshot = dock.tabs.goal_map.snapshot
    assert {line.rpartition("\n")[2] for line in lines(page, NO_PLACE)} <= {
        one.organisation for one in snapshot.goal_sets
    }
    first, *others = snapshot.goal_sets
    same = replace(snapshot, goal_sets=(first, *(replace(one, organisation=first.organisation) for one in others)))
    control = dock.tabs.goal_map
    groups = gap_groups(control.coverage, Names(same, "sv"), control._municipalities(same))
    assert {line.text.rpartition("\n")[2] for line in groups[0].lines} <= names


def test_a_long_goal_is_read_ontwo_lines(dock: Any) -> None:
    view = dock.tabs.goal_map_page.matrix
    names, metrics = view.goal_names, view.fontMetrics()
    titles = [str(view.model_of_goals.headerData(row, Qt.Orientation.Vertical)) for row in range(names.count())]
    widths = sorted(map(metrics.horizontalAdvance, titles))
    names.setFixedWidth((widths[0] + widths[-1]) // 2)
    tall = {title for row, title in enumerate(titles) if names.height_of(row) > metrics.height() * 2}
    assert tall == {title for title in titles if metrics.horizontalAdvance(title) > names.width() - 8} != set()
    assert two_lines("Ett tryggt samhälle", metrics, metrics.horizontalAdvance("Ett tryggt ")) == [
        "Ett tryggt",
        "samhälle",
    ]
    assert two_lines("Abc " * 40, metrics, 60)[1].endswith("…") and two_lines("Abc", metrics, 60) == ["Abc"]
