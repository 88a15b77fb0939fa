"""The files made for a sheet or a whole edition, and remarks about them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable, Mapping


@dataclass(frozen=True)
class ExportedFiles:
    """What was made; of the parts the whole is the sum."""

    files: Mapping[str, Path] = field(default_factory=dict)
    """'karta:<bild_id>', 'bild:<bild_id>', 'leverans', 'webb', 'manifest'; others 'svg@arbetsblad-A4:<bild_id>'."""
    unplaced: tuple[str, ...] = ()
    """Names of nodes that found no room on the main sheet of their picture, each once."""
    remarks: tuple[str, ...] = ()
    """About the user's own layout, and what stayed out of the delivery, as sentences, each once."""

    def __add__(self, other: ExportedFiles) -> ExportedFiles:
        return ExportedFiles(
            {**self.files, **other.files},
            tuple(dict.fromkeys((*self.unplaced, *other.unplaced))),
            tuple(dict.fromkeys((*self.remarks, *other.remarks))),
        )

    def only(self, wanted: Callable[[str], bool]) -> ExportedFiles:
        """Without the files whose key is not wanted."""
        return self.at({key: file for key, file in self.files.items() if wanted(key)})

    def at(self, files: Mapping[str, Path]) -> ExportedFiles:
        """The same, with the files where they lie now."""
        return replace(self, files=files)


def kind_of(key: str) -> str:
    """What a file is, from its key: 'karta@karta-A4:<bild_id>' is a 'karta'."""
    return key.partition(":")[0].partition("@")[0]
