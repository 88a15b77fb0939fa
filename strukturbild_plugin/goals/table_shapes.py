"""Trees that a table shows by its shape: a column for each level, indented titles, or the levels' numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..i18n import joined, tr
from ..yaml_reader.problems import SourceLocation
from .table import clean, code_of, is_code_heading, level_columns, sums_up
from .tree import GoalRow


@dataclass(frozen=True)
class ShapedRows:
    """The goals of a table, each with a code and the code above it. `note`: what was read as what; '' for nothing."""

    goals: tuple[GoalRow, ...]
    note: str = ""
    left: tuple[tuple[GoalRow, str], ...] = ()
    """Rows that are no goal of their own, each with why."""
    numbered: bool = False
    """Whether the codes are our own."""


def has_levels(rows: Sequence[Sequence[str]], header: int, columns: Mapping[str, int]) -> bool:
    """Whether the table has a column for each level: three of them, or two that are filled by turns or have codes each.

    Two that are filled side by side are a goal and what is above it.
    """
    levels = level_columns(rows[header])
    if len(levels) < 2 or columns.get("titel") not in levels or columns.get("over", levels[0]) not in levels:
        return False
    codes = [place for place, cell in enumerate(rows[header]) if is_code_heading(cell)]
    steps = any(_cell(row, levels[0]) and not _cell(row, levels[-1]) for row in rows[header + 1 :])
    return len(levels) > 2 or len(codes) > 1 or steps


def rows_of_levels(header: Sequence[str], rows: Sequence[tuple[Sequence[str], GoalRow]]) -> ShapedRows:
    """A goal for each cell of a level's column, below the one last named to the left of it.

    `rows`: the cells and what else the row says, which belongs to the deepest goal of it.
    """
    levels = level_columns(header)
    names = {place: clean(header[place]) for place in levels}
    codes = _codes_of(header, levels)
    found: list[GoalRow] = []
    known: dict[tuple[str, str], GoalRow] = {}
    counts: dict[str, int] = {}
    used: set[str] = set()
    left: list[tuple[GoalRow, str]] = []
    path: list[GoalRow] = []
    for cells, rest in rows:
        named = [place for place in levels if _cell(cells, place)]
        if named and sums_up(_cell(cells, named[0])):
            left.append((rest, tr("raden är en summa, inget mål.")))
            continue
        for place in named:
            depth = min(levels.index(place), len(path))
            over = path[depth - 1].kod if depth else ""
            title = " ".join(_cell(cells, place).split())
            goal, last = known.get((over, title.casefold())), place == named[-1]
            if goal is None:
                written = code_of(_cell(cells, codes[place])) if place in codes else ""
                code = written if written and written not in used else _next_code(over, counts, used)
                used.add(code)
                label = (
                    rest.place
                    if last
                    else SourceLocation(tr("{niva} i {rad}").format(niva=names[place], rad=rest.place))
                )
                goal = GoalRow(code, title, label, over, names[place])
                if last:
                    goal = replace(rest, kod=code, titel=title, over=over, niva=names[place])
                known[over, title.casefold()] = goal
                found.append(goal)
            elif last and len(named) == len(levels):
                text = tr("målet finns redan ({first}).").format(first=goal.place)
                left.append((replace(rest, kod=goal.kod, titel=title), text))
            path = [*path[:depth], goal]
    note = tr("Kolumnerna {names} läses som nivåer, var och en under den förra.").format(names=joined(names.values()))
    return ShapedRows(tuple(found), note, tuple(left), numbered=not codes)


def by_indentation(column: int, rows: Sequence[tuple[Sequence[str], GoalRow]]) -> ShapedRows | None:
    """The goals below the one that is less indented; None when the titles are not indented, or begin so."""
    depths = [_indent(cells[column]) if column < len(cells) else 0 for cells, _goal in rows]
    titled = [depth for depth, (_cells, goal) in zip(depths, rows) if goal.titel]
    if not titled or titled[0] != min(titled) or len(set(titled)) < 2:
        return None
    note = tr("Indragna rader läses som mål under raden ovanför med mindre indrag.")
    return _nested([goal for _cells, goal in rows], depths, note)


def by_level_number(goals: Sequence[GoalRow]) -> ShapedRows | None:
    """The goals below the last with a smaller number in the column of levels; None when that has no such numbers."""
    numbers = [goal.niva.rstrip(".") for goal in goals]
    if not goals or not all(number.isdecimal() and len(number) == 1 for number in numbers) or len(set(numbers)) < 2:
        return None
    if numbers[0] != min(numbers):
        return None
    plain = [replace(goal, niva="") for goal in goals]
    return _nested(
        plain, [int(number) for number in numbers], tr("Talen i nivåkolumnen läses som hur djupt målet ligger.")
    )


def _nested(goals: Sequence[GoalRow], depths: Sequence[int], note: str) -> ShapedRows:
    found: list[GoalRow] = []
    path: list[tuple[int, str]] = []
    counts: dict[str, int] = {}
    used = {goal.kod for goal in goals if goal.kod}
    numbered = not used
    for goal, depth in zip(goals, depths):
        path = [one for one in path if one[0] < depth]
        over = path[-1][1] if path else ""
        code = goal.kod or (_next_code(over, counts, used) if numbered and goal.titel else "")
        used.add(code)
        found.append(replace(goal, kod=code, over=over))
        path.append((depth, code))
    return ShapedRows(tuple(found), note, numbered=numbered)


def _next_code(over: str, counts: dict[str, int], used: set[str]) -> str:
    while True:
        counts[over] = counts.get(over, 0) + 1
        code = f"{over}.{counts[over]}" if over else str(counts[over])
        if code not in used:
            return code


def _codes_of(header: Sequence[str], levels: Sequence[int]) -> dict[int, int]:
    """The column of codes of each level: the one beside it; a single one is the deepest level's."""
    places = [place for place, cell in enumerate(header) if is_code_heading(cell)]
    if len(places) == 1:
        return {levels[-1]: places[0]}
    before = {place + 1: place for place in places}
    after = {place - 1: place for place in places}
    sided = before if levels[0] in before else after
    return {level: sided[level] for level in levels if level in sided}


def _cell(row: Sequence[str], place: int) -> str:
    return clean(row[place]) if place < len(row) else ""


def _indent(cell: str) -> int:
    plain = (cell or "").replace("\xa0", " ").replace("\t", "    ")
    return len(plain) - len(plain.lstrip(" "))
