"""Reads a YAML file from others, as plain text values with line numbers.

Values stay as they were written (`0180`, `1.0`, `nej`); `fields.Fields` decides what each place should hold, so a
planner never meets YAML's own ideas about numbers, dates and yes/no.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..i18n import tr
from ..sanitize.yaml_limits import LIST, MAPPING, MAX_BYTES, NOTHING, TEXT, YamlRefused, yaml_events
from .problems import Problems, SourceLocation
from .suggestions import shown


class YamlBlock(dict):  # type: ignore[type-arg]
    """A mapping from a file, with the lines of its keys. `line_number` is the line of its own key, where it starts."""

    def __init__(self, line_number: int = 0) -> None:
        super().__init__()
        self.line_number = line_number
        self.line_numbers: dict[str, int] = {}


class YamlList(list):  # type: ignore[type-arg]
    """A list from a file, with the line of each part."""

    def __init__(self) -> None:
        super().__init__()
        self.line_numbers: list[int] = []


def read_yaml(path: Path, name: str, problems: Problems) -> YamlBlock | None:
    """Read the top mapping of a YAML file; None when nothing could be read.

    Never raises: faults go to `problems` under the file name `name`.
    """
    try:
        if path.is_fifo():  # nothing may ever come out of it
            raise FileNotFoundError(path)
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        problems.add(SourceLocation(name), tr("Filen finns inte eller går inte att läsa."))
        return None
    return read_yaml_bytes(content, name, problems)


def read_yaml_bytes(content: bytes, name: str, problems: Problems) -> YamlBlock | None:
    """Read the top mapping of a YAML file's bytes; None when nothing could be read.

    Never raises: faults go to `problems` under the file name `name`.
    """
    place = SourceLocation(name)
    builder = _Builder(place, problems)
    try:
        for kind, line, text in yaml_events(content):
            builder.add(kind, line, text)
    except YamlRefused as refusal:
        problems.add(place.at_line(refusal.line), str(refusal))
        return None
    if not isinstance(builder.top, YamlBlock):
        what = tr("Filen är tom eller börjar inte med rubriker av slaget 'kod: ...'.")
        problems.add(place.at_line(builder.first_line), what)
        return None
    return builder.top


@dataclass
class _Frame:
    value: Any
    """The YamlBlock or YamlList being filled."""
    key: str | None = None
    """The key waiting for its value, when `value` is a block."""
    skip: bool = False
    """True when the key was a repetition: its value is read past."""
    seen: dict[str, int] = field(default_factory=dict)
    """Line of each key."""


class _Builder:
    """Builds values from the events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, place: SourceLocation, problems: Problems) -> None:
        self._place, self._problems = place, problems
        self._frames: list[_Frame] = []
        self.top: Any = None
        self.first_line = 0

    def add(self, kind: str, line: int, text: str) -> None:
        """Take the next event."""
        self.first_line = self.first_line or line
        frame = self._frames[-1] if self._frames else None
        if kind in (MAPPING, LIST):
            if _wants_key(frame):
                raise YamlRefused(tr("En rubrik får bara vara en text."), line)
            value = YamlBlock(line) if kind == MAPPING else YamlList()
            self._put(line, value)
            self._frames.append(_Frame(value))
        elif kind in (TEXT, NOTHING):
            if frame is not None and _wants_key(frame):
                self._take_key(frame, line, text)
            else:
                self._put(line, text if kind == TEXT else None)
        else:
            self._frames.pop()

    def _take_key(self, frame: _Frame, line: int, key: str) -> None:
        frame.key, frame.skip = key, key in frame.seen
        if frame.skip:
            self._problems.add(
                self._place.at_line(line),
                tr("'{key}' står två gånger (först på rad {line}). Ta bort eller döp om den ena.").format(
                    key=shown(key), line=frame.seen[key]
                ),
            )
        frame.seen.setdefault(key, line)

    def _put(self, line: int, value: Any) -> None:
        if not self._frames:
            self.top = value
            return
        frame = self._frames[-1]
        if isinstance(frame.value, YamlList):
            frame.value.append(value)
            frame.value.line_numbers.append(line)
            return
        if frame.key is not None and not frame.skip:
            frame.value.line_numbers[frame.key] = frame.seen[frame.key]
            if isinstance(value, YamlBlock):
                value.line_number = frame.seen[frame.key]
            frame.value[frame.key] = value
        frame.key = None


def _wants_key(frame: _Frame | None) -> bool:
    return frame is not None and isinstance(frame.value, YamlBlock) and frame.key is None
