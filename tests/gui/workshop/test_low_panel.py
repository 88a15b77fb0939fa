"""A group's copy on a small laptop: what it draws with is in view at once, and says in words what it does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QWidget

from strukturbild_plugin.gui.widgets.labels import ElidedLabel
from tests.gui.workshop.helpers import DockOn, Started

LOW = 580
"""As high as the dock gets at 1366 x 768."""


def show(dock: Any, width: int, step: str = "noder") -> None:
    """A dock of this size in pixels, at a step."""
    dock.setFloating(True)
    dock.resize(width, LOW)
    dock.show()
    dock.steps.go(step)
    for _ in range(5):
        QApplication.processEvents()


def in_view(widget: QWidget) -> bool:
    """Whether all of it is to be seen."""
    return widget.isVisible() and widget.visibleRegion().boundingRect().size() == widget.size()


@pytest.mark.parametrize("file", [0, 4])
def test_the_tiles_are_in_view_at_once(started: Started, dock_on: DockOn, file: int) -> None:
    with dock_on((*started[1], started[0])[file]) as dock:
        show(dock, dock.fontMetrics().height() * 22)
        tiles = dock.drawing.tiles.values()
        assert len([tile for tile in tiles if in_view(tile)]) >= min(6, len(tiles))
        assert dock.steps.short.text() == dock.steps.title.text() == "4. Noder"
        assert dock.header.height() < 3.2 * dock.fontMetrics().height()
        assert not dock.steps.why.isHidden() and dock.steps.why.y() > dock.drawing.y()
        dock.resize(dock.width(), 1200)
        QApplication.processEvents()
        assert dock.steps.title.isVisible() and dock.steps.why.y() < dock.drawing.y()


@pytest.mark.parametrize("lines", [16, 18, 22, 30])
def test_comment_and_vote_are_words_however_narrow_it_is(started: Started, dock_on: DockOn, lines: int) -> None:
    with dock_on(started[1][0]) as dock:
        show(dock, dock.fontMetrics().height() * lines)
        for button, word in zip(dock.drawing._worded, ("Kommentera", "Rösta")):
            assert button.text() == word and button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
            assert button.width() >= button.bare_width() > button.fontMetrics().horizontalAdvance(word)
            assert button.geometry().right() < dock.drawing.width()


def test_what_a_group_may_not_do_is_said_in_the_head_of_a_low_panel_too(started: Started, dock_on: DockOn) -> None:
    for file, limited in ((0, False), (3, True)):
        with dock_on(started[1][file]) as dock:
            show(dock, dock.fontMetrics().height() * 22, "")
            assert dock.header.group.isVisible() and dock.header.copied.isVisible() == limited
            assert "Målbild 2040" in dock.header.copied.toolTip()


def test_a_file_name_is_cut_in_the_middle_within_what_a_theme_leaves(qgis_app: QgsApplication, tmp_path: Path) -> None:
    name = f"{'Strukturbild för Västerbottens län '}{'mycket ' * 12}lång.gpkg"
    window = QWidget()
    window.setStyleSheet("QLabel { padding: 0 12px; font-size: 17px; }")
    label = ElidedLabel(window)
    label.set_whole(name, str(tmp_path / name))
    label.setFixedWidth(300)
    window.show()
    QApplication.processEvents()
    assert label.text().startswith("Str") and label.text().endswith("gpkg") and "…" in label.text()
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.contentsRect().width()
    assert label.toolTip().endswith(name)


def test_it_is_said_that_the_steps_are_being_read(started: Started, dock_on: DockOn) -> None:
    with dock_on(started[1][0]) as dock:
        show(dock, 400, "")
        assert not dock.steps.reading.isVisible()
        dock.steps.show_nothing()
        assert dock.steps.reading.isVisible() and dock.steps.reading.text() == "Strukturbilden läses …"
