"""Fixed words of the sheets before/after, atlas and agreement, in the language of the strukturbild (see texts.py)."""

from __future__ import annotations

from ..catalogue.model import Text

CHANGES = Text("Skillnader mot nuläget", "Differences from the present")
CHANGE_MARKS = Text("Förändring", "Change")
NEW = Text("Nytt", "New")
CHANGED = Text("Ändrat", "Changed")
GONE = Text("Finns inte i målbilden", "Not in the future picture")
MOVED = Text("ändrat läge eller utsträckning", "other place or extent")
RENAMED = Text("i nuläget {name}", "at present {name}")
WAS = Text("i nuläget {object}", "at present {object}")
DETAILS = Text("ändrade uppgifter", "changed details")
NOTHING_CHANGED = Text("Inget skiljer bilderna åt.", "Nothing differs between the pictures.")
COMPARED = Text(
    "Jämförelsen är programmets: objekt hör ihop när det ena är kopierat från det andra, eller när de har samma namn.",
    "The comparison is the program's own: objects belong together when one was copied from the other, or when they "
    "have the same name.",
)
CHANGES_NEXT = Text("Skillnaderna står på nästa sida.", "The differences are on the next page.")

ATLAS = Text("Atlas", "Atlas")
CONTENTS = Text("Innehåll", "Contents")
CONTENTS_NEXT = Text("Innehållet står på nästa sida.", "The contents are on the next page.")
PALE = Text("Blekt på kartan: det som inte hör till sidan.", "Pale on the map: what does not belong to this page.")
CARRIERS = Text("Objekt och hur de bidrar", "Objects and how they contribute")
CARRIERS_NEXT = Text("Objekten står på nästa sida.", "The objects are on the next page.")
INSIDE = Text("I området", "In the area")
GOALS_HERE = Text("Mål som objekten bidrar till", "Goals the objects contribute to")
SUBREGIONS = Text("Delregioner", "Subregions")
COUNTIES = Text("Län", "Counties")
MUNICIPALITIES = Text("Kommuner", "Municipalities")
SUBREGION = Text("Delregion", "Subregion")
MUNICIPALITY = Text("Kommun i {county}", "Municipality in {county}")
PICTURES = Text("Bilder", "Pictures")
EXTENT_OF_PAGE = Text("Områdets gräns", "Limit of the area")

AGREEMENT_KIND = Text("Enighet mellan grupperna", "Agreement between the groups")
AGREEMENT_OVERLINE = Text("Strukturbild · vad grupperna har ritat", "Structural picture · what the groups have drawn")
LINE_WIDTH = Text("Linjer: bredare ju fler grupper", "Lines: wider, the more groups")
AREA_SHADE = Text("Ytor: mörkare ju fler grupper", "Areas: darker, the more groups")
NODE_SIZE = Text("Noder: större ju fler grupper", "Nodes: larger, the more groups")
OF_GROUPS = Text("{count} av {all} grupper", "{count} of {all} groups")
DRAWN_BY = Text("Vad grupperna har ritat", "What the groups have drawn")
DRAWN_BY_ONE = Text("Bara en grupp", "One group alone")
DRAWN_BY_NEXT = Text("Listan står på nästa sida.", "The list is on the next page.")
VARIANTS = Text("{groups} som variant", "{groups} as a variant")
JOINT = Text("gemensamt", "joint")
WORKING_PAPER = Text("Underlag från workshop · {date}", "Working paper from a workshop · {date}")
ALIKE_NOTE = Text(
    "Vad som är samma sak är programmets bedömning: samma slag av objekt, så nära varandra som kartans skala medger. "
    "Den linje som ritas är den som är mest lik alla gruppers.",
    "What is the same thing is the program's own judgement: the same class of object, as near each other as the scale "
    "of the map allows. The line that is drawn is the one most like those of all groups.",
)
