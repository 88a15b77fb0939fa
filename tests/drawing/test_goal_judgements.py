"""Answers to where goals meet, and judgements of goals against goals: one step each, undone and saved as they were."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strukturbild_plugin.drawing.edits.goal_influences import judge_pair, judged_pairs
from strukturbild_plugin.drawing.edits.goal_questions import ACCEPTED, OPEN, STATUSES, questions_in, write_question
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.reader import reading
from strukturbild_plugin.store.gpkg.records import Question
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.layers import open_layer
from strukturbild_plugin.store.schema.tables import GOAL_INFLUENCES, QUESTIONS

pytestmark = pytest.mark.usefixtures("qgis_app")

SAID = st.sampled_from(("", "Vägt i samrådet", "<b>=1</b>", "å" * 500))
ANSWER = st.tuples(st.just("fråga"), st.integers(0, 2), st.sampled_from(STATUSES), SAID, SAID)
JUDGEMENT = st.tuples(st.just("par"), st.integers(0, 3), st.one_of(st.none(), st.integers(-3, 3)), SAID, SAID)


@contextlib.contextmanager
def judging(path: Path, author: str = "Åsa") -> Iterator[EditSession]:
    with reading(path) as db:
        catalogue = db.catalogue()
    tables = (QUESTIONS.name, GOAL_INFLUENCES.name)
    session = EditSession(
        {table: open_layer(path, table, table, styled=False) for table in tables}, catalogue, author, "Bord 2"
    )
    yield session
    session.close()


def question(number: int, status: str = OPEN, owner: str = "", text: str = "") -> Question:
    return Question("", f"konflikt/a/b/{number}", "konflikt", status, "a", "b", f"{number}", "", owner, text)


def as_it_is(session: EditSession) -> tuple[object, ...]:
    judged = {pair: (one.varde, one.motivering) for pair, one in judged_pairs(session).items()}
    return questions_in(session), judged


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(ANSWER, JUDGEMENT), max_size=8))
def test_whatever_is_judged_is_the_last_that_was_said_and_undone_step_by_step(
    path: Path, said: list[tuple[object, ...]]
) -> None:
    goals = [goal.mal_id for goal in read_snapshot(path).goals[:2]]
    with judging(path) as session:
        states = [as_it_is(session)]
        wanted: tuple[dict[str, tuple[str, str, str]], dict[int, tuple[int, str]]] = ({}, {})
        for kind, number, value, first, second in said:
            if kind == "fråga":
                write_question(session, question(int(number), str(value), str(first), str(second)), "Kil")
                wanted[0][f"konflikt/a/b/{number}"] = (str(value), str(first), str(second))
            else:
                pair = (goals[0], goals[1]) if int(number) % 2 else (goals[1], goals[0])
                judge_pair(session, *pair, value, str(first), "Ett → två")
                wanted[1].pop(int(number) % 2, None)
                if value is not None:
                    wanted[1][int(number) % 2] = (value, str(first))
            if as_it_is(session) != states[-1]:
                states.append(as_it_is(session))
        found = {key: (one.status, one.ansvarig, one.text) for key, one in questions_in(session).items()}
        assert found == {key: one for key, one in wanted[0].items() if one != (OPEN, "", "")}
        assert sorted(as_it_is(session)[1].values()) == sorted(wanted[1].values())
        for before in reversed(states[:-1]):
            session.undo()
            assert as_it_is(session) == before
        assert not session.can_undo()
        for after in states[1:]:
            session.redo()
            assert as_it_is(session) == after
        while session.can_undo():
            session.undo()


def test_an_answer_has_the_same_identity_in_every_copy_so_that_copies_meet_in_one_row(path: Path) -> None:
    with judging(path) as session:
        first = write_question(session, question(1, ACCEPTED, "", "Bra"), "Kil")
        session.undo()
        assert write_question(session, question(1, ACCEPTED, "", "Annat"), "Kil").fraga_id == first.fraga_id
        assert write_question(session, question(2, ACCEPTED, "", "Bra"), "Kil").fraga_id != first.fraga_id
        session.save()
    saved = read_snapshot(path).questions
    assert [(one.nyckel, one.text) for one in saved] == [("konflikt/a/b/1", "Annat"), ("konflikt/a/b/2", "Bra")]


def test_what_is_judged_has_who_group_and_moment_and_what_cannot_be_is_refused(path: Path) -> None:
    goals = [goal.mal_id for goal in read_snapshot(path).goals[:2]]
    with judging(path) as session:
        judge_pair(session, *goals, -3, " Samma mark ", "Ett → två")
        assert session.undo_text() == "Bedöm Ett → två"
        (one,) = judged_pairs(session).values()
        assert (one.varde, one.motivering, one.vem, one.grupp) == (-3, "Samma mark", "Åsa", "Bord 2") and one.tid
        with pytest.raises(StoreError, match="mot sig självt"):
            judge_pair(session, goals[0], goals[0], 1, "", "")
        with pytest.raises(StoreError, match="från −3 till"):
            judge_pair(session, *goals, 4, "", "")
        session.save()
    (saved,) = read_snapshot(path).influences
    assert (saved.varde, saved.motivering) == (-3, "Samma mark")
