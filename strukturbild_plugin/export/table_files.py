"""A table as a file for spreadsheets: CSV as Excel opens it in Sweden, or XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..compat import GDAL_FAILED, close_dataset, raising_gdal
from ..errors import ExportError
from ..i18n import tr
from ..store.gpkg.file_copy import built_beside

CSV, XLSX = ".csv", ".xlsx"


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """Heads and rows as CSV: semicolons, and the mark that says UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows(_harmless(row) for row in rows)
    return "\ufeff" + text.getvalue()


def write_table(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str | int]], title: str) -> None:
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


def _write_xlsx(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str | int]], title: str) -> None:
    from ..compat import ogr

    path.unlink(missing_ok=True)  # GDAL makes no XLSX of a file that is there, though empty
    numbers = {place for place in range(len(heads)) if any(isinstance(row[place], int) for row in rows)}
    with raising_gdal() as gdal:
        driver = gdal.GetDriverByName("XLSX")
        if driver is None:
            raise ExportError(tr("QGIS här kan inte skriva XLSX. Välj CSV."))
        data = driver.Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        layer = data.CreateLayer(title[:31], geom_type=ogr.wkbNone)
        for place, head in enumerate(heads):
            layer.CreateField(ogr.FieldDefn(head, ogr.OFTInteger64 if place in numbers else ogr.OFTString))
        for row in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for place, cell in enumerate(row):
                if cell != "":
                    feature.SetField(place, _harmless([cell])[0])
            layer.CreateFeature(feature)
        del layer
        close_dataset(data)


def _harmless(row: Sequence[str | int]) -> list[str | int]:
    """Cells that a spreadsheet shows and does not compute."""
    return [
        f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell for cell in row
    ]
