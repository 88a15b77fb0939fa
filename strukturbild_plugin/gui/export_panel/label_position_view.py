"""The sheet as a picture whose names can be taken and put elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPainterPath, QPainterPathStroker, QPen, QPixmap, QPolygonF
from qgis.PyQt.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QWidget

from ...export.label_positions import DrawnSheet, NameBox
from ...i18n import tr
from ..guarded import guarded

_GRIP = 3.0
"""Pixels around a name that also take hold of it."""
_ZOOM = 1.25
_STEP, _LONG_STEP = 1.0, 10.0
"""Pixels a name goes with an arrow key, and with shift held."""
_HELD, _MOVED = QColor(20, 90, 170), QColor(120, 120, 120)
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@guarded
class LabelPositionView(QGraphicsView):
    """The sheet; a name is dragged, or chosen and nudged with the arrow keys; the wheel makes it larger."""

    name_moved = pyqtSignal(str, float, float)
    """Id of the object, and pixels right and down."""
    chosen_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(tr("Kartbladet med namnen"))
        self._whole = True
        self.names: dict[str, LabelItem] = {}
        self.scene().selectionChanged.connect(guarded(self.chosen_changed))

    def show_drawn(self, drawn: DrawnSheet, chosen: str = "") -> None:
        """Show the sheet as it is drawn now; the name of object `chosen` is chosen."""
        self.scene().blockSignals(True)
        self.scene().clear()
        picture = QPixmap.fromImage(drawn.image)
        self.scene().addPixmap(picture)
        self.scene().setSceneRect(QRectF(picture.rect()))
        self.names = {}
        for name in drawn.names:
            item = LabelItem(name, drawn.image, self.name_moved.emit)
            self.scene().addItem(item)
            self.names[name.objekt_id] = item
        self.scene().blockSignals(False)
        if chosen in self.names:
            self.names[chosen].setSelected(True)
        self.chosen_changed.emit()
        if self._whole:
            self.show_whole()

    def chosen(self) -> NameBox | None:
        """The name that is chosen."""
        return next((item.name for item in self.names.values() if item.isSelected()), None)

    def show_whole(self) -> None:
        """Make the sheet as large as the window holds."""
        self._whole = True
        self.fitInView(self.scene().sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def zoom(self, factor: float) -> None:
        """Make the sheet so many times larger."""
        self._whole = False
        self.scale(factor, factor)

    def keyPressEvent(self, event: Any) -> None:
        """Qt's: the chosen name goes a little to the side with the arrow keys; more with shift."""
        way, name = _KEYS.get(Qt.Key(event.key())), self.chosen()
        if way is None or name is None:
            super().keyPressEvent(event)
            return
        far = _LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        self.name_moved.emit(name.objekt_id, way[0] * far, way[1] * far)

    def wheelEvent(self, event: Any) -> None:
        """Qt's: larger and smaller."""
        self.zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM)

    def resizeEvent(self, event: Any) -> None:
        """Qt's: the whole sheet stays whole."""
        super().resizeEvent(event)
        if self._whole:
            self.show_whole()


@guarded
class LabelItem(QGraphicsItem):
    """A name that can be taken hold of; while it is on its way it takes its part of the picture along."""

    def __init__(self, name: NameBox, picture: QImage, moved: Callable[[str, float, float], None]) -> None:
        super().__init__()
        self.name = name
        self._picture, self._moved_to = picture, moved
        self._hovered = False
        self._path = QPainterPath()
        self._path.setFillRule(Qt.FillRule.WindingFill)
        for piece in name.pieces:
            self._path.addPolygon(QPolygonF([QPointF(x, y) for x, y in (*piece, piece[0])]))
        self._path = self._path.united(_widened(self._path)).simplified()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(f"{name.name}\n{name.kind}")

    def boundingRect(self) -> QRectF:
        """Qt's: what it covers."""
        return self._path.boundingRect().adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        """Qt's: where it can be taken."""
        return self._path

    def paint(self, painter: QPainter, _option: Any, _widget: QWidget | None = None) -> None:
        """Qt's: nothing but an outline, until it is on its way."""
        if self.pos() != QPointF(0, 0):
            painter.save()
            painter.setClipPath(self._path)
            box = self.boundingRect()
            painter.drawImage(box, self._picture, box)
            painter.restore()
        if self.isSelected() or self._hovered:
            painter.setPen(_pen(_HELD, 2.0 if self.isSelected() else 1.2))
            painter.drawPath(self._path)
        elif self.name.moved:
            pen = _pen(_MOVED, 1.2)
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawPath(self._path)

    def hoverEnterEvent(self, event: Any) -> None:
        """Qt's: show what can be taken."""
        self._hovered = True
        self.update()
        super().hoverEnterEvent(event)

    def hoverLeaveEvent(self, event: Any) -> None:
        """Qt's: and no more."""
        self._hovered = False
        self.update()
        super().hoverLeaveEvent(event)

    def mouseReleaseEvent(self, event: Any) -> None:
        """Qt's: the name is put down."""
        super().mouseReleaseEvent(event)
        if self.pos() != QPointF(0, 0):
            self._moved_to(self.name.objekt_id, self.pos().x(), self.pos().y())


def _widened(path: QPainterPath) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * _GRIP)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(path)


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen
