"""The one file for differences between QGIS 3.22 and later (and Qt 5 and 6): names that moved, and calls that changed.

Other rooms take what they need from here and never ask for a version themselves. It is also the only way to `gdal`,
`ogr` and `osr`: whether they raise is decided here, not by what some other plugin has set.
"""

from __future__ import annotations

import contextlib
import importlib
import threading
from typing import Any, Iterator

from qgis import core
from qgis.core import Qgis, QgsField
from qgis.PyQt import QtCore, QtGui
from qgis.PyQt.QtGui import QFont

_LABELS_BY_TEXT_RENDERER = 32400
_MEAN_LETTER_SHARE, _UNSEEN_POINTS = 0.55, 0.05
"""The mean width of a letter as a share of the type size; points that nobody sees."""

GDAL_FAILED = (RuntimeError, UnicodeError)
"""What `raising_gdal` lets GDAL raise; the second when GDAL's own message is not in UTF-8."""
_GDAL_MODULES = ("gdal", "ogr", "osr")


def __getattr__(name: str) -> Any:
    """`gdal`, `ogr` and `osr`, loaded when they are first asked for: QGIS should not start slower for them.

    And `QUndoCommand`, wherever this Qt has it.
    """
    if name in _GDAL_MODULES:
        return importlib.import_module(f"osgeo.{name}")
    if name == "QUndoCommand":  # Qt 6 has it in QtGui
        return getattr(QtGui, name, None) or getattr(importlib.import_module("qgis.PyQt.QtWidgets"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@contextlib.contextmanager
def raising_gdal() -> Iterator[Any]:
    """Inside the block (or the function it decorates) GDAL raises GDAL_FAILED when something fails; gives `gdal`.

    Whether GDAL raises is a setting of the whole process: QGIS leaves it off, another plugin or GDAL 4 may have it on.
    What it was comes back. Not for generators: they would keep the setting between their values.
    """
    modules = [importlib.import_module(f"osgeo.{name}") for name in _GDAL_MODULES]
    with contextlib.ExitStack() as inside:
        if hasattr(modules[0], "ExceptionMgr"):  # GDAL 3.7: a setting of this thread alone
            for module in modules:
                inside.enter_context(module.ExceptionMgr(useExceptions=True))
        else:
            inside.enter_context(_WHOLE_PROCESS)
        yield modules[0]


def close_dataset(dataset: Any) -> None:
    """Close the GDAL dataset now: the traceback of an error may keep it until GDAL itself is gone, and then QGIS
    crashes.
    """
    if hasattr(dataset, "Close"):  # GDAL 3.8
        dataset.Close()
    else:
        dataset.__swig_destroy__(dataset)


class _WholeProcess:
    """Before GDAL 3.7 all threads share the setting: the first block turns it on, and the last one back."""

    def __init__(self) -> None:
        self._lock, self._blocks, self._were_silent = threading.Lock(), 0, []  # type: ignore[var-annotated]

    def __enter__(self) -> None:
        with self._lock:
            self._blocks += 1
            if self._blocks == 1:
                modules = [importlib.import_module(f"osgeo.{name}") for name in _GDAL_MODULES]
                self._were_silent = [module for module in modules if not module.GetUseExceptions()]
                for module in self._were_silent:
                    module.UseExceptions()

    def __exit__(self, *_error: object) -> None:
        with self._lock:
            self._blocks -= 1
            if not self._blocks:
                for module in reversed(self._were_silent):  # GDAL wants them back in the opposite order
                    module.DontUseExceptions()


_WHOLE_PROCESS = _WholeProcess()


def pick(*paths: str) -> Any:
    """The first of dotted `paths` below qgis.core that exists in the running QGIS."""
    for path in paths:
        found: Any = core
        for name in path.split("."):
            found = getattr(found, name, None)
            if found is None:
                break
        if found is not None:
            return found
    raise AttributeError(paths[0])


MILLIMETERS = pick("QgsUnitTypes.RenderUnit.RenderMillimeters", "Qgis.RenderUnit.Millimeters")
POINTS = pick("QgsUnitTypes.RenderUnit.RenderPoints", "Qgis.RenderUnit.Points")

MARKER_SYMBOL = pick("Qgis.SymbolType.Marker", "QgsSymbol.SymbolType.Marker")
LINE_SYMBOL = pick("Qgis.SymbolType.Line", "QgsSymbol.SymbolType.Line")
FILL_SYMBOL = pick("Qgis.SymbolType.Fill", "QgsSymbol.SymbolType.Fill")

POINT_GEOMETRY = pick("Qgis.GeometryType.Point", "QgsWkbTypes.GeometryType.PointGeometry")
LINE_GEOMETRY = pick("Qgis.GeometryType.Line", "QgsWkbTypes.GeometryType.LineGeometry")
AREA_GEOMETRY = pick("Qgis.GeometryType.Polygon", "QgsWkbTypes.GeometryType.PolygonGeometry")

TASK_FLAGS = core.QgsTask.Flag.CanCancel | getattr(core.QgsTask, "Silent", core.QgsTask.Flag.CanCancel)
"""Can be cancelled, and (where QGIS knows how) says nothing of its own when it is done."""


def keep_worker_threads() -> None:
    """Let QGIS's worker threads live on when they are idle.

    A coordinate system belongs to the thread that met it first. When that thread ends, after half a minute without
    work, QGIS keeps the system but new threads get no transformation: they draw and write what they were given,
    without an error (measured in 3.22 and 3.44). A task of ours is often the first to meet one.
    """
    own = core.QgsApplication.taskManager().findChild(QtCore.QThreadPool)
    for pool in (QtCore.QThreadPool.globalInstance(), own):
        if pool is not None:
            pool.setExpiryTimeout(-1)


_MET_FIRST = ("EPSG:3006", "EPSG:3857", "EPSG:4326", "EPSG:3021")
"""SWEREF 99 TM, web maps, degrees and RT 90."""


def meet_coordinate_systems() -> None:
    """Let the main thread, which never ends, be the first that meets the systems of Swedish maps.

    QGIS and other plugins have threads of their own, which end: one that was the first to meet a system takes it along
    (store/geometry/transforms.py).
    """
    for name in _MET_FIRST:
        core.QgsCoordinateReferenceSystem(name)


NO_THREADING = pick("Qgis.ProcessingAlgorithmFlag.NoThreading", "QgsProcessingAlgorithm.Flag.FlagNoThreading")

TEXT_AS_TEXT = pick(
    "Qgis.TextRenderFormat.AlwaysText",
    "QgsRenderContext.TextRenderFormat.TextFormatAlwaysText",
    "QgsRenderContext.TextFormatAlwaysText",
)

LAYOUT_ANTIALIASING, LAYOUT_FORCE_VECTOR, LAYOUT_LABELS_BY_LAYER = (
    pick(f"QgsLayoutRenderContext.Flag.Flag{name}", f"Qgis.LayoutRenderFlag.{name}")
    for name in ("Antialiasing", "ForceVectorOutput", "RenderLabelsByMapLayer")
)
LAYOUT_LOSSLESS = pick(
    "QgsLayoutRenderContext.Flag.FlagLosslessImageRendering", "Qgis.LayoutRenderFlag.LosslessImageRendering"
)

OWN_COLUMNS = (
    pick("QgsFields.FieldOrigin.OriginProvider", "Qgis.FieldOrigin.Provider"),
    pick("QgsFields.FieldOrigin.OriginEdit", "Qgis.FieldOrigin.Edit"),
)
"""Where a field comes from that the file has, or will have when the edits are saved; not joined, not virtual."""

KILOMETRES = pick("QgsUnitTypes.DistanceUnit.DistanceKilometers", "Qgis.DistanceUnit.Kilometers")
WKT_ESRI = pick("QgsCoordinateReferenceSystem.WKT1_ESRI", "Qgis.CrsWktVariant.Wkt1Esri")

LAST_VERTEX = pick("Qgis.MarkerLinePlacement.LastVertex", "QgsTemplatedLineSymbolLayerBase.Placement.LastVertex")
FIRST_VERTEX = pick("Qgis.MarkerLinePlacement.FirstVertex", "QgsTemplatedLineSymbolLayerBase.Placement.FirstVertex")
AT_INTERVAL = pick("Qgis.MarkerLinePlacement.Interval", "QgsTemplatedLineSymbolLayerBase.Placement.Interval")

_LAYER_PROPERTIES = "QgsSymbolLayer.Property"
LAYER_ENABLED = pick(f"{_LAYER_PROPERTIES}.LayerEnabled", f"{_LAYER_PROPERTIES}.PropertyLayerEnabled")
CAP_STYLE = pick(f"{_LAYER_PROPERTIES}.CapStyle", f"{_LAYER_PROPERTIES}.PropertyCapStyle")
STROKE_COLOUR = pick(f"{_LAYER_PROPERTIES}.StrokeColor", f"{_LAYER_PROPERTIES}.PropertyStrokeColor")
STROKE_WIDTH = pick(f"{_LAYER_PROPERTIES}.StrokeWidth", f"{_LAYER_PROPERTIES}.PropertyStrokeWidth")
FILL_COLOUR = pick(f"{_LAYER_PROPERTIES}.FillColor", f"{_LAYER_PROPERTIES}.PropertyFillColor")
SIZE = pick(f"{_LAYER_PROPERTIES}.Size", f"{_LAYER_PROPERTIES}.PropertySize")
NAME = pick(f"{_LAYER_PROPERTIES}.Name", f"{_LAYER_PROPERTIES}.PropertyName")
OFFSET = pick(f"{_LAYER_PROPERTIES}.Offset", f"{_LAYER_PROPERTIES}.PropertyOffset")
TRIM_START = pick(f"{_LAYER_PROPERTIES}.TrimStart", f"{_LAYER_PROPERTIES}.PropertyTrimStart")
TRIM_END = pick(f"{_LAYER_PROPERTIES}.TrimEnd", f"{_LAYER_PROPERTIES}.PropertyTrimEnd")

LABEL_AROUND_POINT = pick(
    "Qgis.LabelPlacement.OrderedPositionsAroundPoint", "QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint"
)
LABEL_OVER_POINT = pick("Qgis.LabelPlacement.OverPoint", "QgsPalLayerSettings.Placement.OverPoint")
LABEL_CURVED = pick("Qgis.LabelPlacement.Curved", "QgsPalLayerSettings.Placement.Curved")
LABEL_LINE = pick("Qgis.LabelPlacement.Line", "QgsPalLayerSettings.Placement.Line")
LABEL_HORIZONTAL = pick("Qgis.LabelPlacement.Horizontal", "QgsPalLayerSettings.Placement.Horizontal")
LABEL_CENTRED = pick("Qgis.LabelMultiLineAlignment.Center", "QgsPalLayerSettings.MultiLineAlign.MultiCenter")

SNAP_TO_LINES_AND_CORNERS = pick("Qgis.SnappingType.Vertex", "QgsSnappingConfig.VertexFlag") | pick(
    "Qgis.SnappingType.Segment", "QgsSnappingConfig.SegmentFlag"
)


def is_unset(value: Any) -> bool:
    """Whether QGIS (3.28 and later) leaves this column of a new row to the file's own default."""
    kind = getattr(core, "QgsUnsetAttributeValue", None)
    return kind is not None and isinstance(value, kind)


def is_null(value: Any) -> bool:
    """Whether a value QGIS gave says nothing: None, its NULL, or a column of a new row that nobody has set."""
    return value is None or value == core.NULL or is_unset(value)


def event_place(event: Any) -> QtCore.QPointF:
    """The position of a pointer event, in pixels of its widget."""
    if hasattr(event, "position"):  # Qt 6
        return event.position()
    return event.posF() if hasattr(event, "posF") else event.localPos()  # a pen, or a mouse


def widgets_of(action: Any) -> list[Any]:
    """The menus and toolbars that show an action."""
    if hasattr(action, "associatedObjects"):  # Qt 6
        return list(action.associatedObjects())
    return list(action.associatedWidgets())


def line_placement(*names: str) -> Any:
    """Label line placement flags ('OnLine', 'AboveLine', 'BelowLine', 'MapOrientation') put together."""
    together = None
    for name in names:
        flag = pick(f"Qgis.LabelLinePlacementFlag.{name}", f"QgsLabeling.LinePlacementFlag.{name}")
        together = flag if together is None else together | flag
    kind = getattr(core.QgsLabeling, "LinePlacementFlags", None) or getattr(Qgis, "LabelLinePlacementFlags", None)
    try:
        return kind(together) if kind is not None else together
    except TypeError:
        return together


def space_letters(font: QFont, percent: float) -> None:
    """Set the letter spacing of a layout label, whose font has a point size. 100 per cent is as the typeface has it.

    From QGIS 3.24 on labels are drawn by the text renderer, which takes the number as points, whatever its kind.
    Spacing is always set, if only by a hair: it keeps Qt from ligatures (tt, fi), which cannot be searched in a PDF.
    """
    if Qgis.QGIS_VERSION_INT < _LABELS_BY_TEXT_RENDERER:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, percent)
    else:
        points = (percent / 100.0 - 1.0) * _MEAN_LETTER_SHARE * font.pointSizeF()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, points or _UNSEEN_POINTS)


def text_field(name: str) -> QgsField:
    """A text field."""
    return _field(name, "QString")


def integer_field(name: str) -> QgsField:
    """A whole-number field, as wide as the files' own."""
    return _field(name, "LongLong")


def decimal_field(name: str) -> QgsField:
    """A decimal field."""
    return _field(name, "Double")


def _field(name: str, kind: str) -> QgsField:
    # QGIS 3.38 and later want QMetaType; before that only QVariant is taken.
    try:
        return QgsField(name, getattr(QtCore.QMetaType.Type, kind))
    except (TypeError, AttributeError):
        older = {"QString": "String"}.get(kind, kind)
        return QgsField(name, getattr(QtCore.QVariant.Type, older))
