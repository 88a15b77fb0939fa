"""Strukturbild: från mall till tryckt strukturbild, kopplad till RUS-målen, i QGIS.

QGIS calls `classFactory` when the plugin is switched on; everything else is imported when it is first needed.
"""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802 - the name QGIS asks for
    """Make the plugin for the running QGIS."""
    from .plugin import StrukturbildPlugin

    return StrukturbildPlugin(iface)
