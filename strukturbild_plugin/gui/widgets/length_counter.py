"""How long a text is, said in its field when it comes near the usual limit: a soft one, nothing is ever cut off."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from ...i18n import tr
from ..guarded import guarded

_NEAR_SHARE = 0.9
"""Share of the limit from which on the length is said."""
_UNBOUNDED = 2**31 - 1
"""Qt's own limit of a line is 32 767 characters, beyond which it cuts without a word."""
_AIR_PX = 4


@guarded
class LengthCounter(QObject):
    """Counts the characters of a field, as the check counts them; `most`: what the check finds too long is longer."""

    def __init__(self, field: QLineEdit | QPlainTextEdit, most: int) -> None:
        super().__init__(field)
        self.most = most
        self._field = field
        self._label: QLabel | None = None
        if isinstance(field, QLineEdit):
            field.setMaxLength(_UNBOUNDED)
        field.textChanged.connect(guarded(self._count))

    def text(self) -> str:
        """What is said; '' while the text is short."""
        return self._label.text() if self._label is not None and not self._label.isHidden() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: the field has another size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _count(self, *_text: object) -> None:
        length = self._length()
        if length < self.most * _NEAR_SHARE:
            if self._label is not None and not self._label.isHidden():
                self._label.hide()
                self._place()
            return
        label = self._label or self._make_label()
        said = tr("{antal} av {mest} tecken") if length <= self.most else tr("{antal} av {mest} tecken, ovanligt långt")
        label.setText(said.format(antal=_spaced(length), mest=_spaced(self.most)))
        label.show()
        self._place()

    def _length(self) -> int:
        if isinstance(self._field, QLineEdit):
            return len(self._field.text())
        # Half characters of emoji are counted here: never fewer than there are.
        if self._field.document().characterCount() < self.most * _NEAR_SHARE:
            return 0
        return len(self._field.toPlainText())

    def _make_label(self) -> QLabel:
        label = self._label = QLabel(self._field)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(_AIR_PX, 0, 0, 0)
        label.setAutoFillBackground(True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        label.setFont(font)
        self._field.installEventFilter(self)
        return label

    def _place(self) -> None:
        """At the right, in several lines at the bottom, with room made for it."""
        label, field = self._label, self._field
        if label is None:
            return
        label.adjustSize()
        width, height = (0, 0) if label.isHidden() else (label.width(), label.height())
        if isinstance(field, QLineEdit):
            field.setTextMargins(0, 0, width + _AIR_PX if width else 0, 0)
        else:
            field.setViewportMargins(0, 0, 0, height)
        below = field.height() - label.height()
        if isinstance(field, QLineEdit):
            label.move(field.width() - label.width() - _AIR_PX, below // 2)
        else:
            label.move(field.width() - label.width() - _AIR_PX - field.verticalScrollBar().width(), below - _AIR_PX)


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")
