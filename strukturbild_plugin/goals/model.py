"""Goals: versioned sets (a RUS, the national strategy, Agenda 2030), each a tree with free level names."""

from __future__ import annotations

from dataclasses import dataclass

MIN_CONTRIBUTION, MAX_CONTRIBUTION = -2, 2


@dataclass(frozen=True)
class GoalSet:
    """One edition of one strategy."""

    kod: str
    namn: str
    organisation: str
    lan: tuple[str, ...]
    """Two-digit codes of the län it is for; empty when national or global."""
    antagen: str
    """Adoption as known: 'ÅÅÅÅ', 'ÅÅÅÅ-MM' or 'ÅÅÅÅ-MM-DD'; '' when not verified."""
    horisont: int | None
    url: str
    fullstandig: bool
    """False when the library holds only part of the set's goals ("not complete")."""
    anmarkning: str = ""
    overordnat: str = ""
    """The top text (vision, målbild) with its own word, e.g. 'Vision: ...'."""


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


@dataclass(frozen=True)
class GoalLink:
    """That an object contributes to a goal, from -2 (conflict) to +2 (strong support), and why."""

    objekt_id: str
    mal_id: str
    bidrag: int
    motivering: str = ""
