"""A symbol set published as QGIS style XML, so that its symbols can be used in any project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsStyle

from ..catalogue.model import POINT, ROLE_LIST, Catalogue
from ..errors import CatalogueError
from ..i18n import tr
from .layout.legend import LegendItem, legend_entries
from .symbol_set import STATUSES, SymbolSet


def publish(catalogue: Catalogue, symbols: SymbolSet, folder: Path, language: str = "sv") -> Path:
    """Write the symbol of every class, level, status, subtype and role to a QGIS style file in `folder`; give its path.

    The symbols need no attributes of a layer. `language`: of their names. Raises CatalogueError when it cannot be
    written.
    """
    style = QgsStyle()
    style.createMemoryDatabase()
    for entry in legend_entries(catalogue, _everything(catalogue), symbols, language):
        style.addSymbol(entry.text, entry.symbol, True)
        style.tagSymbol(QgsStyle.StyleEntity.SymbolEntity, entry.text, ["strukturbild", symbols.kod])
    file = Path(folder) / f"strukturbild-{symbols.kod}.xml"
    if not style.exportXml(str(file)):
        raise CatalogueError(
            tr("Filen {path} kunde inte skrivas: {reason}. Välj en annan plats.").format(
                path=file, reason=style.errorString()
            )
        )
    return file


def _everything(catalogue: Catalogue) -> set[LegendItem]:
    """All that a map of this catalogue can show."""
    roles = tuple(choice.kod for choice in catalogue.listor.get(ROLE_LIST, ()))
    used: set[LegendItem] = set()
    for klass in catalogue.klasser:
        levels = [each.kod for each in klass.nivaer]
        if not klass.levels_for(""):
            levels = ["", *levels]
        for geometry, layer in klass.lager.items():
            used |= {LegendItem(klass.kod, level, status, layer) for level in levels for status in STATUSES}
            used |= {LegendItem(klass.kod, levels[0], "", layer, subtype.kod) for subtype in klass.undertyper}
            if geometry == POINT:
                used.add(LegendItem(klass.kod, levels[0], "", layer, "", roles))
    return used
