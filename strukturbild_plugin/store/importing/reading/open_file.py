"""A file opened for import, whatever its format, as layers to read.

What is opened is hostile: only file formats that hold their own data are allowed (a VRT, a service or a web address
could make GDAL read elsewhere), GeoPackages are read from a copy, and views are left alone. Its letters may be in any
encoding: GDAL is given UTF-8 or asked for the bytes as they are.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Sequence

from ....compat import GDAL_FAILED, close_dataset
from ....errors import ImportRefused, StoreError, without_lone_surrogates
from ....i18n import tr
from ...gpkg.file_copy import copy_database
from .delimited_text import rows_of_text
from .gdal_layer import GdalLayer, gdal_errors_explained, quiet_gdal, unreadable
from .raw_layer import RawLayer
from .table_layer import TableLayer
from .text_files import TABLES, TEXT_FILES, table_text, text_file_as_utf8

_SHAPEFILE = "ESRI Shapefile"
DRIVERS = (
    "GPKG",
    _SHAPEFILE,
    "GeoJSON",
    "GeoJSONSeq",
    "TopoJSON",
    "LIBKML",
    "KML",
    "GPX",
    "FlatGeobuf",
    "MapInfo File",
    "OpenFileGDB",
)
_ADDRESS = re.compile(r"^(/vsi|[a-z][a-z0-9+.-]+://|[a-z0-9_]+:(?![\\/]))", re.IGNORECASE)


@dataclass(frozen=True)
class OpenedFile:
    """A file that is open, and its layers."""

    path: Path
    layers: Sequence[RawLayer]
    notes: tuple[str, ...] = ()
    """What to tell of how it was opened."""
    label: str | None = None
    """The encoding that it says it has; '' when it should but does not, None when its format does not say it."""


@contextlib.contextmanager
def opened_file(given: str | Path) -> Iterator[OpenedFile]:
    """The file `given`, open for reading; what it holds is never changed. ImportRefused says why it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="strukturbild-") as folder, contextlib.ExitStack() as until_closed:
        try:
            gdal = until_closed.enter_context(quiet_gdal())
            found = _opened(gdal, _checked(given), Path(folder), until_closed)
        except OSError as error:
            raise ImportRefused(
                tr(
                    "{fil} går inte att läsa ({fel}). Kontrollera namnet, att du får läsa filen och att inget annat "
                    "program håller den låst."
                ).format(fil=Path(given).name, fel=error.strerror or error)
            ) from error
        yield found


def _opened(gdal: Any, path: Path, folder: Path, until_closed: contextlib.ExitStack) -> OpenedFile:
    if path.suffix.lower() in TABLES:
        text, notes = table_text(path)
        return OpenedFile(path, [TableLayer(path.stem, rows_of_text(text))], notes)
    readable, notes = _readable(path, folder)
    dataset = _opened_by_gdal(gdal, readable, path.name)
    until_closed.callback(close_dataset, dataset)
    layers, label = _layers(path, dataset)
    return OpenedFile(path, layers, notes, label)


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


def _opened_by_gdal(gdal: Any, path: Path, name: str) -> Any:
    suffix = path.suffix.lower()
    # An empty encoding: GDAL hands over a shapefile's bytes as they are, also those that its label is wrong for.
    options = ["ENCODING="] if suffix in (".shp", ".shx", ".dbf") else []
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
