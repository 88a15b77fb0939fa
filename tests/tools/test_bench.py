"""The bench: what has become a fifth slower than the last runs of its kind is said, and what grows too fast."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tools.bench import bench_growth
from tools.bench.bench_growth import LOOKED_UP, Growth, growths, table
from tools.bench.history import HISTORY, Entry, add_entry, read_history, regressions

RUN = Entry("abc1234", "2026-11-30", "0.1.0", "x86_64, 2 kärnor, QGIS 3.22.16", "hel", {"leverans": 2.0, "karta": 1.1})


def run(ratio: float, **more: str) -> Entry:
    return replace(RUN, ratios={**RUN.ratios, "leverans": ratio}, **more)


def test_a_ratio_that_is_25_percent_worse_is_said_and_one_that_is_10_percent_worse_is_not(tmp_path: Path) -> None:
    history = tmp_path / "history.jsonl"
    for ratio in (9.0, 1.9, 2.0, 2.0, 2.1, 4.0):  # the first is too long ago, and one was run beside other work
        add_entry(run(ratio), history)
    known = read_history(history)
    assert known[-1] == run(4.0) and len(known) == 6
    (said,) = regressions(run(2.5), known)
    assert said == "leverans: 2.50 gånger jämförelsen, 25 % mer än de 5 senaste (2.00)."
    assert regressions(run(2.2), known) == []


def test_only_runs_of_the_same_kind_are_compared() -> None:
    others = [run(1.0, machine="arm64, 8 kärnor, QGIS 3.44.1"), run(1.0, extent="snabb")]
    assert regressions(run(2.5), others) == []
    assert regressions(run(2.5), [*others, run(2.0)]) != []
    assert regressions(replace(RUN, ratios={"ny": 9.0}), [RUN]) == []


def test_the_history_that_lies_in_the_tree_can_be_read() -> None:
    assert all(entry.ratios and entry.machine for entry in read_history(HISTORY))


@pytest.mark.parametrize(
    ("power", "steep"),
    [(1.0, False), (1.05, False), (1.2, True), (2.0, True)],
    ids=["i takt", "knappt fortare", "fortare", "med kvadraten"],
)
def test_what_grows_faster_than_what_it_is_given_is_told_from_what_does_not(power: float, steep: bool) -> None:
    same_for_all = 0.6
    growth = Growth("leverans", {size: same_for_all + 1e-4 * size**power for size in (50, 500, 5_000, 50_000)})
    assert growth.exponent == pytest.approx(power, abs=0.02) and growth.too_steep == steep
    assert ("NEJ" in table([growth])[-1]) == steep
    assert Growth("regel", {50: 0.0, 500: 0.0001, 5_000: 0.001}).exponent is None


def test_how_looking_up_grows_on_the_machine_stands_beside_and_is_no_excuse() -> None:
    def grows(name: str, power: float) -> Growth:
        return Growth(name, {size: 0.6 + 1e-4 * size**power for size in (50, 500, 5_000, 50_000)})

    lines = table([grows(LOOKED_UP, 1.25), grows("regel R04", 1.22), grows("webbsida", 1.05)])[-3:]
    assert [line.split("|")[-2].strip() for line in lines] == ["–", "1.1 NEJ", "1.1"]


def test_every_growth_is_measured(qgis_app, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_growth, "RUNS", 1)
    found = growths(tmp_path, (20,))
    assert {"ögonblicksbild", "fingeravtryck", "granskning", "leverans", "webbsida", "hämta objekt"} < {
        one.name for one in found
    }
    assert sum(one.name.startswith("regel ") for one in found) > 30 and all(one.seconds[20] >= 0 for one in found)
