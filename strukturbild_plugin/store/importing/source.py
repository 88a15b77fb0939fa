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
from itertools import chain
from pathlib import Path
from typing import Any, Iterator, Mapping, Sequence

from ...compat import GDAL_FAILED, close_dataset, ogr, raising_gdal
from ...encoding import encoding_of
from ...errors import ImportRefused, StoreError, without_lone_surrogates
from ...i18n import tr
from ..gpkg.file_copy import copy_database
from .point_table import point_columns
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
MAX_ROWS = 100_000
"""A strukturbild has hundreds to thousands of objects; more than this is the wrong layer."""
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

    def __init__(self, path: Path, dataset: Any, notes: tuple[str, ...] = ()) -> None:
        self.path, self._dataset, self.notes = path, dataset, notes
        self.is_table = path.suffix.lower() in TABLES
        with gdal_errors_explained(path):
            self.is_shapefile = dataset.GetDriver().ShortName == _SHAPEFILE
            layers = [dataset.GetLayerByIndex(place) for place in range(dataset.GetLayerCount())]
            named = [(_bytes(layer.GetName()), layer) for layer in layers if layer is not None]
        letters = encoding_of(name for name, _ in named)
        self._layers = [(letters.text(name), layer) for name, layer in named if name != b"layer_styles"]

    def layers(self) -> tuple[SourceLayer, ...]:
        """The layers that hold rows of their own."""
        return tuple(OpenLayer(self, name, layer).description() for name, layer in self._layers)

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
            with_shape = [each for each in self._layers if each[1].GetGeomType() != ogr.wkbNone]
            return self._opened(*(with_shape or self._layers)[0])
        for found, layer in self._layers:
            if found.casefold() == name.strip().casefold():
                return self._opened(found, layer)
        raise ImportRefused(
            tr("Lagret ”{lager}” finns inte i {fil}. Lager som finns: {lagren}.").format(
                lager=name, fil=self.path.name, lagren=", ".join(found for found, _ in self._layers)
            )
        )

    def _opened(self, name: str, layer: Any) -> OpenLayer:
        found = OpenLayer(self, name, layer)
        if found.count > MAX_ROWS:
            raise ImportRefused(
                tr("Lagret ”{lager}” har {antal} rader; högst {gräns} kan importeras. Gör ett urval först.").format(
                    lager=name, antal=found.count, gräns=MAX_ROWS
                )
            )
        return found


class OpenLayer:
    """A layer of an open source. All of its text, values and names of columns, is read in one encoding."""

    def __init__(self, source: Source, name: str, layer: Any) -> None:
        self.source, self.name, self._layer = source, name, layer
        with gdal_errors_explained(source.path):
            definition = layer.GetLayerDefn()
            fields = [definition.GetFieldDefn(place) for place in range(definition.GetFieldCount())]
            names = [_bytes(column.GetName()) for column in fields]
            label = _label(layer) if source.is_shapefile else None
            self.count = max(layer.GetFeatureCount(), 0)
        texts = [place for place, column in enumerate(fields) if column.GetTypeName() in ("String", "StringList")]
        self._encoding = encoding_of(chain(self._texts(texts), names), label)
        self.columns, doubled = _distinct([self._encoding.text(column) for column in names])
        self.notes = tuple(dict.fromkeys((*source.notes, *self._encoding.notes, *doubled)))
        """What to tell of how its text was read."""

    @property
    def system(self) -> Any:
        """Its CRS (osr.SpatialReference) or None."""
        with gdal_errors_explained(self.source.path):
            return self._layer.GetSpatialRef()

    def description(self) -> SourceLayer:
        """Name, size, geometry and columns of the layer, for a dialog."""
        kind, system = ogr.GeometryTypeToName(self._layer.GetGeomType()), self.system
        named = (system.GetName() or "") if system is not None else ""
        return SourceLayer(self.name, self.count, kind, self.columns, without_lone_surrogates(named))

    def rows(self) -> Iterator[SourceRow]:
        """Every row, in order; MOST_ROWS at most."""
        points = point_columns(self.columns) if self.source.is_table else None
        for place, feature in enumerate(self._features()):
            with gdal_errors_explained(self.source.path, place):
                values = {name: self._value(feature, index) for index, name in enumerate(self.columns)}
                shape = points.geometry(values) if points else feature.GetGeometryRef()
                number = str(place + 2) if self.source.is_table else str(feature.GetFID())
                row = SourceRow(number, values, shape.Clone() if shape is not None else None)
            yield row

    def _features(self) -> Iterator[Any]:
        self._layer.ResetReading()
        for place in range(MAX_ROWS):
            with gdal_errors_explained(self.source.path, place):
                feature = self._layer.GetNextFeature()
            if feature is None:
                return
            yield feature

    def _texts(self, columns: Sequence[int]) -> Iterator[bytes]:
        for place, feature in enumerate(self._features()):
            with gdal_errors_explained(self.source.path, place):
                found = [feature.GetField(index) for index in columns if feature.IsFieldSetAndNotNull(index)]
            for value in found:
                yield from map(_bytes, value if isinstance(value, list) else [value])

    def _value(self, feature: Any, index: int) -> Any:
        """A cell as text or number; dates as text; lists joined by semicolons."""
        if not feature.IsFieldSetAndNotNull(index):
            return None
        value = feature.GetField(index)
        if isinstance(value, list):
            return ";".join(self._text(part) if isinstance(part, (str, bytes)) else str(part) for part in value)
        return self._text(value) if isinstance(value, (str, bytes, bytearray)) else value

    def _text(self, value: str | bytes | bytearray) -> str:
        if isinstance(value, str) and value.isascii():
            return value
        return self._encoding.text(_bytes(value)).replace("\0", "")


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
            yield Source(path, dataset, notes)
        finally:
            close_dataset(dataset)


def layers_in(given: str | Path) -> tuple[SourceLayer, ...]:
    """What can be imported from the file `given`, for a dialog to show."""
    with open_source(given) as source:
        return source.layers()


@contextlib.contextmanager
def quiet_gdal(**more: str) -> Iterator[Any]:
    """GDAL that raises and does not complain on standard error, without its habit of fetching what a file points at.

    `more` are its settings for the time being; the user's own come back after.
    """
    settings = {"GDAL_HTTP_TIMEOUT": "1", "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "{none}", **more}
    with raising_gdal() as gdal:
        before = {name: gdal.GetThreadLocalConfigOption(name) for name in settings}
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            for name, value in settings.items():
                gdal.SetThreadLocalConfigOption(name, value)
            yield gdal
        finally:
            for name, value in before.items():
                gdal.SetThreadLocalConfigOption(name, value)
            gdal.PopErrorHandler()


@contextlib.contextmanager
def gdal_errors_explained(path: Path, row: int = 0) -> Iterator[None]:
    """What GDAL cannot read of the file, after so many rows, as a sentence."""
    try:
        yield
    except GDAL_FAILED as error:
        raise _unreadable(path, error, row) from error


def _unreadable(path: Path, error: BaseException, row: int = 0) -> ImportRefused:
    why = " ".join(str(error).split()).rstrip(".") or tr("GDAL anger inte varför")  # GDAL 3.6 loses it when it has two
    if row:
        why = tr("skadad efter rad {rad}: {fel}").format(rad=row, fel=why)
    return ImportRefused(
        tr(
            "{fil} går inte att läsa ({fel}). Inget har importerats. Öppna filen i QGIS, exportera det som går att "
            "läsa till en ny GeoPackage och hämta den."
        ).format(fil=path.name, fel=why)
    )


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
            raise _unreadable(path, error) from error
        except StoreError as error:
            broken = type(error.__cause__) is sqlite3.DatabaseError  # not one that is locked, or a disk that is full
            raise _unreadable(path, error.__cause__ or error) if broken else ImportRefused(str(error)) from error
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


def _label(shapefile: Any) -> str:
    """The encoding a shapefile says it has, in its .cpg or its .dbf; '' when neither does."""
    given = (shapefile.GetMetadataItem(f"ENCODING_FROM_{place}", "SHAPEFILE") for place in ("CPG", "LDID"))
    return next(filter(None, given), "")


def _bytes(text: str | bytes | bytearray) -> bytes:
    """Text of GDAL as the bytes it had in the file: what is no UTF-8 comes as half characters, or as bytes."""
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else bytes(text)


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
