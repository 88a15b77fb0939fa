"""An error that slips out of our own slots is told in a sentence; others' errors go where they went."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QMainWindow, QPushButton

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.gui.dock.header import Header
from strukturbild_plugin.gui.messages import Messages
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
    monkeypatch.setattr("strukturbild_plugin.gui.dock.header.tr", fail)  # what our slot calls fails
    slot = QPushButton(window)
    slot.clicked.connect(header.show_saved)
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
