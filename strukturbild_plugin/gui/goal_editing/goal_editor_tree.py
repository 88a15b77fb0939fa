"""The sets of a strukturbild with their goals, to be edited with mouse and keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QTreeWidgetItem, QWidget

from ...goals.goal_editing import DOWN, IN, OUT, UP
from ...goals.set_texts import set_facts
from ...goals.tree import GoalTree
from ...i18n import tr
from ..guarded import guarded
from ..object_panel.goal_tree import joined_facts, objects_in_words
from ..widgets.wrapping_lists import WrappingTree
from .own_goals import goal_name, is_library_set

_CODE = Qt.ItemDataRole.UserRole
_IS_SET = Qt.ItemDataRole.UserRole + 1
_MOVES = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN, Qt.Key.Key_Right: IN, Qt.Key.Key_Left: OUT}

_Line = tuple[str, str, str]
"""Code of a set or identity of a goal, that of what it lies under ('' for a set), and text."""


@guarded
class GoalEditorTree(WrappingTree):
    """Sets at the top, goals under them. What the keys ask for is told; nothing is changed here."""

    chosen = pyqtSignal()
    move_wanted = pyqtSignal(str)
    """UP, DOWN, IN or OUT."""
    goal_wanted = pyqtSignal(bool)
    """A new goal: below the one that is chosen (True), or after it."""
    remove_wanted = pyqtSignal()
    edit_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(True, parent)
        self.setObjectName("strukturbild_egna_mal_trad")
        self.setAccessibleName(tr("Målsamlingar och mål"))
        self._lines: list[_Line] = []
        self.currentItemChanged.connect(guarded(lambda _item, _before: self.chosen.emit()))
        self.itemDoubleClicked.connect(guarded(lambda _item, _column: self.edit_wanted.emit()))

    def show_trees(self, trees: Sequence[GoalTree], links: Mapping[str, int], choose: str = "") -> None:
        """These sets; `links`: objects by goal. `choose`: what is to be chosen, else what was."""
        wanted, lines = choose or self.code(), _lines(trees, links)
        places = [line[:2] for line in lines]
        if places != [line[:2] for line in self._lines]:
            self._fill(lines)
        elif lines != self._lines:
            self._write_over(lines)
        self._lines = lines
        self.choose(wanted)

    def code(self) -> str:
        """The code of the set, or the identity of the goal, that is chosen; '' for nothing."""
        item = self.currentItem()
        return str(item.data(0, _CODE)) if item is not None else ""

    def is_set(self) -> bool:
        """Whether it is a set that is chosen."""
        item = self.currentItem()
        return item is not None and bool(item.data(0, _IS_SET))

    def choose(self, code: str) -> None:
        """Let this one be chosen, and seen; the first set when it is not there."""
        found = next((item for item in self._items() if item.data(0, _CODE) == code), self.topLevelItem(0))
        if found is not None and found is not self.currentItem():
            self.setCurrentItem(found)
            self.scrollToItem(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        key, held = event.key(), event.modifiers()
        if key in _MOVES and held & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(_MOVES[key])
        elif key == Qt.Key.Key_Insert:
            self.goal_wanted.emit(bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _fill(self, lines: Sequence[_Line]) -> None:
        folded = {item.data(0, _CODE) for item in self._items() if item.childCount() and not item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        items: dict[str, QTreeWidgetItem] = {}
        for code, over, text in lines:
            item = items[code] = self._item(text)
            item.setData(0, _CODE, code)
            item.setData(0, _IS_SET, not over)
            if over:
                items[over].addChild(item)
                continue
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
            self.addTopLevelItem(item)
        for code, item in items.items():
            item.setExpanded(code not in folded)
        self.blockSignals(False)

    def _write_over(self, lines: Sequence[_Line]) -> None:
        """The same goals in the same places: only what has another text is written."""
        different = {line[0]: line[2] for line, before in zip(lines, self._lines) if line != before}
        for item in self._items():
            text = different.get(str(item.data(0, _CODE)))
            if text is not None:
                item.setText(0, text)
                item.setToolTip(0, text)

    def _item(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        item.setToolTip(0, text)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        rest = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        while rest:
            item = rest.pop()
            found.append(item)
            rest.extend(item.child(place) for place in range(item.childCount()))
        return found


def _lines(trees: Sequence[GoalTree], links: Mapping[str, int]) -> list[_Line]:
    found: list[_Line] = []
    for tree in trees:
        goal_set = tree.goal_set
        whose = tr("ur målbiblioteket") if is_library_set(goal_set) else tr("egen samling")
        about = joined_facts(whose, set_facts(goal_set, len(tree.goals)))
        found.append((goal_set.kod, "", f"{goal_set.namn}\n{about}"))
        for goal in tree.goals:
            number = links.get(goal.mal_id, 0)
            more = joined_facts(goal.niva_namn, objects_in_words(number) if number else "")
            text = "\n".join(filter(None, (goal_name(goal), more)))
            found.append((goal.mal_id, goal.over_id or goal_set.kod, text))
    return found
