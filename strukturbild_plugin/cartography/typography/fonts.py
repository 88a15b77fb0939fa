"""The typeface that is shipped with the plugin: Lato, under the SIL Open Font License (resources/fonts/OFL.txt)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from qgis.PyQt.QtGui import QFont, QFontDatabase, QFontInfo

from ... import paths
from ...errors import CatalogueError
from ...i18n import tr

FAMILY = "Lato"


def load_fonts(folder: Path | None = None) -> str:
    """Register the shipped typeface with Qt and give its family name.

    `folder`: of the font files, the shipped one when None. Raises CatalogueError if a file is missing or unusable.
    """
    return _load(folder or paths.FONTS)


def family_or_shipped(family: str | None) -> str:
    """The typeface of a symbol set or file, the shipped one when it names none.

    The shipped one is registered either way: Qt goes on measuring with whatever first stood in for a typeface.
    """
    shipped = load_fonts()
    return family or shipped


@cache
def _load(folder: Path) -> str:
    # A font that is missing silently becomes another one, so a fault here must be heard.
    families: set[str] = set()
    files = sorted(folder.glob("*.ttf"))
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            raise CatalogueError(
                tr("Typsnittet {path} kunde inte läsas. Installera om insticksprogrammet.").format(path=file)
            )
        families.update(QFontDatabase.applicationFontFamilies(number))
    if FAMILY not in families:
        raise CatalogueError(
            tr("Typsnittet {family} saknas i {folder}. Installera om insticksprogrammet.").format(
                family=FAMILY, folder=folder
            )
        )
    return FAMILY


def is_installed(family: str) -> bool:
    """Whether text can be set in `family` here: the shipped typeface, or one that is installed."""
    if family == load_fonts():
        return True
    # What Qt would really set the text in: a typeface that is missing silently becomes another.
    return QFontInfo(QFont(family)).family().lower() == family.lower()
