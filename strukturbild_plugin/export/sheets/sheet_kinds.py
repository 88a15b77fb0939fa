"""The kinds of sheet, each a declared recipe: what is drawn, what the legend explains, what stands about goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from ...analysis.scenario_comparison import scenario_pictures
from ...catalogue.model import Text
from ...errors import ExportError
from ...i18n import tr
from ...store.gpkg.records import PRESENT, Picture, Snapshot
from ...workshop.synthesis.variants import variants_pictures

NO_GOALS, COUNTED, NAMED = "", "antal", "namn"
ONE_MAP, BEFORE_AFTER, ATLAS, SCENARIOS = "karta", "fore-efter", "atlas", "scenarier"
BY_GOAL, BY_AREA, BY_PICTURE = "mal", "omrade", "bild"
WANTED = ("malbild", "strategi")
"""Kinds of picture (list `bildtyp`) that may come after the present."""


@dataclass(frozen=True)
class SheetKind:
    """A recipe for a sheet."""

    code: str
    name: Text
    drawn: bool = True
    """Whether the objects are on the map; else the base map alone, and the legend explains every class."""
    goals: str = COUNTED
    """Goals with how many objects carry each, with the objects' names, or none."""
    goal_space: float = 0.5
    """Millimetres, on A3, above the line of a goal."""
    goal_columns: int = 1
    """How many columns the goals take beside a map."""
    side_share: float = 0.252
    """Share of the width for the column beside the map."""
    overline: Text | None = None
    """What stands above the title instead of the usual word."""
    notes: Text | None = None
    """Heading over lines to write on."""
    symbol_share: float = 1.0
    """How large symbols and names are on its maps, against those of one map on the same paper."""
    form: str = ONE_MAP
    """One map, two beside each other, or an atlas of many pages."""
    page_per: str = ""
    """What an atlas has a page for: each goal, area or picture."""
    whole: bool = False
    """Whether one sheet shows the whole strukturbild, whichever picture it is asked for."""


KINDS: Mapping[str, SheetKind] = {
    kind.code: kind
    for kind in (
        SheetKind("karta", Text("Karta", "Map")),
        SheetKind(
            "karta-mal",
            Text("Karta med mål och objekt", "Map with goals and objects"),
            goals=NAMED,
            goal_space=1.3,
            goal_columns=2,
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
        SheetKind(
            "fore-efter",
            Text("Före och efter: nuläge bredvid målbild", "Before and after: present beside future"),
            goals=NO_GOALS,
            overline=Text("Strukturbild · före och efter", "Structural picture · before and after"),
            symbol_share=0.76,
            form=BEFORE_AFTER,
        ),
        SheetKind(
            "scenarier",
            Text("Scenarier bredvid varandra", "Scenarios beside each other"),
            goals=NO_GOALS,
            overline=Text("Strukturbild · scenarier", "Structural picture · scenarios"),
            symbol_share=0.76,
            form=SCENARIOS,
            whole=True,
        ),
        SheetKind("atlas-mal", Text("Atlas: en sida per mål", "Atlas: a page per goal"), form=ATLAS, page_per=BY_GOAL),
        SheetKind(
            "atlas-omrade",
            Text("Atlas: en sida per delregion, län, kommun", "Atlas: a page per subregion, county, municipality"),
            form=ATLAS,
            page_per=BY_AREA,
        ),
        SheetKind(
            "atlas-bild",
            Text("Atlas: en sida per bild", "Atlas: a page per picture"),
            form=ATLAS,
            page_per=BY_PICTURE,
            whole=True,
        ),
    )
}


def kind_named(code: str) -> SheetKind:
    """The recipe of that code; ExportError names those there are."""
    kind = KINDS.get(code.strip().lower())
    if kind is None:
        known = ", ".join(KINDS)
        raise ExportError(tr("Kartbladet {kod} finns inte. Välj bland {known}.").format(kod=code, known=known))
    return kind


def kinds_for(snapshot: Snapshot, bild_id: str) -> tuple[SheetKind, ...]:
    """The kinds that make sense for a picture, in the order of `KINDS`.

    A sheet of the whole strukturbild is named for its first drawn picture alone, so that it is made once.
    """
    return tuple(kind for kind in KINDS.values() if _makes_sense(kind, snapshot, bild_id))


def present_before(snapshot: Snapshot, bild_id: str) -> Picture | None:
    """What belongs before `bild_id`: the picture it starts from, else one of the present. None without.

    Of several of the present it is one of the same scale, if there is one.
    """
    after = next((picture for picture in snapshot.pictures if picture.bild_id == bild_id), None)
    if after is None or after.bildtyp not in WANTED:
        return None
    drawn = set(drawn_pictures(snapshot))
    start = next((each for each in snapshot.pictures if each.bild_id == after.utgar_fran), None)
    if start is not None and start.bild_id in drawn - {bild_id}:
        return start
    found = [each for each in snapshot.pictures if each.bildtyp == PRESENT and each.bild_id in drawn]
    found.sort(key=lambda each: (each.skala != after.skala, each.ordning, each.bild_id))
    return found[0] if found else None


def drawn_pictures(snapshot: Snapshot) -> tuple[str, ...]:
    """The ids of the pictures that have objects, in their order; no groups' variants while there is something else."""
    used = {record.bild_id for record in snapshot.objects if record.wkb}
    used = used - variants_pictures(snapshot.pictures) or used
    ordered = sorted(snapshot.pictures, key=lambda picture: (picture.ordning, picture.bild_id))
    return tuple(picture.bild_id for picture in ordered if picture.bild_id in used)


def _makes_sense(kind: SheetKind, snapshot: Snapshot, bild_id: str) -> bool:
    drawn = drawn_pictures(snapshot)
    if kind.form == BEFORE_AFTER:
        return bild_id in drawn and present_before(snapshot, bild_id) is not None
    if kind.form == SCENARIOS:
        return bool(scenario_pictures(snapshot)) and bild_id == drawn[0]
    if kind.page_per == BY_GOAL:
        here = {record.objekt_id for record in snapshot.objects if record.bild_id == bild_id}
        return any(link.objekt_id in here and link.bidrag for link in snapshot.links)
    if kind.page_per == BY_PICTURE:
        return len(drawn) > 1 and bild_id == drawn[0]
    return not kind.drawn or bild_id in drawn
