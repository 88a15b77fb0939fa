"""Who has drawn what, switched on and off in the window: the groups' own colours, and the layers' look untouched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayerStyle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel

from strukturbild_plugin.cartography.contributor_rules import shows_contributors
from strukturbild_plugin.gui.session.open_document import is_drawn
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import style_action, wait, written
from tests.gui.workshop.helpers import DockOn, Started
from tests.store.helpers import point, thing


def drawn(dock: Any) -> list[Any]:
    return [layer for layer in dock.session.opened.layers() if is_drawn(layer)]


def styles(dock: Any) -> list[str]:
    """What all layers look like in all views."""
    found = []
    for layer in drawn(dock):
        style = QgsMapLayerStyle()
        style.readFromLayer(layer)
        manager = layer.styleManager()
        found += [style.xmlData(), *(manager.style(name).xmlData() for name in manager.styles())]
    return found


def legend(dock: Any) -> list[str]:
    page = dock.tabs.notes_page
    shown = [one for one in page.legend.findChildren(QLabel) if one.text() and one.isVisibleTo(page)]
    return [one.text() for one in shown]


def press(dock: Any) -> None:
    QTest.mouseClick(dock.tabs.notes_page.who, Qt.MouseButton.LeftButton, pos=dock.tabs.notes_page.who.rect().center())


def two_groups(path: Path) -> None:
    with writing(path, "anna") as db:
        for number, group in enumerate(("Bord 2", "Utan färg")):
            db.add_objects([thing("nod", "nod", f"Ny {number}", point((420000.0 + number, 6590000.0)))], group)


def test_groups_are_seen_in_their_colours_and_the_look_is_as_before_afterwards(
    started: Started, dock_on: DockOn
) -> None:
    main = started[0]
    two_groups(main)
    with dock_on(main) as dock:
        wait(lambda: bool(dock.tabs.contributors._names))
        before = styles(dock)
        dock.tabs.setCurrentWidget(dock.tabs.notes_page)
        dock.tabs.contributors.show(True)
        assert legend(dock) == ["Bord 2", "Utan färg"]
        assert all(map(shows_contributors, drawn(dock)))
        assert all("#123456" in text for text in styles(dock)), "också i de andra bilderna"
        node = next(one for one in drawn(dock) if one.fields().indexOf("roll") >= 0)
        dock.session.iface.setActiveLayer(node)
        style_action(dock, "spara").trigger()
        assert not any("#123456" in str(one.innehall) for one in written(dock).attachments), "den egna stilen är utan"
        dock.tools.undo()
        wait(lambda: not dock.session.runner.busy)
        dock.tabs.contributors.refresh()
        assert all(map(shows_contributors, drawn(dock)))
        dock.tabs.contributors.show(False)
        assert styles(dock) == before and legend(dock) == []


def test_a_groups_copy_shows_them_from_the_start_and_can_be_without(started: Started, dock_on: DockOn) -> None:
    copy = started[1][1]
    two_groups(copy)
    with dock_on(copy) as dock:
        wait(lambda: bool(dock.tabs.contributors._names))
        dock.tabs.contributors.refresh()
        assert dock.tabs.notes_page.who.isChecked() and "Bord 2" in legend(dock)
        assert any("#123456" in text for text in styles(dock)), "gruppens egen färg, inte en efter namnet"
        dock.tabs.contributors.show(False)
        marks = [layer for layer in drawn(dock) if layer.name() == "Noder"]
        from strukturbild_plugin.cartography.contributor_rules import _own_marks

        assert marks and all(not one.enabled() for layer in marks for one in _own_marks(layer))
