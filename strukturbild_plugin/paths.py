"""The folders of the plugin's own data.

In the repository `resources`, `styles` and `templates` lie beside the package; in the installed zip, inside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_HOME = _PACKAGE if (_PACKAGE / "templates").is_dir() else _PACKAGE.parent

METADATA = _HOME / "metadata.txt"
RESOURCES = _HOME / "resources"
STYLES = _HOME / "styles"
TEMPLATES = _HOME / "templates"

CATALOGUE = TEMPLATES / "katalog"
TEMPLATE_FILES = TEMPLATES / "mallar"
PACKS = TEMPLATES / "tillagg"
STEPS = TEMPLATES / "steg"
GLOSSARY = TEMPLATES / "ordlista.yaml"
LADDER = TEMPLATES / "samverkanstrappan.yaml"
GOAL_SETS = TEMPLATES / "mal"
ABOUT_GOAL_LIBRARY = "bibliotek.yaml"
"""What a goal library says of itself."""
EXAMPLES = TEMPLATES / "exempel"
PAGES = TEMPLATES / "sidor"
PLAN_STANDARDS = TEMPLATES / "oversattning"
FONTS = RESOURCES / "fonts"
TRANSLATIONS = RESOURCES / "i18n"
PANEL_ICON = _PACKAGE / "gui" / "icons" / "strukturbild.svg"
"""What the button of the panel shows."""
BASE_DATA = RESOURCES / "basdata.gpkg"
"""Built by `make base` from pinned open data; layers in docs/architecture.md."""


class _Chosen:
    """What a user has put in the place of the program's own, for as long as the program runs."""

    goal_sets: Path | None = None
    goal_codes: tuple[str, ...] = ()


def use_goal_library(folder: Path | None, codes: tuple[str, ...] = ()) -> None:
    """Let `folder` be the goal library from now on; None: the one that comes with the program.

    `codes`: the sets that it had when it was chosen. It may lie on a server, which is not asked when QGIS starts.
    """
    _Chosen.goal_sets, _Chosen.goal_codes = folder, codes


def goal_library() -> Path:
    """The folder of the goal library that is in use."""
    return _Chosen.goal_sets or GOAL_SETS


def goal_library_codes() -> tuple[str, ...]:
    """The codes of the sets of the goal library in use, without reading them."""
    if _Chosen.goal_sets is not None:
        return _Chosen.goal_codes
    return tuple(sorted(file.stem for file in GOAL_SETS.glob("*.yaml") if file.name != ABOUT_GOAL_LIBRARY))


def own_templates(profile: Path) -> Path:
    """The folder of a user's own templates in a QGIS profile; `profile` is its folder (gui and processing know it)."""
    return profile / "strukturbild" / "mallar"


def own_plan_standards(profile: Path) -> Path:
    """The folder of a user's own plan standards in a QGIS profile; `profile` is its folder."""
    return profile / "strukturbild" / "oversattning"


def unsaved_copies(profile: Path) -> Path:
    """The folder of autosave copies in a QGIS profile; `profile` is its folder."""
    return profile / "strukturbild" / "osparat"


def earlier_states(profile: Path) -> Path:
    """The folder of earlier states of strukturbilder in a QGIS profile; `profile` is its folder."""
    return profile / "strukturbild" / "tidigare_lagen"
