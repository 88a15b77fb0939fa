"""What is drawn in the open file, and what the strip says when something has happened to the file."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.objects import set_values
from strukturbild_plugin.gui.dock.notice_strip import NoticeStrip
from strukturbild_plugin.store.gpkg.held_file import FileState
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import texts, wait
from tests.gui.tool_helpers import set_draw_mode


def nodes(dock: Any) -> list[Any]:
    return [one for one in dock.tools.edit_session.objects.all() if one.lager == "nod"]


def name(dock: Any, place: int, more: str = "") -> None:
    set_values(dock.tools.edit_session, dock.changed_ids[place], {"namn": dock.names[place] + more})


def strip(dock: Any) -> Any:
    return dock.findChild(NoticeStrip)


def seen(dock: Any, state: FileState) -> Any:
    """The strip, once the watcher has seen this by itself."""
    wait(lambda: dock.file_watcher.state is state, 30)
    assert not strip(dock).isHidden()
    return strip(dock)


def settled(dock: Any) -> None:
    wait(lambda: not dock.session.runner.busy and not dock.session.live._timer.isActive())
    QApplication.processEvents()


def opened(dock: Any, path: Path) -> None:
    """The strukturbild at `path` is open, and nothing is wrong with it."""
    wait(lambda: dock.session.opened is not None and dock.session.opened.path == path, 60)
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy, 60)
    settled(dock)
    assert strip(dock).isHidden(), strip(dock).sentence.text()


def kept_both(dock: Any) -> None:
    """What was saved is in the file, what was not is laid back as edits; both can be saved."""
    wait(lambda: bool(dock.session.opened.unsaved()), 30)
    session = dock.tools.edit_session
    assert [session.feature(one)["namn"] for one in dock.changed_ids] == dock.names
    assert dock.recovery.current() is None and len(dock.session.opened.unsaved()) == 1
    assert dock.session.save()
    written = {one.objekt_id: one.namn for one in read_snapshot(dock.session.opened.path).objects}
    assert [written[one] for one in dock.changed_ids] == dock.names


def nothing_is_drawn(dock: Any, words: str) -> None:
    """A pen, a form, undo and save say the sentence and do nothing."""
    count = len(nodes(dock))
    for way in (
        lambda: set_draw_mode(dock.tools, "nod", "punkt"),
        lambda: dock.tools.change(nodes(dock)[0].objekt_id, {"beskrivning": "Får inte skrivas"}),
        dock.tools.undo,
    ):
        dock.session.iface.messageBar().clearWidgets()
        way()
        assert any(words in said for said in texts(dock)), texts(dock)
    assert dock.tools.draw_mode is None and len(nodes(dock)) == count


def leave_pages_beside(dock: Any) -> None:
    """A reader keeps the last save from being brought into the file (-wal)."""
    with contextlib.closing(sqlite3.connect(dock.session.opened.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM nod").fetchone()
        for more in (" i två steg", ""):
            name(dock, 0, more)
            name(dock, 1)
            assert dock.session.save()
        dock.names[1] += " igen"
        name(dock, 1)


def rename_object(path: Path, objekt_id: str, name: str) -> None:
    """What a colleague's program writes."""
    with writing(path, "Kollegan") as db:
        db.connection.execute("UPDATE nod SET namn = ?, andrad_av = 'Kollegan' WHERE objekt_id = ?", (name, objekt_id))
