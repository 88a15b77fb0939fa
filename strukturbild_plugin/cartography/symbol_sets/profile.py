"""A region's profile: its colours, typeface, logos and words, in one small file that the strukturbild carries along.

The file is YAML, readable and written by hand; how: docs/symboluppsattningar.md. What it does to a symbol set is in
fitting.py, what its words do to a catalogue in renaming.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Mapping

from ...catalogue.model import Text
from ...errors import CatalogueError
from ...i18n import tr
from .yaml_fields import YamlMapping, load_mapping

FILE_NAME = "profil.yaml"
"""The name a profile has among a strukturbild's attachments."""
STRUCTURES = ("B", "K", "G", "A")
_LOGO = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}\.(svg|png)\Z")
_LONGEST = 80
"""Letters of a word: what a legend row or a form label can hold."""
_MOST_WORDS = 400


_NOTHING = Text("", "")


@dataclass(frozen=True)
class OwnTerm:
    """The region's own name for something; '' keeps the catalogue's."""

    namn: Text
    flera: Text = _NOTHING
    """Of several; classes only."""


@dataclass(frozen=True)
class OwnTerms:
    """Own names, by the codes of the catalogue."""

    klasser: Mapping[str, OwnTerm] = field(default_factory=dict)
    attribut: Mapping[str, OwnTerm] = field(default_factory=dict)
    strukturer: Mapping[str, OwnTerm] = field(default_factory=dict)
    listor: Mapping[str, Mapping[str, OwnTerm]] = field(default_factory=dict)
    """List -> code of the choice -> word."""

    def __bool__(self) -> bool:
        return bool(self.klasser or self.attribut or self.strukturer or self.listor)


@dataclass(frozen=True)
class RegionProfile:
    """What a region wants its strukturbilder to look like and to be called."""

    namn: str
    farger: Mapping[str, str] = field(default_factory=dict)
    """Code of the structure (B, K, G, A) -> '#rrggbb'."""
    accent: str = ""
    """Colour of titles; '' for the set's."""
    typsnitt: str = ""
    logotyper: tuple[str, ...] = ()
    """Names of attached logos, in the order they stand on the sheet."""
    ord: OwnTerms = OwnTerms()
    ord_fore: OwnTerms = OwnTerms()
    """The names as they were before; written by the program, so that a profile can be taken away again."""


@lru_cache(maxsize=16)
def read_profile(content: bytes, name: str = FILE_NAME) -> RegionProfile:
    """The profile in a file's bytes; CatalogueError with all its faults if it cannot be used."""
    faults: list[str] = []
    top = YamlMapping(load_mapping(name, content), "", faults)
    colours = top.part("farger", {})
    profile = RegionProfile(
        namn=_short(top, "namn"),
        farger={kod: colours.colour(kod) for kod in STRUCTURES if colours.has(kod)},
        accent=colours.colour("accent") if colours.has("accent") else "",
        typsnitt=_short(top, "typsnitt") if top.has("typsnitt") else "",
        logotyper=_logos(top),
        ord=_words(top, "ord"),
        ord_fore=_words(top, "ord_fore"),
    )
    colours.nothing_else()
    top.nothing_else()
    if faults:
        raise CatalogueError(tr("Profilen {path} kan inte användas.").format(path=name), tuple(dict.fromkeys(faults)))
    return profile


def _short(part: YamlMapping, key: str) -> str:
    value = part.text(key)
    if len(value) > _LONGEST or not value.isprintable():
        part.say(key, tr("ska vara en rad med högst {most} tecken").format(most=_LONGEST))
        return ""
    return value.strip()


def _logos(top: YamlMapping) -> tuple[str, ...]:
    found = top.texts("logotyper")
    for name in found:
        if not _LOGO.match(name):
            top.say("logotyper", tr("{name} ska vara ett filnamn som region-namn.svg eller .png").format(name=name))
    return found


def _words(top: YamlMapping, key: str) -> OwnTerms:
    part = top.part(key, {})
    lists = part.part("listor", {})
    words = OwnTerms(
        _named(part, "klasser"),
        _named(part, "attribut"),
        _named(part, "strukturer"),
        {name: _named(lists, name) for name in lists.names()},
    )
    part.nothing_else()
    count = len(words.klasser) + len(words.attribut) + sum(map(len, words.listor.values()))
    if count > _MOST_WORDS:
        top.say(key, tr("har fler än {most} ord").format(most=_MOST_WORDS))
    return words


def _named(part: YamlMapping, key: str) -> Mapping[str, OwnTerm]:
    inner = part.part(key, {})
    return {kod: _word(inner, kod) for kod in inner.names()}


def _word(part: YamlMapping, kod: str) -> OwnTerm:
    """A word is a text (Swedish), or sv and en, and for classes flera_sv and flera_en."""
    if part.is_text(kod):
        return OwnTerm(Text(_short(part, kod), ""))
    inner = part.part(kod)

    def said(name: str) -> str:
        return _short(inner, name) if inner.has(name) else inner.passed(name)

    word = OwnTerm(Text(_short(inner, "sv"), said("en")), Text(said("flera_sv"), said("flera_en")))
    inner.nothing_else()
    return word
