"""A printed map is vector all through, its text is live and in the shipped typeface, and names keep clear of nodes."""

from __future__ import annotations

from pathlib import Path

import pytest

from strukturbild_plugin.cartography.basemap.base_layers import base_layers
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.export.sheets.map_layers import picture_layers
from strukturbild_plugin.store.gpkg.records import ObjectRecord
from tests.cartography.helpers import EXTENT, STATUSES, objekt, placed_labels, print_pdf, small_catalogue, snapshot
from tests.helpers import tool

TOWNS = (
    "Kristinehamn",
    "Charlottenberg",
    "Säffle",
    "Åtvidaberg",
    "Örebro flygplats",
    "Finnerödja",
    "Älvsjö",
    "Hällefors",
)


def _everything() -> list[ObjectRecord]:
    """Each class at each level with each status, named towns, a band that goes on and a joint node."""
    objects = []
    catalogue = small_catalogue()
    kinds = [
        (layer, each.kod, geometry, level)
        for each in catalogue.klasser
        for geometry, layer in each.lager.items()
        for level in ([level.kod for level in each.nivaer] or [""])
    ]
    for row, (layer, kod, geometry, level) in enumerate(kinds):
        for column, status in enumerate(STATUSES):
            x, y = 310_000 + (row // 18) * 130_000 + column * 28_000, 6_780_000 - (row % 18) * 14_000
            shape = {
                "punkt": f"Point({x} {y})",
                "linje": f"LineString({x} {y}, {x + 20_000} {y - 4_000})",
                "yta": f"Polygon(({x} {y}, {x + 20_000} {y}, {x + 16_000} {y - 9_000}, {x} {y}))",
            }[geometry]
            attributes = {"strak": {"mot_slut": "Oslo"}, "samband": {"riktning": "bada"}}.get(layer, {})
            objects.append(objekt(layer, kod, shape, "", level, status, **attributes))
    for place, name in enumerate(TOWNS):
        objects.append(objekt("nod", "nod", f"Point({320_000 + place * 45_000} 6510000)", name, "regional"))
    return objects


def test_everything_on_paper_is_vector_with_live_text_in_one_typeface(base_data: Path, tmp_path: Path) -> None:
    symbols = load_symbol_set()
    layers = [*picture_layers(snapshot(_everything()), "b1", symbols), *base_layers(symbols, ["17", "18"])]
    pdf = print_pdf(layers, tmp_path / "karta.pdf")
    assert tool("pdfimages", "-list", str(pdf)).splitlines()[2:] == []
    fonts = [line.split() for line in tool("pdffonts", str(pdf)).splitlines()[2:]]
    assert fonts
    assert all(font[0].split("+")[-1].startswith("Lato-") and font[-5] == "yes" for font in fonts), fonts
    text = " ".join(tool("pdftotext", str(pdf), "-").split())
    for name in (*TOWNS, "mot Oslo"):
        assert name in text, f"{name} cannot be found in the PDF"


@pytest.mark.parametrize("status", ["befintlig", "utvecklas"])
def test_no_name_lies_on_a_node(status: str) -> None:
    levels = ("storregional", "regional", "delregional", "lokal")
    sizes = dict(zip(levels, (7.0, 5.0, 3.6, 2.6)))
    places = [(340_000 + 16_000 * (step % 7), 6_700_000 - 12_000 * (step // 7)) for step in range(28)]
    nodes = [
        objekt("nod", "nod", f"Point({x} {y})", f"Ort {number}", levels[number % 4], status)
        for number, (x, y) in enumerate(places)
    ]
    layers = picture_layers(snapshot(nodes), "b1", load_symbol_set())
    labels = placed_labels(layers, EXTENT, 1600, 100)
    assert {label.labelText for label in labels} >= {f"Ort {number}" for number in range(0, 28, 4)}
    millimetre = EXTENT.width() / (1600 / 100 * 25.4)
    for label in labels:
        for number, (x, y) in enumerate(places):
            radius = sizes[levels[number % 4]] / 2 * millimetre
            box = label.labelRect
            near_x, near_y = min(max(x, box.xMinimum()), box.xMaximum()), min(max(y, box.yMinimum()), box.yMaximum())
            apart = ((x - near_x) ** 2 + (y - near_y) ** 2) ** 0.5
            assert apart >= radius * 0.9, f"{label.labelText} lies on Ort {number}"


def test_the_larger_keeps_its_name_when_there_is_room_for_one() -> None:
    close = [
        objekt(
            "nod", "nod", f"Point({400_000 + step * 1500} {6_650_000 + step % 2 * 1500})", f"Mindre ort {step}", "lokal"
        )
        for step in range(14)
    ]
    main = objekt("nod", "nod", "Point(410000 6651000)", "Huvudorten", "storregional")
    labels = placed_labels(picture_layers(snapshot([*close, main]), "b1", load_symbol_set()))
    names = {label.labelText for label in labels}
    assert "Huvudorten" in names
    assert len(names) < 15
