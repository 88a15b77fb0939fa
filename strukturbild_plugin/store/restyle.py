"""Another symbol set for a strukturbild: in its file, and at once in layers that are open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Iterable

from qgis.core import QgsVectorLayer

from ..cartography.styling import apply_style
from ..cartography.tokens import load_symbol_set
from ..catalogue.model import Catalogue
from .geopackage import writing
from .layers import table_of


def restyle(path: Path, kod: str, who: str = "") -> None:
    """Let the strukturbild at `path` use the symbol set `kod`: its head and its styles are written anew."""
    symbols = load_symbol_set(kod)
    with writing(path, who) as db:
        db.set_head(replace(db.head(), symboluppsattning=symbols.kod))


def restyle_layers(layers: Iterable[QgsVectorLayer], catalogue: Catalogue, kod: str, language: str = "sv") -> int:
    """Give open layers of a strukturbild the set `kod` at once, edits and forms untouched; says how many."""
    symbols = load_symbol_set(kod)
    changed = 0
    for layer in layers:
        table = table_of(layer)[1]
        if catalogue.layer(table) is not None:
            apply_style(layer, table, catalogue, symbols, language)
            layer.triggerRepaint()
            changed += 1
    return changed
