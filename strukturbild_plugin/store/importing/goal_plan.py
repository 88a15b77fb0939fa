"""What an import of goals from a table will do, goal by goal, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...errors import GoalError
from ...feedback import Feedback, Silent, stop_if_cancelled
from ...goals.goal_editing import MAX_SET_NAME, free_set_code, in_reading_order
from ...goals.goal_library import is_from_library, load_goal_sets
from ...goals.model import Goal, GoalSet
from ...goals.table import MAX_ROWS, TARGETS, guessed_columns, header_place
from ...goals.table_plan import column_names, sorted_rows
from ...goals.tree import GoalRow, GoalTree, build_tree
from ...i18n import tr
from ..gpkg.records import Snapshot
from .goals import goal_table_sheets, judged_goals, with_known_identities
from .plan import CHANGED, LEFT, NEW, SAME, ColumnGuess
from .reading.table_layer import skipped_rows
from .spreadsheet import goal_sheet

_NO_FEEDBACK = Silent()


@dataclass(frozen=True)
class GoalImportRequest:
    """What is asked for. `kod`: the set of the file to renew, '' for a new one called `name` ('' as the file)."""

    source: Path
    sheet: str = ""
    columns: Mapping[str, str] | None = None
    """What is filled (goals.table.TARGETS) -> the name of its column; None: to be guessed."""
    kod: str = ""
    name: str = ""
    guesses: bool = False
    """Whether what is not in `columns` is guessed too."""


@dataclass(frozen=True)
class PlannedGoal:
    """A row of the table, and what becomes of it."""

    label: str
    """'rad 7'."""
    goal: GoalRow
    outcome: str
    """NEW, CHANGED, SAME or LEFT."""
    reason: str = ""
    mal_id: str = ""


@dataclass(frozen=True)
class GoalPlan:
    """All that will happen."""

    request: GoalImportRequest
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    columns: tuple[str, ...] = ()
    mapping: tuple[ColumnGuess, ...] = ()
    notes: tuple[str, ...] = ()
    rows: tuple[PlannedGoal, ...] = ()
    before: GoalTree | None = None
    """The set as it is in the file; None for a new one."""
    tree: GoalTree | None = None
    """The set as it will be; None when there is nothing to write."""
    kept: tuple[tuple[Goal, int], ...] = ()
    """Goals that the table lacks but that are linked to objects or judged: they stay, last; with how many objects."""
    going: tuple[Goal, ...] = ()
    """Goals that the table lacks and that nothing hangs on: they go."""
    refusal: str = ""
    """Why nothing can be imported as it is; '' when something can."""

    def of(self, outcome: str) -> tuple[PlannedGoal, ...]:
        """The rows with this outcome."""
        return tuple(row for row in self.rows if row.outcome == outcome)


def target_titles() -> dict[str, str]:
    """What each of TARGETS is called."""
    return {
        "kod": tr("Kod"),
        "titel": tr("Målets titel"),
        "niva": tr("Nivå"),
        "over": tr("Överordnat mål"),
        "beskrivning": tr("Beskrivning"),
        "indikator": tr("Indikator"),
        "malar": tr("Målår"),
        "kalla": tr("Källa"),
        "vikt": tr("Vikt"),
        "prioriterat": tr("Prioriterat"),
    }


def plan_goals(snapshot: Snapshot, request: GoalImportRequest, feedback: Feedback = _NO_FEEDBACK) -> GoalPlan:
    """What would come of `request` in the strukturbild that `snapshot` is of; writes nothing.

    Raises GoalError when the file cannot be read or the set is none to renew; what the user can choose otherwise is a
    `refusal`.
    """
    _refuse_set(snapshot, request.kod)
    notes: list[str] = []
    try:
        sheets = goal_table_sheets(request.source, notes.append)
    except GoalError as error:
        raise GoalError(tr("{file}: {faults}").format(file=request.source.name, faults=error)) from error
    stop_if_cancelled(feedback)
    sheet = goal_sheet(sheets, request.sheet if request.sheet in sheets else "")
    rows = sheets.get(sheet, [])
    if len(sheets) > 1 and request.sheet != sheet:
        notes.append(
            tr("Av filens {n} blad läses ”{name}”, som mest liknar en mållista.").format(n=len(sheets), name=sheet)
        )
    plan = GoalPlan(request, tuple(sheets), sheet, notes=tuple(notes))
    if len(rows) > MAX_ROWS:
        text = tr("Tabellen har fler än {most} rader och är knappast en mållista.").format(most=MAX_ROWS)
        return replace(plan, refusal=text)
    start = header_place(rows)
    if start is None:
        return replace(plan, refusal=tr("Tabellen är tom. Första raden ska ha rubriker, minst kod och mål."))
    above = skipped_rows(start, rows)
    notes += [above] if above else []
    names = column_names(rows[start])
    mapping = _mapping(rows[start], names, request)
    plan = replace(plan, columns=names, mapping=mapping, notes=tuple(notes))
    places = {guess.target: names.index(guess.column) for guess in mapping}
    if "titel" not in places:
        return replace(plan, refusal=tr("Välj vilken kolumn som har målens titlar."))
    found = sorted_rows(rows, start, places)
    plan = replace(plan, notes=(*plan.notes, *found.notes))
    if not found.taken and not found.left:
        return replace(plan, refusal=tr("Tabellen har rubriker men inga mål. Lägg ett mål på varje rad."))
    return _with_tree(plan, snapshot, found.taken, found.left)


def _mapping(header: Sequence[str], names: Sequence[str], request: GoalImportRequest) -> tuple[ColumnGuess, ...]:
    titles, chosen = target_titles(), {one: name for one, name in (request.columns or {}).items() if name in names}
    guessed = guessed_columns(header) if request.columns is None or request.guesses else {}
    found = []
    for one in TARGETS:
        if one in chosen:
            found.append(ColumnGuess(one, titles[one], chosen[one], tr("vald")))
        elif one in guessed and names[guessed[one]] not in chosen.values():
            found.append(ColumnGuess(one, titles[one], names[guessed[one]], tr("kolumnens namn")))
    return tuple(found)


def _with_tree(
    plan: GoalPlan, snapshot: Snapshot, taken: Sequence[GoalRow], left: Sequence[tuple[GoalRow, str]]
) -> GoalPlan:
    before = _set_in(snapshot, plan.request.kod)
    goal_set = before.goal_set if before is not None else _new_set(plan.request, snapshot)
    goals, faults = build_tree(goal_set, taken)
    if faults:  # never: what has faults is left
        return replace(plan, refusal="; ".join(f"{place}: {what}" for place, what in faults))
    there = {goal.kod: goal for goal in before.goals} if before is not None else {}
    tree = with_known_identities(goals, there)
    links = Counter(link.mal_id for link in snapshot.links)
    lacking = [goal for goal in there.values() if goal.mal_id not in {one.mal_id for one in tree.goals}]
    held = {*links, *judged_goals(snapshot.influences, snapshot.counterparts)}
    kept = tuple((goal, links[goal.mal_id]) for goal in lacking if goal.mal_id in held)
    whole = in_reading_order(replace(tree, goals=(*tree.goals, *(goal for goal, _number in kept))))
    new = {goal.kod: goal for goal in whole.goals}
    reasons = {str(row.place): reason for row, reason in left}
    rows = [_planned(row, there, new) for row in taken]
    rows += [PlannedGoal(str(row.place), row, LEFT, reasons[str(row.place)]) for row, _reason in left]
    nothing = tr("Ingen rad går att hämta. Skälen står i listan.")
    return replace(
        plan,
        rows=tuple(rows),
        before=before,
        tree=whole if taken else None,
        kept=kept,
        going=tuple(goal for goal in lacking if goal.mal_id not in held),
        refusal="" if taken else nothing,
    )


def _planned(row: GoalRow, there: Mapping[str, Goal], new: Mapping[str, Goal]) -> PlannedGoal:
    goal, old = new[row.kod], there.get(row.kod)
    outcome = NEW if old is None else SAME if replace(old, ordning=goal.ordning) == goal else CHANGED
    return PlannedGoal(str(row.place), row, outcome, "", goal.mal_id)


def _refuse_set(snapshot: Snapshot, kod: str) -> None:
    there = {one.kod: one for one in snapshot.goal_sets}
    if kod and kod not in there:
        text = tr("Målsamlingen ”{code}” finns inte i strukturbilden. Den har: {codes}.")
        raise GoalError(text.format(code=kod, codes=", ".join(there)))
    if kod and is_from_library(there[kod], load_goal_sets()):
        text = tr("{name} är hämtad ur målbiblioteket och ändras inte. Läs in målen som en ny samling.")
        raise GoalError(text.format(name=there[kod].namn))


def _set_in(snapshot: Snapshot, kod: str) -> GoalTree | None:
    goal_set = next((one for one in snapshot.goal_sets if kod and one.kod == kod), None)
    if goal_set is None:
        return None
    return GoalTree(goal_set, tuple(goal for goal in snapshot.goals if goal.samling == kod))


def _new_set(request: GoalImportRequest, snapshot: Snapshot) -> GoalSet:
    name = (request.name.strip() or request.source.stem.strip())[:MAX_SET_NAME]
    code = free_set_code(name, {*(one.kod for one in snapshot.goal_sets), *load_goal_sets()})
    note = tr("Målen är inlästa ur {file}.").format(file=request.source.name)
    head = snapshot.head
    return GoalSet(code, name, head.organisation, tuple(head.lan), "", None, "", fullstandig=True, anmarkning=note)
