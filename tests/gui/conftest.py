"""The dock that the tests of the window's parts work in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from tests.gui.dock_helpers import opened_dock


@pytest.fixture
def dock(qgis_app: QgsApplication, example_file: Path, tmp_path: Path) -> Iterator[Any]:
    """The dock with the worked example open, without a window on the screen."""
    yield from opened_dock(example_file, tmp_path)
