"""What of the map is not under a window: there is where something pointed out in that window is shown.

A window of ours that covers too much is moved to an edge of the screen, and made smaller when that is not enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, QRect, QSize
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

MIN_SIDE = 180
"""Pixels: of the shorter side of a part of the map in which something can be seen."""
_OURS = __name__.split(".")[0]


def uncovered(canvas: QgsMapCanvas) -> QRect:
    """The largest part of the map (in its pixels) that no window covers; all of it when every part is covered."""
    free = _beside(canvas, [window.frameGeometry() for window in _windows_over(canvas)])
    return free if free.isValid() else canvas.rect()


def make_room(canvas: QgsMapCanvas) -> QRect:
    """The same, after our own windows that cover nearly all of the map have been moved aside."""
    windows = list(_windows_over(canvas))
    frames = {each: each.frameGeometry() for each in windows}
    free = _beside(canvas, frames.values())
    ours = [each for each in windows if type(each).__module__.startswith(f"{_OURS}.")]
    if ours and not _enough(free):
        front = QApplication.activeWindow()
        moved = front if front in ours else ours[-1]
        others = [frame for each, frame in frames.items() if each is not moved]
        best, decoration = frames[moved], frames[moved].size() - moved.size()
        for place in sorted(_places(moved), key=lambda place: _covers_panel(canvas, place)):
            beside = _beside(canvas, [*others, place])
            if not _enough(free) and _worth(beside) > _worth(free):
                best, free = place, beside
        moved.resize(best.size() - decoration)
        moved.move(best.topLeft())
    return free if free.isValid() else canvas.rect()


def _windows_over(canvas: QgsMapCanvas) -> Iterator[QWidget]:
    """The dialogs and floating panels that stand over the window of the map."""
    window = canvas.window()
    for each in QApplication.topLevelWidgets() if canvas.isVisible() else ():
        if isinstance(each, (QDialog, QDockWidget)) and each.isVisible() and not each.isMinimized():
            above = each.parentWidget()
            if above is not None and above.window() is window and _on_map(canvas, each.frameGeometry()).isValid():
                yield each


def _on_map(canvas: QgsMapCanvas, frame: QRect) -> QRect:
    """The part of the map (in its pixels) under a window; not valid when there is none."""
    return QRect(canvas.mapFromGlobal(frame.topLeft()), frame.size()).intersected(canvas.rect())


def _beside(canvas: QgsMapCanvas, frames: Iterable[QRect]) -> QRect:
    """The largest part of the map beside these windows; not valid when there is none."""
    free = canvas.rect()
    for frame in frames:
        under = _on_map(canvas, frame).intersected(free)
        if under.isValid():
            left = QRect(free.topLeft(), QSize(under.left() - free.left(), free.height()))
            right = QRect(QPoint(under.right() + 1, free.top()), free.bottomRight())
            above = QRect(free.topLeft(), QSize(free.width(), under.top() - free.top()))
            below = QRect(QPoint(free.left(), under.bottom() + 1), free.bottomRight())
            free = max((left, right, above, below), key=_worth)
    return free


def _places(window: QWidget) -> Iterator[QRect]:
    """Where a window could stand, with its frame: at the edges of the screen as it is, then as small as it can be."""
    screen = window.screen().availableGeometry()
    frame = window.frameGeometry().size() - window.size()
    least = window.minimumSizeHint().expandedTo(window.minimumSize()).boundedTo(window.size())
    for size in (window.size(), least):
        outer = size + frame
        right, bottom = screen.right() + 1 - outer.width(), screen.bottom() + 1 - outer.height()
        for x in (right, screen.left()):
            for y in (bottom, screen.top()):
                yield QRect(QPoint(max(x, screen.left()), max(y, screen.top())), outer)


def _covers_panel(canvas: QgsMapCanvas, frame: QRect) -> bool:
    """Whether a window that stands there would lie over a panel of ours: what is asked there is about the map."""
    panels = [each for each in canvas.window().findChildren(QDockWidget) if type(each).__module__.startswith(_OURS)]
    shown = (each for each in panels if each.isVisible() and not each.isFloating())
    return any(frame.intersects(QRect(each.mapToGlobal(QPoint()), each.size())) for each in shown)


def _worth(part: QRect) -> tuple[int, int]:
    """To compare by: in a long strip nothing is seen, however large it is."""
    return (min(part.width(), part.height(), MIN_SIDE), part.width() * part.height()) if part.isValid() else (0, 0)


def _enough(part: QRect) -> bool:
    return min(part.width(), part.height()) >= MIN_SIDE
