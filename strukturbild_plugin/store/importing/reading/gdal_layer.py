"""Layers read with the GDAL that QGIS brings, which is kept from following what a file points at."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, Iterator, Sequence

from ....compat import GDAL_FAILED, raising_gdal
from ....errors import ImportRefused
from ....i18n import tr
from .raw_layer import RawRow, as_bytes

MAX_ROWS = 100_000
"""A strukturbild has hundreds to thousands of objects; more than this is the wrong layer."""


class GdalLayer:
    """A layer of an open GDAL dataset."""

    notes: tuple[str, ...] = ()

    def __init__(self, path: Path, layer: Any) -> None:
        self._path, self._layer = path, layer
        with gdal_errors_explained(path):
            definition = layer.GetLayerDefn()
            fields = [definition.GetFieldDefn(place) for place in range(definition.GetFieldCount())]
            self.name = as_bytes(layer.GetName())
            self.columns = tuple(as_bytes(column.GetName()) for column in fields)
            self.count = max(layer.GetFeatureCount(), 0)
            self.geometry = layer.GetGeomType()
        self._texts = [place for place, each in enumerate(fields) if each.GetTypeName() in ("String", "StringList")]

    @property
    def system(self) -> Any:
        """The CRS that the file declares, or None."""
        with gdal_errors_explained(self._path):
            return self._layer.GetSpatialRef()

    def rows(self) -> Iterator[RawRow]:
        """Every row, in order; MAX_ROWS at most."""
        for place, feature in enumerate(self._features()):
            with gdal_errors_explained(self._path, place):
                shape = feature.GetGeometryRef()
                shape = shape.Clone() if shape is not None else None
                row = RawRow(str(feature.GetFID()), self._values(feature, range(len(self.columns))), shape)
            yield row

    def texts(self) -> Iterator[bytes]:
        """Every text in its rows."""
        for place, feature in enumerate(self._features()):
            with gdal_errors_explained(self._path, place):
                found = self._values(feature, self._texts)
            for value in found:
                if value is not None:
                    yield from map(as_bytes, value if isinstance(value, list) else [value])

    def _values(self, feature: Any, places: Sequence[int]) -> list[Any]:
        return [feature.GetField(place) if feature.IsFieldSetAndNotNull(place) else None for place in places]

    def _features(self) -> Iterator[Any]:
        self._layer.ResetReading()
        for place in range(MAX_ROWS):
            with gdal_errors_explained(self._path, place):
                feature = self._layer.GetNextFeature()
            if feature is None:
                return
            yield feature


NOTHING_FETCHED = {
    "GDAL_HTTP_TIMEOUT": "1",
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "{none}",
    "GML_DOWNLOAD_SCHEMA": "NO",
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
    "LIBKML_RESOLVE_STYLE": "NO",
}
"""Settings that keep GDAL from fetching schemas, links and styles that a file points at."""


@contextlib.contextmanager
def quiet_gdal(**more: str) -> Iterator[Any]:
    """GDAL that raises and does not complain on standard error, without its habit of fetching what a file points at.

    `more` are its settings for the time being; the user's own come back after.
    """
    settings = {**NOTHING_FETCHED, **more}
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
        raise unreadable(path, error, row) from error


def unreadable(path: Path, error: BaseException | str, row: int = 0) -> ImportRefused:
    """The refusal of a file that is damaged, after so many rows."""
    why = " ".join(str(error).split()).rstrip(".") or tr("GDAL anger inte varför")  # GDAL 3.6 loses it when it has two
    if row:
        why = tr("skadad efter rad {rad}: {fel}").format(rad=row, fel=why)
    return ImportRefused(
        tr(
            "{fil} går inte att läsa ({fel}). Inget har importerats. Öppna filen i QGIS, exportera det som går att "
            "läsa till en ny GeoPackage och hämta den."
        ).format(fil=path.name, fel=why)
    )


def refuse_too_many(layer: str, count: int) -> None:
    """Raise ImportRefused for a layer that is larger than anything that is meant for a strukturbild."""
    if count > MAX_ROWS:
        raise ImportRefused(
            tr("Lagret ”{lager}” har {antal} rader; högst {gräns} kan importeras. Gör ett urval först.").format(
                lager=layer, antal=count, gräns=MAX_ROWS
            )
        )
