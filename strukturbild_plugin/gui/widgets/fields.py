"""Fields of the dock's own forms: narrow, wrapped, and silent until the one who writes leaves them.

Every field has the same face: `put(value)` shows a value, `value()` gives it, `keep()` says `written` if it became
another one, `dirty()` tells whether something is being written that nobody has been told of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QDate, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShowEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QToolTip, QWidget

from ...i18n import tr
from ...store.gpkg.odd_cells import MAX_LINE, MAX_TEXT
from ..guarded import guarded
from .length_counter import LengthCounter

FEWEST_LINES, MOST_LINES = 3, 14
FEWEST_LETTERS = 6


@guarded
class LineField(QLineEdit):
    """One line."""

    written = pyqtSignal(object)

    def __init__(self, hint: str = "", parent: QWidget | None = None, most: int = MAX_LINE) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.counter = LengthCounter(self, most)
        self.editingFinished.connect(guarded(self.keep))

    def set_value(self, value: Any) -> None:
        """Show it."""
        self._kept = "" if value is None else str(value)
        if self.text() != self._kept:
            self.setText(self._kept)
            self.setCursorPosition(0)

    def value(self) -> Any:
        """The text without blanks around it."""
        return self.text().strip()

    def dirty(self) -> bool:
        """Whether something else stands here than what was put or kept."""
        return self.text().strip() != self._kept.strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A line with nothing of its own to take back leaves Ctrl+Z to the strukturbild."""
        if _is_for_others(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Tell what was written."""
        if self.dirty():
            self._kept = self.text().strip()
            self.written.emit(self.value())

    def complain(self, text: str) -> None:
        """Say, beside the field, why what was written was not taken."""
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), text, self)


def _is_for_others(event: QKeyEvent, undo: bool, redo: bool) -> bool:
    """Whether a key means undo or redo, and there is none in the text."""
    keys = QKeySequence.StandardKey
    return bool((event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo))


@guarded
class NumberField(LineField):
    """A number or nothing; what is no number is shown as it was before."""

    def __init__(
        self, whole: bool = True, hint: str = "", least: float | None = None, most: float | None = None
    ) -> None:
        super().__init__(hint)
        self._whole, self._least, self._most = whole, least, most

    def set_value(self, value: Any) -> None:
        """Show it with a decimal comma."""
        plain = isinstance(value, (int, float)) and not isinstance(value, bool)
        super().set_value(f"{value:g}".replace(".", ",") if plain and not self._whole else value)

    def value(self) -> Any:
        """An int, a float or None."""
        return self._number(self.text())

    def keep(self) -> None:
        """Tell what was written if it is a number."""
        text = self.text().strip()
        number = self._number(text)
        outside = number is not None and not self._inside(number)
        if text and (number is None or outside):
            self.setText(self._kept)
            self.complain(tr("Skriv ett helt tal.") if self._whole else tr("Skriv ett tal."))
            return
        super().keep()

    def _inside(self, number: float) -> bool:
        return (self._least is None or number >= self._least) and (self._most is None or number <= self._most)

    def _number(self, text: str) -> Any:
        plain = text.strip().replace(" ", "").replace("\u00a0", "").replace(",", ".")
        try:
            return int(plain) if self._whole else float(plain)
        except ValueError:
            return None


@guarded
class TextField(QPlainTextEdit):
    """Several lines; as high as what is written in it, within reason."""

    written = pyqtSignal(object)

    def __init__(self, hint: str = "", parent: QWidget | None = None, fewest: int = FEWEST_LINES) -> None:
        super().__init__(parent)
        self._kept, self._fewest = "", fewest
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.counter = LengthCounter(self, MAX_TEXT)
        self._soon = QTimer(self)  # how the lines wrap is known a moment after the text
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self._fit))
        self.textChanged.connect(guarded(self._soon.start))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As of a line."""
        document = self.document()
        if _is_for_others(event, document.isUndoAvailable(), document.isRedoAvailable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_value(self, value: Any) -> None:
        """Show it."""
        self._kept = "" if value is None else str(value)
        if self.toPlainText() != self._kept:
            self.setPlainText(self._kept)

    def value(self) -> str:
        """The text without blanks around it."""
        return self.toPlainText().strip()

    def dirty(self) -> bool:
        """Whether something else stands here than what was put or kept."""
        return self.value() != self._kept.strip()

    def keep(self) -> None:
        """Tell what was written."""
        if self.dirty():
            self._kept = self.value()
            self.written.emit(self._kept)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu, to paste something
            self.keep()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's: the page scrolls unless this is being written in and has more than it shows."""
        bar = self.verticalScrollBar()
        if self.hasFocus() and bar.maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: some dark themes give the hint the colour of the text."""
        super().showEvent(event)
        palette = self.palette()
        colour = palette.color(QPalette.ColorRole.Text)
        colour.setAlphaF(0.5)
        palette.setColor(QPalette.ColorRole.PlaceholderText, colour)
        self.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: other lines at another width."""
        super().resizeEvent(event)
        self._soon.start()

    def _fit(self) -> None:
        lines, block = 0, self.document().begin()
        while block.isValid() and lines < MOST_LINES:
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        margins = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        wanted = max(self._fewest, min(lines, MOST_LINES)) * self.fontMetrics().lineSpacing() + margins + 2
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines >= MOST_LINES else policy.ScrollBarAlwaysOff)
        if wanted != self.height():
            self.setFixedHeight(wanted)


@guarded
class ChoiceField(QComboBox):
    """One of a list of (code, words). A code that the list lacks is shown as it is and not lost."""

    written = pyqtSignal(object)

    def __init__(self, entries: Sequence[tuple[Any, str]] = (), empty: str | None = None) -> None:
        super().__init__()
        self._kept: Any = None
        self._empty = empty
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fill(entries)
        self.activated.connect(guarded(lambda _place: self.keep()))

    def fill(self, entries: Sequence[tuple[Any, str]]) -> None:
        """Other things to choose between; what is chosen stays."""
        self.clear()
        if self._empty is not None:
            self.addItem(self._empty, None)
        for code, text in entries:
            self.addItem(text, code)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self.set_value(self._kept)

    def explain(self, tips: Mapping[Any, str]) -> None:
        """What is to be known of a choice when the mouse rests on it, by its code."""
        for place in range(self.count()):
            tip = tips.get(self.itemData(place), "")
            if tip:
                self.setItemData(place, f"{self.itemText(place)}\n{tip}", Qt.ItemDataRole.ToolTipRole)

    def set_value(self, value: Any) -> None:
        """Show it."""
        self._kept = None if value == "" else value
        place = self.findData(self._kept)
        if place < 0 and self._kept is not None:
            self.addItem(str(self._kept), self._kept)
            place = self.count() - 1
        self.setCurrentIndex(place)
        self.setToolTip(self.currentText())

    def value(self) -> Any:
        """The code, or None."""
        return self.currentData()

    def dirty(self) -> bool:
        """Never for long: a choice is told at once."""
        return bool(self.value() != self._kept)

    def keep(self) -> None:
        """Tell what was chosen."""
        if self.dirty():
            self._kept = self.value()
            self.setToolTip(self.currentText())
            self.written.emit(self._kept)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's: scrolling past must not change anything."""
        event.ignore()


@guarded
class DateField(LineField):
    """A day, written as 2026-11-20; a part of a date is left to be finished, and nonsense is taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ÅÅÅÅ-MM-DD"), parent)

    def keep(self) -> None:
        """Tell the day if it is one."""
        text = self.text().strip()
        if len(text) == 8 and text.isdigit():
            text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
        if text and not QDate.fromString(text, "yyyy-MM-dd").isValid():
            self.setText(self._kept)
            self.complain(tr("Skriv datumet så här: 2026-11-20."))
            return
        self.setText(text)
        super().keep()
