"""What the dialog for a new strukturbild offers, read once in the background."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import QgsApplication

from ... import paths
from ...catalogue.model import Text
from ...catalogue.packs import Pack, load_packs
from ...catalogue.template import Template, load_templates, read_templates
from ...errors import CatalogueError
from ...feedback import Feedback
from ...goals.goal_library import usable_goal_library
from ...goals.tree import GoalTree
from ...store.create.regions import Region, all_regions
from ...store.templates.template_library import NO_LIBRARY, InstalledTemplate, TemplateLibrary, read_library, state_of
from ..disk_answers import is_there


@dataclass(frozen=True)
class NewDocumentChoices:
    """Templates, regions, goal sets and symbol sets to choose from."""

    templates: tuple[Template, ...]
    """The program's own."""
    regions: tuple[Region, ...]
    goal_sets: dict[str, GoalTree]
    symbol_sets: tuple[tuple[str, Text], ...]
    own: TemplateLibrary = NO_LIBRARY
    """The user's own templates, and what is wrong with some of them."""
    problem: tuple[str, ...] = ()
    """What is wrong with the program's own."""
    packs: tuple[Pack, ...] = ()
    """Classes that only some strukturbilder need (tillägg)."""
    own_state: tuple[tuple[str, int], ...] = ()
    """What lay in the folder of own templates when it was read."""

    def problems(self) -> tuple[str, ...]:
        """Everything that is wrong, in sentences."""
        return (*self.problem, *self.own.problems)

    def goal_sets_with(self, own: InstalledTemplate | None) -> dict[str, GoalTree]:
        """The goal library, with the sets that a template brings along in place of its own."""
        carried = {tree.goal_set.kod: tree for tree in own.package.goal_trees} if own is not None else {}
        return {**self.goal_sets, **carried}

    def symbol_sets_with(self, own: InstalledTemplate | None) -> tuple[tuple[str, Text], ...]:
        """The symbol sets, with those that a template brings along."""
        from ...cartography.symbol_sets.symbol_set_library import symbol_sets
        from ...store.gpkg.attachments import SYMBOL_SET

        carried = tuple(each for each in own.package.attachments if each.slag == SYMBOL_SET) if own is not None else ()
        return symbol_sets(carried) if carried else self.symbol_sets


def read_choices(feedback: Feedback) -> NewDocumentChoices:
    """Read the files that the plugin carries, and the user's own templates; about a second the first time."""
    from ...cartography.symbol_sets.symbol_set_library import symbol_sets

    regions = all_regions()
    feedback.setProgress(20)
    found = read_templates()
    templates = found.templates or load_templates()  # which says why there is none
    feedback.setProgress(50)
    folder = own_templates_folder()
    state = state_of(folder)
    library, said = usable_goal_library()
    packs, faulty = _usable_packs()
    problem = (*found.problem, *filter(None, [said]), *faulty)
    return NewDocumentChoices(
        templates, regions, dict(library.trees), symbol_sets(), read_library(folder), problem, packs, state
    )


def _usable_packs() -> tuple[tuple[Pack, ...], tuple[str, ...]]:
    """The packs, or what is wrong with them: a strukturbild can be made without."""
    try:
        return load_packs(), ()
    except CatalogueError as error:
        return (), tuple(error.problems)


def with_own_templates(choices: NewDocumentChoices) -> NewDocumentChoices:
    """The same, with the user's own templates read again if any has come, gone or changed."""
    folder = own_templates_folder()
    state = state_of(folder)
    return choices if state == choices.own_state else replace(choices, own=read_library(folder), own_state=state)


def own_templates_folder() -> Path:
    """Where the user's own templates lie in this QGIS profile."""
    return paths.own_templates(Path(QgsApplication.qgisSettingsDirPath()))


def file_name(title: str) -> str:
    """A file name for a title, safe on every system: 'Strukturbild för Värmland' -> 'strukturbild-for-varmland'."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "strukturbild"


def free_path(folder: Path, title: str, ending: str = ".gpkg") -> Path:
    """A file in `folder` named for `title` that does not exist yet."""
    return free_file(folder / f"{file_name(title)}{ending}")


def free_file(wanted: Path) -> Path:
    """`wanted`, or the first of '…-2', '…-3' that does not exist yet."""
    path, number = wanted, 2
    while is_there(path):
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        number += 1
    return path
