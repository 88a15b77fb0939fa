"""A main file with a workshop of groups that may do different things, and each group's file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.start import ADDITIONS, COMMENTS_ONLY, Group, WorkshopPlan, start_workshop
from tests.gui.dock_helpers import opened_dock, settle
from tests.store.helpers import karlstad, new_file

GROUPS = (
    Group("Bord 1"),
    Group("Bord 2", "#123456"),
    Group("Karlstad", kommunkod="1780", far_andra=ADDITIONS),
    Group("Arvika", kommunkod="1784", far_andra=COMMENTS_ONLY),
)


@pytest.fixture(scope="package")
def _made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Path, ...]]:
    folder = tmp_path_factory.mktemp("verkstad")
    main = new_file(folder)
    with writing(main, "anna") as db:
        db.add_objects(karlstad())
    return main, start_workshop(main, folder, WorkshopPlan("Målbild 2040", GROUPS), "anna").files


@pytest.fixture
def started(_made: tuple[Path, tuple[Path, ...]], tmp_path: Path) -> tuple[Path, tuple[Path, ...]]:
    """The main file and the groups' files, the test's own."""
    main, files = _made
    return Path(shutil.copy(main, tmp_path)), tuple(Path(shutil.copy(one, tmp_path)) for one in files)


@pytest.fixture(scope="package")
def dock_on(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Any]:
    """A dock with a strukturbild open, as long as the block goes on."""

    @contextmanager
    def on(path: Path) -> Iterator[Any]:
        docks = opened_dock(path, tmp_path_factory.mktemp("öppen"))
        dock = next(docks)
        try:
            settle(dock)
            yield dock
        finally:
            list(docks)  # closes it

    return on
