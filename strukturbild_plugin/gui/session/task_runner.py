"""Long work beside the window: a QgsTask with progress and cancel, and its answer back on the main thread.

The work given here runs in another thread: it may not touch QgsProject, layers, or widgets.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, Qt, QThread, pyqtSignal

from ...compat import TASK_FLAGS
from ...errors import Cancelled, StrukturbildError
from ...feedback import Feedback
from ..guarded import guarded

Work = Callable[[Feedback], Any]


@guarded
class BackgroundTask(QgsTask):
    """One piece of work. Looks like a Feedback to the work it runs."""

    def __init__(
        self,
        title: str,
        work: Work,
        done: Callable[[Any], object],
        failed: Callable[[Exception, str], None],
    ) -> None:
        super().__init__(title, TASK_FLAGS)
        self._work, self._done, self._failed = work, done, failed
        self._result: Any = None
        self._error: Exception | None = None
        self._details = ""

    def run(self) -> bool:
        """In the other thread."""
        try:
            self._result = self._work(self)
        except StrukturbildError as error:
            self._error = error
        except Exception as error:  # noqa: BLE001 - a fault of ours: a sentence, and details in the log
            self._error, self._details = error, traceback.format_exc()
        return self._error is None

    def finished(self, well: bool) -> None:
        """Back on the main thread."""
        if well:
            self._done(self._result)
        else:
            self._failed(self._error or Cancelled(""), self._details)


@guarded
class MainThreadCall(QObject):
    """Runs a piece of a task's work on the main thread: called from the task, it waits for the answer."""

    _asked = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(guarded(self._answer), Qt.ConnectionType.BlockingQueuedConnection)

    def __call__(self, work: Callable[[], Any]) -> Any:
        """What `work` gives, or the error it raises."""
        if QThread.currentThread() == self.thread():
            return work()
        answers: list[tuple[Any, Exception | None]] = []
        self._asked.emit((work, answers))
        result, error = answers[0]
        if error is not None:
            raise error
        return result

    def _answer(self, asked: tuple[Callable[[], Any], list[tuple[Any, Exception | None]]]) -> None:
        work, answers = asked
        try:
            answers.append((work(), None))
        except Exception as error:  # noqa: BLE001 - handed to the task, which says it
            answers.append((None, error))


class TaskRunner:
    """Starts tasks and keeps them alive until they have answered."""

    def __init__(self, failed: Callable[[Exception, str], None]) -> None:
        self._default_failed = failed
        self._running: set[BackgroundTask] = set()
        self.on_main = MainThreadCall()
        self._closed = False

    def start(
        self,
        title: str,
        work: Work,
        done: Callable[[Any], object],
        failed: Callable[[Exception, str], None] | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> BackgroundTask:
        """Run `work(feedback)` in another thread, then `done(result)` or `failed(error, details)` here."""
        tell = failed or self._default_failed

        def well(result: Any) -> None:
            self._running.discard(task)
            if self._closed:  # who asked is gone
                return
            try:
                done(result)
            except Exception as error:  # noqa: BLE001 - showing went wrong: say so
                details = "" if isinstance(error, StrukturbildError) else traceback.format_exc()
                tell(error, details)

        def badly(error: Exception, details: str) -> None:
            self._running.discard(task)
            if not self._closed:
                tell(error, details)

        task = BackgroundTask(title, work, well, badly)
        if progress is not None:
            task.progressChanged.connect(guarded(progress))
        self._running.add(task)
        QgsApplication.taskManager().addTask(task)
        return task

    @property
    def busy(self) -> bool:
        """Whether something is running."""
        return bool(self._running)

    def close(self) -> None:
        """Ask everything to stop, and tell nobody."""
        self._closed = True
        self.cancel()

    def cancel(self) -> None:
        """Ask everything that runs to stop."""
        for task in tuple(self._running):
            task.cancel()
