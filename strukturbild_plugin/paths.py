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
STEPS = TEMPLATES / "steg"
GLOSSARY = TEMPLATES / "ordlista.yaml"
LADDER = TEMPLATES / "samverkanstrappan.yaml"
GOAL_SETS = TEMPLATES / "mal"
EXAMPLES = TEMPLATES / "exempel"
PAGES = TEMPLATES / "sidor"
PLAN_STANDARDS = TEMPLATES / "oversattning"
FONTS = RESOURCES / "fonts"
TRANSLATIONS = RESOURCES / "i18n"
BASE_DATA = RESOURCES / "basdata.gpkg"
"""Built by `make base` from pinned open data; layers in docs/architecture.md."""


class _Chosen:
    """What a user has put in the place of the program's own, for as long as the program runs."""

    goal_sets: Path | None = None


def use_goal_library(folder: Path | None) -> None:
    """Let `folder` be the goal library from now on; None: the one that comes with the program."""
    _Chosen.goal_sets = folder


def goal_library() -> Path:
    """The folder of the goal library that is in use."""
    return _Chosen.goal_sets or GOAL_SETS


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
