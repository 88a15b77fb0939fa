"""The fixed words of printed and published outputs, in the language of the strukturbild.

These follow the document's language (`Head.sprak`) and not the language of the program, so they do not go through `tr`.
"""

from __future__ import annotations

from ..catalogue.model import Text

LEGEND = Text("Teckenförklaring", "Legend")
GOALS = Text("Målen i bilden", "The goals in the picture")
PAPER = Text("Papper", "Paper")
BASE_MAP = Text("Bakgrundskarta", "Base map")
FRAME = Text("Ram och rutnät", "Frame and grid")
SHEET_TEXTS = Text("Texter och teckenförklaring", "Texts and legend")
LABELS_OF = Text("{layer}, namn", "{layer}, names")
IN_CONFLICT = Text("motverkas av {names}", "opposed by {names}")
UNNAMED = Text("{count} utan namn", "{count} unnamed")
NO_NAME = Text("utan namn", "no name")
MEASURES = Text("Insatser", "Measures")
PRIORITIES = Text("Prioritet, regionens bedömning", "Priority, the region's own judgement")
WHITE_SPOTS = Text("Vita fläckar i bilden", "White spots in the picture")
GOALS_WITHOUT_PLACE = Text("Mål utan plats", "Goals without a place")
MUNICIPALITIES_WITHOUT_OBJECTS = Text("Kommuner utan ritade objekt", "Municipalities without objects")
MUNICIPALITIES_WITHOUT_GOALS = Text("Kommuner med objekt men utan mål", "Municipalities with objects but without goals")
SWEDISH_WITHOUT_OBJECTS = Text("Svenska kommuner utan ritade objekt", "Swedish municipalities without objects")
SWEDISH_WITHOUT_GOALS = Text(
    "Svenska kommuner med objekt men utan mål", "Swedish municipalities with objects but without goals"
)
"""The same where the area is partly in Norway or Finland, whose municipalities are not counted."""
AND_MORE = Text("{names} och {count} till", "{names} and {count} more")
SUPPORT = Text("{count} stödjer", "{count} support it")
OPPOSE = Text("{count} motverkar", "{count} oppose it")
