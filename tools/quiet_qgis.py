"""QGIS without a window, for the tools: its own empty profile, so that nothing of the user's plays in or is touched."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def quiet_qgis() -> Iterator[Any]:
    """A started QgsApplication for as long as the block lasts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
        os.environ.setdefault("XDG_RUNTIME_DIR", profile)
        from qgis.core import QgsApplication, QgsProject

        from strukturbild_plugin.compat import gdal

        # What GDAL grumbles about on the way (a PNG cannot be updated) is no news; what goes wrong is raised.
        gdal.SetErrorHandler("CPLQuietErrorHandler")

        application = QgsApplication([], True)
        application.initQgis()
        try:
            yield application
        finally:
            QgsProject.instance().clear()
            gc.collect()  # layers and layouts must be gone before QGIS is
            application.exitQgis()
