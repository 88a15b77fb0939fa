"""A workshop that is frozen: what is handed in after that is late."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from ..i18n import tr
from ..store.gpkg.connection import dict_rows, tables_in
from ..store.schema.process_tables import WORKSHOPS
from ..store.writing.writer import Writer


@dataclass(frozen=True)
class WorkshopState:
    """A workshop that the file knows of. `fryst`: when it was frozen, ISO 8601 UTC, or ''."""

    workshop_id: str
    titel: str
    tid: str
    fryst: str = ""
    fryst_av: str = ""
    bas_id: str = ""
    """What its groups' files began with."""


def workshops_in(connection: sqlite3.Connection) -> list[WorkshopState]:
    """The workshops of a strukturbild, the latest last."""
    if WORKSHOPS.name not in tables_in(connection):
        return []
    rows = dict_rows(connection, WORKSHOPS.name)
    columns = ("workshop_id", "titel", "tid", "fryst", "fryst_av", "bas_id")
    found = [WorkshopState(*(str(row[name] or "") for name in columns)) for row in rows]
    return sorted(found, key=lambda one: (one.tid, one.workshop_id))


def freeze(db: Writer, workshop_id: str, moment: str = "", who: str = "") -> None:
    """Freeze a workshop now, or as it was before: at `moment`, by `who`."""
    moment, who = moment or db.moment, who or db.who
    _write(db, workshop_id, moment, who)
    db.log("workshop", tr("Fryst"))


def unfreeze(db: Writer, workshop_id: str) -> None:
    """Let a frozen workshop go on."""
    _write(db, workshop_id, None, None)
    db.log("workshop", tr("Inte längre fryst"))


def late_sentence(state: WorkshopState, last_change: str) -> str:
    """What is said of a copy that is merged when its workshop is frozen; '' when it is not frozen."""
    if not state.fryst:
        return ""
    if last_change > state.fryst:
        sentence = tr("Har ändrats efter att workshopen frystes {tid}. Det är med.")
    else:
        sentence = tr("Kom in efter att workshopen frystes {tid}. Den är med.")
    return sentence.format(tid=local_time(state.fryst))


def local_time(moment: str) -> str:
    """A moment (ISO 8601 UTC) as one says it where one is: 2026-11-30 kl. 14.05."""
    try:
        return datetime.fromisoformat(moment.replace("Z", "+00:00")).astimezone().strftime("%Y-%m-%d kl. %H.%M")
    except ValueError:
        return moment[:10]


def _write(db: Writer, workshop_id: str, moment: str | None, who: str | None) -> None:
    statement = f"UPDATE {WORKSHOPS.name} SET fryst = ?, fryst_av = ? WHERE workshop_id = ?"
    db.connection.execute(statement, (moment, who or None, workshop_id))
    db.touch_tables([WORKSHOPS.name])
