"""Where goals meet on the map, as a list of questions to deal with; each has a status, an owner and a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from ...analysis.goal_meetings import CONFLICT, CROSSING, SYNERGY
from ...analysis.goal_questions import kind_text, no_proof, status_text
from ...drawing.edits.goal_questions import STATUSES
from ...i18n import tr
from ..guarded import guarded
from ..widgets.fields import ChoiceField, LineField, TextField
from ..widgets.labels import quiet
from ..widgets.tool_tips import tool_tip
from ..widgets.wrapping_lists import WrappingTree
from .question_marks import sign_icon

_KEY = Qt.ItemDataRole.UserRole
_LONGEST = 160


@dataclass(frozen=True)
class ShownQuestion:
    """A line of the list. `number`: as on the map."""

    key: str
    number: int
    slag: str
    status: str
    where: str
    goals: str
    why: str


@guarded
class QuestionView(QWidget):
    """It shows, and tells what is written."""

    chosen = pyqtSignal(str)
    """The key of the line that is looked at; '' for none."""
    written = pyqtSignal(str, str, str, str)
    """Key, status, owner and text."""
    filter_changed = pyqtSignal()
    opened = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form_key = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._filters())
        self.tree = WrappingTree(False, self)
        self.tree.setObjectName("strukturbild_mal_fragor")
        self.tree.setMinimumHeight(1)
        side = self.fontMetrics().height()
        self.tree.setIconSize(QSize(side, side))
        self.tree.currentItemChanged.connect(guarded(lambda item, _before: self._turn_to(item)))
        self.tree.itemActivated.connect(guarded(lambda item, _column: self.opened.emit(str(item.data(0, _KEY)))))
        column.addWidget(self.tree, 1)
        column.addWidget(self._form())
        self._proof = quiet(no_proof(), self)
        column.addWidget(self._proof)
        self._shown: tuple[ShownQuestion, ...] = ()
        self._key = ""

    @property
    def key(self) -> str:
        """The question that is looked at; '' for none."""
        return self._key

    def show_questions(self, questions: Sequence[ShownQuestion]) -> None:
        """Show these; the one that is looked at stays so."""
        shown = tuple(questions)
        if shown == self._shown:
            return
        self._shown, place, kept = shown, self.tree.verticalScrollBar().value(), self._key
        self.tree.blockSignals(True)
        self.tree.clear()
        current = None
        for one in shown:
            item = QTreeWidgetItem(self.tree, [_line(one)])
            item.setData(0, _KEY, one.key)
            item.setIcon(0, sign_icon(one.slag, one.status, self.tree.iconSize()))
            item.setToolTip(0, tool_tip("\n".join(filter(None, (one.where, one.goals, one.why)))))
            current = item if one.key == kept else current
        if current is not None:
            self.tree.setCurrentItem(current)
        self.tree.blockSignals(False)
        self.tree.verticalScrollBar().setValue(place)
        if current is None and kept:
            self._turn_to(None)

    def show_distances(self, said: str) -> None:
        """How near counts as near, below the list; '' nothing is drawn that has a distance."""
        self._proof.setText(" ".join(filter(None, (no_proof(), said))))
        self.tree.setToolTip(tool_tip(self._proof.text()))

    def show_answer(self, key: str, status: str, owner: str, text: str, able: bool) -> None:
        """What is written of the question that is looked at; what is being written in is left alone."""
        for field, value in ((self.status, status), (self.owner, owner), (self.text, text)):
            if not field.dirty() or key != self._form_key:
                field.set_value(value)
        self._form_key = key
        self.form.setEnabled(able and bool(key))
        self.form.setVisible(bool(key))
        self._proof.setVisible(not key)  # a low screen has room for the questions or for what is said of all of them

    def choose(self, key: str) -> None:
        """Look at this one."""
        for place in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(place)
            if item.data(0, _KEY) == key:
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item)

    def keep(self) -> None:
        """What is being written is written."""
        for field in (self.owner, self.text):
            field.keep()

    def _filters(self) -> QHBoxLayout:
        self.kinds, self.states = QComboBox(self), QComboBox(self)
        self.kinds.setAccessibleName(tr("Slag"))
        self.states.setAccessibleName(tr("Status"))
        self.kinds.addItem(tr("Alla slag"), "")
        for slag in (CONFLICT, CROSSING, SYNERGY):
            self.kinds.addItem(kind_text(slag), slag)
        self.states.addItem(tr("Alla statusar"), "")
        for status in STATUSES:
            self.states.addItem(status_text(status), status)
        row = QHBoxLayout()
        for combo in (self.kinds, self.states):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(5)
            combo.currentIndexChanged.connect(guarded(lambda _place: self.filter_changed.emit()))
            row.addWidget(combo, 1)
        return row

    def _form(self) -> QWidget:
        self.form = QWidget(self)
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.status = ChoiceField(tuple((one, status_text(one)) for one in STATUSES))
        self.status.setAccessibleName(tr("Status"))
        self.owner = LineField(tr("Ansvarig: organisation eller roll"), self.form)
        self.owner.setAccessibleName(tr("Ansvarig"))
        self.text = TextField(tr("Vad ska göras, eller varför accepteras det?"), self.form, fewest=2)
        self.text.setAccessibleName(tr("Text"))
        row = QHBoxLayout()
        row.addWidget(self.status, 1)
        row.addWidget(self.owner, 2)
        column.addLayout(row)
        column.addWidget(self.text)
        for field in (self.status, self.owner, self.text):
            field.written.connect(guarded(lambda _value: self._tell()))
        self.form.setEnabled(False)
        self.form.hide()
        return self.form

    def _turn_to(self, item: QTreeWidgetItem | None) -> None:
        self.keep()
        self._key = str(item.data(0, _KEY)) if item is not None else ""
        self.chosen.emit(self._key)

    def _tell(self) -> None:
        if self._form_key:
            answer = (str(self.status.value() or ""), str(self.owner.value()), str(self.text.value()))
            self.written.emit(self._form_key, *answer)


def _line(one: ShownQuestion) -> str:
    number = f"{one.number}. " if one.number else ""
    lines = (f"{number}{kind_text(one.slag)} · {status_text(one.status)}", one.where, one.goals)
    return "\n".join(each if len(each) <= _LONGEST else f"{each[: _LONGEST - 1]}…" for each in lines if each)
