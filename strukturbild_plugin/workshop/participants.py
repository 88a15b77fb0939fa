"""The copies of a strukturbild: whose each is, what it began with, and what has been merged of it.

A merged file keeps the changed rows of every copy that is in it (`basrad`, with the copy's identity), so that what
copies become together is always reckoned from all of them at once, in whatever order they came.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import StoreError
from ..store.gpkg.connection import dict_rows, tables_in
from ..store.gpkg.error_messages import damaged
from ..store.schema.ddl import quoted
from ..store.schema.process_tables import BASE_ROWS, WORKING_COPIES, WORKSHOP_GROUPS
from ..store.schema.tables import FID
from .base_file import WHOLE_BASE
from .conflicts import deterministic_id
from .merge_rows import BaseRows
from .merged_tables import LAYER, MADE_FID, OBJECT, Key, Row
from .row_merge import canonical, from_canonical

Changes = Mapping[Key, "Row | None"]
MERGED = "sammanslagen"
"""What `arbetskopia.status` says of a copy that is in the file."""
_LEVEL = 1


@dataclass(frozen=True)
class CopyIdentity:
    """What a file says of itself as a copy."""

    kopia_id: str
    bas_id: str
    workshop_id: str = ""
    grupp_id: str = ""
    namn: str = ""
    """The group's name; of a plain copy that of its file."""
    ordning: int = 0


@dataclass(frozen=True)
class Participant:
    """A copy and what it has changed since its base."""

    identity: CopyIdentity
    changes: Changes
    file_name: str = ""
    last_change: str = ""
    """When the file was last written in, ISO 8601 UTC."""
    digest: str = field(default="")

    @property
    def sort_key(self) -> tuple[int, str, str]:
        """Participants are named in this order, whatever order the files came in."""
        return (self.identity.ordning, self.identity.namn, self.identity.kopia_id)


def digest_of(changes: Changes) -> str:
    """Hex SHA-256 of what a copy has changed."""
    made = hashlib.sha256()
    for key in sorted(changes):
        row = changes[key]
        made.update(f"{key.kind}\t{key.rad_id}\t".encode("utf-8", "surrogatepass"))
        made.update(canonical(row).encode("utf-8", "surrogatepass") + b"\n")
    return made.hexdigest()


def identity_of(connection: sqlite3.Connection) -> CopyIdentity | None:
    """What a file says it is a copy of; None when it says nothing."""
    tables = tables_in(connection)
    if WORKING_COPIES.name not in tables:
        return None
    own = [row for row in dict_rows(connection, WORKING_COPIES.name) if row["denna"]]
    if len(own) != 1 or not own[0]["bas_id"]:
        return None
    groups = {row["grupp_id"]: row for row in dict_rows(connection, WORKSHOP_GROUPS.name)}
    group = groups.get(own[0]["grupp_id"]) or {}
    return CopyIdentity(
        str(own[0]["kopia_id"]),
        str(own[0]["bas_id"]),
        str(own[0]["workshop_id"] or ""),
        str(own[0]["grupp_id"] or ""),
        str(group.get("namn") or ""),
        int(group.get("ordning") or 0),
    )


def last_change(connection: sqlite3.Connection) -> str:
    """When a file was last written in, as its own list of contents says."""
    found = connection.execute("SELECT max(last_change) FROM gpkg_contents").fetchone()
    return str(found[0] or "") if found else ""


def merged_participants(connection: sqlite3.Connection, path: Path) -> list[Participant]:
    """The copies that a file has been merged of, with their changes. Raises StoreError when these are damaged."""
    if not {WORKING_COPIES.name, BASE_ROWS.name} <= tables_in(connection):
        return []
    changes: dict[str, dict[Key, Row | None]] = {}
    try:
        for bas_id, kind, rad_id, content in connection.execute(
            f"SELECT bas_id, tabell, rad_id, varden FROM {BASE_ROWS.name} WHERE tabell <> ?", (WHOLE_BASE,)
        ):
            row = None if content is None else from_canonical(zlib.decompress(content).decode("utf-8", "surrogatepass"))
            if row is not None and not isinstance(row, Mapping):
                raise ValueError("no row")
            changes.setdefault(str(bas_id), {})[Key(str(kind), str(rad_id))] = row
    except (ValueError, TypeError, zlib.error) as error:
        raise StoreError(damaged(path)) from error
    groups = {row["grupp_id"]: row for row in dict_rows(connection, WORKSHOP_GROUPS.name)}
    found = []
    for row in dict_rows(connection, WORKING_COPIES.name):
        if row["status"] != MERGED:
            continue
        group = groups.get(row["grupp_id"]) or {}
        identity = CopyIdentity(
            str(row["kopia_id"]),
            str(row["bas_id"] or ""),
            str(row["workshop_id"] or ""),
            str(row["grupp_id"] or ""),
            str(group.get("namn") or row["detalj"] or ""),
            int(group.get("ordning") or 0),
        )
        theirs = changes.get(identity.kopia_id, {})
        name, moment = str(row["filnamn"] or ""), str(row["lamnad"] or "")
        found.append(Participant(identity, theirs, name, moment, str(row["fingeravtryck"] or "")))
    return found


def keep_participant(connection: sqlite3.Connection, one: Participant, moment: str) -> None:
    """Let the file know what it has been merged of `one`, instead of what it knew of that copy before."""
    identity = one.identity
    connection.execute(f"DELETE FROM {BASE_ROWS.name} WHERE bas_id = ?", (identity.kopia_id,))
    connection.executemany(
        f"INSERT INTO {BASE_ROWS.name} (bas_id, tabell, rad_id, varden) VALUES (?, ?, ?, ?)",
        (
            (identity.kopia_id, *key, None if row is None else _packed(row))
            for key, row in sorted(one.changes.items(), key=lambda each: each[0])
        ),
    )
    cells = {
        "workshop_id": identity.workshop_id or None,
        "grupp_id": identity.grupp_id or None,
        "bas_id": identity.bas_id,
        "filnamn": one.file_name,
        "lamnad": one.last_change or None,
        "sammanslagen": moment,
        "fingeravtryck": one.digest,
        "status": MERGED,
        "detalj": identity.namn or None,
    }
    places = ", ".join(f"{name} = ?" for name in cells)
    table, wanted = WORKING_COPIES.name, "kopia_id = ?"
    if not connection.execute(
        f"UPDATE {table} SET {places} WHERE {wanted}", (*cells.values(), identity.kopia_id)
    ).rowcount:
        names = ("kopia_id", *cells)
        connection.execute(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            (identity.kopia_id, *cells.values()),
        )


def _packed(row: Row) -> bytes:
    return zlib.compress(canonical(row).encode("utf-8", "surrogatepass"), _LEVEL)


SAME, NEWER, OLDER, PARTED = "samma", "nyare", "aldre", "skild"
"""How a file relates to what is known of its copy: PARTED, each has what the other lacks."""

HadRow = Callable[[str, int], bool]
"""Whether a file has had a row in a layer under a fid, and has it no more."""


def relation(known: Participant, found: Participant, had: HadRow) -> str:
    """Whether `found` is what is known of its copy, a later or an earlier state of it, or has gone its own way.

    `had`: of the file that `found` is read from.
    """
    if known.digest == found.digest:
        return SAME
    ahead = _is_ahead(found.changes, known.changes, lambda _layer, _fid: False)
    behind = _is_ahead(known.changes, found.changes, had)
    if ahead and behind:
        return PARTED
    if ahead or behind:
        return NEWER if ahead else OLDER
    return NEWER if found.last_change >= known.last_change else OLDER


def _is_ahead(one: Changes, other: Changes, had: HadRow) -> bool:
    """Whether `one` has an object in a later version than `other`, or one that `other` has never had."""
    for key, row in one.items():
        if key.kind != OBJECT or row is None:
            continue
        if key not in other:
            fid = row.get(MADE_FID)
            if not (isinstance(fid, int) and had(str(row.get(LAYER)), fid)):
                return True
        elif (there := other[key]) is not None and _version(there) < _version(row):
            return True
    return False


def had_row(connection: sqlite3.Connection) -> HadRow:
    """HadRow of the file that `connection` reads: fids are never used again."""
    last = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))

    def had(layer: str, fid: int) -> bool:
        if not isinstance(last.get(layer), int) or last[layer] < fid:
            return False
        there = f"SELECT 1 FROM {quoted(layer)} WHERE {quoted(FID)} = ?"
        return connection.execute(there, (fid,)).fetchone() is None

    return had


def with_fids(connection: sqlite3.Connection, changes: Changes, base: BaseRows) -> dict[Key, Row | None]:
    """The changes with the fid of every object that was added since the base: what tells a deleted one from a new."""
    found = dict(changes)
    for key, row in changes.items():
        if key.kind == OBJECT and row is not None and base.row(key) is None:
            where = f"SELECT {quoted(FID)} FROM {quoted(str(row[LAYER]))} WHERE objekt_id = ?"
            fid = connection.execute(where, (key.rad_id,)).fetchone()
            found[key] = {**row, MADE_FID: fid[0]} if fid else row
    return found


def _version(row: Row) -> int:
    value = row.get("version")
    return int(value) if isinstance(value, (int, float)) else 0


def parted(one: Participant) -> Participant:
    """`one` as a copy of its own: two files go under one identity and each has what the other lacks."""
    identity = one.identity
    made = deterministic_id(identity.kopia_id, one.digest)
    name = f"{identity.namn} ({Path(one.file_name).stem})" if one.file_name else identity.namn
    return Participant(
        CopyIdentity(made, identity.bas_id, identity.workshop_id, identity.grupp_id, name.strip(), identity.ordning),
        one.changes,
        one.file_name,
        one.last_change,
        one.digest,
    )


def names_of(participants: Iterable[Participant]) -> str:
    """Whose they are, for a sentence."""
    return ", ".join(dict.fromkeys(one.identity.namn or one.file_name for one in participants))
