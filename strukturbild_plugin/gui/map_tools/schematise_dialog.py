"""Schematise: one calm area of many detailed ones, tried out on the map before it is kept."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsMapLayerProxyModel, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
)

from ...catalogue.kinds import kind_codes, kind_name
from ...catalogue.model import AREA, Kind
from ...drawing.edits.areas import SchematiseOptions, schematise
from ...drawing.edits.objects import NewObject, add_object
from ...drawing.edits.schematise_sources import SchematiseSource, read_areas
from ...errors import StrukturbildError
from ...feedback import Feedback
from ...i18n import tr
from ..guarded import guarded
from ..session.task_runner import TaskRunner
from ..settings import language
from ..widgets.dialog_parts import answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet
from ..widgets.step_slider import StepSlider
from .base_tool import area_band
from .tool_controller import ToolController

SETTLE_MS = 150
_JOIN = (0, 200, 500, 1000, 1500, 2000, 3000, 5000, 8000, 12000, 20000)
_BENDS = (50, 100, 200, 300, 500, 800, 1200, 2000, 3000, 5000)
_ROUND = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)
_PART = (0, 0.1, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 250)
_KM2 = 1e6


@guarded
class SchematiseDialog(FittingDialog):
    """Stays beside the map: the selection may be changed and the map moved while it is open."""

    def __init__(self, tools: ToolController, klass: str, niva: str = "") -> None:
        super().__init__(tools.iface.mainWindow(), Qt.WindowType.Tool)
        self.setObjectName("strukturbild_schematisera")
        self.setWindowTitle(tr("Schematisera"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tools = tools
        self._taken: SchematiseSource | None = None
        self._shape: QgsGeometry | None = None
        self._layer: QgsVectorLayer | None = None
        self.kinds: tuple[Kind, ...] = ()
        self._runner = TaskRunner(lambda _error, _details: None)
        self._busy = self._again = False
        self._band = area_band(tools.iface.mapCanvas(), 90)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(guarded(self._try_out))
        self._build(klass, niva)
        tools.tool_changed.connect(guarded(self._strukturbild_left))
        self._choose_layer(self.layer.currentLayer())

    def calm(self) -> SchematiseOptions:
        """What the sliders say."""
        return SchematiseOptions(
            join=self.join.value(),
            tolerance=self.bends.value(),
            smoothness=self.round.value() / 100,
            smallest_hole=self.hole.value() * _KM2,
            smallest_part=self.part.value() * _KM2,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: over the dock at the right, so that the map can be seen."""
        super().showEvent(event)
        window = self._tools.iface.mainWindow().geometry()
        canvas = self._tools.iface.mapCanvas()
        top = canvas.mapToGlobal(canvas.rect().topLeft()).y()
        self.adjustSize()
        self.move(window.right() - self.frameGeometry().width() - 8, top)

    def done(self, result: int) -> None:
        """Qt's: however it was closed, the preview goes."""
        self._soon.stop()
        self._runner.close()
        self._forget_layer()
        self._band.remove()
        super().done(result)

    def _build(self, klass: str, niva: str) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 52)
        column = QVBoxLayout(self)
        text = tr("Gör en förenklad yta av många detaljerade. Dra i reglagen; kartan visar resultatet.")
        column.addWidget(quiet(text, self))
        self.layer = QgsMapLayerComboBox(self)
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.only = QCheckBox(self)
        self.klass, self.level, self.name = QComboBox(self), QComboBox(self), QLineEdit(self)
        usual = SchematiseOptions()
        self.join = StepSlider(_JOIN, usual.join, tr("{value} m"), self)
        self.bends = StepSlider(_BENDS, usual.tolerance, tr("{value} m"), self)
        self.round = StepSlider(_ROUND, usual.smoothness * 100, tr("{value} %"), self)
        self.part = StepSlider(_PART, usual.smallest_part / _KM2, tr("{value} km²"), self)
        self.hole = StepSlider(_PART, usual.smallest_hole / _KM2, tr("{value} km²"), self)
        self._form = form = QFormLayout()
        for label, widget in (
            (tr("Ytor ur lagret"), self.layer),
            ("", self.only),
            (tr("Slå ihop ytor närmare än"), self.join),
            (tr("Jämna ut bukter mindre än"), self.bends),
            (tr("Rundning"), self.round),
            (tr("Ta bort delar mindre än"), self.part),
            (tr("Fyll hål mindre än"), self.hole),
            (tr("Blir"), self.klass),
            (tr("Nivå"), self.level),
            (tr("Namn"), self.name),
        ):
            form.addRow(label, widget)
        self._fill_classes(klass, niva)
        column.addLayout(form)
        self.outcome = quiet("", self)
        column.addWidget(self.outcome)
        buttons, self.keep = answers(self, tr("Lägg till i bilden"), tr("Stäng"), self._keep)
        self.keep.setDefault(True)
        column.addWidget(buttons)
        self.layer.layerChanged.connect(guarded(self._choose_layer))
        self.only.toggled.connect(guarded(lambda _on: self._read_areas()))
        for slider in (self.join, self.bends, self.round, self.part, self.hole):
            slider.moved.connect(guarded(self._ask))

    def _fill_classes(self, wanted: str, niva: str) -> None:
        edit_session = self._tools.edit_session
        for klass in edit_session.catalogue.in_legend_order() if edit_session is not None else ():
            if AREA in klass.lager:
                self.klass.addItem(klass.namn.in_language(language()), klass.kod)
        self.klass.setCurrentIndex(max(self.klass.findData(wanted), 0))
        self.klass.currentIndexChanged.connect(guarded(lambda _place: self._fill_levels("")))
        self._fill_levels(niva)

    def _fill_levels(self, niva: str) -> None:
        edit_session = self._tools.edit_session
        klass = edit_session.catalogue.object_class(self.klass.currentData()) if edit_session is not None else None
        self.level.clear()
        self.kinds = klass.kinds() if klass is not None else ()
        for kind in self.kinds:
            self.level.addItem(kind_name(kind, language()), kind_codes(kind)[0])
        self.level.setCurrentIndex(max(self.level.findData(niva), 0))
        for widget in (self.level, self._form.labelForField(self.level)):
            widget.setVisible(self.level.count() > 0)

    def _choose_layer(self, layer: QgsVectorLayer | None) -> None:
        self._forget_layer()
        self._layer = layer
        if layer is not None:
            layer.selectionChanged.connect(guarded(self._selection_changed))
            layer.willBeDeleted.connect(guarded(self._forget_layer))
        self._selection_changed()

    def _forget_layer(self) -> None:
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(guarded(self._selection_changed))
            self._layer.willBeDeleted.disconnect(guarded(self._forget_layer))
        self._layer = None

    def _selection_changed(self, *_: object) -> None:
        number = self._layer.selectedFeatureCount() if self._layer is not None else 0
        text = tr("Bara de {number} markerade") if number else tr("Inget är markerat: alla ytor tas med")
        self.only.setText(text.format(number=number))
        self.only.setEnabled(number > 0)
        if self.only.isChecked() != (number > 0):
            self.only.setChecked(number > 0)  # takes
        else:
            self._read_areas()

    def _read_areas(self) -> None:
        """Read the areas anew."""
        self._taken = None
        if self._layer is None:
            self._show(None, tr("Det finns inget lager med ytor i projektet."))
            return
        try:
            self._taken = read_areas(self._layer, self.only.isChecked())
        except StrukturbildError as error:
            self._show(None, str(error))
            return
        self._ask()

    def _ask(self) -> None:
        """What is shown is not what is wished for any more: it cannot be kept before it is."""
        self.keep.setEnabled(False)
        self._soon.start()

    def _try_out(self) -> None:
        """In a task, one at a time; what was asked meanwhile is tried afterwards."""
        taken, calm = self._taken, self.calm()
        if taken is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True

        def work(_feedback: Feedback) -> QgsGeometry:
            return schematise(taken.areas, calm)

        self.outcome.setText(tr("Räknar…"))
        self._runner.start(tr("Schematiserar"), work, lambda shape: self._tried(taken, shape), self._failed)

    def _tried(self, taken: SchematiseSource, shape: QgsGeometry) -> None:
        pieces, number = len(shape.asGeometryCollection()), len(taken.areas)
        before = tr("{number} ytor på {size} km²") if number > 1 else tr("En yta på {size} km²")
        after = tr("{number} förenklade ytor på {size} km²") if pieces > 1 else tr("en förenklad yta på {size} km²")
        text = tr("{before} blir {after}.").format(
            before=before.format(number=number, size=_round(sum(each.area() for each in taken.areas))),
            after=after.format(number=pieces, size=_round(shape.area())),
        )
        self._show(shape, text)
        self._go_on()

    def _failed(self, error: Exception, _details: str) -> None:
        self._show(None, str(error))
        self._go_on()

    def _go_on(self) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self._soon.start()

    def _show(self, shape: QgsGeometry | None, text: str) -> None:
        self._shape = shape
        self.outcome.setText(text)
        self.keep.setEnabled(shape is not None and not self._again and not self._soon.isActive())
        self._band.set_shape(shape if shape is not None else QgsGeometry())

    def _keep(self) -> None:
        tools, shape, taken = self._tools, self._shape, self._taken
        edit_session = tools.edit_session
        if edit_session is None or shape is None or taken is None:
            return
        level, subtype = kind_codes(self.kinds[self.level.currentIndex()]) if self.kinds else ("", "")
        prefill = NewObject(self.klass.currentData(), level, subtype, tools.picture)
        name = self.name.text().strip()
        made = tools.draw(lambda: add_object(edit_session, prefill, shape, name, {"kalla": taken.kalla}))
        if made:
            self.accept()
            tools.use_select_tool()
            tools.choose([made])

    def _strukturbild_left(self) -> None:
        if self._tools.edit_session is None:
            self.reject()


def _round(square_metres: float) -> str:
    """Square kilometres with as many figures as mean something."""
    value = square_metres / _KM2
    return f"{value:,.0f}".replace(",", "\u00a0") if value >= 10 else f"{value:.1f}".replace(".", ",")
