"""What the user is told: a sentence in the message bar; details of the unexpected in the log."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtWidgets import QPushButton

from ..errors import Cancelled, StrukturbildError
from ..i18n import tr

LOG = "Strukturbild"
SECONDS = 8


class Messages:
    """The message bar of QGIS, in our words."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface

    def well(self, sentence: str, button: str = "", call: Any = None) -> None:
        """Something was done; perhaps with one thing to click."""
        bar = self._iface.messageBar()
        item = bar.createMessage(tr("Strukturbild"), sentence)
        if button:
            press = QPushButton(button, item)
            press.clicked.connect(lambda _=False: call())
            item.layout().addWidget(press)
        bar.pushWidget(item, Qgis.MessageLevel.Success, SECONDS)

    def warn(self, sentence: str) -> None:
        """Something to know."""
        self._iface.messageBar().pushMessage(tr("Strukturbild"), sentence, Qgis.MessageLevel.Warning, 2 * SECONDS)

    def failed(self, error: Exception, details: str = "") -> None:
        """Something did not work: its own sentence, or one of ours with the details in the log."""
        if isinstance(error, Cancelled):
            self._iface.messageBar().pushMessage(
                tr("Strukturbild"), str(error) or tr("Avbrutet."), Qgis.MessageLevel.Info, SECONDS
            )
            return
        self.log(error, details)
        self._iface.messageBar().pushMessage(
            tr("Strukturbild"), sentence_of(error), Qgis.MessageLevel.Critical, 0
        )

    def log(self, error: Exception, details: str) -> None:
        """Keep what a developer wants to know."""
        QgsMessageLog.logMessage(details or str(error), LOG, Qgis.MessageLevel.Critical, notifyUser=False)


def sentence_of(error: Exception) -> str:
    """What to show of an error."""
    if isinstance(error, StrukturbildError):
        return str(error)
    return tr("Något oväntat hände och åtgärden avbröts. Detaljerna finns i loggen under fliken Strukturbild.")
