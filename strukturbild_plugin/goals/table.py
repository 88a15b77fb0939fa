"""A goal set from a table (rows of text, the header first): tolerant to how planners name their columns."""

from __future__ import annotations

import csv
import io
import re
from typing import Callable, Iterable, Mapping, Sequence

from ..encoding import text_of
from ..errors import GoalError
from ..i18n import tr
from ..yaml_reader.problems import SourceLocation
from .model import GoalSet
from .tree import GoalRow, GoalTree, build_tree, problem_list

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "kod": ("kod", "malkod", "nr", "nummer", "id", "code", "number"),
    "titel": ("titel", "mal", "namn", "rubrik", "malnamn", "title", "goal", "name"),
    "niva": ("niva", "nivanamn", "malniva", "typ", "level"),
    "over": ("overordnad", "overordnat", "overordnatmal", "overkod", "over", "forald", "parent", "parentcode"),
    "beskrivning": ("beskrivning", "text", "malbeskrivning", "description"),
    "indikator": ("indikator", "indikatorer", "matt", "indicator", "indicators"),
    "malar": ("malar", "ar", "artal", "targetyear", "year"),
}
_WITHOUT_DIACRITICS = str.maketrans("åäöé", "aaoe")
_CODE_PARTS = re.compile(r"[^\W\d_]{0,10}\d+[a-zåäö]?(\.\d+[a-zåäö]?)*")
_YEAR = re.compile(r"(\d{4})(\.0+)?")
_MAX_ROWS = 20_000


def rows_from_text(data: bytes, report: Callable[[str], object] = lambda _note: None) -> list[list[str]]:
    """The rows of a CSV file: UTF-8, UTF-16 or Windows-1252; separated by semicolon, comma or tab.

    `report` gets a sentence for each thing that was guessed. Raises GoalError when the file is no text or no CSV.
    """
    text, encoding = text_of(data)
    for note in encoding.notes:
        report(note)
    if "\x00" in text:
        raise GoalError(tr("Filen är inte en textfil. Spara tabellen som CSV (UTF-8) eller XLSX och försök igen."))
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";\t,", key=lambda sign: _outside_quotes(first).count(sign))
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]
    except csv.Error as error:
        raise GoalError(tr("Filen kan inte läsas som CSV ({reason}).").format(reason=error)) from error


def tree_from_rows(rows: Sequence[Sequence[str]], goal_set: GoalSet) -> GoalTree:
    """Make the goal tree of a table; codes like 1 and 1.1 give the tree when no parent is named.

    The row numbers in messages are those a spreadsheet shows. Raises GoalError with every fault; nothing is half read.
    """
    if len(rows) > _MAX_ROWS:
        raise GoalError(tr("Tabellen har fler än {most} rader och är knappast en mållista.").format(most=_MAX_ROWS))
    start = next((place for place, row in enumerate(rows) if _filled(row)), None)
    if start is None:
        raise GoalError(tr("Tabellen är tom. Första raden ska ha rubriker, minst kod och mål."))
    columns = _columns(rows[start])
    problems: list[str] = []
    goals = [
        _goal_row(row, columns, number, problems)
        for number, row in enumerate(rows[start + 1 :], start + 2)
        if _filled(row)
    ]
    if not goals:
        raise GoalError(tr("Tabellen har rubriker men inga mål. Lägg ett mål på varje rad."))
    tree, faults = build_tree(goal_set, _with_parents(goals))
    problems.extend(f"{place}: {what}" for place, what in faults)
    if problems:
        raise GoalError(problem_list(tr("Målen lästes inte in. Rätta tabellen och försök igen:"), problems))
    return tree


def is_goal_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row with anything in it has the headings of a goal list."""
    header = next((row for row in rows if _filled(row)), [])
    try:
        _columns(header)
    except GoalError:
        return False
    return True


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Which column holds what; of several possible, the one named most plainly. GoalError when it cannot be told."""
    found: dict[str, int] = {}
    problems: list[str] = []
    names = [re.sub(r"[\W_]", "", cell.strip().lower().translate(_WITHOUT_DIACRITICS)) for cell in header]
    for meaning, known in _HEADINGS.items():
        best = next((name for name in known if name in names), None)
        if best is None:
            continue
        found[meaning] = names.index(best)
        if names.count(best) > 1:
            problems.append(tr("kolumnen ”{name}” finns mer än en gång.").format(name=header[found[meaning]].strip()))
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
        return _clean(row[column]) if column < len(row) else ""

    year, target = _YEAR.fullmatch(cell("malar")), None
    if year and 1900 <= int(year.group(1)) <= 2200:
        target = int(year.group(1))
    elif cell("malar"):
        problems.append(tr("{place}: målåret ”{value}” är inget årtal.").format(place=place, value=cell("malar")))
    return GoalRow(
        kod=_code(cell("kod")),
        titel=" ".join(cell("titel").split()),
        place=SourceLocation(place),
        over=_code(cell("over")),
        niva=cell("niva"),
        beskrivning=cell("beskrivning"),
        indikator=cell("indikator"),
        malar=target,
    )


def _with_parents(goals: Sequence[GoalRow]) -> Iterable[GoalRow]:
    """The goals with the parent each is under: as written, by title, or as its code implies."""
    codes = {goal.kod for goal in goals}
    titles = {goal.titel.casefold(): goal.kod for goal in goals}
    for goal in goals:
        over = goal.over or _implied_parent(goal.kod, codes)
        if over not in codes:
            over = titles.get(over.casefold(), over)
        yield GoalRow(goal.kod, goal.titel, goal.place, over, goal.niva, goal.beskrivning, goal.indikator, goal.malar)


def _implied_parent(kod: str, codes: set[str]) -> str:
    """'1.2' for '1.2.3', or the nearest code above that is there; '' when the code tells nothing."""
    if not _CODE_PARTS.fullmatch(kod):
        return ""
    while "." in kod:
        kod = kod.rpartition(".")[0]
        if kod in codes:
            return kod
    return ""


def _code(text: str) -> str:
    """A code as people write it, '1.' or ' 1.1 ', in one form."""
    return " ".join(text.split()).rstrip(".")


def _clean(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").replace("\xa0", " ").strip()


def _filled(row: Sequence[str]) -> bool:
    return any((cell or "").strip() for cell in row)


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)
