"""The list of what is drawn can be read by priority, and says the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.tool_helpers import open_tool_controller


@pytest.fixture
def page(qgis_app: QgsApplication, example_file: Path, tmp_path: Path) -> Iterator[Any]:
    from strukturbild_plugin.gui.object_panel.overview_page import OverviewPage

    with open_tool_controller(example_file, tmp_path) as tools:
        made = OverviewPage()
        made.show_layers([tools.edit_session.layer("nod")])
        made.show()
        yield made
        made.deleteLater()


def names(page: Any) -> list[str]:
    top = page.tree.topLevelItem(0)
    top.setExpanded(True)
    return [top.child(row).text(0) for row in range(top.childCount())]


def test_by_priority_when_there_is_any(page: Any, example_file: Path) -> None:
    snapshot = read_snapshot(example_file)
    page.show_live(snapshot)
    assert page.order.isHidden() and names(page) == sorted(names(page), key=lambda name: names(page).index(name))
    first, later = {"Örebro": "prio_1", "Arvika": "prio_2"}, "Flest reser hit"
    objects = [
        replace(one, attribut={**one.attribut, "prioritet": first[one.namn], "prioritet_skal": later})
        if one.namn in first
        else one
        for one in snapshot.objects
    ]
    page.show_live(replace(snapshot, objects=tuple(objects)))
    assert not page.order.isHidden() and names(page)[0] == "Arvika"
    page.order.setCurrentIndex(1)
    page.order.activated.emit(1)
    assert [name.split(" · ")[-1] for name in names(page)[:3]] == ["Örebro", "Arvika", "Askersund"]
    assert "1 " in names(page)[0] and later in page.tree.topLevelItem(0).child(0).toolTip(0)
    page.show_live(snapshot)
    assert page.order.isHidden() and "Örebro" in names(page), "utan prioritet åter efter namn"
