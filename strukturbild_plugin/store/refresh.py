"""The looks inside a strukturbild renewed: when its symbol set was changed through an open layer, or its profile."""

from __future__ import annotations

from pathlib import Path

from ..cartography.profile import FILE_NAME, read_profile
from ..cartography.tokens import PROFILE
from ..errors import StoreError
from ..i18n import tr
from .geopackage import writing
from .project import write_project
from .records import Attachment
from .styles import write_styles


def refresh_styles(path: Path, who: str = "") -> None:
    """Write the styles in the file at `path`, and the project in it, as its head says. Raises StoreError."""
    with writing(path, who) as db:
        write_styles(db)
    write_project(path)


def carry_profile(path: Path, profile: Path) -> bool:
    """Let the strukturbild at `path` carry a region profile, unless it has one; says whether it was put in.

    Raises StoreError when the profile cannot be read, CatalogueError with every fault in it.
    """
    try:
        content = profile.read_bytes()
    except OSError as error:
        raise StoreError(
            tr("Regionprofilen {path} kan inte läsas. Välj en annan under Inställningar.").format(path=profile)
        ) from error
    read_profile(content, profile.name)
    with writing(path) as db:
        if any(one.slag == PROFILE for one in db.attachments()):
            return False
        db.put_attachment(Attachment(PROFILE, FILE_NAME, content))
    refresh_styles(path)
    return True
