"""What was drawn and could not be taken: it waits in its tool until it is taken, or Esc lays it down."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from qgis.PyQt.QtCore import pyqtBoundSignal

from .draw_mode import DrawMode

Shape = TypeVar("Shape")


class _Host(Protocol):
    """Knows which strukturbild is drawn in, and shows what the tool says."""

    @property
    def strukturbild_id(self) -> str: ...

    @property
    def tool_changed(self) -> pyqtBoundSignal: ...


class WaitingShape(Generic[Shape]):
    """Keeps one shape, for the strukturbild and the purpose (what the tool was drawing) it was drawn for."""

    def __init__(self, tools: _Host) -> None:
        self._tools = tools
        self._shape: Shape | None = None
        self._where = ("", "")
        self.draw_mode: DrawMode | None = None
        """What the pen drew that drew it; None for a tool that does something with what is chosen."""

    def keep(self, shape: Shape, purpose: str, draw_mode: DrawMode | None) -> None:
        """Let this wait, and nothing else."""
        self._shape, self._where, self.draw_mode = shape, (self._tools.strukturbild_id, purpose), draw_mode
        self._tools.tool_changed.emit()

    def here(self, purpose: str) -> Shape | None:
        """What waits for this purpose in the strukturbild that is open."""
        return self._shape if self._where == (self._tools.strukturbild_id, purpose) else None

    def anywhere(self) -> bool:
        """Whether something waits in the strukturbild that is open, whatever for."""
        return self._shape is not None and self._where[0] == self._tools.strukturbild_id

    def forget(self) -> None:
        """It was taken, or is not wanted any more."""
        if self._shape is not None:
            self._shape = None
            self._tools.tool_changed.emit()
