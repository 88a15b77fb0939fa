"""Takes paths of nothing out of a PDF's drawing: QGIS draws the halo of each letter along a line, that of a blank too.

Qt writes such a path as "close, fill" with nothing before. It shows nothing, and readers complain of it.
"""

from __future__ import annotations

import re
from typing import Any, Iterator

_DRAWN = re.compile(rb"\nh (?:[fFBb]\*?|[Ss])(?=\r?\n)")
"""A line that closes a path and draws it."""
_OF_A_PATH = frozenset((b"m", b"l", b"c", b"v", b"y", b"h", b"re"))
"""The operators that a line of a path ends with (ISO 32000-1, table 59)."""


def drop_empty_paths(writer: Any) -> None:
    """Take them out of every page of a writer (pypdf)."""
    for page in writer.pages:
        for stream in _streams(page):
            data = stream.get_data()
            tidy = without_empty_paths(data)
            if tidy != data:
                stream.set_data(tidy)


def without_empty_paths(drawing: bytes) -> bytes:
    """The same drawing without them."""
    kept, end = [], 0
    for drawn in _DRAWN.finditer(drawing):
        before = drawing[drawing.rfind(b"\n", 0, drawn.start()) + 1 : drawn.start()].rstrip()
        if before[before.rfind(b" ") + 1 :] not in _OF_A_PATH:
            kept.append(drawing[end : drawn.start()])
            end = drawn.end()
    return b"".join((*kept, drawing[end:])) if kept else drawing


def _streams(page: Any) -> Iterator[Any]:
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    if isinstance(contents, list):
        yield from (each.get_object() for each in contents)
    elif contents is not None:
        yield contents
