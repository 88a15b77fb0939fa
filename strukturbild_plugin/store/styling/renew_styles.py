"""The styles inside a strukturbild renewed, when its symbol set was changed through an open layer."""

from __future__ import annotations

import threading
from pathlib import Path

from ...errors import StrukturbildError
from ..qgis_project.embedded_project import write_project
from ..qgis_project.layer_styles import write_styles
from ..writing.transaction import reading, writing

_RENEWING = threading.RLock()
"""What one thread renews, another one does not renew at the same time."""


def refresh_styles(path: Path, who: str = "") -> None:
    """Write the styles in the file at `path`, and the project in it, as its head says. Raises StoreError."""
    with _RENEWING:
        with writing(path, who) as db:
            write_styles(db)
        write_project(path)


def is_stale(path: Path) -> bool:
    """Whether the styles in the file are those of another set than its head says.

    So it is after a crash between the saving of the choice and the writing of the styles. Files from before the styles
    said whose they are, are taken to be right.
    """
    with reading(path) as db:
        owners = db.connection.execute("SELECT DISTINCT owner FROM layer_styles WHERE useAsDefault = 1").fetchall()
        return any(owner and owner != db.head().symboluppsattning for (owner,) in owners)


def refresh_if_stale(path: Path) -> bool:
    """Renew styles that were left behind; True when they still are, since the file cannot be written to just now."""
    with _RENEWING:  # else what another thread is just renewing is renewed twice
        if not is_stale(path):
            return False
        try:
            refresh_styles(path)
        except StrukturbildError:
            return True
        return False
