"""Tree lines that wrap: a sentence is read whole, however narrow the dock."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, QTimer
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

_AIR = 6


class Wrapping(QStyledItemDelegate):
    """Gives the first column of `tree` the height its text needs at the width there is."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(tree.doItemsLayout)
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
        margin = 2 * (self._tree.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
        width = self._tree.columnWidth(0) - self._tree.indentation() * _depth(self._tree, index) - icon - margin
        room = QRect(0, 0, max(width, 40), 10_000)
        height = styled.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), styled.text).height()
        return QSize(max(width, 40), max(hint.height() if not styled.icon.isNull() else 0, height + _AIR))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._again.start()
        return super().eventFilter(watched, event)


def _depth(tree: QTreeWidget, index: QModelIndex) -> int:
    depth = 1 if tree.rootIsDecorated() else 0
    while index.parent().isValid():
        depth, index = depth + 1, index.parent()
    return depth
