"""The rows of a spreadsheet (XLSX, ODS) as text, read with the GDAL that QGIS brings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...compat import GDAL_FAILED, close_dataset
from ...errors import GoalError, without_lone_surrogates
from ...goals.table import is_goal_table
from ...i18n import tr
from .reading.gdal_layer import quiet_gdal

_DRIVERS = {".xlsx": "XLSX", ".xlsm": "XLSX", ".ods": "ODS"}
_MAX_ROWS = 20_001
_MAX_COLUMNS = 200


def rows_from_spreadsheet(source: Path, sheet: str = "") -> list[list[str]]:
    """Every row of `sheet`, or of the first sheet that looks like a goal list; row 1 of the sheet is first.

    GoalError when the file or the sheet cannot be read.
    """
    driver = _DRIVERS[source.suffix.lower()]
    # Headers are read as an ordinary row, and numbers as they are written.
    with quiet_gdal(**{f"OGR_{driver}_HEADERS": "DISABLE", f"OGR_{driver}_FIELD_TYPES": "STRING"}) as gdal:
        try:
            data = gdal.OpenEx(str(source), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=[driver])
            try:
                layers = [data.GetLayer(place) for place in range(data.GetLayerCount())]
                return _chosen({without_lone_surrogates(layer.GetName()): layer for layer in layers}, sheet)
            finally:
                close_dataset(data)
        except GDAL_FAILED as error:
            raise GoalError(
                tr("kalkylbladet kan inte läsas. Öppna det, spara det som CSV (UTF-8) och försök med den filen.")
            ) from error


def _chosen(sheets: dict[str, Any], wanted: str) -> list[list[str]]:
    if wanted and wanted not in sheets:
        raise GoalError(
            tr("bladet ”{name}” finns inte. Filen har: {names}.").format(name=wanted, names=", ".join(sheets))
        )
    read = [_rows(sheets[name]) for name in ([wanted] if wanted else sheets)]
    goal_lists = [rows for rows in read if is_goal_table(rows)]
    return (goal_lists or read or [[]])[0]


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
