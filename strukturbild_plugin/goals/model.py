"""Goals: versioned sets (a RUS, the national strategy, Agenda 2030), each a tree with free level names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable

TOP_LEVEL, PARTLY, WHOLE = "toppniva", "delvis", "hela"
EXTENTS = (TOP_LEVEL, PARTLY, WHOLE)
"""How much of a strategy's goals a set holds: every one of the top level, some, all of them."""
MIN_CONTRIBUTION, MAX_CONTRIBUTION = -2, 2


@dataclass(frozen=True)
class GoalSet:
    """One edition of one strategy."""

    kod: str
    namn: str
    organisation: str
    lan: tuple[str, ...]
    """Codes of the areas it is for (`region_codes`); empty when national or global."""
    antagen: str
    """Adoption as known: 'ÅÅÅÅ', 'ÅÅÅÅ-MM' or 'ÅÅÅÅ-MM-DD'; '' when not verified."""
    horisont: int | None
    url: str
    fullstandig: bool
    """False when the library holds only part of the set's goals ("not complete")."""
    anmarkning: str = ""
    overordnat: str = ""
    """The top text (vision, målbild) with its own word, e.g. 'Vision: ...'."""
    serie: str = ""
    """What its versions have in common, e.g. 'rus_skane'."""
    reviderad: str = ""
    """As `antagen`."""
    giltig_till: str = ""
    """A year, a date or words; '' when not known."""
    ersatter: str = ""
    """The code of the version before it."""
    kontrollerad: str = ""
    """The day it was last compared with its source, ÅÅÅÅ-MM-DD."""
    omfattning: str = ""
    """One of EXTENTS; '' when nobody has said."""
    nivakallor: str = ""
    """Where each level comes from, a line for each: 'Visionsmål: https://...'."""
    adresser: str = ""
    """Official addresses, one a line."""
    biblioteksversion: str = ""
    """The version of the goal library it was taken from."""


@dataclass(frozen=True)
class Goal:
    """A goal at any level of a set's tree."""

    mal_id: str
    """uuid; for library goals uuid5 of set and code, so that the same goal has the same identity in every file."""
    samling: str
    kod: str
    niva_namn: str
    titel: str
    ordning: int
    over_id: str = ""
    beskrivning: str = ""
    indikator: str = ""
    malar: int | None = None
    kalla: str = ""
    tillganglighet: tuple[str, ...] = ()
    """Which parts of accessibility it is about: 'narhet', 'rorlighet', 'digitalt'."""
    ersatter: str = ""
    """mal_id of the goal it replaces in the version before."""
    vikt: float | None = None
    prioriterat: bool | None = None


@dataclass(frozen=True)
class GoalInfluence:
    """How one goal bears on another, -3 (works against) to +3. A pair without one has not been assessed."""

    fran_mal_id: str
    till_mal_id: str
    varde: int
    motivering: str = ""


@dataclass(frozen=True)
class GoalCounterpart:
    """A region's own judgement that a goal of its answers to a national or a global one."""

    mal_id: str
    motsvarar_mal_id: str
    slag: str = ""
    motivering: str = ""


@dataclass(frozen=True)
class GoalLink:
    """That an object contributes to a goal, from -2 (conflict) to +2 (strong support), and why."""

    objekt_id: str
    mal_id: str
    bidrag: int
    motivering: str = ""


def question_key(kind: str, objects: Iterable[str], goals: Iterable[str]) -> str:
    """What a question where goals meet is found by again: kind, objects and goals, in any order, '' for none."""
    return "/".join((kind, *sorted(filter(None, objects)), *sorted(filter(None, set(goals)))))
