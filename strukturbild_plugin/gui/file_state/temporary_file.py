"""An open strukturbild in a folder that the computer clears: said in the strip, with a way to a better place."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from ...store.gpkg.file_place import warning_of_temporary
from ..guarded import guarded
from ..session.session import Session


@guarded
class TemporaryFile(QObject):
    """Looks where a file lies when it is opened: an attachment opened in the mail, or a file inside a zip."""

    changed = pyqtSignal()

    def __init__(self, session: Session, save_as: Callable[[], None], parent: QObject | None = None) -> None:
        """`save_as` asks for a place and a name."""
        super().__init__(parent)
        self._session, self._save_as, self._sentence = session, save_as, ""
        session.opened_changed.connect(guarded(self._look))
        self._look()

    def sentence(self) -> str:
        """Where the file lies; '' when it lies well."""
        return self._sentence

    def button(self) -> str:
        """What the button says."""
        return tr("Spara som…")

    def act(self) -> None:
        """Ask where it is to lie instead."""
        self._save_as()

    def _look(self) -> None:
        opened = self._session.opened
        self._sentence = warning_of_temporary(opened.path) if opened is not None else ""
        self.changed.emit()
