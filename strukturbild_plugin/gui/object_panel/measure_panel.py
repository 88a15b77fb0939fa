"""Who does what when for an object: its measures, and the plan each belongs to. Saved in the file at once."""

from __future__ import annotations

import uuid

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from ...export.delivery.readable_columns import measure_line
from ...i18n import tr
from ...store.gpkg.odd_cells import MAX_TEXT
from ...store.gpkg.records import Measure
from ..guarded import guarded
from ..session.head_edits import HeadEdits
from ..session.saved_indicator import SavedIndicator
from ..widgets.fields import ChoiceField, LineField, NumberField
from ..widgets.form_sections import labelled
from ..widgets.labels import quiet
from ..widgets.wrapping_lists import FittingList
from .pending_anchoring import PendingAnchoring

ONE = Qt.ItemDataRole.UserRole
FIRST_YEAR, LAST_YEAR = 1900, 2200


@guarded
class MeasurePanel(QWidget):
    """A list, and fields to add to it or to change what is chosen in it."""

    def __init__(self, head_edits: HeadEdits, waiting: PendingAnchoring | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self._head_edits, self._waiting, self._objekt_id = head_edits, waiting, ""
        self._all: tuple[Measure, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.waits = quiet(tr("Objektet är inte sparat än. Lägg till insatser när det är sparat."), self)
        self.none = quiet(tr("Inga insatser är inlagda. Skriv vem som gör vad, och när."), self)
        self.tree = FittingList(9, self)
        self.tree.setObjectName("strukturbild_insatser")
        self.tree.currentItemChanged.connect(guarded(lambda _item, _before: self._show_chosen()))
        for widget in (self.waits, self.none, self.tree):
            column.addWidget(widget)
        self._make_fields(column)
        self._make_buttons(column)
        self.note = SavedIndicator(head_edits, self)
        column.addWidget(self.note)
        column.addStretch(1)
        head_edits.failed.connect(guarded(self._fill))
        self._fill()

    def count(self) -> int:
        """How many measures the object has."""
        return len(self._rows())

    def show_all(self, measures: tuple[Measure, ...]) -> None:
        """All that is written in the file."""
        self._all = measures
        self._fill()

    def show_object(self, objekt_id: str) -> None:
        """Whose measures to show; '' for nobody's."""
        if objekt_id != self._objekt_id:
            self._objekt_id = objekt_id
            self._fill()
        self._offer()

    def _make_fields(self, column: QVBoxLayout) -> None:
        self.what = LineField(tr("Till exempel ny station, eller utredning av dubbelspår"), self, MAX_TEXT)
        self.actor = LineField(tr("En organisation, inte en person"), self)
        self.start = NumberField(True, "", FIRST_YEAR, LAST_YEAR)
        self.end = NumberField(True, "", FIRST_YEAR, LAST_YEAR)
        states = (("planerad", tr("Planerad")), ("pågår", tr("Pågår")), ("genomförd", tr("Genomförd")))
        self.status = ChoiceField(states, empty=tr("Inget valt"))
        self.plan = LineField(tr("Till exempel Länstransportplan 2026–2037, avsnitt 4"), self)
        self.detail = LineField("", self, MAX_TEXT)
        for name, label, field in (
            ("vad", tr("Vad ska göras?"), self.what),
            ("aktor", tr("Vem gör det?"), self.actor),
            ("fran_ar", tr("Från år"), self.start),
            ("till_ar", tr("Till år"), self.end),
            ("status", tr("Status"), self.status),
            ("plan_ref", tr("Plan som insatsen hör till"), self.plan),
            ("detalj", tr("Mer om insatsen"), self.detail),
        ):
            field.setObjectName(f"insats_{name}")
            labelled(column, label, field)
        self.what.textChanged.connect(guarded(lambda _text: self._offer()))

    def _make_buttons(self, column: QVBoxLayout) -> None:
        first, last = QHBoxLayout(), QHBoxLayout()
        self.remove = QPushButton(tr("Ta bort raden"), self)
        self.change = QPushButton(tr("Spara ändringen"), self)
        self.add = QPushButton(tr("Lägg till"), self)
        self.remove.clicked.connect(guarded(lambda _=False: self._remove()))
        self.change.clicked.connect(guarded(lambda _=False: self._change()))
        self.add.clicked.connect(guarded(lambda _=False: self._add()))
        first.addWidget(self.remove)
        first.addStretch(1)
        first.addWidget(self.change)
        last.addStretch(1)
        last.addWidget(self.add)
        column.addLayout(first)
        column.addLayout(last)

    def _rows(self) -> list[Measure]:
        mine = [one for one in self._all if one.objekt_id == self._objekt_id]
        return sorted(mine, key=lambda one: (one.ordning, one.insats_id))

    def _chosen(self) -> Measure | None:
        item = self.tree.currentItem()
        return item.data(0, ONE) if item is not None else None

    def _fill(self) -> None:
        rows = self._rows()
        self.tree.clear()
        for one in rows:
            item = QTreeWidgetItem(self.tree, [measure_line(one)])
            item.setData(0, ONE, one)
            item.setToolTip(0, "\n".join(filter(None, (one.status, one.detalj))))
        self.none.setVisible(not rows)
        self.tree.setVisible(bool(rows))
        self._put(None)
        self._offer()

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._put(chosen)
        self._offer()

    def _put(self, one: Measure | None) -> None:
        empty = one or Measure("", "", "")
        self.what.set_value(empty.vad)
        self.actor.set_value(empty.aktor)
        self.start.set_value(empty.fran_ar)
        self.end.set_value(empty.till_ar)
        self.status.set_value(empty.status)
        self.plan.set_value(empty.plan_ref)
        self.detail.set_value(empty.detalj)

    def _offer(self) -> None:
        waits = self._waiting is not None and self._waiting.waits_for(self._objekt_id)
        self.waits.setVisible(waits)
        chosen = self._chosen() is not None and self.tree.topLevelItemCount() > 0
        for button in (self.remove, self.change):
            button.setVisible(chosen)
        written = bool(self.what.text().strip()) and not waits and bool(self._objekt_id)
        self.change.setEnabled(written)
        self.add.setEnabled(written)

    def _written(self, insats_id: str, ordning: int) -> Measure:
        start, end = self.start.value(), self.end.value()
        if start is not None and end is not None and end < start:
            start, end = end, start
        return Measure(
            insats_id=insats_id,
            objekt_id=self._objekt_id,
            vad=self.what.value(),
            aktor=self.actor.value(),
            fran_ar=start,
            till_ar=end,
            status=self.status.value() or "",
            plan_ref=self.plan.value(),
            detalj=self.detail.value(),
            ordning=ordning,
        )

    def _years_hold(self) -> bool:
        """Years that are no years are taken back by their field, which says so."""
        for field in (self.start, self.end):
            if field.text().strip() and not _is_year(field.value()):
                field.keep()
                return False
        return True

    def _add(self) -> None:
        if not self.add.isEnabled() or not self._years_hold():
            return
        new = self._written(str(uuid.uuid4()), max((one.ordning for one in self._rows()), default=0) + 1)
        self._head_edits.write(
            tr("Insatsen är tillagd"),
            lambda db: db.put([new]),
            lambda _result: lambda db: db.take_away([new]),
            adds=True,
        )
        self._put(None)
        self.what.setFocus()

    def _change(self) -> None:
        before = self._chosen()
        if before is None or not self.change.isEnabled() or not self._years_hold():
            return
        now = self._written(before.insats_id, before.ordning)
        if now != before:
            self._head_edits.write(
                tr("Insatsen är ändrad"),
                lambda db: db.put([now]),
                lambda _result: lambda db: db.put([before]),
            )

    def _remove(self) -> None:
        gone = self._chosen()
        if gone is not None:
            self._head_edits.write(
                tr("Insatsen är borttagen"),
                lambda db: db.take_away([gone]),
                lambda _result: lambda db: db.put([gone]),
            )


def _is_year(value: object) -> bool:
    return isinstance(value, int) and FIRST_YEAR <= value <= LAST_YEAR
