"""What the tests in a real QGIS window share: QGIS runs once for a file, and each test asserts one promise of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screen import Screen


@pytest.fixture(scope="module")
def qgis_screen(free_display: Screen) -> Screen:
    """The screen that QGIS is started on."""
    if not shutil.which("qgis"):
        pytest.skip("QGIS skrivbordsprogram finns inte här")
    return free_display


@pytest.fixture(scope="module")
def work() -> Iterator[Path]:
    """A folder with a short name, since it shows in the pictures."""
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name:
        yield Path(name)


@pytest.fixture(scope="module")
def example(_example_made_once: Path, work: Path) -> Path:
    """The worked example, which the script opens."""
    return Path(shutil.copy(_example_made_once, work / "Nobelbanestråket.gpkg"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where QGIS has its profile and writes what it says."""
    return tmp_path_factory.mktemp("qgis")
