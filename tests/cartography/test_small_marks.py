"""What a sign says besides its class: subtype, roles, how exact its place is, its level, and who drew it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtGui import QImage

from strukturbild_plugin.cartography.layout.legend import LegendItem, grouped, legend_entries
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.cartography.symbols.contributor_styles import group_colours
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.export.sheets.map_layers import picture_layers
from strukturbild_plugin.store.gpkg.records import ObjectRecord
from tests.cartography.helpers import differing, draw, objekt, snapshot

BOX = QgsRectangle(0, 0, 60_000, 40_000)
SHAPES = {
    "punkt": "Point(30000 22000)",
    "linje": "LineString(8000 12000, 25000 26000, 52000 24000)",
    "yta": "Polygon((8000 8000, 50000 6000, 54000 30000, 26000 36000, 8000 8000))",
}
SETS = ("tryck", "skiss", "tillganglig", "workshop")


def thing(kod: str, geometry: str, level: str = "", **other: object) -> ObjectRecord:
    """An object of a class of the real catalogue."""
    klass = load_catalogue().object_class(kod)
    assert klass is not None
    return replace(objekt(klass.lager[geometry], kod, SHAPES[geometry], "", level), **other)


def picture(kod: str, *objects: ObjectRecord) -> QImage:
    """The objects in a symbol set."""
    return draw(picture_layers(snapshot(objects, load_catalogue()), "b1", load_symbol_set(kod)), BOX, 240)


@pytest.mark.parametrize("kod", SETS)
def test_subtypes_roles_and_accuracy_are_seen_in_every_set(kod: str) -> None:
    plain = thing("bytespunkt", "punkt", "regional", undertyp="station")
    assert differing(picture(kod, plain), picture(kod, replace(plain, undertyp=""))) == 0
    assert differing(picture(kod, plain), picture(kod, replace(plain, undertyp="flygplats"))) >= 4
    assert differing(picture(kod, plain), picture(kod, replace(plain, roller=("hamn", "gron_station")))) >= 8
    corridor = thing("strak", "linje", "regional")
    assert differing(picture(kod, corridor), picture(kod, replace(corridor, undertyp="tillvaxtstrak"))) >= 4
    for area in ("bebyggelselage", "omland"):
        exact = thing(area, "yta", osakerhet="exakt")
        assert differing(picture(kod, exact), picture(kod, replace(exact, osakerhet="principiell"))) >= 40, area


@pytest.mark.parametrize("kod", ["tryck", "tillganglig"])
def test_levels_of_areas_differ(kod: str) -> None:
    drawn = [picture(kod, thing("gron_samband", "yta", level)) for level in ("klass_1", "klass_2", "klass_3")]
    assert differing(drawn[0], drawn[1]) > 40 and differing(drawn[1], drawn[2]) > 40


def test_the_legend_explains_every_mark_on_the_map_and_no_other() -> None:
    catalogue, symbols = load_catalogue(), load_symbol_set("workshop")
    used = {
        LegendItem("bytespunkt", "regional", "", "nod", "flygplats", ("hamn",), "Grupp 2"),
        LegendItem("bytespunkt", "lokal", "", "nod", "station"),
        LegendItem("strak", "regional", "", "strak", "huvudstrak", ("hamn", "nodstad")),
    }
    titles = [entry.text for entry in legend_entries(catalogue, used, symbols)]
    own = ["Bytespunkt: flygplats", "Hamn", "Grupp 2"]
    assert titles == ["Regionalt stråk", "Regional bytespunkt", "Lokal bytespunkt", *own]
    groups = grouped(catalogue, legend_entries(catalogue, used, symbols, "en"), "en")
    assert [title for title, _rows in groups] == ["Transport and links", "Roles", "Who has drawn"]
    assert "Grupp 2" not in [entry.text for entry in legend_entries(catalogue, used, load_symbol_set("tryck"))]


def test_groups_have_the_same_colour_in_the_window_in_print_and_in_the_legend() -> None:
    symbols = load_symbol_set("workshop")
    names = ["Grupp 1", "Grupp 3", "Bord 3", "Norra", "Södra"]
    given = group_colours(symbols.grupper, names)
    assert len(set(given.values())) == len(names)
    assert given["Grupp 1"] == symbols.grupper[0] and symbols.grupper[2] in (given["Grupp 3"], given["Bord 3"])
    one = thing("nod", "punkt", "regional")
    drawn = picture("workshop", replace(one, grupp="Grupp 1"))
    colours = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}
    assert given["Grupp 1"] in colours
    assert differing(picture("tryck", one), picture("tryck", replace(one, grupp="Grupp 1"))) == 0
