"""Comments and dot votes in the open layers: what they say, who may take them back, and one undo step each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.comments import (
    Comment,
    add_comment,
    answer_comment,
    answers_to,
    comments_in,
    delete_comment,
    set_done,
)
from strukturbild_plugin.drawing.edits.objects import delete_object
from strukturbild_plugin.drawing.edits.votes import (
    DOTS,
    dots_left,
    put_vote,
    take_back_vote,
    votes_by_object,
    votes_in,
)
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.connection import connect, dict_rows
from tests.drawing.helpers import desk_with_votes, held, towns
from tests.store.helpers import TARGET, new_file

pytestmark = pytest.mark.usefixtures("qgis_app")
PLACE, OTHER_PLACE = (430000.0, 6590000.25), (440000.0, 6600000.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(tmp_path)


@pytest.fixture
def session(qgis_app: QgsApplication, path: Path) -> Iterator[EditSession]:
    made = desk_with_votes(path)
    yield made
    made.close()


def rows(path: Path, table: str) -> list[dict[str, object]]:
    connection = connect(path, writes=False)
    found = [dict(row) for row in dict_rows(connection, table)]
    connection.close()
    return found


def one(session: EditSession, kommentar_id: str) -> Comment:
    return next(each for each in comments_in(session) if each.kommentar_id == kommentar_id)


def test_a_comment_is_answered_ended_and_saved_with_who_and_where(session: EditSession, path: Path) -> None:
    town = towns(session)[0]
    made = add_comment(session, "  Flytta hit!\nDet är nära.  ", PLACE, town, TARGET, "verkstad")
    session.author, session.group = "Bo", "Bord 3"
    answer_comment(session, one(session, made), "Nej", "verkstad")
    set_done(session, one(session, made), True)
    session.save()
    comment, answer = sorted(rows(path, "kommentar"), key=lambda row: str(row["svar_pa"] or ""))
    assert (comment["text"], comment["objekt_id"], comment["bild_id"]) == ("Flytta hit!\nDet är nära.", town, TARGET)
    assert (comment["skapad_av"], comment["grupp"], comment["andrad_av"]) == ("Åsa", "Bord 2", "Bo")
    assert (comment["status"], comment["workshop_id"]) == ("klar", "verkstad")
    assert (answer["svar_pa"], answer["objekt_id"], answer["grupp"]) == (made, town, "Bord 3")
    assert one(session, made).place == PLACE == answers_to(comments_in(session), made)[0].place


def test_nothing_is_no_comment(session: EditSession) -> None:
    with pytest.raises(StoreError, match="tom"):
        add_comment(session, " \n ", PLACE)
    assert comments_in(session) == () and not session.can_undo()


def test_what_others_have_answered_is_not_taken_away(session: EditSession) -> None:
    made = add_comment(session, "Flytta hit!", PLACE)
    answer_comment(session, one(session, made), "Eller dit")
    session.group = "Bord 3"
    other = answer_comment(session, one(session, made), "Nej")
    session.group = "Bord 2"
    with pytest.raises(StoreError, match="klar i stället"):
        delete_comment(session, one(session, made))
    assert len(comments_in(session)) == 3
    session.group = "Bord 3"
    delete_comment(session, one(session, other))
    session.group = "Bord 2"
    delete_comment(session, one(session, made))
    assert comments_in(session) == ()


def test_each_group_has_five_dots_in_each_workshop_and_takes_back_its_own(session: EditSession, path: Path) -> None:
    first, second, _third = towns(session)
    for _ in range(DOTS - 1):
        put_vote(session, PLACE, first, TARGET, "verkstad")
    mine = put_vote(session, OTHER_PLACE, second, TARGET, "verkstad")
    with pytest.raises(StoreError, match="Alla 5 prickar"):
        put_vote(session, PLACE, first, TARGET, "verkstad")
    assert (dots_left(session, "verkstad"), dots_left(session, "en annan")) == (0, DOTS)
    session.group = "Bord 3"
    with pytest.raises(StoreError, match="någon annans"):
        take_back_vote(session, mine)
    put_vote(session, PLACE, "", TARGET, "verkstad")
    assert votes_by_object(votes_in(session)) == {first: DOTS - 1, second: 1, "": 1}
    session.group = "Bord 2"
    take_back_vote(session, mine)
    assert dots_left(session, "verkstad") == 1
    session.save()
    saved = [row for row in rows(path, "rost") if row["grupp"] == "Bord 3"]
    assert [(row["vem"], row["x"], row["y"], row["varde"], row["workshop_id"], row["objekt_id"]) for row in saved] == [
        ("Åsa", *PLACE, 1, "verkstad", None)
    ]
    assert all(row["tid"] for row in saved)


def test_the_votes_on_an_object_go_and_come_back_with_it_also_when_it_is_saved_between(
    session: EditSession, path: Path
) -> None:
    town = towns(session)[0]
    put_vote(session, PLACE, town, TARGET)
    add_comment(session, "Varför?", PLACE, town, TARGET)
    session.save()
    delete_object(session, town)
    assert (votes_in(session), comments_in(session)[0].objekt_id) == ((), "")
    session.save()
    assert rows(path, "rost") == []
    session.undo()
    session.save()
    assert [row["objekt_id"] for row in rows(path, "rost")] == [town] == [vote.objekt_id for vote in votes_in(session)]
    assert [row["objekt_id"] for row in rows(path, "kommentar")] == [town]


def test_with_nobody_named_a_person_has_dots_of_their_own(session: EditSession) -> None:
    session.group, session.author = "", "Åsa"
    put_vote(session, PLACE)
    assert dots_left(session) == DOTS - 1
    session.author = "Bo"
    assert dots_left(session) == DOTS


Act = tuple[str, int, str]
_ACTS = st.lists(
    st.tuples(
        st.sampled_from(("kommentera", "svara", "klart", "ta bort", "rösta", "ta tillbaka")),
        st.integers(0, 5),
        st.sampled_from(("Bord 1", "Bord 2")),
    ),
    min_size=1,
    max_size=12,
)


def act(session: EditSession, kind: str, number: int, group: str) -> None:
    """One of the things that can be done; what is refused is not done."""
    session.group = group
    comments, votes = comments_in(session), votes_in(session)
    chosen = comments[number % len(comments)] if comments else None
    if kind == "kommentera":
        add_comment(session, f"Nummer {number}", (430000.0 + number, 6590000.0), "", TARGET)
    elif kind == "rösta":
        put_vote(session, (430000.0 + number, 6590000.0), "", TARGET)
    elif kind == "ta tillbaka" and votes:
        take_back_vote(session, votes[number % len(votes)].rost_id)
    elif kind == "svara" and chosen is not None:
        answer_comment(session, chosen, f"Svar {number}")
    elif kind == "klart" and chosen is not None:
        set_done(session, chosen, chosen.is_open)
    elif kind == "ta bort" and chosen is not None and chosen.is_of(session.author, session.group):
        delete_comment(session, chosen)


@given(acts=_ACTS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_is_one_step_each_undone_and_done_again(session: EditSession, acts: list[Act]) -> None:
    while session.can_undo():
        session.undo()
    states = [held(session)]
    for kind, number, group in acts:
        try:
            act(session, kind, number, group)
        except StoreError:
            assert held(session) == states[-1]
        if held(session) != states[-1]:
            states.append(held(session))
    for before in reversed(states[:-1]):
        assert session.undo() and held(session) == before
    for after in states[1:]:
        assert session.redo() and held(session) == after
