"""Kills a process while it makes joint what groups agree on: `python -m tests.gui.workshop_synthesis.kill_joint 200`.

After every kill the file is as it was, or all that was asked for is joint in it; and it is when that was told. A second
number is another seed.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from strukturbild_plugin.store.gpkg.connection import connect
from tests.workshop.rows_in_files import rows_in

ROOT = Path(__file__).resolve().parents[3]
MODULE = "tests.gui.workshop_synthesis.kill_joint"
SEED, LONGEST, TOLD = 20261130, 1.5, 20
"""Killed at any time up to so many times what it takes; how far it has come is told after every so many."""
Content = Counter[tuple[object, ...]]


def work(path: Path) -> None:
    """The worker: makes joint what three groups or more have drawn, and saves it."""
    from qgis.testing import start_app

    start_app()
    from strukturbild_plugin.workshop.synthesis.synthesis import read_synthesis
    from tests.gui.workshop_synthesis.helpers import joining

    snapshot, found = read_synthesis(path)
    with joining(path) as edits:
        print("ready", flush=True)
        edits.make_joint(snapshot, found, found.to_make_joint(3), "Sagt på mötet", "sv")
        edits.session.save()
        print("saved", flush=True)


def content(path: Path) -> Content:
    """The rows of a file, without identities and times: those are new every time."""
    with contextlib.closing(connect(path, writes=False)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",), path
    wanted = ("lager_", "namn", "klass", "grupp", "geom", "slag", "likhet", "bidrag", "vad")
    return Counter((key.kind, *map(row.get, wanted)) for key, row in rows_in(path).rows.items())


def trials(count: int, seed: int = SEED) -> Iterator[str]:
    """What went wrong in each of `count` kills; '' for nothing."""
    from tests.workshop.synthesis.helpers import workshop_file

    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as made:
        file = workshop_file(Path(made))
        before = content(file)
        done = Path(shutil.copy(file, Path(made) / "klar.gpkg"))
        longest = LONGEST * _killed(done, None)[0]
        after = content(done)
        assert before != after
        for _ in range(count):
            path = Path(shutil.copy(file, Path(made) / "prov.gpkg"))
            seconds, told = _killed(path, chance.uniform(0.0, longest))
            found = content(path)
            if found != after and (found != before or "saved" in told):
                yield f"varken som den var eller färdig efter {seconds:.2f} s, sagt {told}"
            else:
                yield ""
            for left in path.parent.glob("prov.gpkg*"):
                left.unlink()


def _killed(path: Path, seconds: float | None) -> tuple[float, list[str]]:
    """Let a worker work for so many seconds from that it is ready (None: to the end); what it took and was told."""
    here = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", MODULE, "worker", str(path)]
    out, errors = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, cwd=path.parent, env=here, stdout=out, stderr=errors, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == "ready":
                break
        began = time.monotonic()
        if seconds is not None:
            time.sleep(seconds)
            process.kill()
        told = process.stdout.read().split()
    return time.monotonic() - began, told


def main() -> int:
    """Kill as many times as the first argument says, and tell."""
    if sys.argv[1] == "worker":
        work(Path(sys.argv[2]))
        return 0
    from qgis.testing import start_app

    start_app()
    found = list[str]()
    for each in trials(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SEED):
        found.append(each)
        if each or len(found) % TOLD == 0:
            print(f"{len(found)} {each}", flush=True)
    faults = [each for each in found if each]
    print(f"gör gemensamt: {len(found)} gånger avbruten, {len(faults)} fel", *faults, sep="\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
