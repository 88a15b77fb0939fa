"""What a table and a column are, as plain values: the parts the tables of a strukturbild are written in."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_COLUMN, INTEGER_COLUMN, DECIMAL_COLUMN, DATE_COLUMN, MOMENT_COLUMN, YES_NO_COLUMN, BINARY_COLUMN = (
    "text",
    "heltal",
    "decimal",
    "datum",
    "tidpunkt",
    "ja_nej",
    "binart",
)


@dataclass(frozen=True)
class ColumnSpec:
    """One column. `least`/`most` bound a number; `default` is a plain value."""

    name: str
    kind: str = TEXT_COLUMN
    required: bool = False
    unique: bool = False
    default: str | int | None = None
    least: int | None = None
    most: int | None = None
    filled: bool = False
    """A text that may not be empty."""


@dataclass(frozen=True)
class TableSpec:
    """One table, with `fid` first and `geom` next when `geometry` (punkt, linje, yta) is set."""

    name: str
    columns: tuple[ColumnSpec, ...]
    title: str = ""
    geometry: str = ""
    objects: bool = False
    """True for the tables that hold drawn objects: they get audit and clean-up triggers."""
    unique: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()

    def column_names(self) -> tuple[str, ...]:
        """The columns without `fid` and `geom`."""
        return tuple(column.name for column in self.columns)


AUDIT = (
    ColumnSpec("skapad_av"),
    ColumnSpec("skapad", MOMENT_COLUMN),
    ColumnSpec("andrad_av"),
    ColumnSpec("andrad", MOMENT_COLUMN),
    ColumnSpec("grupp"),
    ColumnSpec("version", INTEGER_COLUMN, required=True, default=1, least=1),
)


def required(*names: str) -> tuple[ColumnSpec, ...]:
    """Columns of text that must be there."""
    return tuple(ColumnSpec(name, required=True) for name in names)


def texts(*names: str) -> tuple[ColumnSpec, ...]:
    """Columns of text that may be empty."""
    return tuple(ColumnSpec(name) for name in names)


def moments(*names: str) -> tuple[ColumnSpec, ...]:
    """Columns of moments in UTC."""
    return tuple(ColumnSpec(name, MOMENT_COLUMN) for name in names)


def identity(name: str) -> ColumnSpec:
    """The column that identifies a row, whatever its `fid`."""
    return ColumnSpec(name, required=True, unique=True, filled=True)


def ladder_level(name: str) -> ColumnSpec:
    """A level of the ladder of cooperation."""
    return ColumnSpec(name, INTEGER_COLUMN, least=1, most=8)
