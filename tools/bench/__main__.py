"""Measure what the user waits for, and write out/bench.md: steps in seconds against their goals, and ratios against a
baseline of the same run, which are kept in tools/bench/history.jsonl. What has become a fifth slower is said.

`--snabb` measures in less than ten minutes: no QGIS with a window, no sheets but A3, and growth up to 5,000 objects.
Figures are medians.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from tools.bench import bench_growth, bench_map_size, bench_merge
from tools.bench.bench_edition import DELIVERY_SIZES, delivery_ratio, edition_ratio
from tools.bench.bench_goals import goal_steps
from tools.bench.bench_large import large_costs
from tools.bench.bench_live import edit_and_check, first_reading, save_gestures
from tools.bench.bench_opening import project_costs
from tools.bench.bench_screen import SIZES, redraw_ratio
from tools.bench.bench_sheets import SHEETS, SheetCost, sheet_costs, table
from tools.bench.bench_window import first_click_ratios
from tools.bench.history import add_entry, entry_of, read_history, regressions
from tools.bench.measure import RUNS, Ratio, Step, compared, median
from tools.bench.subject import picture_with_objects, stamp_of_zeros
from tools.quiet_qgis import quiet_qgis
from tools.release.package import make_package

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = "nobelbanestraket"
WHOLE, QUICK = "hel", "snabb"
T = TypeVar("T")


def steps(folder: Path) -> list[Step]:
    """Create, open, check, the whole edition, and goals against what is drawn."""
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
        Step("skapa en strukturbild", median(lambda: create(folder / "ny.gpkg", request, overwrite=True)), 2.0),
        Step("öppna exemplet", median(lambda: (check_file(example), open_layers(example))), 1.0),
        Step("granska exemplet", median(lambda: check(read_snapshot(example))), 0.5),
        Step("hel utgåva av exemplet", median(lambda: export(example, ExportRequest(folder=folder / "utgåvor"))), 6.0),
        *goal_steps(folder),
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

    def ours() -> None:
        print_map(snapshot, picture, stamp, folder / "karta.pdf")

    return compared("kartans PDF", ours, "QgsLayoutExporter på samma layout", bare, runs=RUNS)


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
    times = statistics.median(plugin), statistics.median(whole) * 1000
    return [("insticket startar", f"{times[0]:.0f} ms"), ("hela QGIS startar", f"{times[1]:.0f} ms")]


def report(
    done: list[Step], ratios: list[Ratio], more: list[str], starts: list[tuple[str, str]], slower: list[str]
) -> str:
    """The tables as Markdown, and what has become slower."""
    from qgis.core import Qgis

    lines = ["# Mätvärden", "", f"QGIS {Qgis.QGIS_VERSION}, {os.cpu_count()} kärnor, medianer.", ""]
    lines += ["| steg | tid (s) | mål (s) | |", "|---|---:|---:|---|"]
    lines += [f"| {s.name} | {s.seconds:.3g} | {s.goal:g} | {'ja' if s.seconds <= s.goal else 'NEJ'} |" for s in done]
    lines += ["", "| vad | tid (s) | jämfört med | tid (s) | kvot | högst |", "|---|---:|---|---:|---:|---|"]
    for r in ratios:
        most = "" if r.most is None else f"{r.most:g}" if r.value <= r.most else f"{r.most:g} NEJ"
        times = f"{r.ours:.3f} | {r.baseline_name} | {r.baseline:.3f}"
        lines.append(f"| {r.name} | {times} | {r.value:.2f} | {most} |")
    lines += more
    if starts:
        lines += ["", "| start | tid |", "|---|---:|", *(f"| {name} | {value} |" for name, value in starts)]
    said = slower or ["Inget har blivit mer än 20 % långsammare än de senaste mätningarna, eller så finns inga."]
    return "\n".join([*lines, "", "Mot tidigare mätningar:", "", *(f"- {one}" for one in said), ""])


def kept_ratios(ratios: list[Ratio], sheets: list[SheetCost]) -> dict[str, float]:
    """What goes into the history, by name."""
    kept = {ratio.name: ratio.value for ratio in ratios}
    for cost in sheets:
        kept[f"{cost.name}, första"] = cost.first / cost.bare_first
        kept[f"{cost.name}, följande"] = cost.further / cost.bare
        kept[f"{cost.name}, minne"] = cost.memory / cost.bare_memory
    return kept


class Measurements:
    """What has been measured so far. A part that fails is named in the end, and the others go on."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.ratios: list[Ratio] = []
        self.failed: list[str] = []

    def part(self, name: str, measure: Callable[[], Iterable[Ratio | Step]]) -> None:
        """Measure one part, and say that it is done."""
        found = self.tables(name, lambda: list(measure()), [])
        self.steps += [one for one in found if isinstance(one, Step)]
        self.ratios += [one for one in found if isinstance(one, Ratio)]

    def tables(self, name: str, measure: Callable[[], list[T]], none: list[T]) -> list[T]:
        """Measure what gets a table of its own."""
        started = time.monotonic()
        try:
            found = measure()
        except Exception:  # noqa: BLE001 - one part that cannot be measured here must not cost the others
            self.failed.append(f"{name}: {traceback.format_exc().strip().splitlines()[-1]}")
            found = none
        print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
        return found


def measured(folder: Path, quick: bool) -> tuple[str, list[str]]:
    """Measure, and add the run to the history; gives the report and what could not be measured."""
    kept = Measurements()
    example = folder / "exempel.gpkg"
    kept.part("stegen", lambda: steps(folder))
    kept.part("utgåva", lambda: [edition_ratio(folder, example, RUNS), map_ratio(folder)])
    kept.part("leverans", lambda: [delivery_ratio(folder, size) for size in DELIVERY_SIZES])
    sizes = SIZES[:1] if quick else SIZES
    kept.part("skärmen", lambda: [redraw_ratio(folder, size, RUNS) for size in sizes])
    kept.part("ritandet", lambda: [live_ratio(folder), saving_ratio(folder)])
    merged = bench_merge.QUICK_SIZES if quick else bench_merge.SIZES
    kept.part("sammanslagning", lambda: bench_merge.merge_ratios(folder, merged))
    reading = "längsta avbrottet när 5 000 objekt läses första gången (p99)"
    kept.part("stora filer", lambda: [Step(reading, first_reading(folder), 0.05)])
    kept.part("stora filer", lambda: [Step(*each) for each in large_costs(folder, median)])
    grown_sizes = bench_growth.QUICK_SIZES if quick else bench_growth.SIZES
    grown = kept.tables("tillväxt", lambda: list(bench_growth.growths(folder, grown_sizes)), [])
    starts: list[tuple[str, str]] = []
    if not quick and shutil.which("Xvfb"):
        package = make_package(folder)
        kept.part("öppna", lambda: [opening_ratio(folder, package)])
        kept.part("första klicket", lambda: first_click_ratios(folder, package))
        starts = kept.tables("start", lambda: start_up(folder, package), [])
    sheets = kept.tables("blad", lambda: list(sheet_costs(example, SHEETS[:1] if quick else SHEETS)), [])
    map_sizes = kept.tables("filstorlek", lambda: bench_map_size.table(bench_map_size.map_sizes(folder)), [])
    entry = entry_of(kept_ratios(kept.ratios, sheets), QUICK if quick else WHOLE)
    slower = regressions(entry, read_history())
    if not kept.failed:
        add_entry(entry)
    more = [*table(sheets), *map_sizes, *bench_growth.table(grown)]
    return report(kept.steps, kept.ratios, more, starts, [*slower, *kept.failed]), kept.failed


def main() -> int:
    """Measure and write; 0 even when a goal is missed or something has become slower: the text says so. 1 when
    something could not be measured."""
    reader = argparse.ArgumentParser(description="Mät det användaren väntar på.")
    reader.add_argument("--snabb", action="store_true", help="det viktigaste, på mindre än tio minuter")
    quick = reader.parse_args().snabb
    with tempfile.TemporaryDirectory() as work, quiet_qgis():
        text, failed = measured(Path(work), quick)
    out = ROOT / "out" / "bench.md"
    out.parent.mkdir(exist_ok=True)
    out.write_text(text, encoding="utf-8")
    print(text)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
