"""The page of the dock that lists what the groups have drawn, those that most groups drew first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ..guarded import guarded
from ..widgets.labels import icon, quiet
from ..widgets.watched_page import WatchedPage

_ID = int(Qt.ItemDataRole.UserRole)
_CHIP_PX = 12


@dataclass(frozen=True)
class ShownMember:
    """A group's own. `says`: 'lik (94 %)', 'variant (64 %)'; `name`: what the group calls it, '' for no name."""

    objekt_id: str
    grupp: str
    says: str
    colour: str
    name: str = ""

    @property
    def title(self) -> str:
        """'Bord 3: Kil', 'Bord 3'."""
        return f"{self.grupp}: {self.name}" if self.name else self.grupp


@dataclass(frozen=True)
class ShownThing:
    """A row of the list. `thing`: what the thing is known by."""

    thing: str
    name: str
    says: str
    joint: bool
    members: Sequence[ShownMember]
    tip: str = ""


@guarded
class SynthesisPage(WatchedPage):
    """It only shows, and tells what is wanted; what that does is for the controller."""

    looked_at = pyqtSignal(str, str)
    """A thing is chosen or pointed at, and perhaps one group's of it (objekt_id); '' for none."""
    chosen = pyqtSignal(str, str)
    joint_wanted = pyqtSignal(str, str, bool)
    """The thing, one group's own of it or '', and whether it is to be changed by hand then."""
    all_wanted = pyqtSignal(int)
    """All that at least so many groups have drawn."""
    group_wanted = pyqtSignal(str)
    """Only this group's; '' for all."""
    overlay_wanted = pyqtSignal(bool)
    table_wanted = pyqtSignal()
    sheet_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_enighet")
        column = QVBoxLayout(self)
        column.setSpacing(6)
        self.summary = quiet("", self)
        column.addWidget(self.summary)
        column.addLayout(self._choices())
        self.tree = self._list()
        column.addWidget(self.tree, 1)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(tr("Skäl (valfritt)"))
        self.reason.setMaxLength(1000)
        column.addWidget(self.reason)
        column.addLayout(self._make_one())
        column.addLayout(self._make_all())
        column.addLayout(self._files())
        self._of = 0

    def show_groups(self, groups: Sequence[tuple[str, str]]) -> None:
        """The groups and their colours."""
        self.group.blockSignals(True)
        kept = self.group.currentData()
        self.group.clear()
        self.group.addItem(tr("Alla grupper"), "")
        for name, colour in groups:
            self.group.addItem(_chip(colour), tr("Bara {grupp}").format(grupp=name), name)
        self.group.setCurrentIndex(max(0, self.group.findData(kept)))
        self.group.blockSignals(False)
        self._of = len(groups)
        self.least.setMaximum(max(2, self._of))
        self.of_all.setText(tr("av {antal}").format(antal=self._of))
        self.of_all.setToolTip(tr("av {antal} grupper har ritat").format(antal=self._of))

    def show_things(self, summary: str, things: Sequence[ShownThing]) -> None:
        """The list; what was chosen stays so."""
        self.summary.setText(summary)
        kept, open_ones = self.current(), {item.data(0, _ID) for item in self._items() if item.isExpanded()}
        self.tree.blockSignals(True)
        self.tree.clear()
        for one in things:
            item = QTreeWidgetItem([one.name, one.says])
            item.setData(0, _ID, one.thing)
            if one.joint:
                item.setIcon(0, icon("klar"))
            item.setToolTip(0, one.tip or one.name)
            item.setToolTip(1, one.tip or one.says)
            for member in one.members:
                child = QTreeWidgetItem([member.title, member.says])
                child.setToolTip(0, member.title)
                child.setData(0, _ID, member.objekt_id)
                child.setIcon(0, _chip(member.colour))
                item.addChild(child)
            self.tree.addTopLevelItem(item)
            item.setExpanded(one.thing in open_ones)
        self._choose(*kept)
        self.tree.blockSignals(False)

    def show_able(self, text: str, able: bool, count: int) -> None:
        """What the button says of the chosen one, and how many the other would make joint."""
        self.make.setText(text)
        self.make.setEnabled(able)
        self.change.setEnabled(able)
        self.make_all.setText(tr("Gör gemensamt ({antal})").format(antal=count))
        self.make_all.setEnabled(count > 0)

    def current(self) -> tuple[str, str]:
        """The thing that is chosen and the group's own of it; '' for none."""
        return _known_by(self.tree.currentItem())

    def item_of(self, thing: str) -> QTreeWidgetItem | None:
        """The row of a thing."""
        return next((item for item in self._items() if item.data(0, _ID) == thing), None)

    def _choices(self) -> QHBoxLayout:
        self.group = QComboBox(self)
        self.group.setAccessibleName(tr("Vilka gruppers objekt som visas"))
        self.group.currentIndexChanged.connect(
            guarded(lambda _index: self.group_wanted.emit(str(self.group.currentData() or "")))
        )
        self.overlay = QCheckBox(tr("Antal på kartan"), self)
        self.overlay.setChecked(True)
        self.overlay.setToolTip(
            tr("Visa på kartan hur många grupper")
            + ". "
            + tr("Linjer blir bredare, ytor mörkare och noder större ju fler grupper. Bara på skärmen.")
        )
        self.overlay.toggled.connect(guarded(self.overlay_wanted))
        row = QHBoxLayout()
        row.addWidget(self.group, 1)
        row.addWidget(self.overlay)
        return row

    def _list(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("strukturbild_enighet_lista")
        tree.setAccessibleName(tr("Vad grupperna har ritat"))
        tree.setHeaderLabels([tr("Vad"), tr("Ritat av")])
        tree.setUniformRowHeights(True)
        tree.setIndentation(14)
        tree.setMouseTracking(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemEntered.connect(guarded(lambda item, _column: self.looked_at.emit(*_known_by(item))))
        tree.viewportEntered.connect(guarded(lambda: self.looked_at.emit(*self.current())))
        tree.currentItemChanged.connect(guarded(lambda item, _before: self.chosen.emit(*_known_by(item))))
        return tree

    def _make_one(self) -> QHBoxLayout:
        self.make, self.change = QPushButton(tr("Gör gemensamt"), self), QPushButton(tr("… och ändra"), self)
        self.make.setToolTip(
            tr("Ett gemensamt objekt ritas. Gruppernas egna flyttas till bilden ”gruppernas varianter”.")
        )
        self.change.setToolTip(tr("Gör gemensamt, och öppna det så att det kan ändras för hand"))
        self.make.clicked.connect(guarded(lambda _=False: self.joint_wanted.emit(*self.current(), False)))
        self.change.clicked.connect(guarded(lambda _=False: self.joint_wanted.emit(*self.current(), True)))
        row = QHBoxLayout()
        row.addWidget(self.make, 1)
        row.addWidget(self.change)
        return row

    def _make_all(self) -> QHBoxLayout:
        self.least = QSpinBox(self)
        self.least.setMinimum(2)
        self.least.setAccessibleName(tr("Minst så många grupper"))
        self.of_all = QLabel(self)
        self.make_all = QPushButton(self)
        self.make_all.setToolTip(tr("Allt som minst så många grupper har ritat blir gemensamt, som ett ångersteg"))
        self.make_all.clicked.connect(guarded(lambda _=False: self.all_wanted.emit(self.least.value())))
        self.least.valueChanged.connect(guarded(lambda _value: self.chosen.emit(*self.current())))
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Minst"), self))
        row.addWidget(self.least)
        row.addWidget(self.of_all)
        row.addWidget(self.make_all, 1)
        return row

    def _files(self) -> QHBoxLayout:
        self.table, self.sheet = QPushButton(tr("Spara tabell…"), self), QPushButton(tr("Spara kartblad…"), self)
        self.table.clicked.connect(guarded(lambda _=False: self.table_wanted.emit()))
        self.sheet.clicked.connect(guarded(lambda _=False: self.sheet_wanted.emit()))
        row = QHBoxLayout()
        row.addWidget(self.table)
        row.addWidget(self.sheet)
        row.addStretch(1)
        return row

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]

    def _choose(self, thing: str, own: str) -> None:
        """A thing that has become joint is the one that has the group's own among its rows."""
        item = self.item_of(thing) or next((each for each in self._items() if _child(each, thing) is not None), None)
        if item is not None:
            self.tree.setCurrentItem(_child(item, own) or item)

    def leaveEvent(self, event: object) -> None:
        """Qt's: nothing is pointed at."""
        super().leaveEvent(event)
        self.looked_at.emit(*self.current())


def _child(item: QTreeWidgetItem, objekt_id: str) -> QTreeWidgetItem | None:
    children = (item.child(place) for place in range(item.childCount()))
    return next((child for child in children if child.data(0, _ID) == objekt_id), None)


def _known_by(item: QTreeWidgetItem | None) -> tuple[str, str]:
    if item is None:
        return "", ""
    above = item.parent()
    if above is None:
        return str(item.data(0, _ID)), ""
    return str(above.data(0, _ID)), str(item.data(0, _ID))


def _chip(colour: str) -> QIcon:
    picture = QPixmap(_CHIP_PX, _CHIP_PX)
    picture.fill(QColor(colour))
    return QIcon(picture)
