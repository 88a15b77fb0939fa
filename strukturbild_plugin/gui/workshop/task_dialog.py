"""A window with one thing to do: it asks, shows how far it has come, and then what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QCloseEvent, QDesktopServices
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...errors import Cancelled, StrukturbildError
from ...export.workshop_papers import button_texts
from ...i18n import tr
from ..guarded import guarded
from ..messages import sentence_of
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, icon
from .workshop_controller import WorkshopController


@guarded
class TaskDialog(FittingDialog):
    """Beside the map, and stops nothing. `action`: what the button says."""

    def __init__(self, controller: WorkshopController, title: str, action: str, picture: str, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self.setModal(False)
        self.controller = controller
        self.folder: Path | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 14)
        self._column.setSpacing(10)
        self.heading = heading("", self, 1.15)
        self.pages = QStackedWidget(self)
        self.asks, self.tells = QWidget(self), QWidget(self)
        self.pages.addWidget(self.asks)
        self.pages.addWidget(self.tells)
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.hide()
        self._column.addWidget(self.heading)
        self._column.addWidget(self.pages, 1)
        for part in (self.trouble, self.bar):
            self._column.addWidget(part)
        self.do = QPushButton(icon(picture), action, self)
        self.do.setDefault(True)
        self.do.clicked.connect(guarded(lambda _=False: self.carry_out()))
        self.open_folder = QPushButton(icon("oppna"), tr("Öppna mappen"), self)
        self.open_folder.clicked.connect(guarded(lambda _=False: self._show_folder()))
        self.open_folder.hide()
        self.leave = QPushButton(tr("Avbryt"), self)
        self.leave.clicked.connect(guarded(lambda _=False: self._leave()))
        for button in (self.open_folder, self.leave):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.open_folder)
        row.addStretch(1)
        row.addWidget(self.do)
        row.addWidget(self.leave)
        self._column.addLayout(row)

    def carry_out(self) -> None:
        """Do what the window is for."""
        raise NotImplementedError

    def save_first(self) -> bool:
        """Save what was drawn while the window stood there; False when it could not be, and why is said."""
        session = self.controller.session
        if session.save_quietly():
            return True
        self.show_trouble(StrukturbildError(session.why_not_saved))
        return False

    def show_running(self) -> None:
        """It has begun."""
        self.trouble.hide()
        self.bar.setValue(0)
        self.bar.show()
        self.do.setEnabled(False)
        self.asks.setEnabled(False)

    def show_progress(self, percent: float) -> None:
        """How far it has come."""
        self.bar.setValue(round(percent))

    def show_result(self, title: str, folder: Path) -> None:
        """It is done: the other page, and where the files lie."""
        self._stopped()
        self.heading.setText(title)
        self.folder = folder
        self.pages.setCurrentWidget(self.tells)
        self.do.hide()
        self.open_folder.show()
        self.leave.setText(button_texts.close())

    def show_trouble(self, error: Exception, details: str = "") -> None:
        """It did not work; all that was chosen stays."""
        self._stopped()
        if not isinstance(error, (StrukturbildError, Cancelled)):
            self.controller.session.messages.log(error, details)
        self.trouble.setText(str(error) or tr("Avbrutet.") if isinstance(error, Cancelled) else sentence_of(error))
        self.trouble.show()

    def while_open(self, call: Callable[..., None]) -> Callable[..., None]:
        """What a task answers is nobody's any more when the window is closed."""

        def answer(*told: object) -> None:
            if not sip.isdeleted(self):
                call(*told)

        return answer

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's: what runs is stopped first."""
        if self.controller.busy:
            self.controller.cancel()
            event.ignore()
        else:
            super().closeEvent(event)
            self.deleteLater()

    def reject(self) -> None:
        """Esc."""
        self._leave()

    def _leave(self) -> None:
        if self.controller.busy:
            self.controller.cancel()
        else:
            super().reject()
            self.deleteLater()

    def _stopped(self) -> None:
        self.bar.hide()
        self.do.setEnabled(True)
        self.asks.setEnabled(True)

    def _show_folder(self) -> None:
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
