"""Opens what a planner wants to import from, with the GDAL that QGIS brings, and gives its rows as plain values.

What is opened is hostile: only file formats that hold their own data are allowed (a VRT, a service or a web address
could make GDAL read elsewhere), GeoPackages are read from a copy, and views are left alone.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Mapping

from ..errors import ImportRefused, StoreError
from ..i18n import tr
from .files import copy_database
from .import_table import point_columns, table_as_utf8

DRIVERS = (
    "GPKG",
    "ESRI Shapefile",
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
MOST_ROWS = 100_000
"""A strukturbild has hundreds to thousands of objects; more than this is the wrong layer."""
_TABLES = (".csv", ".tsv", ".txt")
_MOST_TABLE_BYTES = 200_000_000
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

    namn: str
    antal: int
    geometri: str
    """GDAL's word for its geometry type: Point, Multi Polygon, Unknown (any) ..."""
    kolumner: tuple[str, ...]
    koordinatsystem: str
    """Name of its CRS; '' when it has none."""


class Source:
    """An opened source. Use `open_source`."""

    def __init__(self, path: Path, dataset: Any, is_table: bool) -> None:
        self.path, self._dataset, self.is_table = path, dataset, is_table

    def layers(self) -> tuple[SourceLayer, ...]:
        """The layers that hold rows of their own."""
        return tuple(_described(layer) for layer in self._each())

    def layer(self, name: str = "") -> OpenLayer:
        """The layer called `name`, or the first one with geometry; ImportRefused names those there are."""
        layers = list(self._each())
        if not layers:
            raise ImportRefused(tr("{fil} innehåller inget lager som går att läsa.").format(fil=self.path.name))
        if not name:
            with_shape = [layer for layer in layers if layer.GetGeomType() != 100]
            return OpenLayer(self, (with_shape or layers)[0])
        for layer in layers:
            if layer.GetName().casefold() == name.strip().casefold():
                return OpenLayer(self, layer)
        raise ImportRefused(
            tr("Lagret ”{lager}” finns inte i {fil}. Lager som finns: {lagren}.").format(
                lager=name, fil=self.path.name, lagren=", ".join(layer.GetName() for layer in layers)
            )
        )

    def _each(self) -> Iterator[Any]:
        for place in range(self._dataset.GetLayerCount()):
            layer = self._dataset.GetLayerByIndex(place)
            if layer is not None and layer.GetName() != "layer_styles":
                yield layer


class OpenLayer:
    """A layer of an open source."""

    def __init__(self, source: Source, layer: Any) -> None:
        self.source, self._layer = source, layer
        self.name: str = layer.GetName()
        definition = layer.GetLayerDefn()
        self.columns = tuple(definition.GetFieldDefn(place).GetName() for place in range(definition.GetFieldCount()))
        self.count = max(layer.GetFeatureCount(), 0)
        if self.count > MOST_ROWS:
            raise ImportRefused(
                tr("Lagret ”{lager}” har {antal} rader; högst {gräns} kan importeras. Gör ett urval först.").format(
                    lager=self.name, antal=self.count, gräns=MOST_ROWS
                )
            )

    @property
    def system(self) -> Any:
        """Its CRS (osr.SpatialReference) or None."""
        return self._layer.GetSpatialRef()

    def rows(self) -> Iterator[SourceRow]:
        """Every row, in order; MOST_ROWS at most."""
        points = point_columns(self.columns) if self.source.is_table else None
        self._layer.ResetReading()
        for place in range(MOST_ROWS):
            feature = self._next(place)
            if feature is None:
                return
            values = {name: _value(feature, index) for index, name in enumerate(self.columns)}
            shape = points.geometry(values) if points else feature.GetGeometryRef()
            number = str(place + 2) if self.source.is_table else str(feature.GetFID())
            yield SourceRow(number, values, shape.Clone() if shape is not None else None)

    def _next(self, place: int) -> Any:
        try:
            return self._layer.GetNextFeature()
        except RuntimeError as error:
            raise ImportRefused(
                tr("{fil} är skadad efter rad {rad}: {fel}. Inget har importerats.").format(
                    fil=self.source.path.name, rad=place, fel=error
                )
            ) from error


@contextlib.contextmanager
def open_source(given: str | Path) -> Iterator[Source]:
    """Open the file `given` for reading; what it holds is never changed. ImportRefused says why it cannot be read."""
    path = _checked(given)
    with tempfile.TemporaryDirectory(prefix="strukturbild-") as folder, quiet_gdal() as gdal:
        readable = _readable(path, Path(folder))
        dataset = _opened(gdal, readable)
        if dataset is None:
            raise ImportRefused(
                tr(
                    "{fil} går inte att läsa som kartdata. Spara den som GeoPackage, shapefil, GeoJSON eller CSV."
                ).format(fil=path.name)
            )
        try:
            yield Source(path, dataset, path.suffix.lower() in _TABLES)
        finally:
            del dataset


def layers_in(given: str | Path) -> tuple[SourceLayer, ...]:
    """What can be imported from the file `given`, for a dialog to show."""
    with open_source(given) as source:
        return source.layers()


@contextlib.contextmanager
def quiet_gdal() -> Iterator[Any]:
    """GDAL without its complaints on standard error, and without its habit of fetching what a file points at."""
    from osgeo import gdal

    settings = {"GDAL_HTTP_TIMEOUT": "1", "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "{none}"}
    before = {name: gdal.GetThreadLocalConfigOption(name) for name in settings}
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    for name, value in settings.items():
        gdal.SetThreadLocalConfigOption(name, value)
    try:
        yield gdal
    finally:
        for name, value in before.items():
            gdal.SetThreadLocalConfigOption(name, value)
        gdal.PopErrorHandler()


def _checked(given: str | Path) -> Path:
    text = str(given)
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


def _readable(path: Path, folder: Path) -> Path:
    """A form of `path` that GDAL may open: tables in UTF-8, GeoPackages as a copy without views."""
    suffix = path.suffix.lower()
    if suffix in _TABLES:
        if path.stat().st_size > _MOST_TABLE_BYTES:
            raise ImportRefused(tr("Tabellen {fil} är för stor. Gör ett urval först.").format(fil=path.name))
        return table_as_utf8(path, folder)
    if suffix == ".gpkg":
        copy = folder / path.name
        try:
            copy_database(path, copy)
            _drop_views(copy)
        except (StoreError, sqlite3.Error) as error:
            raise ImportRefused(tr("{fil} går inte att läsa: {fel}").format(fil=path.name, fel=error)) from error
        return copy
    return path


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


def _opened(gdal: Any, path: Path) -> Any:
    options = ["AUTODETECT_TYPE=NO", "KEEP_GEOM_COLUMNS=YES"] if path.suffix.lower() == ".csv" else []
    try:
        return gdal.OpenEx(
            str(path), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=list(DRIVERS), open_options=options
        )
    except RuntimeError:
        return None


def _described(layer: Any) -> SourceLayer:
    from osgeo import ogr

    definition, system = layer.GetLayerDefn(), layer.GetSpatialRef()
    return SourceLayer(
        layer.GetName(),
        max(layer.GetFeatureCount(), 0),
        ogr.GeometryTypeToName(layer.GetGeomType()),
        tuple(definition.GetFieldDefn(place).GetName() for place in range(definition.GetFieldCount())),
        system.GetName() or "" if system is not None else "",
    )


def _value(feature: Any, index: int) -> Any:
    """A cell as text or number; dates as text; lists joined by semicolons."""
    if not feature.IsFieldSetAndNotNull(index):
        return None
    try:
        value = feature.GetField(index)
    except UnicodeDecodeError:
        value = bytes(feature.GetFieldAsBinary(index))
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).decode("cp1252", "replace")
    if isinstance(value, list):
        return ";".join(map(str, value))
    return value
