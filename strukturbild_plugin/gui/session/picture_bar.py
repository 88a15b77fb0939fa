"""The row that says which picture the map shows, switches it, and puts another beside it."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ...i18n import tr
from ..guarded import guarded
from ..widgets.labels import icon
from .picture_themes import PictureThemes


@guarded
class PictureBar(QWidget):
    """Hidden when there is only one picture."""

    def __init__(self, pictures: PictureThemes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_bildval")
        self._pictures = pictures
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(tr("Bild som visas på kartan"))
        self.choice.setToolTip(tr("Bild som visas på kartan"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choice.activated.connect(guarded(lambda place: pictures.show(self.choice.itemData(place))))
        self.compare = QToolButton(self)
        self.compare.setIcon(icon("bredvid"))
        self.compare.setToolTip(tr("Visa en annan bild bredvid"))
        self.compare.setAccessibleName(tr("Visa en annan bild bredvid"))
        self.compare.clicked.connect(guarded(lambda _=False: self._compare()))
        row.addWidget(self.choice, 1)
        row.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignVCenter)
        pictures.changed.connect(guarded(self._fill))
        self._fill()

    def _fill(self) -> None:
        self.choice.clear()
        for view in self._pictures.views:
            self.choice.addItem(view.name, view.bild_id)
        if self._pictures.shown is not None:
            self.choice.setCurrentIndex(self.choice.findData(self._pictures.shown.bild_id))
        self.setVisible(len(self._pictures.views) > 1)

    def _compare(self) -> None:
        """One click when there is one other; a short list when there are several."""
        others = self._pictures.others()
        if len(others) == 1:
            self._pictures.compare(others[0].bild_id)
            return
        menu = QMenu(self)
        for view in others:
            menu.addAction(view.name).triggered.connect(
                guarded(lambda _=False, bild_id=view.bild_id: self._pictures.compare(bild_id))
            )
        menu.exec(self.compare.mapToGlobal(self.compare.rect().bottomLeft()))
