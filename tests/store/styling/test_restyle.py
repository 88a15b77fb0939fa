"""Switching the symbol set changes the file and what is open, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from strukturbild_plugin.errors import CatalogueError
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.qgis_project.layers import open_layers
from strukturbild_plugin.store.styling.change_symbol_set import restyle, restyle_layers
from strukturbild_plugin.store.writing.transaction import reading


def test_the_file_and_open_layers_take_the_new_set(tmp_path: Path) -> None:
    file = create(tmp_path / "a.gpkg", NewStrukturbild(titel="Prov", lan=("17",), mall="malbild"))
    with reading(file) as db:
        catalogue = db.catalogue()
    layers = [layer for group, layer in open_layers(file) if group]
    nodes = next(layer for layer in layers if "layername=nod" in layer.source())
    before = nodes.renderer().dump()
    forms = nodes.editFormConfig().tabs()
    assert restyle_layers(layers, catalogue, "workshop") == len(catalogue.lager)
    assert nodes.renderer().dump() != before and len(nodes.editFormConfig().tabs()) == len(forms)
    restyle(file, "workshop")
    with reading(file) as db:
        assert db.head().symboluppsattning == "workshop"
    again = next(layer for group, layer in open_layers(file) if group and "layername=nod" in layer.source())
    assert again.renderer().dump() == nodes.renderer().dump()


def test_an_unknown_set_changes_nothing(tmp_path: Path) -> None:
    file = create(tmp_path / "a.gpkg", NewStrukturbild(titel="Prov", lan=("17",), mall="malbild"))
    with pytest.raises(CatalogueError, match="neon"):
        restyle(file, "neon")
    with reading(file) as db:
        assert db.head().symboluppsattning != "neon"
