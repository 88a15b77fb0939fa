from typing import Any

def __getattr__(name: str) -> Any: ...

class QPaintDevice(object):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    PaintDeviceMetric: Any
    colorCount: Any
    depth: Any
    devicePixelRatio: Any
    devicePixelRatioF: Any
    devicePixelRatioFScale: Any
    height: Any
    heightMM: Any
    logicalDpiX: Any
    logicalDpiY: Any
    metric: Any
    paintEngine: Any
    paintingActive: Any
    physicalDpiX: Any
    physicalDpiY: Any
    width: Any
    widthMM: Any
