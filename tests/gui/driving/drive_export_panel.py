"""Runs inside a real QGIS (`qgis --code`): names are moved on the sheet, then a sheet is kept as a layout."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from tests.gui.driving.drive_label_positions import label_positions
from tests.gui.driving.drive_layout_designer import layout_designer
from tests.gui.driving.driver import one_after_another, start

start(one_after_another(label_positions=label_positions, layout_designer=layout_designer))
