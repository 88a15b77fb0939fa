"""For scripts that run inside a real QGIS: where in a strukturbild one is, and leaving QGIS as a planner does."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

AFTER_MS = 400
"""What was seen is told first."""


def where(dock):
    """Strukturbild, picture, set, step."""
    picture = dock.pictures.shown.name
    return [dock.session.opened.path.name, picture, dock.styles.shown, dock.steps.current]


def leave():
    """Project > Exit; the last thing a script does."""
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(AFTER_MS, iface.actionExit().trigger)
