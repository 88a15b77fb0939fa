"""A file that is dropped on the window."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMimeDataUtils, QgsProviderRegistry
from qgis.PyQt.QtCore import QMimeData, QUrl

from ...errors import StrukturbildError
from ...store.writing.open_check import schema_version
from ..disk_answers import is_file


def file_in(dropped: QMimeData) -> Path | None:
    """The one file that is dropped, from a file manager or QGIS's browser; None for several, and for web addresses.

    Of folders only file databases are files.
    """
    if QgsMimeDataUtils.isUriList(dropped):
        sources = [(one.providerKey, one.uri) for one in QgsMimeDataUtils.decodeUriList(dropped)]
    else:
        sources = [("ogr", url.toLocalFile() if url.isLocalFile() else "") for url in dropped.urls()]
    places = {_file_of(*source) for source in sources}
    path = places.pop() if len(places) == 1 else None
    return path if path is not None and (path.suffix.lower() == ".gdb" or is_file(path, otherwise=True)) else None


def _file_of(provider: str, uri: str) -> Path | None:
    if provider == "delimitedtext":  # QGIS's own words for a table: an address with options
        found = QUrl(uri).toLocalFile()
    else:
        found = str(QgsProviderRegistry.instance().decodeUri(provider or "ogr", uri).get("path") or uri)
    return Path(found) if found else None


def is_strukturbild(path: Path) -> bool:
    """Whether the file is one to open, and not one to take objects out of. Reads it: not for the main thread."""
    if path.suffix.lower() != ".gpkg":
        return False
    try:
        return schema_version(path) > 0
    except StrukturbildError:
        return False
