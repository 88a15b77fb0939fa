"""A slot or an override in gui that is not guarded is seen, however it is handed to Qt."""

from __future__ import annotations

import ast

import pytest

from tools.lint.slot_rule import slot_breaches


def told(source: str, module: str = "gui.dock.page") -> list[int]:
    return [line for _name, line, _why in slot_breaches({module: ast.parse(source)})]


@pytest.mark.parametrize(
    "outside",
    [
        "button.clicked.connect(self.save)",
        "button.clicked.connect(lambda _=False: self.save())",
        "self.asked.connect(self.answer, Qt.ConnectionType.QueuedConnection)",
        "combo.activated[str].connect(self.take)",
        "connect = signal.connect(slot)",
        "session.opened_changed.disconnect(self.follow)",
        "QTimer.singleShot(0, self.fit)",
        "menu.addAction('Ångra', tools.undo)",
        "menu.addAction(icon('laga'), 'Laga', self.mend)",
        "QShortcut(QKeySequence.StandardKey.Undo, self, lambda: self.go(-1))",
        "widget.mousePressEvent = self.pressed",
    ],
)
def test_what_qt_calls_outside_the_guard_is_seen(outside: str) -> None:
    assert told(outside) == [1]


@pytest.mark.parametrize(
    "inside",
    [
        "button.clicked.connect(guarded(self.save))",
        "self.asked.connect(guarded(self.answer), Qt.ConnectionType.QueuedConnection)",
        "signal.disconnect()",
        "QTimer.singleShot(0, guarded(lambda: self.fit()))",
        "menu.addAction('Ångra')",
        "menu.addAction('Ångra', guarded(tools.undo))",
        "menu.addAction(icon('laga'), fix.mening)",
        "QShortcut(keys, self, guarded(self.undo))",
        "sqlite3.connect(path)",
    ],
)
def test_what_is_guarded_or_never_called_is_let_be(inside: str) -> None:
    assert told(inside) == []


IMPORT = "from qgis.gui import QgsMapTool\n"


def test_a_class_of_qts_is_guarded_also_through_one_of_ours() -> None:
    one, other = "class Tool(QgsMapTool):\n  def deactivate(self): ...\n", "class Pen(Tool):\n  def drop(self): ...\n"
    assert told(IMPORT + one + other) == [2, 4]
    assert told(IMPORT + "@guarded\n" + one + "@guarded\n" + other) == []
    apart = {"gui.tools": ast.parse(IMPORT + "@guarded\n" + one), "gui.pens": ast.parse(other)}
    assert [(name, line) for name, line, _why in slot_breaches(apart)] == [("gui.pens", 1)]


def test_classes_without_methods_or_of_our_own_alone_are_let_be() -> None:
    assert told(IMPORT + "class Tool(QgsMapTool):\n  name = 'pen'\nclass Plain:\n  def drop(self): ...\n") == []


def test_other_rooms_are_let_be() -> None:
    assert told("layer.committed.connect(self.saved)", "drawing.session.layer_watcher") == []
