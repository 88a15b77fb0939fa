"""The steps: where the group is, what the step is for, and what to draw in it. Leads without locking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ..guarded import guarded
from ..session.live_checks import LiveState
from ..settings import language
from ..widgets.glossary_label import ClickableLabel, GlossaryLabel
from ..widgets.labels import ElidedLabel, heading, icon, quiet
from ..widgets.steady_scroll_area import SteadyScrollArea
from ..widgets.wrapping_delegate import WrappingDelegate

if TYPE_CHECKING:
    from ...catalogue.steps import StepSpec
    from ...guide.step_state import StepState

CODE = Qt.ItemDataRole.UserRole
STATE_ICONS = {"inte_borjad": "steg_tom", "pagar": "steg_pagar", "klar": "steg_klar"}


def state_texts() -> dict[str, str]:
    """What a state is called."""
    return {"inte_borjad": tr("inte börjad"), "pagar": tr("pågår"), "klar": tr("klar")}


@guarded
class StepsPage(QWidget):
    """Two faces: all steps with their states, and one step with its explanation."""

    step_shown = pyqtSignal(str)
    """The code of the step; '' for the list."""
    action_wanted = pyqtSignal(str)
    """What the step is measured on: the dock knows what to open."""
    objects_wanted = pyqtSignal(object)
    """Ids of the objects that hold the step back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current = ""
        self._live: LiveState | None = None
        self._forms: dict[str, Any] = {}
        self._compact = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        self.faces = QStackedWidget(self)
        self.faces.addWidget(self._list_face())
        self.faces.addWidget(self._step_face())
        column.addWidget(self.faces)

    def show_nothing(self) -> None:
        """Another strukturbild is being opened."""
        self._live = None
        self.tree.clear()
        self.reading.show()
        self.faces.setCurrentIndex(0)

    def show_live(self, live: LiveState) -> None:
        """New states; the step that is shown stays."""
        self._live = live
        self.reading.hide()
        self._fill_list(live)
        for form in self._forms.values():
            form.show_snapshot(live.snapshot)
        if self.current and live.chain.step(self.current) is not None:
            self._fill_step(live)
        else:
            self.current = ""
            self.faces.setCurrentIndex(0)
        self.note.setText(live.chain.remark)
        self.note.setVisible(bool(live.chain.remark))

    def go(self, kod: str) -> None:
        """Show a step, or the list with ''."""
        changed, self.current = kod != self.current, kod
        if changed:
            self.keep()
        if kod and self._live is not None and self._live.chain.step(kod) is not None:
            self._fill_step(self._live)
            if changed:
                self.scroll.verticalScrollBar().setValue(0)
        elif not kod:
            self.faces.setCurrentIndex(0)
        self.step_shown.emit(kod)

    def step(self) -> StepSpec | None:
        """The step that is shown, or None."""
        return self._live.chain.step(self.current) if self._live is not None and self.current else None

    def form_of(self, measure: str) -> Any:
        """The form of the steps that are measured on `measure`, or None."""
        return self._forms.get(measure)

    def step_with(self, measure: str) -> str | None:
        """The code of the first step that is measured on `measure`; None when there is none."""
        steps = self._live.chain.steps if self._live is not None else ()
        return next((step.kod for step in steps if step.mats_pa == measure), None)

    def put_tools(self, tools: QWidget) -> None:
        """What one draws with, between the why and the how."""
        self._body.insertWidget(self._tools_at, tools)

    def put_form(self, measure: str, form: QWidget) -> None:
        """What is filled in on the steps that are measured on `measure`; it has show_snapshot and keep."""
        form.hide()
        self._forms[measure] = form
        self._body.insertWidget(self._tools_at, form)

    def make_compact(self, compact: bool) -> None:
        """On a low screen the step's name stands beside the buttons, and what one draws with before what it is for."""
        if compact != self._compact:
            self._compact = compact
            self._arrange()

    def _arrange(self) -> None:
        self.title.setVisible(not self._compact)
        self.short.setVisible(self._compact)
        step = self.step()
        below = self._compact and step is not None and bool(step.klasser)
        place, other = (self._why_below, self._why_above) if below else (self._why_above, self._why_below)
        if place.indexOf(self.why) < 0:
            other.removeWidget(self.why)
            place.addWidget(self.why)

    def keep(self) -> None:
        """Write what is being written in a form just now."""
        for form in self._forms.values():
            form.keep()

    def _list_face(self) -> QWidget:
        face = QWidget(self)
        column = QVBoxLayout(face)
        self.note = quiet("", face)
        self.note.hide()
        column.addWidget(self.note)
        column.addWidget(quiet(tr("Välj ett steg. Ordningen är ett förslag, gå fram och tillbaka som ni vill."), face))
        self.tree = QTreeWidget(face)
        self.tree.setObjectName("strukturbild_steg")
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        WrappingDelegate(self.tree)
        self.reading = quiet(tr("Strukturbilden läses …"), self.tree.viewport())
        self.reading.setAlignment(Qt.AlignmentFlag.AlignTop)
        over = QVBoxLayout(self.tree.viewport())
        over.addWidget(self.reading, 0, Qt.AlignmentFlag.AlignTop)
        self.tree.itemClicked.connect(guarded(lambda item, _column: self.go(item.data(0, CODE))))
        self.tree.itemActivated.connect(guarded(lambda item, _column: self.go(item.data(0, CODE))))
        column.addWidget(self.tree, 1)
        return face

    def _step_face(self) -> QWidget:
        face = QWidget(self)
        column = QVBoxLayout(face)
        row = QHBoxLayout()
        self.all_button = QPushButton(tr("Alla steg"), face)
        self.all_button.clicked.connect(guarded(lambda _=False: self.go("")))
        self.back = self._arrow(Qt.ArrowType.LeftArrow, tr("Föregående steg"), -1)
        self.forward = self._arrow(Qt.ArrowType.RightArrow, tr("Nästa steg"), 1)
        self.short = ElidedLabel(face)
        self.short.setFont(heading("", None).font())
        self.short.hide()
        row.addWidget(self.all_button)
        row.addWidget(self.short, 1)
        row.addStretch(0)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        column.addLayout(row)
        self.scroll = SteadyScrollArea(face)
        self.scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(self._step_body())
        column.addWidget(self.scroll, 1)
        return face

    def _step_body(self) -> QWidget:
        body = QWidget(self)
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 6, 0)
        self.title = heading("", body, 1.15)
        self.sign = QLabel(body)
        self.state = ClickableLabel(body)
        self.state.clicked.connect(guarded(self._ask_for_objects))
        self.state.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        # two lines always: else the tiles below slide away under the pointer when what is drawn needs a second one
        self.state.setMinimumHeight(2 * self.state.fontMetrics().lineSpacing())
        said = QHBoxLayout()
        said.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.state, 1)
        self.why, self.how = GlossaryLabel(body), GlossaryLabel(body)
        self.questions, self.result = GlossaryLabel(body), GlossaryLabel(body)
        self.action = QPushButton("", body)
        self.action.clicked.connect(guarded(lambda _=False: self._act()))
        self._body.addWidget(self.title)
        self._body.addLayout(said)
        self._why_above, self._why_below = QVBoxLayout(), QVBoxLayout()
        self._why_above.addWidget(self.why)
        self._body.addLayout(self._why_above)
        self._body.addWidget(self.action)
        self._tools_at = self._body.count()
        self._body.addLayout(self._why_below)
        for title, text in (
            (tr("Så gör ni"), self.how),
            (tr("Att diskutera"), self.questions),
            (tr("Resultat"), self.result),
        ):
            self._body.addSpacing(4)
            self._body.addWidget(heading(title, body))
            self._body.addWidget(text)
        self._body.addStretch(1)
        return body

    def _arrow(self, arrow: Qt.ArrowType, tip: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(guarded(lambda _=False: self._move(by)))
        return button

    def _move(self, by: int) -> None:
        codes = [step.kod for step in self._live.chain.steps] if self._live is not None else []
        if self.current in codes:
            place = codes.index(self.current) + by
            if 0 <= place < len(codes):
                self.go(codes[place])

    def _state_of(self, live: LiveState, kod: str) -> StepState:
        return next(state for state in live.states if state.kod == kod)

    def _fill_list(self, live: LiveState) -> None:
        self.tree.clear()
        for number, step in enumerate(live.chain.steps, 1):
            state = self._state_of(live, step.kod)
            text = state.text_with_picture() or state_texts()[state.state]
            item = QTreeWidgetItem(self.tree, [f"{number}. {step.namn.in_language(language())}\n{text}"])
            item.setIcon(0, icon(STATE_ICONS[state.state]))
            item.setData(0, CODE, step.kod)
            item.setToolTip(0, f"{state_texts()[state.state].capitalize()}. {text}")
            if step.kod == self.current:
                self.tree.setCurrentItem(item)

    def _fill_step(self, live: LiveState) -> None:
        step, state = live.chain.step(self.current), self._state_of(live, self.current)
        if step is None:
            return
        codes = [one.kod for one in live.chain.steps]
        place = codes.index(self.current)
        self.back.setEnabled(place > 0)
        self.forward.setEnabled(place < len(codes) - 1)
        self.title.setText(f"{place + 1}. {step.namn.in_language(language())}")
        self.short.set_whole(self.title.text())
        self._arrange()
        name = state_texts()[state.state].capitalize()
        self.sign.setPixmap(icon(STATE_ICONS[state.state]).pixmap(16, 16))
        self.state.setText(f"{name}. {state.text_with_picture()}" if state.text_with_picture() else name)
        self.state.setToolTip(tr("Klicka för att gå dit.") if state.object_ids else "")
        self.state.setCursor(Qt.CursorShape.PointingHandCursor if state.object_ids else Qt.CursorShape.ArrowCursor)
        self.why.say(step.varfor.in_language(language()))
        self.how.say(step.sa_gor_ni.in_language(language()))
        self.questions.ask(tuple(text.in_language(language()) for text in step.fragor))
        self.result.say(step.resultat.in_language(language()))
        for measure, form in self._forms.items():
            form.setVisible(measure == step.mats_pa)
        action = action_texts().get(step.mats_pa, "")
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.faces.setCurrentIndex(1)

    def _act(self) -> None:
        step = self.step()
        if step is not None:
            self.action_wanted.emit(step.mats_pa)

    def _ask_for_objects(self) -> None:
        state = self._state_of(self._live, self.current) if self._live is not None else None
        if state is not None and state.object_ids:
            self.objects_wanted.emit(state.object_ids)


def action_texts() -> dict[str, str]:
    """What the button of a step says, by what the step is measured on; others have a form or a palette instead."""
    return {
        "kopplingar": tr("Koppla nästa objekt…"),
        "granskning": tr("Granska nu"),
        "utgavor": tr("Gör utgåva…"),
    }
