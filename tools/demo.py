"""The whole way in one go: `make demo` makes the worked example, checks it, gives out edition 1 and verifies it."""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tools.quiet_qgis import quiet_qgis

if TYPE_CHECKING:
    from strukturbild_plugin.store.gpkg.records import Snapshot

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
EXAMPLE = "nobelbanestraket"


def make_demo(out: Path) -> int:
    """Make everything below `out` and tell what was made; 1 when the edition does not verify."""
    from strukturbild_plugin.checks.run import check
    from strukturbild_plugin.export.edition.edition import ExportRequest, export
    from strukturbild_plugin.export.edition.verify import verify
    from strukturbild_plugin.store.examples.example import create_example
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

    file, editions = out / f"{EXAMPLE}.gpkg", out / EXAMPLE
    out.mkdir(parents=True, exist_ok=True)
    for left in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
        left.unlink(missing_ok=True)
    shutil.rmtree(editions, ignore_errors=True)

    create_example(EXAMPLE, file)
    snapshot = read_snapshot(file)
    print(f"Strukturbild   {snapshot.head.titel}{' (exempel, ingen beslutad plan)' if snapshot.head.exempel else ''}")
    print(f"               {_counted(Counter(each.lager for each in snapshot.objects))}")
    print(f"               {len(snapshot.goals)} mål, {len(snapshot.links)} kopplingar mellan objekt och mål")
    print(f"               {_shown(file)}")
    for number, line in enumerate(goal_story(snapshot)):
        print(f"{'' if number else 'Mål och karta':15}{line}")

    findings = check(snapshot)
    print(f"Granskning     {_counted(Counter(each.allvar for each in findings)) or 'utan anmärkning'}")
    for finding in findings[:5]:
        print(f"               - {finding.mening}")

    result = export(file, ExportRequest(folder=editions, kinds=("karta-mal",)))
    edition = result.edition
    print(f"Utgåva {edition.nummer}       status {edition.status}, fingeravtryck {edition.fingeravtryck}")
    for made in result.files.values():
        print(f"               {_shown(made)} ({made.stat().st_size / 1000:.0f} kB)")

    verdict = verify(result.folder)
    meaning = {"same": "alla filer visar samma utgåva", "different": "filerna visar olika utgåvor"}
    print(f"Verifiering    {meaning.get(verdict.status, 'någon fil har ändrats efteråt')} ({verdict.status})")
    return 0 if verdict.status == "same" else 1


def goal_story(snapshot: Snapshot) -> list[str]:
    """How the goals meet what is drawn, in a few sentences: places, silence, and where goals clash."""
    from strukturbild_plugin.analysis.coverage_texts import Names, goal_title
    from strukturbild_plugin.analysis.goal_coverage import (
        NOT_SILENT,
        CoverageChoice,
        coverage_of,
        municipality_coverage,
    )
    from strukturbild_plugin.analysis.goal_meetings import CONFLICT, meetings
    from strukturbild_plugin.analysis.municipalities import MunicipalityFinder

    found, names = coverage_of(snapshot, CoverageChoice()), Names(snapshot, "sv")
    silent = ", ".join(map(goal_title, found.goals_without_place)) or "inget"
    placed = len(found.goals) - len(found.goals_without_place)
    places = municipality_coverage(found, MunicipalityFinder(snapshot.head.lan))
    lacking = [one.namn for one in places if one.lacks != NOT_SILENT]
    said = len(places) - len(lacking)
    met = meetings(found.objects, found.goals, found.links, snapshot.influences, found.distances)
    clashes = [one for one in met if one.kind == CONFLICT]
    lines = [
        f"{placed} av {len(found.goals)} mål har plats i bilden; utan plats: {silent}",
        f"{said} av {len(places)} kommuner har objekt, mål och text; övriga: {', '.join(lacking) or 'inga'}",
        f"{len(clashes)} målkonflikter att hantera",
    ]
    for one in clashes[:3]:
        objects = " och ".join(names.object(each) for each in (one.first_id, one.second_id) if each)
        goals = " – ".join(dict.fromkeys(map(names.goal, filter(None, (one.first_goal, one.second_goal)))))
        lines.append(f"- {objects}: {goals}")
    return lines


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def main() -> int:
    """Run the demo, and say how long it took."""
    started = time.monotonic()
    with quiet_qgis():
        code = make_demo(OUT)
    print(f"Klart på {time.monotonic() - started:.1f} s.")
    return code


if __name__ == "__main__":
    sys.exit(main())
