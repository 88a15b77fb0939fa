"""A table as a file for spreadsheets: CSV as Excel opens it in Sweden, or XLSX."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Union

from ..compat import GDAL_FAILED, close_dataset, raising_gdal
from ..errors import ExportError
from ..i18n import tr
from ..store.gpkg.file_copy import built_beside

CSV, XLSX = ".csv", ".xlsx"
Cell = Union[str, int, float]
_COMPUTED = re.compile("[\t\r]|[\\s\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+@\uff1d\uff0b\uff0d\uff20-]")
"""How a cell begins that a spreadsheet may compute: also after what is not seen, and in signs of full width."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 32_767
"""Signs in a cell at most: Excel opens no more."""


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Heads and rows as CSV: semicolons, and the mark that says UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_harmless(heads))
    writer.writerows([_with_comma(cell) for cell in _harmless(row)] for row in rows)
    return "\ufeff" + text.getvalue()


def write_table(path: Path, heads: Sequence[str], rows: Sequence[Sequence[Cell]], title: str) -> None:
    """Write them to `path` in one step: XLSX with a sheet called `title` when it ends so, else CSV.

    Raises ExportError, with nothing of it there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with built_beside(path) as temporary:
            if path.suffix.lower() == XLSX:
                _write_xlsx(temporary, heads, rows, title)
            else:
                temporary.write_bytes(csv_text(heads, rows).encode("utf-8"))
    except (OSError, *GDAL_FAILED) as error:
        raise ExportError(
            tr("Tabellen kunde inte skrivas till {path}: {reason}. Är den öppen någon annanstans?").format(
                path=path, reason=getattr(error, "strerror", None) or error
            )
        ) from error


def _write_xlsx(path: Path, heads: Sequence[str], rows: Sequence[Sequence[Cell]], title: str) -> None:
    from ..compat import ogr

    path.unlink(missing_ok=True)  # GDAL makes no XLSX of a file that is there, though empty
    rows = [[*_harmless(row), *[""] * (len(heads) - len(row))] for row in rows]
    kinds = [_kind(ogr, [row[place] for row in rows]) for place in range(len(heads))]
    with raising_gdal() as gdal:
        driver = gdal.GetDriverByName("XLSX")
        if driver is None:
            raise ExportError(tr("QGIS här kan inte skriva XLSX. Välj CSV."))
        data = driver.Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        layer = data.CreateLayer(_sheet_name(title), geom_type=ogr.wkbNone)
        for head, kind in zip(heads, kinds):
            layer.CreateField(ogr.FieldDefn(_harmless([head])[0], kind))
        for row in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for place, cell in enumerate(row[: len(heads)]):
                if cell != "":
                    feature.SetField(place, cell)
            layer.CreateFeature(feature)
        del layer
        close_dataset(data)


def _sheet_name(title: str) -> str:
    """`title` as a sheet may be called."""
    return _NOT_IN_SHEET_NAMES.sub(" ", _NOT_IN_XML.sub("", title))[:31].strip(" '") or tr("Tabell")


def _kind(ogr: Any, cells: Sequence[Cell]) -> Any:
    """The kind of a column: numbers when it holds some and no text."""
    filled = [cell for cell in cells if cell != ""]
    if not filled or any(isinstance(cell, str) for cell in filled):
        return ogr.OFTString
    return ogr.OFTReal if any(isinstance(cell, float) for cell in filled) else ogr.OFTInteger64


def _with_comma(cell: Cell) -> Cell:
    """A decimal number as Excel reads it in Sweden."""
    return f"{cell:g}".replace(".", ",") if isinstance(cell, float) else cell


def _harmless(row: Sequence[Cell]) -> list[Cell]:
    """Cells that a spreadsheet shows and does not compute, and can hold."""
    return [_harmless_text(cell) if isinstance(cell, str) else "" if not math.isfinite(cell) else cell for cell in row]


def _harmless_text(text: str) -> str:
    shown = _NOT_IN_XML.sub("", text)
    if _COMPUTED.match(shown):
        shown = f"'{shown}"
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
