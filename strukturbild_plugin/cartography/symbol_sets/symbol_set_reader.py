"""Reading a token file strictly: every fault is found and said at once, with its place and what is allowed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Mapping, Sequence

from ...errors import CatalogueError
from ...i18n import tr
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
from .yaml_fields import YamlMapping, load_mapping

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\Z")
_ALL_FORMS = tuple(form for forms in FORMS.values() for form in forms)
_DEFAULT_RECIPES = ("punkt", "linje", "yta")


def read_symbol_set(name: str, content: bytes) -> SymbolSet:
    """The symbol set in the file `name`; CatalogueError with all its faults if it cannot be used."""
    faults: list[str] = []
    top = YamlMapping(load_mapping(name, content), "", faults)
    symbols = _symbols(top)
    missing = [kod for kod in _DEFAULT_RECIPES if kod not in symbols.symboler]
    said = tr("symboler: {name} saknas; den är vad klasser utan eget recept ritas med.")
    faults.extend(said.format(name=kod) for kod in missing)
    stem = name[: -len(".yaml")] if name.endswith(".yaml") else name
    if symbols.kod and symbols.kod != stem:
        faults.append(tr("kod: {kod} ska vara filens namn, {name}.").format(kod=symbols.kod, name=stem))
    if symbols.kod and not _CODE.match(symbols.kod):
        faults.append(tr("kod: {kod} får bara ha små bokstäver a–z, siffror, - och _.").format(kod=symbols.kod))
    top.nothing_else()
    if faults:
        raise CatalogueError(
            tr("Symboluppsättningen {path} kan inte användas.").format(path=name), tuple(dict.fromkeys(faults))
        )
    return symbols


def _symbols(top: YamlMapping) -> SymbolSet:
    hues = {name: _hue(part) for name, part in top.parts("farger")}
    return SymbolSet(
        kod=top.text("kod"),
        namn=top.both("namn"),
        beskrivning=top.both("beskrivning"),
        typsnitt=top.text("typsnitt"),
        faktor=top.number("faktor", 0.1, 10.0, 1.0),
        paper=_paper(top.part("papper")),
        bas=_base(top.part("bas")),
        farger=hues,
        strukturfarger={
            kod: top.part("strukturfarger").choice(kod, tuple(hues)) for kod in top.part("strukturfarger").names()
        },
        okand_farg=top.choice("okand_farg", tuple(hues)),
        status=_statuses(top),
        utan_status=top.choice("utan_status", STATUSES),
        symboler={name: _recipe(name, part, tuple(hues)) for name, part in top.parts("symboler")},
        text=_map_text(top.part("text")),
        handritad=top.number("handritad", 0, 3, 0.0),
        grupper=_groups(top, hues),
        undertyper=_marks(top, "undertyper"),
        roller=_marks(top, "roller"),
        planerat_skrafferas=top.yes("planerat_skrafferas"),
        haller_ljushet=top.yes("haller_ljushet"),
    )


def _marks(top: YamlMapping, key: str) -> SmallMarks:
    """Small marks said besides the symbol; the set's own choice for a code, else the next in the row."""
    if not top.has(key):
        return SmallMarks()
    part = top.part(key)
    own = part.part("egna", {})
    return _done(
        part,
        SmallMarks(
            storlek=part.number("storlek", 0.05, 20, SmallMarks.storlek),
            avstand=part.number("avstand", 0, 100, SmallMarks.avstand),
            marken=part.names_in("marken", tuple(MARKS)),
            egna={kod: own.choice(kod, ("", *MARKS)) for kod in own.names()},
        ),
    )


def _groups(top: YamlMapping, hues: Mapping[str, ColourFamily]) -> tuple[str, ...]:
    """The strong colours of the families named; the names before them are only for who reads the file."""
    if "grupper" not in top.names():
        return ()
    part = top.part("grupper")
    chosen = [part.choice(name, tuple(hues)) for name in part.names()]
    return tuple(hues[name].stark for name in chosen if name in hues)


def _hue(part: YamlMapping) -> ColourFamily:
    return _done(part, ColourFamily(*(part.colour(key) for key in ("stark", "mellan", "ljus", "blek", "text"))))


def _paper(part: YamlMapping) -> PaperColours:
    halo = part.colour("halo") if "halo" in part.names() else PaperColours.halo
    paper = PaperColours(*(part.colour(key) for key in ("bakgrund", "text", "dampad", "accent", "linje")))
    return _done(part, replace(paper, halo=halo))


def _base(part: YamlMapping) -> BaseColours:
    return _done(part, BaseColours(**{key: part.colour(key) for key in BaseColours.__dataclass_fields__}))


def _statuses(top: YamlMapping) -> dict[str, StatusStyle]:
    inner = top.part("status")
    looks = {}
    for kod in dict.fromkeys((*STATUSES, *inner.names())):
        part = inner.part(kod)
        looks[kod] = StatusStyle(
            kod, part.number("styrka", 0, 1), part.number("kant", 0, 5), part.dashes("monster"), part.yes("tillagg")
        )
        part.nothing_else()
    return looks


def _recipe(name: str, part: YamlMapping, hues: Sequence[str]) -> SymbolRecipe:
    return _done(
        part,
        SymbolRecipe(
            kod=name,
            form=part.choice("form", _ALL_FORMS),
            farg=part.choice("farg", ("", *hues), ""),
            storlek=part.number("storlek", 0, 60, 0.0),
            faktor=part.number("faktor", 0.1, 10, 1.0),
            marke=part.choice("marke", tuple(MARKS), "cirkel"),
            monster=part.dashes("monster"),
            vinkel=part.number("vinkel", -360, 360, 45.0),
            avstand=part.number("avstand", 0.3, 50, 2.4),
            tathet=part.number("tathet", 0, 1, 0.5),
            bage=part.number("bage", -0.5, 0.5, 0.0),
            pilar=part.yes("pilar"),
            kant=part.yes("kant"),
            bredd=part.number("bredd", 0.05, 5, 0.42),
            kors=part.yes("kors"),
            nivasteg=part.number("nivasteg", 0, 1, 0.0),
        ),
    )


def _map_text(part: YamlMapping) -> LabelStyles:
    kinds = {key: tuple(_text_look(row) for row in part.rows(key)) for key in ("nod", "linje", "yta")}
    return _done(
        part,
        LabelStyles(
            halo=part.number("halo", 0, 5),
            riktning=_text_look(part.part("riktning")),
            bas=_text_look(part.part("bas")),
            **kinds,
        ),
    )


def _text_look(part: YamlMapping) -> LabelStyle:
    return _done(part, LabelStyle(part.number("storlek", 2, 200), part.yes("fet"), part.yes("kursiv")))


def _done(part: YamlMapping, value: Any) -> Any:
    part.nothing_else()
    return value
