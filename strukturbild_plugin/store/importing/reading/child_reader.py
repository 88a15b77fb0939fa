"""The program of the child process: reads one file with GDAL and writes its layers as lines of JSON.

It is started by `child_process.py` and imports nothing of the plugin: the Python that runs it may lack QGIS. Line one
of each layer says what it is, the next its rows, geometry as WKB in hexadecimal. Bytes that are no UTF-8 are kept as
half characters. The last line says that all is read, or what GDAL could not read.
"""

from __future__ import annotations

import json
import sys
from typing import Any

NO_GDAL, NO_DRIVER = 3, 4
"""Exit codes when this Python has no GDAL, or its GDAL not the driver."""
_MAX_BYTES = 1_500_000_000


def main() -> int:
    """Read the order on standard input, write to the file it names."""
    order = json.load(sys.stdin)
    _limit(order["memory"])
    sys.path.extend(order["modules"])
    try:
        from osgeo import gdal, ogr, osr
    except ImportError:
        return NO_GDAL
    for module in (gdal, ogr, osr):
        module.UseExceptions()
    for name, value in order["settings"].items():
        gdal.SetConfigOption(name, value)
    if not any(gdal.GetDriverByName(driver) for driver in order["drivers"]):
        return NO_DRIVER
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    if order["proj"]:
        osr.SetPROJSearchPaths(order["proj"])
    with open(order["output"], "w", encoding="ascii") as out:
        try:
            flags = gdal.OF_VECTOR | gdal.OF_READONLY
            data = gdal.OpenEx(order["path"], flags, allowed_drivers=order["drivers"], open_options=order["options"])
            for place in range(data.GetLayerCount()):
                _write_layer(data.GetLayer(place), out, order["rows"])
            end = {"end": ""}
        except (RuntimeError, UnicodeError) as error:
            end = {"end": _text(str(error)) or "?"}
        out.write(json.dumps(end) + "\n")
    return 0


def _limit(memory: int) -> None:
    """Let the system end the process when it wants more memory than that, where the system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_MAX_BYTES, _MAX_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


def _write_layer(layer: Any, out: Any, most: int) -> None:
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(place) for place in range(definition.GetFieldCount())]
    system = layer.GetSpatialRef()
    head = {
        "layer": _text(layer.GetName()),
        "columns": [_text(field.GetName()) for field in fields],
        "texts": [place for place, field in enumerate(fields) if field.GetTypeName() in ("String", "StringList")],
        "geometry": layer.GetGeomType(),
        "system": _text(system.ExportToWkt(["FORMAT=WKT2_2018"])) if system is not None else "",
    }
    out.write(json.dumps(head) + "\n")
    places = range(len(fields))
    for _ in range(most + 1):  # one more, so that too many are seen
        feature = layer.GetNextFeature()
        if feature is None:
            return
        shape = feature.GetGeometryRef()
        values = [_value(feature.GetField(at)) if feature.IsFieldSetAndNotNull(at) else None for at in places]
        wkb = bytes(shape.ExportToIsoWkb()).hex() if shape is not None else None
        out.write(json.dumps([feature.GetFID(), values, wkb]) + "\n")


def _value(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_value(part) for part in value]
    if isinstance(value, (str, bytes, bytearray)):
        return _text(value)
    return value if isinstance(value, (int, float)) else str(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else bytes(value).decode("utf-8", "surrogateescape")


if __name__ == "__main__":
    sys.exit(main())
