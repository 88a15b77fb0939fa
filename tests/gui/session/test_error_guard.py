"""An error that slips out of our own slots is told in a sentence; others' errors go where they went."""

from __future__ import annotations

import sys
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QPushButton

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.gui.dock.header import Header
from strukturbild_plugin.gui.guarded import guarded
from strukturbild_plugin.gui.messages import Messages
from strukturbild_plugin.gui.saving.save_controller import SaveState
from strukturbild_plugin.gui.session.error_guard import Guard
from tests.gui.fake_iface import FakeIface


@pytest.fixture
def others(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What goes on to QGIS's own hook."""
    heard: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: heard.append(str(error)))
    return heard


def test_our_errors_become_a_sentence_said_once_and_others_pass_on(
    qgis_app: QgsApplication, others: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QMainWindow()
    iface, raised = FakeIface(window), [(StoreError, "Filen är låst."), (ValueError, "fel värde")]
    bar: QgsMessageBar = iface.messageBar()
    guard = Guard(Messages(iface))

    def fail(*_: Any) -> None:
        kind, words = raised[0]
        raise kind(words)

    header = Header(window)
    monkeypatch.setattr(header.saved, "setText", fail)  # what our slot calls fails
    slot = QPushButton(window)
    slot.pressed.connect(partial(header.show_saved, SaveState("Sparat 14.32")))
    for _ in range(3):
        slot.click()
    assert [item.text() for item in bar.items()] == ["Filen är låst."]
    raised.pop(0)
    slot.click()
    assert len(bar.items()) == 2 and "oväntat" in bar.items()[0].text() and others == []
    foreign = QPushButton(window)
    foreign.clicked.connect(fail)
    foreign.click()
    assert others == ["fel värde"], "anropet var inte vårt"
    guard.close()
    slot.click()
    assert others == ["fel värde", "fel värde"] and len(bar.items()) == 2


def test_an_unexpected_error_gives_a_report_without_names_or_content(
    qgis_app: QgsApplication, others: list[str], tmp_path: Path
) -> None:
    window = QMainWindow()
    iface = FakeIface(window)
    guard, secret = Guard(Messages(iface)), tmp_path / "Karin Ek" / "Sydost.gpkg"

    def write_name() -> None:
        try:
            secret.read_bytes()
        except OSError as error:
            raise KeyError("Ekebo torg") from error

    button = QPushButton(window)
    button.clicked.connect(guarded(write_name))
    button.click()
    guard.close()
    copy = next(one for one in iface.messageBar().findChildren(QPushButton) if one.text() == "Kopiera felrapport")
    copy.click()
    report = QApplication.clipboard().text()
    assert "QGIS 3." in report and "write_name" in report and "KeyError" in report and "FileNotFoundError" in report
    assert "strukturbild_plugin/gui/guarded.py:" in report and others == []
    for told in ("Karin", "Sydost", "Ekebo", str(tmp_path), str(Path(__file__).parent)):
        assert told not in report


def test_an_error_at_every_paint_is_told_once_and_one_that_is_asked_for_again(
    qgis_app: QgsApplication, others: list[str]
) -> None:
    window = QMainWindow()
    iface = FakeIface(window)
    guard, bar = Guard(Messages(iface)), iface.messageBar()
    told: dict[str, list[int]] = {"Tile.paintEvent": [], "Palette.press": []}
    for name, counts in told.items():
        for _ in range(3):
            for _ in range(2):
                guard.tell(ValueError(), name) if name == "Palette.press" else guard.tell(TypeError(), name)
            counts.append(len(bar.items()))
            bar.clearWidgets()
    guard.close()
    assert told == {"Tile.paintEvent": [1, 0, 0], "Palette.press": [1, 1, 1]}


def test_an_error_in_another_thread_is_told_in_the_window(qgis_app: QgsApplication, others: list[str]) -> None:
    window = QMainWindow()
    iface = FakeIface(window)
    guard = Guard(Messages(iface))
    thread = threading.Thread(target=lambda: guard.tell(StoreError("Filen är låst."), "work"))
    thread.start()
    thread.join()
    assert iface.messageBar().items() == []
    QApplication.processEvents()
    assert [item.text() for item in iface.messageBar().items()] == ["Filen är låst."]
    guard.close()
