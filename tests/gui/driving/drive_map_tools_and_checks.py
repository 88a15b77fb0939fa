"""Runs inside a real QGIS (`qgis --code`): everything is drawn and changed, then checked and mended while drawing."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from tests.gui.driving.drive_live_checks import live_checks
from tests.gui.driving.drive_map_tools import map_tools
from tests.gui.driving.driver import one_after_another, start

start(one_after_another(map_tools=map_tools, live_checks=live_checks))
