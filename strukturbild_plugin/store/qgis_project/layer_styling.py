"""Styles and forms of open layers: from the catalogue, never as the file says.

A file may come from anybody, and a style that is read as it stands brings forms with programs, actions, joins and
pictures from the net. Symbols and labels that somebody has saved in the file with QGIS are still used, once what could
do harm is taken out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import AbstractSet, Mapping

from qgis.core import QgsVectorLayer

from ...cartography.custom_styles.stored_style import MAX_QML_BYTES, StoredStyle, apply_stored_style, harmless_style
from ...cartography.layer_style import apply_style
from ...cartography.symbol_sets.symbol_set_library import SymbolSet, load_symbol_set, symbol_set_codes
from ...catalogue.model import Catalogue
from ...errors import CatalogueError
from ...i18n import tr
from ..gpkg.connection import columns_in
from ..gpkg.reader import Reader, reading
from ..gpkg.records import Head, Picture
from ..schema.tables import GEOMETRY
from .layer_styles import set_layer_form, set_plain_symbol, tables_with_forms

_STYLE_COLUMNS = {"f_table_name", "f_geometry_column", "styleQML", "useAsDefault", "owner", "update_time"}


@dataclass(frozen=True)
class LayerStyling:
    """What the layers of a strukturbild are styled from."""

    head: Head
    catalogue: Catalogue
    pictures: tuple[Picture, ...]
    symbols: SymbolSet
    saved: Mapping[str, StoredStyle] = field(default_factory=dict)
    """The styles that somebody has saved in the file with QGIS, by table; made harmless."""

    def sentences(self) -> tuple[str, ...]:
        """What of the saved styles is not used, a sentence for each layer."""
        sentences = []
        for table, style in sorted(self.saved.items()):
            layer = self.catalogue.layer(table)
            name = layer.namn.in_language(self.head.sprak) if layer is not None else table
            words = {"lager": name, "delar": ", ".join(style.notices)}
            if style.notices and style.qml:
                sentence = tr("Stilen för {lager} som är sparad i filen används, men inte allt i den: {delar}.")
                sentences.append(sentence.format(**words))
            elif style.notices:
                sentence = tr(
                    "Stilen för {lager} som är sparad i filen används inte: {delar}. Lagret ritas med "
                    "symboluppsättningen."
                )
                sentences.append(sentence.format(**words))
        return tuple(sentences)


def read_layer_styling(path: Path) -> LayerStyling:
    """All that is needed to style the layers of the file at `path`. Raises StoreError."""
    with reading(path) as db:
        return layer_styling_of(db)


def layer_styling_of(db: Reader) -> LayerStyling:
    """The same of an open reading."""
    head, carried = db.head(), db.attachments()
    try:
        symbols = load_symbol_set(head.symboluppsattning, carried)
    except CatalogueError:
        symbols = load_symbol_set("", carried)
    return LayerStyling(head, db.catalogue(), db.pictures(), symbols, _saved_styles(db, symbol_set_codes(carried)))


def style_layer(layer: QgsVectorLayer, table: str, styling: LayerStyling, language: str = "sv") -> None:
    """Give a layer that shows `table` its symbols, labels and form."""
    spec = next((spec for spec in tables_with_forms(styling.catalogue) if spec.name == table), None)
    if spec is None:
        return
    set_layer_form(layer, spec, styling.catalogue, styling.pictures, styling.head.sprak)
    saved = styling.saved.get(table)
    if saved is not None and apply_stored_style(layer, saved):
        return
    if spec.objects:
        apply_style(layer, table, styling.catalogue, styling.symbols, language)
    else:
        set_plain_symbol(layer, spec)


def _saved_styles(db: Reader, own: AbstractSet[str]) -> dict[str, StoredStyle]:
    """The default styles that are not ours, the newest of each table, as QGIS chooses."""
    if not set(columns_in(db.connection, "layer_styles")) >= _STYLE_COLUMNS:
        return {}
    rows = db.connection.execute(
        "SELECT f_table_name, CASE WHEN length(styleQML) <= ? THEN styleQML ELSE '' END, owner FROM layer_styles "
        "WHERE useAsDefault = 1 AND f_geometry_column = ? ORDER BY update_time",
        (MAX_QML_BYTES, GEOMETRY),
    ).fetchall()
    newest = {table: (style, owner) for table, style, owner in rows if isinstance(table, str)}
    return {
        table: harmless_style(style if isinstance(style, str) else "")
        for table, (style, owner) in newest.items()
        if owner not in own
    }
