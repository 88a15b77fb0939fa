"""The step page says what the strukturbild itself says, unsaved drawing too, and comes back where it was."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorResult
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt

from tests.gui.dock_helpers import answering, held, wait


def row(dock: Any, kod: str) -> Any:
    tree = dock.steps.tree
    rows = (tree.topLevelItem(number) for number in range(tree.topLevelItemCount()))
    return next(item for item in rows if item.data(0, Qt.ItemDataRole.UserRole) == kod)


def test_what_is_drawn_changes_the_state_of_its_step(dock: Any) -> None:
    before = row(dock, "noder").text(0)
    layer = dock.session.opened.layer("nod")
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("niva"), None)
    wait(lambda: "saknar nivå" in row(dock, "noder").text(0))
    wait(lambda: dock.header.saved.text().startswith("Sparat "))
    while dock.tools.edit_session.can_undo():  # QGIS fills in who changed it in a step of its own
        dock.tools.undo()
    wait(lambda: row(dock, "noder").text(0) == before)


def test_the_locator_finds_objects_goals_and_words(dock: Any) -> None:
    found: list = []
    locator = dock._iface.locator
    locator.resultFetched.connect(lambda result: found.append((result.displayString, result.userData)))
    locator.fetchResults("Örebro", QgsLocatorContext(), QgsFeedback())
    node = next(data for name, data in found if name == "Örebro")
    result = QgsLocatorResult()
    result.userData = node
    locator.triggerResult(result)
    assert dock.tabs.currentWidget() is dock.object_page and dock.object_page.title.text() == "Örebro"
    locator.fetchResults("samverkanstrappan", QgsLocatorContext(), QgsFeedback())
    assert found[-1][1].startswith("ord:")
    locator.fetchResults("Visa hela", QgsLocatorContext(), QgsFeedback())
    assert any(data == "gor:omradet" for _name, data in found)
    locator.fetchResults("Stråk och samband", QgsLocatorContext(), QgsFeedback())
    result = QgsLocatorResult()
    result.userData = next(data for _name, data in found if data == "steg:strak")
    locator.triggerResult(result)
    assert dock.steps.current == "strak" and dock.tabs.currentWidget() is dock.steps


def test_leaving_asks_only_when_the_file_cannot_be_written(dock: Any) -> None:
    layer = dock.session.opened.layer("nod")

    def rename(name: str) -> None:
        layer.startEditing()
        layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("namn"), name)

    def leaves(button: str) -> tuple[bool, str]:
        return answering(button, dock.files.may_leave)

    rename("Ett")
    assert dock.files.may_leave() is True and not dock.session.opened.unsaved()
    with held(dock.session.opened.path):
        rename("Två")
        stays, said = leaves("Avbryt")
        assert stays is False and "används" in said and dock.session.opened.unsaved()
        assert dock.header.saved.text() == "Sparar…" or "används" in dock.header.saved.text()
        assert leaves("Ta bort det osparade")[0] is True and not dock.session.opened.unsaved()
    assert next(layer.getFeatures())["namn"] == "Ett"


def test_a_step_explains_itself_and_is_there_again_next_time(dock: Any) -> None:
    from strukturbild_plugin.gui.dock.dock_widget import StrukturbildDock
    from strukturbild_plugin.gui.widgets.glossary_label import meaning

    dock.steps.go("noder")
    assert dock.steps.title.text().split()[1] == "Noder"
    assert dock.steps.why.text() and dock.steps.questions.text().count("<li") >= 2
    word = re.search('href="([a-z_]+)"', dock.steps.why.text() + dock.steps.how.text())
    assert word is not None and len(meaning(word.group(1))) > 20
    wait(lambda: not dock.session.runner.busy)
    again = StrukturbildDock(dock._iface)
    try:
        wait(lambda: again.steps.faces.currentIndex() == 1 and not again.session.runner.busy)
        assert again.steps.title.text().split()[1] == "Noder"
    finally:
        again.close_down()
        sip.delete(again)
