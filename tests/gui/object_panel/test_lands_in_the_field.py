"""A remark of the check that is opened leads to the field where it is put right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.checks.engine.finding import GOALS, WARNING, Finding
from strukturbild_plugin.checks.rules.registry import RULES, field_of
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import opened_dock, wait


@pytest.fixture(scope="module")
def dock(qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: Any) -> Iterator[Any]:
    for made in opened_dock(_example_made_once, tmp_path_factory.mktemp("falt")):
        window = made.session.iface.mainWindow()
        window.setCentralWidget(made)
        window.resize(420, 700)
        window.show()
        yield made


def opened(dock: Any, rule: str, layer: str = "nod") -> Any:
    """The page after a double click on what `rule` says of an object of the layer."""
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy)
    known = next(one for one in dock.tools.edit_session.objects.all() if one.lager == layer)
    dock.tabs.setCurrentWidget(dock.check_page)
    dock.check_page.finding_opened.emit(Finding(rule, WARNING, known.objekt_id, known.lager, "", ""))
    QApplication.processEvents()
    assert dock.tabs.currentWidget() is dock.object_page and dock.object_page.objekt_id == known.objekt_id
    return dock.object_page


@pytest.mark.parametrize(
    ("rule", "layer", "code"),
    [("T01", "nod", "namn"), ("T02", "nod", "niva"), ("T03", "samband", "stallningstagande"), ("K04", "nod", "status")],
)
def test_it_lands_in_the_field_whatever_page_was_in_front(dock: Any, rule: str, layer: str, code: str) -> None:
    dock.object_page.tabs.setCurrentIndex(1)
    page = opened(dock, rule, layer)
    field = page.form.fields[code]
    assert page.tabs.currentIndex() == 0 and page.form.focusWidget() is field
    assert field.visibleRegion().boundingRect().height() > 0, "och den syns"


def test_a_folded_section_is_unfolded(dock: Any) -> None:
    page = opened(dock, "T01")
    section = next(one for one in page.form.sections.values() if one.isAncestorOf(page.form.fields["namn"]))
    section.fold(True)
    opened(dock, "T01")
    assert not section.folded
    section.fold(False)


def test_what_lacks_a_goal_opens_its_goals(dock: Any) -> None:
    assert opened(dock, "M02").tabs.currentIndex() == 1


def test_every_field_that_a_rule_names_is_one(dock: Any) -> None:
    snapshot = read_snapshot(dock.session.opened.path)
    columns = {GOALS, "klass", "namn", "niva", "undertyp", *snapshot.catalogue.attribut}
    named = {one.field for one in RULES if one.field}
    assert named <= columns and len(named) > 6
    assert field_of("T01") == "namn" and field_of("H01") == "" and field_of("finns inte") == ""
