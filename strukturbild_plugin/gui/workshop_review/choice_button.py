"""A choice in a conflict: whose it is, what it says, and a bar in the colour it has on the map."""

from __future__ import annotations

import html
from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..guarded import guarded

_BAR = 6
_LONGEST = 600


@guarded
class ChoiceButton(QPushButton):
    """As high as its words need. Pointing at it, or coming to it by key, shows it on the map."""

    pointed = pyqtSignal(str)
    """Its choice; '' when it is left."""

    def __init__(self, choice: str, name: str, said: Sequence[tuple[str, bool]], colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice, self._colour = choice, QColor(colour) if colour else None
        self.setObjectName(f"strukturbild_val_{choice}")
        self.setAccessibleName(" ".join((name, "".join(text for text, _ in said))))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(_BAR + 8, 3, 8, 3)
        column.setSpacing(0)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.setText(_rich(name, said))
        column.addWidget(self.label)

    def sizeHint(self) -> QSize:
        """Qt's: what the words need."""
        width = max(self.width(), self.fontMetrics().height() * 12)
        return QSize(width, self._high(width))

    def minimumSizeHint(self) -> QSize:
        """Qt's: as narrow as one likes."""
        return QSize(self.fontMetrics().height() * 8, self._high(max(self.width(), self.fontMetrics().height() * 12)))

    def resizeEvent(self, event: object) -> None:
        """Qt's: words are broken otherwise in another width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt's: pointed at."""
        super().enterEvent(event)
        self.pointed.emit(self.choice)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's: no longer."""
        super().leaveEvent(event)
        self.pointed.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: come to by key."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.pointed.emit(self.choice)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: left by key."""
        super().focusOutEvent(event)
        self.pointed.emit("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the bar over the button."""
        super().paintEvent(event)
        if self._colour is not None:
            painter = QPainter(self)
            painter.fillRect(4, 5, _BAR, self.height() - 10, self._colour)
            painter.end()

    def _high(self, width: int) -> int:
        layout = self.layout()
        return max(layout.heightForWidth(width), self.fontMetrics().height() * 2) if layout is not None else 0


def _rich(name: str, said: Sequence[tuple[str, bool]]) -> str:
    """The name, and what is said, words that are marked underlined and bold."""
    shown, left = list[str](), _LONGEST
    for text, marked in said:
        piece = html.escape(text[:left]) + ("…" if len(text) > left else "")
        left -= len(text)
        shown.append(f"<b><u>{piece}</u></b>" if marked else piece)
        if left <= 0:
            break
    lines = [f"<b>{html.escape(name)}</b>", *(["".join(shown).replace("\n", "<br>")] if shown else [])]
    return "<br>".join(lines)
