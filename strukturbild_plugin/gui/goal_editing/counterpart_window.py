"""The region's goals beside national areas and global goals: which of them each answers to, in its own judgement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...errors import ExportError
from ...export.table_files import CSV, XLSX, write_table
from ...feedback import Feedback
from ...goals.model import Goal
from ...goals.tree import GoalTree
from ...i18n import tr
from ...store.writing.goal_counterparts import Judgements
from .. import settings
from ..goal_linking.goal_link_keys import GoalLinkKeys
from ..guarded import guarded
from ..object_panel.goal_tree import joined_facts
from ..session.saved_indicator import SavedIndicator
from ..steps.goal_sets_form import library
from ..widgets.fields import LineField
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, quiet
from .counterpart_table import counterpart_table
from .counterpart_tree import CounterpartTree
from .own_goals import OwnGoals, goal_name, is_for_all, is_library_set, shortened

_WIDTH, _HEIGHT = 52, 32
"""Line heights."""
_LOW = 28
"""Line heights of the window below which it does without the text about the keys."""


@guarded
class CounterpartWindow(FittingDialog):
    """Goal by goal: tick what it answers to, write why, Enter for the next. Beside the map, and stops nothing."""

    def __init__(self, goals: OwnGoals, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("strukturbild_motsvarigheter")
        self.setWindowTitle(tr("Nationella och globala mål"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._goals = goals
        self._judged: Judgements = {}
        self._written: dict[str, dict[str, str]] = {}
        """By goal, what has been written but not been read yet: what it answers to, and why."""
        self._shown: object = None
        self._ticked_of = ""
        self._build()
        line = self.fontMetrics().height()
        self.resize(QSize(line * _WIDTH, line * _HEIGHT).boundedTo(window.size()))
        self._key_filter = GoalLinkKeys(
            self, (self.own, self.others, self.write, self.back, self.forward), lambda: True, self
        )
        goals.changed.connect(guarded(self._show))
        goals.session.opened_changed.connect(guarded(self.close))
        self._show()

    @property
    def goal(self) -> str:
        """The identity of the region's goal that is looked at; '' for none."""
        return self.own.code()

    def finish(self) -> None:
        """Enter: write the judgement and go to the next goal."""
        if self._write():
            self.skip(1)
            self.own.setFocus()

    def unlink(self) -> None:
        """Delete: nothing is ticked."""
        self.others.tick(())

    def step_contribution(self, by: int) -> None:
        """Plus and minus: the next goal or the one before, and nothing is written."""
        self.skip(by)

    def number_pressed(self, number: int) -> None:
        """Tick the goal with this key, or no longer."""
        self.others.turn_tick(number)

    def begin_reason(self, text: str) -> None:
        """A letter in the lists is the first of the reason."""
        self.reason.setFocus()
        self.reason.setCursorPosition(len(self.reason.text()))
        self.reason.insert(text)

    def skip(self, by: int) -> None:
        """The next goal (1) or the one before (-1)."""
        listed, now = list(self.own.items().items()), self.goal
        place = next((at + by for at, (code, _item) in enumerate(listed) if code == now), 0)
        if 0 <= place < len(listed):
            self.own.setCurrentItem(listed[place][1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Ctrl+Z takes the last judgement back."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._goals.head_edits.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: on a low screen the lists get the room."""
        super().resizeEvent(event)
        self.keys.setVisible(self.height() > self.fontMetrics().height() * _LOW)

    def _build(self) -> None:
        self.own, self.others = CounterpartTree(False, self), CounterpartTree(True, self)
        self.own.setObjectName("strukturbild_motsvarigheter_egna")
        self.own.setAccessibleName(tr("Regionens mål"))
        self.others.setAccessibleName(tr("Nationella och globala mål"))
        self.own.currentItemChanged.connect(guarded(lambda _item, _before: self._show_goal()))
        self.title, self.about = heading("", self, 1.1), quiet("", self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Sök bland målen"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(guarded(lambda _text: self._narrow()))
        self.reason = LineField(tr("Varför? En mening"), self)
        self.reason.setAccessibleName(tr("Varför"))
        self.reason.returnPressed.connect(guarded(self.finish))
        self.search.returnPressed.connect(guarded(lambda: self.number_pressed(1)))
        self.trouble = quiet("", self)
        self.trouble.hide()
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        self.progress = quiet("", self)
        column.addWidget(self.progress)
        column.addWidget(self.own, 1)
        column = QVBoxLayout(right)
        column.setContentsMargins(6, 0, 0, 0)
        for widget in (self.title, self.about, self.search):
            column.addWidget(widget)
        column.addWidget(self.others, 1)
        self.missing = QVBoxLayout()
        column.addLayout(self.missing)
        for widget in (self.reason, self.trouble):
            column.addWidget(widget)
        column.addLayout(self._actions())
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setChildrenCollapsible(False)
        halves.setSizes([1000, 1300])
        self.keys = quiet("", self)
        self.keys.setText(
            tr(
                "Siffra eller blanksteg kryssar för, flera om ni vill. Bokstäver hamnar i skälet. Enter "
                "sparar och går till nästa mål, + och − byter mål utan att spara."
            )
        )
        last = QHBoxLayout()
        last.addWidget(SavedIndicator(self._goals.head_edits, self), 1)
        self.save = self._button(tr("Spara som tabell…"), self._ask_for_table)
        last.addWidget(self.save)
        last.addWidget(self._button(tr("Stäng"), self.close))
        whole = QVBoxLayout(self)
        whole.addWidget(halves, 1)
        whole.addWidget(self.keys)
        whole.addLayout(last)

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.write = self._button(tr("Spara bedömningen"), self.finish)
        row.addWidget(self.write, 1)
        arrows = []
        for arrow, by, tip in (
            (Qt.ArrowType.LeftArrow, -1, tr("Föregående, utan att spara")),
            (Qt.ArrowType.RightArrow, 1, tr("Nästa, utan att spara")),
        ):
            button = QToolButton(self)
            button.setArrowType(arrow)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(guarded(lambda _=False, by=by: self.skip(by)))
            row.addWidget(button)
            arrows.append(button)
        self.back, self.forward = arrows
        return row

    def _button(self, text: str, call: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(guarded(lambda _=False: call()))
        return button

    def _sets(self) -> tuple[list[GoalTree], list[GoalTree]]:
        """The region's, and those for all."""
        trees = self._goals.trees()
        return (
            sorted(
                (tree for tree in trees if not is_for_all(tree.goal_set)),
                key=lambda tree: is_library_set(tree.goal_set),
            ),
            [tree for tree in trees if is_for_all(tree.goal_set)],
        )

    def _show(self) -> None:
        if not self._goals.head_edits.busy:
            self._written.clear()
            self._read_judgements()
        own, others = self._sets()
        shown = (own, others)
        if shown != self._shown:
            self._shown = shown
            kept = self.goal
            self.own.show_trees(own)
            self.others.show_trees(others)
            self._ticked_of = ""
            self._offer_missing({tree.goal_set.kod for tree in others})
            items = self.own.items()
            self.own.setCurrentItem(items.get(kept) or next(iter(items.values()), None))
            self._narrow()
        self._show_goal()
        self._show_progress()

    def _offer_missing(self, there: set[str]) -> None:
        """A button for each set for all that the library has and the file lacks."""
        while self.missing.count():
            self.missing.takeAt(0).widget().deleteLater()
        for kod, tree in library()[0].current().items():
            if not tree.goal_set.lan and kod not in there:
                text = tr("Hämta {name}").format(name=shortened(tree.goal_set.namn))
                said = tr("{name} är hämtad").format(name=tree.goal_set.namn)
                get = self._button(text, lambda kod=kod, tree=tree, said=said: self._goals.change(kod, tree, said))  # type: ignore[misc]
                self.missing.addWidget(get)

    def _answers(self, mal_id: str) -> Mapping[str, str]:
        """What the goal answers to, and why."""
        if mal_id in self._written:
            return self._written[mal_id]
        snapshot = self._goals.snapshot
        listed = snapshot.counterparts if snapshot is not None else ()
        return {one.motsvarar_mal_id: one.motivering for one in listed if one.mal_id == mal_id}

    def _show_goal(self) -> None:
        """The goal that is looked at; ticks that are being made are left alone."""
        mal_id = self.goal
        goal = next((one for one in self._all_goals() if one.mal_id == mal_id), None)
        for widget in (self.others, self.reason, self.write):
            widget.setEnabled(goal is not None and bool(self.others.items()))
        if goal is None:
            self.title.setText(tr("Strukturbilden har inga egna mål än."))
            self.about.setText("")
            return
        self.title.setText(goal_name(goal))
        self.about.setText(joined_facts(goal.niva_namn, shortened(goal.beskrivning, 300)))
        self.about.setVisible(bool(self.about.text()))
        answers = self._answers(mal_id)
        if self._ticked_of != mal_id:
            self._ticked_of = mal_id
            self.others.tick(answers)
            self.reason.set_value(_common(answers))
        self.trouble.hide()
        self._say_judgements(mal_id, answers)

    def _say_judgements(self, mal_id: str, answers: Mapping[str, str]) -> None:
        """Under what the goal answers to: who has judged so, when and why."""
        said = {}
        for code, why in answers.items():
            who, when = self._judged.get((mal_id, code), ("", ""))
            said[code] = joined_facts(tr("Regionens bedömning"), who, when[:10], shortened(why, 160))
        self.others.say(said)

    def _write(self) -> bool:
        """Write what is ticked for the goal; whether one may go on."""
        mal_id, ticked, reason = self.goal, self.others.ticked(), str(self.reason.value())
        before = dict(self._answers(mal_id))
        within = set(self.others.items())
        if not mal_id or (not ticked and not before and not reason):
            return bool(mal_id)
        if not ticked and reason and not before:
            self.trouble.setText(tr("Kryssa först för vad målet motsvarar. Det du skrivit står kvar."))
            self.trouble.show()
            return False
        changed = reason != _common(before)
        wanted = {code: reason if changed or code not in before else before[code] for code in ticked}
        if wanted == {code: why for code, why in before.items() if code in within}:
            return True
        return self._carry_out(mal_id, wanted, within, before)

    def _carry_out(self, mal_id: str, wanted: dict[str, str], within: set[str], before: Mapping[str, str]) -> bool:
        from ...store.writing.goal_counterparts import change_counterparts, undo_counterparts

        names = {goal.mal_id: goal for goal in self._all_goals()}
        if not self._goals.head_edits.may_write():
            return False
        codes = ", ".join(shortened(goal_name(names[code])) for code in wanted)
        title = shortened(goal_name(names[mal_id]))
        none = tr("inget nationellt eller globalt mål")
        what = tr("{goal} motsvarar {others}").format(goal=title, others=codes or none)
        outside = {code: why for code, why in before.items() if code not in within}
        self._written[mal_id] = {**outside, **wanted}
        self._goals.head_edits.write(
            tr("bedömningen av {goal}").format(goal=title),
            lambda db: change_counterparts(db, mal_id, wanted, within, what),
            lambda done: lambda db: undo_counterparts(db, done),
        )
        self._ticked_of = ""
        self._show_progress()
        return True

    def _show_progress(self) -> None:
        listed = self.own.items()
        numbers = {code: len(self._answers(code)) for code in listed}
        self.own.say({code: tr("Motsvarar {n} mål").format(n=number) for code, number in numbers.items() if number})
        done = sum(map(bool, numbers.values()))
        text = tr("Mål med en motsvarighet: {n} av {all}.")
        self.progress.setText(text.format(n=done, all=len(listed)) if listed else "")

    def _ask_for_table(self) -> None:
        kinds = f"CSV (*{CSV});;XLSX (*{XLSX})"
        proposed = str(settings.home_folder() / f"{tr('motsvarigheter')}{CSV}")
        path, _kind = QFileDialog.getSaveFileName(self, tr("Spara som tabell"), proposed, kinds)
        if path:
            self.save_table(Path(path))

    def save_table(self, path: Path) -> None:
        """Every goal of the region with what it answers to, as CSV or XLSX; what goes wrong is said in the window."""
        heads, rows = counterpart_table(self._sets()[0], self._all_goals(), self._answers, self._judged)
        try:
            write_table(path if path.suffix else path.with_suffix(CSV), heads, rows, self.windowTitle())
        except ExportError as error:
            self.trouble.setText(str(error))
        else:
            self.trouble.setText(tr("Sparat: {file}").format(file=path.name))
        self.trouble.show()

    def _read_judgements(self) -> None:
        """Who has judged what and when, in a task."""
        opened = self._goals.session.opened
        if opened is None:
            return
        path = opened.path

        def work(_feedback: Feedback) -> Judgements:
            from ...store.writing.goal_counterparts import judgements
            from ...store.writing.transaction import reading

            with reading(path) as db:
                return judgements(db)

        def done(found: Judgements) -> None:
            if not sip.isdeleted(self):
                self._judged = found
                self._show_goal()

        self._goals.session.runner.start(tr("Läser {file}").format(file=path.name), work, done)

    def _narrow(self) -> None:
        self.others.narrow(self.search.text().casefold().split())

    def _all_goals(self) -> list[Goal]:
        return [goal for tree in self._goals.trees() for goal in tree.goals]


def _common(answers: Mapping[str, str]) -> str:
    """The reason that all have; '' when they have several."""
    found = set(answers.values())
    return found.pop() if len(found) == 1 else ""
