"""The windows of goals over a dock with the worked example."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import wait


def settled(dock: Any) -> Any:
    """The sets of goals as the windows see them when all has been written and read again."""
    goals = dock.step_actions.goal_windows.goals
    QCoreApplication.processEvents()
    wait(lambda: not dock.session.runner.busy and not dock.head_edits.busy and goals.snapshot is not None)
    path = dock.session.opened.path

    def shown() -> bool:
        there = read_snapshot(path)
        seen = goals.snapshot
        return not goals._pending and (seen.goal_sets, seen.goals, seen.counterparts) == (
            *(there.goal_sets, there.goals),
            there.counterparts,
        )

    wait(shown)
    return goals


def fill(form: Any, name: str, value: Any) -> None:
    """Write in a field and leave it."""
    field = form.fields[name]
    if hasattr(field, "setPlainText"):
        field.setPlainText(value)
    else:
        field.setText(value)
    field.keep()
