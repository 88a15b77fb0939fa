"""The strip in the dock that asks what to do with what was not saved; it stops nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ..guarded import guarded
from ..widgets.labels import icon
from .change_descriptions import said_moment, said_number
from .recovery_controller import RecoveryController, RecoveryOffer

LONGEST = 28
"""Letters of the name of a file or folder."""


@guarded
class RecoveryBar(QFrame):
    """A sentence and three buttons; not there when there is nothing to ask."""

    def __init__(self, recovery: RecoveryController, window: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_osparat_remsa")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._recovery, self._main = recovery, window
        self.window_shown: Any = None
        self._told: Any = None
        """The copy that the sentence is of: an edit must not count its rows again."""
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 7, 9, 8)
        row = QHBoxLayout()
        row.setSpacing(8)
        picture = QLabel(self)
        size = round(self.fontMetrics().height() * 1.3)
        picture.setPixmap(icon("osparat").pixmap(size, size))
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        column.addLayout(row)
        buttons = QHBoxLayout()
        self.restore_button = self._button(tr("Återställ"), self._restore)
        text = tr("Lägg tillbaka ändringarna på kartan. Ctrl+Z tar bort dem igen.")
        self.restore_button.setToolTip(text)
        self.look_button = self._button(tr("Titta"), self._show_offer)
        self.look_button.setToolTip(tr("Se vad det är, i en lista och på kartan."))
        self.throw_button = self._button(tr("Släng"), self._throw)
        self.throw_button.setToolTip(tr("Ändringarna behövs inte."))
        for button in (self.restore_button, self.look_button, self.throw_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        recovery.changed.connect(guarded(self.show_offer))
        self.show_offer()

    def show_offer(self) -> None:
        """What is on offer now."""
        offer = self._recovery.current()
        self.setVisible(offer is not None)
        if self.window_shown is not None and self.window_shown.offer is not offer:
            self.window_shown.close()
        if offer is not None and self._told is not offer.copy:
            self._told = offer.copy
            self.sentence.setText(_sentence(offer))
            self.sentence.setToolTip(offer.elsewhere)
            self.restore_button.setVisible(not offer.left)

    def _button(self, text: str, call: Any) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(guarded(lambda _=False: call()))
        return button

    def _restore(self) -> None:
        offer = self._recovery.current()
        if offer is not None:
            self._recovery.restore(offer)

    def _throw(self) -> None:
        offer = self._recovery.current()
        if offer is not None:
            self._recovery.throw(offer)

    def _show_offer(self) -> None:
        from .recovery_dialog import RecoveryDialog

        offer = self._recovery.current()
        if offer is None:
            return
        if self.window_shown is None:
            self.window_shown = RecoveryDialog(self._recovery, offer, self._main)
            self.window_shown.finished.connect(guarded(self._forget_window))
        self.window_shown.show()
        self.window_shown.raise_()

    def _forget_window(self) -> None:
        self.window_shown = None


def _sentence(offer: RecoveryOffer) -> str:
    things, time = said_number(offer.copy.rader), said_moment(offer.copy.tid)
    if offer.left:
        text = tr("Kvar av det osparade ({time}, {things}): filen har ändrats sedan dess, så det lades inte tillbaka.")
    elif offer.elsewhere:
        text = tr("Det finns ändringar som inte hann sparas när filen låg i {path} ({time}, {things}).")
    else:
        text = tr("Det finns ändringar som inte hann sparas ({time}, {things}).")
    return text.format(time=time, things=things, path=_short(offer.elsewhere))


def _short(path: str) -> str:
    """Folder and file, which can be broken between them and are not wider than a narrow dock."""
    parts = Path(path).parts[-2:]
    return "/\u200b".join(part if len(part) <= LONGEST else f"{part[: LONGEST - 1]}…" for part in parts)
