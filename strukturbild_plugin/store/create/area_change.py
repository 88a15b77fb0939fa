"""Changing the areas of a strukturbild: the outlines, and what follows from which areas it is about.

Nothing that is drawn is touched: what then lies outside stays, and the checks name it. Areas that the base data do not
know (somebody's own) stay as they are.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import Sequence

from ...errors import StoreError
from ...goals.goal_library import load_goal_sets, sets_for
from ...goals.tree import GoalTree
from ...i18n import joined
from ..gpkg.records import Area
from ..writing.transaction import Writer
from .regions import Region, all_regions, find_regions
from .suggestions import suggested_title


@dataclass(frozen=True)
class PreviousArea:
    """What undoes an area change: län codes, outlines and title as they were, and the goal sets that were added."""

    lan: tuple[str, ...]
    areas: tuple[Area, ...]
    title: str
    new_title: str = ""
    goal_sets: tuple[str, ...] = ()


def change_area(db: Writer, lan: Sequence[str], goals: bool = True) -> PreviousArea:
    """Change the areas of the strukturbild to `lan` (codes or names, any number but none); gives what undoes it.

    A title that only said which län it was says the new ones. `goals`: the RUS of län that are new comes along, if the
    library has it. Raises StoreError for what is no area.
    """
    head, before = db.head(), db.areas()
    regions = find_regions(lan)
    areas = areas_of(regions, before)
    codes = (*(region.kod for region in regions), *(code for code in head.lan if code not in known()))
    title = title_after(head.titel, head.lan, regions)
    there = {goal_set.kod for goal_set in db.goal_sets()}
    new = [code for code in codes if code not in head.lan] if goals else []
    came = [tree for tree in goal_sets_of(new) if tree.goal_set.kod not in there]
    for tree in came:
        db.add_goal_tree(tree)
    db.set_head(replace(db.head(), lan=codes, titel=title))
    db.set_areas(areas)
    db.log("avgransning", ", ".join(area.namn for area in areas))
    return PreviousArea(head.lan, before, head.titel, title, tuple(tree.goal_set.kod for tree in came))


def undo_area_change(db: Writer, previous: PreviousArea) -> None:
    """Undo `change_area`; a title written since stays, and so does a goal set that objects are linked to since."""
    head = db.head()
    title = previous.title if head.titel == previous.new_title else head.titel
    for code in previous.goal_sets:
        with contextlib.suppress(StoreError):
            db.remove_goal_set(code)
    db.set_head(replace(head, lan=previous.lan, titel=title))
    db.set_areas(previous.areas)
    db.log("avgransning", ", ".join(area.namn for area in previous.areas))


def areas_of(regions: Sequence[Region], before: Sequence[Area]) -> tuple[Area, ...]:
    """The outlines of a strukturbild of `regions`: those among `before` are kept, and so is what no base data know."""
    had = {area.kod: area for area in before}
    chosen = [had.get(region.kod) or Area(region.kod, region.namn, region.wkb) for region in regions]
    return (*chosen, *(area for area in before if area.kod not in known()))


def title_after(title: str, lan: Sequence[str], regions: Sequence[Region]) -> str:
    """The title for `lan` (codes): a suggested one follows, one that somebody has written stays."""
    regions_by_code = known()
    previous = [regions_by_code[code] for code in lan if code in regions_by_code]
    return suggested_title(regions) if previous and title == suggested_title(previous) else title


def goal_sets_of(lan: Sequence[str]) -> list[GoalTree]:
    """The goal sets (RUS) of the goal library for these areas, each once: Swedish län have some. Raises GoalError."""
    library = load_goal_sets() if lan else {}
    return [library[kod] for kod in sets_for(lan, library)]


def known() -> dict[str, Region]:
    """The regions that can be chosen, by code."""
    return {region.kod: region for region in all_regions()}


def area_names(areas: Sequence[Area]) -> str:
    """The names of the areas in a sentence: 'Värmlands län och Örebro län'."""
    return joined(area.namn for area in areas)
