"""What is written over the sheets of the gallery: the names that the plugin itself uses, in Swedish."""

from __future__ import annotations

from functools import cache

EYES = {
    "normal": "vanligt färgseende",
    "protanopi": "protanopi (utan rött)",
    "deuteranopi": "deuteranopi (utan grönt)",
    "tritanopi": "tritanopi (utan blått)",
    "gra": "gråskala",
}


@cache
def template(kod: str) -> str:
    """The name of a template."""
    from strukturbild_plugin.catalogue.template import load_template

    return load_template(kod).namn.sv


@cache
def symbol_set(kod: str) -> str:
    """The name of a symbol set."""
    from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import symbol_sets

    return dict(symbol_sets())[kod].sv


def kind(kod: str) -> str:
    """The name of a kind of sheet."""
    from strukturbild_plugin.export.sheets.sheet_kinds import kind_named

    return kind_named(kod).name.sv


def paper(kod: str) -> str:
    """The name of a paper."""
    from strukturbild_plugin.cartography.typography.page import paper_name

    return paper_name(kod)
