"""In a real QGIS window: the strukturbild saves itself while something is half done, and nothing is lost by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gui.helpers import DRIVING, Desktop, shots
from tests.screen import Screen

DRIVE = DRIVING / "qgis_tools" / "drive_saving_in_the_middle.py"


@pytest.fixture(scope="module")
def told(qgis_screen: Screen, example: Path, folder: Path) -> dict[str, Any]:
    place = {"SHOTS": str(shots("saving_in_the_middle")), "WORK": str(folder), "FILE": str(example)}
    return Desktop(qgis_screen, folder, **place).run(DRIVE)


def test_try(told):
    import json
    print(json.dumps(told, ensure_ascii=False, indent=1))
