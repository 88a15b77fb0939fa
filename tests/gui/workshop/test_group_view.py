"""A group's copy in the window: it says whose it is, writes that on what is drawn, and keeps to what the group may."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFeature

from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.gui import settings
from strukturbild_plugin.gui.map_tools.draw_mode import DrawMode
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.freezing import freeze, workshops_in
from tests.gui.dock_helpers import texts
from tests.gui.workshop.helpers import PLACE, DockOn, Started, draw, named, names


def node_pen(dock: Any) -> DrawMode:
    klass = dock.tools.edit_session.catalogue.object_class("nod")
    return DrawMode(klass, "punkt", klass.lager["punkt"])


def test_the_head_says_whose_it_is_and_what_is_drawn_says_it_too(started: Started, dock_on: DockOn) -> None:
    with dock_on(started[1][1]) as dock:
        assert (dock.header.group.text(), dock.header.copied._whole) == ("Bord 2", "Målbild 2040")
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
