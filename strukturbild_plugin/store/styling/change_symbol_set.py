"""Another symbol set for a strukturbild: in its file, and at once in layers that are open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Iterable, Sequence

from qgis.core import QgsEditFormConfig, QgsEditorWidgetSetup, QgsVectorLayer

from ...cartography.layer_style import apply_style
from ...cartography.symbol_sets.symbol_set_library import load_symbol_set
from ...catalogue.model import Catalogue
from ..gpkg.records import Attachment, Picture
from ..qgis_project.form_xml import HIDDEN, SPOILING, spoils
from ..qgis_project.layer_styles import empty_layer, set_layer_form, tables_with_forms
from ..qgis_project.layers import table_of
from ..schema.tables import FID
from ..writing.transaction import writing

_RELATION_LOOKUP_KEYS = ("Layer", "LayerName", "LayerProviderName", "LayerSource")


def restyle(path: Path, code: str, who: str = "") -> None:
    """Let the strukturbild at `path` use the symbol set `code`: its head and its styles are written anew."""
    with writing(path, who) as db:
        symbols = load_symbol_set(code, db.attachments())
        db.set_head(replace(db.head(), symboluppsattning=symbols.kod))


def restyle_layers(
    layers: Iterable[QgsVectorLayer],
    catalogue: Catalogue,
    code: str,
    language: str = "sv",
    attachments: Iterable[Attachment] = (),
) -> int:
    """Give open layers of a strukturbild that carries `attachments` the symbol set `code` at once; gives the number of
    layers.

    Edits and forms are untouched. Raises CatalogueError when there is no such set.
    """
    symbols = load_symbol_set(code, attachments)
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
    """Give QGIS's own forms of open layers the words of `catalogue`; edits are untouched."""
    specs = {spec.name: spec for spec in tables_with_forms(catalogue)}
    for layer in layers:
        spec = specs.get(table_of(layer)[1])
        if spec is not None:
            set_layer_form(layer, spec, catalogue, pictures, language)


def make_forms_safe(
    layers: Iterable[QgsVectorLayer], catalogue: Catalogue, pictures: Sequence[Picture], language: str = "sv"
) -> int:
    """Exchange, in open layers, widgets of older forms that could spoil a row; says in how many layers.

    They come with a file that cannot be written to (see form_renewal), and with a project that was saved long ago.
    """
    specs, changed = {spec.name: spec for spec in tables_with_forms(catalogue)}, 0
    for layer in layers:
        spec = specs.get(table_of(layer)[1])
        setups = {index: layer.editorWidgetSetup(index) for index in layer.fields().allAttributesList()}
        hidden = setups[at].type() == HIDDEN if (at := layer.fields().indexOf(FID)) >= 0 else False
        if spec is None or not (hidden or any(setup.type() in SPOILING for setup in setups.values())):
            continue
        like = empty_layer(spec)
        set_layer_form(like, spec, catalogue, pictures, language)
        wanted = {name: like.editorWidgetSetup(index) for index, name in enumerate(like.fields().names())}
        spoiling = [
            (index, wanted[name])
            for index, name in enumerate(layer.fields().names())
            if name in wanted
            and spoils(name, setups[index].type(), wanted[name].type())
            and not _alike(setups[index], wanted[name])
        ]
        for index, setup in spoiling:
            layer.setEditorWidgetSetup(index, setup)
        generated = layer.editFormConfig().layout() == QgsEditFormConfig.EditorLayout.GeneratedLayout
        if generated and any(index == at for index, _ in spoiling):  # else the number would be in the form
            layer.setEditFormConfig(like.editFormConfig())
            layer.setAttributeTableConfig(like.attributeTableConfig())
        changed += bool(spoiling)
    return changed


def _alike(one: QgsEditorWidgetSetup, other: QgsEditorWidgetSetup) -> bool:
    """Whether they do the same; a relation that has found its lookup layer has noted which."""
    kept, wanted = (
        {key: value for key, value in setup.config().items() if key not in _RELATION_LOOKUP_KEYS}
        for setup in (one, other)
    )
    return one.type() == other.type() and kept == wanted
