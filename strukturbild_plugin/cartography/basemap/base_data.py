"""Opening the base data that the plugin carries, without ever changing the file it lies in.

Even opening a GeoPackage for reading may change its bytes, so QGIS gets a working copy in the user's profile, one for
each version of the data; it stays there, so that a saved project finds its base map again.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from functools import lru_cache
from pathlib import Path

from qgis.core import QgsApplication, QgsVectorLayer

from ... import paths
from ...errors import StrukturbildError
from ...i18n import tr


def base_layer(table: str, name: str, condition: str = "") -> QgsVectorLayer:
    """A read-only layer of the shipped base data (GeoPackage, EPSG:3006).

    `table`: its name in the base data. `name`: what the layer is called in QGIS. `condition`: an SQL condition on its
    rows; '' for all. Raises StrukturbildError when the table cannot be opened.
    """
    copy = _working_copy(paths.BASE_DATA)
    # Promised not to change, or QGIS turns the copy into a WAL file that the next layer cannot open without a lock.
    # A condition given from the start spares opening the layer twice, and it has no style of its own to look for.
    chosen = f"|subset={condition}" if condition else ""
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    layer = QgsVectorLayer(f"{copy}|layername={table}|option:IMMUTABLE=YES{chosen}", name, "ogr", options)
    if not layer.isValid():
        raise StrukturbildError(
            tr("Grundkartans lager {table} kunde inte öppnas. Installera om insticksprogrammet.").format(table=table)
        )
    layer.setReadOnly(True)
    return layer


def acknowledgements(language: str) -> tuple[str, ...]:
    """What each source of the base data wants said, in 'sv' or 'en'."""
    column = "erkannande_en" if language == "en" else "erkannande_sv"
    with _read_only(paths.BASE_DATA) as rows:
        found = [str(row[0]) for row in rows.execute(f"SELECT {column} FROM kallor ORDER BY rowid") if row[0]]
    return tuple(dict.fromkeys(found))


class _read_only:  # noqa: N801 - read as a verb phrase: `with _read_only(file) as rows`
    """The file as SQLite sees it, promised not to change."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __enter__(self) -> sqlite3.Connection:
        _must_exist(self._file)
        self._connection = sqlite3.connect(f"{self._file.as_uri()}?immutable=1", uri=True)
        return self._connection

    def __exit__(self, *_error: object) -> None:
        self._connection.close()


def _working_copy(source: Path) -> Path:
    _must_exist(source)
    known = source.stat()
    return _copied(source, known.st_size, known.st_mtime_ns)


@lru_cache(maxsize=4)
def _copied(source: Path, size: int, changed: int) -> Path:
    name = f"basdata-{size:x}-{changed:x}.gpkg"
    for folder in _folders():
        copy = folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not copy.is_file():
                handle, temporary = tempfile.mkstemp(suffix=".gpkg", dir=folder)
                os.close(handle)
                shutil.copyfile(source, temporary)
                os.replace(temporary, copy)
            return copy
        except OSError:
            continue
    raise StrukturbildError(tr("Grundkartan kunde inte kopieras. Finns det plats på disken?"))


def _folders() -> tuple[Path, ...]:
    profile = QgsApplication.qgisSettingsDirPath()
    kept = [Path(profile) / "strukturbild"] if profile else []
    return (*kept, Path(tempfile.gettempdir()) / "strukturbild")


def _must_exist(file: Path) -> None:
    if not file.is_file():
        raise StrukturbildError(
            tr(
                "Grundkartan saknas ({path}). Installera om insticksprogrammet, eller kör make base i källkoden."
            ).format(path=file)
        )
