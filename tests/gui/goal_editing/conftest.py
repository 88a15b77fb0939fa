"""The dock with the worked example, opened once; what a test does is undone after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import opened_dock, wait
from tests.gui.goal_editing.helpers import settled


@pytest.fixture(scope="package")
def kept_dock(
    qgis_app: QgsApplication, _example_made_once: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """Opened once."""
    for dock in opened_dock(_example_made_once, tmp_path_factory.mktemp("egna_mal")):
        wait(lambda dock=dock: dock.step_actions.goal_windows.goals.snapshot is not None)
        yield dock


@pytest.fixture
def dock(kept_dock: Any) -> Iterator[Any]:
    """The dock, with the file as it was before and after the test."""
    before = read_snapshot(kept_dock.session.opened.path)
    yield kept_dock
    kept_dock.step_actions.goal_windows.close_down()
    while kept_dock.tools.edit_session.can_undo():
        kept_dock.tools.undo()
    settled(kept_dock)
    while kept_dock.head_edits.can_go_back():
        kept_dock.head_edits.go_back()
        settled(kept_dock)
    if kept_dock.session.opened.unsaved():
        kept_dock.session.save()
        wait(lambda: not kept_dock.session.opened.unsaved() and not kept_dock.session.runner.busy)
    after = read_snapshot(kept_dock.session.opened.path)
    assert (after.goal_sets, after.goals, after.links) == (before.goal_sets, before.goals, before.links)
    assert after.counterparts == before.counterparts
    kept_dock.session.iface.messageBar().clearWidgets()
