"""Goal sets in a template package: only those that differ from the library's, since the others are there already."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Mapping, Sequence

from ...catalogue.package_file import FOLDERS
from ...catalogue.yaml_writer import yaml_text
from ...goals.goal_library import load_goal_sets
from ...goals.goal_sets import VERSION_TEXTS, goal_set_code
from ...goals.model import Goal, GoalSet
from ...goals.tree import GoalTree
from ...i18n import tr


def trees_of(goal_sets: Sequence[GoalSet], goals: Sequence[Goal], codes: Sequence[str]) -> tuple[GoalTree, ...]:
    """The sets with these codes, each with its goals in reading order."""
    return tuple(
        GoalTree(one, tuple(goal for goal in goals if goal.samling == one.kod)) for one in goal_sets if one.kod in codes
    )


def with_codes_of_files(trees: Sequence[GoalTree]) -> tuple[tuple[GoalTree, ...], tuple[str, ...]]:
    """The sets under codes that files can be named by, and a sentence for each that got another code.

    A set in a strukturbild may be called anything by who has made it in QGIS.
    """
    is_file = FOLDERS["mal"].fullmatch
    taken = set(load_goal_sets()) | {one.goal_set.kod for one in trees}
    made, notes = [], []
    for tree in trees:
        code = tree.goal_set.kod
        if not is_file(f"{code}.yaml"):
            plain = goal_set_code(code)
            free = (each for each in (plain, *(f"{plain}_{n}" for n in range(2, len(taken) + 3))) if each not in taken)
            code = next(free)
            taken.add(code)
            sentence = tr("Målsamlingen {name} har koden {code} i mallen, eftersom {old} inte kan vara ett filnamn.")
            notes.append(sentence.format(name=tree.goal_set.namn, code=code, old=tree.goal_set.kod))
        made.append(tree if code == tree.goal_set.kod else replace(tree, goal_set=replace(tree.goal_set, kod=code)))
    return tuple(made), tuple(notes)


def is_in_library(tree: GoalTree) -> bool:
    """Whether the library that comes with the program has this very set."""
    known = load_goal_sets().get(tree.goal_set.kod)
    return known is not None and (known.goal_set, known.goals) == (tree.goal_set, tree.goals)


def goal_set_text(tree: GoalTree) -> bytes:
    """The set as a file of the goal library (templates/mal)."""
    goal_set = tree.goal_set
    addresses = [one for one in (tree.kallor or (goal_set.url,)) if one.startswith(("https://", "http://"))]
    block = {
        "kod": goal_set.kod,
        "namn": goal_set.namn,
        "organisation": goal_set.organisation,
        "lan": list(goal_set.lan),
        "antagen": goal_set.antagen,
        "horisont": goal_set.horisont,
        "kallor": addresses,
        "fullstandig": goal_set.fullstandig,
        "anmarkning": goal_set.anmarkning,
        "overordnat": goal_set.overordnat,
        **{name: getattr(goal_set, name) for name in VERSION_TEXTS if getattr(goal_set, name)},
        "mal": [_goal(tree, goal) for goal in tree.top()],
    }
    return yaml_text(block, whole=True)


def _goal(tree: GoalTree, goal: Goal) -> Mapping[str, Any]:
    texts: dict[str, Any] = {"kod": goal.kod, "niva": goal.niva_namn or tr("Mål"), "titel": goal.titel}
    more = {name: getattr(goal, name) for name in ("beskrivning", "indikator", "kalla", "ersatter")}
    more["tillganglighet"] = list(goal.tillganglighet)
    texts.update({key: value for key, value in more.items() if value})
    said = {"vikt": goal.vikt, "prioriterat": goal.prioriterat}
    texts.update({key: value for key, value in said.items() if value is not None})
    if goal.malar is not None:
        texts["malar"] = goal.malar
    below = [_goal(tree, one) for one in tree.below(goal.mal_id)]
    return {**texts, "mal": below} if below else texts
