"""The data classes of a symbol set, read from a YAML file by `symbol_sets/symbol_set_reader.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Sequence

from ..catalogue.model import AREA, LINE, POINT, Text

RING, MARK = "ring", "marke"
BAND, STROKE, DOUBLE, TOOTHED, BEADS = "band", "linje", "dubbellinje", "tandad", "parlband"
SOFT, HATCH, FIELD, CONTOUR = "mjuk_yta", "skraffering", "falt", "kontur"
FORMS = {
    POINT: (RING, MARK),
    LINE: (BAND, STROKE, DOUBLE, TOOTHED, BEADS),
    AREA: (SOFT, HATCH, FIELD, CONTOUR),
}
"""The forms a recipe may have, by geometry."""

MARKS = {
    "cirkel": "circle",
    "fyrkant": "square",
    "romb": "diamond",
    "triangel": "triangle",
    "femhorning": "pentagon",
    "sexhorning": "hexagon",
    "stjarna": "star",
    "kryss": "cross_fill",
}
"""Marker shapes by their name in token files and QGIS's name for them."""

EXISTING, DEVELOPED, PROPOSED, RESERVED = "befintlig", "utvecklas", "foreslagen", "reservat"
STATUSES = (EXISTING, DEVELOPED, PROPOSED, RESERVED)


@dataclass(frozen=True)
class ColourFamily:
    """One family of colours, dark to nearly paper; `text` can be read on paper. All '#rrggbb'."""

    stark: str
    mellan: str
    ljus: str
    blek: str
    text: str


@dataclass(frozen=True)
class PaperColours:
    """Colours of the sheet round the map."""

    background: str
    text: str
    quiet: str
    accent: str
    rule: str
    halo: str = "#ffffff"
    """What halos, casings and the inside of open signs are drawn with: the colour of the map's own paper."""


@dataclass(frozen=True)
class BaseColours:
    """Colours of the base map."""

    hav: str
    sjo: str
    strand: str
    land: str
    grannland: str
    lan: str
    langrans: str
    grannlansgrans: str
    riksgrans: str
    kommungrans: str
    text: str


@dataclass(frozen=True)
class StatusStyle:
    """What a status does to any symbol."""

    kod: str
    styrka: float
    """Share of the full strength of fills and bands."""
    kant: float
    """Width of the outline in mm; 0 when the form stands by its fill."""
    monster: tuple[float, ...]
    """Dashes and gaps in mm; empty for an unbroken line."""
    tillagg: bool
    """Whether something is added to the built thing: a core line in a band, a ring round a node."""


@dataclass(frozen=True)
class SymbolRecipe:
    """How one kind of object is drawn, before its level and status are known."""

    kod: str
    form: str
    farg: str = ""
    """Hue by name; '' means the structure's."""
    storlek: float = 0.0
    """Diameter or width in mm where the level gives none."""
    faktor: float = 1.0
    """What sizes are multiplied by for this kind of thing."""
    marke: str = "cirkel"
    monster: tuple[float, ...] = ()
    vinkel: float = 45.0
    """Direction of a hatch in degrees anticlockwise from east."""
    avstand: float = 2.4
    """Distance between hatch lines in mm."""
    tathet: float = 0.5
    """Strength of a fill or hatch, 0 to 1."""
    bage: float = 0.0
    """How much a straight line between two points bends, as a share of its length."""
    pilar: bool = False
    """Whether the attribute `riktning` gives the line arrowheads."""
    kant: bool = False
    """Whether a soft area has a fine outline."""
    bredd: float = 0.42
    """Width of hatch lines in mm."""
    kors: bool = False
    """Whether a hatch is crossed by another, at right angles."""
    nivasteg: float = 0.0
    """Size of each level as a share of the next larger; 0 for the catalogue's own sizes."""

    @property
    def geometri(self) -> str:
        """The geometry this recipe is for."""
        return next(geometry for geometry, forms in FORMS.items() if self.form in forms)


@dataclass(frozen=True)
class SmallMarks:
    """Small marks for what the symbol itself does not show: subtypes, or roles."""

    storlek: float = 0.34
    """Subtypes: share of the symbol's size. Roles: mm."""
    avstand: float = 14.0
    """Subtypes: mm from the beginning of a line to its mark, and a quarter of it below the name of an area. Roles: mm
    between their marks."""
    marken: tuple[str, ...] = ()
    """Names of `MARKS`, in the order in which codes take them; none: nothing is marked."""
    egna: Mapping[str, str] = field(default_factory=dict)
    """The mark of a code, where the set has its own opinion; '' for none."""

    def of(self, codes: Sequence[str]) -> Mapping[str, str]:
        """A mark for each code that has one; the set's own first, then those left over in order, round and round."""
        taken = [mark for code, mark in self.egna.items() if code in codes and mark]
        free = [mark for mark in self.marken if mark not in taken] or list(self.marken)
        found: dict[str, str] = {}
        given = 0
        for code in codes:
            if code in self.egna:
                found[code] = self.egna[code]
            elif free:
                found[code] = free[given % len(free)]
                given += 1
        return {code: mark for code, mark in found.items() if mark}


UNMARKED = SmallMarks()


@dataclass(frozen=True)
class LabelStyle:
    """How one kind of map text is set."""

    storlek: float
    """Points."""
    fet: bool = False
    kursiv: bool = False


@dataclass(frozen=True)
class LabelStyles:
    """Text on the map, each kind from the largest level to the smallest."""

    halo: float
    """Width of the paper-coloured buffer round letters in mm."""
    nod: tuple[LabelStyle, ...]
    linje: tuple[LabelStyle, ...]
    yta: tuple[LabelStyle, ...]
    riktning: LabelStyle
    bas: LabelStyle


@dataclass(frozen=True)
class SymbolSet:
    """A whole symbol set."""

    kod: str
    namn: Text
    beskrivning: Text
    typsnitt: str
    faktor: float
    paper: PaperColours
    bas: BaseColours
    farger: Mapping[str, ColourFamily]
    strukturfarger: Mapping[str, str]
    okand_farg: str
    status: Mapping[str, StatusStyle]
    utan_status: str
    symboler: Mapping[str, SymbolRecipe]
    text: LabelStyles
    handritad: float = 0.0
    """How far, in mm, lines and outlines sway as if drawn by hand; 0 for drawn by ruler."""
    grupper: tuple[str, ...] = ()
    """Colours by which contributions are told apart, by the attribute `grupp`; none when they are not."""
    colours_by_group: Mapping[str, str] = field(default_factory=dict)
    """Colours of groups known by name, where it is known which there are: on a printed map."""
    undertyper: SmallMarks = UNMARKED
    roller: SmallMarks = UNMARKED
    planerat_skrafferas: bool = False
    """Whether a plain field that is not there yet is hatched, and not only paler."""
    haller_ljushet: bool = False
    """Whether a region's own colours keep the lightness of the set's: what a set promises in grey rests on it."""
    stilar: Mapping[str, str] = field(default_factory=dict)
    """Own styles made in QGIS (QML), by the code of the layer: used in place of what would be derived."""
    notices: tuple[str, ...] = ()
    """Sentences about what had to be adjusted for the profile, or could not be used of what the file carries."""
    scale: float = 1.0
    """What lengths have been multiplied by for the paper; the set as it stands in its file is for A3."""

    @property
    def line_width_factor(self) -> float:
        """How much wider than on A3 fine lines are: in proportion on posters, and never finer."""
        return max(1.0, self.scale)

    def hue(self, recipe: SymbolRecipe, structure: str) -> ColourFamily:
        """The colour family of `recipe` for a class of structure `structure` (B, K, G, A)."""
        return self.farger[recipe.farg or self.strukturfarger.get(structure, self.okand_farg)]

    def status_style(self, status: str) -> StatusStyle:
        """The style of a status; that of `utan_status` without one, or with one that the set does not know."""
        return self.status.get(status) or self.status[self.utan_status]
