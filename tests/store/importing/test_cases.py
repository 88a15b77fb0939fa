"""The files of tests/cases that once failed, planned as the one who got them does. What each is: README.md there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.importing.objects import ImportPlan, ImportRequest, plan_import
from strukturbild_plugin.store.importing.plan import LEFT, NEW

TESTS = Path(__file__).parents[2]
CASES = TESTS / "cases" / "import"


@pytest.fixture(scope="module")
def empty(_empty_made_once: Path) -> Snapshot:
    return read_snapshot(_empty_made_once)


def planned(snapshot: Snapshot, name: str, klass: str = "nod") -> ImportPlan:
    return plan_import(snapshot, ImportRequest(CASES / name, klass=klass))


@pytest.mark.parametrize(
    ("name", "names", "said"),
    (
        ("latin1_utan_cpg/orter.shp", ("Åmål", "Örebro"), "Windows-1252, till exempel ”Åmål”"),
        ("xnorr_yoster.csv", ("Karlstad", "Örebro", "Kristinehamn"), "X som norr och Y som öst"),
        ("komma_i_rubrik.csv", ("Karlstad",), "SWEREF 99 TM"),
        ("nfd.csv", ("Åmål",), "SWEREF 99 TM"),
        ("tva_mappar.kml", ("Karlstad", "Kil", "Grums"), "”Kärnor” (1 objekt) och ”Orter” (2 objekt)"),
        ("tomt_id.csv", ("Karlstad", "Örebro", "Kil"), "SWEREF 99 TM"),
        ("namn_med_osynligt_tecken.csv", ("Karlstad", "Kil"), "U+200B"),
        ("nod_inne.csv", ("Karlstad", "Fiskefjälltt"), "SWEREF 99 TM"),
    ),
)
def test_what_failed_is_taken_whole_and_what_was_guessed_is_said(
    empty: Snapshot, name: str, names: Sequence[str], said: str
) -> None:
    plan = planned(empty, name)
    assert tuple(row.record.namn for row in plan.of(NEW) if row.record) == tuple(names)
    assert len(plan.rows) == len(names) and not plan.refusal
    assert said in " ".join(plan.notes)


def test_next_years_file_is_recognised_by_its_ids(empty: Snapshot) -> None:
    before, after = planned(empty, "orter_2024.csv"), planned(empty, "orter_2025.csv")
    assert before.id_column == after.id_column == "Id"
    ids = [[row.record.objekt_id for row in plan.of(NEW) if row.record] for plan in (before, after)]
    assert ids[0] == ids[1] and len(ids[0]) == 2


def test_an_area_where_points_are_wanted_is_named_with_the_classes_that_have_areas(empty: Snapshot) -> None:
    plan = planned(empty, "langt_bort.geojson")
    assert [row.reason for row in plan.of(LEFT)] == ["är en yta, men klassen ritas som en punkt"]
    assert "Välj klassen Bebyggelseläge" in " ".join(plan.notes)


def test_every_test_that_the_table_of_cases_names_is_there() -> None:
    named, file = [], ""
    table = (TESTS / "cases" / "README.md").read_text("utf-8")
    for path, test in re.findall(r"`([\w/]*\.py)?(?:::(test_\w+))?`", table):
        file = path or file
        where = TESTS.parent / file if file.startswith("tests/") else Path(__file__).parent / file
        if path or test:
            assert f"def {test or 'test_'}" in where.read_text("utf-8"), f"{file}::{test}"
            named.append(test)
    assert len(named) > 20
