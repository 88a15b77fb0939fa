"""What Qt calls of ours: an error in it is told, never let out, and everything else is as without the guard."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    QTimer,
    pyqtSignal,
)
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QUndoCommand, QUndoStack, QWidget

from strukturbild_plugin.gui.guarded import guarded, listen, stop_listening


@pytest.fixture
def heard(qgis_app: QgsApplication) -> Iterator[list[str]]:
    """The names of what failed; nothing reaches Python's own hook."""
    failed: list[str] = []

    def listener(_error: Exception, action: str) -> bool:
        failed.append(action.split(".")[-1])
        return True

    listen(listener)
    yield failed
    stop_listening(listener)


class Sender(QObject):
    told = pyqtSignal(int, str)


@guarded
class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[Any] = []

    def nothing(self) -> None:
        self.got.append(None)

    def number(self, number: int) -> None:
        self.got.append(number)

    def all(self, *words: Any) -> None:
        self.got.append(words)

    def fails(self, _number: int) -> None:
        raise ValueError

    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:
        raise ValueError


@guarded
class Label(QLabel):
    def sizeHint(self) -> QSize:
        raise ValueError

    def paintEvent(self, _event: Any) -> None:
        raise ValueError

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            raise ValueError
        return super().event(event)


@guarded
class Command(QUndoCommand):
    def redo(self) -> None:
        raise ValueError

    def undo(self) -> None:
        raise ValueError


@guarded
class Model(QAbstractListModel):
    def rowCount(self, *_parent: QModelIndex) -> int:
        return 1

    def data(self, _index: QModelIndex, _role: int = 0) -> Any:
        raise ValueError


def test_a_slot_that_fails_is_told(heard: list[str]) -> None:
    sender, receiver = Sender(), Receiver()
    sender.told.connect(guarded(receiver.fails))
    sender.told.connect(guarded(lambda: 1 / 0))
    sender.told.emit(1, "a")
    QTimer.singleShot(0, guarded(lambda: 1 / 0))
    QCoreApplication.processEvents()
    assert heard == ["fails", "<lambda>", "<lambda>"]


def test_a_slot_gets_as_many_arguments_as_it_takes(heard: list[str]) -> None:
    sender, receiver = Sender(), Receiver()
    for slot in (receiver.nothing, receiver.number, receiver.all):
        sender.told.connect(guarded(slot))
    sender.told.emit(7, "a")
    assert receiver.got == [None, 7, (7, "a")] and heard == []


def test_a_guarded_slot_can_be_disconnected_and_goes_with_its_object(heard: list[str]) -> None:
    sender, receiver = Sender(), Receiver()
    sender.told.connect(guarded(receiver.number))
    sender.told.disconnect(guarded(receiver.number))
    sender.told.connect(guarded(receiver.fails))
    sip.delete(receiver)
    sender.told.emit(1, "a")
    gone = Receiver()
    sender.told.connect(guarded(gone.fails))
    del gone
    gc.collect()
    sender.told.emit(1, "a")
    assert heard == []


def test_a_signal_and_a_method_of_qts_are_connected_as_they_are(heard: list[str]) -> None:
    first, second, label = Sender(), Sender(), QLabel()
    first.told.connect(guarded(second.told))
    first.told.connect(guarded(label.setNum))
    first.told.emit(3, "a")
    assert label.text() == "3"


def test_an_override_that_fails_is_told_and_qt_answers_in_its_place(heard: list[str]) -> None:
    label = Label("Nod")
    assert label.sizeHint() == QLabel("Nod").sizeHint() and heard == ["sizeHint"]
    QCoreApplication.sendEvent(label, QEvent(QEvent.Type.User))
    assert heard[1:] == ["event"]
    label.resize(20, 20)
    label.grab()
    assert "paintEvent" in heard


def test_a_filter_that_fails_lets_the_event_through(heard: list[str]) -> None:
    button, receiver, pressed = QPushButton(), Receiver(), []
    button.installEventFilter(receiver)
    button.clicked.connect(guarded(lambda: pressed.append(1)))
    button.click()
    QCoreApplication.sendEvent(button, QEvent(QEvent.Type.Enter))
    assert pressed == [1] and "eventFilter" in heard


def test_undo_and_the_methods_of_a_model_are_guarded(heard: list[str]) -> None:
    stack, model = QUndoStack(), Model()
    stack.push(Command())
    stack.undo()
    assert heard == ["redo", "undo"]
    model.index(0).data(Qt.ItemDataRole.DisplayRole)
    assert set(heard[2:]) == {"data"}


def test_what_ends_the_program_is_not_swallowed(heard: list[str]) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded(stop)()
    assert heard == []


def test_without_a_listener_the_error_goes_where_it_went(qgis_app: QgsApplication) -> None:
    widget = QWidget()
    with pytest.raises(ZeroDivisionError):
        guarded(lambda: widget.width() / 0)()
