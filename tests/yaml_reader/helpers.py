"""The kinds of file that the one reader reads: a sound file of each, and what its own reader says of a changed one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from strukturbild_plugin import paths
from strukturbild_plugin.cartography.symbol_sets.profile import read_profile
from strukturbild_plugin.cartography.symbol_sets.symbol_set_reader import read_symbol_set
from strukturbild_plugin.catalogue.load import load_catalogue, read_catalogue_file
from strukturbild_plugin.catalogue.template import load_template_file
from strukturbild_plugin.catalogue.yaml_writer import catalogue_text
from strukturbild_plugin.errors import CatalogueError, StrukturbildError
from strukturbild_plugin.goals.goal_library import load_goal_sets
from strukturbild_plugin.store.examples.example_file import example_files, read_example
from strukturbild_plugin.yaml_reader.problems import Problems

OWN_CLASSES = """\
# Egna klasser.
fler_varden:
  roll:
    friluftsnod: {sv: Friluftsnod, en: Outdoor hub}
klasser:
  led:
    namn: {sv: Vandringsled, en: Trail}
    struktur: G
    lager: {linje: gron_bla_lank}
    ordning: 45
    nivaer:
      regional: {sv: Regional, en: Regional, storlek: 1.5}
    attribut: [minsta_bredd]
"""
PROFILE = """\
# Regionens profil.
namn: Region Prov
farger: {B: "#003366", K: "#ffd200", accent: "#ffd200"}
typsnitt: Lato
logotyper: [region-prov.svg]
ord:
  klasser:
    strak: {sv: Utvecklingsriktning, flera_sv: Utvecklingsriktningar, en: Direction}
  attribut: {planeringsprincip: Planeringsstrategi}
"""


@dataclass(frozen=True)
class Kind:
    """A kind of file: `name` of a sound one with `text`, and what reads the file at a path."""

    name: str
    text: str
    read: Callable[[Path], object]


def _of(path: Path, read: Callable[[Path], object]) -> Kind:
    return Kind(path.name, path.read_text(encoding="utf-8"), read)


def _goal_set(path: Path) -> object:
    return load_goal_sets(path.parent)[path.stem]


def _whole_catalogue(path: Path) -> object:
    problems = Problems()
    catalogue = read_catalogue_file(path.read_bytes(), path.name, problems)
    if problems:
        raise CatalogueError("", problems.sentences())
    return catalogue


KINDS = {
    "catalogue": Kind("egna.yaml", OWN_CLASSES, lambda path: load_catalogue(own_files=[path])),
    "template": _of(paths.TEMPLATE_FILES / "gransbygd.yaml", load_template_file),
    "symbol set": _of(paths.STYLES / "workshop.yaml", lambda path: read_symbol_set(path.name, path.read_bytes())),
    "profile": Kind("profil.yaml", PROFILE, lambda path: read_profile(path.read_bytes(), path.name)),
    "goal set": _of(paths.GOAL_SETS / "rus_blekinge.yaml", _goal_set),
    "example": _of(example_files()[0], read_example),
}
WHOLE_CATALOGUE = Kind("katalog.yaml", catalogue_text(load_catalogue()).decode("utf-8"), _whole_catalogue)
"""As it lies in a template package; only there `egen` is written."""


def written(kind: Kind, folder: Path, text: str | None = None) -> Path:
    """The file in `folder`, with `text` instead of its own."""
    path = folder / kind.name
    path.write_text(kind.text if text is None else text, encoding="utf-8", newline="")
    return path


def complaints(kind: Kind, folder: Path, text: str) -> list[str]:
    """What the reader of this kind says of `text`: one complaint a line; [] when it can be used."""
    try:
        kind.read(written(kind, folder, text))
    except StrukturbildError as error:
        return [line[2:] for line in str(error).splitlines() if line.startswith("- ")] or [str(error)]
    return []
