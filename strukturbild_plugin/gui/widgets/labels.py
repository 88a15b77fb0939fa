"""The few looks the dock and dialogs share. Colours come from the palette, so that dark themes work."""

from __future__ import annotations

import html
from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QPalette
from qgis.PyQt.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget

from ..guarded import guarded
from .steady_scroll_area import SteadyScrollArea

_ICONS = Path(__file__).resolve().parents[1] / "icons"


def icon(name: str) -> QIcon:
    """One of the plugin's own icons."""
    return QIcon(str(_ICONS / f"{name}.svg"))


def heading(text: str, parent: QWidget | None = None, size: float = 1.0) -> QLabel:
    """A bold line."""
    label = QLabel(text, parent)
    font = label.font()
    font.setBold(True)
    if size != 1.0:
        font.setPointSizeF(font.pointSizeF() * size)
    label.setFont(font)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def quiet(text: str, parent: QWidget | None = None) -> QLabel:
    """A line or a paragraph that explains; plain text whatever it holds."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    palette = label.palette()
    colour = palette.color(QPalette.ColorRole.WindowText)
    colour.setAlphaF(0.72)
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    label.setPalette(palette)
    return label


def scrolled(widget: QWidget) -> QScrollArea:
    """`widget` as wide as there is room, and scrolled up and down when there is too little height."""
    area = SteadyScrollArea(widget.parentWidget())
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area


@guarded
class LinkLabel(QLabel):
    """A sentence with something to click after it, in the colour of the text, which every theme makes readable."""

    def __init__(self, text: str = "", sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.say(text, sentence)

    def say(self, text: str, sentence: str) -> None:
        """Show these."""
        self._parts = (text, sentence)
        colour = self.palette().color(QPalette.ColorRole.WindowText).name()
        link = f'<a href="#" style="color:{colour}">{html.escape(sentence)}</a>'
        self.setText(f"{html.escape(text)} {link}")

    def showEvent(self, event: object) -> None:
        """Qt's: only now is the colour of the theme known."""
        super().showEvent(event)
        self.say(*self._parts)


@guarded
class ElidedLabel(QLabel):
    """One line that is cut in the middle when there is no room; the whole of it in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_whole(self, text: str, more: str = "") -> None:
        """Show `text`; `more`, when there is more to say than it, in the tool tip."""
        self._whole = text
        self.setToolTip(more or text)
        self._cut()

    def resizeEvent(self, event: object) -> None:
        """Qt's: the width changed."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: a theme may have brought other letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def showEvent(self, event: object) -> None:
        """Qt's: only now is the style of the theme known."""
        super().showEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """Qt's: may be as narrow as it gets."""
        return QSize(20, super().minimumSizeHint().height())

    def _cut(self) -> None:
        room = self.contentsRect().width() - 2 * self.margin()  # a theme may keep air around the letters
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, max(room, 20)))
