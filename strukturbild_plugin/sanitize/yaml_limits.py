"""Limits on YAML files from others, held before anything is built of them.

Only PyYAML's parser is used, in C where it is there (ten times as quick), and never a constructor: what comes out is
texts, lists and mappings. References, tags and several documents are refused, and so is what is too large, too deep or
too much; the text after that point is not read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any, Iterator

from ..i18n import tr

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
"""Lists and mappings in each other. Twelve levels of goals are 25."""
MAX_NODES = 100_000
"""Keys, texts, lists and mappings."""
MAPPING, LIST, END, TEXT, NOTHING = "mapping", "list", "end", "text", "nothing"
_NULLS = ("", "~", "null", "Null", "NULL")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
"""A new line to YAML, but to no editor: they are not counted in the lines told."""


YamlEvent = tuple[str, int, str]
"""One step through a file: its kind (MAPPING, LIST, END, TEXT, NOTHING), its line as an editor counts from 1 (0 for
END), and the text as written: `0180`, `1.0` and `nej` are not interpreted. No class: there is one for every word."""


class YamlRefused(Exception):
    """The file cannot be read further; `str(error)` says why and what to do. `line` is 0 when it is the whole file."""

    def __init__(self, what: str, line: int = 0) -> None:
        super().__init__(what)
        self.line = line


def yaml_events(content: bytes) -> Iterator[YamlEvent]:
    """Parse YAML event by event. Raises YamlRefused at the first thing that is no YAML or exceeds the limits."""
    import yaml

    text = _text_of(content)
    limits = _Limits(text)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            known = limits.checked(event)
            if known is not None:
                yield known
    except yaml.YAMLError as error:
        raise _syntax_fault(error, limits) from error


def _text_of(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise YamlRefused(
            tr("Filen är större än {n} MB. Den ska vara en kort text; är det rätt fil?").format(
                n=MAX_BYTES // 1_000_000
            )
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise YamlRefused(tr("Filen är inte sparad som UTF-8. Spara om den med kodningen UTF-8."), line) from error
    hidden = _UNPRINTABLE.search(text)
    if hidden is not None:
        sign = f"U+{ord(hidden.group()):04X}"
        line = len(re.findall(r"\r\n|\r|\n", text[: hidden.start()])) + 1
        raise YamlRefused(tr("Raden har ett tecken som inte syns ({sign}). Ta bort det.").format(sign=sign), line)
    return text


class _Limits:
    """Counts through the parser's events."""

    def __init__(self, text: str) -> None:
        self._odd_breaks = [found.start() for found in _ODD_LINE_BREAKS.finditer(text)]
        self._text = text
        self._depth = self._nodes = self._documents = 0

    def line(self, mark: Any) -> int:
        """The line of a mark, as an editor counts."""
        line = int(mark.line) + 1
        return line - bisect_left(self._odd_breaks, mark.index) if self._odd_breaks else line

    def last_line(self) -> int:
        """The last line there is."""
        return len(re.findall(r"\r\n|\r|\n", self._text)) + 1

    def checked(self, event: Any) -> YamlEvent | None:
        """The event if it is within the limits; None for one that says nothing."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._count(event)
            empty = event.implicit[0] and event.value in _NULLS
            return NOTHING if empty else TEXT, self.line(event.start_mark), event.value
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._count(event)
            self._depth += 1
            if self._depth > MAX_DEPTH:
                sentence = tr("Filen är nästlad i fler än {n} nivåer. Flytta ut det innersta.")
                raise self._refused(event, sentence.format(n=MAX_DEPTH))
            return MAPPING if kind == "MappingStartEvent" else LIST, self.line(event.start_mark), ""
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._depth -= 1
            return END, 0, ""
        if kind == "AliasEvent":
            raise self._reference(event)
        if kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                raise self._refused(event, tr("Filen innehåller flera dokument (---). Dela den i flera filer."))
        return None

    def _count(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._refused(event, tr("Filen har fler än {n} värden. Är det rätt fil?").format(n=MAX_NODES))
        if event.anchor is not None:
            raise self._reference(event)
        if event.tag is not None and event.tag != "!":
            tag = " ".join(str(event.tag)[:60].split())
            raise self._refused(event, tr("Taggar som '{tag}' används inte här. Ta bort den.").format(tag=tag))

    def _reference(self, event: Any) -> YamlRefused:
        sentence = tr("Hänvisningar med & och * används inte här. Skriv ut texten på varje plats.")
        return self._refused(event, sentence)

    def _refused(self, event: Any, what: str) -> YamlRefused:
        return YamlRefused(what, self.line(event.start_mark))


def _syntax_fault(error: Any, limits: _Limits) -> YamlRefused:
    """Where the parser stopped, and the usual reasons: its own words help no planner."""
    mark = getattr(error, "problem_mark", None)
    line = min(limits.line(mark), limits.last_line()) if mark is not None else 0
    reason = str(getattr(error, "problem", ""))
    if "\t" in reason or "start any token" in reason:
        return YamlRefused(tr("Raden är indragen med tabb eller börjar med ett tecken som behöver citattecken."), line)
    return YamlRefused(
        tr(
            "Texten går inte att läsa som YAML. Titta på raden och den före: fel indrag, ett saknat kolon, ett "
            "citattecken som inte avslutas, eller en text med kolon som behöver citattecken."
        ),
        line,
    )
