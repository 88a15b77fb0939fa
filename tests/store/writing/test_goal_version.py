"""A set of goals changed for its new version: what is chosen moves, the rest stays, and all of it can be undone."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.goals.goal_library import read_goal_library
from strukturbild_plugin.goals.model import GoalLink, question_key
from strukturbild_plugin.goals.tree import goal_id
from strukturbild_plugin.store.importing.goals import import_goals
from strukturbild_plugin.store.writing.goal_version import change_goal_version, undo_goal_version
from strukturbild_plugin.store.writing.transaction import reading, writing

OLD, NEW = "rus_skane", "rus_skane_2020"
ID = {code: goal_id(OLD, code) for code in "12345"}
TO = {code: goal_id(NEW, code) for code in "123456"}
TABLES = ("malsamling", "mal", "objekt_mal", "mal_paverkan", "mal_motsvarighet", "fraga")


@pytest.fixture
def skane(example_file: Path) -> Path:
    """The example with Skåne's goals of 2014: three objects on goal 1, one on 3; goal 1 bears on goal 2."""
    import_goals(example_file, OLD)
    with writing(example_file) as db:
        names = sorted(each.objekt_id for each in db.objects())[:4]
        db.add_links([GoalLink(one, ID["1"], 2, f"Skäl {one[:4]}") for one in names[:3]])
        db.add_links([GoalLink(names[3], ID["3"], -1, "Motverkar")])
        db.connection.execute(
            "INSERT INTO mal_paverkan (fran_mal_id, till_mal_id, varde) VALUES (?, ?, 2)", (ID["1"], ID["2"])
        )
    return example_file


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY fid").fetchall() for table in TABLES}


def links(path: Path) -> dict[str, tuple[int, str]]:
    with reading(path) as db:
        return {f"{one.objekt_id}/{one.mal_id}": (one.bidrag, one.motivering) for one in db.links()}


def change(path: Path, moves: dict[str, str]):
    tree = read_goal_library().trees[NEW]
    with writing(path) as db:
        return change_goal_version(db, OLD, tree, {ID[old]: TO[new] for old, new in moves.items()})


def test_replacing_skane_2014_by_2020_moves_no_link_that_nobody_has_chosen(skane: Path):
    before = links(skane)
    done = change(skane, {})
    assert (done.moved, done.left, done.old_removed) == (0, 4, False)
    assert links(skane) == before
    with reading(skane) as db:
        goals = {goal.mal_id: goal.titel for goal in db.goals()}
        sets = {one.kod: one for one in db.goal_sets()}
    assert goals[ID["1"]] == "Erbjuda framtidstro och livskvalitet", "målet som länken pekar på säger det det sade"
    assert sets[NEW].ersatter == OLD and OLD in sets


def test_what_is_chosen_moves_with_contribution_reason_and_influences(skane: Path):
    before = links(skane)
    done = change(skane, {"1": "1", "2": "2"})
    assert (done.moved, done.left, done.old_removed) == (3 + 2, 1, False)
    assert links(skane) == {key.replace(ID["1"], TO["1"]): value for key, value in before.items()}
    with reading(skane) as db:
        assert [(one.fran_mal_id, one.till_mal_id) for one in db.influences()] == [(TO["1"], TO["2"])]
        logged = db.table("logg")[-1]
    assert logged["vad"] == "malversion" and "5 flyttade, 1 kvar att se över" in logged["detalj"]


def test_the_old_set_goes_when_nothing_hangs_on_it(skane: Path):
    assert change(skane, {"1": "1", "2": "2", "3": "4"}).old_removed
    with reading(skane) as db:
        assert OLD not in {one.kod for one in db.goal_sets()}


def test_two_old_goals_in_one_leave_the_link_that_is_there_already(skane: Path):
    with writing(skane) as db:
        first = next(one for one in db.links() if one.mal_id == ID["1"])
        db.add_links([GoalLink(first.objekt_id, ID["2"], -2, "Annat skäl")])
    done = change(skane, {"1": "1", "2": "1"})
    assert done.left == 2, "länken till mål 3, och den andra från samma objekt"
    kept = links(skane)
    assert kept[f"{first.objekt_id}/{TO['1']}"][0] == 2 and kept[f"{first.objekt_id}/{ID['2']}"] == (-2, "Annat skäl")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from("12345"), st.sampled_from("123456")), st.booleans())
def test_undo_gives_back_every_row(skane: Path, moves: dict[str, str], there_before: bool):
    file = Path(shutil.copy(skane, skane.with_name("prov.gpkg")))
    if there_before:
        import_goals(file, NEW)
    before = rows(file)
    done = change(file, moves)
    with writing(file) as db:
        undo_goal_version(db, done)
    after = rows(file)
    assert {table: sorted(map(repr, found)) for table, found in after.items()} == {
        table: sorted(map(repr, found)) for table, found in before.items()
    }


def test_what_has_changed_since_the_choice_is_refused(skane: Path):
    tree = read_goal_library().trees[NEW]
    before = rows(skane)
    with pytest.raises(StoreError, match="Byt till ny version"), writing(skane) as db:
        change_goal_version(db, OLD, tree, {"borta": TO["1"]})
    assert rows(skane) == before


def test_what_was_answered_where_goals_meet_is_found_again_with_the_new_goals(skane: Path) -> None:
    with writing(skane) as db:
        one, other = sorted(each.objekt_id for each in db.objects())[:2]
        goals = (ID["1"], ID["3"])
        key = question_key("konflikt", (other, one), goals)
        db.connection.executemany(
            "INSERT INTO fraga (fraga_id, nyckel, slag, status, objekt_id, andra_objekt_id, mal_id, andra_mal_id) "
            "VALUES (?, ?, 'konflikt', 'hanterad', ?, ?, ?, ?)",
            [("f1", key, one, other, *goals), ("f2", "någons egen", one, other, *goals)],
        )
    before = rows(skane)
    done = change(skane, {"1": "6", "3": "2"})
    with reading(skane) as db:
        found = {each.fraga_id: each for each in db.questions()}
    moved = (TO["6"], TO["2"])
    assert found["f1"].nyckel == question_key("konflikt", (one, other), moved) != key
    assert (found["f1"].mal_id, found["f1"].andra_mal_id) == moved and found["f2"].nyckel == "någons egen"
    with writing(skane) as db:
        undo_goal_version(db, done)
    assert rows(skane)["fraga"] == before["fraga"]


def test_answers_to_two_questions_that_become_one_do_not_hide_each_other_and_can_be_undone(skane: Path):
    with writing(skane) as db:
        first, second = sorted(each.objekt_id for each in db.objects())[:2]
        for number in "45":
            key = question_key("konflikt", (first, second), (ID[number],))
            db.connection.execute(
                "INSERT INTO fraga (fraga_id, nyckel, slag, status, objekt_id, andra_objekt_id, mal_id, text) "
                "VALUES (?, ?, 'konflikt', 'hanterad', ?, ?, ?, ?)",
                (f"q{number}", key, first, second, ID[number], f"Svar {number}"),
            )
    before = rows(skane)["fraga"]
    done = change(skane, {"4": "1", "5": "1"})
    with reading(skane) as db:
        there = {one.nyckel: (one.text, one.mal_id) for one in db.questions()}
    assert sorted(there.values()) == [("Svar 4", TO["1"]), ("Svar 5", ID["5"])] and not done.old_removed
    with writing(skane) as db:
        undo_goal_version(db, done)
    assert [row[:2] for row in rows(skane)["fraga"]] == [row[:2] for row in before]


def test_a_change_can_be_undone_though_the_old_set_has_been_fetched_again(example_file: Path):
    import_goals(example_file, OLD)
    before = {table: len(listed) for table, listed in rows(example_file).items()}
    done = change(example_file, {})
    assert done.old_removed
    import_goals(example_file, OLD)
    with writing(example_file) as db:
        undo_goal_version(db, done)
    assert {table: len(listed) for table, listed in rows(example_file).items()} == before
