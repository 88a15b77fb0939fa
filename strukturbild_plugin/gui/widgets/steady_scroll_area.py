"""A scroll area whose content may be of another height after each change of its width."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QScrollArea, QWidget

from ..guarded import guarded


@guarded
class SteadyScrollArea(QScrollArea):
    """Takes one size for an answer.

    Qt's own gives its content a size while the content is still being given one. With content that fits without a
    scroll bar, but not in the width that is left beside one, it never comes to an end: the stack runs full.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sizing = False
        super().__init__(parent)
        self.setWidgetResizable(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: what happens to the content."""
        if event.type() != QEvent.Type.Resize:
            return bool(super().eventFilter(watched, event))
        if self._sizing:
            return False
        self._sizing = True
        try:
            return bool(super().eventFilter(watched, event))
        finally:
            self._sizing = False
