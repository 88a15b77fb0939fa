"""Every class, level and status is drawn, differently and truthfully; own classes and unknown things too."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRectangle, QgsVectorFileWriter, QgsVectorLayer
from qgis.PyQt.QtGui import QColor, QImage

from strukturbild_plugin.cartography.layer_style import apply_style
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.catalogue.model import Catalogue
from strukturbild_plugin.export.sheets.map_layers import picture_layers
from strukturbild_plugin.store.gpkg.records import ObjectRecord
from tests.cartography.helpers import STATUSES, differing, draw, klass, layer_of, objekt, small_catalogue, snapshot
from tests.helpers import pixel_bytes

BOX = QgsRectangle(0, 0, 60_000, 40_000)
SHAPES = {
    "punkt": "Point(30000 20000)",
    "linje": "LineString(8000 12000, 25000 26000, 52000 24000)",
    "yta": "Polygon((8000 8000, 50000 6000, 54000 30000, 26000 36000, 8000 8000))",
}


def picture(objects: Iterable[ObjectRecord], catalogue: Catalogue | None = None, width: int = 300) -> QImage:
    """The objects without their names."""
    layers = picture_layers(snapshot(objects, catalogue), "b1", load_symbol_set())
    for layer in layers:
        layer.setLabelsEnabled(False)
    return draw(layers, BOX, width)


def ink(image: QImage) -> float:
    """How much darker than paper the picture is, in whole pixels of black."""
    grey = pixel_bytes(image, QImage.Format.Format_Grayscale8)
    return (255 * len(grey) - sum(grey)) / 255


def everything(catalogue: Catalogue) -> list[tuple[str, str, str, str]]:
    """(layer, class, geometry, level) of all that can be drawn."""
    found = []
    for each in catalogue.in_legend_order():
        levels = [level.kod for level in each.nivaer] or [""]
        for (geometry, layer), level in itertools.product(each.lager.items(), levels):
            found.append((layer, each.kod, geometry, level))
    return found


@pytest.mark.parametrize(("layer", "kod", "geometry", "level"), everything(small_catalogue()))
def test_statuses_look_different_and_what_is_planned_never_as_built(
    layer: str, kod: str, geometry: str, level: str
) -> None:
    drawn = {status: picture([objekt(layer, kod, SHAPES[geometry], "", level, status)]) for status in STATUSES}
    weight = {status: ink(image) for status, image in drawn.items()}
    assert weight["reservat"] > 0.5, "nothing is drawn"
    assert weight["befintlig"] > weight["foreslagen"] > weight["reservat"]
    for one, other in itertools.combinations(STATUSES, 2):
        assert differing(drawn[one], drawn[other], 26) > 25, f"{one} and {other} look alike"


def test_the_catalogue_that_is_shipped_is_drawn_whole() -> None:
    from strukturbild_plugin.catalogue.load import load_catalogue

    catalogue = load_catalogue()
    for layer, kod, geometry, level in everything(catalogue):
        image = picture([objekt(layer, kod, SHAPES[geometry], "", level)], catalogue, width=150)
        assert ink(image) > 1, (kod, geometry, level)


def test_a_larger_level_is_drawn_larger() -> None:
    for layer, kod, levels in (
        ("nod", "nod", ("storregional", "regional", "delregional", "lokal")),
        ("strak", "strak", ("storregional", "regional", "delregional")),
    ):
        geometry = "punkt" if layer == "nod" else "linje"
        weights = [ink(picture([objekt(layer, kod, SHAPES[geometry], "", level)])) for level in levels]
        assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("layer", ["nod", "strak", "omrade"])
def test_nothing_is_lost_that_the_catalogue_does_not_know(layer: str) -> None:
    kod = {"nod": "nod", "strak": "strak", "omrade": "verksamhet"}[layer]
    shape = SHAPES[{"nod": "punkt", "strak": "linje", "omrade": "yta"}[layer]]
    for strange in (
        objekt(layer, "hittepå", shape, "Namn"),
        objekt(layer, kod, shape, "Namn", "kosmisk"),
        objekt(layer, kod, shape, "Namn", "", ""),
        objekt(layer, kod, shape, "Namn", "", "o'klar"),
    ):
        assert ink(picture([strange])) > 2, strange


def test_own_classes_get_their_structures_colour_and_can_be_told_apart() -> None:
    own = (
        klass("energi", "Energinod", "A", {"punkt": "nod"}, 8, egen=True),
        klass("forsvar", "Försvarsnod", "A", {"punkt": "nod"}, 9, egen=True),
        klass("vind", "Vindkraft", "A", {"yta": "omrade"}, 8, egen=True),
        klass("sol", "Solkraft", "A", {"yta": "omrade"}, 9, egen=True),
        klass("elnat", "Elnät", "K", {"linje": "samband"}, 8, egen=True),
    )
    catalogue = small_catalogue(*own)
    drawn = {}
    for each in (*own, catalogue.object_class("nod"), catalogue.object_class("samband")):
        geometry, layer = next(iter(each.lager.items()))
        drawn[each.kod] = picture([objekt(layer, each.kod, SHAPES[geometry])], catalogue)
    for one, other in (("energi", "forsvar"), ("vind", "sol"), ("energi", "nod"), ("elnat", "samband")):
        assert differing(drawn[one], drawn[other], 26) > 25, (one, other)
    violet = QColor(load_symbol_set().farger["violet"].stark)
    assert abs(_strongest(drawn["energi"]).hue() - violet.hue()) < 12


def test_a_band_that_goes_on_fades_at_that_end_and_is_labelled() -> None:
    whole = objekt("strak", "strak", "LineString(5000 20000, 55000 20000)", "", "storregional")
    onward = objekt("strak", "strak", "LineString(5000 20000, 55000 20000)", "", "storregional", mot_slut="Göteborg")
    closed, faded = picture([whole], width=600), picture([onward], width=600)
    middle, near_end = 300, 505
    assert differing(closed.copy(middle, 0, 20, 400), faded.copy(middle, 0, 20, 400)) == 0
    assert faded.pixelColor(near_end, 200).lightness() > closed.pixelColor(near_end, 200).lightness() + 20
    layers = picture_layers(snapshot([onward]), "b1", load_symbol_set())
    assert _labels(layers) == {"mot Göteborg"}


def test_a_band_that_leaves_the_map_fades_inside_it() -> None:
    far = objekt("strak", "strak", "LineString(5000 20000, 300000 20000)", "", "storregional", mot_slut="Oslo")
    image = picture([far], width=600)
    edge, inside = image.pixelColor(596, 200), image.pixelColor(300, 200)
    assert edge.lightness() > 250, "the band ends before the edge of the map"
    assert inside.saturation() > 100


def test_an_exact_area_has_a_sharper_edge_than_one_in_principle() -> None:
    def edge(osakerhet: str) -> int:
        area = objekt(
            "gron_bla_yta", "gron_kil", "Polygon((0 0, 30000 0, 30000 40000, 0 40000, 0 0))", osakerhet=osakerhet
        )
        image = picture([area], width=1200)
        row = [image.pixelColor(x, 400).saturation() for x in range(540, 660)]
        return sum(4 < value < max(row) - 4 for value in row)

    assert edge("exakt") < edge("") < edge("principiell")


def test_places_of_a_joint_node_are_tied_together() -> None:
    joint = objekt("nod", "nod", "MultiPoint((15000 20000),(45000 20000))", "Kumla–Hallsberg", "regional")
    assert picture([joint]).pixelColor(150, 100).lightness() < 160
    layers = picture_layers(snapshot([joint]), "b1", load_symbol_set())
    assert _label_list(layers) == ["Kumla–Hallsberg"]


def test_bands_that_cross_are_parted_by_a_casing() -> None:
    small = objekt("strak", "strak", "LineString(30000 2000, 30000 38000)", "", "delregional")
    large = objekt("strak", "strak", "LineString(5000 20000, 55000 20000)", "", "storregional")
    image = picture([large, small], width=1200)
    column = [image.pixelColor(600, y).lightness() for y in range(300, 500)]
    assert max(column) > 225, "no light casing between the bands"


def test_the_style_works_the_same_on_a_table_and_from_its_saved_form(tmp_path: Path) -> None:
    objects = [
        objekt("strak", "strak", SHAPES["linje"], "Stråket", "regional", mot_slut="Oslo"),
        objekt("gron_bla_yta", "gron_kil", SHAPES["yta"], "Kilen"),
    ]
    layers = picture_layers(snapshot(objects), "b1", load_symbol_set())
    expected = draw(layers, BOX, 300)
    tables = []
    for layer in layers:
        code = layer.customProperty("strukturbild/lager")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = code
        file = tmp_path / f"{code}.gpkg"
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(file), QgsProject.instance().transformContext(), options)
        table = QgsVectorLayer(f"{file}|layername={code}", code, "ogr")
        apply_style(table, code, small_catalogue(), load_symbol_set())
        qml = tmp_path / f"{code}.qml"
        table.saveNamedStyle(str(qml))
        again = QgsVectorLayer(f"{file}|layername={code}", code, "ogr")
        again.loadNamedStyle(str(qml))
        tables.append(again)
    assert differing(expected, draw(tables, BOX, 300)) == 0


def test_a_picture_has_a_layer_for_each_table_with_objects_points_on_top() -> None:
    objects = [
        objekt("omrade", "delregion", SHAPES["yta"], "Delregionen"),
        objekt("nod", "nod", SHAPES["punkt"], "Örebro", "regional", roll="x"),
        objekt("strak", "strak", SHAPES["linje"], "Stråket", "regional"),
    ]
    layers = picture_layers(snapshot(objects), "b1", load_symbol_set())
    assert [layer.customProperty("strukturbild/lager") for layer in layers] == ["nod", "strak", "omrade"]
    assert next(layer_of(layers, "nod").getFeatures())["namn"] == "Örebro"
    assert layers[0].crs().authid() == "EPSG:3006"
    assert picture_layers(snapshot(objects), "en annan bild", load_symbol_set()) == []


def _strongest(image: QImage) -> QColor:
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return min(colours, key=lambda colour: colour.lightness())


def _label_list(layers: list[QgsVectorLayer]) -> list[str]:
    from tests.cartography.helpers import placed_labels

    return [label.labelText for label in placed_labels(layers, BOX)]


def _labels(layers: list[QgsVectorLayer]) -> set[str]:
    return set(_label_list(layers))
