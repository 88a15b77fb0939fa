"""Progress and cancellation as QgsFeedback has them, without needing QGIS."""

from __future__ import annotations

from typing import Protocol

from .errors import Cancelled
from .i18n import tr


class Feedback(Protocol):
    """What long work reports progress to; QgsFeedback and QgsProcessingFeedback fit as they are."""

    def setProgress(self, progress: float) -> None:  # noqa: N802 - QgsFeedback's own name
        """Set how much is done, 0 to 100."""

    def isCanceled(self) -> bool:  # noqa: N802 - QgsFeedback's own name
        """Whether the user wants to stop."""


class Silent:
    """Feedback that goes nowhere and never cancels."""

    def setProgress(self, progress: float) -> None:  # noqa: N802 - QgsFeedback's own name
        """Progress goes nowhere."""

    def isCanceled(self) -> bool:  # noqa: N802 - QgsFeedback's own name
        """Nobody cancels."""
        return False


class StepFeedback:
    """The progress of one step: its 0-100 is `start`-`end` of the whole, so that the user sees one smooth bar."""

    def __init__(self, whole: Feedback, start: float, end: float) -> None:
        self._whole, self._start, self._end = whole, start, end

    def setProgress(self, progress: float) -> None:  # noqa: N802 - QgsFeedback's own name
        """Move the bar of the whole."""
        self._whole.setProgress(self._start + (self._end - self._start) * progress / 100.0)

    def isCanceled(self) -> bool:  # noqa: N802 - QgsFeedback's own name
        """Whether the whole was cancelled."""
        return self._whole.isCanceled()


def stop_if_cancelled(feedback: Feedback) -> None:
    """Raise Cancelled if the user has cancelled."""
    if feedback.isCanceled():
        raise Cancelled(tr("Avbrutet. Ingenting ändrades."))
