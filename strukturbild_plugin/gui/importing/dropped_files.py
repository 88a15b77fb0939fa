"""A file that is dropped on the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsMimeDataUtils, QgsProviderRegistry
from qgis.PyQt.QtCore import QMimeData, QUrl

from ...errors import StrukturbildError
from ...store.writing.open_check import schema_version
from ..disk_answers import is_file


@dataclass(frozen=True)
class DroppedFile:
    """A file that is dropped. `layer`: the one of its layers that was dragged; '' for the file itself."""

    path: Path
    layer: str = ""


def file_in(dropped: QMimeData) -> DroppedFile | None:
    """The one file that is dropped, from a file manager, QGIS's browser or its layers; None for several, and for
    web addresses.

    Of folders only file databases are files.
    """
    if QgsMimeDataUtils.isUriList(dropped):
        found = {_file_of(one.providerKey, one.uri) for one in QgsMimeDataUtils.decodeUriList(dropped)}
    else:
        found = {_file_of("ogr", url.toLocalFile() if url.isLocalFile() else "") for url in dropped.urls()}
    paths = {one.path for one in found if one is not None}
    if len(paths) != 1 or None in found:
        return None
    path, layers = paths.pop(), {one.layer for one in found if one is not None}
    there = path.suffix.lower() == ".gdb" or is_file(path, otherwise=True)
    return DroppedFile(path, layers.pop() if len(layers) == 1 else "") if there else None


def layer_without_file(dropped: QMimeData) -> str:
    """The name of the one layer that is dragged from QGIS's layers, when it lies in no file; '' otherwise."""
    layers = QgsMimeDataUtils.decodeUriList(dropped) if QgsMimeDataUtils.isUriList(dropped) else []
    return layers[0].name if len(layers) == 1 and layers[0].layerType == "vector" and not file_in(dropped) else ""


def _file_of(provider: str, uri: str) -> DroppedFile | None:
    if provider == "delimitedtext":  # QGIS's own words for a table: an address with options
        file = QUrl(uri).toLocalFile()
        return DroppedFile(Path(file)) if file else None
    parts = QgsProviderRegistry.instance().decodeUri(provider or "ogr", uri)
    file = str(parts.get("path") or uri)
    return DroppedFile(Path(file), str(parts.get("layerName") or "")) if file else None


def is_strukturbild(path: Path) -> bool:
    """Whether the file is one to open, and not one to take objects out of. Reads it: not for the main thread."""
    if path.suffix.lower() != ".gpkg":
        return False
    try:
        return schema_version(path) > 0
    except StrukturbildError:
        return False
