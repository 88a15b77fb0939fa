"""A template as a package that can be shared: made from a strukturbild, read with every fault told at once.

It carries pictures, classes, steps, goal sets, symbols, profile, logos, layouts and styles; never objects, names of
people or the log. Reading carries nothing out and writes nothing; installing is template_library.py.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, Mapping, Sequence

from ... import paths
from ...catalogue.load import note_unsupported, read_catalogue_file
from ...catalogue.model import Catalogue
from ...catalogue.package_file import CATALOGUE, TEMPLATE, pack, read_parts
from ...catalogue.template import Sender, Template, template_from
from ...catalogue.yaml_writer import catalogue_text, template_text
from ...errors import CatalogueError
from ...goals.goal_sets import goal_set_from
from ...goals.tree import GoalTree
from ...i18n import tr
from ...yaml_reader.problems import Problems, SourceLocation
from ..gpkg.attachments import LAYOUT, LOGO, PROFILE, STYLE, SYMBOL_SET
from ..gpkg.records import Attachment
from .attachment_check import unusable_parts
from .package_goals import goal_set_text

FORMAT = 1
VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}")
FOLDER_OF: Mapping[str, str] = {
    SYMBOL_SET: "symboler",
    PROFILE: "profil",
    LOGO: "logotyper",
    LAYOUT: "layouter",
    STYLE: "stilar",
}
_GOALS = "mal"
_MIN_WORD_LETTERS = 3


@dataclass(frozen=True)
class TemplatePackage:
    """A template with all that a strukturbild made from it needs."""

    template: Template
    catalogue: Catalogue
    goal_trees: tuple[GoalTree, ...] = ()
    """Goal sets that the library does not have, or has otherwise."""
    attachments: tuple[Attachment, ...] = ()
    content: bytes = b""
    """The file itself."""

    def fingerprint(self) -> str:
        """Hex SHA-256 of what it holds, whoever zipped it."""
        total = hashlib.sha256()
        for name, content in sorted(parts(self).items()):
            total.update(f"{name}\0{len(content)}\0".encode())
            total.update(content)
        return total.hexdigest()


def parts(package: TemplatePackage) -> dict[str, bytes]:
    """The parts of the file, by name."""
    found = {TEMPLATE: template_text(package.template), CATALOGUE: catalogue_text(package.catalogue)}
    found.update({f"{_GOALS}/{tree.goal_set.kod}.yaml": goal_set_text(tree) for tree in package.goal_trees})
    found.update({f"{FOLDER_OF[each.slag]}/{each.namn}": each.innehall for each in package.attachments})
    return found


def package_bytes(package: TemplatePackage) -> bytes:
    """The file; the same content gives the same bytes."""
    return pack(parts(package))


def read_package(path: Path) -> TemplatePackage:
    """The template in the file at `path`. Raises CatalogueError with every fault: file, place, what, allowed."""
    problems = Problems()
    content = read_parts(path, problems)
    package = None if problems else _package(content, problems)
    if package is None or problems:
        sentence = tr("Mallen {file} kan inte användas, och inget har lagts in. Det här är fel:")
        raise CatalogueError(sentence.format(file=path.name), problems.sentences())
    return replace(package, content=pack(content))


def _package(content: Mapping[str, bytes], problems: Problems) -> TemplatePackage | None:
    for name in (TEMPLATE, CATALOGUE):
        if name not in content:
            problems.add(SourceLocation(name), tr("Delen saknas. Utan den är filen ingen mall."))
    trees = _goal_trees(content, problems)
    attachments = _attachments(content, problems)
    if TEMPLATE not in content or CATALOGUE not in content:
        return None
    of_catalogue = Problems()
    catalogue = read_catalogue_file(content[CATALOGUE], CATALOGUE, of_catalogue)
    problems.extend(of_catalogue)
    if catalogue is None or of_catalogue:  # what the template may name is not known
        return None
    note_unsupported(catalogue, CATALOGUE, problems)
    template = template_from(content[TEMPLATE], TEMPLATE, catalogue, problems)
    if template is None:
        return None
    _check_template(template, trees, attachments, problems)
    return TemplatePackage(template, catalogue, trees, attachments)


def _goal_trees(content: Mapping[str, bytes], problems: Problems) -> tuple[GoalTree, ...]:
    names = sorted(name for name in content if name.startswith(f"{_GOALS}/"))
    found = (goal_set_from(content[name], name, problems, verified=False) for name in names)
    return tuple(tree for tree in found if tree is not None)


def _attachments(content: Mapping[str, bytes], problems: Problems) -> tuple[Attachment, ...]:
    kinds = {folder: kind for kind, folder in FOLDER_OF.items()}
    found = []
    for name in sorted(content):
        folder, _slash, rest = name.partition("/")
        if folder in kinds:
            attachment = Attachment(kinds[folder], rest, content[name])
            check_attachment(attachment, problems)
            found.append(attachment)
    return tuple(found)


def check_attachment(attachment: Attachment, problems: Problems, family: str = "") -> None:
    """Note what makes an attachment unfit to be shared: it cannot be used, runs something, or points elsewhere.

    `family`: the typeface that texts will be set in; the program's own when it is not said.
    """
    name = f"{FOLDER_OF[attachment.slag]}/{attachment.namn}"
    if attachment.slag in _READERS:
        _READERS[attachment.slag](attachment.innehall, name, problems)
    else:
        for line, fault in unusable_parts(attachment, family):
            problems.add(SourceLocation(name).at_line(line), fault)


def _check_symbols(content: bytes, name: str, problems: Problems) -> None:
    from ...cartography.symbol_sets.symbol_set_reader import symbol_set_from

    symbol_set_from(content, name, problems)


def _check_profile(content: bytes, name: str, problems: Problems) -> None:
    from ...cartography.symbol_sets.profile import profile_from_bytes

    profile_from_bytes(content, name, problems)


_READERS: Mapping[str, Callable[[bytes, str, Problems], None]] = {SYMBOL_SET: _check_symbols, PROFILE: _check_profile}


def _check_template(
    template: Template, trees: Sequence[GoalTree], attachments: Sequence[Attachment], problems: Problems
) -> None:
    place = SourceLocation(TEMPLATE)
    if template.paket is None:
        problems.add(place, tr("'paket' saknas: den som delar mallen (organisation) och vilket format filen har."))
    elif template.paket.format > FORMAT:
        sentence = tr("Mallen är gjord för en nyare version av programmet (format {n}). Uppdatera insticksprogrammet.")
        problems.add(place, sentence.format(n=template.paket.format))
    for sentence in faults_of(template):
        problems.add(place, sentence)
    own_sets = {each.namn[: -len(".yaml")] for each in attachments if each.slag == SYMBOL_SET}
    known_sets = own_sets | shipped_symbol_sets()
    if template.symboluppsattning and template.symboluppsattning not in known_sets:
        sentence = tr("Symboluppsättningen '{kod}' finns varken i mallen eller i programmet.")
        problems.add(place, sentence.format(kod=template.symboluppsattning))
    known_goals = {tree.goal_set.kod for tree in trees} | set(paths.goal_library_codes())
    for code in template.malsamlingar:
        if code not in known_goals:
            sentence = tr("Målsamlingen '{kod}' finns varken i mallen eller i målbiblioteket.")
            problems.add(place, sentence.format(kod=code))


def faults_of(template: Template) -> tuple[str, ...]:
    """What is wrong with code, version and sender of a template to be shared."""
    found = []
    if template.kod in _codes_in(paths.TEMPLATE_FILES):
        sentence = tr("Koden '{kod}' är en av programmets egna mallar. Välj en annan kod.")
        found.append(sentence.format(kod=template.kod))
    if not VERSION.fullmatch(template.version):
        sentence = tr("Versionen '{version}' ska vara tal med punkt emellan, som 1.0 eller 2.3.1.")
        found.append(sentence.format(version=template.version[:40]))
    if template.paket is not None and not plain_code(template.paket.organisation):
        found.append(tr("Skriv vilken organisation som delar mallen."))
    return tuple(found)


def shipped_symbol_sets() -> set[str]:
    """Codes of the symbol sets that come with the program."""
    return _codes_in(paths.STYLES)


def _codes_in(folder: Path) -> set[str]:
    """The program's own files are named as their codes, so none has to be read."""
    return {file.stem for file in folder.glob("*.yaml")}


def numbers(version: str) -> tuple[int, ...]:
    """A version to compare by: '1.10' is later than '1.9', and '1' is '1.0'."""
    found = [int(part) for part in version.split(".")] if VERSION.fullmatch(version) else [0]
    while found and found[-1] == 0:
        found.pop()
    return tuple(found)


def plain_code(text: str, most: int = 40) -> str:
    """'Region Sörmland' -> 'region_sormland': for codes and file names; '' when no letter is left."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:most].strip("_")


def suggested_code(organisation: str, name: str) -> str:
    """A code for a template: 'sormland_malbild' for 'Målbild' of Region Sörmland."""
    sender = plain_code(organisation).removeprefix("region_")
    code = plain_code("_".join(part for part in (sender, plain_code(name)) if part))
    return code if code[:1].isalpha() and len(code) >= _MIN_WORD_LETTERS else f"mall_{code}".strip("_")


def sender(organisation: str, licence: str, lan: Sequence[str], made_from: str) -> Sender:
    """Who shares, in this program's format."""
    return Sender(organisation.strip(), licence.strip(), tuple(lan), made_from, FORMAT)
