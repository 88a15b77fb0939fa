"""Measure, and write out/bench.md: steps in seconds against their goals, and ratios against a baseline of the same run.

Every figure is the best of three, on the worked example. A ratio says how many times the baseline it takes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools.bench.bench_large import large_costs
from tools.bench.bench_live import edit_and_check, first_reading, save_gestures
from tools.bench.bench_opening import project_costs
from tools.bench.bench_sheets import sheet_costs, table
from tools.bench.subject import picture_with_objects, stamp_of_zeros
from tools.quiet_qgis import quiet_qgis
from tools.release.package import make_package

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = "nobelbanestraket"
RUNS = 3


@dataclass(frozen=True)
class Step:
    """Seconds a step takes, and what it may take on two cores."""

    name: str
    seconds: float
    goal: float


@dataclass(frozen=True)
class Ratio:
    """Seconds ours takes and what the baseline takes, measured in the same run."""

    name: str
    ours: float
    baseline_name: str
    baseline: float


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def steps(folder: Path) -> list[Step]:
    """Create, open, check and the whole edition."""
    from strukturbild_plugin.checks.run import check
    from strukturbild_plugin.export.edition.edition import ExportRequest, export
    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.examples.example import create_example
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.qgis_project.layers import open_layers
    from strukturbild_plugin.store.writing.open_check import check_file

    example = create_example(EXAMPLE, folder / "exempel.gpkg")
    request = NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild")
    return [
        Step("skapa en strukturbild", best(lambda: create(folder / "ny.gpkg", request, overwrite=True)), 2.0),
        Step("öppna exemplet", best(lambda: (check_file(example), open_layers(example))), 1.0),
        Step("granska exemplet", best(lambda: check(read_snapshot(example))), 0.5),
        Step("hel utgåva av exemplet", best(lambda: export(example, ExportRequest(folder=folder / "utgåvor"))), 6.0),
    ]


def map_ratio(folder: Path) -> Ratio:
    """The map PDF, composed and written, against QGIS's exporter writing the finished layout with its own settings."""
    from qgis.core import QgsLayoutExporter

    from strukturbild_plugin.export.sheets.make_sheet import make_sheet, print_map
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

    snapshot = read_snapshot(folder / "exempel.gpkg")
    picture, stamp = picture_with_objects(snapshot), stamp_of_zeros()
    sheet = make_sheet(snapshot, picture, stamp)

    def bare() -> None:
        QgsLayoutExporter(sheet.layout).exportToPdf(str(folder / "bar.pdf"), QgsLayoutExporter.PdfExportSettings())

    ours = best(lambda: print_map(snapshot, picture, stamp, folder / "karta.pdf"))
    return Ratio("kartans PDF", ours, "QgsLayoutExporter på samma layout", best(bare))


def delivery_ratio(folder: Path) -> Ratio:
    """An edition that is only the delivery, against ogr2ogr copying the same layers."""
    from strukturbild_plugin.export.edition.edition import ExportRequest, export
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

    example = folder / "exempel.gpkg"
    layers = [layer.kod for layer in read_snapshot(example).catalogue.lager]
    copy = folder / "ogr.gpkg"

    def bare() -> None:
        copy.unlink(missing_ok=True)
        subprocess.run(["ogr2ogr", "-q", "-f", "GPKG", str(copy), str(example), *layers], check=True)

    request = ExportRequest(folder=folder / "leverans", formats=("leverans",))
    ours = best(lambda: export(example, request))
    return Ratio("leveransens GeoPackage", ours, f"ogr2ogr av samma {len(layers)} lager", best(bare))


def live_ratio(folder: Path) -> Ratio:
    """What follows on an edit while one draws (read, checked, the steps measured), against checking everything."""
    ours, whole = edit_and_check(folder)
    return Ratio("följden av en ändring bland 5 000 objekt", ours, "granska alla på nytt", whole)


def saving_ratio(folder: Path) -> Ratio:
    """A gesture saved at its end, all layers in one transaction, against QGIS's own saving layer by layer."""
    ours, qgis = save_gestures(folder)
    return Ratio("spara ett drag bland 5 000 objekt", ours, "QGIS egen sparning av samma slag", qgis)


def opening_ratio(folder: Path, package: Path) -> Ratio:
    """A saved project opened until all in the panel is there, against the same project in QGIS without the plugin."""
    ours, bare = project_costs(folder, folder / "exempel.gpkg", package)
    return Ratio("öppna ett sparat projekt, tills allt är granskat", ours, "samma projekt utan insticket", bare)


def start_up(folder: Path, package: Path) -> list[tuple[str, str]]:
    """Milliseconds of processor time that QGIS itself says it took to start the installed plugin; and all of QGIS."""
    from tests.package.helpers import Profile, program
    from tests.screen import open_screen, running, wait_for

    profile = Profile(folder / "profil")
    profile.install(package)
    answer, script = folder / "svar.json", folder / "fråga.py"
    script.write_text(
        f"import json, os, qgis.utils\nopen({str(answer)!r} + '.ny', 'w').write(json.dumps(qgis.utils.plugin_times))\n"
        f"os.replace({str(answer)!r} + '.ny', {str(answer)!r})\n",
        encoding="utf-8",
    )
    command = [program("qgis"), "--nologo", "--noversioncheck", "--profiles-path", str(profile.root)]
    command += ["--profile", "default", "--code", str(script)]
    plugin, whole = [], []
    with open_screen(folder) as screen:
        environment = {**profile.environment(), "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
        for _ in range(RUNS):
            answer.unlink(missing_ok=True)
            started = time.perf_counter()
            with running(command, environment, folder / "qgis.log"):
                wait_for(answer.exists, 60, "QGIS blev inte klart")
                whole.append(time.perf_counter() - started)
            times = json.loads(answer.read_text(encoding="utf-8"))
            plugin.append(float(times["strukturbild_plugin"].rstrip("s")) * 1000)
    return [("insticket startar", f"{min(plugin):.0f} ms"), ("hela QGIS startar", f"{min(whole) * 1000:.0f} ms")]


def report(done: list[Step], ratios: list[Ratio], sheets: list[str], starts: list[tuple[str, str]]) -> str:
    """The tables as Markdown."""
    from qgis.core import Qgis

    lines = ["# Mätvärden", "", f"QGIS {Qgis.QGIS_VERSION}, {os.cpu_count()} kärnor, bästa av {RUNS} körningar.", ""]
    lines += ["| steg | tid (s) | mål (s) | |", "|---|---:|---:|---|"]
    lines += [f"| {s.name} | {s.seconds:.3g} | {s.goal:g} | {'ja' if s.seconds <= s.goal else 'NEJ'} |" for s in done]
    lines += ["", "| vad | tid (s) | jämfört med | tid (s) | kvot |", "|---|---:|---|---:|---:|"]
    for r in ratios:
        times = f"{r.ours:.3f} | {r.baseline_name} | {r.baseline:.3f}"
        lines.append(f"| {r.name} | {times} | {r.ours / r.baseline:.2g} |")
    lines += sheets
    lines += ["", "| start | tid |", "|---|---:|", *(f"| {name} | {value} |" for name, value in starts), ""]
    return "\n".join(lines)


def main() -> int:
    """Measure and write; 0 even when a goal is missed: the table says so."""
    with tempfile.TemporaryDirectory() as work, quiet_qgis():
        folder = Path(work)
        done = steps(folder)
        ratios = [map_ratio(folder), delivery_ratio(folder), live_ratio(folder), saving_ratio(folder)]
        done.append(Step("längsta avbrottet när 5 000 objekt läses första gången (p99)", first_reading(folder), 0.05))
        done += [Step(*each) for each in large_costs(folder, best)]
        starts: list[tuple[str, str]] = []
        if shutil.which("Xvfb"):
            package = make_package(folder)
            ratios.append(opening_ratio(folder, package))
            starts = start_up(folder, package)
        text = report(done, ratios, table(sheet_costs(folder / "exempel.gpkg")), starts)
    out = ROOT / "out" / "bench.md"
    out.parent.mkdir(exist_ok=True)
    out.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
