"""Goals against goals: the pairs that share objects on the map, judged one by one with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from ...analysis.influence_texts import influence_scale, influence_text
from ...i18n import tr
from ..guarded import guarded
from ..widgets.fields import ChoiceField, LineField
from ..widgets.labels import quiet
from ..widgets.tool_tips import tool_tip
from ..widgets.wrapping_lists import WrappingTree

PAIRS, WORST, GOALS = "par", "varst", "mal"
"""The pairs to judge; what works against, the worst first; the sums of each goal."""
_KEY = Qt.ItemDataRole.UserRole
_LONGEST = 160


@dataclass(frozen=True)
class ShownPair:
    """A line: from and to (mal_id; the second '' for a goal's sums), and what it says."""

    fran: str
    till: str
    text: str
    tip: str = ""


@guarded
class InfluenceView(QWidget):
    """It shows, and tells what is judged."""

    chosen = pyqtSignal(str, str)
    judged = pyqtSignal(str, str, object, str)
    """From, to, -3 to 3 or None, and why."""
    list_changed = pyqtSignal()
    who_wanted = pyqtSignal()
    """Somebody is to say who judges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.lists = QComboBox(self)
        self.lists.setAccessibleName(tr("Vad som visas"))
        for code, text in (
            (PAIRS, tr("Par att bedöma")),
            (WORST, tr("Konflikter, störst först")),
            (GOALS, tr("Mål för mål")),
        ):
            self.lists.addItem(text, code)
        self.lists.currentIndexChanged.connect(guarded(lambda _place: self.list_changed.emit()))
        column.addWidget(self.lists)
        self.tree = WrappingTree(False, self)
        self.tree.setObjectName("strukturbild_mal_mot_mal")
        self.tree.setMinimumHeight(1)
        self.tree.currentItemChanged.connect(guarded(lambda item, _before: self._turn_to(item)))
        self.nothing = quiet("", self)
        column.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        self.empty = QWidget(self)
        column.addWidget(self.empty, 1)
        self.question = quiet(tr("Om utvecklingen går mot det första målet, hur påverkas det andra?"), self)
        column.addWidget(self.question)
        column.addWidget(self._form())
        self.who = quiet("", self)
        column.addWidget(self.who)
        self.ask_who = QPushButton(tr("Vem bedömer…"), self)
        self.ask_who.clicked.connect(guarded(lambda _=False: self.who_wanted.emit()))
        column.addWidget(self.ask_who)
        self._shown: tuple[ShownPair, ...] = ()
        self._pair = ("", "")
        self._form_pair = ("", "")
        self.nameless = False
        """Whether it must be said first who judges."""

    @property
    def pair(self) -> tuple[str, str]:
        """The pair that is looked at; '' for none."""
        return self._pair

    def show_pairs(self, pairs: Sequence[ShownPair], nothing: str) -> None:
        """Show these; the one that is looked at stays so. `nothing`: what is said when there are none."""
        shown = tuple(pairs)
        self.nothing.setText(nothing)
        for widget, there in ((self.tree, bool(shown)), (self.nothing, not shown), (self.empty, not shown)):
            widget.setVisible(there)
        if shown == self._shown:
            return
        self._shown, place, kept = shown, self.tree.verticalScrollBar().value(), self._pair
        self.tree.blockSignals(True)
        self.tree.clear()
        current = None
        for one in shown:
            cut = one.text if len(one.text) <= 3 * _LONGEST else f"{one.text[: 3 * _LONGEST - 1]}…"
            item = QTreeWidgetItem(self.tree, [cut])
            item.setData(0, _KEY, (one.fran, one.till))
            item.setToolTip(0, tool_tip(one.tip or one.text))
            current = item if (one.fran, one.till) == kept else current
        if current is not None:
            self.tree.setCurrentItem(current)
        self.tree.blockSignals(False)
        self.tree.verticalScrollBar().setValue(place)
        if current is None:
            self._turn_to(None)

    def show_pair(self, value: int | None, reason: str, who: str, able: bool, nameless: bool) -> None:
        """What is judged of the pair that is looked at; what is being written is left alone.

        `nameless`: it must be said first who judges.
        """
        if not self.reason.dirty() or self._pair != self._form_pair:
            self.reason.set_value(reason)
        self.value.set_value(value)
        self._form_pair = self._pair
        pair, self.nameless = bool(self._pair[1]), nameless
        first = tr("Varje bedömning har en person eller en grupp.")
        self.who.setText(who or (first if nameless else tr("Ingen har bedömt paret än.")))
        for widget in (self.who, self.form, self.question):
            widget.setVisible(pair)  # whatever is said of it, so that nothing moves under the pointer
        self.ask_who.setVisible(pair and nameless)
        self.form.setEnabled(able and pair and not nameless)

    def choose(self, fran: str, till: str) -> None:
        """Look at this pair."""
        for place in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(place)
            if tuple(item.data(0, _KEY)) == (fran, till):
                self.tree.setCurrentItem(item)

    def keep(self) -> None:
        """What is being written is written."""
        self.reason.keep()

    def _form(self) -> QWidget:
        self.form = QWidget(self)
        rows = QVBoxLayout(self.form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        entries = tuple((number, influence_text(number)) for number, _words in influence_scale())
        self.value = ChoiceField(entries, empty=tr("Inte bedömt"))
        self.value.setAccessibleName(tr("Påverkan"))
        self.reason = LineField(tr("Varför?"), self.form)
        self.reason.setAccessibleName(tr("Varför"))
        rows.addWidget(self.value)
        rows.addWidget(self.reason)
        for field in (self.value, self.reason):
            field.written.connect(guarded(lambda _value: self._tell()))
        return self.form

    def _turn_to(self, item: QTreeWidgetItem | None) -> None:
        self.keep()
        fran, till = item.data(0, _KEY) if item is not None else ("", "")
        self._pair = str(fran), str(till)
        self.chosen.emit(*self._pair)

    def _tell(self) -> None:
        fran, till = self._form_pair
        if till:
            self.judged.emit(fran, till, self.value.value(), str(self.reason.value()))
