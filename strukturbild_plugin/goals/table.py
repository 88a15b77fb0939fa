"""A goal set from a table (rows of text, the header first): tolerant to how planners name their columns."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Iterable, Mapping, Sequence

from ..errors import GoalError
from ..i18n import tr
from ..yaml_reader.problems import SourceLocation
from .model import GoalSet
from .tree import MAX_WEIGHT, GoalRow, GoalTree, build_tree, problem_list

_GOAL, _SUBGOAL = "mal", "delmal"
_CODE_WORDS = (
    *("kod", "malkod", "nr", "nummer", "malnr", "malnummer", "id", "code", "number", "malid", "beteckning", "punkt"),
    *("delmalnr", "delmalnummer", "delmalkod", "lopnummer", "lopnr", "no"),
)
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "kod": _CODE_WORDS,
    "titel": (
        *("titel", "maltitel", _SUBGOAL, _GOAL, "namn", "rubrik", "malnamn", "malformulering", "malsattning", "malen"),
        *("title", "goal", "name", "objective", "target"),
    ),
    "niva": ("niva", "nivanamn", "malniva", "typ", "maltyp", "level"),
    "over": (
        *("overordnad", "overordnat", "overordnatmal", "overkod", "over", "forald", "parent", "parentcode"),
        *("tillhormal", "hortillmal", "tillhor", "hortill", "undermal", "huvudmalkod"),
        *("malomrade", "huvudmal", "overgripandemal", "insatsomrade", "prioritering", "omrade", "fokusomrade"),
        *("strategisktomrade", "strategisktmal", "utvecklingsomrade", "prioriteratomrade", "tema", "malbild"),
    ),
    "beskrivning": ("beskrivning", "text", "malbeskrivning", "forklaring", "kommentar", "description"),
    "indikator": ("indikator", "indikatorer", "matt", "matetal", "indicator", "indicators"),
    "malar": ("malar", "ar", "artal", "senast", "targetyear", "year"),
    "kalla": ("kalla", "kallor", "ursprung", "dokument", "source"),
    "vikt": ("vikt", "viktning", "weight"),
    "prioriterat": ("prioriterat", "prioriterad", "prio", "priority", "prioritised"),
}
_ABOVE = (
    *("vision", "overgripandemal", "overgripandemalsattning", "malomrade", "huvudmal", "insatsomrade", "fokusomrade"),
    *("strategisktomrade", "strategisktmal", "prioritering", "prioriteratomrade", "utvecklingsomrade", "omrade"),
    *("utvecklingsmal", "tema", "malbild"),
)
_BELOW = (_SUBGOAL, "effektmal", "etappmal", "subgoal", "target")
_LEVELS: Mapping[str, int] = {
    **dict.fromkeys(_ABOVE, 0),
    **dict.fromkeys((_GOAL, "goal", "objective"), 1),
    **dict.fromkeys(_BELOW, 2),
}
"""What columns are called that each hold one level of a tree, and which of them lies above which."""
_SUMS = frozenset(("summa", "totalt", "total", "summatotalt", "totalsumma", "antal", "sum"))
_YES, _NO = (
    frozenset(("x", "ja", "j", "1", "sant", "true", "yes", "y", "✓", "✔")),
    frozenset(("nej", "n", "0", "falskt")),
)
TARGETS = tuple(_HEADINGS)
"""What a column of a goal list can fill."""
_MAX_ABOVE_HEADER = 40
"""Rows with something in them that are looked at for the headings: above them stand titles."""
_WITHOUT_DIACRITICS = str.maketrans("åäöé", "aaoe")
_CODE_PARTS = re.compile(r"[^\W\d_]{0,10}\d+[a-zåäö]?(\.\d+[a-zåäö]?)*")
_COMMA_CODE = re.compile(r"\d+(,\d+)+")
_SHOWN = 40
"""So much of a cell that is not understood is said again."""
_YEAR = re.compile(r"(\d{4})(\.0+)?")
MAX_ROWS = 20_000


def tree_from_rows(rows: Sequence[Sequence[str]], goal_set: GoalSet) -> GoalTree:
    """Make the goal tree of a table; codes like 1 and 1.1 give the tree when no parent is named.

    The row numbers in messages are those a spreadsheet shows. Raises GoalError with every fault; nothing is half read.
    """
    if len(rows) > MAX_ROWS:
        raise GoalError(tr("Tabellen har fler än {most} rader och är knappast en mållista.").format(most=MAX_ROWS))
    start = header_place(rows)
    if start is None:
        raise GoalError(tr("Tabellen är tom. Första raden ska ha rubriker, minst kod och mål."))
    columns = _columns(rows[start])
    problems: list[str] = []
    goals = goal_rows(rows, start, columns, problems)
    if not goals:
        raise GoalError(tr("Tabellen har rubriker men inga mål. Lägg ett mål på varje rad."))
    tree, faults = build_tree(goal_set, with_parents(goals))
    problems.extend(f"{place}: {what}" for place, what in faults)
    if problems:
        raise GoalError(problem_list(tr("Målen lästes inte in. Rätta tabellen och försök igen:"), problems))
    return tree


def goals_seen(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How much the rows look like a list of goals, the more the better: of the headings, and of rows under them."""
    start = header_place(rows)
    found = guessed_columns(rows[start]) if start is not None else {}
    if start is None or "titel" not in found:
        return 0, 0
    below = sum(1 for row in rows[start + 1 :] if found["titel"] < len(row) and (row[found["titel"]] or "").strip())
    named = len({"kod", "over", "niva", "indikator", "malar"} & found.keys()) + (len(level_columns(rows[start])) > 1)
    return (2 if named else 1) if below else 0, min(below, 3)


def header_place(rows: Sequence[Sequence[str]]) -> int | None:
    """The place of the row with the headings: the first that names most of what a goal has, else the first row that is
    not empty; None when all are."""
    filled = [place for place, row in enumerate(rows) if row_filled(row)][:_MAX_ABOVE_HEADER]
    named = {place: guessed_columns(rows[place]) for place in filled}
    both = [place for place in filled if {"kod", "titel"} <= named[place].keys()]
    some = [place for place in filled if "titel" in named[place] and len(named[place]) > 1]
    return next(iter((*both, *some, *filled)), None)


def guessed_columns(header: Sequence[str]) -> dict[str, int]:
    """Which column (place) holds which of TARGETS, by what they are called; of several possible the plainest name."""
    names = [_plain(cell) for cell in header]
    found: dict[str, int] = {}
    for meaning, known in _HEADINGS.items():
        best = next((name for name in known if name in names), None)
        if best is not None:
            found[meaning] = names.index(best)
    if "titel" in found and names[found["titel"]] == _SUBGOAL and _GOAL in names:
        found.setdefault("over", names.index(_GOAL))
    if "titel" not in found:
        _guess_by_words(header, found)
    return found


def _guess_by_words(header: Sequence[str], found: dict[str, int]) -> None:
    """A title in a column called more than its word: 'Mål 2030', 'Regionala mål'."""
    for place, cell in enumerate(header):
        words = [_plain(word) for word in cell.split()]
        if place not in found.values() and not is_code_heading(cell) and {_GOAL, _SUBGOAL, "malen"} & set(words):
            found["titel"] = place
            return


def level_columns(header: Sequence[str]) -> list[int]:
    """The columns (places) that each hold one level of a tree, from left to right; none when they lie in no order."""
    found = [place for place, cell in enumerate(header) if _plain(cell) in _LEVELS]
    ranks = [_LEVELS[_plain(header[place])] for place in found]
    return found if ranks == sorted(ranks) else []


def is_code_heading(cell: str) -> bool:
    """Whether a column called so holds codes."""
    return _plain(cell) in _CODE_WORDS


def is_sum(goal: GoalRow) -> bool:
    """Whether a row sums up those above it, and is no goal."""
    return sums_up(goal.titel) or (sums_up(goal.kod) and not goal.titel.strip("0123456789"))


def sums_up(text: str) -> bool:
    """Whether the first cell of a row says that it is a sum."""
    return _plain(text) in _SUMS


def goal_rows(
    rows: Sequence[Sequence[str]], header: int, columns: Mapping[str, int], problems: list[str]
) -> list[GoalRow]:
    """The goals of the rows below the headings, as written; years that are none go to `problems`, row by row."""
    below = enumerate(rows[header + 1 :], header + 2)
    return [_goal_row(row, columns, number, problems) for number, row in below if row_filled(row)]


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Which column holds what; of several possible, the one named most plainly. GoalError when it cannot be told."""
    found = guessed_columns(header)
    names = [_plain(cell) for cell in header]
    problems = [
        tr("kolumnen ”{name}” finns mer än en gång.").format(name=header[place].strip())
        for place in found.values()
        if names.count(names[place]) > 1
    ]
    for needed, name in (("kod", tr("kod")), ("titel", tr("mål"))):
        if needed not in found:
            shown = ", ".join(cell.strip() for cell in header if cell.strip())
            problems.append(tr("kolumnen ”{name}” saknas. Tabellen har: {shown}.").format(name=name, shown=shown))
    if problems:
        raise GoalError(problem_list(tr("Tabellens rubrikrad kan inte användas:"), problems))
    return found


def _goal_row(row: Sequence[str], columns: Mapping[str, int], number: int, problems: list[str]) -> GoalRow:
    place = tr("rad {number}").format(number=number)

    def cell(key: str) -> str:
        column = columns.get(key, len(row))
        return clean(row[column]) if column < len(row) else ""

    year, target = _YEAR.fullmatch(cell("malar")), None
    if year and 1900 <= int(year.group(1)) <= 2200:
        target = int(year.group(1))
    elif cell("malar"):
        problems.append(tr("{place}: målåret ”{value}” är inget årtal.").format(place=place, value=cell("malar")))
    return GoalRow(
        kod=code_of(cell("kod")),
        titel=" ".join(cell("titel").split()),
        place=SourceLocation(place),
        over=code_of(cell("over")),
        niva=cell("niva"),
        beskrivning=cell("beskrivning"),
        indikator=cell("indikator"),
        malar=target,
        kalla=cell("kalla"),
        vikt=_weight(cell("vikt"), place, problems),
        prioriterat=_yes_no(cell("prioriterat"), place, problems),
    )


def _weight(text: str, place: str, problems: list[str]) -> float | None:
    if not text:
        return None
    number = re.fullmatch(r"(\d{1,7}([.,]\d{1,6})?) ?%?", text)
    if number and float(number.group(1).replace(",", ".")) <= MAX_WEIGHT:
        return float(number.group(1).replace(",", "."))
    problems.append(tr("{place}: vikten ”{value}” är inget tal.").format(place=place, value=text[:_SHOWN]))
    return None


def _yes_no(text: str, place: str, problems: list[str]) -> bool | None:
    plain = text.casefold()
    if plain and plain not in _YES | _NO:
        said = tr("{place}: ”{value}” säger inte om målet är prioriterat. Skriv ja eller nej.")
        problems.append(said.format(place=place, value=text[:_SHOWN]))
    return plain in _YES if plain in _YES | _NO else None


def with_parents(goals: Sequence[GoalRow]) -> Iterable[GoalRow]:
    """The goals with the parent each is under: as written, by title, or as its code implies."""
    codes = {goal.kod for goal in goals}
    titles = {goal.titel.casefold(): goal.kod for goal in goals}
    for goal in goals:
        over = goal.over or _implied_parent(goal.kod, codes)
        if over and over not in codes:
            over = titles.get(over.casefold(), over)
        yield replace(goal, over=over)


def is_code(text: str) -> bool:
    """Whether this is written as a code is, and not as a title."""
    return _CODE_PARTS.fullmatch(text) is not None


def _implied_parent(kod: str, codes: set[str]) -> str:
    """'1.2' for '1.2.3', or the nearest code above that is there; '' when the code tells nothing."""
    if not _CODE_PARTS.fullmatch(kod):
        return ""
    while "." in kod:
        kod = kod.rpartition(".")[0]
        if kod in codes:
            return kod
    return ""


def code_of(text: str) -> str:
    """A code as people write it, '1.', ' 1.1 ' or '1,1' (what a spreadsheet makes of it), in one form."""
    code = " ".join(text.split()).rstrip(".")
    return code.replace(",", ".") if _COMMA_CODE.fullmatch(code) else code


def clean(text: str | None) -> str:
    """The text of a cell, without blanks around it."""
    return (text or "").replace("\r\n", "\n").replace("\xa0", " ").strip()


def row_filled(row: Sequence[str]) -> bool:
    """Whether anything stands in it."""
    return any((cell or "").strip() for cell in row)


def _plain(name: str) -> str:
    """The name of a column as letters and digits."""
    return re.sub(r"[\W_]", "", name.strip().lower().translate(_WITHOUT_DIACRITICS))
