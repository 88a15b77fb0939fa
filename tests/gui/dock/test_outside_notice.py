"""What is drawn outside the area: said once for a class, with undo at hand; what lies within is not spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.objects import add_object
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.store.writing.transaction import writing
from tests.drawing.helpers import NODE
from tests.gui.dock_helpers import opened_dock, settle, texts, wait
from tests.store.helpers import karlstad, new_file

WITHIN, FAR = (430_000.0, 6_590_000.0), (480_000.0, 7_010_000.0)


@pytest.fixture
def dock(qgis_app: QgsApplication, tmp_path: Path) -> Iterator[Any]:
    path = new_file(tmp_path)
    with writing(path, "anna") as db:
        db.add_objects(karlstad())
    (tmp_path / "öppen").mkdir()
    docks = opened_dock(path, tmp_path / "öppen")
    made = next(docks)
    settle(made)
    wait(lambda: made.tools.edit_session is not None)
    yield made
    list(docks)


def draw(dock: Any, name: str, place: tuple[float, float]) -> None:
    """A node, and wait until the check has looked at it."""
    dock.tools.draw(lambda: add_object(dock.tools.edit_session, NODE, points_geometry([place]), name))
    wait(lambda: dock._outside._drawn == "", 60)


def said(dock: Any) -> list[str]:
    return [text for text in texts(dock) if "utanför strukturbildens område" in text]


def test_it_is_said_once_for_a_class_and_can_be_undone(dock: Any) -> None:
    draw(dock, "Hemma", WITHIN)
    assert said(dock) == []
    draw(dock, "Östersund", FAR)
    (sentence,) = said(dock)
    assert sentence == "Östersund ligger utanför strukturbildens område. Det går bra om det är meningen."
    wait(lambda: dock.tools.undo_offer._step is dock.tools.edit_session.last_step(), 20)
    dock.tools.undo()
    wait(lambda: said(dock) == [], 20)
    draw(dock, "Frösön", FAR)
    assert not [text for text in said(dock) if text.startswith("Frösön")]
