"""How what the user waits for grows with what is drawn: 50, 500, 5,000 and 50,000 objects, each rule by itself too.

`python -m tools.bench.bench_growth [objects ...]` prints the table. The exponent is that of the step between the two
largest sizes, when what is the same for every size has been taken off (the time of the smallest): 1 when in proportion,
2 when with the square. Medians of processor time of this process, so that what else the machine does plays little part.

Before each run the processor's caches hold something else, at every size. Without that five thousand objects lie there
from the run before and fifty thousand do not, which looks like growth and is none: a check goes through all objects for
each rule, so in life they never lie there. Python's collector, whose work depends on all that the process holds, is
held off while something is timed, as it is while one draws.

What looks up other objects among many waits longer for the machine's memory the more there are, though it takes no more
steps (`tests/checks/test_rule_growth.py` counts those). How much longer is measured with a bare dictionary in the same
process, `LOOKED_UP`, which stands in the table beside the rules: they look up. The limit is the same for all.
"""

from __future__ import annotations

import gc
import itertools
import math
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.bench.bench_live import many_objects

SIZES = (50, 500, 5_000, 50_000)
QUICK_SIZES = (50, 500, 5_000)
MAX_EXPONENT = 1.1
MIN_S = 0.005
"""What is added in less time than this cannot be told from the clock's noise."""
RUNS, ENOUGH_S = 7, 1.5
"""Everything is done so many times, or until it has taken so many seconds."""
LOOKED_UP = "jämförelse: slå upp lika många objekt på måfå"
"""The baseline: fifteen others for each object, and a value of each, as rules do."""
_COLD = bytearray(64 << 20)
"""More than the caches of a processor hold."""


@dataclass(frozen=True)
class Growth:
    """What was measured, and the seconds it took by the number of objects."""

    name: str
    seconds: Mapping[int, float]

    @property
    def exponent(self) -> float | None:
        """How it grows; None when it is too quick at every size to say."""
        if len(self.seconds) < 3:
            return None
        (_, same), *_, (less, before), (more, after) = sorted(self.seconds.items())
        if before - same < MIN_S or after <= same:
            return None
        return math.log((after - same) / (before - same)) / math.log(more / less)

    @property
    def too_steep(self) -> bool:
        """Whether it grows faster than it may."""
        return self.exponent is not None and self.exponent > MAX_EXPONENT


def growths(folder: Path, sizes: tuple[int, ...] = SIZES) -> list[Growth]:
    """Each thing that is waited for, and each rule, with its times."""
    found: dict[str, dict[int, float]] = {}
    for turn, size in enumerate((sizes[0], *sizes) if len(sizes) > 1 else sizes):
        place = folder / f"vaxer-{turn}"
        place.mkdir()
        for name, took in _times(place, size):
            found.setdefault(name, {})[size] = took  # the first turn wakes everything up, and the second replaces it
    return [Growth(name, seconds) for name, seconds in found.items()]


def table(found: list[Growth]) -> list[str]:
    """The figures as Markdown, the steepest of the rules last."""
    sizes = sorted({size for one in found for size in one.seconds})
    lines = ["", f"| växer med antalet objekt (s) | {' | '.join(map(_number, sizes))} | exponent | högst |"]
    lines.append(f"|---|{'---:|' * (len(sizes) + 2)}")
    for one in found:
        times = " | ".join(f"{one.seconds[size]:.3f}" if size in one.seconds else "–" for size in sizes)
        exponent = "för snabb" if one.exponent is None else f"{one.exponent:.2f}"
        most = "–" if one.name == LOOKED_UP else f"{MAX_EXPONENT:g}{' NEJ' if one.too_steep else ''}"
        lines.append(f"| {one.name} | {times} | {exponent} | {most} |")
    return lines


def _number(size: int) -> str:
    return f"{size:,}".replace(",", " ")


def _times(folder: Path, size: int) -> Iterator[tuple[str, float]]:
    """What is measured among so many objects, each once: what is made for one is used for the next."""
    from strukturbild_plugin.checks.run import check
    from strukturbild_plugin.export.edition.edition import next_edition
    from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.writing.transaction import writing

    path = create(folder / "stor.gpkg", NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild"))
    with writing(path, "mätning") as db:
        db.add_objects(many_objects(read_snapshot(path), size))
    snapshot, took = _timed(lambda: read_snapshot(path))
    yield "ögonblicksbild", took
    yield "fingeravtryck", _timed(lambda: fingerprint(snapshot))[1]
    yield "granskning", _timed(lambda: check(snapshot))[1]
    edition = next_edition(snapshot)[0]
    yield "leverans", _timed(lambda: _deliver(path, folder, snapshot, edition))[1]
    yield "webbsida", _timed(lambda: _page(folder, snapshot, edition))[1]
    yield "hämta objekt", _import(folder, size)
    yield from _rule_times(snapshot)


def _rule_times(snapshot: Any) -> Iterator[tuple[str, float]]:
    from strukturbild_plugin.checks.engine.check_context import CheckContext
    from strukturbild_plugin.checks.rules.registry import EACH, GOAL_LINK, RULES, WHOLE

    context = CheckContext(snapshot)
    for place, record in enumerate(snapshot.objects):
        context.set_object(place, record)
    for place, link in enumerate(snapshot.links):
        context.set_link(place, link)
    subjects: dict[str, list[tuple[Any, ...]]] = {
        WHOLE: [()],
        EACH: [(checked,) for checked in context.objects()],
        GOAL_LINK: [(link,) for link in context.links()],
    }

    by_id = {record.objekt_id: (record,) for record in snapshot.objects}
    wanted = random.Random(2).choices(list(by_id), k=15 * len(by_id))
    yield LOOKED_UP, _timed(lambda: sum(1 for objekt_id in wanted if by_id[objekt_id][0].lager == "nod"))[1]

    def run(rule: Any) -> int:
        return sum(1 for subject in subjects[rule.scope] for _ in rule.check(context, *subject))

    for rule in RULES:
        yield f"regel {rule.id}", _timed(lambda: run(rule))[1]  # noqa: B023 - called at once


def _deliver(path: Path, folder: Path, snapshot: Any, edition: Any) -> None:
    from strukturbild_plugin.export.delivery.delivery_gpkg import make_delivery
    from strukturbild_plugin.export.delivery.provenance import edition_metadata

    (folder / "leverans.gpkg").unlink(missing_ok=True)  # of the run before
    make_delivery(path, folder / "leverans.gpkg", snapshot, edition, edition_metadata(snapshot, edition))


def _page(folder: Path, snapshot: Any, edition: Any) -> None:
    from strukturbild_plugin.export.delivery.provenance import edition_metadata
    from strukturbild_plugin.export.web.web_page import write_page

    write_page(folder / "webb.html", snapshot, edition_metadata(snapshot, edition), {}, {})


def _import(folder: Path, size: int) -> float:
    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects
    from tests.store.importing.helpers import KARLSTAD, square, write_layer

    (x, y), dice = KARLSTAD, random.Random(3)
    # On the same ground however many there are: at the border of the area a shape takes longer than within it.
    shapes = [square((x + dice.random() * 45_000, y + dice.random() * 45_000), 600) for _ in range(size)]
    source = write_layer(folder / "ytor.gpkg", shapes, values=[{"namn": f"Yta {n}"} for n in range(size)])
    request = NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild")
    made = itertools.count()

    def into_a_new_one() -> None:
        path = create(folder / f"import{next(made)}.gpkg", request)
        import_objects(path, ImportRequest(source, klass="gron_vardekarna"))

    return _timed(into_a_new_one)[1]


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the last run gave, and the median of their seconds."""
    times: list[float] = []
    gc.collect()  # what was measured before is swept up first
    gc.disable()
    try:
        while len(times) < RUNS and sum(times) < ENOUGH_S:
            _COLD.count(1)
            started = time.process_time()
            done = work()
            times.append(time.process_time() - started)
    finally:
        gc.enable()
    return done, statistics.median(times)


def main(sizes: tuple[int, ...]) -> int:
    """Print the table; 1 when something grows too fast."""
    from tools.quiet_qgis import quiet_qgis

    with tempfile.TemporaryDirectory() as folder, quiet_qgis():
        found = growths(Path(folder), sizes)
    print("\n".join(table(found)))
    return int(any(one.too_steep for one in found if one.name != LOOKED_UP))


if __name__ == "__main__":
    raise SystemExit(main(tuple(map(int, sys.argv[1:])) or SIZES))
