"""An edition of the worked example, made once and copied for each test that wants to do something to it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from strukturbild_plugin.export.edition.edition import EditionResult, ExportRequest, export


@pytest.fixture(scope="session")
def made_once(
    qgis_app, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, EditionResult]:
    """The strukturbild and its first edition. Look, do not touch."""
    folder = tmp_path_factory.mktemp("utgava")
    source = Path(shutil.copy(_example_made_once, folder / "strukturbild.gpkg"))
    return source, export(source, ExportRequest(folder / "ut", licence="CC BY 4.0", who="Karin Testperson"))


@pytest.fixture
def edition(made_once: tuple[Path, EditionResult], tmp_path: Path) -> Path:
    """The folder of the edition, the test's own."""
    return Path(shutil.copytree(made_once[1].folder, tmp_path / "utgava-1"))
