"""`[% … %]` in texts: legends, labels and titles of a layout reckon out what stands between."""

from __future__ import annotations

_START, _END = "[%", "%]"


def without_templates(text: str) -> tuple[str, int]:
    """The text without anything that QGIS would reckon out, and how many times something was removed.

    What is left can make a new one, as in '[[% x %]% y %]'; that goes too.
    """
    kept: list[str] = []  # sign by sign, so that one is taken back without copying the rest
    count, place = 0, 0
    while True:
        joined = kept[-1:] == ["["] and text.startswith("%", place)
        start = place - 1 if joined else text.find(_START, place)
        if start < 0:
            return "".join((*kept, text[place:])), count
        count += 1
        if joined:
            kept.pop()
        else:
            kept.extend(text[place:start])
        end = text.find(_END, start + 2)
        if end < 0:
            return "".join(kept), count
        place = end + 2
