from typing import Any
from qgis.PyQt.QtCore import QObject as QObject
from qgis.PyQt.QtWidgets import QGraphicsItem as QGraphicsItem
from qgis.PyQt.QtWidgets import QWidget as QWidget

def __getattr__(name: str) -> Any: ...

class QgsMapTool(QObject):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    Flag: Any
    Flags: Any
    action: Any
    actionDestroyed: Any
    activate: Any
    activated: Any
    button: Any
    canvas: Any
    canvasDoubleClickEvent: Any
    canvasMoveEvent: Any
    canvasPressEvent: Any
    canvasReleaseEvent: Any
    canvasToolTipEvent: Any
    clean: Any
    deactivate: Any
    deactivated: Any
    flags: Any
    gestureEvent: Any
    isActive: Any
    keyPressEvent: Any
    keyReleaseEvent: Any
    layer: Any
    messageDiscarded: Any
    messageEmitted: Any
    populateContextMenu: Any
    populateContextMenuWithEvent: Any
    searchRadiusMM: Any
    searchRadiusMU: Any
    setAction: Any
    setButton: Any
    setCursor: Any
    setToolName: Any
    toCanvasCoordinates: Any
    toLayerCoordinates: Any
    toLayerCoordinatesV2: Any
    toMapCoordinates: Any
    toMapCoordinatesV2: Any
    toolName: Any
    wheelEvent: Any

class QgsMapToolEdit(QgsMapTool):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    TopologicalResult: Any
    addTopologicalPoints: Any
    cleanCanvas: Any
    connectLayers: Any
    createGeometryRubberBand: Any
    createRubberBand: Any
    currentVectorLayer: Any
    defaultMValue: Any
    defaultZValue: Any
    digitizingFillColor: Any
    digitizingStrokeColor: Any
    digitizingStrokeWidth: Any
    notifyNotEditableLayer: Any
    notifyNotVectorLayer: Any

class QgsMapToolAdvancedDigitizing(QgsMapToolEdit):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    cadCanvasMoveEvent: Any
    cadCanvasPressEvent: Any
    cadCanvasReleaseEvent: Any
    cadDockWidget: Any
    cadPointChanged: Any
    isAdvancedDigitizingAllowed: Any
    isAutoSnapEnabled: Any
    onCurrentLayerChanged: Any
    setAdvancedDigitizingAllowed: Any
    setAutoSnapEnabled: Any
    setSnapToLayerGridEnabled: Any
    snapToLayerGridEnabled: Any

class QgsMapToolCapture(QgsMapToolAdvancedDigitizing):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    Capabilities: Any
    Capability: Any
    CaptureMode: Any
    CaptureTechnique: Any
    addCurve: Any
    addError: Any
    addVertex: Any
    capabilities: Any
    captureCurve: Any
    clearCurve: Any
    closePolygon: Any
    currentLayerChanged: Any
    deleteTempRubberBand: Any
    fetchLayerPoint: Any
    isCapturing: Any
    mapPoint: Any
    mode: Any
    nextPoint: Any
    points: Any
    pointsZM: Any
    setCircularDigitizingEnabled: Any
    setPoints: Any
    setStreamDigitizingEnabled: Any
    size: Any
    snappingMatches: Any
    startCapturing: Any
    stopCapturing: Any
    supportsTechnique: Any
    takeRubberBand: Any
    undo: Any
    updateExtraSnapLayer: Any

class QgsMapToolDigitizeFeature(QgsMapToolCapture):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    checkGeometryType: Any
    digitizingCompleted: Any
    digitizingFinished: Any
    setCheckGeometryType: Any
    setLayer: Any

class QgsOptionsPageWidget(QWidget):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    apply: Any
    helpKey: Any
    registerHighlightWidget: Any

class QgsOptionsWidgetFactory(QObject):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    createWidget: Any
    icon: Any
    pagePositionHint: Any
    path: Any
    setIcon: Any
    setTitle: Any
    title: Any

class QgsMapCanvasItem(QGraphicsItem):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    rect: Any
    setRect: Any
    setRenderContextVariables: Any
    toCanvasCoordinates: Any
    toMapCoordinates: Any
    updateCanvas: Any
    updatePosition: Any

class QgsRubberBand(QgsMapCanvasItem):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    IconType: Any
    addGeometry: Any
    addPoint: Any
    asGeometry: Any
    closePoints: Any
    copyPointsFrom: Any
    drawShape: Any
    fillColor: Any
    getPoint: Any
    icon: Any
    iconSize: Any
    movePoint: Any
    numberOfVertices: Any
    partSize: Any
    removeLastPoint: Any
    removePoint: Any
    reset: Any
    secondaryStrokeColor: Any
    setBrushStyle: Any
    setColor: Any
    setFillColor: Any
    setIcon: Any
    setIconSize: Any
    setLineStyle: Any
    setSecondaryStrokeColor: Any
    setStrokeColor: Any
    setSvgIcon: Any
    setSymbol: Any
    setToCanvasRectangle: Any
    setToGeometry: Any
    setTranslationOffset: Any
    setWidth: Any
    size: Any
    strokeColor: Any
    symbol: Any
    updateRect: Any
    width: Any
