"""A region's profile: its colours, typeface, logos and words, in one small file that the strukturbild carries along.

The file is YAML, readable and written by hand; how: docs/symboluppsattningar.md. What it does to a symbol set is in
apply_profile.py, what its words do to a catalogue in rename_catalogue.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Mapping

from ...bilingual_text import NO_TEXT, Text
from ...errors import CatalogueError
from ...i18n import tr
from ...yaml_reader.fields import Fields
from ...yaml_reader.problems import Problems, SourceLocation
from ...yaml_reader.suggestions import shown
from ...yaml_reader.yaml_file import read_yaml_bytes

FILE_NAME = "profil.yaml"
"""The name a profile has among a strukturbild's attachments."""
STRUCTURES = ("B", "K", "G", "A")
_LOGO = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}\.(svg|png)")
_MAX_TERM_LENGTH = 80
"""Letters of a word: what a legend row or a form label can hold."""
_MAX_TERMS = 400


@dataclass(frozen=True)
class OwnTerm:
    """The region's own name for something; '' keeps the catalogue's."""

    namn: Text
    flera: Text = NO_TEXT
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
    """A region's profile: its colours, typeface, logos and own terms."""

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
    """Read a profile (YAML). Raises CatalogueError with all its faults when it cannot be used."""
    problems = Problems()
    profile = profile_from_bytes(content, name, problems)
    if profile is None or problems:
        raise CatalogueError(tr("Profilen {path} kan inte användas.").format(path=name), problems.sentences())
    return profile


def profile_from_bytes(content: bytes, name: str, problems: Problems) -> RegionProfile | None:
    """Read a profile (YAML); faults go to `problems`, and when there are any the answer is not to be used."""
    block = read_yaml_bytes(content, name, problems)
    if block is None:
        return None
    top = Fields(block, SourceLocation(name), problems, complete=False)
    colours = top.inside("farger", required=False)
    profile = RegionProfile(
        namn=_short(top, "namn"),
        farger={kod: colours.colour(kod) for kod in STRUCTURES if colours.has(kod)},
        accent=colours.colour("accent", required=False),
        typsnitt=_short(top, "typsnitt", required=False),
        logotyper=top.codes("logotyper", None, pattern=_LOGO, wanted=tr("ett filnamn som region-namn.svg eller .png")),
        ord=_terms(top, "ord"),
        ord_fore=_terms(top, "ord_fore"),
    )
    colours.done()
    top.done()
    return profile


def _short(part: Fields, key: str, required: bool = True) -> str:
    value = part.text(key, required, most=_MAX_TERM_LENGTH)
    if not value.isprintable():
        part.problem(tr("'{key}' ska vara en enda rad utan tecken som inte syns.").format(key=shown(key)), key)
        return ""
    return value


def _terms(top: Fields, key: str) -> OwnTerms:
    part = top.inside(key, required=False)
    lists = part.inside("listor", required=False)
    terms = OwnTerms(
        _named(part, "klasser"),
        _named(part, "attribut"),
        _named(part, "strukturer"),
        {name: _named(lists, name) for name in lists.written()},
    )
    part.done()
    count = len(terms.klasser) + len(terms.attribut) + sum(map(len, terms.listor.values()))
    if count > _MAX_TERMS:
        top.problem(tr("'{key}' har fler än {most} ord. Ta bort några.").format(key=key, most=_MAX_TERMS), key)
    return terms


def _named(part: Fields, key: str) -> Mapping[str, OwnTerm]:
    inner = part.inside(key, required=False)
    return {kod: _term(inner, kod) for kod in inner.written()}


def _term(part: Fields, kod: str) -> OwnTerm:
    """A term is a text (Swedish), or sv and en, and for classes flera_sv and flera_en."""
    if part.has_text(kod):
        return OwnTerm(Text(_short(part, kod), ""))
    inner = part.inside(kod)
    term = OwnTerm(
        Text(_short(inner, "sv"), _short(inner, "en", required=False)),
        Text(_short(inner, "flera_sv", required=False), _short(inner, "flera_en", required=False)),
    )
    inner.done()
    return term
