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
def template(code: str) -> str:
    """The name of a template."""
    from strukturbild_plugin.catalogue.template import load_template

    return load_template(code).namn.sv


@cache
def symbol_set(code: str) -> str:
    """The name of a symbol set."""
    from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import symbol_sets

    return dict(symbol_sets())[code].sv


def kind(code: str) -> str:
    """The name of a kind of sheet."""
    from strukturbild_plugin.export.sheets.sheet_kinds import kind_named

    return kind_named(code).name.sv


def paper(code: str) -> str:
    """The name of a paper."""
    from strukturbild_plugin.cartography.typography.page import paper_name

    return paper_name(code)
