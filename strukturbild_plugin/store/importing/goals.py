"""Goals into a strukturbild: from the library, or from a planner's own CSV, XLSX or ODS table."""

from __future__ import annotations

import difflib
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Callable, Iterable, Mapping, Sequence, Union

from ...encoding import text_of
from ...errors import GoalError, without_lone_surrogates
from ...goals.goal_editing import free_set_code
from ...goals.goal_library import is_from_library, load_goal_sets
from ...goals.goal_sets import goal_set_code
from ...goals.model import Goal, GoalCounterpart, GoalInfluence, GoalLink, GoalSet
from ...goals.table import tree_from_rows
from ...goals.tree import GoalTree, problem_list
from ...i18n import tr
from ..writing.transaction import Reader, reading, writing
from .reading.delimited_text import delimited_by, rows_of_text
from .spreadsheet import goal_sheet, sheets_of
from .table_endings import SPREADSHEET_ENDINGS, TEXT_ENDINGS

REFUSE, KEEP, REMOVE = "refuse", "keep", "remove"
"""What to do with goals that objects are tied to but that the new version of the set lacks."""

_MAX_BYTES = 20_000_000
_MAX_SHOWN = 10
_NOT_IN_TABLES = ("tillganglighet", "ersatter")
"""What a goal says that a table of goals has no column for."""
_SELDOM_IN_TABLES = ("kalla", "vikt", "prioriterat")
"""What stays as it was where the table says nothing of it."""


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
    keep their identity and their links, whatever their code was before. What a table lacks but somebody has judged
    against another goal stays, unless REMOVE. `goal_set` says what the set of a table is; without it the set of the
    same code that is already there, else the file's name. `missing` (REFUSE, KEEP, REMOVE): what to do with linked
    goals that the new version lacks. `tell` gets a sentence for each thing that was guessed. Raises GoalError with
    every fault of the source, and StoreError.
    """
    tree = _tree(Path(path), source, goal_set, sheet, tell)
    with writing(Path(path), who) as db:
        there = [goal for goal in db.goals() if goal.samling == tree.goal_set.kod]
        if not _is_library_code(source):
            tree = with_known_identities(tree, {goal.kod: goal for goal in there})
        vanishing = _vanishing(db, tree)
        if vanishing and missing == REFUSE:
            raise GoalError(_would_vanish(tree.goal_set, vanishing))
        if missing == REMOVE:
            db.remove_links((link.objekt_id, link.mal_id) for _, links in vanishing for link in links)
        else:
            held = {goal.mal_id for goal, _ in vanishing} | judged_goals(db.influences(), db.counterparts())
            new = {goal.mal_id for goal in tree.goals}
            tree = _with_kept(tree, [goal for goal in there if goal.mal_id in held and goal.mal_id not in new])
        db.add_goal_tree(tree)
        db.log("import_goals", f"{tree.goal_set.kod}: {len(tree.goals)}")
    return len(tree.goals)


def vanishing_goals(path: Path, tree: GoalTree) -> tuple[tuple[Goal, int], ...]:
    """The goals of the strukturbild that `tree` lacks though objects are tied to them, with how many objects."""
    with reading(Path(path)) as db:
        return tuple((goal, len(links)) for goal, links in _vanishing(db, tree))


def judged_goals(influences: Iterable[GoalInfluence], counterparts: Iterable[GoalCounterpart]) -> set[str]:
    """The goals (mal_id) that somebody has judged against another: they are not dropped by a table that lacks them."""
    found = {each for one in influences for each in (one.fran_mal_id, one.till_mal_id)}
    return found | {one.mal_id for one in counterparts}


def with_known_identities(tree: GoalTree, there: Mapping[str, Goal]) -> GoalTree:
    """Goals that are `there` by code keep their identity, and what no column of a table says of them.

    A new goal whose identity has gone on to a goal of another code, renamed since, gets one that nobody has: what is
    linked to that goal never gets another meaning.
    """
    taken = {goal.mal_id for goal in there.values()}
    ids = {}
    for goal in tree.goals:
        if goal.kod in there:
            ids[goal.mal_id] = there[goal.kod].mal_id
        else:
            ids[goal.mal_id] = str(uuid.uuid4()) if goal.mal_id in taken else goal.mal_id
    goals = []
    for goal in tree.goals:
        made, old = replace(goal, mal_id=ids[goal.mal_id], over_id=ids.get(goal.over_id, "")), there.get(goal.kod)
        if old is not None:
            kept = {name: getattr(old, name) for name in _NOT_IN_TABLES}
            said = {name: getattr(made, name) for name in _SELDOM_IN_TABLES}
            kept.update({name: getattr(old, name) for name, value in said.items() if value in (None, "")})
            made = replace(made, **kept)
        goals.append(made)
    return replace(tree, goals=tuple(goals))


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
    if _is_library_code(source):
        return _from_library(str(source))
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


def _is_library_code(source: Union[Path, str]) -> bool:
    return isinstance(source, str) and not Path(source).suffix


def _from_library(code: str) -> GoalTree:
    library = load_goal_sets()
    if code in library:
        return library[code]
    near = difflib.get_close_matches(code, library, n=3, cutoff=0.4) or sorted(library)
    raise GoalError(
        tr("Målsamlingen ”{code}” finns inte i biblioteket. Menade du {near}?").format(code=code, near=", ".join(near))
    )


def _set_of_file(path: Path, file: Path) -> GoalSet:
    """The user's own set already there with the code or the name that the file's name gives, else a new one.

    A set from the library is a version of a strategy and never changes: a file of its name makes a set beside it.
    """
    name, note = file.stem.strip(), tr("Målen är inlästa ur {file}.").format(file=file.name)
    library = load_goal_sets()
    with reading(path) as db:
        there = db.goal_sets()
    own = [one for one in there if not is_from_library(one, library)]
    known = next((one for one in own if goal_set_code(name) == one.kod or one.namn == name), None)
    if known is not None:
        # What the library said was missing no longer holds: the planner's own list stands for itself.
        return replace(known, fullstandig=True, anmarkning=note)
    code = free_set_code(name, {*(one.kod for one in there), *library})
    return GoalSet(code, name, "", (), "", None, "", fullstandig=True, anmarkning=note)


def _rows(source: Path, sheet: str, tell: Callable[[str], object]) -> Sequence[Sequence[str]]:
    sheets = goal_table_sheets(source, tell)
    return sheets[goal_sheet(sheets, sheet)] if sheets else []


def goal_table_sheets(source: Path, tell: Callable[[str], object]) -> dict[str, list[list[str]]]:
    """The rows of every sheet of a table file, by its name; a text file has one, ''. `tell` gets what was guessed.

    GoalError with a sentence that begins in small letters, as what comes after the file's name.
    """
    suffix = source.suffix.lower()
    try:
        if source.exists() and not source.is_file():  # out of a pipe nothing may ever come
            raise GoalError(tr("det är ingen vanlig fil. Spara tabellen som CSV eller XLSX och välj den."))
        if source.stat().st_size > _MAX_BYTES:
            raise GoalError(tr("filen är för stor för att vara en mållista (mer än 20 MB)."))
        if suffix in SPREADSHEET_ENDINGS:
            return sheets_of(source)
        if suffix in TEXT_ENDINGS:
            return {"": rows_from_text(source.read_bytes(), tell)}
    except FileNotFoundError as error:
        raise GoalError(tr("filen finns inte. Kontrollera mappen och namnet.")) from error
    except OSError as error:
        raise GoalError(tr("filen kan inte läsas ({reason}).").format(reason=error.strerror)) from error
    raise GoalError(tr("filen är av ett slag som inte kan läsas. Spara tabellen som CSV eller XLSX."))


def rows_from_text(data: bytes, tell: Callable[[str], object] = lambda _note: None) -> list[list[str]]:
    """The rows of a CSV file, in whatever encoding and with whatever separator it has; `tell` gets both, in words.

    Raises GoalError when the file is no text.
    """
    text, encoding = text_of(data)
    if "\x00" in text:
        raise GoalError(tr("Filen är inte en textfil. Spara tabellen som CSV (UTF-8) eller XLSX och försök igen."))
    names = {";": tr("semikolon"), ",": tr("komma"), "\t": tr("tabbtecken"), "|": tr("lodstreck")}
    separator = delimited_by(text).separator
    codec = {"cp1252": "Windows-1252"}.get(encoding.codec, encoding.codec.upper())
    said = tr("Teckenkodning: {encoding}. Kolumnerna skiljs åt av {separator}.")
    tell(said.format(encoding=codec, separator=names.get(separator, separator)))
    for note in encoding.notes:
        tell(note)
    return rows_of_text(text)


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
