"""The goals of one object: what it contributes to, how much and why."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from . import goal_links
from .look import quiet
from .studio import Studio
from .wrapping import Wrapping

TIE = Qt.ItemDataRole.UserRole


def contributions() -> tuple[tuple[int, str], ...]:
    """What a contribution is called, the strongest first."""
    return (
        (2, tr("Stödjer starkt")),
        (1, tr("Stödjer")),
        (0, tr("Varken eller")),
        (-1, tr("Motverkar i någon mån")),
        (-2, tr("Står i konflikt")),
    )


class GoalPanel(QWidget):
    """Ties listed; one is chosen and changed."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._objekt_id = studio, ""
        self._goals: dict[str, Any] = {}
        column = QVBoxLayout(self)
        self.add = QComboBox(self)
        self.add.setObjectName("strukturbild_koppla")
        self.add.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.add.setMinimumContentsLength(16)
        self.add.activated.connect(self._tie)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        Wrapping(self.tree)
        self.tree.currentItemChanged.connect(lambda _item, _before: self._show_tie())
        self.none = quiet(tr("Inte kopplat till något mål än."), self)
        self.bidrag = QComboBox(self)
        for number, words in contributions():
            self.bidrag.addItem(words, number)
        self.bidrag.activated.connect(lambda _place: self._change())
        self.why = QLineEdit(self)
        self.why.setPlaceholderText(tr("Varför? En mening"))
        self.why.editingFinished.connect(self._change)
        self.remove = QPushButton(tr("Ta bort kopplingen"), self)
        self.remove.clicked.connect(lambda _=False: self._untie())
        column.addWidget(self.add)
        column.addWidget(self.none)
        column.addWidget(self.tree, 1)
        for widget in (self.bidrag, self.why, self.remove):
            column.addWidget(widget)

    def show_goals(self, goals: Any) -> None:
        """All the goals of the strukturbild."""
        self._goals = {goal.mal_id: goal for goal in goals}
        self._fill()

    def show_object(self, objekt_id: str) -> None:
        """Whose ties to show."""
        self._objekt_id = objekt_id
        self._fill()

    def _fill(self) -> None:
        desk = self._studio.desk
        there = desk is not None and bool(self._objekt_id) and desk.objects.get(self._objekt_id) is not None
        ties = goal_links.ties_of(desk, self._objekt_id) if desk is not None and there else ()
        chosen = self._tie_chosen()
        words = dict(contributions())
        self.tree.blockSignals(True)
        self.tree.clear()
        for one in ties:
            why = f" – {one.motivering}" if one.motivering else ""
            item = QTreeWidgetItem(self.tree, [f"{self._title(one.mal_id)}\n{words.get(one.bidrag, '')}{why}"])
            item.setData(0, TIE, one)
            if chosen is None or chosen.mal_id == one.mal_id:
                self.tree.setCurrentItem(item)
        self.tree.blockSignals(False)
        self.none.setVisible(not ties)
        self.tree.setVisible(bool(ties))
        tied = {one.mal_id for one in ties}
        self.add.clear()
        self.add.addItem(tr("Koppla till ett mål…"), "")
        for mal_id in self._goals:
            if mal_id not in tied:
                self.add.addItem(self._title(mal_id), mal_id)
                self.add.setItemData(self.add.count() - 1, self._title(mal_id), Qt.ItemDataRole.ToolTipRole)
        self.add.setEnabled(there)
        self._show_tie()

    def _title(self, mal_id: str) -> str:
        goal = self._goals.get(mal_id)
        return " ".join(part for part in (goal.kod, goal.titel) if part) if goal is not None else mal_id

    def _tie_chosen(self) -> Any:
        item = self.tree.currentItem()
        return item.data(0, TIE) if item is not None else None

    def _show_tie(self) -> None:
        one = self._tie_chosen()
        for widget in (self.bidrag, self.why, self.remove):
            widget.setVisible(one is not None)
        if one is not None:
            self.bidrag.setCurrentIndex(self.bidrag.findData(one.bidrag))
            self.why.setText(one.motivering)

    def _tie(self, place: int) -> None:
        mal_id, desk = self.add.itemData(place), self._studio.desk
        if mal_id and desk is not None:
            self._studio.attempt(lambda: goal_links.tie(desk, self._objekt_id, mal_id))
            self._fill()

    def _change(self) -> None:
        one, desk = self._tie_chosen(), self._studio.desk
        if one is not None and desk is not None:
            number, why = self.bidrag.currentData(), self.why.text().strip()
            self._studio.attempt(lambda: goal_links.change(desk, one, number, why))
            self._fill()

    def _untie(self) -> None:
        one, desk = self._tie_chosen(), self._studio.desk
        if one is not None and desk is not None:
            self._studio.attempt(lambda: goal_links.untie(desk, one))
            self._fill()
