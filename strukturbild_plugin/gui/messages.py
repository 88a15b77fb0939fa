"""What the user is told: a sentence in the message bar; details of the unexpected in the log."""

from __future__ import annotations

import html
import traceback
from collections.abc import Sequence
from functools import partial
from typing import Any

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from ..errors import Cancelled, StrukturbildError
from ..i18n import tr
from .error_report import error_report
from .fitting_button import FittingButton
from .guarded import guarded

LOG = "Strukturbild"
SECONDS = 8


class Messages:
    """The message bar of QGIS, in our words."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._last_well: Any = None

    def well(self, sentence: str, button: str = "", call: Any = None) -> QgsMessageBarItem:
        """Something was done; perhaps with one thing to click. What was said before of something done goes away.

        Gives what shows it.
        """
        before = self._last_well
        if before is not None and not sip.isdeleted(before):
            self._iface.messageBar().popWidget(before)  # its "Undo" would undo what came after

        def go() -> None:
            self._iface.messageBar().popWidget(self._last_well)  # said and answered
            call()

        level = Qgis.MessageLevel.Success
        self._last_well = self._push(sentence, button, go, level, SECONDS, in_window=False)
        return self._last_well

    def warn(self, sentence: str, more: Sequence[str] = ()) -> None:
        """Something to know; `more` opens in a window of its own, and waits until it is asked for.

        What stands in the bar already is said anew, not once more under itself.
        """
        bar = self._iface.messageBar()
        for item in bar.items():
            if item.text() == html.escape(sentence, quote=False) and item.level() == Qgis.MessageLevel.Warning:
                bar.popWidget(item)
        self._push(sentence, "", None, Qgis.MessageLevel.Warning, 0 if more else 2 * SECONDS, more)

    def offer(self, sentence: str, more: Sequence[str], button: str, call: Any, is_fault: bool = True) -> None:
        """Something waits for an answer, and there is a way on to press; `more` opens in a window with the same button.

        `is_fault`: something did not work; else it is only to be chosen.
        """
        level = Qgis.MessageLevel.Critical if is_fault else Qgis.MessageLevel.Info

        def go() -> None:
            if self.is_shown(item):
                self._iface.messageBar().popWidget(item)
            call()

        item = self._push(sentence, button, go, level, 0, more)

    def _push(
        self,
        sentence: str,
        button: str,
        call: Any,
        level: Qgis.MessageLevel,
        seconds: int,
        more: Sequence[str] = (),
        in_window: bool = True,
    ) -> QgsMessageBarItem:
        """Show a sentence in the bar, with a button that calls `call`. Gives what shows it.

        "Visa" opens all of it in a window, with the same button if that may be pressed later (`in_window`): there when
        the bar is too narrow for the sentence, and always when there is `more`.
        """
        bar = self._iface.messageBar()
        item = bar.createMessage(tr("Strukturbild"), html.escape(sentence, quote=False))  # shown as HTML
        if button:
            press = QPushButton(button, item)
            press.clicked.connect(guarded(lambda _=False: call()))
            item.layout().addWidget(press)
        show = partial(_show_all, self._iface.mainWindow(), sentence, more, level, button if in_window else "", call)
        FittingButton(tr("Visa"), item, bool(more)).clicked.connect(guarded(lambda _=False: show()))
        return bar.pushWidget(item, level, seconds)

    def failed(self, error: Exception, details: str = "", action: str = "") -> Any:
        """Something did not work: its own sentence; of the unexpected a report to copy, and details in the log.

        `action`: what of ours failed, for the report. Gives what shows it.
        """
        if isinstance(error, Cancelled):
            return self._push(str(error) or tr("Avbrutet."), "", None, Qgis.MessageLevel.Info, SECONDS)
        if isinstance(error, StrukturbildError):
            self.log(error, details)
            return self._push(str(error), "", None, Qgis.MessageLevel.Critical, 0)
        self.log(error, details or "".join(traceback.format_exception(type(error), error, error.__traceback__)))
        report = error_report(error, action)
        sentence = tr(
            "Ett oväntat fel avbröt åtgärden. Försök igen. Kommer felet tillbaka: kopiera felrapporten och skicka "
            "den till den som sköter QGIS hos er."
        )
        return self._push(sentence, tr("Kopiera felrapport"), lambda: _copy(report), Qgis.MessageLevel.Critical, 0)

    def is_shown(self, item: Any) -> bool:
        """Whether what `failed` or `well` gave still stands in the bar."""
        return item is not None and not sip.isdeleted(item) and item in self._iface.messageBar().items()

    def take_away(self, item: Any) -> None:
        """What `well` gave says what is no longer so."""
        if self.is_shown(item):
            self._iface.messageBar().popWidget(item)

    def log(self, error: Exception, details: str) -> None:
        """Keep what a developer wants to know."""
        QgsMessageLog.logMessage(details or str(error), LOG, Qgis.MessageLevel.Critical, notifyUser=False)


def sentence_of(error: Exception) -> str:
    """What to show of an error."""
    if isinstance(error, StrukturbildError):
        return str(error)
    return tr("Något oväntat hände och åtgärden avbröts. Detaljerna finns i loggen under fliken Strukturbild.")


def _copy(text: str) -> None:
    QApplication.clipboard().setText(text)


def _show_all(
    window: QWidget, sentence: str, more: Sequence[str], level: Qgis.MessageLevel, button: str, call: Any
) -> None:
    """Everything that a message says, and what it lets one do."""
    icons = {Qgis.MessageLevel.Critical: QMessageBox.Icon.Warning, Qgis.MessageLevel.Info: QMessageBox.Icon.Question}
    icon = icons.get(level, QMessageBox.Icon.Information) if button else QMessageBox.Icon.Information
    box = tell_more(window, sentence, more, icon)
    if button:
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.addButton(button, QMessageBox.ButtonRole.AcceptRole).clicked.connect(guarded(lambda _=False: call()))


def tell_more(
    window: QWidget,
    first: str,
    more: Sequence[str],
    icon: QMessageBox.Icon = QMessageBox.Icon.Information,
) -> QMessageBox:
    """What is more than a sentence, line by line; it does not stop the window."""
    box = QMessageBox(icon, tr("Strukturbild"), first, QMessageBox.StandardButton.Ok, window)
    box.setObjectName("strukturbild_sagt")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText("\n\n".join(more))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setModal(False)
    box.show()
    return box
