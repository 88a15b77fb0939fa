"""A picture of what was not saved, offered and looked at; part of the way through all pictures of the guides."""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid

from qgis.utils import iface

from strukturbild_plugin.drawing.edits.network import draw_corridor, move_node
from strukturbild_plugin.drawing.edits.objects import NewObject, add_object, delete_object
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import EditSession
from tests.gui.driving.driver import drawn, opened, settled
from tests.gui.driving.windows import dialog
from tests.gui.guide_pictures.camera import small_window


def not_saved(drive, camera, dock):
    """Something is drawn, QGIS ends badly, and the strukturbild is opened again."""
    other = sqlite3.connect(dock.session.opened.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # another program writes: nothing can be saved
    work(dock.tools.edit_session, dock.tools.picture)
    yield settled()
    dock.recovery.autosave.flush()
    copy = next(dock.recovery._folder._folder.glob("*.json"))
    left = copy.with_name(f"{copy.stem[:22]}{uuid.uuid4().hex[:12]}.json")
    shutil.copy(copy, left)
    dock.session.close()
    other.execute("ROLLBACK")
    other.close()
    dock.open(os.environ["EXAMPLE"])
    yield opened(dock, os.environ["EXAMPLE"])
    dock.steps.go("")
    small_window(dock)
    iface.messageBar().clearWidgets()
    yield dock.recovery_strip.isVisible
    dock.session.zoom_to_area()
    yield drawn()
    drive.click(dock.recovery_strip.look_button)
    yield lambda: dialog("strukturbild_osparat")
    yield drawn()
    camera.window("osparat")
    drive.click(dialog("strukturbild_osparat").throw_button)
    yield lambda: not dock.recovery_strip.isVisible()
    iface.messageBar().clearWidgets()
    yield settled(0.3)


def work(edit_session: EditSession, picture: str):
    """A new town with a stråk to it, one moved, one taken away."""
    at = {
        one.namn: one.objekt_id for one in edit_session.objects.all() if one.lager == "nod" and one.bild_id == picture
    }
    new = add_object(
        edit_session, NewObject("nod", bild_id=picture), points_geometry([(500_000.0, 6_640_000.0)]), "Nyhamn"
    )
    draw_corridor(edit_session, NewObject("strak", bild_id=picture), [at["Lindesberg"], new])
    move_node(edit_session, at["Filipstad"], (462_000.0, 6_628_000.0))
    delete_object(edit_session, at["Odensbacken"] if "Odensbacken" in at else at["Grums"])
