"""The legend shows what is on the map and nothing else, in the fixed order, in phrases, with swatches that draw."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsLineSymbol, QgsMarkerSymbol

from strukturbild_plugin.cartography.layout.legend import LegendItem, draw_swatch, legend_entries, swatch_of
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.cartography.symbols.resolved_symbol import resolve_symbol
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.export.sheets.sheet_texts import every_class
from tests.cartography.helpers import STATUSES, klass, small_catalogue

USED = {
    ("gransbygd", "", "befintlig"),
    ("strak", "regional", "utvecklas"),
    ("strak", "storregional", "foreslagen"),
    ("strak", "storregional", "befintlig"),
    ("gron_kil", "", "befintlig"),
    ("nod", "lokal", ""),
    ("nod", "lokal", "befintlig"),
    ("nod", "storregional", "befintlig"),
}


def test_only_what_is_used_in_the_fixed_order_and_in_phrases() -> None:
    entries = legend_entries(small_catalogue(), USED, load_symbol_set())
    assert [(entry.struktur, entry.text) for entry in entries] == [
        ("B", "Storregional nod"),
        ("B", "Lokal nod"),
        ("K", "Storregionalt stråk"),
        ("K", "Storregionalt stråk, föreslaget"),
        ("K", "Regionalt stråk, utvecklas"),
        ("G", "Grön kil"),
        ("A", "Gränsbygd"),
    ]
    assert legend_entries(small_catalogue(), set(), load_symbol_set()) == ()


def test_the_shipped_catalogue_reads_well_in_both_languages() -> None:
    used = {
        ("bebyggelselage", "strategiskt", "befintlig"),
        ("samband", "inomregional", "foreslagen"),
        ("gron_samband", "klass_1", "reservat"),
        ("landsbygdsnod", "regional", "foreslagen"),
    }
    catalogue, symbols = load_catalogue(), load_symbol_set()
    assert [entry.text for entry in legend_entries(catalogue, used, symbols)] == [
        "Landsbygdsnod, föreslagen",
        "Strategiskt stadsutvecklingsläge",
        "Inomregionalt funktionellt samband, föreslaget",
        "Svagt grönt samband, klass 1, reservat",
    ]
    english = legend_entries(catalogue, {("nod", "storregional", "foreslagen")}, symbols, language="en")
    assert english[0].text == "Supra-regional node, proposed"


def test_a_class_drawn_in_two_ways_shows_the_way_that_was_drawn() -> None:
    symbols, catalogue = load_symbol_set(), small_catalogue()
    area = legend_entries(catalogue, {("bla_struktur", "", "", "gron_bla_yta")}, symbols)
    assert [(entry.text, type(entry.symbol)) for entry in area] == [("Blå struktur", QgsFillSymbol)]
    both = {("bla_struktur", "", "", "gron_bla_yta"), ("bla_struktur", "", "", "gron_bla_lank")}
    assert {entry.text: type(entry.symbol) for entry in legend_entries(catalogue, both, symbols)} == {
        "Blå struktur (yta)": QgsFillSymbol,
        "Blå struktur (linje)": QgsLineSymbol,
    }


def test_a_green_link_that_is_not_weak_is_no_lesser_one_and_has_no_level_to_miss() -> None:
    catalogue, symbols = load_catalogue(), load_symbol_set()
    link = LegendItem("gron_samband", "", "", "gron_bla_lank", "samband")
    weak = link._replace(niva="klass_3", undertyp="svagt_samband")
    entries = legend_entries(catalogue, [weak, link, weak._replace(niva="")], symbols)
    assert [entry.text for entry in entries] == [
        "Grönt samband",
        "Svagt grönt samband, klass 3",
        "Grönt samband: svagt grönt samband",
    ]
    klass = catalogue.object_class("gron_samband")
    sizes = [
        resolve_symbol(catalogue, symbols, klass, "gron_bla_lank", level).size
        for level in ("", "klass_1", "klass_2", "klass_3")
    ]
    assert sizes[0] == sizes[1] > sizes[2] > sizes[3]
    assert [entry.text for entry in legend_entries(catalogue, [weak, link], symbols)] == [
        "Grönt samband",
        "Svagt grönt samband, klass 3",
    ]
    assert LegendItem("gron_samband", "", "", "gron_bla_lank") in every_class(catalogue)


def test_every_swatch_draws_and_none_looks_like_another() -> None:
    catalogue = load_catalogue()
    used = {
        (each.kod, level, status, layer)
        for each in catalogue.klasser
        for level in ([level.kod for level in each.nivaer] or [""])
        for status in STATUSES
        for layer in each.lager.values()
    }
    entries = legend_entries(catalogue, used, load_symbol_set())
    assert len(entries) > 100
    pictures = {}
    for entry in entries:
        image = draw_swatch(entry.symbol, 120, 60, dpi=200)
        bits = image.constBits()
        bits.setsize(image.sizeInBytes())
        content = bytes(bits)
        assert any(content), f"{entry.text} draws nothing"
        pictures.setdefault(content, []).append(entry.text)
    alike = [titles for titles in pictures.values() if len(titles) > 1]
    # Area levels of one class carry their difference in the name on the map where the symbol has none.
    assert [titles for titles in alike if not all("grönt samband" in title.lower() for title in titles)] == []


def test_the_palette_gets_a_swatch_for_own_and_unknown_classes() -> None:
    own = klass("vind", "Vindkraft", "A", {"yta": "omrade"}, egen=True)
    catalogue, symbols = small_catalogue(own), load_symbol_set()
    assert isinstance(swatch_of(catalogue, symbols, "vind"), QgsFillSymbol)
    assert isinstance(swatch_of(catalogue, symbols, "nod"), QgsMarkerSymbol)
    assert isinstance(swatch_of(catalogue, symbols, "hittepå", layer_code="strak"), QgsLineSymbol)


def test_a_level_that_nobody_has_given_is_no_level() -> None:
    catalogue, symbols = small_catalogue(), load_symbol_set()
    nodes = {("nod", "lokal", ""), ("nod", "", ""), ("nod", "", "foreslagen"), ("nod", "okänd", "")}
    entries = legend_entries(catalogue, {*nodes, ("gron_kil", "", "")}, symbols)
    assert [entry.text for entry in entries] == [
        "Lokal nod",
        "Nod, nivå ej angiven",
        "Nod, föreslagen, nivå ej angiven",
        "Nod, nivå okänd",
        "Grön kil",
    ]
    assert entries[1].symbol.size() == entries[0].symbol.size(), "ritas som på kartan, i minsta storlek"
    english = legend_entries(catalogue, {("nod", "", "")}, symbols, language="en")
    assert [entry.text for entry in english] == ["Nod, level not given"]


def test_what_has_no_status_is_one_row_with_what_exists() -> None:
    entries = legend_entries(
        small_catalogue(), {("nod", "lokal", ""), ("nod", "lokal", "befintlig")}, load_symbol_set()
    )
    assert [entry.text for entry in entries] == ["Lokal nod"]
