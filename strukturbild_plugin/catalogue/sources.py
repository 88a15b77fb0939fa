"""Where a class, a level, a subtype, a value or an attribute comes from, in a sentence. What is ours says so."""

from __future__ import annotations

import re
from typing import Iterable

from .model import NO_TEXT, Attribute, Catalogue, Choice, Level, ObjectClass, Text

OWN, OURS = "egen", "programmet"
"""Of a class in the catalogue both mean the program. Of a region's own class the first means the region."""
_OURS = Text(
    "Programmets eget tillägg, inte hämtat från någon region.",
    "The program's own addition, not taken from any region.",
)
_REGIONS = Text("Regionens egen klass.", "The region's own class.")
_FROM = Text("Källa: {kalla}.", "Source: {kalla}.")
_ADDRESS = re.compile(r",?\s*https?://\S+?(?=;|\s|$)")


def publishers(kalla: str) -> str:
    """A source without its addresses: 'Region Uppsala (tre nivåer); Göteborgsregionen (huvudstråk)'."""
    parts = (_ADDRESS.sub("", part).strip(" ,") for part in kalla.split(";"))
    return "; ".join(part for part in parts if part)


def source_text(kalla: str) -> Text:
    """A sentence about a source; NO_TEXT when nothing is said of it beyond what it belongs to."""
    if not kalla:
        return NO_TEXT
    named = publishers(kalla)
    if kalla in (OWN, OURS) or not named:
        return _OURS
    return Text(*(text.format(kalla=named) for text in (_FROM.sv, _FROM.en)))


def class_source(klass: ObjectClass) -> Text:
    """Where a class was seen."""
    return _REGIONS if klass.egen and klass.kalla == OWN else source_text(klass.kalla or OWN)


def attribute_source(catalogue: Catalogue, attribute: Attribute) -> Text:
    """Where an attribute was seen. Of a region's own class it is the region's: nothing is said."""
    holders = [klass for klass in catalogue.klasser if attribute.kod in klass.attribut]
    if holders and all(klass.egen for klass in holders) and attribute.kalla == OWN:
        return NO_TEXT
    return source_text(attribute.kalla)


def choice_source(choice: Choice | Level, klass: ObjectClass | None = None) -> Text:
    """Where a level, a subtype or a value was seen, when that is another source than its class's or list's."""
    if klass is not None and klass.egen and choice.kalla == OWN:
        return NO_TEXT
    return source_text(choice.kalla)


PROGRAMS_MARK, REGIONS_MARK = " *", " **"
_MARKS = {
    PROGRAMS_MARK: Text("* Programmets egen indelning.", "* The program's own division."),
    REGIONS_MARK: Text("** Regionens egen indelning.", "** The region's own division."),
}


def own_mark(klass: ObjectClass, choice: Choice | Level | None = None) -> str:
    """What stands after a class, or a level or subtype of it, that nobody else has; '' when it was seen elsewhere."""
    if klass.egen and klass.kalla == OWN:
        return REGIONS_MARK
    if klass.kalla in (OWN, OURS) or (choice is not None and choice.kalla in (OWN, OURS)):
        return PROGRAMS_MARK
    return ""


def marks_explained(texts: Iterable[str], language: str) -> tuple[str, ...]:
    """What the marks after these texts mean, each once."""
    ends = {text[text.rfind(" ") :] for text in texts}
    return tuple(said.in_language(language) for mark, said in _MARKS.items() if mark in ends)
