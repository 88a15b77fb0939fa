"""Whatever a foreign tool writes in a cell is drawn or named; no map and no edition refuses without a finding."""

from __future__ import annotations

import math
import random
import struct

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


def test_what_stands_in_a_cell_is_no_path_and_may_lie_infinitely_far_off(tmp_path, qgis_app: QgsApplication):
    trial = Trial(tmp_path)
    endless = struct.pack("<2sBBi", b"GP", 0, 1, 3006) + struct.pack("<BIIBIdd", 1, 4, 1, 1, 1, math.inf, 1.0)
    far = Mutation("nod", trial.mutable.first("nod"), "geom", endless)
    long = Mutation("strukturbild", 1, "symboluppsattning", "x" * 5_000)
    assert trial.exported([far, long], 1)
    common = trial.mutable.connection.execute("SELECT fid FROM attribut WHERE kod = 'roll'").fetchone()[0]
    for one in (far, long, Mutation("basrad", 1, "varden", ""), Mutation("attribut", common, "gemensam", "inf")):
        assert trial.faults(one) == []
    assert trial.faults_of_fixes(Mutation("objekt_mal", 1, "objekt_id", b"\xff\xfe\xe5")) == []
