"""A group's copy in the window: it says whose it is, writes that on what is drawn, and keeps to what the group may."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsFeature
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget

from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.gui import settings
from strukturbild_plugin.gui.dock.header import _GroupRow
from strukturbild_plugin.gui.map_tools.draw_mode import DrawMode
from strukturbild_plugin.gui.object_panel.anchoring_panel import meaning_of
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.freezing import freeze, workshops_in
from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
from tests.gui.dock_helpers import texts
from tests.gui.workshop.helpers import PLACE, DockOn, Started, draw, named, names
from tests.workshop.helpers import content, merged


def node_pen(dock: Any) -> DrawMode:
    klass = dock.tools.edit_session.catalogue.object_class("nod")
    return DrawMode(klass, "punkt", klass.lager["punkt"])


def test_the_head_says_whose_it_is_and_what_is_drawn_says_it_too(started: Started, dock_on: DockOn) -> None:
    with dock_on(started[1][1]) as dock:
        assert (dock.header.group.text(), dock.header.copied.text()) == ("Bord 2", "Målbild 2040")
        assert "i workshopen Målbild 2040" in dock.header.copied.toolTip()
        assert dock.header.swatch.pixmap().toImage().pixelColor(8, 8).name() == "#123456"
        settings.remember_group("Bord 7")
        dock.tools.set_draw_mode(node_pen(dock))
        draw(dock, "Ny")
        assert dock.tools.edit_session.feature(named(dock, "Ny"))["grupp"] == "Bord 2"
        assert (dock.tools.who.signature(), dock.tools.who.groups()) == ("Bord 2", ["Bord 2"])
        dock.tools.who.choose("Åsa", "Bord 9")
        assert (dock.tools.edit_session.author, dock.tools.edit_session.group) == ("Åsa", "Bord 2")
        assert settings.group() == "Bord 7" and dock.session.opened.head.symboluppsattning == "workshop"


@pytest.mark.parametrize("width", [300, 380, 1400])
def test_what_it_is_a_copy_of_is_never_cut(qgis_app: QgsApplication, width: int) -> None:
    long = "Workshop om ett sammanhållet Västerbotten år 2040, från kusten till fjällen"
    window = QWidget()
    row = _GroupRow(window)
    row.say("Ungdomsrådet i Lycksele", long, f"kopia i {long}")
    row.resize(width, 100)
    row.layout().activate()
    row._place()  # Qt tells a hidden widget of its size when it is shown
    row.layout().activate()
    assert (row.group.text(), row.copied.text()) == ("Ungdomsrådet i Lycksele", long)
    for label in (row.group, row.copied):
        room = label.fontMetrics().boundingRect(0, 0, label.width(), 10_000, Qt.TextFlag.TextWordWrap, label.text())
        assert room.width() <= label.width() and room.height() <= label.height()
    assert (row.group.y() == row.copied.y()) == (width == 1400)


def test_the_steps_say_the_level_that_the_workshop_was_started_with(
    started: Started, dock_on: DockOn, tmp_path: Path
) -> None:
    main = started[0]
    with writing(main, "anna") as db:
        db.set_head(replace(db.head(), beskrivning="Varför", samverkansniva=7))
    plan = WorkshopPlan("Målbild", (Group("A"),), samverkansniva=3)
    (path,) = start_workshop(main, tmp_path, plan, "anna").files
    for file, level, chosen in ((main, 7, True), (path, 3, False)):
        with dock_on(file) as dock:
            form = dock.steps.form_of("syfte")
            assert (form.fields["samverkansniva"].value(), form.fields["samverkansniva"].isEnabled()) == (level, chosen)
            assert meaning_of(level) in form.meaning.text()
            assert ("när workshopen startades" in form.meaning.text()) != chosen
            (state,) = (one for one in dock.steps._live.states if one.kod == dock.steps.step_with("syfte"))
            assert "samverkanstrappan" not in state.text
    assert content(merged(main, [path]).path).head.samverkansniva == 7


def test_the_main_file_is_nobodys(started: Started, dock_on: DockOn) -> None:
    with dock_on(started[0]) as dock:
        assert dock.header._group_row.isHidden() and dock.drawing.rights.isHidden()
        settings.remember_group("Bord 7")
        dock.tools.who.reread()
        assert dock.tools.edit_session.group == "Bord 7"


def test_a_group_that_comments_has_no_pen_but_can_look_and_comment(started: Started, dock_on: DockOn) -> None:
    with dock_on(started[1][3]) as dock:
        before, session = names(dock), dock.tools.edit_session
        dock.tools.set_draw_mode(node_pen(dock))
        assert dock.tools.draw_mode is None and "kommentera och rösta" in texts(dock)[-1]
        draw(dock, "Ny")
        assert names(dock) == before and not dock.drawing.search.isVisibleTo(dock.drawing)
        dock.tools.use_select_tool()
        dock.tools.choose([named(dock, "Kilen")])
        assert dock.tools.selection.ids == (named(dock, "Kilen"),)
        layer = session.layers["kommentar"]
        layer.beginEditCommand("Kommentar")
        comment = QgsFeature(layer.fields())
        comment["text"] = "Flytta hit!"
        comment.setGeometry(points_geometry(PLACE))
        assert layer.addFeature(comment)
        layer.endEditCommand()
        assert [one["text"] for one in layer.getFeatures()] == ["Flytta hit!"]


def test_a_frozen_copy_is_read_and_not_changed(started: Started, dock_on: DockOn) -> None:
    with writing(started[1][0], "anna") as db:
        freeze(db, workshops_in(db.connection)[-1].workshop_id)
    with dock_on(started[1][0]) as dock:
        before = names(dock)
        draw(dock, "Ny")
        said = texts(dock)[-1]
        assert names(dock) == before and said.startswith("Workshopen frystes 2") and "av anna" in said
        assert dock.drawing.rights.text() in said
