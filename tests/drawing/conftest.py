"""A strukturbild with three towns and lines between them, open for QGIS's own tools."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.goal_links import add_goal_link
from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link
from strukturbild_plugin.drawing.edits.qgis_tool_edits import QgisToolEdits
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.drawing.helpers import SAMBAND, STRAK, desk_on, towns
from tests.store.helpers import FILE_NAME, new_file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, qgis_app: QgsApplication) -> Path:
    """Three towns, a stråk along them and a samband, all linked to goals."""
    path = new_file(tmp_path_factory.mktemp("gjord"))
    with contextlib.closing(desk_on(path)) as session:
        ids = towns(session)
        goals = [goal.mal_id for goal in read_snapshot(path).goals][:2]
        for objekt_id in (*ids, draw_corridor(session, STRAK, ids), draw_link(session, SAMBAND, ids[0], ids[1])):
            for goal in goals:
                add_goal_link(session, objekt_id, goal)
        session.save()
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / FILE_NAME))


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def edit_session(path: Path, said: list[str], qgis_app: QgsApplication) -> Iterator[EditSession]:
    session = desk_on(path)
    session.notices.append(said.append)
    QgisToolEdits(session)
    yield session
    session.close()
