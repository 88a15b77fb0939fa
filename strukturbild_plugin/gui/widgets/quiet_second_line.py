"""Lines of a list in two: what it is, and below it, quieter, what is said of it. Both are cut when there is no room."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtGui import QFont, QPainter, QPalette
from qgis.PyQt.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..guarded import guarded

_AIR = 6
_QUIET, _SMALLER = 0.72, 0.9


@guarded
class QuietSecondLine(QStyledItemDelegate):
    """Draws the lines of `view`, whose texts have a line break between the two."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        view.setItemDelegate(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Qt's: as high as two lines, however long they are."""
        return QSize(40, 2 * option.fontMetrics.lineSpacing() + _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Qt's: the box to tick and the ground as the style has them, then the two lines."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        first, _, second = styled.text.partition("\u2028")  # Qt's line break
        styled.text = ""
        style = styled.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, styled.widget)
        styled.text = first  # without any text the style gives it no room
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, styled, styled.widget)
        room = QRect(room.left() + 3, option.rect.top() + _AIR // 2, option.rect.right() - room.left() - 6, 0)
        selected = bool(styled.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        colour, high = styled.palette.color(role), styled.fontMetrics.lineSpacing()
        painter.save()
        font = QFont(styled.font)
        for number, text in enumerate((first, second)):
            if number:
                font.setPointSizeF(font.pointSizeF() * _SMALLER)
                colour.setAlphaF(_QUIET)
            painter.setFont(font)
            painter.setPen(colour)
            line = QRect(room.left(), room.top() + number * high, room.width(), high)
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
        painter.restore()
