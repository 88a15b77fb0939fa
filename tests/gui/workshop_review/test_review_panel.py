"""The review in the dock: seven conflicts decided with the mouse, without a dialog; undone; and told of elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QFocusEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.checks.engine.finding import REVIEW
from strukturbild_plugin.drawing.edits.objects import add_object
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.export.workshop_papers import button_texts
from strukturbild_plugin.store.gpkg.connection import connect, dict_rows
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.drawing.helpers import NODE
from tests.gui.dock_helpers import opened_dock, settle, texts, wait
from tests.gui.workshop_review.helpers import linked_twice, merged_file
from tests.workshop.helpers import conflicts

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dock(qgis_app: QgsApplication, tmp_path: Path) -> Iterator[Any]:
    """The dock with the merged file open, and all its conflicts read."""
    (tmp_path / "in").mkdir()
    for made in opened_dock(merged_file(tmp_path / "in")[0], tmp_path):
        wait(lambda made=made: made.tabs.review.waiting() == 7)
        yield made


def logged(path: Path) -> list[str]:
    connection = connect(path, writes=False)
    found = [str(row["detalj"]) for row in dict_rows(connection, "logg")]
    connection.close()
    return found


def test_seven_conflicts_are_decided_in_the_dock_and_taken_back(dock: Any) -> None:
    page, review, preview = dock.tabs.review_page, dock.tabs.review, dock.tabs.review.preview
    assert review.sentence() == "7 frågor efter sammanslagningen väntar."
    (finding,) = (one for one in dock.check_page.findings if one.regel == "H03")
    assert dock.edition_page.waiting.text().startswith("7 frågor") and finding.atgarder[0].opens == REVIEW
    dock.parent().show()
    dock.check_work.apply_fix(finding.atgarder[0])
    wait(lambda: bool(page.buttons))
    assert dock.tabs.currentWidget() is page and review.sentence() == ""
    clicks, seen, modal = 0, [], False
    while review.waiting():
        left = review.waiting()
        seen.append((page.place.text(), page.sentence.text()))
        button = page.buttons["andra"]
        QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
        assert preview.pointed == "andra"
        modal = modal or QApplication.activeModalWidget() is not None
        QTest.mouseClick(button, LEFT)
        clicks += 1
        wait(lambda left=left: review.waiting() < left)
    assert (clicks, modal) == (7, False) and {one for _, one in seen} >= {
        "Bord 1 döpte om Karlstad till ”Solstaden”, Bord 2 till ”Residensstaden”.",
        "Bord 1 och Bord 2 har flyttat Örebro till olika platser.",
        "Bord 1 tog bort Kilen, Bord 2 döpte om det till ”Gröna kilen”.",
        "Bord 1 gjorde Älven till Stråk, Bord 2 döpte om det till ”Klarälven”.",
    }
    assert [place for place, _ in seen] == [f"{number} av 7" for number in range(1, 8)]
    wait(lambda: page.done.text().startswith("Alla 7 frågor"))
    dock.tools.undo()
    wait(lambda: review.waiting() == 1)
    assert page.sentence.text() == seen[-1][1] and page.place.text() == "7 av 7"
    dock.session.save()
    path = dock.session.opened.path
    assert read_snapshot(path).waiting_conflicts == 1
    assert sorted(row["status"] for row in conflicts(path)) == ["avgjord"] * 6 + ["oppen"]


def test_what_is_postponed_comes_last_and_one_may_write_oneself(dock: Any) -> None:
    page, review = dock.tabs.review_page, dock.tabs.review
    dock.parent().show()
    dock.tabs.open_review()
    wait(lambda: bool(page.buttons))
    first = page.sentence.text()
    QTest.mouseClick(page.later, LEFT)
    wait(lambda: page.sentence.text() != first)
    while "Karlstad" not in page.sentence.text():
        QTest.mouseClick(page.after, LEFT)
    page.reason.setText("Så heter den")
    QTest.mouseClick(page.buttons["egen"], LEFT)
    assert page.own_text.toPlainText() == "Karlstad"
    QTest.keyClicks(page.own_text, "Karlstad i Varmland")
    QTest.keyClick(page.own_text, Qt.Key.Key_Return)  # a name has no lines: Enter is the answer
    wait(lambda: review.waiting() == 6)
    QTest.mouseClick(page.before, LEFT)
    assert {one.namn for one in dock.tools.edit_session.objects.all()} >= {"Karlstad i Varmland"}
    dock.session.save()
    rows = {row["kolumn"]: row for row in conflicts(dock.session.opened.path)}
    log = next(row for row in logged(dock.session.opened.path) if "Karlstad i Varmland" in row)
    assert "Skriv själv: ”Karlstad i Varmland”. Så heter den." in log
    assert (rows["namn"]["val"], rows["namn"]["skal"]) == ("egen", "Så heter den")
    assert [one.status for one in review._all][-1] == "uppskjuten"


def test_a_question_about_a_link_to_a_goal_is_shown_at_its_object(qgis_app: QgsApplication, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = linked_twice(tmp_path / "in")
    for dock in opened_dock(path, tmp_path):
        wait(lambda dock=dock: dock.tabs.review.waiting() == 1)
        dock.parent().show()
        dock.tabs.open_review()
        wait(lambda dock=dock: bool(dock.tabs.review_page.buttons))
        shapes = dock.tabs.review.preview._shapes
        assert set(shapes) >= {"ena", "andra"}
        assert {shape.asWkt(0) for shape in shapes.values()} == {"MultiPoint ((414000 6584000))"}
        assert "kopplingen mellan Karlstad" in dock.tabs.review_page.sentence.text()


def test_another_file_opened_from_another_page_asks_nothing_of_the_layers_that_are_gone(
    dock: Any, tmp_path: Path, example_file: Path
) -> None:
    tabs, session = dock.tabs, dock.session
    dock.parent().show()
    dock.tools.do(lambda: add_object(dock.tools.edit_session, NODE, points_geometry([(430000.0, 6590000.0)]), "Ny"))
    assert dock.drawing.undo.isEnabled()
    for wanted in (False, True):  # the page of questions is the one that comes forward when the other goes
        tabs.show_review(wanted)
        tabs.show_synthesis(wanted)
    tabs.open_review()
    wait(lambda: bool(tabs.review_page.buttons))
    while "Örebro" not in tabs.review_page.sentence.text():
        QTest.mouseClick(tabs.review_page.after, LEFT)
    tabs.setCurrentWidget(tabs.synthesis_page)
    wait(lambda: not session.opened.unsaved() and not session.runner.busy)
    told = len(texts(dock))
    session.open(example_file)
    wait(lambda: session.opened is not None and session.opened.path == example_file and not session.runner.busy)
    settle(dock)
    wait(lambda: dock.tools.edit_session is not None)
    assert texts(dock)[told:] == []
    assert tabs.indexOf(tabs.review_page) < 0 and tabs.review.waiting() == 0
    assert not dock.drawing.undo.isEnabled() and dock.drawing.undo.toolTip() == button_texts.undo()


def test_what_is_decided_and_saved_at_once_does_not_wait_in_an_edition(dock: Any) -> None:
    """The save may be over before the panel has looked at what was decided."""
    review, session, page = dock.tabs.review, dock.session, dock.tabs.review_page
    dock.parent().show()
    dock.tabs.open_review()
    wait(lambda: bool(page.buttons))
    for _ in range(2):
        left = review.waiting()
        review.choose("andra")
        session.save()
        wait(lambda left=left: session.snapshot.waiting_conflicts < left, 12)
        assert review.waiting() == left - 1
        assert dock._given_out().waiting_conflicts == left - 1


def test_the_answer_that_keeps_an_object_is_drawn_where_it_stands_now(dock: Any) -> None:
    """Another question about the same object may have moved it."""
    review, page = dock.tabs.review, dock.tabs.review_page
    dock.parent().show()
    dock.tabs.open_review()
    wait(lambda: bool(page.buttons))
    while "tog bort Kilen" not in page.sentence.text():
        QTest.mouseClick(page.after, LEFT)
    question, rows = review._current(), review._rows
    moved = points_geometry([(430000.0, 6590000.0)])
    shown: dict[str, Any] = {}
    review.preview.show = lambda shapes, *_: shown.update(shapes)
    review._draw(question, review._words(rows), {**rows.current(question.key), "geom": bytes(moved.asWkb())})
    assert shown["andra"].equals(moved) and not shown[""].equals(moved)
