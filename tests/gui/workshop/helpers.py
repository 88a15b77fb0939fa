"""What tests of a group's copy look at and do in the dock."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

from strukturbild_plugin.drawing.edits.objects import add_object
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from tests.drawing.helpers import NODE

Started = tuple[Path, tuple[Path, ...]]
DockOn = Callable[[Path], Any]
PLACE = [(430000.0, 6590000.0)]


def names(dock: Any) -> set[str]:
    return {one.namn for one in dock.tools.edit_session.objects.all()}


def named(dock: Any, name: str) -> str:
    return next(one.objekt_id for one in dock.tools.edit_session.objects.all() if one.namn == name)


def draw(dock: Any, name: str) -> None:
    dock.tools.do(lambda: add_object(dock.tools.edit_session, NODE, points_geometry(PLACE), name))
