"""What is remembered between sessions: recent files, where one was, and what is chosen on the settings page."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from ..store.gpkg.file_place import is_temporary
from .disk_answers import files_there, is_folder, may_write

_ROOM = "strukturbild"
MOST_RECENT = 6
_MOST_KEPT = 2 * MOST_RECENT
"""Some of them may be gone when they are listed."""
MOST_GROUPS = 8
PAGE = "strukturbild_installningar"
"""The name of the page in QGIS's settings window."""


def recent_files() -> tuple[Path, ...]:
    """The strukturbilder last opened that are still there, or on a server that does not answer; newest first."""
    return tuple(files_there(_kept_files())[:MOST_RECENT])


def remember_file(path: Path) -> None:
    """Put `path` first among the recent."""
    rest = [str(one) for one in _kept_files() if one != path]
    QgsSettings().setValue(f"{_ROOM}/senaste", [str(path), *rest][:_MOST_KEPT])
    if not is_temporary(path):
        QgsSettings().setValue(f"{_ROOM}/mapp", str(path.parent))


def _kept_files() -> list[Path]:
    kept = QgsSettings().value(f"{_ROOM}/senaste", []) or []
    return [Path(one) for one in ([kept] if isinstance(kept, str) else kept)]


def home_folder() -> Path:
    """The folder chosen for strukturbilder, else where the last one lay, else the user's documents."""
    own = chosen(FOLDER)
    if own and is_folder(Path(own)):
        return Path(own)
    last = QgsSettings().value(f"{_ROOM}/mapp", "") or ""
    if last and is_folder(Path(last)):
        return Path(last)
    return _documents()


def folder_to_write_in(beside: Path) -> Path:
    """Where a new file can be made and stay: beside the file `beside`, where new ones go, or the user's documents."""
    places = (beside.parent, home_folder(), _documents())
    return next((place for place in places if may_write(place) and not is_temporary(place / beside.name)), Path.home())


def _documents() -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and is_folder(Path(documents)) else Path.home()


def import_folder() -> Path:
    """Where the last file lay that objects were taken out of, else the folder of strukturbilder."""
    last = QgsSettings().value(f"{_ROOM}/hamtat_ur", "") or ""
    return Path(last) if last and is_folder(Path(last)) else home_folder()


def remember_import_folder(folder: Path) -> None:
    """Begin there the next time."""
    QgsSettings().setValue(f"{_ROOM}/hamtat_ur", str(folder))


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
    if name:
        kept = [name, *(one for one in recent_groups() if one != name)]
        QgsSettings().setValue(f"{_ROOM}/grupper", kept[:MOST_GROUPS])


def recent_groups() -> tuple[str, ...]:
    """The groups last written, newest first."""
    kept = QgsSettings().value(f"{_ROOM}/grupper", []) or []
    return (kept,) if isinstance(kept, str) else tuple(str(one) for one in kept)


def place_in(path: Path, what: str) -> str:
    """Where the user was in the strukturbild at `path` ('steg', 'bild')."""
    return str(QgsSettings().value(f"{_ROOM}/plats/{_key(path)}/{what}", "") or "")


def remember_place(path: Path, what: str, code: str) -> None:
    """Come back to the same step or picture next time."""
    QgsSettings().setValue(f"{_ROOM}/plats/{_key(path)}/{what}", code)


def drawing_way(geometry: str) -> str:
    """How areas, or lines, were last drawn (map_tools.draw_mode); '' when nobody has chosen."""
    return str(QgsSettings().value(f"{_ROOM}/ritsatt/{geometry}", "") or "")


def remember_drawing_way(geometry: str, way: str) -> None:
    """Draw the next class so too."""
    QgsSettings().setValue(f"{_ROOM}/ritsatt/{geometry}", way)


def _key(path: Path) -> str:
    import hashlib  # not at QGIS's start

    return hashlib.sha256(str(path).encode()).hexdigest()[:16]


def organisation() -> str:
    """The organisation last given."""
    return str(QgsSettings().value(f"{_ROOM}/organisation", "") or "")


def remember_organisation(name: str) -> None:
    """Keep it for the next strukturbild."""
    QgsSettings().setValue(f"{_ROOM}/organisation", name)


FOLDER, REGIONS, SYMBOLS, PROFILE = "egen_mapp", "lan", "symboler", "profil"
PAPER, FORMATS, MAP_LANGUAGE = "papper", "format", "kartsprak"
LIVE_CHECKS, SNAPPING = "granska_medan_man_ritar", "fast"
GOAL_LIBRARY, GOAL_LIBRARY_CODES = "malbibliotek", "malbibliotek_koder"
CHOICES = (
    *(FOLDER, REGIONS, SYMBOLS, PROFILE, PAPER, FORMATS, MAP_LANGUAGE),
    *(LIVE_CHECKS, SNAPPING, GOAL_LIBRARY, GOAL_LIBRARY_CODES),
)
"""What the settings page asks for, beside name, group and organisation. Nothing chosen: '' (or on)."""


def chosen(what: str) -> str:
    """What is chosen on the settings page for one of `CHOICES`; '' when nothing is."""
    return str(QgsSettings().value(f"{_ROOM}/val/{what}", "") or "")


def choose(what: str, value: str) -> None:
    """Keep a choice; '' forgets it."""
    if value:
        QgsSettings().setValue(f"{_ROOM}/val/{what}", value)
    else:
        QgsSettings().remove(f"{_ROOM}/val/{what}")


def chosen_list(what: str) -> tuple[str, ...]:
    """Several codes chosen for `what`."""
    return tuple(code for code in chosen(what).split(",") if code)


def is_on(what: str) -> bool:
    """Whether something that can be switched off is on."""
    return chosen(what) != "nej"


def switch(what: str, on: bool) -> None:
    """Switch it on or off."""
    choose(what, "" if on else "nej")


def forget_choices() -> None:
    """Everything on the settings page as it was from the beginning; recent files and places stay."""
    for what in CHOICES:
        choose(what, "")
    for what in ("av", "grupp", "grupper", "organisation"):
        QgsSettings().remove(f"{_ROOM}/{what}")


def map_language() -> str:
    """The language of new strukturbilder, their maps and web pages."""
    return chosen(MAP_LANGUAGE) or language()


def language() -> str:
    """'sv' in a Swedish QGIS, else 'en'."""
    return "sv" if QgsApplication.instance().locale().startswith("sv") else "en"
