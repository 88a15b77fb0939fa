"""What a table of goals gives, row by row: what is taken, and what is left and why. Nothing stops at a bad row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from ..i18n import joined, tr
from ..yaml_reader.problems import SourceLocation
from .table import goal_rows, is_code, is_sum, row_filled, with_parents
from .table_shapes import ShapedRows, by_indentation, by_level_number, has_levels, rows_of_levels
from .tree import MAX_DEPTH, GoalRow, parent_faults, row_faults


@dataclass(frozen=True)
class SortedRows:
    """`taken` can be made a tree of. `left`: the others, each with why. Both are in the order of the table."""

    taken: tuple[GoalRow, ...]
    left: tuple[tuple[GoalRow, str], ...]
    notes: tuple[str, ...]
    """What was done otherwise than the table says, in sentences."""


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """What the columns are called, each by a name of its own: 'Mål', 'Mål (2)', 'Kolumn 3'."""
    found: dict[str, None] = {}
    for place, cell in enumerate(header, 1):
        name = " ".join(cell.split()) or tr("Kolumn {nummer}").format(nummer=place)
        one, number = name, 2
        while one in found:
            one, number = f"{name} ({number})", number + 1
        found[one] = None
    return tuple(found)


def sorted_rows(rows: Sequence[Sequence[str]], header: int, columns: Mapping[str, int]) -> SortedRows:
    """The goals below the headings. `columns`: the place of what fills each of table.TARGETS.

    Without a column of codes the goals are numbered as they lie. A row whose parent is left is left too.
    """
    notes: list[str] = []
    goals = goal_rows(rows, header, columns, notes)
    notes = [tr("{fault} Det lämnas tomt.").format(fault=note[:1].upper() + note[1:]) for note in notes]
    own = {str(goal.place) for goal in goals}
    sums = [goal for goal in goals if is_sum(goal)]
    shaped = _shaped(rows, header, columns, goals)
    merged, numbered = False, "kod" not in columns
    if shaped is not None:
        goals, numbered = [*shaped.goals], shaped.numbered
        notes.append(shaped.note)
    else:
        goals = [goal for goal in goals if goal not in sums]
        goals, merged = _with_named_parents(goals, "kod" in columns)
        goals = _numbered(goals) if numbered else goals
    goals = list(with_parents(goals))
    left: dict[str, str] = {}
    for place, what in row_faults(goals):
        left.setdefault(str(place), what)
    rest = [goal for goal in goals if str(goal.place) not in left]
    gone = {goal.kod for goal in goals} - {goal.kod for goal in rest}
    for place, what in parent_faults(rest):
        left.setdefault(str(place), what)
    for goal in rest:
        if goal.over and goal.over in gone:
            left[str(goal.place)] = _above(goal)
    _leave_what_hangs(rest, left)
    taken = tuple(goal for goal in goals if str(goal.place) not in left)
    made = [goal.titel for goal in taken if str(goal.place) not in own]
    if made and shaped is None:
        notes.append(tr("Mål ovanför som saknar egen rad skapas: {names}.").format(names=joined(made)))
    if merged:
        notes.append(tr("Tomma celler i kolumnen för överordnat mål läses som samma mål som i raden ovanför."))
    if numbered:
        notes.append(tr("Tabellen har ingen kolumn med koder. Målen numreras i sin ordning."))
    in_table = (goal for goal in goals if str(goal.place) in left and str(goal.place) in own)
    rest_left = [(goal, left[str(goal.place)]) for goal in in_table]
    rest_left += shaped.left if shaped is not None else ()
    rest_left += [(goal, tr("raden är en summa, inget mål.")) for goal in sums]
    return SortedRows(taken, tuple(rest_left), tuple(notes))


def _shaped(
    rows: Sequence[Sequence[str]], header: int, columns: Mapping[str, int], goals: Sequence[GoalRow]
) -> ShapedRows | None:
    """The goals as the shape of the table nests them; None when columns or codes say what is above what."""
    below = [row for row in rows[header + 1 :] if row_filled(row)]
    pairs = [(row, goal) for row, goal in zip(below, goals) if not is_sum(goal)]
    if has_levels(rows, header, columns):
        return rows_of_levels(rows[header], pairs)
    if "over" in columns or any(goal.over for goal in with_parents(goals)):
        return None
    return by_level_number([goal for _row, goal in pairs]) or by_indentation(columns["titel"], pairs)


def _with_named_parents(goals: Sequence[GoalRow], coded: bool) -> tuple[list[GoalRow], bool]:
    """The goals, with a goal for each parent that is named in its column and has no row of its own; and whether the
    cells of parents are read as merged.

    When none of the parents has a row, an empty cell means the one above it: so are merged cells saved.
    """
    there = {goal.kod for goal in goals} | {goal.titel.casefold() for goal in goals}
    lacking = {goal.over for goal in goals if goal.titel and goal.over and not is_code(goal.over)}
    lacking = {over for over in lacking if over not in there and over.casefold() not in there}
    if not lacking:
        return list(goals), False
    named = [goal.over for goal in goals if goal.over]
    merged = bool(goals[0].over) and set(named) == lacking and len(named) < len(goals)
    codes = {goal.kod for goal in goals}
    free = (str(number) for number in count(1) if str(number) not in codes)
    made: dict[str, GoalRow] = {}
    found: list[GoalRow] = []
    above = ""
    for goal in goals:
        above = goal.over or (above if merged else "")
        if above in lacking and above.casefold() not in made:
            place = SourceLocation(tr("ovanför {rad}").format(rad=goal.place))
            stem = goal.kod.rpartition(".")[0]
            code = "" if not coded else stem if stem and stem not in codes else next(free)
            codes.add(code)
            made[above.casefold()] = GoalRow(code, above, place)
            found.append(made[above.casefold()])
        parent = made.get(above.casefold())
        found.append(replace(goal, over=(parent.kod or parent.titel) if parent is not None else goal.over))
    return found, merged


def _leave_what_hangs(rows: Sequence[GoalRow], left: dict[str, str]) -> None:
    """Leave what hangs on something that is left, and what lies too deep."""
    below: dict[str, list[GoalRow]] = {}
    for row in rows:
        below.setdefault(row.over, []).append(row)
    waiting = [(row, 1) for row in below.get("", ())]
    reached: set[str] = set()
    while waiting:
        row, depth = waiting.pop()
        if str(row.place) in left:
            continue
        if depth > MAX_DEPTH:
            left[str(row.place)] = tr("målet ligger djupare än {most} nivåer.").format(most=MAX_DEPTH)
            continue
        reached.add(row.kod)
        waiting.extend((child, depth + 1) for child in below.get(row.kod, ()))
    for row in rows:
        if row.kod not in reached:
            left.setdefault(str(row.place), _above(row))


def _above(goal: GoalRow) -> str:
    return tr("målet ovanför, {code}, hämtas inte.").format(code=goal.over)


def _numbered(goals: Sequence[GoalRow]) -> list[GoalRow]:
    """The goals with codes after their place: '1', '1.1', '2'. Parents are found by their titles."""
    by_title: dict[str, int] = {}
    for place, goal in enumerate(goals):
        by_title.setdefault(goal.titel.casefold(), place)
    codes: dict[int, str] = {}
    counts: dict[str, int] = {}
    for start in range(len(goals)):
        path = [start]  # up to what has a code already, or has none above it
        while path[-1] not in codes:
            over = by_title.get(goals[path[-1]].over.casefold()) if goals[path[-1]].over else None
            if over is None or over in path:
                break
            path.append(over)
        for place in reversed(path):
            if place not in codes:
                above = by_title.get(goals[place].over.casefold()) if goals[place].over else None
                stem = f"{codes[above]}." if above in codes else ""
                counts[stem] = counts.get(stem, 0) + 1
                codes[place] = f"{stem}{counts[stem]}"
    return [replace(goal, kod=codes[place]) for place, goal in enumerate(goals)]
