"""The strip in the dock that says what is wrong with the open strukturbild's file or layers, and mends it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qgis.PyQt.QtCore import Qt, pyqtBoundSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QWidget

from ..guarded import guarded


class Notice(Protocol):
    """Something that can be wrong, and the one way to put it right."""

    changed: pyqtBoundSignal

    def sentence(self) -> str:
        """What is wrong now; '' when nothing is."""

    def button(self) -> str:
        """What the button says."""

    def act(self) -> None:
        """Put it right."""


@guarded
class NoticeStrip(QFrame):
    """A sentence and a button; not there when nothing is wrong. Of several things wrong the first is told."""

    def __init__(self, notices: Sequence[Notice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_saknas_remsa")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._notices = notices
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.clicked.connect(guarded(lambda _=False: self._act()))
        self._row.addWidget(self.sentence, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for notice in notices:
            notice.changed.connect(guarded(self.show_first))
        self.hide()

    def show_first(self) -> None:
        """What is wrong now."""
        notice = self._first()
        if notice is not None:
            self.sentence.setText(notice.sentence())
            self.button.setText(notice.button())
            self._place()
        self.setVisible(notice is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: another width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The button stands beside the sentence when that is short enough for two lines there."""
        left = self.width() - self.button.sizeHint().width() - 4 * self._row.spacing()
        beside = self.sentence.fontMetrics().horizontalAdvance(self.sentence.text()) < left * 1.8
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _act(self) -> None:
        notice = self._first()
        if notice is not None:
            notice.act()

    def _first(self) -> Notice | None:
        return next((notice for notice in self._notices if notice.sentence()), None)
