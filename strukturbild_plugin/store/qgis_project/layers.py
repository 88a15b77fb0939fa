"""The layers of a strukturbild for a map: styled, aliased and with forms, from its catalogue and symbol set."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsMapLayer, QgsNullSymbolRenderer, QgsVectorLayer

from ...catalogue.model import AREA, LINE, POINT, Catalogue, Layer, Text
from ...errors import StoreError
from ...i18n import tr
from ..schema.tables import HEAD
from .forms import LOOKUP_TABLES, set_picture_default
from .layer_styling import LayerStyling, read_layer_styling, style_layer

GROUPS = {
    POINT: Text("Noder", "Nodes"),
    LINE: Text("Stråk, samband och barriärer", "Corridors, links and barriers"),
    AREA: Text("Områden", "Areas"),
}
GREEN_STRUCTURE = "G"
TABLES_GROUP = Text("Mål och tabeller", "Goals and tables")
OUTLINE_GROUP = Text("Avgränsning", "Outline")
LOOKUPS = LOOKUP_TABLES
"""Tables that forms look values up in, by their own names."""
_OUTLINE_TABLES = ("avgransning",)
_TABLES = ("mal", "malsamling", "objekt_mal", "bild", "kommentar", "logg", "utgava", HEAD.name)
_TITLES = {
    "avgransning": Text("Avgränsning", "Outline"),
    "kommentar": Text("Kommentarer", "Comments"),
    "mal": Text("Mål", "Goals"),
    "malsamling": Text("Målsamlingar", "Goal sets"),
    "objekt_mal": Text("Objektens mål", "Goals of objects"),
    "bild": Text("Bilder", "Pictures"),
    "logg": Text("Logg", "Log"),
    "utgava": Text("Utgåvor", "Editions"),
    "strukturbild": Text("Om strukturbilden", "About"),
}


def open_layers(path: Path, language: str = "sv", bild_id: str = "") -> list[tuple[str, QgsVectorLayer]]:
    """Every layer of the file with the name of its group, in drawing order (top first). Raises StoreError.

    With `bild_id` the object layers show, and draw into, that picture alone. Tables that forms look values up in come
    last, in a group without name; they are private in the layer tree.
    """
    path = Path(path)
    styling = read_layer_styling(path)
    found = []
    for objects in (True, False):
        for group, table, title in listed_layers(styling.catalogue, language, objects):
            layer = _opened(path, table, title, bild_id if objects else "", styling, language)
            if objects and bild_id:
                set_picture_default(layer, bild_id)
            found.append((group, layer))
    found.extend(("", hide_layer(open_layer(path, table, table, styled=False))) for table in LOOKUPS)
    return found


def open_tables(path: Path, tables: Iterable[str], there: Iterable[QgsVectorLayer]) -> list[QgsVectorLayer]:
    """Those of `tables` that none of the layers `there` shows, hidden from the layer tree. Raises StoreError."""
    shown = {table_of(layer)[1] for layer in there}
    return [hide_layer(open_layer(path, one, one, styled=False)) for one in tables if one not in shown]


def listed_layers(catalogue: Catalogue, language: str, objects: bool) -> list[tuple[str, str, str]]:
    """Group, table and title of the layers that hold objects, or of the others, top first."""
    if objects:
        ordered = in_drawing_order(catalogue)
        return [(group.in_language(language), each.kod, each.namn.in_language(language)) for group, each in ordered]
    rest = [*((TABLES_GROUP, name) for name in _TABLES), *((OUTLINE_GROUP, name) for name in _OUTLINE_TABLES)]
    return [(group.in_language(language), name, _TITLES[name].in_language(language)) for group, name in rest]


def open_layer(path: Path, table: str, title: str, styled: bool = True, bild_id: str = "") -> QgsVectorLayer:
    """One table of the file as a layer with style and form. Raises StoreError when QGIS cannot open it."""
    return _opened(path, table, title, bild_id, read_layer_styling(path) if styled else None)


def _opened(
    path: Path, table: str, title: str, bild_id: str, styling: LayerStyling | None, language: str = "sv"
) -> QgsVectorLayer:
    """The default style that the file has is never read by QGIS: it may hold programs that run when a form opens."""
    layer = QgsVectorLayer(_address(path, table, bild_id), title, "ogr", QgsVectorLayer.LayerOptions(False))
    if not layer.isValid():
        raise StoreError(tr("Lagret {lager} i {path} kan inte öppnas.").format(lager=table, path=path))
    if styling is not None:
        style_layer(layer, table, styling, language)
    return layer


def table_of(layer: QgsVectorLayer) -> tuple[str, str]:
    """File and table of a layer of a strukturbild."""
    path, _, rest = layer.source().partition("|layername=")
    return path, rest.split("|")[0]


def _address(path: Path, table: str, bild_id: str) -> str:
    quoted = bild_id.replace("'", "''")
    subset = f"|subset=\"bild_id\" = '{quoted}'" if bild_id else ""
    return f"{path}|layername={table}{subset}"


def hide_layer(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Hide a layer from the layer tree and from the map: it only serves forms."""
    if layer.isSpatial():
        layer.setRenderer(QgsNullSymbolRenderer())
    layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    return layer


def in_drawing_order(catalogue: Catalogue) -> list[tuple[Text, Layer]]:
    """Each layer with its group, top first: points, lines, the green and blue structure, then other areas."""

    def group(layer: Layer) -> tuple[int, int, Text]:
        structures = {klass.struktur for klass in catalogue.classes_in(layer.kod)}
        green = catalogue.structure(GREEN_STRUCTURE)
        if structures == {GREEN_STRUCTURE} and green and layer.geometri != POINT:
            return 2, (LINE, AREA).index(layer.geometri), green.namn
        return {POINT: 0, LINE: 1, AREA: 3}[layer.geometri], 0, GROUPS[layer.geometri]

    ranked = sorted(((*group(layer), place, layer) for place, layer in enumerate(catalogue.lager)), key=_rank)
    return [(text, layer) for _, _, text, _, layer in ranked]


def _rank(entry: tuple[int, int, Text, int, Layer]) -> tuple[int, int, int]:
    return entry[0], entry[1], entry[3]
