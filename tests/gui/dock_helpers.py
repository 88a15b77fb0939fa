"""A dock with the worked example open, without a window on the screen."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QMenu, QMessageBox, QPushButton

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.fake_iface import FakeIface


def wait(condition: Any, seconds: float = 240) -> None:
    """Let the window work until `condition()` holds."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert condition()


def answering(button: str, work: Callable[[], Any]) -> tuple[Any, str]:
    """Do something that asks, press the button with these words; what came of it, and what was asked."""
    asked: list[str] = []

    def press() -> None:
        shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
        box = next(shown, None)
        if box is None:
            QTimer.singleShot(50, press)
            return
        asked.append(f"{box.text()}\n{box.informativeText()}")
        next(one for one in box.buttons() if one.text() == button).click()

    QTimer.singleShot(50, press)
    return work(), "\n".join(asked)


def undo_all(dock: Any) -> None:
    """Undo what a test has done, and wait until that is saved and known everywhere: nothing of it meets the next."""
    while dock.tools.edit_session.can_undo():
        dock.tools.undo()
    dock.session.iface.messageBar().clearWidgets()
    wait(lambda: not dock.session.opened.unsaved() and not dock.session.runner.busy and dock.session.live.at_rest)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program writes in the file meanwhile: nothing that is drawn can be saved."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def opened_dock(example_file: Path, folder: Path) -> Iterator[Any]:
    """Open, give, and close again."""
    from strukturbild_plugin.gui.dock.dock_widget import StrukturbildDock

    QgsSettings().remove("strukturbild")
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "sv")
    QgsProject.instance().clear()
    path = Path(shutil.copy(example_file, folder / "exempel.gpkg"))
    window = QMainWindow()
    made = StrukturbildDock(FakeIface(window))
    made.session.open(path)
    wait(lambda: made.steps.tree.topLevelItemCount() > 0 and not made.session.runner.busy)
    yield made
    wait(lambda: not made.session.runner.busy)
    if made.session.opened is not None:
        made.session.close()
    made.close_down()
    wait(lambda: not made.session.runner.busy)
    QgsProject.instance().clear()
    sip.delete(window)
    QgsSettings().remove("locale/userLocale")
    QgsSettings().remove("locale/overrideFlag")


def form(dock: Any, measure: str) -> Any:
    """The form of the step that is measured by this."""
    step = next(one for one in dock.steps._live.chain.steps if one.mats_pa == measure)
    dock.steps.go(step.kod)
    return dock.steps._forms[measure]


def written(dock: Any) -> Any:
    """What stands in the file when everything has been written and read again."""
    wait(lambda: not dock.session.runner.busy)
    return read_snapshot(dock.session.opened.path)


def style_action(dock: Any, code: str) -> Any:
    """An entry of the menu of styles, as it stands right now."""
    from strukturbild_plugin.gui.styling.custom_style_actions import fill_menu

    dock.look_menu = QMenu()
    fill_menu(dock, dock.look_menu)
    return next(each for each in dock.look_menu.actions() if each.objectName() == f"strukturbild_utseende_{code}")


def settle(dock: Any) -> None:
    """Wait until the file is open again and read."""
    wait(lambda: not dock.session.runner.busy and dock.session.snapshot is not None)


def texts(dock: Any) -> list[str]:
    """What the message bar says."""
    return [item.text() for item in dock.session.iface.messageBar().items()]


def press(item: Any, words: str) -> None:
    """Press the button of a message."""
    next(each for each in item.findChildren(QPushButton) if each.text() == words).click()
