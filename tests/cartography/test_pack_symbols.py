"""The symbols of packs: a recipe of their own in every set, told apart by every eye and in grey."""

from __future__ import annotations

import itertools

import pytest
from qgis.core import QgsRectangle

from strukturbild_plugin.cartography.layout.legend import legend_entries
from strukturbild_plugin.cartography.symbol_sets.colour import VISIONS
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set, symbol_sets
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.packs import load_packs
from strukturbild_plugin.export.sheets.map_layers import picture_layers
from strukturbild_plugin.store.writing.with_packs import with_packs
from tests.cartography.helpers import STATUSES, differing, draw, objekt, snapshot
from tools.docs import proof_measure as proof

SHAPE = "Polygon((8000 8000, 50000 6000, 54000 30000, 26000 36000, 8000 8000))"
BOX = QgsRectangle(0, 0, 60_000, 40_000)


@pytest.mark.parametrize("kod", [kod for kod, _name in symbol_sets()])
def test_every_set_draws_each_class_of_the_packs_in_its_own_way_and_each_status(kod: str) -> None:
    symbols, catalogue = load_symbol_set(kod), with_packs(load_catalogue(), load_packs())
    own = [klass.kod for klass in catalogue.klasser if klass.egen]
    assert set(own) <= set(symbols.symboler)
    drawn = {}
    for klass, status in itertools.product(own, STATUSES):
        one = objekt("omrade", klass, SHAPE, "", "", status)
        drawn[klass, status] = draw(picture_layers(snapshot([one], catalogue), "b1", symbols), BOX, 300)
    for (one_key, one_image), (other_key, other) in itertools.combinations(drawn.items(), 2):
        if one_key[0] == other_key[0] or one_key[1] == other_key[1]:
            assert differing(one_image, other, 21) > 20, (kod, one_key, other_key)


def test_tillganglig_tells_them_from_all_other_areas_for_every_eye_and_in_grey() -> None:
    catalogue, symbols = with_packs(load_catalogue(), load_packs()), load_symbol_set("tillganglig")
    found = [one for one in proof.closest_classes(catalogue, symbols) if one.geometry == "yta"]
    assert {one.vision for one in found} == set(VISIONS)
    assert [one for one in found if not one.good] == []


def test_the_legend_says_proposed_in_the_form_of_the_noun_also_when_more_words_follow_it() -> None:
    catalogue = with_packs(load_catalogue(), load_packs())
    used = [(klass.kod, "", "foreslagen") for klass in catalogue.klasser if klass.egen]
    said = [entry.text for entry in legend_entries(catalogue, used, load_symbol_set())]
    assert said == [
        "Område för rennäring, föreslaget",
        "Samiskt område, föreslaget",
        "Område i havsplan, föreslaget",
        "Riksintresse, föreslaget",
        "Totalförsvarets intresse, öppet redovisat, föreslaget",
    ]
