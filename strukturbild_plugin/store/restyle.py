"""Another symbol set for a strukturbild: in its file, and at once in layers that are open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Iterable, Sequence

from qgis.core import QgsVectorLayer

from ..cartography.styling import apply_style
from ..cartography.tokens import load_symbol_set
from ..catalogue.model import Catalogue
from .forms import set_object_form
from .geopackage import writing
from .layers import table_of
from .records import Attachment, Picture


def restyle(path: Path, kod: str, who: str = "") -> None:
    """Let the strukturbild at `path` use the symbol set `kod`: its head and its styles are written anew."""
    with writing(path, who) as db:
        symbols = load_symbol_set(kod, db.attachments())
        db.set_head(replace(db.head(), symboluppsattning=symbols.kod))


def restyle_layers(
    layers: Iterable[QgsVectorLayer],
    catalogue: Catalogue,
    kod: str,
    language: str = "sv",
    bilagor: Iterable[Attachment] = (),
) -> int:
    """Give open layers of a strukturbild that carries `bilagor` the set `kod` at once; says how many.

    Edits and forms are untouched.
    """
    symbols = load_symbol_set(kod, bilagor)
    changed = 0
    for layer in layers:
        table = table_of(layer)[1]
        if catalogue.layer(table) is not None:
            apply_style(layer, table, catalogue, symbols, language)
            layer.triggerRepaint()
            changed += 1
    return changed


def reword_layers(
    layers: Iterable[QgsVectorLayer], catalogue: Catalogue, pictures: Sequence[Picture], language: str = "sv"
) -> None:
    """Give QGIS's own forms of open layers the words of `catalogue`; edits are untouched.

    Tables without objects take theirs from the styles in the file.
    """
    for layer in layers:
        table = table_of(layer)[1]
        if catalogue.layer(table) is not None:
            set_object_form(layer, table, catalogue, pictures, language)
        else:
            layer.loadDefaultStyle()
