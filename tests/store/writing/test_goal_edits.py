"""Goal sets of one's own in a file: every act is one, logged, and undone to the last row; what others wrote stands."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strukturbild_plugin.errors import GoalError, StoreError
from strukturbild_plugin.goals import goal_editing as edit
from strukturbild_plugin.goals.goal_sets import goal_set_from
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.goals.tree import GoalTree
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.templates.package_goals import goal_set_text
from strukturbild_plugin.store.writing.goal_counterparts import change_counterparts, judgements, undo_counterparts
from strukturbild_plugin.store.writing.goal_edits import change_goal_set, undo_goal_set
from strukturbild_plugin.store.writing.transaction import reading, writing
from strukturbild_plugin.yaml_reader.problems import Problems

TABLES = ("malsamling", "mal", "objekt_mal", "mal_paverkan", "mal_motsvarighet")


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY fid").fetchall() for table in TABLES}


def tree_in(path: Path, code: str) -> GoalTree:
    with reading(path) as db:
        goal_set = next(one for one in db.goal_sets() if one.kod == code)
        return GoalTree(goal_set, tuple(goal for goal in db.goals() if goal.samling == code))


def change(path: Path, before: GoalTree | None, after: GoalTree | None, what: str = "prov"):
    with writing(path, "Anna") as db:
        return change_goal_set(db, before, after, what)


@pytest.fixture
def own(example_file: Path) -> Path:
    """The example with a set of three goals, the middle one linked to, bearing on the first, and with a goal below."""
    tree = edit.new_set("Våra mål", "Region Prov", ("17",), ())
    for _ in range(3):
        tree, _new = edit.with_new_goal(tree)
    tree, _new = edit.with_new_goal(tree, tree.goals[1].mal_id)
    change(example_file, None, tree)
    ids = {goal.kod: goal.mal_id for goal in tree.goals}
    with writing(example_file) as db:
        for record in list(db.objects())[:3]:
            db.add_links([GoalLink(record.objekt_id, ids["2"], 1, "Skäl")])
        db.connection.execute(
            "INSERT INTO mal_paverkan (fran_mal_id, till_mal_id, varde) VALUES (?, ?, 2)", (ids["2"], ids["1"])
        )
        db.connection.execute(
            "INSERT INTO mal_motsvarighet (mal_id, motsvarar_mal_id) SELECT ?, min(mal_id) FROM mal", (ids["2"],)
        )
    return example_file


def test_a_goal_that_goes_takes_its_links_along_and_all_of_it_comes_back(own: Path):
    before, tree = rows(own), tree_in(own, "vara_mal")
    goal = tree.by_code("2")
    done = change(own, tree, edit.without_goal(tree, goal.mal_id))
    assert done.unlinked == 3
    after = rows(own)
    assert len(after["objekt_mal"]) == len(before["objekt_mal"]) - 3
    assert len(after["mal_motsvarighet"]) == len(before["mal_motsvarighet"]) - 1
    assert tree_in(own, "vara_mal").by_code("2.1").over_id == ""
    with writing(own) as db:
        undo_goal_set(db, done)
    assert rows(own) == before


def test_a_whole_set_comes_goes_and_comes_back(own: Path):
    before, tree = rows(own), tree_in(own, "vara_mal")
    done = change(own, tree, None)
    assert done.unlinked == 3 and not any(row for row in rows(own)["malsamling"] if "vara_mal" in row)
    with writing(own) as db:
        undo_goal_set(db, done)
    assert rows(own) == before
    new = edit.own_version(tree, "Våra mål 2035", {"vara_mal"})
    made = change(own, None, new)
    assert tree_in(own, "vara_mal_2035") == replace(new, kallor=())
    with writing(own) as db:
        undo_goal_set(db, made)
    assert rows(own) == before


def test_what_somebody_else_has_changed_is_not_written_over(own: Path):
    tree = tree_in(own, "vara_mal")
    change(own, tree, edit.with_values(tree, tree.goals[0].mal_id, {"titel": "Annat"}))
    before = rows(own)
    with pytest.raises(StoreError, match="ändrats av någon annan"):
        change(own, tree, edit.with_values(tree, tree.goals[0].mal_id, {"titel": "Mitt"}))
    assert rows(own) == before


def test_every_act_is_in_the_log_with_who_and_what(own: Path):
    tree = tree_in(own, "vara_mal")
    change(own, tree, edit.with_values(tree, tree.goals[0].mal_id, {"titel": "Annat"}), "mål 1, titel")
    with reading(own) as db:
        logged = db.table("logg")[-1]
    assert (logged["vad"], logged["vem"], logged["detalj"]) == ("mal_andrade", "Anna", "Våra mål: mål 1, titel")


def test_the_addresses_of_a_set_are_kept_until_its_first_is_changed(example_file: Path):
    with writing(example_file) as db:
        db.connection.execute("UPDATE malsamling SET kallor = 'https://a.se\nhttps://b.se' WHERE kod = 'rus_varmland'")
    tree = tree_in(example_file, "rus_varmland")
    goal_set = replace(tree.goal_set, anmarkning="Nytt")
    change(example_file, tree, replace(tree, goal_set=goal_set))
    with reading(example_file) as db:
        (row,) = [one for one in db.table("malsamling") if one["kod"] == "rus_varmland"]
    assert row["kallor"] == "https://a.se\nhttps://b.se" and row["anmarkning"] == "Nytt"


def test_an_own_set_can_be_shared_in_a_template(own: Path):
    tree = edit.with_values(
        tree_in(own, "vara_mal"),
        tree_in(own, "vara_mal").goals[0].mal_id,
        {
            "titel": "<b>Fet</b>",
            "kod": "01",
            "beskrivning": "å\n\n" * 9_000 + "slut",
            "tillganglighet": ("narhet",),
            "vikt": 1.5,
        },
    )
    problems = Problems()
    read = goal_set_from(goal_set_text(tree), "vara_mal.yaml", problems, verified=False)
    assert read is not None, problems.sentences()
    assert [(goal.kod, goal.titel, goal.vikt) for goal in read.goals] == [
        (goal.kod, goal.titel, goal.vikt) for goal in tree.goals
    ]


WAYS = st.lists(
    st.tuples(st.sampled_from(["ny", "bort", "titel", *("upp", "in", "ut")]), st.integers(0, 9)), max_size=4
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WAYS)
def test_any_acts_are_undone_one_by_one(own: Path, ways):
    states, done = [rows(own)], []
    for way, place in ways:
        tree = tree_in(own, "vara_mal")
        goal = tree.goals[place % len(tree.goals)].mal_id if tree.goals else ""
        try:
            if way == "ny" or not goal:
                after = edit.with_new_goal(tree)[0]
            elif way == "bort":
                after = edit.without_goal(tree, goal)
            elif way == "titel":
                after = edit.with_values(tree, goal, {"titel": f"Titel {place}"})
            else:
                after = edit.moved(tree, goal, way)
        except GoalError:
            continue
        done.append(change(own, tree, after))
        states.append(rows(own))
    for each in reversed(done):
        assert rows(own) == states.pop()
        with writing(own) as db:
            undo_goal_set(db, each)
    assert rows(own) == states.pop()


def test_a_judgement_says_who_and_when_and_is_undone(own: Path):
    tree = tree_in(own, "vara_mal")
    goal, (one, other) = tree.by_code("3").mal_id, [each.mal_id for each in tree_in(own, "rus_varmland").goals[:2]]
    with writing(own, "Anna") as db:
        change_counterparts(db, goal, {one: "Samma sak"}, {one, other}, "prov")
    first = rows(own)
    with reading(own) as db:
        who, when = judgements(db)[(goal, one)]
    assert who == "Anna" and when.endswith("Z")
    with writing(own, "Bo") as db:
        done = change_counterparts(db, goal, {one: "Samma sak", other: ""}, {one, other}, "prov")
    with reading(own) as db:
        found = judgements(db)
    assert found[(goal, one)] == ("Anna", when) and found[(goal, other)][0] == "Bo"
    assert {each.motivering for each in read_snapshot(own).counterparts if each.mal_id == goal} == {"Samma sak", ""}
    with writing(own) as db:
        undo_counterparts(db, done)
    assert rows(own)["mal_motsvarighet"] == first["mal_motsvarighet"]
    with writing(own) as db:
        change_counterparts(db, goal, {}, {one}, "prov")
    assert not [each for each in read_snapshot(own).counterparts if each.mal_id == goal]
