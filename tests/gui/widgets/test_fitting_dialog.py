"""No dialog of ours grows off a small screen, whatever it says: its buttons are there, and the rest scrolls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QRect
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout

from strukturbild_plugin.export.edition.edition import export
from strukturbild_plugin.gui.export_panel.export_controller import ExportController
from strukturbild_plugin.gui.session.open_document import OpenDocument
from strukturbild_plugin.gui.widgets.fitting_dialog import FittingDialog
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import wait
from tests.gui.helpers import ROOT

LAPTOP = QRect(0, 28, 1366, 712)
"""1366 x 768 with the desktop's panel taken off."""


@pytest.fixture
def laptop(monkeypatch: pytest.MonkeyPatch) -> Iterator[QRect]:
    monkeypatch.setattr(FittingDialog, "room", lambda self: QRect(LAPTOP))
    yield LAPTOP


class Wishes:
    """Stands where the session does."""

    request = None

    def export(self, request, *_answers) -> None:
        self.request = request


def test_every_dialog_of_ours_is_one_that_fits() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "strukturbild_plugin").rglob("*.py")]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    plain = [one.name for one in classes if "QDialog" in {ast.unparse(base) for base in one.bases}]
    assert plain == ["FittingDialog"]


def test_one_with_too_much_to_say_scrolls_above_its_buttons(qgis_app: QgsApplication, laptop: QRect) -> None:
    dialog = FittingDialog()
    column = QVBoxLayout(dialog)
    texts = [QLabel("En rad som ska gå att läsa", dialog) for _line in range(80)]
    for text in texts:
        column.addWidget(text)
    column.addStretch(1)
    button = QPushButton("Stäng", dialog)
    column.addWidget(button)
    dialog.move(900, 600)
    dialog.show()
    wait(lambda: laptop.contains(dialog.frameGeometry()), 5)
    assert dialog.rect().contains(button.geometry()) and button.isVisible()
    wait(lambda: all(one.isVisible() and one.height() >= one.sizeHint().height() for one in texts), 5)
    dialog.deleteLater()


def test_a_small_one_is_only_moved(qgis_app: QgsApplication, laptop: QRect) -> None:
    dialog = FittingDialog()
    QVBoxLayout(dialog).addWidget(QPushButton("Stäng", dialog))
    dialog.resize(300, 200)
    dialog.move(1300, -40)
    dialog.show()
    wait(lambda: laptop.contains(dialog.frameGeometry()), 5)
    assert dialog.height() == 200
    dialog.deleteLater()


def test_the_edition_dialog_fits_when_the_edition_is_made(
    qgis_app: QgsApplication, laptop: QRect, example_file: Path, tmp_path: Path
) -> None:
    snapshot, session = read_snapshot(example_file), Wishes()
    controller = ExportController(session, OpenDocument(example_file, snapshot.head, ()), snapshot, None)
    dialog = controller.dialog
    dialog.show()
    dialog.folder_line.setText(str(tmp_path / "ut"))
    dialog.more.click()
    dialog.start_wanted.emit()
    dialog.show_running()
    dialog.show_result(export(example_file, session.request), "Utkast")
    dialog.show_verdict("Filerna är oförändrade. " * 40)
    wait(lambda: laptop.contains(dialog.frameGeometry()), 5)
    wait(lambda: not dialog.trouble.visibleRegion().isEmpty(), 5)
    for button in (dialog.open_folder, dialog.verify, dialog.close_button):
        assert button.isVisible() and dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))
    dialog.close()


def test_no_window_answers_esc_with_close() -> None:
    """Qt's closeEvent() asks reject(): a window whose reject() calls close() can never be closed."""
    files = sorted((ROOT / "strukturbild_plugin" / "gui").rglob("*.py"))
    nodes = ((file.name, node) for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    assert [
        name
        for name, node in nodes
        if isinstance(node, ast.FunctionDef) and node.name == "reject" and "self.close()" in ast.unparse(node)
    ] == []
