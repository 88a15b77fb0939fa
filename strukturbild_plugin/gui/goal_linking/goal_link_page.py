"""The page for linking what is drawn to goals: goal by goal with the objects chosen on the map, or object by object."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...goals.model import MAX_CONTRIBUTION, MIN_CONTRIBUTION
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..object_panel.goal_panel import contributions
from ..object_panel.goal_tree import CODE, GoalTreeView
from ..widgets.colour_swatch import colour_icon
from ..widgets.fields import LineField
from ..widgets.labels import heading, quiet
from .goal_link_overlay import CHOSEN_COLOUR, CONTRIBUTION_COLOURS
from .key_cap import key_cap

BY_GOAL, BY_OBJECT = "mal", "objekt"
"""Goal by goal, or object by object."""
USUAL_CONTRIBUTION = 1
_KEYS = 9
_LOW = 30
"""Line heights of the page below which it does without the text about the keys."""


@guarded
class GoalLinkPage(QWidget):
    """What is shown is told by its controller."""

    mode_wanted = pyqtSignal(str)
    goal_changed = pyqtSignal(str)
    """Another goal is looked at in the list; '' when it is none."""
    goal_pressed = pyqtSignal(str)
    """A goal was clicked on, or entered."""
    contribution_changed = pyqtSignal()
    suggestions_changed = pyqtSignal()
    write_wanted = pyqtSignal()
    unlink_wanted = pyqtSignal()
    skip_wanted = pyqtSignal(int)
    """The next goal or object (1), or the one before (-1), and nothing is written."""
    shown_or_left = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_koppla_mal")
        self.contribution = USUAL_CONTRIBUTION
        column = QVBoxLayout(self)
        column.setSpacing(5)
        column.addLayout(self._modes())
        self.title, self.about = heading("", self, 1.1), quiet("", self)
        column.addWidget(self.title)
        column.addWidget(self.about)
        self.goals = GoalTreeView(self)
        self.goals.tree.setIconSize(QSize(16, 16))
        self.goals.tree.setMinimumHeight(1)
        self.goals.current_changed.connect(guarded(lambda: self.goal_changed.emit(self.current_goal())))
        self.goals.tree.itemClicked.connect(guarded(lambda item, _column: self._press(item)))
        self.goals.chosen.connect(guarded(self.goal_pressed))
        self.goals.search.textChanged.connect(guarded(lambda _text: self._number()))
        self.goals.search.returnPressed.connect(guarded(self._take_first))
        column.addWidget(self.goals, 1)
        self.suggests = QCheckBox(tr("Visa förslag"), self)
        self.suggests.setToolTip(
            tr("Märker mål vars ord liknar objektets klass och namn. Inget kopplas förrän ni väljer det.")
        )
        self.suggests.toggled.connect(guarded(lambda _on: self.suggestions_changed.emit()))
        column.addWidget(self.suggests)
        column.addLayout(self._contributions())
        self.reason = LineField(tr("Varför? En mening, samma för alla valda"), self)
        self.reason.setAccessibleName(tr("Varför"))
        self.reason.returnPressed.connect(guarded(self.write_wanted))
        column.addWidget(self.reason)
        self.chosen = quiet("", self)
        column.addWidget(self.chosen)
        column.addLayout(self._actions())
        self.keys = quiet("", self)
        column.addWidget(self.keys)
        self._ticked: frozenset[str] = frozenset()
        self._taken_over: tuple[int, str] | None = None
        self._mode = BY_GOAL
        self.show_mode(BY_GOAL)
        self.set_contribution(USUAL_CONTRIBUTION)

    @property
    def mode(self) -> str:
        """BY_GOAL or BY_OBJECT."""
        return self._mode

    def show_mode(self, mode: str) -> None:
        """Goal by goal, or object by object."""
        self._mode = mode
        for code, button in self.modes.items():
            button.setChecked(code == mode)
        self.suggests.setVisible(mode == BY_OBJECT)
        # object by object a goal is chosen by its number or a click, and a line in blue would look chosen too
        modes = QAbstractItemView.SelectionMode
        self.goals.tree.setSelectionMode(modes.NoSelection if mode == BY_OBJECT else modes.SingleSelection)
        current = self.goals.tree.currentItem()
        if current is not None:
            current.setSelected(mode == BY_GOAL)
        self.unlink.setToolTip(
            tr("Ta bort de valdas koppling till målet (tangent Delete)")
            if mode == BY_GOAL
            else tr("Ta bort objektets koppling till de valda målen (tangent Delete)")
        )
        if mode == BY_GOAL:
            self.keys.setText(
                tr(
                    "På kartan: klicka eller ringa in, klicka igen för att ta bort. Siffra väljer mål, + och "
                    "− ändrar bidraget, bokstäver hamnar i skälet. Enter kopplar och går vidare, Esc lämnar."
                )
            )
        else:
            self.keys.setText(
                tr(
                    "Siffra eller klick väljer mål, flera om ni vill. + och − ändrar bidraget, bokstäver "
                    "hamnar i skälet. Enter kopplar och går till nästa objekt utan mål, Esc lämnar."
                )
            )
        self.write.setToolTip(self.keys.text())

    def show_goals(self, snapshot: Snapshot, said: Mapping[str, str], ticked: Collection[str] = ()) -> None:
        """All goals. `said`: what is said of some; `ticked`: those that are chosen for the object."""
        self._ticked = frozenset(ticked)
        self.goals.show_snapshot(snapshot, said=said)
        self._number()

    def show_head(self, title: str, about: str) -> None:
        """Which goal or object it is about."""
        self.title.setText(title)
        self.about.setText(about)
        self._make_room()

    def show_chosen(self, text: str, write: str, may_write: bool, may_unlink: bool) -> None:
        """What would be written, and what the buttons say and can do."""
        self.chosen.setText(text)
        self.write.setText(write)
        self.write.setEnabled(may_write or self._mode == BY_OBJECT)
        self.unlink.setEnabled(may_unlink)

    def set_contribution(self, contribution: int) -> None:
        """What is chosen from now on, -2 to 2; more is the most there is."""
        self.contribution = max(MIN_CONTRIBUTION, min(MAX_CONTRIBUTION, contribution))
        for number, button in self.contribution_buttons.items():
            button.setChecked(number == self.contribution)
        self.contribution_changed.emit()

    def without_text(self) -> list[QWidget]:
        """What has the keys when no text is written: the same keys as on the map do the same there."""
        buttons = (self.write, self.unlink, self.back, self.forward)
        return [self.goals.tree, self.suggests, *self.modes.values(), *self.contribution_buttons.values(), *buttons]

    def current_goal(self) -> str:
        """The goal that is chosen in the list; '' for none and for a set."""
        code = self.goals.current()
        return "" if code.startswith("samling:") else code

    def goal_of_key(self, number: int) -> str:
        """The goal that a number key chooses; '' when there is none."""
        seen = self.goals.seen_goals()
        return seen[number - 1] if number <= min(_KEYS, len(seen)) else ""

    def take_over(self, contribution: int, reason: str) -> None:
        """How what is chosen is linked already, to be changed."""
        self.set_contribution(contribution)
        self.reason.set_value(reason)
        self._taken_over = (self.contribution, str(self.reason.value()))

    def give_back(self) -> None:
        """Something else is chosen: what was taken over and left as it was is not meant for that."""
        if self._taken_over == (self.contribution, str(self.reason.value())):
            self.go_on()
        self._taken_over = None

    def empties_reason(self) -> bool:
        """Whether the reason that was taken over has been emptied: it is to go, and not to stay as it was."""
        return self._taken_over is not None and bool(self._taken_over[1]) and not self.reason.value()

    def go_on(self) -> None:
        """The next round has a reason and a contribution of its own."""
        self._taken_over = None
        self.reason.set_value("")
        self.set_contribution(USUAL_CONTRIBUTION)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: on a low screen the list gets the room; what the keys do is said by the button too."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """On a low page the list is what counts: it says too whose goal it is."""
        low = self.height() <= self.fontMetrics().height() * _LOW
        self.keys.setVisible(not low)
        self.about.setVisible(bool(self.about.text()) and not (low and self._mode == BY_GOAL))

    def showEvent(self, event: object) -> None:
        """Qt's: the page is looked at."""
        super().showEvent(event)
        self.shown_or_left.emit(True)

    def hideEvent(self, event: object) -> None:
        """Qt's: another page is."""
        super().hideEvent(event)
        self.shown_or_left.emit(False)

    def _modes(self) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        self.modes: dict[str, QPushButton] = {}
        for code, text in ((BY_GOAL, tr("Mål för mål")), (BY_OBJECT, tr("Objekt för objekt"))):
            button = self.modes[code] = QPushButton(text, self)
            button.setCheckable(True)
            button.setObjectName(f"strukturbild_koppla_{code}")
            button.clicked.connect(guarded(lambda _on=False, code=code: self.mode_wanted.emit(code)))
            group.addButton(button)
            row.addWidget(button, 1)
        return row

    def _contributions(self) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(2)
        self.contribution_buttons: dict[int, QToolButton] = {}
        for number, text in reversed(contributions()):
            button = self.contribution_buttons[number] = QToolButton(self)
            button.setText(f"{number:+d}".replace("-", "−") if number else "0")
            button.setIcon(colour_icon(QColor(CONTRIBUTION_COLOURS[number])))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(guarded(lambda _on=False, number=number: self.set_contribution(number)))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.write = QPushButton("", self)
        self.write.setObjectName("strukturbild_koppla_skriv")
        self.write.clicked.connect(guarded(lambda _=False: self.write_wanted.emit()))
        self.unlink = QPushButton(tr("Ta bort"), self)
        self.unlink.clicked.connect(guarded(lambda _=False: self.unlink_wanted.emit()))
        self.back, self.forward = self._arrow(Qt.ArrowType.LeftArrow, -1), self._arrow(Qt.ArrowType.RightArrow, 1)
        row.addWidget(self.write, 1)
        for widget in (self.unlink, self.back, self.forward):
            row.addWidget(widget)
        return row

    def _arrow(self, arrow: Qt.ArrowType, by: int) -> QToolButton:
        button, tip = QToolButton(self), tr("Nästa, utan att spara") if by > 0 else tr("Föregående, utan att spara")
        button.setArrowType(arrow)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(guarded(lambda _=False: self.skip_wanted.emit(by)))
        return button

    def _press(self, item: QTreeWidgetItem) -> None:
        code = str(item.data(0, CODE) or "")
        if code and not code.startswith("samling:"):
            self.goal_pressed.emit(code)

    def _take_first(self) -> None:
        """Enter in the search line takes the first goal that it finds."""
        seen: Sequence[str] = self.goals.seen_goals()
        if seen and self.goals.search.text().strip():
            self.goals.choose(seen[0])
            self.goal_pressed.emit(seen[0])

    def _number(self) -> None:
        """The keys of the goals that are seen, and which are chosen."""
        seen, side = self.goals.seen_goals()[:_KEYS], self.goals.tree.iconSize().height()
        self.goals.tree.blockSignals(True)
        for item in self.goals.goal_items():
            code = str(item.data(0, CODE))
            key, chosen = str(seen.index(code) + 1) if code in seen else "", code in self._ticked
            shown = key_cap(key, self.palette(), side, chosen, CHOSEN_COLOUR) if key or chosen else QIcon()
            item.setIcon(0, shown)
        self.goals.tree.blockSignals(False)
