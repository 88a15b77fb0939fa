"""What is neither in the file nor in the layers: a text half-written in a form, anchoring that waits to be saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...drawing.session.edit_session import GOAL_LINKS
from ...drawing.session.unsaved_changes import Key
from ...store.autosave.copy_format import Cell, RowChange
from ...store.gpkg.reader import ANCHORING
from ...store.gpkg.records import Anchoring
from ...store.writing.attachment_writer import LADDER
from ..map_tools.tool_controller import ToolController
from ..object_panel.object_page import ObjectPage
from ..object_panel.pending_anchoring import AnchoringEntry, PendingAnchoring
from ..session.session import Session
from ..widgets.fields import LineField, TextField

_LOG = "logg"


@dataclass(frozen=True)
class PendingInput:
    """`cells`: rows of the layers, with columns that would be different. `rows`: rows that are in no layer."""

    cells: tuple[tuple[Key, tuple[tuple[str, Cell], ...]], ...] = ()
    rows: tuple[RowChange, ...] = ()


class PendingInputReader:
    """Looks at the object page, and gives back to it."""

    def __init__(self, page: ObjectPage, waiting: PendingAnchoring, tools: ToolController, session: Session) -> None:
        self._page, self._waiting, self._tools, self._session = page, waiting, tools, session

    def __call__(self) -> PendingInput:
        """What there is now."""
        return PendingInput(tuple(self._half_written()), tuple(_row(one) for one in self._waiting.all()))

    def has(self, change: RowChange) -> bool:
        """Whether this anchoring is there already, in the file or waiting."""
        snapshot = self._session.snapshot
        there = (*(snapshot.anchorings if snapshot is not None else ()), *self._waiting.all())
        return _entry(change) in {
            AnchoringEntry(one.aktor, one.objekt_id, one.niva, one.detalj, one.tid) for one in there
        }

    def restore(self, changes: Iterable[RowChange]) -> None:
        """Let these wait for their objects again."""
        for change in changes:
            if not self.has(change):
                self._waiting.add(_entry(change))

    def _half_written(self) -> Iterable[tuple[Key, tuple[tuple[str, Cell], ...]]]:
        page, edit_session = self._page, self._tools.edit_session
        known = edit_session.objects.get(page.objekt_id) if edit_session is not None and page.objekt_id else None
        if known is None:
            return
        fields = page.form.fields.items()
        texts = tuple((code, field.value() or None) for code, field in fields if _is_text(field) and field.dirty())
        if texts:
            yield (known.lager, known.fid), texts
        tie = page.goals.chosen()
        if tie is not None and page.goals.why.dirty():
            yield (GOAL_LINKS, tie.fid), (("motivering", page.goals.why.value() or None),)


def is_anchoring(change: RowChange) -> bool:
    """Whether a row of a copy is anchoring that waited."""
    return change.tabell == _LOG and change.before is None and change.cell("vad") == ANCHORING


def _is_text(field: Any) -> bool:
    """A part of a number or a day is nothing to keep."""
    return isinstance(field, TextField) or type(field) is LineField


def _row(one: Anchoring) -> RowChange:
    said = {"aktor": one.aktor, "objekt_id": one.objekt_id, "niva": one.niva, "detalj": one.detalj, "tid": one.tid}
    return RowChange(_LOG, None, {"logg_id": one.forankring_id, "vad": ANCHORING, **said})


def _entry(change: RowChange) -> AnchoringEntry:
    level = change.cell("niva")
    texts = (str(change.cell(name) or "") for name in ("aktor", "objekt_id", "detalj", "tid"))
    aktor, objekt_id, detalj, tid = texts
    return AnchoringEntry(aktor, objekt_id, level if isinstance(level, int) and level in LADDER else None, detalj, tid)
