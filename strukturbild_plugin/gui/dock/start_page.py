"""What the dock shows when no strukturbild is open: on with the last one, three ways in, and the recent ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...export.workshop_papers import button_texts
from ...i18n import tr
from ..guarded import guarded
from ..settings import language
from ..widgets.labels import LinkLabel, heading, icon, quiet
from .recent_names import names_told_apart


@guarded
class StartPage(QWidget):
    """Three buttons and a list."""

    new_wanted = pyqtSignal()
    open_wanted = pyqtSignal()
    example_wanted = pyqtSignal()
    file_wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(heading(tr("Börja här"), self))
        intro = quiet(tr("En strukturbild är en fil. Skapa en från en mall, öppna en som finns eller prova exemplet."))
        column.addWidget(intro)
        column.addSpacing(4)
        self._last: Path | None = None
        self._last_name = ""
        self.last_button = self._button("sida_steg", "", self._go_on)
        self.last_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.last_button.setObjectName("strukturbild_fortsatt")
        column.addWidget(self.last_button)
        self._unsaved: Path | None = None
        self.unsaved_link = LinkLabel("", "", self)
        self.unsaved_link.linkActivated.connect(guarded(lambda _link: self.file_wanted.emit(str(self._unsaved))))
        self.unsaved_link.hide()
        column.addWidget(self.unsaved_link)
        self.new_button = self._button("ny", tr("Ny från mall…"), self.new_wanted.emit)
        self.open_button = self._button("oppna", button_texts.open_file(), self.open_wanted.emit)
        self.example_button = self._button("exempel", tr("Prova exemplet"), self.example_wanted.emit)
        for button in (self.new_button, self.open_button, self.example_button):
            column.addWidget(button)
        self.template_link = LinkLabel(tr("Har ni fått en mall av någon?"), tr("Hämta in den"), self)
        self.template_link.linkActivated.connect(guarded(lambda _link: self._bring_in()))
        column.addWidget(self.template_link)
        column.addSpacing(12)
        self._recent_title = heading(tr("Senast öppnade"), self)
        column.addWidget(self._recent_title)
        self.recent = QListWidget(self)
        self.recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.recent.itemActivated.connect(
            guarded(lambda item: self.file_wanted.emit(item.data(Qt.ItemDataRole.UserRole)))
        )
        column.addWidget(self.recent)
        column.addStretch(1)

    def show_recent(self, files: Sequence[Path]) -> None:
        """List files, newest first; the heading goes when there are none."""
        self.recent.clear()
        names = names_told_apart(files)
        for file, name in zip(files, names):
            item = QListWidgetItem(name, self.recent)
            item.setToolTip(str(file))
            item.setData(Qt.ItemDataRole.UserRole, str(file))
        self._last, self._last_name = (files[0], names[0]) if files else (None, "")
        self.last_button.setVisible(bool(files))
        self._name_last()
        self._recent_title.setVisible(bool(files))
        self.recent.setVisible(bool(files))
        row = max(self.recent.sizeHintForRow(0), self.fontMetrics().height() + 4)
        self.recent.setFixedHeight(row * max(len(files), 1) + 2 * self.recent.frameWidth() + 2)

    def show_unsaved(self, files: Sequence[Path]) -> None:
        """The last file that has something that was not saved when QGIS ended badly."""
        self._unsaved = files[0] if files else None
        self.unsaved_link.setVisible(bool(files))
        if files:
            text = tr("{name} har ändringar som inte hann sparas.").format(name=files[0].stem)
            self.unsaved_link.say(text, tr("Öppna den"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: another width."""
        super().resizeEvent(event)
        self._name_last()

    def _go_on(self) -> None:
        if self._last is not None:
            self.file_wanted.emit(str(self._last))

    def _name_last(self) -> None:
        """The name is cut in the middle when there is no room for it; the whole path is in the tool tip."""
        if self._last is None:
            return
        whole = tr("Fortsätt med {name}").format(name=self._last_name)
        metrics = self.fontMetrics()
        room = self.last_button.width() - self.last_button.iconSize().width() - metrics.averageCharWidth() * 5
        least = metrics.averageCharWidth() * 20
        self.last_button.setText(metrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, max(room, least)))
        self.last_button.setAccessibleName(whole)
        self.last_button.setToolTip(str(self._last))

    def _bring_in(self) -> None:
        """A template from a file; it is there to choose the next time something new is begun."""
        from ..templates.template_import import ask_and_import, tell

        came = ask_and_import(self)
        if came is not None:
            name = came.template.namn.in_language(language())
            tell(self, tr("Mallen ”{name}” finns nu att välja under Ny från mall.").format(name=name))

    def _button(self, name: str, text: str, call: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setIcon(icon(name))
        side = int(self.fontMetrics().height() * 1.6)
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(int(side * 1.5))
        button.clicked.connect(guarded(lambda _=False: call()))
        return button
