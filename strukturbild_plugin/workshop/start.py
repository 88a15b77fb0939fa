"""A workshop begins: one file for each group, which knows what it began with, whose it is and of which workshop."""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import StoreError
from ..feedback import Feedback, Silent, stop_if_cancelled
from ..i18n import tr
from ..store.gpkg.connection import insert_rows, now
from ..store.gpkg.error_messages import explaining
from ..store.gpkg.file_copy import built_beside, copy_database, refuse_existing
from ..store.qgis_project.embedded_project import repair_project, write_project
from ..store.schema.process_tables import BASE_ROWS, WORKING_COPIES, WORKSHOP_GROUPS, WORKSHOPS
from ..store.writing.open_check import check_file
from ..store.writing.transaction import writing
from ..store.writing.writer import Writer
from .base_file import carry_base, packed, write_base
from .merged_tables import Cell, merged_tables

EVERYTHING, ADDITIONS, COMMENTS_ONLY = "allt", "nytt", "kommentarer"
"""What a group may change: everything, only add, or only comment and vote."""
WORKSHOP_SYMBOLS = "workshop"
GROUP_COLOURS = ("#e69f00", "#56b4e9", "#4d4d4d", "#cc79a7", "#009e73", "#0072b2", "#7a5195", "#d55e00")
"""Told apart also by those who see few colours: six of Okabe and Ito (2008), grey and violet ours. First those that are
farthest from what the symbols of a workshop are drawn in."""
STARTED = "pagar"
_NO_FEEDBACK = Silent()
_NAME_SIGNS = re.compile(r"[^\w \-]+")
_MAX_NAME = 60
_MAX_GROUPS = 60


@dataclass(frozen=True)
class Group:
    """A group that gets a file of its own; `kommunkod` (four digits) when it is a municipality."""

    namn: str
    farg: str = ""
    kommunkod: str = ""
    far_andra: str = ""
    """As of the whole workshop when ''."""


@dataclass(frozen=True)
class WorkshopPlan:
    """What a workshop is about, and who takes part."""

    titel: str
    groups: tuple[Group, ...]
    syfte: str = ""
    samverkansniva: int | None = None
    """Level 1-8 of the ladder of cooperation."""
    plats: str = ""
    far_andra: str = EVERYTHING
    svar_senast: str = ""
    """Until when files are to be handed in, in words; in the papers alone."""
    svar_till: str = ""
    """Whom files are handed to; in the papers alone."""


@dataclass(frozen=True)
class StartedWorkshop:
    """A workshop that has begun, and its files in the order of the groups."""

    workshop_id: str
    bas_id: str
    files: tuple[Path, ...]


WriteBeside = Callable[["tuple[Path, ...]"], None]
"""Writes what goes with the groups' files, given where they will lie."""


def start_workshop(
    main: Path,
    folder: Path,
    plan: WorkshopPlan,
    who: str = "",
    feedback: Feedback = _NO_FEEDBACK,
    write_beside: WriteBeside | None = None,
) -> StartedWorkshop:
    """Make one file a group of what is saved in `main`, in `folder`, and note the workshop in `main`.

    All of it, or nothing: a file that is there already is refused. `write_beside` is called first; what it has written
    is its caller's to take away when this raises. Raises StoreError.
    """
    main, folder = Path(main), Path(folder)
    _refuse(plan)
    if not folder.is_dir():
        raise StoreError(tr("Mappen {mapp} finns inte. Välj en mapp som finns.").format(mapp=folder))
    check_file(main)
    files = tuple(folder / f"{name}.gpkg" for name in file_stems(plan))
    for path in files:
        refuse_existing(path)
    rows = _rows(plan, who, files)
    if write_beside is not None:
        write_beside(files)
    made: list[Path] = []
    try:
        with tempfile.TemporaryDirectory(prefix="strukturbild-") as temporary, explaining(main):
            likeness, base = Path(temporary) / "bas.gpkg", Path(temporary) / "bas.sqlite"
            copy_database(main, likeness)
            with writing(likeness, who) as db:
                _note(db, rows)
                write_base(db.connection, merged_tables(db.catalogue()), base)
                carried = packed(base, rows.bas_id)
                carry_base(db.connection, carried)
                head = db.head()
                db.set_head(replace(head, symboluppsattning=WORKSHOP_SYMBOLS))
            if head.symboluppsattning == WORKSHOP_SYMBOLS:  # else that has made its project anew
                write_project(likeness)
            for number, path in enumerate(files):
                stop_if_cancelled(feedback)
                with built_beside(path) as beside:
                    shutil.copyfile(likeness, beside)
                    _make_own(beside, rows.copies[number], who)
                    repair_project(beside, path.name)
                made.append(path)
                feedback.setProgress(10 + 80 * (number + 1) / len(files))
            stop_if_cancelled(feedback)
            with writing(main, who) as db:
                _note(db, rows)
                carry_base(db.connection, carried)
                db.log("workshop", plan.titel)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    feedback.setProgress(100)
    return StartedWorkshop(rows.workshop_id, rows.bas_id, files)


def workshop_stem(plan: WorkshopPlan) -> str:
    """What all the files of a workshop begin with."""
    return _name(plan.titel) or "Workshop"


def file_stems(plan: WorkshopPlan) -> list[str]:
    """What the groups' files are called, without ending: the workshop and the group, each once."""
    found: list[str] = []
    for group in plan.groups:
        stem = f"{workshop_stem(plan)} - {_name(group.namn) or 'Grupp'}"
        number, plain = 1, stem
        while stem.casefold() in (one.casefold() for one in found):
            number += 1
            stem = f"{plain} {number}"
        found.append(stem)
    return found


def group_colour(group: Group, place: int) -> str:
    """The colour of a group; the one of its place (from 0) when it has chosen none."""
    return group.farg or GROUP_COLOURS[place % len(GROUP_COLOURS)]


def rights_texts() -> tuple[tuple[str, str, str], ...]:
    """Code, words and meaning of what a group may change."""
    return (
        (EVERYTHING, tr("Allt"), tr("Rita, ändra och ta bort")),
        (ADDITIONS, tr("Bara lägga till"), tr("Rita nytt och ändra det egna; det som fanns från början står kvar")),
        (COMMENTS_ONLY, tr("Bara kommentera"), tr("Kommentera och rösta, inte rita")),
    )


@dataclass(frozen=True)
class _Rows:
    workshop_id: str
    bas_id: str
    workshop: dict[str, Cell]
    groups: list[dict[str, Cell]]
    copies: list[dict[str, Cell]]


def _rows(plan: WorkshopPlan, who: str, files: Sequence[Path]) -> _Rows:
    workshop_id, bas_id, moment = str(uuid.uuid4()), str(uuid.uuid4()), now()
    workshop: dict[str, Cell] = {
        "workshop_id": workshop_id,
        "titel": plan.titel.strip(),
        "syfte": plan.syfte.strip() or None,
        "samverkansniva": plan.samverkansniva,
        "tid": moment,
        "plats": plan.plats.strip() or None,
        "far_andra": plan.far_andra,
        "status": STARTED,
        "bas_id": bas_id,
        "skapad_av": who or None,
        "skapad": moment,
    }
    groups, copies = list[dict[str, Cell]](), list[dict[str, Cell]]()
    for number, (group, path) in enumerate(zip(plan.groups, files), start=1):
        grupp_id = str(uuid.uuid4())
        groups.append(
            {
                "grupp_id": grupp_id,
                "workshop_id": workshop_id,
                "namn": group.namn.strip(),
                "farg": group_colour(group, number - 1),
                "kommunkod": group.kommunkod or None,
                "far_andra": group.far_andra or plan.far_andra,
                "ordning": number,
            }
        )
        copies.append(
            {
                "kopia_id": str(uuid.uuid4()),
                "workshop_id": workshop_id,
                "grupp_id": grupp_id,
                "bas_id": bas_id,
                "filnamn": path.name,
                "denna": 0,
                "skapad": moment,
            }
        )
    return _Rows(workshop_id, bas_id, workshop, groups, copies)


def _note(db: Writer, rows: _Rows) -> None:
    insert_rows(db.connection, WORKSHOPS.name, [rows.workshop])
    insert_rows(db.connection, WORKSHOP_GROUPS.name, rows.groups)
    insert_rows(db.connection, WORKING_COPIES.name, rows.copies)
    db.touch_tables([WORKSHOPS.name, WORKSHOP_GROUPS.name, WORKING_COPIES.name, BASE_ROWS.name])


def _make_own(file: Path, copy: dict[str, Cell], who: str) -> None:
    """Let a file be the copy of one group, and of no other."""
    with writing(file, who) as db:
        db.connection.execute(f"DELETE FROM {WORKING_COPIES.name}")
        insert_rows(db.connection, WORKING_COPIES.name, [{**copy, "denna": 1}])
        db.connection.execute(f"DELETE FROM {BASE_ROWS.name} WHERE bas_id <> ?", (copy["bas_id"],))


def _refuse(plan: WorkshopPlan) -> None:
    if not plan.titel.strip():
        raise StoreError(tr("Workshoppen saknar namn. Skriv ett under ”Namn”."))
    if not plan.groups:
        raise StoreError(tr("Workshoppen har inga grupper. Lägg till minst en."))
    if len(plan.groups) > _MAX_GROUPS:
        raise StoreError(tr("En workshop kan ha högst {antal} grupper.").format(antal=_MAX_GROUPS))
    names = [group.namn.strip().casefold() for group in plan.groups]
    if "" in names:
        raise StoreError(tr("En grupp saknar namn. Skriv ett, eller ta bort raden."))
    twice = sorted({group.namn.strip() for group in plan.groups if names.count(group.namn.strip().casefold()) > 1})
    if twice:
        raise StoreError(
            tr("Två grupper heter ”{namn}”. Ge dem olika namn, så att man ser vem som ritat vad.").format(namn=twice[0])
        )


def _name(text: str) -> str:
    plain = _NAME_SIGNS.sub(" ", unicodedata.normalize("NFC", text))
    return " ".join(plain.split())[:_MAX_NAME].strip(" -.")
