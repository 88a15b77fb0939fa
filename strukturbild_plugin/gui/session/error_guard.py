"""The last net: an error that one of our slots, events or filters lets out becomes a sentence, not a Python window.

Qt hands such errors to `sys.excepthook`, where QGIS shows its own. Only what was called in our code is taken here.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

from ..messages import Messages

OURS = str(Path(__file__).resolve().parents[2])


class Guard:
    """On from when it is made until it is closed. `messages`: messages.Messages."""

    def __init__(self, messages: Messages) -> None:
        self._messages: Messages | None = messages
        self._told: tuple[str, Any] = ("", None)
        """The last fault, and what shows it: one that comes with each movement of the mouse is shown once."""
        self._before, self._hook = sys.excepthook, self._caught
        sys.excepthook = self._hook

    def close(self) -> None:
        """Errors go where they went before."""
        self._messages = None
        if sys.excepthook is self._hook:  # else somebody has put a hook of their own over it: it passes on from now
            sys.excepthook = self._before

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if self._messages is None or trace is None or not isinstance(error, Exception) or not _is_ours(trace):
            self._before(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        if details != self._told[0] or not self._messages.is_shown(self._told[1]):
            self._told = (details, self._messages.failed(error, details))


def _is_ours(trace: TracebackType) -> bool:
    """Whether what Qt called was ours; what we call in turn is ours to answer for."""
    return str(Path(trace.tb_frame.f_code.co_filename).resolve()).startswith(OURS)
