"""Goals out of a table: how it is read, and what becomes of each row and why, before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize, QTimer
from qgis.PyQt.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...errors import Cancelled, GoalError
from ...feedback import Feedback
from ...goals.table import TARGETS
from ...i18n import tr
from ...store.importing.goal_plan import GoalImportRequest, GoalPlan, plan_goals, target_titles
from ...store.importing.plan import LEFT
from ...store.importing.table_endings import TABLE_ENDINGS
from .. import settings
from ..guarded import guarded
from ..importing.column_table import ColumnTable
from ..importing.dropped_files import file_in
from ..messages import sentence_of
from ..session.task_runner import BackgroundTask
from ..widgets.dialog_parts import answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, quiet, scrolled
from .goal_import_tree import GoalImportTree
from .own_goals import OwnGoals, is_library_set, shortened

_SIZE, _MIN_SIZE = QSize(920, 600), QSize(640, 420)
_SETTLE_MS = 250
_MAX_NOTES = 6


@guarded
class GoalImportDialog(FittingDialog):
    """Beside the map, and stops nothing."""

    def __init__(self, goals: OwnGoals, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("strukturbild_las_in_mal")
        self.setWindowTitle(tr("Läs in mål från en tabell"))
        self.setModal(False)
        self.setAcceptDrops(True)
        self._goals = goals
        self.plan: GoalPlan | None = None
        self._path: Path | None = None
        self._own_columns = False
        self._task: BackgroundTask | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(guarded(self._ask))
        self._build()
        self.resize(_SIZE.boundedTo(window.size()).expandedTo(_MIN_SIZE))
        goals.session.opened_changed.connect(guarded(self.close))
        goals.changed.connect(guarded(self._sets_changed))
        self._show_nothing(tr("Välj en fil, eller dra hit den."))

    def open_file(self, path: Path) -> None:
        """Read this file."""
        self._path, self._own_columns = path, False
        self.file_name.setText(path.name)
        self.file_name.setToolTip(str(path))
        settings.remember_import_folder(path.parent)
        self.sheets.clear()
        self.name.setText(path.stem)
        self._fill_sets()
        self._show_nothing(tr("Läser {file}…").format(file=path.name))
        self._ask()

    def request(self) -> GoalImportRequest:
        """All that is chosen."""
        return GoalImportRequest(
            source=self._path or Path(),
            sheet=str(self.sheets.currentData() or ""),
            columns=self.columns.fields() if self._own_columns else None,
            kod=str(self.into.currentData() or ""),
            name=self.name.text().strip(),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's."""
        if file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's."""
        found = file_in(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.open_file(found.path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's."""
        self._leave()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc and the button."""
        self._leave()
        super().reject()
        self.deleteLater()

    def _build(self) -> None:
        self.browse, self.again = QPushButton(tr("Välj fil…"), self), QPushButton(tr("Läs om"), self)
        self.browse.clicked.connect(guarded(lambda _=False: self._choose_file()))
        self.again.clicked.connect(guarded(lambda _=False: self._ask()))
        self.again.setToolTip(tr("Läser filen igen, när ni har rättat den."))
        self.file_name = heading("", self)
        first = QHBoxLayout()
        first.addWidget(self.browse)
        first.addWidget(self.file_name, 1)
        first.addWidget(self.again)
        for button in (self.browse, self.again):
            button.setAutoDefault(False)
        self.summary, self.why, self.notes = heading("", self, 1.1), quiet("", self), quiet("", self)
        left = scrolled(self._form())
        left.setMinimumWidth(self.fontMetrics().height() * 17)
        self.rows = GoalImportTree(self)
        right = QVBoxLayout()
        for widget in (self.summary, self.why):
            right.addWidget(widget)
        right.addWidget(self.rows, 1)
        both = QHBoxLayout()
        both.addWidget(left, 2)
        both.addLayout(right, 3)
        buttons, self.take = answers(self, tr("Läs in"), tr("Stäng"), self._carry_out)
        whole = QVBoxLayout(self)
        whole.addLayout(first)
        whole.addLayout(both, 1)
        whole.addWidget(buttons)

    def _form(self) -> QWidget:
        self.choices = QWidget(self)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.sheets, self.into, self.name = _list(self), _list(self), QLineEdit(self)
        self._sheet_label, self._name_label = QLabel(tr("Blad"), self), QLabel(tr("Namn"), self)
        for label, field in (
            (self._sheet_label, self.sheets),
            (QLabel(tr("Till"), self), self.into),
            (self._name_label, self.name),
        ):
            field.setAccessibleName(label.text())
            form.addRow(label, field)
        self.sheets.activated.connect(guarded(lambda _place: self._sheet_chosen()))
        self.into.activated.connect(guarded(lambda _place: self._ask_soon()))
        self.name.textEdited.connect(guarded(lambda _text: self._ask_soon()))
        self.columns = ColumnTable(self)
        self.columns.changed.connect(guarded(self._column_chosen))
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 6, 0)
        column.addLayout(form)
        column.addWidget(heading(tr("Kolumner"), self))
        column.addWidget(self.columns)
        column.addSpacing(8)
        column.addWidget(self.notes)
        column.addStretch(1)
        return self.choices

    def _choose_file(self) -> None:
        kinds = tr("Tabeller ({endings})").format(endings=" ".join(f"*{each}" for each in TABLE_ENDINGS))
        folder = str(settings.import_folder())
        path, _kind = QFileDialog.getOpenFileName(self, self.windowTitle(), folder, kinds)
        if path:
            self.open_file(Path(path))

    def _fill_sets(self) -> None:
        """A new set, or one of one's own to renew: the one that is called as the file is proposed."""
        before, stem = self.into.currentData(), self._path.stem.casefold() if self._path is not None else ""
        self.into.clear()
        self.into.addItem(tr("En ny samling"), "")
        for tree in self._goals.trees():
            if not is_library_set(tree.goal_set):
                self.into.addItem(tr("Förnya {name}").format(name=shortened(tree.goal_set.namn)), tree.goal_set.kod)
        own = {tree.goal_set.namn.casefold(): tree.goal_set.kod for tree in self._goals.trees()}
        wanted = before if before else own.get(stem, "")
        self.into.setCurrentIndex(max(self.into.findData(wanted), 0))
        self._show_name()

    def _show_name(self) -> None:
        for widget in (self.name, self._name_label):
            widget.setVisible(not self.into.currentData())

    def _sets_changed(self) -> None:
        if self._path is not None and not self._goals.head_edits.busy:
            self._fill_sets()
            self._ask_soon()

    def _sheet_chosen(self) -> None:
        self._own_columns = False
        self._ask_soon()

    def _column_chosen(self) -> None:
        self._own_columns = True
        self._ask_soon()

    def _ask_soon(self) -> None:
        self._show_name()
        self.take.setEnabled(False)
        self._settle.start()

    def _ask(self) -> None:
        """What would come of it."""
        snapshot = self._goals.snapshot
        if snapshot is None or self._path is None:
            return
        self._cancel()
        request = self.request()

        def work(feedback: Feedback) -> GoalPlan:
            return plan_goals(snapshot, request, feedback)

        def badly(error: Exception, _details: str) -> None:
            if task is self._task and not isinstance(error, Cancelled):
                self._task = None
                self._while_open(lambda: self._show_nothing(sentence_of(error)))

        def well(plan: GoalPlan) -> None:
            if task is self._task:
                self._task = None
                self._while_open(lambda: self._show_plan(plan))

        title = tr("Läser {file}").format(file=self._path.name)
        task = self._goals.session.runner.start(title, work, well, badly)
        self._task = task

    def _while_open(self, call: Callable[[], None]) -> None:
        if not sip.isdeleted(self):
            call()

    def _show_nothing(self, sentence: str) -> None:
        self.plan = None
        self.summary.setText("")
        self.why.setText(sentence)
        self.why.show()
        self.notes.hide()
        self.rows.show_plan(None)
        self.choices.setEnabled(False)
        self.again.setVisible(self._path is not None)
        self.take.setEnabled(False)

    def _show_plan(self, plan: GoalPlan) -> None:
        self.plan = plan
        self.choices.setEnabled(True)
        if self.sheets.count() != len(plan.sheets) or self.sheets.currentData() != plan.sheet:
            self.sheets.clear()
            for name in plan.sheets:
                self.sheets.addItem(name, name)
            self.sheets.setCurrentIndex(self.sheets.findData(plan.sheet))
        for widget in (self.sheets, self._sheet_label):
            widget.setVisible(len(plan.sheets) > 1)
        titles = {one: title for one, title in target_titles().items() if one in TARGETS}
        self.columns.show_mapping(titles, plan.columns, plan.mapping)
        self.summary.setText(plan_in_words(plan))
        self.why.setText(plan.refusal)
        self.why.setVisible(bool(plan.refusal))
        self.notes.setText("\n".join(plan.notes[:_MAX_NOTES]))
        self.notes.setVisible(bool(plan.notes))
        self.rows.show_plan(plan)
        self.take.setEnabled(plan.tree is not None and plan.tree != plan.before)
        self.again.show()

    def _carry_out(self) -> None:
        plan = self.plan
        if plan is None or plan.tree is None:
            return
        going = [goal.mal_id for goal in plan.going]
        try:
            self._goals.refuse_unsaved_links(going)
        except GoalError as error:
            self.why.setText(str(error))
            self.why.show()
            return
        what = tr("inläsning av {file}").format(file=shortened(plan.request.source.name))
        if self._goals.change(plan.tree.goal_set.kod, plan.tree, what):
            self.reject()

    def _cancel(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _leave(self) -> None:
        self._settle.stop()
        self._cancel()


def plan_in_words(plan: GoalPlan) -> str:
    """'12 mål hämtas. 2 rader hämtas inte.'"""
    taken = sum(row.outcome != LEFT for row in plan.rows)
    left = len(plan.rows) - taken
    if not plan.rows:
        return ""
    said = [tr("Hämtas: {n} mål.").format(n=taken)]
    said.append(tr("Rader som inte hämtas: {n}.").format(n=left) if left else "")
    return " ".join(filter(None, said))


def _list(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    return box
