"""Decisions made in the open layers: every choice of every kind of conflict does what it says, as one undo step."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.goal_links import goal_links_of
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.gui.workshop_review.conflict_rows import ConflictRows
from strukturbild_plugin.gui.workshop_review.conflict_words import StrukturbildWords
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.conflict_sentences import choice_text
from strukturbild_plugin.workshop.conflicts import review_tables
from strukturbild_plugin.workshop.decisions import BOTH, EDITED, KEEP, ONE, OTHER, choices, postpone
from strukturbild_plugin.workshop.questions.question import MergeQuestion, alike_questions, questions
from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
from tests.drawing.helpers import held, line_of, places_of
from tests.gui.workshop_review.helpers import (
    ÖREBRO_EAST,
    ÖREBRO_WEST,
    choose,
    conflict,
    merged_file,
    reviewed,
)
from tests.store.helpers import karlstad, line, new_file, point
from tests.workshop.helpers import change, conflicts, merged, print_of
from tests.workshop.helpers import rows as rows_in

Pick = tuple[int, int, bool]
"""Which conflict, which choice, and whether it is saved then."""
Review = tuple[EditSession, ConflictRows]
Look = Callable[[EditSession, str], object]


def _named(session: EditSession, *names: str) -> bool:
    return set(names) <= {one.namn for one in session.objects.all()}


def _there(session: EditSession, objekt_id: str, lager: str) -> bool:
    known = session.objects.get(objekt_id)
    return known is not None and known.lager == lager


def _column(session: EditSession, objekt_id: str, column: str) -> object:
    return session.feature(objekt_id)[column]


def _second(session: EditSession, objekt_id: str, name: str) -> bool:
    """Whether a second object with this name comes from the first, and has its goals."""
    made = [one for one in session.objects.all() if one.ursprung_id == objekt_id]
    goals = [{link.mal_id for link in goal_links_of(session, one)} for one in (objekt_id, *(m.objekt_id for m in made))]
    return [one.namn for one in made] == [name] and goals[0] == goals[1]


DOES: dict[tuple[str, str, str], Look] = {
    ("olika", "namn", ONE): lambda s, _id: _named(s, "Solstaden"),
    ("olika", "namn", OTHER): lambda s, _id: _named(s, "Residensstaden"),
    ("olika", "namn", KEEP): lambda s, _id: _named(s, "Karlstad"),
    ("olika", "namn", BOTH): lambda s, i: _named(s, "Solstaden") and _second(s, i, "Residensstaden (Bord 2)"),
    ("olika", "namn", EDITED): lambda s, _id: _named(s, "Eget ord"),
    ("olika", "niva", ONE): lambda s, i: _column(s, i, "niva") == "regional",
    ("olika", "niva", OTHER): lambda s, i: _column(s, i, "niva") == "lokal",
    ("olika", "niva", KEEP): lambda s, i: _column(s, i, "niva") == "storregional",
    ("olika", "niva", BOTH): lambda s, i: (
        _column(s, i, "niva") == "regional" and _second(s, i, "Nobelbanestråket (Bord 2)")
    ),
    ("olika", "niva", EDITED): lambda s, i: _column(s, i, "niva") == "Eget ord",
    ("olika", "beskrivning", ONE): lambda s, i: str(_column(s, i, "beskrivning")).startswith("Staden"),
    ("olika", "beskrivning", OTHER): lambda s, i: str(_column(s, i, "beskrivning")).startswith("Ingen"),
    ("olika", "beskrivning", KEEP): lambda s, i: _column(s, i, "beskrivning") == "Möts här",
    ("olika", "beskrivning", BOTH): lambda s, i: _second(s, i, "Örebro (Bord 2)"),
    ("olika", "beskrivning", EDITED): lambda s, i: _column(s, i, "beskrivning") == "Eget ord",
    ("olika", "geom", ONE): lambda s, i: places_of(s, i) == [ÖREBRO_WEST] == [_end_of_link(s)],
    ("olika", "geom", OTHER): lambda s, i: places_of(s, i) == [ÖREBRO_EAST] == [_end_of_link(s)],
    ("olika", "geom", KEEP): lambda s, i: places_of(s, i) == [(511000.0, 6571000.0)] == [_end_of_link(s)],
    ("olika", "geom", BOTH): lambda s, i: places_of(s, i) == [ÖREBRO_WEST] and _second(s, i, "Örebro (Bord 2)"),
    ("borttagen", "", ONE): lambda s, i: s.objects.get(i) is None,
    ("borttagen", "", OTHER): lambda s, _id: _named(s, "Gröna kilen"),
    ("anvand", "", ONE): lambda s, i: i not in _goals(s) and i not in _linked(s),
    ("anvand", "", OTHER): lambda s, i: i in _goals(s) and i in _linked(s),
    ("annat_slag", "", ONE): lambda s, i: _there(s, i, "strak"),
    ("annat_slag", "", OTHER): lambda s, i: _there(s, i, "barriar") and _named(s, "Klarälven"),
    ("annat_slag", "", KEEP): lambda s, i: _there(s, i, "barriar") and _named(s, "Älven"),
    ("annat_slag", "", BOTH): lambda s, i: _there(s, i, "strak") and _second(s, i, "Klarälven (Bord 2)"),
    ("samma_objekt", "", ONE): lambda s, i: places_of(s, i) == [ÖREBRO_WEST] and _named(s, "Örebro"),
    ("samma_objekt", "", OTHER): lambda s, i: places_of(s, i) == [(511000.0, 6571000.0)] and _named(s, "Solstaden"),
    ("samma_objekt", "", KEEP): lambda s, i: places_of(s, i) == [ÖREBRO_WEST] and _named(s, "Solstaden"),
    ("samma_objekt", "", BOTH): lambda s, i: places_of(s, i) == [ÖREBRO_WEST] and _second(s, i, "Solstaden (Bord 2)"),
}
"""Kind of conflict, column and choice, and what is so afterwards."""


def _end_of_link(session: EditSession) -> tuple[float, float]:
    link = next(one for one in session.objects.all() if one.lager == "samband")
    return line_of(session, link.objekt_id)[-1]


def _goals(session: EditSession) -> set[str]:
    return {row["mal_id"] for row in session.layer("mal").getFeatures()}


def _linked(session: EditSession) -> set[str]:
    return {row["mal_id"] for row in session.layer("objekt_mal").getFeatures()}


@pytest.fixture
def qgis(qgis_app: QgsApplication) -> QgsApplication:
    return qgis_app


@pytest.mark.parametrize("strict", [False, True])
def test_every_choice_of_every_kind_does_what_it_says_and_is_one_step_to_undo(
    strict: bool, tmp_path: Path, qgis: QgsApplication
) -> None:
    path, _copies = merged_file(tmp_path, strict)
    tried = set()
    with reviewed(path) as (session, rows):
        for one in rows.conflicts():
            for choice in choices(one, rows.current(one.key)):
                before, log = held(session), session.layer("logg").featureCount()
                choose(rows, one, choice, "Eget ord")
                tried.add((one.kind, one.column, choice))
                assert DOES[one.kind, one.column, choice](session, one.key.rad_id), (one.kind, one.column, choice)
                decided = conflict(rows, one.kind, one.column)
                assert (decided.status, session.layer("logg").featureCount()) == ("avgjord", log + 1)
                if saved := choice in (ONE, BOTH):  # through a save, or before it
                    session.save()
                    assert held(session, in_the_file=True) == held(session)
                session.undo()
                assert held(session) == before, f"{one.kind} {one.column} {choice} är inte ångrad helt"
                if saved:
                    session.save()
                    assert held(session, in_the_file=True) == before
    expected = {each for each in DOES if (each[0] == "samma_objekt") == strict}
    assert tried == expected


def test_who_when_and_why_stand_in_the_file(tmp_path: Path, qgis: QgsApplication) -> None:
    path, _copies = merged_file(tmp_path)
    with reviewed(path) as (session, rows):
        choose(rows, conflict(rows, "olika", "namn"), OTHER, new=lambda: "ett-id")
        session.save()
    row = next(each for each in conflicts(path) if each["kolumn"] == "namn")
    assert [row[name] for name in ("val", "beslut", "skal", "beslut_av")] == [
        *("andra", '"Residensstaden"', "Sagt på mötet", "Åsa")
    ]
    assert row["beslut_tid"].endswith("Z")
    connection = connect(path, writes=False)
    said = connection.execute("SELECT vem, vad, objekt_id, detalj, handelse_id FROM logg WHERE logg_id = 'ett-id'")
    assert said.fetchone() == ("Åsa", "beslut", row["objekt_id"], "Mening. Sagt på mötet.", row["handelse_id"])
    connection.close()


def test_what_is_decided_does_not_come_back_when_copies_are_merged_again(tmp_path: Path, qgis: QgsApplication) -> None:
    path, copies = merged_file(tmp_path)
    with reviewed(path) as (session, rows):
        for one, choice in zip(rows.conflicts(), itertools.cycle((ONE, OTHER, BOTH))):
            able = choices(one, rows.current(one.key))
            choose(rows, one, choice if choice in able else able[-1], "Eget ord")
        session.save()
    assert review_tables(path) == ()
    late = Path(copies[2])
    change(late, "Karlstad", niva="regional")
    again = merged(path, copies)
    assert (again.conflicts, again.waiting) == (0, 0)
    known = {one.objekt_id: one for one in read_snapshot(path).objects}
    result = {one.objekt_id: one for one in read_snapshot(again.path).objects}
    differ = [one for one in known if result[one].wkb != known[one].wkb or result[one].namn != known[one].namn]
    assert known.keys() == result.keys() and differ == []
    assert print_of(merged(again.path, copies).path) == print_of(again.path)


def test_a_deleted_goal_takes_what_is_said_of_it_along_and_undo_brings_all_back(
    tmp_path: Path, qgis: QgsApplication
) -> None:
    path, _copies = merged_file(tmp_path)
    goal = next(each["rad_id"] for each in conflicts(path) if each["slag"] == "anvand")
    with contextlib.closing(connect(path)) as db, db:
        other, third = (row[0] for row in db.execute("SELECT mal_id FROM mal WHERE mal_id <> ? LIMIT 2", (goal,)))
        into = "INSERT INTO {} (fran_mal_id, till_mal_id, varde) VALUES (?, ?, 2)".format("mal_paverkan")
        db.executemany(into, [(goal, other), (other, goal), (other, third)])
        db.execute("INSERT INTO mal_motsvarighet (mal_id, motsvarar_mal_id) VALUES (?, ?)", (other, goal))
    said = rows_in(path, ("mal", "mal_paverkan", "mal_motsvarighet"))
    with reviewed(path) as (session, rows):
        for saves in (False, True):
            choose(rows, conflict(rows, "anvand"), ONE)
            left = [(row["fran_mal_id"], row["till_mal_id"]) for row in session.layer("mal_paverkan").getFeatures()]
            assert left == [(other, third)] and session.layer("mal_motsvarighet").featureCount() == 0
            if saves:
                session.save()
            session.undo()
            session.save()
            assert rows_in(path, said) == said


def test_a_choice_that_deletes_says_what_goes_along(tmp_path: Path, qgis: QgsApplication) -> None:
    path, _copies = merged_file(tmp_path)
    gone = next(one["rad_id"] for one in conflicts(path) if one["slag"] == "borttagen")
    snapshot = read_snapshot(path)
    with writing(path, "Bord 2") as db:
        db.add_links([GoalLink(gone, goal.mal_id, 1) for goal in snapshot.goals[:2]])
        into = "INSERT INTO rost (rost_id, objekt_id, vem, grupp, x, y) VALUES ('r1', ?, 'Bord 2', 'Bord 2', 1, 1)"
        db.connection.execute(into, (gone,))
    with reviewed(path) as (session, rows):
        one = conflict(rows, "borttagen")
        words = StrukturbildWords(rows, snapshot, session.layers, "sv")
        deletes = ONE if one.one is None else OTHER
        said = choice_text(MergeQuestion((one,)), deletes, words, rows.current(one.key))
        assert said == "Då försvinner också målkopplingar: 2 och röster: 1."
        kept = OTHER if deletes == ONE else ONE
        assert "försvinner" not in choice_text(MergeQuestion((one,)), kept, words, rows.current(one.key))


def test_a_chosen_line_ends_at_its_nodes_where_they_lie_now(tmp_path: Path, qgis: QgsApplication) -> None:
    """One group moves the node, two draw the stråk anew, one of them turned round."""
    main = new_file(tmp_path)
    with writing(main, "anna") as db:
        town, other, corridor, *_ = karlstad()
        db.add_objects([town, other, replace(corridor, attribut={"noder": f"{{{town.objekt_id},{other.objekt_id}}}"})])
    plan = WorkshopPlan("Målbild", tuple(Group(f"Bord {number}") for number in range(1, 4)))
    one, two, three = start_workshop(main, tmp_path, plan, "anna").files
    west, east = (414000.0, 6584000.0), (511000.0, 6571000.0)
    change(one, "Nobelbanestråket", wkb=line(west, (460000.0, 6610000.0), east))
    change(two, "Nobelbanestråket", wkb=line(east, (470000.0, 6560000.0), west))
    change(three, "Örebro", wkb=point(ÖREBRO_EAST))
    path = merged(main, (one, two, three)).path
    with reviewed(path) as (session, rows):
        assert line_of(session, corridor.objekt_id)[-1] == ÖREBRO_EAST
        for choice, ends in ((ONE, [west, ÖREBRO_EAST]), (OTHER, [ÖREBRO_EAST, west])):
            before = held(session)
            choose(rows, conflict(rows, "olika", "geom"), choice)
            drawn = line_of(session, corridor.objekt_id)
            assert [drawn[0], drawn[-1]] == ends and len(drawn) >= 3
            session.undo()
            assert held(session) == before


def test_a_goal_set_that_is_used_is_not_taken_away_by_a_choice(tmp_path: Path, qgis: QgsApplication) -> None:
    path, _copies = merged_file(tmp_path)
    with reviewed(path) as (session, rows):
        one = conflict(rows, "anvand")
        goals = session.layer("mal")
        goals.startEditing()
        child = next(row for row in goals.getFeatures() if row["mal_id"] != one.key.rad_id)
        goals.changeAttributeValue(child.id(), goals.fields().indexOf("over_id"), one.key.rad_id)
        with pytest.raises(StoreError, match="används av 1 andra"):
            choose(rows, one, ONE)
        assert conflict(rows, "anvand").is_open and one.key.rad_id in _goals(session)


@pytest.fixture(scope="module")
def open_review(tmp_path_factory: pytest.TempPathFactory, qgis_app: QgsApplication) -> Iterator[Review]:
    """One that lies open from example to example."""
    with reviewed(merged_file(tmp_path_factory.mktemp("vilka"))[0]) as opened:
        yield opened


@settings(max_examples=6)
@given(picks=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 5), st.booleans()), min_size=2, max_size=6))
def test_any_row_of_decisions_is_undone_to_where_it_began(picks: list[Pick], open_review: Review) -> None:
    session, rows = open_review
    before, done = held(session), 0
    for at, choice, saves in picks:
        one = rows.conflicts()[at]
        if not one.is_open:
            continue
        able = choices(one, rows.current(one.key))
        if choice == len(able):
            rows.make(postpone(one), "Skjut upp")
        else:
            choose(rows, one, able[choice % len(able)], "Eget ord")
        done += 1
        if saves:
            session.save()
    after = held(session)
    for _ in range(done):
        session.undo()
    assert held(session) == before
    for _ in range(done):
        session.redo()
    assert held(session) == after
    for _ in range(done):
        session.undo()


def test_the_same_choice_holds_for_those_alike(tmp_path: Path, qgis: QgsApplication) -> None:
    path, _copies = merged_file(tmp_path)
    with reviewed(path) as (_session, rows):
        all_of_them = rows.conflicts()
        name = conflict(rows, "olika", "namn")
        asked = MergeQuestion((name,))
        assert alike_questions(asked, questions(all_of_them)) == []
        twin = type(name)(**{**vars(name), "konflikt_id": "en till"})
        assert alike_questions(asked, [*questions(all_of_them), MergeQuestion((twin,))]) == [MergeQuestion((twin,))]
