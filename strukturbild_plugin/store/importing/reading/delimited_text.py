"""The cells of a text table: the separator is the one that its header and its rows agree about."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import Iterator, Sequence

from .numbers import number

SEPARATORS = (";", "\t", "|", ",")
"""Commonest in Sweden first: the comma is in numbers, and in texts."""
_MAX_SAMPLED, _MAX_SAMPLED_CHARS = 300, 300_000
_MAX_LINES_IN_CELL = 200


@dataclass(frozen=True)
class Delimited:
    """How a text is cut into cells."""

    separator: str
    quoted: bool = True
    """False when a quotation mark is just a sign, as in 5\" pipe."""


def rows_of_text(text: str) -> list[list[str]]:
    """The cells of every row, empty rows included, so that the places are the row numbers that Excel shows."""
    found = delimited_by(text)
    first, _, rest = text.partition("\n")
    hint = first.strip().lower().startswith("sep=")  # Excel's own line, no header
    rows = list(_rows(rest if hint else text, found))
    return [[], *rows] if hint else rows


def delimited_by(text: str) -> Delimited:
    """The separator of the table, and whether its quotation marks hold cells together."""
    first, _, rest = text.partition("\n")
    hint = first.strip().lower()
    if hint.startswith("sep=") and len(hint) == len("sep=") + 1:
        return _quoting(rest, hint[-1])
    if hint == "sep=":
        return _quoting(rest, "\t")
    text, best, best_score = text[:_MAX_SAMPLED_CHARS], Delimited(SEPARATORS[0]), (0.0, 0)
    for separator in SEPARATORS:
        found = _quoting(text, separator)
        score = _agreement(list(_sample(text, found)))
        if score > best_score:
            best, best_score = found, score
    return best


def _quoting(text: str, separator: str) -> Delimited:
    """Quotation marks hold cells together unless the rows agree better when they do not."""
    with_quotes, without = Delimited(separator), Delimited(separator, quoted=False)
    text = text[:_MAX_SAMPLED_CHARS]
    if _is_well_quoted(text, separator):
        return with_quotes
    return max((with_quotes, without), key=lambda each: (_agreement(list(_sample(text, each)))[0], each.quoted))


def _is_well_quoted(text: str, separator: str) -> bool:
    """Whether every quotation mark that begins a cell also ends it."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _agreement(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    """The share of rows that have as many cells as the header, and how many; a header is words, not numbers."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    widths = Counter(len(row) for row in filled if len(row) > 1)
    best = (0.0, 0)
    for width, _ in widths.most_common(3):
        place = next(place for place, row in enumerate(filled) if len(row) == width)
        below = filled[place:]
        agreeing = sum(len(row) == width for row in below)
        share = agreeing / len(below) * (agreeing / len(filled)) ** 0.1
        words = [cell for cell in filled[place] if cell.strip()]
        if any(number(cell) is not None for cell in words):
            share *= 0.5
        best = max(best, (round(share, 3), width))
    return best


def _sample(text: str, how: Delimited) -> Iterator[list[str]]:
    for place, row in enumerate(_rows(text, how)):
        if place >= _MAX_SAMPLED:
            return
        yield row


def _rows(text: str, how: Delimited) -> Iterator[list[str]]:
    """The rows cut so; a cell that never ends is cut at its own line."""
    file = io.StringIO(text, newline="")
    if how.quoted:
        reader = csv.reader(file, delimiter=how.separator)
    else:
        reader = csv.reader(file, delimiter=how.separator, quoting=csv.QUOTE_NONE)
    before = 0
    try:
        for row in reader:
            if how.quoted and reader.line_num - before > _MAX_LINES_IN_CELL:
                raise csv.Error("unclosed")
            before = reader.line_num
            yield row
    except csv.Error:  # a mark that opens a cell and never closes it, or a cell of more than 128 kB
        lines = text.splitlines()[before:]
        yield from (line.split(how.separator) for line in lines)
