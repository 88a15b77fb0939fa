"""The goal library: a folder of goal sets, one file a set (templates/mal), that another folder may take the place of.

A set is one version of one strategy and is never changed into another: a goal's identity is made of the set's code and
its own, so links would change their meaning. A new version is a new set, which says what it replaces (`ersatter`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Iterable, Mapping, Sequence

from .. import paths
from ..errors import GoalError
from ..i18n import tr
from ..yaml_reader.fields import Fields
from ..yaml_reader.problems import Problems, SourceLocation
from ..yaml_reader.yaml_file import read_yaml
from .goal_sets import goal_set_tree
from .model import GoalSet
from .tree import GoalTree, problem_list


@dataclass(frozen=True)
class GoalLibrary:
    """The sets of a folder, by code, and what it is called."""

    trees: Mapping[str, GoalTree]
    name: str
    version: str

    def current(self) -> dict[str, GoalTree]:
        """The sets that no other of the library replaces."""
        return current_sets(self.trees)

    def successor(self, kod: str) -> GoalTree | None:
        """The newest version of the set `kod`, when that is another one; also over several versions."""
        return successor_of(kod, self.trees)


def read_goal_library(folder: Path | None = None) -> GoalLibrary:
    """Read every goal set in `folder` (None: the library in use). Raises GoalError with every fault of every file."""
    folder = folder or paths.goal_library()
    problems = Problems()
    name, version = _about(folder, problems)
    trees: dict[str, GoalTree] = {}
    for file in sorted(one for one in folder.glob("*.yaml") if one.name != paths.ABOUT_GOAL_LIBRARY):
        block = read_yaml(file, file.name, problems)
        tree = None if block is None else goal_set_tree(block, file.name, problems, verified=True)
        if tree is not None:
            trees[tree.goal_set.kod] = _of_version(tree, version)
    if not trees and not problems:
        problems.add(SourceLocation(folder.name), tr("Mappen har inga målsamlingar. Välj en annan mapp."))
    if problems:
        raise GoalError(problem_list(tr("Målbiblioteket har fel:"), problems.sentences()))
    return GoalLibrary(trees, name, version)


def usable_goal_library() -> tuple[GoalLibrary, str]:
    """The library in use, or the program's own with a sentence why when that cannot be read."""
    try:
        return read_goal_library(), ""
    except GoalError as error:
        if paths.goal_library() == paths.GOAL_SETS:
            raise
        said = tr("Målbiblioteket i {folder} går inte att använda, så programmets eget gäller. {faults}")
        return read_goal_library(paths.GOAL_SETS), said.format(folder=paths.goal_library(), faults=error)


def load_goal_sets(folder: Path | None = None) -> dict[str, GoalTree]:
    """Every goal set of the library, by code, also those that later versions have replaced. Raises GoalError."""
    return dict(read_goal_library(folder).trees)


def current_sets(trees: Mapping[str, GoalTree]) -> dict[str, GoalTree]:
    """Those of `trees` (by code) that no other of them replaces. In a circle nobody can tell, so all of it stays."""
    replaced = {tree.goal_set.ersatter for tree in trees.values() if not is_in_circle(tree.goal_set.kod, trees)}
    return {kod: tree for kod, tree in trees.items() if kod not in replaced}


def is_in_circle(kod: str, trees: Mapping[str, GoalTree]) -> bool:
    """Whether the set `kod` of `trees` (by code) replaces itself, straight or over others."""
    seen: set[str] = set()
    older = trees[kod].goal_set.ersatter
    while older in trees and older not in seen:
        if older == kod:
            return True
        seen.add(older)
        older = trees[older].goal_set.ersatter
    return False


def successor_of(kod: str, trees: Iterable[GoalTree] | Mapping[str, GoalTree]) -> GoalTree | None:
    """The newest version of the set `kod` among `trees`, when that is another one. A circle of versions has no end."""
    every = trees.values() if isinstance(trees, Mapping) else trees
    after = {tree.goal_set.ersatter: tree for tree in every if tree.goal_set.ersatter}
    seen, found = {kod}, after.get(kod)
    while found is not None and found.goal_set.kod not in seen and found.goal_set.kod in after:
        seen.add(found.goal_set.kod)
        found = after[found.goal_set.kod]
    return None if found is None or found.goal_set.kod in seen else found


def is_from_library(goal_set: GoalSet, trees: Mapping[str, GoalTree]) -> bool:
    """Whether a set is a version of a strategy out of a goal library: such a set is never changed, only replaced.

    `trees`: the library, by code; a file of before libraries had versions is known by the codes.
    """
    return bool(goal_set.biblioteksversion) or goal_set.kod in trees


def sets_for(counties: Sequence[str], trees: Mapping[str, GoalTree] | None = None) -> tuple[str, ...]:
    """The codes of the regional strategies (RUS) in force of these län codes, in their order, one for each län.

    `trees`: the library; None reads that in use.
    """
    sets = [tree.goal_set for tree in current_sets(load_goal_sets() if trees is None else trees).values()]
    found = [_best([one for one in sets if county in one.lan]) for county in counties]
    return tuple(dict.fromkeys(one.kod for one in found if one is not None))


def _best(sets: Sequence[GoalSet]) -> GoalSet | None:
    """The one adopted last, when a library has several for one län."""
    return max(sets, key=lambda one: (one.reviderad or one.antagen, one.kod), default=None)


def _about(folder: Path, problems: Problems) -> tuple[str, str]:
    file = folder / paths.ABOUT_GOAL_LIBRARY
    if not file.is_file():
        return folder.name, ""
    block = read_yaml(file, file.name, problems)
    if block is None:
        return "", ""
    fields = Fields(block, SourceLocation(file.name), problems)
    fields.file_code()
    name, version = fields.text("namn"), fields.text("version", example='"2026-11"')
    fields.done()
    return name, version


def _of_version(tree: GoalTree, version: str) -> GoalTree:
    if not version or tree.goal_set.biblioteksversion:
        return tree
    return replace(tree, goal_set=replace(tree.goal_set, biblioteksversion=version))
