"""What the windows of a workshop ask for: started and merged in tasks, with progress and a way to stop."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from ...export.workshop_papers.start_with_papers import WorkshopPapers
from ...feedback import Feedback
from ...i18n import tr
from ...workshop.group_copy import CopyLook
from ...workshop.merge import MergeReport
from ...workshop.start import StartedWorkshop, WorkshopPlan
from .. import settings
from ..session.session import Session
from ..session.task_runner import BackgroundTask

Failed = Callable[[Exception, str], None]
Progress = Callable[[float], None]


class WorkshopController:
    """One for a window; `cancel` stops what it has begun."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._task: BackgroundTask | None = None

    def start(
        self,
        main: Path,
        folder: Path,
        plan: WorkshopPlan,
        done: Callable[[StartedWorkshop, WorkshopPapers], None],
        failed: Failed,
        progress: Progress,
    ) -> None:
        """Make the groups' files and the papers of what is saved in `main`, in `folder`.

        The folder is made when it is not there.
        """
        who = settings.author()

        def work(feedback: Feedback) -> tuple[StartedWorkshop, WorkshopPapers]:
            from ...export.workshop_papers.start_with_papers import start_with_papers

            made = not folder.is_dir() and folder.parent.is_dir()
            if made:
                folder.mkdir()
            try:
                return start_with_papers(main, folder, plan, who, feedback)
            except BaseException:
                if made:
                    with contextlib.suppress(OSError):  # somebody has put something there
                        folder.rmdir()
                raise

        title = tr("Startar workshopen {titel}").format(titel=plan.titel)
        self._begin(title, work, lambda made: done(*made), failed, progress)

    def look(self, paths: Sequence[Path], done: Callable[[list[CopyLook]], None]) -> None:
        """Whose copies of the open strukturbild the files are."""
        opened = self.session.opened
        if opened is None:
            return
        identity = opened.head.strukturbild_id

        def work(_feedback: Feedback) -> list[CopyLook]:
            from ...workshop.group_copy import look_at_copy

            return [look_at_copy(path, identity) for path in paths]

        self.session.runner.start(tr("Läser kopiorna"), work, done)

    def merge(
        self,
        main: Path,
        copies: Sequence[Path],
        target: Path,
        base: Path | None,
        strict: bool,
        overwrite: bool,
        revisions: bool,
        done: Callable[[MergeReport], None],
        failed: Failed,
        progress: Progress,
    ) -> None:
        """Merge the copies into what is saved in `main`, as the file `target`.

        No file is left when no copy could be merged.
        """
        who = settings.author()

        def work(feedback: Feedback) -> MergeReport:
            from ...store.gpkg.file_copy import discard
            from ...workshop.copies import MERGED
            from ...workshop.merge import merge_copies

            report = merge_copies(main, copies, target, base, strict, who, feedback, overwrite, revisions)
            if not overwrite and all(one.state != MERGED for one in report.copies):
                discard(report.path)  # it says what the main file says
            return report

        self._begin(tr("Slår ihop {antal} kopior").format(antal=len(copies)), work, done, failed, progress)

    def cancel(self) -> None:
        """Stop what runs; it answers that it was stopped."""
        if self._task is not None:
            self._task.cancel()

    @property
    def busy(self) -> bool:
        """Whether something it has begun runs."""
        return self._task is not None

    def _begin(
        self,
        title: str,
        work: Callable[[Feedback], object],
        done: Callable,  # type: ignore[type-arg]
        failed: Failed,
        progress: Progress,
    ) -> None:
        def well(result: object) -> None:
            self._task = None
            done(result)

        def badly(error: Exception, details: str) -> None:
            self._task = None
            failed(error, details)

        self._task = self.session.runner.start(title, work, well, badly, progress)
