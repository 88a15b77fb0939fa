"""The list of earlier states: when and why, what is different since, a picture of it, and the ways back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...errors import StrukturbildError
from ...i18n import tr
from ...store.earlier_states.retention import EarlierState
from ..guarded import guarded
from ..messages import sentence_of
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, quiet
from . import state_texts
from .diff_tree import DiffTree
from .state_map import MAX_PREVIEWED, StateMap, picture_to_show
from .state_window import StateWindow
from .states_controller import StateContent, StatesController

_SIZE, _MIN_SIZE = QSize(940, 600), QSize(680, 440)


@guarded
class StatesDialog(FittingDialog):
    """Stands beside the map and stops nothing.

    `may_leave`: asks about what is not saved. `bild_id`: the picture to show, '' for the first.
    """

    def __init__(self, states: StatesController, may_leave: Callable[[], bool], bild_id: str, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("strukturbild_tidigare_lagen")
        self.setWindowTitle(tr("Tidigare lägen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._states, self._may_leave, self._bild_id = states, may_leave, bild_id
        self._content: StateContent | None = None
        self._listed: tuple[EarlierState, ...] | None = None
        self._build()
        self.resize(_SIZE.boundedTo(window.size()).expandedTo(_MIN_SIZE))
        states.kept.connect(guarded(self._read_list))
        states.session.snapshot_read.connect(guarded(self._compare_again))
        states.left.connect(guarded(self.close))
        self._show_nothing(tr("Läser tidigare lägen…"))
        self._read_list()

    def _build(self) -> None:
        about = tr(
            "Strukturbilden sparas som den är när den öppnas, var femte minut som något ändras och vid varje utgåva. "
            "Efter en timme är ett läge kvar av varje timme. "
            "Lägena ligger i din egen QGIS-profil. De äldsta tas bort efter hand, utgåvorna sist."
        )
        self.list = QListWidget(self)
        self.list.setSpacing(2)
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(guarded(lambda item, _before: self._choose(item)))
        self.map = StateMap(self, magnified=0.45)
        self.title, self.summary = heading("", self), _as_high_as_its_text(quiet("", self))
        self.tree = DiffTree(self)
        self.tree.chosen_changed.connect(guarded(self._show_buttons))
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.summary)
        column.addWidget(_beside(self.tree, self.map, 15, right), 1)
        whole = QVBoxLayout(self)
        whole.addWidget(_as_high_as_its_text(quiet(about, self)))
        whole.addWidget(_beside(self.list, right, 13, self), 1)
        whole.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.look_button = QPushButton(tr("Titta"), self)
        self.look_button.setToolTip(tr("Visa läget i ett eget fönster. Inget ändras."))
        self.look_button.clicked.connect(guarded(lambda _=False: self._look()))
        self.objects_button = QPushButton(tr("Ta tillbaka valda objekt"), self)
        self.objects_button.setToolTip(tr("Det du kryssat för blir som det var, med sina mål. Ctrl+Z ångrar."))
        self.objects_button.clicked.connect(guarded(lambda _=False: self._restore_objects()))
        self.whole_button = QPushButton(tr("Ta tillbaka hela läget…"), self)
        self.whole_button.clicked.connect(guarded(lambda _=False: self._restore_all()))
        box = QDialogButtonBox(self)
        self.close_button = box.addButton(tr("Stäng"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(guarded(self.close))
        row = QHBoxLayout()
        for button in (self.look_button, self.objects_button, self.whole_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(box)
        return row

    def state(self) -> EarlierState | None:
        """The one that is chosen in the list."""
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, EarlierState) else None

    def _read_list(self) -> None:
        self._states.read_states(self._while_open(self._fill))

    def _fill(self, states: list[EarlierState]) -> None:
        if states and tuple(states) == self._listed:
            return
        chosen, is_first, self._listed = self.state(), self._listed is None, tuple(states)
        self.list.blockSignals(True)
        self.list.clear()
        for state in states:
            second = f"{state_texts.why(state)} · {state_texts.number(state.objects)}".strip(" ·")
            item = QListWidgetItem(f"{state_texts.heading_of(state)}\n{second}")
            item.setData(Qt.ItemDataRole.UserRole, state)
            self.list.addItem(item)
        self.list.blockSignals(False)
        if not states:
            self._show_nothing(self._states.trouble or tr("Inget tidigare läge är sparat än."))
            if is_first:
                self._states.keep_now()  # now there is one, or it says why there is none
            return
        paths = [state.path for state in states]
        self.list.setCurrentRow(paths.index(chosen.path) if chosen is not None and chosen.path in paths else 0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        state = self.state()
        if item is None or state is None:
            return
        self._show_nothing(tr("Läser läget…"))
        self.title.setText(state_texts.heading_of(state))
        self._compare_again()

    def _compare_again(self) -> None:
        state = self.state()
        if state is not None:
            failed = partial(self._show_trouble, state)
            self._states.read(state, self._while_open(self._show), self._while_open(failed))

    def _show(self, content: StateContent) -> None:
        if content.state != self.state():  # another one has been chosen meanwhile
            return
        first = self._content is None
        self._content = content
        told = state_texts.summary(content.diff)
        self.summary.setText(f"{self._states.trouble} {told}".strip())
        self.tree.show_diff(content.diff, self._states.descriptions(content))
        if first:
            self._show_map(content)
        self._show_buttons()

    def _show_map(self, content: StateContent) -> None:
        self.map.setVisible(len(content.snapshot.objects) <= MAX_PREVIEWED)
        if self.map.isVisibleTo(self):
            try:
                self.map.show_state(content.snapshot, picture_to_show(content.snapshot, self._bild_id))
            except StrukturbildError as error:
                self.map.clear()
                self.summary.setText(f"{self.summary.text()} {error}")

    def _while_open(self, call: Callable[..., None]) -> Callable[..., None]:
        """What a task answers is nobody's any more when the window is closed."""

        def answer(*told: object) -> None:
            if not sip.isdeleted(self):
                call(*told)

        return answer

    def _show_nothing(self, why: str) -> None:
        self._content = None
        self.title.setText("")
        self.summary.setText(why)
        self.map.clear()
        self.tree.clear_diff()
        self._show_buttons()

    def _show_trouble(self, state: EarlierState, error: Exception, _details: str) -> None:
        if state == self.state():
            self._show_nothing(sentence_of(error))
            self.title.setText(state_texts.heading_of(state))

    def _show_buttons(self) -> None:
        there = self._content is not None
        for button in (self.look_button, self.whole_button):
            button.setEnabled(there)
        self.objects_button.setEnabled(there and bool(self.tree.chosen()))

    def _look(self) -> None:
        if self._content is not None:
            StateWindow(self._states, self._content, self._bild_id).show()

    def _restore_objects(self) -> None:
        if self._content is not None and self._states.restore_objects(self._content, self.tree.chosen()):
            self.close()

    def _restore_all(self) -> None:
        content = self._content
        if content is not None and self._sure(content):
            self._states.restore_all(content.state, self._may_leave)  # closes the strukturbild, and so this window

    def _sure(self, content: StateContent) -> bool:
        box = QMessageBox(self)
        box.setObjectName("strukturbild_ta_tillbaka")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Ta tillbaka hela läget"))
        box.setText(tr("Ta tillbaka läget {when}?").format(when=state_texts.when(content.state)))
        told = tr("Strukturbilden som den är nu sparas först bland tidigare lägen, så att du kan ta tillbaka den.")
        undo = tr("Efter bytet går det inte att ångra längre bakåt med Ctrl+Z.")
        box.setInformativeText(f"{state_texts.summary(content.diff)}\n\n{told} {undo}")
        yes = box.addButton(tr("Ta tillbaka"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is yes


def _beside(left: QWidget, right: QWidget, lines: int, parent: QWidget) -> QSplitter:
    """`left` is as many line heights wide until it is dragged otherwise; `right` has the rest."""
    split = QSplitter(Qt.Orientation.Horizontal, parent)
    split.setChildrenCollapsible(False)
    for widget in (left, right):
        split.addWidget(widget)
    width = lines * left.fontMetrics().height()
    left.setMinimumWidth(width * 2 // 3)
    split.setSizes([width, 3 * width])
    split.setStretchFactor(1, 1)
    return split


def _as_high_as_its_text(label: QLabel) -> QLabel:
    policy = label.sizePolicy()
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
