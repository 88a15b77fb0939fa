"""A conflict in one sentence, what each choice is called, and which words two texts do not share. Plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Protocol

from ..i18n import joined, tr
from ..store.geometry.curves import Point
from ..store.gpkg import wkb
from ..store.schema.tables import GEOMETRY
from .decisions import BOTH, EDITED, KEEP, ONE, OpenConflict, shape_of
from .merged_tables import AUDIT_COLUMNS, LAYER, MADE_FID, Cell, Row
from .row_merge import DELETED, IN_USE, cell_of

_WORD = re.compile(r"\s+|[^\s]+\s*")
_MOST_NAMED = 3
_FAR_M = 10_000
_SILENT = AUDIT_COLUMNS | {LAYER, MADE_FID, "fid"}
_POINTS = (1, 4)


class ConflictWords(Protocol):
    """What things are called in the strukturbild."""

    def name(self, conflict: OpenConflict) -> str:
        """What the row is called: a name, or its kind."""

    def column(self, conflict: OpenConflict, column: str) -> str:
        """What a column is called in forms."""

    def value(self, conflict: OpenConflict, column: str, value: Cell) -> str:
        """A value as forms show it; '' of nothing."""

    def layer(self, table: str) -> str:
        """What a layer is called."""

    def goes_along(self, conflict: OpenConflict) -> str:
        """What goes with the row when it is deleted; '' when nothing does."""


def sentence(conflict: OpenConflict, words: ConflictWords) -> str:
    """The whole conflict: who has done what to what."""
    one, other = _who(conflict.one_side.vem), _who(conflict.other_side.vem)
    name = words.name(conflict)
    if not conflict.readable:
        return tr("Det som {ena} och {andra} säger om {namn} går inte att läsa i filen. Ändra det för hand.").format(
            ena=one, andra=other, namn=name
        )
    if conflict.column:
        return _of_column(conflict, words, one, other, name)
    if conflict.kind == IN_USE:
        who, user = (one, other) if conflict.one is None else (other, one)
        if not (conflict.other_side if conflict.one is None else conflict.one_side).vem:
            return tr("{ena} tog bort {namn}, som används av annat i filen.").format(ena=who, namn=name)
        return tr("{ena} tog bort {namn}, men {andra} använder det.").format(ena=who, andra=user, namn=name)
    first, second = did(conflict, ONE, words, name), did(conflict, "", words, tr("det"))
    return tr("{ena} {gjorde}, {andra} {annat}.").format(ena=one, gjorde=first, andra=other, annat=second)


def _of_column(conflict: OpenConflict, words: ConflictWords, one: str, other: str, name: str) -> str:
    if conflict.column == GEOMETRY:
        moved = _is_point(conflict.base) or _is_point(conflict.one)
        text = tr("{ena} och {andra} har flyttat {namn} till olika platser.")
        if not moved:
            text = tr("{ena} och {andra} har ritat om {namn} på olika sätt.")
        return text.format(ena=one, andra=other, namn=name)
    cells = [cell_of(each) for each in (conflict.one, conflict.other)]
    first, second = (words.value(conflict, conflict.column, each) for each in cells)
    if conflict.column == "namn" and first and second:
        text = tr("{ena} döpte om {namn} till ”{ett}”, {andra} till ”{annat}”.")
        return text.format(ena=one, namn=name, ett=first, andra=other, annat=second)
    title = words.column(conflict, conflict.column)
    if is_long(conflict):
        text = tr("{ena} och {andra} har skrivit olika i ”{fält}” för {namn}.")
        return text.format(ena=one, andra=other, fält=title, namn=name)
    text = tr("{ena} satte ”{fält}” för {namn} till {ett}, {andra} till {annat}.")
    shown = [f"”{each}”" if each else tr("inget") for each in (first, second)]
    return text.format(ena=one, fält=title, namn=name, ett=shown[0], andra=other, annat=shown[1])


def did(conflict: OpenConflict, choice: str, words: ConflictWords, name: str) -> str:
    """What one side did to the row called `name`: 'flyttade Karlstad'."""
    row = conflict.one if choice == ONE else conflict.other
    base = conflict.base if isinstance(conflict.base, Mapping) else {}
    if not isinstance(row, Mapping):
        return tr("tog bort {namn}").format(namn=name)
    if row.get(LAYER) != base.get(LAYER) and row.get(LAYER):
        return tr("gjorde {namn} till {lager}").format(namn=name, lager=words.layer(str(row[LAYER])))
    parts = list[str]()
    changed = sorted(name for name in {*row, *base} - _SILENT if row.get(name) != base.get(name))
    if GEOMETRY in changed:
        parts.append(tr("flyttade {namn}") if _is_point(row) else tr("ritade om {namn}"))
    if "namn" in changed and row.get("namn"):
        parts.append(tr("döpte om {namn} till ”{ny}”"))
    rest = [words.column(conflict, column) for column in changed if column not in (GEOMETRY, "namn")]
    if len(rest) > _MOST_NAMED:
        rest = [*rest[:_MOST_NAMED], tr("annat")]
    if rest:
        parts.append(tr("ändrade {fält} för {namn}"))
    if not parts:
        return tr("lät {namn} vara").format(namn=name)
    said = [part.format(namn=name, ny=row.get("namn"), fält=joined(rest)) for part in parts[:1]]
    said += [part.format(namn=tr("det"), ny=row.get("namn"), fält=joined(rest)) for part in parts[1:]]
    return joined(said)


def choice_name(conflict: OpenConflict, choice: str, words: ConflictWords) -> str:
    """What a choice is called, before its value: whose it is, or what becomes of it."""
    if choice == KEEP:
        return tr("Behåll som det är nu")
    if choice == BOTH:
        return tr("Båda, som två förslag")
    if choice == EDITED:
        return tr("Skriv själv")
    value, who = conflict.value(choice), _who(conflict.side(choice).vem)
    if conflict.column:
        return who
    if value is None:
        return tr("{vem}: ta bort").format(vem=who)
    if conflict.kind in (DELETED, IN_USE):
        return tr("{vem}: behåll").format(vem=who) if conflict.side(choice).vem else tr("Behåll")
    return who


def choice_text(conflict: OpenConflict, choice: str, words: ConflictWords, current: Row | None) -> str:
    """What a choice says or does; '' where its name says it all."""
    if choice == EDITED:
        return ""
    if choice == BOTH:
        text = tr("{ena} gäller här, {andra} blir ett objekt bredvid.")
        return text.format(ena=_who(conflict.one_side.vem), andra=_who(conflict.other_side.vem))
    if choice == KEEP:
        if current is None:
            return tr("Det finns inte längre i filen.")
        if not conflict.column or conflict.column == GEOMETRY:
            return tr("Ingen av dem: det som står i filen gäller.")
        return words.value(conflict, conflict.column, current.get(conflict.column)) or tr("inget")
    value = conflict.value(choice)
    if conflict.column == GEOMETRY:
        return _place_text(conflict, choice)
    if conflict.column:
        return words.value(conflict, conflict.column, cell_of(value)) or tr("inget")
    if value is None:
        return words.goes_along(conflict)
    if conflict.kind == IN_USE:
        return ""
    text = did(conflict, choice, words, tr("det"))
    return text[:1].upper() + text[1:]


def _place_text(conflict: OpenConflict, choice: str) -> str:
    """How far it was moved."""
    before, after = (_points(each) for each in (conflict.base, conflict.value(choice)))
    if not _is_point(conflict.value(choice)) or not before or not after:
        return tr("Så som den är ritad där")
    (x, y), (east, north) = before[0], after[0]
    metres = ((east - x) ** 2 + (north - y) ** 2) ** 0.5
    if metres < _FAR_M:
        return tr("Flyttad {sträcka} m").format(sträcka=round(metres))
    return tr("Flyttad {sträcka} km").format(sträcka=round(metres / 1000))


def is_long(conflict: OpenConflict) -> bool:
    """Whether the sides are texts to be compared word by word."""
    texts = [each for each in (conflict.one, conflict.other) if isinstance(each, str)]
    return bool(conflict.column) and any(len(_WORD.findall(text)) > 5 for text in texts)


def marked_words(base: str, text: str) -> Sequence[tuple[str, bool]]:
    """`text` in pieces, each with whether it is not in `base`; what only `base` has is not shown."""
    ones, others = _WORD.findall(base), _WORD.findall(text)
    matcher = SequenceMatcher(None, [one.strip() for one in ones], [one.strip() for one in others], autojunk=False)
    pieces = (("".join(others[low:high]), tag != "equal") for tag, _start, _end, low, high in matcher.get_opcodes())
    return [(piece, new) for piece, new in pieces if piece]


def waiting_text(number: int) -> str:
    """'7 frågor efter sammanslagningen väntar'."""
    if number == 1:
        return tr("1 fråga efter sammanslagningen väntar")
    return tr("{n} frågor efter sammanslagningen väntar").format(n=number)


def alike_text(conflict: OpenConflict, number: int) -> str:
    """The offer to let the same choice hold for `number` more."""
    one, other = _who(conflict.one_side.vem), _who(conflict.other_side.vem)
    if number == 1:
        text = tr("Samma val för den andra där {ena} och {andra} säger olika om samma sak")
    else:
        text = tr("Samma val för de {n} andra där {ena} och {andra} säger olika om samma sak")
    return text.format(n=number, ena=one, andra=other)


def _who(vem: str) -> str:
    return vem or tr("någon")


def _points(value: Cell | Row) -> list[Point]:
    shape = shape_of(value)
    return list(wkb.vertices(shape)) if shape is not None else []


def _is_point(value: Cell | Row) -> bool:
    shape = shape_of(value)
    return shape is not None and wkb.kind_of(shape) in _POINTS
