"""Reads the plan standards: those of the program, and a user's own in the folder of the QGIS profile."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

from .. import paths
from ..errors import CatalogueError
from ..i18n import tr
from ..yaml_reader.fields import Fields
from ..yaml_reader.problems import Problems, SourceLocation
from ..yaml_reader.yaml_file import read_yaml
from .model import GEOMETRIES
from .plan_standard import PlanCategory, PlanStandard, chosen_standard

_STRUCTURES = ("B", "K", "G", "A")
_URL = re.compile(r"https?://\S+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MAX_NAME = 60
_MAX_FILES = 200


@dataclass(frozen=True)
class PlanStandards:
    """The standards to choose from, by code, and what is wrong with the files that are not among them."""

    standards: tuple[PlanStandard, ...]
    faults: tuple[str, ...] = ()
    """Sentences with file, place and line."""

    def named(self, kod: str) -> PlanStandard | None:
        """The standard with this code, or None."""
        return next((one for one in self.standards if one.kod == kod), None)


def load_plan_standards(own: Path | None = None, folder: Path = paths.PLAN_STANDARDS) -> PlanStandards:
    """The standards of `folder`, and those of `own`, which go before one of the program's with the same code.

    A file in `own` that has faults is left out, and its faults are told. Raises CatalogueError with every fault of the
    program's own files.
    """
    problems, own_problems = Problems(), Problems()
    found = {one.kod: one for one in _read(folder, problems)}
    if problems:
        raise CatalogueError("\n".join((tr("Översättningarna har fel:"), *problems.sentences())))
    if own is not None:
        found.update({one.kod: one for one in _read(own, own_problems)})
        _tell_misnamed(own, own_problems)
    return PlanStandards(tuple(found[kod] for kod in sorted(found)), tuple(own_problems.sentences()))


def missing_standard(offered: PlanStandards, standard: str, version: str) -> str:
    """The sentence that the standard a strukturbild names is not here; '' when it is, or when it names none."""
    if not standard or chosen_standard(offered.standards, standard, version) is not None:
        return ""
    named, codes = f"{standard} {version}".strip(), ", ".join(one.kod for one in offered.standards)
    return tr(
        "Strukturbilden anger översättningen ”{namn}”, som inte finns på den här datorn, så objekten får inga ord ur "
        "den. Lägg filen i mappen strukturbild/oversattning i QGIS profil, eller välj någon av {koder}."
    ).format(namn=named, koder=codes)


def _tell_misnamed(folder: Path, problems: Problems) -> None:
    """Tell of files that are meant to be read but are called something else."""
    try:
        names = sorted(file.name for file in folder.iterdir() if file.suffix.lower() in (".yml", ".yaml"))
    except OSError:
        return
    for name in names:
        if not name.endswith(".yaml"):
            problems.add(SourceLocation(name), tr("Filen läses inte. Döp om den så att namnet slutar på .yaml."))


def _read(folder: Path, problems: Problems) -> Sequence[PlanStandard]:
    """The standards of a folder that is not to be trusted: no subfolders, and no more files than anybody has."""
    try:
        files = sorted(file for file in folder.glob("*.yaml") if file.is_file())[:_MAX_FILES]
    except OSError:
        return ()
    read = (_from_file(file, problems) for file in files)
    return [one for one in read if one is not None]


def _from_file(file: Path, problems: Problems) -> PlanStandard | None:
    own = Problems()
    block = read_yaml(file, file.name, own)
    found = None
    if block is not None:
        fields = Fields(block, SourceLocation(file.name), own)
        found = _standard(fields)
        fields.done()
    problems.extend(own)
    return None if own else found


def _standard(fields: Fields) -> PlanStandard:
    categories = tuple(_category(inner) for inner in fields.items("kategorier", tr("kategori"), required=True))
    levels = fields.inside("nivaer", required=False)
    words = {kod: levels.text(kod, most=_MAX_NAME) for kod in levels.written()}
    levels.done()
    return PlanStandard(
        kod=fields.file_code(),
        standard=fields.text("standard", most=_MAX_NAME),
        version=fields.text("version", most=_MAX_NAME),
        namn=fields.both("namn"),
        om=fields.both("om"),
        kallor=fields.codes("kallor", None, True, _URL, tr("en webbadress som https://..."), "[https://...]"),
        kontrollerad=fields.text("kontrollerad", example='"2026-11-30"', pattern=_DAY, wanted=tr('"ÅÅÅÅ-MM-DD"')),
        kategorier=categories,
        nivaer=words,
    )


def _category(fields: Fields) -> PlanCategory:
    found = PlanCategory(
        struktur=fields.choice("struktur", _STRUCTURES),
        kategori=fields.text("kategori", most=200),
        strukturord=fields.text("strukturord", required=False, most=_MAX_NAME),
        objekt=fields.text("objekt", required=False, most=_MAX_NAME),
        geometri=fields.codes("geometri", GEOMETRIES),
        klasser=fields.codes("klasser", None),
        verifierad=fields.yes_no("verifierad"),
    )
    if "verifierad" not in fields.written():
        fields.missing("verifierad", tr("ja, om orden är standardens egna, eller nej, om de är vårt förslag"))
    fields.done()
    return found
