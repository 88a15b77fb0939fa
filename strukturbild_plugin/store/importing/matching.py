"""Which objects of the strukturbild the rows of a source are: by id, by name and place, and by what earlier versions
knew them by. The order of the rows plays no part, and no object is taken for two rows.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain, count
from typing import Any, Callable, Iterable, Iterator, Mapping, Sequence

from ...i18n import tr
from ..gpkg.records import ObjectRecord
from .identity import (
    UNIQUE,
    IdColumn,
    identity,
    middle,
    old_id_mark,
    old_place_mark,
    place_mark,
    repeated,
    shape_distance,
    shape_key,
)
from .plan import FieldValue

_FAR_M = 5_000.0
"""A number that a file counts rows with says that two are the same only when the name agrees, or the place so far."""
_NEAR_M = 25.0
"""Metres that a point of the same name may lie off: another reading of the same coordinates."""
_DRAWN_M = 5_000.0
"""Metres that what somebody drew by hand may lie from where a file has what is called the same: drawn with a broad
brush. Our own choice."""
_MAX_ALIKE = 20
_MAX_SOURCES = 50
_MAX_TOLD = 5


@dataclass(frozen=True)
class Draft:
    """A usable row as the object it would be, before it is known which."""

    label: str
    record: ObjectRecord
    given: Mapping[str, FieldValue]
    """What the row itself says, by target; what is empty in it is not there."""
    id_value: Any = None
    goals: str = ""
    note: str = ""
    outside: bool = False
    """Whether it lies outside the strukturbild's area."""


@dataclass(frozen=True)
class Match:
    """A row and the object it is: one that is there (`before`), or a new one with that identity."""

    draft: Draft
    objekt_id: str
    before: ObjectRecord | None = None


@dataclass(frozen=True)
class Matches:
    """The rows of a source as objects."""

    found: tuple[Match, ...]
    doubles: tuple[tuple[Draft, str], ...]
    """Rows that say the same as another, with that row's label."""
    notes: tuple[str, ...]
    gone: tuple[ObjectRecord, ...]
    """Objects of the same data that no row is about."""


class KnownObjects:
    """The objects of a strukturbild, to be found again in one picture, as one class."""

    def __init__(self, objects: Iterable[ObjectRecord], klass: str, bild_id: str) -> None:
        self.by_id = {record.objekt_id: record for record in objects}
        self.own = [one for one in self.by_id.values() if (one.klass, one.bild_id) == (klass, bild_id)]
        self.sources = [name for name, _ in Counter(map(source_of, self.own)).most_common(_MAX_SOURCES) if name]
        self._exact: dict[str, list[ObjectRecord]] = {}
        self._near: dict[tuple[str, int, int], list[ObjectRecord]] = {}
        self._drawn: dict[str, list[ObjectRecord]] = {}
        """By name, those that say of no source."""
        for record in sorted(self.own, key=lambda one: one.objekt_id):
            if record.wkb:
                self._exact.setdefault(place_mark(record.namn, shape_key(record.wkb)), []).append(record)
                if record.namn:
                    self._near.setdefault(self._cell(record), []).append(record)
                    if not source_of(record):
                        self._drawn.setdefault(record.namn.casefold(), []).append(record)

    def exactly(self, mark: str) -> Sequence[ObjectRecord]:
        """Those of that name and shape."""
        return self._exact.get(mark, ())

    def close_to(self, record: ObjectRecord) -> list[ObjectRecord]:
        """Those of the same name and kind within _NEAR_M, the nearest first."""
        name, column, row = self._cell(record)
        cells = ((name, column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)) if name else ()
        found = [
            (self._apart(record, other), other.objekt_id, other) for key in cells for other in self._near.get(key, ())
        ]
        return [other for apart, _, other in sorted(found, key=lambda each: each[:2]) if apart <= _NEAR_M]

    def drawn(self, record: ObjectRecord) -> list[ObjectRecord]:
        """The one of the same name and kind that was drawn by hand within _DRAWN_M; none when there are several."""
        alike = self._drawn.get(record.namn.casefold(), ()) if record.namn else ()
        if len(alike) > _MAX_ALIKE:  # a name that says nothing
            return []
        found = [other for other in alike if self._apart(record, other) <= _DRAWN_M]
        return found if len(found) == 1 else []

    @staticmethod
    def _apart(one: ObjectRecord, other: ObjectRecord) -> float:
        if one.lager != other.lager or not one.wkb or not other.wkb:
            return math.inf
        return shape_distance(other.wkb, one.wkb)

    @staticmethod
    def _cell(record: ObjectRecord) -> tuple[str, int, int]:
        x, y = middle(record.wkb or b"")
        return record.namn.casefold(), math.floor(x / _NEAR_M), math.floor(y / _NEAR_M)


def source_of(record: ObjectRecord) -> str:
    """The file that an object was imported from, as it says itself; ''."""
    return str(record.attribut.get("kalla") or "")


def matched(drafts: Sequence[Draft], known: KnownObjects, column: IdColumn | None, file: str) -> Matches:
    """The rows as objects. `file`: the name of the source, which only earlier versions knew rows by."""
    return _Matching(drafts, known, column, file).result()


class _Row:
    """A draft with what it is known by."""

    def __init__(self, draft: Draft, column: IdColumn | None) -> None:
        self.draft, record = draft, draft.record
        self.place = place_mark(record.namn, shape_key(record.wkb or b""))
        self.mark = column.mark(draft.id_value, middle(record.wkb or b"")) if column else ""
        self.old_place = old_place_mark(record.namn, record.wkb or b"")
        self.order = (record.namn, self.place, self.mark, repr(sorted(draft.given.items(), key=str)), draft.goals)


class _Matching:
    def __init__(self, drafts: Sequence[Draft], known: KnownObjects, column: IdColumn | None, file: str) -> None:
        self._known, self._column = known, column
        self._files = list(dict.fromkeys((file, *known.sources)))
        self._notes: list[str] = []
        self._doubles: list[tuple[Draft, str]] = []
        self._before: dict[int, ObjectRecord] = {}
        """Place among the rows -> the object that is there."""
        self._used: set[str] = set()
        self._rows = self._without_doubles(sorted((_Row(each, column) for each in drafts), key=lambda row: row.order))
        self._old_places = Counter(row.old_place for row in self._rows)
        self._tell_ids_apart()
        self._number_places()

    def result(self) -> Matches:
        for candidates in (self._by_id, self._by_place, self._by_old_marks, self._by_old_place, self._by_likeness):
            self._pass(candidates)
        found = [self._match(at, row) for at, row in enumerate(self._rows)]
        return Matches(tuple(found), tuple(self._doubles), tuple(self._notes), self._gone())

    def _without_doubles(self, rows: Sequence[_Row]) -> list[_Row]:
        seen: dict[object, _Row] = {}
        for row in rows:
            first = seen.setdefault(row.order, row)
            if first is not row:
                self._doubles.append((row.draft, first.draft.label))
        return list(seen.values())

    def _tell_ids_apart(self) -> None:
        """Rows that share an id are known by name and place instead."""
        shared = repeated([row.mark for row in self._rows])
        told: dict[str, list[str]] = {}
        for row in self._rows:
            if row.mark in shared:
                told.setdefault(row.mark, []).append(row.draft.label)
                row.mark = ""
        for mark, labels in list(told.items())[:_MAX_TOLD]:
            self._notes.append(
                tr(
                    "Identiteten {id} finns på flera rader ({rader}); de känns igen på namn och plats i stället."
                ).format(id=mark.rsplit("|", 1)[-1], rader=", ".join(labels[:_MAX_TOLD]))
            )

    def _number_places(self) -> None:
        """Rows without id at the same place with the same name say different things: each is an object of its own."""
        seen: Counter[str] = Counter()
        for row in (row for row in self._rows if not row.mark):
            seen[row.place] += 1
            if seen[row.place] > 1:
                self._notes.append(
                    tr("{rad}: samma namn och plats som en annan rad, men andra uppgifter. Båda togs med.").format(
                        rad=row.draft.label
                    )
                )
                row.place += f"|{seen[row.place]}"

    def _pass(self, candidates: Callable[[_Row], Iterator[ObjectRecord]]) -> None:
        for at, row in enumerate(self._rows):
            if at not in self._before:
                free = (one for one in candidates(row) if one.objekt_id not in self._used)
                found = next(free, None)
                if found is not None:
                    self._before[at] = found
                    self._used.add(found.objekt_id)

    def _by_id(self, row: _Row) -> Iterator[ObjectRecord]:
        if not row.mark or self._column is None:
            return
        if self._column.kind == UNIQUE:
            yield from self._there(self._column.text(row.draft.id_value), None)
        for mark in (row.mark, f"{row.mark}|{row.place}"):
            yield from self._there(self._identity(row, mark), None if self._column.is_sure else row)

    def _by_place(self, row: _Row) -> Iterator[ObjectRecord]:
        yield from self._there(self._identity(row, row.place), None)

    def _by_old_marks(self, row: _Row) -> Iterator[ObjectRecord]:
        if self._column is not None and row.mark:
            for file in self._files:
                yield from self._there(self._identity(row, old_id_mark(file, row.draft.id_value)), row)

    def _by_old_place(self, row: _Row) -> Iterator[ObjectRecord]:
        """Earlier versions took different shapes of one box for the same: only the one that was imported is it."""
        for found in self._there(self._identity(row, row.old_place), None):
            if self._old_places[row.old_place] == 1 or shape_distance(found.wkb, row.draft.record.wkb or b"") == 0:
                yield found

    def _by_likeness(self, row: _Row) -> Iterator[ObjectRecord]:
        yield from self._known.exactly(row.place)
        yield from self._known.close_to(row.draft.record)
        yield from self._known.drawn(row.draft.record)

    def _there(self, objekt_id: str, doubtful: _Row | None) -> Iterator[ObjectRecord]:
        """The object with that identity, unless it is clearly another than a doubtful row."""
        found = self._known.by_id.get(objekt_id)
        if found is not None and not (doubtful and _is_another(doubtful.draft.record, found)):
            yield found

    def _match(self, at: int, row: _Row) -> Match:
        before = self._before.get(at)
        if before is not None:
            return Match(row.draft, before.objekt_id, before)
        marks = [row.mark, f"{row.mark}|{row.place}"] if row.mark else []
        other = self._known.by_id.get(self._identity(row, row.mark)) if row.mark else None
        if other is not None and self._column is not None:
            self._notes.append(
                tr("{rad}: {id} finns redan på ”{namn}”, som är något annat. Raden blir ett nytt objekt.").format(
                    rad=row.draft.label, id=self._column.text(row.draft.id_value), namn=other.namn
                )
            )
        more = (f"{row.place}|ny{number}" for number in count(1))
        for mark in chain(marks, (row.place,), more):
            new = self._identity(row, mark)
            if new not in self._known.by_id and new not in self._used:
                break
        self._used.add(new)
        return Match(row.draft, new)

    def _gone(self) -> tuple[ObjectRecord, ...]:
        """Objects that came from the same data as those that are known again, and that no row is about."""
        if not self._before:
            return ()
        sources = {source_of(record) for record in self._before.values()} | {self._files[0]}
        return tuple(
            record
            for record in self._known.own
            if record.objekt_id not in self._used and source_of(record) and source_of(record) in sources
        )

    @staticmethod
    def _identity(row: _Row, mark: str) -> str:
        return identity(row.draft.record.bild_id, row.draft.record.klass, mark)


def _is_another(one: ObjectRecord, other: ObjectRecord) -> bool:
    """Whether two are clearly not the same: neither the name nor the place agrees."""
    if one.namn.casefold() == other.namn.casefold() or not one.wkb or not other.wkb:
        return False
    return math.dist(middle(one.wkb), middle(other.wkb)) > _FAR_M
