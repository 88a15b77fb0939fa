"""One layer's undo steps, kept through saves. Main thread only.

QGIS empties a layer's undo stack when its edits are written to the file. The history reads what every command did to
the rows, and puts the commands back on that same stack after the save, as commands of its own: QGIS's keys, menu and
undo panel go on as if nothing had happened. Such a command runs QGIS's own edit commands on the edit buffer without
putting them on the stack.

Rows are known by a serial number that follows the feature id: QGIS's own paste and split copy objekt_id.
"""

from __future__ import annotations

import itertools
import sys
import weakref
from typing import Callable, Iterable, Mapping, Sequence

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ...compat import QUndoCommand
from ...i18n import tr
from ...store.qgis_project.layers import table_of
from ...store.writing.dependent_rows import DependentRows
from .dependent_keeper import DependentKeeper
from .layer_watcher import LayerSubscription, LayerWatcher
from .row_changes import Row, RowDiff, RowEdit, expected_rows, read_rows, row_is
from .row_changes import diff as diff_of
from .step_runner import StepRunner
from .written_rows import WrittenRows

_STAMPS = itertools.count(1)
_MAX_ROWS_READ_AGAIN = 500
"""Rows of one save that are read again, for what the file made of their values."""


class LayerStep:
    """What one command of the stack did to the rows of a layer; `rows` None when that is not known."""

    def __init__(self, text: str, stamp: str, rows: list[RowDiff] | None) -> None:
        self.text, self.stamp, self.rows = text, stamp, rows
        self.carried: list[QUndoCommand] = []
        """Commands of others that are part of it, and do something else than change rows."""
        self.refused = False
        """Its rows are no longer as it left them: it does nothing any more."""
        self.columns = False
        """It added or removed columns: what is in the file since cannot be taken back."""


class LayerHistory(QObject):
    """The steps of one layer, for as long as the layer lives. `of` gives it; start it before the first edit."""

    seeded = pyqtSignal(str, int)
    """The layer was saved and its steps are on the stack again: its code, and how many of the first are gone."""
    lost = pyqtSignal(str)
    """The layer was saved and its steps could not be kept."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__(layer)
        self.quiet = False
        """What now happens to the stack is a save: not an undo, nor a step."""
        self.may_run: weakref.WeakMethod[Callable[[str, int, bool], bool]] | None = None
        """Asked with code, place and whether it is undone, before a step runs that was there before a save."""
        self._code = table_of(layer)[1]
        self._steps: list[LayerStep] = [LayerStep("", "", None) for _ in range(layer.undoStack().count())]
        self._at = layer.undoStack().index()
        self._commands: list[QUndoCommand] = []
        """Held here: the stack keeps only their C++ half."""
        self._seeding = False
        self._seeded = 0
        """So many of the commands on the stack are from before the last save."""
        self.discarding = False
        """All edits since the last save are being thrown away."""
        self.saved_at = 0
        """Where the stack stood at the last save."""
        self._kept: list[LayerStep] = []
        """The steps from before it, while what came after is being thrown away."""
        self._touched: dict[int, None] = {}
        self._rows: dict[int, Row | None] = {}
        """The rows touched since the last save, as they were after the last command."""
        self._carried: list[QUndoCommand] = []
        self.latest: list[RowEdit] = []
        """What the last command did, or what it did more when QGIS made one command of two."""
        self.dependents = DependentKeeper()
        self._runner = StepRunner()
        self._columns = self._columns_now()
        self._names = layer.fields().names()
        self._read_buffer()
        self._subscription = LayerSubscription(
            [layer],
            row_changed=self._touch,
            geometry_changed=self._touch,
            row_renumbered=self._renumbered,
            edits_about_to_be_written=self._about_to_be_written,
            edits_ended=self._ended,
            edits_about_to_be_discarded=self._about_to_discard,
            undo_index_changed=self._index_changed,
            about_to_be_removed=self._let_go,
        )

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> LayerHistory:
        """The history of `layer`, begun the first time it is asked for."""
        there = layer.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return there if there is not None else cls(layer)

    def stamp(self, place: int) -> str:
        """What the command at this place of the stack is known by."""
        return self._steps[place].stamp if place < len(self._steps) else ""

    def as_left(self, first: int, last: int, at: int | None = None) -> bool:
        """Whether the rows that the commands `first` up to `last` would change are as this history left them.

        `at`: where the stack stands, when it is in the middle of a jump.
        """
        place = self._layer.undoStack().index() if at is None else at
        diffs = [each for step in self._steps[first:last] for each in step.rows or ()]
        below = [step.rows or () for step in self._steps[:place]]
        expected = expected_rows(diffs, below)
        fids = {serial: self._runner.fid(serial) for serial in expected}
        rows = read_rows(self._layer, [fid for fid in fids.values() if fid is not None])
        for serial, wanted in expected.items():
            fid = fids[serial]
            there = rows.get(fid) if fid is not None else None
            if not row_is(self._layer, there, wanted):
                return False
        return True

    def is_for_good(self, first: int, last: int) -> bool:
        """Whether the commands `first` up to `last`, which are saved, cannot be taken back: columns of the file."""
        return any(step.columns for step in self._steps[first:last])

    def refuse(self, first: int, last: int) -> None:
        """Let the commands `first` up to `last` do nothing from now on."""
        for step in self._steps[first:last]:
            step.refused = True

    def drop_first(self, number: int) -> None:
        """Forget the oldest steps of a layer that is saved."""
        stack = self._layer.undoStack()
        if number > 0 and not self._layer.isModified() and number <= stack.index():
            self._seed(self._steps[number : stack.count()], stack.index() - number, number)

    def carry(self, command: QUndoCommand) -> None:
        """Keep a command that has been put on the stack within the command that is open: it does more than rows.

        Its undo and redo are called after a save, too; they may use nothing of Qt's, which is gone by then.
        """
        self._carried.append(command)

    def can_take_over(self) -> bool:
        """Whether the edit buffer can be emptied by taking back what was done since the last save."""
        done = self._steps[self._seeded : self._layer.undoStack().count()]
        return not any(step.carried for step in done)

    def take_over(self, ids: Mapping[int, int], taken: Mapping[str, DependentRows]) -> None:
        """The file has been given all that the edit buffer holds: empty it, and keep steps and selection.

        `ids`: the feature ids of new rows until now, and those they have in the file. `taken`: what the file took away
        with objects of any layer, by objekt_id.
        """
        self.dependents.taken.update(taken)
        layer, watcher = self._layer, LayerWatcher.of(self._layer)
        stack = layer.undoStack()
        chosen = [ids.get(fid, fid) for fid in layer.selectedFeatureIds()]
        self._begin_save()
        written = WrittenRows.of(layer)
        self._seeding = watcher.keeping_rows = True
        try:
            stack.setIndex(min(stack.index(), self._seeded))
            self._runner.take_back()
            for old, new in ids.items():
                self._renumbered(self._code, old, new)
            written.tell(layer, ids)
            self._end_save()
        finally:
            self.quiet = self._seeding = watcher.keeping_rows = False
        layer.selectByIds(chosen)
        layer.triggerRepaint()
        layer.layerModified.emit()  # QGIS looks whether it is, for its buttons and the tree
        watcher.edits_written.emit(self._code)

    def run(self, step: LayerStep, backwards: bool) -> None:
        """Undo a step that was there before a save, or do it again. Called by the stack."""
        if self.quiet or self.discarding or step not in self._steps:
            return
        place = self._steps.index(step)
        may_run = self.may_run() if self.may_run is not None else None
        if not step.refused and may_run is not None and not may_run(self._code, place, backwards):
            step.refused = True
        if step.refused or (not self._layer.isEditable() and not self._layer.startEditing()):
            return
        for command in () if backwards else step.carried:
            command.redo()
        self._runner.run(self._layer, step, step.rows or [], backwards)
        for command in reversed(step.carried) if backwards else ():
            command.undo()

    def columns(self) -> list[str]:
        """The names of the columns, in the order in which rows have them."""
        return [name for name, _kind in self._columns]

    @property
    def _layer(self) -> QgsVectorLayer:
        """Not held: a layer that holds itself is taken apart by Python's collector, and QGIS goes down."""
        return self.parent()

    def _touch(self, _code: str, fid: int) -> None:
        if not self.discarding:
            self._touched[fid] = None

    def _renumbered(self, _code: str, old: int, new: int) -> None:
        self._runner.renumber(old, new)
        if old in self._rows:
            self._rows[new] = self._rows.pop(old)

    def _index_changed(self, _code: str, place: int) -> None:
        if self.quiet and not self._seeding and self._layer.undoStack().count() > 0:
            self.quiet = False  # the save failed
        if self.quiet or self.discarding:
            return
        before, self._at = self._at, place
        touched, self._touched = list(self._touched), {}
        stack = self._layer.undoStack()
        top = stack.command(place - 1) if place > 0 else None
        known = top is not None and place <= len(self._steps) and top.actionText() == self._steps[place - 1].stamp
        is_new = place == before + 1 and top is not None and not known
        merged = place == before and known and bool(touched)
        fids = {self._runner.serial(fid): fid for fid in touched}
        rows = self._differences(touched) if is_new or merged else self._follow(touched)
        self.latest = [RowEdit(fids[each.serial], each.before, each.after) for each in rows]
        if is_new and top is not None:
            del self._steps[place - 1 :]
            self._seeded = min(self._seeded, place - 1)
            step = LayerStep(top.text() or tr("Ändring"), f"s{next(_STAMPS)}", rows)
            # After a line break stands Qt's action text, which QGIS does not show: there the step is known again.
            top.setText(f"{step.text}\n{step.stamp}")
            step.carried, self._carried = self._carried, []
            names = self._layer.fields().names()
            step.columns, self._names = names != self._names, names
            self._steps.append(step)
        elif merged:  # QGIS makes one command of repeated moves of one row
            step = self._steps[place - 1]
            step.rows = diff_of_both(step.rows, rows)

    def _follow(self, touched: Sequence[int]) -> list[RowDiff]:
        """Rows that were undone or done again: how they are now is what the next command starts from."""
        self._rows.update(self._read(touched))
        return []

    def _differences(self, touched: Sequence[int]) -> list[RowDiff]:
        unread = [fid for fid in touched if fid >= 0 and fid not in self._rows]
        self._rows.update(dict.fromkeys(unread))
        self._rows.update(read_rows(self._layer, unread, in_file=True))
        now = self._read(touched)
        found = []
        for fid in touched:
            change = diff_of(self._runner.serial(fid), self._rows.get(fid), now[fid])
            if change is not None:
                found.append(change)
        self._rows.update(now)
        return found

    def _read(self, fids: Sequence[int]) -> dict[int, Row | None]:
        rows = read_rows(self._layer, fids)
        return {fid: rows.get(fid) for fid in fids}

    def _read_buffer(self) -> None:
        """What was edited before the history began."""
        buffer = self._layer.editBuffer()
        if buffer is not None and self._layer.isModified():
            touched = {*buffer.addedFeatures(), *buffer.changedAttributeValues(), *buffer.changedGeometries()}
            self._rows.update(self._read([*touched, *buffer.deletedFeatureIds()]))

    def _about_to_be_written(self, _code: str) -> None:
        self.dependents.before_save(self._layer)
        self._begin_save()

    def _begin_save(self) -> None:
        del self._steps[self._layer.undoStack().count() :]
        self.quiet = True

    def _ended(self, _code: str) -> None:
        if self.discarding:
            self._steps, self._at = [], self._layer.undoStack().index()
            return
        if self.quiet:
            self.dependents.after_save(self._layer)
            self._end_save()

    def _end_save(self) -> None:
        columns = self._columns_now()
        fits, self._columns = columns[: len(self._columns)] == self._columns, columns
        self._names = self._layer.fields().names()
        unknown = sum(step.rows is None for step in self._steps)
        index = self._at - unknown
        self._runner.forget()
        self._file_values()
        self._rows, self._touched = {}, {}
        if not fits or index < 0:
            self._seed([], 0, None)
        else:
            self._seed(self._steps[unknown:], index, unknown)

    def _file_values(self) -> None:
        """Take the rows as the file has them: it may write a value otherwise than it was given."""
        if len(self._rows) > _MAX_ROWS_READ_AGAIN:
            return
        last: dict[int, RowDiff] = {}
        for step in self._steps[: self._at]:
            last.update((each.serial, each) for each in step.rows or ())
        for fid, row in read_rows(self._layer, [fid for fid, row in self._rows.items() if row is not None]).items():
            change = last.get(self._runner.serial(fid))
            if change is not None and change.after is not None:
                change.after = row if change.before is None else change.after.with_values(row, change.columns())

    def _seed(self, steps: list[LayerStep], index: int, dropped: int | None) -> None:
        """Put `steps` on the stack, which then stands at `index` and is clean."""
        stack = self._layer.undoStack()
        self.quiet = self._seeding = True
        try:
            if stack.count() > 0:
                stack.clear()
            self._steps = list(steps)
            self._commands = [_StepCommand(self, step) for step in steps]
            for command in self._commands:
                stack.push(command)
            stack.setIndex(index)
            stack.setClean()
            self._at = self.saved_at = index
            self._seeded = len(steps)
        finally:
            self.quiet = self._seeding = False
        if dropped is None:
            self.lost.emit(self._code)
        else:
            self.seeded.emit(self._code, dropped)

    def _about_to_discard(self, _code: str) -> None:
        """Also when QGIS's pencil is put down and nothing is unsaved: then QGIS throws away nothing."""
        self.discarding = True
        self._kept = self._steps[: min(self.saved_at, self._seeded)]
        self._runner.forget()
        self._rows, self._touched = {}, {}
        self._layer.editingStopped.connect(self._discarded)

    def _discarded(self) -> None:
        self._layer.editingStopped.disconnect(self._discarded)
        self.discarding = False
        self._touched, kept, self._kept = {}, self._kept, []
        self._seed(kept, len(kept), 0)

    def _let_go(self, _code: str) -> None:
        self.discarding = True
        self._subscription.close()
        self._runner.forget()
        self._commands, self._steps, self.may_run = [], [], None

    def _columns_now(self) -> Sequence[tuple[str, str]]:
        provider = self._layer.dataProvider()
        return [(field.name(), field.typeName()) for field in provider.fields()] if provider is not None else []


class _StepCommand(QUndoCommand):
    """A step from before a save, on the layer's own undo stack."""

    def __init__(self, history: LayerHistory, step: LayerStep) -> None:
        super().__init__(f"{step.text}\n{step.stamp}")
        self._history, self._step = history, step

    def undo(self) -> None:
        """Qt calls this."""
        self._run(True)

    def redo(self) -> None:
        """Qt calls this, also when the command is put on the stack."""
        self._run(False)

    def _run(self, backwards: bool) -> None:
        try:
            self._history.run(self._step, backwards)
        except Exception:  # noqa: BLE001 - whatever is raised here would end QGIS; who tells of errors is told
            self._step.refused = True
            sys.excepthook(*sys.exc_info())


def diff_of_both(first: list[RowDiff] | None, then: Iterable[RowDiff]) -> list[RowDiff] | None:
    """Two sets of changes as one."""
    if first is None:
        return None
    rows = {each.serial: each for each in first}
    for each in then:
        there = rows.get(each.serial)
        if there is None:
            rows[each.serial] = each
        else:
            there.after = each.after
    return list(rows.values())
