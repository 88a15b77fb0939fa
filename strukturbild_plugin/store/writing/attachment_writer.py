"""Writing what a strukturbild carries beside its objects: attachments, moved names, anchoring and the log."""

from __future__ import annotations

import math
import sqlite3
import uuid
from pathlib import Path
from typing import Any, Iterable, Mapping

from ...errors import StoreError
from ...goals.model import GoalCounterpart, GoalInfluence
from ...i18n import tr
from ..gpkg import attachments
from ..gpkg.connection import insert_rows, now
from ..gpkg.reader import ANCHORING, Reader
from ..gpkg.records import Attachment, LabelPlace, Measure, Question
from ..gpkg.row_mapping import plain_row
from ..schema import ddl
from ..schema.ddl import quoted
from ..schema.tables import GOAL_COUNTERPARTS, GOAL_INFLUENCES, MEASURES, QUESTIONS, TableSpec

_PUT: Mapping[type, tuple[TableSpec, tuple[str, ...]]] = {
    Measure: (MEASURES, ("insats_id",)),
    Question: (QUESTIONS, ("fraga_id",)),
    GoalInfluence: (GOAL_INFLUENCES, GOAL_INFLUENCES.unique[0]),
    GoalCounterpart: (GOAL_COUNTERPARTS, GOAL_COUNTERPARTS.unique[0]),
}
LADDER = range(1, 9)
"""Levels of the ladder of cooperation (samverkanstrappan)."""


class AttachmentWriter(Reader):
    """The part of a transaction that writes tables without geometry of their own; see writer.Writer."""

    def __init__(self, connection: sqlite3.Connection, path: Path, who: str = "") -> None:
        super().__init__(connection, path)
        self.who, self.moment = who, now()
        self._touched: set[str] = set()
        self._styles_stale = self._project_stale = False

    # --- attachments

    def set_attachment(self, attachment: Attachment) -> None:
        """Store a file, in place of one of the same kind and name. Raises StoreError when it may not be there."""
        attachments.check(attachment.slag, attachment.namn, len(attachment.innehall))
        self._upsert("bilaga", ("slag", "namn"), [dict(vars(attachment))])
        self._mark_styles(attachment.slag)

    def remove_attachment(self, slag: str, namn: str) -> None:
        """Delete that attachment."""
        self.connection.execute("DELETE FROM bilaga WHERE slag = ? AND namn = ?", (slag, namn))
        self._touched.add("bilaga")
        self._mark_styles(slag)

    def _mark_styles(self, slag: str) -> None:
        self._styles_stale |= slag in attachments.STYLE_KINDS

    # --- names moved by hand

    def set_label_place(self, place: LabelPlace) -> None:
        """Store where a label was moved to, in place of an earlier move in that picture on that paper."""
        if not (math.isfinite(place.x) and math.isfinite(place.y)):
            raise StoreError(tr("Namnets plats går inte att läsa. Flytta namnet igen."))
        self._upsert("etikettplats", ("bild_id", "objekt_id", "papper"), [dict(vars(place))])

    def remove_label_places(self, bild_id: str, papper: str, objekt_id: str = "") -> int:
        """Let names of a picture on a paper stand where the map puts them, all or one object's; gives how many."""
        removed = self.connection.execute(
            "DELETE FROM etikettplats WHERE bild_id = ? AND papper = ? AND (? = '' OR objekt_id = ?)",
            (bild_id, papper, objekt_id, objekt_id),
        )
        self._touched.add("etikettplats")
        return removed.rowcount

    # --- measures, questions, goals that bear on each other

    def put(self, records: Iterable[Measure | Question | GoalInfluence | GoalCounterpart]) -> None:
        """Add records, or change those that exist by their identity. Raises sqlite3.Error for one out of bounds."""
        for record in records:
            spec, key = _PUT[type(record)]
            row = plain_row(record)
            if "andrad" in spec.column_names():
                row.update(andrad_av=self.who or None, andrad=self.moment)
            self._upsert(spec.name, key, [row])

    def take_away(self, records: Iterable[Measure | Question | GoalInfluence | GoalCounterpart]) -> None:
        """Delete records, found by their identity."""
        for record in records:
            spec, key = _PUT[type(record)]
            where = " AND ".join(f"{quoted(name)} = ?" for name in key)
            values = tuple(getattr(record, name) for name in key)
            self.connection.execute(f"DELETE FROM {quoted(spec.name)} WHERE {where}", values)
            self._touched.add(spec.name)

    # --- log and anchoring

    def log(
        self, what: str, detail: str = "", objekt_id: str = "", aktor: str = "", niva: int | None = None, tid: str = ""
    ) -> str:
        """Add a row to the log: what was done, by whom and when (`tid` in UTC, now when ''); gives its identity."""
        identity = str(uuid.uuid4())
        row: dict[str, Any] = {"logg_id": identity, "tid": tid or now(), "vem": self.who or None, "vad": what}
        row.update(objekt_id=objekt_id or None, aktor=aktor or None, detalj=detail or None, niva=niva)
        # A column that says nothing is left out: the first version of the tables has no `niva`.
        self._insert("logg", [{name: value for name, value in row.items() if value is not None}])
        return identity

    def add_anchoring(
        self, aktor: str, objekt_id: str = "", niva: int | None = None, detalj: str = "", tid: str = ""
    ) -> str:
        """Note that `aktor` stands behind an object, or with '' the whole; gives the row's identity.

        `niva`: level 1-8 of the ladder of cooperation. Raises StoreError without an actor or with another level.
        """
        if not aktor.strip():
            raise StoreError(tr("Skriv vem som står bakom, till exempel en kommun."))
        if niva is not None and niva not in LADDER:
            raise StoreError(tr("Samverkanstrappan har nivåerna 1 till 8."))
        return self.log(ANCHORING, detalj.strip(), objekt_id, aktor.strip(), niva, tid)

    def remove_anchoring(self, forankring_id: str) -> None:
        """Delete an anchoring that was a mistake."""
        self.connection.execute("DELETE FROM logg WHERE logg_id = ? AND vad = ?", (forankring_id, ANCHORING))
        self._touched.add("logg")

    # --- a strukturbild that begins anew

    def empty(self, table: str) -> None:
        """Delete every row of a table."""
        self.connection.execute(f"DELETE FROM {quoted(table)}")
        self._touched.add(table)

    def touch_tables(self, names: Iterable[str]) -> None:
        """Rows of these tables were written through the connection itself."""
        self._touched.update(names)

    # --- helpers

    def _insert(self, table: str, listed: list[dict[str, Any]]) -> None:
        insert_rows(self.connection, table, listed)
        self._touched.add(table)

    def _upsert(self, table: str, key: tuple[str, ...], listed: list[dict[str, Any]]) -> None:
        for row in listed:
            changes = ", ".join(f"{quoted(name)} = excluded.{quoted(name)}" for name in row if name not in key)
            found = f"ON CONFLICT ({', '.join(map(quoted, key))}) DO UPDATE SET {changes}"
            self.connection.execute(f"{ddl.insert(table, row)} {found}", tuple(row.values()))
        self._touched.add(table)
