"""The page of the dock that shows goals against the map: as a matrix, as lists of what is missing, and on the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...analysis.coverage_texts import lacking_text
from ...analysis.goal_coverage import BY_CLASS, BY_MUNICIPALITY, BY_OBJECT, WITHOUT_GOAL, WITHOUT_OBJECT, WITHOUT_TEXT
from ...i18n import tr
from ..guarded import guarded
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import quiet
from ..widgets.tool_tips import tool_tip
from ..widgets.watched_page import WatchedPage
from .gap_list import GapList
from .influence_view import InfluenceView
from .matrix_view import MatrixView
from .question_view import QuestionView
from .scenario_view import ScenarioView
from .silence_overlay import pattern_icon

GAPS, QUESTIONS, INFLUENCES, SCENARIOS = "luckor", "fragor", "mal_mot_mal", "jamfor"
_LONGEST_NAME = 40
MATRICES = (BY_CLASS, BY_OBJECT, BY_MUNICIPALITY)


@guarded
class GoalMapPage(WatchedPage):
    """It shows, and tells what is wanted. The picture is the one that the map shows."""

    choice_changed = pyqtSignal()
    """Another view, set or structure, or only what is silent."""
    on_map_changed = pyqtSignal()
    cell_chosen = pyqtSignal(str, str)
    """A goal and a column of the matrix; '' for all of it."""
    gap_chosen = pyqtSignal(str, str)
    gap_opened = pyqtSignal(str, str)
    table_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_mal_i_kartan")
        column = QVBoxLayout(self)
        column.setSpacing(6)
        self.views = self._combo(tr("Vad som visas"))
        for code, text in (
            (BY_CLASS, tr("Mål och klasser")),
            (BY_OBJECT, tr("Mål och objekt")),
            (BY_MUNICIPALITY, tr("Mål och kommuner")),
            (GAPS, tr("Vita fläckar")),
            (QUESTIONS, tr("Frågor att hantera")),
            (INFLUENCES, tr("Mål mot mål")),
            (SCENARIOS, tr("Jämför bilder")),
        ):
            self.views.addItem(text, code)
        self.views.currentIndexChanged.connect(guarded(lambda _place: self._view_changed()))
        self.table = QPushButton(tr("Spara tabell…"), self)
        self.table.clicked.connect(guarded(lambda _=False: self.table_wanted.emit()))
        first = QHBoxLayout()
        first.addWidget(self.views, 1)
        first.addWidget(self.table)
        column.addLayout(first)
        column.addWidget(self._filters())
        self.ticks = self._ticks()
        column.addWidget(self.ticks)
        self.stack = QStackedWidget(self)
        self.matrix, self.gaps = MatrixView(self), GapList(self)
        self.matrix.chosen.connect(guarded(self.cell_chosen))
        self.gaps.chosen.connect(guarded(self.gap_chosen))
        self.gaps.opened.connect(guarded(self.gap_opened))
        self.questions, self.influences = QuestionView(self), InfluenceView(self)
        self.scenarios = ScenarioView(self)
        for widget in (self.matrix, self.gaps, self.questions, self.influences, self.scenarios):
            widget.setMinimumHeight(1)
            self.stack.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.legend = _SilenceLegend(self)
        column.addWidget(self.legend)
        self.explained = quiet("", self)
        column.addWidget(self.explained)
        self._view_changed()

    @property
    def view(self) -> str:
        """BY_CLASS, BY_OBJECT, BY_MUNICIPALITY, GAPS, QUESTIONS, INFLUENCES or SCENARIOS."""
        return str(self.views.currentData())

    def show_view(self, code: str) -> None:
        """Turn to this view."""
        self.views.setCurrentIndex(self.views.findData(code))

    def show_choices(self, sets: Sequence[tuple[str, str]], structures: Sequence[tuple[str, str]]) -> None:
        """Code and name of the sets and the structures to choose between; what was chosen stays so."""
        _refill(self.sets, [("", tr("Alla målsamlingar")), *sets])
        _refill(self.structures, [("", tr("Alla strukturer")), *structures])
        self.sets.setVisible(len(sets) > 1)

    def explain(self, goal: str) -> None:
        """What the colours on the map mean, and of which goal; '' when it has none."""
        cut = goal if len(goal) <= _LONGEST_NAME else f"{goal[: _LONGEST_NAME - 1]}…"
        self.explained.setText(tr("På kartan ”{goal}”: blått stödjer, streckat orange motverkar.").format(goal=cut))
        self.explained.setToolTip(tool_tip(goal))
        self.explained.setVisible(bool(goal))

    def _view_changed(self) -> None:
        shown: dict[str, QWidget] = {
            GAPS: self.gaps,
            QUESTIONS: self.questions,
            INFLUENCES: self.influences,
            SCENARIOS: self.scenarios,
        }
        self.stack.setCurrentWidget(shown.get(self.view, self.matrix))
        self.silent.setVisible(self.view in MATRICES)
        self.on_map.setVisible(self.view not in (INFLUENCES, SCENARIOS))
        for widget in (self.structures, self.ticks):
            widget.setVisible(self.view != SCENARIOS)
        self.choice_changed.emit()

    def _filters(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.sets, self.structures = self._combo(tr("Målsamling")), self._combo(tr("Struktur"))
        for combo in (self.sets, self.structures):
            combo.currentIndexChanged.connect(guarded(lambda _place: self.choice_changed.emit()))
            row.addWidget(combo, 1)
        return holder

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return combo

    def _ticks(self) -> QWidget:
        holder = QWidget(self)
        row = FlowLayout(holder)
        self.on_map = QCheckBox(tr("På kartan"), holder)
        self.on_map.setChecked(True)
        self.on_map.setToolTip(tr("Visa på kartan det som är valt här. Det övriga tonas ned. Bara på skärmen."))
        self.on_map.toggled.connect(guarded(lambda _on: self.on_map_changed.emit()))
        self.silent = QCheckBox(tr("Bara mål utan plats"), holder)
        self.silent.toggled.connect(guarded(lambda _on: self.choice_changed.emit()))
        self.summary = quiet("", holder)
        self.summary.setWordWrap(False)
        for widget in (self.on_map, self.silent, self.summary):
            row.addWidget(widget)
        return holder


@guarded
class _SilenceLegend(QWidget):
    """What the patterns on the map mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        side = self.fontMetrics().height()
        for lacks in (WITHOUT_OBJECT, WITHOUT_GOAL, WITHOUT_TEXT):
            one = QWidget(self)
            pair = QHBoxLayout(one)
            pair.setContentsMargins(0, 0, 6, 0)
            sign = QLabel(one)
            size = QSize(2 * side, side)
            sign.setPixmap(pattern_icon(lacks, size).pixmap(size))
            pair.addWidget(sign)
            pair.addWidget(QLabel(lacking_text(lacks), one))
            row.addWidget(one)


def _refill(combo: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    listed = [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())]
    if listed == list(choices):
        return
    kept = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for code, text in choices:
        combo.addItem(text, code)
    combo.setCurrentIndex(max(0, combo.findData(kept)))
    combo.blockSignals(False)
