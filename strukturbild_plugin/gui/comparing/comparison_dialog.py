"""The window "Vad är nytt": since which edition or file, what is added, changed and removed, and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...export.file_names import swedish_date
from ...i18n import tr
from ...store.earlier_states.retention import EarlierState
from ...workshop.compare import ADDED, CHANGED, REMOVED, RowDifference
from ..guarded import guarded
from ..messages import sentence_of
from ..session.picture_themes import PictureThemes
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet
from ..widgets.wrapping_lists import WrappingTree
from .comparison_controller import ComparisonController, FoundDifferences
from .comparison_overlay import BEFORE, STYLES, ComparisonOverlay

_MAX_LINES = 500
"""More objects of a kind are drawn, but not listed one by one."""
_ROW = Qt.ItemDataRole.UserRole
_SIGN = QSize(26, 12)
_ORDER = (ADDED, CHANGED, REMOVED)


@guarded
class ComparisonDialog(FittingDialog):
    """Beside the map, and stops nothing. `edition`: the one to begin with, 0 for the latest."""

    def __init__(
        self, controller: ComparisonController, pictures: PictureThemes, edition: int, window: QWidget
    ) -> None:
        super().__init__(window)
        self.setObjectName("strukturbild_jamfor")
        self.setWindowTitle(tr("Vad är nytt"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._controller, self._pictures, self._wanted = controller, pictures, edition
        self._found: FoundDifferences | None = None
        self._other: Path | None = None
        session = controller.session
        self.overlay = ComparisonOverlay(session.iface.mapCanvas())
        self._build()
        line = self.fontMetrics().height()
        self.resize(QSize(line * 24, line * 34).boundedTo(window.size()))
        canvas = session.iface.mapCanvas()
        self.move(canvas.mapToGlobal(QPoint(line, line)))  # as much as can be seen of the map beside it
        session.opened_changed.connect(guarded(self.close))
        session.snapshot_read.connect(guarded(self._compare))
        pictures.changed.connect(guarded(self._draw))
        self.finished.connect(guarded(lambda _result: self.overlay.close()))
        controller.read_editions(self._while_open(self._show_editions))

    def show_edition(self, edition: int) -> None:
        """Compare with this edition."""
        place = next((at for at in range(self.since.count()) if self._edition_at(at) == edition), -1)
        if place >= 0:
            self.since.setCurrentIndex(place)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        self.since = QComboBox(self)
        self.since.setAccessibleName(tr("Jämför med"))
        self.since.currentIndexChanged.connect(guarded(lambda _index: self._compare()))
        self.browse = self._button(tr("Annan fil…"), self._browse)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Jämför med"), self))
        row.addWidget(self.since, 1)
        row.addWidget(self.browse)
        self.summary = quiet(tr("Läser…"), self)
        self.tree = WrappingTree(True, self)
        self.tree.setObjectName("strukturbild_skillnader")
        self.tree.currentItemChanged.connect(guarded(lambda item, _before: self._go(item)))
        self.tree.itemClicked.connect(guarded(lambda item, _column: self._go(item)))
        self.on_map = QCheckBox(tr("Visa på kartan"), self)
        self.on_map.setChecked(True)
        self.on_map.toggled.connect(guarded(lambda _on: self._draw()))
        signs = QHBoxLayout()
        names = {ADDED: tr("nytt"), CHANGED: tr("ändrat"), BEFORE: tr("som det var"), REMOVED: tr("borttaget")}
        for code, name in names.items():
            sign = QLabel(self)
            sign.setPixmap(sign_of(code, _SIGN))
            signs.addWidget(sign)
            signs.addWidget(QLabel(name, self))
        signs.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.on_map)
        below.addStretch(1)
        below.addWidget(self._button(tr("Stäng"), self.close))
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(self.tree, 1)
        column.addLayout(signs)
        column.addLayout(below)

    def _button(self, text: str, call: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(guarded(lambda _=False: call()))
        return button

    def _show_editions(self, editions: list[EarlierState]) -> None:
        self.since.blockSignals(True)
        for state in editions:
            day = swedish_date(state.moment.isoformat())
            self.since.addItem(tr("Utgåva {n}, {dag}").format(n=state.edition, dag=day), state)
        self.since.blockSignals(False)
        self.since.setEnabled(bool(editions))
        if not editions:
            self.summary.setText(
                tr(
                    "Ingen utgåva finns sparad i din QGIS-profil. Välj filen som den var: en kopia, eller en fil "
                    "från någon annan."
                )
            )
        elif self._wanted and self._edition_at(self.since.currentIndex()) != self._wanted:
            self.show_edition(self._wanted)
        else:
            self._compare()

    def _edition_at(self, place: int) -> int:
        state = self.since.itemData(place)
        return state.edition if isinstance(state, EarlierState) else 0

    def _browse(self) -> None:
        start = str(self._controller.session.opened.path.parent) if self._controller.session.opened else ""
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Filen som den var"), start, tr("Strukturbild (*.gpkg)"))
        if chosen:
            self.compare_with(Path(chosen))

    def compare_with(self, older: Path) -> None:
        """Compare with another file."""
        self.since.blockSignals(True)
        self.since.addItem(older.name, older)
        self.since.setItemData(self.since.count() - 1, str(older), Qt.ItemDataRole.ToolTipRole)
        self.since.blockSignals(False)
        self.since.setEnabled(True)
        if self.since.currentIndex() == self.since.count() - 1:
            self._compare()
        self.since.setCurrentIndex(self.since.count() - 1)

    def _compare(self) -> None:
        older = self.since.currentData()
        if older is None:
            return
        self.summary.setText(tr("Jämför…"))
        self._controller.compare(
            older,
            self._while_open(lambda found: self._show(older, found)),
            self._while_open(lambda error, details: self._show_trouble(older, error, details)),
        )

    def _show(self, older: EarlierState | Path, found: FoundDifferences) -> None:
        if older != self.since.currentData():  # another one has been chosen meanwhile
            return
        self._found = found
        self.summary.setText(found.summary)
        self.tree.blockSignals(True)
        self.tree.clear()
        titles = {ADDED: tr("Nytt"), CHANGED: tr("Ändrat"), REMOVED: tr("Borttaget")}
        for kind in _ORDER:
            listed = [pair for pair in found.lines if pair[0].kind == kind]
            if not listed:
                continue
            group = QTreeWidgetItem(self.tree, [f"{titles[kind]} ({len(listed)})"])
            for one, text in listed[:_MAX_LINES]:
                lines = [" ".join(filter(None, (text.klass, f"”{text.name}”" if one.name else text.name)))]
                item = QTreeWidgetItem(group, ["\n".join(filter(None, (*lines, text.details)))])
                item.setData(0, _ROW, one)
            if len(listed) > _MAX_LINES:
                QTreeWidgetItem(group, [tr("… och {n} till.").format(n=len(listed) - _MAX_LINES)])
            group.setExpanded(True)
        self.tree.blockSignals(False)
        self._draw()

    def _show_trouble(self, older: EarlierState | Path, error: Exception, _details: str) -> None:
        if older == self.since.currentData():
            self._found = None
            self.tree.clear()
            self.overlay.close()
            self.summary.setText(sentence_of(error))

    def _go(self, item: QTreeWidgetItem | None) -> None:
        one = item.data(0, _ROW) if item is not None else None
        if not isinstance(one, RowDifference):
            self.overlay.point_at(None)
            return
        if one.row.get("bild_id"):
            self._pictures.show_picture_of(str(one.row["bild_id"]))
        self.overlay.point_at(one if self.on_map.isChecked() else None)
        self.overlay.go_to(one)

    def _draw(self) -> None:
        if self._found is None or not self.on_map.isChecked():
            self.overlay.close()
            return
        shown = self._pictures.shown
        differences = [one for one, _text in self._found.lines]
        self.overlay.show(differences, shown.bild_id if shown is not None else "")

    def _while_open(self, call: Callable[..., None]) -> Callable[..., None]:
        """What a task answers is nobody's any more when the window is closed."""

        def answer(*told: object) -> None:
            if not sip.isdeleted(self):
                call(*told)

        return answer


def sign_of(code: str, size: QSize) -> QPixmap:
    """How a kind of difference is drawn on the map, as a small picture."""
    style = STYLES[code]
    picture = QPixmap(size * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    pen = QPen(QColor(style.colour), 3, style.line)
    painter.setPen(pen)
    painter.drawLine(0, size.height() // 2, size.width(), size.height() // 2)
    painter.end()
    return picture
