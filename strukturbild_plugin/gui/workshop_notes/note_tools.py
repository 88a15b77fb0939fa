"""The map tools of a workshop: a click leaves a comment, or puts a dot and takes one's own back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent

from ...drawing.edits.identify import objects_at
from ..guarded import guarded
from ..map_tools.base_tool import LEFT, StrukturbildMapTool, ToolHost

Click = Callable[[QgsPointXY, str, tuple[float, float]], None]
"""What a click does: the place (EPSG:3006), the object there or '', and the pixel."""


class NoteToolHost(ToolHost, Protocol):
    """What these ask for too."""

    def shown_codes(self) -> set[str]: ...


@guarded
class NoteTool(StrukturbildMapTool):
    """Hands a click on to `clicked`, with what lies there."""

    tools: NoteToolHost
    clicked: Click | None = None

    def __init__(self, canvas: QgsMapCanvas, tools: NoteToolHost) -> None:
        super().__init__(canvas, tools)
        self._pressed = False

    def pressed(self, event: QgsMapMouseEvent, _place: QgsPointXY) -> None:
        """A click begins."""
        self._pressed = event.button() == LEFT

    def moved(self, _event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """A ring round the node that would be meant."""
        node = self.node_at(place)
        self.ring([node] if node else [])

    def released(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """It ends."""
        if event.button() != LEFT or not self._pressed or self.clicked is None:
            return
        self._pressed = False
        here = self._things(place)
        spot = event.pos()
        self.clicked(place, here[0] if here else "", (float(spot.x()), float(spot.y())))

    def _things(self, place: QgsPointXY) -> Sequence[str]:
        session = self.edit_session
        found = objects_at(session, place, self.reach(place), self.tools.picture, self.tools.shown_codes())
        known = ((one, session.objects.get(one)) for one in found)
        return [name for name, one in known if one is not None and one.bild_id in ("", self.tools.picture)]


@guarded
class CommentTool(NoteTool):
    """Leaves comments."""


@guarded
class VoteTool(NoteTool):
    """Puts dots and takes them back."""
