"""A merged strukturbild with one conflict of every kind, open for review, and looks at what it holds."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from strukturbild_plugin.drawing.session.edit_buffer import new_identity
from strukturbild_plugin.drawing.session.edit_session import EditSession, layers_by_code
from strukturbild_plugin.export.workshop_papers.start_with_papers import start_with_papers
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.gui.workshop_review.conflict_rows import ConflictRows, moment_now
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.reader import reading
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.layers import open_layers, open_tables
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.conflicts import review_tables
from strukturbild_plugin.workshop.decisions import Answer, OpenConflict, decide
from strukturbild_plugin.workshop.group_copy import tables_for_votes
from strukturbild_plugin.workshop.merge import merge_copies
from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
from tests.store.helpers import karlstad, line, new_file, point
from tests.workshop.helpers import change, delete, named

ÖREBRO_WEST, ÖREBRO_EAST = (505000.0, 6571000.0), (517000.0, 6577000.0)


@lru_cache(maxsize=1)
def _started_once() -> tuple[Path, ...]:
    """The main file and the groups' own."""
    folder = Path(tempfile.mkdtemp(prefix="workshop-prov-"))
    main = new_file(folder)
    with writing(main, "anna") as db:
        db.add_objects(karlstad())
    groups = tuple(Group(f"Bord {number}") for number in range(1, 4))
    return (main, *start_workshop(main, folder, WorkshopPlan("Målbild", groups), "anna").files)


def started_files(folder: Path) -> list[Path]:
    """The main file and the groups' own, the test's own."""
    return [Path(shutil.copy(one, folder)) for one in _started_once()]


def linked_twice(folder: Path) -> Path:
    """A merged file where two groups say different things of the same link from Karlstad to a goal."""
    main, one, two, _three = started_files(folder)
    goal, node = read_snapshot(main).goals[-1], named(main, "Karlstad")
    for path, value in ((one, 2), (two, -1)):
        with writing(path, path.stem) as db:
            db.add_links([GoalLink(node.objekt_id, goal.mal_id, value, "")])
    return merge_copies(main, [one, two], folder / "hopslagen.gpkg").path


def started_with_papers(folder: Path) -> tuple[Path, tuple[Path, ...], Path]:
    """The main file, three groups' files, two of which make seven conflicts, and the facilitator's sheet."""
    main = new_file(folder)
    with writing(main, "anna") as db:
        db.add_objects(karlstad())
    plan = WorkshopPlan("Målbild", tuple(Group(f"Bord {number}") for number in range(1, 4)))
    started, papers = start_with_papers(main, folder, plan, "anna")
    _act(*started.files[:2])
    return main, started.files, papers.sheet


@lru_cache(maxsize=2)
def _merged_once(strict: bool) -> tuple[Path, tuple[Path, ...]]:
    folder = Path(tempfile.mkdtemp(prefix="workshop-prov-"))
    main, *files = (Path(shutil.copy(one, folder)) for one in _started_once())
    one, two, _three = files
    if strict:
        change(one, "Örebro", wkb=point(ÖREBRO_WEST))
        change(two, "Örebro", namn="Solstaden")
    else:
        _act(one, two)
    path = merge_copies(main, files[:2], folder / "hopslagen.gpkg", strict=strict, who="anna").path
    return path, tuple(files)


def _act(one: Path, two: Path) -> None:
    """Seven conflicts between Bord 1 and Bord 2."""
    change(one, "Örebro", wkb=point(ÖREBRO_WEST), beskrivning="Staden möts här varje dag i veckan året om")
    change(two, "Örebro", wkb=point(ÖREBRO_EAST), beskrivning="Ingen möts längre här annat än på lördagar")
    change(one, "Nobelbanestråket", niva="regional")
    change(two, "Nobelbanestråket", niva="lokal")
    delete(one, "Kilen")
    change(two, "Kilen", namn="Gröna kilen")
    _as_corridor(one, "Älven")
    change(two, "Älven", namn="Klarälven")
    _use_goal(one, two)
    change(one, "Karlstad", namn="Solstaden")
    change(two, "Karlstad", namn="Residensstaden")


def _as_corridor(path: Path, namn: str) -> None:
    record = named(path, namn)
    with writing(path, path.stem) as db:
        db.delete([record.objekt_id])
        db.add_objects([replace(record, lager="strak", klass="strak", attribut={}, wkb=line(*RIVER))])


RIVER = ((470000.0, 6560000.0), (470000.0, 6610000.0))


def _use_goal(one: Path, two: Path) -> None:
    """A goal that Bord 1 deletes, and Bord 2 links an object to."""
    with reading(two) as db:
        goal = next(each for each in reversed(db.goals()) if not any(o.over_id == each.mal_id for o in db.goals()))
    with contextlib.closing(connect(one)) as db, db:
        db.execute("DELETE FROM mal WHERE mal_id = ?", (goal.mal_id,))
    with writing(two, two.stem) as db:
        db.add_links([GoalLink(named(two, "Karlstad").objekt_id, goal.mal_id, 1, "")])


def merged_file(folder: Path, strict: bool = False) -> tuple[Path, tuple[Path, ...]]:
    """The merged file, the test's own, and the copies."""
    path, copies = _merged_once(strict)
    return Path(shutil.copy(path, folder / "hopslagen.gpkg")), copies


@contextmanager
def reviewed(path: Path) -> Iterator[tuple[EditSession, ConflictRows]]:
    """Its layers open for review."""
    with reading(path) as db:
        catalogue = db.catalogue()
    layers = [layer for _, layer in open_layers(path)]
    tables = tuple(dict.fromkeys((*review_tables(path), *tables_for_votes(path))))
    layers += open_tables(path, tables, layers)
    session = EditSession(layers_by_code(layers, catalogue, tables), catalogue, author="Åsa")
    yield session, ConflictRows(session)
    session.close()


def conflict(rows: ConflictRows, kind: str, column: str = "") -> OpenConflict:
    """The one of this kind."""
    return next(one for one in rows.conflicts() if (one.kind, one.column) == (kind, column))


def choose(
    rows: ConflictRows, one: OpenConflict, choice: str, value: Any = None, new: Callable[[], str] = new_identity
) -> None:
    """Decide it."""
    answer = Answer(choice, "Åsa", "Sagt på mötet", moment_now(), value)
    rows.make(decide(one, answer, rows.current(one.key), "Mening", new), "Avgör")
