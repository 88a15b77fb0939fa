"""Which column of a source fills what: by what columns are called, else by what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Callable, Mapping, Sequence

from ...catalogue.model import STATUS_LIST, UNCERTAINTY_LIST, Catalogue, Choice, Level, ObjectClass
from ...errors import StoreError
from ...i18n import tr
from ..create.places import all_places
from ..create.regions import folded
from .identity import id_text, plain_name
from .plan import ColumnGuess
from .values import LEVEL, NAME, STATUS, SUBTYPE, UNCERTAINTY, find_code, targets

_ALIASES: Mapping[str, tuple[str, ...]] = {
    NAME: (
        *("name", "benamning", "titel", "title", "ortnamn", "ort", "tatort", "tatortsnamn", "objektnamn"),
        *("namn1", "kommunnamn", "stationsnamn", "hallplats", "rubrik", "label", "text"),
    ),
    LEVEL: ("ortsniva", "nivaer", "level", "hierarki", "nivaihierarkin", "dignitet"),
    SUBTYPE: ("typ", "type", "kategori", "slag"),
    STATUS: ("planstatus", "skede", "lage"),
    UNCERTAINTY: ("sakerhet", "uncertainty"),
    "beskrivning": ("beskriv", "description", "kommentar", "anteckning", "anm", "anmarkning", "om", "info"),
    "befolkning": ("folkmangd", "invanare", "antalinvanare", "bef", "population", "pop", "invantal"),
    "kalla": ("source", "ursprung"),
}
"""Other names of columns, as letters and digits alone, the likeliest first."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(r"\([^)]*\)|(?:den )?31 dec(?:ember)?|(?<!\d)(?:19|20)\d\d(?:-\d\d-\d\d)?(?!\d)", re.IGNORECASE)
_SAMPLED = 400
_MOST = 0.8
_LONGEST_NAME = 80
_NO_NAME = re.compile(r"://|@|^(SRID|(MULTI)?(POINT|LINESTRING|POLYGON))\b|^\{?[0-9a-f]{8}-", re.IGNORECASE)


@dataclass(frozen=True)
class _Column:
    name: str
    texts: tuple[str, ...]
    """Its cells that are not empty."""


def guessed_columns(
    catalogue: Catalogue, klass: ObjectClass, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> tuple[ColumnGuess, ...]:
    """The column for each target that there is one for. A column fills one target only."""
    step = max(1, -(-len(rows) // _SAMPLED))
    filled = {name: tuple(filter(None, (id_text(row.get(name)) for row in rows[::step]))) for name in columns}
    free, titles, found = dict(filled), targets(catalogue, klass), []
    lists: Mapping[str, Sequence[Choice] | Sequence[Level]] = {
        LEVEL: klass.nivaer,
        SUBTYPE: klass.undertyper,
        STATUS: catalogue.listor.get(STATUS_LIST, ()),
        UNCERTAINTY: catalogue.listor.get(UNCERTAINTY_LIST, ()),
    }

    def taken(target: str, column: str, why: str) -> None:
        free.pop(column)
        found.append(ColumnGuess(target, titles[target], column, why))

    for target, title in titles.items():
        column = _called((target, title), free)
        if column:
            taken(target, column, tr("kolumnen heter så"))
    for target in titles:
        if target not in {guess.target for guess in found}:
            others = [name for name in free if _undated(name) in _ALIASES.get(target, ())]
            fitting = [name for name in others if not lists.get(target) or _share(free[name], lists[target]) > 0]
            if fitting:
                fitting.sort(key=lambda name: (_ALIASES[target].index(_undated(name)), -_year(name)))
                taken(target, fitting[0], _among(tr("kolumnens namn"), fitting))
    for target, allowed in lists.items():
        if allowed and target not in {guess.target for guess in found}:
            _by_values(target, free, lambda texts, allowed=allowed: _share(texts, allowed), taken)  # type: ignore[misc]
    if NAME not in {guess.target for guess in found}:
        _by_values(NAME, free, _nameness, taken)
    return tuple(found)


def _undated(name: str) -> str:
    """The name of a column as letters and digits, without year and brackets: 'Folkmängd (2023-12-31)'."""
    return plain_name(_DATE.sub(" ", name)) or plain_name(name)


def _year(name: str) -> int:
    """The latest year that a column's name says; 0 for none."""
    return max(map(int, _YEAR.findall(name)), default=0)


def _called(words: Sequence[str], free: Mapping[str, object]) -> str:
    named = {folded(column): column for column in free}
    return next((named[folded(word)] for word in words if folded(word) in named), "")


def _by_values(
    target: str,
    free: Mapping[str, Sequence[str]],
    share_of: Callable[[Sequence[str]], float],
    taken: Callable[[str, str, str], None],
) -> None:
    """Take the column whose values fit best, the first of several."""
    shares = {name: share_of(texts) for name, texts in free.items() if texts}
    fitting = sorted((name for name, share in shares.items() if share >= _MOST), key=lambda name: -shares[name])
    if fitting:
        taken(
            target, fitting[0], _among(tr("värdena, till exempel ”{värde}”").format(värde=free[fitting[0]][0]), fitting)
        )


def _among(why: str, fitting: Sequence[str]) -> str:
    if len(fitting) == 1:
        return why
    return tr("{skäl}; även {andra} kunde passa").format(skäl=why, andra=", ".join(f"”{name}”" for name in fitting[1:]))


def _share(texts: Sequence[str], allowed: Sequence[Choice] | Sequence[Level]) -> float:
    """How much of what stands in a column is codes or names of a list."""
    known = {text: bool(find_code(text, allowed)) for text in set(texts)}
    return sum(known[text] for text in texts) / len(texts) if texts else 0.0


def _nameness(texts: Sequence[str]) -> float:
    """How much of a column reads as names: words, hardly ever twice the same; above 1 when they are known places."""
    if len(set(texts)) < _MOST * len(texts):
        return 0.0
    places = _place_names()
    return (sum(map(_is_worded, texts)) + sum(text.casefold() in places for text in texts)) / len(texts)


def _is_worded(text: str) -> bool:
    """Whether a cell reads as a name: letters for the most part, and no shape, address or code."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    return letters > max(1, digits) and len(text) <= _LONGEST_NAME and not _NO_NAME.search(text)


def _place_names() -> frozenset[str]:
    try:
        return frozenset(place.namn.casefold() for place in all_places())
    except StoreError:
        return frozenset()
