"""A copy that somebody made a new strukturbild of: what of it is a group's work, and what only making it new did."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from ...store.create.copy import TABLES_LEFT_OUT
from ...store.gpkg.connection import dict_rows, tables_in
from ...store.gpkg.reader import ORIGIN, Reader
from ...store.schema.process_tables import WORKING_COPIES, WORKSHOP_GROUPS
from ...store.schema.tables import HEAD, LOG, PICTURE
from ..conflicts import deterministic_id
from ..merge_rows import BaseRows
from ..merged_tables import Key, Row
from ..participants import CopyIdentity, Participant, digest_of, place_of

_DRAFT = "utkast"


def is_revision_of(db: Reader, strukturbild_id: str) -> bool:
    """Whether the file says that it was made of `strukturbild_id` for a next revision."""
    origin = db.origin()
    return origin is not None and origin.strukturbild_id == strukturbild_id


def copy_it_was(db: Reader, main: sqlite3.Connection) -> CopyIdentity | None:
    """Which of the main file's copies a revision was made of; None when it or the main file does not say."""
    noted = [row["handelse_id"] for row in db.table(LOG.name) if row["vad"] == ORIGIN and row.get("handelse_id")]
    if not noted or not {WORKING_COPIES.name, WORKSHOP_GROUPS.name} <= tables_in(main):
        return None
    own = next((row for row in dict_rows(main, WORKING_COPIES.name) if row["kopia_id"] == noted[-1]), None)
    if own is None or not own["bas_id"]:
        return None
    group = next((row for row in dict_rows(main, WORKSHOP_GROUPS.name) if row["grupp_id"] == own["grupp_id"]), {})
    return CopyIdentity(
        str(own["kopia_id"]),
        str(own["bas_id"]),
        str(own["workshop_id"] or ""),
        str(own["grupp_id"] or ""),
        str(group.get("namn") or ""),
        place_of(group),
    )


def unnamed_copy(strukturbild_id: str, bas_id: str, name: str) -> CopyIdentity:
    """The identity of a revision that does not say whose copy it was."""
    return CopyIdentity(deterministic_id(bas_id, strukturbild_id), bas_id, namn=name)


def changes_drawn(changes: Mapping[Key, Row | None], base: BaseRows) -> dict[Key, Row | None]:
    """The changes without those that come of making the file new: its head, drafts, what was left behind."""
    found = dict[Key, "Row | None"]()
    for key, row in changes.items():
        if key.kind == HEAD.name or (row is None and key.kind in TABLES_LEFT_OUT):
            continue
        if key.kind == LOG.name and row is not None and row.get("vad") == ORIGIN:
            continue
        before = base.row(key) if key.kind == PICTURE.name and row is not None else None
        if before is not None and row is not None:
            status = before.get("status") if row.get("status") == _DRAFT else row.get("status")
            row = {**row, "status": status, "beslutsdatum": row.get("beslutsdatum") or before.get("beslutsdatum")}
            if row == before:
                continue
        found[key] = row
    return found


def with_left_behind(revision: Participant, known: Participant) -> Participant:
    """A revision with what the same copy had before in the tables that a revision leaves behind: votes, log."""
    behind = {key: row for key, row in known.changes.items() if key.kind in TABLES_LEFT_OUT}
    changes = {**behind, **revision.changes}
    return replace(revision, changes=changes, digest=digest_of(changes))
