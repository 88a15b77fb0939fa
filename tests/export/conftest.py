"""An edition of the worked example, made once and copied for each test that wants to do something to it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.export.edition.edition import EditionResult, ExportRequest, export
from strukturbild_plugin.store.writing.transaction import writing


@pytest.fixture(scope="session")
def made_once(
    qgis_app, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, EditionResult]:
    """The strukturbild and its first edition. Look, do not touch."""
    folder = tmp_path_factory.mktemp("utgava")
    source = Path(shutil.copy(_example_made_once, folder / "strukturbild.gpkg"))
    with writing(source) as db:
        known = {"licens": "CC BY 4.0", "spridningstillstand": "LM2026/012345", "diarienummer": "RUN 2026/17"}
        db.set_head(replace(db.head(), spridningstillstand_datum="2026-11-20", **known))
    return source, export(source, ExportRequest(folder / "ut", who="Karin Testperson"))


@pytest.fixture
def edition(made_once: tuple[Path, EditionResult], tmp_path: Path) -> Path:
    """The folder of the edition, the test's own."""
    return Path(shutil.copytree(made_once[1].folder, tmp_path / "utgava-1"))
