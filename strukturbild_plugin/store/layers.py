"""The layers of a strukturbild for a map: styled, aliased and with forms, as the file itself carries them."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable

from qgis.core import QgsMapLayer, QgsVectorLayer

from ..catalogue.model import AREA, LINE, POINT, Catalogue, Layer, Text
from ..errors import StoreError
from ..i18n import tr
from .forms import LOOKUP_TABLES, set_picture_default
from .geopackage import reading
from .schema import HEAD

GROUPS = {
    POINT: Text("Noder", "Nodes"),
    LINE: Text("Stråk, samband och barriärer", "Corridors, links and barriers"),
    AREA: Text("Områden", "Areas"),
}
GREEN = "G"
TABLES_GROUP = Text("Mål och tabeller", "Goals and tables")
FRAME_GROUP = Text("Avgränsning", "Outline")
_FRAME = ("avgransning",)
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


def open_layers(path: Path, language: str = "sv") -> list[tuple[str, QgsVectorLayer]]:
    """Every layer of the file with the name of the group it belongs to, in drawing order (top first).

    Tables that forms look values up in come last, in a group without name; they are private in the layer tree.
    """
    path = Path(path)
    with reading(path) as db:
        catalogue, sv = db.catalogue(), language
    found = [
        (group.in_language(sv), open_layer(path, layer.kod, layer.namn.in_language(sv)))
        for group, layer in in_drawing_order(catalogue)
    ]
    found.extend(
        (TABLES_GROUP.in_language(sv), open_layer(path, name, _TITLES[name].in_language(sv))) for name in _TABLES
    )
    found.extend(
        (FRAME_GROUP.in_language(sv), open_layer(path, name, _TITLES[name].in_language(sv))) for name in _FRAME
    )
    found.extend(("", private(open_layer(path, name, name))) for name in (*LOOKUP_TABLES, "nod"))
    return found


def open_layer(path: Path, table: str, title: str) -> QgsVectorLayer:
    """One table of the file as a layer with its default style. Raises StoreError when QGIS cannot open it."""
    options = QgsVectorLayer.LayerOptions(True)
    layer = QgsVectorLayer(f"{path}|layername={table}", title, "ogr", options)
    if not layer.isValid():
        raise StoreError(tr("Lagret {lager} i {path} kan inte öppnas.").format(lager=table, path=path))
    return layer


def show_picture(layers: Iterable[QgsVectorLayer], bild_id: str) -> None:
    """Let the object layers show, and draw into, one picture; '' shows all."""
    for layer in layers:
        if layer.fields().indexOf("bild_id") < 0 or layer.fields().indexOf("objekt_id") < 0:
            continue
        quoted = bild_id.replace("'", "''")
        layer.setSubsetString(f"\"bild_id\" = '{quoted}'" if bild_id else "")
        if bild_id:
            set_picture_default(layer, bild_id)


def private(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Hide a layer from the layer tree: it only serves forms."""
    layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    return layer


def in_drawing_order(catalogue: Catalogue) -> list[tuple[Text, Layer]]:
    """Each layer with its group, top first: points, lines, the green and blue structure, then other areas."""

    def group(layer: Layer) -> tuple[int, int, Text]:
        structures = {klass.struktur for klass in catalogue.classes_in(layer.kod)}
        green = catalogue.structure(GREEN)
        if structures == {GREEN} and green and layer.geometri != POINT:
            return 2, (LINE, AREA).index(layer.geometri), green.namn
        return {POINT: 0, LINE: 1, AREA: 3}[layer.geometri], 0, GROUPS[layer.geometri]

    ranked = sorted(((*group(layer), place, layer) for place, layer in enumerate(catalogue.lager)), key=_rank)
    return [(text, layer) for _, _, text, _, layer in ranked]


def _rank(entry: tuple[int, int, Text, int, Layer]) -> tuple[int, int, int]:
    return entry[0], entry[1], entry[3]
