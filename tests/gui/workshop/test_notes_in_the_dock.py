"""Comments and votes made on the map with the mouse: what the card, the list and the map say, and what may be done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsRenderContext,
)
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.comments import add_comment, comments_in
from strukturbild_plugin.drawing.edits.votes import votes_in
from strukturbild_plugin.gui.dock.file_menu import ENTRIES
from strukturbild_plugin.gui.map_coordinates import centre_on
from strukturbild_plugin.gui.workshop_notes.layer_marks import tell_map
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.freezing import freeze, workshops_in
from tests.gui.dock_helpers import texts, wait
from tests.gui.tool_helpers import click, pixel
from tests.gui.workshop.helpers import DockOn, Started, named, names

KARLSTAD = (414000.0, 6584000.0)
CONTROL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def shown(dock_on: DockOn, path: Path) -> Iterator[Any]:
    """A dock beside a map of some size, on which one can click."""
    with dock_on(path) as dock:
        window, canvas = dock.session.iface.mainWindow(), dock.session.iface.mapCanvas()
        canvas.setRenderFlag(False)
        window.setCentralWidget(canvas)
        window.resize(900, 700)
        window.show()
        QApplication.processEvents()
        canvas.setLayers(list(dock.session.opened.layers()))
        dock.session.zoom_to_area()
        QTest.qWait(300)  # the first view after opening comes last
        wait(lambda: dock.tools.edit_session is not None)
        yield dock


def free_place(dock: Any) -> tuple[float, float]:
    """The place in view (EPSG:3006) that is farthest from all that is drawn, however the map is fitted."""
    extent, objects = dock.session.iface.mapCanvas().extent(), dock.tools.edit_session.objects.all()
    shapes = [dock.tools.edit_session.feature(one.objekt_id).geometry() for one in objects]
    steps = [part / 10 for part in range(2, 7)]
    places = [
        QgsPointXY(extent.xMinimum() + along * extent.width(), extent.yMinimum() + up * extent.height())
        for along in steps
        for up in steps
    ]
    far = max(places, key=lambda place: min(shape.distance(QgsGeometry.fromPointXY(place)) for shape in shapes))
    return far.x(), far.y()


def entry(dock: Any, code: str) -> None:
    """An entry of the file menu."""
    next(one for one in ENTRIES if one is not None and one.code == code).call(dock)
    QApplication.processEvents()


def lines(dock: Any) -> list[str]:
    tree = dock.tabs.notes_page.list
    return [tree.topLevelItem(row).text(0).split("\n")[0] for row in range(tree.topLevelItemCount())]


def write(dock: Any, said: str) -> None:
    """In the card, ended with Ctrl+Enter."""
    edit = dock.tabs.notes.card.edit
    assert edit.isVisible()
    edit.insertPlainText(said)
    QTest.keyClick(edit, Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()


def show(dock: Any, code: str) -> None:
    """Another filter."""
    page = dock.tabs.notes_page
    page.filter.setCurrentIndex(page.filter.findData(code))


@pytest.fixture
def qgis(qgis_app: QgsApplication) -> QgsApplication:
    return qgis_app


def test_a_group_that_comments_sees_the_tools_first_and_comments_with_the_mouse(
    started: Started, dock_on: DockOn
) -> None:
    with shown(dock_on, started[1][3]) as dock:
        free = free_place(dock)
        page, notes, canvas = dock.tabs.notes_page, dock.tabs.notes, dock.session.iface.mapCanvas()
        assert dock.tabs.currentWidget() is page and "kommentera och rösta" in page.rights.text()
        QTest.mouseClick(page.comment, Qt.MouseButton.LeftButton)
        assert page.comment.isChecked() and not dock.drawing.hand.isChecked()
        click(canvas, free)
        write(dock, "Här saknas en hållplats")
        click(canvas, KARLSTAD)
        assert notes.card.title.text() == "Kommentera Karlstad"
        write(dock, "För stor")
        assert lines(dock) == ["1. Här saknas en hållplats", "2. För stor"]
        first, second = comments_in(dock.tools.edit_session)
        assert (second.objekt_id, second.group, first.objekt_id) == (named(dock, "Karlstad"), "Arvika", "")
        assert second.bild_id == dock.tools.picture and not notes.card.isVisible()
        spot = pixel(canvas, KARLSTAD)
        assert notes.marks.comments_at(spot.x(), spot.y() - 14) == (second.kommentar_id,)
        assert dock.tools.edit_session.undo_text() == "Kommentera: För stor"
        dock.tools.undo()
        wait(lambda: lines(dock) == ["1. Här saknas en hållplats"])
        dock.tools.redo()
        wait(lambda: len(lines(dock)) == 2)
        assert names(dock) and dock.session.save()


def test_a_comment_is_opened_answered_and_ended_from_its_mark_and_from_the_list(
    started: Started, dock_on: DockOn
) -> None:
    with shown(dock_on, started[1][0]) as dock:
        free = free_place(dock)
        page, notes, canvas = dock.tabs.notes_page, dock.tabs.notes, dock.session.iface.mapCanvas()
        assert dock.tabs.currentWidget() is not page and dock.tabs.indexOf(page) >= 0
        notes.comment()
        click(canvas, free)
        write(dock, "Här saknas en hållplats")
        dock.tools.use_select_tool()
        spot = pixel(canvas, free) - QPoint(0, 14)
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        assert notes.card.isVisible() and notes.card.title.text() == "Kommentar 1" and notes.card.remove.isVisible()
        write(dock, "Den kommer 2030")
        assert [one.text for one in comments_in(dock.tools.edit_session)][-1] == "Den kommer 2030"
        assert "1 svar" in page.list.topLevelItem(0).text(0)
        QTest.mouseClick(notes.card.done, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        assert lines(dock) == [] and page.none.isVisibleTo(page) and not notes.card.isVisible()
        assert notes.marks.comments_at(spot.x(), spot.y()) == (), "klara visas inte bland de öppna"
        show(dock, "alla")
        assert len(lines(dock)) == 1
        assert notes.marks.comments_at(spot.x(), spot.y()) != ()
        centre_on(canvas, QgsPointXY(500000.0, 6900000.0))
        notes.go_to(comments_in(dock.tools.edit_session)[0].kommentar_id)
        assert canvas.rect().contains(pixel(canvas, free)) and notes.card.done.text() == "Öppna igen"
        dock.tools.edit_session.group = "Bord 9"
        notes.refresh()
        assert not notes.card.remove.isVisible()
        show(dock, "mina")
        assert lines(dock) == []
        dock.tools.who.reread()
        notes.refresh()
        assert len(lines(dock)) == 1
        QTest.mouseClick(notes.card.remove, Qt.MouseButton.LeftButton)
        assert comments_in(dock.tools.edit_session) == () and not notes.card.isVisible()


def test_what_stands_in_the_card_is_said_when_one_saves_and_dropped_with_esc(started: Started, dock_on: DockOn) -> None:
    with shown(dock_on, started[1][0]) as dock:
        free = free_place(dock)
        notes, canvas = dock.tabs.notes, dock.session.iface.mapCanvas()
        notes.comment()
        click(canvas, free)
        notes.card.edit.insertPlainText("Halvt")
        QTest.keyClick(notes.card.edit, Qt.Key.Key_Escape)
        assert not notes.card.isVisible() and comments_in(dock.tools.edit_session) == ()
        click(canvas, free)
        notes.card.edit.insertPlainText("Helt")
        dock.session.save()
        assert [one.text for one in comments_in(dock.tools.edit_session)] == ["Helt"]
        assert not dock.session.opened.unsaved()


def test_dots_are_put_taken_back_counted_and_come_to_an_end(started: Started, dock_on: DockOn) -> None:
    with shown(dock_on, started[1][3]) as dock:
        free = free_place(dock)
        page, notes, canvas = dock.tabs.notes_page, dock.tabs.notes, dock.session.iface.mapCanvas()
        notes.vote()
        assert dock.tools.current_tool.title == "Rösta · 5 prickar kvar" and page.vote.isChecked()
        click(canvas, KARLSTAD)
        click(canvas, free)
        assert page.left.text() == "3 av 5 prickar kvar"
        assert dock.tools.current_tool.title == "Rösta · 3 prickar kvar"
        click(canvas, free)
        assert page.left.text() == "4 av 5 prickar kvar", "en egen prick tas tillbaka"
        for step in range(1, 5):
            click(canvas, (free[0] + step * 20000, free[1]))
        assert page.left.text() == "0 av 5 prickar kvar"
        click(canvas, free)
        assert texts(dock)[-1].startswith("Alla 5 prickar är satta") and len(votes_in(dock.tools.edit_session)) == 5
        show(dock, "roster")
        assert lines(dock) == ["Karlstad: 1 röst", "Utan objekt: 4 röster"]
        dock.step_actions.show_object(named(dock, "Karlstad"))
        assert dock.object_page.about.text().endswith("1 röst")
        assert dock.session.save() and page.comment.isEnabled()
        dock.tools.undo()
        wait(lambda: page.left.text() == "1 av 5 prickar kvar")


def test_in_a_frozen_copy_there_is_neither(started: Started, dock_on: DockOn) -> None:
    with writing(started[1][3], "anna") as db:
        freeze(db, workshops_in(db.connection)[-1].workshop_id)
    with shown(dock_on, started[1][3]) as dock:
        notes, page = dock.tabs.notes, dock.tabs.notes_page
        notes.refresh()
        assert not page.comment.isEnabled() and not page.vote.isEnabled() and "frystes" in page.rights.text()
        for code in ("kommentera", "rosta"):
            dock.session.iface.messageBar().clearWidgets()
            entry(dock, code)
            assert "frystes" in texts(dock)[-1] and dock.tools.current_tool is None


def test_where_there_is_no_workshop_the_menu_brings_them(example_file: Path, dock_on: DockOn) -> None:
    with shown(dock_on, example_file) as dock:
        notes, page, canvas = dock.tabs.notes, dock.tabs.notes_page, dock.session.iface.mapCanvas()
        notes.refresh()
        assert dock.tabs.indexOf(page) < 0
        entry(dock, "kommentera")
        assert dock.tabs.currentWidget() is page and page.comment.isChecked()
        click(canvas, next(one.places[0] for one in dock.tools.edit_session.objects.all() if one.places))
        write(dock, "Bra")
        assert lines(dock) == ["1. Bra"]


def test_a_group_may_not_change_what_it_may_not_in_other_ways(started: Started, dock_on: DockOn) -> None:
    with shown(dock_on, started[1][3]) as dock:
        dock.move_names()
        assert "kommentera och rösta" in texts(dock)[-1]
        dock.session.iface.messageBar().clearWidgets()
        before = dock.styles.shown
        assert not dock.styles.choose("planering" if before != "planering" else "workshop")
        assert "kommentera och rösta" in texts(dock)[-1] and dock.styles.shown == before
        from strukturbild_plugin.errors import StoreError

        with pytest.raises(StoreError, match="kommentera och rösta"):
            dock.styles.carry("Profil", lambda _path: pytest.fail("skrivet"), "")


def test_a_comment_has_one_mark_on_the_map_with_bubbles_and_the_layers_own_elsewhere(
    started: Started, dock_on: DockOn
) -> None:
    with dock_on(started[1][0]) as dock:
        edit_session, canvas = dock.tools.edit_session, dock.session.iface.mapCanvas()
        edit_session.author = "Åsa"
        dock.tools.do(lambda: add_comment(edit_session, "Här", QgsPointXY(*KARLSTAD), "", dock.tools.picture, ""))
        wait(lambda: bool(dock.tabs.notes.marks._marks()) and not dock.session.opened.unsaved())
        layer = edit_session.layer("kommentar")

        layer.renderer().symbols(QgsRenderContext())[0].setColor(QColor("#00ff00"))
        canvas.setLayers([layer])
        for bubbles in (True, False):
            tell_map(canvas, bubbles)
            canvas.setExtent(QgsRectangle(KARLSTAD[0] - 500, KARLSTAD[1] - 500, KARLSTAD[0] + 500, KARLSTAD[1] + 500))
            canvas.refreshAllLayers()
            canvas.waitWhileRendering()
            dock.tabs.notes.marks.setVisible(False)
            image = canvas.grab().toImage()
            middle = [QColor(image.pixel(canvas.width() // 2, canvas.height() // 2 + at)).name() for at in range(-2, 3)]
            assert ("#00ff00" in middle) != bubbles, middle


def test_the_first_view_has_room_for_names_by_the_edge_of_the_area(started: Started, dock_on: DockOn) -> None:
    with shown(dock_on, started[1][0]) as dock:
        area, view = dock.session.opened.extent(), dock.session.iface.mapCanvas().extent()
        for room, side in (
            (area.xMinimum() - view.xMinimum(), area.width()),
            (view.xMaximum() - area.xMaximum(), area.width()),
            (area.yMinimum() - view.yMinimum(), area.height()),
            (view.yMaximum() - area.yMaximum(), area.height()),
        ):
            assert room > 0.06 * side
