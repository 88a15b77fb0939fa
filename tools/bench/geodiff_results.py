"""Write down what geodiff makes of the cases in tests/workshop/geodiff: `python -m tools.bench.geodiff_results`.

What it says is kept beside the tests, so that they need no geodiff.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.bench.bench_merge import GEODIFF

RESULTS = Path(__file__).resolve().parents[2] / "tests" / "workshop" / "geodiff" / "geodiff_results.json"
_REBASE = "import pygeodiff, sys; pygeodiff.GeoDiff().rebase(*sys.argv[1:])"


def main() -> int:
    """Make them all."""
    from qgis.testing import start_app

    start_app()
    from strukturbild_plugin.store.writing.transaction import writing
    from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
    from tests.store.helpers import karlstad, new_file
    from tests.workshop.geodiff.cases import CLASHES, FAILURES, PLAIN, RIGHT, told

    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as made:
        main_file = new_file(Path(made))
        with writing(main_file, "anna") as db:
            db.add_objects(karlstad())
        plan = WorkshopPlan("Målbild", (Group("Bord 1"), Group("Bord 2")))
        base = start_workshop(main_file, Path(made), plan).files[0]
        for case in (*RIGHT, CLASHES, *FAILURES):
            one, two = (Path(shutil.copy(base, Path(made) / f"{number}.gpkg")) for number in (1, 2))
            case.one(one)
            case.two(two)
            found[case.name] = {**_rebased(base, one, two), "finns": told(two)}
        for plain in PLAIN:
            found[plain.name] = _plain(plain, Path(made))
    lines = (
        f" {json.dumps(name, ensure_ascii=False)}: {json.dumps(each, ensure_ascii=False)}"
        for name, each in found.items()
    )
    RESULTS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return 0


def _plain(case: Any, folder: Path) -> dict[str, Any]:
    files = [folder / f"{case.name} {number}.gpkg" for number in range(3)]
    for path, statements in zip(files, ("", case.one, case.two)):
        with contextlib.closing(sqlite3.connect(path)) as file:
            file.executescript(case.schema + statements)
    answer = _rebased(*files)
    with contextlib.closing(sqlite3.connect(files[2])) as file:
        return {**answer, "finns": [list(row) for row in file.execute(case.query)]}


def _rebased(base: Path, one: Path, two: Path) -> dict[str, Any]:
    """Rebase `two` on `one`: the error it ends in ('' for none) and the number of conflicts it tells of."""
    told = two.with_suffix(".konflikt")
    command = [str(GEODIFF), "-c", _REBASE, str(base), str(one), str(two), str(told)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    conflicts = json.loads(told.read_text(encoding="utf-8"))["geodiff"] if told.is_file() else []
    told.unlink(missing_ok=True)
    return {"fel": done.stderr.strip().splitlines()[-1] if done.returncode else "", "konflikter": len(conflicts)}


if __name__ == "__main__":
    sys.exit(main())
