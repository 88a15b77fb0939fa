"""Tells in a sentence what a slot, an event or a filter of ours could not do.

Guarded code (guarded.py) says it by itself. What fails in code of ours that is not guarded, in other rooms than gui,
Qt hands to `sys.excepthook`, where QGIS shows a window of its own; what was called in our code is taken there too.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, cast

from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from ...errors import StrukturbildError
from ..error_report import error_trail
from ..guarded import guarded, listen, stop_listening
from ..messages import Messages

OURS = str(Path(__file__).resolve().parents[2])
_UNASKED = re.compile(
    r"paint\w*|event|data|heightForWidth|\w*(Move|Hint|Rect|Filter)\w*|hover\w+|moved"
    r"|(resize|show|hide|change|wheel|enter|leave|focusIn|focusOut)Event|_(tick|slice|fit|place|check_offers)"
)
"""What is called over and over without the user asking for anything: an error there is told once."""


@guarded
class Guard(QObject):
    """On from when it is made until it is closed. `messages`: messages.Messages."""

    _raised_elsewhere = pyqtSignal(object, str)

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages: Messages | None = messages
        self._shown: dict[tuple[str, ...], Any] = {}
        """Each error that has been told, and what shows it."""
        self._before, self._hook = sys.excepthook, self._caught
        sys.excepthook = self._hook
        listen(self.tell)
        self._raised_elsewhere.connect(guarded(self.tell))

    def close(self) -> None:
        """Errors go where they went before."""
        self._messages = None
        stop_listening(self.tell)
        if sys.excepthook is self._hook:  # else somebody has put a hook of their own over it: it passes on from now
            sys.excepthook = self._before

    def tell(self, error: Exception, action: str = "") -> bool:
        """Say it once: again only when the user has seen it off and asks for the same again."""
        if self._messages is None:
            return False
        if QThread.currentThread() != self.thread():  # the bar belongs to the main thread
            self._raised_elsewhere.emit(error, action)
            return True
        key = (str(error) if isinstance(error, StrukturbildError) else "", *error_trail(error))
        shown = self._shown.get(key)
        if key in self._shown and (
            shown is None or _UNASKED.fullmatch(action.split(".")[-1]) or self._messages.is_shown(shown)
        ):
            return True
        self._shown[key] = None  # showing it may paint, and fail, anew
        self._shown[key] = self._messages.failed(error, action=action)
        return True

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        ours = trace is not None and isinstance(error, Exception) and _is_ours(trace)
        if not (ours and trace and self.tell(cast(Exception, error), trace.tb_frame.f_code.co_name)):
            self._before(kind, error, trace)


def _is_ours(trace: TracebackType) -> bool:
    """Whether what Qt called was ours; what we call in turn is ours to answer for."""
    return str(Path(trace.tb_frame.f_code.co_filename).resolve()).startswith(OURS)
