"""Where to click in a tree with boxes to tick."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionViewItem, QTreeWidgetItem


def box_of(tree: Any, item: QTreeWidgetItem) -> QPoint:
    """The middle of the box of a line, in its viewport."""
    option = QStyleOptionViewItem()
    option.initFrom(tree)
    option.rect = tree.visualItemRect(item)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, tree)
    return QPoint(box.center())
