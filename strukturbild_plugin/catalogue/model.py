"""What can be drawn: structures, layers, classes, levels and attributes, as plain values.

Codes are ASCII Swedish and are what is stored; names are what is shown. Sources: docs/architecture.md, "Katalogen".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Optional, Sequence

from ..bilingual_text import NO_TEXT, Text

POINT, LINE, AREA = "punkt", "linje", "yta"
GEOMETRIES = (POINT, LINE, AREA)

TEXT, LONG_TEXT, INTEGER, DECIMAL, DATE, YES_NO, CHOICE, CHOICES = (
    "text",
    "langtext",
    "heltal",
    "decimal",
    "datum",
    "ja_nej",
    "val",
    "flerval",
)
ATTRIBUTE_TYPES = (TEXT, LONG_TEXT, INTEGER, DECIMAL, DATE, YES_NO, CHOICE, CHOICES)

STATUS_LIST, UNCERTAINTY_LIST, ROLE_LIST = "status", "osakerhet", "roll"
NO_ROLES = "ingen"
"""Among the roles of a class: that no role fits it."""


@dataclass(frozen=True)
class Choice:
    """One value of a value list."""

    kod: str
    namn: Text
    kalla: str = ""
    """Where the word comes from, when it is another source than its list's or class's."""


@dataclass(frozen=True)
class Attribute:
    """A column the planner fills in. `lista` names the value list when `typ` is 'val' or 'flerval'."""

    kod: str
    namn: Text
    typ: str
    grupp: str
    """The form group it is shown in: code of an `AttributeGroup`."""
    hjalp: Text
    lista: str = ""
    enhet: str = ""
    kalla: str = "egen"


@dataclass(frozen=True)
class AttributeGroup:
    """A tab of the form."""

    kod: str
    namn: Text


@dataclass(frozen=True)
class Structure:
    """One of the four structures: B, K, G, A. `op_ord` is the ÖP word written into deliveries."""

    kod: str
    namn: Text
    op_ord: str


@dataclass(frozen=True)
class Layer:
    """A table objects of one geometry kind lie in. Its geometry column holds the multi type, EPSG:3006."""

    kod: str
    geometri: str
    namn: Text
    attribut: tuple[str, ...] = ()
    """Attributes of this layer beyond the common ones (e.g. fran_id, till_id of samband)."""


@dataclass(frozen=True)
class Level:
    """A level of a class, large to small by `ordning`. `storlek`: node diameter or line width, mm on A3; areas 0."""

    kod: str
    namn: Text
    ordning: int
    storlek: float = 0.0
    kalla: str = ""
    """Where the word comes from, when it is another source than its class's."""
    undertyper: tuple[str, ...] = ()
    """The subtypes of the class that have this level; () when all of them have it."""

    def fits(self, undertyp: str) -> bool:
        """Whether objects of a subtype ('' for none) have this level."""
        return not self.undertyper or undertyp in self.undertyper


Kind = tuple[Optional[Level], Optional[Choice]]
"""A level and a subtype of a class, together what one chooses when an object is drawn; None for what is not chosen."""


@dataclass(frozen=True)
class ObjectClass:
    """A class of objects that can be drawn."""

    kod: str
    namn: Text
    plural: Text
    struktur: str
    lager: Mapping[str, str]
    """Geometry kind -> code of the layer (table) where objects of that geometry lie."""
    ordning: int
    """Place in the legend within its structure."""
    nivaer: tuple[Level, ...] = ()
    undertyper: tuple[Choice, ...] = ()
    attribut: tuple[str, ...] = ()
    """Attributes of this class beyond the common ones and its layer's."""
    symbol: str = ""
    """Name of the recipe in the symbol set's tokens; '' means the class code itself, else the layer's default."""
    hjalp: Text = NO_TEXT
    ritanvisning: Text = NO_TEXT
    kalla: str = "egen"
    egen: bool = False
    """True for a class that a region added."""
    roller: tuple[str, ...] = ()
    """The roles that fit the class, of the list `roll`; () when all of them do, NO_ROLES alone when none does."""
    motesavstand: float = 0.0
    """How near two objects meet, in metres; 0 when they have to touch."""

    def level(self, kod: str) -> Level | None:
        """The level with this code, or None."""
        return next((level for level in self.nivaer if level.kod == kod), None)

    def levels_for(self, undertyp: str) -> tuple[Level, ...]:
        """The levels that objects of a subtype ('' for none) have."""
        return tuple(level for level in self.nivaer if level.fits(undertyp))

    def kinds(self) -> tuple[Kind, ...]:
        """What one chooses among when an object is drawn: a level, a subtype or both; () when there is no choice.

        The levels alone, as long as every subtype has them; else each subtype with its levels, or without any.
        """
        if all(not level.undertyper for level in self.nivaer):
            return tuple((level, None) for level in self.nivaer)
        return tuple((level, one) for one in self.undertyper for level in self.levels_for(one.kod) or (None,))

    def roles_among(self, roles: Sequence[Choice]) -> tuple[Choice, ...]:
        """Those of `roles` (the list `roll`) that fit the class."""
        return tuple(role for role in roles if not self.roller or role.kod in self.roller)


@dataclass(frozen=True)
class Catalogue:
    """Everything that can be drawn in one strukturbild."""

    version: str
    strukturer: tuple[Structure, ...]
    lager: tuple[Layer, ...]
    grupper: tuple[AttributeGroup, ...]
    attribut: Mapping[str, Attribute]
    gemensamma: tuple[str, ...]
    """Codes of the attributes every object has, in form order."""
    listor: Mapping[str, tuple[Choice, ...]]
    klasser: tuple[ObjectClass, ...] = field(default=())

    def object_class(self, kod: str) -> ObjectClass | None:
        """The class with this code, or None."""
        return next((klass for klass in self.klasser if klass.kod == kod), None)

    def layer(self, kod: str) -> Layer | None:
        """The layer with this code, or None."""
        return next((layer for layer in self.lager if layer.kod == kod), None)

    def structure(self, kod: str) -> Structure | None:
        """The structure with this code, or None."""
        return next((structure for structure in self.strukturer if structure.kod == kod), None)

    def classes_in(self, layer: str) -> tuple[ObjectClass, ...]:
        """The classes whose objects may lie in `layer`, in legend order."""
        return tuple(klass for klass in self.in_legend_order() if layer in klass.lager.values())

    def in_legend_order(self) -> tuple[ObjectClass, ...]:
        """All classes by structure B-K-G-A, then by their own order."""
        rank = {structure.kod: place for place, structure in enumerate(self.strukturer)}
        return tuple(sorted(self.klasser, key=lambda klass: (rank.get(klass.struktur, 99), klass.ordning, klass.kod)))

    def class_words(self, klass: str, column: str, language: str) -> dict[str, str]:
        """What the codes of `niva` or `undertyp` are called for an object of a class; {} for every other column.

        In the class's own words first. A code that it lacks, for the object was of another class when it got it, is
        called as the first class that has it calls it.
        """
        if column not in ("niva", "undertyp"):
            return {}
        words: dict[str, str] = {}
        for one in sorted(self.in_legend_order(), key=lambda one: one.kod != klass):
            for choice in one.nivaer if column == "niva" else one.undertyper:
                words.setdefault(choice.kod, choice.namn.in_language(language))
        return words

    def columns(self, layer: str) -> tuple[Attribute, ...]:
        """The attributes that are columns of `layer`: common, the layer's, then those of its classes; each once."""
        found = self.layer(layer)
        codes = [*self.gemensamma, *(found.attribut if found else ())]
        for klass in self.classes_in(layer):
            codes.extend(klass.attribut)
        return tuple(self.attribut[kod] for kod in dict.fromkeys(codes))
