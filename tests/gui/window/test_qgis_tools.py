"""In a real QGIS window: QGIS's own tools on a strukturbild that saves itself give a right state at once, and Ctrl+Z
takes each of them back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen

DRIVE = DRIVING / "qgis_tools" / "drive_qgis_tools.py"


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, folder: Path) -> dict[str, Any]:
    """QGIS started, and one tool of its own after the other used in the example."""
    place = {"SHOTS": str(shots("qgis_tools")), "WORK": str(folder), "FILE": str(example)}
    return Desktop(qgis_screen, folder, **place).run(DRIVE)


def test_try(told):
    import json
    print(json.dumps(told, ensure_ascii=False, indent=1))
