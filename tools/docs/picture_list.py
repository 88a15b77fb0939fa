"""The pictures of the user guides, in the order they are taken: the one list that tool, test and guides go by."""

from __future__ import annotations

LANGUAGES = ("sv", "en")

BEGINNING = ("borja", "ny", "oppnad", "steg")
DRAWING = ("palett", "strak", "nyss_ritat", "frihand", "valt", "schematisera", "granska", "granska_rattat")
STEPS = tuple(
    f"steg_{kod}"
    for kod in (
        *("syfte", "omrade", "mal", "noder", "strak"),
        *("gron_bla", "bygder", "koppla_mal", "granska", "utgava"),
    )
)
WORKING = ("exempel", "innehall", "objekt", "objekt_mal", "objekt_forankring", "bredvid", "arkiv", "sok", "hamta")
AFTERWARDS = ("lan", "spara_som", "vem", "osparat")
SETTLING = ("installningar", "mall", "mall_steg")
GIVING_OUT = ("utgava", "utgava_val", "klar", "utgavor", "layout", "karta")

NAMES = (*BEGINNING, *DRAWING, *WORKING[:2], *STEPS, *WORKING[2:], *AFTERWARDS, *SETTLING, *GIVING_OUT)
"""File names without .png; the same in docs/bilder/sv and docs/bilder/en."""

MAX_BYTES = 120_000
"""A picture is at most so large, so that the guides are quick to read from anywhere."""
