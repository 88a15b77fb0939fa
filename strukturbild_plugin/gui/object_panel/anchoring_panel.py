"""Who stands behind an object, or the whole strukturbild: when, at which level of the ladder, and what was said."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from ...i18n import tr
from ...store.gpkg.records import Anchoring
from ...store.writing.attachment_writer import LADDER
from .. import settings
from ..guarded import guarded
from ..session.head_edits import HeadEdits
from ..session.saved_indicator import SavedIndicator
from ..widgets.fields import ChoiceField, DateField, LineField
from ..widgets.form_sections import labelled
from ..widgets.labels import quiet
from ..widgets.wrapping_lists import FittingList
from .pending_anchoring import AnchoringEntry, PendingAnchoring

ONE = Qt.ItemDataRole.UserRole
NOON = "T12:00:00.000Z"
"""A day is kept as its noon, so that it is the same day in every time zone of the country."""


@guarded
class AnchoringPanel(QWidget):
    """A list and a few fields to add to it. Saved in the file at once."""

    def __init__(
        self,
        head_edits: HeadEdits,
        parent: QWidget | None = None,
        note: bool = True,
        waiting: PendingAnchoring | None = None,
    ) -> None:
        super().__init__(parent)
        self._head_edits, self._objekt_id, self._waiting = head_edits, "", waiting
        self._all: tuple[Anchoring, ...] = ()
        column = QVBoxLayout(self)
        column.setSpacing(4)
        self.waits = quiet(tr("Objektet är inte sparat än. Förankringen sparas tillsammans med det."), self)
        self.waits.hide()
        self.none = quiet(tr("Ingen förankring registrerad. Lägg till den organisation som står bakom."), self)
        self.tree = FittingList(9, self)
        self.tree.currentItemChanged.connect(guarded(lambda _item, _before: self._offer()))
        self.remove = QPushButton(tr("Ta bort raden"), self)
        self.remove.clicked.connect(guarded(lambda _=False: self._remove()))
        column.addWidget(self.waits)
        column.addWidget(self.none)
        column.addWidget(self.tree)
        column.addWidget(self.remove)
        self._fields(column)
        self.note = SavedIndicator(head_edits, self)
        self.note.setVisible(note)
        if note:
            column.addWidget(self.note)
            column.addStretch(1)
        head_edits.failed.connect(guarded(self._fill))
        if waiting is not None:
            waiting.changed.connect(guarded(self._fill))
        self._offer()

    def count(self) -> int:
        """How many rows there are for what is shown."""
        return len(self._rows())

    def show_all(self, anchorings: tuple[Anchoring, ...]) -> None:
        """All that is written in the file."""
        self._all = anchorings
        if self.level.count() < len(LADDER):
            fill_levels(self.level)
        self._fill()

    def show_object(self, objekt_id: str) -> None:
        """Whose rows to show; '' for the whole strukturbild."""
        self._say_whether_it_waits(objekt_id)
        if objekt_id != self._objekt_id:
            self._objekt_id = objekt_id
            self.detail.set_value("")
            self._fill()

    def _fields(self, column: QVBoxLayout) -> None:
        self.actor = LineField(tr("Till exempel Karlstads kommun"), self)
        self.actor.textChanged.connect(guarded(lambda _text: self._offer()))
        self.actor.returnPressed.connect(guarded(self._add))
        self.day = DateField(self)
        self.level = ChoiceField((), empty=tr("Inget valt"))
        self.level.setToolTip("")
        self.level.activated.connect(guarded(lambda _place: self._explain()))
        self.meaning = quiet("", self)
        self.detail = LineField(tr("Till exempel beslut, möte eller förbehåll"), self)
        self.detail.returnPressed.connect(guarded(self._add))
        self.add = QPushButton(tr("Lägg till"), self)
        self.add.clicked.connect(guarded(lambda _=False: self._add()))
        labelled(column, tr("Vem står bakom?"), self.actor)
        labelled(column, tr("När?"), self.day)
        labelled(column, tr("Nivå på samverkanstrappan"), self.level)
        column.addWidget(self.meaning)
        labelled(column, tr("Anteckning"), self.detail)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.add)
        column.addLayout(row)
        self.day.set_value(QDate.currentDate().toString("yyyy-MM-dd"))
        self._explain()

    def _rows(self) -> list[Anchoring]:
        waiting = self._waiting.of(self._objekt_id) if self._waiting is not None else []
        return [*(one for one in self._all if one.objekt_id == self._objekt_id), *waiting]

    def _say_whether_it_waits(self, objekt_id: str) -> None:
        if self._waiting is not None:
            waits = self._waiting.waits_for(objekt_id)
            self.waits.setVisible(waits)
            self.note.setVisible(not waits)

    def _fill(self) -> None:
        rows = self._rows()
        self._say_whether_it_waits(self._objekt_id)
        self.tree.clear()
        for one in reversed(rows):
            item = QTreeWidgetItem(self.tree, [said(one)])
            item.setData(0, ONE, one)
            item.setToolTip(0, tr("Inlagt av {who}").format(who=one.vem) if one.vem else "")
        self.none.setVisible(not rows)
        self.tree.setVisible(bool(rows))
        self._offer()

    def _offer(self) -> None:
        self.remove.setVisible(self.tree.currentItem() is not None and self.tree.topLevelItemCount() > 0)
        if hasattr(self, "add"):
            self.add.setEnabled(bool(self.actor.text().strip()))

    def _explain(self) -> None:
        self.meaning.setText(meaning_of(self.level.value()))
        self.meaning.setVisible(bool(self.meaning.text()))

    def _add(self) -> None:
        actor, level, detail = self.actor.value(), self.level.value(), self.detail.value()
        if not actor:
            return
        self.day.keep()
        day = self.day.value() or QDate.currentDate().toString("yyyy-MM-dd")
        self._write(AnchoringEntry(actor, self._objekt_id, level, detail, day + NOON))
        self.actor.set_value("")
        self.detail.set_value("")
        self.actor.setFocus()

    def _write(self, entry: AnchoringEntry) -> None:
        if self._waiting is not None and self._waiting.waits_for(entry.objekt_id):
            self._waiting.add(entry)
            return
        self._head_edits.write(
            tr("{actor} är tillagd").format(actor=entry.aktor),
            lambda db: db.add_anchoring(entry.aktor, entry.objekt_id, entry.niva, entry.detalj, entry.tid),
            lambda identity: lambda db: db.remove_anchoring(identity),
            adds=True,
        )

    def _remove(self) -> None:
        item = self.tree.currentItem()
        one = item.data(0, ONE) if item is not None else None
        if one is None or not self._may_remove(one):
            return
        if self._waiting is not None and self._waiting.remove(one.forankring_id):
            return
        again = (one.aktor, one.objekt_id, one.niva, one.detalj, one.tid)
        self._head_edits.write(
            tr("{actor} är borttagen").format(actor=one.aktor),
            lambda db: db.remove_anchoring(one.forankring_id),
            lambda _result: lambda db: db.add_anchoring(*again),
        )

    def _may_remove(self, one: Anchoring) -> bool:
        """One's own rows go without asking."""
        if one.vem in ("", settings.author()):
            return True
        text = tr("Raden är inlagd av {who}. Ta bort den ändå?").format(who=one.vem)
        box = QMessageBox(QMessageBox.Icon.Question, tr("Ta bort raden"), text, parent=self)
        yes = box.addButton(tr("Ta bort"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is yes


def said(one: Anchoring) -> str:
    """'Karlstads kommun' and under it when, how and what."""
    names = {level.nummer: level.namn.in_language(settings.language()) for level in ladder()}
    level = f"{one.niva} {names[one.niva]}" if one.niva in names else ""
    return one.aktor + "\n" + " · ".join(part for part in (one.tid[:10], level, one.detalj) if part)


@lru_cache(maxsize=1)
def ladder() -> tuple[Any, ...]:
    """The levels of the ladder of cooperation."""
    from ...catalogue.steps import load_ladder

    return load_ladder()


def levels() -> list[tuple[int, str]]:
    """Number and name of each level, for a list to choose from."""
    return [(one.nummer, f"{one.nummer} {one.namn.in_language(settings.language())}") for one in ladder()]


def fill_levels(field: ChoiceField) -> None:
    """The levels to choose between, each with what it means in its tool tip."""
    field.fill(levels())
    for number in LADDER:
        field.setItemData(field.findData(number), meaning_of(number), Qt.ItemDataRole.ToolTipRole)


def meaning_of(number: Any) -> str:
    """What a level means; '' for none."""
    if not number:
        return ""
    return next((one.betyder.in_language(settings.language()) for one in ladder() if one.nummer == number), "")
