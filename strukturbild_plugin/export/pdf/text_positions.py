"""Where the texts of a PDF page stand, read from the drawing: to find those that ran out over the edge.

Follows only what moves text (q, Q, cm, Tm, Td), which is enough for what Qt writes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Iterator

from .reader import font_name, page_drawing

_NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)"
_SIX = rb"\s+".join([rb"(" + _NUMBER + rb")"] * 6)
_STEP = re.compile(rb"(?:q(?<=\sq)|Q(?<=\sQ)|cm(?<=\scm)|BT(?<=\sBT)\s.*?\sET)(?=\s)", re.DOTALL)
"""Begins with letters, and not with the numbers before a `cm`: of those a map has a hundred times more."""
_MAX_MATRIX_BYTES = 200
_MATRIX_END = re.compile(rb"(?<=\s)" + _SIX + rb"\s+\Z")
_IN_TEXT = re.compile(
    _SIX + rb"\s+Tm|(" + _NUMBER + rb")\s+(" + _NUMBER + rb")\s+Td|/(?P<font>\S+)\s+" + _NUMBER + rb"\s+Tf"
    rb"|<(?P<shown>[0-9A-Fa-f\s]*)>\s*Tj"
)
_TOLERANCE_PT = 1.5
"""Points outside the page that are forgiven: the rounding of a page to whole points, and the hair of a letter."""
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class TextPlace:
    """A piece of text and where its letters start, in points from the lower left corner."""

    font: str
    codes: tuple[str, ...]
    """The shown codes, as hexadecimal."""
    points: tuple[tuple[float, float], ...]


def texts_outside(reader: Any) -> tuple[str, ...]:
    """The texts of a PDF (from `open_pdf`) that have a letter outside the trimmed page, each once."""
    found: dict[str, None] = {}
    for page in reader.pages:
        box = page.trimbox
        left, lower, right, upper = (float(side) for side in (box.left, box.bottom, box.right, box.top))
        letters = _letters(page)
        for place in text_places(page):
            inside = all(
                left - _TOLERANCE_PT <= x <= right + _TOLERANCE_PT
                and lower - _TOLERANCE_PT <= y <= upper + _TOLERANCE_PT
                for x, y in place.points
            )
            if not inside:
                known = letters.get(place.font, {})
                shown_text = " ".join("".join(known.get(code, "?") for code in place.codes).split())
                if shown_text:
                    found[shown_text] = None
    return tuple(found)


def shown_by_font(reader: Any) -> dict[str, dict[str, str]]:
    """By the names of the fonts of a PDF (from `open_pdf`): the codes that the pages show in them, and the letter of
    each, '' when not known.
    """
    found: dict[str, dict[str, str]] = {}
    for page in reader.pages:
        fonts = (page.get("/Resources") or {}).get("/Font") or {}
        letters = _letters(page)
        for place in text_places(page):
            if place.font in fonts:
                known = letters.get(place.font, {})
                shown = found.setdefault(font_name(fonts[place.font]), {})
                shown.update((code, known.get(code, "")) for code in place.codes)
    return found


def text_places(page: Any) -> Iterator[TextPlace]:
    """Every text object of the page."""
    data = page_drawing(page)
    matrix: _Matrix = _IDENTITY
    saved: list[_Matrix] = []
    for step in _STEP.finditer(data):
        found = step[0]
        if found == b"q":
            saved.append(matrix)
        elif found == b"Q":
            matrix = saved.pop() if saved else _IDENTITY
        elif found != b"cm":
            yield from _texts(found, matrix)
        else:
            numbers = _MATRIX_END.search(data, max(0, step.start() - _MAX_MATRIX_BYTES), step.start())
            if numbers:
                matrix = _multiply(_matrix(numbers.groups()), matrix)


def _texts(data: bytes, matrix: _Matrix) -> Iterator[TextPlace]:
    line: _Matrix = _IDENTITY
    font, codes, points = "", [], []
    for step in _IN_TEXT.finditer(data):
        groups = step.groups()
        if groups[0] is not None:
            line = _matrix(groups[:6])
        elif groups[6] is not None:
            line = _multiply((1.0, 0.0, 0.0, 1.0, float(groups[6]), float(groups[7])), line)
        elif step["font"]:
            font = step["font"].decode("latin-1")
        elif step["shown"] is not None:
            placed = _multiply(line, matrix)
            codes += re.findall("....", step["shown"].decode("ascii").replace("\n", "").replace(" ", ""))
            points.append((placed[4], placed[5]))
    if points:
        yield TextPlace(f"/{font}", tuple(code.upper() for code in codes), tuple(points))


def _letters(page: Any) -> dict[str, dict[str, str]]:
    """By font name, which letters its codes are (from ToUnicode)."""
    fonts = (page.get("/Resources") or {}).get("/Font") or {}
    return {name: _read_map(fonts[name]) for name in fonts}


def _read_map(font: Any) -> dict[str, str]:
    stream = font.get("/ToUnicode")
    if stream is None:
        return {}
    text = stream.get_data().decode("latin-1")
    found: dict[str, str] = {}
    for start, end, first in re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>", text):
        for step in range(int(end, 16) - int(start, 16) + 1):
            found[f"{int(start, 16) + step:04X}"] = chr(int(first, 16) + step)
    for block in re.findall(r"<([0-9A-Fa-f]{4})>\s*<[0-9A-Fa-f]{4}>\s*\[([^\]]*)\]", text):
        for step, letter in enumerate(re.findall(r"<([0-9A-Fa-f]{4})", block[1])):
            found[f"{int(block[0], 16) + step:04X}"] = chr(int(letter, 16))
    for code, letter in re.findall(r"(?m)^<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*$", text):
        found[code.upper()] = chr(int(letter, 16))
    return found


def _matrix(values: Any) -> _Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def _multiply(one: _Matrix, other: _Matrix) -> _Matrix:
    """First `one`, then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
