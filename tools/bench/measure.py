"""How things are timed: medians, and what is compared in turns with its baseline in the same process."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

RUNS = 3

Work = Callable[[], object]


@dataclass(frozen=True)
class Step:
    """Seconds a step takes, and what it may take on two cores."""

    name: str
    seconds: float
    goal: float


@dataclass(frozen=True)
class Ratio:
    """What ours takes and what the baseline takes, measured in the same run. `most`: how many times it may be."""

    name: str
    ours: float
    baseline_name: str
    baseline: float
    most: float | None = None

    @property
    def value(self) -> float:
        """How many times the baseline ours takes."""
        return self.ours / self.baseline


def median(work: Work, runs: int = RUNS) -> float:
    """The median of some runs, in seconds."""
    return statistics.median(_timed(work) for _ in range(runs))


def compared(name: str, ours: Work, baseline_name: str, bare: Work, most: float | None = None, runs: int = 5) -> Ratio:
    """The medians of two works done in turns, after one turn of each that does not count: what else the machine does
    strikes both.
    """
    ours()
    bare()
    times = [(_timed(ours), _timed(bare)) for _ in range(runs)]
    took, bare_took = (statistics.median(each) for each in zip(*times))
    return Ratio(name, took, baseline_name, bare_took, most)


def _timed(work: Work) -> float:
    gc.collect()  # what was measured before is not to be swept up in the middle of it
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
