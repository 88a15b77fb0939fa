"""Formats whose drivers are large and brittle, read in a process of their own, so that no file can take QGIS down.

A file made to harm, or only half written, can make GDAL crash, hang or want all memory there is; in QGIS that would be
the planner's unsaved work. So DXF, GML, spreadsheets, SQLite, file geodatabases and GeoParquet are read by a Python of
their own (`child_reader.py`), which hands over plain rows: what the brittle driver made of the file never comes into
QGIS. It has limits of time and, where the system knows them, of memory. GeoPackage, shapefile, GeoJSON, KML, GPX,
MapInfo and FlatGeobuf are read here as QGIS itself reads them: starting a process costs some tenths of a second each
time, and the tests have spoilt thousands of such files without harm.

QGIS has Python in other places on each system, and `sys.executable` may be QGIS itself: only what is called python is
started. Where none can be found the file is read in QGIS, at the same risk as when it is dragged into the map.
"""

from __future__ import annotations

import json
import os
import subprocess  # nosec B404 - see _run
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Mapping, Sequence

from ....compat import ogr, osr
from ....errors import ImportRefused
from ....feedback import Feedback, Silent, stop_if_cancelled
from ....i18n import tr
from .child_reader import NO_DRIVER, NO_GDAL
from .gdal_layer import MAX_ROWS, NOTHING_FETCHED, gdal_errors_explained, unreadable
from .raw_layer import RawRow, as_bytes

_READER = Path(__file__).with_name("child_reader.py")
_MAX_SECONDS = 180
_MAX_MEMORY = 6_000_000_000
_LOOK_EVERY_S = 0.1


class NoPython(Exception):
    """No Python with GDAL and its driver could be started."""


@dataclass(frozen=True)
class ReadLayer:
    """A layer that the child process has read: its rows are lines of a file."""

    path: Path
    """The file that the user chose, for sentences."""
    lines: Path
    start: int
    """Where its first row begins in `lines`, in bytes."""
    count: int
    name: bytes
    columns: tuple[bytes, ...]
    geometry: int
    wkt: str
    text_columns: tuple[int, ...]
    broken: str = ""
    """What GDAL said when it could read no more of it; '' when all is read."""
    notes: tuple[str, ...] = ()

    @property
    def system(self) -> Any:
        """The CRS that the file declares, or None."""
        if not self.wkt:
            return None
        system = osr.SpatialReference()
        with gdal_errors_explained(self.path):
            system.ImportFromWkt(self.wkt)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        return system

    def rows(self) -> Iterator[RawRow]:
        """Every row, in order."""
        for number, values, wkb in self._read():
            shape = ogr.CreateGeometryFromWkb(bytes.fromhex(wkb)) if wkb else None
            yield RawRow(str(number), values, shape)

    def texts(self) -> Iterator[bytes]:
        """Every text in its rows."""
        for _, values, _ in self._read():
            for place in self.text_columns:
                found = values[place] if isinstance(values[place], list) else [values[place]]
                yield from (as_bytes(text) for text in found if isinstance(text, str))

    def _read(self) -> Iterator[Any]:
        with self.lines.open("rb") as file:
            file.seek(self.start)
            for _ in range(min(self.count, MAX_ROWS)):
                yield json.loads(file.readline())
        if self.broken:
            raise unreadable(self.path, self.broken, self.count)


def read_in_child(
    path: Path,
    readable: Path,
    folder: Path,
    drivers: Sequence[str],
    settings: Mapping[str, str] | None = None,
    reader: Path = _READER,
    feedback: Feedback | None = None,
) -> list[ReadLayer]:
    """The layers of `readable` (the form of `path` that GDAL may open), read by one of the drivers in a child process.

    Raises ImportRefused when the file cannot be read or the process ended by itself, NoPython when none started, and
    Cancelled, with the process ended, when `feedback` is cancelled.
    """
    output = folder / f"{readable.name}.rows"
    order = {
        "path": str(readable),
        "output": str(output),
        "drivers": list(drivers),
        "options": [],
        "settings": {**NOTHING_FETCHED, **(settings or {})},
        "rows": MAX_ROWS,
        "memory": _MAX_MEMORY,
        "modules": [str(Path(ogr.__file__).parent.parent)],
        "proj": _proj_folders(),
    }
    for python in _pythons():
        ended = _run(path, [python, str(reader)], json.dumps(order), feedback or Silent())
        if ended is None or ended == NO_GDAL:
            continue
        if ended == NO_DRIVER:
            break
        if ended != 0:
            raise _ended_by_itself(path)
        return _layers(path, output)
    raise NoPython


def _run(path: Path, command: Sequence[str], order: str, feedback: Feedback) -> int | None:
    """The exit code; None when the program cannot be started. ImportRefused when it takes too long; see also above."""
    try:
        process = subprocess.Popen(  # nosec B603 - a list of words, and only our own script
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None
    try:
        return _ended(process, order.encode("ascii"), feedback)
    except subprocess.TimeoutExpired as error:
        raise ImportRefused(
            tr(
                "{fil} tog för lång tid att läsa. Öppna den i QGIS, exportera det som ska hämtas till en GeoPackage "
                "och hämta den."
            ).format(fil=path.name)
        ) from error
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _ended(process: subprocess.Popen[bytes], order: bytes, feedback: Feedback) -> int:
    """The exit code, looked for until the time is out (TimeoutExpired) or the user has cancelled (Cancelled)."""
    latest = time.monotonic() + _MAX_SECONDS
    given: bytes | None = order
    while True:
        stop_if_cancelled(feedback)
        try:
            process.communicate(given, timeout=_LOOK_EVERY_S)
            return process.returncode
        except subprocess.TimeoutExpired:
            given = None  # it is on its way, and may be given once only
            if time.monotonic() > latest:
                raise


def _ended_by_itself(path: Path) -> ImportRefused:
    return ImportRefused(
        tr(
            "{fil} går inte att läsa: programmet som läser filer av det slaget kraschade av den. Inget har "
            "importerats. Filen är troligen skadad; spara den på nytt i programmet den kommer från, helst som "
            "GeoPackage."
        ).format(fil=path.name)
    )


def _layers(path: Path, output: Path) -> list[ReadLayer]:
    """The layers in the lines that the child process has written."""
    found: list[dict[str, Any]] = []
    end = None
    with output.open("rb") as file:
        for line in iter(file.readline, b""):
            if line.startswith(b"["):
                found[-1]["count"] += 1
                continue
            said = json.loads(line)
            if "end" in said:
                end = said["end"]
                break
            found.append({"head": said, "start": file.tell(), "count": 0})
    if end is None:
        raise _ended_by_itself(path)
    if end and not found:
        raise unreadable(path, end)
    return [
        ReadLayer(
            path,
            output,
            each["start"],
            each["count"],
            as_bytes(each["head"]["layer"]),
            tuple(map(as_bytes, each["head"]["columns"])),
            each["head"]["geometry"],
            each["head"]["system"],
            tuple(each["head"]["texts"]),
            end if each is found[-1] else "",
        )
        for each in found
    ]


def _proj_folders() -> list[str]:
    """Where QGIS has its coordinate systems: it does not always say so in the environment."""
    known = getattr(osr, "GetPROJSearchPaths", list)  # not in every GDAL
    return [folder for folder in known() or () if Path(folder).is_dir()]


def _pythons() -> Iterator[str]:
    """Programs called python that QGIS may have brought, the likeliest first."""
    if os.name == "nt":
        folders = [Path(sys.exec_prefix), Path(os.environ.get("OSGEO4W_ROOT", sys.exec_prefix)) / "bin"]
        candidates = [folder / name for folder in folders for name in ("python3.exe", "python.exe")]
    else:
        folders = [Path(sys.exec_prefix) / "bin", Path(sys.executable).parent, Path("/usr/bin")]
        candidates = [folder / "python3" for folder in folders]
    own = Path(sys.executable or "")
    if own.name.lower().startswith("python"):
        candidates.insert(0, own)
    yield from dict.fromkeys(str(each) for each in candidates if each.is_file())
