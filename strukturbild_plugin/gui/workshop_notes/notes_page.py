"""The page of the dock with comments and votes: the tools first, then whose contribution is what, then the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ..guarded import guarded
from ..widgets.colour_swatch import colour_icon, colour_swatch
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import icon, quiet
from ..widgets.tool_tips import tool_tip
from ..widgets.wrapping_delegate import WrappingDelegate

OPEN, ALL, MINE, MOST_VOTES = "oppna", "alla", "mina", "roster"
"""What the list shows."""
_CODE = Qt.ItemDataRole.UserRole
_LONGEST = 32
_MOST_SIGNS = 180
"""Of a comment in the list."""


@dataclass(frozen=True)
class NoteLine:
    """A line of the list: a comment, or an object with its votes. `code`: its kommentar_id or objekt_id."""

    code: str
    text: str
    colour: str = ""


@guarded
class NotesPage(QWidget):
    """What is shown is told by its controller."""

    comment_wanted = pyqtSignal(bool)
    """The comment tool, or no tool."""
    vote_wanted = pyqtSignal(bool)
    """The vote tool, or no tool."""
    filter_changed = pyqtSignal()
    line_chosen = pyqtSignal(str)
    contributors_wanted = pyqtSignal(bool)
    """Colour what is drawn by who drew it, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_kommentarer")
        self._shown: tuple[NoteLine, ...] | None = None
        column = QVBoxLayout(self)
        column.addLayout(self._tool_row())
        self.left = quiet("", self)
        column.addWidget(self.left)
        self.rights = quiet("", self)
        self.rights.hide()
        column.addWidget(self.rights)
        self.who = QCheckBox(tr("Visa vem som ritat"), self)
        self.who.setToolTip(
            tr("Ringar och linjer i gruppernas färger runt det som är ritat. Bara på skärmen, inte i tryck.")
        )
        self.who.clicked.connect(guarded(self.contributors_wanted))
        column.addWidget(self.who)
        self.legend = QWidget(self)
        self._legend = FlowLayout(self.legend)
        self._legend_shown: Mapping[str, str] | None = None
        self.legend.hide()
        column.addWidget(self.legend)
        self.filter = QComboBox(self)
        self.filter.setAccessibleName(tr("Vad listan visar"))
        for code in (OPEN, ALL, MINE, MOST_VOTES):
            self.filter.addItem(_filter_text(code, 0), code)
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.currentIndexChanged.connect(guarded(lambda _place: self.filter_changed.emit()))
        column.addWidget(self.filter)
        column.addWidget(self._list(), 1)
        self.none = quiet("", self)
        column.addWidget(self.none)

    @property
    def shows(self) -> str:
        """What the list shows: OPEN, ALL, MINE or MOST_VOTES."""
        return str(self.filter.currentData())

    def show_tools(self, commenting: bool, voting: bool, left: str, rights: str, allowed: bool) -> None:
        """Which tool is held, how many dots are left, and what the group may not do."""
        self.comment.setChecked(commenting)
        self.vote.setChecked(voting)
        for button in (self.comment, self.vote):
            button.setEnabled(allowed)
        self.left.setText(left)
        self.left.setVisible(allowed)
        self.rights.setText(rights)
        self.rights.setVisible(bool(rights))

    def show_contributors(self, on: bool, colours: Mapping[str, str]) -> None:
        """Whether it is seen who has drawn what, and the colours of the groups, by name."""
        self.who.setChecked(on)
        self.legend.setVisible(on)
        if colours == self._legend_shown:
            return
        self._legend_shown = dict(colours)
        while self._legend.count():
            item = self._legend.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name, colour in colours.items():
            self._legend.addWidget(self._legend_entry(name, colour))

    def show_lines(self, lines: Sequence[NoteLine], counts: Mapping[str, int], none: str, lit: str = "") -> None:
        """These lines; `counts` of each filter; `none`: what is said when there are no lines; `lit`: the one chosen."""
        for place in range(self.filter.count()):
            code = self.filter.itemData(place)
            self.filter.setItemText(place, _filter_text(code, counts.get(code, 0)))
        if tuple(lines) != self._shown:
            self._shown = tuple(lines)
            self.list.clear()
            for one in lines:
                item = QTreeWidgetItem(self.list, [_beginning(one.text)])
                item.setToolTip(0, tool_tip(one.text) if len(one.text) > _MOST_SIGNS else "")
                item.setData(0, _CODE, one.code)
                item.setIcon(0, colour_icon(QColor(one.colour)) if one.colour else QIcon())
        for place in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(place)
            item.setSelected(bool(lit) and item.data(0, _CODE) == lit)
        self.none.setText(none)
        self.none.setVisible(not lines)
        self.list.setVisible(bool(lines))

    def _tool_row(self) -> QHBoxLayout:
        self.comment, self.vote = QPushButton(tr("Kommentera"), self), QPushButton(tr("Rösta"), self)
        told = (
            (self.comment, "kommentera", tr("Klicka på kartan eller på något som är ritat och skriv")),
            (
                self.vote,
                "rosta",
                tr("Klicka på kartan för att sätta en prick, och på en egen prick för att ta tillbaka"),
            ),
        )
        row = QHBoxLayout()
        for (button, picture, tip), wanted in zip(told, (self.comment_wanted, self.vote_wanted)):
            button.setObjectName(f"strukturbild_{picture}")
            button.setIcon(icon(picture))
            button.setCheckable(True)
            button.setToolTip(tip)
            button.clicked.connect(guarded(wanted))
            row.addWidget(button, 1)
        return row

    def _list(self) -> QTreeWidget:
        self.list = QTreeWidget(self)
        self.list.setObjectName("strukturbild_kommentarlista")
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setIconSize(QSize(14, 14))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        WrappingDelegate(self.list)
        chosen = guarded(lambda item, _column=0: self.line_chosen.emit(item.data(0, _CODE)))
        self.list.itemClicked.connect(guarded(chosen))
        self.list.itemActivated.connect(guarded(chosen))
        return self.list

    def _legend_entry(self, name: str, colour: str) -> QWidget:
        entry = QWidget(self.legend)
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        square, label = QLabel(entry), QLabel(name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…", entry)
        label.setToolTip(name)
        square.setPixmap(colour_swatch(QColor(colour), 14))
        label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(square)
        row.addWidget(label)
        return entry


def _beginning(text: str) -> str:
    """So much of a long comment that the others are seen too; all of it stands on its card."""
    return text if len(text) <= _MOST_SIGNS else f"{text[: _MOST_SIGNS - 1].rstrip()}…"


def _filter_text(code: str, count: int) -> str:
    texts = {
        OPEN: tr("Öppna kommentarer ({n})"),
        ALL: tr("Alla kommentarer ({n})"),
        MINE: tr("Mina kommentarer ({n})"),
        MOST_VOTES: tr("Mest röster ({n})"),
    }
    return texts[code].format(n=count)
