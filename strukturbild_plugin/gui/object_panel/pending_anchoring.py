"""Anchoring of objects that are drawn and not saved: it waits with its object, and comes into the file with it.

Undone with the object it is seen no more, and redone with it it is back; thrown away with it, it was never there.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from ...store.gpkg.records import Anchoring
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.head_edits import HeadEdits
from ..session.session import Session


@dataclass(frozen=True)
class AnchoringEntry:
    """What somebody has written in the panel. `dag`: the moment that is kept for the day."""

    aktor: str
    objekt_id: str
    niva: Optional[int]
    detalj: str
    tid: str


@guarded
class PendingAnchoring(QObject):
    """Rows that wait. `tools`: knows the edit session; `session`: says when something may have been saved."""

    changed = pyqtSignal()

    def __init__(
        self, session: Session, tools: ToolController, head_edits: HeadEdits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tools, self._head_edits = tools, head_edits
        self._rows: list[Anchoring] = []
        session.content_changed.connect(guarded(self.flush))
        session.saved.connect(guarded(self.flush))
        session.opened_changed.connect(guarded(self._rows.clear))

    def waits_for(self, objekt_id: str) -> bool:
        """Whether the object is drawn and not in the file yet."""
        known = self._known(objekt_id)
        return known is not None and known.fid < 0

    def of(self, objekt_id: str) -> list[Anchoring]:
        """What waits with this object."""
        return [one for one in self._rows if one.objekt_id == objekt_id]

    def all(self) -> tuple[Anchoring, ...]:
        """All that waits."""
        return tuple(self._rows)

    def add(self, entry: AnchoringEntry) -> None:
        """Let it wait."""
        row = Anchoring(str(uuid.uuid4()), entry.tid, entry.aktor, entry.objekt_id, entry.niva, entry.detalj, "")
        self._rows.append(row)
        self.changed.emit()

    def remove(self, forankring_id: str) -> bool:
        """Take a row that waits away; False when it does not wait."""
        kept = [one for one in self._rows if one.forankring_id != forankring_id]
        found, self._rows[:] = len(kept) < len(self._rows), kept
        if found:
            self.changed.emit()
        return found

    def flush(self) -> None:
        """Write what waited for objects that have been saved."""
        saved = [one for one in self._rows if self._is_saved(one.objekt_id)]
        if not saved:
            return
        self._rows[:] = [one for one in self._rows if one not in saved]

        def write(db: Any) -> list[str]:
            return [db.add_anchoring(one.aktor, one.objekt_id, one.niva, one.detalj, one.tid) for one in saved]

        self._head_edits.write(
            tr("förankringen"), write, lambda made: lambda db: [db.remove_anchoring(one) for one in made], adds=True
        )
        self.changed.emit()

    def _known(self, objekt_id: str) -> Any:
        edit_session = self._tools.edit_session
        return edit_session.objects.get(objekt_id) if edit_session is not None else None

    def _is_saved(self, objekt_id: str) -> bool:
        known = self._known(objekt_id)
        return known is not None and known.fid >= 0
