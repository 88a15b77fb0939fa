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
from .conflicts import Side
from .decisions import BOTH, EDITED, KEEP, ONE, OTHER, OpenConflict, keeps_both_files, shape_of
from .merged_tables import AUDIT_COLUMNS, LAYER, MADE_FID, Cell, Row
from .questions.question import MergeQuestion
from .row_merge import DELETED, IN_USE, SAME_OBJECT, cell_of

_WORD = re.compile(r"\s+|[^\s]+\s*")
_MOST_NAMED = 3
_KILOMETRE_M, _FAR_M = 1_000, 10_000
_NAMES = ("namn", "titel", "namn_sv")
_SILENT = AUDIT_COLUMNS | {LAYER, MADE_FID, "fid"}
_POINTS = (1, 4)


class ConflictWords(Protocol):
    """What things are called in the strukturbild."""

    def name(self, conflict: OpenConflict) -> str:
        """What the row is called within a sentence: a name, or what it is."""

    def who(self, side: Side) -> str:
        """Whose a side is, within a sentence."""

    def column(self, conflict: OpenConflict, column: str) -> str:
        """What a column is called in forms."""

    def value(self, conflict: OpenConflict, column: str, value: Cell) -> str:
        """A value as forms show it; '' of nothing."""

    def layer(self, table: str) -> str:
        """What a layer is called."""

    def goes_along(self, conflict: OpenConflict) -> str:
        """What goes with the row when it is deleted; '' when nothing does."""


def sentence(question: MergeQuestion, words: ConflictWords) -> str:
    """The whole question: who has done what to what."""
    conflict, name = question.first, words.name(question.first)
    whos = [words.who(one.side) for one in question.sides]
    everybody = joined(dict.fromkeys(whos))
    if not conflict.readable:
        text = tr("Uppgifterna från {vem} om {namn} går inte att läsa i filen. Ändra dem för hand.")
        return text.format(vem=joined(dict.fromkeys(words.who(one) for one in _sides_of(conflict))), namn=name)
    if conflict.column == GEOMETRY or is_place(conflict):
        moved = is_place(conflict) or _is_point(conflict.base) or _is_point(conflict.one)
        text = tr("{vem} har flyttat {namn} till olika platser.")
        if not moved:
            text = tr("{vem} har ritat om {namn} på olika sätt.")
        return _capital(text.format(vem=everybody, namn=name))
    if conflict.column:
        return _capital(_of_column(question, words, whos, name))
    if conflict.kind == IN_USE:
        return _capital(_of_use(conflict, words, name))
    done = [did(one.conflict, one.of, words, tr("det") if place else name) for place, one in enumerate(question.sides)]
    parts = [f"{who} {what}" for who, what in zip(whos, done)]
    return _capital(f"{', '.join(parts) if len(parts) == 2 else joined(parts)}.")


def is_place(conflict: OpenConflict) -> bool:
    """Whether the sides are two places of what is no object: a name on the map."""
    sides = (conflict.one, conflict.other)
    return not conflict.column and all(isinstance(each, Mapping) and {*each} == {"x", "y"} for each in sides)


def _sides_of(conflict: OpenConflict) -> tuple[Side, Side]:
    return conflict.one_side, conflict.other_side


def _of_use(conflict: OpenConflict, words: ConflictWords, name: str) -> str:
    sides = _sides_of(conflict) if conflict.one is None else _sides_of(conflict)[::-1]
    who, user = (words.who(one) for one in sides)
    if not sides[1].vem:
        return tr("{ena} tog bort {namn}, som används av annat i filen.").format(ena=who, namn=name)
    return tr("{ena} tog bort {namn}, men {andra} använder det.").format(ena=who, andra=user, namn=name)


def _of_column(question: MergeQuestion, words: ConflictWords, whos: Sequence[str], name: str) -> str:
    conflict = question.first
    if any(isinstance(one.value, bytes) for one in question.sides):
        return tr("{vem} har lagt in olika filer för {namn}.").format(vem=joined(dict.fromkeys(whos)), namn=name)
    title = words.column(conflict, conflict.column)
    if any(is_long(one) for one in question.conflicts):
        text = tr("{vem} har skrivit olika i ”{fält}” för {namn}.")
        return text.format(vem=joined(dict.fromkeys(whos)), fält=title, namn=name)
    values = [words.value(conflict, conflict.column, cell_of(one.value)) for one in question.sides]
    shown = [f"”{each}”" if each else tr("inget") for each in values]
    first = tr("{vem} satte ”{fält}” för {namn} till {värde}")
    if conflict.column in _NAMES and all(values):
        first = tr("{vem} döpte om {namn} till {värde}")
    rest = [tr("{vem} till {värde}").format(vem=who, värde=value) for who, value in zip(whos[1:], shown[1:])]
    parts = [first.format(vem=whos[0], fält=title, namn=name, värde=shown[0]), *rest]
    return f"{', '.join(parts) if len(parts) == 2 else joined(parts)}."


def did(conflict: OpenConflict, choice: str, words: ConflictWords, name: str) -> str:
    """What one side did to the row called `name`: 'flyttade Karlstad'."""
    row = conflict.one if choice == ONE else conflict.other
    base = conflict.base if isinstance(conflict.base, Mapping) else {}
    if not isinstance(row, Mapping):
        return tr("tog bort {namn}").format(namn=name)
    if row.get(LAYER) != base.get(LAYER) and row.get(LAYER):
        return tr("gjorde {namn} till {lager}").format(namn=name, lager=words.layer(str(row[LAYER])))
    parts = list[str]()
    changed = sorted(name for name in {*row, *base} - _SILENT if name in row and row.get(name) != base.get(name))
    if GEOMETRY in changed:
        parts.append(tr("flyttade {namn}") if _is_point(row) else tr("ritade om {namn}"))
    if "namn" in changed and row.get("namn"):
        parts.append(tr("döpte om {namn} till ”{ny}”"))
    rest = list(dict.fromkeys(words.column(conflict, column) for column in changed if column not in (GEOMETRY, "namn")))
    if len(rest) > _MOST_NAMED:
        rest = [*rest[:_MOST_NAMED], tr("annat")]
    if conflict.side(choice if choice == ONE else OTHER).vem.count(", ") and parts + rest:
        shape = [tr("läget") if _is_point(row) else tr("formen")] if GEOMETRY in changed else []
        named = [tr("namnet till ”{ny}”").format(ny=row.get("namn"))] if "namn" in changed and row.get("namn") else []
        what = joined([*shape, *named, *(f"”{title}”" for title in rest)])
        if len(parts) + len(rest) == 1:  # one of them did it; what the others did may be another question
            return tr("har ändrat {namn}, bland annat {vad}").format(namn=name, vad=what)
        return tr("har var för sig ändrat {namn}: {vad}").format(namn=name, vad=what)
    if rest:
        parts.append(tr("ändrade {fält} för {namn}"))
    if not parts:
        return tr("lät {namn} vara").format(namn=name)
    said = [part.format(namn=name, ny=row.get("namn"), fält=joined(rest)) for part in parts[:1]]
    said += [part.format(namn=tr("det"), ny=row.get("namn"), fält=joined(rest)) for part in parts[1:]]
    return joined(said)


def keeps_all_changes(question: MergeQuestion, current: Row | None) -> bool:
    """Whether what stands in the file is what all of them have changed, together."""
    base = question.first.base
    rows = [one.value for one in question.sides]
    if question.first.kind != SAME_OBJECT or is_place(question.first) or current is None:
        return False
    began: Row = base if isinstance(base, Mapping) else {}
    for column in {name for row in rows if isinstance(row, Mapping) for name in row} - _SILENT:
        new = [
            row.get(column)
            for row in rows
            if isinstance(row, Mapping) and column in row and row.get(column) != began.get(column)
        ]
        if (len(new) == 1 and current.get(column) != new[0]) or (new and current.get(column) == began.get(column)):
            return False
    return True


def choice_name(question: MergeQuestion, choice: str, words: ConflictWords, current: Row | None = None) -> str:
    """What a choice is called, before its value: whose it is, or what becomes of it."""
    several = len(question.sides) > 2
    if choice == KEEP:
        if keeps_all_changes(question, current):
            return tr("Alla ändringarna") if several else tr("Båda ändringarna")
        return tr("Behåll som det är nu")
    if choice == BOTH:
        if keeps_both_files(question.first):
            return tr("Alla filerna") if several else tr("Båda filerna")
        return tr("Alla, som var sitt förslag") if several else tr("Båda, som två förslag")
    if choice == EDITED:
        return tr("Skriv själv")
    side = question.side(choice)
    if side is None:
        return tr("Behåll som det är nu")
    who, conflict = _capital(words.who(side.side)), side.conflict
    if conflict.column:
        return who
    if side.value is None:
        return tr("{vem}: ta bort").format(vem=who)
    if conflict.kind in (DELETED, IN_USE):
        return tr("{vem}: behåll").format(vem=who) if side.side.vem else tr("Behåll")
    return who


def choice_text(question: MergeQuestion, choice: str, words: ConflictWords, current: Row | None) -> str:
    """What a choice says or does; '' where its name says it all."""
    if choice == EDITED:
        return ""
    if choice == BOTH:
        first, *rest = (words.who(one.side) for one in question.sides)
        text = tr("{ena} gäller här, {andra} blir ett objekt bredvid.")
        if keeps_both_files(question.first):
            text = tr("Filen från {ena} behåller namnet, den från {andra} får ett eget.")
        return _capital(text.format(ena=first, andra=joined(rest)))
    if choice == KEEP:
        return _kept_text(question, words, current)
    side = question.side(choice)
    if side is None:
        return ""
    conflict, value = side.conflict, side.value
    if conflict.column == GEOMETRY:
        return _place_text(conflict, side.of)
    if conflict.column:
        return words.value(conflict, conflict.column, cell_of(value)) or tr("inget")
    if value is None:
        return words.goes_along(conflict)
    if is_place(conflict):
        return tr("Dit {vem} har flyttat det").format(vem=words.who(side.side))
    if conflict.kind == IN_USE:
        return ""
    return _capital(did(conflict, side.of, words, tr("det")))


def _kept_text(question: MergeQuestion, words: ConflictWords, current: Row | None) -> str:
    conflict = question.first
    if current is None:
        return tr("Det finns inte längre i filen.")
    if keeps_all_changes(question, current):
        return tr("Det som var och en har ändrat gäller tillsammans, som det står i filen.")
    if not conflict.column or conflict.column == GEOMETRY:
        return tr("Ingen av dem: det som står i filen gäller.")
    return words.value(conflict, conflict.column, current.get(conflict.column)) or tr("inget")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _place_text(conflict: OpenConflict, choice: str) -> str:
    """How far it was moved."""
    before, after = (_points(each) for each in (conflict.base, conflict.value(choice)))
    if not _is_point(conflict.value(choice)) or not before or not after:
        return tr("Så som den är ritad där")
    (x, y), (east, north) = before[0], after[0]
    metres = ((east - x) ** 2 + (north - y) ** 2) ** 0.5
    if metres < _KILOMETRE_M:
        return tr("Flyttad {sträcka} m").format(sträcka=round(metres))
    decimals = 1 if metres < _FAR_M else 0
    text = f"{metres / _KILOMETRE_M:.{decimals}f}".replace(".", ",")
    return tr("Flyttad {sträcka} km").format(sträcka=text)


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


def alike_text(question: MergeQuestion, number: int, words: ConflictWords) -> str:
    """The offer to let the same choice hold for `number` more."""
    who = joined(dict.fromkeys(words.who(one.side) for one in question.sides))
    if number == 1:
        return tr("Samma val för den andra där det är likadant mellan {vem}").format(vem=who)
    return tr("Samma val för de {n} andra där det är likadant mellan {vem}").format(n=number, vem=who)


def _points(value: Cell | Row) -> list[Point]:
    shape = shape_of(value)
    return list(wkb.vertices(shape)) if shape is not None else []


def _is_point(value: Cell | Row) -> bool:
    shape = shape_of(value)
    return shape is not None and wkb.kind_of(shape) in _POINTS
