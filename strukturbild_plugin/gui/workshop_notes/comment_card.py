"""A small card on the map to write a comment in, or to read one and answer it. It never stops one from going on."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsApplication, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ..guarded import guarded
from ..map_coordinates import pixel_of
from ..widgets.labels import heading, quiet, scrolled

_STYLE = "#strukturbild_kommentar_kort{background:palette(window);border:1px solid palette(mid);border-radius:6px}"
_BESIDE, _MARGIN = 18, 8
_MAX_READ_LINES = 9


@dataclass(frozen=True)
class ShownComment:
    """A comment as the card shows it. `about`: who and when; `answers`: each with a line on who and when."""

    kommentar_id: str
    title: str
    text: str
    about: str
    answers: tuple[tuple[str, str], ...] = ()
    done: bool = False
    own: bool = False


@guarded
class CommentCard(QFrame):
    """Beside the place it is about, and moving along with it."""

    written = pyqtSignal(str)
    """A new comment or an answer, as it was written."""
    done_pressed = pyqtSignal()
    """Mark it as done, or open it again."""
    remove_pressed = pyqtSignal()
    closed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setObjectName("strukturbild_kommentar_kort")
        self.setStyleSheet(_STYLE)
        self._canvas = canvas
        self._place: QgsPointXY | None = None
        self._shown = ""
        """The comment that is read; '' when a new one is written."""
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 6, 8)
        column.setSpacing(4)
        column.addLayout(self._head())
        self.read = QWidget(self)
        self._lines = QVBoxLayout(self.read)
        self._lines.setContentsMargins(0, 0, 4, 0)
        self._lines.setSpacing(2)
        self.reading = scrolled(self.read)
        self.reading.setParent(self)
        column.addWidget(self.reading)
        self.edit = QPlainTextEdit(self)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 12)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(guarded(self._allow))
        column.addWidget(self.edit)
        column.addLayout(self._foot())
        canvas.extentsChanged.connect(guarded(self._lay))
        self.hide()

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._canvas.extentsChanged.disconnect(guarded(self._lay))
        self.setParent(None)
        self.deleteLater()

    def ask(self, title: str, place: QgsPointXY) -> None:
        """Let a new comment be written at a place (EPSG:3006)."""
        self._empty()
        self.title.setText(title)
        self.write.setText(tr("Kommentera"))
        self.edit.setPlaceholderText(tr("Skriv det ni vill säga om platsen"))
        for widget in (self.reading, self.done, self.remove):
            widget.hide()
        self._show_at(place)
        self.edit.setFocus()

    def show_comment(self, shown: ShownComment, place: QgsPointXY, focus: bool = True, may_write: bool = True) -> None:
        """Show one with its answers; what is being written as an answer stays when it is the one that was shown."""
        if shown.kommentar_id != self._shown:
            self.edit.clear()
        self._shown = shown.kommentar_id
        self._empty_lines()
        self.title.setText(shown.title)
        self._add_lines(shown.text, shown.about)
        for text, about in shown.answers:
            self._add_lines(text, about)
        self.write.setText(tr("Svara"))
        self.edit.setPlaceholderText(tr("Skriv ett svar"))
        self.done.setText(tr("Öppna igen") if shown.done else tr("Klart"))
        self.reading.show()
        for widget in (self.edit, self.write, self.done):
            widget.setVisible(may_write)
        self.remove.setVisible(shown.own and may_write)
        self._show_at(place)
        if focus:
            self.edit.setFocus()

    def keep(self) -> None:
        """What is written in it is said, as if the button had been pressed."""
        said = self.edit.toPlainText().strip()
        if self.isVisible() and said:
            self.edit.clear()
            self.written.emit(said)

    def leave(self) -> None:
        """Close it; what is written in it is dropped."""
        if self.isVisible():
            self.edit.clear()
            self._place, self._shown = None, ""
            self.hide()
            self.closed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's: Ctrl+Enter says it, Esc closes the card."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.keep()
            return True
        return False

    def _head(self) -> QHBoxLayout:
        self.title = heading("", self)
        self.shut = QToolButton(self)
        self.shut.setAutoRaise(True)
        self.shut.setIcon(QgsApplication.getThemeIcon("/mIconClose.svg"))
        self.shut.setToolTip(tr("Stäng (Esc)"))
        self.shut.setAccessibleName(tr("Stäng"))
        self.shut.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shut.clicked.connect(guarded(lambda _=False: self.leave()))
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _foot(self) -> QHBoxLayout:
        self.write, self.done = QPushButton(self), QPushButton(self)
        self.remove = QPushButton(tr("Ta bort"), self)
        self.write.setToolTip(tr("Ctrl+Enter"))
        self.write.clicked.connect(guarded(lambda _=False: self.keep()))
        self.done.clicked.connect(guarded(lambda _=False: self.done_pressed.emit()))
        self.remove.clicked.connect(guarded(lambda _=False: self.remove_pressed.emit()))
        row = QHBoxLayout()
        for button in (self.write, self.done, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _empty(self) -> None:
        self._shown = ""
        self.edit.clear()
        self._empty_lines()
        for widget in (self.edit, self.write):
            widget.show()
        self._allow()

    def _empty_lines(self) -> None:
        while self._lines.count():
            widget = self._lines.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_lines(self, text: str, about: str) -> None:
        said = QLabel(text, self.read)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addWidget(said)
        self._lines.addWidget(quiet(about, self.read))

    def _allow(self) -> None:
        self.write.setEnabled(bool(self.edit.toPlainText().strip()))

    def _show_at(self, place: QgsPointXY) -> None:
        self._place = place
        self.show()
        self._lay()
        self.raise_()

    def _lay(self) -> None:
        if self._place is None:
            return
        wide = min(self.fontMetrics().averageCharWidth() * 44, self._canvas.width() - 2 * _MARGIN)
        line = self.fontMetrics().lineSpacing()
        inner = wide - 16
        if not self.reading.isHidden():
            labels = [self._lines.itemAt(row).widget() for row in range(self._lines.count())]
            needed = sum(label.heightForWidth(inner - _BESIDE) + self._lines.spacing() for label in labels)
            self.reading.setFixedHeight(min(needed + 4, line * _MAX_READ_LINES))
        self.setFixedWidth(wide)
        self.adjustSize()
        spot = pixel_of(self._canvas, self._place)
        if spot is None:
            return
        right = spot.x() + _BESIDE
        left = right if right + wide + _MARGIN <= self._canvas.width() else spot.x() - _BESIDE - wide
        most_left, most_down = self._canvas.width() - wide - _MARGIN, self._canvas.height() - self.height() - _MARGIN
        self.move(
            round(max(_MARGIN, min(left, most_left))), round(max(_MARGIN, min(spot.y() - self.height() / 3, most_down)))
        )
