"""The rows of a file to import from as plain values, its text decided once for the whole file.

How a file is opened is in `reading/`: each of its layers comes from there with texts as bytes. Here the letters, the
columns and the coordinates are decided, the same way for every format, and what was guessed is said.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Collection, Iterator, Mapping, Sequence

from ...catalogue.model import AREA, LINE, POINT
from ...compat import ogr
from ...encoding import UTF_8, Encoding, encoding_of, lost_letters
from ...errors import ImportRefused, without_lone_surrogates
from ...feedback import Feedback
from ...i18n import tr
from .crs import system_of
from .reading.coordinate_columns import CoordinateColumns, guessed_columns, pointed_out_columns
from .reading.gdal_layer import gdal_errors_explained, refuse_too_many
from .reading.geometry_kinds import has_closed_lines, kind_word, kinds_of
from .reading.open_file import OpenedFile, opened_file
from .reading.plain_text import cleaning_notes, column_name, plain_text
from .reading.raw_layer import RawLayer, RawRow, as_bytes

_TELLING, _TELLING_TEXT = re.compile(rb"[^\n -~]|[<&?]"), re.compile(r"[^\n -~]|[<&]")
"""What encoding, markup and odd characters can be seen in; most texts have nothing of it."""
_MAX_SHOWN = 30
_MAX_COLUMNS = 12
_PLACE = re.compile(r"(?<!\d)[67]\d{6}(?!\d)|\d\s*[°º]|(?<!\d)[5-7]\d[.,]\d{3}|POINT|LINESTRING|POLYGON")
"""What a northing, a latitude or a shape looks like, wherever in a cell it stands."""


@dataclass(frozen=True)
class SourceRow:
    """A row: its number as the source counts, its values by column, and its geometry (ogr, source CRS) or None."""

    number: str
    values: Mapping[str, Any]
    geometry: Any


@dataclass(frozen=True)
class SourceLayer:
    """A layer one may import from."""

    name: str
    count: int
    geometry: str
    """GDAL's word for its geometry type: Point, Multi Polygon, Unknown (any) ..."""
    columns: tuple[str, ...]
    crs: str
    """Name of its CRS; '' when it has none."""
    kind: str = ""
    """punkt, linje, yta, blandat, or tabell: then its coordinates are in columns."""
    kinds: frozenset[str] = frozenset()
    """The kinds of geometry it has, as the catalogue calls them; none for a table."""

    closed_lines: bool = False
    """Whether it has lines that can be read as areas."""

    def fits(self, kinds: Collection[str]) -> bool:
        """Whether some of it can be drawn as one of these kinds of geometry; a table has points."""
        found = (self.kinds or {POINT}) | ({AREA} if self.closed_lines else set())
        return bool(found & set(kinds))


class Source:
    """An opened source. Use `open_source`."""

    def __init__(self, path: Path, files: Sequence[OpenedFile], pointed_out: tuple[str, str] = ("", "")) -> None:
        self.path, self.pointed_out = path, pointed_out
        found, called, notes = [], [], []
        for file in files:
            texts = _texts_of(file)
            found += list(zip(file.layers, texts))
            called += [_layer_name(file, *each) for each in zip(file.layers, texts)]
            notes += [*file.notes, *(note for each in texts for note in each.encoding.notes)]
        self.notes = tuple(dict.fromkeys(notes))
        self._layers = [(name, *each) for name, each in zip(_distinct(called)[0], found)]

    def layers(self) -> tuple[SourceLayer, ...]:
        """The layers that hold rows of their own."""
        return tuple(OpenLayer(self, *each).description() for each in self._layers)

    def layer(self, name: str = "") -> OpenLayer:
        """The layer called `name`, or the first one with geometry; ImportRefused names those there are."""
        if not self._layers:
            raise ImportRefused(
                tr(
                    "{fil} innehåller inget lager som går att läsa. Öppna den i QGIS, spara det som ska hämtas som "
                    "GeoPackage och hämta det."
                ).format(fil=self.path.name)
            )
        if not name:
            return self._unnamed()
        for each in self._layers:
            if each[0].casefold() == name.strip().casefold():
                return self._opened(*each)
        raise ImportRefused(
            tr("Lagret ”{lager}” finns inte i {fil}. Lager som finns: {lagren}.").format(
                lager=name, fil=self.path.name, lagren=", ".join(each[0] for each in self._layers)
            )
        )

    def _unnamed(self) -> OpenLayer:
        """The layer meant when none is named: the first that has places."""
        filled = [each for each in self._layers if each[1].count] or self._layers
        with_shape = [each for each in filled if each[1].geometry != ogr.wkbNone]
        if not with_shape and len(filled) > 1:
            with_shape = [each for each in filled if self._opened(*each).has_coordinates()]
        return self._opened(*(with_shape or filled)[0])

    def _opened(self, name: str, layer: RawLayer, texts: _Texts) -> OpenLayer:
        refuse_too_many(name, layer.count)
        return OpenLayer(self, name, layer, texts)


class OpenLayer:
    """A layer of an open source: its texts, values and names of columns, in one encoding and without markup."""

    def __init__(self, source: Source, name: str, layer: RawLayer, texts: _Texts) -> None:
        self.source, self.name, self._layer, self._texts = source, name, layer, texts
        self.count = layer.count
        self._encoding = texts.encoding
        self._plain: dict[str | bytes, str] = {}
        """Texts that have been read: names of municipalities and kinds come again and again."""
        self.columns, self._doubled = _distinct([column_name(self._encoding.text(each)) for each in layer.columns])

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What to tell of how it was read: guesses, and what was taken out of its texts."""
        cleaned = cleaning_notes(map(self._encoding.text, self._texts.telling))
        guessed = self.coordinates.notes if self.coordinates else ()
        notes = [*self.source.notes, *self._layer.notes, *self._doubled, *cleaned, *guessed]
        return tuple(dict.fromkeys(notes))

    @property
    def is_table(self) -> bool:
        """Whether it has no geometry of its own, so that its coordinates are in columns."""
        return bool(self._layer.geometry == ogr.wkbNone)

    @cached_property
    def coordinates(self) -> CoordinateColumns | None:
        """The columns of a table that hold its coordinates, and why they are taken for that; None when none are."""
        if not self.is_table:
            return None
        rows = [values for _, values in self._table]
        given = [self._column(name) for name in self.source.pointed_out if name]
        if given:
            return pointed_out_columns(given[0], given[1] if len(given) > 1 else "", rows)
        return guessed_columns(self.columns, rows)

    def has_coordinates(self) -> bool:
        """Whether the coordinates of a table are found, where they were pointed out if they were."""
        with contextlib.suppress(ImportRefused):  # it lacks the columns pointed out
            return self.coordinates is not None
        return False

    @cached_property
    def system(self) -> Any:
        """Its CRS (osr.SpatialReference) as the file or the names of a table's columns declare it, or None."""
        if self.coordinates is None:
            return self._layer.system
        epsg = self.coordinates.epsg or getattr(self._layer, "epsg", 0)
        return system_of(epsg) if epsg else None

    def description(self) -> SourceLayer:
        """Name, size, geometry and columns of the layer, for a dialog."""
        geometry, system = ogr.GeometryTypeToName(self._layer.geometry), self._layer.system
        named = (system.GetName() or "") if system is not None else ""
        kinds = kinds_of(self._layer)
        return SourceLayer(
            self.name,
            self.count,
            geometry,
            self.columns,
            without_lone_surrogates(named),
            kind_word(kinds),
            kinds,
            LINE in kinds and has_closed_lines(self._layer),
        )

    def rows(self) -> Iterator[SourceRow]:
        """Every row, in order; MAX_ROWS at most. ImportRefused when it breaks off or a table has no coordinates."""
        if not self.is_table:
            for row in self._read():
                yield SourceRow(row.number, self._values(row), row.geometry)
            return
        if self._table and self.coordinates is None:
            raise self._without_coordinates()
        for number, values in self._table:
            with gdal_errors_explained(self.source.path):
                shape = self.coordinates.geometry(values) if self.coordinates else None
            yield SourceRow(number, values, shape)

    @cached_property
    def _table(self) -> list[tuple[str, Mapping[str, Any]]]:
        return [(row.number, self._values(row)) for row in self._read()]

    def _read(self) -> Iterator[RawRow]:
        if self._texts.broken is not None:
            raise self._texts.broken
        return self._layer.rows()

    def _column(self, name: str) -> str:
        for column in self.columns:
            if column.casefold() == column_name(name).casefold():
                return column
        raise ImportRefused(
            tr("Lagret ”{lager}” i {fil} har ingen kolumn ”{kolumn}”. Kolumner som finns: {kolumner}.").format(
                lager=self.name, fil=self.source.path.name, kolumn=name, kolumner=", ".join(self.columns)
            )
        )

    def _without_coordinates(self) -> ImportRefused:
        everything = (cell for _, values in self._table for cell in values.values())
        if len(self.columns) > 1 and not any(map(_may_be_coordinate, everything)):
            return ImportRefused(
                tr(
                    "Lagret ”{lager}” i {fil} har inga koordinater, bara namn, koder och tal (kolumnerna {kolumner}). "
                    "Lägg till kolumner med E och N, eller öppna tabellen i QGIS tillsammans med ett lager som har "
                    "samma namn eller koder och platserna, koppla dem (Egenskaper, Kopplingar), exportera det lagret "
                    "som GeoPackage och hämta den."
                ).format(lager=self.name, fil=self.source.path.name, kolumner=", ".join(self.columns[:_MAX_COLUMNS]))
            )
        _, first = self._table[0]
        cells = ", ".join(f"{name}: ”{str(value or '')[:_MAX_SHOWN]}”" for name, value in list(first.items())[:12])
        words = tr(
            "Lagret ”{lager}” i {fil} har inga koordinater som går att läsa. Första raden har {celler}. Döp om "
            "kolumnerna med koordinater till E och N (eller lon och lat, eller wkt) och försök igen, eller välj dem "
            "som öst och norr när du hämtar."
        )
        if len(self.columns) == 1:
            words = tr(
                "Lagret ”{lager}” i {fil} har inga koordinater som går att läsa, bara en kolumn. Första raden har "
                "{celler}. Spara tabellen med semikolon mellan kolumnerna, eller som xlsx, och försök igen."
            )
        return ImportRefused(words.format(lager=self.name, fil=self.source.path.name, celler=cells))

    def _values(self, row: RawRow) -> Mapping[str, Any]:
        return dict(zip(self.columns, map(self._value, row.values)))

    def _value(self, value: Any) -> Any:
        """A cell as text or number; dates as text; lists joined by semicolons."""
        if isinstance(value, list):
            return ";".join(self._text(part) if isinstance(part, (str, bytes)) else str(part) for part in value)
        return self._text(value) if isinstance(value, (str, bytes, bytearray)) else value

    def _text(self, value: str | bytes | bytearray) -> str:
        value = bytes(value) if isinstance(value, bytearray) else value
        if isinstance(value, str) and not _TELLING_TEXT.search(value):
            return value
        if value not in self._plain:
            self._plain[value] = plain_text(self._encoding.text(as_bytes(value)))
        return self._plain[value]


@contextlib.contextmanager
def open_source(
    given: str | Path, x_column: str = "", y_column: str = "", feedback: Feedback | None = None
) -> Iterator[Source]:
    """Open the file `given` for reading; what it holds is never changed. ImportRefused says why it cannot be read.

    `x_column` (east) and `y_column` (north) point out where a table has its coordinates; `x_column` alone a column that
    holds both, or WKT. Without them names and values tell. Axes that only fit Sweden the other way round are turned.
    Raises Cancelled when `feedback` is cancelled while a process of its own reads the file.
    """
    with opened_file(given, feedback) as found:
        yield Source(found[0].path, found, (x_column, y_column))


def layers_in(given: str | Path, feedback: Feedback | None = None) -> tuple[SourceLayer, ...]:
    """What can be imported from the file `given`, for a dialog to show. Raises Cancelled like `open_source`."""
    with open_source(given, feedback=feedback) as source:
        return source.layers()


class _Texts:
    """What of a layer's texts encoding, markup or odd characters can be seen in, and where it breaks off."""

    def __init__(self, layer: RawLayer) -> None:
        self.encoding = Encoding(UTF_8)
        """That of the file that the layer is from."""
        self.telling: list[bytes] = []
        self.broken: ImportRefused | None = None
        """Kept: GDAL does not always say it again when the rows are read once more."""
        try:
            self.telling.extend(piece for piece in layer.texts() if _TELLING.search(piece))
        except ImportRefused as error:
            self.broken = error


def _texts_of(file: OpenedFile) -> list[_Texts]:
    """The texts of each layer, with the encoding that is decided once for the whole file."""
    found = [_Texts(layer) for layer in file.layers]
    names = [piece for layer in file.layers for piece in layer.columns]
    names += [layer.name for layer in file.layers if layer.name != _stem(file)]
    # Values first, so that the examples are values rather than headings.
    pieces = [*chain(*(each.telling for each in found)), *names]
    # Of a text file that was not certain all is already said and decided.
    encoding = Encoding(UTF_8) if file.notes else encoding_of(pieces, file.label)
    encoding = replace(encoding, notes=(*encoding.notes, *lost_letters(pieces, encoding)))
    for each in found:
        each.encoding = encoding
    return found


def _may_be_coordinate(value: Any) -> bool:
    """Whether a cell can be part of a place: 'POINT(…', 6580822, 6 580 822, 59.3293, N 56° 9,600'."""
    return bool(_PLACE.search(re.sub(r"\s", "", str(value or ""))))


def _layer_name(file: OpenedFile, layer: RawLayer, texts: _Texts) -> str:
    """The name of the layer; the file's own name is in the letters of the disk, not in those of the file."""
    return file.path.stem if layer.name == _stem(file) else column_name(texts.encoding.text(layer.name))


def _stem(file: OpenedFile) -> bytes:
    return as_bytes(file.path.stem)


def _distinct(names: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The names of columns with a number after those that are already taken, and what to tell of them."""
    found: list[str] = []
    for name in names:
        number, free = 1, name
        while free in found:
            number += 1
            free = f"{name} ({number})"
        found.append(free)
    doubled = dict.fromkeys(name for name, free in zip(names, found) if name != free)
    words = tr("Flera kolumner heter ”{kolumn}”. Den första behåller namnet, nästa heter här ”{kolumn} (2)”.")
    return tuple(found), [words.format(kolumn=name) for name in doubled]
