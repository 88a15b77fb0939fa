"""Goal codes in a cell of a source, as links to the goals of the strukturbild."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Sequence

from ...goals.model import MAX_CONTRIBUTION, MIN_CONTRIBUTION, Goal, GoalLink
from ...i18n import tr

_PART = re.compile(r"^(?P<code>.+?) ?(?:\(\s*(?P<inner>[+\u2212-]?\d)\s*\)|=\s*(?P<plain>[+\u2212-]?\d))?$")
_MAX_SHOWN = 12


class GoalFinder:
    """Finds goals by code ('1.2'), or by set and code ('rus_varmland:1.2') where several sets have the code."""

    def __init__(self, goals: Sequence[Goal]) -> None:
        self._by_code: dict[str, list[Goal]] = defaultdict(list)
        for goal in goals:
            self._by_code[_key(goal.kod)].append(goal)
            self._by_code[_key(f"{goal.samling}:{goal.kod}")].append(goal)
        self._unknown: Counter[str] = Counter()
        self._ambiguous: Counter[str] = Counter()

    def links(self, objekt_id: str, cell: str) -> list[GoalLink]:
        """The goal links a cell like '1.2; 2.1(+2)' asks for; contribution +1 where none is given."""
        found: dict[str, GoalLink] = {}
        whole = self._by_code.get(_key(cell))
        for part in [cell] if whole else re.split(r"[;,|\n]", cell):
            match = _PART.match(" ".join(part.split()))
            goal = self._goal(match["code"]) if match else None
            if match and goal:
                number = int((match["inner"] or match["plain"] or "1").replace("\u2212", "-"))
                contribution = max(MIN_CONTRIBUTION, min(MAX_CONTRIBUTION, number))
                found[goal.mal_id] = GoalLink(objekt_id, goal.mal_id, contribution)
        return list(found.values())

    def problems(self) -> tuple[str, ...]:
        """One sentence for each code that could not be linked."""
        unknown = tuple(
            tr("Målkoden ”{kod}” finns inte i strukturbilden; {antal} koppling(ar) gjordes inte.").format(
                kod=code[:60], antal=count
            )
            for code, count in self._unknown.most_common(_MAX_SHOWN)
        )
        return unknown + tuple(
            tr("Målkoden ”{kod}” finns i flera målsamlingar. Skriv samling och kod, till exempel {exempel}.").format(
                kod=code, exempel=f"{self._by_code[_key(code)][0].samling}:{code}"
            )
            for code in self._ambiguous
        )

    def _goal(self, code: str) -> Goal | None:
        found = self._by_code.get(_key(code), [])
        if len(found) > 1:
            self._ambiguous[code.strip()] += 1
        elif not found:
            self._unknown[code.strip()] += 1
        return found[0] if len(found) == 1 else None


def _key(code: str) -> str:
    return "".join(code.casefold().split())
