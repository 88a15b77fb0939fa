"""Laying what was not saved back into the open layers: one undo step for what fits, a sentence for what does not.

Row by row and column by column, by the rows' own identity: a column that is as it was when the copy was made takes the
value of the copy; one that already has it is done; one that is different has been changed by somebody else meanwhile,
and is left as it is until the user says that the copy is to count.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import Iterable, Iterator, Mapping, Sequence, Union

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer

from ...errors import StoreError
from ...i18n import tr
from ...store.autosave.copy_format import AUDIT_COLUMNS, Cell, Cells, RowChange, identity_columns
from ...store.schema.tables import FID, GEOMETRY
from .edit_buffer import new_identity
from .edit_session import GOAL_LINKS, EditSession
from .row_codec import as_geometry, as_value, cell, cells_of, same_cell

Layers = Mapping[str, QgsVectorLayer]
_VERSION = "version"
_COUNTED = frozenset((FID, _VERSION, "schema_version"))
"""Columns that only the file itself writes, in rows that it has."""
_PICTURES, _GOALS = "bild", "mal"
_FIRST = (_PICTURES, _GOALS)


@dataclass(frozen=True)
class SkippedChange:
    """A change that is not laid on, and the sentence why. `may_count`: whether it can be, if the user says so.

    `there`: what others have written in the columns that it is about.
    """

    change: RowChange
    why: str
    may_count: bool = True
    there: Cells = field(default_factory=dict)


@dataclass(frozen=True)
class RowWrite:
    """One row to write: `fid` None is a new row, `cells` None takes the row away."""

    change: RowChange
    fid: int | None
    cells: Cells | None


@dataclass(frozen=True)
class RestoreResult:
    """What is (to be) written, what was there already, and what stands against something."""

    steps: tuple[RowWrite, ...]
    done: tuple[RowChange, ...]
    left: tuple[SkippedChange, ...]


def sort_out(layers: Layers, changes: Sequence[RowChange], count: bool = False) -> RestoreResult:
    """What can be laid on these open layers (table -> layer); nothing is written.

    `count`: what stands against others' work is laid on all the same.
    """
    return _Sorter(layers, count).sort(changes)


def apply_changes(
    edit_session: EditSession, layers: Layers, name: str, changes: Sequence[RowChange], count: bool = False
) -> RestoreResult:
    """Lay `changes` into the edit buffers as one undo step called `name`. Raises StoreError, and then nothing is done.

    `layers` holds the edit session's layers and the other tables of the strukturbild; a table that is not the edit
    session's is seldom edited and has an undo step of its own.
    """
    outcome = sort_out(layers, changes, count)
    with edit_session.command(name), _beside(edit_session, layers, name) as others:
        for step in outcome.steps:
            table = step.change.tabell
            _write(edit_session.editing(table) if table in edit_session.layers else others(table), step)
    return outcome


class _Sorter:
    def __init__(self, layers: Layers, count: bool) -> None:
        self._layers, self._count = layers, count
        self._rows: dict[str, dict[tuple[Cell, ...], int]] = {}
        self._there: dict[str, dict[int, Cells]] = {}
        self._objects = [table for table, layer in layers.items() if layer.fields().indexOf("klass") >= 0]

    def sort(self, changes: Sequence[RowChange]) -> RestoreResult:
        steps: list[RowWrite] = []
        done: list[RowChange] = []
        left: list[SkippedChange] = []
        self._read(changes)
        # what others hang on comes first: pictures, then objects, then their goals
        for change in sorted(changes, key=lambda one: (one.tabell not in _FIRST, one.tabell == GOAL_LINKS)):
            found = self._look(change)
            if isinstance(found, RowWrite):
                steps.append(found)
                if found.fid is None:
                    self._rows_of(change.tabell)[_identity(change.tabell, found.cells or {})] = 0
            elif isinstance(found, SkippedChange):
                left.append(found)
            else:
                done.append(change)
        return RestoreResult(tuple(steps), tuple(done), tuple(left))

    def _look(self, change: RowChange) -> Union[RowWrite, SkippedChange, None]:
        layer = self._layers.get(change.tabell)
        if layer is None or not _fits(layer, change.now or {}):
            return SkippedChange(change, tr("Uppgifterna passar inte i den här strukturbilden."), False)
        fid = self._fid(change.tabell, change.identity())
        there = self._there[change.tabell].get(fid) if fid is not None else None
        if change.now is None:
            return self._taken_away(change, fid, there)
        if change.before is None:
            return self._added(change, fid, there)
        return self._changed(change, fid, there)

    def _read(self, changes: Sequence[RowChange]) -> None:
        """The rows that `changes` are about, as they are now, each table in one reading."""
        for table in {change.tabell for change in changes}.intersection(self._layers):
            layer, about = self._layers[table], [change for change in changes if change.tabell == table]
            fids = [fid for fid in (self._fid(table, change.identity()) for change in about) if fid is not None]
            request, names = QgsFeatureRequest().setFilterFids(fids), layer.fields().names()
            self._there[table] = {feature.id(): cells_of(feature, names) for feature in layer.getFeatures(request)}

    def _taken_away(
        self, change: RowChange, fid: int | None, there: Cells | None
    ) -> Union[RowWrite, SkippedChange, None]:
        if there is None:
            return None
        if not self._count and _different(there, change.before or {}):
            return SkippedChange(change, tr("Togs bort här, men någon annan har ändrat det."))
        return RowWrite(change, fid, None)

    def _added(self, change: RowChange, fid: int | None, there: Cells | None) -> Union[RowWrite, SkippedChange, None]:
        cells, columns = dict(change.now or {}), identity_columns(change.tabell)
        if there is not None:
            if not _different(there, cells):
                return None
            if not self._count:
                return SkippedChange(change, tr("Finns redan i filen, med annat innehåll."))
            if len(columns) > 1:  # a link is known by what it ties: there is only one of it
                return RowWrite(change, fid, cells)
        if there is not None or not all(change.identity()):
            cells[columns[0]] = new_identity()
        return self._loose(change, cells) or RowWrite(change, None, cells)

    def _changed(self, change: RowChange, fid: int | None, there: Cells | None) -> Union[RowWrite, SkippedChange, None]:
        now, before = change.now or {}, change.before or {}
        if there is None:
            whole = {**before, **now}
            if not self._count or not _fits(self._layers[change.tabell], whole):
                return SkippedChange(change, tr("Ändrades här, men någon annan har tagit bort det."), not self._count)
            return self._loose(change, whole) or RowWrite(change, None, whole)
        new = {name: now[name] for name in _different(there, now)}
        theirs = {name: there.get(name) for name in new if not same_cell(there.get(name), before.get(name))}
        if theirs and not self._count:
            return SkippedChange(change, tr("Ändrades både här och av någon annan."), there=theirs)
        if not new:
            return None
        who = {name: value for name, value in now.items() if name in AUDIT_COLUMNS - _COUNTED}
        return self._loose(change, new) or RowWrite(change, fid, {**who, **new})

    def _loose(self, change: RowChange, cells: Cells) -> SkippedChange | None:
        """What it hangs on must be there."""
        if change.tabell == GOAL_LINKS:
            thing = (cells.get("objekt_id", change.cell("objekt_id")),)
            if all(self._fid(table, thing) is None for table in self._objects):
                return SkippedChange(change, tr("Objektet som målet hör till finns inte längre."), False)
        wanted = ((_GOALS, "mal_id", tr("Målet finns inte längre.")), (_PICTURES, "bild_id", tr("Bilden finns inte.")))
        for table, column, why in wanted:
            named = cells.get(column)
            if named and table != change.tabell and table in self._layers and self._fid(table, (named,)) is None:
                return SkippedChange(change, why, False)
        return None

    def _fid(self, table: str, identity: tuple[Cell, ...]) -> int | None:
        return self._rows_of(table).get(identity) if all(identity) else None

    def _rows_of(self, table: str) -> dict[tuple[Cell, ...], int]:
        """The rows of a table by what they are known by, edits included."""
        if table not in self._rows:
            layer = self._layers[table]
            places = [layer.fields().indexOf(column) for column in identity_columns(table)]
            request = QgsFeatureRequest().setSubsetOfAttributes(places)
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
            self._rows[table] = {
                tuple(cell(feature.attribute(place)) for place in places): feature.id()
                for feature in layer.getFeatures(request)
            }
        return self._rows[table]


def _different(there: Cells, wanted: Cells) -> list[str]:
    """The columns of `wanted` that say something else than `there`, beside who and when."""
    names = (name for name in wanted if name not in AUDIT_COLUMNS and name not in _COUNTED)
    return [name for name in names if not same_cell(there.get(name), wanted[name])]


def _identity(table: str, cells: Cells) -> tuple[Cell, ...]:
    return tuple(cells.get(column) for column in identity_columns(table))


def _fits(layer: QgsVectorLayer, cells: Cells) -> bool:
    """Whether the layer has such columns and can hold these values and this shape."""
    try:
        for name, value in cells.items():
            if name == GEOMETRY:
                as_geometry(layer, value)
            elif layer.fields().indexOf(name) < 0:
                return False
            else:
                as_value(layer.fields().field(name), value)
    except ValueError:
        return False
    return True


@contextlib.contextmanager
def _beside(edit_session: EditSession, layers: Layers, name: str) -> Iterator[_Begin]:
    """Edit commands on layers that are not the edit session's; after an exception nothing of them is left."""
    begun = _Begin(layers, name)
    try:
        yield begun
    except BaseException:
        for layer in begun.layers.values():
            layer.destroyEditCommand()
        raise
    for layer in begun.layers.values():
        layer.endEditCommand()


class _Begin:
    def __init__(self, layers: Layers, name: str) -> None:
        self._all, self._name = layers, name
        self.layers: dict[str, QgsVectorLayer] = {}

    def __call__(self, table: str) -> QgsVectorLayer:
        layer = self._all[table]
        if table not in self.layers:
            if not layer.isEditable() and not layer.startEditing():
                raise _refused(layer)
            layer.beginEditCommand(self._name)
            self.layers[table] = layer
        return layer


def _write(layer: QgsVectorLayer, step: RowWrite) -> None:
    fields = layer.fields()
    if step.cells is None:
        well = layer.deleteFeature(step.fid)
    elif step.fid is None:
        feature = QgsFeature(fields)
        for name, value in _columns(step.cells):
            feature.setAttribute(fields.indexOf(name), as_value(fields.field(name), value))
        if fields.indexOf(_VERSION) >= 0:
            feature.setAttribute(fields.indexOf(_VERSION), step.cells.get(_VERSION) or 1)
        feature.setGeometry(as_geometry(layer, step.cells.get(GEOMETRY)))
        well = layer.addFeature(feature)
    else:
        skip_defaults = True  # QGIS's own default would write who is logged in on the computer
        well = all(
            layer.changeAttributeValue(
                step.fid, fields.indexOf(name), as_value(fields.field(name), value), None, skip_defaults
            )
            for name, value in _columns(step.cells)
        )
        if GEOMETRY in step.cells:
            well = layer.changeGeometry(step.fid, as_geometry(layer, step.cells[GEOMETRY]), skip_defaults) and well
    if not well:
        raise _refused(layer)


def _columns(cells: Cells) -> Iterable[tuple[str, Cell]]:
    return ((name, value) for name, value in cells.items() if name not in _COUNTED and name != GEOMETRY)


def _refused(layer: QgsVectorLayer) -> StoreError:
    return StoreError(
        tr("Lagret {layer} tog inte emot ändringen. Kontrollera att det går att redigera.").format(layer=layer.name())
    )
