"""Parts of a form: a heading that folds what is under it, and a label over each field."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ..guarded import guarded
from .glossary_label import GlossaryLabel

_FOLDED: dict[str, bool] = {}
"""Which sections the user has folded, as long as QGIS runs."""


@guarded
class FormSection(QWidget):
    """A heading with an arrow; what is put in `column` is shown or folded away."""

    def __init__(self, code: str, title: str, folded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._title, self.folded = code, title, folded
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 6, 0, 0)
        outer.setSpacing(2)
        self.head = QToolButton(self)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setAutoRaise(True)
        self.head.setText(title)
        font = self.head.font()
        font.setBold(True)
        self.head.setFont(font)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(4, 0, 0, 4)
        self.column.setSpacing(2)
        outer.addWidget(self.head)
        outer.addWidget(self.body)
        self.head.clicked.connect(guarded(lambda _=False: self.fold(not self.folded)))
        self._turn(_FOLDED.get(code, folded))

    def say(self, more: str) -> None:
        """What stands after the title, a count for instance."""
        self.head.setText(f"{self._title}  {more}" if more else self._title)

    def add(self, label: str, field: QWidget, tip: str = "") -> GlossaryLabel:
        """A field under its label; the words of the field of planning in it are underlined."""
        return labelled(self.column, label, field, tip)

    def fold(self, folded: bool) -> None:
        """Fold or unfold, and remember it for the next object."""
        _FOLDED[self._code] = folded
        self._turn(folded)

    def unfold(self) -> None:
        """Show what is under it this once."""
        self._turn(False)

    def _turn(self, folded: bool) -> None:
        self.folded = folded
        self.body.setVisible(not folded)
        self.head.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow)


def labelled(column: QVBoxLayout, label: str, field: QWidget, tip: str = "") -> GlossaryLabel:
    """Put a field under its label."""
    said = GlossaryLabel(over_field=True)
    said.say(label)
    said.setContentsMargins(0, 4, 0, 0)
    if tip:
        wrapped = f"<qt>{html.escape(tip)}</qt>"
        said.setToolTip(wrapped)
        field.setToolTip(field.toolTip() or wrapped)
    field.setAccessibleName(label)
    column.addWidget(said)
    column.addWidget(field)
    return said
