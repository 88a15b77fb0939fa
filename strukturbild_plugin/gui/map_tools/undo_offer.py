"""The sentence on what was done last, with its button "Ångra": it goes when that is no longer what Ctrl+Z undoes."""

from __future__ import annotations

from typing import Any, Protocol

from qgis.PyQt.QtCore import QObject, QTimer

from ...drawing.session.edit_session import EditSession
from ...i18n import tr
from ..guarded import guarded
from ..messages import Messages


class UndoOfferHost(Protocol):
    """What the offer asks of the tool controller."""

    edit_session: EditSession | None
    messages: Messages
    changed: Any

    def undo(self) -> None: ...


@guarded
class UndoOffer(QObject):
    """One offer at a time."""

    def __init__(self, host: UndoOfferHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._item: object = None
        self._step: object = None
        """What shows the sentence, and the step that it is about."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(guarded(self._remember))
        host.changed.connect(guarded(self.look))

    def tell(self, sentence: str) -> None:
        """Say what has just been done, as the last step."""
        self._item = self._host.messages.well(sentence, tr("Ångra"), self._host.undo)
        self._soon.start()  # what QGIS's own tools did is completed first, and is one step then

    def look(self) -> None:
        """Something was done, undone or done again: the button would undo something else."""
        if self._item is not None and not self._soon.isActive() and self._last() is not self._step:
            self._host.messages.take_away(self._item)
            self._item = self._step = None

    def _remember(self) -> None:
        self._step = self._last()

    def _last(self) -> object:
        session = self._host.edit_session
        return session.last_step() if session is not None else None
