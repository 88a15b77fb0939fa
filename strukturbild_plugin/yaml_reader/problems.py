"""The faults found in a file, each with its place: 'klasser/bebyggelse.yaml, klass 'nod' (rad 34): ...'."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..i18n import tr

MAX_SHOWN = 300
"""More problems than this are counted, not written out: a hostile file must not fill the screen."""


@dataclass(frozen=True)
class SourceLocation:
    """A place in a file: 'klasser/bebyggelse.yaml, klass 'nod', nivå 'regional' (rad 34)'."""

    file: str
    parts: tuple[str, ...] = ()
    line_number: int = 0
    """From 1; 0 for what comes from no text file, such as a table."""

    def at(self, part: str, line_number: int = 0) -> SourceLocation:
        """A place inside this one."""
        return SourceLocation(self.file, (*self.parts, part), line_number or self.line_number)

    def at_line(self, line_number: int) -> SourceLocation:
        """The same place, with its line; 0 keeps the line it has."""
        return replace(self, line_number=line_number or self.line_number)

    def stem(self) -> str:
        """The file's name without folder and ending."""
        name = self.file.rpartition("/")[2]
        return name[: -len(".yaml")] if name.endswith(".yaml") else name

    def __str__(self) -> str:
        where = ", ".join((self.file, *self.parts))
        return tr("{place} (rad {line})").format(place=where, line=self.line_number) if self.line_number else where


class Problems:
    """The faults found so far, at most MAX_SHOWN of them written out."""

    def __init__(self) -> None:
        self._found: list[tuple[SourceLocation, str]] = []
        self._more = 0

    def add(self, place: SourceLocation, what: str) -> None:
        """Note one fault."""
        if len(self._found) < MAX_SHOWN:
            self._found.append((place, what))
        else:
            self._more += 1

    def extend(self, others: Problems) -> None:
        """Note the faults that were found elsewhere."""
        for place, what in others._found:
            self.add(place, what)
        self._more += others._more

    def __bool__(self) -> bool:
        return bool(self._found)

    def is_full(self) -> bool:
        """Whether further faults are only counted, so that no suggestion need be worked out for them."""
        return len(self._found) >= MAX_SHOWN

    def sentences(self) -> tuple[str, ...]:
        """All faults, file by file and down each file, each once."""
        files = list(dict.fromkeys(place.file for place, _what in self._found))
        ordered = sorted(self._found, key=lambda found: (files.index(found[0].file), found[0].line_number))
        more = (tr("... och {n} fel till.").format(n=self._more),) if self._more else ()
        return (*dict.fromkeys(f"{place}: {what}" for place, what in ordered), *more)
