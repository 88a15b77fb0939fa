"""Small changes to a strukturbild, as plain values: what a check proposes, and drawing does as one undo step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from .records import Value


@dataclass(frozen=True)
class SetValues:
    """Set columns of an object; None empties one."""

    objekt_id: str
    values: tuple[tuple[str, Value], ...]


@dataclass(frozen=True)
class SetCells:
    """Set columns of a row of any table that is open for drawing, by its number; None: the only row."""

    tabell: str
    fid: int | None
    values: tuple[tuple[str, Value], ...]

    @property
    def objekt_id(self) -> str:
        """What tells the row from others, where edits are kept apart by what they change."""
        return f"{self.tabell}/{self.fid}"


@dataclass(frozen=True)
class PullEnd:
    """Move an end of a line (the last one, or the first) to a node that it names."""

    objekt_id: str
    last: bool
    node_id: str


@dataclass(frozen=True)
class MakeValid:
    """Repair an area whose outline crosses itself: it covers the same, in one or several whole parts."""

    objekt_id: str


@dataclass(frozen=True)
class ReadAnew:
    """Take the numbers of a geometry to be something else than EPSG:3006 (store/geometry/misread_coordinates.py)."""

    objekt_id: str
    reading: str


@dataclass(frozen=True)
class Remove:
    """Delete an object, with its goal links."""

    objekt_id: str


@dataclass(frozen=True)
class RemoveLinks:
    """Delete the links between an object and a goal; `keep_one`: all but one."""

    objekt_id: str
    mal_id: str
    keep_one: bool = False


@dataclass(frozen=True)
class NewIdentities:
    """Of the objects that share an id, let the one drawn first keep it; the others get ids of their own."""

    objekt_id: str


Edit = Union[SetValues, SetCells, PullEnd, MakeValid, ReadAnew, Remove, RemoveLinks, NewIdentities]
