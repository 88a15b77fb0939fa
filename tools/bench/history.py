"""What earlier runs of the bench gave: a line of JSON for each, and what is slower now than then.

Seconds say more of the machine than of the program, so ratios are compared: how many times a baseline of the same run
something takes. Only runs of the same kind of machine and the same extent are compared, and with the median of the last
of them: one run beside other work is no yardstick.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HISTORY = Path(__file__).with_name("history.jsonl")
MAX_SLOWER = 0.20
"""A ratio that has become so much larger is said."""
LAST = 5
"""So many of the last runs are compared with."""


@dataclass(frozen=True)
class Entry:
    """One run of the bench."""

    commit: str
    """With a + when the tree held more than that commit."""
    date: str
    version: str
    """The plugin's."""
    machine: str
    """The kind of machine, never its name: processor, number of cores and QGIS's version."""
    extent: str
    """'hel' or 'snabb': what is measured less often or among fewer objects is compared with its like."""
    ratios: Mapping[str, float]


def entry_of(ratios: Mapping[str, float], extent: str) -> Entry:
    """Today's run, of the tree as it stands."""
    from qgis.core import Qgis

    from tools.release.package import version

    commit = _git("rev-parse", "--short", "HEAD") + ("+" if _git("status", "--porcelain") else "")
    machine = f"{platform.machine()}, {os.cpu_count()} kärnor, QGIS {Qgis.QGIS_VERSION.partition('-')[0]}"
    day = datetime.now(timezone.utc).strftime("%Y-%m-%d")
    return Entry(commit, day, version(), machine, extent, {name: round(value, 3) for name, value in ratios.items()})


def read_history(path: Path = HISTORY) -> list[Entry]:
    """The runs so far, oldest first; none when there is no history."""
    if not path.is_file():
        return []
    return [Entry(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def add_entry(entry: Entry, path: Path = HISTORY) -> None:
    """Add a run to the history."""
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")


def regressions(entry: Entry, earlier: Sequence[Entry]) -> list[str]:
    """A sentence for each ratio that is more than `MAX_SLOWER` larger than the median of the last runs of its like."""
    alike = [one for one in earlier if (one.machine, one.extent) == (entry.machine, entry.extent)]
    said = []
    for name, ratio in entry.ratios.items():
        known = [one.ratios[name] for one in alike if name in one.ratios][-LAST:]
        usual = statistics.median(known) if known else 0.0
        if usual and ratio > usual * (1 + MAX_SLOWER):
            more = f"{ratio / usual - 1:.0%}".replace("%", " %")
            said.append(f"{name}: {ratio:.2f} gånger jämförelsen, {more} mer än de {len(known)} senaste ({usual:.2f}).")
    return said


def _git(*command: str) -> str:
    done = subprocess.run(["git", "-C", str(ROOT), *command], capture_output=True, text=True, check=False)
    return done.stdout.strip() or ("" if command[0] == "status" else "okänd")
