"""Reads XML from others, under limits and without declarations, and writes it again.

Qt's and Python's trees are walked by recursion and have no limit of their own, so a file nested thousands deep ends
QGIS. Here expat stops at the limit, before there is a tree of more. It also judges the encoding: declarations are found
in what it has read, never in the bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Iterator, Mapping, cast
from xml.etree import ElementTree
from xml.parsers import expat

from ..i18n import tr
from .content import OTHER, Clean, ContentError, Removed, fault


@dataclass(frozen=True)
class Limits:
    """The most that is read of a file: bytes, nested elements, elements in all."""

    size: int
    depth: int
    elements: int


MAX_LIMITS = Limits(200_000_000, 200, 400_000)
"""QGIS's own styles and layouts are some twenty deep and have some thousands of elements."""


class Element(ElementTree.Element):
    """An element that knows its line. Names are '{namespace}name'."""

    line: int = 0


def children(element: ElementTree.Element) -> Iterator[Element]:
    """The elements right in one that was read."""
    return iter(cast("list[Element]", list(element)))


def elements(element: ElementTree.Element) -> Iterator[Element]:
    """The element and all its descendants, in document order."""
    return cast("Iterator[Element]", element.iter())


_HARMLESS_INSTRUCTIONS = frozenset(("xpacket",))
"""Adobe's programs put this around what they know of a picture; it asks nothing of anybody."""


@dataclass(frozen=True)
class Document:
    """What was read. `instructions`: line and target of each instruction to other programs."""

    root: Element
    instructions: tuple[tuple[int, str], ...] = ()

    def removed(self) -> tuple[Removed, ...]:
        """The instructions, which are never kept."""
        sentence = tr("Filen har en anvisning till andra program ({name}). Spara om filen utan den.")
        what = tr("en anvisning till andra program")
        return tuple(
            Removed(OTHER, what, sentence.format(name=name[:40]), line, harmful=True)
            for line, name in self.instructions
            if name not in _HARMLESS_INSTRUCTIONS
        )


def read(content: bytes | str, limits: Limits = MAX_LIMITS) -> Document:
    """Parse XML within `limits`. Raises ContentError when it is no XML, declares anything, or exceeds the limits.

    A bare `<!DOCTYPE name>`, as QGIS and older drawing programs write it, is passed over: it declares nothing.
    """
    if len(content) > limits.size:
        sentence = tr("Filen är större än {n} MB. Spara den enklare eller mindre.")
        raise ContentError([fault(sentence.format(n=max(1, limits.size // 1_000_000)))])
    return _XmlReader(limits).read(content)


def clean(content: bytes, limits: Limits = MAX_LIMITS) -> Clean:
    """Any XML without declarations, instructions and comments. Raises ContentError."""
    document = read(content, limits)
    return Clean(write(document.root), document.removed())


def write(root: ElementTree.Element) -> bytes:
    """The tree as an XML file in UTF-8; read again it is the same tree, with every line break as it was."""
    parts: list[str] = []
    _write(root, parts.append, {})
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{"".join(parts)}\n'.encode()


def _write(element: ElementTree.Element, put: Callable[[str], None], prefixes: Mapping[str, str]) -> None:
    names = [element.tag, *element.attrib]
    new = {name[1:].partition("}")[0] for name in names if name.startswith("{")} - {*prefixes, _XML}
    known = {**prefixes, **{space: f"n{len(prefixes) + place}" for place, space in enumerate(sorted(new))}}
    tag = _prefixed(element.tag, known)
    put(f"<{tag}")
    for space in sorted(new):
        put(f' xmlns:{known[space]}="{_escaped(space)}"')
    for name, value in element.attrib.items():
        put(f' {_prefixed(name, known)}="{_escaped(value)}"')
    if not len(element) and not element.text:
        put("/>")
        return
    put(">")
    put(_escaped(element.text or ""))
    for child in element:
        _write(child, put, known)
        put(_escaped(child.tail or ""))
    put(f"</{tag}>")


_XML = "http://www.w3.org/XML/1998/namespace"
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
_ESCAPED = re.compile('[&<>"\r\n\t]')


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)


def _prefixed(name: str, prefixes: Mapping[str, str]) -> str:
    if not name.startswith("{"):
        return name
    space, _brace, local = name[1:].partition("}")
    return f"{'xml' if space == _XML else prefixes[space]}:{local}"


class _XmlReader:
    """Builds the tree while expat reads, and stops at the first thing that may not be."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: list[Element] = []
        self._root: Element | None = None
        self._last: Element | None = None
        self._count = 0
        self._instructions: list[tuple[int, str]] = []

    def read(self, content: bytes | str) -> Document:
        parser = self._parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.ProcessingInstructionHandler = self._text, self._instruction
        parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = self._doctype, self._declares
        parser.SkippedEntityHandler = self._declares
        try:
            parser.Parse(content, True)
        except ContentError:
            raise
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise self._fault(_unreadable()) from error
        if self._root is None:
            raise self._fault(_unreadable())
        return Document(self._root, tuple(self._instructions))

    def _fault(self, sentence: str) -> ContentError:
        return ContentError([fault(sentence, self._parser.CurrentLineNumber)])

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= self._limits.depth or self._count > self._limits.elements:
            raise self._fault(
                tr("Filen är större eller djupare än en sådan fil brukar vara. Förenkla den och spara om den.")
            )
        element = Element(_full(name), {_full(key): value for key, value in attributes.items()})
        element.line = self._parser.CurrentLineNumber
        if self._open:
            self._open[-1].append(element)
        else:
            self._root = element
        self._open.append(element)
        self._last = None

    def _end(self, _name: str) -> None:
        self._last = self._open.pop()

    def _text(self, text: str) -> None:
        if self._last is not None:
            self._last.tail = (self._last.tail or "") + text
        elif self._open:
            self._open[-1].text = (self._open[-1].text or "") + text

    def _instruction(self, target: str, _data: str) -> None:
        self._instructions.append((self._parser.CurrentLineNumber, target))

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: bool) -> None:
        if has_subset:
            self._declares()

    def _declares(self, *_: object) -> None:
        raise self._fault(
            tr("Filen har egna förkortningar (ENTITY eller DOCTYPE), och sådana läses inte. Spara om den utan dem.")
        )


def _full(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _unreadable() -> str:
    return tr("Filen går inte att läsa som XML. Spara om den från programmet som den gjordes i.")
