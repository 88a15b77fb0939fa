"""An edit is no more work in a large strukturbild than in a small one. The seconds are measured by `make bench`."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.counting import python_steps, rows_read
from tests.store.helpers import FILE_NAME, new_file
from tools.bench.bench_edits import edits_in
from tools.bench.bench_live import many_objects

FEW, MANY = 500, 5_000
TIMES = 7
"""So often each is done; the median counts."""


def test_an_edit_of_any_kind_is_no_more_work_when_there_are_thousands_of_other_objects(
    tmp_path: Path, qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    work: dict[int, dict[str, tuple[int, int]]] = {}
    for size in (FEW, MANY):
        path = tmp_path / str(size)
        path.mkdir()
        snapshot = read_snapshot(new_file(path))
        others = many_objects(snapshot, size - FEW, north=300_000)
        edit_session, kinds = edits_in(path / FILE_NAME, [*many_objects(snapshot, FEW), *others])
        work[size] = {}
        for name, edit in kinds.items():
            made, read = [], []
            for number in range(TIMES):
                with rows_read(monkeypatch) as rows:
                    made.append(python_steps(lambda edit=edit, number=number: edit(number)))
                read.append(len(rows))
            work[size][name] = sorted(made)[TIMES // 2], sorted(read)[TIMES // 2]
        edit_session.close()
    for name, (made, read) in work[MANY].items():
        few_made, few_read = work[FEW][name]
        assert read == few_read, f"{name}: {read} rader lästa bland {MANY} objekt, {few_read} bland {FEW}"
        assert made < 1.2 * few_made + 20, f"{name}: {made} steg bland {MANY} objekt, {few_made} bland {FEW}"
