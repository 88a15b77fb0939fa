"""A set of goals changed for its new version in the dock: offered, asked goal by goal, done, and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QApplication, QLabel

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.goals.tree import goal_id
from strukturbild_plugin.gui.steps.goal_sets_form import library
from strukturbild_plugin.gui.steps.goal_version_dialog import GoalVersionDialog
from strukturbild_plugin.store.importing.goals import import_goals
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import form, written

OLD, NEW = "rus_skane", "rus_skane_2020"


@pytest.fixture
def example_file(example_file: Path) -> Path:
    """The example with Skåne's goals of 2014, two objects on the first and one on the third."""
    import_goals(example_file, OLD)
    with writing(example_file) as db:
        first, second, third = sorted(each.objekt_id for each in db.objects())[:3]
        db.add_links([GoalLink(one, goal_id(OLD, "1"), 2, "Skäl") for one in (first, second)])
        db.add_links([GoalLink(third, goal_id(OLD, "3"), -1, "Motverkar")])
    return example_file


@pytest.fixture
def dialog(dock: Any) -> GoalVersionDialog:
    """The dialog, opened by the button on the step of goals."""
    goals = form(dock, "mal")
    goals.newer.click()
    found = next(one for one in goals.findChildren(GoalVersionDialog) if one.isVisible())
    assert isinstance(found, GoalVersionDialog)
    return found


def test_the_step_warns_of_a_replaced_set_and_offers_the_new_one(dock: Any) -> None:
    goals = form(dock, "mal")
    assert "Ersatt av Det öppna Skåne 2030 (reviderad 2020)." in goals.warning.text()
    assert not goals.newer.isHidden() and goals.newer.toolTip() == "Byt till Det öppna Skåne 2030 (reviderad 2020)"
    offered = [goals.offered.itemData(row) for row in range(goals.offered.count())]
    assert NEW in offered and OLD not in offered


def test_nothing_is_chosen_beforehand_but_a_goal_with_the_same_words(dialog: GoalVersionDialog) -> None:
    assert [dialog.table.topLevelItem(row).text(0) for row in range(dialog.table.topLevelItemCount())] == [
        "1 Erbjuda framtidstro och livskvalitet\n2 objekt",
        "3 Dra nytta av sin flerkärniga ortstruktur\n1 objekt",
    ]
    assert dialog.moves() == {} and dialog.tree().goal_set.kod == NEW
    assert dialog.follows.text() == (
        "Kopplingar som flyttas: 0. Kvar på de gamla målen: 3. De listas när du granskar, "
        "och den gamla samlingen ligger kvar."
    )


def test_the_proposals_are_taken_written_logged_and_taken_back(dock: Any, dialog: GoalVersionDialog) -> None:
    before = written(dock)
    dialog.take_all.click()
    assert dialog.moves() == {goal_id(OLD, "1"): goal_id(NEW, "1")}
    assert dialog.follows.text().startswith("Kopplingar som flyttas: 2. Kvar på de gamla målen: 1.")
    dialog.change.click()
    after = written(dock)
    assert {link.mal_id for link in after.links} >= {goal_id(NEW, "1"), goal_id(OLD, "3")}
    assert goal_id(OLD, "1") not in {link.mal_id for link in after.links}
    dock.head_edits.go_back()
    back = written(dock)
    assert back.links == before.links and back.goal_sets == before.goal_sets and back.goals == before.goals


def test_links_left_on_the_old_goals_are_found_by_the_check(dock: Any, dialog: GoalVersionDialog) -> None:
    dialog.take_all.click()
    dialog.change.click()
    (found,) = [one for one in check(written(dock)) if one.regel == "M05"]
    assert "Det öppna Skåne 2030 (2014 års version), som Det öppna Skåne 2030 (reviderad 2020) har" in found.mening


def test_the_wheel_moves_the_page_until_the_list_of_goals_is_used(dock: Any) -> None:
    goals = form(dock, "mal")
    wheel = QWheelEvent(
        *(QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton),
        *(Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    view = goals.goals.tree.viewport()
    goals.goals.tree.clearFocus()
    assert goals.eventFilter(view, wheel) and not wheel.isAccepted()
    dock.show()
    dock.activateWindow()
    goals.goals.tree.setFocus()
    QApplication.processEvents()
    assert not goals.goals.tree.hasFocus() or not goals.eventFilter(view, wheel)


def test_with_nothing_linked_the_window_is_a_few_lines(dock: Any) -> None:
    goals = form(dock, "mal")
    snapshot = written(dock)
    old = next(one for one in snapshot.goal_sets if one.kod == OLD)
    bare = replace(snapshot, links=(), influences=(), questions=(), counterparts=())
    dialog = GoalVersionDialog(bare, old, [library()[0].trees[NEW]], goals)
    dialog.show()
    QApplication.processEvents()
    lines = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.text()]
    assert not dialog.table.isVisible() and dialog.height() < 40 * dialog.fontMetrics().height() // 2
    assert all(one.height() < 3 * one.fontMetrics().height() for one in lines)
    dialog.close()
