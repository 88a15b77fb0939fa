"""Runs inside a real QGIS (`qgis --code`): what was decided at the start is changed, then every form is filled in;
then earlier states are looked at and brought back."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from tests.gui.driving.drive_area_change import area_change
from tests.gui.driving.drive_forms import forms
from tests.gui.driving.driver import one_after_another, start
from tests.gui.earlier_states.drive_earlier_states import earlier_states

start(one_after_another(area_change=area_change, forms=forms, earlier_states=earlier_states))
