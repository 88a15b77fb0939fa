"""The rows of a spreadsheet (XLSX, ODS) as text, read with the GDAL that QGIS brings."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any, Mapping, Sequence

from ...compat import GDAL_FAILED, close_dataset
from ...errors import GoalError, without_lone_surrogates
from ...goals.table import goals_seen
from ...i18n import tr
from .reading.gdal_layer import quiet_gdal

_DRIVERS = {".xlsx": "XLSX", ".xlsm": "XLSX", ".ods": "ODS"}
_MAX_ROWS = 20_001
_MAX_COLUMNS = 400
_MAX_UNPACKED = 100_000_000
"""Bytes."""


def rows_from_spreadsheet(source: Path, sheet: str = "") -> list[list[str]]:
    """Every row of `sheet`, or of the first sheet that looks like a goal list; row 1 of the sheet is first.

    GoalError when the file or the sheet cannot be read.
    """
    sheets = sheets_of(source)
    return sheets[goal_sheet(sheets, sheet)] if sheets else []


def sheets_of(source: Path) -> dict[str, list[list[str]]]:
    """The rows of every sheet, by its name. GoalError when the file cannot be read."""
    driver = _DRIVERS[source.suffix.lower()]
    _check_unpacked(source)
    # Headers are read as an ordinary row, and numbers as they are written.
    with quiet_gdal(**{f"OGR_{driver}_HEADERS": "DISABLE", f"OGR_{driver}_FIELD_TYPES": "STRING"}) as gdal:
        try:
            data = gdal.OpenEx(str(source), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=[driver])
            try:
                layers = [data.GetLayer(place) for place in range(data.GetLayerCount())]
                return {without_lone_surrogates(layer.GetName()): _rows(layer) for layer in layers}
            finally:
                close_dataset(data)
        except GDAL_FAILED as error:
            raise GoalError(
                tr("kalkylbladet kan inte läsas. Öppna det, spara det som CSV (UTF-8) och försök med den filen.")
            ) from error


def _check_unpacked(source: Path) -> None:
    """Refuse a spreadsheet, a zip file of its own, that a few bytes make the memory full."""
    try:
        with zipfile.ZipFile(source) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return  # GDAL says what is wrong
    if size > _MAX_UNPACKED:
        raise GoalError(tr("filen packas upp till mer än 100 MB och är knappast en mållista."))


def goal_sheet(sheets: Mapping[str, Sequence[Sequence[str]]], wanted: str = "") -> str:
    """The name of the sheet to read: the `wanted`, else the first that looks most like a goal list, else the first.

    GoalError when the wanted one is not there.
    """
    if wanted and wanted not in sheets:
        raise GoalError(
            tr("bladet ”{name}” finns inte. Filen har: {names}.").format(name=wanted, names=", ".join(sheets))
        )
    return wanted or max(sheets, key=lambda name: goals_seen(sheets[name]), default="")


def _rows(layer: Any) -> list[list[str]]:
    """The rows of one sheet, empty ones included, so that the numbers are those of the spreadsheet."""
    rows: list[list[str]] = []
    for feature in layer:
        row = feature.GetFID()
        if row > _MAX_ROWS:
            break
        rows.extend([] for _ in range(row - 1 - len(rows)))
        columns = min(feature.GetFieldCount(), _MAX_COLUMNS)
        rows.append([without_lone_surrogates(feature.GetFieldAsString(column)) for column in range(columns)])
    return rows
