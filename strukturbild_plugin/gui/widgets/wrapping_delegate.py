"""Tree lines that wrap: a sentence is read whole, however narrow the dock."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QFont, QTextLayout, QTextOption
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from ..guarded import guarded

_AIR = 6


@guarded
class WrappingDelegate(QStyledItemDelegate):
    """Gives the first column of `tree` the height its text needs at the width there is."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(guarded(tree.doItemsLayout))
        tree.setWordWrap(True)
        tree.setUniformRowHeights(False)
        tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        tree.setItemDelegateForColumn(0, self)
        tree.viewport().installEventFilter(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        icon = styled.decorationSize.width() + _AIR if not styled.icon.isNull() else 0
        style = self._tree.style()
        margin = 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            icon += style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + margin
        width = self._tree.columnWidth(0) - self._tree.indentation() * _depth(self._tree, index) - icon - margin
        height = _height(styled.text, styled.font, max(width, 40))
        return QSize(max(width, 40), max(hint.height() if not styled.icon.isNull() else 0, height + _AIR))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._again.start()
        return super().eventFilter(watched, event)


def _height(text: str, font: QFont, width: int) -> int:
    """As the style lays the text out: font metrics say a little less, and the last line is then cut with dots."""
    layout, option = QTextLayout(text.replace("\n", "\u2028"), font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        height += line.height()
        line = layout.createLine()
    layout.endLayout()
    return math.ceil(height)


def _depth(tree: QTreeWidget, index: QModelIndex) -> int:
    depth = 1 if tree.rootIsDecorated() else 0
    while index.parent().isValid():
        depth, index = depth + 1, index.parent()
    return depth
