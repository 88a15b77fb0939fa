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
NOTHING_CHANGED = Text("Bilderna är lika.", "The pictures are alike.")
COMPARED = Text(
    "Jämförelsen är gjord av programmet: objekt hör ihop när det ena är kopierat från det andra, eller när de har "
    "samma namn.",
    "The comparison is the program's own: objects belong together when one was copied from the other, or when they "
    "have the same name.",
)
CHANGES_NEXT = Text("Skillnaderna står på nästa sida.", "The differences are on the next page.")

ATLAS = Text("Atlas", "Atlas")
CONTENTS = Text("Innehåll", "Contents")
CONTENTS_NEXT = Text("Innehållet står på nästa sida.", "The contents are on the next page.")
PALE = Text("Nedtonat på kartan: det som inte hör till sidan.", "Muted on the map: what does not belong to this page.")
CARRIERS = Text("Objekt och hur de bidrar", "Objects and how they contribute")
CARRIERS_NEXT = Text("Objekten står på nästa sida.", "The objects are on the next page.")
INSIDE = Text("I området", "In the area")
GOALS_HERE = Text("Mål som objekten stödjer eller motverkar", "Goals the objects support or oppose")
SUBREGIONS = Text("Delregioner", "Subregions")
COUNTIES = Text("Län", "Counties")
REGIONS = Text("Län och regioner", "Counties and regions")
"""The same where not all are Swedish."""
MUNICIPALITIES = Text("Kommuner", "Municipalities")
SWEDISH_MUNICIPALITIES = Text("Svenska kommuner", "Swedish municipalities")
SUBREGION = Text("Delregion", "Subregion")
MUNICIPALITY = Text("Kommun i {county}", "Municipality in {county}")
PICTURES = Text("Bilder", "Pictures")
EXTENT_OF_PAGE = Text("Områdets gräns", "Limit of the area")

GOAL_TABLE = Text("Målen mot det som är ritat", "The goals against what is drawn")
GOAL_TABLE_NOTE = Text(
    "Siffran är hur många objekt som stödjer målet; efter minustecknet hur många som motverkar det. "
    "0: kopplat utan att vare sig stödja eller motverka. Bara mål utan undermål räknas.",
    "The number is how many objects support the goal; after the minus sign, how many work against it. "
    "0: linked, but neither supports nor works against it. Only goals without goals below them count.",
)

DIFFERENCES = Text("Vad som skiljer", "What differs")
ONLY_IN_ONE = Text("Bara i ett av scenarierna", "In one of the scenarios only")
ONLY_IN = Text("Bara i {picture}", "Only in {picture}")
SCENARIO_TABLE = Text("Scenarierna jämförda", "The scenarios compared")
CONTENT = Text("Innehåll", "Content")
OBJECT_COUNT = Text("Antal objekt", "Number of objects")
NEW_THINGS = Text("Nya mot {picture}", "New, against {picture}")
CHANGED_THINGS = Text("Ändrade mot {picture}", "Changed, against {picture}")
GONE_THINGS = Text("Borttagna mot {picture}", "Gone, against {picture}")
QUESTIONS = Text("Frågor att hantera", "Questions to deal with")
GOAL_CONFLICTS = Text("Målkonflikter", "Goal conflicts")
CROSSINGS = Text("Stråk som korsar grönt samband", "Corridors that cross a green link")
SYNERGIES = Text("Synergier", "Synergies")

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
