"""The steps of one strukturbild: its template's, with palettes of the classes that its own catalogue has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Sequence

from .. import paths
from ..catalogue.load import load_catalogue
from ..catalogue.model import Catalogue, ObjectClass
from ..catalogue.steps import StepSpec, read_steps
from ..catalogue.template import Template, load_template, template_from
from ..errors import CatalogueError
from ..i18n import tr
from ..store.gpkg.attachments import TEMPLATE
from ..store.gpkg.records import Attachment, Head
from ..yaml_reader.problems import Problems


@dataclass(frozen=True)
class StepChain:
    """The steps in order. `template` is None when it is not available here; `remark` then says so."""

    steps: tuple[StepSpec, ...]
    template: Template | None = None
    remark: str = ""
    """'' or a sentence to show: the template is missing, or has another version than the strukturbild was made with."""

    def step(self, kod: str) -> StepSpec | None:
        """The step with this code, or None."""
        return next((step for step in self.steps if step.kod == kod), None)

    def step_of_class(self, klass: str) -> StepSpec | None:
        """The step where a class is drawn, or None."""
        return next((step for step in self.steps if klass in step.klasser), None)


def chain_of(
    head: Head,
    catalogue: Catalogue,
    attachments: Sequence[Attachment] = (),
    folder: Path = paths.TEMPLATE_FILES,
) -> StepChain:
    """The steps for a strukturbild with this head, its own catalogue and its attachments.

    A template among the attachments is used before the program's. Reads files (15 ms), so keep the answer. Every class
    of the catalogue is in some palette, own classes too. Never raises for a missing or faulty template.
    """
    own = carried_template(catalogue, attachments)
    if own is not None:
        return StepChain(fit_palettes(own.steg, catalogue), own)
    shipped = load_catalogue()
    try:
        template = load_template(head.mall, folder, shipped)
    except CatalogueError:
        steps = tuple(read_steps(shipped, Problems()).values())
        sentence = tr("Mallen ”{template}” finns inte här eller har fel. Stegen är programmets vanliga.")
        return StepChain(fit_palettes(steps, catalogue), None, sentence.format(template=head.mall))
    note = ""
    if template.version != head.mall_version:
        note = tr(
            "Strukturbilden gjordes med version {was} av mallen; här finns version {now}. Det ritade är oförändrat."
        ).format(was=head.mall_version or "?", now=template.version)
    return StepChain(fit_palettes(template.steg, catalogue), template, note)


def carried_template(catalogue: Catalogue, attachments: Sequence[Attachment]) -> Template | None:
    """The template among a strukturbild's attachments; None when there is none or it cannot be used."""
    for attachment in attachments:
        if attachment.slag == TEMPLATE:
            problems = Problems()
            template = template_from(attachment.innehall, attachment.namn, catalogue, problems)
            return None if problems else template
    return None


def fit_palettes(steps: Sequence[StepSpec], catalogue: Catalogue) -> tuple[StepSpec, ...]:
    """The steps with only classes that the catalogue has, and each class that no step has in the most similar one."""
    known = {klass.kod for klass in catalogue.klasser}
    palettes = {step.kod: [kod for kod in step.klasser if kod in known] for step in steps}
    placed = {kod for palette in palettes.values() for kod in palette}
    for klass in catalogue.in_legend_order():
        if klass.kod not in placed:
            home = _most_similar_step(klass, steps, catalogue)
            if home is not None:
                palettes[home.kod].append(klass.kod)
    return tuple(replace(step, klasser=tuple(palettes[step.kod])) for step in steps)


def _most_similar_step(klass: ObjectClass, steps: Sequence[StepSpec], catalogue: Catalogue) -> StepSpec | None:
    """The step with the class most like this one: of its structure and layer, of its structure, of its layer.

    Of several, the one with most classes like it.
    """

    def likeness(step: StepSpec) -> tuple[int, int]:
        each = [_likeness(klass, catalogue.object_class(kod)) for kod in step.klasser]
        return max(each), each.count(max(each))

    return max((step for step in steps if step.klasser), key=likeness, default=None)


def _likeness(klass: ObjectClass, other: ObjectClass | None) -> int:
    if other is None:
        return 0
    shared_layer = bool(set(klass.lager.values()) & set(other.lager.values()))
    return 2 * (klass.struktur == other.struktur) + shared_layer
