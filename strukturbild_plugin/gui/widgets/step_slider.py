"""A slider over chosen steps, with its value in words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from ..guarded import guarded


@guarded
class StepSlider(QWidget):
    """Goes through `steps` (small to large), evenly however far apart they are."""

    moved = pyqtSignal()

    def __init__(self, steps: Sequence[float], start: float, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._text = tuple(steps), text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, len(self._steps) - 1)
        self.slider.setPageStep(1)
        self.label = QLabel(self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.label.setMinimumWidth(self.label.fontMetrics().horizontalAdvance("00 000 m") + 4)  # sliders stand in line
        row.addWidget(self.slider, 1)
        row.addWidget(self.label)
        self.slider.setValue(min(range(len(self._steps)), key=lambda place: abs(self._steps[place] - start)))
        self._show()
        self.slider.valueChanged.connect(guarded(self._show))
        self.slider.valueChanged.connect(guarded(lambda _value: self.moved.emit()))

    def value(self) -> float:
        """The step it stands at."""
        return float(self._steps[self.slider.value()])

    def _show(self, *_: object) -> None:
        self.label.setText(self._said(self.value()))
        self.slider.setAccessibleName(self.label.text())

    def _said(self, value: float) -> str:
        figure = f"{value:,.0f}".replace(",", " ") if float(value).is_integer() else str(value).replace(".", ",")
        return self._text.format(value=figure)
