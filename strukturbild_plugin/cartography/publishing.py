"""A symbol set published as QGIS style XML, so that its symbols can be used in any project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsStyle

from ..catalogue.model import Catalogue
from ..errors import CatalogueError
from ..i18n import tr
from .legend import legend_entries
from .symbol_set import STATUSES, SymbolSet


def publish(catalogue: Catalogue, symbols: SymbolSet, folder: Path, language: str = "sv") -> Path:
    """Write every class, level and status of `symbols` to a style file in `folder`; symbols need no attributes."""
    used = {
        (klass.kod, level, status, layer)
        for klass in catalogue.klasser
        for level in ([each.kod for each in klass.nivaer] or [""])
        for status in STATUSES
        for layer in klass.lager.values()
    }
    style = QgsStyle()
    style.createMemoryDatabase()
    for entry in legend_entries(catalogue, used, symbols, language):
        style.addSymbol(entry.rubrik, entry.symbol, True)
        style.tagSymbol(QgsStyle.StyleEntity.SymbolEntity, entry.rubrik, ["strukturbild", symbols.kod])
    file = Path(folder) / f"strukturbild-{symbols.kod}.xml"
    if not style.exportXml(str(file)):
        raise CatalogueError(
            tr("Filen {path} kunde inte skrivas: {reason}. Välj en annan plats.").format(
                path=file, reason=style.errorString()
            )
        )
    return file
