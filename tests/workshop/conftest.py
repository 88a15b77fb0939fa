"""A strukturbild with objects, links and goals, a workshop made of it, and what groups do in their files."""

from __future__ import annotations

import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

import pytest

from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.start import Group, StartedWorkshop, WorkshopPlan, start_workshop
from tests.store.helpers import karlstad, new_file


@lru_cache(maxsize=1)
def _made_once() -> tuple[Path, StartedWorkshop]:
    folder = Path(tempfile.mkdtemp(prefix="workshop-prov-"))
    main = new_file(folder)
    with writing(main, "anna") as db:
        db.add_objects(karlstad())
    plan = WorkshopPlan("Målbild 2040", tuple(Group(f"Bord {number}") for number in range(1, 5)), syfte="Rita stråk")
    return main, start_workshop(main, folder, plan, "anna")


@pytest.fixture
def started(tmp_path: Path) -> tuple[Path, tuple[Path, ...]]:
    """The main file and four groups' files, the test's own."""
    main, workshop = _made_once()
    files = tuple(Path(shutil.copy(path, tmp_path / path.name)) for path in workshop.files)
    return Path(shutil.copy(main, tmp_path / main.name)), files
