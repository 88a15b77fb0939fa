"""Reads a YAML file that anybody may have written, as plain text values with line numbers.

Only the parser of PyYAML is used, never a constructor: nothing in a file can become anything but mappings, lists and
texts. Values stay as they were written (`0180`, `1.0`, `nej`); `validate.Fields` decides what each place should hold,
so a planner never meets YAML's own ideas about numbers, dates and yes/no.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator

from ..i18n import tr
from ..safe_yaml import events
from .validate import Problems, SourceLocation

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_VALUES = 50_000
_EMPTY = ("", "~", "null")


class YamlBlock(dict):  # type: ignore[type-arg]
    """A mapping from a file; `rad` is the line it starts on (0 when it did not come from a text file)."""

    rad = 0


class _Unreadable(Exception):
    """The rest of the file is not worth reading; the problem is already noted."""


def read_yaml(path: Path, name: str, problems: Problems) -> YamlBlock | None:
    """The top mapping of the file, or None when nothing could be read. Faults go to `problems` under `name`."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        problems.add(SourceLocation(name), tr("Filen finns inte eller går inte att läsa."))
        return None
    return read_yaml_bytes(content, name, problems)


def read_yaml_bytes(content: bytes, name: str, problems: Problems) -> YamlBlock | None:
    """The same of what a file holds."""
    place = SourceLocation(name)
    text = _text_of(content, place, problems)
    if text is None:
        return None
    import yaml

    try:
        top = _Builder(place, problems).build(events(text))
    except _Unreadable:
        return None
    except yaml.YAMLError as error:
        problems.add(*_syntax_problem(error, place))
        return None
    if not isinstance(top, YamlBlock):
        problems.add(place, tr("Filen är tom eller börjar inte med rubriker av slaget 'klasser:'."))
        return None
    return top


def _text_of(content: bytes, place: SourceLocation, problems: Problems) -> str | None:
    if len(content) > MAX_BYTES:
        problems.add(place, tr("Filen är större än 1 MB. En katalogfil är en kort text; är det rätt fil?"))
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.add(place, tr("Filen är inte sparad som UTF-8. Spara om den med kodningen UTF-8."))
        return None


def _syntax_problem(error: Any, place: SourceLocation) -> tuple[SourceLocation, str]:
    """Where the parser stopped, and the usual reasons: its own words help no planner."""
    mark = getattr(error, "problem_mark", None)
    where = place.line(mark.line + 1) if mark is not None else place
    if "\t" in str(getattr(error, "problem", "")) or "start any token" in str(getattr(error, "problem", "")):
        return where, tr("Raden är indragen med tabb eller börjar med ett tecken som behöver citattecken.")
    return where, tr(
        "Texten går inte att läsa som YAML. Titta på raden och den före: fel indrag, ett saknat kolon, ett citattecken "
        "som inte avslutas, eller en text med kolon som behöver citattecken."
    )


@dataclass
class _Frame:
    value: Any
    """The Block or list being filled."""
    key: str | None = None
    """The key waiting for its value, when `value` is a Block."""
    skip: bool = False
    """True when the key was a repetition: its value is read past."""
    seen: dict[str, int] = field(default_factory=dict)
    """Line of each key."""


class _Builder:
    """Builds values from the parser's events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, place: SourceLocation, problems: Problems) -> None:
        self._place, self._problems = place, problems
        self._frames: list[_Frame] = []
        self._top: Any = None
        self._count = 0
        self._documents = 0

    def build(self, events: Iterator[Any]) -> Any:
        """The one value of the document."""
        for event in events:
            handler = getattr(self, "_on_" + type(event).__name__, None)
            if handler is not None:
                handler(event)
        return self._top

    def _on_DocumentStartEvent(self, event: Any) -> None:  # noqa: N802 - the parser's event name
        self._documents += 1
        if self._documents > 1:
            self._stop(event, tr("Filen innehåller flera dokument (---). Dela den i flera filer."))

    def _on_AliasEvent(self, event: Any) -> None:  # noqa: N802
        self._stop(event, tr("Hänvisningar med & och * används inte här. Skriv ut texten på varje plats."))

    def _on_ScalarEvent(self, event: Any) -> None:  # noqa: N802
        self._refuse_tag(event)
        frame = self._frames[-1] if self._frames else None
        if frame is not None and isinstance(frame.value, YamlBlock) and frame.key is None:
            self._take_key(frame, event)
            return
        empty = event.implicit[0] and event.value in _EMPTY
        self._put(event, None if empty else event.value)

    def _on_MappingStartEvent(self, event: Any) -> None:  # noqa: N802
        block = YamlBlock()
        block.rad = _line(event)
        self._open(event, block)

    def _on_SequenceStartEvent(self, event: Any) -> None:  # noqa: N802
        self._open(event, [])

    def _on_MappingEndEvent(self, _event: Any) -> None:  # noqa: N802
        self._frames.pop()

    def _on_SequenceEndEvent(self, _event: Any) -> None:  # noqa: N802
        self._frames.pop()

    def _open(self, event: Any, value: Any) -> None:
        self._refuse_tag(event)
        if len(self._frames) >= MAX_DEPTH:
            self._stop(event, tr("Filen är nästlad i fler än {n} nivåer.").format(n=MAX_DEPTH))
        frame = self._frames[-1] if self._frames else None
        if frame is not None and isinstance(frame.value, YamlBlock) and frame.key is None:
            self._stop(event, tr("En rubrik får bara vara en text."))
        self._put(event, value)
        self._frames.append(_Frame(value))

    def _take_key(self, frame: _Frame, event: Any) -> None:
        key = event.value
        frame.key, frame.skip = key, key in frame.seen
        if frame.skip:
            self._problems.add(
                self._place.line(_line(event)),
                tr("'{key}' står två gånger (först på rad {line}). Ta bort eller döp om den ena.").format(
                    key=key[:60], line=frame.seen[key]
                ),
            )
        frame.seen.setdefault(key, _line(event))

    def _put(self, event: Any, value: Any) -> None:
        self._count += 1
        if self._count > MAX_VALUES:
            self._stop(event, tr("Filen har fler än {n} värden.").format(n=MAX_VALUES))
        if not self._frames:
            self._top = value
            return
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
            return
        if frame.key is not None and not frame.skip:
            if isinstance(value, YamlBlock):
                value.rad = frame.seen[frame.key]
            frame.value[frame.key] = value
        frame.key = None

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            self._stop(event, tr("Taggar som '{tag}' används inte här.").format(tag=str(event.tag)[:60]))
        if event.anchor is not None:
            self._on_AliasEvent(event)

    def _stop(self, event: Any, what: str) -> None:
        self._problems.add(self._place.line(_line(event)), what)
        raise _Unreadable


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
