"""Opens the windows of goals: editing one's own, reading them out of a table, and setting them beside others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ...i18n import tr
from ..guarded import guarded
from ..session.head_edits import HeadEdits
from ..session.session import Session
from ..steps.goal_sets_form import GoalSetsForm
from .own_goals import OwnGoals

if TYPE_CHECKING:
    from .goal_editor import GoalEditor
    from .goal_import_dialog import GoalImportDialog

Window = TypeVar("Window", bound=QWidget)


@guarded
class GoalWindows(QObject):
    """One window of each kind at a time, over the window of QGIS."""

    def __init__(
        self, session: Session, head_edits: HeadEdits, form: GoalSetsForm, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.goals = OwnGoals(session, head_edits, self)
        self._open: dict[type[QWidget], QWidget] = {}
        form.edit_wanted.connect(guarded(self.edit))
        form.table_wanted.connect(guarded(self._read_any_table))
        form.counterparts_wanted.connect(guarded(self.show_counterparts))

    def edit(self, code: str = "") -> GoalEditor | None:
        """The editor, at this set (by code) or goal (by identity); None when nothing is open."""
        from .goal_editor import GoalEditor

        window = self._show(GoalEditor, GoalEditor)
        if window is not None and code:
            window.choose(code)
        return window

    def read_table(self, path: Path | None = None) -> GoalImportDialog | None:
        """The import, with this file read when it is given; None when nothing is open."""
        from .goal_import_dialog import GoalImportDialog

        window = self._show(GoalImportDialog, GoalImportDialog)
        if window is not None and path is not None:
            window.open_file(path)
        return window

    def show_counterparts(self) -> QWidget | None:
        """The goals beside national and global ones; None when nothing is open."""
        from .counterpart_window import CounterpartWindow

        return self._show(CounterpartWindow, CounterpartWindow)

    def _read_any_table(self, file: str) -> None:
        self.read_table(Path(file) if file else None)

    def keep(self) -> None:
        """Write what is being written in the editor just now."""
        from .goal_editor import GoalEditor

        for window in self._open.values():
            if isinstance(window, GoalEditor) and not sip.isdeleted(window):
                window.keep()

    def close_down(self) -> None:
        """The plugin is switched off."""
        for window in self._open.values():
            if not sip.isdeleted(window):
                window.close()

    def _show(self, kind: type[Window], make: Callable[[OwnGoals, QWidget], Window]) -> Window | None:
        if self._session.opened is None or self.goals.snapshot is None:
            self._session.messages.warn(tr("Öppna en strukturbild först."))
            return None
        there = self._open.get(kind)
        if not isinstance(there, kind) or sip.isdeleted(there) or not there.isVisible():
            there = self._open[kind] = make(self.goals, self._session.iface.mainWindow())
        there.show()
        there.raise_()
        return there
