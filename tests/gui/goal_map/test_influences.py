"""Goals against goals: only pairs that share objects are asked, each judgement has its author, and is one undo step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.analysis.goal_influence import MOST_PAIRS
from strukturbild_plugin.drawing.edits.goal_influences import judged_pairs
from strukturbild_plugin.gui.goal_map.goal_map_page import INFLUENCES, QUESTIONS
from strukturbild_plugin.gui.goal_map.influence_view import GOALS, PAIRS, WORST
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import texts, wait


@pytest.fixture(autouse=True)
def somebody(dock: Any) -> Iterator[None]:
    """Who judges."""
    dock.tools.who.choose("Anna", "")
    yield
    dock.tools.who.choose("", "")


def influences(dock: Any, kind: str = PAIRS) -> Any:
    dock.tabs.goal_map_page.show_view(INFLUENCES)
    view = dock.tabs.goal_map_page.influences
    view.lists.setCurrentIndex(view.lists.findData(kind))
    wait(lambda: not dock.tabs.goal_map.waits)
    return view


def lines(view: Any) -> list[str]:
    return [view.tree.topLevelItem(place).text(0) for place in range(view.tree.topLevelItemCount())]


def judge(dock: Any, pair: tuple[str, str], value: int | None, reason: str = "") -> Any:
    view = influences(dock)
    view.choose(*pair)
    QApplication.processEvents()
    view.reason.setText(reason)
    view.value.setCurrentIndex(view.value.findData(value))
    view.value.activated.emit(view.value.currentIndex())
    QApplication.processEvents()
    return view


def test_pairs_that_share_objects_are_asked_and_not_judged_is_not_zero(dock: Any) -> None:
    view, control = influences(dock), dock.tabs.goal_influences
    assert 0 < len(control.asked) <= MOST_PAIRS and all(each.endswith("\nInte bedömt") for each in lines(view))
    pair = control.asked[0]
    judge(dock, pair, 0)
    assert judged_pairs(dock.tools.edit_session)[pair].varde == 0
    assert lines(view)[0].endswith("\n0 Påverkar inte")
    shared = set(dock.tools.selection.ids)
    for goal in pair:
        assert shared <= {one.objekt_id for one in dock.tabs.goal_map.coverage.links if one.mal_id == goal}
    assert shared and dock.tabs.goal_map_page.summary.text().startswith("1 av ")
    dock.tools.undo()
    wait(lambda: lines(view)[0].endswith("\nInte bedömt"), 5)
    assert not judged_pairs(dock.tools.edit_session)


def test_a_judgement_has_person_group_and_moment_and_the_worst_come_first(dock: Any) -> None:
    session, control = dock.tools.edit_session, dock.tabs.goal_influences
    influences(dock)
    first, second, third = control.asked[:3]
    view = judge(dock, first, -1, "Markanspråk")
    dock.tools.who.choose("Åsa", "Bord 2")
    judge(dock, second, -3, "<i>Samma</i> mark")
    assert "Åsa, Bord 2, 20" in view.who.text()
    judge(dock, third, 2)
    view = influences(dock, WORST)
    assert [line.rsplit("\n", 1)[1] for line in lines(view)] == ["−3 Omöjliggör", "−1 Begränsar"]
    view = influences(dock, GOALS)
    assert any("Mest mot" in line and "i två steg" in line for line in lines(view))
    assert not view.form.isVisible()
    table = control.table()
    assert [row[2] for row in table.rows] == [-3, -1, 2] and table.rows[0][4:7] == (
        "<i>Samma</i> mark",
        "Åsa",
        "Bord 2",
    )
    assert dock.session.save()
    wait(lambda: not dock.session.runner.busy)
    saved = {
        (one.fran_mal_id, one.till_mal_id): one.varde for one in read_snapshot(dock.session.opened.path).influences
    }
    assert saved == {first: -1, second: -3, third: 2}
    for pair in (first, second, third):
        judge(dock, pair, None)
    assert not judged_pairs(session) and dock.session.save()
    wait(lambda: not dock.session.runner.busy)


def test_a_judgement_makes_questions_on_the_map(dock: Any) -> None:
    influences(dock)
    pair = dock.tabs.goal_influences.asked[0]
    judge(dock, pair, -2)
    dock.tabs.goal_map_page.show_view(QUESTIONS)
    control = dock.tabs.goal_questions
    wait(lambda: bool(control.found) and not control.waits and not dock.tabs.goal_map.waits, 20)
    both = set(pair)
    assert any({one.question.mal_id, one.question.andra_mal_id} == both for one in control.found)
    dock.tools.undo()
    wait(
        lambda: (
            not control.waits
            and not any(
                {one.question.mal_id, one.question.andra_mal_id} == both and one.meeting.strength == -4
                for one in control.found
            )
        ),
        20,
    )


def test_a_reason_without_a_judgement_is_not_thrown_away(dock: Any) -> None:
    view = influences(dock)
    view.choose(*dock.tabs.goal_influences.asked[0])
    view.reason.setText("Varför inte")
    view.reason.keep()
    assert any("Välj hur målet påverkas" in each for each in texts(dock)) and view.reason.text() == "Varför inte"
    assert not judged_pairs(dock.tools.edit_session)


def test_a_judgement_without_anybody_is_refused_with_a_way_to_say_who(dock: Any) -> None:
    influences(dock)
    pair = dock.tabs.goal_influences.asked[0]
    dock.tools.who.choose("", "")
    view = judge(dock, pair, -2)
    assert not judged_pairs(dock.tools.edit_session) and view.value.value() is None
    assert any("Skriv först vem som bedömer." in each for each in texts(dock))


def test_who_judges_is_asked_for_on_the_page_before_anything_is_chosen(dock: Any) -> None:
    view = influences(dock)
    view.choose(*dock.tabs.goal_influences.asked[0])
    assert view.form.isEnabled() and not view.ask_who.isVisible() and view.who.text() == "Ingen har bedömt paret än."
    dock.tools.who.choose("", "")
    assert not view.form.isEnabled() and view.ask_who.isVisible() and "person eller en grupp" in view.who.text()
    dock.tools.who.choose("Åsa", "")
    assert view.form.isEnabled() and not view.ask_who.isVisible()


def test_an_empty_list_says_why(dock: Any) -> None:
    view = influences(dock, WORST)
    assert not view.tree.isVisible() and view.nothing.text() == "Inget par är bedömt än."
    judge(dock, dock.tabs.goal_influences.asked[0], 2)
    view = influences(dock, WORST)
    assert view.nothing.isVisible() and view.nothing.text() == "Inget mål motverkar ett annat enligt bedömningarna."
    assert influences(dock, PAIRS).tree.isVisible() and not view.nothing.isVisible()
