"""Templates: what a new strukturbild starts with. A template names classes and steps that are defined elsewhere.

The catalogue says what a class is (load.py), the shared steps what a step is (steps.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Collection, Mapping

from .. import paths
from ..errors import CatalogueError
from ..i18n import tr
from ..yaml_reader.fields import Fields
from ..yaml_reader.problems import Problems, SourceLocation
from ..yaml_reader.suggestions import allowed_text
from ..yaml_reader.yaml_file import YamlBlock, read_yaml, read_yaml_bytes
from .assemble import PICTURE_TYPE_LIST, SCALE_LIST
from .load import MAX_FILES, load_catalogue
from .model import Catalogue, Text
from .steps import StepSpec, read_steps, step_from

_COUNTY = re.compile(r"[A-Z0-9][A-Za-z0-9_-]{0,19}")


@dataclass(frozen=True)
class PictureSpec:
    """A picture that a new strukturbild gets."""

    namn: Text
    bildtyp: str
    skala: str
    horisont: int | None
    """The year it shows; None for the present."""


@dataclass(frozen=True)
class Sender:
    """Who shares a template with others, and on what terms (the block `paket` of its file)."""

    organisation: str
    licens: str
    """'' when nothing is said."""
    lan: tuple[str, ...] = ()
    """Two-digit codes of the län it was made for."""
    gjord_av: str = ""
    """The template it was made from, with its version: 'malbild 1.0'."""
    format: int = 1
    """Version of the package format."""


@dataclass(frozen=True)
class Template:
    """A starting point: classes, pictures, steps, symbol set and goal sets."""

    kod: str
    namn: Text
    beskrivning: Text
    version: str
    klasser: tuple[str, ...]
    bilder: tuple[PictureSpec, ...]
    """The first one is the picture that opens."""
    steg: tuple[StepSpec, ...]
    symboluppsattning: str
    malsamlingar: tuple[str, ...]
    """Codes of goal sets beyond the RUS of the regions, which come by themselves."""
    ordning: int = 900
    """Place in the list to choose from."""
    paket: Sender | None = None
    """None for a template that is not shared as a package."""


@dataclass(frozen=True)
class Templates:
    """The templates that can be used, and what is wrong with the others."""

    templates: tuple[Template, ...]
    problem: tuple[str, ...] = ()
    """Sentences with file, place and what is allowed; they also tell of faults in the shared steps."""


def read_templates(
    folder: Path = paths.TEMPLATE_FILES, catalogue: Catalogue | None = None, steps: Path = paths.STEPS
) -> Templates:
    """Read the templates of the folder, in their order, and every fault of those that cannot be used.

    `catalogue`: what they may name, the shipped one when None. `steps`: folder of the shared steps.
    """
    known, problems = catalogue or load_catalogue(), Problems()
    shared = read_steps(known, problems, steps)
    found: dict[str, Template] = {}
    for path in _template_files(folder):
        own = Problems()
        template = _read(path, known, shared, own, found)
        if template is not None and not own:
            found[template.kod] = template
        problems.extend(own)
    ordered = sorted(found.values(), key=lambda template: template.ordning)
    return Templates(tuple(ordered), problems.sentences())


def load_templates(folder: Path = paths.TEMPLATE_FILES, catalogue: Catalogue | None = None) -> tuple[Template, ...]:
    """Load the templates of the folder that can be used.

    Raises CatalogueError, with every fault, only when none can.
    """
    found = read_templates(folder, catalogue)
    if not found.templates:
        raise CatalogueError(tr("Det finns ingen mall som kan användas."), found.problem)
    return found.templates


def load_template_file(path: Path, catalogue: Catalogue | None = None) -> Template:
    """Load the template in one file. Raises CatalogueError with every fault.

    `catalogue`: what it may name, the shipped one when None.
    """
    known, problems = catalogue or load_catalogue(), Problems()
    return _without_faults(_read(path, known, read_steps(known, Problems()), problems), problems)


def template_from(content: bytes, name: str, catalogue: Catalogue, problems: Problems) -> Template | None:
    """Read a template from a package or a strukturbild; it is complete in itself and uses no shared step.

    English may be left out. Faults go to `problems`; when there are any, the answer is not to be used.
    """
    block = read_yaml_bytes(content, name, problems)
    return None if block is None else _template(block, name, catalogue, {}, problems, complete=False)


def load_template(kod: str, folder: Path = paths.TEMPLATE_FILES, catalogue: Catalogue | None = None) -> Template:
    """Load the template with code `kod`; faults in other templates do not matter.

    `catalogue`: what it may name, the shipped one when None. Raises CatalogueError when it has faults, or when there is
    none: then with the codes there are.
    """
    known = catalogue or load_catalogue()
    shared = read_steps(known, Problems())
    codes, unreadable = [], Problems()
    for path in _template_files(folder):
        problems = Problems()
        template = _read(path, known, shared, problems)
        if template is not None and template.kod == kod:
            return _without_faults(template, problems)
        if template is None:
            unreadable.extend(problems)
        elif template.kod:
            codes.append(template.kod)
    raise CatalogueError(
        tr("Det finns ingen mall med koden '{kod}'. {help}").format(kod=kod[:60], help=allowed_text(kod, codes)),
        unreadable.sentences(),
    )


def catalogue_for_template(catalogue: Catalogue, template: Template) -> Catalogue:
    """The catalogue with the template's classes and own classes only: whoever added those wants them.

    Layers, attributes and lists all stay, so that a class left out now can be added later.
    """
    return replace(
        catalogue,
        klasser=tuple(klass for klass in catalogue.klasser if klass.egen or klass.kod in template.klasser),
    )


def _template_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))[:MAX_FILES]


def _without_faults(template: Template | None, problems: Problems) -> Template:
    if template is None or problems:
        raise CatalogueError(tr("Mallen har fel och används inte. Rätta det här:"), problems.sentences())
    return template


def _read(
    path: Path,
    catalogue: Catalogue,
    shared: Mapping[str, StepSpec],
    problems: Problems,
    taken: Collection[str] = (),
) -> Template | None:
    block = read_yaml(path, path.name, problems)
    return None if block is None else _template(block, path.name, catalogue, shared, problems, taken=taken)


def _template(
    block: YamlBlock,
    name: str,
    catalogue: Catalogue,
    shared: Mapping[str, StepSpec],
    problems: Problems,
    complete: bool = True,
    taken: Collection[str] = (),
) -> Template:
    fields = Fields(block, SourceLocation(name), problems, complete)
    classes = fields.codes("klasser", [klass.kod for klass in catalogue.klasser], required=True)
    template = Template(
        kod=fields.code("kod"),
        namn=fields.both("namn"),
        beskrivning=fields.both("beskrivning"),
        version=fields.text("version"),
        klasser=classes,
        bilder=_pictures(fields, catalogue),
        steg=_steps(fields, classes, shared),
        symboluppsattning=fields.code("symboluppsattning"),
        malsamlingar=fields.codes("malsamlingar", None),
        ordning=fields.integer("ordning", 0, 9999, 900),
        paket=_sender(fields.inside("paket")) if fields.has("paket") else None,
    )
    if template.kod in taken:
        sentence = tr("En annan mall har redan koden '{kod}'. Välj en annan.")
        fields.problem(sentence.format(kod=template.kod), "kod")
    fields.done()
    return template


def _sender(fields: Fields) -> Sender:
    sender = Sender(
        organisation=fields.text("organisation"),
        licens=fields.text("licens", required=False),
        lan=fields.codes("lan", None, pattern=_COUNTY, wanted=tr("en länskod som 17"), example="[17]"),
        gjord_av=fields.text("gjord_av", required=False),
        format=fields.integer("format", 1, 999),
    )
    fields.done()
    return sender


def _pictures(fields: Fields, catalogue: Catalogue) -> tuple[PictureSpec, ...]:
    kinds, scales = _codes_of(catalogue, PICTURE_TYPE_LIST), _codes_of(catalogue, SCALE_LIST)
    found = []
    for inner in fields.items("bilder", tr("bild")):
        found.append(
            PictureSpec(
                inner.both("namn"),
                inner.choice("bildtyp", kinds),
                inner.choice("skala", scales),
                inner.year("horisont"),
            )
        )
        inner.done()
    if not found:
        fields.problem(tr("Mallen behöver minst en bild under 'bilder'."), "bilder")
    return tuple(found)


def _steps(fields: Fields, classes: tuple[str, ...], shared: Mapping[str, StepSpec]) -> tuple[StepSpec, ...]:
    """The steps in order. Every class must be in some palette, or nobody could draw it."""
    found = []
    for kod, inner in fields.blocks("steg", tr("steg"), empty=True):
        if kod not in shared and not inner.has("varfor"):
            sentence = tr("Det finns inget gemensamt steg '{kod}', och steget är inte beskrivet här. {help}")
            inner.problem(sentence.format(kod=kod, help=allowed_text(kod, shared)))
            continue
        found.append(step_from(kod, inner, classes, shared.get(kod)))
        inner.done()
    drawn = {kod for step in found for kod in step.klasser}
    for kod in classes:
        if kod not in drawn:
            sentence = tr("Klassen '{kod}' finns inte i något steg och kan då inte ritas. Nämn den i ett.")
            fields.problem(sentence.format(kod=kod), "steg")
    return tuple(found)


def _codes_of(catalogue: Catalogue, name: str) -> list[str]:
    return [choice.kod for choice in catalogue.listor.get(name, ())]
