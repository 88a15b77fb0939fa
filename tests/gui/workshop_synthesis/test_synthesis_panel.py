"""The synthesis in the dock: listed, pointed at, made joint and undone, filtered by group, saved as table and sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from strukturbild_plugin.gui.workshop_synthesis import synthesis_controller
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import opened_dock, wait
from tests.workshop.synthesis.helpers import found_in, named, workshop_file

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dock(qgis_app: QgsApplication, tmp_path: Path) -> Iterator[Any]:
    """The dock with the groups' file open at the page."""
    (tmp_path / "in").mkdir()
    for made in opened_dock(workshop_file(tmp_path / "in"), tmp_path):
        wait(lambda made=made: made.tabs.indexOf(made.tabs.synthesis_page) >= 0)
        made.parent().show()
        made.tabs.setCurrentWidget(made.tabs.synthesis_page)
        wait(lambda made=made: made.tabs.synthesis_page.tree.topLevelItemCount() == 6)
        yield made


def rows(dock: Any) -> list[tuple[str, str]]:
    """What the list says."""
    tree = dock.tabs.synthesis_page.tree
    return [(tree.topLevelItem(n).text(0), tree.topLevelItem(n).text(1)) for n in range(tree.topLevelItemCount())]


def choose(dock: Any, name: str, group: str = "") -> None:
    """Choose a row, or a group's own below it."""
    tree = dock.tabs.synthesis_page.tree
    item = next(tree.topLevelItem(n) for n in range(tree.topLevelItemCount()) if name in tree.topLevelItem(n).text(0))
    if group:
        item.setExpanded(True)
        item = next(item.child(n) for n in range(item.childCount()) if item.child(n).text(0).startswith(f"{group}: "))
    tree.setCurrentItem(item)


def test_the_list_says_how_many_the_map_shows_whose_and_both_are_saved(
    dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, overlay = dock.tabs.synthesis_page, dock.tabs.synthesis.overlay
    assert rows(dock)[2] == ("Kil–Sunne · Stråk", "4 av 6 grupper") and rows(dock)[-1][1] == "bara Bord 5"
    assert overlay.counts == {1: 2, 3: 1, 4: 3}
    choose(dock, "Kil–Sunne")
    assert sorted(overlay.owners) == ["Bord 1", "Bord 2", "Bord 3", "Bord 4"]
    choose(dock, "Frykenkilen", "Bord 3")
    assert overlay.owners[-1] == "Bord 3" and page.make.text() == "Gör Bord 3:s gemensam"
    assert page.tree.currentItem().text(1).startswith("variant, 6")
    assert page.tree.currentItem().text(0) == "Bord 3: Frykenkilen"
    page.group.setCurrentIndex(page.group.findData("Bord 5"))
    assert rows(dock) == [("Karlskoga–Hällefors · Stråk", "bara Bord 5")] and overlay.counts == {1: 1}
    page.overlay.setChecked(False)
    assert overlay.counts == {}
    page.group.setCurrentIndex(0)
    dock.tabs.setCurrentIndex(0)
    assert overlay.owners == ()
    listed = rows(dock)
    page.tree.clear()
    monkeypatch.setattr(synthesis_controller, "AT_ONCE", 0)  # in a task
    dock.tabs.setCurrentWidget(page)
    wait(lambda: rows(dock) == listed)
    work, table, sheet = dock.tabs.synthesis, tmp_path / "enighet.xlsx", tmp_path / "enighet.pdf"
    work.save_table(table)
    work.save_sheet(sheet, work.found.things[0].agreement.bild_id)
    wait(lambda: table.is_file() and sheet.is_file() and not dock.session.runner.busy)
    assert sheet.read_bytes()[:5] == b"%PDF-" and table.stat().st_size > 1_000


def test_one_is_made_joint_and_taken_back_and_all_that_enough_groups_drew_in_one_step(dock: Any) -> None:
    page, path = dock.tabs.synthesis_page, dock.session.opened.path
    before = found_in(path)
    choose(dock, "Kil–Sunne")
    page.reason.setText("Beslut på mötet")
    QTest.mouseClick(page.make, LEFT)
    wait(lambda: page.tree.currentItem() is not None and any(one.joint for one in dock.tabs.synthesis.found.things))
    wait(lambda: not dock.session.opened.unsaved())
    assert named(found_in(path), "Kil–Sunne").joint
    wait(lambda: len(dock.session.snapshot.pictures) == 3)
    assert [one.namn for one in dock.session.snapshot.pictures][-1] == "Målbild: gruppernas varianter"
    dock.tools.undo()
    wait(lambda: not any(one.joint for one in dock.tabs.synthesis.found.things))
    wait(lambda: not dock.session.opened.unsaved() and len(read_snapshot(path).pictures) == 2)
    assert found_in(path) == before
    page.least.setValue(4)
    assert page.make_all.text() == "Gör gemensamt (3)"
    QTest.mouseClick(page.make_all, LEFT)
    wait(lambda: sum(one.joint for one in dock.tabs.synthesis.found.things) == 3)
    assert dock.tools.edit_session.undo_text() == "Gör 3 objekt gemensamma"
    assert page.summary.text().endswith("Gemensamma: 3.") and not page.make_all.isEnabled()
    choose(dock, "Kil–Sunne")
    assert dock.tabs.synthesis.overlay.owners[-1] == "gemensamt" and not page.make.isEnabled()
    choose(dock, "Frykenkilen", "Bord 3")
    QTest.mouseClick(page.change, LEFT)
    wait(lambda: dock.tabs.currentWidget() is dock.tabs.object_page)
