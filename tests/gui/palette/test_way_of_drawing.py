"""How areas and lines are drawn is kept from class to class, and the next time QGIS starts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsSettings

from strukturbild_plugin.gui.map_tools.draw_mode import FREEHAND, POINTED
from tests.gui.dock_helpers import opened_dock, wait


@pytest.fixture(scope="module")
def dock(qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: Any) -> Iterator[Any]:
    yield from opened_dock(_example_made_once, tmp_path_factory.mktemp("ritsatt"))
    QgsSettings().remove("strukturbild/ritsatt")


def way_of(dock: Any, kod: str, kind: str) -> str:
    """How a click on the tile begins."""
    palette = dock.drawing
    palette.search.setText("")
    palette.show_step((kod,))
    wait(lambda: (kod, kind) in palette.tiles)
    palette.tiles[kod, kind].click()
    assert dock.tools.draw_mode.klass.kod == kod
    return str(dock.tools.draw_mode.way)


def test_freehand_stays_freehand_for_the_next_class_and_for_areas_alone(dock: Any) -> None:
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy)
    assert way_of(dock, "gron_kil", "yta") == POINTED
    form = dock.drawing.form
    form.way.setCurrentIndex(form.way.findData(FREEHAND))
    form.way.activated.emit(form.way.currentIndex())
    assert dock.tools.draw_mode.way == FREEHAND
    dock.tools.unset_tool()
    assert way_of(dock, "gransbygd", "yta") == FREEHAND
    assert form.way.currentData() == FREEHAND, "listan säger det som gäller"
    assert way_of(dock, "barriar", "linje") == POINTED, "linjer för sig"
    assert way_of(dock, "nod", "punkt") == POINTED
    assert way_of(dock, "strak", "linje") == POINTED, "ett stråk går mellan noder"
    dock.tools.unset_tool()
