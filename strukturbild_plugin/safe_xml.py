"""Whether XML that anybody may have written can be given to a parser that builds a tree of it.

Qt's and Python's trees are walked by recursion, so a file nested thousands deep ends QGIS, and none of them has a
limit of its own. Here it is only read through, without recursion, before anything else has it.
"""

from __future__ import annotations

from typing import Callable, Mapping
from xml.parsers import expat

DEEPEST, MOST_ELEMENTS = 200, 400_000
"""QGIS's own styles and layouts are some twenty deep and have some thousands of elements."""

Seen = Callable[[str, Mapping[str, str]], None]
"""Hears of each element: its name and its attributes."""


class UnsafeXml(ValueError):
    """The text is no XML, declares something, or is deeper or longer than any sound file."""


def read_through(text: str | bytes, seen: Seen | None = None, words: Callable[[str], None] | None = None) -> None:
    """Read `text` to its end, telling `seen` of elements and `words` of text between them. Raises UnsafeXml.

    A bare `<!DOCTYPE name>`, as QGIS writes it, is forgiven; one that declares entities or anything else is not.
    """
    depth = count = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise UnsafeXml("depth" if depth > DEEPEST else "length")
        if seen is not None:
            seen(name, attributes)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declares(*_: object) -> None:
        raise UnsafeXml("declaration")

    def doctype(_name: str, _system: str | None, _public: str | None, has_subset: bool) -> None:
        if has_subset:
            declares()

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = doctype, declares
    if words is not None:
        parser.CharacterDataHandler, parser.buffer_text = words, True
    try:
        parser.Parse(text, True)
    except UnsafeXml:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnsafeXml(str(error)) from error


def is_safe(text: str | bytes) -> bool:
    """Whether `text` is XML that a tree can be built of."""
    try:
        read_through(text)
    except UnsafeXml:
        return False
    return True
