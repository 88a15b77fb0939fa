"""A quarter of an hour without saving is said once, with a button; saving starts it anew."""

from __future__ import annotations

from types import SimpleNamespace

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QObject, pyqtSignal


class Bench(QObject):
    content_changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.layers: tuple = ()
        self.opened = SimpleNamespace(unsaved=lambda: self.layers)
        self.messages = SimpleNamespace(well=lambda words, button, call: self.said.append(words))

    def save(self) -> bool:
        return True


def test_a_quarter_unsaved_is_said_once(qgis_app: QgsApplication) -> None:
    from strukturbild_plugin.gui import settings
    from strukturbild_plugin.gui.dock.unsaved_reminder import AFTER_S, UnsavedReminder

    QgsSettings().remove("strukturbild")
    session, now = Bench(), [0.0]
    reminder = UnsavedReminder(session, clock=lambda: now[0])
    session.layers = (SimpleNamespace(name=lambda: "Noder"),)
    session.content_changed.emit()
    now[0] = AFTER_S - 1
    reminder.look()
    assert session.said == []
    now[0] = AFTER_S
    reminder.look()
    now[0] += 60
    reminder.look()
    assert len(session.said) == 1 and "Noder" in session.said[0]
    session.layers = ()
    session.content_changed.emit()
    session.layers = (SimpleNamespace(name=lambda: "Noder"),)
    session.content_changed.emit()
    now[0] += AFTER_S - 1
    reminder.look()
    assert len(session.said) == 1, "det som sparats börjar om"
    settings.switch(settings.REMINDER, False)
    now[0] += AFTER_S
    reminder.look()
    assert len(session.said) == 1
    settings.switch(settings.REMINDER, True)
    reminder.close()
