"""What files are called in a list of the recent ones: two of one name are told apart by the folders they lie in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def names_told_apart(files: Sequence[Path]) -> tuple[str, ...]:
    """A name for each of `files`, in order: without ending, with as many folders as it takes to tell two apart."""
    return tuple(_name(file, [other for other in files if other != file]) for file in files)


def _name(file: Path, others: Sequence[Path]) -> str:
    alike = [other for other in others if other.stem.casefold() == file.stem.casefold()]
    elsewhere = [other.parent.parts for other in alike if other.parent != file.parent]
    name = file.stem if len(elsewhere) == len(alike) else file.name
    folders = file.parent.parts
    for number in range(1, len(folders) + 1) if elsewhere else ():
        own = folders[-number:]
        if all(other[-number:] != own for other in elsewhere):
            return f"{name} ({'/'.join(own)})"
    return name
