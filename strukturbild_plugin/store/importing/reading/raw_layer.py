"""A layer as its format gives it: texts still as bytes, and where the rows of a table are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator, Protocol, Sequence


@dataclass(frozen=True)
class RawRow:
    """A row: its number as people see it in the source, its values in the order of the columns, its geometry (ogr)."""

    number: str
    values: Sequence[Any]
    geometry: Any = None


class RawLayer(Protocol):
    """What every format gives of a layer."""

    @property
    def name(self) -> bytes:
        """The name of the layer, sheet or folder."""

    @property
    def columns(self) -> Sequence[bytes]:
        """The names of the columns, as they stand."""

    @property
    def count(self) -> int:
        """The number of rows."""

    @property
    def geometry(self) -> int:
        """The geometry type as ogr numbers it; ogr.wkbNone for a table."""

    @property
    def system(self) -> Any:
        """The CRS (osr) that the file declares, or None."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell of how it was read."""

    def rows(self) -> Iterator[RawRow]:
        """Every row, in order. ImportRefused says after which row the file is broken."""

    def texts(self) -> Iterator[bytes]:
        """Every text in its rows, without reading geometry."""


def as_bytes(text: str | bytes | bytearray) -> bytes:
    """Text of GDAL as the bytes it had in the file: what is no UTF-8 comes as half characters, or as bytes."""
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else bytes(text)
