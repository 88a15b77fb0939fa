"""Anchoring whose object is gone: shown where the whole is anchored, and taken away when the planner wants it so."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...store.gpkg.records import Anchoring, Snapshot
from ..guarded import guarded
from ..session.head_edits import HeadEdits
from ..widgets.labels import quiet
from .anchoring_panel import said

MOST_SHOWN = 5


@guarded
class OrphanedAnchoring(QWidget):
    """Hidden when there is none. `head_edits` writes it."""

    def __init__(self, head_edits: HeadEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head_edits = head_edits
        self._rows: tuple[Anchoring, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        self.text = quiet("", self)
        self.remove = QPushButton(tr("Ta bort dem"), self)
        self.remove.clicked.connect(guarded(lambda _=False: self._remove()))
        column.addWidget(self.text)
        column.addWidget(self.remove)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """What it is about is gone; Ctrl+Z may still bring it back, and the row belongs to it again."""
        there = {one.objekt_id for one in snapshot.objects}
        self._rows = tuple(one for one in snapshot.anchorings if one.objekt_id and one.objekt_id not in there)
        lines = [" · ".join(said(one).split("\n")) for one in self._rows[:MOST_SHOWN]]
        if len(self._rows) > MOST_SHOWN:
            lines.append("…")
        first = tr("Rader om objekt som inte finns kvar: {n}.").format(n=len(self._rows))
        self.text.setText("\n".join([first, *lines]))
        self.setVisible(bool(self._rows))

    def _remove(self) -> None:
        rows = self._rows

        def put_back(db: object) -> None:
            for one in rows:
                db.add_anchoring(one.aktor, one.objekt_id, one.niva, one.detalj, one.tid)  # type: ignore[attr-defined]

        self._head_edits.write(
            tr("raderna är borttagna"),
            lambda db: [db.remove_anchoring(one.forankring_id) for one in rows],
            lambda _result: put_back,
        )
