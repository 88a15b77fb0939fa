"""The steps of the guide and samverkanstrappan: texts and questions, as data.

A step stands in one file of `templates/steg/` and is shared by the templates; a template chooses, orders and may say
something in its own words (template.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Collection

from .. import paths
from ..bilingual_text import NO_TEXT, Text
from ..errors import CatalogueError
from ..i18n import tr
from ..yaml_reader.fields import Fields
from ..yaml_reader.problems import Problems, SourceLocation
from ..yaml_reader.yaml_file import read_yaml
from .load import MAX_FILES, load_catalogue
from .model import Catalogue

MIN_QUESTIONS, MAX_QUESTIONS = 2, 5
PURPOSE, AREA_AND_PICTURE, GOALS, OBJECTS, LINKS, REVIEW, EDITIONS = (
    "syfte",
    "omrade",
    "mal",
    "objekt",
    "kopplingar",
    "granskning",
    "utgavor",
)
MEASURES = (PURPOSE, AREA_AND_PICTURE, GOALS, OBJECTS, LINKS, REVIEW, EDITIONS)
"""What of the strukturbild tells how far a step has come."""

_RULE = re.compile(r"[A-Z]\d{2}")
_MAX_MINIMUM = 100


@dataclass(frozen=True)
class StepSpec:
    """A step of the guide, with the classes of its palette."""

    kod: str
    namn: Text
    klasser: tuple[str, ...] = ()
    varfor: Text = NO_TEXT
    """Why the group does this."""
    sa_gor_ni: Text = NO_TEXT
    """How: two to five sentences."""
    fragor: tuple[Text, ...] = ()
    """Questions to talk about."""
    resultat: Text = NO_TEXT
    """What comes out of it."""
    kontroller: tuple[str, ...] = ()
    """Ids of the rules that must hold for the step to be done, the most telling first (checks/rules/registry.py)."""
    mats_pa: str = OBJECTS
    """One of `MEASURES`."""
    minst: int = 1
    """So many objects are needed for the step to be done."""


@dataclass(frozen=True)
class LadderLevel:
    """A rung of the ladder of cooperation, 1 (openness) to 8 (creating together)."""

    nummer: int
    kod: str
    namn: Text
    betyder: Text


def load_steps(folder: Path = paths.STEPS, catalogue: Catalogue | None = None) -> tuple[StepSpec, ...]:
    """The shared steps in the order of their file names. Raises CatalogueError with every fault of every file."""
    problems = Problems()
    steps = read_steps(catalogue or load_catalogue(), problems, folder)
    if problems:
        raise CatalogueError(tr("Stegen har fel. Rätta det här:"), problems.sentences())
    return tuple(steps.values())


def read_steps(catalogue: Catalogue, problems: Problems, folder: Path = paths.STEPS) -> dict[str, StepSpec]:
    """Read the shared steps of the guide, by code. Faults go to `problems`; a step with faults may be incomplete."""
    classes = [klass.kod for klass in catalogue.klasser]
    found: dict[str, StepSpec] = {}
    for path in sorted(folder.glob("*.yaml"))[:MAX_FILES]:
        block = read_yaml(path, f"{folder.name}/{path.name}", problems)
        if block is None:
            continue
        fields = Fields(block, SourceLocation(f"{folder.name}/{path.name}"), problems)
        kod = fields.code("kod")
        if kod in found:
            fields.problem(tr("Ett annat steg har redan koden '{kod}'. Välj en annan.").format(kod=kod), "kod")
        elif kod:
            found[kod] = step_from(kod, fields, classes)
            fields.done()
    return found


def step_from(kod: str, fields: Fields, classes: Collection[str], shared: StepSpec | None = None) -> StepSpec:
    """The step that `fields` describes; what it leaves out is as in `shared`, and without that required.

    `classes`: those it may name. Of the shared step's palette only those remain.
    """
    base = shared or StepSpec(kod, NO_TEXT)

    def says(key: str) -> bool:
        return shared is None or fields.has(key)

    return StepSpec(
        kod=kod,
        namn=fields.both("namn") if says("namn") else base.namn,
        klasser=fields.codes("klasser", classes)
        if says("klasser")
        else tuple(one for one in base.klasser if one in classes),
        varfor=fields.both("varfor") if says("varfor") else base.varfor,
        sa_gor_ni=fields.both("sa_gor_ni") if says("sa_gor_ni") else base.sa_gor_ni,
        fragor=_questions(fields) if says("fragor") else base.fragor,
        resultat=fields.both("resultat") if says("resultat") else base.resultat,
        kontroller=fields.codes("kontroller", None, pattern=_RULE, wanted=tr("en regel som T01"))
        if says("kontroller")
        else base.kontroller,
        mats_pa=(fields.choice("mats_pa", MEASURES, required=False) or OBJECTS) if says("mats_pa") else base.mats_pa,
        minst=fields.integer("minst", 1, _MAX_MINIMUM, 1) if fields.has("minst") else base.minst,
    )


def load_ladder(path: Path = paths.LADDER) -> tuple[LadderLevel, ...]:
    """Load the levels of samverkanstrappan, from the lowest. Raises CatalogueError with every fault."""
    problems = Problems()
    block = read_yaml(path, path.name, problems)
    found: list[LadderLevel] = []
    if block is not None:
        fields = Fields(block, SourceLocation(path.name), problems)
        for kod, inner in fields.blocks("trappa", tr("nivå")):
            found.append(LadderLevel(len(found) + 1, kod, inner.both("namn"), inner.both("betyder")))
            inner.done()
        fields.done()
    if problems:
        raise CatalogueError(tr("Samverkanstrappan har fel. Rätta det här:"), problems.sentences())
    return tuple(found)


def _questions(fields: Fields) -> tuple[Text, ...]:
    found = [inner.languages() for inner in fields.items("fragor", tr("fråga"))]
    if not MIN_QUESTIONS <= len(found) <= MAX_QUESTIONS:
        fields.problem(
            tr("Ett steg har {least} till {most} frågor under 'fragor', men här står {n}.").format(
                least=MIN_QUESTIONS, most=MAX_QUESTIONS, n=len(found)
            ),
            "fragor",
        )
    return tuple(found)
