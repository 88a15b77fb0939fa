"""Any workshop of six groups, merged in any order: the same, nothing lost, nothing left hanging, nothing done twice.

`WORKSHOPS=1000 make workshops` tries as many, as rows and (test_any_workshop_files.py) as files; the suite tries some.
"""

from __future__ import annotations

import os
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from strukturbild_plugin.workshop.conflicts import conflict_id
from strukturbild_plugin.workshop.merged_tables import Key, Row
from strukturbild_plugin.workshop.row_merge import canonical
from tests.workshop.nothing_lost import check_nothing_hangs, check_nothing_lost
from tests.workshop.random_workshops import MergedFile, merged_in, orders, random_workshop

EXAMPLES, ORDERS, MOST_OBJECTS = int(os.environ.get("WORKSHOPS", "20")), 10, 200


@seed(20261130)
@settings(max_examples=EXAMPLES, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_any_workshop_in_any_order(number: int) -> None:
    chance = Random(number)
    workshop = random_workshop(chance, MOST_OBJECTS)
    files = [merged_in(workshop, batches) for batches in orders(chance, workshop.participants, ORDERS)]
    first = files[0]
    for other in files[1:]:
        assert _rows(other) == _rows(first)
        assert _conflicts(other) == _conflicts(first)
    changes = [one.changes for one in workshop.participants]
    check_nothing_lost(workshop.base, changes, first.content, _said(first))
    check_nothing_hangs(first.content, changes)
    assert first.merge(workshop.participants).writes == []


def _rows(file: MergedFile) -> dict[Key, Row]:
    return file.content.rows


def _conflicts(file: MergedFile) -> set[str]:
    return {conflict_id("bas", one) for one in file.outcomes[-1].copies.conflicts()}


def _said(file: MergedFile) -> dict[tuple[Key, str], list[str]]:
    said: dict[tuple[Key, str], list[str]] = {}
    for one in file.outcomes[-1].copies.conflicts():
        said.setdefault((one.key, one.column), []).extend((canonical(one.one), canonical(one.other)))
    return said
