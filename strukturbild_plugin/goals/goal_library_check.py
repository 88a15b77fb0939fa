"""What is wrong in a goal library that can be read: dates, titles, successors, addresses, län without a strategy."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Iterator

from ..i18n import tr
from .goal_library import GoalLibrary, is_in_circle
from .goal_sets import WEB_ADDRESS
from .model import Goal, GoalSet
from .tree import GoalTree


def library_problems(library: GoalLibrary, today: date, counties: tuple[str, ...] = ()) -> tuple[str, ...]:
    """A sentence for each fault. `counties`: the län that must have one strategy in force each; () asks for none."""
    found: list[str] = []
    for tree in library.trees.values():
        found += [tr("{kod}: {fault}").format(kod=tree.goal_set.kod, fault=fault) for fault in _set_faults(tree, today)]
    found += _version_faults(library)
    in_force = [county for tree in library.current().values() for county in tree.goal_set.lan]
    for county in counties:
        number = in_force.count(county)
        if number != 1:
            said = tr("Län {county} har {n} strategier som gäller. Det ska vara en.")
            found.append(said.format(county=county, n=number))
    return tuple(found)


def _set_faults(tree: GoalTree, today: date) -> Iterator[str]:
    goal_set = tree.goal_set
    checked = goal_set.kontrollerad
    if checked > today.isoformat():
        yield tr("'kontrollerad' är {date}, som inte har varit än.").format(date=checked)
    if goal_set.reviderad and goal_set.antagen and goal_set.reviderad < goal_set.antagen:
        yield tr("'reviderad' ({late}) är före 'antagen' ({early}).").format(
            late=goal_set.reviderad, early=goal_set.antagen
        )
    if goal_set.horisont and goal_set.antagen and goal_set.horisont < int(goal_set.antagen[:4]):
        yield tr("'horisont' ({year}) är före 'antagen' ({early}).").format(
            year=goal_set.horisont, early=goal_set.antagen
        )
    yield from _address_faults(tree)
    yield from _title_faults(tree.goals)


def _address_faults(tree: GoalTree) -> Iterator[str]:
    goal_set: GoalSet = tree.goal_set
    levels = {goal.niva_namn for goal in tree.goals}
    for line in filter(None, goal_set.nivakallor.split("\n")):
        level, _, address = line.partition(": ")
        if level not in levels:
            yield tr("'nivakallor' nämner nivån {level}, som inget mål har.").format(level=level)
        if not WEB_ADDRESS.fullmatch(address):
            yield tr("adressen {address} är inte en hel webbadress.").format(address=address)
    for address in (*tree.kallor, *filter(None, goal_set.adresser.split("\n"))):
        if not WEB_ADDRESS.fullmatch(address):
            yield tr("adressen {address} är inte en hel webbadress.").format(address=address)


def _title_faults(goals: tuple[Goal, ...]) -> Iterator[str]:
    titles = Counter((goal.over_id, " ".join(goal.titel.split()).casefold()) for goal in goals)
    for goal in goals:
        key = (goal.over_id, " ".join(goal.titel.split()).casefold())
        if titles[key] > 1:
            yield tr("målet {code} heter likadant som ett annat på samma plats: ”{title}”.").format(
                code=goal.kod, title=goal.titel
            )


def _version_faults(library: GoalLibrary) -> Iterator[str]:
    for kod, tree in library.trees.items():
        older = tree.goal_set.ersatter
        if older and older not in library.trees:
            yield tr("{kod} ersätter {older}, som inte finns i biblioteket.").format(kod=kod, older=older)
        if is_in_circle(kod, library.trees):
            yield tr("{kod} ersätter sig själv, genom andra.").format(kod=kod)
    older_codes = [tree.goal_set.ersatter for tree in library.trees.values() if tree.goal_set.ersatter]
    for older, number in Counter(older_codes).items():
        if number > 1:
            yield tr("{kod} ersätts av {n} samlingar. Det ska vara en.").format(kod=older, n=number)
