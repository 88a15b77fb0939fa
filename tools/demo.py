"""The whole way in one go: `make demo` makes the worked example, checks it, gives out edition 1 and verifies it."""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter
from pathlib import Path

from tools.quiet_qgis import quiet_qgis

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

    findings = check(snapshot)
    print(f"Granskning     {_counted(Counter(each.allvar for each in findings)) or 'utan anmärkning'}")
    for finding in findings[:5]:
        print(f"               - {finding.mening}")

    result = export(file, ExportRequest(folder=editions))
    edition = result.edition
    print(f"Utgåva {edition.nummer}       status {edition.status}, fingeravtryck {edition.fingeravtryck}")
    for made in result.files.values():
        print(f"               {_shown(made)} ({made.stat().st_size / 1000:.0f} kB)")

    verdict = verify(result.folder)
    meaning = {"same": "alla filer visar samma utgåva", "different": "filerna visar olika utgåvor"}
    print(f"Verifiering    {meaning.get(verdict.status, 'någon fil har ändrats efteråt')} ({verdict.status})")
    return 0 if verdict.status == "same" else 1


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
