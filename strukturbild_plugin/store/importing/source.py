"""Import sources opened with the GDAL that QGIS brings, their rows given as plain values.

What is opened is hostile: only file formats that hold their own data are allowed (a VRT, a service or a web address
could make GDAL read elsewhere), GeoPackages are read from a copy, and views are left alone. Its letters may be in any
encoding: GDAL is given UTF-8 or asked for the bytes as they are, and one layer is read in one encoding throughout.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import tempfile
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Iterator, Mapping, Sequence

from ...compat import GDAL_FAILED, close_dataset, ogr
from ...encoding import encoding_of
from ...errors import ImportRefused, StoreError, without_lone_surrogates
from ...i18n import tr
from ..gpkg.file_copy import copy_database
from .point_table import point_columns
from .reading.gdal_layer import MAX_ROWS, GdalLayer, gdal_errors_explained, quiet_gdal, unreadable
from .reading.plain_text import cleaning_notes, column_name, plain_text
from .reading.raw_layer import RawLayer, as_bytes
from .text_files import TABLES, TEXT_FILES, text_file_as_utf8

_SHAPEFILE = "ESRI Shapefile"
DRIVERS = (
    "GPKG",
    _SHAPEFILE,
    "GeoJSON",
    "GeoJSONSeq",
    "TopoJSON",
    "CSV",
    "LIBKML",
    "KML",
    "GPX",
    "FlatGeobuf",
    "MapInfo File",
    "OpenFileGDB",
)
_TELLING, _TELLING_TEXT = re.compile(rb"[^\n -~]|[<&?]"), re.compile(r"[^\n -~]|[<&]")
"""What encoding, markup and odd characters can be seen in; most texts have nothing of it."""
_ADDRESS = re.compile(r"^(/vsi|[a-z][a-z0-9+.-]+://|[a-z0-9_]+:(?![\\/]))", re.IGNORECASE)


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


class Source:
    """An opened source. Use `open_source`."""

    def __init__(
        self, path: Path, layers: Sequence[RawLayer], notes: tuple[str, ...] = (), label: str | None = None
    ) -> None:
        self.path = path
        self.is_table = path.suffix.lower() in TABLES
        texts = [_Texts(layer) for layer in layers]
        names = [piece for layer in layers for piece in (*layer.columns, layer.name)]
        # Values first, so that the examples are values rather than headings.
        self.encoding = encoding_of(chain(*(each.telling for each in texts), names), label)
        self.notes = (*notes, *self.encoding.notes)
        called, _ = _distinct([column_name(self.encoding.text(layer.name)) for layer in layers])
        self._layers = list(zip(called, layers, texts))

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
            with_shape = [each for each in self._layers if each[1].geometry != ogr.wkbNone]
            return self._opened(*(with_shape or self._layers)[0])
        for each in self._layers:
            if each[0].casefold() == name.strip().casefold():
                return self._opened(*each)
        raise ImportRefused(
            tr("Lagret ”{lager}” finns inte i {fil}. Lager som finns: {lagren}.").format(
                lager=name, fil=self.path.name, lagren=", ".join(each[0] for each in self._layers)
            )
        )

    def _opened(self, name: str, layer: RawLayer, texts: _Texts) -> OpenLayer:
        if layer.count > MAX_ROWS:
            raise ImportRefused(
                tr("Lagret ”{lager}” har {antal} rader; högst {gräns} kan importeras. Gör ett urval först.").format(
                    lager=name, antal=layer.count, gräns=MAX_ROWS
                )
            )
        return OpenLayer(self, name, layer, texts)


class OpenLayer:
    """A layer of an open source: its texts, values and names of columns, in one encoding and without markup."""

    def __init__(self, source: Source, name: str, layer: RawLayer, texts: _Texts) -> None:
        self.source, self.name, self._layer, self._texts = source, name, layer, texts
        self.count = layer.count
        self.columns, self._doubled = _distinct([column_name(source.encoding.text(each)) for each in layer.columns])

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What to tell of how it was read: guesses, and what was taken out of its texts."""
        cleaned = cleaning_notes(map(self.source.encoding.text, self._texts.telling))
        return tuple(dict.fromkeys((*self.source.notes, *self._layer.notes, *self._doubled, *cleaned)))

    @property
    def system(self) -> Any:
        """Its CRS (osr.SpatialReference) or None."""
        return self._layer.system

    def description(self) -> SourceLayer:
        """Name, size, geometry and columns of the layer, for a dialog."""
        kind, system = ogr.GeometryTypeToName(self._layer.geometry), self.system
        named = (system.GetName() or "") if system is not None else ""
        return SourceLayer(self.name, self.count, kind, self.columns, without_lone_surrogates(named))

    def rows(self) -> Iterator[SourceRow]:
        """Every row, in order; MAX_ROWS at most."""
        if self._texts.broken is not None:
            raise self._texts.broken
        points = point_columns(self.columns) if self.source.is_table else None
        for place, row in enumerate(self._layer.rows()):
            values = dict(zip(self.columns, map(self._value, row.values)))
            with gdal_errors_explained(self.source.path, place):
                shape = points.geometry(values) if points else row.geometry
            yield SourceRow(str(place + 2) if self.source.is_table else row.number, values, shape)

    def _value(self, value: Any) -> Any:
        """A cell as text or number; dates as text; lists joined by semicolons."""
        if isinstance(value, list):
            return ";".join(self._text(part) if isinstance(part, (str, bytes)) else str(part) for part in value)
        return self._text(value) if isinstance(value, (str, bytes, bytearray)) else value

    def _text(self, value: str | bytes | bytearray) -> str:
        if isinstance(value, str) and not _TELLING_TEXT.search(value):
            return value
        return plain_text(self.source.encoding.text(as_bytes(value)))


@contextlib.contextmanager
def open_source(given: str | Path) -> Iterator[Source]:
    """Open the file `given` for reading; what it holds is never changed. ImportRefused says why it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="strukturbild-") as folder, quiet_gdal() as gdal:
        try:
            path = _checked(given)
            readable, notes = _readable(path, Path(folder))
        except OSError as error:
            raise ImportRefused(
                tr(
                    "{fil} går inte att läsa ({fel}). Kontrollera namnet, att du får läsa filen och att inget annat "
                    "program håller den låst."
                ).format(fil=Path(given).name, fel=error.strerror or error)
            ) from error
        dataset = _opened(gdal, readable, path.name)
        try:
            layers, label = _layers(path, dataset)
            yield Source(path, layers, notes, label)
        finally:
            close_dataset(dataset)


def layers_in(given: str | Path) -> tuple[SourceLayer, ...]:
    """What can be imported from the file `given`, for a dialog to show."""
    with open_source(given) as source:
        return source.layers()


def _checked(given: str | Path) -> Path:
    text = str(given)
    if text != without_lone_surrogates(text):
        raise ImportRefused(
            tr(
                "Sökvägen {path} har tecken som inte går att läsa. Byt namn på filen eller mappen och försök igen."
            ).format(path=text)
        )
    if _ADDRESS.match(text) and not Path(text).exists():
        raise ImportRefused(
            tr("{källa} är ingen fil. Ladda ner datat och välj filen; import direkt från nätet görs inte.").format(
                källa=text
            )
        )
    path = Path(text)
    if path.suffix.lower() in (".zip", ".7z", ".rar"):
        raise ImportRefused(tr("{fil} är packad. Packa upp den och välj filen inuti.").format(fil=path.name))
    if path.is_dir() and path.suffix.lower() != ".gdb":
        raise ImportRefused(tr("{fil} är en mapp. Välj en fil i den.").format(fil=path.name))
    if not path.exists():
        raise ImportRefused(tr("Filen {path} finns inte. Kontrollera mappen och namnet.").format(path=path))
    if path.suffix.lower() == ".shp" and not any(path.with_suffix(each).exists() for each in (".shx", ".SHX")):
        raise ImportRefused(
            tr("{fil} är bara en del av en shapefil. Kopiera hit även {rest} (och .dbf och .prj).").format(
                fil=path.name, rest=path.with_suffix(".shx").name
            )
        )
    return path


def _readable(path: Path, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """A form of `path` that GDAL may open: text in UTF-8, GeoPackages as a copy without views; and what to tell."""
    suffix = path.suffix.lower()
    if suffix in TEXT_FILES:
        return text_file_as_utf8(path, folder)
    if suffix == ".gpkg":
        copy = folder / path.name
        try:
            copy_database(path, copy, of_others=True)
            _drop_views(copy)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise unreadable(path, error) from error
        except StoreError as error:
            broken = type(error.__cause__) is sqlite3.DatabaseError  # not one that is locked, or a disk that is full
            raise unreadable(path, error.__cause__ or error) if broken else ImportRefused(str(error)) from error
        return copy, ()
    return path, ()


def _drop_views(copy: Path) -> None:
    """Take views and triggers out of the copy: they are SQL that somebody else wrote and GDAL would run."""
    with contextlib.closing(sqlite3.connect(str(copy))) as database, database:
        database.execute("PRAGMA trusted_schema = OFF")
        found = database.execute("SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchall()
        for kind, name in found:
            quoted = '"' + name.replace('"', '""') + '"'
            database.execute(f"DROP {kind} IF EXISTS {quoted}")
            if kind == "view":
                database.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (name,))


def _opened(gdal: Any, path: Path, name: str) -> Any:
    suffix = path.suffix.lower()
    options = ["AUTODETECT_TYPE=NO", "KEEP_GEOM_COLUMNS=YES"] if suffix == ".csv" else []
    # An empty encoding: GDAL hands over a shapefile's bytes as they are, also those that its label is wrong for.
    options += ["ENCODING="] if suffix in (".shp", ".shx", ".dbf") else []
    try:
        return gdal.OpenEx(
            str(path), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=list(DRIVERS), open_options=options
        )
    except GDAL_FAILED as error:
        why = " ".join(str(error).replace(f"{path.parent}{os.sep}", "").split()).rstrip(".")
        if not why or "not recognized" in why:
            raise ImportRefused(
                tr(
                    "{fil} går inte att läsa som kartdata. Spara den som GeoPackage, shapefil, GeoJSON eller CSV."
                ).format(fil=name)
            ) from error
        raise ImportRefused(
            tr(
                "{fil} går inte att läsa som kartdata ({fel}). Spara den på nytt i programmet den kommer från, helst "
                "som GeoPackage."
            ).format(fil=name, fel=why)
        ) from error


def _layers(path: Path, dataset: Any) -> tuple[list[RawLayer], str | None]:
    """The layers of the dataset, and the encoding it says it has (None when its format has no place to say it)."""
    with gdal_errors_explained(path):
        found = [dataset.GetLayerByIndex(place) for place in range(dataset.GetLayerCount())]
        is_shapefile = dataset.GetDriver().ShortName == _SHAPEFILE
        label = _label(found[0]) if is_shapefile and found and found[0] is not None else None
    layers = [GdalLayer(path, layer) for layer in found if layer is not None]
    return [layer for layer in layers if layer.name != b"layer_styles"], label


def _label(shapefile: Any) -> str:
    """The encoding a shapefile says it has, in its .cpg or its .dbf; '' when neither does."""
    given = (shapefile.GetMetadataItem(f"ENCODING_FROM_{place}", "SHAPEFILE") for place in ("CPG", "LDID"))
    return next(filter(None, given), "")


class _Texts:
    """What of a layer's texts encoding, markup or odd characters can be seen in, and where it breaks off."""

    def __init__(self, layer: RawLayer) -> None:
        self.telling: list[bytes] = []
        self.broken: ImportRefused | None = None
        """Kept: GDAL does not always say it again when the rows are read once more."""
        try:
            self.telling.extend(piece for piece in layer.texts() if _TELLING.search(piece))
        except ImportRefused as error:
            self.broken = error


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
