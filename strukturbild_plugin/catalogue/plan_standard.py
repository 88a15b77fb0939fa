"""A plan standard: the words that another system of comprehensive planning (ÖP) has for the classes of a strukturbild.

Each is a file of templates/oversattning; a new standard is a new file. Which class falls under which category is our
reading; whether the words are the standard's own is said category by category (`verifierad`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterable, Mapping

from .model import ObjectClass, Text


@dataclass(frozen=True)
class PlanCategory:
    """What the standard calls the classes of a structure, or some of them, drawn with some geometries."""

    struktur: str
    """Code of our structure: B, K, G, A."""
    kategori: str
    """The category as it is written into a delivery."""
    strukturord: str = ""
    objekt: str = ""
    """The standard's kind of object: 'nod'; '' when it has none."""
    geometri: tuple[str, ...] = ()
    """Kinds of geometry; none: all."""
    klasser: tuple[str, ...] = ()
    """Codes of classes; none: all of the structure."""
    verifierad: bool = False
    """True when the words are the standard's own, seen in a source; else they are our proposal."""

    def covers(self, klass: ObjectClass, geometry: str) -> bool:
        """Whether objects of `klass` drawn with `geometry` are of this category."""
        return (
            klass.struktur == self.struktur
            and (not self.klasser or klass.kod in self.klasser)
            and (not self.geometri or geometry in self.geometri)
        )


@dataclass(frozen=True)
class PlanStandard:
    """One standard in one version."""

    kod: str
    standard: str
    version: str
    namn: Text
    om: Text
    """What it is, what it is not, and what of the file is our proposal."""
    kallor: tuple[str, ...]
    kontrollerad: str
    """The day the sources were read, ÅÅÅÅ-MM-DD."""
    kategorier: tuple[PlanCategory, ...]
    nivaer: Mapping[str, str] = field(default_factory=dict)
    """Our levels by code, in the standard's words; empty when it has no levels that we know of."""

    def category(self, klass: ObjectClass, geometry: str) -> PlanCategory | None:
        """The category of a class drawn with `geometry`: one that names the class goes before one for all; or None."""
        found = [one for one in self.kategorier if one.covers(klass, geometry)]
        return min(found, key=lambda one: (not one.klasser, not one.geometri), default=None)

    def is_verified(self) -> bool:
        """Whether all its words are the standard's own."""
        return all(one.verifierad for one in self.kategorier)


def chosen_standard(standards: Iterable[PlanStandard], standard: str, version: str) -> PlanStandard | None:
    """The one that a strukturbild names: by its code, or by the standard's name and version."""
    for one in standards:
        if standard and (one.kod == standard or (one.standard, one.version) == (standard, version)):
            return one
    return None
