"""The base map is drawn from the plugin's own data, shows the chosen län, and never changes the file it comes from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtGui import QColor

from strukturbild_plugin import paths
from strukturbild_plugin.cartography.basemap.base_layers import attribution, base_layers
from strukturbild_plugin.cartography.layout.overview_map import locator_layers
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.cartography.typography.fonts import family_or_shipped
from strukturbild_plugin.cartography.typography.text_style import sheet_colours
from strukturbild_plugin.errors import StrukturbildError
from tests.cartography.helpers import draw, placed_labels

VARMLAND = QgsRectangle(300_000, 6_480_000, 620_000, 6_760_000)


def test_the_chosen_lan_is_light_the_rest_muted_and_lakes_blue(base_data: Path) -> None:
    symbols = load_symbol_set()
    image = draw(base_layers(symbols, ["17", "18"]), VARMLAND, 640)

    def colour(east: float, north: float) -> QColor:
        x, y = (east - VARMLAND.xMinimum()) / 500, (VARMLAND.yMaximum() - north) / 500
        return image.pixelColor(round(x), round(y))

    def near(found: QColor, wanted: str) -> bool:
        other = QColor(wanted)
        return max(abs(found.red() - other.red()), abs(found.green() - other.green())) < 6

    assert near(colour(430_000, 6_640_000), symbols.bas.lan)
    assert near(colour(560_000, 6_700_000), symbols.bas.land)
    assert near(colour(400_000, 6_530_000), symbols.bas.sjo)
    assert near(colour(330_000, 6_730_000), symbols.bas.grannland)


def test_chosen_areas_abroad_are_as_light_as_lan_and_the_overview_shows_their_country(base_data: Path) -> None:
    symbols = load_symbol_set()
    layers = {layer.name(): layer for layer in base_layers(symbols, ["17", "NO-34"])}
    chosen = layers["Valda områden i grannländerna"]
    assert [feature["namn"] for feature in chosen.getFeatures()] == ["Innlandet"]
    image = draw(list(layers.values()), VARMLAND, 640)
    light = image.pixelColor(
        round((330_000 - VARMLAND.xMinimum()) / 500), round((VARMLAND.yMaximum() - 6_730_000) / 500)
    )
    assert (
        max(abs(light.red() - QColor(symbols.bas.lan).red()), abs(light.green() - QColor(symbols.bas.lan).green())) < 6
    )
    assert not list(base_layers(symbols, ["17"])[1].getFeatures()), "annars namnges inga av grannländernas regioner"
    colours = sheet_colours(symbols, family_or_shipped(symbols.typsnitt))
    whole = {}
    for codes in (["17"], ["17", "NO-34"], ["FI-12"], []):
        shown, whole[tuple(codes)] = locator_layers(codes, VARMLAND, colours, symbols.bas)
        assert all(layer.isValid() and layer.featureCount() for layer in shown)
    assert whole["17",] == whole[()] and whole["17", "NO-34"].contains(whole["17",])
    assert whole["FI-12",].xMinimum() > whole["17",].center().x()


def test_neighbours_are_named(base_data: Path) -> None:
    names = {label.labelText for label in placed_labels(base_layers(load_symbol_set(), ["17"]), VARMLAND, 1200)}
    assert {"NORGE", "Västra Götalands län", "Örebro"} & names >= {"NORGE", "Västra Götalands län"}


def test_the_file_is_not_changed_by_drawing_it(base_data: Path) -> None:
    before = hashlib.sha256(base_data.read_bytes()).hexdigest()
    draw(base_layers(load_symbol_set(), ["25"]), QgsRectangle(600_000, 7_200_000, 950_000, 7_700_000), 200)
    assert hashlib.sha256(base_data.read_bytes()).hexdigest() == before
    assert not list(base_data.parent.glob("basdata.gpkg-*"))


def test_strange_lan_codes_select_nothing_and_break_nothing(base_data: Path) -> None:
    layers = base_layers(load_symbol_set(), ["17'; DROP TABLE lan; --", "99"])
    assert all(layer.isValid() for layer in layers)


def test_sources_are_named_in_both_languages(base_data: Path) -> None:
    assert any("SCB" in line for line in attribution("sv"))
    assert any("Statistics Sweden" in line for line in attribution("en"))


def test_a_missing_base_map_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "BASE_DATA", tmp_path / "basdata.gpkg")
    with pytest.raises(StrukturbildError, match="Grundkartan saknas"):
        base_layers(load_symbol_set(), ["17"])
