"""A published symbol set can be imported by any QGIS."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsStyle

from strukturbild_plugin.cartography.qgis_style_xml import publish
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set, symbol_sets
from strukturbild_plugin.catalogue.load import load_catalogue
from tests.cartography.helpers import small_catalogue


@pytest.mark.parametrize("kod", [kod for kod, _name in symbol_sets()])
def test_qgis_imports_every_symbol_of_a_published_set(kod: str, tmp_path: Path) -> None:
    file = publish(small_catalogue(), load_symbol_set(kod), tmp_path)
    style = QgsStyle()
    style.createMemoryDatabase()
    assert style.importXml(str(file))
    names = style.symbolNames()
    assert {"Storregional nod", "Storregionalt stråk, föreslaget", "Grön kil", "Gränsbygd, reservat"} <= set(names)
    assert all(style.symbol(name) is not None for name in names)
    assert kod in style.tagsOfSymbol(QgsStyle.StyleEntity.SymbolEntity, "Grön kil")


def test_the_whole_library_has_subtypes_and_roles(tmp_path: Path) -> None:
    style = QgsStyle()
    style.createMemoryDatabase()
    assert style.importXml(str(publish(load_catalogue(), load_symbol_set("tryck"), tmp_path)))
    names = set(style.symbolNames())
    assert {"Bytespunkt: flygplats", "Omland: vardagsregion", "Regional kärna", "Hamn"} <= names
