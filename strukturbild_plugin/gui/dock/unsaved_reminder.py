"""A gentle word when something has lain unsaved for a quarter of an hour: nobody else sees it yet."""

from __future__ import annotations

import time
from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, QTimer

from ...i18n import tr
from .. import settings
from ..guarded import guarded
from ..session.session import Session

AFTER_S = 15 * 60
LOOK_EVERY_MS = 60_000


@guarded
class UnsavedReminder(QObject):
    """Looks once a minute. `clock` gives seconds."""

    def __init__(
        self, session: Session, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._session, self._clock = session, clock
        self._since: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(guarded(self.look))
        self._timer.start()
        session.content_changed.connect(guarded(self.note))

    def close(self) -> None:
        """The plugin is switched off."""
        self._timer.stop()

    def note(self) -> None:
        """Something was drawn or saved: from now on, or not any more."""
        opened = self._session.opened
        if opened is None or not opened.unsaved():
            self._since = None
        elif self._since is None:
            self._since = self._clock()

    def look(self) -> None:
        """Say so when it is time, and again a quarter of an hour later."""
        self.note()
        opened = self._session.opened
        if opened is None or self._since is None or self._clock() - self._since < AFTER_S:
            return
        if not settings.is_on(settings.REMINDER):
            return
        self._since = self._clock()
        names = ", ".join(layer.name() for layer in opened.unsaved())
        words = tr("Det du ritat den senaste kvarten finns inte i filen än: {layers}.")
        self._session.messages.well(words.format(layers=names), tr("Spara"), self._session.save)
