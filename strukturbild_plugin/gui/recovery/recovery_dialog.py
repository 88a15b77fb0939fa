"""What was not saved, looked at before it is laid back or thrown away: a list, and the shapes on the map."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...compat import AREA_GEOMETRY
from ...drawing.session.row_codec import as_geometry
from ...i18n import tr
from ...store.autosave.copy_format import RowChange
from ...store.schema.tables import GEOMETRY
from ..guarded import guarded
from ..map_coordinates import GroundBand, centre_on, is_shown
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet
from ..widgets.wrapping_delegate import WrappingDelegate
from .change_descriptions import said_moment, said_number, verb_of
from .recovery_controller import RecoveryController, RecoveryOffer

MOST_LINES, MOST_OPEN = 500, 12
"""More changes are not listed; more are listed with what is different folded away."""
_BACK, _GONE = QColor(0, 110, 200, 200), QColor(200, 40, 40, 200)


@guarded
class RecoveryDialog(FittingDialog):
    """Stands beside the map and stops nothing; the shapes are shown as long as it is open."""

    def __init__(self, recovery: RecoveryController, offer: RecoveryOffer, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("strukturbild_osparat")
        self.setWindowTitle(tr("Det som inte hann sparas"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.offer, self._recovery = offer, recovery
        self._canvas = recovery.canvas
        self._bands: list[GroundBand] = []
        text = tr("Inte sparat {time}: {things}. På kartan är det blått; det som togs bort är rött.")
        self.about = quiet(text.format(time=said_moment(offer.copy.tid), things=said_number(offer.copy.rader)), self)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setItemDelegate(WrappingDelegate(self.tree))
        self.tree.itemClicked.connect(guarded(self._go_to))
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addWidget(self.tree, 1)
        column.addWidget(self._buttons())
        self._fill()
        self._take_place()

    def _take_place(self) -> None:
        """In the corner of the map, within it, so that the rest of it and the dock are seen."""
        line, room = self.fontMetrics().height(), self._canvas.size()
        width = min(30 * line, max(19 * line, room.width() // 2))
        height = min(28 * line, max(16 * line, room.height() * 6 // 10), max(14 * line, room.height() - 4 * line))
        self.resize(width, height)
        self.move(self._canvas.mapToGlobal(QPoint(line, min(3 * line, max(0, room.height() - height)))))

    def done(self, result: int) -> None:
        """Qt's: the window is closed in one way or another."""
        self._wipe()
        super().done(result)

    def closeEvent(self, event: Any) -> None:
        """Qt's."""
        self._wipe()
        super().closeEvent(event)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.restore_button = QPushButton(tr("Behåll min version") if self.offer.left else tr("Återställ"), self)
        if self.offer.left:
            self.restore_button.setToolTip(tr("Lägg tillbaka det ändå, över det som andra har ändrat. Ctrl+Z ångrar."))
            self.restore_button.setEnabled(any(one.may_count for one in self.offer.left))
        self.restore_button.clicked.connect(guarded(lambda _=False: self._leave_by(self._restore)))
        self.throw_button = QPushButton(tr("Släng"), self)
        self.throw_button.clicked.connect(guarded(lambda _=False: self._leave_by(self._throw)))
        close = QPushButton(tr("Stäng"), self)
        close.clicked.connect(guarded(lambda _=False: self.close()))
        box.addButton(self.restore_button, role.ActionRole)
        box.addButton(self.throw_button, role.ActionRole)
        box.addButton(close, role.RejectRole)
        close.setDefault(True)
        return box

    def _restore(self) -> None:
        self._recovery.restore(self.offer, count=bool(self.offer.left))

    def _throw(self) -> None:
        self._recovery.throw(self.offer)

    def _leave_by(self, way: Any) -> None:
        self.close()
        way()

    def _fill(self) -> None:
        layers = self._recovery.autosave.layers if self._recovery.autosave is not None else {}
        teller, rows = self._recovery.descriptions(), self.offer.copy.rader
        for number, change in enumerate(rows[:MOST_LINES]):
            layer = layers.get(change.tabell)
            item = QTreeWidgetItem([f"{verb_of(change)}: {teller.title(change)}"])
            item.setData(0, Qt.ItemDataRole.UserRole, number)
            left = self.offer.left[number] if self.offer.left else None
            told = teller.details(change) if left is None else [left.why, *teller.details(change, left.there)]
            item.addChildren([QTreeWidgetItem([said]) for said in told])
            self.tree.addTopLevelItem(item)
            item.setExpanded(left is not None or len(rows) <= MOST_OPEN)
            self._draw(change, layer)
        if len(rows) > MOST_LINES:
            self.tree.addTopLevelItem(QTreeWidgetItem([tr("… och {n} till.").format(n=len(rows) - MOST_LINES)]))

    def _draw(self, change: RowChange, layer: Any) -> None:
        geometry = _shape(change, layer)
        if geometry is None:
            return
        band = GroundBand(self._canvas, geometry.type())
        colour = _GONE if change.now is None else _BACK
        band.setStrokeColor(colour)
        fill = QColor(colour)
        fill.setAlpha(30 if geometry.type() == AREA_GEOMETRY else 200)
        band.setFillColor(fill)
        band.setWidth(3)
        band.setLineStyle(Qt.PenStyle.DashLine)
        band.setIcon(GroundBand.IconType.ICON_CIRCLE)
        band.setIconSize(11)
        band.set_shape(geometry)
        self._bands.append(band)

    def _go_to(self, item: QTreeWidgetItem, _column: int) -> None:
        """Bring it into view."""
        number = (item.parent() or item).data(0, Qt.ItemDataRole.UserRole)
        if number is None or self._recovery.autosave is None:
            return
        change = self.offer.copy.rader[number]
        geometry = _shape(change, self._recovery.autosave.layers.get(change.tabell))
        if geometry is not None and not is_shown(self._canvas, geometry.boundingBox()):
            centre_on(self._canvas, geometry.boundingBox().center())

    def _wipe(self) -> None:
        for band in self._bands:
            band.remove()
        self._bands = []


def _shape(change: RowChange, layer: Any) -> QgsGeometry | None:
    value = change.cell(GEOMETRY)
    if layer is None or value is None:
        return None
    try:
        geometry = as_geometry(layer, value)
    except ValueError:
        return None
    return None if geometry.isNull() else geometry
