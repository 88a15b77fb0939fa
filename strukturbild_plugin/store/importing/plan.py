"""What an import will do, row by row, before anything is written: shown, chosen among, and then carried out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Mapping, Sequence, Union

from ...i18n import tr
from ..gpkg.records import ObjectRecord, Value
from .request import YES, ImportRequest

NEW, CHANGED, SAME, LEFT = "ny", "andrad", "lika", "utelamnad"
"""Outcomes of a row: a new object; one that is there and differs; one that is there and does not; not taken."""
FieldValue = Union[Value, tuple[str, ...]]


@dataclass(frozen=True)
class FieldChange:
    """A field that the source says something else about than the object has."""

    target: str
    title: str
    before: FieldValue
    after: FieldValue

    def sentence(self) -> str:
        """'Nivå: lokal → regional'."""
        return f"{self.title}: {shown(self.before)} → {shown(self.after)}"


@dataclass(frozen=True)
class PlannedRow:
    """One row of the source and what becomes of it."""

    label: str
    """The row as the source counts, and its name."""
    name: str
    outcome: str
    reason: str = ""
    """Why it is left, or that it is there already."""
    record: ObjectRecord | None = None
    """The object as it will be; None for a row that is left."""
    before: ObjectRecord | None = None
    """The object that is there, of a row that is known again."""
    changes: tuple[FieldChange, ...] = ()
    moved_m: float = 0.0
    """Metres its geometry differs from the object that is there; 0 when it does not."""
    goals: tuple[str, ...] = ()
    """Codes of goals that an object that is there gets a tie to."""
    kind: str = ""
    """The geometry kind of a row that is left because the class is not drawn so."""

    def difference(self) -> str:
        """All that is different, as one line; '' for nothing."""
        moved = [tr("läget: {antal} m").format(antal=_thousands(round(self.moved_m)))] if self.moved_m else []
        goals = [tr("mål: {koder}").format(koder=", ".join(self.goals))] if self.goals else []
        return "; ".join([*(change.sentence() for change in self.changes), *moved, *goals])


@dataclass(frozen=True)
class ColumnGuess:
    """A column of the source that fills a target, and why it was chosen."""

    target: str
    title: str
    column: str
    why: str


@dataclass(frozen=True)
class ImportChoice:
    """Another way to import the same source: the request field that takes `value`."""

    text: str
    field: str
    value: Union[str, bool]

    def applied(self, request: ImportRequest) -> ImportRequest:
        """The request with this choice made. Another layer has other columns: those are to be found anew."""
        if self.field == "layer_name":
            request = replace(request, fields={}, goal_field="", id_field="")
        return replace(request, **{self.field: self.value})  # type: ignore[arg-type]


@dataclass(frozen=True)
class ObjectEdit:
    """What is to be written on an object that is there: columns by name, and its geometry unless None."""

    objekt_id: str
    values: Mapping[str, FieldValue]
    wkb: bytes | None = None


@dataclass(frozen=True)
class ImportEdits:
    """The effect of a plan as plain edits."""

    new: tuple[ObjectRecord, ...]
    changed: tuple[ObjectEdit, ...]
    links: tuple[tuple[str, str, int], ...]
    """Object, goal, contribution."""

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.links)


@dataclass(frozen=True)
class ImportPlan:
    """What an import of `request` will do."""

    request: ImportRequest
    """As it was asked; `mapping` and `id_column` say what was guessed."""
    file: str
    layers: tuple[tuple[str, int], ...] = ()
    """The layers that are read, with how many rows each."""
    klass: str = ""
    bild_id: str = ""
    rows: tuple[PlannedRow, ...] = ()
    gone: tuple[ObjectRecord, ...] = ()
    """Objects from an earlier import of the same data that the source has no row for. They are never removed."""
    links: tuple[tuple[str, str, int], ...] = ()
    mapping: tuple[ColumnGuess, ...] = ()
    id_column: str = ""
    id_why: str = ""
    crs: str = ""
    """The coordinate system that was read, with words for why."""
    notes: tuple[str, ...] = ()
    choices: tuple[ImportChoice, ...] = ()
    refusal: str = ""
    """Why it cannot be carried out without one of the `choices`; '' when it can."""

    def of(self, outcome: str) -> tuple[PlannedRow, ...]:
        """The rows with that outcome."""
        return tuple(row for row in self.rows if row.outcome == outcome)

    def counts(self) -> Mapping[str, int]:
        """How many rows have each outcome."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in (NEW, CHANGED, SAME, LEFT)}

    def not_taken(self) -> tuple[PlannedRow, ...]:
        """The rows that change nothing: left, there already, or different but not to be updated."""
        taken = (NEW, CHANGED) if self.request.update == YES else (NEW,)
        return tuple(row for row in self.rows if row.outcome not in taken)

    def reasons(self) -> Mapping[str, int]:
        """How many rows are left for each reason, the commonest first."""
        return dict(Counter(row.reason for row in self.rows if row.outcome == LEFT).most_common())

    def edits(self) -> ImportEdits:
        """New objects, and changes when the request says that they are to be written."""
        new = tuple(row.record for row in self.rows if row.outcome == NEW and row.record)
        updated = self.of(CHANGED) if self.request.update == YES else ()
        there = {record.objekt_id for record in new} | {row.record.objekt_id for row in updated if row.record}
        links = tuple(link for link in self.links if link[0] in there)
        changed = tuple(_edit(row) for row in updated if row.changes or row.moved_m)
        return ImportEdits(new, changed, links)


def shown(value: FieldValue) -> str:
    """A value as a person reads it."""
    if isinstance(value, tuple):
        return ", ".join(value) or tr("tomt")
    if value is None or value == "":
        return tr("tomt")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def counted(what: Sequence[object]) -> str:
    """How many, with thin thousands."""
    return _thousands(len(what))


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def _edit(row: PlannedRow) -> ObjectEdit:
    if row.record is None or row.before is None:
        raise ValueError("only a row that is known again has an edit")
    values: dict[str, FieldValue] = {change.target: change.after for change in row.changes}
    for column in ("kalla", "kalla_datum"):
        if column not in values and row.record.attribut.get(column) != row.before.attribut.get(column):
            values[column] = row.record.attribut.get(column)
    return ObjectEdit(row.record.objekt_id, values, row.record.wkb if row.moved_m else None)
