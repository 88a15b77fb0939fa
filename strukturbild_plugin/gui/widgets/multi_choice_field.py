"""Several of a list: what is chosen stands in a sentence, and the ticks come when one asks for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ..guarded import guarded
from .glossary_label import ClickableLabel


@guarded
class MultiChoiceField(QWidget):
    """Ticks among (code, words). Codes that the list lacks are kept."""

    written = pyqtSignal(object)

    def __init__(self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = dict(entries)
        self._kept: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.more = QToolButton(self)
        self.more.setCheckable(True)
        self.more.setText(tr("Välj"))
        self.more.toggled.connect(guarded(self._unfold))
        row.addWidget(self.said, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.box = QWidget(self)
        ticks = QVBoxLayout(self.box)
        ticks.setContentsMargins(8, 0, 0, 4)
        ticks.setSpacing(1)
        self.ticks: dict[str, QCheckBox] = {}
        self._words: dict[str, QWidget] = {}
        for code, text in entries:
            self.ticks[code], self._words[code] = self._tick(text, ticks)
        column.addWidget(self.box)
        self._unfold(False)
        self.set_value(())

    def explain(self, tips: Mapping[str, str]) -> None:
        """What is to be known of a choice when the mouse rests on it, by its code."""
        for code, tick in self.ticks.items():
            tick.setToolTip(tips.get(code, ""))
            self._words[code].setToolTip(tips.get(code, ""))

    def set_value(self, value: Any) -> None:
        """Show these codes (a tuple)."""
        self._kept = tuple(value or ())
        for code, tick in self.ticks.items():
            tick.setChecked(code in self._kept)
        chosen = [self._texts.get(code, code) for code in self._kept]
        self.said.setText(", ".join(chosen) or tr("Inget valt"))

    def value(self) -> tuple[str, ...]:
        """The codes: unknown ones first, then as in the list."""
        unknown = tuple(code for code in self._kept if code not in self.ticks)
        return (*unknown, *(code for code, tick in self.ticks.items() if tick.isChecked()))

    def dirty(self) -> bool:
        """Never for long: a tick is told at once."""
        return set(self.value()) != set(self._kept)

    def keep(self) -> None:
        """Tell what is ticked."""
        if self.dirty():
            chosen = self.value()
            self.set_value(chosen)
            self.written.emit(chosen)

    def setAccessibleName(self, name: str) -> None:
        """Qt's: the button is what is reached by keys."""
        super().setAccessibleName(name)
        self.more.setAccessibleName(name)

    def _tick(self, text: str, ticks: QVBoxLayout) -> tuple[QCheckBox, QWidget]:
        """A tick whose words wrap, and can be clicked too."""
        tick, said, row = QCheckBox(self.box), ClickableLabel(self.box), QHBoxLayout()
        tick.setAccessibleName(text)
        row.setSpacing(6)
        tick.clicked.connect(guarded(lambda _on: self.keep()))
        said.setText(text)
        said.clicked.connect(guarded(tick.click))
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        ticks.addLayout(row)
        return tick, said

    def _unfold(self, shown: bool) -> None:
        self.box.setVisible(shown)
        self.more.setText(tr("Klar") if shown else tr("Välj"))
