"""A goal set of one's own, changed step by step: each function gives the tree as it becomes, and changes nothing.

A goal keeps its identity whatever becomes of its code, title or place, so that what is linked to it stays linked.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from ..errors import GoalError
from ..i18n import tr
from .goal_sets import ADOPTION_DATE, WEB_ADDRESS, goal_set_code
from .model import Goal, GoalSet
from .tree import MAX_CODE, MAX_DEPTH, MAX_TITLE, MAX_WEIGHT, GoalTree, goal_id

UP, DOWN, IN, OUT = "upp", "ned", "in", "ut"
MAX_SET_NAME = 200
_COUNTED_CODE = re.compile(r"(.*?)(\d+)")


def free_set_code(name: str, taken: Collection[str]) -> str:
    """A code for a set with this name that is none of `taken`: 'vara_mal', 'vara_mal_2'."""
    code, number = goal_set_code(name), 2
    found = code
    while found in taken:
        found, number = f"{code}_{number}", number + 1
    return found


def new_set(name: str, organisation: str, lan: tuple[str, ...], taken: Collection[str]) -> GoalTree:
    """An empty set of one's own, whose code is none of `taken`. GoalError for a name that cannot be."""
    _check_name(name)
    code = free_set_code(name, taken)
    return GoalTree(GoalSet(code, name.strip(), organisation.strip(), lan, "", None, "", fullstandig=True), ())


def own_version(tree: GoalTree, name: str, taken: Collection[str]) -> GoalTree:
    """A set of one's own that begins as `tree`, says that it replaces it, and goal by goal which goal it replaces."""
    _check_name(name)
    code = free_set_code(name, taken)
    goal_set = replace(
        tree.goal_set,
        kod=code,
        namn=name.strip(),
        ersatter=tree.goal_set.kod,
        biblioteksversion="",
        kontrollerad="",
        omfattning="",
        anmarkning="",
    )
    known = {goal.mal_id for goal in tree.goals}
    new = {goal.mal_id: goal_id(code, goal.kod or goal.mal_id) for goal in tree.goals}
    goals = tuple(
        replace(
            goal,
            mal_id=new[goal.mal_id],
            samling=code,
            over_id=new[goal.over_id] if goal.over_id in known else "",
            ersatter=goal.mal_id,
        )
        for goal in tree.goals
    )
    return in_reading_order(GoalTree(goal_set, goals, tree.kallor))


def with_set_values(tree: GoalTree, values: Mapping[str, Any]) -> GoalTree:
    """The set with other values in these fields of GoalSet. GoalError says which cannot be."""
    if "namn" in values:
        _check_name(str(values["namn"]))
    for name in ("antagen", "reviderad"):
        if not ADOPTION_DATE.fullmatch(str(values.get(name) or "")):
            raise GoalError(tr("Skriv året, eller dagen så här: 2026-11-20."))
    if values.get("url") and not WEB_ADDRESS.fullmatch(str(values["url"])):
        raise GoalError(tr("Skriv hela webbadressen, så här: https://www.regionen.se/rus"))
    if values.get("ersatter") == tree.goal_set.kod:
        raise GoalError(tr("En samling kan inte ersätta sig själv."))
    sources = tree.kallor
    if "url" in values:
        sources = tuple(filter(None, (str(values["url"]), *sources[1:])))
    return replace(tree, goal_set=replace(tree.goal_set, **values), kallor=sources)


def with_new_goal(tree: GoalTree, over_id: str = "", after: str = "") -> tuple[GoalTree, str]:
    """The tree with a goal more, and its identity: last under `over_id` ('' at the top), or right after `after`.

    It has the next code there, the level of its neighbours, and the title 'Nytt mål' to be written over.
    """
    _check_depth(tree, over_id, 1)
    beside, taken = tree.below(over_id), {goal.kod for goal in tree.goals}
    code = next_code(tree, over_id)
    found = goal_id(tree.goal_set.kod, code)
    if any(goal.mal_id == found for goal in tree.goals) or code in taken:
        found = str(uuid.uuid4())
    level = beside[-1].niva_namn if beside else usual_level(tree, over_id)
    goal = Goal(found, tree.goal_set.kod, code, level, tr("Nytt mål"), 0, over_id)
    goals = list(tree.goals)
    place = next((at for at, one in enumerate(goals) if one.mal_id == after), len(goals) - 1)
    goals.insert(place + 1, goal)
    return in_reading_order(replace(tree, goals=tuple(goals))), found


def with_values(tree: GoalTree, mal_id: str, values: Mapping[str, Any]) -> GoalTree:
    """The goal with other values in these fields of Goal. GoalError says which cannot be."""
    goal = _goal(tree, mal_id)
    if "titel" in values:
        values = {**values, "titel": " ".join(str(values["titel"]).split())}
        if not values["titel"]:
            raise GoalError(tr("Målet behöver en titel. Den förra står kvar."))
        if len(values["titel"]) > MAX_TITLE:
            text = tr("Titeln är {n} tecken och får vara högst {most}. Lägg resten i beskrivningen.")
            raise GoalError(text.format(n=len(values["titel"]), most=MAX_TITLE))
    if "kod" in values:
        values = {**values, "kod": " ".join(str(values["kod"]).split())}
        _check_code(tree, goal, str(values["kod"]))
    weight = values.get("vikt")
    if weight is not None and not 0 <= weight <= MAX_WEIGHT:
        raise GoalError(tr("Vikten ska vara ett tal från 0 till {most}.").format(most=MAX_WEIGHT))
    changed = replace(goal, **values)
    return replace(tree, goals=tuple(changed if one is goal else one for one in tree.goals))


def moved(tree: GoalTree, mal_id: str, way: str) -> GoalTree:
    """The goal with all below it one step UP or DOWN among its neighbours, IN under the one before, or OUT beside its
    parent. The same tree when there is no such place; GoalError when the tree would become too deep."""
    goal = _goal(tree, mal_id)
    beside = [one.mal_id for one in tree.below(goal.over_id)]
    place = beside.index(mal_id)
    if way == UP and place:
        return placed(tree, mal_id, goal.over_id, beside[place - 1])
    if way == DOWN and place < len(beside) - 1:
        return placed(tree, mal_id, goal.over_id, beside[place + 2] if place + 2 < len(beside) else "")
    if way == IN and place:
        return placed(tree, mal_id, beside[place - 1], "")
    if way == OUT and goal.over_id:
        parent = _goal(tree, goal.over_id)
        uncles = [one.mal_id for one in tree.below(parent.over_id)]
        after = uncles.index(parent.mal_id) + 1
        return placed(tree, mal_id, parent.over_id, uncles[after] if after < len(uncles) else "")
    return tree


def placed(tree: GoalTree, mal_id: str, over_id: str, before: str) -> GoalTree:
    """The goal under `over_id` ('' at the top), before the goal `before` there ('' last). GoalError for a circle."""
    goal = _goal(tree, mal_id)
    if over_id == mal_id or over_id in below_all(tree, mal_id):
        raise GoalError(tr("Ett mål kan inte ligga under sig självt."))
    _check_depth(tree, over_id, _height(tree, mal_id))
    rest = [one for one in tree.goals if one is not goal]
    at = next((place for place, one in enumerate(rest) if one.mal_id == before), len(rest))
    rest.insert(at, replace(goal, over_id=over_id))
    return in_reading_order(replace(tree, goals=tuple(rest)))


def without_goal(tree: GoalTree, mal_id: str) -> GoalTree:
    """The tree without the goal; what is below it comes up a step, to its place."""
    goal = _goal(tree, mal_id)
    left = (one for one in tree.goals if one is not goal)
    goals = tuple(replace(one, over_id=goal.over_id) if one.over_id == mal_id else one for one in left)
    return in_reading_order(replace(tree, goals=goals))


def next_code(tree: GoalTree, over_id: str) -> str:
    """The code after the last of those under `over_id`: '3' after '2', 'A4' after 'A3', '1.1' first under '1'.

    A plain number where that would be longer than a code can be.
    """
    taken = {goal.kod for goal in tree.goals}
    beside = [goal.kod for goal in tree.below(over_id) if goal.kod]
    over = next((goal.kod for goal in tree.goals if goal.mal_id == over_id), "")
    counted = _COUNTED_CODE.fullmatch(beside[-1]) if beside and len(beside[-1]) <= MAX_CODE else None
    stem, number = (counted.group(1), int(counted.group(2)) + 1) if counted else (f"{over}." if over else "", 1)
    if len(f"{stem}{number}") > MAX_CODE:
        stem, number = "", 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def level_names(tree: GoalTree) -> tuple[str, ...]:
    """What the levels of the set are called, in reading order."""
    return tuple(dict.fromkeys(goal.niva_namn for goal in tree.goals if goal.niva_namn))


def usual_level(tree: GoalTree, over_id: str) -> str:
    """What a goal under `over_id` is called in this set: as others at its depth, else 'Mål' at the top and 'Delmål'."""
    depths = depths_of(tree)
    depth = depths.get(over_id, 0) + 1
    names = [goal.niva_namn for goal in tree.goals if depths[goal.mal_id] == depth and goal.niva_namn]
    return names[0] if names else tr("Mål") if depth == 1 else tr("Delmål")


def depths_of(tree: GoalTree) -> dict[str, int]:
    """How deep each goal lies, 1 at the top. The goals are in reading order."""
    depths: dict[str, int] = {}
    for goal in tree.goals:
        depths[goal.mal_id] = depths.get(goal.over_id, 0) + 1
    return depths


def below_all(tree: GoalTree, mal_id: str) -> set[str]:
    """The identities of all goals below this one, at any depth."""
    found: set[str] = set()
    for goal in tree.goals:
        if goal.over_id == mal_id or goal.over_id in found:
            found.add(goal.mal_id)
    return found


def in_reading_order(tree: GoalTree) -> GoalTree:
    """Every goal after the one above it, numbered as they stand. Circles, and what is under none, come to the top."""
    known = {goal.mal_id for goal in tree.goals}
    below: dict[str, list[Goal]] = {}
    for goal in tree.goals:
        below.setdefault(goal.over_id if goal.over_id in known else "", []).append(goal)
    ordered: list[Goal] = []
    done: set[str] = set()
    for start in (*below.get("", ()), *tree.goals):
        waiting = [start]
        while waiting:
            goal = waiting.pop()
            if goal.mal_id in done:
                continue
            done.add(goal.mal_id)
            over = goal.over_id if goal.over_id in done else ""
            ordered.append(replace(goal, ordning=len(ordered) + 1, over_id=over))
            waiting.extend(reversed(below.get(goal.mal_id, ())))
    return replace(tree, goals=tuple(ordered))


def _goal(tree: GoalTree, mal_id: str) -> Goal:
    found = next((goal for goal in tree.goals if goal.mal_id == mal_id), None)
    if found is None:
        raise GoalError(tr("Målet finns inte längre."))
    return found


def _check_name(name: str) -> None:
    if not name.strip():
        raise GoalError(tr("Samlingen behöver ett namn. Det förra står kvar."))
    if len(name.strip()) > MAX_SET_NAME:
        text = tr("Namnet är {n} tecken och får vara högst {most}.")
        raise GoalError(text.format(n=len(name.strip()), most=MAX_SET_NAME))


def _check_code(tree: GoalTree, goal: Goal, code: str) -> None:
    if not code:
        raise GoalError(tr("Målet behöver en kod. Den förra står kvar."))
    if len(code) > MAX_CODE:
        raise GoalError(tr("Koden är {n} tecken och får vara högst {most}.").format(n=len(code), most=MAX_CODE))
    other = next((one for one in tree.goals if one.kod == code and one is not goal), None)
    if other is not None:
        text = tr("Koden {code} har redan målet ”{title}”. Varje mål i samlingen behöver en egen kod.")
        raise GoalError(text.format(code=code, title=_short(other.titel)))


def _check_depth(tree: GoalTree, over_id: str, height: int) -> None:
    if depths_of(tree).get(over_id, 0) + height > MAX_DEPTH:
        raise GoalError(tr("Målen kan ha högst {most} nivåer.").format(most=MAX_DEPTH))


def _height(tree: GoalTree, mal_id: str) -> int:
    """How many levels the goal and what is below it take."""
    depths, below = depths_of(tree), below_all(tree, mal_id)
    return max((depths[one] for one in below), default=depths[mal_id]) - depths[mal_id] + 1


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
