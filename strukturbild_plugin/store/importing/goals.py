"""Goals into a strukturbild: from the library, or from a planner's own CSV, XLSX or ODS table."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path
from typing import Callable, Sequence, Union

from ...errors import GoalError, without_lone_surrogates
from ...goals.goal_library import load_goal_sets
from ...goals.goal_sets import goal_set_code
from ...goals.model import Goal, GoalLink, GoalSet
from ...goals.table import rows_from_text, tree_from_rows
from ...goals.tree import GoalTree, problem_list
from ...i18n import tr
from ..writing.transaction import Reader, reading, writing
from .spreadsheet import rows_from_spreadsheet

REFUSE, KEEP, REMOVE = "refuse", "keep", "remove"
"""What to do with goals that objects are tied to but that the new version of the set lacks."""

_TEXT_FILES, _SPREADSHEETS = (".csv", ".txt", ".tsv", ".tab"), (".xlsx", ".xlsm", ".ods")
_MAX_BYTES = 20_000_000
_MAX_SHOWN = 10


def import_goals(
    path: Path,
    source: Union[Path, str],
    goal_set: GoalSet | None = None,
    sheet: str = "",
    missing: str = REFUSE,
    who: str = "",
    tell: Callable[[str], object] = lambda _note: None,
) -> int:
    """Import a goal set into the strukturbild at `path`, all of it or nothing; gives the number of goals.

    `source` is a code of the library or a table file. A set that is already there is renewed: goals with the same code
    keep their identity and their links. `goal_set` says what the set of a table is; without it the set of the same code
    that is already there, else the file's name. `missing` (REFUSE, KEEP, REMOVE): what to do with linked goals that the
    new version lacks. `tell` gets a sentence for each thing that was guessed. Raises GoalError with every fault of the
    source, and StoreError.
    """
    tree = _tree(Path(path), source, goal_set, sheet, tell)
    with writing(Path(path), who) as db:
        vanishing = _vanishing(db, tree)
        if vanishing and missing == REFUSE:
            raise GoalError(_would_vanish(tree.goal_set, vanishing))
        if missing == KEEP:
            tree = _with_kept(tree, [goal for goal, _ in vanishing])
        else:
            db.remove_links((link.objekt_id, link.mal_id) for _, links in vanishing for link in links)
        db.add_goal_tree(tree)
        db.log("import_goals", f"{tree.goal_set.kod}: {len(tree.goals)}")
    return len(tree.goals)


def vanishing_goals(path: Path, tree: GoalTree) -> tuple[tuple[Goal, int], ...]:
    """The goals of the strukturbild that `tree` lacks though objects are tied to them, with how many objects."""
    with reading(Path(path)) as db:
        return tuple((goal, len(links)) for goal, links in _vanishing(db, tree))


def read_goals(
    source: Path, goal_set: GoalSet, sheet: str = "", tell: Callable[[str], object] = lambda _note: None
) -> GoalTree:
    """The tree in a table file, as the set `goal_set`. GoalError lists every fault with its row."""
    try:
        return tree_from_rows(_rows(Path(source), sheet, tell), goal_set)
    except GoalError as error:
        raise GoalError(tr("{file}: {faults}").format(file=Path(source).name, faults=error)) from error


def _tree(
    path: Path, source: Union[Path, str], goal_set: GoalSet | None, sheet: str, tell: Callable[[str], object]
) -> GoalTree:
    if isinstance(source, str) and not Path(source).suffix:
        return _from_library(source)
    file = Path(source)
    if str(file) != without_lone_surrogates(str(file)):
        raise GoalError(
            tr(
                "Sökvägen {path} har tecken som inte går att läsa. Byt namn på filen eller mappen och försök igen."
            ).format(path=file)
        )
    if goal_set is None:
        goal_set = _set_of_file(path, file)
    return read_goals(file, goal_set, sheet, tell)


def _from_library(code: str) -> GoalTree:
    library = load_goal_sets()
    if code in library:
        return library[code]
    near = difflib.get_close_matches(code, library, n=3, cutoff=0.4) or sorted(library)
    raise GoalError(
        tr("Målsamlingen ”{code}” finns inte i biblioteket. Menade du {near}?").format(code=code, near=", ".join(near))
    )


def _set_of_file(path: Path, file: Path) -> GoalSet:
    """The set already there under the code that the file's name gives, else a new one named as the file."""
    code, note = goal_set_code(file.stem), tr("Målen är inlästa ur {file}.").format(file=file.name)
    with reading(path) as db:
        known = next((found for found in db.goal_sets() if found.kod == code), None)
    if known:
        # What the library said was missing no longer holds: the planner's own list stands for itself.
        return replace(known, fullstandig=True, anmarkning=note)
    return GoalSet(code, file.stem.strip(), "", (), "", None, "", fullstandig=True, anmarkning=note)


def _rows(source: Path, sheet: str, tell: Callable[[str], object]) -> Sequence[Sequence[str]]:
    suffix = source.suffix.lower()
    try:
        if source.stat().st_size > _MAX_BYTES:
            raise GoalError(tr("filen är för stor för att vara en mållista (mer än 20 MB)."))
        if suffix in _SPREADSHEETS:
            return rows_from_spreadsheet(source, sheet)
        if suffix in _TEXT_FILES:
            return rows_from_text(source.read_bytes(), tell)
    except FileNotFoundError as error:
        raise GoalError(tr("filen finns inte. Kontrollera mappen och namnet.")) from error
    except OSError as error:
        raise GoalError(tr("filen kan inte läsas ({reason}).").format(reason=error.strerror)) from error
    raise GoalError(tr("filen är av ett slag som inte kan läsas. Spara tabellen som CSV eller XLSX."))


def _vanishing(db: Reader, tree: GoalTree) -> list[tuple[Goal, list[GoalLink]]]:
    kept = {goal.mal_id for goal in tree.goals}
    linked: dict[str, list[GoalLink]] = {}
    for link in db.links():
        linked.setdefault(link.mal_id, []).append(link)
    return [
        (goal, linked[goal.mal_id])
        for goal in db.goals()
        if goal.samling == tree.goal_set.kod and goal.mal_id not in kept and goal.mal_id in linked
    ]


def _would_vanish(goal_set: GoalSet, vanishing: Sequence[tuple[Goal, Sequence[GoalLink]]]) -> str:
    shown = [
        tr("{code} {title}: {number} objekt").format(code=goal.kod, title=goal.titel, number=len(links))
        for goal, links in vanishing
    ]
    if len(shown) > _MAX_SHOWN:
        shown[_MAX_SHOWN:] = [tr("och {number} till").format(number=len(shown) - _MAX_SHOWN)]
    return problem_list(
        tr(
            "Den nya versionen av ”{name}” saknar mål som objekt är kopplade till. Inget har ändrats. Lägg tillbaka "
            "målen i tabellen, eller välj att behålla eller ta bort dem:"
        ).format(name=goal_set.namn),
        shown,
    )


def _with_kept(tree: GoalTree, kept: Sequence[Goal]) -> GoalTree:
    """The tree with goals of the earlier version last; those whose parent is gone come to the top."""
    there = {goal.mal_id for goal in (*tree.goals, *kept)}
    start = len(tree.goals) + 1
    late = tuple(
        replace(goal, ordning=place, over_id=goal.over_id if goal.over_id in there else "")
        for place, goal in enumerate(kept, start)
    )
    return replace(tree, goals=(*tree.goals, *late))
