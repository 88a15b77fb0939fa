"""The steps of a template: which ones, in what order, and in which words."""

from __future__ import annotations

from dataclasses import replace
from typing import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...catalogue.model import Text
from ...catalogue.steps import MAX_QUESTIONS, MIN_QUESTIONS, StepSpec
from ...i18n import tr
from ..guarded import guarded
from ..widgets.labels import quiet
from ..widgets.steady_scroll_area import SteadyScrollArea

_CODE = Qt.ItemDataRole.UserRole


@guarded
class StepEditor(QWidget):
    """Steps to tick and move to the left, the texts of the chosen one to the right."""

    changed = pyqtSignal()

    def __init__(self, steps: Sequence[StepSpec], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._steps = {step.kod: step for step in steps}
        self._current = ""
        self._filling = False
        self._build()
        for step in steps:
            item = QListWidgetItem(step.namn.in_language(language), self.list)
            item.setData(_CODE, step.kod)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.list.currentItemChanged.connect(guarded(self._show))
        self.list.itemChanged.connect(guarded(lambda _item: self.changed.emit()))
        self.list.setCurrentRow(0)

    def steps(self) -> tuple[StepSpec, ...]:
        """The ticked steps, in order, with their texts as they are now."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(self._steps[item.data(_CODE)] for item in items if item.checkState() == Qt.CheckState.Checked)

    def fault(self) -> str:
        """'' or what has to be mended, in a sentence."""
        chosen = self.steps()
        if not any(step.klasser for step in chosen):
            return tr("Minst ett steg där man ritar måste vara med.")
        for step in chosen:
            name = step.namn.in_language(self._language)
            if not MIN_QUESTIONS <= len(step.fragor) <= MAX_QUESTIONS:
                sentence = tr("Steget ”{name}” behöver {least} till {most} frågor.")
                return sentence.format(name=name or step.kod, least=MIN_QUESTIONS, most=MAX_QUESTIONS)
            if not all(text.sv for text in (step.namn, step.varfor, step.sa_gor_ni, step.resultat)):
                return tr("Steget ”{name}” har ett tomt fält.").format(name=name or step.kod)
        return ""

    def move(self, by: int) -> None:
        """Move the chosen step up (-1) or down (1)."""
        row = self.list.currentRow()
        to = row + by
        if row >= 0 and 0 <= to < self.list.count():
            self.list.insertItem(to, self.list.takeItem(row))
            self.list.setCurrentRow(to)
            self.changed.emit()

    def _build(self) -> None:
        self.list = QListWidget(self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up, self.down = QPushButton(tr("Flytta upp"), self), QPushButton(tr("Flytta ned"), self)
        self.up.clicked.connect(guarded(lambda _=False: self.move(-1)))
        self.down.clicked.connect(guarded(lambda _=False: self.move(1)))
        order = QHBoxLayout()
        order.addWidget(self.up)
        order.addWidget(self.down)
        left = QVBoxLayout()
        text = tr("Bocka ur det som mallen inte behöver. Klasser i ett urbockat steg flyttas till ett annat.")
        left.addWidget(quiet(text, self))
        left.addWidget(self.list, 1)
        left.addLayout(order)
        self.name = QLineEdit(self)
        self.name.textEdited.connect(guarded(lambda _text: self._store_step()))
        self.why, self.how, self.result = (self._paragraph(lines) for lines in (4, 8, 3))
        self.questions = self._paragraph(7)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Namn"), self.name)
        form.addRow(tr("Varför"), self.why)
        form.addRow(tr("Så gör ni"), self.how)
        form.addRow(tr("Att diskutera, en fråga på varje rad"), self.questions)
        form.addRow(tr("Resultat"), self.result)
        inside = QWidget(self)
        inside.setLayout(form)
        scroll = SteadyScrollArea(self)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(18)
        row.addLayout(left, 2)
        row.addWidget(scroll, 3)

    def _paragraph(self, lines: int) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 14)
        field.textChanged.connect(guarded(self._store_step))
        return field

    def _show(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        step = self._steps.get(item.data(_CODE)) if item is not None else None
        if step is None:
            return
        self._current, self._filling = step.kod, True
        said = self._language
        self.name.setText(step.namn.in_language(said))
        self.why.setPlainText(step.varfor.in_language(said))
        self.how.setPlainText(step.sa_gor_ni.in_language(said))
        self.questions.setPlainText("\n".join(one.in_language(said) for one in step.fragor))
        self.result.setPlainText(step.resultat.in_language(said))
        self._filling = False

    def _store_step(self) -> None:
        """Keep what was written."""
        if self._filling or self._current not in self._steps:
            return
        step = self._steps[self._current]
        questions = [line.strip(" -•\t") for line in self.questions.toPlainText().split("\n")]
        before = {one.in_language(self._language): one for one in step.fragor}
        self._steps[step.kod] = replace(
            step,
            namn=self._written(self.name.text(), step.namn),
            varfor=self._written(self.why.toPlainText(), step.varfor),
            sa_gor_ni=self._written(self.how.toPlainText(), step.sa_gor_ni),
            fragor=tuple(before.get(line, self._written(line, Text("", ""))) for line in questions if line),
            resultat=self._written(self.result.toPlainText(), step.resultat),
        )
        item = self.list.currentItem()
        if item is not None and item.data(_CODE) == step.kod:
            item.setText(self.name.text())
        self.changed.emit()

    def _written(self, text: str, before: Text) -> Text:
        """A text rewritten in one language no longer has the other: an old translation would say something else."""
        text = " ".join(text.split())
        if text == before.in_language(self._language):
            return before
        return Text(text, "") if self._language == "sv" else Text(text, text)
