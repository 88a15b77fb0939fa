"""What no goal reaches and no object says: lists that fold, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QTreeWidgetItem, QWidget

from ..guarded import guarded
from ..widgets.tool_tips import tool_tip
from ..widgets.wrapping_lists import WrappingTree

GOAL, OBJECT, MUNICIPALITY = "mal", "objekt", "kommun"
_KIND, _KEY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_LONGEST = 200
"""Signs of a line; the rest is in its tool tip."""


@dataclass(frozen=True)
class GapLine:
    """A line: what it is (GOAL, OBJECT, MUNICIPALITY), what it is known by and what it says."""

    kind: str
    key: str
    text: str


@dataclass(frozen=True)
class GapGroup:
    """A heading with its lines. `none`: what is said when there are none."""

    code: str
    title: str
    lines: tuple[GapLine, ...]
    none: str


@guarded
class GapList(WrappingTree):
    """A line is chosen with mouse or arrows, and opened by a double click or Enter."""

    chosen = pyqtSignal(str, str)
    """What it is and what it is known by."""
    opened = pyqtSignal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(True, parent)
        self.setObjectName("strukturbild_mal_luckor")
        self._shown: tuple[GapGroup, ...] = ()
        self.currentItemChanged.connect(guarded(lambda item, _before: self._tell(item)))
        self.itemActivated.connect(guarded(lambda item, _column: self._open(item)))

    def show_groups(self, groups: Sequence[GapGroup]) -> None:
        """Show these; what was folded and chosen stays so."""
        shown = tuple(groups)
        if shown == self._shown:
            return
        folded = {item.data(0, _KEY) for item in self._tops() if not item.isExpanded()} if self._shown else None
        current, place = self.current(), self.verticalScrollBar().value()
        self._shown = shown
        self.blockSignals(True)
        self.clear()
        for group in shown:
            top = QTreeWidgetItem(self, [f"{group.title} ({len(group.lines)})" if group.lines else group.none])
            top.setData(0, _KEY, group.code)
            font = top.font(0)
            font.setBold(bool(group.lines))
            top.setFont(0, font)
            for line in group.lines:
                text = line.text if len(line.text) <= _LONGEST else f"{line.text[: _LONGEST - 1]}…"
                item = QTreeWidgetItem(top, [text])
                item.setData(0, _KIND, line.kind)
                item.setData(0, _KEY, line.key)
                if text != line.text:
                    item.setToolTip(0, tool_tip(line.text))
                if (line.kind, line.key) == current:
                    self.setCurrentItem(item)
            top.setExpanded(group.code not in folded if folded is not None else group is shown[0])
        self.blockSignals(False)
        self.verticalScrollBar().setValue(place)

    def current(self) -> tuple[str, str]:
        """The line that is chosen: what it is and is known by; '' for none."""
        return _known_by(self.currentItem())

    def current_group(self) -> str:
        """The code of the heading that is chosen, or whose line is; '' for none."""
        item = self.currentItem()
        if item is None:
            return ""
        top = item.parent() or item
        return str(top.data(0, _KEY) or "")

    def _tops(self) -> list[QTreeWidgetItem]:
        return [self.topLevelItem(place) for place in range(self.topLevelItemCount())]

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        kind, key = _known_by(item)
        if kind:
            self.chosen.emit(kind, key)

    def _open(self, item: QTreeWidgetItem) -> None:
        kind, key = _known_by(item)
        if kind:
            self.opened.emit(kind, key)


def _known_by(item: QTreeWidgetItem | None) -> tuple[str, str]:
    if item is None or not item.data(0, _KIND):
        return "", ""
    return str(item.data(0, _KIND)), str(item.data(0, _KEY))
