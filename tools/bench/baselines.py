"""What the same files take when QGIS and GDAL write them, once, without our logic: what an edition is held against.

In the baseline is only what writes. Layouts are composed, layers are open and have their symbols, labels and forms
before the clock starts; nothing is checked, read back, fingerprinted, stamped, turned into words or put into place.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

PREVIEW_DPI = 110


class BareDelivery:
    """A delivery as one would make it by hand: GDAL's ogr2ogr (in this process) copies the layers and tables that a
    receiver sees, QGIS writes each one's style as QML and SLD, and the project with them into the file.
    """

    def __init__(self, made: Path, copy: Path) -> None:
        """`made`: a finished delivery, whose content and styles are written again to `copy`."""
        from qgis.core import QgsProject, QgsVectorLayer
        from qgis.PyQt.QtXml import QDomDocument

        self._made, self._copy, self._project = made, copy, QgsProject()
        with contextlib.closing(sqlite3.connect(made)) as db:
            listed = "SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'"
            self._tables = [name for (name,) in db.execute(listed)]
            styles = dict(db.execute("SELECT f_table_name, styleQML FROM layer_styles"))
        for table in self._tables:
            layer, style = QgsVectorLayer(f"{made}|layername={table}", table, "ogr"), QDomDocument()
            style.setContent(styles[table])
            layer.importNamedStyle(style)
            self._project.addMapLayer(layer)

    def write(self) -> None:
        """Write it."""
        from qgis.PyQt.QtXml import QDomDocument

        from strukturbild_plugin.compat import gdal

        self._copy.unlink(missing_ok=True)
        done = gdal.VectorTranslate(str(self._copy), str(self._made), format="GPKG", layers=self._tables)
        if done is None:
            raise RuntimeError(gdal.GetLastErrorMsg())
        del done  # now it is written
        styles = []
        for layer in self._project.mapLayers().values():
            qml, sld = QDomDocument(), QDomDocument()
            layer.exportNamedStyle(qml)
            layer.exportSldStyle(sld, "")
            styles.append((layer.name(), qml.toString(), sld.toString()))
        with contextlib.closing(sqlite3.connect(self._copy)) as db:
            db.execute("CREATE TABLE layer_styles (f_table_name TEXT, styleQML TEXT, styleSLD TEXT)")
            db.executemany("INSERT INTO layer_styles VALUES (?, ?, ?)", styles)
            db.commit()
        if not self._project.write(f"geopackage:{self._copy}?projectName=Strukturbild"):
            raise RuntimeError(self._project.error())

    def close(self) -> None:
        """Let go of the layers."""
        self._project.clear()


class BareEdition:
    """The files of an edition of one picture: map as PDF, preview as PNG, delivery, web page and manifest."""

    def __init__(self, files: dict[str, Path], sheet: Any, folder: Path) -> None:
        """`files`: those of a finished edition, by kind; `sheet`: its map sheet, composed."""
        self._layout, self._folder = sheet.layout, folder
        self._delivery = BareDelivery(files["leverans"], folder / "bar.gpkg")
        self._texts = [files[key].read_bytes() for key in ("webb", "manifest")]

    def write(self) -> None:
        """Write them."""
        from qgis.core import QgsLayoutExporter

        from strukturbild_plugin import compat

        exporter, settings = QgsLayoutExporter(self._layout), QgsLayoutExporter.PdfExportSettings()
        settings.forceVectorOutput, settings.rasterizeWholeImage = True, False
        settings.textRenderFormat = compat.TEXT_AS_TEXT
        settings.flags = settings.flags | compat.LAYOUT_LOSSLESS
        exporter.exportToPdf(str(self._folder / "bar.pdf"), settings)
        picture = QgsLayoutExporter.ImageExportSettings()
        picture.dpi, picture.pages, picture.generateWorldFile = PREVIEW_DPI, [0], False
        exporter.exportToImage(str(self._folder / "bar.png"), picture)
        self._delivery.write()
        for number, content in enumerate(self._texts):
            (self._folder / f"bar-{number}").write_bytes(content)

    def close(self) -> None:
        """Let go of what is open."""
        self._delivery.close()
