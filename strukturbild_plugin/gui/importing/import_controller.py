"""From a file to objects in the open strukturbild: read and planned in a task, done as one undoable act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...errors import Cancelled
from ...feedback import Feedback
from ...i18n import tr
from ...store.importing.plan import ImportPlan
from ...store.importing.request import ImportRequest
from ...store.importing.source import SourceLayer
from ..map_tools.tool_controller import ToolController
from ..session.session import Session
from ..session.task_runner import BackgroundTask
from . import import_texts

Failed = Callable[[Exception, str], None]


class ImportController:
    """What the import window asks for; only the last thing asked is answered."""

    def __init__(self, session: Session, tools: ToolController) -> None:
        self.session, self.tools = session, tools
        self._task: BackgroundTask | None = None

    def read_layers(self, path: Path, done: Callable[[tuple[SourceLayer, ...]], None], failed: Failed) -> None:
        """What the file holds."""

        def work(feedback: Feedback) -> tuple[SourceLayer, ...]:
            from ...store.importing.source import layers_in

            return layers_in(path, feedback)

        self._start(tr("Läser {file}").format(file=path.name), work, done, failed)

    def plan(self, request: ImportRequest, done: Callable[[ImportPlan], None], failed: Failed) -> None:
        """What would come of it, in the strukturbild as it is drawn now."""
        opened, snapshot = self.session.opened, self.session.snapshot
        if opened is None:
            return
        target = snapshot if snapshot is not None else opened.path

        def work(feedback: Feedback) -> ImportPlan:
            from ...store.importing.objects import plan_import

            return plan_import(target, request, feedback)

        self._start(tr("Läser {file}").format(file=Path(request.source).name), work, done, failed)

    def carry_out(self, plan: ImportPlan) -> bool:
        """Do what the plan says in the open layers, as one step to undo; False when it was refused (and said)."""
        from ...drawing.edits.import_edits import apply_import

        edit_session = self.tools.edit_session
        if edit_session is None:
            return False
        name = tr("Hämta objekt ur {fil}").format(fil=plan.file)
        if not self.tools.do(lambda: apply_import(edit_session, name, plan.edits())):
            return False
        self.tools.undo_offer.tell(import_texts.done(plan))
        return True

    def cancel(self) -> None:
        """Nobody waits for the answer any more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _start(self, title: str, work: Callable[[Feedback], object], done: Callable, failed: Failed) -> None:  # type: ignore[type-arg]
        self.cancel()

        def well(result: object) -> None:
            if task is self._task:
                self._task = None
                done(result)

        def badly(error: Exception, details: str) -> None:
            if task is self._task and not isinstance(error, Cancelled):
                self._task = None
                failed(error, details)

        task = self.session.runner.start(title, work, well, badly)
        self._task = task
