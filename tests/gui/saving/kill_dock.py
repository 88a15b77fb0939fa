"""Kills the dock while it draws without a pause: `python -m tests.gui.saving.kill_dock 100`.

At most the gesture in hand is lost, and each is in the file whole or not at all (tests/drawing/kill_saves.py).
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.drawing.kill_saves import draw_on, drawn_in, run


def draw_in_the_dock(path: Path) -> None:
    """The worker: the dock saves what is drawn."""
    from qgis.testing import start_app

    start_app()
    from qgis.PyQt.QtCore import QCoreApplication

    from tests.gui.dock_helpers import opened_dock

    folder = path.with_suffix("")
    folder.mkdir()
    dock = next(opened_dock(path, folder))
    assert dock.session.opened.path == drawn_in(path)

    def let_it_be_saved() -> None:
        while dock.session.opened.unsaved():
            QCoreApplication.processEvents()

    draw_on(dock.tools.edit_session, let_it_be_saved)


if __name__ == "__main__":
    sys.exit(run(draw_in_the_dock, "tests.gui.saving.kill_dock"))
