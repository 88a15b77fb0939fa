"""Create a strukturbild: one GeoPackage with tables, forms, styles, area, pictures, goals and a project inside."""

from __future__ import annotations

import contextlib
import sqlite3
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

from ...catalogue.model import Catalogue
from ...catalogue.packs import Pack, chosen_packs
from ...catalogue.template import Template
from ...errors import StoreError
from ...feedback import Feedback, Silent, stop_if_cancelled
from ...goals.goal_library import load_goal_sets, sets_for
from ...goals.tree import GoalTree
from ...i18n import tr
from ..gpkg.connection import make_standard_tables, make_table, now, prepared
from ..gpkg.error_messages import damaged, explaining
from ..gpkg.file_copy import built_beside, refuse_existing
from ..gpkg.records import PRESENT, Area, Attachment, Head, Picture
from ..schema.ddl import keeping_triggers
from ..schema.tables import all_tables, object_tables
from ..writing.with_packs import pack_words, with_packs
from ..writing.writer import Writer

_NO_FEEDBACK = Silent()


@dataclass(frozen=True)
class NewStrukturbild:
    """The choices for a new strukturbild. `lan`: codes or names of län; `mall`: code of a template."""

    titel: str
    lan: Sequence[str]
    mall: str
    organisation: str = ""
    symboluppsattning: str = ""
    """Empty: the template's."""
    malsamlingar: Sequence[str] | None = None
    """Codes of the goal sets to take along; None takes the RUS of the län and the template's sets."""
    own_classes: tuple[Path, ...] = ()
    packs: tuple[str, ...] = ()
    """Codes of packs (tillägg) whose classes are to come along."""
    sprak: str = "sv"
    beskrivning: str = ""
    horisont: int | None = None
    """Year of the target pictures, instead of the template's."""
    exempel: bool = False
    template_file: Path | None = None
    """A template package or template file of the user's own; then `mall` does not matter."""
    licens: str = ""
    spridningstillstand: str = ""
    spridningstillstand_datum: str = ""
    """ÅÅÅÅ-MM-DD."""
    diarienummer: str = ""


@dataclass(frozen=True)
class NewFileContent:
    """What a new file is filled with."""

    head: Head
    catalogue: Catalogue
    pictures: tuple[Picture, ...]
    areas: tuple[Area, ...]
    goals: tuple[GoalTree, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    packs: tuple[Pack, ...] = ()
    """Those whose classes are in `catalogue`, for the log."""


def create(path: Path, request: NewStrukturbild, feedback: Feedback = _NO_FEEDBACK, overwrite: bool = False) -> Path:
    """Create the strukturbild `request` at `path` (ending .gpkg) and give its path.

    Raises StoreError, CatalogueError or GoalError with a sentence, or Cancelled; nothing is left behind then, and what
    lay at `path` is still there.
    """
    target = with_ending(path)
    if not overwrite:
        refuse_existing(target)
    feedback.setProgress(0)
    content = content_for(request)
    stop_if_cancelled(feedback)
    feedback.setProgress(20)
    return write_file(target, content, feedback, overwrite)


def content_for(request: NewStrukturbild) -> NewFileContent:
    """Catalogue, pictures, area and goals of the new strukturbild `request`. Raises as `create`."""
    from .regions import find_regions

    if not request.titel.strip():
        raise StoreError(tr("Strukturbilden behöver en titel. Skriv vad den ska heta."))
    start = _start(request)
    template = start.template
    regions = find_regions(request.lan)
    codes = tuple(region.kod for region in regions)
    head = Head(
        strukturbild_id=str(uuid.uuid4()),
        titel=request.titel.strip(),
        lan=codes,
        organisation=request.organisation.strip(),
        beskrivning=request.beskrivning.strip(),
        mall=template.kod,
        mall_version=template.version,
        symboluppsattning=request.symboluppsattning or template.symboluppsattning,
        sprak=request.sprak,
        skapad=now(),
        exempel=request.exempel,
        licens=request.licens.strip(),
        spridningstillstand=request.spridningstillstand.strip(),
        spridningstillstand_datum=request.spridningstillstand_datum,
        diarienummer=request.diarienummer.strip(),
    )
    chosen = request.malsamlingar
    if chosen is None:
        goals = goal_trees(template.malsamlingar, codes, start.goals)
    else:
        goals = goal_trees(chosen, carried=start.goals)
    areas = tuple(Area(region.kod, region.namn, region.wkb) for region in regions)
    packs = chosen_packs(request.packs)
    catalogue = with_packs(start.catalogue, packs)
    pictures = _pictures(template.bilder, request)
    return NewFileContent(head, catalogue, pictures, areas, goals, start.attachments, packs)


@dataclass(frozen=True)
class _Start:
    """What a template gives a new strukturbild."""

    template: Template
    catalogue: Catalogue
    goals: tuple[GoalTree, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def _start(request: NewStrukturbild) -> _Start:
    """From one of the program's templates, or from a package, which brings everything along."""
    if request.template_file is not None:
        from ..templates.template_library import attachments_of, catalogue_with, open_template

        package = open_template(request.template_file)
        catalogue = catalogue_with(package, request.own_classes)
        return _Start(package.template, catalogue, package.goal_trees, attachments_of(package))
    from ...catalogue.load import load_catalogue
    from ...catalogue.template import catalogue_for_template, load_template

    known = load_catalogue(own_files=request.own_classes)
    template = load_template(request.mall, catalogue=known)
    return _Start(template, catalogue_for_template(known, template))


def goal_trees(codes: Sequence[str], lan: Sequence[str] = (), carried: Sequence[GoalTree] = ()) -> tuple[GoalTree, ...]:
    """The RUS of these län, then these sets, each once: `carried` (a template's own) goes before the goal library.

    StoreError names those that are missing.
    """
    library = {**load_goal_sets(), **{tree.goal_set.kod: tree for tree in carried}}
    wanted = tuple(dict.fromkeys((*sets_for(lan, library), *codes)))
    missing = [code for code in wanted if code not in library]
    if missing:
        raise StoreError(
            tr("Målbiblioteket har ingen samling som heter {koder}. Det som finns är {finns}.").format(
                koder=", ".join(missing), finns=", ".join(sorted(library))
            )
        )
    return tuple(library[code] for code in wanted)


def write_file(path: Path, content: NewFileContent, feedback: Feedback = _NO_FEEDBACK, overwrite: bool = False) -> Path:
    """Build a strukturbild file with `content` beside `path`, check it, and let it take that place."""
    target = with_ending(path)
    if not overwrite:
        refuse_existing(target)
    with explaining(target), built_beside(target) as temporary:
        _write_tables(temporary, content)
        feedback.setProgress(60)
        stop_if_cancelled(feedback)
        _write_project(temporary, target.name)
        feedback.setProgress(90)
        stop_if_cancelled(feedback)
        _verify(temporary)
        if not overwrite:
            refuse_existing(target)
    feedback.setProgress(100)
    return target


def with_ending(path: Path) -> Path:
    """`path` with the ending .gpkg; unchanged when it has it."""
    path = Path(path)
    return path if path.suffix.lower() == ".gpkg" else path.with_name(path.name + ".gpkg")


def _pictures(specifications: Sequence, request: NewStrukturbild) -> tuple[Picture, ...]:
    pictures = []
    for place, each in enumerate(specifications, start=1):
        year = request.horisont if request.horisont is not None and each.bildtyp != PRESENT else each.horisont
        pictures.append(
            Picture(
                bild_id=str(uuid.uuid4()),
                namn=each.namn.in_language(request.sprak),
                bildtyp=each.bildtyp,
                skala=each.skala,
                horisont=year,
                scenario="",
                status="utkast",
                beslutsdatum="",
                beslutsorgan="",
                ordning=place,
            )
        )
    return tuple(pictures)


def _write_tables(temporary: Path, content: NewFileContent) -> None:
    with contextlib.closing(sqlite3.connect(str(temporary), isolation_level=None)) as connection:
        prepared(connection)
        # The file is not in use and is flushed before it takes its place, so speed may come first here.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        make_standard_tables(connection)
        for spec in all_tables(content.catalogue):
            make_table(connection, spec)
        for statement in keeping_triggers(object_tables(content.catalogue)):
            connection.execute(statement)
        db = Writer(connection, temporary)
        db.set_catalogue(content.catalogue)
        db.set_head(content.head)
        db.set_pictures(content.pictures)
        db.set_areas(content.areas)
        for tree in content.goals:
            db.add_goal_tree(tree)
        for attachment in content.attachments:
            db.set_attachment(attachment)
        db.log("skapad", content.head.titel)
        if content.packs:
            db.log("klass", pack_words(content.packs))
        db.finish()
        connection.execute("COMMIT")


def _write_project(temporary: Path, final_name: str) -> None:
    from ..qgis_project.embedded_project import write_project

    write_project(temporary, final_name)


def _verify(temporary: Path) -> None:
    """What a GeoPackage validator looks at first. QGIS itself has opened every layer when the project was written."""
    with contextlib.closing(sqlite3.connect(str(temporary), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        problems = [row[0] for row in connection.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
        problems.extend(str(row) for row in connection.execute("PRAGMA foreign_key_check"))
        counts = dict(connection.execute("SELECT table_name, feature_count FROM gpkg_ogr_contents"))
        for table, count in counts.items():
            (there,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
            if there != count:
                problems.append(f"{table}: {there} != {count}")
        if problems:
            raise StoreError(damaged(temporary) + " " + "; ".join(problems))
