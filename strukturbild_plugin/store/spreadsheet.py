"""The rows of a spreadsheet (XLSX, ODS) as text, read with the GDAL that QGIS brings."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, Iterator

from ..errors import GoalError
from ..goals.table import is_goal_table
from ..i18n import tr

_DRIVERS = {".xlsx": "XLSX", ".xlsm": "XLSX", ".ods": "ODS"}
_MOST_ROWS = 20_001
_MOST_COLUMNS = 200


def rows_from_spreadsheet(source: Path, sheet: str = "") -> list[list[str]]:
    """Every row of `sheet`, or of the first sheet that looks like a goal list; row 1 of the sheet is first.

    GoalError when the file or the sheet cannot be read.
    """
    from osgeo import gdal

    driver = _DRIVERS[source.suffix.lower()]
    with _all_as_text(gdal, driver):
        try:
            data = gdal.OpenEx(str(source), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=[driver])
        except RuntimeError:
            data = None
        if data is None:
            raise GoalError(
                tr("kalkylbladet kan inte läsas. Öppna det, spara det som CSV (UTF-8) och försök med den filen.")
            )
        sheets = {layer.GetName(): layer for layer in (data.GetLayer(place) for place in range(data.GetLayerCount()))}
        return _chosen(sheets, sheet)


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
        if row > _MOST_ROWS:
            break
        rows.extend([] for _ in range(row - 1 - len(rows)))
        columns = min(feature.GetFieldCount(), _MOST_COLUMNS)
        rows.append([feature.GetFieldAsString(column) for column in range(columns)])
    return rows


@contextlib.contextmanager
def _all_as_text(gdal: Any, driver: str) -> Iterator[None]:
    """Read headers as an ordinary row and numbers as they are written; the user's own settings come back after."""
    wanted = {f"OGR_{driver}_HEADERS": "DISABLE", f"OGR_{driver}_FIELD_TYPES": "STRING"}
    before = {key: gdal.GetConfigOption(key) for key in wanted}
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        for key, value in wanted.items():
            gdal.SetConfigOption(key, value)
        yield
    finally:
        for key, value in before.items():
            gdal.SetConfigOption(key, value)
        gdal.PopErrorHandler()
