"""Objects out of a file: what it holds, what becomes of each row and why, on the map, before anything is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize, QTimer
from qgis.PyQt.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ...errors import StrukturbildError
from ...i18n import tr
from ...store.importing.plan import CHANGED, NEW, SAME, ImportChoice, ImportPlan
from ...store.importing.request import ImportRequest
from ...store.importing.source import SourceLayer
from .. import settings
from ..guarded import guarded
from ..messages import sentence_of
from ..widgets.dialog_parts import answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, quiet, scrolled
from . import import_texts
from .dropped_files import file_in
from .import_controller import ImportController
from .import_form import ImportForm
from .import_preview import ImportPreview
from .row_tree import RowTree

_SIZE, _MIN_SIZE = QSize(920, 640), QSize(640, 420)
_SETTLE_MS = 250
MAX_NOTES = 6
MAX_BUTTONS = 3
"""Choices of one kind that have a button each."""
CLASS_FIELD = "klass"


@guarded
class ImportDialog(FittingDialog):
    """Stands beside the map and stops nothing; what it would do lies on the map until it is closed."""

    def __init__(self, importing: ImportController, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("strukturbild_hamta")
        self.setWindowTitle(tr("Hämta objekt ur en fil"))
        self.setModal(False)
        self.setAcceptDrops(True)
        self._importing = importing
        self._preview = ImportPreview(importing.session.iface.mapCanvas())
        self.plan: ImportPlan | None = None
        self._path: Path | None = None
        self._made: list[ImportChoice] = []
        self._wanted = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(guarded(self._ask))
        self._build()
        self.resize(_SIZE.boundedTo(window.size()).expandedTo(_MIN_SIZE))
        importing.session.opened_changed.connect(guarded(self.close))
        self._show_nothing(tr("Välj en fil, eller dra hit den."))

    def _build(self) -> None:
        self.browse = QPushButton(tr("Välj fil…"), self)
        self.browse.clicked.connect(guarded(lambda _=False: self._choose_file()))
        self.file_name = heading("", self)
        first = QHBoxLayout()
        first.addWidget(self.browse)
        first.addWidget(self.file_name, 1)
        self.form = ImportForm(self._importing.session, self._importing.tools, self)
        self.form.changed.connect(guarded(self._ask_soon))
        self.form.layer_changed.connect(guarded(self._forget_choices))
        self.summary, self.why, self.notes = heading("", self, 1.1), quiet("", self), quiet("", self)
        self.choices = QWidget(self)
        self._choices_column = QVBoxLayout(self.choices)
        self._choices_column.setContentsMargins(0, 0, 0, 0)
        self.rows = RowTree(self)
        self.rows.row_chosen.connect(guarded(self._preview.point_at))
        self.rows.row_opened.connect(guarded(lambda row: self._preview.zoom_to([row] if row is not None else [])))
        right = QVBoxLayout()
        for widget in (self.summary, self.why, self.choices):
            right.addWidget(widget)
        right.addWidget(self.rows, 1)
        right.addWidget(self.notes)
        both = QHBoxLayout()
        left = scrolled(self.form)
        left.setMinimumWidth(self.fontMetrics().height() * 17)
        both.addWidget(left, 2)
        both.addLayout(right, 3)
        buttons, self.take = answers(self, tr("Hämta"), tr("Stäng"), self._carry_out)
        self.show_all = QPushButton(tr("Visa på kartan"), self)
        self.show_all.setAutoDefault(False)
        self.show_all.clicked.connect(guarded(lambda _=False: self._zoom()))
        last = QHBoxLayout()
        last.addWidget(self.show_all)
        last.addWidget(buttons, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(first)
        whole.addLayout(both, 1)
        whole.addLayout(last)

    def open_file(self, path: Path, layer: str = "") -> None:
        """Read this file. `layer`: the one of it to show."""
        self._path, self._made, self._wanted = path, [], layer
        self.file_name.setText(path.name)
        self.file_name.setToolTip(str(path))
        settings.remember_import_folder(path.parent)
        self._show_nothing(tr("Läser {file}…").format(file=path.name))
        self.form.show_layers(())
        self._importing.read_layers(path, self._while_open(self._show_layers), self._while_open(self._show_trouble))

    def request(self) -> ImportRequest:
        """All that is chosen."""
        request = self.form.request(self._path or Path())
        for choice in self._made:
            request = choice.applied(request)
        return request

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's."""
        if file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's."""
        found = file_in(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.open_file(found.path, found.layer)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's."""
        self._leave()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc and the button."""
        self._leave()
        super().reject()
        self.deleteLater()

    def _leave(self) -> None:
        self._settle.stop()
        self._importing.cancel()
        self._preview.close()

    def _choose_file(self) -> None:
        from ...store.importing.reading.formats import readable_endings

        endings = " ".join(f"*{ending}" for ending in readable_endings())
        readable, everything = tr("Filer som går att läsa ({endings})").format(endings=endings), tr("Alla filer (*)")
        chosen, _kind = QFileDialog.getOpenFileName(
            self, tr("Fil att hämta objekt ur"), str(settings.import_folder()), f"{readable};;{everything}"
        )
        if chosen:
            self.open_file(Path(chosen))

    def _show_layers(self, layers: tuple[SourceLayer, ...]) -> None:
        self.form.show_layers(layers, self._wanted)
        self._ask()

    def _forget_choices(self) -> None:
        self._made = []

    def _ask_soon(self) -> None:
        self._settle.start()

    def _ask(self) -> None:
        if self._path is not None and self.form.ready():
            self.take.setEnabled(False)
            self._importing.plan(
                self.request(), self._while_open(self._show_plan), self._while_open(self._show_trouble)
            )

    def _show_plan(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.form.show_plan(plan)
        self.summary.setText(plan.refusal or import_texts.summary(plan))
        self.why.setText(plan.crs)
        self.why.setVisible(bool(plan.crs))
        notes = [f"• {note}" for note in plan.notes[:MAX_NOTES]]
        if len(plan.notes) > MAX_NOTES:
            notes.append(tr("… och {count} till.").format(count=len(plan.notes) - MAX_NOTES))
        self.notes.setText("\n".join(notes))
        self.notes.setToolTip("\n".join(plan.notes))
        self.notes.setVisible(bool(notes))
        self._show_choices(plan)
        self.rows.show_plan(plan)
        self._preview.show_plan(plan)
        self._show_buttons()

    def _show_choices(self, plan: ImportPlan | None) -> None:
        while self._choices_column.count():
            self._choices_column.takeAt(0).widget().deleteLater()
        offered: dict[str, list[ImportChoice]] = {}
        for choice in plan.choices if plan is not None else ():
            offered.setdefault(choice.field, []).append(choice)
        for alike in offered.values():
            for button in [self._menu_button(alike)] if len(alike) > MAX_BUTTONS else map(self._button, alike):
                self._choices_column.addWidget(button)
        if self._made:
            button = QPushButton(tr("Ångra valet: {val}").format(val=self._made[-1].text), self.choices)
            button.setAutoDefault(False)
            button.clicked.connect(guarded(lambda _=False: self._unchoose()))
            self._choices_column.addWidget(button)
        self.choices.setVisible(self._choices_column.count() > 0)

    def _button(self, choice: ImportChoice) -> QPushButton:
        button = QPushButton(choice.text, self.choices)
        button.setAutoDefault(False)
        button.clicked.connect(guarded(partial(self._choose, choice)))
        return button

    def _menu_button(self, alike: Sequence[ImportChoice]) -> QPushButton:
        """Many of one kind: chosen in a menu, so that the rows below keep their room."""
        title = tr("Hämta som…") if alike[0].field == CLASS_FIELD else tr("Välj bland {count}…")
        button = QPushButton(title.format(count=len(alike)), self.choices)
        button.setAutoDefault(False)
        menu = QMenu(button)
        for choice in alike:
            menu.addAction(choice.text).triggered.connect(guarded(partial(self._choose, choice)))
        button.setMenu(menu)
        return button

    def _choose(self, choice: ImportChoice, _pressed: bool = False) -> None:
        if choice.field == CLASS_FIELD:  # the list above shows it
            self.form.choose_class(str(choice.value))
            return
        self._made = [one for one in self._made if one.field != choice.field] + [choice]
        self._ask()

    def _unchoose(self) -> None:
        self._made.pop()
        self._ask()

    def _show_nothing(self, sentence: str) -> None:
        self.plan = None
        self.summary.setText(sentence)
        for part in (self.why, self.notes):
            part.setText("")
            part.hide()
        self._show_choices(None)
        self.rows.show_plan(None)
        self._preview.show_plan(None)
        self._show_buttons()

    def _show_trouble(self, error: Exception, details: str) -> None:
        if not isinstance(error, StrukturbildError):
            self._importing.session.messages.log(error, details)
        self._show_nothing(sentence_of(error))

    def _show_buttons(self) -> None:
        self.take.setText(import_texts.button_text(self.plan))
        ready = self.plan is not None and not self.plan.refusal
        self.take.setEnabled(ready and self.plan is not None and import_texts.taken(self.plan) > 0)
        self.show_all.setEnabled(ready and bool(self._shown()))

    def _shown(self) -> list[object]:
        return [row for outcome in (NEW, CHANGED, SAME) for row in (self.plan.of(outcome) if self.plan else ())]

    def _zoom(self) -> None:
        self._preview.zoom_to(self._shown())  # type: ignore[arg-type]

    def _carry_out(self) -> None:
        if self.plan is not None and self._importing.carry_out(self.plan):
            self.reject()

    def _while_open(self, call: Callable[..., None]) -> Callable[..., None]:
        """What a task answers is nobody's any more when the window is closed."""

        def answer(*told: object) -> None:
            if not sip.isdeleted(self) and self.isVisible():
                call(*told)

        return answer
