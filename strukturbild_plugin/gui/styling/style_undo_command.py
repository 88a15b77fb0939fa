"""What a strukturbild carries for its look, as a step among the others in QGIS's own undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Optional

from qgis.PyQt import QtGui, QtWidgets

from ...store.styling.custom_style_diff import Key, StyleDiff

# Qt 6 moved the class to QtGui, and compat.py may not know of windows.
_Command: Any = getattr(QtGui, "QUndoCommand", None) or QtWidgets.QUndoCommand

Put = Callable[[Mapping[Key, Optional[bytes]]], None]


class StyleUndoCommand(_Command):
    """Undo and redo of a change that is already in the file. `put` writes one side of it; it may not raise.

    Whoever pushes it on a stack keeps it as well: the stack owns what Qt knows, not the Python in it.
    """

    def __init__(self, text: str, change: StyleDiff, put: Put) -> None:
        super().__init__(text)
        self._change, self._put, self._there = change, put, True

    def redo(self) -> None:
        """Qt's; the first time, when it is pushed, there is nothing to do."""
        if not self._there:
            self._there = True
            self._put(self._change.after)

    def undo(self) -> None:
        """Qt's."""
        self._there = False
        self._put(self._change.before)
