"""What the dialog for a new strukturbild offers, read once in the background."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from ..catalogue.model import Text
from ..catalogue.template import Template, load_templates
from ..feedback import Feedback
from ..goals.goal_sets import GoalTree, load_goal_sets
from ..store.regions import Region, all_regions


@dataclass(frozen=True)
class Choices:
    """Templates, regions, goal sets and symbol sets to choose from."""

    templates: tuple[Template, ...]
    regions: tuple[Region, ...]
    goal_sets: dict[str, GoalTree]
    symbol_sets: tuple[tuple[str, Text], ...]


def read_choices(feedback: Feedback) -> Choices:
    """Read the files that the plugin carries; about a second the first time."""
    from ..cartography.tokens import symbol_sets

    regions = all_regions()
    feedback.setProgress(20)
    templates = load_templates()
    feedback.setProgress(50)
    return Choices(templates, regions, load_goal_sets(), symbol_sets())


def file_name(title: str) -> str:
    """A file name for a title, safe on every system: 'Strukturbild för Värmland' -> 'strukturbild-for-varmland'."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "strukturbild"


def free_path(folder: Path, title: str) -> Path:
    """A GeoPackage in `folder` named for `title` that does not exist yet."""
    name = file_name(title)
    path = folder / f"{name}.gpkg"
    number = 2
    while path.exists():
        path = folder / f"{name}-{number}.gpkg"
        number += 1
    return path
