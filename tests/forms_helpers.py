"""A dock with the worked example open, without a window on the screen."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMainWindow

from tests.gui_fake import FakeIface


def wait(condition: Any, seconds: float = 30) -> None:
    """Let the window work until `condition()` holds."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert condition()


def opened_dock(example_file: Path, folder: Path) -> Iterator[Any]:
    """Open, give, and close again."""
    from strukturbild_plugin.gui.dock import StrukturbildDock

    QgsSettings().remove("strukturbild")
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "sv")
    QgsProject.instance().clear()
    path = Path(shutil.copy(example_file, folder / "exempel.gpkg"))
    window = QMainWindow()
    made = StrukturbildDock(FakeIface(window))
    made.bench.open(path)
    wait(lambda: made.steps.tree.topLevelItemCount() > 0 and not made.bench.runner.busy)
    yield made
    wait(lambda: not made.bench.runner.busy)
    if made.bench.opened is not None:
        made.bench.close()
    made.close_down()
    wait(lambda: not made.bench.runner.busy)
    QgsProject.instance().clear()
    sip.delete(window)
    QgsSettings().remove("locale/userLocale")
    QgsSettings().remove("locale/overrideFlag")
