"""Names of classes, levels and statuses as phrases: 'Storregionalt stråk, föreslaget'."""

from __future__ import annotations

import re

from ...catalogue.model import STATUS_LIST, Catalogue, Choice, Level, ObjectClass, Text
from ..symbol_set import EXISTING

_NEUTER_ENDINGS = (
    "stråk",
    "samband",
    "läge",
    "område",
    "omland",
    "centrum",
    "reservat",
    "land",
    "vatten",
    "nät",
    "mål",
    "intresse",
)
"""Heads of Swedish nouns that are neuter: an adjective after them ends in -t."""
_AFTER_THE_NOUN = re.compile(r",? (?:för|i|med|av|vid|till|på)\b|,")
"""What says more about a noun stands after it: 'Område för rennäring' is neuter."""
_LEVEL_NOT_GIVEN = Text("nivå ej angiven", "level not given")
_UNKNOWN_LEVEL = Text("nivå {kod}", "level {kod}")


def status_word(catalogue: Catalogue, status: str, language: str) -> str:
    """The name of a status, or its code."""
    for choice in catalogue.listor.get(STATUS_LIST, ()):
        if choice.kod == status:
            return choice.namn.in_language(language)
    return status.capitalize()


def phrase(catalogue: Catalogue, klass: ObjectClass, niva: str, status: str, language: str) -> str:
    """The text of a legend row: class, level and status. `language`: 'sv' or 'en'.

    The status `befintlig` is not mentioned. In Swedish the status agrees with the noun. Of a class with several levels
    it is said when none is given, and a level that the class does not have is said by its code.
    """
    level, several = klass.level(niva), len(klass.nivaer) > 1
    text = _with_level(_graded_name(klass, level, language), level, several, language)
    parts = [text[:1].upper() + text[1:]]
    if status and status != EXISTING:
        word = status_word(catalogue, status, language).lower()
        parts.append(_agreeing(word, klass, level) if language == "sv" else word)
    if several and level is None and (niva or klass.levels_for("")):
        missing = _UNKNOWN_LEVEL if niva else _LEVEL_NOT_GIVEN
        parts.append(missing.in_language(language).format(kod=niva))
    return ", ".join(parts)


def _plain_name(klass: ObjectClass, language: str) -> str:
    """The class's name without what stands in brackets or after a stroke."""
    name = klass.namn.in_language(language)
    return name.split(" (")[0].split(" / ")[0].strip()


def _graded_name(klass: ObjectClass, level: Level | None, language: str) -> str:
    """The name of the class, or of the only subtype that has the level: 'Svagt grönt samband'."""
    only = graded_subtype(klass, level)
    return only.namn.in_language(language) if only is not None else _plain_name(klass, language)


def graded_subtype(klass: ObjectClass, level: Level | None) -> Choice | None:
    """The only subtype that has a level, when the others do not have it."""
    if level is None or len(level.undertyper) != 1:
        return None
    return next((one for one in klass.undertyper if one.kod == level.undertyper[0]), None)


def _with_level(name: str, level: Level | None, several: bool, language: str) -> str:
    if level is None or not several:
        return name
    word = level.namn.in_language(language)
    # A level of several words is a name of its own: "Strategiskt stadsutvecklingsläge".
    if " " in word.strip() and not any(letter.isdigit() for letter in word):
        return word
    # "Klass 1" is not a quality that can stand before the noun.
    if any(letter.isdigit() for letter in word):
        return f"{name}, {word[:1].lower()}{word[1:]}"
    return f"{word} {name[:1].lower()}{name[1:]}"


def _agreeing(word: str, klass: ObjectClass, level: Level | None) -> str:
    """'föreslagen' as 'föreslaget' after a neuter noun."""
    if not word.endswith("en") or not _is_neuter(klass, level):
        return word
    return f"{word[:-1]}t"


def _is_neuter(klass: ObjectClass, level: Level | None) -> bool:
    noun = _AFTER_THE_NOUN.split(_plain_name(klass, "sv").lower())[0]
    if noun.endswith(_NEUTER_ENDINGS):
        return True
    return level is not None and level.namn.sv.lower().split()[0].endswith("alt")
