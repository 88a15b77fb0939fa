"""What is taken out of a file, and as what: layer, class, picture, level and columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from ...catalogue.kinds import kind_codes, kind_name
from ...catalogue.model import ObjectClass
from ...i18n import tr
from ...store.importing.plan import ImportPlan
from ...store.importing.request import ALL_LAYERS, NAME_AND_PLACE, ImportRequest
from ...store.importing.source import SourceLayer
from ...store.importing.values import targets
from .. import settings
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.session import Session
from ..widgets.labels import heading, quiet
from . import import_texts
from .column_table import ColumnTable


@guarded
class ImportForm(QWidget):
    """The choices, in the order one makes them."""

    changed = pyqtSignal()
    layer_changed = pyqtSignal()

    def __init__(self, session: Session, tools: ToolController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tools = session, tools
        self._layers: tuple[SourceLayer, ...] = ()
        self._own_columns = self._own_id = False
        self.layers, self.classes, self.pictures, self.levels, self.identity = (_list(self) for _ in range(5))
        self.columns = ColumnTable(self)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, box in (
            (tr("Lager"), self.layers),
            (tr("Blir"), self.classes),
            (tr("Bild"), self.pictures),
            (tr("Nivå"), self.levels),
        ):
            box.setAccessibleName(title)
            form.addRow(title, box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.addLayout(form)
        self._columns_title = heading(tr("Kolumner"), self)
        column.addWidget(self._columns_title)
        column.addWidget(self._places_form())
        column.addWidget(self.columns)
        self._identity_title = heading(tr("Känns igen på"), self)
        self._identity_why = quiet("", self)
        for widget in (self._identity_title, self.identity, self._identity_why):
            column.addWidget(widget)
        column.addStretch(1)
        self.layers.activated.connect(guarded(lambda _place: self._layer_chosen()))
        self.classes.activated.connect(guarded(lambda _place: self._class_chosen()))
        self.identity.activated.connect(guarded(lambda _place: self._id_chosen()))
        for box in (self.pictures, self.levels):
            box.activated.connect(guarded(lambda _place: self.changed.emit()))
        self.columns.changed.connect(guarded(self._column_chosen))
        self.show_layers(())

    def _places_form(self) -> QWidget:
        self._places = QWidget(self)
        form = QFormLayout(self._places)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.east, self.north = _list(self), _list(self)
        for title, box in ((tr("Öst (x, longitud)"), self.east), (tr("Norr (y, latitud)"), self.north)):
            box.setAccessibleName(title)
            box.setToolTip(tr("Står båda i en kolumn, eller som WKT: välj den som öst och låt norr vara."))
            box.activated.connect(guarded(lambda _place: self.changed.emit()))
            form.addRow(title, box)
        return self._places

    def ready(self) -> bool:
        """Whether there is something to ask about."""
        return bool(self._layers) and self.klass() is not None

    def show_layers(self, layers: Sequence[SourceLayer], wanted: str = "") -> None:
        """What the file holds; the `wanted` layer is chosen, else the first with shapes."""
        self._layers = tuple(layers)
        self.layers.clear()
        for layer in self._layers:
            self.layers.addItem(import_texts.layer_text(layer), layer.name)
        if len(self._layers) > 1:
            count = sum(layer.count for layer in self._layers)
            self.layers.addItem(tr("Alla lager: {antal} objekt").format(antal=import_texts.number(count)), ALL_LAYERS)
        first = next((place for place, layer in enumerate(self._layers) if layer.kinds), 0)
        place = next((place for place, layer in enumerate(self._layers) if layer.name == wanted), first)
        self.layers.setCurrentIndex(place if self._layers else -1)
        self._fill_pictures()
        self._fill_classes()
        self._fill_places()
        self._fresh()
        for widget in (self.columns, self._columns_title, self._identity_title, self.identity, self._identity_why):
            widget.setVisible(bool(self._layers))
        self.setEnabled(bool(self._layers))

    def klass(self) -> ObjectClass | None:
        """The class that the objects become."""
        edit_session = self._tools.edit_session
        kod = str(self.classes.currentData() or "")
        return edit_session.catalogue.object_class(kod) if edit_session is not None and kod else None

    def request(self, path: Path) -> ImportRequest:
        """What is chosen here."""
        return ImportRequest(
            source=path,
            layer_name=str(self.layers.currentData() or ""),
            klass=str(self.classes.currentData() or ""),
            bild_id=str(self.pictures.currentData() or ""),
            fields=self.columns.fields() if self._own_columns else {},
            default_level=str(self.levels.currentData() or ""),
            id_field=str(self.identity.currentData() or "") if self._own_id else "",
            x_column=str(self.east.currentData() or ""),
            y_column=str(self.north.currentData() or ""),
            who=settings.author(),
        )

    def choose_class(self, kod: str) -> None:
        """The objects become this, as if it had been chosen in the list."""
        place = self.classes.findData(kod)
        if place >= 0:
            self.classes.setCurrentIndex(place)
            self._class_chosen()

    def show_plan(self, plan: ImportPlan) -> None:
        """The columns as they were read."""
        klass, edit_session = self.klass(), self._tools.edit_session
        if klass is None or edit_session is None:
            return
        columns = self._column_names()
        self.columns.show_mapping(targets(edit_session.catalogue, klass), columns, plan.mapping)
        self.identity.clear()
        self.identity.addItem(tr("namn och plats"), NAME_AND_PLACE)
        for name in columns:
            self.identity.addItem(name, name)
        self.identity.setCurrentIndex(max(self.identity.findData(plan.id_column), 0))
        self._identity_why.setText(plan.id_why)
        self._identity_why.setVisible(bool(plan.id_column and plan.id_why))

    def _chosen_layers(self) -> list[SourceLayer]:
        chosen = self.layers.currentData()
        return [layer for layer in self._layers if chosen in (layer.name, ALL_LAYERS)]

    def _column_names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for layer in self._chosen_layers() for name in layer.columns))

    def _fill_places(self) -> None:
        """A table has its coordinates in columns: guessed, or pointed out."""
        is_table = any(not layer.kinds for layer in self._chosen_layers())
        for box in (self.east, self.north):
            box.clear()
            box.addItem(tr("(söks upp)"), "")
            for name in self._column_names():
                box.addItem(name, name)
        self._places.setVisible(is_table)

    def _fill_pictures(self) -> None:
        self.pictures.clear()
        for picture in self._tools.pictures:
            self.pictures.addItem(picture.namn, picture.bild_id)
        self.pictures.setCurrentIndex(max(self.pictures.findData(self._tools.picture), 0))

    def _fill_classes(self) -> None:
        """Those that are drawn as what the layer holds; the one that was chosen stays when it can."""
        edit_session, before = self._tools.edit_session, self.classes.currentData()
        self.classes.clear()
        those = self._chosen_layers()
        for klass in edit_session.catalogue.klasser if edit_session is not None else ():
            if any(layer.fits(klass.lager) for layer in those):
                self.classes.addItem(klass.namn.in_language(settings.language()), klass.kod)
        self.classes.setCurrentIndex(max(self.classes.findData(before), 0))
        self._fill_levels()

    def _fill_levels(self) -> None:
        before, klass = self.levels.currentData(), self.klass()
        self.levels.clear()
        self.levels.addItem(tr("som filen anger"), "")
        for kind in klass.kinds() if klass is not None else ():
            level = kind_codes(kind)[0]
            if level:
                self.levels.addItem(kind_name(kind, settings.language()), level)
        self.levels.setCurrentIndex(max(self.levels.findData(before), 0))
        self.levels.setEnabled(self.levels.count() > 1)

    def _fresh(self) -> None:
        self._own_columns = self._own_id = False

    def _layer_chosen(self) -> None:
        self._fill_classes()
        self._fill_places()
        self._fresh()
        self.layer_changed.emit()
        self.changed.emit()

    def _class_chosen(self) -> None:
        self._fill_levels()
        self._own_columns = False
        self.changed.emit()

    def _column_chosen(self) -> None:
        self._own_columns = True
        self.changed.emit()

    def _id_chosen(self) -> None:
        self._own_id = True
        self.changed.emit()


def _list(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    return box
