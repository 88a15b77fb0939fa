"""Whatever a foreign tool writes in a cell is drawn or named; no map and no edition refuses without a finding."""

from __future__ import annotations

import random

from qgis.core import QgsApplication

from tests.export.mutated_rows import TOGETHER, Trial, drawable_together

NUMBER = 300


def test_three_hundred_mutated_cells_are_drawn_or_named(tmp_path, qgis_app: QgsApplication):
    trial, dice = Trial(tmp_path), random.Random(11)
    mutations = [trial.mutable.mutation(dice) for _ in range(NUMBER)]
    assert len({(one.table, one.column) for one in mutations}) > 100
    assert [fault for one in mutations for fault in trial.faults(one)] == []
    batches = [drawable_together(mutations[turn : turn + TOGETHER]) for turn in range(0, NUMBER, TOGETHER)]
    for batch in batches[1:4]:
        trial.drawn(batch)
    made = [trial.exported(batch, number) for number, batch in enumerate(batches[:1])]
    assert any(made)
