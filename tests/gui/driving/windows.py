"""Inside a real QGIS on a screen without a window manager: which window is in front, whether it has the keyboard,
and what one sees when a script waits in vain."""

from __future__ import annotations

import sys
import traceback

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QApplication, QDialog, QLabel, QMessageBox
from qgis.utils import iface, plugins


def in_front():
    """The window that a window manager would give the keyboard: what must be answered, else what was used last."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return modal
    used = QApplication.activeWindow()
    return used if used is not None and used.isVisible() else iface.mainWindow()


def has_keyboard():
    """Whether the keyboard is where it should be. Else Qt soon takes QGIS to be left, and closes its menus."""
    if QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive:
        return False
    if QApplication.activePopupWidget() is not None:
        return True
    focus, front = QGuiApplication.focusWindow(), in_front().windowHandle()
    return focus is not None and focus.isVisible() and focus == front


def give_keyboard():
    """Do what a window manager does when a window has come or gone.

    Without it the X server gives the keyboard to nobody when a window closes; Qt notices within half a second,
    and what was opened meanwhile is closed (QApplication::notify on ApplicationStateChange).
    """
    if QApplication.activePopupWidget() is None and not has_keyboard():
        in_front().activateWindow()


def seen():
    """What a person would say of the screen, for the message when a script waits in vain."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    bar = [label.text() for label in iface.messageBar().findChildren(QLabel) if label.isVisible() and label.text()]
    asked = [one.text() for one in windows if isinstance(one, QMessageBox)]
    return "\n".join(
        f"{words}: {what}"
        for words, what in (
            ("fönster", [f"{type(one).__name__} {one.objectName()} {one.windowTitle()}" for one in windows]),
            ("framför", named(in_front())),
            ("tangentbordet", f"{named(QApplication.activeWindow())}, {named(QApplication.focusWidget())}"),
            ("har det", has_keyboard()),
            ("meny", named(QApplication.activePopupWidget())),
            ("frågor", asked),
            ("meddelanden", bar),
            ("kartan ritas", iface.mapCanvas().isDrawing()),
            ("verktyg", type(iface.mapCanvas().mapTool()).__name__),
            ("pågår", at_work()),
            ("QGIS uppgifter", [f"{one.description()}, {one.status()}" for one in tasks()]),
            ("trådar", threads()),
        )
    )


def tasks():
    """What QGIS's task manager holds."""
    return QgsApplication.taskManager().tasks()


def threads():
    """Where each thread is in Python."""
    return "\n".join("".join(traceback.format_stack(frame)[-6:]) for frame in sys._current_frames().values())


def at_work():
    """What the plugin is doing beside the window, in words."""
    dock = getattr(plugins.get("strukturbild_plugin"), "_dock", None)
    if dock is None:
        return []
    running = [one.description() for one in dock.session.runner._running]
    writing = ["skriver i filen"] if dock.head_edits.busy else []
    return running + writing + (["läser lagren"] if dock.session.live._timer.isActive() else [])


def named(widget):
    """A widget in words."""
    return "ingen" if widget is None else f"{type(widget).__name__} {widget.objectName()}"


def dialog(name):
    """The visible dialog with this object name."""
    found = (w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible())
    return next(found, None)


def question():
    """The question that is asked now."""
    found = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
    return next(found, None)


def options():
    """QGIS's settings window."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and isinstance(one, QDialog)]
    return next((one for one in shown if one.objectName() == "QgsOptionsBase" or "Options" in type(one).__name__), None)
