"""Measure how long the pen waits, and the answer takes, when what is drawn is checked: change by change, or all anew.

`python -m tools.bench.bench_checks [objects ...]` prints a table. A timer of one millisecond on the main thread looks
for the nearest node, as a map tool does when the pen moves; how late it comes is how long the pen waited. Somebody who
draws edits four times a second, answered or not; somebody who looks waits for the answer to each edit.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, pyqtSignal

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.drawing.edits.network import move_node, nearest_node
from strukturbild_plugin.drawing.edits.objects import set_values
from strukturbild_plugin.drawing.session.edit_session import EditSession, layers_by_code
from strukturbild_plugin.errors import Cancelled
from strukturbild_plugin.feedback import Silent
from strukturbild_plugin.gui.session.live_checks import SLICE_S, LiveChecks, LiveState, _uncollected
from strukturbild_plugin.guide.progress import progress
from strukturbild_plugin.guide.step_chain import chain_of
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.layers import open_layers
from strukturbild_plugin.store.writing.transaction import writing
from tools.bench.bench_live import OpenLayers, many_objects
from tools.quiet_qgis import quiet_qgis

SIZES = (50, 300, 1_000, 5_000)
EDITS = 40
EDIT_INTERVAL_S = 0.25
MAX_WAIT_S = 20.0
NO_CHECKS, INCREMENTAL_CHECKS, WHOLE_CHECKS = "inget granskas", "det ändrade, i skivor", "allt, i en tråd"


class Stop(Silent):
    """Cancels a check that a later edit has made useless."""

    stopped = False

    def isCanceled(self) -> bool:  # noqa: N802 - QGIS's name
        """Whether it is."""
        return self.stopped


class WholeChecks(LiveChecks):
    """Mirrors the layers as before, then checks a snapshot of them in a thread."""

    _answered = pyqtSignal(object, object)

    def __init__(self) -> None:
        super().__init__(print, "sv")
        self._stop = Stop()
        self._answered.connect(self._answer)

    def close(self) -> None:
        """Follow nothing."""
        self._stop.stopped = True
        super().close()

    def _slice(self) -> None:
        end, mirror = time.perf_counter() + SLICE_S, self._mirror
        if mirror is None:
            return
        while not mirror.read_some():
            if time.perf_counter() > end:
                self._timer.start(0)
                return
        self._stop.stopped = True
        stop = self._stop = Stop()
        objects, links = tuple(mirror.objects.values()), tuple(mirror.links.values())
        snapshot = replace(self._with_head(), objects=objects, links=links)
        Thread(target=self._check, args=(snapshot, stop), daemon=True).start()

    def _check(self, snapshot: Any, stop: Stop) -> None:
        try:
            with _uncollected():
                findings = check(snapshot, stop)
                chain = chain_of(snapshot.head, snapshot.catalogue, snapshot.attachments)
                states = progress(snapshot, chain.steps, findings, "sv", "")
        except Cancelled:
            return
        self._answered.emit(stop, LiveState(snapshot, findings, chain, states))

    def _answer(self, stop: Stop, live: LiveState) -> None:
        if stop is self._stop:
            self.was_read.emit(live)


def checks(way: str) -> LiveChecks | None:
    """What follows the layers and tells `was_read`; None when nothing is checked."""
    if way == NO_CHECKS:
        return None
    return LiveChecks(print, "sv") if way == INCREMENTAL_CHECKS else WholeChecks()


def waits_and_answers(path: Path, way: str, looks: bool) -> tuple[list[float], list[float]]:
    """Seconds: the longest that the pen waited after each edit, and from each edit that was answered to its answer."""
    base, dice = read_snapshot(path), random.Random(5)
    layers = [layer for _group, layer in open_layers(path)]
    edit_session = EditSession(layers_by_code(layers, base.catalogue), base.catalogue, author="mätning")
    edit_session.start()
    nodes = [one.objekt_id for one in base.objects if one.lager == "nod"]
    answers: list[float] = []
    live = checks(way)

    def run_until(done: Callable[[], bool]) -> None:
        while not done():
            QCoreApplication.processEvents()
            time.sleep(0.0001)

    if live is not None:
        live.was_read.connect(lambda _live: answers.append(time.perf_counter()))
        live.follow(OpenLayers(layers), base)
        run_until(lambda: bool(answers))
    waits: list[float] = [0.0]
    last = time.perf_counter()

    def move_pen() -> None:
        nonlocal last
        waits.append(time.perf_counter() - last)
        nearest_node(edit_session, (dice.randrange(340_000, 540_000), 6_600_000), 5_000)
        last = time.perf_counter()

    pen = QTimer()
    pen.setTimerType(Qt.TimerType.PreciseTimer)
    pen.timeout.connect(move_pen)
    pen.start(1)
    longest: list[float] = []
    took: list[float] = []
    for number in range(EDITS):
        if number % 2:
            move_node(edit_session, dice.choice(nodes), (dice.randrange(340_000, 540_000), 6_600_000))
        else:
            set_values(edit_session, dice.choice(nodes), {"namn": f"Ny {number}"})
        waits.clear()
        last = started = time.perf_counter()
        had, end = len(answers), started + (MAX_WAIT_S if looks and live is not None else EDIT_INTERVAL_S)
        run_until(lambda: time.perf_counter() > end or (looks and len(answers) > had))  # noqa: B023
        longest.append(max(waits, default=0.0))
        took += [at - started for at in answers[had:][-1:]]
    pen.stop()
    if live is not None:
        live.close()
    for layer in layers:
        layer.rollBack()
    edit_session.close()
    return longest, took


def main() -> int:
    """Measure and print."""
    print("| objekt | granskning | ritar: pennan väntar p50 | p99 | svar | tittar: väntar p50 | p99 | svar p50 | p99 |")
    print("|---:|---|---:|---:|---:|---:|---:|---:|---:|")
    for size in [int(one) for one in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as work:
            path = create(Path(work) / "fil.gpkg", NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild"))
            with writing(path, "mätning") as db:
                db.add_objects(many_objects(read_snapshot(path), size))
            for way in (NO_CHECKS, INCREMENTAL_CHECKS, WHOLE_CHECKS):
                (drawn, said), looked = waits_and_answers(path, way, False), waits_and_answers(path, way, True)
                answered = f"{len(said)} av {EDITS}" if way != NO_CHECKS else ""
                cells = [str(size), way, *_figures(drawn), answered, *_figures(looked[0]), *_figures(looked[1])]
                print("| " + " | ".join(cells) + " |", flush=True)
    return 0


def _figures(seconds: list[float]) -> tuple[str, str]:
    """Median and 99th of a hundred, in milliseconds."""
    ranked = sorted(seconds)
    places = (len(ranked) // 2, int(len(ranked) * 0.99))
    median, high = (f"{ranked[place] * 1000:.0f}" if ranked else "" for place in places)
    return median, high


if __name__ == "__main__":
    with quiet_qgis():
        sys.exit(main())
