"""The user's own templates: packages that came from others, and template files, in one folder of the QGIS profile.

A package lies there as the one file it came as; nothing is unpacked. Whoever calls says which folder: no lower room
knows where QGIS keeps its profile (paths.own_templates gives the place in it).
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from ...catalogue.added_attributes import with_added
from ...catalogue.load import load_catalogue, read_catalogue_file
from ...catalogue.model import Catalogue
from ...catalogue.package_file import CATALOGUE, PACKAGE_SUFFIX
from ...catalogue.template import Template, catalogue_for_template, load_template_file, read_templates
from ...catalogue.yaml_writer import catalogue_text, template_text
from ...errors import CatalogueError, StoreError
from ...i18n import tr
from ...yaml_reader.problems import Problems
from ..gpkg.attachments import TEMPLATE
from ..gpkg.file_copy import built_beside
from ..gpkg.records import Attachment
from .package import TemplatePackage, numbers, plain_code, read_package

MAX_INSTALLED = 200

NEW, SAME, CHANGED, NEWER, OLDER = "ny", "samma", "andrad", "nyare", "aldre"
"""What a package is to those that are there: of no known template, the very same, of the same version but other content
(refused), of a later version, of an earlier one."""


@dataclass(frozen=True)
class InstalledTemplate:
    """A template in the user's folder."""

    path: Path
    package: TemplatePackage

    @property
    def template(self) -> Template:
        """The template itself."""
        return self.package.template

    @property
    def organisation(self) -> str:
        """Who shares it; '' for a plain template file."""
        return self.template.paket.organisation if self.template.paket else ""


@dataclass(frozen=True)
class TemplateLibrary:
    """The usable templates of the folder, by organisation and name, and what is wrong with the rest."""

    templates: tuple[InstalledTemplate, ...] = ()
    problems: tuple[str, ...] = ()


NO_LIBRARY = TemplateLibrary()


@dataclass(frozen=True)
class IncomingTemplate:
    """A package to be installed, and how it relates to the templates that are there."""

    package: TemplatePackage
    folder: Path
    relation: str
    """One of NEW, SAME, CHANGED, NEWER, OLDER."""
    installed: tuple[InstalledTemplate, ...] = ()
    """The same template in other versions (or the same), the latest first."""

    def target(self) -> Path:
        """Where it is to lie."""
        template = self.package.template
        name = f"{_sender_code(self.package)}.{template.kod}.{template.version}"
        return self.folder / f"{name}{PACKAGE_SUFFIX}"


def read_library(folder: Path) -> TemplateLibrary:
    """Every template in `folder`; one bad file hides no good one. A folder that is not there is an empty library."""
    found: list[InstalledTemplate] = []
    problems: list[str] = []
    for path in _packages(folder):
        try:
            found.append(InstalledTemplate(path, read_package(path)))
        except CatalogueError as error:
            problems.append(str(error))
    plain = read_templates(folder) if folder.is_dir() else None
    found.extend(InstalledTemplate(_file_of(one, folder), _of_plain(one)) for one in (plain.templates if plain else ()))
    problems.extend(plain.problem if plain else ())
    found.sort(key=lambda one: (one.organisation.casefold(), one.template.namn.sv.casefold(), _latest_first(one)))
    return TemplateLibrary(tuple(found), tuple(problems))


def open_template(path: Path) -> TemplatePackage:
    """The template in a package or a plain template file (.yaml). Raises CatalogueError with every fault."""
    path = Path(path)
    return read_package(path) if path.suffix.lower() == PACKAGE_SUFFIX else _of_plain(load_template_file(path))


def inspect_package(path: Path, folder: Path) -> IncomingTemplate:
    """Read the package at `path` and compare it with those in `folder`. Raises CatalogueError; writes nothing."""
    package = read_package(path)
    mine = (_sender_code(package), package.template.kod)
    there = [
        one
        for one in read_library(folder).templates
        if one.path.suffix.lower() == PACKAGE_SUFFIX and (_sender_code(one.package), one.template.kod) == mine
    ]
    there.sort(key=_latest_first)
    version = numbers(package.template.version)
    twin = next((one for one in there if numbers(one.template.version) == version), None)
    if twin is not None:
        state = SAME if twin.package.fingerprint() == package.fingerprint() else CHANGED
    elif not there:
        state = NEW
    else:
        state = NEWER if version > numbers(there[0].template.version) else OLDER
    return IncomingTemplate(package, folder, state, tuple(there))


def install(arrival: IncomingTemplate, replace: bool = False) -> InstalledTemplate:
    """Put the package in the folder. `replace`: earlier versions go; else they stay beside.

    The bytes that were looked at are the bytes that are written. Raises CatalogueError for the same version with other
    content, StoreError when the disk refuses; then nothing has changed.
    """
    template = arrival.package.template
    if arrival.relation == SAME:
        return _twin(arrival)
    if arrival.relation == CHANGED:
        raise CatalogueError(
            tr(
                "Version {version} av mallen ”{name}” finns redan, med annat innehåll. Be {sender} att höja versionen, "
                "eller ta först bort den som finns."
            ).format(version=template.version, name=template.namn.sv, sender=_sender_name(arrival.package))
        )
    if len(list(_packages(arrival.folder))) >= MAX_INSTALLED:
        raise StoreError(tr("Det finns redan {n} mallar. Ta bort några först.").format(n=MAX_INSTALLED))
    try:
        arrival.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(tr("Mappen {folder} går inte att skapa.").format(folder=arrival.folder)) from error
    target = arrival.target()
    with built_beside(target) as temporary:
        temporary.write_bytes(arrival.package.content)
        read_package(temporary)
    if replace:
        for one in arrival.installed:
            remove(one, arrival.folder)
    return InstalledTemplate(target, arrival.package)


def remove(installed: InstalledTemplate, folder: Path) -> None:
    """Take a template out of the folder. Strukturbilder made from it have their own copy and are not touched."""
    path = installed.path
    if path.parent != folder:
        raise StoreError(tr("Mallen ligger inte bland de egna mallarna och tas inte bort."))
    try:
        path.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(tr("Filen {path} används och kan inte tas bort nu.").format(path=path)) from error


def attachments_of(package: TemplatePackage) -> tuple[Attachment, ...]:
    """What a strukturbild made from the package carries along: its attachments, and the template with its steps."""
    return (*package.attachments, Attachment(TEMPLATE, f"{TEMPLATE}.yaml", template_text(package.template)))


def catalogue_with(package: TemplatePackage, own_files: tuple[Path, ...]) -> Catalogue:
    """The template's classes of the package's catalogue, with those of `own_files` added. Raises CatalogueError."""
    if not own_files:
        return with_added(catalogue_for_template(package.catalogue, package.template))
    problems = Problems()
    found = read_catalogue_file(catalogue_text(package.catalogue), CATALOGUE, problems, own_files)
    if problems or found is None:
        raise CatalogueError(tr("De egna klasserna har fel och används inte. Rätta det här:"), problems.sentences())
    return with_added(catalogue_for_template(found, package.template))


def state_of(folder: Path) -> tuple[tuple[str, int], ...]:
    """Names and times of the files in the folder: something to see by that they have changed."""
    with contextlib.suppress(OSError):
        return tuple(sorted((each.name, each.stat().st_mtime_ns) for each in folder.iterdir()))
    return ()


def _packages(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(path for path in folder.glob(f"*{PACKAGE_SUFFIX}") if not path.name.startswith("."))[
            :MAX_INSTALLED
        ]
    return []


def _of_plain(template: Template) -> TemplatePackage:
    return TemplatePackage(template, catalogue_for_template(load_catalogue(), template))


def _file_of(template: Template, folder: Path) -> Path:
    """A plain template's file: named as its code, else the one that says so."""
    files = sorted(folder.glob("*.yaml"), key=lambda path: (path.stem != template.kod, path))
    if files and files[0].stem == template.kod:
        return files[0]
    for path in files:
        with contextlib.suppress(CatalogueError):
            if load_template_file(path).kod == template.kod:
                return path
    return folder / f"{template.kod}.yaml"


def _twin(arrival: IncomingTemplate) -> InstalledTemplate:
    version = numbers(arrival.package.template.version)
    return next(one for one in arrival.installed if numbers(one.template.version) == version)


def _sender_name(package: TemplatePackage) -> str:
    return package.template.paket.organisation if package.template.paket else ""


def _sender_code(package: TemplatePackage) -> str:
    return plain_code(_sender_name(package)) or "utan_avsandare"


def _latest_first(one: InstalledTemplate) -> tuple[int, ...]:
    """Sorts later versions first; 1 and 1.0 are the same."""
    found = [-number for number in numbers(one.template.version)]
    return tuple(found + [0] * (4 - len(found)))
