"""What the strukturbild holds: how many of each, and a way to the layer."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsIconUtils, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ..i18n import tr
from .look import quiet
from .wrapping import Wrapping


class OverviewPage(QWidget):
    """A line per layer with its number of objects."""

    layer_wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addWidget(quiet(tr("Välj ett lager att rita i. Ritverktygen finns i verktygsraden."), self))
        self.tree = QTreeWidget(self)
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels([tr("Lager"), tr("Objekt")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        Wrapping(self.tree)
        self.tree.currentItemChanged.connect(self._chosen)
        column.addWidget(self.tree, 1)
        self.goals = quiet("", self)
        column.addWidget(self.goals)

    def show_layers(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Count the objects of each, unsaved ones too."""
        self.tree.blockSignals(True)
        chosen = self.tree.currentItem().data(0, Qt.ItemDataRole.UserRole) if self.tree.currentItem() else None
        self.tree.clear()
        for layer in layers:
            item = QTreeWidgetItem(self.tree, [layer.name(), str(max(layer.featureCount(), 0))])
            item.setIcon(0, QgsIconUtils.iconForLayer(layer))
            item.setTextAlignment(1, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
            item.setData(0, Qt.ItemDataRole.UserRole, layer.id())
            if layer.id() == chosen:
                self.tree.setCurrentItem(item)
        self.tree.blockSignals(False)

    def show_goals(self, goals: int, linked_objects: int) -> None:
        """How far the tie to the goals has come."""
        words = tr("{goals} mål. {objects} objekt är knutna till mål.")
        self.goals.setText(words.format(goals=goals, objects=linked_objects) if goals else tr("Inga mål är valda."))

    def _chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.layer_wanted.emit(item.data(0, Qt.ItemDataRole.UserRole))
