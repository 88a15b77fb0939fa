"""Files of any version read as this version's."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from ..errors import OlderFile
from ..store.writing.open_check import check_file
from ..store.writing.upgrade import copy_upgraded


def of_this_version(path: Path, stack: contextlib.ExitStack) -> Path:
    """The file itself, or an upgraded copy of an older one that is gone when `stack` closes. Raises StoreError."""
    try:
        check_file(path)
        return path
    except OlderFile:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="strukturbild-")))
        copy_upgraded(path, folder / "kopia.gpkg")
        return folder / "kopia.gpkg"
