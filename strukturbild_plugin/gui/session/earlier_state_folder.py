"""Where the earlier states of an open strukturbild are kept, and the first of them: as it was when it was opened."""

from __future__ import annotations

import traceback
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsMessageLog

from ... import paths
from ...store.earlier_states.state_folder import StateFolder
from ...store.gpkg.records import Head
from ..messages import LOG


def state_folder_of(path: Path, head: Head) -> StateFolder:
    """The earlier states of the strukturbild at `path`, in the user's profile."""
    root = paths.earlier_states(Path(QgsApplication.qgisSettingsDirPath()))
    return StateFolder(root, head.strukturbild_id, path)


def keep_at_opening(path: Path, head: Head) -> None:
    """Keep what is saved in the file at `path`; whatever stands in the way of it, the strukturbild is to open."""
    from ...store.earlier_states.retention import OPENED

    try:
        folder = state_folder_of(path, head)
        if not head.exempel:  # all worked examples are the same one
            folder.adopt_moved()
        folder.keep(OPENED)
    except Exception:  # noqa: BLE001 - told in the log; the list of earlier states does not show it
        QgsMessageLog.logMessage(traceback.format_exc(), LOG, Qgis.MessageLevel.Warning, notifyUser=False)
