"""The window for goal sets of one's own: sets and goals to the left, what is chosen to the right, all saved at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...errors import GoalError
from ...goals import goal_editing as editing
from ...goals.tree import GoalTree
from ...i18n import tr
from ..guarded import guarded
from ..session.saved_indicator import SavedIndicator
from ..settings import language
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, quiet, scrolled
from .goal_editor_tree import GoalEditorTree
from .goal_form import FieldsForm, GoalForm, GoalSetForm
from .own_goals import OwnGoals, goal_name, is_library_set, shortened

_WIDTH, _HEIGHT = 52, 34
"""Line heights."""
_NOTHING, _SET, _GOAL, _LIBRARY = range(4)


@guarded
class GoalEditor(FittingDialog):
    """Beside the map, and stops nothing."""

    def __init__(self, goals: OwnGoals, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("strukturbild_egna_mal")
        self.setWindowTitle(tr("Egna mål"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._goals = goals
        self._asked = ""
        self._build()
        line = self.fontMetrics().height()
        self.resize(QSize(line * _WIDTH, line * _HEIGHT).boundedTo(window.size()))
        goals.changed.connect(guarded(self._show))
        goals.session.opened_changed.connect(guarded(self.close))
        self._show()

    def choose(self, code: str) -> None:
        """Show this set (by code) or goal (by identity)."""
        self.tree.choose(code)

    def add_set(self) -> None:
        """A new set of the region's own, with its name to be written."""
        snapshot = self._goals.snapshot
        if snapshot is None:
            return
        head, taken = snapshot.head, self._goals.taken_codes()
        self._make(editing.new_set(tr("Våra mål"), head.organisation, tuple(head.lan), taken), tr("ny samling"))

    def add_own_version(self) -> None:
        """A set that begins as the one that is chosen, and replaces it."""
        tree = self._goals.tree(self.tree.code())
        if tree is not None:
            name = tr("{name} (egen version)").format(name=tree.goal_set.namn)
            made = editing.own_version(tree, shortened(name, editing.MAX_SET_NAME), self._goals.taken_codes())
            self._make(made, tr("egen version av {name}").format(name=shortened(tree.goal_set.namn)))

    def add_goal(self, below: bool) -> None:
        """A new goal, below the chosen one or after it; at the end when a set is chosen."""
        tree, goal = self._chosen()
        if tree is None or is_library_set(tree.goal_set):
            return
        found = next((one for one in tree.goals if one.mal_id == goal), None)
        over = "" if found is None else found.mal_id if below else found.over_id
        new: list[str] = []

        def change() -> GoalTree:
            made, identity = editing.with_new_goal(tree, over, "" if below or found is None else found.mal_id)
            new.append(identity)
            return made

        if self._change(tree, change, tr("nytt mål")) and new:
            self._show(new[0])
            self.edit()

    def move_goal(self, way: str) -> None:
        """The chosen goal UP, DOWN, IN or OUT."""
        tree, goal = self._chosen()
        if tree is not None and goal and not is_library_set(tree.goal_set):
            found = next(one for one in tree.goals if one.mal_id == goal)
            said = tr("flytta {goal}").format(goal=shortened(goal_name(found)))
            self._change(tree, lambda: editing.moved(tree, goal, way), said)

    def remove_chosen(self, sure: bool = False) -> None:
        """Take the chosen goal or set away; what hangs on it is said first, and asked about in place."""
        tree, goal = self._chosen()
        if tree is None or (is_library_set(tree.goal_set) and goal):
            return
        going = [goal] if goal else [one.mal_id for one in tree.goals]
        if not sure and self._says_what_goes(tree, goal, going):
            return
        name = goal_name(next(one for one in tree.goals if one.mal_id == goal)) if goal else tree.goal_set.namn

        def change() -> GoalTree | None:
            self._goals.refuse_unsaved_links(going)
            return editing.without_goal(tree, goal) if goal else None

        beside = _beside(tree, goal)
        if self._change(tree, change, tr("ta bort {name}").format(name=shortened(name))) and beside:
            self.tree.choose(beside)

    def edit(self) -> None:
        """The cursor in the first field of what is chosen."""
        form = self._form()
        if form is not None:
            field = next(iter(form.fields.values()))
            field.setFocus()
            field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Ctrl+Z takes the last act back, and Enter in a field ends no window."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._goals.head_edits.go_back()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc, the button and the cross, which all end here: what is being written is written."""
        self.keep()
        super().reject()
        self.deleteLater()

    def _build(self) -> None:
        self.tree = GoalEditorTree(self)
        self.tree.chosen.connect(guarded(self._show_chosen))
        self.tree.move_wanted.connect(guarded(self.move_goal))
        self.tree.goal_wanted.connect(guarded(self.add_goal))
        self.tree.remove_wanted.connect(guarded(self.remove_chosen))
        self.tree.edit_wanted.connect(guarded(self.edit))
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree, 1)
        column.addLayout(self._goal_buttons())
        column.addWidget(self._question())
        self.forms = QStackedWidget(self)
        self.set_form, self.goal_form = GoalSetForm(self), GoalForm(self._access(), self)
        for form in (self.set_form, self.goal_form):
            form.written.connect(guarded(lambda name, label, value, form=form: self._write(form, name, label, value)))
        nothing = quiet(tr("Det finns inga mål än. Gör en ny samling, eller läs in mål från en tabell."), self)
        for page in (nothing, scrolled(self.set_form), scrolled(self.goal_form), self._library_page()):
            self.forms.addWidget(page)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(left)
        halves.addWidget(self.forms)
        halves.setChildrenCollapsible(False)
        halves.setSizes([1000, 1000])
        self.new_set = self._button(tr("Ny samling"), self.add_set)
        note = SavedIndicator(self._goals.head_edits, self)
        last = QHBoxLayout()
        last.addWidget(self.new_set)
        last.addWidget(note, 1)
        last.addWidget(self._button(tr("Stäng"), self.reject))
        whole = QVBoxLayout(self)
        whole.addWidget(halves, 1)
        whole.addLayout(last)

    def _goal_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.new_goal = self._button(tr("Nytt mål"), lambda: self.add_goal(False), tr("Efter det valda (Insert)"))
        tip = tr("Under det valda (Skift+Insert)")
        self.new_below = self._button(tr("Nytt delmål"), lambda: self.add_goal(True), tip)
        self.remove = self._button(tr("Ta bort"), self.remove_chosen, tr("Delete"))
        self.moves: dict[str, QToolButton] = {}
        row.addWidget(self.new_goal)
        row.addWidget(self.new_below)
        for way, arrow, said in (
            (editing.UP, Qt.ArrowType.UpArrow, tr("Flytta upp (Alt+uppåtpil)")),
            (editing.DOWN, Qt.ArrowType.DownArrow, tr("Flytta ned (Alt+nedåtpil)")),
            (editing.OUT, Qt.ArrowType.LeftArrow, tr("Flytta ut en nivå (Alt+vänsterpil)")),
            (editing.IN, Qt.ArrowType.RightArrow, tr("Flytta in under målet ovanför (Alt+högerpil)")),
        ):
            button = self.moves[way] = QToolButton(self)
            button.setArrowType(arrow)
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.clicked.connect(guarded(lambda _=False, way=way: self.move_goal(way)))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.remove)
        return row

    def _question(self) -> QWidget:
        self.question = QWidget(self)
        column = QVBoxLayout(self.question)
        column.setContentsMargins(0, 4, 0, 0)
        self.what_goes = quiet("", self)
        column.addWidget(self.what_goes)
        row = QHBoxLayout()
        self.sure = self._button(tr("Ta bort ändå"), lambda: self.remove_chosen(True))
        self.unsure = self._button(tr("Behåll"), lambda: self._ask(""))
        row.addWidget(self.sure)
        row.addWidget(self.unsure)
        row.addStretch(1)
        column.addLayout(row)
        self.question.hide()
        return self.question

    def _library_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(6, 0, 0, 0)
        self.published_name, self.published_text = heading("", page, 1.1), quiet("", page)
        self.own_version = self._button(tr("Gör en egen version av den"), self.add_own_version)
        column.addWidget(self.published_name)
        column.addWidget(self.published_text)
        column.addWidget(self.own_version, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _button(self, text: str, call: Callable[[], object], tip: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.clicked.connect(guarded(lambda _=False: call()))
        return button

    def _access(self) -> list[tuple[str, str]]:
        """The parts of accessibility, as the catalogue of the strukturbild names them."""
        snapshot = self._goals.snapshot
        listed = snapshot.catalogue.listor.get("tillganglighet", ()) if snapshot is not None else ()
        return [(choice.kod, choice.namn.in_language(language())) for choice in listed]

    def _chosen(self) -> tuple[GoalTree | None, str]:
        """The set that is worked in, and the goal that is chosen in it ('' for the set itself)."""
        code = self.tree.code()
        if not code or self.tree.is_set():
            return self._goals.tree(code), ""
        return self._goals.tree_of(code), code

    def _show(self, choose: str = "") -> None:
        trees = sorted(self._goals.trees(), key=lambda tree: is_library_set(tree.goal_set))
        self.tree.show_trees(trees, self._goals.links(), choose)
        self._show_chosen()

    def _show_chosen(self) -> None:
        tree, goal = self._chosen()
        own = tree is not None and not is_library_set(tree.goal_set)
        if self._asked and self._asked != self.tree.code():
            self._ask("")
        for widget in (self.new_goal, *self.moves.values(), self.new_below):
            widget.setEnabled(own and (bool(goal) or widget is self.new_goal))
        self.remove.setEnabled(tree is not None and (own or not goal))
        if tree is None:
            self.forms.setCurrentIndex(_NOTHING)
        elif not own:
            self._show_library_set(tree)
        elif goal:
            self._leave(self.set_form)
            self.goal_form.offer_levels(editing.level_names(tree))
            self.goal_form.show_record(next(one for one in tree.goals if one.mal_id == goal), goal)
            self.forms.setCurrentIndex(_GOAL)
        else:
            self._leave(self.goal_form)
            others = [one.goal_set for one in self._goals.trees() if one.goal_set.kod != tree.goal_set.kod]
            self.set_form.fields["ersatter"].fill([(one.kod, one.namn) for one in others])
            self.set_form.show_record(tree.goal_set, tree.goal_set.kod)
            self.forms.setCurrentIndex(_SET)

    def _show_library_set(self, tree: GoalTree) -> None:
        self.published_name.setText(tree.goal_set.namn)
        self.published_text.setText(
            tr(
                "Samlingen är hämtad ur målbiblioteket. Den är en version av strategin och ändras inte, så att "
                "kopplingarna alltid betyder detsamma. Vill ni ändra något gör ni en egen version: en ny samling med "
                "samma mål, som ersätter den här. Kopplingarna flyttar ni sedan mål för mål i steget RUS-mål, med "
                "Byt till …"
            )
        )
        self.forms.setCurrentIndex(_LIBRARY)

    def _leave(self, form: FieldsForm) -> None:
        form.forget_trouble()

    def _form(self) -> FieldsForm | None:
        return {_SET: self.set_form, _GOAL: self.goal_form}.get(self.forms.currentIndex())

    def keep(self) -> None:
        """Write what is being written just now."""
        form = self._form()
        if form is not None:
            form.keep()

    def _write(self, form: FieldsForm, name: str, label: str, value: Any) -> None:
        about = form.about
        tree = self._goals.tree(str(about)) if form is self.set_form else self._goals.tree_of(str(about))
        if tree is None:
            return
        value = "" if value is None and name not in ("malar", "horisont", "vikt", "prioriterat") else value
        form.forget_trouble()
        try:
            if form is self.set_form:
                after, named = editing.with_set_values(tree, {name: value}), ""
            else:
                after = editing.with_values(tree, str(about), {name: value})
                named = goal_name(next(one for one in after.goals if one.mal_id == about))
        except GoalError as error:
            form.refuse(name, str(error))
            return
        what = tr("{what} för {goal}").format(what=label.lower(), goal=shortened(named)) if named else label.lower()
        self._goals.change(tree.goal_set.kod, after, what)

    def _make(self, tree: GoalTree, what: str) -> None:
        if self._goals.change(tree.goal_set.kod, tree, what):
            self._show(tree.goal_set.kod)
            self.edit()

    def _change(self, tree: GoalTree, change: Callable[[], GoalTree | None], what: str) -> bool:
        """Do it, or say in place why it cannot be."""
        self._ask("")
        try:
            after = change()
        except GoalError as error:
            self._ask(self.tree.code(), str(error), False)
            return False
        if after is not None:
            after = replace(after, kallor=tree.kallor)
        return self._goals.change(tree.goal_set.kod, after, what)

    def _says_what_goes(self, tree: GoalTree, goal: str, going: list[str]) -> bool:
        links, judged = self._goals.hanging(going)
        if not links and not judged and (goal or not tree.goals):
            return False
        parts = [] if goal else [tr("Samlingen har {n} mål.").format(n=len(tree.goals))]
        parts.append(tr("Kopplingar till objekt som tas bort: {n}.").format(n=links) if links else "")
        parts.append(tr("Bedömningar mot andra mål som tas bort: {n}.").format(n=judged) if judged else "")
        below = len(tree.below(goal)) if goal else 0
        parts.append(tr("Mål under det som flyttas upp en nivå: {n}.").format(n=below) if below else "")
        parts.append(tr("Ångra ger tillbaka allt."))
        self._ask(self.tree.code(), " ".join(filter(None, parts)))
        return True

    def _ask(self, about: str, text: str = "", can_go_on: bool = True) -> None:
        """A sentence under the tree, with a way on or without; '' takes it away."""
        self._asked = about if text else ""
        self.what_goes.setText(text)
        self.question.setVisible(bool(text))
        self.sure.setVisible(can_go_on)
        self.unsure.setText(tr("Behåll") if can_go_on else tr("Stäng"))


def _beside(tree: GoalTree, mal_id: str) -> str:
    """What to choose when this goal goes: the one after it, before it, or above it; '' when the set goes."""
    goal = next((one for one in tree.goals if one.mal_id == mal_id), None)
    if goal is None:
        return ""
    listed = [one.mal_id for one in tree.below(goal.over_id)]
    place = listed.index(mal_id)
    near = [*listed[place + 1 : place + 2], *listed[max(place - 1, 0) : place]]
    return (near or [goal.over_id or tree.goal_set.kod])[0]
