"""A file opened for import, whatever its format, as layers to read.

What is opened is hostile: only file formats that hold their own data are allowed (a VRT, a service or a web address
could make GDAL read elsewhere), databases are read from a copy without views, and formats with brittle drivers in a
process of their own. Its letters may be in any encoding: GDAL is given UTF-8 or asked for the bytes as they are.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Sequence

from ....compat import GDAL_FAILED, close_dataset
from ....errors import ImportRefused, StoreError, without_lone_surrogates
from ....feedback import Feedback, Silent
from ....i18n import tr
from ...gpkg.file_copy import copy_database
from .archives import check_size, unpacked
from .child_process import NoPython, read_in_child
from .delimited_text import rows_of_text
from .drawing_layers import by_kind
from .formats import ARCHIVES, CHILD_FORMATS, DATABASES, DRIVERS, PACKED, ChildFormat, advice, main_file_of
from .gdal_layer import GdalLayer, gdal_errors_explained, quiet_gdal, refuse_too_many, unreadable
from .raw_layer import RawLayer
from .table_layer import TableLayer
from .text_files import TABLES, TEXT_FILES, table_text, text_file_as_utf8

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
def opened_file(given: str | Path, feedback: Feedback | None = None) -> Iterator[list[OpenedFile]]:
    """The file `given`, open for reading; of an archive first itself, without layers, then every file in it.

    What it holds is never changed. ImportRefused says why it cannot be read; Cancelled when `feedback` was cancelled.
    """
    with tempfile.TemporaryDirectory(prefix="strukturbild-") as folder, contextlib.ExitStack() as until_closed:
        try:
            gdal = until_closed.enter_context(quiet_gdal())
            found = _Opening(gdal, Path(folder), until_closed, feedback or Silent()).opened(_checked(given))
        except OSError as error:
            raise ImportRefused(
                tr(
                    "{fil} går inte att läsa ({fel}). Kontrollera namnet, att du får läsa filen och att inget annat "
                    "program håller den låst."
                ).format(fil=Path(given).name, fel=error.strerror or error)
            ) from error
        yield found


class _Opening:
    """Opens files with this GDAL; copies lie in the folder, and datasets are closed by the stack."""

    def __init__(self, gdal: Any, folder: Path, until_closed: contextlib.ExitStack, feedback: Feedback) -> None:
        self._gdal, self._folder, self._until_closed, self._feedback = gdal, folder, until_closed, feedback

    def opened(self, path: Path) -> list[OpenedFile]:
        """The file, and of an archive every file in it."""
        ending = path.suffix.lower()
        if ending in ARCHIVES:
            return self._archive(path)
        if ending in TABLES:
            text, notes = table_text(path)
            return [OpenedFile(path, [TableLayer(path.stem, rows_of_text(text))], notes)]
        readable, notes = self._readable(path)
        if ending in CHILD_FORMATS:
            return [OpenedFile(path, self._in_child(path, readable, CHILD_FORMATS[ending]), notes)]
        layers, label = _layers(path, self._dataset(readable, path.name, DRIVERS))
        return [OpenedFile(path, layers, notes, label)]

    def _archive(self, path: Path) -> list[OpenedFile]:
        files, notes = unpacked(path, self._folder / "uppackat")
        found, problems = [], []
        for file in files:
            try:
                found += self.opened(_checked(file))
            except ImportRefused as problem:
                problems.append(str(problem))
        if not found:
            raise ImportRefused(" ".join(problems))
        return [OpenedFile(path, (), (*notes, *problems)), *found]

    def _readable(self, path: Path) -> tuple[Path, tuple[str, ...]]:
        """A form of `path` that GDAL may open: text in UTF-8, databases as a copy without views; and what to tell."""
        ending = path.suffix.lower()
        if ending in TEXT_FILES:
            return text_file_as_utf8(path, self._copies())
        if ending in DATABASES:
            return self._database(path), ()
        if ending in (".gml", ".xml"):  # GDAL leaves files of its own beside these
            copy = self._copies() / f"{path.stem}.gml"
            shutil.copyfile(path, copy)
            return copy, ()
        if ending in (".xlsx", ".xlsm", ".ods"):
            check_size(path)
        return path, ()

    def _copies(self) -> Path:
        """A new folder for copies."""
        return Path(tempfile.mkdtemp(dir=self._folder))

    def _database(self, path: Path) -> Path:
        copy = self._copies() / path.name
        try:
            copy_database(path, copy, of_others=True)
            _drop_what_runs(copy)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise unreadable(path, error) from error
        except StoreError as error:
            broken = type(error.__cause__) is sqlite3.DatabaseError  # not one that is locked, or a disk that is full
            raise unreadable(path, error.__cause__ or error) if broken else ImportRefused(str(error)) from error
        return copy

    def _in_child(self, path: Path, readable: Path, form: ChildFormat) -> list[RawLayer]:
        read: Sequence[RawLayer]
        try:
            read = read_in_child(path, readable, self._copies(), form.drivers, form.settings, feedback=self._feedback)
        except ImportRefused as error:
            if advice(path.suffix.lower()):  # it says better what to do with such a file
                raise unreadable_as_map(path.name, "") from error
            raise
        except NoPython:
            if not any(self._gdal.GetDriverByName(driver) for driver in form.drivers):
                if advice(path.suffix.lower()):
                    raise unreadable_as_map(path.name, "") from None
                raise ImportRefused(
                    tr(
                        "{fil} har ett format ({format}) som QGIS på den här datorn inte läser. Spara den som "
                        "GeoPackage i programmet den kommer från, eller be den som lämnade filen om en GeoPackage "
                        "eller GeoJSON."
                    ).format(fil=path.name, format=form.drivers[0])
                ) from None
            for name, value in form.settings.items():
                self._gdal.SetThreadLocalConfigOption(name, value)
                self._until_closed.callback(self._gdal.SetThreadLocalConfigOption, name, None)
            read, _ = _layers(path, self._dataset(readable, path.name, form.drivers))
        if form.is_sheets or form.is_drawing:  # they are put together anew from all rows
            for layer in read:
                refuse_too_many(layer.name.decode("utf-8", "replace"), layer.count)
        if form.is_sheets:
            return [TableLayer(layer.name.decode("utf-8", "replace"), _cells(layer)) for layer in read if layer.count]
        if form.is_drawing:
            return [each for layer in read for each in by_kind(layer)]
        return list(read)

    def _dataset(self, path: Path, name: str, drivers: Sequence[str]) -> Any:
        # An empty encoding: GDAL hands over a shapefile's bytes as they are, also those that its label is wrong for.
        options = ["ENCODING="] if path.suffix.lower() in (".shp", ".shx", ".dbf") else []
        flags = self._gdal.OF_VECTOR | self._gdal.OF_READONLY
        try:
            dataset = self._gdal.OpenEx(str(path), flags, allowed_drivers=list(drivers), open_options=options)
        except GDAL_FAILED as error:
            why = " ".join(str(error).replace(f"{path.parent}{os.sep}", "").split()).rstrip(".")
            raise unreadable_as_map(name, "" if "not recognized" in why else why) from error
        self._until_closed.callback(close_dataset, dataset)
        return dataset


def unreadable_as_map(name: str, why: str) -> ImportRefused:
    """The refusal of a file that GDAL does not know ('') or finds broken: what it is, if its ending tells; a way on."""
    known = advice(Path(name).suffix.lower())
    if known:
        return ImportRefused(tr("{fil} går inte att läsa som kartdata. {råd}").format(fil=name, råd=known))
    if not why:
        return ImportRefused(
            tr("{fil} går inte att läsa som kartdata. Spara den som GeoPackage, shapefil, GeoJSON eller CSV.").format(
                fil=name
            )
        )
    return ImportRefused(
        tr(
            "{fil} går inte att läsa som kartdata ({fel}). Spara den på nytt i programmet den kommer från, helst "
            "som GeoPackage."
        ).format(fil=name, fel=why)
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
    ending = path.suffix.lower()
    if ending in PACKED:
        raise ImportRefused(tr("{fil} är packad. Packa upp den och välj filen inuti.").format(fil=path.name))
    if path.is_dir() and ending != ".gdb":
        raise ImportRefused(tr("{fil} är en mapp. Välj en fil i den.").format(fil=path.name))
    if not path.exists():
        raise ImportRefused(tr("Filen {path} finns inte. Kontrollera mappen och namnet.").format(path=path))
    for main in main_file_of(ending):
        if any(path.with_suffix(each).exists() for each in (main, main.upper())):
            return _checked(next(each for each in map(path.with_suffix, (main, main.upper())) if each.exists()))
        raise ImportRefused(
            tr("{fil} är bara en del av ett lager. Kopiera hit även {rest} och övriga delar, och välj den.").format(
                fil=path.name, rest=path.with_suffix(main).name
            )
        )
    if ending == ".shp" and not any(path.with_suffix(each).exists() for each in (".shx", ".SHX")):
        raise ImportRefused(
            tr("{fil} är bara en del av en shapefil. Kopiera hit även {rest} (och .dbf och .prj).").format(
                fil=path.name, rest=path.with_suffix(".shx").name
            )
        )
    return path


def _drop_what_runs(copy: Path) -> None:
    """Take views, triggers and virtual tables out of the copy: they are SQL that somebody else wrote, or read files.

    Spatial indexes are virtual tables too; nothing is searched here.
    """
    with contextlib.closing(sqlite3.connect(str(copy))) as database, database:
        database.execute("PRAGMA trusted_schema = OFF")
        found = database.execute("SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchall()
        for kind, name in found:
            quoted = '"' + name.replace('"', '""') + '"'
            database.execute(f"DROP {kind} IF EXISTS {quoted}")
            if kind == "view":
                with contextlib.suppress(sqlite3.OperationalError):  # no GeoPackage
                    database.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (name,))
        # SQLite has no module for most of them, so they cannot be dropped in the usual way.
        database.execute("PRAGMA writable_schema = ON")
        database.execute("DELETE FROM sqlite_master WHERE type = 'table' AND rootpage = 0 AND sql NOT LIKE '%rtree%'")
        database.execute("PRAGMA writable_schema = OFF")


def _cells(layer: RawLayer) -> list[Sequence[Any]]:
    """The rows of a sheet, empty ones included, so that the places are the row numbers of the spreadsheet."""
    rows: list[Sequence[Any]] = []
    for row in layer.rows():
        rows.extend([] for _ in range(int(row.number) - 1 - len(rows)))
        rows.append(["" if cell is None else cell for cell in row.values])
    return rows


def _layers(path: Path, dataset: Any) -> tuple[list[RawLayer], str | None]:
    """The layers of the dataset, and the encoding it says it has (None when its format has no place to say it)."""
    with gdal_errors_explained(path):
        found = [dataset.GetLayerByIndex(place) for place in range(dataset.GetLayerCount())]
        is_shapefile = dataset.GetDriver().ShortName == "ESRI Shapefile"
        label = _label(found[0]) if is_shapefile and found and found[0] is not None else None
    layers: list[RawLayer] = [GdalLayer(path, layer) for layer in found if layer is not None]
    return [layer for layer in layers if layer.name != b"layer_styles"], label


def _label(shapefile: Any) -> str:
    """The encoding a shapefile says it has, in its .cpg or its .dbf; '' when neither does."""
    given = (shapefile.GetMetadataItem(f"ENCODING_FROM_{place}", "SHAPEFILE") for place in ("CPG", "LDID"))
    return next(filter(None, given), "")
