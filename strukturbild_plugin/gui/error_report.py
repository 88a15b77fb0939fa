"""The report of an unexpected error that a user can send: versions, what was done, and where in the program it failed.

It names no folder of the user's and nothing of what the file holds: of the error it has the type alone, since the
message may quote a name or a path, and of each file in the traceback the part within the plugin, or the name.
"""

from __future__ import annotations

import configparser
import platform
import traceback
from collections.abc import Iterator
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR

from .. import paths

_PACKAGE = Path(__file__).resolve().parents[1]


def error_report(error: BaseException, action: str = "") -> str:
    """The report as text; `action`: the slot or method of ours that failed."""
    lines = [
        f"Strukturbild {plugin_version()}, QGIS {Qgis.version()}, Qt {QT_VERSION_STR}, "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        *([action] if action else []),
    ]
    return "\n".join([*lines, *error_trail(error)])


def error_trail(error: BaseException) -> Iterator[str]:
    """The type of the error and the places it passed, and the same of what it came of."""
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield type(each).__name__
        for frame in traceback.extract_tb(each.__traceback__):
            yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def plugin_version() -> str:
    """As metadata.txt has it; '' when it can't be read."""
    metadata = configparser.ConfigParser(interpolation=None)
    try:
        metadata.read(paths.METADATA, encoding="utf-8")
    except (OSError, configparser.Error, UnicodeDecodeError):
        return ""
    return metadata.get("general", "version", fallback="")


def _place(filename: str) -> str:
    path = Path(filename).resolve()
    if _PACKAGE in path.parents:
        return path.relative_to(_PACKAGE.parent).as_posix()
    return path.name
