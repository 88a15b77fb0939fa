"""Runs inside a real QGIS that is started again: where was one? $WAY: 'project' (opened by QGIS itself) or 'empty'."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from tests.gui.driving.driver import drawn, opened, prepare, settled, start
from tests.gui.driving.leaving import leave, where

LOOK = bool(os.environ.get("LOOK"))
"""Take pictures for people to look at."""


def project(drive):
    """The project on the command line brings the dock and everything in it."""
    plugin = prepare()
    yield lambda: plugin._dock is not None
    yield opened(plugin._dock)
    drive.told["again"] = where(plugin._dock)
    if LOOK:
        yield drawn()
        drive.shot("omstart_projekt")
    leave()


def empty(drive):
    """No project: the panel that was left open is there, and one click goes on."""
    plugin = prepare()
    yield lambda: plugin._dock is not None and plugin._dock.isVisible()
    page = plugin._dock.start_page
    drive.told["first"] = page.last_button.accessibleName()
    if LOOK:
        yield settled()
        drive.shot("omstart_tom")
    drive.click(page.last_button)
    yield opened(plugin._dock)
    drive.told["again"] = where(plugin._dock)
    leave()


start({"project": project, "empty": empty}[os.environ["WAY"]])
