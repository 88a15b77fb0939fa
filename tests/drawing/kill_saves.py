"""Kills a process in the middle of its saves: `python -m tests.drawing.kill_saves 200` (five of them in the suite).
A second number is another seed, for when they are cut into several runs.

The worker draws gestures that reach over three layers, saves each and says so. It is killed at random; then every
gesture is in the file whole or not at all, and none that was told saved is lost. The dock, which saves by itself, is
killed in the same way in tests/gui/saving/kill_dock.py.
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
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from strukturbild_plugin.store.gpkg.connection import connect

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("nod", "strak", "samband")
AT_ONCE = 5
MAX_S = 3.0
SEED = 20261129


def draw_and_save(path: Path) -> None:
    """The worker: gesture after gesture, each saved and told."""
    from qgis.testing import start_app

    start_app()
    from tests.drawing.helpers import desk_on

    edit_session = desk_on(path)
    draw_on(edit_session, edit_session.save)


def drawn_in(path: Path) -> Path:
    """The file that the dock has open: a copy."""
    there = path.with_suffix("") / "exempel.gpkg"
    return there if there.is_file() else path


def draw_on(edit_session: Any, save: Callable[[], object]) -> None:
    """Gesture after gesture, each saved by `save` and told."""
    from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link
    from strukturbild_plugin.drawing.edits.objects import add_object, set_values
    from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
    from tests.drawing.helpers import NODE, SAMBAND, STRAK

    number = 0
    print("ready", flush=True)
    while True:
        number += 1
        with edit_session.command(f"Gest {number}"):
            ids = [add_object(edit_session, NODE, points_geometry([(n * 1e4, number * 1e3)]), "a") for n in (41, 52)]
            made = [*ids, draw_corridor(edit_session, STRAK, ids), draw_link(edit_session, SAMBAND, *ids)]
            for one in made:
                set_values(edit_session, one, {"namn": f"g{number}"})
        save()
        print(number, flush=True)


def trials(number: int, made: Path, seed: int, worker: str = "tests.drawing.kill_saves") -> Iterator[str]:
    """What went wrong in each of `number` kills; '' for nothing."""
    rng = random.Random(seed)
    while number > 0:
        with tempfile.TemporaryDirectory() as folder:
            some = [_start(Path(shutil.copy(made, f"{folder}/{n}.gpkg")), worker) for n in range(min(AT_ONCE, number))]
            for path, process in some:
                yield _kill(path, process, rng)
            number -= len(some)


def _start(path: Path, worker: str) -> tuple[Path, subprocess.Popen[str]]:
    command = [sys.executable, "-m", worker, "worker", str(path)]
    here = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    out, errors = subprocess.PIPE, subprocess.DEVNULL
    return path, subprocess.Popen(command, cwd=path.parent, env=here, stdout=out, stderr=errors, text=True)


def _kill(path: Path, process: subprocess.Popen[str], rng: random.Random) -> str:
    assert process.stdout is not None
    told = 0
    for line in process.stdout:
        told = int(line) if line.strip().isdecimal() else told
        if told >= 2:
            break
    time.sleep(rng.random() * MAX_S / 10)
    process.kill()
    rest, _ = process.communicate()
    numbers = [int(line) for line in rest.split("\n")[:-1] if line.strip().isdecimal()]
    told = max([told, *numbers])
    with contextlib.closing(connect(drawn_in(path))) as database:
        (sound,) = database.execute("PRAGMA integrity_check").fetchone()
        found = {layer: dict(database.execute(f"SELECT namn, count(*) FROM {layer} GROUP BY namn")) for layer in LAYERS}
    names = {name for rows in found.values() for name in rows}
    half = [name for name in names if [found[layer].get(name, 0) for layer in LAYERS] != [2, 1, 1]]
    lost = [number for number in range(1, told + 1) if f"g{number}" not in names]
    if sound == "ok" and told >= 2 and not half and not lost:
        return ""
    return f"{sound}, sagt {told}, halva {half}, borta {lost}"


def run(draw: Callable[[Path], None], worker: str) -> int:
    """What the command line asks for: a worker, or so many kills of it; 1 when one went wrong."""
    if sys.argv[1] == "worker":
        draw(Path(sys.argv[2]))
    from qgis.testing import start_app

    from tests.store.helpers import new_file

    start_app()
    with tempfile.TemporaryDirectory() as home:
        number, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SEED
        wrong = [one for one in trials(number, new_file(Path(home)), seed, worker) if one]
    print(f"{worker}: {number} avbrott, frö {seed}: {len(wrong)} fel", *wrong, sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(run(draw_and_save, "tests.drawing.kill_saves"))
