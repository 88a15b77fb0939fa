"""The kinds of sheet, each a declared recipe: what is drawn, what the legend explains, what stands about goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from ..catalogue.model import Text
from ..errors import ExportError
from ..i18n import tr

NO_GOALS, COUNTED, NAMED = "", "antal", "namn"


@dataclass(frozen=True)
class SheetKind:
    """A recipe for a sheet."""

    kod: str
    namn: Text
    drawn: bool = True
    """Whether the objects are on the map; else the base map alone, and the legend explains every class."""
    goals: str = COUNTED
    """Goals with how many objects carry each, with the objects' names, or none."""
    goal_space: float = 0.5
    """Millimetres, on A3, above the line of a goal."""
    side_share: float = 0.252
    """Share of the width for the column beside the map."""
    overline: Text | None = None
    """What stands above the title instead of the usual word."""
    notes: Text | None = None
    """Heading over lines to write on."""


KINDS: Mapping[str, SheetKind] = {
    kind.kod: kind
    for kind in (
        SheetKind("karta", Text("Karta", "Map")),
        SheetKind(
            "karta-mal",
            Text("Karta med mål och objekt", "Map with goals and objects"),
            goals=NAMED,
            goal_space=1.3,
            side_share=0.345,
        ),
        SheetKind(
            "arbetsblad",
            Text("Arbetsblad att rita på", "Worksheet to draw on"),
            drawn=False,
            goals=NO_GOALS,
            overline=Text("Strukturbild · arbetsblad", "Structural picture · workshop sheet"),
            notes=Text("Anteckningar", "Notes"),
        ),
    )
}


def kind_named(kod: str) -> SheetKind:
    """The recipe of that code; ExportError names those there are."""
    kind = KINDS.get(kod.strip().lower())
    if kind is None:
        known = ", ".join(KINDS)
        raise ExportError(tr("Kartbladet {kod} finns inte. Välj bland {known}.").format(kod=kod, known=known))
    return kind
