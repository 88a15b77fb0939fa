"""The errors a planner may meet: each message says what was wrong, where, and what to do."""

from __future__ import annotations

import re
from pathlib import Path

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class StrukturbildError(Exception):
    """Base of every error this plugin raises on purpose; `str(error)` is a sentence to show as it is."""

    def __init__(self, message: object = "") -> None:
        super().__init__(without_lone_surrogates(str(message)))  # a sentence may name what nobody could read


class CatalogueError(StrukturbildError):
    """A catalogue, template or symbol set file could not be used. `problems` lists every fault found."""

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message if not problems else "\n".join((message, *(f"- {problem}" for problem in problems))))
        self.problems = problems


class GoalError(StrukturbildError):
    """A goal set or goal file could not be used."""


class StoreError(StrukturbildError):
    """A strukturbild could not be created, opened, read or written; what was there is unchanged."""


class ForeignParts(StoreError):
    """A file holds what is not a strukturbild's own and could run when the file is used; a cleaned copy can be made.

    `path`: the file. `parts`: what is in it, in words.
    """

    def __init__(self, message: str, path: Path, parts: tuple[str, ...]) -> None:
        super().__init__(message)
        self.path, self.parts = path, parts


class OlderFile(StoreError):
    """A file is of an older version of the tables: it can be read and copied, but not changed until it is upgraded.

    `path`: the file. `version`: of its tables.
    """

    def __init__(self, message: str, path: Path, version: int) -> None:
        super().__init__(message)
        self.path, self.version = path, version


class IncompleteFile(StoreError):
    """Tables or columns of a strukturbild are gone: another program has taken them away or given them other names.

    `path`: the file. `missing`: 'table' or 'table.column'.
    """

    def __init__(self, message: str, path: Path, missing: tuple[str, ...]) -> None:
        super().__init__(message)
        self.path, self.missing = path, missing


class ImportRefused(StoreError):
    """Objects could not be imported; nothing was written."""


class ExportError(StrukturbildError):
    """An edition could not be made; nothing was left half-written."""


class Cancelled(StrukturbildError):
    """The user cancelled; nothing was changed."""


def without_lone_surrogates(text: str) -> str:
    """`text` as Qt, SQLite and JSON take it: half characters, which Python makes of unreadable bytes, become �."""
    return _LONE_SURROGATE.sub("\ufffd", text)
