"""Printed sheets against QGIS's exporter: the first and the further of an edition, A0 and its memory, an atlas.

Each measure has a process of its own, so that what was kept for one does not help another, and its memory is its own.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RUNS = 3


@dataclass(frozen=True)
class SheetCost:
    """What sheets cost, in seconds and in MB at most used."""

    name: str
    first: float
    """The first sheet of the process, composed and written."""
    further: float
    """The same again, as a further sheet of an edition that shares its layers; per page."""
    write: float
    """Writing alone, of a sheet that is composed; per page."""
    bare_first: float
    """QGIS's own exporter writing the finished layout with its own settings, the first time; per page."""
    bare: float
    """The same again; per page."""
    memory: int
    bare_memory: int
    """Of a process that only composes the layout and lets QGIS's exporter write it."""
    megabytes: float
    """Size of the file."""


SHEETS = (("kartblad A3", "A3", "karta"), ("kartblad A0", "A0", "karta"), ("atlas, per sida", "A3", "atlas-omrade"))
"""Name, paper and kind of what is measured."""
_HEAD = (
    "| blad | första (s) | QgsLayoutExporter första (s) | kvot | följande (s) | därav skriva (s) "
    "| QgsLayoutExporter följande (s) | kvot | minne (MB) | dess minne (MB) | fil (MB) |"
)


def sheet_costs(example: Path, sheets: Sequence[tuple[str, str, str]] = SHEETS) -> list[SheetCost]:
    """Measure each of `sheets` on a strukturbild."""
    found = []
    for name, paper, kind in sheets:
        ours, bare = (_in_a_process(example, paper, kind, how) for how in ("vår", "bar"))
        found.append(
            SheetCost(
                name,
                ours["first"],
                ours["further"],
                ours["write"],
                bare["first"],
                bare["further"],
                ours["memory"],
                bare["memory"],
                ours["megabytes"],
            )
        )
    return found


def table(costs: list[SheetCost]) -> list[str]:
    """The figures as Markdown."""
    return ["", _HEAD, f"|---|{'---:|' * 10}", *(_row(cost) for cost in costs)]


def _row(c: SheetCost) -> str:
    return (
        f"| {c.name} | {c.first:.2f} | {c.bare_first:.2f} | {c.first / c.bare_first:.2f} "
        f"| {c.further:.2f} | {c.write:.2f} | {c.bare:.2f} | {c.further / c.bare:.2f} "
        f"| {c.memory} | {c.bare_memory} | {c.megabytes:.2f} |"
    )


def _in_a_process(example: Path, paper: str, kind: str, how: str) -> Any:
    command = [sys.executable, "-m", "tools.bench.bench_sheets", str(example), paper, kind, how]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def _measure(example: Path, paper: str, kind: str, how: str) -> dict[str, float]:
    from qgis.core import QgsLayoutExporter

    from strukturbild_plugin.export.sheets.layer_cache import LayerCache
    from strukturbild_plugin.export.sheets.make_sheet import make_sheet
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from tools.bench.subject import picture_with_objects, stamp_of_zeros

    snapshot = read_snapshot(example)
    picture, stamp = picture_with_objects(snapshot), stamp_of_zeros()
    times, writing, pages, layer_cache = [], [0.0], 1, LayerCache()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "karta.pdf"
        sheet = make_sheet(snapshot, picture, stamp, paper, kind) if how == "bar" else None
        for _ in range(2 if kind != "karta" or paper == "A0" else RUNS + 1):  # what takes long is measured once
            started = time.perf_counter()
            if sheet is not None:
                settings = QgsLayoutExporter.PdfExportSettings()
                QgsLayoutExporter(sheet.layout).exportToPdf(str(path), settings)
            else:
                made = make_sheet(snapshot, picture, stamp, paper, kind, layer_cache=layer_cache)
                composed = time.perf_counter()
                pages = made.write_pdf(path).pages
                writing.append(time.perf_counter() - composed)
            times.append(time.perf_counter() - started)
        pages = sheet.facts.pages if sheet is not None else pages
        size = path.stat().st_size / 1_000_000
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        "first": times[0] / pages,
        "further": statistics.median(times[1:]) / pages,
        "write": statistics.median(writing[2:] or writing) / pages,
        "memory": memory,
        "megabytes": size,
    }


if __name__ == "__main__":
    from tools.quiet_qgis import quiet_qgis

    with quiet_qgis():
        print(json.dumps(_measure(Path(sys.argv[1]), *sys.argv[2:5])))
