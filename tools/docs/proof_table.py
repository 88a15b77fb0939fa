"""The proof as tables for the manual: what was measured, for every symbol set."""

from __future__ import annotations

from typing import Iterable, Sequence

from strukturbild_plugin.cartography.symbol_set import SymbolSet
from strukturbild_plugin.cartography.symbol_sets.colour import DEUTAN, GREY, NORMAL, PROTAN, TRITAN
from strukturbild_plugin.cartography.symbol_sets.contrast import MIN_TEXT_CONTRAST, worst_readings
from strukturbild_plugin.catalogue.model import AREA, LINE, POINT, Catalogue
from tools.docs.proof_measure import (
    MIN_COLOUR_DIFFERENCE,
    MIN_SHARE,
    Closest,
    closest_classes,
    closest_statuses,
    with_own,
)

START, END = "<!-- beviset: skrivs av make proof -->", "<!-- slut på beviset -->"
_VISIONS = {
    NORMAL: "fullt färgseende",
    DEUTAN: "deuteranopi",
    PROTAN: "protanopi",
    TRITAN: "tritanopi",
    GREY: "grått",
}
_GEOMETRIES = {POINT: "punkter", LINE: "linjer", AREA: "ytor"}


def proof_text(catalogue: Catalogue, sets: Sequence[SymbolSet]) -> str:
    """Everything between the markers of the manual, in Swedish."""
    catalogue = with_own(catalogue)
    parts = [_signs(catalogue, symbols) for symbols in sets]
    return "\n\n".join(
        [
            START,
            f"Minsta andel av det ritade där två tecken skiljer sig med minst {MIN_COLOUR_DIFFERENCE:.0f} i CIEDE2000. "
            f"Godkänt är minst {MIN_SHARE:.0%}, som är vårt eget val; det som inte når dit står med fet stil.".replace(
                "%", " %"
            ),
            *parts,
            _contrasts(sets),
            END,
        ]
    )


def put_between(text: str, made: str) -> str:
    """`text` with what stands between the markers replaced; ValueError without markers."""
    before, start, rest = text.partition(START)
    _old, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"the markers {START!r} and {END!r} are missing")
    return f"{before}{made}{after}"


def _signs(catalogue: Catalogue, symbols: SymbolSet) -> str:
    lines = [f"#### {symbols.namn.sv}", "", *_table("Klasser och nivåer", closest_classes(catalogue, symbols)), ""]
    return "\n".join([*lines, *_table("Statusar av samma tecken", closest_statuses(catalogue, symbols))])


def _table(title: str, found: Sequence[Closest]) -> Iterable[str]:
    yield f"| {title} | " + " | ".join(_VISIONS.values()) + " | de två som är mest lika |"
    yield "|---" * (len(_VISIONS) + 2) + "|"
    for geometry, name in _GEOMETRIES.items():
        row = {each.vision: each for each in found if each.geometry == geometry}
        least = min(row.values(), key=lambda each: each.share)
        cells = [_share(row[vision]) for vision in _VISIONS]
        yield f"| {name} | {' | '.join(cells)} | {least.one} – {least.other} ({_VISIONS[least.vision]}) |"


def _share(closest: Closest) -> str:
    text = f"{closest.share * 100:.0f} %"
    return text if closest.good else f"**{text}**"


def _contrasts(sets: Sequence[SymbolSet]) -> str:
    lines = [
        "#### Text",
        "",
        "Text på den bakgrund där den är svårast att läsa, kontrast enligt WCAG 2.2 "
        f"(minst {MIN_TEXT_CONTRAST:.1f}).".replace(".5)", ",5)"),
        "",
        "| Uppsättning | lägst | text | på | näst lägst | text | på |",
        "|---|---|---|---|---|---|---|",
    ]
    for symbols in sets:
        cells = [
            f"{reading.ratio:.1f} | {reading.text} | {reading.background}".replace(".", ",", 1)
            for reading in worst_readings(symbols)[:2]
        ]
        lines.append(f"| {symbols.namn.sv} | {' | '.join(cells)} |")
    return "\n".join(lines)
