"""The formats that objects can be read from, and what is said of those that they cannot.

Each sentence says what the file is and exactly how to save it so that it can be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from ....i18n import tr

DRIVERS = (
    "GPKG",
    "ESRI Shapefile",
    "GeoJSON",
    "GeoJSONSeq",
    "ESRIJSON",
    "TopoJSON",
    "LIBKML",
    "KML",
    "GPX",
    "FlatGeobuf",
    "MapInfo File",
)
"""GDAL's drivers that files are opened with in QGIS's own process."""


@dataclass(frozen=True)
class ChildFormat:
    """A format that is read in a process of its own (`child_process.py`)."""

    drivers: tuple[str, ...]
    settings: Mapping[str, str]
    is_sheets: bool = False
    """Whether its layers are sheets of cells, with a header somewhere."""
    is_drawing: bool = False
    """Whether points, lines and areas are in one list."""


_GML = ChildFormat(("GML",), {})
_XLSX = ChildFormat(("XLSX",), {"OGR_XLSX_HEADERS": "DISABLE", "OGR_XLSX_FIELD_TYPES": "STRING"}, is_sheets=True)
_ODS = ChildFormat(("ODS",), {"OGR_ODS_HEADERS": "DISABLE", "OGR_ODS_FIELD_TYPES": "STRING"}, is_sheets=True)
_XLS = ChildFormat(("XLS",), {"OGR_XLS_HEADERS": "DISABLE", "OGR_XLS_FIELD_TYPES": "STRING"}, is_sheets=True)
"""Not every GDAL has it; then `advice` says what to do."""
_SQLITE = ChildFormat(("SQLite",), {"SQLITE_LIST_ALL_TABLES": "NO"})
_PARQUET = ChildFormat(("Parquet",), {})
CHILD_FORMATS: Mapping[str, ChildFormat] = {
    ".gml": _GML,
    ".xml": _GML,
    ".dxf": ChildFormat(("DXF",), {}, is_drawing=True),
    ".xlsx": _XLSX,
    ".xlsm": _XLSX,
    ".xls": _XLS,
    ".ods": _ODS,
    ".sqlite": _SQLITE,
    ".sqlite3": _SQLITE,
    ".db": _SQLITE,
    ".parquet": _PARQUET,
    ".geoparquet": _PARQUET,
    ".gdb": ChildFormat(("OpenFileGDB",), {}),
}
DATABASES = (".gpkg", ".sqlite", ".sqlite3", ".db")
"""SQLite files: they are read from a copy without views."""
ARCHIVES = (".zip", ".kmz")
PACKED = (".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz")
SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qpj", ".sbn", ".sbx", ".qix", ".shp.xml")
MAPINFO_PARTS = (".dat", ".map", ".id", ".ind")


def main_file_of(ending: str) -> tuple[str, ...]:
    """The endings of the file that one with this ending is a part of; () when it stands for itself."""
    if ending in SHAPEFILE_PARTS and ending not in (".shp", ".dbf"):
        return (".shp",)
    if ending in MAPINFO_PARTS:
        return (".tab",)
    return (".mif",) if ending == ".mid" else ()


def readable_endings() -> tuple[str, ...]:
    """The endings of the files that can be chosen, for a file dialog."""
    from .text_files import TEXT_FILES

    return (".gpkg", ".shp", *TEXT_FILES, ".fgb", ".tab", ".mif", *CHILD_FORMATS, *ARCHIVES)


def advice(ending: str) -> str:
    """What a file with this ending is and how to save it, as two sentences; '' when nothing is known of it."""
    table = _by_kind()
    return next((text for endings, text in table.items() if ending in endings.split()), "")


def _by_kind() -> dict[str, str]:
    export = tr("Öppna den i QGIS, högerklicka på lagret, välj Exportera > Spara objekt som och formatet GeoPackage.")
    return {
        ".mdb .accdb": tr(
            "Det är en databas från Access eller äldre ArcGIS. Exportera lagret i ArcGIS till en filgeodatabas eller "
            "shapefil, eller tabellen i Access till Excel."
        ),
        ".dwg": tr("Det är en AutoCAD-ritning. Spara den som DXF i AutoCAD (Spara som, DXF) och hämta den filen."),
        ".dgn": tr("Det är en MicroStation-ritning. Spara den som DXF i MicroStation (Spara som, DXF) och hämta den."),
        ".pdf": tr(
            "Det är en PDF, alltså en bild av kartan. Be om kartans data som GeoPackage eller shapefil, eller lägg "
            "PDF:en under i QGIS och rita av den."
        ),
        ".xls .xlsb": tr("Det är en äldre Excel-fil. Öppna den i Excel, välj Spara som och filformatet xlsx."),
        ".doc .docx .odt .rtf .ppt .pptx": tr(
            "Det är ett dokument. Kopiera tabellen till Excel och spara den som xlsx, med en kolumn för E och en för N."
        ),
        ".qgz .qgs .qlr .vrt": tr("Det är ett projekt som pekar på lager i andra filer.") + " " + export,
        ".lyr .lyrx .mxd .aprx .mpk .lpk .lpkx .wor": tr(
            "Det är ett projekt eller en lagerfil som pekar på data i andra filer. Exportera lagret till en shapefil "
            "eller filgeodatabas i det programmet."
        ),
        ".qml .sld": tr("Det är en stil utan objekt. Välj filen som har objekten."),
        ".tif .tiff .png .jpg .jpeg .jp2 .ecw .img .asc .bmp .gif .sid .webp": tr(
            "Det är en bild eller ett raster, utan objekt. Gör ytor av rastret i QGIS med Raster > Konvertering > "
            "Raster till vektor och hämta resultatet, eller rita av bilden."
        ),
        ".las .laz .e57 .ply": tr("Det är ett punktmoln. Hämta i stället det som har tolkats ur det, som GeoPackage."),
        ".ifc .skp .rvt .3ds .obj": tr("Det är en byggnadsmodell. Spara dess plan som DXF och hämta den filen."),
        ".pbf .osm": tr("Det är ett utdrag ur OpenStreetMap.") + " " + export,
        ".e00 .adf .000 .geopackage .mbtiles .pmtiles .mvt .svg .json5 .csvt .gfs .xsd": export,
    }
