"""What a new strukturbild is called and which goals it takes along, when the planner has not said."""

from __future__ import annotations

from typing import Mapping, Sequence

from ...catalogue.template import Template
from ...goals.goal_library import sets_for
from ...goals.tree import GoalTree
from ...i18n import joined, tr
from .regions import Region, short_name


def suggested_title(regions: Sequence[Region]) -> str:
    """The title of a new strukturbild of `regions`: 'Strukturbild för Värmland och Örebro'."""
    names = [short_name(region.namn) for region in regions]
    if not names:
        return tr("Strukturbild")
    return tr("Strukturbild för {places}").format(places=joined(names))


def suggested_goal_sets(lan: Sequence[str], template: Template, library: Mapping[str, GoalTree]) -> tuple[str, ...]:
    """Codes of the goal sets of a new strukturbild: the RUS in force of each of `lan` in their order, then those of the
    template.

    `lan`: two-digit codes. Sets that `library` lacks are left out.
    """
    regional = sets_for(lan, library)
    return tuple(code for code in dict.fromkeys([*regional, *template.malsamlingar]) if code in library)
