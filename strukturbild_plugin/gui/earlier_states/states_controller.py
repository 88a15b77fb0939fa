"""When earlier states of the open strukturbild are kept, and what brings one back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...drawing.session.restore import RestoreResult, apply_changes
from ...feedback import Feedback
from ...i18n import tr
from ...store.autosave.copy_format import RowChange
from ...store.earlier_states.restore_state import restore_state, usable_copy
from ...store.earlier_states.retention import EDITION, HOURLY, EarlierState
from ...store.earlier_states.state_diff import StateDiff, state_diff
from ...store.gpkg.records import Snapshot
from ...store.gpkg.snapshot import read_snapshot
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..messages import sentence_of
from ..recovery.autosave import tables_of
from ..recovery.change_descriptions import ChangeDescriptions
from ..session.earlier_state_folder import state_folder_of
from ..session.session import Session
from ..settings import language
from ..widgets.busy_cursor import waiting
from . import state_texts

KEEP_MS = 300_000
"""What is written over from outside is lost but for what is kept: five minutes' work at most. Our own choice."""


@dataclass(frozen=True)
class StateContent:
    """One state, read: all that was in it, and what is different in the file now."""

    state: EarlierState
    snapshot: Snapshot
    diff: StateDiff


@guarded
class StatesController(QObject):
    """Keeps the open strukturbild while one works and at each edition; session/openable_file.py does at opening.

    Of the hours before the last one state is left (store/earlier_states/retention.py).
    """

    kept = pyqtSignal()
    """There may be another state."""
    left = pyqtSignal()
    """The strukturbild is left: what shows states of it is over."""

    def __init__(self, session: Session, tools: ToolController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self._tools = session, tools
        self.trouble = ""
        """Why the last state could not be kept: a sentence."""
        self._editions: int | None = None
        """The number of the last edition that is known of; None until the file is read."""
        self._timer = QTimer(self)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(guarded(self.keep_now))
        session.opened_changed.connect(guarded(self._follow))
        session.snapshot_read.connect(guarded(self._look_for_edition))

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._timer.stop()
        self.left.emit()

    def keep_now(self, why: str = HOURLY, edition: int = 0) -> None:
        """Keep what is saved, in a task; nothing is kept twice."""
        opened = self.session.opened
        if opened is None:
            return
        folder = state_folder_of(opened.path, opened.head)

        def work(_feedback: Feedback) -> EarlierState:
            return folder.keep(why, edition)

        self.session.runner.start(tr("Sparar läget"), work, self._has_kept, self._not_kept)

    def read_states(self, done: Callable[[list[EarlierState]], None]) -> None:
        """Give what is kept of the open strukturbild, the latest first."""
        opened = self.session.opened
        if opened is not None:
            folder = state_folder_of(opened.path, opened.head)
            self.session.runner.start(tr("Läser tidigare lägen"), lambda _feedback: folder.states(), done)

    def read(
        self, state: EarlierState, done: Callable[[StateContent], None], failed: Callable[[Exception, str], None]
    ) -> None:
        """Read a state and compare the file with it."""
        opened = self.session.opened
        if opened is None:
            return
        path = opened.path

        def work(_feedback: Feedback) -> StateContent:
            with usable_copy(state.path) as copy:
                return StateContent(state, read_snapshot(copy), state_diff(copy, path))

        self.session.runner.start(tr("Läser läget"), work, done, failed)

    def descriptions(self, content: StateContent) -> ChangeDescriptions:
        """Who tells what is different; in the words that the state has."""
        opened = self.session.opened
        return ChangeDescriptions(content.snapshot, tables_of(opened) if opened is not None else {}, language())

    def restore_objects(self, content: StateContent, chosen: Iterable[str]) -> bool:
        """Let these objects be as they were, in one undo step; whether it was done."""
        opened, edit_session = self.session.opened, self._tools.edit_session
        if opened is None or edit_session is None:
            self.session.messages.warn(tr("Lagren är inte öppna för ritning just nu. Försök igen om en stund."))
            return False
        wanted = content.diff.needed_for(chosen)
        changes = [_by(edit_session.author, change) for change in content.diff.changes_of(wanted)]
        step = tr("Ta tillbaka från läget {when}").format(when=state_texts.when(content.state))
        outcomes: list[RestoreResult] = []

        def write() -> None:
            outcomes.append(apply_changes(edit_session, tables_of(opened), step, changes, count=True))

        with waiting():
            self._tools.do(write)
        for outcome in outcomes:
            self._tell(content, outcome)
        return bool(outcomes)

    def _tell(self, content: StateContent, outcome: RestoreResult) -> None:
        about = {one.change.cell("objekt_id") for one in outcome.left}
        back = {step.change.cell("objekt_id") for step in outcome.steps} - about
        if back:
            said = tr("{things} är tillbaka från läget {when}. Ctrl+Z ångrar.")
            things = state_texts.number(len(back))
            self.session.messages.well(said.format(things=things, when=state_texts.when(content.state)))
        if outcome.left:
            teller = self.descriptions(content)
            said = tr("{things} kom inte tillbaka helt. Ta tillbaka hela läget om det behövs.")
            lines = [f"{teller.title(one.change)}: {one.why}" for one in outcome.left]
            self.session.messages.warn(said.format(things=state_texts.number(len(about))), lines)

    def restore_all(self, state: EarlierState, may_leave: Callable[[], bool]) -> bool:
        """Let the whole file be as it was: closed, replaced and opened again; whether that was begun.

        `may_leave`: asks about what is not saved. What the file is now is kept first.
        """
        opened = self.session.opened
        if opened is None or not may_leave():
            return False
        path, folder = opened.path, state_folder_of(opened.path, opened.head)
        self._tools.unset_tool()
        self.session.close()

        def work(_feedback: Feedback) -> EarlierState:
            return restore_state(path, state.path, folder)

        def open_again() -> None:
            if self.session.opened is None:  # nobody has opened another one meanwhile
                self.session.open(path)

        def done(before: EarlierState) -> None:
            open_again()
            said = tr("Läget {when} är tillbaka.")
            call = partial(self.restore_all, before, may_leave)
            self.session.messages.well(said.format(when=state_texts.when(state)), tr("Ångra"), call)

        def failed(error: Exception, details: str) -> None:
            self.session.messages.failed(error, details)
            open_again()

        self.session.runner.start(tr("Tar tillbaka läget"), work, done, failed)
        return True

    def _follow(self) -> None:
        self._editions, self.trouble = None, ""
        self.left.emit()
        if self.session.opened is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def _look_for_edition(self, snapshot: Snapshot) -> None:
        latest = max((edition.nummer for edition in snapshot.editions), default=0)
        before, self._editions = self._editions, latest
        if before is not None and latest > before:
            self.keep_now(EDITION, latest)

    def _has_kept(self, _state: EarlierState) -> None:
        self.trouble = ""
        self.kept.emit()

    def _not_kept(self, error: Exception, details: str) -> None:
        """Nobody is disturbed by it; the list of earlier states says it."""
        self.trouble = sentence_of(error)
        self.session.messages.log(error, details)
        self.kept.emit()


def _by(author: str, change: RowChange) -> RowChange:
    """The same change, by the one who brings it back; a whole row says itself who drew it."""
    if not author or change.before is None or change.now is None:
        return change
    return replace(change, now={**change.now, "andrad_av": author})
