"""Every shipped symbol set draws every class, keeps statuses apart, stays vector and gives the legend its swatches."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from qgis.core import QgsRectangle

from strukturbild_plugin import paths
from strukturbild_plugin.cartography.layer_style import apply_style
from strukturbild_plugin.cartography.layout.legend import draw_swatch, swatch_of
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set, symbol_sets
from strukturbild_plugin.catalogue.model import Catalogue
from strukturbild_plugin.errors import CatalogueError
from strukturbild_plugin.export.sheets.map_layers import picture_layers
from tests.cartography.helpers import STATUSES, differing, draw, klass, objekt, print_pdf, small_catalogue, snapshot
from tests.helpers import tool

SETS = ("tryck", "skiss", "tillganglig", "workshop")
BOX = QgsRectangle(0, 0, 60_000, 40_000)
SHAPES = {
    "punkt": "Point(30000 20000)",
    "linje": "LineString(8000 12000, 25000 26000, 52000 24000)",
    "yta": "Polygon((8000 8000, 50000 6000, 54000 30000, 26000 36000, 8000 8000))",
}
OWN = (
    klass("energi", "Energinod", "A", {"punkt": "nod"}, 8, egen=True),
    klass("vind", "Vindkraft", "A", {"yta": "omrade"}, 8, egen=True),
    klass("elnat", "Elnät", "K", {"linje": "samband"}, 8, egen=True),
)


def things(catalogue: Catalogue) -> list[tuple[str, str, str, str]]:
    """(layer, class, geometry, largest level) of each class in each layer."""
    return [
        (layer, each.kod, geometry, each.nivaer[0].kod if each.nivaer else "")
        for each in catalogue.klasser
        for geometry, layer in each.lager.items()
    ]


def test_the_four_sets_are_there() -> None:
    assert tuple(kod for kod, _name in symbol_sets()) == SETS


@pytest.mark.parametrize("kod", SETS[1:])
def test_statuses_look_different_for_every_class_own_ones_too(kod: str) -> None:
    symbols, catalogue = load_symbol_set(kod), small_catalogue(*OWN)
    for layer, each, geometry, level in things(catalogue):
        drawn = {}
        for status in STATUSES:
            one = objekt(layer, each, SHAPES[geometry], "", level, status)
            drawn[status] = draw(picture_layers(snapshot([one], catalogue), "b1", symbols), BOX, 300)
        for a, b in itertools.combinations(STATUSES, 2):
            assert differing(drawn[a], drawn[b], 21) > 20, (each, geometry, a, b)


@pytest.mark.parametrize("kod", SETS[1:])
def test_every_swatch_is_drawn(kod: str) -> None:
    symbols, catalogue = load_symbol_set(kod), small_catalogue(*OWN)
    for layer, each, _geometry, level in things(catalogue):
        image = draw_swatch(swatch_of(catalogue, symbols, each, level, layer), 120, 60, 200)
        assert any(image.pixelColor(x, y).alpha() > 60 for x in range(0, 120, 2) for y in range(0, 60, 2)), each


@pytest.mark.parametrize("kod", SETS)
def test_a_printed_map_is_vector_with_live_text(kod: str, tmp_path: Path) -> None:
    catalogue = small_catalogue(*OWN)
    objects = [
        objekt(layer, each, SHAPES[geometry], f"Namn {place}" if geometry == "punkt" else "", level, status)
        for place, ((layer, each, geometry, level), status) in enumerate(
            zip(things(catalogue), itertools.cycle(STATUSES))
        )
    ]
    layers = picture_layers(snapshot(objects, catalogue), "b1", load_symbol_set(kod))
    pdf = print_pdf(layers, tmp_path / "karta.pdf", BOX)
    assert len(tool("pdfimages", "-list", str(pdf)).strip().splitlines()) == 2
    assert "Namn" in tool("pdftotext", str(pdf), "-")


def test_a_hand_drawn_line_sways_and_is_drawn_the_same_each_time() -> None:
    one = objekt("samband", "samband", "LineString(5000 20000, 55000 20000)", "", "storregional")
    layers = picture_layers(snapshot([one]), "b1", load_symbol_set("skiss"))
    first = draw(layers, BOX, 600)
    rows = {y for y in range(first.height()) for x in range(60, 540, 3) if first.pixelColor(x, y).lightness() < 200}
    assert max(rows) - min(rows) > 12
    assert differing(first, draw(layers, BOX, 600)) == 0


def test_contributions_get_their_groups_colour_and_others_none() -> None:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    names = ("klass", "niva", "status", "namn", "grupp")
    layer = QgsVectorLayer("MultiPoint?crs=EPSG:3006&" + "&".join(f"field={n}:string" for n in names), "nod", "memory")
    pictures = []
    for group in ("Grupp 1", "Grupp 2", None):
        layer.dataProvider().truncate()
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["nod", "regional", "befintlig", "", group])
        feature.setGeometry(QgsGeometry.fromWkt("MultiPoint((30000 20000))"))
        layer.dataProvider().addFeatures([feature])
        apply_style(layer, "nod", small_catalogue(), load_symbol_set("workshop"))
        pictures.append(draw([layer], BOX, 300))
    for one, other in itertools.combinations(pictures, 2):
        assert differing(one, other, 41) > 40


def test_faults_in_what_the_new_sets_brought_are_said_with_their_place(tmp_path: Path) -> None:
    text = (paths.STYLES / "workshop.yaml").read_text(encoding="utf-8")
    text = text.replace("handritad: 0.35", "handritad: mycket").replace("1: turkos", "1: cerise")
    text = text.replace("bredd: 0.9", "bredd: 99").replace('linje: "#cfc8bc"}', 'linje: "#cfc8bc", halo: vit}')
    (tmp_path / "workshop.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_symbol_set("workshop", folder=tmp_path)
    said = "\n".join(caught.value.problems)
    for expected in (
        "workshop.yaml (rad 12): 'handritad' är 'mycket' men ska vara ett tal",
        "workshop.yaml, 'grupper' (rad 41): '1' är 'cerise'. Tillåtna värden: ",
        "workshop.yaml, recept 'gransbygd' (rad 81): 'bredd' är '99' men ska vara ett tal",
        "workshop.yaml, 'papper' (rad 14): 'halo' är 'vit' men ska vara en färg som",
    ):
        assert expected in said, (expected, said)
