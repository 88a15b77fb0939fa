"""Reading a token file strictly: every fault is found and said at once, with its place and what is allowed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Mapping, Sequence

from ..catalogue.model import Text
from ..errors import CatalogueError
from ..i18n import tr
from .symbol_set import (
    FORMS,
    MARKS,
    STATUSES,
    BaseColours,
    Hue,
    MapText,
    Paper,
    Recipe,
    StatusLook,
    SymbolSet,
    TextLook,
)

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
_ALL_FORMS = tuple(form for forms in FORMS.values() for form in forms)
_DEFAULT_RECIPES = ("punkt", "linje", "yta")
_MAX_BYTES = 1_000_000


def read_symbol_set(file: Path) -> SymbolSet:
    """The symbol set in `file`; CatalogueError with all its faults if it cannot be used."""
    faults: list[str] = []
    top = _Part(_load(file), "", faults)
    hues = {name: _hue(part) for name, part in top.parts("farger")}
    symbols = SymbolSet(
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
    )
    missing = [name for name in _DEFAULT_RECIPES if name not in symbols.symboler]
    said = tr("symboler: {name} saknas; den är vad klasser utan eget recept ritas med.")
    faults.extend(said.format(name=name) for name in missing)
    if symbols.kod and symbols.kod != file.stem:
        faults.append(tr("kod: {kod} ska vara filens namn, {name}.").format(kod=symbols.kod, name=file.stem))
    top.nothing_else()
    if faults:
        raise CatalogueError(
            tr("Symboluppsättningen {path} kan inte användas.").format(path=file.name), tuple(dict.fromkeys(faults))
        )
    return symbols


def _load(file: Path) -> Mapping[str, Any]:
    import yaml

    try:
        if file.stat().st_size > _MAX_BYTES:
            raise CatalogueError(tr("Filen {path} är för stor för en symboluppsättning.").format(path=file.name))
        found = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CatalogueError(
            tr("Symboluppsättningen {path} kunde inte läsas: {error}").format(path=file.name, error=error)
        ) from error
    if not isinstance(found, dict):
        raise CatalogueError(
            tr("Symboluppsättningen {path} är tom eller inte en lista med namn.").format(path=file.name)
        )
    return found


class _Part:
    """A mapping in the file: reads its keys, remembers which were asked for, and collects faults."""

    def __init__(self, values: Any, place: str, faults: list[str]) -> None:
        self._place, self._faults = place, faults
        self._asked: set[str] = set()
        if not isinstance(values, dict):
            self._say("", tr("ska vara namn och värden"))
            values = {}
        self._values: Mapping[str, Any] = {str(key): value for key, value in values.items()}

    def names(self) -> tuple[str, ...]:
        return tuple(self._values)

    def text(self, key: str) -> str:
        value = self._get(key)
        if not isinstance(value, str) or not value.strip():
            self._say(key, tr("ska vara en text"))
            return ""
        return value

    def both(self, key: str) -> Text:
        part = self.part(key)
        found = Text(part.text("sv"), part.text("en"))
        part.nothing_else()
        return found

    def colour(self, key: str) -> str:
        value = self._get(key)
        if not isinstance(value, str) or not _COLOUR.match(value):
            self._say(key, tr('{value} är ingen färg; skriv den som "#6e1a3a" inom citattecken').format(value=value))
            return "#000000"
        return value.lower()

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            self._say(
                key, tr("{value} ska vara ett tal från {low} till {high}").format(value=value, low=low, high=high)
            )
            return low
        return float(value)

    def yes(self, key: str) -> bool:
        value = self._get(key, False)
        # YAML reads a bare `ja` as text; `yes` and `true` as a truth value.
        if value in ("ja", "nej"):
            return bool(value == "ja")
        if not isinstance(value, bool):
            self._say(key, tr("{value} ska vara ja eller nej").format(value=value))
            return False
        return value

    def choice(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        value = self._get(key, default)
        if value not in allowed:
            known = ", ".join(name for name in allowed if name)
            self._say(key, tr("{value} är inte något av: {known}").format(value=value, known=known))
            return allowed[0] if allowed else ""
        return str(value)

    def dashes(self, key: str) -> tuple[float, ...]:
        value = self._get(key, [])
        good = isinstance(value, list) and len(value) % 2 == 0 and all(_is_length(length) for length in value)
        if not good:
            self._say(key, tr("{value} ska vara par av streck och mellanrum i mm, som [2.2, 1.2]").format(value=value))
            return ()
        return tuple(float(length) for length in value)

    def part(self, key: str) -> _Part:
        return _Part(self._get(key), f"{self._place}{key}.", self._faults)

    def parts(self, key: str) -> list[tuple[str, _Part]]:
        inner = self.part(key)
        return [(name, inner.part(name)) for name in inner.names()]

    def rows(self, key: str) -> list[_Part]:
        value = self._get(key)
        if not isinstance(value, list) or not value:
            self._say(key, tr("ska vara minst en rad, den största nivån först"))
            return []
        return [_Part(row, f"{self._place}{key}[{number}].", self._faults) for number, row in enumerate(value, 1)]

    def nothing_else(self) -> None:
        for key in self._values:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                self._say(key, tr("känns inte igen; det som kan stå här är: {known}").format(known=known))

    def _get(self, key: str, default: Any = None) -> Any:
        self._asked.add(key)
        return self._values.get(key, default)

    def _say(self, key: str, what: str) -> None:
        self._faults.append(f"{self._place}{key}".rstrip(".") + f": {what}.")


def _is_length(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= 100


def _groups(top: _Part, hues: Mapping[str, Hue]) -> tuple[str, ...]:
    """The strong colours of the families named; the names before them are only for who reads the file."""
    if "grupper" not in top.names():
        return ()
    part = top.part("grupper")
    chosen = [part.choice(name, tuple(hues)) for name in part.names()]
    return tuple(hues[name].stark for name in chosen if name in hues)


def _hue(part: _Part) -> Hue:
    return _done(part, Hue(*(part.colour(key) for key in ("stark", "mellan", "ljus", "blek", "text"))))


def _paper(part: _Part) -> Paper:
    halo = part.colour("halo") if "halo" in part.names() else Paper.halo
    paper = Paper(*(part.colour(key) for key in ("bakgrund", "text", "dampad", "accent", "linje")))
    return _done(part, replace(paper, halo=halo))


def _base(part: _Part) -> BaseColours:
    return _done(part, BaseColours(**{key: part.colour(key) for key in BaseColours.__dataclass_fields__}))


def _statuses(top: _Part) -> dict[str, StatusLook]:
    inner = top.part("status")
    looks = {}
    for kod in dict.fromkeys((*STATUSES, *inner.names())):
        part = inner.part(kod)
        looks[kod] = StatusLook(
            kod, part.number("styrka", 0, 1), part.number("kant", 0, 5), part.dashes("monster"), part.yes("tillagg")
        )
        part.nothing_else()
    return looks


def _recipe(name: str, part: _Part, hues: Sequence[str]) -> Recipe:
    return _done(
        part,
        Recipe(
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
        ),
    )


def _map_text(part: _Part) -> MapText:
    kinds = {key: tuple(_text_look(row) for row in part.rows(key)) for key in ("nod", "linje", "yta")}
    return _done(
        part,
        MapText(
            halo=part.number("halo", 0, 5),
            riktning=_text_look(part.part("riktning")),
            bas=_text_look(part.part("bas")),
            **kinds,
        ),
    )


def _text_look(part: _Part) -> TextLook:
    return _done(part, TextLook(part.number("storlek", 2, 200), part.yes("fet"), part.yes("kursiv")))


def _done(part: _Part, value: Any) -> Any:
    part.nothing_else()
    return value
