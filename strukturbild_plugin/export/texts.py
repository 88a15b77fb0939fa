"""The fixed words of printed and published outputs, in the language of the strukturbild.

These follow the document's language (`Head.sprak`) and not the language of the program, so they do not go through `tr`.
"""

from __future__ import annotations

from ..catalogue.model import Text
from ..printable_text import one_line
from ..store.gpkg.records import Head

OVERLINE = Text("Strukturbild", "Structural picture")
EXAMPLE = Text("Exempel. Inte en beslutad plan.", "Example. Not an adopted plan.")
LEGEND = Text("Teckenförklaring", "Legend")
GOALS = Text("Mål som bilden bidrar till", "Goals the picture contributes to")
LEGEND_NEXT = Text("Teckenförklaringen står på nästa sida.", "The legend is on the next page.")
GOALS_NEXT = Text("Målen står på nästa sida.", "The goals are on the next page.")
PAPER = Text("Papper", "Paper")
BASE_MAP = Text("Bakgrundskarta", "Base map")
FRAME = Text("Ram och rutnät", "Frame and grid")
SHEET_TEXTS = Text("Texter och teckenförklaring", "Texts and legend")
LABELS_OF = Text("{layer}, namn", "{layer}, names")
DECIDED = Text("Beslutad {date}", "Decided {date}")
DECIDED_BY = Text("Beslutad {date} av {body}", "Decided {date} by {body}")
SCALE_WORD = Text("skala", "scale")
AND = Text("och", "and")
NORTH = Text("N", "N")
EDITION = Text("Utgåva", "Edition")
FINGERPRINT = Text("Fingeravtryck", "Fingerprint")
PRINCIPLE = Text(
    "Principiell bild: lägen, bredder och gränser är inte exakta. Bilden är vägledande och inte en plan enligt "
    "plan- och bygglagen.",
    "A picture of principle: positions, widths and boundaries are not exact. It gives guidance and is not a plan under "
    "the Planning and Building Act.",
)
SOURCES = Text("Underlag", "Sources")
LICENCE = Text("Licens", "Licence")
PERMISSION = Text("Spridningstillstånd", "Permission to publish")
REFERENCE = Text("Diarienummer", "Reference number")
PROJECTION = Text("Koordinatsystem SWEREF 99 TM (EPSG:3006).", "Coordinate system SWEREF 99 TM (EPSG:3006).")
ONE_OBJECT = Text("1 objekt", "1 object")
OBJECTS = Text("{count} objekt", "{count} objects")
IN_CONFLICT = Text("i konflikt: {names}", "in conflict: {names}")
UNNAMED = Text("{count} utan namn", "{count} unnamed")
CONFLICT = Text("varav {count} i konflikt", "{count} in conflict")


def permission(head: Head) -> str:
    """The permission to publish with its day, as it is to be read: 'LM2026/012345, 2026-11-20'; '' for none."""
    parts = (one_line(head.spridningstillstand), head.spridningstillstand_datum)
    return ", ".join(filter(None, parts))


def terms(head: Head) -> tuple[str, ...]:
    """What is said of licence, permission to publish and reference, a sentence each: 'Licens: CC BY 4.0.'"""
    said = ((LICENCE, one_line(head.licens)), (PERMISSION, permission(head)), (REFERENCE, one_line(head.diarienummer)))
    return tuple(f"{word.in_language(head.sprak)}: {value}." for word, value in said if value)


def joined(names: list[str], language: str) -> str:
    """'A', 'A och B', 'A, B och C'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {AND.in_language(language)} {names[-1]}"
