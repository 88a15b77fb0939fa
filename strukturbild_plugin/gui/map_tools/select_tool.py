"""Click to choose; drag to move a node, bend a chosen line or draw a box; right click for the menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QRubberBand

from ...drawing.edits import corridor_edits as chains
from ...drawing.edits import network
from ...drawing.edits.identify import objects_at, objects_within
from ..guarded import guarded
from ..map_coordinates import area_of
from .base_tool import LEFT, RIGHT, StrukturbildMapTool
from .object_actions import ActionHost

_NODE, _LINE, _BOX = "nod", "linje", "ruta"
_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SelectHost(ActionHost, Protocol):
    """What choosing asks for too."""

    def shown_codes(self) -> set[str]: ...

    def offer(self, place: QPoint, others: Sequence[str]) -> None: ...


@guarded
class SelectTool(StrukturbildMapTool):
    """Chooses and moves."""

    tools: SelectHost
    is_select_tool = True

    def __init__(self, canvas: QgsMapCanvas, tools: SelectHost) -> None:
        super().__init__(canvas, tools)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._hold, self._held = "", ""
        self._from, self._spot = QPoint(), QgsPointXY()
        self._box: QRubberBand | None = None

    def drop(self) -> bool:
        begun, self._hold = bool(self._hold) and self._box is not None and self._box.isVisible(), ""
        if self._box is not None:
            self._box.hide()
        super().drop()
        return begun

    def pressed(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Take hold of what is here: a node, the line that is chosen, else a corner of a box."""
        if event.button() != LEFT:
            return
        self._from, self._spot = event.pos(), place
        node, chosen = self.node_at(place), self.tools.selection.ids
        here = self.things(place)
        if node:
            self._hold, self._held = _NODE, node
        elif len(chosen) == 1 and chosen[0] in here and self._is_line(chosen[0]):
            self._hold, self._held = _LINE, chosen[0]
        else:
            self._hold, self._held = _BOX, ""

    def moved(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Show what letting go would do."""
        if not self._hold or not event.buttons() & LEFT or not self.dragged(event, self._from):
            return
        if self._hold == _BOX:
            self._box = self._box or QRubberBand(QRubberBand.Shape.Rectangle, self.canvas().viewport())
            self._box.setGeometry(QRect(self._from, event.pos()).normalized())
            self._box.show()
            return
        start = (
            QgsPointXY(*network.node_places(self.edit_session, self._held)[0]) if self._hold == _NODE else self._spot
        )
        self.band.set_shape(QgsGeometry.fromPolylineXY([start, place]))

    def released(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Move, bend, or choose."""
        hold, held = self._hold, self._held
        self.drop()
        if event.button() == RIGHT:
            self._offer(event, place)
        elif event.button() == LEFT and hold and self.dragged(event, self._from):
            self._let_go(hold, held, event, place)
        elif event.button() == LEFT and hold:
            self._choose(event, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops the selection, then leaves the tool; Delete takes away; the menu key says what can be done."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.tools.selection.ids:
            self.tools.actions.remove()
        elif event.key() == Qt.Key.Key_Menu and self.tools.selection.ids:
            self.tools.offer(self.canvas().viewport().mapToGlobal(QPoint(20, 20)), ())

    def things(self, place: QgsPointXY) -> list[str]:
        """What can be chosen here, the likeliest first."""
        return objects_at(self.edit_session, place, self.reach(place), self.tools.picture, self.tools.shown_codes())

    def _let_go(self, hold: str, held: str, event: QgsMapMouseEvent, here: QgsPointXY) -> None:
        edit_session, tools = self.edit_session, self.tools
        if hold == _NODE:
            part = self._part(held)
            tools.do(lambda: network.move_node(edit_session, held, here, part))
        elif hold == _LINE:
            tools.do(lambda: chains.pull(edit_session, held, self._spot, here))
        else:
            box = area_of(self.canvas(), QRect(self._from, event.pos()).normalized())
            found = objects_within(edit_session, box, tools.picture, tools.shown_codes())
            before = tools.selection.ids if event.modifiers() & _MORE else ()
            tools.choose([*before, *found])

    def _part(self, node_id: str) -> int | None:
        """Which of a joint node's places was taken hold of."""
        places = network.node_places(self.edit_session, node_id)
        if len(places) < 2:
            return None
        return min(range(len(places)), key=lambda place: self._spot.distance(QgsPointXY(*places[place])))

    def _choose(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        here = self.things(place)
        if event.modifiers() & _MORE:
            if here:
                self.tools.selection.toggle(here[0])
            return
        chosen = self.tools.selection.ids
        if len(chosen) == 1 and chosen[0] in here:  # a second click takes what lies under
            here = here[here.index(chosen[0]) + 1 :] or here
        self.tools.choose(here[:1])

    def _offer(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        here = self.things(place)
        if here and not set(here) & set(self.tools.selection.ids):
            self.tools.choose(here[:1])
        if self.tools.selection.ids:
            rest = [each for each in here if each not in self.tools.selection.ids]
            self.tools.offer(self.canvas().viewport().mapToGlobal(event.pos()), rest)

    def _is_line(self, objekt_id: str) -> bool:
        layer = self.edit_session.catalogue.layer(self.edit_session.known(objekt_id).lager)
        return layer is not None and layer.geometri == "linje"
