"""Whatever a foreign tool writes in a cell is drawn or named; no map and no edition refuses without a finding."""

from __future__ import annotations

import random

from qgis.core import QgsApplication

from tests.checks.mutate_rows import Mutation
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


def test_the_fixes_of_a_mutated_cell_end_its_finding_and_change_nothing_else(tmp_path, qgis_app: QgsApplication):
    trial, dice = Trial(tmp_path), random.Random(12)
    mutations = [trial.mutable.mutation(dice) for _ in range(40)]
    assert [fault for one in mutations for fault in trial.faults_of_fixes(one)] == []
    assert trial.fixes_tried > 3


def test_codes_and_titles_of_odd_signs_are_printed_and_too_large_numbers_named(tmp_path, qgis_app: QgsApplication):
    trial = Trial(tmp_path)
    odd = [
        Mutation("strukturbild", 1, "titel", "\u00ff\u00feMålbild"),  # as a byte order mark looks in Windows's letters
        Mutation("strukturbild", 1, "sprak", b"\xff\xfe\xe5", text=True),
        Mutation("bild", 1, "status", "\u202eom\u202c"),
    ]
    assert trial.exported(odd, 1)
    assert trial.faults(Mutation("samband", trial.mutable.first("samband"), "matt", 2**63 - 1)) == []
