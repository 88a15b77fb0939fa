"""Runs inside a real QGIS (`qgis --code`): what was decided at the start is changed, then every form is filled in."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from tests.gui.driving.drive_area_change import area_change
from tests.gui.driving.drive_forms import forms
from tests.gui.driving.driver import one_after_another, start

start(one_after_another(area_change=area_change, forms=forms))
