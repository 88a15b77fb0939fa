"""The glossary: words of the field with a short explanation, and where they stand in a text.

Inflected forms are listed in the data (stråk, stråket, stråken), so nothing is guessed. A form of capitals only, such
as RUS, is known only as written; all others in any case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Mapping, Sequence

from .. import paths
from ..errors import CatalogueError
from ..i18n import tr
from ..yaml_reader.fields import Fields
from ..yaml_reader.problems import Problems, SourceLocation
from ..yaml_reader.suggestions import allowed_text
from ..yaml_reader.yaml_file import read_yaml
from .model import Text


@dataclass(frozen=True)
class GlossaryWord:
    """One word and its explanation."""

    kod: str
    ord: Text
    betyder: Text
    former: tuple[str, ...]
    """Swedish forms, the word itself among them."""
    former_en: tuple[str, ...]
    kalla: str
    """Where it comes from: a publisher with address, or 'egen'."""
    se: tuple[str, ...] = ()
    """Codes of words to read as well."""


@dataclass(frozen=True)
class Glossary:
    """All words, in the order of the file."""

    ord: tuple[GlossaryWord, ...]

    def word(self, kod: str) -> GlossaryWord | None:
        """The word with this code, or None."""
        return next((word for word in self.ord if word.kod == kod), None)


@dataclass(frozen=True)
class GlossarySpan:
    """Where a glossary word stands: text[start:slut]."""

    start: int
    slut: int
    kod: str


def load_glossary(path: Path = paths.GLOSSARY, own_files: Sequence[Path] = ()) -> Glossary:
    """Load the glossary (YAML); words of `own_files` replace those of the same code and come after the others.

    Raises CatalogueError with every fault of every file.
    """
    problems = Problems()
    words: dict[str, GlossaryWord] = {}
    places: dict[str, SourceLocation] = {}
    for number, file in enumerate((path, *own_files)):
        words.update(_read(Path(file), problems, places, complete=number == 0))
    _check_forms(words, problems, places)
    if problems:
        raise CatalogueError(tr("Ordlistan har fel och används inte. Rätta det här:"), problems.sentences())
    return Glossary(tuple(words.values()))


def find_words(text: str, glossary: Glossary, language: str = "sv", once: bool = False) -> tuple[GlossarySpan, ...]:
    """Where glossary words stand in `text`, in order, whole words only; of two that overlap, the longer.

    `language`: 'sv' or 'en'. `once`: each word only where it stands first. Positions are indexes in `text`.
    """
    pattern, codes = _pattern(glossary, language)
    found: list[GlossarySpan] = []
    seen: set[str] = set()
    for match in pattern.finditer(text) if codes else ():
        kod = _code_of(match.group(), codes)
        if not (once and kod in seen):
            found.append(GlossarySpan(match.start(), match.end(), kod))
        seen.add(kod)
    return tuple(found)


@lru_cache(maxsize=8)
def _pattern(glossary: Glossary, language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What finds the forms, the longest first, and form -> code."""
    codes: dict[str, str] = {}
    for word in glossary.ord:
        for form in _forms(word, language):
            codes.setdefault(_key(form), word.kod)
    ordered = sorted(codes, key=lambda form: (-len(form), form))
    either = "|".join(_searched(form) for form in ordered)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)"), codes


def _searched(form: str) -> str:
    spaced = r"\s+".join(re.escape(part) for part in form.split())
    return spaced if _capitals(form) else f"(?i:{spaced})"


def _code_of(found: str, codes: Mapping[str, str]) -> str:
    written = " ".join(found.split())
    return codes.get(written) or codes[written.lower()]


def _key(form: str) -> str:
    written = " ".join(form.split())
    return written if _capitals(written) else written.lower()


def _capitals(form: str) -> bool:
    return form.isupper()


def _forms(word: GlossaryWord, language: str) -> tuple[str, ...]:
    return word.former_en if language == "en" else word.former


def _read(path: Path, problems: Problems, places: dict[str, SourceLocation], complete: bool) -> dict[str, GlossaryWord]:
    block = read_yaml(path, path.name, problems)
    if block is None:
        return {}
    fields = Fields(block, SourceLocation(path.name), problems, complete)
    words = {}
    for kod, inner in fields.blocks("ord", tr("ord")):
        name, meaning = inner.both("ord"), inner.both("betyder")
        forms = inner.inside("former", required=False)
        places[kod] = inner.place
        words[kod] = GlossaryWord(
            kod=kod,
            ord=name,
            betyder=meaning,
            former=_with(name.sv, forms.words("sv", required=complete)),
            former_en=_with(name.en, forms.words("en", required=complete)),
            kalla=inner.text("kalla", required=complete) or "egen",
            se=inner.codes("se", None),
        )
        forms.done()
        inner.done()
    fields.done()
    return words


def _with(name: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*((name,) if name else ()), *forms)))


def _check_forms(words: Mapping[str, GlossaryWord], problems: Problems, places: Mapping[str, SourceLocation]) -> None:
    """No form may belong to two words, and the words to read as well must be there."""
    for language in ("sv", "en"):
        owner: dict[str, str] = {}
        for word in words.values():
            for form in _forms(word, language):
                first = owner.setdefault(_key(form), word.kod)
                if first != word.kod:
                    sentence = tr("Formen '{form}' hör redan till ordet '{word}'. Ta bort den på ett av ställena.")
                    problems.add(places[word.kod], sentence.format(form=form[:60], word=first))
    for word in words.values():
        for kod in word.se:
            if kod not in words:
                sentence = tr("'se' nämner '{value}', som inte finns. {help}")
                help_text = "" if problems.is_full() else allowed_text(kod, words)
                problems.add(places[word.kod], sentence.format(value=kod, help=help_text))
