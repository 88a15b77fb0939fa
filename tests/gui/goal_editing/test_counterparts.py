"""The region's goals beside national and global ones: ticked with keys, written with who and why, undone as one act."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton, QStyle, QStyleOptionViewItem

from strukturbild_plugin.goals.tree import goal_id
from strukturbild_plugin.gui.goal_editing.counterpart_window import CounterpartWindow
from tests.gui.dock_helpers import form, wait, written
from tests.gui.goal_editing.helpers import settled

FIRST, SECOND = goal_id("rus_varmland", "1"), goal_id("rus_varmland", "2")


@pytest.fixture
def window(dock: Any) -> CounterpartWindow:
    """The window, opened by the button on the step of goals."""
    form(dock, "mal").counterparts.click()
    found = dock.session.iface.mainWindow().findChildren(CounterpartWindow)[-1]
    assert isinstance(found, CounterpartWindow)
    return found


def test_a_round_by_keys_writes_the_region_s_judgement_and_goes_on(dock: Any, window: CounterpartWindow) -> None:
    before = written(dock)
    assert window.goal == FIRST and window.progress.text().startswith("Mål med en motsvarighet: 0 av ")
    QTest.keyClick(window.own, Qt.Key.Key_1)
    QTest.keyClick(window.own, Qt.Key.Key_3)
    QTest.keyClicks(window.own, "S")
    QTest.keyClicks(window.reason, "amma sak")
    QTest.keyClick(window.reason, Qt.Key.Key_Return)
    assert window.goal == SECOND and window.reason.text() == "" and window.others.ticked() == []
    after = written(dock)
    found = [(one.motsvarar_mal_id, one.motivering) for one in after.counterparts if one.mal_id == FIRST]
    assert sorted(found) == sorted((goal_id("nationell_strategi", code), "Samma sak") for code in "13")
    settled(dock)
    wait(lambda: window._judged)
    window.skip(-1)
    item = window.others.items()[goal_id("nationell_strategi", "1")]
    assert "Regionens bedömning · 20" in item.text(0) and item.text(0).endswith("Samma sak")
    assert window.own.items()[FIRST].text(0).endswith("Motsvarar 2 mål")
    window.reason.clear()
    window.others.turn_tick(3)
    window.finish()
    changed = [one for one in written(dock).counterparts if one.mal_id == FIRST]
    assert [(one.motsvarar_mal_id, one.motivering) for one in changed] == [(goal_id("nationell_strategi", "1"), "")]
    settled(dock)
    dock.head_edits.go_back()
    settled(dock)
    assert written(dock).counterparts == after.counterparts
    dock.head_edits.go_back()
    settled(dock)
    assert written(dock) == before


def test_what_is_not_in_the_file_is_offered_and_a_reason_alone_is_kept(dock: Any, window: CounterpartWindow) -> None:
    get = [one for one in window.findChildren(QPushButton) if one.text().startswith("Hämta Agenda 2030")]
    get[0].click()
    settled(dock)
    assert goal_id("agenda2030", "17") in window.others.items()
    window.search.setText("hållbara städer")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.others.ticked() == [goal_id("agenda2030", "11")]
    window.unlink()
    window.reason.setText("Skäl")
    window.finish()
    assert "Kryssa först" in window.trouble.text() and window.goal == FIRST and window.reason.text() == "Skäl"


def test_undo_takes_a_judgement_back_and_lines_with_boxes_are_not_cut(dock: Any, window: CounterpartWindow) -> None:
    before = written(dock).counterparts
    QTest.keyClick(window.own, Qt.Key.Key_1)
    QTest.keyClick(window.own, Qt.Key.Key_Return)
    assert len(written(dock).counterparts) == len(before) + 1
    settled(dock)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(dock)
    assert written(dock).counterparts == before
    tree, delegate = window.others, window.others.itemDelegateForColumn(0)
    for item in tree.items().values():
        index, option = tree.indexFromItem(item), QStyleOptionViewItem()
        delegate.initStyleOption(option, index)
        option.rect, option.decorationSize = tree.visualItemRect(item), tree.iconSize()
        room = tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, tree).width() - 6
        words = int(Qt.TextFlag.TextWordWrap)
        wanted = tree.fontMetrics().boundingRect(QRect(0, 0, room, 1000), words, item.text(0)).height()
        assert wanted <= option.rect.height(), item.text(0)
