"""Goals against what is drawn: the matrix, what is missing, and where goals meet, of 300 objects and 40 goals.

`python -m tools.bench.bench_goals` prints the medians in milliseconds.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsGeometry

from strukturbild_plugin.analysis.goal_coverage import (
    BY_MUNICIPALITY,
    CoverageChoice,
    coverage_of,
    matrix_of,
    municipality_coverage,
)
from strukturbild_plugin.analysis.goal_meetings import meetings
from strukturbild_plugin.analysis.municipalities import MunicipalityFinder
from strukturbild_plugin.goals.model import Goal, GoalInfluence, GoalLink
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.records import ObjectRecord, Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tools.bench.measure import Step, median
from tools.quiet_qgis import quiet_qgis

OBJECTS, GOALS = 300, 40
LIMIT_S = 0.3
_SEED = 20261130
_WEST, _EAST, _SOUTH, _NORTH = 320_000, 560_000, 6_520_000, 6_720_000


def goal_steps(folder: Path) -> list[Step]:
    """What the page of goals and the questions wait for; all shapes are new to the municipalities each time."""
    costs = goal_costs(drawn_with_goals(folder))
    title = f"{OBJECTS} objekt × {GOALS} mål"
    return [Step(f"{what}, {title}", median(work), LIMIT_S) for what, work in costs.items()]


def goal_costs(snapshot: Snapshot) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    lan = snapshot.head.lan
    coverage = coverage_of(snapshot, CoverageChoice())

    def by_municipality() -> object:
        finder = MunicipalityFinder(lan)
        return matrix_of(coverage, snapshot, BY_MUNICIPALITY, finder), municipality_coverage(coverage, finder)

    def matrix_and_meetings() -> object:
        found = coverage_of(snapshot, CoverageChoice())
        return matrix_of(found, snapshot, "klass"), meetings(
            found.objects, found.goals, found.links, snapshot.influences, found.distances
        )

    return {"matris och konflikter": matrix_and_meetings, "mål och kommuner": by_municipality}


def drawn_with_goals(folder: Path) -> Snapshot:
    """Towns, stråk and areas spread over two län, three links each, and forty pairs of goals judged."""
    chance = random.Random(_SEED)
    snapshot = read_snapshot(
        create(folder / "mål.gpkg", NewStrukturbild(titel="Mål", lan=("17", "18"), mall="malbild"))
    )
    picture = snapshot.pictures[0].bild_id
    goals = [Goal(f"m{number}", "s", str(number), "Mål", f"Mål {number}", number) for number in range(GOALS)]
    objects = [_drawn(chance, number, picture) for number in range(OBJECTS)]
    links = [
        GoalLink(record.objekt_id, goal.mal_id, chance.choice((-2, -1, 1, 1, 2)))
        for record in objects
        for goal in chance.sample(goals, 3)
    ]
    pairs = [chance.sample(goals, 2) for _ in range(GOALS)]
    influences = {(one.mal_id, other.mal_id): chance.randint(-3, 3) for one, other in pairs}
    return replace(
        snapshot,
        objects=tuple(objects),
        goals=tuple(goals),
        links=tuple(links),
        influences=tuple(GoalInfluence(*pair, value) for pair, value in influences.items()),
    )


def _drawn(chance: random.Random, number: int, picture: str) -> ObjectRecord:
    x, y = chance.uniform(_WEST, _EAST), chance.uniform(_SOUTH, _NORTH)
    kind = ("nod", "strak", "omrade")[number % 3]
    if kind == "nod":
        wkt = f"MultiPoint(({x} {y}))"
    elif kind == "strak":
        spots = ", ".join(f"{x + step * 5_000} {y + chance.uniform(-8_000, 8_000)}" for step in range(12))
        wkt = f"MultiLineString(({spots}))"
    else:
        wkt = QgsGeometry.fromWkt(f"Point({x} {y})").buffer(chance.uniform(3_000, 15_000), 8).asWkt()
    shape = QgsGeometry.fromWkt(wkt)
    shape.convertToMultiType()
    klass = {"nod": "nod", "strak": "strak", "omrade": "landsbygd"}[kind]
    return ObjectRecord(f"o{number}", kind, klass, picture, f"O {number}", "", "", (), "", "", bytes(shape.asWkb()))


def main() -> int:
    """Print the medians."""
    with quiet_qgis(), tempfile.TemporaryDirectory() as folder:
        for step in goal_steps(Path(folder)):
            print(step)
    return 0


if __name__ == "__main__":
    sys.exit(main())
