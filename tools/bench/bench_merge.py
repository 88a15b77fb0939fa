"""Measure merging six groups' files against a chain of geodiff rebases of the same files, each in a process of its own.

2 % of the rows are changed in every copy. geodiff merges table by table on the row's number and loses an edit of what
another deleted; it is measured where its answer is right: changes and additions alone. Both leave the files that go in
as they were and end in a new one. What each has to load is loaded before, by the same merge of a small workshop.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from tools.bench.bench_live import many_objects
from tools.bench.measure import Ratio

ROOT = Path(__file__).resolve().parents[2]
GEODIFF = ROOT / ".venv" / "geodiff" / "bin" / "python"
SIZES, QUICK_SIZES = {500: None, 5_000: 1.0, 50_000: 2.0}, {500: None, 5_000: 1.0}
"""How many objects, and how many times the chain's time (and memory) merging may take."""
GROUPS, SHARE, _SMALL = 6, 0.02, 10
_MEASURE = """
import sys, time
def now():
    "Processor time, and memory in use and at most since the last time, in kB: what starting takes is left out."
    told = dict(line.split(":", 1) for line in open("/proc/self/status") if line.startswith(("VmRSS", "VmHWM")))
    used, most = (int(told[name].split()[0]) for name in ("VmRSS", "VmHWM"))
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    return time.process_time(), used, most
"""
_CHAIN = f"""{_MEASURE}
import shutil
import pygeodiff
geodiff = pygeodiff.GeoDiff()
def merge(base, main, *copies):
    whole, *rest = (shutil.copy(copy, copy + ".kedja") for copy in copies)
    for copy in rest:
        geodiff.rebase(base, whole, copy, copy + ".konflikt")
        whole = copy
half = len(sys.argv) // 2
merge(*sys.argv[1:half + 1])
now()
began, used, _ = now()
merge(*sys.argv[half + 1:])
ended, _, most = now()
print(ended - began, most - used)
"""
_OURS = f"""{_MEASURE}
from pathlib import Path
from tools.quiet_qgis import quiet_qgis
with quiet_qgis():
    from strukturbild_plugin.workshop.merge import merge_copies
    def merge(base, main, *copies):
        merge_copies(main, copies, main.with_name("hopslagen.gpkg"))
    files = [Path(one) for one in sys.argv[1:]]
    half = len(files) // 2
    merge(*files[:half])
    now()
    began, used, _ = now()
    merge(*files[half:])
    ended, _, most = now()
    print(ended - began, most - used, flush=True)
"""


def merge_ratios(folder: Path, sizes: dict[int, float | None]) -> list[Ratio]:
    """Time and memory of merging, by number of objects; none where geodiff is not to be had."""
    if not GEODIFF.is_file():
        return []
    found, small = [], folder / "liten"
    small.mkdir()
    first = _arguments(_workshop(small, _SMALL))
    for number, most in sizes.items():
        place = folder / f"sammanslagning{number}"
        place.mkdir()
        files = [*first, *_arguments(_workshop(place, number))]
        ours = _measured([sys.executable, "-c", _OURS, *files])
        chain = _measured([str(GEODIFF), "-c", _CHAIN, *files])
        name, against = f"slå ihop {GROUPS} kopior av {number} objekt", "kedja av geodiff"
        found.append(Ratio(name, ours[0], against, chain[0], most))
        found.append(Ratio(f"{name}, minne (MB)", ours[1], against, chain[1], most))
        shutil.rmtree(place)
        for made in (*small.glob("*.kedja*"), *small.glob("hopslagen*")):
            made.unlink()
    return found


def _arguments(workshop: tuple[Path, Path, list[Path]]) -> list[str]:
    base, main, copies = workshop
    return [str(base), str(main), *map(str, copies)]


def _workshop(folder: Path, number: int) -> tuple[Path, Path, list[Path]]:
    """What all began with, the main file, and the groups' files with their changes."""
    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.gpkg.connection import connect
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.writing.transaction import writing
    from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop

    main = create(folder / "stor.gpkg", NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild"))
    with writing(main, "start") as db:
        db.add_objects(many_objects(read_snapshot(main), number))
    plan = WorkshopPlan("Mätning", tuple(Group(f"Bord {one}") for one in range(1, GROUPS + 1)))
    copies = list(start_workshop(main, folder, plan).files)
    base = Path(shutil.copy(copies[0], folder / "bas.gpkg"))
    for one, path in enumerate(copies):
        chance = random.Random(one)
        connection = connect(path)
        _change(connection, chance, number)
        connection.close()
    return base, main, copies


def _change(connection: sqlite3.Connection, chance: random.Random, number: int) -> None:
    ids = [row[0] for row in connection.execute("SELECT objekt_id FROM nod ORDER BY objekt_id")]
    for objekt_id in chance.sample(ids, max(1, int(number * SHARE))):
        changed = ("UPDATE nod SET namn = ? WHERE objekt_id = ?", (f"Ny {chance.random()}", objekt_id))
        connection.execute(*changed)


def _measured(command: list[str]) -> tuple[float, float]:
    """Seconds of processor time, and MB of memory."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode and not done.stdout:
        raise RuntimeError(done.stderr[-2000:])
    seconds, kilobytes = done.stdout.splitlines()[-1].split()
    return float(seconds), float(kilobytes) / 1000
