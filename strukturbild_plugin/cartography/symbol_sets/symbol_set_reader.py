"""Reads a symbol set: every fault is reported, with its line and what is allowed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Collection, Mapping

from ...errors import CatalogueError
from ...i18n import tr
from ...yaml_reader.fields import Fields
from ...yaml_reader.problems import Problems, SourceLocation
from ...yaml_reader.yaml_file import read_yaml_bytes
from ..symbol_set import (
    FORMS,
    MARKS,
    STATUSES,
    BaseColours,
    ColourFamily,
    LabelStyle,
    LabelStyles,
    PaperColours,
    SmallMarks,
    StatusStyle,
    SymbolRecipe,
    SymbolSet,
)

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_ANY_NAME = re.compile(r".*\S.*", re.DOTALL)
"""Families of colours and recipes are called what the file calls them."""
_ALL_FORMS = tuple(form for forms in FORMS.values() for form in forms)
_DEFAULT_RECIPES = ("punkt", "linje", "yta")
_MIN_DASH_MM, _MAX_DASH_MM = 0.001, 100


def read_symbol_set(name: str, content: bytes, complete: bool = False) -> SymbolSet:
    """Read a symbol set (YAML) from the file `name`. Raises CatalogueError with all its faults if it cannot be used.

    `complete`: texts are required in both languages (the shipped sets).
    """
    problems = Problems()
    symbols = symbol_set_from(content, name, problems, complete)
    if symbols is None or problems:
        raise CatalogueError(
            tr("Symboluppsättningen {path} kan inte användas.").format(path=name), problems.sentences()
        )
    return symbols


def symbol_set_from(content: bytes, name: str, problems: Problems, complete: bool = False) -> SymbolSet | None:
    """Read a symbol set (YAML); faults go to `problems`, and when there are any the answer is not to be used.

    `complete`: texts are required in both languages.
    """
    block = read_yaml_bytes(content, name, problems)
    if block is None:
        return None
    top = Fields(block, SourceLocation(name), problems, complete)
    symbols = _symbols(top)
    recipes = top.inside("symboler", required=False)
    for kod in _DEFAULT_RECIPES:
        if kod not in recipes.written():
            sentence = tr("'{name}' saknas; den är vad klasser utan eget recept ritas med.")
            top.problem(sentence.format(name=kod), "symboler")
    top.done()
    return symbols


def _symbols(top: Fields) -> SymbolSet:
    hues = {name: _hue(part) for name, part in top.blocks("farger", tr("färg"), _ANY_NAME, required=True)}
    structures = top.inside("strukturfarger")
    return SymbolSet(
        kod=top.file_code(_CODE, tr("små bokstäver a–z, siffror, - och _")),
        namn=top.both("namn"),
        beskrivning=top.both("beskrivning"),
        typsnitt=top.text("typsnitt"),
        faktor=top.number("faktor", 0.1, 10.0, 1.0),
        paper=_paper(top.inside("papper")),
        bas=_base(top.inside("bas")),
        farger=hues,
        strukturfarger={kod: structures.choice(kod, hues) for kod in structures.written()},
        okand_farg=top.choice("okand_farg", hues),
        status=_statuses(top),
        utan_status=top.choice("utan_status", STATUSES),
        symboler={
            name: _recipe(name, part, hues)
            for name, part in top.blocks("symboler", tr("recept"), _ANY_NAME, required=True)
        },
        text=_map_text(top.inside("text")),
        handritad=top.number("handritad", 0, 3, 0.0),
        grupper=_groups(top, hues),
        undertyper=_marks(top, "undertyper"),
        roller=_marks(top, "roller"),
        planerat_skrafferas=top.yes_no("planerat_skrafferas"),
        haller_ljushet=top.yes_no("haller_ljushet"),
    )


def _marks(top: Fields, key: str) -> SmallMarks:
    """Small marks said besides the symbol; the set's own choice for a code, else the next in the row."""
    if not top.has(key):
        return SmallMarks()
    part = top.inside(key)
    own = part.inside("egna", required=False)
    return _done(
        part,
        SmallMarks(
            storlek=part.number("storlek", 0.05, 20, SmallMarks.storlek),
            avstand=part.number("avstand", 0, 100, SmallMarks.avstand),
            marken=part.codes("marken", MARKS),
            egna={kod: own.choice(kod, MARKS, required=False) for kod in own.written()},
        ),
    )


def _groups(top: Fields, hues: Mapping[str, ColourFamily]) -> tuple[str, ...]:
    """The strong colours of the families named; the names before them are only for who reads the file."""
    part = top.inside("grupper", required=False)
    chosen = [part.choice(name, hues) for name in part.written()]
    return tuple(hues[name].stark for name in chosen if name in hues)


def _hue(part: Fields) -> ColourFamily:
    return _done(part, ColourFamily(*(part.colour(key) for key in ("stark", "mellan", "ljus", "blek", "text"))))


def _paper(part: Fields) -> PaperColours:
    halo = part.colour("halo", required=False) or PaperColours.halo
    paper = PaperColours(*(part.colour(key) for key in ("bakgrund", "text", "dampad", "accent", "linje")))
    return _done(part, replace(paper, halo=halo))


def _base(part: Fields) -> BaseColours:
    return _done(part, BaseColours(**{key: part.colour(key) for key in BaseColours.__dataclass_fields__}))


def _statuses(top: Fields) -> dict[str, StatusStyle]:
    inner = top.inside("status")
    styles = {}
    for kod in dict.fromkeys((*STATUSES, *inner.written())):
        part = inner.inside(kod)
        styles[kod] = _done(
            part,
            StatusStyle(
                kod, part.number("styrka", 0, 1), part.number("kant", 0, 5), _dashes(part), part.yes_no("tillagg")
            ),
        )
    return styles


def _recipe(name: str, part: Fields, hues: Collection[str]) -> SymbolRecipe:
    return _done(
        part,
        SymbolRecipe(
            kod=name,
            form=part.choice("form", _ALL_FORMS),
            farg=part.choice("farg", hues, required=False),
            storlek=part.number("storlek", 0, 60, 0.0),
            faktor=part.number("faktor", 0.1, 10, 1.0),
            marke=part.choice("marke", MARKS, required=False) or "cirkel",
            monster=_dashes(part),
            vinkel=part.number("vinkel", -360, 360, 45.0),
            avstand=part.number("avstand", 0.3, 50, 2.4),
            tathet=part.number("tathet", 0, 1, 0.5),
            bage=part.number("bage", -0.5, 0.5, 0.0),
            pilar=part.yes_no("pilar"),
            kant=part.yes_no("kant"),
            bredd=part.number("bredd", 0.05, 5, 0.42),
            kors=part.yes_no("kors"),
            nivasteg=part.number("nivasteg", 0, 1, 0.0),
        ),
    )


def _dashes(part: Fields) -> tuple[float, ...]:
    """Pairs of dash and gap in mm."""
    lengths = part.numbers("monster", _MIN_DASH_MM, _MAX_DASH_MM)
    if len(lengths) % 2:
        part.problem(tr("'monster' ska vara par av streck och mellanrum i mm, som [2.2, 1.2]."), "monster")
    return lengths


def _map_text(part: Fields) -> LabelStyles:
    levels = tr("nivå")
    kinds = {
        key: tuple(_text_look(row) for row in part.items(key, f"'{key}' {levels}", required=True))
        for key in ("nod", "linje", "yta")
    }
    return _done(
        part,
        LabelStyles(
            halo=part.number("halo", 0, 5),
            riktning=_text_look(part.inside("riktning")),
            bas=_text_look(part.inside("bas")),
            **kinds,
        ),
    )


def _text_look(part: Fields) -> LabelStyle:
    return _done(part, LabelStyle(part.number("storlek", 2, 200), part.yes_no("fet"), part.yes_no("kursiv")))


def _done(part: Fields, value: Any) -> Any:
    part.done()
    return value
