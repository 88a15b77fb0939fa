"""In a real QGIS window a monkey does anything in any order: nothing dies, no tile is dead and nothing drawn is lost.

Two seeds in the suite; `make monkey` does twenty, longer (SEEDS=7 ACTS=120 does one again). When QGIS dies, the same
acts are done without the plugin: QGIS's own crashes are told apart (CONTROL=1 does those alone). Those that are known
are left out (tests/gui/driving/qgis_deaths.py; DEADLY=1 puts them back).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen

DRIVE = DRIVING / "drive_monkey.py"
ACTS = os.environ.get("ACTS") or "100"
LAST = 20
SECONDS_EACH = 10
"""More than an act takes where many work on the machine; each step of the script has its own limit."""


def seeds(words: str) -> list[int]:
    """'1-3,7' is 1, 2, 3 and 7."""
    found: list[int] = []
    for part in words.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def run(screen: Screen, folder: Path, file: Path, seed: int, control: str = "") -> dict[str, Any]:
    """One monkey in a QGIS of its own. AssertionError when QGIS ends before it has answered."""
    place = {"SEED": str(seed), "ACTS": ACTS, "CONTROL": control, "FILE": str(file), "WORK": str(folder)}
    place["DRIVE_SECONDS"] = "90"
    desktop = Desktop(screen, folder, SHOTS=str(shots("apan")), **place)
    desktop.seconds += SECONDS_EACH * int(ACTS)
    return desktop.run(DRIVE)


def last_acts(folder: Path, seed: int, until: int | None = None, control: str = "") -> str:
    """The acts up to the one that went wrong, and how to do them again."""
    log = folder / f"acts{seed}{'c' if control else ''}.log"
    acts = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    acts = [one for one in acts if until is None or int(one.split()[0]) <= until][-LAST:]
    number = int(acts[-1].split()[0]) + 1 if acts else 0
    return "\n".join([f"make monkey SEEDS={seed} ACTS={number}", *acts])


@pytest.mark.parametrize("seed", seeds(os.environ.get("SEEDS") or "1,3"))
def test_whatever_the_monkey_does(qgis_screen: Screen, _example_made_once: Path, tmp_path: Path, seed: int) -> None:
    with_plugin, without = tmp_path / "med", tmp_path / "utan"
    with_plugin.mkdir()
    without.mkdir()
    file = Path(shutil.copy(_example_made_once, with_plugin / "Exempel.gpkg"))
    try:
        told = run(qgis_screen, with_plugin, file, seed, os.environ.get("CONTROL", ""))
    except AssertionError as died:
        acts = last_acts(with_plugin, seed)
        if "QGIS tog slut" not in str(died):
            raise AssertionError(f"{acts}\n{died}") from died
        copy = Path(shutil.copy(_example_made_once, without / "Exempel.gpkg"))
        try:
            run(qgis_screen, without, copy, seed, "1")
        except AssertionError as alone:
            theirs = last_acts(without, seed, None, "1")
            pytest.xfail(f"QGIS dör också utan insticksprogrammet:\n{theirs}\n{alone}\nmed det:\n{acts}\n{died}")
        raise AssertionError(f"QGIS dog, men inte utan insticksprogrammet:\n{acts}\n{died}") from died
    wrong = told["wrong"]
    first = int("".join(char for char in wrong[0].split(" ")[0] if char.isdigit()) or ACTS) if wrong else 0
    assert wrong == [], last_acts(with_plugin, seed, first)
    assert [words for words in told["log"] if "Traceback" in words] == []
