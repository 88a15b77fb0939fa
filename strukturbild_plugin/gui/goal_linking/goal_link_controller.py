"""Goals and what is drawn, linked by mouse and keys: between page, map tool, light and layers. Main thread only."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...drawing.session.edit_session import EditSession
from ...errors import StoreError
from ...goals.model import Goal
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.live_checks import LiveState
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from .goal_link_keys import GoalLinkKeys
from .goal_link_overlay import GoalLinkOverlay
from .goal_link_page import BY_GOAL, BY_OBJECT, GoalLinkPage
from .goal_link_tool import GoalLinkTool
from .goal_round import GoalRound, goal_name
from .object_order import go_to, next_without_goals
from .object_round import ObjectRound


@guarded
class GoalLinkController(QObject):
    """A round: objects for a goal, or goals for an object, get one contribution and one reason in one step."""

    wanted = pyqtSignal(bool)
    """Whether there is reason for a page of its own."""
    show_wanted = pyqtSignal()
    """Bring the page to the front."""

    def __init__(
        self,
        session: Session,
        tools: ToolController,
        pictures: PictureThemes,
        page: GoalLinkPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._tools, self._pictures, self._page = session, tools, pictures, page
        self._canvas = session.iface.mapCanvas()
        self.overlay = GoalLinkOverlay(self._canvas)
        self.by_goal, self.by_object = GoalRound(page), ObjectRound(page)
        self._snapshot: Snapshot | None = None
        self._looked_at = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self.refresh))
        self._wire()
        self._keys = GoalLinkKeys(self, (self._canvas, *page.without_text()), self._at_work, self)

    def _wire(self) -> None:
        page = self._page
        page.goal_changed.connect(guarded(lambda _goal: self.refresh()))
        page.contribution_changed.connect(guarded(self.refresh))
        page.suggestions_changed.connect(guarded(self._suggest))
        page.goal_pressed.connect(guarded(self._goal_pressed))
        page.mode_wanted.connect(guarded(self.show_mode))
        page.write_wanted.connect(guarded(self.finish))
        page.unlink_wanted.connect(guarded(self.unlink))
        page.skip_wanted.connect(guarded(self._pass_by))
        page.shown_or_left.connect(guarded(self._look))
        for signal in (self._tools.changed, self._tools.tool_changed, self._pictures.changed):
            signal.connect(guarded(self._soon.start))
        self._session.opened_changed.connect(guarded(self._opened_changed))
        self._session.live_read.connect(guarded(self._show_live))

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._soon.stop()
        self._keys.close()
        self.overlay.hide()

    @property
    def ready(self) -> bool:
        """Whether it is known which goals there are."""
        return self._snapshot is not None

    @property
    def goal(self) -> Goal | None:
        """The goal that is chosen in the list."""
        goals, code = self._snapshot.goals if self._snapshot is not None else (), self._page.current_goal()
        return next((goal for goal in goals if goal.mal_id == code), None)

    def ask_for_page(self) -> None:
        """Begin: the page comes to the front, with the first goal that nothing is linked to."""
        if self._tools.edit_session is None or self._snapshot is None:
            self._session.messages.warn(tr("Öppna en strukturbild först."))
            return
        if not self._snapshot.goals:
            self._session.messages.warn(tr("Strukturbilden har inga mål än. Hämta dem i steget RUS-mål."))
            return
        self._page.show_goals(self._snapshot, {})
        self.wanted.emit(True)
        self.show_wanted.emit()
        if self.goal is None:
            linked = {link.mal_id for link in self._snapshot.links}
            seen = self._page.goals.seen_goals()
            self._page.goals.choose(next((each for each in seen if each not in linked), seen[0] if seen else ""))
        self._take_tool()

    def begin_with(self, mal_id: str) -> None:
        """Begin, with this goal."""
        self.ask_for_page()
        if self.ready and self._page.mode != BY_OBJECT:
            self._page.goals.choose(mal_id)

    def begin_with_objects(self, ids: Sequence[str]) -> None:
        """Begin, with these objects chosen for the goal."""
        self.ask_for_page()
        if self.ready:
            self.show_mode(BY_GOAL)
            self.by_goal.picked = tuple(ids)
            self.refresh()

    def show_mode(self, mode: str) -> None:
        """Goal by goal, or object by object; what is chosen for a goal stays chosen."""
        self._page.show_mode(mode)
        if mode == BY_OBJECT and self.by_goal.picked:
            self.by_object.objekt_id = self.by_goal.picked[0]
        self._take_tool()
        self.refresh()
        self._go_to_object()

    def refresh(self) -> None:
        """Show all as it stands now."""
        session, snapshot, picture = self._tools.edit_session, self._snapshot, self._tools.picture
        if session is None or snapshot is None or not self._looked_at:
            self.overlay.hide()
            return
        self._name_tool()
        able = self._holds_tool()
        self.by_goal.settle(session, picture)
        if self._page.mode == BY_OBJECT:
            self.by_object.settle(session, picture)
            self.by_object.show(session, snapshot, picture, able)
        else:
            self._page.show_goals(snapshot, {})
            self.by_goal.show(session, snapshot, self.goal, able)
        if not able:
            self.overlay.hide()
        elif self._page.mode == BY_OBJECT:
            self.overlay.show((), self.by_object.shape(session))
        else:
            self.overlay.show(self.by_goal.linked_shapes(session, self.goal, picture), self.by_goal.shapes(session))

    def point_at(self, ids: Sequence[str], adds: bool) -> None:
        """A click: the object there is chosen, or no longer; object by object it is the one that is shown."""
        session = self._tools.edit_session
        if self._page.mode == BY_OBJECT:
            self.by_object.objekt_id = ids[0] if ids else self.by_object.objekt_id
        elif session is not None:
            self.by_goal.point_at(ids, adds)
            self.by_goal.take_over(session, self.goal)
        self.refresh()

    def surround(self, ids: Sequence[str], adds: bool) -> None:
        """A lasso: all within are chosen; if they all were already, no longer."""
        if self._page.mode == BY_OBJECT:
            self.point_at(ids, adds)
        else:
            self.by_goal.surround(ids, adds)
            self._page.give_back()
            self.refresh()

    def let_go(self) -> bool:
        """Esc: nothing is chosen; whether anything was."""
        if self._page.mode == BY_OBJECT:
            had, self.by_object.ticked = bool(self.by_object.ticked), ()
        else:
            had, self.by_goal.picked = bool(self.by_goal.picked), ()
        self._page.give_back()
        self.refresh()
        return had

    def finish(self) -> None:
        """Enter: write what is chosen and go on to the next; with nothing chosen just go there."""
        session, page, by_object = self._tools.edit_session, self._page, self._page.mode == BY_OBJECT
        if session is None:
            return
        if self.by_object.ticked if by_object else self.by_goal.picked:
            if not self._tools.do(lambda: self._write(session)):
                return
        elif page.reason.value():
            text = tr("Välj först på kartan vad som ska kopplas. Det du skrivit står kvar.")
            text = tr("Välj först ett mål i listan. Det du skrivit står kvar.") if by_object else text
            self._session.messages.warn(text)
            return
        page.go_on()
        self.skip(1)
        self._canvas.setFocus()

    def unlink(self) -> None:
        """Take the links between what is chosen away."""
        session, goal = self._tools.edit_session, self.goal
        if session is None:
            return
        if self._page.mode == BY_OBJECT:
            self._tools.do(lambda: self.by_object.unlink(session))
        elif goal is not None:
            self._tools.do(lambda: self.by_goal.unlink(session, goal))
        self.refresh()

    def skip(self, by: int) -> None:
        """The next goal in the list, or object without goals (1), or the one before (-1)."""
        if self._page.mode == BY_OBJECT:
            self._skip_object(by)
            return
        seen, now = self._page.goals.seen_goals(), self._page.current_goal()
        if not seen:
            return
        place = seen.index(now) + by if now in seen else 0
        if 0 <= place < len(seen):
            self._page.goals.choose(seen[place])
        else:
            self._session.messages.well(
                tr("Det var det sista målet i listan.") if by > 0 else tr("Det var det första målet i listan.")
            )
        self.refresh()

    def _pass_by(self, by: int) -> None:
        self.by_goal.done = ""
        self.skip(by)

    def _suggest(self) -> None:
        """The first that is suggested comes into view."""
        self.refresh()
        if self.by_object.suggested:
            self._page.goals.choose(self.by_object.suggested[0])

    def step_contribution(self, by: int) -> None:
        """A stronger support, or the other way."""
        self._page.set_contribution(self._page.contribution + by)

    def number_pressed(self, number: int) -> None:
        """The goal with this key."""
        goal = self._page.goal_of_key(number)
        if goal:
            self._page.goals.choose(goal)
            if self._page.mode == BY_OBJECT:
                self._goal_pressed(goal)

    def begin_reason(self, text: str) -> None:
        """A letter on the map is the first of the reason."""
        line = self._page.reason
        line.setFocus()
        line.setCursorPosition(len(line.text()))
        line.insert(text)

    def _at_work(self) -> bool:
        return self._looked_at and self._holds_tool()

    def _goal_pressed(self, mal_id: str) -> None:
        session, self.by_goal.done = self._tools.edit_session, ""
        if self._page.mode == BY_OBJECT and session is not None and self.by_object.objekt_id:
            self.by_object.tick(session, mal_id)
        self._take_tool()
        self.refresh()

    def _write(self, session: EditSession) -> None:
        if self._page.mode == BY_OBJECT:
            self.by_object.write(session)
        elif self.goal is not None:
            self.by_goal.write(session, self.goal)

    def _skip_object(self, by: int) -> None:
        session = self._tools.edit_session
        if session is None:
            return
        found = next_without_goals(session, self._tools.picture, self.by_object.objekt_id, by)
        if found:
            self.by_object.objekt_id, self.by_object.ticked = found, ()
        else:
            self._session.messages.well(tr("Inget annat objekt i bilden saknar mål."))
        self.refresh()
        self._go_to_object()

    def _go_to_object(self) -> None:
        session = self._tools.edit_session
        if session is not None and self._page.mode == BY_OBJECT and self._holds_tool():
            for shape in self.by_object.shape(session):
                go_to(self._canvas, shape.boundingBox())

    def _holds_tool(self) -> bool:
        return isinstance(self._tools.current_tool, GoalLinkTool)

    def _opened_changed(self) -> None:
        self._soon.stop()
        self._snapshot, self.by_goal.picked, self.by_goal.done = None, (), ""
        self.by_object.forget()
        self.overlay.hide()
        self.wanted.emit(False)

    def _show_live(self, live: LiveState) -> None:
        self._snapshot = live.snapshot
        self._soon.start()

    def _look(self, shown: bool) -> None:
        """The page is turned to, or left: the tool goes with it."""
        self._looked_at = shown
        if shown:
            self._soon.start()
        else:
            self.overlay.hide()
            if self._holds_tool():
                self._tools.return_to_select_tool()

    def _refuse(self) -> None:
        copy = self._session.opened.copy if self._session.opened is not None else None
        if copy is not None and not copy.may_draw():
            raise StoreError(copy.sentence())

    def _take_tool(self) -> None:
        if self._holds_tool() or not self._tools.attempt(self._refuse):
            return
        tool = self._tools.tool(GoalLinkTool)
        tool.receiver, tool.title = self, self._tool_title()
        self._tools.who.reread()
        self._tools.selection.clear()
        self._tools.begin(tool, self._hint())
        self.refresh()

    def _tool_title(self) -> str:
        goal = self.goal if self._page.mode != BY_OBJECT else None
        return tr("Koppla till {goal}").format(goal=goal_name(goal)) if goal is not None else tr("Koppla till mål")

    def _hint(self) -> str:
        if self._page.mode == BY_OBJECT:
            return tr("Välj mål i listan eller med en siffra. Klicka på ett annat objekt för att gå dit.")
        return tr("Klicka på det som stödjer eller motverkar målet, eller dra runt flera.")

    def _name_tool(self) -> None:
        tool = self._tools.current_tool
        if isinstance(tool, GoalLinkTool) and (tool.title, tool.hint) != (self._tool_title(), self._hint()):
            tool.title, tool.hint = self._tool_title(), self._hint()
            self._tools.tool_changed.emit()
