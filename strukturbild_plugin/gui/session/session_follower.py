"""What all that shows something of the open strukturbild does alike: refreshed soon, and emptied when it is left."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal

from ..guarded import guarded
from .session import Session


@guarded
class SessionFollower(QObject):
    """Calls `refresh` once for all that happens in a turn of the event loop, and `forget` at once.

    At once, since the layers that were shown are gone when another strukturbild is opened, and a page that comes to
    the front in between would ask them.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self.refresh))
        session.opened_changed.connect(guarded(self._opened_changed))

    def refresh_after(self, *signals: pyqtBoundSignal) -> None:
        """Refresh soon after each of these."""
        for signal in signals:
            signal.connect(guarded(self.refresh_soon))

    def refresh_soon(self, *_told: object) -> None:
        """Refresh when what happens now is over."""
        self._soon.start()

    def refresh(self) -> None:
        """Show all as it stands now."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another strukturbild is open, or none: nothing of the one before is shown, kept or asked for."""
        raise NotImplementedError

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._soon.stop()

    def _opened_changed(self) -> None:
        self.forget()
        self._soon.start()
