"""Save an open strukturbild as a template that others can use: what goes along, and what is left out and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Sequence

from ...catalogue.model import Text
from ...catalogue.package_file import PACKAGE_SUFFIX, is_part
from ...catalogue.steps import StepSpec
from ...catalogue.template import PictureSpec, Template
from ...errors import CatalogueError
from ...i18n import tr
from ...sanitize.content import ContentError
from ...yaml_reader.problems import Problems, SourceLocation
from ..gpkg.attachments import LAYOUT, LOGO, PROFILE, STYLE, SYMBOL_SET
from ..gpkg.file_copy import built_beside, refuse_existing
from ..gpkg.records import Attachment, Head, Snapshot
from .attachment_check import cleaned
from .package import (
    FOLDER_OF,
    VERSION,
    TemplatePackage,
    check_attachment,
    faults_of,
    package_bytes,
    plain_code,
    read_package,
    sender,
    shipped_symbol_sets,
    suggested_code,
)
from .package_goals import is_in_library, trees_of, with_codes_of_files

LICENCES = ("CC0-1.0", "CC-BY-4.0")
"""Terms to choose from; anything else may be written as well."""


@dataclass(frozen=True)
class TemplateRequest:
    """What a template is to be called and to hold."""

    kod: str
    namn: Text
    beskrivning: Text
    organisation: str
    version: str = "1.0"
    licens: str = ""
    goal_sets: tuple[str, ...] | None = None
    """Codes of goal sets in the strukturbild to take along; None for all."""
    with_profile: bool = True
    """With colours, words and logos."""
    with_layouts: bool = True
    with_styles: bool = True


@dataclass(frozen=True)
class TemplateSuggestion:
    """What a template of this strukturbild could be called, before anybody has said."""

    namn: Text
    beskrivning: Text
    organisation: str
    version: str = "1.0"
    licens: str = ""
    kod: str = ""
    """The code to keep when the same organisation saves a further version; '' for a new template."""
    licences: tuple[str, ...] = LICENCES

    def code_for(self, organisation: str, name: str) -> str:
        """The code under which it is known."""
        if self.kod and plain_code(organisation) == plain_code(self.organisation):
            return self.kod
        return suggested_code(organisation, name)


def suggestion_for(head: Head, template: Template | None, own: bool) -> TemplateSuggestion:
    """`template`: the one the strukturbild was made from; `own`: it came as a package and not with the program."""
    organisation = "" if head.exempel else head.organisation
    if template is None:
        return TemplateSuggestion(Text(head.titel, ""), Text(head.beskrivning or head.titel, ""), organisation)
    sender_of = template.paket
    if own and sender_of is not None:
        return TemplateSuggestion(
            *(template.namn, template.beskrivning, sender_of.organisation),
            version=next_version(template.version),
            licens=sender_of.licens,
            kod=template.kod,
        )
    return TemplateSuggestion(template.namn, template.beskrivning, organisation)


def next_version(version: str) -> str:
    """'1.2' -> '1.3'; what cannot be counted on becomes '1.0'."""
    if not VERSION.fullmatch(version):
        return "1.0"
    first, _point, last = version.rpartition(".")
    return f"{first}.{int(last) + 1}" if first else f"{last}.1"


@dataclass(frozen=True)
class SavedTemplate:
    """The file that was written."""

    path: Path
    package: TemplatePackage
    notes: tuple[str, ...] = ()
    """What was left out, in sentences."""


def save_template(
    path: Path, snapshot: Snapshot, steps: Sequence[StepSpec], request: TemplateRequest, overwrite: bool = False
) -> SavedTemplate:
    """Write the strukturbild as a template at `path` (ending .strukturmall).

    `steps`: those to take along, in order (guide.chain.chain_of(...).steg). The file is read again before it takes its
    place. Raises CatalogueError with every fault, or StoreError when there is a file already or the disk refuses.
    """
    target = with_ending(path)
    if not overwrite:
        refuse_existing(target)
    package, notes = package_of(snapshot, steps, request)
    with built_beside(target) as temporary:
        temporary.write_bytes(package_bytes(package))
        package = read_package(temporary)
    return SavedTemplate(target, package, notes)


def with_ending(path: Path) -> Path:
    """`path` with the ending of a template package."""
    path = Path(path)
    return path if path.suffix.lower() == PACKAGE_SUFFIX else path.with_name(path.name + PACKAGE_SUFFIX)


def package_of(
    snapshot: Snapshot, steps: Sequence[StepSpec], request: TemplateRequest
) -> tuple[TemplatePackage, tuple[str, ...]]:
    """The package, and what was left out of it. Raises CatalogueError when it cannot be made as requested."""
    head = snapshot.head
    codes = request.goal_sets
    trees = trees_of(
        snapshot.goal_sets, snapshot.goals, [one.kod for one in snapshot.goal_sets] if codes is None else codes
    )
    trees, renamed = with_codes_of_files(trees)
    notes = [*renamed]
    attachments = tuple(_to_share(snapshot, request, notes))
    own_sets = {each.namn[: -len(".yaml")] for each in attachments if each.slag == SYMBOL_SET}
    symbols = head.symboluppsattning
    if symbols not in own_sets | shipped_symbol_sets():
        from ...cartography.symbol_sets.symbol_set_library import DEFAULT_SET

        sentence = tr("Symboluppsättningen {kod} finns inte här; mallen får {other}.")
        notes.append(sentence.format(kod=symbols, other=DEFAULT_SET))
        symbols = DEFAULT_SET
    made_from = f"{head.mall} {head.mall_version}".strip()
    template = Template(
        kod=request.kod,
        namn=request.namn,
        beskrivning=request.beskrivning,
        version=request.version.strip(),
        klasser=tuple(klass.kod for klass in snapshot.catalogue.klasser),
        bilder=tuple(PictureSpec(Text(p.namn, ""), p.bildtyp, p.skala, p.horisont) for p in snapshot.pictures),
        steg=tuple(steps),
        symboluppsattning=symbols,
        malsamlingar=tuple(tree.goal_set.kod for tree in trees),
        paket=sender(request.organisation, request.licens, head.lan, made_from),
    )
    faults = faults_of(template)
    if faults:
        raise CatalogueError(tr("Mallen sparades inte. Rätta det här:"), faults)
    carried = tuple(tree for tree in trees if not is_in_library(tree))
    return TemplatePackage(template, snapshot.catalogue, carried, attachments), tuple(notes)


def _to_share(snapshot: Snapshot, request: TemplateRequest, notes: list[str]) -> Sequence[Attachment]:
    """The attachments to take along, cleaned; those that cannot be shared are left out with a note."""
    wanted = {SYMBOL_SET}
    wanted |= {PROFILE, LOGO} if request.with_profile else set()
    wanted |= {LAYOUT} if request.with_layouts else set()
    wanted |= {STYLE} if request.with_styles else set()
    found = []
    for attachment in sorted(snapshot.attachments, key=lambda each: (each.slag, each.namn)):
        if attachment.slag not in wanted:
            continue
        ready = _shared(attachment, notes)
        if ready is not None:
            found.append(ready)
    return found


def _shared(attachment: Attachment, notes: list[str]) -> Attachment | None:
    problems = Problems()
    name = f"{FOLDER_OF[attachment.slag]}/{attachment.namn}"
    ready, removed = _without_harm(attachment)
    if is_part(name):
        check_attachment(ready, problems)
    else:
        problems.add(SourceLocation(name), tr("Namnet har tecken som inte går på alla datorer."))
    if problems:
        sentence = tr("{name} kom inte med. {why}")
        notes.append(sentence.format(name=attachment.namn, why=" ".join(problems.sentences())))
        return None
    notes.extend(removed)
    return ready


def _without_harm(attachment: Attachment) -> tuple[Attachment, tuple[str, ...]]:
    """The attachment as it may be shared, and in sentences what was taken out; as it is when nothing has to be."""
    if attachment.slag not in (LAYOUT, LOGO, STYLE):
        return attachment, ()
    try:
        clean = cleaned(attachment)
    except ContentError:  # the check that follows says so
        return attachment, ()
    harmful = clean.harmful()
    if not harmful:
        return attachment, ()
    parts = dict.fromkeys(each.what or tr("formulär, åtgärder och annat som inte är symboler") for each in harmful)
    sentence = tr("{name}: {what} togs bort ur mallen.")
    notes = tuple(sentence.format(name=attachment.namn, what=what) for what in parts)
    return replace(attachment, innehall=clean.content), notes
