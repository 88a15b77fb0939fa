"""The copies of a strukturbild: whose each is, what it began with, and what has been merged of it.

A merged file keeps the changed rows of every copy that is in it (`basrad`, with the copy's identity), so that what
copies become together is always reckoned from all of them at once, in whatever order they came.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import StoreError
from ..store.gpkg.connection import dict_rows, tables_in
from ..store.gpkg.error_messages import damaged
from ..store.schema.process_tables import BASE_ROWS, WORKING_COPIES, WORKSHOP_GROUPS
from .base_file import WHOLE_BASE
from .merged_tables import MADE_FID, Key, Row
from .row_merge import canonical, from_canonical

Changes = Mapping[Key, "Row | None"]
MERGED = "sammanslagen"
"""What `arbetskopia.status` says of a copy that is in the file."""
_LEVEL = 1
_ROW_NUMBERS = "radnummer"
"""`basrad.tabell` (and `rad_id`) of the row that holds a copy's `Participant.row_numbers`."""


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
    row_numbers: Mapping[str, int] = field(default_factory=dict)
    """The last fid that has been given out in each of its tables."""

    def known_as(self, identity: CopyIdentity) -> Participant:
        """The same changes, as another copy's."""
        return replace(self, identity=identity)

    @property
    def sort_key(self) -> tuple[int, str, str]:
        """Participants are named in this order, whatever order the files came in."""
        return (self.identity.ordning, self.identity.namn, self.identity.kopia_id)


def digest_of(changes: Changes) -> str:
    """Hex SHA-256 of what a copy has changed."""
    made = hashlib.sha256()
    for key in sorted(changes):
        row = changes[key]
        if row is not None and MADE_FID in row:  # a program may have numbered the rows anew
            row = {name: value for name, value in row.items() if name != MADE_FID}
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
        place_of(group),
    )


def place_of(group: Mapping[str, object]) -> int:
    """A group's place among the groups of its workshop; 0 when it is none."""
    place = group.get("ordning")
    return place if isinstance(place, int) else 0


def last_change(connection: sqlite3.Connection) -> str:
    """When a file was last written in, as its own list of contents says."""
    found = connection.execute("SELECT max(last_change) FROM gpkg_contents").fetchone()
    return str(found[0] or "") if found else ""


def merged_participants(connection: sqlite3.Connection, path: Path) -> list[Participant]:
    """The copies that a file has been merged of, with their changes. Raises StoreError when these are damaged."""
    if not {WORKING_COPIES.name, BASE_ROWS.name} <= tables_in(connection):
        return []
    changes: dict[str, dict[Key, Row | None]] = {}
    numbers: dict[str, dict[str, int]] = {}
    try:
        for bas_id, kind, rad_id, content in connection.execute(
            f"SELECT bas_id, tabell, rad_id, varden FROM {BASE_ROWS.name} WHERE tabell <> ?", (WHOLE_BASE,)
        ):
            row = None if content is None else from_canonical(zlib.decompress(content).decode("utf-8", "surrogatepass"))
            if row is not None and not isinstance(row, Mapping):
                raise ValueError("no row")
            if kind == _ROW_NUMBERS:
                numbers[str(bas_id)] = {name: each for name, each in (row or {}).items() if isinstance(each, int)}
            else:
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
            place_of(group),
        )
        theirs = changes.get(identity.kopia_id, {})
        name, moment = str(row["filnamn"] or ""), str(row["lamnad"] or "")
        digest, given_out = str(row["fingeravtryck"] or ""), numbers.get(identity.kopia_id, {})
        found.append(Participant(identity, theirs, name, moment, digest, given_out))
    return found


def keep_participant(connection: sqlite3.Connection, one: Participant, moment: str) -> None:
    """Let the file know what it has been merged of `one`, instead of what it knew of that copy before."""
    identity = one.identity
    connection.execute(
        f"DELETE FROM {BASE_ROWS.name} WHERE bas_id = ? AND tabell <> ?", (identity.kopia_id, WHOLE_BASE)
    )
    connection.executemany(
        f"INSERT INTO {BASE_ROWS.name} (bas_id, tabell, rad_id, varden) VALUES (?, ?, ?, ?)",
        (
            (identity.kopia_id, *key, None if row is None else _packed(row))
            for key, row in sorted(one.changes.items(), key=lambda each: each[0])
        ),
    )
    connection.execute(
        f"INSERT INTO {BASE_ROWS.name} (bas_id, tabell, rad_id, varden) VALUES (?, ?, ?, ?)",
        (identity.kopia_id, _ROW_NUMBERS, _ROW_NUMBERS, _packed(one.row_numbers)),
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


def names_of(participants: Iterable[Participant]) -> str:
    """Whose they are, for a sentence."""
    return ", ".join(dict.fromkeys(one.identity.namn or one.file_name for one in participants))
