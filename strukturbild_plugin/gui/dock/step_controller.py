"""What the step page asks for: forms of the strukturbild, objects that hold a step back, goals, check, edition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...drawing.edits.goal_links import linked_objects
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from .. import settings
from ..check_panel.zoom_to_finding import find_object, show_object
from ..goal_editing.goal_windows import GoalWindows
from ..goal_linking.goal_link_start import GoalLinkStart
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..palette.palette import Palette
from ..session.head_edits import HeadEdits, renew_picture_lists
from ..session.live_checks import LiveState
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..steps.goal_sets_form import GoalSetsForm
from ..steps.pictures_form import PicturesForm
from ..steps.purpose_form import PurposeForm
from ..widgets.glossary_label import glossary
from .locator_filter import (
    ACT,
    GOAL,
    OBJECT,
    STEP,
    VIEW,
    LocatorItem,
    StrukturbildLocatorFilter,
    entries_of,
    ways_of,
)
from .tabs import DockTabs

_ACTIONS = {"granskning": "granska", "utgavor": "utgava"}
"""What a step is measured on -> what does it in the menu."""


class StepController:
    """Ties the step page to the rest of the dock. `do`: does what has this code in the dock's menu."""

    def __init__(
        self,
        session: Session,
        tools: ToolController,
        head_edits: HeadEdits,
        pictures: PictureThemes,
        tabs: DockTabs,
        drawing: Palette,
        do: Callable[[str], None],
    ) -> None:
        self._iface, self._session, self._tools, self._head_edits = session.iface, session, tools, head_edits
        self._views, self._tabs, self._drawing, self._do = pictures, tabs, drawing, do
        self._turn = 0
        self._pictures: tuple[Any, ...] = ()
        page = tabs.steps
        for measure, make in (("syfte", PurposeForm), ("omrade", PicturesForm), ("mal", GoalSetsForm)):
            page.put_form(measure, make(head_edits, page))
        self.goal_windows = GoalWindows(session, head_edits, page.form_of("mal"), page)
        start = GoalLinkStart(page)
        start.wanted.connect(guarded(tabs.goal_linking.ask_for_page))
        start.map_wanted.connect(guarded(tabs.goal_map.ask_for_page))
        page.put_form("kopplingar", start)
        page.step_shown.connect(guarded(self._remember))
        page.action_wanted.connect(guarded(self._act))
        page.objects_wanted.connect(guarded(self._show_next))
        session.live_read.connect(guarded(self._show))
        session.about_to_save.connect(guarded(self._keep))
        session.opened_changed.connect(guarded(head_edits.forget))
        tools.picked.connect(guarded(self.show_object))
        drawing.comment_wanted.connect(guarded(tabs.notes.comment))
        drawing.vote_wanted.connect(guarded(tabs.notes.vote))
        tabs.object_page.show_wanted.connect(guarded(lambda objekt_id: self._show_next((objekt_id,))))
        self._findable = LocatorItem()
        self._filter = StrukturbildLocatorFilter(self._findable, self._found)
        self._iface.registerLocatorFilter(self._filter)

    def close_down(self) -> None:
        """The plugin is switched off, or QGIS is: nothing that was written in a form is lost."""
        self.goal_windows.close_down()
        self._tabs.steps.keep()
        self._head_edits.finish()
        self._iface.deregisterLocatorFilter(self._filter)

    def _found(self, kind: str, code: str) -> None:
        """Something was chosen in the locator."""
        snapshot = self._session.snapshot
        if kind == ACT:
            self._do(code)
        elif kind == STEP:
            self._tabs.setCurrentWidget(self._tabs.steps)
            self._tabs.steps.go(code)
        elif kind == VIEW:
            self._views.show(code)
        elif kind == OBJECT:
            self._show_next((code,))
            self.show_object(code)
        elif kind == GOAL:
            goals = snapshot.goals if snapshot is not None else ()
            goal = next((one for one in goals if one.mal_id == code), None)
            if goal is not None:
                sentence = " ".join(part for part in (goal.kod, goal.titel, goal.beskrivning) if part)
                self._session.messages.well(sentence)
        else:
            word = glossary().word(code)
            if word is not None:
                name, text = (each.in_language(settings.language()) for each in (word.ord, word.betyder))
                self._session.messages.well(f"{name}: {text}")

    def _show(self, live: LiveState) -> None:
        page = self._tabs.steps
        before = page.step()
        page.show_live(live)
        self._tabs.object_page.show_snapshot(live.snapshot)
        self._know_pictures(live.snapshot)
        self._findable.entries = (*ways_of(self._views.views, live), *entries_of(live.snapshot, settings.language()))
        step = page.step()
        if before is None and step is not None:
            self._drawing.show_step(step.klasser)

    def _remember(self, kod: str) -> None:
        self._turn = 0
        step = self._tabs.steps.step()
        self._tools.return_to_select_tool()
        self._drawing.show_step(step.klasser if step is not None else ())
        if self._session.opened is not None:
            settings.remember_place(self._session.opened.path, "steg", kod)

    def _act(self, measure: str) -> None:
        if measure == "kopplingar":
            self._tie_next()
        elif measure in _ACTIONS:
            self._do(_ACTIONS[measure])

    def show_object(self, objekt_id: str, field: str = "") -> None:
        """Open the object panel on this one, at a column or its goals; '' is several, which it shows already."""
        self._tabs.setCurrentWidget(self._tabs.object_page)
        if objekt_id:
            self._tabs.object_page.show_object(objekt_id)
            self._tabs.object_page.show_field(field)

    def _tie_next(self) -> None:
        """The next object of the picture without a goal, in the object panel."""
        edit_session = self._tools.edit_session
        if edit_session is None:
            return
        tied = linked_objects(edit_session)
        here = [one for one in edit_session.objects.all() if one.bild_id == self._tools.picture]
        waiting = [one for one in here if one.objekt_id not in tied]
        if not waiting:
            sentence = tr("Alla objekt i bilden är kopplade till mål.") if here else tr("Inget är ritat i bilden än.")
            self._session.messages.well(sentence)
            return
        self.show_object(waiting[0].objekt_id)
        self._tabs.object_page.show_goals()

    def _keep(self) -> None:
        """The strukturbild is being saved: what stands half-written goes along."""
        self._tabs.object_page.keep_changes()
        self.goal_windows.keep()
        self._tabs.steps.keep()
        self._head_edits.finish()

    def _know_pictures(self, snapshot: Snapshot) -> None:
        """Pictures came, went or changed name: the forms and the pen must know."""
        opened, tools = self._session.opened, self._tools
        shown = tuple((one.bild_id, one.namn) for one in snapshot.pictures)
        if opened is None or shown == self._pictures:
            return
        known = {one.bild_id for one in snapshot.pictures}
        if tools.picture not in known and snapshot.pictures:
            tools.picture = snapshot.pictures[0].bild_id
        if self._pictures:
            renew_picture_lists(opened, snapshot.pictures, tools.picture)
        self._pictures = shown

    def _show_next(self, ids: tuple[str, ...]) -> None:
        """Each click goes to the next of them."""
        opened = self._session.opened
        found = find_object(opened, ids[self._turn % len(ids)]) if opened is not None else None
        self._turn += 1
        if opened is not None and found is not None:
            show_object(self._iface, self._views, opened, *found)
