"""The fixed words of printed and published outputs, in the language of the strukturbild.

These follow the document's language (`Head.sprak`) and not the language of the program, so they do not go through `tr`.
"""

from __future__ import annotations

from ..catalogue.model import Text

LEGEND = Text("Teckenförklaring", "Legend")
GOALS = Text("Mål som bilden bidrar till", "Goals the picture contributes to")
PAPER = Text("Papper", "Paper")
BASE_MAP = Text("Bakgrundskarta", "Base map")
FRAME = Text("Ram och rutnät", "Frame and grid")
SHEET_TEXTS = Text("Texter och teckenförklaring", "Texts and legend")
LABELS_OF = Text("{layer}, namn", "{layer}, names")
ONE_OBJECT = Text("1 objekt", "1 object")
OBJECTS = Text("{count} objekt", "{count} objects")
IN_CONFLICT = Text("i konflikt: {names}", "in conflict: {names}")
UNNAMED = Text("{count} utan namn", "{count} unnamed")
CONFLICT = Text("varav {count} i konflikt", "{count} in conflict")
