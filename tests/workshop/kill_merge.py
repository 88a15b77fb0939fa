"""Kills a process in the middle of merges and starts: `python -m tests.workshop.kill_merge 200`.

The files that go in are as they were after every kill, and the result is not there, or whole.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEED, LONGEST, TOLD = 20261130, 2.5, 20
"""Killed at any time up to so many times what a merge takes; how far it has come is told after every so many."""
RESULT, STARTED = "hopslagen.gpkg", "Andra omgången"


def work(folder: Path) -> None:
    """The worker: merges, and starts a second workshop of the result."""
    from qgis.testing import start_app

    start_app()
    from strukturbild_plugin.workshop.merge import merge_copies
    from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop

    copies = sorted(folder.glob("Målbild*.gpkg"))
    print("ready", flush=True)
    merge_copies(folder / "strukturbild.gpkg", copies, folder / RESULT)
    print("merged", flush=True)
    plan = WorkshopPlan(STARTED, (Group("A"), Group("B")))
    start_workshop(folder / RESULT, folder, plan)
    print("started", flush=True)


def prepared(folder: Path) -> None:
    """A workshop of four groups, each of which has drawn."""
    from strukturbild_plugin.store.writing.transaction import writing
    from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
    from tests.store.helpers import karlstad, new_file, point, thing
    from tests.workshop.helpers import change

    main = new_file(folder)
    with writing(main, "anna") as db:
        db.add_objects(karlstad())
    plan = WorkshopPlan("Målbild 2040", tuple(Group(f"Bord {number}") for number in range(1, 5)))
    for number, path in enumerate(start_workshop(main, folder, plan, "anna").files):
        change(path, "Karlstad", namn=f"Karlstad {number % 2}")
        with writing(path, path.stem) as db:
            db.add_objects([thing("nod", "nod", f"Ny {number}", point((420_000.0 + number, 6_590_000.0)))])


def trials(count: int, seed: int = SEED) -> Iterator[str]:
    """What went wrong in each of `count` kills; '' for nothing."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as made:
        prepared(Path(made))
        began = time.monotonic()
        whole = _whole(Path(made))
        longest = LONGEST * (time.monotonic() - began)
        for _ in range(count):
            with tempfile.TemporaryDirectory() as folder:
                shutil.copytree(made, folder, dirs_exist_ok=True)
                yield _kill(Path(folder), chance.uniform(0.0, longest), whole)


def _whole(made: Path) -> tuple[str, str]:
    """What the result says when nobody is killed, and what a group's file of the workshop started of it says."""
    from strukturbild_plugin.workshop.merge import merge_copies
    from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
    from tests.workshop.helpers import print_of

    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(made, folder, dirs_exist_ok=True)
        copies = sorted(Path(folder).glob("Målbild*.gpkg"))
        merged = merge_copies(Path(folder) / "strukturbild.gpkg", copies, Path(folder) / RESULT).path
        (group,) = start_workshop(merged, Path(folder), WorkshopPlan(STARTED, (Group("A"),))).files
        return print_of(merged), print_of(group)  # the group's has the symbols of a workshop


def _kill(folder: Path, seconds: float, whole: tuple[str, str]) -> str:
    from tests.workshop.helpers import print_of

    before = {path.name: path.read_bytes() for path in folder.glob("*.gpkg")}
    here = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.workshop.kill_merge", "worker", str(folder)]
    out = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=here, stdout=out, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == "ready":
                break
        time.sleep(seconds)
        process.kill()
        told = process.stdout.read().split()
    wrong = [name for name, content in before.items() if (folder / name).read_bytes() != content]
    if wrong:
        return f"ändrad: {wrong} efter {seconds:.2f} s"
    result = folder / RESULT
    if "merged" in told and not result.is_file():
        return f"sagd men inte där efter {seconds:.2f} s"
    if result.is_file() and print_of(result) != whole[0]:
        return f"inte hel efter {seconds:.2f} s"
    for path in folder.glob(f"{STARTED}*.gpkg"):
        if print_of(path) != whole[1]:
            return f"{path.name} inte hel efter {seconds:.2f} s"
    return ""


def main() -> int:
    """Kill as many times as the first argument says, and tell."""
    if sys.argv[1] == "worker":
        work(Path(sys.argv[2]))
        return 0
    from qgis.testing import start_app

    start_app()
    found = list[str]()
    for each in trials(int(sys.argv[1])):
        found.append(each)
        if each or len(found) % TOLD == 0:
            print(f"{len(found)} {each}", flush=True)
    faults = [each for each in found if each]
    print(f"{len(found)} gånger avbruten, {len(faults)} fel", *faults, sep="\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
