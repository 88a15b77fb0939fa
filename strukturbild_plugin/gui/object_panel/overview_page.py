"""What is drawn in the picture that is shown: how many of each, by whom, and a way to each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsIconUtils, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...catalogue.model import Choice
from ...export.sheets.priorities import PRIORITY, REASON, priority_levels
from ...i18n import tr
from ...store.gpkg.records import ObjectRecord, Snapshot
from ..guarded import guarded
from ..options.author import natural
from ..session.open_document import table_of
from ..settings import language
from ..widgets.labels import quiet
from ..widgets.wrapping_delegate import WrappingDelegate

LAYER, OBJECT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
EVERYBODY, NOBODY = "*", ""
MOST_LISTED = 300
"""Objects listed under a layer; the search finds the rest."""
MOST_CHOSEN = 1000
"""Objects that can be chosen at once: each gets a light on the map."""


@dataclass(frozen=True)
class _Layer:
    """An open layer, as it is listed."""

    id: str
    table: str
    name: str


@guarded
class OverviewPage(QWidget):
    """A line per layer with its number of objects, and under it the objects themselves."""

    layer_wanted = pyqtSignal(str)
    object_wanted = pyqtSignal(str)
    object_opened = pyqtSignal(str)
    import_wanted = pyqtSignal()
    choice_wanted = pyqtSignal(object)
    """Ids of objects to choose on the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._layers: tuple[_Layer, ...] = ()
        self._icons: dict[str, QIcon] = {}
        self._of_layer: dict[str, list[ObjectRecord]] = {}
        self._bild_id, self._late = "", False
        self._priorities: tuple[Choice, ...] = ()
        column = QVBoxLayout(self)
        self.about = quiet("", self)
        column.addWidget(self.about)
        column.addLayout(self._filters())
        self._make_tree()
        column.addWidget(self.tree, 1)
        self.goals = quiet("", self)
        column.addWidget(self.goals)
        self.get = QPushButton(tr("Hämta objekt ur en fil…"), self)
        self.get.setToolTip(tr("Shapefil, GeoPackage, Excel, CSV och andra: visas på kartan innan något hämtas"))
        self.get.clicked.connect(guarded(lambda _=False: self.import_wanted.emit()))
        column.addWidget(self.get)

    def show_layers(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Another strukturbild, or other layers of it."""
        listed = tuple(_Layer(layer.id(), table_of(layer), layer.name()) for layer in layers)
        if listed != self._layers:
            self._layers, self._snapshot = listed, None
            self._icons = {layer.id(): QgsIconUtils.iconForLayer(layer) for layer in layers}
            self._fill()

    def show_live(self, snapshot: Snapshot) -> None:
        """What is drawn now, what is not saved too."""
        self._snapshot = snapshot
        self._fill()

    def show_picture(self, bild_id: str) -> None:
        """The map shows this picture; '' for all."""
        if bild_id != self._bild_id:
            self._bild_id = bild_id
            self._fill()

    def show_goals(self, goals: int, linked_objects: int) -> None:
        """How far the tie to the goals has come."""
        text = tr("{goals} mål. {objects} objekt är kopplade till mål.")
        self.goals.setText(text.format(goals=goals, objects=linked_objects) if goals else tr("Inga mål är valda."))

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: what was not worth the trouble while nobody looked."""
        super().showEvent(event)
        if self._late:
            self._fill()

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.group = QComboBox(self)
        self.group.setObjectName("strukturbild_grupp")
        self.group.setAccessibleName(tr("Ritat av"))
        self.group.setToolTip(tr("Räkna och visa bara det som en grupp har ritat"))
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.activated.connect(guarded(lambda _place: self._fill()))
        self.choose = QPushButton(tr("Välj på kartan"), self)
        self.choose.setToolTip(tr("Välj allt som räknas här, för att flytta, kopiera eller ta bort det"))
        self.choose.clicked.connect(guarded(lambda _=False: self.choice_wanted.emit(self._ids())))
        self.order = QComboBox(self)
        self.order.setObjectName("strukturbild_ordning")
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.order.setMinimumContentsLength(5)
        self.order.setAccessibleName(tr("Ordning"))
        self.order.addItem(tr("Efter namn"), "")
        self.order.addItem(tr("Efter prioritet"), PRIORITY)
        self.order.setToolTip(tr("I vilken ordning objekten står under sitt lager"))
        self.order.activated.connect(guarded(lambda _place: self._fill()))
        row.addWidget(self.group, 1)
        row.addWidget(self.order, 1)
        row.addWidget(self.choose)
        return row

    def _make_tree(self) -> None:
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("strukturbild_innehall")
        self.tree.setIndentation(14)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setHeaderLabels([tr("Lager"), tr("Antal")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        WrappingDelegate(self.tree)
        self.tree.itemClicked.connect(guarded(self._clicked))
        self.tree.itemActivated.connect(guarded(self._activated))
        self.tree.itemExpanded.connect(guarded(self._list_objects))

    def _fill(self) -> None:
        """Count, and list again what stands open. Only while somebody looks."""
        self._late = not self.isVisible()
        if self._late:
            return
        here = self._here()
        self._fill_groups(here)
        self._priorities = priority_levels(self._snapshot) if self._snapshot is not None else ()
        self.order.setVisible(bool(self._priorities) and any(one.attribut.get(PRIORITY) for one in here))
        group = self.group.currentData()
        wanted = [one for one in here if group in (None, EVERYBODY) or one.grupp == group]
        self._of_layer = defaultdict(list)
        for one in wanted:
            self._of_layer[one.lager].append(one)
        self._say(len(wanted))
        self.choose.setEnabled(0 < len(wanted) <= MOST_CHOSEN)
        self._fill_tree()

    def _here(self) -> list[ObjectRecord]:
        objects = self._snapshot.objects if self._snapshot is not None else ()
        return [one for one in objects if not self._bild_id or one.bild_id == self._bild_id]

    def _ids(self) -> tuple[str, ...]:
        return tuple(one.objekt_id for listed in self._of_layer.values() for one in listed)

    def _fill_groups(self, here: Sequence[ObjectRecord]) -> None:
        names = sorted({one.grupp for one in here if one.grupp}, key=natural)
        entries = [(tr("Alla som ritat"), EVERYBODY), *((name, name) for name in names)]
        if names and any(not one.grupp for one in here):
            entries.append((tr("Utan grupp"), NOBODY))
        if entries != [(self.group.itemText(row), self.group.itemData(row)) for row in range(self.group.count())]:
            chosen = self.group.currentData()
            self.group.clear()
            for name, code in entries:
                self.group.addItem(name, code)
            self.group.setCurrentIndex(max(self.group.findData(chosen), 0))
        self.group.setVisible(bool(names))
        self.choose.setVisible(bool(names))

    def _say(self, number: int) -> None:
        pictures = self._snapshot.pictures if self._snapshot is not None else ()
        name = next((one.namn for one in pictures if one.bild_id == self._bild_id), "")
        if name and len(pictures) > 1:
            first = tr("{picture}: {n} objekt.").format(picture=name, n=number)
        else:
            first = tr("{n} objekt.").format(n=number)
        self.about.setText(f"{first} {tr('Öppna ett lager och klicka på ett objekt för att gå dit.')}")

    def _fill_tree(self) -> None:
        """In place: what is looked at stays where it is, and an edit costs one line and not hundreds."""
        self.tree.blockSignals(True)
        if [self._top(row).data(0, LAYER) for row in range(self.tree.topLevelItemCount())] != [
            layer.id for layer in self._layers
        ]:
            self.tree.clear()
            for layer in self._layers:
                item = QTreeWidgetItem(self.tree, [layer.name])
                item.setIcon(0, self._icons[layer.id])
                item.setTextAlignment(1, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
                item.setData(0, LAYER, layer.id)
        for row, layer in enumerate(self._layers):
            item, number = self._top(row), len(self._of_layer.get(layer.table, ()))
            item.setText(1, str(number))
            policy = QTreeWidgetItem.ChildIndicatorPolicy
            item.setChildIndicatorPolicy(policy.ShowIndicator if number else policy.DontShowIndicator)
            if item.isExpanded():
                self._list_objects(item)
            else:
                item.takeChildren()
        self.tree.blockSignals(False)

    def _top(self, row: int) -> QTreeWidgetItem:
        return self.tree.topLevelItem(row)

    def _list_objects(self, item: QTreeWidgetItem) -> None:
        """The objects of a layer, by name; made when they are asked for, and then kept right."""
        layer = next((one for one in self._layers if one.id == item.data(0, LAYER)), None)
        if layer is None or item.parent() is not None:
            return
        listed = sorted(self._of_layer.get(layer.table, ()), key=self._place)
        rows = {item.child(row).data(0, OBJECT): item.child(row) for row in range(item.childCount())}
        wanted = {one.objekt_id for one in listed[:MOST_LISTED]}
        for objekt_id, row in rows.items():
            if objekt_id not in wanted:
                item.removeChild(row)
        for place, one in enumerate(listed[:MOST_LISTED]):
            row = rows.get(one.objekt_id)
            if row is None or item.child(place) is not row:
                if row is not None:
                    item.removeChild(row)
                row = QTreeWidgetItem()
                item.insertChild(place, row)
                row.setFirstColumnSpanned(True)
            self._say_object(row, layer.id, one)
        if len(listed) > MOST_LISTED:
            text = tr("… och {n} till. Sök med Ctrl+K.").format(n=len(listed) - MOST_LISTED)
            rest = QTreeWidgetItem(item, [text])
            rest.setFlags(Qt.ItemFlag.NoItemFlags)
            rest.setFirstColumnSpanned(True)

    def _place(self, one: ObjectRecord) -> tuple[int, Any]:
        """By name; or what comes first before it, and what has no priority last."""
        codes = [level.kod for level in self._priorities] if self._by_priority() else []
        code = str(one.attribut.get(PRIORITY) or "")
        return codes.index(code) if code in codes else len(codes), natural(one.namn or "\uffff")

    def _by_priority(self) -> bool:
        return not self.order.isHidden() and self.order.currentData() == PRIORITY

    def _say_object(self, row: QTreeWidgetItem, layer_id: str, one: ObjectRecord) -> None:
        name, told = self._called(one), self._told(one)
        if row.data(0, OBJECT) != one.objekt_id or row.text(0) != name or row.toolTip(0) != told:
            row.setText(0, name)
            row.setToolTip(0, told)
            row.setData(0, LAYER, layer_id)
            row.setData(0, OBJECT, one.objekt_id)

    def _called(self, one: ObjectRecord) -> str:
        name = one.namn.strip() or tr("{what} utan namn").format(what=self._kind(one))
        level = self._priority(one) if self._by_priority() else ""
        return f"{level} · {name}" if level else name

    def _priority(self, one: ObjectRecord) -> str:
        code = one.attribut.get(PRIORITY)
        return next((each.namn.in_language(language()) for each in self._priorities if each.kod == code), "")

    def _kind(self, one: ObjectRecord) -> str:
        klass = self._snapshot.catalogue.object_class(one.klass) if self._snapshot is not None else None
        return str(klass.namn.in_language(language())) if klass is not None else one.klass

    def _told(self, one: ObjectRecord) -> str:
        klass: Any = self._snapshot.catalogue.object_class(one.klass) if self._snapshot is not None else None
        level = klass.level(one.niva) if klass is not None else None
        said = [self._kind(one), level.namn.in_language(language()) if level is not None else ""]
        level_of_priority = self._priority(one)
        priority = tr("Prioritet: {level}").format(level=level_of_priority) if level_of_priority else ""
        reason = str(one.attribut.get(REASON) or "").strip() if priority else ""
        first = " · ".join(part for part in (*said, one.grupp) if part)
        return "\n".join(part for part in (first, ". ".join(filter(None, (priority, reason)))) if part)

    def _clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        if item.data(0, OBJECT):
            self.object_wanted.emit(item.data(0, OBJECT))
        elif item.data(0, LAYER):
            self.layer_wanted.emit(item.data(0, LAYER))

    def _activated(self, item: QTreeWidgetItem, _column: int) -> None:
        if item.data(0, OBJECT):
            self.object_opened.emit(item.data(0, OBJECT))
        elif item.childIndicatorPolicy() == QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator:
            item.setExpanded(not item.isExpanded())
