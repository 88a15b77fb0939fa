"""What the dock remembers between sessions: recent files, last folders, who exports."""

from __future__ import annotations

import hashlib
from pathlib import Path

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

_ROOM = "strukturbild"
MOST_RECENT = 6


def recent_files() -> tuple[Path, ...]:
    """The strukturbilder last opened that are still there, newest first."""
    kept = QgsSettings().value(f"{_ROOM}/senaste", []) or []
    kept = [kept] if isinstance(kept, str) else kept
    return tuple(Path(one) for one in kept if Path(one).is_file())[:MOST_RECENT]


def remember_file(path: Path) -> None:
    """Put `path` first among the recent."""
    rest = [str(one) for one in recent_files() if one != path]
    QgsSettings().setValue(f"{_ROOM}/senaste", [str(path), *rest][:MOST_RECENT])
    QgsSettings().setValue(f"{_ROOM}/mapp", str(path.parent))


def home_folder() -> Path:
    """Where the last strukturbild lay, else the user's documents."""
    last = QgsSettings().value(f"{_ROOM}/mapp", "") or ""
    if last and Path(last).is_dir():
        return Path(last)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def author() -> str:
    """Who the editions are by."""
    return str(QgsSettings().value(f"{_ROOM}/av", "") or "")


def remember_author(name: str) -> None:
    """Keep the name for the next edition."""
    QgsSettings().setValue(f"{_ROOM}/av", name)


def group() -> str:
    """The group (table, organisation) that draws."""
    return str(QgsSettings().value(f"{_ROOM}/grupp", "") or "")


def remember_group(name: str) -> None:
    """Keep the group for what is drawn from now on."""
    QgsSettings().setValue(f"{_ROOM}/grupp", name)


def place_in(path: Path, what: str) -> str:
    """Where the user was in the strukturbild at `path` ('steg', 'bild')."""
    return str(QgsSettings().value(f"{_ROOM}/plats/{_key(path)}/{what}", "") or "")


def remember_place(path: Path, what: str, code: str) -> None:
    """Come back to the same step or picture next time."""
    QgsSettings().setValue(f"{_ROOM}/plats/{_key(path)}/{what}", code)


def _key(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:16]


def organisation() -> str:
    """The organisation last given."""
    return str(QgsSettings().value(f"{_ROOM}/organisation", "") or "")


def remember_organisation(name: str) -> None:
    """Keep it for the next strukturbild."""
    QgsSettings().setValue(f"{_ROOM}/organisation", name)


def language() -> str:
    """'sv' in a Swedish QGIS, else 'en'."""
    return "sv" if QgsApplication.instance().locale().startswith("sv") else "en"
